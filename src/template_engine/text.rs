//! What stands in a document of Word: its words alone, for search.

use super::document::TextKind;
use super::paragraph::{OBJECT, Paragraph};
use super::xml::{Namespace, Tree};
use super::{ContentTypes, Package};
use crate::error::template::{Faults, Problem};

/// The text of a document, a paragraph a line: the pages, then headers, footers and notes.
///
/// # Errors
/// Where it is no document of Word, or not a safe one.
pub fn text(document: &[u8]) -> Result<String, Faults> {
    let package = Package::open(document.into())?;
    let types = package.tree(ContentTypes::PART)?.ok_or(Problem::NotWord)?;
    let types = ContentTypes::read(types);
    Ok(words(&package, &types)?)
}

/// The same of one whose parts are at hand.
pub(super) fn words(package: &Package, types: &ContentTypes) -> Result<String, Problem> {
    let main = super::document::main_part(package, types)?;
    let kind = |name: &str| match name == main {
        true => Some(TextKind::Body),
        false => TextKind::of(types.of(name)).filter(|kind| kind.is_on_pages()),
    };
    let mut parts: Vec<_> = package
        .names()
        .filter_map(|name| Some((kind(name)?, name)))
        .collect();
    parts.sort();
    let mut text = String::new();
    for (_, name) in parts {
        let tree = package.tree(name)?.ok_or(Problem::NotWord)?;
        add(&tree, &mut text);
    }
    Ok(text)
}

fn add(tree: &Tree, text: &mut String) {
    for paragraph in Paragraph::all(tree) {
        let is_twice = tree
            .ancestors(paragraph.node)
            .any(|around| tree.is(around, Namespace::Compatibility, "Fallback"));
        if is_twice {
            continue;
        }
        let letters = paragraph.characters.iter().map(|letter| letter.is);
        let line: String = letters.filter(|letter| *letter != OBJECT).collect();
        if !line.trim().is_empty() {
            text.push_str(line.trim());
            text.push('\n');
        }
    }
}

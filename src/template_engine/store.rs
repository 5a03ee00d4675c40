//! Where Word keeps the values of bound controls: when it opens the document, it overwrites what
//! the controls show with what it finds there.

use super::edit::Edits;
use super::piece::{Choice, Control, Piece};
use super::xml::{Node, Tree};
use crate::error::template::{Place, Story};

/// The stores of a document.
#[derive(Debug, Default)]
pub struct Stores {
    list: Vec<Store>,
}

/// A part that values are kept in.
#[derive(Debug)]
pub struct Store {
    /// The number the document knows it by, in braces.
    pub id: String,
    /// The name of the part.
    pub part: String,
    tree: Tree,
    edits: Edits,
}

/// The numbers of the properties of the file, and of the title pages of Word.
const OF_WORD: &[(&str, &str)] = &[
    ("{6C3C8BC8-F283-45AE-878A-BAB7291924A1}", "core-properties"),
    (
        "{6668398D-A668-4E3E-A5EB-62B293D839F1}",
        "extended-properties",
    ),
    ("{55AF091B-3C7A-41E3-B477-F2FDAA23CFDA}", "cover-page"),
];

impl Stores {
    /// Adds a store.
    pub fn add(&mut self, id: String, part: String, tree: Tree) {
        self.list.push(Store {
            id,
            part,
            tree,
            edits: Edits::default(),
        });
    }

    /// The number of the properties of the file of a content type.
    pub fn number_of(content_type: &str) -> Option<&'static str> {
        let known = OF_WORD.iter().find(|(_, kind)| content_type.contains(kind));
        known.map(|(id, _)| *id)
    }

    /// Whether Word itself fills that store.
    pub fn is_of_word(&self, id: &str) -> bool {
        OF_WORD
            .iter()
            .any(|(known, _)| known.eq_ignore_ascii_case(id))
    }

    /// Writes values where a path leads. False where it leads nowhere.
    pub fn bind(&mut self, id: &str, path: &str, choices: Vec<Choice>) -> bool {
        let mut stores = self.list.iter_mut();
        let Some(store) = stores.find(|store| store.id.eq_ignore_ascii_case(id)) else {
            return false;
        };
        let Some(node) = find(&store.tree, path) else {
            return false;
        };
        let tree = &store.tree;
        let is_empty = tree.is_self_closing(node);
        let inner = if is_empty {
            tree.outer(node)
        } else {
            tree.inner(node)
        };
        let name = format!("{}{}", tree.prefix(node), tree.local(node));
        let written = |mut choice: Choice| {
            if is_empty {
                // `<a b="c"/>` becomes `<a b="c">…</a>`.
                let tag = tree.tag(node);
                let open = tree.raw(tag.start..tag.end - 2).trim_end().to_owned();
                choice.pieces.insert(0, Piece::Markup(format!("{open}>")));
                choice.pieces.push(Piece::Markup(format!("</{name}>")));
            }
            choice
        };
        let control = Piece::Control(Box::new(Control {
            choices: choices.into_iter().map(written).collect(),
            otherwise: vec![Piece::Raw(inner.clone())],
            is_strict: false,
            place: Place {
                story: Story::Properties,
                path: Vec::new(),
                near: String::new(),
            },
        }));
        store.edits.put(inner, vec![control]);
        true
    }

    /// The stores that are written to: the part, its bytes and what is written.
    pub fn written(self) -> impl Iterator<Item = (String, Vec<u8>, Vec<Piece>)> {
        let written = self
            .list
            .into_iter()
            .filter(|store| !store.edits.is_empty());
        written.map(|mut store| {
            let pieces = store.edits.pieces(0..store.tree.source().len());
            (store.part, store.tree.into_source(), pieces)
        })
    }
}

/// The element a path such as `/ns0:root[1]/ns0:name[1]` leads to; prefixes are not looked at.
fn find(tree: &Tree, path: &str) -> Option<Node> {
    let mut steps = path.split('/').skip(1);
    let (root, _) = step(steps.next()?)?;
    let mut node = (tree.local(0) == root).then_some(0)?;
    for text in steps {
        let (name, number) = step(text)?;
        let mut same = tree
            .children(node)
            .filter(|child| tree.local(*child) == name);
        node = same.nth(number.checked_sub(1)?)?;
    }
    let is_leaf = tree.children(node).next().is_none();
    is_leaf.then_some(node)
}

fn step(text: &str) -> Option<(&str, usize)> {
    let (name, rest) = text.split_once('[').unwrap_or((text, "1]"));
    let number = rest.trim_end_matches(']').parse().ok()?;
    let name = name.rsplit(':').next()?;
    (!name.is_empty() && !name.starts_with('@')).then_some((name, number))
}

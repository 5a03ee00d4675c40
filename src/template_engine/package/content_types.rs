//! `[Content_Types].xml`: what each part is.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::error::template::Problem;
use crate::template_engine::xml::{Namespace, Tree};

/// What each part of a document is, as `[Content_Types].xml` says.
#[derive(Debug)]
pub struct ContentTypes {
    tree: Tree,
    defaults: BTreeMap<String, String>,
    overrides: BTreeMap<String, (String, Range<usize>)>,
}

impl ContentTypes {
    /// Where the list of content types lies.
    pub const PART: &str = "[Content_Types].xml";

    /// Reads the list.
    pub fn read(tree: Tree) -> Self {
        let (mut defaults, mut overrides) = (BTreeMap::new(), BTreeMap::new());
        for node in tree.children(0).filter(|node| is_plain(&tree, *node)) {
            let kind = tree.value(node, "ContentType").unwrap_or_default();
            let place = tree.attribute(node, "ContentType");
            if let Some(ending) = tree.value(node, "Extension") {
                defaults.insert(ending.to_lowercase(), kind.into_owned());
            } else if let (Some(part), Some(place)) = (tree.value(node, "PartName"), place) {
                let name = part.trim_start_matches('/').to_lowercase();
                overrides.insert(name, (kind.into_owned(), place.value));
            }
        }
        Self {
            tree,
            defaults,
            overrides,
        }
    }

    /// What a part is; empty where nobody says.
    pub fn of(&self, part: &str) -> &str {
        let part = part.to_lowercase();
        let ending = part.rsplit('.').next().unwrap_or_default();
        let own = self.overrides.get(&part).map(|(kind, _)| kind);
        own.or_else(|| self.defaults.get(ending))
            .map_or("", String::as_str)
    }

    /// The list after a part became something else and endings and parts were added. The same
    /// bytes where there is nothing to change.
    pub fn with(
        &self,
        renamed: Option<(&str, &str)>,
        endings: &[(&str, &str)],
        parts: &[(String, String)],
    ) -> Result<Option<Vec<u8>>, Problem> {
        let mut added = String::new();
        for (ending, kind) in endings {
            if !self.defaults.contains_key(*ending) {
                added += &format!("<Default Extension=\"{ending}\" ContentType=\"{kind}\"/>");
            }
        }
        for (part, kind) in parts {
            added += &format!("<Override PartName=\"/{part}\" ContentType=\"{kind}\"/>");
        }
        let place = renamed.and_then(|(part, kind)| {
            let (_, place) = self.overrides.get(&part.to_lowercase())?;
            Some((place.clone(), kind))
        });
        if added.is_empty() && place.is_none() {
            return Ok(None);
        }
        let end = self.tree.inner(0).end;
        if self.tree.is_self_closing(0) || !self.tree.prefix(0).is_empty() {
            return Err(Problem::Damaged(Self::PART.to_owned()));
        }
        let source = self.tree.source();
        let mut bytes = Vec::with_capacity(source.len() + added.len());
        let mut at = 0;
        if let Some((place, kind)) = place {
            bytes.extend_from_slice(&source[..place.start]);
            bytes.extend_from_slice(kind.as_bytes());
            at = place.end;
        }
        bytes.extend_from_slice(&source[at..end]);
        bytes.extend_from_slice(added.as_bytes());
        bytes.extend_from_slice(&source[end..]);
        Ok(Some(bytes))
    }
}

fn is_plain(tree: &Tree, node: usize) -> bool {
    tree.namespace(node) == Namespace::Other
}

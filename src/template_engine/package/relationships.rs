//! The `.rels` of a part: what it points to.

use std::ops::Range;

use crate::template_engine::xml::{Tree, escaped};

/// What a part points to.
#[derive(Debug)]
pub struct Relationships {
    tree: Tree,
    /// In their order.
    pub list: Vec<Relationship>,
}

/// A pointer from a part to another, or out of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relationship {
    /// The name the part has for it.
    pub id: String,
    /// The last word of its type: `image`, `hyperlink`, `attachedTemplate`.
    pub kind: String,
    /// Where to, as it is written.
    pub target: String,
    /// Whether it leads out of the document.
    pub is_external: bool,
    /// Where its target is written.
    pub target_place: Range<usize>,
    /// The whole entry.
    pub place: Range<usize>,
}

/// A pointer that a part gets while it is filled.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Added {
    /// The name the part has for it.
    pub id: String,
    /// The last word of its type.
    pub kind: &'static str,
    /// Where to: the name of a part, or an address.
    pub target: String,
    /// Whether it leads out of the document.
    pub is_external: bool,
}

/// The types of relationships are called so, and so by the strict standard.
const TRANSITIONAL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships";

impl Added {
    /// The entry of the list, in the words of the standard the document is written by.
    pub fn markup(&self, is_strict: bool) -> String {
        let standard = if is_strict { STRICT } else { TRANSITIONAL };
        let (slash, mode) = match self.is_external {
            true => ("", " TargetMode=\"External\""),
            false => ("/", ""),
        };
        format!(
            "<Relationship Id=\"{}\" Type=\"{standard}/{}\" Target=\"{slash}{}\"{mode}/>",
            self.id,
            self.kind,
            escaped(&self.target),
        )
    }
}

impl Relationships {
    /// Where the relationships of a part lie; of the document itself for an empty name.
    pub fn part_of(part: &str) -> String {
        match part.rsplit_once('/') {
            Some((folder, name)) => format!("{folder}/_rels/{name}.rels"),
            None => format!("_rels/{part}.rels"),
        }
    }

    /// Reads the relationships of a part.
    pub fn read(tree: Tree) -> Self {
        let entry = |node| {
            let target_place = tree.attribute(node, "Target")?.value;
            let kind = tree.value(node, "Type")?;
            Some(Relationship {
                id: tree.value(node, "Id")?.into_owned(),
                kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                target: tree.value(node, "Target")?.into_owned(),
                is_external: tree.value(node, "TargetMode").as_deref() == Some("External"),
                target_place,
                place: tree.outer(node),
            })
        };
        let list = tree.children(0).filter_map(entry).collect();
        Self { tree, list }
    }

    /// The entry of that name.
    pub fn get(&self, id: &str) -> Option<&Relationship> {
        self.list.iter().find(|entry| entry.id == id)
    }

    /// The list as a tree.
    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    /// The list with further entries and without those of some places. None where it is empty and
    /// written as one tag.
    pub fn with(&self, added: &str, gone: &[Range<usize>]) -> Option<Vec<u8>> {
        if self.tree.is_self_closing(0) {
            return None;
        }
        let source = self.tree.source();
        let mut bytes = Vec::with_capacity(source.len() + added.len());
        let mut at = 0;
        for place in gone {
            bytes.extend_from_slice(&source[at..place.start]);
            at = place.end;
        }
        let end = self.tree.inner(0).end;
        bytes.extend_from_slice(&source[at..end]);
        bytes.extend_from_slice(added.as_bytes());
        bytes.extend_from_slice(&source[end..]);
        Some(bytes)
    }
}

/// The name of the part that a target written in `part` means.
pub fn resolve(part: &str, target: &str) -> String {
    let target = target.split(['#', '?']).next().unwrap_or_default();
    let mut steps: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => part.split('/').collect(),
    };
    steps.pop();
    for step in target.trim_start_matches('/').split('/') {
        match step {
            ".." => {
                steps.pop();
            }
            "." | "" => {}
            step => steps.push(step),
        }
    }
    steps.join("/")
}

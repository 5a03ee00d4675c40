//! The `.rels` of a part: what it points to.

use std::ops::Range;

use crate::template_engine::xml::Tree;

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

    /// The bytes of the list.
    pub fn source(&self) -> &[u8] {
        self.tree.source()
    }

    /// Where a further entry can be written: before the end of the list. None where the list is
    /// empty and written as one tag.
    pub fn end(&self) -> Option<usize> {
        (!self.tree.is_self_closing(0)).then_some(self.tree.inner(0).end)
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

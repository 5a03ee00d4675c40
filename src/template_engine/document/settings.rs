//! The settings of a template: what makes Word ask for a source of data or load a template from
//! the network goes.

use super::super::edit::Edits;
use super::super::package::{Relationship, Relationships, resolve};
use super::super::piece::Piece;
use super::super::xml::Tree;
use super::{Document, Notice, Problem, TextKind};

impl Document {
    pub(super) fn read_settings(&mut self, main: &str) -> Result<(), Problem> {
        let Some(relationships) = self.relationships(main)? else {
            return Ok(());
        };
        let entry = relationships
            .list
            .iter()
            .find(|entry| entry.kind == "settings");
        let Some(part) = entry.map(|entry| resolve(main, &entry.target)) else {
            return Ok(());
        };
        let Some(tree) = self.package.tree(&part)? else {
            return Ok(());
        };
        let own = self.relationships(&part)?;
        let is_gone = |entry: &&Relationship| {
            let of_merge = ["mailMergeSource", "mailMergeHeaderSource", "recipientData"];
            let is_remote = entry.kind == "attachedTemplate" && is_remote(&entry.target);
            of_merge.contains(&entry.kind.as_str()) || is_remote
        };
        let gone: Vec<Relationship> = own
            .iter()
            .flat_map(|own| own.list.iter().filter(is_gone).cloned())
            .collect();
        let mut edits = Edits::default();
        for node in tree.children(0) {
            let id = tree.value(node, "id").unwrap_or_default();
            let is_merge = tree.is_word(node, "mailMerge");
            let is_attached =
                tree.is_word(node, "attachedTemplate") && gone.iter().any(|entry| entry.id == id);
            if is_merge {
                self.notices.push(Notice::MailMerge);
            }
            if is_merge || is_attached {
                edits.cut(tree.outer(node));
            }
        }
        self.joined = self
            .ends_of_sections(&tree, &edits)
            .map(|bytes| (part.clone(), bytes));
        if !edits.is_empty() {
            self.fixed.parts.insert(part.clone(), without(&tree, edits));
        }
        if let Some(own) = own.filter(|_| !gone.is_empty()) {
            let mut edits = Edits::default();
            gone.iter().for_each(|entry| edits.cut(entry.place.clone()));
            let name = Relationships::part_of(&part);
            self.fixed.parts.insert(name, without(own.tree(), edits));
        }
        Ok(())
    }
}

impl Document {
    /// The settings where endnotes come with the section they belong to: those of one document are
    /// not put behind the last of all. None where there are no endnotes, or they come so already.
    fn ends_of_sections(&self, tree: &Tree, edits: &Edits) -> Option<Vec<u8>> {
        let mut referring = self.parts.iter().flat_map(|part| &part.compiled.refers);
        referring.find(|(kind, _)| *kind == TextKind::Endnotes)?;
        let mut edits = edits.clone();
        let w = tree.prefix(0);
        let at_sections = format!("<{w}pos {w}val=\"sectEnd\"/>");
        match tree.child(0, "endnotePr") {
            Some(own) if tree.is_self_closing(own) || tree.child(own, "pos").is_some() => {
                return None;
            }
            Some(own) => edits.insert(tree.inner(own).start, at_sections),
            None => {
                let behind = tree.outer(tree.child(0, "compat")?).start;
                edits.insert(
                    behind,
                    format!("<{w}endnotePr>{at_sections}</{w}endnotePr>"),
                );
            }
        }
        Some(without(tree, edits))
    }
}

/// Whether Word would fetch it from another computer.
fn is_remote(target: &str) -> bool {
    let target = target.to_lowercase();
    let is_local = target.starts_with("file:///") && !target.starts_with("file:////");
    let schemes = ["http:", "https:", "ftp:", "file:", "\\\\", "//"];
    !is_local && schemes.iter().any(|scheme| target.starts_with(scheme))
}

fn without(tree: &Tree, mut edits: Edits) -> Vec<u8> {
    let source = tree.source();
    let mut bytes = Vec::with_capacity(source.len());
    for piece in edits.pieces(0..source.len()) {
        match piece {
            Piece::Raw(range) => bytes.extend_from_slice(&source[range]),
            Piece::Markup(markup) => bytes.extend_from_slice(markup.as_bytes()),
            _ => {}
        }
    }
    bytes
}

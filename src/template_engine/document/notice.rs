//! What is worth knowing of a template before it is filled.

use super::super::xml::Tree;
use super::{Document, Problem, Relationships};

/// Something about a template that whoever adds it should know.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Notice {
    /// It asks Word to load something from outside: what it is called there, and where it lies.
    External {
        /// Such as `attachedTemplate` or `image`.
        kind: String,
        /// The address.
        target: String,
    },
    /// A field that makes Word run or fetch something; its first word.
    RiskyField(String),
    /// It was made for mail merge with a source of its own, which is left out.
    MailMerge,
    /// It has macros.
    Macros,
}

impl Document {
    /// Notes what leads outside, and takes out what Word would act upon without being asked.
    pub(super) fn look_around(&mut self, main: &str) -> Result<(), Problem> {
        if self.has_macros {
            self.notices.push(Notice::Macros);
        }
        let lists: Vec<String> = self
            .package
            .names()
            .filter(|name| name.ends_with(".rels"))
            .map(str::to_owned)
            .collect();
        for name in lists {
            let Some(tree) = self.package.tree(&name)? else {
                continue;
            };
            let entries = Relationships::read(tree).list;
            let stem = &mut self.stems.relationship;
            while entries
                .iter()
                .any(|entry| entry.id.starts_with(stem.as_str()))
            {
                stem.push('_');
            }
            let outside = entries.into_iter().filter(|entry| {
                entry.is_external
                    && !["hyperlink", "mailMergeSource"].contains(&entry.kind.as_str())
            });
            self.notices.extend(outside.map(|entry| Notice::External {
                kind: entry.kind,
                target: entry.target,
            }));
        }
        self.read_settings(main)?;
        self.notices.dedup();
        Ok(())
    }
}

/// Fields that make Word run or fetch something when they are updated.
const RISKY: &[&str] = &[
    "DDE",
    "DDEAUTO",
    "INCLUDETEXT",
    "INCLUDEPICTURE",
    "IMPORT",
    "LINK",
];

/// The first words of such fields in a part.
pub fn risky_fields(tree: &Tree) -> Vec<Notice> {
    let mut found = Vec::new();
    for node in 0..tree.len() {
        let instruction = if tree.is_word(node, "instrText") {
            tree.text(node)
        } else if tree.is_word(node, "fldSimple") {
            tree.value(node, "instr").unwrap_or_default().into_owned()
        } else {
            continue;
        };
        let first = instruction.split_whitespace().next().unwrap_or_default();
        let word = first.to_uppercase();
        let notice = Notice::RiskyField(word.clone());
        if RISKY.contains(&word.as_str()) && !found.contains(&notice) {
            found.push(notice);
        }
    }
    found
}

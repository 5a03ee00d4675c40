//! What a content control holds, as its properties say.

use std::ops::Range;

use super::super::xml::{Namespace, Node, Tree};

/// What a control holds.
#[derive(Debug, PartialEq, Eq)]
pub enum Kind {
    /// Plain text.
    Text,
    /// Anything; filled with text where the data have a field of its name.
    Rich,
    /// A day.
    Date {
        /// The element that says how.
        node: Node,
        /// How it is shown.
        pattern: String,
        /// How it is stored.
        stored: &'static str,
    },
    /// Yes or no.
    CheckBox {
        /// Where its state is written.
        state: Option<Range<usize>>,
        /// The character for yes.
        on: char,
        /// The character for no.
        off: char,
    },
    /// One of several texts: what is shown and what is stored.
    List {
        /// What can be chosen.
        items: Vec<(String, String)>,
        /// Whether another text may be typed.
        is_open: bool,
    },
    /// A picture.
    Picture,
    /// Items one after the other.
    Repeating,
}

impl Kind {
    /// The kind of a control by its properties; none for those that Word makes itself.
    pub fn of(tree: &Tree, properties: Node) -> Option<Self> {
        let mut kind = Self::Rich;
        for mark in tree.children(properties) {
            kind = match (tree.namespace(mark), tree.local(mark)) {
                (Namespace::Word, "text") => Self::Text,
                (Namespace::Word, "date") => date(tree, mark),
                (Namespace::Word, "dropDownList") => list(tree, mark, false),
                (Namespace::Word, "comboBox") => list(tree, mark, true),
                (Namespace::Word, "picture") => Self::Picture,
                (Namespace::Word2010, "checkbox") => check_box(tree, mark),
                (Namespace::Word2012, "repeatingSection") => Self::Repeating,
                (
                    Namespace::Word,
                    "docPartObj" | "docPartList" | "equation" | "citation" | "bibliography"
                    | "group",
                )
                | (Namespace::Word2012, "repeatingSectionItem") => return None,
                _ => continue,
            };
        }
        Some(kind)
    }
}

fn date(tree: &Tree, node: Node) -> Kind {
    let said = |local| {
        let element = tree.child(node, local)?;
        Some(tree.value(element, "val")?.into_owned())
    };
    let stored = match said("storeMappedDataAs").as_deref() {
        Some("date") => "yyyy-MM-dd",
        Some("text") => "dd.MM.yyyy",
        _ => "yyyy-MM-dd'T'HH:mm:ss",
    };
    Kind::Date {
        node,
        pattern: said("dateFormat").unwrap_or_else(|| "dd.MM.yyyy".to_owned()),
        stored,
    }
}

fn list(tree: &Tree, node: Node, is_open: bool) -> Kind {
    let items = tree.children(node).filter_map(|item| {
        let stored = tree.value(item, "value").unwrap_or_default().into_owned();
        let shown = tree
            .value(item, "displayText")
            .map_or(stored.clone(), Into::into);
        (!shown.is_empty() && tree.is_word(item, "listItem")).then_some((shown, stored))
    });
    Kind::List {
        items: items.collect(),
        is_open,
    }
}

fn check_box(tree: &Tree, node: Node) -> Kind {
    let mark = |local: &str| {
        let mut marks = tree.children(node);
        marks.find(|mark| tree.local(*mark) == local)
    };
    let character = |local, usual| {
        let code = mark(local).and_then(|mark| tree.value(mark, "val"));
        let code = code.and_then(|code| u32::from_str_radix(&code, 16).ok());
        code.and_then(char::from_u32).unwrap_or(usual)
    };
    let state = mark("checked").and_then(|mark| tree.attribute(mark, "val"));
    Kind::CheckBox {
        state: state.map(|state| state.value),
        on: character("checkedState", '\u{2612}'),
        off: character("uncheckedState", '\u{2610}'),
    }
}

//! A list as somebody likes to see it, under a name.

use crate::domain::client::Kind;
use crate::domain::{Employee, Id};

/// Filter, columns and order of a list under a name. As a segment it is a group that keeps itself
/// up to date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedView {
    /// Which view.
    pub id: Id<SavedView>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// The register it lists.
    pub kind: Kind,
    /// Whose it is; `None` where all colleagues have it.
    pub owner: Option<Id<Employee>>,
    /// What it is called.
    pub name: String,
    /// The filter in the words of the file: names of fields, ids of what they name.
    pub filter: String,
    /// The words of the search. A segment has none: whoever asks whether a client is in it asks for
    /// conditions.
    pub words: String,
    /// Names of the columns, one a line.
    pub columns: String,
    /// Name of the column it is sorted by, a minus before it for the greatest first.
    pub sorting: String,
    /// Whether it stands among the groups.
    pub is_segment: bool,
}

impl SavedView {
    /// An own view without a name of a whole register, not yet saved.
    pub fn new(kind: Kind, owner: Id<Employee>) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            kind,
            owner: Some(owner),
            name: String::new(),
            filter: String::new(),
            words: String::new(),
            columns: String::new(),
            sorting: String::new(),
            is_segment: false,
        }
    }
}

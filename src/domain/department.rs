//! The tree of departments of an organisation.

use crate::domain::{Client, Id};

/// A department; people stand in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Department {
    /// Which department.
    pub id: Id<Department>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// Whose it is.
    pub client: Id<Client>,
    /// The department it belongs to; `None` at the top.
    pub parent: Option<Id<Department>>,
    /// What it is called.
    pub name: String,
    /// Its place among its sisters, counted from 0.
    pub position: i64,
}

impl Department {
    /// A department at the top, not yet saved.
    pub fn new(client: Id<Client>, name: impl Into<String>) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            client,
            parent: None,
            name: name.into(),
            position: 0,
        }
    }
}

//! Groups of clients, made by any criterion.

use crate::domain::client::Kind;
use crate::domain::{Client, Id};

/// A group of organisations, or a group of persons: two separate lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Which group.
    pub id: Id<Group>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// What its members are.
    pub kind: Kind,
    /// Its name.
    pub name: String,
}

impl Group {
    /// A group of that name, not yet saved.
    pub fn new(kind: Kind, name: impl Into<String>) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            kind,
            name: name.into(),
        }
    }
}

/// That a client belongs to a group; it may belong to several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// Which membership.
    pub id: Id<Membership>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// Who belongs.
    pub client: Id<Client>,
    /// To what.
    pub group: Id<Group>,
}

impl Membership {
    /// `client` in `group`, not yet saved.
    pub fn new(client: Id<Client>, group: Id<Group>) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            client,
            group,
        }
    }
}

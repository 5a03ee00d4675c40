//! Decisions and deeds of the office as a whole: policies, pairs told apart, erasures.

mod protocol;

use crate::domain::{Client, Id};

pub use protocol::Protocol;

/// A decision of the whole office, by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// Which decision.
    pub id: Id<Policy>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// What it decides.
    pub name: String,
    /// How.
    pub value: String,
}

/// That two cards look alike, and are not the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DistinctPair {
    /// Which pair.
    pub id: Id<DistinctPair>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// The one with the smaller id.
    pub one: Id<Client>,
    /// The other.
    pub other: Id<Client>,
}

impl DistinctPair {
    /// The pair of two cards, not yet saved.
    pub fn new(one: Id<Client>, other: Id<Client>) -> Self {
        let swap = one.raw() > other.raw();
        let (one, other) = if swap { (other, one) } else { (one, other) };
        Self {
            id: Id::generate(),
            version: 0,
            one,
            other,
        }
    }
}

/// That a card was joined into another: the operation that made this row is the merge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergedCard {
    /// Which merge.
    pub id: Id<MergedCard>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// The card that stays.
    pub survivor: Id<Client>,
    /// The card that went to the bin.
    pub merged: Id<Client>,
}

impl MergedCard {
    /// The merge of one card into another, not yet saved.
    pub fn new(survivor: Id<Client>, merged: Id<Client>) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            survivor,
            merged,
        }
    }
}

/// That a person was erased on request. It says what was done, never who it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasure {
    /// Which erasure.
    pub id: Id<Erasure>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// The card that was emptied.
    pub client: Id<Client>,
    /// Why: the request, its number and day.
    pub ground: String,
    /// What was done, a line each.
    pub protocol: String,
}

impl Erasure {
    /// The erasure of `client`, not yet saved.
    pub fn new(client: Id<Client>, ground: &str, protocol: &Protocol) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            client,
            ground: ground.to_owned(),
            protocol: protocol.to_text(),
        }
    }
}

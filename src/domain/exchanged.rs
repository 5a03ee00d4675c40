//! What the exchange with other programs leaves behind: past imports, mappings, their own cards.

use crate::domain::client::{Key, Kind};
use crate::domain::{Client, Id};

/// An import that was done; the operation that made its row is the import itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastImport {
    /// Which import.
    pub id: Id<PastImport>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// The name of the file.
    pub source: String,
    /// How many clients were added.
    pub added: i64,
    /// How many clients were updated.
    pub updated: i64,
    /// How many rows said nothing new.
    pub unchanged: i64,
    /// How many rows were doubtful.
    pub doubtful: i64,
    /// How many rows were refused.
    pub refused: i64,
}

impl PastImport {
    /// An import of that file that has done nothing yet.
    pub fn of(source: impl Into<String>) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            source: source.into(),
            added: 0,
            updated: 0,
            unchanged: 0,
            doubtful: 0,
            refused: 0,
        }
    }
}

/// Which column fills what and how the rows meet the base, under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedMapping {
    /// Which mapping.
    pub id: Id<NamedMapping>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// The register it fills.
    pub kind: Kind,
    /// What it is called.
    pub name: String,
    /// Folded names of the columns, one a line: a table with the same header is recognised.
    pub header: String,
    /// What each of them fills, one a line.
    pub columns: String,
    /// By what rows are recognised as clients of the base; `None` makes every row a new one.
    pub update_by: Option<Key>,
    /// Whether a cell that cannot be read is left out, not its row refused.
    pub skips_bad_cells: bool,
    /// Whether an organisation that is named as a place of work and not known yet is made.
    pub makes_employers: bool,
}

/// A card as another program wrote it: what we do not know of survives in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForeignCard {
    /// Which card.
    pub id: Id<ForeignCard>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// Whose it is.
    pub client: Id<Client>,
    /// The name the other program gives it; may be empty.
    pub uid: String,
    /// The whole card, decoded and unfolded.
    pub raw: String,
}

impl ForeignCard {
    /// The card of a client, not yet saved.
    pub fn new(client: Id<Client>, uid: impl Into<String>, raw: impl Into<String>) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            client,
            uid: uid.into(),
            raw: raw.into(),
        }
    }
}

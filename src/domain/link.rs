//! Links between any two cards, each named from both ends.

use crate::domain::{Client, Id};

/// What one card is to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LinkKind {
    /// The first reports to the second.
    ReportsTo,
    /// Both work together.
    WorksWith,
    /// The first influences the second.
    Influences,
    /// The first advises the second.
    Advises,
    /// The first owns the second.
    Owns,
    /// The second is a part of the first.
    Includes,
    /// The first supplies the second.
    Supplies,
    /// Both compete.
    Competes,
    /// Both are related.
    Related,
    /// Both are friends.
    Friends,
    /// A kind the office has made.
    Own(Id<OwnLinkKind>),
}

impl LinkKind {
    /// Every kind of the program, in the order they are shown.
    pub const ALL: [Self; 10] = [
        Self::ReportsTo,
        Self::WorksWith,
        Self::Influences,
        Self::Advises,
        Self::Owns,
        Self::Includes,
        Self::Supplies,
        Self::Competes,
        Self::Related,
        Self::Friends,
    ];

    /// Its name in files, the same for ever.
    pub fn name(self) -> &'static str {
        match self {
            Self::ReportsTo => "reports-to",
            Self::WorksWith => "works-with",
            Self::Influences => "influences",
            Self::Advises => "advises",
            Self::Owns => "owns",
            Self::Includes => "includes",
            Self::Supplies => "supplies",
            Self::Competes => "competes",
            Self::Related => "related",
            Self::Friends => "friends",
            Self::Own(_) => "own",
        }
    }

    /// Whether it reads the same from both ends.
    pub fn is_mutual(self) -> bool {
        matches!(
            self,
            Self::WorksWith | Self::Competes | Self::Related | Self::Friends
        )
    }

    /// Whether the map of influence draws it.
    pub fn is_influence(self) -> bool {
        matches!(self, Self::ReportsTo | Self::WorksWith | Self::Influences)
    }
}

/// A kind of link the office has made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnLinkKind {
    /// Which kind.
    pub id: Id<OwnLinkKind>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// What the first card is to the second: "consultant of".
    pub name: String,
    /// What the second card is to the first: "advised by".
    pub reverse: String,
}

impl OwnLinkKind {
    /// A kind of these names, not yet saved.
    pub fn new(name: impl Into<String>, reverse: impl Into<String>) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            name: name.into(),
            reverse: reverse.into(),
        }
    }
}

/// That two cards have to do with each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Which link.
    pub id: Id<Link>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// The first card.
    pub from: Id<Client>,
    /// The second card.
    pub to: Id<Client>,
    /// What the first is to the second.
    pub kind: LinkKind,
    /// A word on it.
    pub note: String,
    /// Of a competitor: whether we supply it too.
    pub is_supplied: bool,
}

impl Link {
    /// A link, not yet saved.
    pub fn new(from: Id<Client>, kind: LinkKind, to: Id<Client>) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            from,
            to,
            kind,
            note: String::new(),
            is_supplied: false,
        }
    }
}

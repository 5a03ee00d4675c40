//! Links between any two cards, each named from both ends.

use crate::domain::client::Kind;
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

    /// Whether it can stand between a card of the register `from` and one of `to`.
    pub fn joins(self, from: Kind, to: Kind) -> bool {
        match self {
            Self::ReportsTo | Self::WorksWith | Self::Influences => {
                from == Kind::Person && to == Kind::Person
            }
            Self::Related | Self::Friends => from == Kind::Person && to == Kind::Person,
            Self::Includes | Self::Competes => {
                from == Kind::Organization && to == Kind::Organization
            }
            Self::Advises | Self::Owns | Self::Supplies | Self::Own(_) => true,
        }
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
    /// What the second card is called on the first: "Mentor".
    pub name: String,
    /// What the first card is called on the second: "Pupil".
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

/// What another card is to the one at hand: a kind of link, seen from one of its ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Relation {
    /// The kind of link.
    pub kind: LinkKind,
    /// Whether the card at hand is the second of the link. Never of a mutual kind.
    pub is_reverse: bool,
}

impl Relation {
    /// Every relation that a card of the register `kind` can have, in the order they are shown;
    /// `own` are the kinds of the office.
    pub fn all(kind: Kind, own: &[OwnLinkKind]) -> Vec<Self> {
        let own = own.iter().map(|one| LinkKind::Own(one.id));
        let kinds = LinkKind::ALL.into_iter().chain(own);
        let mut all = Vec::new();
        for link in kinds {
            for is_reverse in [false, true] {
                let relation = Self {
                    kind: link,
                    is_reverse,
                };
                let is_same = is_reverse && link.is_mutual();
                if !is_same
                    && Kind::ALL
                        .into_iter()
                        .any(|other| relation.joins(kind, other))
                {
                    all.push(relation);
                }
            }
        }
        all
    }

    /// Whether a card of the register `this` can have it to one of `other`.
    pub fn joins(self, this: Kind, other: Kind) -> bool {
        if self.is_reverse {
            self.kind.joins(other, this)
        } else {
            self.kind.joins(this, other)
        }
    }

    /// The link that says `other` is this to `this`; not yet saved.
    pub fn link(self, this: Id<Client>, other: Id<Client>) -> Link {
        if self.is_reverse {
            Link::new(other, self.kind, this)
        } else {
            Link::new(this, self.kind, other)
        }
    }
}

impl Link {
    /// What the other end is to `card`.
    pub fn relation(&self, card: Id<Client>) -> Relation {
        Relation {
            kind: self.kind,
            is_reverse: self.from != card && !self.kind.is_mutual(),
        }
    }

    /// The end that is not `card`.
    pub fn other(&self, card: Id<Client>) -> Id<Client> {
        if self.from == card {
            self.to
        } else {
            self.from
        }
    }

    /// Whether both say the same of the same two cards.
    pub fn says_as(&self, other: &Self) -> bool {
        let is_turned = self.kind.is_mutual() && (self.from, self.to) == (other.to, other.from);
        let is_straight = (self.from, self.to) == (other.from, other.to);
        self.kind == other.kind && (is_straight || is_turned)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_named_from_both_ends() {
        let (shah, antonov) = (Id::generate(), Id::generate());
        let link = Link::new(shah, LinkKind::ReportsTo, antonov);
        assert!(!link.relation(shah).is_reverse);
        assert!(link.relation(antonov).is_reverse);
        assert_eq!((link.other(shah), link.other(antonov)), (antonov, shah));
        let told = link.relation(antonov).link(antonov, shah);
        assert!(told.says_as(&link), "the same, told from the other end");
    }

    #[test]
    fn what_is_mutual_says_the_same_from_both_ends() {
        let (one, other) = (Id::generate(), Id::generate());
        let there = Link::new(one, LinkKind::WorksWith, other);
        let back = Link::new(other, LinkKind::WorksWith, one);
        assert!(there.says_as(&back));
        assert_eq!(there.relation(one), there.relation(other));
        let owns = Link::new(one, LinkKind::Owns, other);
        assert!(!owns.says_as(&Link::new(other, LinkKind::Owns, one)));
    }

    #[test]
    fn a_register_has_the_relations_that_make_sense() {
        let all = Relation::all(Kind::Organization, &[]);
        let has = |kind| all.iter().filter(|one| one.kind == kind).count();
        assert_eq!(has(LinkKind::Competes), 1, "mutual: once");
        assert_eq!(has(LinkKind::Owns), 2, "from both ends");
        assert_eq!(has(LinkKind::ReportsTo), 0, "people alone report");
        let advises = all.iter().find(|one| one.kind == LinkKind::Advises);
        assert!(advises.is_some_and(|one| one.joins(Kind::Organization, Kind::Person)));
    }
}

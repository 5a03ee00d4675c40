//! What stands on a card, and where it is kept.

use super::{Step, What};
use crate::domain::{
    Address, Attachment, BankAccount, Client, Consent, ContactPoint, Department, DistinctPair,
    FieldValue, Id, IdentityDocument, Job, LifeEvent, Link, Membership, MergedCard, Note,
    TeamMember,
};
use crate::store::audit::Change;
use crate::store::{Column, Record, Row, Value};

/// What of a card something was done to, as it was then.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// The client itself.
    Client,
    /// A phone, fax, e-mail or page.
    Contact(ContactPoint),
    /// An address.
    Address(Address),
    /// A bank account.
    Account(BankAccount),
    /// That it belongs to a group.
    Membership(Membership),
    /// What it says in a custom field.
    Value(FieldValue),
    /// A department.
    Department(Department),
    /// An identity document.
    Document(IdentityDocument),
    /// A place of work.
    Job(Job),
    /// An event of a life.
    LifeEvent(LifeEvent),
    /// An employee of its team.
    TeamMember(TeamMember),
    /// A note.
    Note(Note),
    /// A consent.
    Consent(Consent),
    /// A file.
    Attachment(Attachment),
    /// A link to another card.
    Link(Link),
    /// That it is not the same as another card.
    Distinct(DistinctPair),
    /// That another card was merged into it, or it into another.
    Merge(MergedCard),
}

/// A table whose rows stand on cards.
pub(super) struct Place {
    table: &'static str,
    /// The columns that name the card; rows between two cards stand on both.
    pub ends: &'static [&'static str],
    read: fn(&Row) -> Option<Part>,
}

/// A row of a type of the domain, as long as it can be read: of a person who was erased nothing can.
macro_rules! place {
    ($type:ident as $part:ident: $($end:literal),+) => {
        Place {
            table: <$type as Record>::TABLE.name,
            ends: &[$($end),+],
            read: |row| $type::from_row(row).ok().map(Part::$part),
        }
    };
}

impl Place {
    /// Every such table, in the order their steps are told.
    pub const ALL: &'static [Self] = &[
        Self {
            table: Client::TABLE.name,
            ends: &["id"],
            read: |_| Some(Part::Client),
        },
        place!(ContactPoint as Contact: "client_id"),
        place!(Address as Address: "client_id"),
        place!(BankAccount as Account: "client_id"),
        place!(Membership as Membership: "client_id"),
        place!(FieldValue as Value: "client_id"),
        place!(Department as Department: "client_id"),
        place!(IdentityDocument as Document: "client_id"),
        place!(Job as Job: "client_id"),
        place!(LifeEvent as LifeEvent: "client_id"),
        place!(TeamMember as TeamMember: "client_id"),
        place!(Note as Note: "client_id"),
        place!(Consent as Consent: "client_id"),
        place!(Attachment as Attachment: "client_id"),
        place!(Link as Link: "from_id", "to_id"),
        place!(DistinctPair as Distinct: "one_id", "other_id"),
        place!(MergedCard as Merge: "survivor_id", "merged_id"),
    ];

    /// Asks for its rows on the card $1, for the employee $2. Of rows between two cards those whose other end may be seen, in
    /// the base or in the bin.
    pub fn question(&self) -> String {
        let table = self.table;
        let ends = match *self.ends {
            [end] => return format!("SELECT t.* FROM {table} t WHERE t.{end} = $1 ORDER BY t.id"),
            [one, other, ..] => [(one, other), (other, one)],
            [] => return String::new(),
        };
        let asked = ends.map(|(end, other)| {
            format!(
                "SELECT t.* FROM {table} t WHERE t.{end} = $1
                    AND (EXISTS (SELECT 1 FROM visible v
                                  WHERE v.employee_id = $2 AND v.client_id = t.{other})
                      OR EXISTS (SELECT 1 FROM visible_in_bin b
                                  WHERE b.employee_id = $2 AND b.client_id = t.{other}))"
            )
        });
        format!("{} ORDER BY 1", asked.join(" UNION "))
    }

    /// Whether it is the table of the clients themselves.
    pub fn is_client(&self) -> bool {
        self.table == Client::TABLE.name
    }

    /// Whether a row stands on the card.
    pub fn stands_on(&self, row: &Row, card: Id<Client>) -> bool {
        let card = Value::Integer(card.raw());
        self.ends.iter().any(|end| row.value(end) == Some(&card))
    }

    /// What a row is.
    pub fn part(&self, row: &Row) -> Option<Part> {
        (self.read)(row)
    }

    /// What a change did, by the row before and after it; nothing where neither stood on the card.
    pub fn step(
        &self,
        before: &Row,
        after: &Row,
        change: Change,
        card: Id<Client>,
    ) -> Option<Step> {
        let is_end = self.ends.contains(&&*change.column);
        let (what, row) = match [before, after].map(|row| self.stands_on(row, card)) {
            [false, true] if is_end => (What::Came(Id::from_value(&change.old)?), after),
            [true, false] if is_end => (What::Left(Id::from_value(&change.new)?), before),
            [true, true] => match (&*change.column, &change.new) {
                ("deleted_by", Value::Null) => (What::Restored, after),
                ("deleted_by", _) => (What::Removed, before),
                _ => (What::Changed(change), after),
            },
            // Elsewhere, or on the way.
            _ => return None,
        };
        let part = self.part(row)?;
        Some(Step { part, what })
    }
}

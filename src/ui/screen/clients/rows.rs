//! The rows of a list of clients, and what each shows.

use crate::domain::listing::Listing;
use crate::domain::{Client, Datum, Field, Id};
use crate::ui::screen::paged;

/// The order of a list and the lines at hand.
pub type Rows = paged::Rows<Line>;
/// Clients whose lines are to be read.
pub type Question = paged::Question<Client>;

/// A client as a row of the list shows it.
#[derive(Debug, Clone)]
pub struct Line {
    /// What every list shows.
    pub listing: Listing,
    /// What the line does not say itself of the fields that are shown.
    values: Vec<(Field, Datum)>,
}

impl Line {
    /// A line with what it says in these fields.
    pub fn new(listing: Listing, fields: &[Field], values: Vec<Datum>) -> Self {
        Self {
            listing,
            values: fields.iter().copied().zip(values).collect(),
        }
    }

    /// What it says in a field; nothing while that is not read.
    pub fn datum(&self, field: Field) -> Datum {
        let known = self.values.iter().find(|(known, _)| *known == field);
        match known {
            Some((_, datum)) => datum.clone(),
            None => self.listing.datum(field).unwrap_or_default(),
        }
    }
}

impl paged::Line for Line {
    type Of = Client;

    fn id(&self) -> Id<Client> {
        self.listing.client.id
    }
}

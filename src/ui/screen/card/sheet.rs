//! All that the page of a client shows, as it is read when the card is opened.

use super::section::Facts;
use crate::domain::listing::Listing;
use crate::domain::{Card, Client, Group, Id};
use crate::error::Result;
use crate::workspace::Reader;

/// All that the page shows.
#[derive(Debug, Clone)]
pub struct Sheet {
    pub(super) card: Card,
    pub(super) groups: Vec<Group>,
    pub(super) employer: Option<Listing>,
    pub(super) people: Vec<Listing>,
    pub(super) recommended_by: Option<Listing>,
    /// How many clients came on its recommendation.
    pub(super) brought: i64,
    pub(super) facts: Facts,
}

impl Sheet {
    /// The card as it was read.
    pub fn card(&self) -> &Card {
        &self.card
    }

    /// Reads all that is shown when a card is opened.
    ///
    /// # Errors
    /// [`Error::Missing`](crate::error::Error::Missing) where there is no such client, or none that
    /// may be seen.
    pub fn read(reader: Reader<'_>, id: Id<Client>) -> Result<Self> {
        let card = reader.card(id)?;
        let listing = |other: Option<Id<Client>>| -> Result<Option<Listing>> {
            Ok(reader.listings(other.as_slice())?.pop())
        };
        Ok(Self {
            groups: reader.groups_of(id)?,
            employer: listing(card.client.employer)?,
            recommended_by: listing(card.client.recommended_by)?,
            brought: reader.count_brought(id)?,
            people: reader.people_of(id)?,
            facts: Facts::read(reader, &card)?,
            card,
        })
    }
}

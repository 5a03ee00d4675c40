//! What a new paper begins with: its kind, and the client that is shown.

use super::{Desk, View};
use crate::domain::paper::PaperKind;
use crate::domain::{Client, Id};
use crate::ui::screen::Wish;

impl Desk {
    /// What asks for a new paper; one for nobody yet has the client 0.
    pub(super) fn new_paper(&self, kind: PaperKind) -> Wish {
        let shown: Option<Id<Client>> = match self.pages.last() {
            Some(View::Card(page)) => page.card().map(|card| card.client.id),
            Some(_) => None,
            None => self.clients.current(),
        };
        Wish::new_paper(kind, shown.unwrap_or(Id::from(0)))
    }
}

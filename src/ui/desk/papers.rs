//! What a new paper begins with: its kind, and the client that is shown.

use chrono::Local;

use super::{Desk, View};
use crate::domain::paper::{Document, PaperKind};
use crate::domain::{Client, Id, Paper};
use crate::ui::screen::Wish;

impl Desk {
    /// What asks for a new paper; one for nobody yet has the client 0.
    pub(super) fn new_paper(&self, kind: PaperKind) -> Wish {
        let shown: Option<Id<Client>> = match self.pages.last() {
            Some(View::Card(page)) => page.card().map(|card| card.client.id),
            Some(_) => None,
            None => self.clients.current(),
        };
        let client = shown.unwrap_or(Id::from(0));
        let today = Local::now().date_naive();
        Wish::NewPaper(Box::new(Document::new(Paper::new(kind, client, today))))
    }
}

//! Clients become cards for other programs.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use chrono::NaiveDate;

use super::{PAGE, titles};
use crate::domain::biography::EventKind;
use crate::domain::listing::{Filter, Order};
use crate::domain::{Birthday, Card, Client, ForeignCard, Group, Id, LifeEvent, Progress};
use crate::error::{Error, Result};
use crate::exchange::vcard::{self, Names, VCard, Version};
use crate::exchange::writer::Unfinished;
use crate::workspace::Reader;

/// Which clients to write as cards.
#[derive(Debug, Clone, PartialEq)]
pub struct Cards {
    /// Which clients.
    pub filter: Filter,
    /// In which order.
    pub order: Order,
    /// Which edition of vCard.
    pub version: Version,
    /// The day of the export.
    pub today: NaiveDate,
}

/// What the cards of one page name.
struct Around {
    employers: HashMap<Id<Client>, String>,
    groups: HashMap<Id<Group>, String>,
    foreign: HashMap<Id<Client>, ForeignCard>,
    weddings: HashMap<Id<Client>, Birthday>,
}

impl Cards {
    /// Writes the cards at `path` and answers how many there are.
    ///
    /// # Errors
    /// When nothing can be written there, or [`crate::error::Error::Cancelled`]; what lay there
    /// before then still does.
    pub fn write(&self, reader: Reader<'_>, path: &Path, progress: &Progress) -> Result<u64> {
        let ids = reader.order(&self.filter, self.order, progress)?;
        progress.expect(ids.len() as u64);
        self.write_behind(reader, (path, &ids), 0, progress)
    }

    /// The same for clients that are known already, as the part of a work of which `before` is done.
    pub(in crate::exchange) fn write_behind(
        &self,
        reader: Reader<'_>,
        (path, ids): (&Path, &[Id<Client>]),
        before: u64,
        progress: &Progress,
    ) -> Result<u64> {
        let (unfinished, file) = Unfinished::beside(path)?;
        let mut out = BufWriter::new(file);
        let mut around = Around::read(reader, &self.filter)?;
        let mut done = 0;
        for page in ids.chunks(PAGE) {
            progress.check()?;
            let cards = reader.cards(page)?;
            around.turn_to(reader, page, &cards)?;
            for card in &cards {
                let text = self.card(card, &mut around);
                out.write_all(text.as_bytes()).map_err(refused)?;
            }
            done += page.len();
            progress.reach(before + done as u64);
        }
        progress.check()?;
        flush(out)?;
        unfinished.put_in_place()?;
        Ok(done as u64)
    }

    fn card(&self, card: &Card, around: &mut Around) -> String {
        let id = card.client.id;
        let groups = card.memberships.iter();
        let groups = groups.filter_map(|one| around.groups.get(&one.group));
        let employer = card
            .client
            .employer
            .and_then(|id| around.employers.get(&id));
        let names = Names {
            groups: groups.cloned().collect(),
            employer: employer.cloned().unwrap_or_default(),
            wedding: around.weddings.get(&id).copied(),
        };
        let foreign = around.foreign.remove(&id);
        let foreign = foreign.map(|kept| VCard::from_raw(&kept.raw));
        vcard::written(card, &names, foreign, self.version, self.today)
    }
}

impl Around {
    fn read(reader: Reader<'_>, filter: &Filter) -> Result<Self> {
        let groups = reader.group_names(filter.kind)?.into_iter();
        Ok(Self {
            employers: HashMap::new(),
            groups: groups.map(|group| (group.id, group.name)).collect(),
            foreign: HashMap::new(),
            weddings: HashMap::new(),
        })
    }

    fn turn_to(&mut self, reader: Reader<'_>, ids: &[Id<Client>], cards: &[Card]) -> Result<()> {
        let named = cards.iter().filter_map(|card| card.client.employer);
        self.employers = titles(reader, named)?;
        // Of several programs the one that wrote last.
        let foreign = reader.rows_on_cards::<ForeignCard>(ids)?.into_iter();
        self.foreign = foreign.map(|card| (card.client, card)).collect();
        let events = reader.rows_on_cards::<LifeEvent>(ids)?.into_iter();
        let weddings = events.filter(|event| event.kind == EventKind::Marriage);
        self.weddings = weddings
            .map(|event| (event.client, event.happened_on))
            .collect();
        Ok(())
    }
}

fn flush(mut out: BufWriter<File>) -> Result<()> {
    out.flush().map_err(refused)?;
    out.get_ref().sync_all().map_err(refused)
}

fn refused(error: std::io::Error) -> Error {
    match error.kind() {
        std::io::ErrorKind::StorageFull => Error::DiskFull,
        _ => Error::failed("writing cards")(error),
    }
}

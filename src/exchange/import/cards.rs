//! Cards of other programs become clients, in the same steps as the rows of a table.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::base::{Base, Trying, Writing};
use super::entry::{Entry, Place};
use super::links::Links;
use super::{Fate, Key, Plan, Remark, Report, fill};
use crate::domain::biography::EventKind;
use crate::domain::client::{Kind, TextField};
use crate::domain::text::{fold, words};
use crate::domain::{Birthday, Card, Client, ForeignCard, Id, LifeEvent, Progress};
use crate::error::{Error, Result, RowFault};
use crate::exchange::vcard::{self, CardFile, Line, Said, VCard};
use crate::workspace::{Reader, Transaction};

/// How many cards go by between two looks at whether the user has stopped the work.
const STRIDE: usize = 64;

/// More clients of one name than this are not compared with a card that has nothing else.
const NAMESAKES: usize = 20;

/// Says what an import of cards would do.
pub(super) fn draft(
    file: &CardFile,
    today: NaiveDate,
    reader: Reader<'_>,
    progress: &Progress,
) -> Result<Plan> {
    let mut run = Run::new(Trying::all(reader)?, today)?;
    run.read(file, progress)?;
    Ok(Plan {
        report: run.report,
        examples: run.base.into_examples(),
    })
}

/// Imports cards within an operation.
pub(super) fn take_in(
    file: &CardFile,
    today: NaiveDate,
    tx: &mut Transaction<'_>,
    progress: &Progress,
) -> Result<Report> {
    let kind = Kind::Person;
    let mut run = Run::new(Writing { tx, kind }, today)?;
    run.read(file, progress)?;
    Ok(run.report)
}

/// Cards on their way into a base, or into the draft of one.
struct Run<B> {
    base: B,
    today: NaiveDate,
    links: [Links; 2],
    report: Report,
    /// The cards that this file has brought or brought anew, by the name the other program gives.
    kept: HashMap<String, ForeignCard>,
    /// The groups that the file lists members of, by the names of these.
    groups: HashMap<String, Vec<String>>,
}

/// A card with what it says.
struct Incoming<'a> {
    number: u64,
    vcard: &'a VCard,
    kind: Kind,
    entry: Entry,
    anniversary: Option<Birthday>,
}

impl<B: Base> Run<B> {
    fn new(base: B, today: NaiveDate) -> Result<Self> {
        let [organizations, persons] = Kind::ALL.map(|kind| Links::new(&base, kind, true));
        Ok(Self {
            base,
            today,
            links: [organizations?, persons?],
            report: Report::default(),
            kept: HashMap::new(),
            groups: HashMap::new(),
        })
    }

    /// Organisations first, so that persons find where they work.
    fn read(&mut self, file: &CardFile, progress: &Progress) -> Result<()> {
        progress.expect(file.count() as u64);
        self.groups = members(file.cards());
        let mut done = 0;
        for kind in Kind::ALL {
            for (number, vcard) in (1..).zip(file.cards()) {
                let said = match is_group(vcard) {
                    true => continue,
                    false => Said::of(vcard, self.today),
                };
                if said.kind != kind {
                    continue;
                }
                if done % STRIDE == 0 {
                    progress.reach(done as u64);
                    progress.check()?;
                }
                done += 1;
                self.take(&self.incoming(number, vcard, said))?;
            }
        }
        self.report.refused.sort_by_key(|remark| remark.row);
        self.report.doubtful.sort_by_key(|remark| remark.row);
        progress.reach(file.count() as u64);
        progress.check()?;
        Ok(())
    }

    fn incoming<'a>(&self, number: u64, vcard: &'a VCard, mut said: Said) -> Incoming<'a> {
        if let Some(groups) = self.groups.get(&plain_uid(&vcard.text("UID"))) {
            said.groups.extend(groups.iter().cloned());
        }
        Incoming {
            number,
            vcard,
            kind: said.kind,
            anniversary: said.anniversary,
            entry: entry(said),
        }
    }

    fn take(&mut self, card: &Incoming<'_>) -> Result<()> {
        let mut doubts = Vec::new();
        let fate = self.fate(card, &mut doubts)?;
        self.report.tell(card.number, fate, doubts);
        Ok(())
    }

    fn fate(&mut self, card: &Incoming<'_>, doubts: &mut Vec<RowFault>) -> Result<Fate> {
        let uid = card.vcard.uid();
        let raw = card.vcard.to_string();
        let foreign = self.foreign(&uid)?;
        if foreign.as_ref().is_some_and(|known| known.raw == raw) {
            return Ok(Fate::Unchanged);
        }
        let own = self.own(&uid, card.kind)?;
        let known = match (&foreign, own) {
            (Some(foreign), _) => vec![foreign.client],
            (None, Some(own)) => vec![own],
            (None, None) => self.recognise(card)?,
        };
        let (client, fate) = match *known {
            [] if !card.entry.has_name() => return Ok(Fate::Refused(RowFault::NoName)),
            [] => (self.add(card, doubts)?, Fate::Created),
            [id] => (id, self.update(id, card, doubts)?),
            _ => {
                let count = known.len();
                return Ok(Fate::Refused(RowFault::Ambiguous { count }));
            }
        };
        let is_ours = own.is_some() && matches!(fate, Fate::Unchanged);
        if !is_ours {
            let foreign = match foreign {
                Some(foreign) => ForeignCard { raw, ..foreign },
                None => ForeignCard::new(client, uid.clone(), raw),
            };
            let kept = self.base.keep_foreign(&foreign)?;
            self.kept.insert(uid, kept);
        }
        Ok(fate)
    }

    /// The card that came under that name before.
    fn foreign(&self, uid: &str) -> Result<Option<ForeignCard>> {
        match self.kept.get(uid) {
            Some(kept) => Ok(Some(kept.clone())),
            None => self.base.reader().foreign_card(uid),
        }
    }

    /// The client whose card we have written ourselves, still there.
    fn own(&self, uid: &str, kind: Kind) -> Result<Option<Id<Client>>> {
        let Some(id) = vcard::own_id(uid) else {
            return Ok(None);
        };
        match self.base.card(Id::from(id)) {
            Ok(card) => Ok((card.client.kind == kind).then_some(card.client.id)),
            Err(Error::Missing(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Whom a card means that has not come before: the same address or phone, and no other name.
    fn recognise(&mut self, card: &Incoming<'_>) -> Result<Vec<Id<Client>>> {
        let mut known = Vec::new();
        for key in [Key::Email, Key::Phone] {
            for value in card.entry.keys(key) {
                for id in self.base.find(card.kind, key, &value)? {
                    let title = self.base.card(id)?.client.title();
                    if !known.contains(&id) && is_one_name(&title, &card.entry.title()) {
                        known.push(id);
                    }
                }
            }
        }
        if !known.is_empty() {
            return Ok(known);
        }
        let namesakes = self.base.find(card.kind, Key::Name, &card.entry.title())?;
        if card.kind == Kind::Organization {
            return Ok(namesakes);
        }
        if !card.entry.contacts.is_empty() {
            return Ok(known);
        }
        for id in namesakes.into_iter().take(NAMESAKES) {
            if self.says_nothing_new(id, card)? {
                return Ok(vec![id]);
            }
        }
        Ok(known)
    }

    /// Whether all that a card says of a namesake stands on its card already.
    fn says_nothing_new(&self, id: Id<Client>, card: &Incoming<'_>) -> Result<bool> {
        let old = self.base.card(id)?;
        let mut new = old.clone();
        let links = &self.links[card.kind as usize];
        let linked = links.known(&card.entry, old.client.employer, &self.base)?;
        let Some(linked) = linked else {
            return Ok(false);
        };
        fill::fill(&mut new, &card.entry, &linked);
        Ok(new == old)
    }

    fn add(&mut self, incoming: &Incoming<'_>, doubts: &mut Vec<RowFault>) -> Result<Id<Client>> {
        let mut card = Card::empty(incoming.kind);
        let links = &mut self.links[incoming.kind as usize];
        card.client.owner = links.default_owner();
        let linked = links.find(&incoming.entry, None, &mut self.base, doubts)?;
        fill::fill(&mut card, &incoming.entry, &linked);
        card.client.guess_sex();
        let id = card.client.id;
        self.base.add(&card)?;
        if let Some(day) = incoming.anniversary {
            self.base.add_event(&wedding(id, day))?;
        }
        Ok(id)
    }

    fn update(
        &mut self,
        id: Id<Client>,
        incoming: &Incoming<'_>,
        doubts: &mut Vec<RowFault>,
    ) -> Result<Fate> {
        let old = self.base.card(id)?;
        let employer = old.client.employer;
        let links = &mut self.links[incoming.kind as usize];
        let linked = links.find(&incoming.entry, employer, &mut self.base, doubts)?;
        let mut new = old.clone();
        fill::fill(&mut new, &incoming.entry, &linked);
        if new == old {
            return Ok(Fate::Unchanged);
        }
        self.base.change(incoming.number, &old, &new)?;
        Ok(Fate::Updated)
    }
}

impl Report {
    /// Notes what became of a row or a card, and what is doubtful about it.
    pub(super) fn tell(&mut self, row: u64, fate: Fate, doubts: Vec<RowFault>) {
        self.rows += 1;
        match fate {
            Fate::Created => self.created += 1,
            Fate::Updated => self.updated += 1,
            Fate::Unchanged => self.unchanged += 1,
            Fate::Refused(reason) => {
                self.refused.push(Remark { row, reason });
                return;
            }
        }
        let remarks = doubts.into_iter().map(|reason| Remark { row, reason });
        self.doubtful.extend(remarks);
    }
}

/// What a card says, as a row of a table would.
fn entry(said: Said) -> Entry {
    let texts = [
        (TextField::Name, said.name),
        (TextField::Surname, said.surname),
        (TextField::FirstName, said.first_name),
        (TextField::Patronymic, said.patronymic),
        (TextField::Department, said.department),
        (TextField::Position, said.position),
        (TextField::Hobbies, said.hobbies),
        (TextField::Family, said.family),
        (TextField::Note, said.note),
    ];
    let contacts = said.contacts.into_iter();
    let places = said.places.into_iter().map(|(place, _)| Place {
        purpose: place.purpose,
        postal_code: place.postal_code,
        region: place.region,
        city: place.city,
        street: place.street,
    });
    Entry {
        kind: Some(said.kind),
        texts: texts
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .collect(),
        sex: said.sex,
        birthday: said.birthday,
        contacts: contacts
            .map(|(channel, value, _)| (channel, value))
            .collect(),
        places: places.collect(),
        employer: said.organization,
        groups: said.groups,
        ..Entry::default()
    }
}

fn wedding(client: Id<Client>, day: Birthday) -> LifeEvent {
    LifeEvent {
        id: Id::generate(),
        version: 0,
        client,
        kind: EventKind::Marriage,
        happened_on: day,
        note: String::new(),
        reminds: true,
    }
}

/// Whether two names may be one: the words of the shorter are all in the longer.
fn is_one_name(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(fold);
    let [one, other] = [&one, &other].map(|name| words(name).collect::<Vec<_>>());
    let (short, long) = match one.len() <= other.len() {
        true => (one, other),
        false => (other, one),
    };
    !short.is_empty() && short.iter().all(|word| long.contains(word))
}

/// A card that is a list of others, as Apple and 4.0 have them.
fn is_group(vcard: &VCard) -> bool {
    ["KIND", "X-ADDRESSBOOKSERVER-KIND"]
        .iter()
        .any(|name| vcard.text(name).eq_ignore_ascii_case("group"))
}

/// The groups of each member, by its name in the other program.
fn members(cards: &[VCard]) -> HashMap<String, Vec<String>> {
    let mut groups: HashMap<String, Vec<String>> = HashMap::new();
    for card in cards.iter().filter(|card| is_group(card)) {
        let name = card.text("FN");
        let is_member = |line: &&Line| line.is("MEMBER") || line.is("X-ADDRESSBOOKSERVER-MEMBER");
        for member in card.lines.iter().filter(is_member) {
            let groups = groups.entry(plain_uid(&member.text())).or_default();
            if !name.is_empty() && !groups.contains(&name) {
                groups.push(name.clone());
            }
        }
    }
    groups
}

fn plain_uid(uid: &str) -> String {
    let small = uid.trim().to_lowercase();
    small.trim_start_matches("urn:uuid:").to_owned()
}

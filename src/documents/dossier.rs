//! The dossier of a client: what one wants to know before a meeting, on one page.

use chrono::{DateTime, Local, Utc};

use super::page::{Page, Section};
use crate::domain::client::{Kind, TextField};
use crate::domain::datum::Datum;
use crate::domain::{Card, Catalog, Client, Field, Id, Job, Note, phone};
use crate::error::Result;
use crate::i18n::Locale;
use crate::workspace::{Deed, Reader};

/// How much of each there is at most.
const PEOPLE: usize = 10;
const NOTES: usize = 4;
const DEEDS: usize = 5;
const CONTACTS: usize = 8;
/// The longest text that is told whole, in characters.
const LONGEST: usize = 280;

/// What the base knows of one client.
struct Known {
    card: Card,
    catalog: Catalog,
    employer: String,
    people: Vec<(String, String)>,
    notes: Vec<Note>,
    deeds: Vec<Deed>,
}

/// Makes the dossier of a visible client, a document of Word, as it is at `now`.
///
/// # Errors
/// [`Error::Missing`](crate::error::Error::Missing) where there is none, or none that may be seen.
pub fn dossier(
    reader: Reader<'_>,
    client: Id<Client>,
    locale: &Locale,
    now: DateTime<Utc>,
) -> Result<Vec<u8>> {
    let known = Known::read(reader, client, now)?;
    known.page(locale, now).to_docx()
}

impl Known {
    fn read(reader: Reader<'_>, id: Id<Client>, now: DateTime<Utc>) -> Result<Self> {
        let card = reader.card(id)?;
        let employer = reader.listings(card.client.employer.as_slice())?.pop();
        let (people, jobs) = match card.client.kind {
            Kind::Organization => (reader.people_of(id)?, reader.jobs_at(id)?),
            Kind::Person => (Vec::new(), Vec::new()),
        };
        let today = now.with_timezone(&Local).date_naive();
        let people = people.into_iter().take(PEOPLE).map(|person| {
            let (position, _) = Job::held_at(&person.client, id, &jobs, today);
            let parts = [
                position.to_owned(),
                phone::display(&person.phone),
                person.email,
            ];
            (person.client.title(), listed(parts))
        });
        let mut notes: Vec<Note> = reader.rows_on(id)?;
        notes.sort_by_key(|note| std::cmp::Reverse((note.written_at, note.id)));
        Ok(Self {
            catalog: reader.catalog()?,
            employer: employer.map_or(String::new(), |employer| employer.client.title()),
            people: people.collect(),
            notes,
            deeds: reader.story(id, DEEDS)?.deeds,
            card,
        })
    }

    fn page(&self, locale: &Locale, now: DateTime<Utc>) -> Page {
        let kind = self.card.client.kind;
        let texts = match kind {
            Kind::Organization => &[
                TextField::Goals,
                TextField::Situation,
                TextField::Products,
                TextField::Strengths,
                TextField::Weaknesses,
            ][..],
            Kind::Person => &[
                TextField::Goals,
                TextField::Strengths,
                TextField::Weaknesses,
                TextField::Hobbies,
                TextField::Likes,
                TextField::Dislikes,
                TextField::Family,
            ],
        };
        let known = texts
            .iter()
            .map(|field| self.field(Field::Text(*field), locale));
        let people = match kind {
            Kind::Organization => locale.text("card-people"),
            Kind::Person => String::new(),
        };
        let mut page = Page {
            title: self.card.client.title(),
            told: self.head(locale, now),
            left: vec![
                self.requisites(locale),
                self.contacts(locale),
                self.custom(locale),
            ],
            right: vec![
                self.pinned(locale),
                self.next_step(locale),
                Section::new(locale.text("dossier-known"), known),
            ],
            below: vec![
                Section::new(people, self.people.iter().cloned()),
                self.latest(locale),
                self.history(locale),
            ],
        };
        page.fit();
        page
    }

    /// Who it is, what it is to us, who is responsible.
    fn head(&self, locale: &Locale, now: DateTime<Utc>) -> Vec<String> {
        let client = &self.card.client;
        let first = match client.kind {
            Kind::Organization if client.full_name.trim() == client.title() => String::new(),
            Kind::Organization => client.full_name.clone(),
            Kind::Person => listed([client.position.clone(), self.employer.clone()]),
        };
        let said = [Field::Roles, Field::Stage, Field::Category, Field::Segment];
        let said = apart(said.map(|field| self.said(field, locale)));
        let owner = self.field(Field::Owner, locale);
        let owner = match owner.1.is_empty() {
            true => String::new(),
            false => format!("{}: {}", owner.0, owner.1),
        };
        let made = locale.with("dossier-made", &[("moment", locale.moment(now).into())]);
        let lines = [first, listed(said), listed([owner, made])];
        lines.into_iter().filter(|line| !line.is_empty()).collect()
    }

    fn requisites(&self, locale: &Locale) -> Section {
        let of_person = [Field::Birthday];
        let numbers = [TextField::Inn, TextField::Kpp, TextField::Ogrn];
        let fields = of_person.into_iter().chain(numbers.map(Field::Text));
        let mut lines: Vec<_> = fields.map(|field| self.field(field, locale)).collect();
        for account in self.card.accounts.iter().take(2) {
            let parts = [
                account.number.clone(),
                account.bank.clone(),
                account.bik.clone(),
            ];
            lines.push((locale.text("card-account"), listed(parts)));
        }
        Section::new(locale.text("card-requisites"), lines)
    }

    fn contacts(&self, locale: &Locale) -> Section {
        let mut contacts: Vec<_> = self.card.contacts.iter().collect();
        contacts.sort_by_key(|contact| !contact.is_main);
        let contacts = contacts.into_iter().take(CONTACTS).map(|contact| {
            let value = match contact.channel.is_phone() {
                true => phone::display(&contact.value),
                false => contact.value.clone(),
            };
            (locale.channel(contact.channel), value)
        });
        let addresses = self.card.addresses.iter().take(2);
        let addresses = addresses.map(|address| {
            let name = locale.purpose(self.card.client.kind, address.purpose);
            (name, address.line())
        });
        let told = [
            Field::PreferredMedium,
            Field::Text(TextField::PreferredTime),
        ];
        let told = told.map(|field| self.field(field, locale));
        Section::new(
            locale.text("card-contacts"),
            contacts.chain(addresses).chain(told),
        )
    }

    fn custom(&self, locale: &Locale) -> Section {
        let fields = self.catalog.fields_of(&self.card.client);
        let lines = fields.map(|field| {
            let said = Datum::of_contents(self.card.contents(field.id));
            (field.name.clone(), cut(&locale.datum(&said, &self.catalog)))
        });
        Section::new(locale.text("dossier-custom"), lines)
    }

    fn pinned(&self, locale: &Locale) -> Section {
        let pinned = self.notes.iter().filter(|note| note.is_pinned);
        let lines = pinned.map(|note| (String::new(), cut(&note.text)));
        Section::new(locale.text("dossier-pinned"), lines)
    }

    fn next_step(&self, locale: &Locale) -> Section {
        let day = self.said(Field::NextStepOn, locale);
        let step = self.said(Field::Text(TextField::NextStep), locale);
        Section::new(locale.text("profile-next-step"), [(day, step)])
    }

    fn latest(&self, locale: &Locale) -> Section {
        let latest = self.notes.iter().filter(|note| !note.is_pinned).take(NOTES);
        let lines = latest.map(|note| {
            let who = self.catalog.employee(note.author);
            let when = locale.moment(note.written_at);
            (listed([when, who]), cut(&note.text))
        });
        Section::new(locale.text("dossier-notes"), lines)
    }

    fn history(&self, locale: &Locale) -> Section {
        let lines = self.deeds.iter().map(|deed| {
            let entry = &deed.entry;
            let who = self.catalog.employee(Some(entry.who));
            let when = locale.moment(entry.done_at);
            (listed([when, who]), locale.operation(entry.operation))
        });
        Section::new(locale.text("card-history"), lines)
    }

    fn field(&self, field: Field, locale: &Locale) -> (String, String) {
        let name = locale.field(self.card.client.kind, field, &self.catalog);
        (name, self.said(field, locale))
    }

    fn said(&self, field: Field, locale: &Locale) -> String {
        let said = Datum::of(&self.card.client, field).unwrap_or_default();
        cut(&locale.datum(&said, &self.catalog))
    }
}

/// What says nothing new left out: a role and a stage may have the same word.
fn apart(said: [String; 4]) -> [String; 4] {
    let mut known: Vec<String> = Vec::new();
    said.map(|words| {
        let parts = words.split(", ").map(str::to_owned);
        let new: Vec<String> = parts.filter(|part| !known.contains(part)).collect();
        known.extend_from_slice(&new);
        new.join(", ")
    })
}

/// What is not empty, one after the other.
fn listed(parts: impl IntoIterator<Item = String>) -> String {
    let parts = parts.into_iter().map(|part| part.trim().to_owned());
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// A long text, cut between two words.
fn cut(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let begun: String = text.chars().take(LONGEST).collect();
    let whole = begun
        .rsplit_once(' ')
        .map_or(begun.as_str(), |(words, _)| words);
    format!("{whole} …")
}

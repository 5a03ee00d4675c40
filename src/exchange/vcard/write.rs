//! A client as a card for other programs. What we know replaces what the card said where the two
//! differ; every other line stays as the other program wrote it.

use chrono::{Datelike, NaiveDate};

use super::edition::text_of;
use super::line::escaped;
use super::{Line, Said, VCard, Version};
use crate::domain::client::Kind;
use crate::domain::contact::{Address, Channel, Purpose};
use crate::domain::name::Sex;
use crate::domain::text::fold;
use crate::domain::{Birthday, Card, ContactPoint};

/// The line that says why a card was refused; it means nothing once the card is read again.
pub const REFUSED: &str = "X-VIZITKA-REFUSED";
/// Before the id in the name we give a card that has none.
const UID: &str = "vizitka-";

/// What stands beside a card and is told with it.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// The organisation a person works in.
    pub employer: String,
    /// The groups the client belongs to.
    pub groups: Vec<String>,
    /// The day of the wedding.
    pub wedding: Option<Birthday>,
}

/// The text of `card`, joined with the card that another program wrote of the same client.
pub fn written(
    card: &Card,
    names: &Names,
    foreign: Option<VCard>,
    version: Version,
    today: NaiveDate,
) -> String {
    let before = foreign.unwrap_or_default();
    let mut merged = Merged {
        said: Said::of(&before, today),
        is_new: before.lines.is_empty(),
        vcard: before.clone(),
        gone: Vec::new(),
        card,
        version,
    };
    merged.tell_name();
    merged.tell_work(names);
    merged.tell_days(names);
    merged.tell_texts(names);
    merged.tell_contacts();
    merged.tell_addresses();
    let vcard = merged.finish(&before);
    text_of(&vcard, version)
}

/// The text of a card that was not taken in, as it was, with the reason.
pub fn refused(vcard: &VCard, reason: &str) -> String {
    let version = Version::V3;
    let mut vcard = vcard.clone();
    vcard.put_into(version);
    vcard.lines.push(Line::new(REFUSED, escaped(reason)));
    text_of(&vcard, version)
}

/// The id of one of our own clients in the name of a card that we wrote.
pub fn own_id(uid: &str) -> Option<i64> {
    uid.strip_prefix(UID)?.parse().ok()
}

/// A card on its way.
struct Merged<'a> {
    said: Said,
    is_new: bool,
    vcard: VCard,
    /// Lines to take away.
    gone: Vec<usize>,
    card: &'a Card,
    version: Version,
}

impl Merged<'_> {
    fn tell_name(&mut self) {
        let client = &self.card.client;
        let title = escaped(&client.title());
        if client.kind == Kind::Organization {
            if self.is_new || self.said.kind != client.kind || self.said.name != client.title() {
                self.set("FN", title.clone());
                self.set("ORG", title);
                self.set("N", ";;;;".to_owned());
            }
            match self.version {
                Version::V4 => self.set("KIND", "org".to_owned()),
                Version::V2 | Version::V3 => self.set("X-ABSHOWAS", "COMPANY".to_owned()),
            }
            return;
        }
        let ours = [&client.surname, &client.first_name, &client.patronymic];
        let said = [
            &self.said.surname,
            &self.said.first_name,
            &self.said.patronymic,
        ];
        if self.is_new || ours != said {
            let old = self.vcard.first("N").map(Line::parts).unwrap_or_default();
            let kept = |at: usize| old.get(at).map(|part| escaped(part)).unwrap_or_default();
            let [surname, first, patronymic] = ours.map(|part| escaped(part));
            let (before, behind) = (kept(3), kept(4));
            self.set(
                "N",
                format!("{surname};{first};{patronymic};{before};{behind}"),
            );
            self.set("FN", title);
        } else if self.vcard.text("FN").is_empty() {
            // 2.1 does without, the later editions do not.
            self.set("FN", title);
        }
    }

    fn tell_work(&mut self, names: &Names) {
        let client = &self.card.client;
        if client.kind == Kind::Organization {
            return;
        }
        if self.said.organization != names.employer || self.said.department != client.department {
            let value = match (names.employer.as_str(), client.department.as_str()) {
                ("", "") => String::new(),
                (employer, "") => escaped(employer),
                (employer, department) => format!("{};{}", escaped(employer), escaped(department)),
            };
            self.set("ORG", value);
        }
        if self.said.position != client.position {
            self.set("TITLE", escaped(&client.position));
            self.set("ROLE", String::new());
        }
    }

    fn tell_days(&mut self, names: &Names) {
        let client = &self.card.client;
        let is_of_that_edition = self.vcard.text("VERSION") == self.version.name();
        if !is_of_that_edition || self.said.birthday != client.birthday {
            let day = client.birthday.map(|day| self.day(day));
            self.set("BDAY", day.unwrap_or_default());
            let days = self.vcard.lines.iter_mut().filter(|line| line.is("BDAY"));
            days.for_each(|line| line.parameters.clear());
        }
        if self.version == Version::V4 {
            let day = names.wedding.map(|day| self.day(day));
            if let Some(day) = day.filter(|_| self.said.anniversary != names.wedding) {
                self.set("ANNIVERSARY", day);
            }
            if client.sex.is_some() && self.said.sex != client.sex {
                let letter = if client.sex == Some(Sex::Male) {
                    "M"
                } else {
                    "F"
                };
                self.set("GENDER", letter.to_owned());
            }
        }
    }

    /// A day as that edition writes it.
    fn day(&self, day: Birthday) -> String {
        match (self.version, day.date()) {
            (Version::V4, Some(date)) => {
                format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
            }
            (Version::V4, None) => format!("--{}", day.to_string().replace('-', "")),
            (Version::V2 | Version::V3, _) => day.to_string(),
        }
    }

    fn tell_texts(&mut self, names: &Names) {
        let client = &self.card.client;
        if self.said.note != client.note.trim() {
            self.set("NOTE", escaped(&client.note));
        }
        if self.version == Version::V4 && self.said.hobbies != client.hobbies {
            self.remove(|line| line.is("HOBBY") || line.is("INTEREST"));
            self.add("HOBBY", escaped(&client.hobbies));
        }
        let keys = |groups: &[String]| {
            let mut keys: Vec<String> = groups.iter().map(|group| fold(group)).collect();
            keys.sort_unstable();
            keys
        };
        if keys(&self.said.groups) != keys(&names.groups) {
            let said = keys(&self.said.groups);
            let lists = self.vcard.all("CATEGORIES").flat_map(Line::list);
            let own: Vec<String> = lists.filter(|name| !said.contains(&fold(name))).collect();
            let all = own.iter().chain(&names.groups).map(|name| escaped(name));
            self.set("CATEGORIES", all.collect::<Vec<_>>().join(","));
        }
    }

    fn tell_contacts(&mut self) {
        let is_same = |channel: Channel, value: &str, ours: &ContactPoint| {
            let said = ContactPoint::new(ours.client, channel, value);
            channel == ours.channel && (said.key() == ours.key() || value == ours.value)
        };
        let said = self.said.contacts.clone();
        for (channel, value, at) in &said {
            let mut ours = self.card.contacts.iter();
            if !ours.any(|ours| is_same(*channel, value, ours)) {
                self.take_away(*at);
            }
        }
        for ours in &self.card.contacts {
            let mut said = said.iter();
            if !said.any(|(channel, value, _)| is_same(*channel, value, ours)) {
                let line = contact(ours);
                self.vcard.lines.push(line);
            }
        }
    }

    fn tell_addresses(&mut self) {
        let said = self.said.places.clone();
        let is_same = |place: &super::Place, ours: &Address| {
            place.purpose == ours.purpose && place.is(ours)
                || place.is(ours) && ours.purpose == Purpose::Legal
        };
        for (place, at) in &said {
            if !self.card.addresses.iter().any(|ours| is_same(place, ours)) {
                self.take_away(*at);
            }
        }
        for ours in &self.card.addresses {
            if !said.iter().any(|(place, _)| is_same(place, ours)) {
                self.vcard.lines.push(address(ours));
            }
        }
    }

    /// Makes `value` the only one of its property, in its place; an empty one takes it away.
    fn set(&mut self, name: &str, value: String) {
        let first = self.vcard.lines.iter().position(|line| line.is(name));
        match first {
            Some(at) if !value.is_empty() => {
                self.vcard.lines[at].value = value;
                let lines = self.vcard.lines.iter().enumerate().skip(at + 1);
                let others = lines.filter(|(_, line)| line.is(name)).map(|(at, _)| at);
                self.gone.extend(others.collect::<Vec<_>>());
            }
            Some(_) => self.remove(|line| line.is(name)),
            None => self.add(name, value),
        }
    }

    fn add(&mut self, name: &str, value: String) {
        if !value.is_empty() {
            self.vcard.lines.push(Line::new(name, value));
        }
    }

    fn remove(&mut self, is_meant: impl Fn(&Line) -> bool) {
        let lines = self.vcard.lines.iter().enumerate();
        let meant = lines.filter(|(_, line)| is_meant(line)).map(|(at, _)| at);
        self.gone.extend(meant);
    }

    /// Takes a line away with those of its group: its label says nothing without it.
    fn take_away(&mut self, at: usize) {
        let group = self.vcard.lines[at].group.clone();
        self.gone.push(at);
        if !group.is_empty() {
            self.remove(|line| line.group.eq_ignore_ascii_case(&group));
        }
    }

    fn finish(mut self, before: &VCard) -> VCard {
        let mut at = 0;
        let gone = std::mem::take(&mut self.gone);
        self.vcard.lines.retain(|_| {
            at += 1;
            !gone.contains(&(at - 1))
        });
        if self.vcard != *before {
            // It says when the other program has changed the card last, which is no longer true.
            self.vcard.lines.retain(|line| !line.is("REV"));
        }
        if self.vcard.text("UID").is_empty() {
            let id = self.card.client.id.raw();
            self.vcard
                .lines
                .push(Line::new("UID", format!("{UID}{id}")));
        }
        self.vcard.put_into(self.version);
        self.vcard
    }
}

/// A contact point with its kind and whether it is the main one.
fn contact(ours: &ContactPoint) -> Line {
    let (name, types, value) = match ours.channel {
        Channel::WorkPhone => ("TEL", "work,voice", escaped(&ours.value)),
        Channel::MobilePhone => ("TEL", "cell,voice", escaped(&ours.value)),
        Channel::HomePhone => ("TEL", "home,voice", escaped(&ours.value)),
        Channel::Fax => ("TEL", "work,fax", escaped(&ours.value)),
        Channel::Email => ("EMAIL", "internet", escaped(&ours.value)),
        Channel::Web => ("URL", "work", ours.value.clone()),
    };
    let types = match ours.is_main {
        true => format!("{types},pref"),
        false => types.to_owned(),
    };
    Line::new(name, value).with("TYPE", &types)
}

fn address(ours: &Address) -> Line {
    let part = |text: &str| escaped(text.trim());
    let value = format!(
        ";;{};{};{};{};",
        part(&ours.street),
        part(&ours.city),
        part(&ours.region),
        part(&ours.postal_code)
    );
    let types = match ours.purpose {
        Purpose::Postal => "work,postal",
        Purpose::Legal | Purpose::Actual => "work",
    };
    Line::new("ADR", value).with("TYPE", types)
}

//! What a card says of a client, in our terms, and which of its lines say so.

use chrono::NaiveDate;

use super::{Line, VCard};
use crate::domain::Birthday;
use crate::domain::client::Kind;
use crate::domain::contact::{Address, Channel, Purpose};
use crate::domain::name::{Person, Sex};
use crate::domain::text::fold;

/// Names that Google gives to lists of its own, folded.
const LISTS_OF_GOOGLE: [&str; 4] = ["mycontacts", "* mycontacts", "starred", "* starred"];

/// The year Apple writes where none is known.
const APPLE_NO_YEAR: &str = "1604";

/// What a card says of a client. A text it does not say is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Which register it belongs to.
    pub kind: Kind,
    /// Name of an organisation.
    pub name: String,
    /// Surname of a person.
    pub surname: String,
    /// First name of a person.
    pub first_name: String,
    /// Patronymic of a person, or the middle name.
    pub patronymic: String,
    /// Sex of a person.
    pub sex: Option<Sex>,
    /// Birthday of a person.
    pub birthday: Option<Birthday>,
    /// The day of the wedding.
    pub anniversary: Option<Birthday>,
    /// Where a person works.
    pub organization: String,
    /// Department of a person.
    pub department: String,
    /// Position of a person.
    pub position: String,
    /// Hobbies and interests of a person.
    pub hobbies: String,
    /// The names of spouse, children and other relatives.
    pub family: String,
    /// Free text.
    pub note: String,
    /// Phones, e-mails and pages, each with the place of its line; the preferred ones first.
    pub contacts: Vec<(Channel, String, usize)>,
    /// Addresses, each with the place of its line.
    pub places: Vec<(Place, usize)>,
    /// The groups it belongs to.
    pub groups: Vec<String>,
}

/// An address of a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// What it is for.
    pub purpose: Purpose,
    /// Postal code.
    pub postal_code: String,
    /// Region; a foreign country where the card names no region.
    pub region: String,
    /// Town.
    pub city: String,
    /// Street, house, room.
    pub street: String,
}

impl Place {
    /// Whether it is that address.
    pub fn is(&self, address: &Address) -> bool {
        let parts = [
            (&self.postal_code, &address.postal_code),
            (&self.region, &address.region),
            (&self.city, &address.city),
            (&self.street, &address.street),
        ];
        parts
            .iter()
            .all(|(said, known)| said.trim() == known.trim())
    }
}

impl Said {
    /// What `card` says.
    pub fn of(card: &VCard, today: NaiveDate) -> Self {
        let kind = kind(card);
        let org = card.first("ORG").map(Line::parts).unwrap_or_default();
        let mut said = Self {
            kind,
            name: String::new(),
            surname: String::new(),
            first_name: String::new(),
            patronymic: String::new(),
            sex: sex(card),
            birthday: card.first("BDAY").and_then(|line| day(line, today)),
            anniversary: anniversary(card, today),
            organization: org.first().cloned().unwrap_or_default(),
            department: org.get(1..).map(joined).unwrap_or_default(),
            position: [card.text("TITLE"), card.text("ROLE")]
                .into_iter()
                .find(|text| !text.is_empty())
                .unwrap_or_default(),
            hobbies: hobbies(card),
            family: family(card),
            note: card.text("NOTE"),
            contacts: contacts(card),
            places: places(card),
            groups: groups(card),
        };
        match kind {
            Kind::Person => said.call_person(card),
            Kind::Organization => said.call_organization(card),
        }
        said
    }

    fn call_person(&mut self, card: &VCard) {
        let parts = card.first("N").map(Line::parts).unwrap_or_default();
        let part = |at: usize| parts.get(at).cloned().unwrap_or_default();
        (self.surname, self.first_name, self.patronymic) = (part(0), part(1), part(2));
        if self.has_name() {
            return;
        }
        let whole = ["FN", "NICKNAME"].map(|name| card.text(name));
        if let Some(whole) = whole.iter().find(|text| !text.is_empty()) {
            let person = Person::parse(whole);
            (self.surname, self.first_name) = (person.surname, person.first);
            self.patronymic = person.patronymic;
        }
    }

    fn call_organization(&mut self, card: &VCard) {
        let name = card.text("FN");
        self.name = match self.organization.is_empty() {
            true => name,
            false => std::mem::take(&mut self.organization),
        };
        self.department.clear();
        self.position.clear();
        (self.sex, self.birthday, self.anniversary) = (None, None, None);
        self.hobbies.clear();
        self.family.clear();
    }

    /// Whether there is anything to call the client by.
    pub fn has_name(&self) -> bool {
        let parts = [
            &self.name,
            &self.surname,
            &self.first_name,
            &self.patronymic,
        ];
        parts.iter().any(|part| !part.is_empty())
    }
}

/// An organisation says so, or has no name but that.
fn kind(card: &VCard) -> Kind {
    let says = |name: &str, value: &str| card.text(name).eq_ignore_ascii_case(value);
    if says("KIND", "org") || says("X-ABSHOWAS", "company") {
        return Kind::Organization;
    }
    let has_name = card
        .first("N")
        .is_some_and(|line| line.parts().iter().any(|part| !part.is_empty()));
    let org = card.first("ORG").map(Line::parts).unwrap_or_default();
    let org = org.first().map(|name| fold(name)).unwrap_or_default();
    let whole = fold(&card.text("FN"));
    let is_org = !org.is_empty() && (whole.is_empty() || whole == org);
    match !has_name && is_org {
        true => Kind::Organization,
        false => Kind::Person,
    }
}

fn sex(card: &VCard) -> Option<Sex> {
    let said = [card.text("GENDER"), card.text("X-GENDER")].concat();
    match said.chars().next()? {
        'M' | 'm' => Some(Sex::Male),
        'F' | 'f' => Some(Sex::Female),
        _ => None,
    }
}

/// A day as cards write it: `1980-05-12`, `19800512`, `--0512`, `1980-05-12T00:00:00Z`.
fn day(line: &Line, today: NaiveDate) -> Option<Birthday> {
    let text = line.text();
    let text = text.split('T').next().unwrap_or_default();
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let number = |text: &str| text.parse::<u32>().ok();
    let is_without_year = text.starts_with("--") && digits.len() == 4;
    let omitted = line.parameter("X-APPLE-OMIT-YEAR");
    match digits.len() {
        4 if is_without_year => Birthday::new(None, number(&digits[..2])?, number(&digits[2..])?),
        8 if text.starts_with(&digits[..4]) => {
            let is_known = omitted.is_none_or(|year| year != &digits[..4]);
            let is_known = is_known && &digits[..4] != APPLE_NO_YEAR;
            let year = digits[..4].parse().ok().filter(|_| is_known);
            Birthday::new(year, number(&digits[4..6])?, number(&digits[6..])?)
        }
        _ => Birthday::read(text, today),
    }
}

/// The day of the wedding, as 4.0, Apple, Evolution and Android say it.
fn anniversary(card: &VCard, today: NaiveDate) -> Option<Birthday> {
    let plain = ["ANNIVERSARY", "X-ANNIVERSARY", "X-EVOLUTION-ANNIVERSARY"];
    if let Some(line) = plain.iter().find_map(|name| card.first(name)) {
        return day(line, today);
    }
    let of_apple = card
        .all("X-ABDATE")
        .find(|line| label(card, line).contains("anniversary"));
    if let Some(line) = of_apple {
        return day(line, today);
    }
    // vnd.android.cursor.item/contact_event;2010-06-05;1;…: 1 is an anniversary.
    card.all("X-ANDROID-CUSTOM").find_map(|line| {
        let parts = line.parts();
        let is_one = parts.first()?.ends_with("/contact_event") && parts.get(2)? == "1";
        day(&Line::new("X", parts.get(1)?.as_str()), today).filter(|_| is_one)
    })
}

fn hobbies(card: &VCard) -> String {
    let lines = card.lines.iter();
    let hobbies = lines.filter(|line| line.is("HOBBY") || line.is("INTEREST"));
    joined(&hobbies.map(Line::text).collect::<Vec<_>>())
}

fn family(card: &VCard) -> String {
    const KIN: [&str; 5] = ["spouse", "child", "parent", "sibling", "kin"];
    const LABELS: [&str; 8] = [
        "spouse", "child", "son", "daughter", "mother", "father", "brother", "sister",
    ];
    let is_kin = |line: &&Line| match &*line.name {
        "RELATED" => {
            let is_name = !line.value.contains("://") && !line.value.starts_with("urn:");
            is_name && KIN.iter().any(|kin| line.has_type(kin))
        }
        "X-ABRELATEDNAMES" => {
            let label = label(card, line);
            LABELS.iter().any(|known| label.contains(known))
        }
        name => ["X-SPOUSE", "X-EVOLUTION-SPOUSE"].contains(&name),
    };
    let kin = card.lines.iter().filter(is_kin).map(Line::text);
    joined(&kin.filter(|name| !name.is_empty()).collect::<Vec<_>>())
}

fn contacts(card: &VCard) -> Vec<(Channel, String, usize)> {
    let mut contacts: Vec<(bool, (Channel, String, usize))> = Vec::new();
    for (at, line) in card.lines.iter().enumerate() {
        let channel = match &*line.name {
            "TEL" => phone_channel(card, line),
            "EMAIL" => Channel::Email,
            "URL" => Channel::Web,
            _ => continue,
        };
        let value = match channel {
            Channel::Email => bare(&line.text(), "mailto:"),
            Channel::Web => line.text(),
            _ => phone(&line.text()),
        };
        if !value.is_empty() {
            contacts.push((!line.is_preferred(), (channel, value, at)));
        }
    }
    contacts.sort_by_key(|(is_later, _)| *is_later);
    contacts.into_iter().map(|(_, contact)| contact).collect()
}

fn phone_channel(card: &VCard, line: &Line) -> Channel {
    let label = label(card, line);
    let says = |kind: &str, words: [&str; 2]| {
        line.has_type(kind) || words.iter().any(|word| label.contains(word))
    };
    match () {
        () if says("fax", ["fax", "факс"]) => Channel::Fax,
        () if says("cell", ["mobil", "моб"]) || line.has_type("iphone") => Channel::MobilePhone,
        () if says("home", ["home", "дом"]) => Channel::HomePhone,
        () => Channel::WorkPhone,
    }
}

/// A phone of 4.0 may be an address: `tel:+7-812-350-94-14;ext=12`.
pub(super) fn phone(text: &str) -> String {
    let bare = bare(text, "tel:");
    match bare.split_once(";ext=") {
        Some((number, extension)) => format!("{number} ext. {extension}"),
        None => bare,
    }
}

fn bare(text: &str, scheme: &str) -> String {
    match text.get(..scheme.len()) {
        Some(start) if start.eq_ignore_ascii_case(scheme) => text[scheme.len()..].to_owned(),
        _ => text.to_owned(),
    }
}

/// What Apple and Google write beside a line of the same group, in small letters.
fn label(card: &VCard, line: &Line) -> String {
    if line.group.is_empty() {
        return String::new();
    }
    let mut labels = card.all("X-ABLABEL");
    let found = labels.find(|label| label.group.eq_ignore_ascii_case(&line.group));
    found.map(|label| fold(&label.text())).unwrap_or_default()
}

fn places(card: &VCard) -> Vec<(Place, usize)> {
    let lines = card.lines.iter().enumerate();
    let addresses = lines.filter(|(_, line)| line.is("ADR"));
    let places = addresses.filter_map(|(at, line)| {
        let parts = line.parts();
        let part = |at: usize| {
            let text = parts.get(at).map_or("", String::as_str);
            text.replace('\n', ", ")
        };
        let street = joined(&[part(0), part(1), part(2)]);
        let region = match part(4) {
            region if region.is_empty() && !is_home_country(&part(6)) => part(6),
            region => region,
        };
        let place = Place {
            purpose: match line.has_type("postal") {
                true => Purpose::Postal,
                false => Purpose::Actual,
            },
            postal_code: part(5),
            region,
            city: part(3),
            street,
        };
        let parts = [
            &place.postal_code,
            &place.region,
            &place.city,
            &place.street,
        ];
        let is_empty = parts.iter().all(|part| part.is_empty());
        (!is_empty).then_some((place, at))
    });
    places.collect()
}

fn is_home_country(name: &str) -> bool {
    const NAMES: [&str; 7] = [
        "",
        "россия",
        "российская федерация",
        "рф",
        "russia",
        "ru",
        "russian federation",
    ];
    NAMES.contains(&&*fold(name))
}

fn groups(card: &VCard) -> Vec<String> {
    let mut groups: Vec<String> = Vec::new();
    for name in card.all("CATEGORIES").flat_map(Line::list) {
        let folded = fold(&name);
        let is_known = groups.iter().any(|known| fold(known) == folded);
        if !is_known && !LISTS_OF_GOOGLE.contains(&&*folded) {
            groups.push(name);
        }
    }
    groups
}

fn joined(parts: &[String]) -> String {
    let said = parts.iter().map(String::as_str);
    let said: Vec<&str> = said.filter(|part| !part.is_empty()).collect();
    said.join(", ")
}

//! How a client is reached and paid: phones, e-mails, pages, addresses, bank accounts.

use crate::domain::text::fold;
use crate::domain::{Client, Id, phone};

/// What kind of number, address or page a contact point is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Channel {
    /// A phone at work.
    WorkPhone,
    /// A mobile phone.
    MobilePhone,
    /// A phone at home.
    HomePhone,
    /// A fax.
    Fax,
    /// An e-mail address.
    Email,
    /// A web page.
    Web,
}

impl Channel {
    /// Every channel, in the order they are shown.
    pub const ALL: [Self; 6] = [
        Self::WorkPhone,
        Self::MobilePhone,
        Self::HomePhone,
        Self::Fax,
        Self::Email,
        Self::Web,
    ];

    /// Whether it is a number that rings (a fax does, for search and for the form of its digits).
    pub fn is_phone(self) -> bool {
        !matches!(self, Self::Email | Self::Web)
    }
}

/// A phone, fax, e-mail or web page of a client. One of the phones, one of the e-mails and one
/// of the pages is the main one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactPoint {
    /// Which contact point.
    pub id: Id<ContactPoint>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// Whose it is.
    pub client: Id<Client>,
    /// What kind it is.
    pub channel: Channel,
    /// As it was typed.
    pub value: String,
    /// Whether it is the one to use first.
    pub is_main: bool,
}

impl ContactPoint {
    /// A contact point of `client`, not yet saved and not the main one.
    pub fn new(client: Id<Client>, channel: Channel, value: impl Into<String>) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            client,
            channel,
            value: value.into(),
            is_main: false,
        }
    }

    /// What search compares: the digits of a phone; a folded address; a page without `https://www.`
    pub fn key(&self) -> String {
        if self.channel.is_phone() {
            return phone::key(&self.value);
        }
        let folded = fold(&self.value);
        if self.channel == Channel::Email {
            return folded;
        }
        let page = folded.split_once("://").map_or(&*folded, |(_, page)| page);
        let page = page.strip_prefix("www.").unwrap_or(page);
        page.trim_end_matches('/').to_owned()
    }
}

/// What an address is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Purpose {
    /// Where the organisation is registered.
    Legal,
    /// Where letters go.
    Postal,
    /// Where people are found.
    Actual,
}

impl Purpose {
    /// Every purpose, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::Legal, Self::Postal, Self::Actual];
}

/// An address of a client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// Which address.
    pub id: Id<Address>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// Whose it is.
    pub client: Id<Client>,
    /// What it is for.
    pub purpose: Purpose,
    /// Postal code, as typed.
    pub postal_code: String,
    /// Region or country subdivision.
    pub region: String,
    /// Town.
    pub city: String,
    /// Street, house, room.
    pub street: String,
    /// Whether it is the one to use first.
    pub is_main: bool,
}

impl Address {
    /// An address of `client` with nothing in it, not yet saved and not the main one.
    pub fn new(client: Id<Client>, purpose: Purpose) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            client,
            purpose,
            postal_code: String::new(),
            region: String::new(),
            city: String::new(),
            street: String::new(),
            is_main: false,
        }
    }

    /// In one line, from the postal code to the room; a town that is a region is named once.
    pub fn line(&self) -> String {
        let region = match self.region.trim() {
            region if region == self.city.trim() => "",
            region => region,
        };
        [&self.postal_code, region, &self.city, &self.street]
            .map(str::trim)
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// A bank account of a client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankAccount {
    /// Which account.
    pub id: Id<BankAccount>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// Whose it is.
    pub client: Id<Client>,
    /// Settlement account (20 digits) or IBAN.
    pub number: String,
    /// Name of the bank.
    pub bank: String,
    /// Bank code (БИК), 9 digits.
    pub bik: String,
    /// Correspondent account of the bank, 20 digits.
    pub correspondent: String,
    /// Whether it is the one to use first.
    pub is_main: bool,
}

impl BankAccount {
    /// An account of `client` with nothing in it, not yet saved and not the main one.
    pub fn new(client: Id<Client>) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            client,
            number: String::new(),
            bank: String::new(),
            bik: String::new(),
            correspondent: String::new(),
            is_main: false,
        }
    }
}

//! What templates are filled with: a paper and all around it as a tree of named values.

mod words;

use std::borrow::Cow;

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use crate::domain::card::Card;
use crate::domain::client::Kind;
use crate::domain::company::{CompanyPicture, PictureKind};
use crate::domain::contact::{Channel, Purpose};
use crate::domain::grammar::{Case, Correction};
use crate::domain::name::{Person, Sex};
use crate::domain::paper::{Document, PaperKind};
use crate::domain::sales::payment_code;
use crate::domain::{Address, BankAccount, Client, Company, Employee, Id, Paper, Product};
use crate::error::Result;
use crate::i18n::{Language, Locale, russian};
use crate::workspace::Reader;

pub use words::WORDS;

/// How many papers back the contract of an invoice is looked for.
const FURTHEST: usize = 8;

/// A paper and all around it.
#[derive(Debug, Clone)]
pub struct Surroundings {
    /// The paper.
    pub document: Document,
    /// Whom it is for.
    pub client: Card,
    /// The person it is addressed to, or who signs.
    pub contact: Option<Card>,
    /// Which of our own companies it is from.
    pub company: Option<Company>,
    /// Who sees to it.
    pub manager: Option<Employee>,
    /// The papers it was made from, the nearest first.
    pub bases: Vec<Paper>,
    /// The pictures of the company, in the order they were put there.
    pub pictures: Vec<CompanyPicture>,
    /// The products that its lines name.
    pub products: Vec<Product>,
    /// The name of its kind of contract.
    pub contract_kind: String,
    /// How users have corrected names and positions in a case.
    pub corrections: Vec<Correction>,
    /// The day on which it is filled.
    pub today: NaiveDate,
}

/// Where a value comes from, and where it can be put right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Origin {
    /// The paper itself.
    Paper,
    /// The card of the client.
    Client,
    /// The card of the person who signs.
    Contact,
    /// The requisites of our own company.
    Company,
    /// The employee who sees to it.
    Employee,
}

/// A field of the tree, as a form shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its name in English, from the top on: `client.inn`.
    pub name: String,
    /// The same in Russian: `клиент.инн`.
    pub russian: String,
    /// Where its value comes from.
    pub origin: Origin,
    /// What stands there; empty where nothing does; of a list how many it has.
    pub value: String,
}

impl Surroundings {
    /// Those of a paper that may be seen.
    ///
    /// # Errors
    /// [`Error::Missing`](crate::error::Error::Missing) where it may not.
    pub fn read(reader: Reader<'_>, paper: Id<Paper>, today: NaiveDate) -> Result<Self> {
        Self::of(reader, reader.document(paper)?, today)
    }

    /// Those of a paper as a form has it, saved or not.
    ///
    /// # Errors
    /// [`Error::Missing`](crate::error::Error::Missing) where its client may not be seen.
    pub fn of(reader: Reader<'_>, document: Document, today: NaiveDate) -> Result<Self> {
        let paper = &document.paper;
        let client = reader.card(paper.client)?;
        let contact = paper.contact.map(|id| reader.card(id)).and_then(Result::ok);
        let employees = reader.employees()?;
        let manager = employees
            .into_iter()
            .find(|one| Some(one.id) == paper.manager);
        let kinds = reader.contract_kinds()?;
        let kind = kinds
            .into_iter()
            .find(|kind| Some(kind.id) == paper.contract_kind);
        let mut bases: Vec<Paper> = Vec::new();
        let mut next = paper.basis;
        while let Some(basis) = next.filter(|_| bases.len() < FURTHEST) {
            let Ok(basis) = reader.paper(basis) else {
                break;
            };
            next = basis.basis;
            bases.push(basis);
        }
        let company = reader.company(paper.company)?;
        let pictures = match &company {
            Some(company) => reader.pictures_of(company.id)?,
            None => Vec::new(),
        };
        let lines = document.lines.iter();
        let named: Vec<Id<Product>> = lines.filter_map(|line| line.product).collect();
        let products = reader.products_among(&named)?;
        Ok(Self {
            company,
            pictures,
            products,
            client,
            contact,
            manager,
            bases,
            contract_kind: kind.map(|kind| kind.name).unwrap_or_default(),
            corrections: reader.corrections()?,
            today,
            document,
        })
    }

    /// The tree, every field by its English and its Russian name. Amounts are texts with a point
    /// and two places, days as in ISO 8601, for the filters of the template to put into words;
    /// pictures are the digests of their contents.
    ///
    /// What a letter says of its recipient goes by its own name too: `{{имя}}` where
    /// `{{получатель.имя}}` is meant.
    pub fn tree(&self, locale: &Locale) -> Value {
        let mut tree = self.english(locale);
        words::add_russian(&mut tree, "");
        if let (PaperKind::Letter, Value::Object(fields)) = (self.document.paper.kind, &mut tree) {
            let recipient = fields.get("recipient").cloned().map(object);
            for (name, value) in recipient.unwrap_or_default() {
                fields.entry(name).or_insert(value);
            }
        }
        tree
    }

    /// What a list of recipients says of this one, every field by both names.
    pub fn recipient(&self, locale: &Locale) -> Value {
        let mut recipient = self.recipient_fields(locale);
        words::add_russian(&mut recipient, "recipients");
        recipient
    }

    /// Every field with its value, as a form lists them, in the order of the alphabet.
    pub fn fields(&self, locale: &Locale) -> Vec<Field> {
        let mut fields = Vec::new();
        flatten(&self.english(locale), "", &mut fields);
        fields
    }

    fn english(&self, locale: &Locale) -> Value {
        let paper = &self.document.paper;
        let mut tree = object(json!({
            "kind": locale.paper_kind(paper.kind),
            "contract_kind": self.contract_kind,
            "number": paper.number,
            "date": day(Some(paper.dated_on)),
            "city": first(&paper.city, &self.seller().city),
            "subject": paper.subject,
            "terms": paper.terms,
            "note": paper.note,
            "valid_until": day(paper.due_on.filter(|_| paper.kind != PaperKind::Invoice)),
            "pay_by": day(paper.due_on.filter(|_| paper.kind == PaperKind::Invoice)),
            "basis": self.bases.first().map(|basis| locale.paper(basis)),
            "currency": paper.currency.code(),
            "sum": money(paper.total - paper.tax),
            "tax": money(paper.tax),
            "total": money(paper.total),
            "count": self.document.lines.len(),
            "today": day(Some(self.today)),
            "qr": self.payment(locale),
        }));
        for kind in [PaperKind::Offer, PaperKind::Contract, PaperKind::Invoice] {
            tree.insert(kind.name().to_owned(), self.paper_of(kind));
        }
        self.add_lines(&mut tree, locale);
        tree.insert("client".to_owned(), self.client_fields(locale));
        tree.insert("seller".to_owned(), self.seller_fields(locale));
        let recipient = self.recipient_fields(locale);
        tree.insert("recipients".to_owned(), json!([recipient]));
        tree.insert("recipient".to_owned(), recipient);
        tree.insert("manager".to_owned(), self.manager_fields());
        Value::Object(tree)
    }

    fn add_lines(&self, tree: &mut Map<String, Value>, locale: &Locale) {
        let totals = self.document.totals().unwrap_or_default();
        let rates = totals.rates.iter().map(|(rate, sum)| {
            json!({
                "rate": locale.tax_rate(*rate),
                "sum": money(sum.net),
                "tax": money(sum.tax),
                "total": money(sum.gross),
            })
        });
        tree.insert("rates".to_owned(), rates.collect());
        let lines = self.document.lines.iter().zip(&totals.lines);
        let items = lines.zip(1..).map(|((line, sum), number)| {
            let product = self
                .products
                .iter()
                .find(|one| Some(one.id) == line.product);
            json!({
                "number": number,
                "code": product.map(|one| &one.code),
                "name": line.name,
                "unit": line.unit,
                "quantity": decimal(line.quantity, 3),
                "price": money(line.price),
                "rate": locale.tax_rate(line.tax_rate),
                "sum": money(sum.net),
                "tax": money(sum.tax),
                "total": money(sum.gross),
            })
        });
        tree.insert("items".to_owned(), items.collect());
        let promised = self.document.obligations.iter();
        let promised = promised
            .map(|one| json!({ "name": one.text, "due": day(one.due_on), "penalty": one.penalty }));
        tree.insert("obligations".to_owned(), promised.collect());
    }

    fn seller(&self) -> Cow<'_, Company> {
        match &self.company {
            Some(company) => Cow::Borrowed(company),
            None => Cow::Owned(Company::new("")),
        }
    }

    /// The paper itself where it is of that kind, else the nearest of those it was made from.
    fn paper_of(&self, kind: PaperKind) -> Value {
        let own = Some(&self.document.paper).filter(|paper| paper.kind == kind);
        let found = own.or_else(|| self.bases.iter().find(|paper| paper.kind == kind));
        json!({
            "number": found.map(|paper| &paper.number),
            "date": found.map(|paper| day(Some(paper.dated_on))),
            "total": found.map(|paper| money(paper.total)),
        })
    }

    fn client_fields(&self, locale: &Locale) -> Value {
        let card = &self.client;
        let client = &card.client;
        let paper = &self.document.paper;
        let account = card.account();
        let account =
            |of: fn(&BankAccount) -> &String| account.map(of).cloned().unwrap_or_default();
        let (name, sex) = self.signatory();
        let position = self
            .contact
            .as_ref()
            .map_or("", |card| &card.client.position);
        let signing = Signing {
            position: first(&paper.signatory_position, position),
            basis: paper.signatory_basis.trim().to_owned(),
            name,
            sex,
        };
        let number = account(|one| &one.number);
        let bik = account(|one| &one.bik);
        let mut fields = object(json!({
            "name": client.title(),
            "full_name": first(&client.full_name, &client.title()),
            "inn": client.inn,
            "kpp": client.kpp,
            "ogrn": client.ogrn,
            "okpo": "",
            "legal_address": address(card, Purpose::Legal),
            "postal_address": address(card, Purpose::Postal),
            "actual_address": address(card, Purpose::Actual),
            "city": main_address(card).map(|one| &one.city),
            "phone": card.phone().map(|one| &one.value),
            "email": card.email().map(|one| &one.value),
            "site": reach(card, Channel::Web),
            "iban": iban(&number),
            "swift": swift(&bik),
            "account": number,
            "bank": account(|one| &one.bank),
            "bik": bik,
            "correspondent": account(|one| &one.correspondent),
            "in_person": signing.in_person(&paper.signatory_phrase, &self.corrections, locale),
            "signatory": signing.fields(),
        }));
        fields.extend(name_parts(client));
        Value::Object(fields)
    }

    /// Who signs for the client, as the paper says, else the person it is addressed to.
    fn signatory(&self) -> (String, Option<Sex>) {
        let said = self.document.paper.signatory.trim();
        let contact = self.contact.as_ref().map(|card| &card.client);
        match (said, contact) {
            ("", Some(contact)) => (contact.title(), contact.sex),
            (said, contact) => {
                let known = contact.filter(|one| one.title() == said);
                let sex = known.and_then(|one| one.sex);
                (said.to_owned(), sex.or_else(|| Person::parse(said).sex()))
            }
        }
    }

    fn seller_fields(&self, locale: &Locale) -> Value {
        let company = self.seller();
        let paper = &self.document.paper;
        let name = first(&paper.own_signatory, &company.signatory);
        let signing = Signing {
            position: first(&paper.own_position, &company.signatory_position),
            basis: first(&paper.own_basis, &company.signatory_basis),
            sex: Person::parse(&name).sex(),
            name,
        };
        let accountant = Person::parse(&company.accountant);
        let mut fields = object(json!({
            "name": company.name,
            "full_name": first(&company.full_name, &company.name),
            "inn": company.inn,
            "kpp": company.kpp,
            "ogrn": company.ogrn,
            "okpo": "",
            "city": company.city,
            "legal_address": company.legal_address,
            "postal_address": first(&company.postal_address, &company.legal_address),
            "actual_address": first(&company.postal_address, &company.legal_address),
            "phone": company.phone,
            "email": company.email,
            "site": company.web,
            "account": company.account,
            "bank": company.bank,
            "bik": company.bik,
            "correspondent": company.correspondent,
            "iban": iban(&company.account),
            "swift": swift(&company.bik),
            "accountant": { "name": company.accountant, "short": accountant.short() },
            "in_person": signing.in_person(&paper.own_phrase, &self.corrections, locale),
            "signatory": signing.fields(),
        }));
        for kind in PictureKind::ALL {
            let picture = self.pictures.iter().rev().find(|one| one.kind == *kind);
            let digest = picture.map(|one| one.digest.clone()).unwrap_or_default();
            fields.insert(kind.name().replace('-', "_"), digest.into());
        }
        Value::Object(fields)
    }

    /// Whom a letter goes to: the person the paper is addressed to, else the client where that is
    /// a person.
    fn recipient_fields(&self, locale: &Locale) -> Value {
        let card = self.contact.as_ref().unwrap_or(&self.client);
        let client = &card.client;
        let organisation = match self.client.client.kind {
            // Its name stands where that of a person would.
            Kind::Organization if self.contact.is_some() => self.client.client.title(),
            Kind::Organization | Kind::Person => String::new(),
        };
        let place = address_for(card, Purpose::Postal);
        let place = place.or(address_for(&self.client, Purpose::Postal));
        let mut fields = object(json!({
            "name": client.title(),
            "position": client.position,
            "organisation": organisation,
            "address": place.map(on_one_line),
        }));
        let birthday = client.birthday.map(|day| day.to_string());
        fields.extend(object(json!({
            "postcode": place.map(|one| &one.postal_code),
            "region": place.map(|one| &one.region),
            "city": place.map(|one| &one.city),
            "street": place.map(|one| &one.street),
            "birthday": birthday,
        })));
        fields.extend(name_parts(client));
        let person = person_of(client);
        let salutation = match client.kind {
            Kind::Person => locale.salutation(&person, client.sex),
            Kind::Organization => locale.salutation(&Person::default(), None),
        };
        fields.insert("salutation".to_owned(), salutation.into());
        Value::Object(fields)
    }

    fn manager_fields(&self) -> Value {
        let nobody = Employee::new("", "", "");
        let manager = self.manager.as_ref().unwrap_or(&nobody);
        let names = [&manager.surname, &manager.first_name, &manager.patronymic];
        json!({
            "name": names.map(String::as_str).join(" ").trim(),
            "short": manager.short_name(),
            "position": manager.position,
            "phone": "",
            "email": "",
        })
    }

    /// What the code for paying an invoice says; empty where there is none.
    fn payment(&self, locale: &Locale) -> String {
        let paper = &self.document.paper;
        if paper.kind != PaperKind::Invoice {
            return String::new();
        }
        let told = [("paper", locale.paper(paper).into())];
        let purpose = locale.with("paper-payment-purpose", &told);
        payment_code(&self.seller(), paper.money(), &purpose).unwrap_or_default()
    }
}

/// Who signs, and as what.
struct Signing {
    name: String,
    position: String,
    basis: String,
    sex: Option<Sex>,
}

impl Signing {
    fn fields(&self) -> Value {
        json!({
            "name": self.name,
            "short": Person::parse(&self.name).short(),
            "position": self.position,
            "basis": self.basis,
            "sex": letter(self.sex),
        })
    }

    /// `директора Ким Юлии Михайловны, действующей на основании Устава`, or what the user made of
    /// it.
    fn in_person(&self, phrase: &str, corrections: &[Correction], locale: &Locale) -> String {
        if !phrase.trim().is_empty() || self.name.is_empty() {
            return phrase.trim().to_owned();
        }
        let who = format!("{} {}", self.position, self.name);
        // The ground may be typed in the nominative, or as it follows "on the basis of".
        let basis = match locale.language() {
            Language::Russian => russian::decline(&self.basis, Case::Genitive, None),
            Language::English => self.basis.clone(),
        };
        let told = [
            ("who", who.trim().into()),
            ("basis", basis.into()),
            ("sex", letter(self.sex).unwrap_or("m").into()),
        ];
        let whole = match self.basis.is_empty() {
            true => who.trim().to_owned(),
            false => locale.with("paper-acting", &told),
        };
        match locale.language() {
            Language::Russian => {
                russian::decline_corrected(&whole, Case::Genitive, self.sex, corrections)
            }
            Language::English => whole,
        }
    }
}

/// The names of a person, apart; nothing for an organisation.
fn name_parts(client: &Client) -> Map<String, Value> {
    object(json!({
        "surname": client.surname,
        "first_name": client.first_name,
        "patronymic": client.patronymic,
        "sex": letter(client.sex.or_else(|| person_of(client).sex())),
    }))
}

fn person_of(client: &Client) -> Person {
    Person {
        surname: client.surname.clone(),
        first: client.first_name.clone(),
        patronymic: client.patronymic.clone(),
    }
}

fn letter(sex: Option<Sex>) -> Option<&'static str> {
    sex.map(|sex| match sex {
        Sex::Male => "m",
        Sex::Female => "f",
    })
}

/// The first of two texts that says something.
fn first(said: &str, usual: &str) -> String {
    match said.trim() {
        "" => usual.trim().to_owned(),
        said => said.to_owned(),
    }
}

/// The account where it is one of two letters and digits.
fn iban(account: &str) -> &str {
    let is_letter = |c: char| c.is_ascii_alphabetic();
    let is_one = account
        .trim()
        .chars()
        .take(2)
        .filter(|c| is_letter(*c))
        .count()
        == 2;
    if is_one { account.trim() } else { "" }
}

/// The code of the bank where it is one of letters.
fn swift(bik: &str) -> &str {
    let is_one = bik.trim().starts_with(|c: char| c.is_ascii_alphabetic());
    if is_one { bik.trim() } else { "" }
}

/// The address for a purpose, else the main one.
fn address_for(card: &Card, purpose: Purpose) -> Option<&Address> {
    let meant = card.addresses.iter().find(|one| one.purpose == purpose);
    meant.or_else(|| main_address(card))
}

fn address(card: &Card, purpose: Purpose) -> String {
    address_for(card, purpose)
        .map(on_one_line)
        .unwrap_or_default()
}

fn on_one_line(one: &Address) -> String {
    let parts = [&one.postal_code, &one.region, &one.city, &one.street];
    let parts = parts.into_iter().map(|part| part.trim());
    let mut said: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    // Towns that are regions of their own are named once.
    said.dedup();
    said.join(", ")
}

fn main_address(card: &Card) -> Option<&Address> {
    card.address().or(card.addresses.first())
}

fn reach(card: &Card, channel: Channel) -> Option<&str> {
    let found = card.contacts.iter().find(|one| one.channel == channel);
    found.map(|one| one.value.as_str())
}

fn day(day: Option<NaiveDate>) -> Value {
    day.map_or(Value::Null, |day| day.to_string().into())
}

/// Kopecks as a text with a point and two places.
fn money(kopecks: i64) -> Value {
    decimal(kopecks, 2)
}

/// Parts of a whole as a text with a point; money keeps its two places, other numbers no noughts.
fn decimal(parts: i64, places: u32) -> Value {
    let unit = 10_u64.pow(places);
    let (whole, rest) = (parts.unsigned_abs() / unit, parts.unsigned_abs() % unit);
    let minus = if parts < 0 { "-" } else { "" };
    let digits = format!("{rest:0width$}", width = places as usize);
    let digits = match places {
        2 => digits.as_str(),
        _ => digits.trim_end_matches('0'),
    };
    match digits {
        "" => format!("{minus}{whole}").into(),
        digits => format!("{minus}{whole}.{digits}").into(),
    }
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

fn flatten(value: &Value, name: &str, fields: &mut Vec<Field>) {
    let said = match value {
        Value::Object(inner) => {
            for (key, value) in inner {
                let dot = if name.is_empty() { "" } else { "." };
                flatten(value, &format!("{name}{dot}{key}"), fields);
            }
            return;
        }
        Value::Array(list) if list.is_empty() => String::new(),
        Value::Array(list) => list.len().to_string(),
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    fields.push(Field {
        russian: words::russian(name),
        origin: origin(name),
        name: name.to_owned(),
        value: said,
    });
}

fn origin(name: &str) -> Origin {
    let (first, rest) = name.split_once('.').unwrap_or((name, ""));
    match (first, rest.split('.').next()) {
        ("client", Some("signatory" | "in_person")) => Origin::Paper,
        ("client", _) => Origin::Client,
        ("recipient", _) => Origin::Contact,
        ("seller", _) => Origin::Company,
        ("manager", _) => Origin::Employee,
        _ => Origin::Paper,
    }
}

#[cfg(test)]
mod tests;

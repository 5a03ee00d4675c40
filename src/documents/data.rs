//! What templates are filled with: a paper and all around it as a tree of named values.

mod parties;
mod words;

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use crate::domain::card::Card;
use crate::domain::company::CompanyPicture;
use crate::domain::grammar::Correction;
use crate::domain::paper::{Document, PaperKind};
use crate::domain::sales::payment_code;
use crate::domain::{Company, Employee, Id, Paper, Product};
use crate::error::Result;
use crate::i18n::Locale;
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

/// The first of two texts that says something.
fn first(said: &str, usual: &str) -> String {
    match said.trim() {
        "" => usual.trim().to_owned(),
        said => said.to_owned(),
    }
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

//! What the form holds: the paper as it was read, and as it is being typed.

mod follow;
mod texts;

use chrono::{Local, NaiveDate};
use iced::widget::text_editor::Content;

use super::goods::{self, Goods};
use super::making::Making;
use super::material::{Facts, Material, Near, due_after};
use super::promises::{self, Promises};
use super::view::says_who_signs;
use crate::documents::Surroundings;
use crate::documents::data::Field;
use crate::domain::listing::Listing;
use crate::domain::paper::{Document, Obligation, PaperKind, PaperLine};
use crate::domain::sales::tax::rate_on;
use crate::domain::sales::{Sale, Totals};
use crate::domain::{Client, Company, Currency, Id, Paper};
use crate::i18n::Locale;
use crate::ui::screen::Context;
use crate::ui::screen::month;
use crate::ui::screen::pick::Pick;

pub use texts::Line;
use texts::Typed;

/// What has to be put right before the paper can be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// It is for nobody.
    NoClient,
    /// A line that cannot be read.
    Unread(Line),
    /// A number of what is sold that cannot be read.
    Goods(Id<PaperLine>, goods::Part),
    /// The day of a promise that cannot be read.
    Promise(Id<Obligation>),
    /// It comes to more than there is money.
    TooLarge,
}

/// What a paper's surroundings are read for: they are read anew when one of these changes.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Named {
    client: Id<Client>,
    rest: [Option<i64>; 5],
}

/// What the number depends on.
type Numbered = (Option<i64>, NaiveDate);

/// The paper as it was read, and as it is being typed.
#[derive(Debug)]
pub struct Sheet {
    /// As it was read, or as a new one begins.
    pub base: Document,
    /// What was chosen so far; the typed lines are read into it.
    pub mine: Document,
    typed: Typed,
    /// The lines as they were at the beginning.
    written: Typed,
    /// Terms of payment and delivery.
    pub terms: Content,
    /// Free text.
    pub note: Content,
    /// What is sold.
    pub goods: Goods,
    /// What is promised.
    pub promises: Promises,
    /// The line under which a month is unfolded, and the day that is marked in it.
    pub month: Option<(Line, NaiveDate)>,
    /// The template, and the files made of it.
    pub making: Making,
    /// The client.
    pub client: Pick,
    /// The person it is addressed to, or who signs; a name that is on no card may be typed.
    pub contact: Pick,
    /// What stands around the client.
    pub near: Near,
    /// What can be chosen.
    pub facts: Facts,
    /// What templates are filled with.
    pub around: Option<Surroundings>,
    /// The same, a field each.
    pub fields: Vec<Field>,
    named: Option<Named>,
    numbered: Numbered,
    /// Whether a colleague has saved it meanwhile.
    pub has_news: bool,
    /// Whether it was just saved, and is read anew.
    pub is_settled: bool,
}

impl Sheet {
    /// The sheet of a paper.
    pub fn new(material: Material, context: &Context) -> Self {
        let Material {
            mut document,
            near,
            contact,
            facts,
        } = material;
        let paper = &mut document.paper;
        let is_draft = paper.version == 0 && paper.basis.is_none();
        let is_blank = paper.signatory_basis.is_empty();
        // Organisations are represented by their charter, until another ground is typed.
        if is_draft && is_blank && says_who_signs(paper.kind) {
            paper.signatory_basis = context.locale.text("paper-basis-placeholder");
        }
        let mut typed = Typed::of(&document.paper, &context.locale);
        let client = near.client.as_ref().map(|one| one.client.title());
        let paper = &document.paper;
        let chosen = near.client.as_ref().map(|one| one.client.id);
        let signatory = match (paper.signatory.trim(), &contact) {
            ("", Some(one)) => one.client.title(),
            (said, _) => said.to_owned(),
        };
        typed.signatory_at_first.clone_from(&signatory);
        let mut contact = Pick::of(paper.contact, signatory);
        contact.set_near(near.people.clone());
        Self {
            terms: Content::with_text(&paper.terms),
            note: Content::with_text(&paper.note),
            goods: Goods::default(),
            promises: Promises::default(),
            month: None,
            making: Making::default(),
            client: Pick::of(chosen, client.unwrap_or_default()),
            contact,
            near,
            around: None,
            fields: Vec::new(),
            named: None,
            numbered: (paper.contract_kind.map(Id::raw), paper.dated_on),
            has_news: false,
            is_settled: false,
            written: typed.clone(),
            typed,
            facts,
            mine: document.clone(),
            base: document,
        }
    }

    /// Whether it is not saved yet.
    pub fn is_new(&self) -> bool {
        self.base.paper.version == 0
    }

    /// What it is.
    pub fn kind(&self) -> PaperKind {
        self.base.paper.kind
    }

    /// A line as it is typed.
    pub fn line(&self, line: Line) -> &str {
        self.typed.line(line)
    }

    /// Takes over what was typed into a line.
    pub fn type_into(&mut self, line: Line, text: String, locale: &Locale) {
        *self.typed.line_mut(line) = text;
        let usual = due_after(self.mine.paper.dated_on, self.facts.payment_days);
        let (before, is_new) = (self.mine.paper.dated_on, self.is_new());
        self.read_typed();
        let paper = &mut self.mine.paper;
        // An invoice that is to be paid in the usual time still is, whatever its day.
        let is_usual = paper.kind == PaperKind::Invoice && paper.due_on == usual;
        if is_usual && paper.dated_on != before && is_new {
            paper.due_on = due_after(paper.dated_on, self.facts.payment_days);
            let due = paper.due_on.map(|day| locale.date(day));
            *self.typed.line_mut(Line::Due) = due.unwrap_or_default();
        }
    }

    /// The day that a line says, today where it says none.
    pub fn day(&self, line: Line) -> NaiveDate {
        match line {
            Line::Due => self.mine.paper.due_on.unwrap_or_else(today),
            _ => self.mine.paper.dated_on,
        }
    }

    /// What follows from what happened in the month under a line.
    pub fn turn_month(&mut self, line: Line, message: month::Message, locale: &Locale) {
        self.month = match message {
            month::Message::Mark(day) => Some((line, day)),
            month::Message::Take(day) => {
                self.type_into(line, locale.date(day), locale);
                None
            }
            month::Message::Close => None,
        };
    }

    /// Reads the typed lines into the paper; what cannot be read leaves what was there.
    fn read_typed(&mut self) {
        let today = today();
        let before = self.mine.paper.dated_on;
        self.typed
            .read_into(&mut self.mine.paper, &self.written, today);
        if self.mine.paper.dated_on != before {
            self.mine.tax_by_date(&self.facts.rates);
        }
    }

    /// Another currency: the price list is the first of it then.
    pub fn choose_currency(&mut self, currency: Currency) {
        let paper = &mut self.mine.paper;
        paper.currency = currency;
        let lists = self.facts.prices.iter().map(|(list, _)| list);
        let mut same = lists.filter(|list| list.currency == currency);
        if same.all(|list| Some(list.id) != paper.price_list) {
            paper.price_list = None;
        }
    }

    /// Another company of ours: with its town and its way of taxing, where those of the former stood.
    pub fn choose_company(&mut self, company: Option<Id<Company>>) {
        let before = self.facts.company(self.mine.paper.company).cloned();
        self.mine.paper.company = company;
        let Some(company) = self.facts.company(company) else {
            return;
        };
        let paper = &mut self.mine.paper;
        let city = before.as_ref().map_or("", |one| one.city.as_str());
        if self.typed.line(Line::City).trim() == city.trim() {
            self.typed.line_mut(Line::City).clone_from(&company.city);
            paper.city.clone_from(&company.city);
        }
        if before.is_none_or(|one| one.mode == paper.mode) {
            paper.mode = company.mode;
        }
    }

    /// Takes over what stands around another client, and who signs there.
    pub fn set_near(&mut self, near: Near) {
        let is_other = near.client.as_ref().map(|one| one.client.id)
            != self.near.client.as_ref().map(|one| one.client.id);
        self.contact.set_near(near.people.clone());
        self.near = near;
        if !is_other {
            return;
        }
        self.mine.paper.project = None;
        let main = self.near.main_person().cloned();
        match &main {
            Some(main) => self.choose_person(main),
            None => {
                self.contact = Pick::default();
                self.typed.line_mut(Line::Position).clear();
            }
        }
        self.contact.set_near(self.near.people.clone());
    }

    /// The person who was chosen in the field signs.
    pub fn take_contact(&mut self) {
        if let Some(person) = self.contact.hit().cloned() {
            self.choose_person(&person);
        }
    }

    /// This person signs, or is whom the paper is addressed to.
    pub fn choose_person(&mut self, person: &Listing) {
        let client = &person.client;
        if self.contact.chosen() != Some(client.id) {
            self.contact = Pick::of(Some(client.id), client.title());
            self.contact.set_near(self.near.people.clone());
        }
        let position = self.typed.line_mut(Line::Position);
        position.clone_from(&client.position);
        // What was said of another is not so of this one.
        self.typed.line_mut(Line::Phrase).clear();
        self.read_typed();
    }

    /// The paper as it was typed; what cannot be read says what it said before.
    pub fn finished(&self) -> Document {
        let mut mine = self.mine.clone();
        let paper = &mut mine.paper;
        self.terms.text().trim().clone_into(&mut paper.terms);
        self.note.text().trim().clone_into(&mut paper.note);
        paper.client = self.client.chosen().unwrap_or(self.base.paper.client);
        paper.contact = self.contact.chosen();
        self.contact.text().clone_into(&mut paper.signatory);
        goods::said(&mut mine);
        promises::said(&mut mine);
        if mine.lines.is_empty() {
            self.tax_typed(&mut mine.paper);
        }
        // A sum too large is told when the paper is saved.
        let _ = mine.settle();
        mine
    }

    /// The tax in a sum that was typed, as our company is taxed.
    fn tax_typed(&self, paper: &mut Paper) {
        let is_untouched = paper.total == self.base.paper.total;
        if is_untouched && paper.dated_on == self.base.paper.dated_on && !self.is_new() {
            return;
        }
        let class = self.facts.company(paper.company).map(|one| one.tax);
        let rate = class.and_then(|class| rate_on(&self.facts.rates, class, paper.dated_on));
        let sale = Sale {
            quantity: 1000,
            price: paper.total,
            rate,
        };
        let included = crate::domain::sales::TaxMode::Included;
        let totals = Totals::of(&[sale], included, paper.rounding);
        paper.tax = totals.map_or(0, |totals| totals.whole.tax);
    }

    /// Whether something was typed or chosen that is not saved; of a new paper, by the user.
    pub fn is_dirty(&self) -> bool {
        let said = |mut one: Document| {
            one.paper.terms = one.paper.terms.trim().to_owned();
            one.paper.note = one.paper.note.trim().to_owned();
            // Written anew from the chosen card, and made from the sum.
            one.paper.signatory = String::new();
            one.paper.tax = 0;
            one
        };
        let is_signed_by_another = self.contact.text() != self.typed.signatory_at_first.trim();
        let is_changed = said(self.finished()) != said(self.base.clone());
        (is_changed || is_signed_by_another) && !self.is_settled
    }

    /// What has to be put right.
    pub fn problems(&self) -> Vec<Problem> {
        let no_client = self.client.chosen().is_none().then_some(Problem::NoClient);
        let mut mine = self.mine.clone();
        let too_large = mine.settle().is_none().then_some(Problem::TooLarge);
        let unread = self.typed.unread(today()).into_iter().map(Problem::Unread);
        let goods = self.goods.unread(&self.mine).into_iter();
        let goods = goods.map(|(line, part)| Problem::Goods(line, part));
        let promises = self.promises.unread(&self.mine).into_iter();
        no_client
            .into_iter()
            .chain(unread)
            .chain(goods)
            .chain(promises.map(Problem::Promise))
            .chain(too_large)
            .collect()
    }

    /// Begins anew with what stands in the base now; what is being made of it goes on.
    pub fn begin_anew(&mut self, material: Material, context: &Context) {
        let making = std::mem::take(&mut self.making);
        let (around, fields) = (self.around.take(), std::mem::take(&mut self.fields));
        *self = Self {
            making,
            around,
            fields,
            ..Self::new(material, context)
        };
    }

    /// Takes over what is known anew of a paper that nobody else has changed.
    pub fn renew(&mut self, material: Material, context: &Context) {
        self.facts = material.facts;
        self.contact.set_near(material.near.people.clone());
        self.near = material.near;
        self.named = None;
        self.look_around(context);
    }
}

/// Today, where the user is.
pub fn today() -> NaiveDate {
    Local::now().date_naive()
}

//! The lines of a paper: what is sold, how much of it, for how much, with which tax.

#[cfg(test)]
mod tests;
mod view;

use std::collections::HashMap;

use iced::widget::Id as Name;

use super::material::Facts;
use crate::domain::paper::{Document, PaperLine};
use crate::domain::sales::tax::rate_on;
use crate::domain::sales::{PriceList, Sale, TaxClass, TaxMode, Totals};
use crate::domain::text::fold;
use crate::domain::{Id, Paper, Product, decimal};
use crate::i18n::Locale;
use crate::ui::screen::suggest::{self, List, MOST};

/// The most a line can say, in thousandths of a unit and in kopecks: a slip of the key is no sale.
const MOST_TYPED: i64 = 1_000_000_000_000_000;

/// The lines as they are typed, beside what is read of them.
#[derive(Debug, Clone, Default)]
pub struct Goods {
    /// What was typed of those lines that somebody typed into.
    typed: HashMap<Id<PaperLine>, Typed>,
    /// The line whose name is being typed, and the products that are offered for it.
    offered: Option<(Id<PaperLine>, Vec<Id<Product>>)>,
    list: List,
    /// Another price list was chosen: prices that differ from it are told.
    has_other_list: bool,
}

/// Numbers as they are typed.
#[derive(Debug, Clone, Default)]
struct Typed {
    quantity: Option<String>,
    price: Option<String>,
}

/// A part of a line that is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What it is called.
    Name,
    /// The unit it is counted in.
    Unit,
    /// How much.
    Quantity,
    /// What one costs.
    Price,
}

/// What happened to the lines.
#[derive(Debug, Clone)]
pub enum Message {
    /// One more is wanted.
    Add,
    /// Something was typed.
    Typed(Id<PaperLine>, Part, String),
    /// Another tax was chosen.
    Tax(Id<PaperLine>, TaxClass),
    /// A line goes up or down.
    Move(Id<PaperLine>, isize),
    /// A line is to go.
    Remove(Id<PaperLine>),
    /// Something happened to the products that are offered.
    List(Id<PaperLine>, suggest::Message),
    /// A part of a line is said: the next has its turn.
    Entered(Id<PaperLine>, Part),
    /// Prices are to be taken from that list.
    PriceList(Id<PriceList>),
    /// Lines are to cost what their products cost by the list.
    Reprice,
    /// They cost what they cost.
    KeepPrices,
}

impl Part {
    /// The name by which it is focused.
    pub fn name(self, line: Id<PaperLine>) -> Name {
        let part = match self {
            Self::Name => "name",
            Self::Unit => "unit",
            Self::Quantity => "quantity",
            Self::Price => "price",
        };
        Name::from(format!("paper line {} {part}", line.raw()))
    }
}

impl Goods {
    /// What follows from a message; the field to be focused, where one is new.
    pub fn update(
        &mut self,
        message: Message,
        document: &mut Document,
        facts: &Facts,
    ) -> Option<Name> {
        match message {
            Message::Add => return Some(self.add(document, facts)),
            Message::Typed(id, part, text) => self.type_into((id, part), text, document, facts),
            Message::Tax(id, class) => {
                let day = document.paper.dated_on;
                let line = line_mut(document, id)?;
                line.tax_class = class;
                line.tax_rate = rate_on(&facts.rates, class, day);
            }
            Message::Move(id, by) => {
                let at = place(document, id)?;
                let to = at.checked_add_signed(by)?;
                if to < document.lines.len() {
                    document.lines.swap(at, to);
                }
            }
            Message::Remove(id) => {
                let at = place(document, id)?;
                document.lines.remove(at);
                self.typed.remove(&id);
                let next = document.lines.get(at).or(document.lines.last())?;
                return Some(Part::Name.name(next.id));
            }
            Message::List(id, message) => return self.choose(id, message, document, facts),
            Message::PriceList(list) => self.choose_list(list, document, facts),
            Message::Reprice => self.reprice(document, facts),
            Message::KeepPrices => self.has_other_list = false,
            Message::Entered(id, Part::Name) => return Some(Part::Quantity.name(id)),
            Message::Entered(id, Part::Quantity | Part::Unit) => {
                return Some(Part::Price.name(id));
            }
            Message::Entered(id, Part::Price) => {
                let next = document.lines.get(place(document, id)? + 1);
                return Some(match next {
                    Some(next) => Part::Name.name(next.id),
                    None => self.add(document, facts),
                });
            }
        }
        None
    }

    /// Takes prices from another list, and those of its currency.
    fn choose_list(&mut self, list: Id<PriceList>, document: &mut Document, facts: &Facts) {
        let mut known = facts.prices.iter().map(|(list, _)| list);
        if let Some(chosen) = known.find(|known| known.id == list) {
            document.paper.price_list = Some(list);
            document.paper.currency = chosen.currency;
            self.has_other_list = true;
        }
    }

    /// Has every line of a product cost what its price list says.
    fn reprice(&mut self, document: &mut Document, facts: &Facts) {
        for (id, price) in repriced(document, facts) {
            if let Some(line) = line_mut(document, id) {
                line.price = price;
            }
            if let Some(typed) = self.typed.get_mut(&id) {
                typed.price = None;
            }
        }
        self.has_other_list = false;
    }

    /// How many lines cost something else than by the price list, where another was chosen.
    pub fn otherwise_priced(&self, document: &Document, facts: &Facts) -> usize {
        match self.has_other_list {
            true => repriced(document, facts).len(),
            false => 0,
        }
    }

    /// One more line, taxed as our company usually is.
    fn add(&mut self, document: &mut Document, facts: &Facts) -> Name {
        let mut line = PaperLine::new(document.paper.id, "");
        let company = facts.company(document.paper.company);
        line.tax_class = company.map_or(TaxClass::Standard, |one| one.tax);
        line.tax_rate = rate_on(&facts.rates, line.tax_class, document.paper.dated_on);
        let name = Part::Name.name(line.id);
        document.lines.push(line);
        self.offered = None;
        name
    }

    fn type_into(
        &mut self,
        (id, part): (Id<PaperLine>, Part),
        text: String,
        document: &mut Document,
        facts: &Facts,
    ) {
        let Some(line) = line_mut(document, id) else {
            return;
        };
        match part {
            Part::Name => {
                line.name = text;
                line.product = None;
                let hits = found(&line.name, &facts.products);
                self.list = List {
                    is_open: !hits.is_empty(),
                    at: 0,
                };
                self.offered = Some((id, hits));
            }
            Part::Unit => line.unit = text,
            Part::Quantity => {
                line.quantity = read(&text, 3).unwrap_or(line.quantity);
                self.typed.entry(id).or_default().quantity = Some(text);
            }
            Part::Price => {
                line.price = read(&text, 2).unwrap_or(line.price);
                self.typed.entry(id).or_default().price = Some(text);
            }
        }
    }

    fn choose(
        &mut self,
        id: Id<PaperLine>,
        message: suggest::Message,
        document: &mut Document,
        facts: &Facts,
    ) -> Option<Name> {
        let is_there = self.offered.as_ref().is_some_and(|(line, _)| *line == id);
        match message {
            suggest::Message::Close => self.list.is_open = false,
            suggest::Message::Move(by) if is_there && self.list.is_open => {
                let count = self.offered.as_ref().map_or(0, |(_, hits)| hits.len());
                self.list.step(by, count);
            }
            // Every product is offered where nothing is typed, those with the name else.
            suggest::Message::Move(_) => {
                let line = line_mut(document, id)?;
                let typed = match line.product {
                    Some(_) => "",
                    None => line.name.as_str(),
                };
                let hits = found(typed, &facts.products);
                self.list = List {
                    is_open: !hits.is_empty(),
                    at: 0,
                };
                self.offered = Some((id, hits));
            }
            suggest::Message::Take(at) => {
                self.list.is_open = false;
                let (line, hits) = self.offered.as_ref().filter(|_| is_there)?;
                let product = hits.get(at).copied()?;
                self.typed.remove(line);
                sell(id, product, document, facts);
                return Some(Part::Quantity.name(id));
            }
        }
        None
    }

    /// Takes the marked product of an unfolded list.
    pub fn settle(&mut self, document: &mut Document, facts: &Facts) {
        let marked = self.offered.as_ref().filter(|_| self.list.is_open);
        let Some((id, hits)) = marked else { return };
        let (id, product) = (*id, hits.get(self.list.at).copied());
        let is_blank = line_mut(document, id).is_none_or(|line| line.name.trim().is_empty());
        self.list.is_open = false;
        if let Some(product) = product.filter(|_| !is_blank) {
            self.typed.remove(&id);
            sell(id, product, document, facts);
        }
    }

    /// How much, as it is typed.
    fn quantity(&self, line: &PaperLine, locale: &Locale) -> String {
        let typed = self.typed.get(&line.id);
        let typed = typed.and_then(|typed| typed.quantity.clone());
        typed.unwrap_or_else(|| locale.decimal(line.quantity.saturating_mul(1000)))
    }

    /// What one costs, as it is typed.
    fn price(&self, line: &PaperLine, locale: &Locale) -> String {
        let typed = self.typed.get(&line.id);
        let typed = typed.and_then(|typed| typed.price.clone());
        match typed {
            Some(typed) => typed,
            None if line.price == 0 => String::new(),
            None => locale.amount(line.price),
        }
    }

    /// The parts of lines that cannot be read.
    pub fn unread(&self, document: &Document) -> Vec<(Id<PaperLine>, Part)> {
        let lines = document.lines.iter();
        let parts = lines.flat_map(|line| [(line.id, Part::Quantity), (line.id, Part::Price)]);
        parts
            .filter(|(id, part)| {
                let typed = self.typed.get(id);
                let said = typed.and_then(|typed| match part {
                    Part::Quantity => typed.quantity.as_deref(),
                    _ => typed.price.as_deref(),
                });
                let places = if *part == Part::Quantity { 3 } else { 2 };
                said.is_some_and(|said| read(said, places).is_none())
            })
            .collect()
    }
}

/// Leaves the lines on which nothing is said.
pub fn said(document: &mut Document) {
    let is_said = |line: &PaperLine| {
        !line.name.trim().is_empty() || line.price != 0 || line.product.is_some()
    };
    document.lines.retain(is_said);
    for line in &mut document.lines {
        line.name = line.name.trim().to_owned();
        line.unit = line.unit.trim().to_owned();
    }
}

fn line_mut(document: &mut Document, id: Id<PaperLine>) -> Option<&mut PaperLine> {
    document.lines.iter_mut().find(|line| line.id == id)
}

fn place(document: &Document, id: Id<PaperLine>) -> Option<usize> {
    document.lines.iter().position(|line| line.id == id)
}

/// What is typed as a number of parts of one; nothing typed is nothing.
fn read(text: &str, places: u32) -> Option<i64> {
    match text.trim() {
        "" => Some(0),
        text => decimal::read(text, places).filter(|read| read.abs() <= MOST_TYPED),
    }
}

/// The products with all these words in the name or the code, those first whose code or name
/// begins so.
fn found(typed: &str, products: &[Product]) -> Vec<Id<Product>> {
    let typed = fold(typed);
    let words: Vec<&str> = typed.split(' ').collect();
    let mut hits: Vec<(bool, Id<Product>)> = products
        .iter()
        .filter_map(|product| {
            let (code, name) = (fold(&product.code), fold(&product.name));
            let is_hit = |word: &&str| code.contains(word) || name.contains(word);
            let begins = code.starts_with(&typed) || name.starts_with(&typed);
            words.iter().all(is_hit).then_some((!begins, product.id))
        })
        .collect();
    hits.sort_by_key(|(is_later, _)| *is_later);
    hits.into_iter().map(|(_, id)| id).take(MOST).collect()
}

/// The lines of products that cost something else than by the price list, and what they cost by it.
fn repriced(document: &Document, facts: &Facts) -> Vec<(Id<PaperLine>, i64)> {
    let lines = document.lines.iter().filter_map(|line| {
        let price = listed(line.product?, line.tax_rate, &document.paper, facts)?;
        (price != line.price).then_some((line.id, price))
    });
    lines.collect()
}

/// Makes a line one of a product: as the price list has it, taxed as of the day of the paper.
fn sell(id: Id<PaperLine>, product: Id<Product>, document: &mut Document, facts: &Facts) {
    let Some(product) = facts.products.iter().find(|one| one.id == product) else {
        return;
    };
    let rate = rate_on(&facts.rates, product.tax, document.paper.dated_on);
    let price = listed(product.id, rate, &document.paper, facts);
    let Some(line) = line_mut(document, id) else {
        return;
    };
    let sold = PaperLine::of(line.paper, product, price.unwrap_or(0));
    *line = PaperLine {
        id,
        version: line.version,
        quantity: line.quantity,
        position: line.position,
        tax_rate: rate,
        ..sold
    };
}

/// What a product costs on a paper by its price list.
fn listed(product: Id<Product>, rate: Option<i64>, paper: &Paper, facts: &Facts) -> Option<i64> {
    let (price, of_list) = facts.price(product, paper)?;
    Some(priced(price, rate, (of_list, paper.mode)))
}

/// A price of a list with or without tax, as the paper has its prices.
fn priced(price: i64, rate: Option<i64>, (of_list, of_paper): (TaxMode, TaxMode)) -> i64 {
    let sale = Sale {
        quantity: 1000,
        price,
        rate,
    };
    let totals = Totals::of(&[sale], of_list, crate::domain::sales::Rounding::PerLine);
    let whole = totals.map(|totals| totals.whole);
    let meant = whole.map(|whole| match of_paper {
        TaxMode::Included => whole.gross,
        TaxMode::OnTop => whole.net,
    });
    meant.unwrap_or(price)
}

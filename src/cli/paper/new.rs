use std::io::Write;

use chrono::{Local, NaiveDate, Utc};

use super::told;
use crate::cli::{Speech, named};
use crate::domain::paper::{Document, PaperKind, PaperLine};
use crate::domain::sales::tax::class_of;
use crate::domain::sales::{TaxClass, TaxMode, TaxRate};
use crate::domain::text::fold;
use crate::domain::{Id, Operation, Paper, Product, decimal};
use crate::error::{Error, Named, Result};
use crate::workspace::Workspace;

/// Make an invoice
#[derive(Debug, clap::Args)]
pub struct New {
    /// For which client: its id, or words that find it alone
    client: String,
    /// What is sold: a product by code or name, or any words; quantity and price with them, as
    /// "Installation; 2; 1500,00". Repeat it for each line
    #[arg(long = "line", required = true, value_name = "NAME; QUANTITY; PRICE")]
    lines: Vec<String>,
    /// The tax of lines that name no product, in per cent; none unless told
    #[arg(long, value_name = "PER CENT")]
    tax: Option<String>,
    /// Add the tax to the prices; they hold it unless told
    #[arg(long)]
    tax_on_top: bool,
    /// Its number; the next one unless told
    #[arg(long, default_value = "", hide_default_value = true)]
    number: String,
    /// Its date; today unless told
    #[arg(long, value_name = "DAY", value_parser = named::day)]
    date: Option<NaiveDate>,
    /// Until when to pay; as usual in the office unless told
    #[arg(long, value_name = "DAY", value_parser = named::day)]
    due: Option<NaiveDate>,
}

impl New {
    pub fn run(
        self,
        workspace: &mut Workspace,
        speech: &Speech,
        out: &mut impl Write,
    ) -> Result<()> {
        let document = self.document(workspace)?;
        let words = speech.locale();
        let saved = workspace.transact(Operation::AddPaper, |tx| {
            tx.save_document(&document, &document, words, Utc::now())
        })?;
        told(workspace, &saved.value, speech, out)
    }

    fn document(&self, workspace: &Workspace) -> Result<Document> {
        let reader = workspace.read();
        let client = named::client(workspace, &self.client)?;
        let date = self.date.unwrap_or_else(|| Local::now().date_naive());
        let mut paper = Paper::new(PaperKind::Invoice, client, date);
        paper.number.clone_from(&self.number);
        paper.due_on = self.due;
        paper.manager = Some(workspace.who());
        if let Some(company) = reader.company(None)? {
            paper.company = Some(company.id);
            paper.mode = company.mode;
        }
        if self.tax_on_top {
            paper.mode = TaxMode::OnTop;
        }
        let rates = reader.tax_rates()?;
        let class = match self.tax.as_deref() {
            Some(said) => tax_class(&rates, said, date)?,
            None => TaxClass::Exempt,
        };
        let products = reader.products()?;
        let lists = reader.price_lists()?;
        let prices = match lists.first() {
            Some(list) => reader.prices(list.id)?,
            None => Default::default(),
        };
        let mut document = Document::new(paper);
        for said in &self.lines {
            let mut line = line(&products, document.paper.id, said)?;
            if line.product.is_none() {
                line.tax_class = class;
            }
            if line.price == 0 {
                let known = line.product.and_then(|product| prices.get(&product));
                line.price = known.map_or(0, |price| price.amount);
            }
            document.lines.push(line);
        }
        document.tax_by_date(&rates);
        Ok(document)
    }
}

/// The class that bears a rate which was written in per cent.
fn tax_class(rates: &[TaxRate], said: &str, date: NaiveDate) -> Result<TaxClass> {
    let rate = decimal::read(said.trim_end_matches('%'), 2);
    let class = class_of(rates, rate, date);
    match rate.is_some_and(|rate| rate == 0 || class != TaxClass::Exempt) {
        true => Ok(class),
        false => Err(none_named(Named::TaxRate, said)),
    }
}

/// A line that was written as `name; quantity; price`.
fn line(products: &[Product], paper: Id<Paper>, said: &str) -> Result<PaperLine> {
    let mut parts = said.split(';').map(str::trim);
    let name = parts.next().unwrap_or_default();
    let wanted = fold(name);
    let is_meant = |one: &&Product| {
        fold(&one.name) == wanted || !one.code.is_empty() && fold(&one.code) == wanted
    };
    let mut line = match products.iter().find(is_meant) {
        Some(product) => PaperLine::of(paper, product, 0),
        None => PaperLine::new(paper, name),
    };
    let number = |text: Option<&str>, places| match text {
        None | Some("") => Ok(None),
        Some(text) => {
            let read = decimal::read(text, places).map(Some);
            read.ok_or_else(|| none_named(Named::Line, said))
        }
    };
    line.quantity = number(parts.next(), 3)?.unwrap_or(line.quantity);
    let price = number(parts.next(), 2)?;
    if price.is_none() && line.product.is_none() {
        return Err(none_named(Named::Line, said));
    }
    line.price = price.unwrap_or(line.price);
    Ok(line)
}

fn none_named(what: Named, said: &str) -> Error {
    Error::NoneNamed {
        what,
        name: said.to_owned(),
    }
}

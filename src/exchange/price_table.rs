//! Products and their prices from a table: CSV or a workbook, its columns known by their titles.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::path::Path;

use chrono::NaiveDate;

use crate::domain::sales::tax::class_of;
use crate::domain::sales::{PriceList, TaxClass, TaxRate};
use crate::domain::term::Dictionary;
use crate::domain::text::fold;
use crate::domain::{Id, Operation, Product, Progress, Term, decimal};
use crate::error::{Error, Result, TableFault};
use crate::exchange::{Choices, HeaderChoice, Row, Source};
use crate::workspace::{Outcome, Reader, Workspace};

/// What a column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    Code,
    Name,
    Group,
    Unit,
    Tax,
    Cost,
    Note,
    /// The price by the list of that place among all.
    Price(usize),
}

/// What titles begin with; the longer one decides. The price is told apart from the names of lists.
const TITLES: [(Said, &[&str]); 7] = [
    (Said::Code, &["код", "артикул", "code", "sku", "article"]),
    (
        Said::Name,
        &[
            "наименование",
            "название",
            "товар",
            "услуга",
            "номенклатура",
            "name",
            "product",
            "item",
        ],
    ),
    (Said::Group, &["группа", "категория", "group", "category"]),
    (Said::Unit, &["ед", "единица", "unit"]),
    (Said::Tax, &["ндс", "ставка", "vat", "tax"]),
    (Said::Cost, &["себестоимость", "закупочная", "cost"]),
    (
        Said::Note,
        &["примечание", "описание", "note", "description"],
    ),
];
/// What the title of the price by the chosen list begins with.
const PRICE: [&str; 4] = ["цена", "стоимость", "price", "прайс"];
/// Rows before the titles that may say something else.
const LEADING: u64 = 40;

/// What a table says of products, held against those of the office; nothing is written yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PricePlan {
    /// A product for each row that can be read, in their order.
    pub rows: Vec<PriceRow>,
    /// Rows that cannot be read, with what in them cannot.
    pub refused: Vec<(u64, String)>,
    /// Groups that the office has not yet.
    pub groups: Vec<Term>,
    /// The lists of prices that columns stand for; the first is new where the office has none.
    pub lists: Vec<PriceList>,
}

/// What one row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PriceRow {
    /// Its number as a spreadsheet shows it.
    pub number: u64,
    /// The product as it will be.
    pub product: Product,
    /// Whether it is new, changed or as it was.
    pub fate: Fate,
    /// What it will cost, by the place of the list.
    pub prices: Vec<(usize, i64)>,
}

/// What becomes of a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fate {
    /// The office has none with that code or name.
    New,
    /// Something is said that was not so.
    Changed,
    /// Nothing new is said of the product itself.
    Same,
}

/// How many products became what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PriceSummary {
    /// New products.
    pub added: usize,
    /// Changed products.
    pub changed: usize,
    /// Prices that were entered or confirmed.
    pub prices: usize,
    /// Rows that could not be read.
    pub refused: usize,
}

/// What products cost by one list.
type Priced = Vec<(Id<Product>, Option<i64>)>;

/// What is needed while rows are read.
struct Known {
    rates: Vec<TaxRate>,
    today: NaiveDate,
    groups: Vec<Term>,
    by_code: HashMap<String, Product>,
    by_name: HashMap<String, Product>,
}

impl PricePlan {
    /// Reads a table. Prices without a list of their own are for that one, else for the first of
    /// the office, else for a new one of that name.
    ///
    /// # Errors
    /// [`Error::UnreadableTable`] where no row names a column of products.
    pub fn draft(
        reader: Reader<'_>,
        path: &Path,
        (list, new_list): (Option<Id<PriceList>>, &str),
        today: NaiveDate,
    ) -> Result<Self> {
        let source = Source::open_as(
            path,
            &Choices {
                header: HeaderChoice::None,
                ..Choices::default()
            },
        )?;
        let mut lists = reader.price_lists()?;
        if lists.is_empty() {
            lists.push(PriceList::new(new_list));
        }
        if let Some(at) = lists.iter().position(|known| Some(known.id) == list) {
            lists[..=at].rotate_right(1);
        }
        let mut known = Known::read(reader, today)?;
        let count = known.groups.len();
        let mut plan = Self {
            rows: Vec::new(),
            refused: Vec::new(),
            groups: Vec::new(),
            lists,
        };
        let mut columns: Option<Vec<Option<Said>>> = None;
        source.rows(|row| {
            match &columns {
                None if row.number > LEADING => return Ok(ControlFlow::Break(())),
                None => columns = titles(row.cells, &plan.lists),
                Some(columns) => match known.row(&row, columns) {
                    Ok(Some(read)) => plan.rows.push(read),
                    Ok(None) => {}
                    Err(cell) => plan.refused.push((row.number, cell)),
                },
            }
            Ok(ControlFlow::Continue(()))
        })?;
        plan.groups = known.groups.split_off(count);
        match columns {
            Some(_) => Ok(plan),
            None => Err(Error::UnreadableTable(TableFault::NoPrices)),
        }
    }

    /// Writes products, groups and prices, all as one operation.
    ///
    /// # Errors
    /// [`Error::Conflict`] where somebody has changed one of the products meanwhile;
    /// [`Error::Cancelled`]. Nothing is written then.
    pub fn apply(
        &self,
        workspace: &mut Workspace,
        progress: &Progress,
    ) -> Result<Outcome<PriceSummary>> {
        progress.expect(u64::try_from(self.rows.len()).unwrap_or(u64::MAX));
        workspace.transact(Operation::ImportProducts, |tx| {
            tx.heed(progress);
            let mut summary = PriceSummary {
                refused: self.refused.len(),
                ..PriceSummary::default()
            };
            for group in &self.groups {
                tx.save(group)?;
            }
            let mut prices: HashMap<usize, Priced> = HashMap::new();
            for (done, row) in (1..).zip(&self.rows) {
                progress.check()?;
                progress.reach(done);
                match row.fate {
                    Fate::New => summary.added += 1,
                    Fate::Changed => summary.changed += 1,
                    Fate::Same => {}
                }
                if row.fate != Fate::Same {
                    tx.save(&row.product)?;
                }
                for (list, amount) in &row.prices {
                    summary.prices += 1;
                    let of_list = prices.entry(*list).or_default();
                    of_list.push((row.product.id, Some(*amount)));
                }
            }
            for (at, of_list) in prices {
                let list = &self.lists[at];
                if list.version == 0 {
                    tx.save(list)?;
                }
                tx.set_prices(list.id, &of_list)?;
            }
            Ok(summary)
        })
    }
}

/// What the columns say, where the cells are titles that name products.
fn titles(cells: &[String], lists: &[PriceList]) -> Option<Vec<Option<Said>>> {
    let mut columns: Vec<Option<Said>> = Vec::new();
    for cell in cells {
        let said = said(&fold(cell), lists).filter(|said| !columns.contains(&Some(*said)));
        columns.push(said);
    }
    columns.contains(&Some(Said::Name)).then_some(columns)
}

fn said(title: &str, lists: &[PriceList]) -> Option<Said> {
    let is_price = PRICE.iter().any(|price| title.starts_with(price));
    let named = lists.iter().position(|list| {
        let name = fold(&list.name);
        !name.is_empty() && (title == name || is_price && title.ends_with(&name))
    });
    if let Some(list) = named {
        return Some(Said::Price(list));
    }
    let known = TITLES.iter().flat_map(|(said, titles)| {
        let fitting = titles
            .iter()
            .filter(move |known| title.starts_with(**known));
        fitting.map(move |known| (known.len(), *said))
    });
    let known = known
        .max_by_key(|(length, _)| *length)
        .map(|(_, said)| said);
    known.or(is_price.then_some(Said::Price(0)))
}

impl Known {
    fn read(reader: Reader<'_>, today: NaiveDate) -> Result<Self> {
        let products = reader.products()?;
        let catalog = reader.catalog()?;
        let coded = products.iter().filter(|product| !product.code.is_empty());
        Ok(Self {
            rates: reader.tax_rates()?,
            today,
            groups: catalog.terms(Dictionary::ProductGroup).cloned().collect(),
            by_code: coded.map(|one| (fold(&one.code), one.clone())).collect(),
            by_name: products
                .iter()
                .map(|one| (fold(&one.name), one.clone()))
                .collect(),
        })
    }

    /// What a row says; `None` where it names no product, the cell that cannot be read otherwise.
    fn row(
        &mut self,
        row: &Row<'_>,
        columns: &[Option<Said>],
    ) -> std::result::Result<Option<PriceRow>, String> {
        let say = |said: Said| {
            let at = columns.iter().position(|column| *column == Some(said));
            at.and_then(|at| row.cells.get(at))
                .map_or("", String::as_str)
        };
        let (code, name) = (say(Said::Code), say(Said::Name));
        if name.is_empty() {
            return Ok(None);
        }
        let by_code = self.by_code.get(&fold(code)).filter(|_| !code.is_empty());
        let by_name = self.by_name.get(&fold(name));
        let before = by_code.or(by_name.filter(|known| code.is_empty() || known.code.is_empty()));
        let before = before.cloned();
        let mut product = before.clone().unwrap_or_else(|| Product::new(name, ""));
        name.clone_into(&mut product.name);
        for (said, text) in [
            (code, &mut product.code),
            (say(Said::Unit), &mut product.unit),
            (say(Said::Note), &mut product.note),
        ] {
            if !said.is_empty() {
                said.clone_into(text);
            }
        }
        if !say(Said::Group).is_empty() {
            product.group = Some(self.group(say(Said::Group)));
        }
        if !say(Said::Tax).is_empty() {
            product.tax = self
                .tax(say(Said::Tax))
                .ok_or_else(|| say(Said::Tax).to_owned())?;
        }
        if !say(Said::Cost).is_empty() {
            product.cost = Some(money(say(Said::Cost))?);
        }
        let mut prices = Vec::new();
        for (column, cell) in columns.iter().zip(row.cells) {
            if let (Some(Said::Price(list)), false) = (column, cell.is_empty()) {
                prices.push((*list, money(cell)?));
            }
        }
        let fate = match &before {
            None => Fate::New,
            Some(before) if *before == product => Fate::Same,
            Some(_) => Fate::Changed,
        };
        // A second row of the same product goes on where the first left off; its making is logged
        // once.
        self.remember(&product);
        Ok(Some(PriceRow {
            number: row.number,
            product,
            fate,
            prices,
        }))
    }

    fn remember(&mut self, product: &Product) {
        let known = Product {
            version: product.version.max(1),
            ..product.clone()
        };
        if !known.code.is_empty() {
            self.by_code.insert(fold(&known.code), known.clone());
        }
        self.by_name.insert(fold(&known.name), known);
    }

    /// The group of that name, new where the office has none.
    fn group(&mut self, name: &str) -> Id<Term> {
        let known = self
            .groups
            .iter()
            .find(|term| fold(&term.name) == fold(name));
        if let Some(known) = known {
            return known.id;
        }
        let position = i64::try_from(self.groups.len()).unwrap_or(i64::MAX);
        let term = Term {
            position,
            ..Term::new(Dictionary::ProductGroup, name)
        };
        let id = term.id;
        self.groups.push(term);
        id
    }

    /// `22`, `22%`, `0,22`, `без НДС`.
    fn tax(&self, text: &str) -> Option<TaxClass> {
        let folded = fold(text);
        if ["без", "нет", "no", "exempt", "-"]
            .iter()
            .any(|word| folded.starts_with(word))
        {
            return Some(TaxClass::Exempt);
        }
        let bare = folded
            .trim_start_matches("ндс")
            .trim_end_matches('%')
            .trim();
        let rate = decimal::read(bare, 2)?;
        let class = |rate| class_of(&self.rates, Some(rate), self.today);
        match class(rate) {
            // As a share of one, as workbooks keep percents.
            TaxClass::Exempt => {
                let share = decimal::read(bare, 4)?;
                Some(class(share)).filter(|class| *class != TaxClass::Exempt)
            }
            class => Some(class),
        }
    }
}

/// An amount in kopecks, rounded where it is finer; what cannot be read otherwise.
fn money(cell: &str) -> std::result::Result<i64, String> {
    decimal::read_money(cell)
        .or_else(|| Some((decimal::read(cell, decimal::MILLIONTHS)? + 5_000) / 10_000))
        .filter(|amount| *amount >= 0)
        .ok_or_else(|| cell.to_owned())
}

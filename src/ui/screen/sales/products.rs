//! Products and services: what they cost by each list of prices, their cost and their tax.

mod form;
mod import;
mod lists;
mod view;

use std::collections::{BTreeSet, HashMap};

use iced::keyboard::key::Named;
use iced::widget::operation::{focus, move_cursor_to_end};

use crate::domain::sales::{Price, PriceList};
use crate::domain::term::Dictionary;
use crate::domain::text::fold;
use crate::domain::{Id, Operation, Product, Term};
use crate::error::{Error, Result};
use crate::ui::screen::{Action, Command, Context, Press, Wish};
use crate::ui::widget::table::{self, Density, Step};
use crate::workspace::Reader;
use form::Form;
use import::Import;
use lists::Lists;

#[cfg(test)]
pub use form::{Message as FormMessage, Text};

/// The field one searches with.
const SEARCH: &str = "products search";

/// Everything that is sold.
#[derive(Debug, Clone)]
pub struct Stock {
    products: Vec<Product>,
    lists: Vec<PriceList>,
    /// What products cost, a map for each list.
    prices: Vec<HashMap<Id<Product>, Price>>,
}

/// What the tab remembers.
#[derive(Debug, Default)]
pub struct Products {
    stock: Option<Box<Stock>>,
    needle: String,
    /// One group alone; all where it is `None`.
    group: Option<Id<Term>>,
    /// What is shown, in its order: places among all.
    rows: Vec<usize>,
    chosen: Option<Id<Product>>,
    table: table::State,
    over: Option<Over>,
}

/// What stands over the page.
#[derive(Debug)]
enum Over {
    Form(Box<Form>),
    Lists(Lists),
    Import(Box<Import>),
}

/// What happened in the tab.
#[derive(Debug, Clone)]
pub enum Message {
    /// Everything that is sold was read.
    Loaded(Result<Box<Stock>>),
    /// Something was typed to narrow the list.
    Typed(String),
    /// One group alone is to be shown, or all.
    Group(Option<Id<Term>>),
    /// Something happened in the table.
    Table(table::Message),
    /// A product is to be entered.
    Add,
    /// The product under the cursor is to be changed.
    Edit,
    /// The product under the cursor is to be removed.
    Delete,
    /// The lists of prices are to be changed.
    EditLists,
    /// Products are to be read from a table.
    ImportPressed,
    /// What became of what was written.
    Written(Operation, Result<BTreeSet<&'static str>>),
    /// Something happened in the form.
    Form(form::Message),
    /// Something happened to the lists.
    Lists(lists::Message),
    /// Something happened in the import.
    Import(import::Message),
}

impl Stock {
    fn read(reader: Reader<'_>) -> Result<Self> {
        let lists = reader.price_lists()?;
        let prices = lists.iter().map(|list| reader.prices(list.id));
        Ok(Self {
            products: reader.products()?,
            prices: prices.collect::<Result<_>>()?,
            lists,
        })
    }

    /// What a product costs by the list at a place, in kopecks.
    fn price(&self, list: usize, product: Id<Product>) -> Option<i64> {
        let price = self.prices.get(list)?.get(&product)?;
        Some(price.amount)
    }
}

impl Products {
    /// Makes the rows higher or lower.
    pub fn set_density(&mut self, density: Density) {
        self.table.set_density(density);
    }

    /// Whether something was typed that is not saved.
    pub fn is_dirty(&self) -> bool {
        match &self.over {
            Some(Over::Form(form)) => form.is_dirty(),
            Some(Over::Lists(lists)) => lists.is_dirty(),
            Some(Over::Import(_)) | None => false,
        }
    }

    /// Whether work is under way.
    pub fn is_busy(&self) -> bool {
        matches!(&self.over, Some(Over::Import(import)) if import.is_busy())
    }

    /// What is said when that is closed which stands over the page; `None` where nothing does.
    pub fn closed(&self) -> Option<Message> {
        Some(match self.over.as_ref()? {
            Over::Form(_) => Message::Form(form::Message::Leave),
            Over::Lists(_) => Message::Lists(lists::Message::Leave),
            Over::Import(_) => Message::Import(import::Message::Leave),
        })
    }

    /// Reads everything that is sold.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        let stock = context
            .worker
            .list(|reader| Stock::read(reader).map(Box::new));
        Command::perform(stock, Message::Loaded)
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Loaded(Ok(stock)) => self.stock = Some(stock),
            Message::Typed(needle) => self.needle = needle,
            Message::Group(group) => self.group = group,
            Message::Table(message) => return self.point(message, context),
            Message::Written(operation, Ok(changed)) => {
                self.over = None;
                return Action::wish(Wish::Done(operation, changed));
            }
            Message::Written(_, Err(error)) => {
                match &mut self.over {
                    Some(Over::Form(form)) => form.take_back(),
                    Some(Over::Lists(lists)) => lists.take_back(),
                    Some(Over::Import(_)) | None => {}
                }
                return Action::wish(Wish::Fail(error));
            }
            Message::Loaded(Err(error)) => return Action::wish(Wish::Fail(error)),
            Message::Form(_) | Message::Lists(_) | Message::Import(_) => {
                return self.update_over(message, context);
            }
            message => return self.begin(message, context),
        }
        self.lay_out();
        Action::none()
    }

    fn update_over(&mut self, message: Message, context: &Context) -> Action<Message> {
        let (action, is_left) = match (&mut self.over, message) {
            (Some(Over::Form(form)), Message::Form(message)) => {
                let is_left = form.is_left(&message);
                (form.update(message, context), is_left)
            }
            (Some(Over::Lists(lists)), Message::Lists(message)) => {
                let is_left = lists.is_left(&message);
                (lists.update(message, context), is_left)
            }
            (Some(Over::Import(import)), Message::Import(message)) => {
                let is_left = import.is_left(&message);
                (import.update(message, context), is_left)
            }
            _ => (Action::none(), false),
        };
        if is_left {
            self.over = None;
        }
        action
    }

    /// Begins what needs leave to write.
    fn begin(&mut self, message: Message, context: &Context) -> Action<Message> {
        if context.is_read_only {
            return Action::wish(Wish::Fail(Error::ReadOnly));
        }
        let Some(stock) = &self.stock else {
            return Action::none();
        };
        let chosen = stock
            .products
            .iter()
            .find(|one| Some(one.id) == self.chosen);
        match (message, chosen) {
            (Message::Add, _) => {
                let product = Product {
                    group: self.group,
                    ..Product::new("", context.locale.text("products-usual-unit"))
                };
                let form = Form::new(product, stock, &context.locale);
                self.over = Some(Over::Form(Box::new(form)));
                Action::run(focus(form::NAME))
            }
            (Message::Edit, Some(product)) => {
                let form = Form::new(product.clone(), stock, &context.locale);
                self.over = Some(Over::Form(Box::new(form)));
                Action::run(focus(form::NAME))
            }
            (Message::Delete, Some(product)) => {
                let product = product.clone();
                let written = context.worker.write(move |workspace| {
                    let done =
                        workspace.transact(Operation::EditProducts, |tx| tx.delete(&product))?;
                    Ok(done.changed)
                });
                Action::run(Command::perform(written, |written| {
                    Message::Written(Operation::EditProducts, written)
                }))
            }
            (Message::EditLists, _) => {
                self.over = Some(Over::Lists(Lists::new(stock)));
                Action::run(focus(lists::FIRST))
            }
            (Message::ImportPressed, _) => {
                self.over = Some(Over::Import(Box::default()));
                Action::run(focus(import::PATH))
            }
            _ => Action::none(),
        }
    }

    fn lay_out(&mut self) {
        let Some(stock) = &self.stock else { return };
        let needle = fold(&self.needle);
        let is_meant = |one: &Product| {
            let is_of_group = self.group.is_none_or(|group| one.group == Some(group));
            let texts = [&one.code, &one.name, &one.note];
            let mut texts = texts.iter();
            let has_words = needle.is_empty() || texts.any(|text| fold(text).contains(&needle));
            is_of_group && has_words
        };
        let rows = stock.products.iter().enumerate();
        let rows = rows.filter(|(_, one)| is_meant(one)).map(|(at, _)| at);
        let mut rows: Vec<usize> = rows.collect();
        if let Some(sort) = self.table.sort() {
            let products = &stock.products;
            let list = stock
                .lists
                .iter()
                .position(|list| list.id.raw().to_string() == sort.key);
            match (&*sort.key, list) {
                ("code", _) => rows.sort_by_cached_key(|at| fold(&products[*at].code)),
                ("cost", _) => rows.sort_by_key(|at| products[*at].cost),
                (_, Some(list)) => rows.sort_by_key(|at| stock.price(list, products[*at].id)),
                _ => rows.sort_by_cached_key(|at| fold(&products[*at].name)),
            }
            if !sort.is_ascending {
                rows.reverse();
            }
        }
        self.rows = rows;
        let at = self.chosen.and_then(|id| {
            let mut rows = self.rows.iter();
            rows.position(|at| stock.products[*at].id == id)
        });
        let (at, count) = (at.unwrap_or_default() as u64, self.rows.len() as u64);
        self.table.set_cursor((count > 0).then_some(at), count);
        self.follow();
    }

    fn follow(&mut self) {
        let product = self.table.cursor().and_then(|row| self.at(row));
        self.chosen = product.map(|one| one.id);
    }

    fn at(&self, row: u64) -> Option<&Product> {
        let at = self.rows.get(usize::try_from(row).ok()?)?;
        self.stock.as_ref()?.products.get(*at)
    }

    fn point(&mut self, message: table::Message, context: &Context) -> Action<Message> {
        match self.table.update(message, self.rows.len() as u64) {
            table::Action::Press(..) => self.follow(),
            table::Action::Sort(_) => self.lay_out(),
            table::Action::Open(_) => {
                self.follow();
                return self.update(Message::Edit, context);
            }
            _ => {}
        }
        Action::none()
    }

    /// Takes in a key.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        if self.over.is_some() {
            return Action::none(); // it has the keyboard
        }
        if let Some(step) = Step::of_key(&press.key).filter(|_| !press.is_captured) {
            self.table.step(step, self.rows.len() as u64);
            self.follow();
            return Action::none();
        }
        if press.is(Named::Escape) {
            return match self.needle.is_empty() {
                true => Action::wish(Wish::Back),
                false => self.update(Message::Typed(String::new()), context),
            };
        }
        if press.is_command('f') {
            return Action::run(focus(SEARCH));
        }
        if press.is_captured {
            return Action::none();
        }
        let message = match () {
            () if press.is(Named::Enter) || press.is(Named::F2) => Message::Edit,
            () if press.is(Named::Insert) => Message::Add,
            () if press.is(Named::Delete) => Message::Delete,
            () => {
                let Some(letters) = press.letters() else {
                    return Action::none();
                };
                self.needle.push_str(letters);
                self.lay_out();
                let typed = [focus(SEARCH), move_cursor_to_end(SEARCH)];
                return Action::run(Command::batch(typed));
            }
        };
        self.update(message, context)
    }
}

/// The groups of products, each with its name.
fn groups(context: &Context) -> impl Iterator<Item = (Id<Term>, String)> {
    let terms = context.catalog.terms(Dictionary::ProductGroup);
    terms.map(|term| (term.id, term.name.clone()))
}

//! Products and services: what they cost by each list of prices, their cost and their tax.

mod form;
mod import;
mod lists;
mod view;
mod written;

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use iced::widget::operation::focus;

use super::list::{List, Stroke, to_search};
use crate::domain::sales::{Price, PriceList};
use crate::domain::term::Dictionary;
use crate::domain::text::fold;
use crate::domain::{Id, Operation, Product, Term};
use crate::error::{Error, Result};
use crate::ui::screen::selected::Deed;
use crate::ui::screen::{Action, Command, Context, Press, Wish, paged};
use crate::ui::widget::table::{self, Density};
use crate::workspace::Reader;
use form::Form;
use import::Import;
use lists::Lists;
use written::written;

#[cfg(test)]
pub use form::{Message as FormMessage, Text};

/// The field one searches with.
const SEARCH: &str = "products search";

/// What products cost.
#[derive(Debug, Clone, Default)]
pub struct Stock {
    lists: Vec<PriceList>,
    /// What products cost, a map for each list.
    prices: Vec<HashMap<Id<Product>, Price>>,
}

/// What the tab remembers.
#[derive(Debug, Default)]
pub struct Products {
    stock: Stock,
    list: List<Product>,
    /// One group alone; all where it is `None`.
    group: Option<Id<Term>>,
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
    Loaded(Result<(Vec<Product>, Stock)>),
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
    /// Something is to be done with the selected products, or with all.
    Deed(Deed),
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
        self.list.table.set_density(density);
    }

    /// Whether something was typed that is not saved.
    pub fn is_dirty(&self) -> bool {
        match &self.over {
            Some(Over::Form(form)) => form.is_dirty(),
            Some(Over::Lists(lists)) => lists.is_dirty(),
            Some(Over::Import(_)) | None => false,
        }
    }

    /// Whether it is asked what becomes of what was typed, or that is saved in answer.
    pub fn is_leaving(&self) -> bool {
        match &self.over {
            Some(Over::Form(form)) => form.is_leaving(),
            Some(Over::Lists(lists)) => lists.is_leaving(),
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
            .list(|reader| Ok((reader.products()?, Stock::read(reader)?)));
        Command::perform(stock, Message::Loaded)
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Loaded(Ok((products, stock))) => {
                self.list.take(products);
                self.stock = stock;
            }
            Message::Typed(needle) => self.list.needle = needle,
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
            Message::Deed(deed) => return self.do_with_many(deed, context),
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
        let stock = &self.stock;
        match (message, self.list.current()) {
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
            (Message::Delete, Some(product)) => delete(vec![product.clone()], context),
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

    /// Does something with the selected products; a table has all where none is selected.
    fn do_with_many(&mut self, deed: Deed, context: &Context) -> Action<Message> {
        self.list.export.update(deed);
        match deed {
            Deed::Menu(_) | Deed::Mark(_) | Deed::Letters => Action::none(),
            Deed::Clear => {
                self.list.selection.clear();
                Action::none()
            }
            Deed::Delete if context.is_read_only => Action::wish(Wish::Fail(Error::ReadOnly)),
            Deed::Delete if self.list.selection.is_empty() => Action::none(),
            Deed::Delete => delete(self.list.meant().cloned().collect(), context),
            Deed::Export(format) => {
                let listed = written(self.list.meant(), &self.stock, context);
                let name = context.locale.text("sales-products");
                Action::wish(Wish::ExportListed(format, Arc::new(listed), name))
            }
        }
    }

    fn lay_out(&mut self) {
        let (needle, group) = (fold(&self.list.needle), self.group);
        let is_meant = |one: &Product| {
            let is_of_group = group.is_none_or(|group| one.group == Some(group));
            let texts = [&one.code, &one.name, &one.note];
            let mut texts = texts.iter();
            let has_words = needle.is_empty() || texts.any(|text| fold(text).contains(&needle));
            is_of_group && has_words
        };
        let stock = &self.stock;
        self.list.lay_out(is_meant, |by, rows, products| {
            let mut lists = stock.lists.iter();
            let list = lists.position(|list| list.id.raw().to_string() == by);
            match (by, list) {
                ("code", _) => rows.sort_by_cached_key(|at| fold(&products[*at].code)),
                ("cost", _) => rows.sort_by_key(|at| products[*at].cost),
                (_, Some(list)) => rows.sort_by_key(|at| stock.price(list, products[*at].id)),
                _ => rows.sort_by_cached_key(|at| fold(&products[*at].name)),
            }
        });
    }

    fn point(&mut self, message: table::Message, context: &Context) -> Action<Message> {
        match self.list.point(message) {
            table::Action::Sort(_) => self.lay_out(),
            table::Action::Open(_) => return self.update(Message::Edit, context),
            _ => {}
        }
        Action::none()
    }

    /// Takes in a key.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        if self.over.is_some() {
            return Action::none(); // it has the keyboard
        }
        match self.list.press(press) {
            Stroke::None => Action::none(),
            Stroke::Typed => {
                self.lay_out();
                Action::run(to_search(SEARCH))
            }
            Stroke::Search => Action::run(to_search(SEARCH)),
            Stroke::Leave => Action::wish(Wish::Back),
            Stroke::Open => self.update(Message::Edit, context),
            Stroke::New => self.update(Message::Add, context),
            Stroke::Delete => self.update(Message::Delete, context),
            Stroke::Deed(deed) => self.update(Message::Deed(deed), context),
        }
    }
}

/// Removes products.
fn delete(products: Vec<Product>, context: &Context) -> Action<Message> {
    let written = context.worker.write(move |workspace| {
        let done = workspace.transact(Operation::EditProducts, |tx| {
            products.iter().try_for_each(|product| tx.delete(product))
        })?;
        Ok(done.changed)
    });
    Action::run(Command::perform(written, |written| {
        Message::Written(Operation::EditProducts, written)
    }))
}

impl paged::Line for Product {
    type Of = Self;

    fn id(&self) -> Id<Self> {
        self.id
    }
}

/// The groups of products, each with its name.
fn groups(context: &Context) -> impl Iterator<Item = (Id<Term>, String)> {
    let terms = context.catalog.terms(Dictionary::ProductGroup);
    terms.map(|term| (term.id, term.name.clone()))
}

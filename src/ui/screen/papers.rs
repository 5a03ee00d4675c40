//! The register of papers: offers, contracts, invoices, acts, waybills and letters, narrowed and
//! searched, opened, thrown away; the same list of invoices alone stands on the page of sales.

mod cells;
mod deeds;
mod filters;
mod keyboard;
mod list;
mod menus;
#[cfg(test)]
mod tests;
mod view;

use std::collections::BTreeSet;

use super::period::{Period, Span};
use super::sales::payments::Begin;
use super::selected::{self, Deed};
use super::{Action, Command, Context, ExportFormat, Wish, documents};
use crate::domain::paper::{ContractKind, Document, PaperFilter, PaperKind};
use crate::domain::paper::{PaperListing, PaperOrder, PaperSort};
use crate::domain::{Client, Company, Id, Operation, Paper};
use crate::error::Result;
use crate::ui::widget::table::Density;
use list::List;

pub use cells::state_tone;
pub use menus::icon_of;

/// Which papers a list is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scope {
    /// Papers of every kind.
    #[default]
    All,
    /// Invoices, with what is paid of them.
    Invoices,
}

/// What the page remembers.
#[derive(Debug)]
pub struct Papers {
    scope: Scope,
    list: List,
    span: Span,
    known: Known,
    /// The menu of the table that the list is written to.
    export: selected::Menu,
    /// The menu that is unfolded, and the line the keyboard stands on.
    open: Option<Menu>,
    mark: usize,
}

/// What papers name by id.
#[derive(Debug, Clone, Default)]
pub struct Known {
    companies: Vec<Company>,
    contract_kinds: Vec<ContractKind>,
}

/// A menu of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Menu {
    /// What can be made.
    New,
    /// What can be done with the paper under the cursor.
    Row,
}

/// What happened on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// What papers name was read.
    Known(Result<Known>),
    /// Another tab of the documents is wanted.
    TabChosen(documents::Tab),
    /// Something happened in the list.
    List(list::Message),
    /// The list is to be narrowed otherwise.
    Narrow(filters::Message),
    /// A menu is to unfold, or the one that is unfolded to fold.
    Menu(Option<Menu>),
    /// The mark in a menu moves.
    Mark(isize),
    /// A paper of that kind is to be made.
    New(PaperKind),
    /// A paper of that kind is to be made from another.
    Make(Id<Paper>, PaperKind),
    /// It was prepared.
    Made(Result<Box<Document>>),
    /// A paper is to be shown.
    Open(Id<Paper>),
    /// A payment for an invoice is to be entered.
    Pay(Begin),
    /// The card of a client is to be shown.
    OpenClient(Id<Client>),
    /// A paper is to be thrown away.
    Delete(Id<Paper>),
    /// It was; or several were.
    Deleted(Operation, Result<BTreeSet<&'static str>>),
    /// Something is to be done with the selected papers, or with all.
    Deed(Deed),
    /// What is to be written to a table was read.
    Listed(ExportFormat, Result<Vec<PaperListing>>),
    /// The clients of the selected papers were read.
    Clients(Result<Vec<Id<Client>>>),
}

impl Papers {
    /// A list nobody has looked at yet.
    pub fn new(scope: Scope) -> Self {
        let order = match scope {
            Scope::All => PaperOrder::default(),
            Scope::Invoices => PaperOrder {
                by: PaperSort::Due,
                is_descending: false,
            },
        };
        Self {
            scope,
            list: List::new(scope.all(), order, scope == Scope::Invoices),
            span: Span::new(Period::All),
            known: Known::default(),
            export: selected::Menu::default(),
            open: None,
            mark: 0,
        }
    }

    /// Makes the rows higher or lower.
    pub fn set_density(&mut self, density: Density) {
        self.list.table.set_density(density);
    }

    /// Reads the papers.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        let known = context.worker.read(|reader| {
            Ok(Known {
                companies: reader.companies()?,
                contract_kinds: reader.contract_kinds()?,
            })
        });
        let list = self.list.refresh(context).map(Message::List);
        Command::batch([Command::perform(known, Message::Known), list])
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Known(Ok(known)) => {
                self.known = known;
                Action::none()
            }
            Message::List(list::Message::Table(message)) => self.point(message, context),
            Message::List(message) => self.list.update(message, context).map(Message::List),
            Message::TabChosen(tab) => Action::wish(tab.wish()),
            Message::Narrow(message) => self.narrow(message, context),
            Message::Menu(menu) => {
                (self.open, self.mark) = (menu, 0);
                Action::none()
            }
            Message::Mark(by) => {
                let last = self.lines(context).len().saturating_sub(1);
                self.mark = self.mark.saturating_add_signed(by).min(last);
                Action::none()
            }
            Message::Open(id) => Action::wish(Wish::EditPaper(id)),
            Message::Pay(begin) => {
                self.open = None;
                Action::wish(Wish::NewPayment(begin))
            }
            Message::OpenClient(id) => Action::wish(Wish::Open(id)),
            Message::Deleted(operation, Ok(changed)) => {
                Action::wish(Wish::Done(operation, changed))
            }
            Message::Deed(deed) => self.do_with_many(deed, context),
            Message::Listed(format, Ok(lines)) => self.write_table(format, &lines, context),
            Message::Clients(Ok(clients)) => Action::wish(Wish::Letters(clients)),
            Message::Made(Ok(document)) => Action::wish(Wish::NewPaper(document)),
            Message::Known(Err(error))
            | Message::Deleted(_, Err(error))
            | Message::Listed(_, Err(error))
            | Message::Clients(Err(error))
            | Message::Made(Err(error)) => Action::wish(Wish::Fail(error)),
            Message::New(_) | Message::Make(..) | Message::Delete(_) => {
                self.open = None;
                self.carry_out(message, context)
            }
        }
    }
}

impl Scope {
    /// All that such a list may show.
    fn all(self) -> PaperFilter {
        match self {
            Self::All => PaperFilter::default(),
            Self::Invoices => PaperFilter::of(PaperKind::Invoice),
        }
    }
}

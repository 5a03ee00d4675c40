//! The page of sales: invoices, payments, statements of the bank, products and prices, and how
//! clients and we stand with each other.

mod list;
pub mod payments;
mod products;
mod settlements;
mod statement;
#[cfg(test)]
mod tests;
mod view;

use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::papers::{self, Papers, Scope};
use super::{Action, Command, Context, Press};
use crate::ui::widget::table::Density;
use payments::{Begin, Payments};
use products::Products;
use settlements::Settlements;
use statement::Statement;

/// A tab of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    /// Invoices, the unpaid first.
    #[default]
    Invoices,
    /// Payments.
    Payments,
    /// A statement of the bank that is read in.
    Statement,
    /// Who owes what.
    Settlements,
    /// Products and their prices.
    Products,
}

/// What the page remembers.
#[derive(Debug)]
pub struct Sales {
    tab: Tab,
    invoices: Papers,
    payments: Payments,
    statement: Statement,
    settlements: Settlements,
    products: Products,
}

/// What happened on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// Another tab is to be shown.
    Tab(Tab),
    /// Among the invoices.
    Invoices(papers::Message),
    /// Among the payments.
    Payments(payments::Message),
    /// In the statement.
    Statement(statement::Message),
    /// Among the settlements.
    Settlements(settlements::Message),
    /// Among the products.
    Products(products::Message),
}

impl Tab {
    const ALL: [Self; 5] = [
        Self::Invoices,
        Self::Payments,
        Self::Statement,
        Self::Settlements,
        Self::Products,
    ];
}

impl Sales {
    /// A page nobody has looked at yet.
    pub fn new(tab: Tab) -> Self {
        Self {
            tab,
            invoices: Papers::new(Scope::Invoices),
            payments: Payments::default(),
            statement: Statement::default(),
            settlements: Settlements::new(),
            products: Products::default(),
        }
    }

    /// The page with the form of a new payment over it.
    pub fn new_payment(begin: Begin, context: &Context) -> (Self, Command<Message>) {
        let mut page = Self::new(Tab::Payments);
        let begun = page.payments.add(begin, context).map(Message::Payments);
        let read = page.refresh(context);
        (page, Command::batch([read, begun]))
    }

    /// Makes the rows higher or lower.
    pub fn set_density(&mut self, density: Density) {
        self.invoices.set_density(density);
        self.payments.set_density(density);
        self.statement.set_density(density);
        self.settlements.set_density(density);
        self.products.set_density(density);
    }

    /// Whether something was typed that is not saved.
    pub fn is_dirty(&self) -> bool {
        self.payments.is_dirty() || self.products.is_dirty() || self.statement.is_dirty()
    }

    /// Whether it asks what becomes of what was typed, or saves it in answer.
    pub fn is_leaving(&self) -> bool {
        match self.tab {
            Tab::Payments => self.payments.is_leaving(),
            Tab::Products => self.products.is_leaving(),
            Tab::Statement => self.statement.is_leaving(),
            Tab::Invoices | Tab::Settlements => false,
        }
    }

    /// Whether work is under way that leaving would stop.
    pub fn is_busy(&self) -> bool {
        self.statement.is_busy() || self.products.is_busy()
    }

    /// Reads what is shown.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        match self.tab {
            Tab::Invoices => self.invoices.refresh(context).map(Message::Invoices),
            Tab::Payments => self.payments.refresh(context).map(Message::Payments),
            Tab::Statement => self.statement.refresh(context).map(Message::Statement),
            Tab::Settlements => self.settlements.refresh(context).map(Message::Settlements),
            Tab::Products => self.products.refresh(context).map(Message::Products),
        }
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Tab(tab) => {
                self.tab = tab;
                Action::run(self.refresh(context))
            }
            Message::Invoices(message) => self
                .invoices
                .update(message, context)
                .map(Message::Invoices),
            Message::Payments(message) => self
                .payments
                .update(message, context)
                .map(Message::Payments),
            Message::Statement(message) => {
                let action = self.statement.update(message, context);
                action.map(Message::Statement)
            }
            Message::Settlements(message) => {
                let action = self.settlements.update(message, context);
                action.map(Message::Settlements)
            }
            Message::Products(message) => self
                .products
                .update(message, context)
                .map(Message::Products),
        }
    }

    /// Takes in a key.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        let by = match press.key {
            Key::Named(Named::PageDown) if press.modifiers.command() => Some(1),
            Key::Named(Named::PageUp) if press.modifiers.command() => Some(Tab::ALL.len() - 1),
            _ => None,
        };
        if let Some(by) = by.filter(|_| !self.has_dialog()) {
            let at = Tab::ALL.iter().position(|tab| *tab == self.tab);
            let next = (at.unwrap_or_default() + by) % Tab::ALL.len();
            return self.update(Message::Tab(Tab::ALL[next]), context);
        }
        match self.tab {
            Tab::Invoices => self.invoices.press(press, context).map(Message::Invoices),
            Tab::Payments => self.payments.press(press, context).map(Message::Payments),
            Tab::Statement => {
                let action = self.statement.press(press, context);
                action.map(Message::Statement)
            }
            Tab::Settlements => {
                let action = self.settlements.press(press, context);
                action.map(Message::Settlements)
            }
            Tab::Products => self.products.press(press, context).map(Message::Products),
        }
    }

    /// Whether something stands over the page.
    pub fn has_dialog(&self) -> bool {
        self.closed().is_some()
    }

    /// What is said when that is closed.
    pub fn closed(&self) -> Option<Message> {
        match self.tab {
            Tab::Payments => self.payments.closed().map(Message::Payments),
            Tab::Products => self.products.closed().map(Message::Products),
            Tab::Statement => self.statement.closed().map(Message::Statement),
            Tab::Invoices | Tab::Settlements => None,
        }
    }
}

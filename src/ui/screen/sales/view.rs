//! How the page of sales looks.

use super::{Context, Message, Sales, Tab};
use crate::ui::widget::{Element, page, tabs};

impl Sales {
    /// The page with what stands over it.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let body = match self.tab {
            Tab::Invoices => self.invoices.body(context).map(Message::Invoices),
            Tab::Payments => self.payments.body(context).map(Message::Payments),
            Tab::Statement => self.statement.body(context).map(Message::Statement),
            Tab::Settlements => self.settlements.body(context).map(Message::Settlements),
            Tab::Products => self.products.body(context).map(Message::Products),
        };
        let told = match self.tab {
            Tab::Invoices => self.invoices.told(context),
            Tab::Payments => self.payments.told(context),
            Tab::Statement => None,
            Tab::Settlements => self.settlements.told(context),
            Tab::Products => self.products.told(context),
        };
        let locale = &context.locale;
        let tabs = Tab::ALL.map(|tab| {
            let label = locale.text(match tab {
                Tab::Invoices => "sales-invoices",
                Tab::Payments => "sales-payments",
                Tab::Statement => "sales-statement",
                Tab::Settlements => "sales-settlements",
                Tab::Products => "sales-products",
            });
            tabs::tab(label, tab == self.tab, Message::Tab(tab))
        });
        let mut page = page::page(locale.text("sales-title"), body).tabs(tabs);
        if let Some(told) = told {
            page = page.told(told);
        }
        for button in self.buttons(context) {
            page = page.button(button);
        }
        page.into()
    }

    fn buttons<'a>(&'a self, context: &'a Context) -> Vec<Element<'a, Message>> {
        match self.tab {
            Tab::Invoices => self
                .invoices
                .buttons(context)
                .into_iter()
                .map(|button| button.map(Message::Invoices))
                .collect(),
            _ if context.is_read_only => Vec::new(),
            Tab::Payments => vec![self.payments.add_button(context).map(Message::Payments)],
            Tab::Products => self
                .products
                .buttons(context)
                .into_iter()
                .map(|button| button.map(Message::Products))
                .collect(),
            Tab::Statement | Tab::Settlements => Vec::new(),
        }
    }

    /// What stands over the page.
    pub fn dialog<'a>(&'a self, context: &'a Context) -> Option<Element<'a, Message>> {
        match self.tab {
            Tab::Payments => {
                let dialog = self.payments.dialog(context)?;
                Some(dialog.map(Message::Payments))
            }
            Tab::Products => {
                let dialog = self.products.dialog(context)?;
                Some(dialog.map(Message::Products))
            }
            Tab::Statement => {
                let dialog = self.statement.dialog(context)?;
                Some(dialog.map(Message::Statement))
            }
            Tab::Invoices | Tab::Settlements => None,
        }
    }
}

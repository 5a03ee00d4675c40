//! Payments: who paid what and when, for which invoices; entered, changed, removed.

mod form;
mod invoices;
mod view;
mod written;

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{NaiveDate, Utc};

use super::list::{List, Stroke, letters, to_search};
use crate::domain::sales::PaymentListing;
use crate::domain::text::fold;
use crate::domain::{Client, Id, Operation, Paper, Payment};
use crate::error::{Error, Result};
use crate::ui::screen::period::{self, Period, Span};
use crate::ui::screen::selected::Deed;
use crate::ui::screen::{Action, Command, Context, Press, Wish, paged};
use crate::ui::widget::table::{self, Density};
use form::Form;
use written::written;

#[cfg(test)]
pub use form::{Message as FormMessage, Text};

/// The field one searches with.
const SEARCH: &str = "payments search";

/// The first and the last day of a list; `None` for no end.
type Days = (Option<NaiveDate>, Option<NaiveDate>);

/// What a new payment begins with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Begin {
    /// Whose it is.
    pub client: Option<Id<Client>>,
    /// The invoice that comes first.
    pub invoice: Option<Id<Paper>>,
}

/// The payments of a time.
#[derive(Debug)]
pub struct Payments {
    span: Span,
    list: List<PaymentListing>,
    form: Option<Box<Form>>,
}

/// What happened among the payments.
#[derive(Debug, Clone)]
pub enum Message {
    /// The payments of that time were read.
    Loaded(Days, Result<Vec<PaymentListing>>),
    /// Another time is to be shown.
    Period(period::Message),
    /// Something was typed to narrow the list.
    Typed(String),
    /// Something happened in the table.
    Table(table::Message),
    /// A payment is to be entered.
    Add,
    /// The payment under the cursor is to be changed.
    Edit,
    /// The payment under the cursor is to be removed.
    Delete,
    /// It was.
    Deleted(Operation, Result<BTreeSet<&'static str>>),
    /// Something is to be done with the selected payments, or with all.
    Deed(Deed),
    /// Something happened in the form.
    Form(form::Message),
}

impl Default for Payments {
    /// The payments of this month, nobody has looked at yet.
    fn default() -> Self {
        Self {
            span: Span::new(Period::Month),
            list: List::descending("date"),
            form: None,
        }
    }
}

impl Payments {
    /// Makes the rows higher or lower.
    pub fn set_density(&mut self, density: Density) {
        self.list.table.set_density(density);
    }

    /// Whether something was typed that is not saved.
    pub fn is_dirty(&self) -> bool {
        self.form.as_ref().is_some_and(|form| form.is_dirty())
    }

    /// Whether the form asks what becomes of what was typed, or saves it in answer.
    pub fn is_leaving(&self) -> bool {
        self.form.as_ref().is_some_and(|form| form.is_leaving())
    }

    /// What is said when the form is closed; `None` where there is none.
    pub fn closed(&self) -> Option<Message> {
        let left = Message::Form(form::Message::Leave);
        self.form.as_ref().map(|_| left)
    }

    /// Reads the payments, and what the form offers.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        let days = self.span.days();
        let read = context
            .worker
            .list(move |reader| reader.payment_listings(None, days));
        let form = match &mut self.form {
            Some(form) => form.refresh(context).map(Message::Form),
            None => Command::none(),
        };
        let read = Command::perform(read, move |found| Message::Loaded(days, found));
        Command::batch([read, form])
    }

    /// Shows the form of a new payment.
    pub fn add(&mut self, begin: Begin, context: &Context) -> Command<Message> {
        let (form, command) = Form::new(begin, context);
        self.form = Some(Box::new(form));
        command.map(Message::Form)
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Loaded(days, Ok(all)) if days == self.span.days() => self.list.take(all),
            Message::Loaded(_, Ok(_late)) => return Action::none(),
            Message::Loaded(_, Err(error)) | Message::Deleted(_, Err(error)) => {
                return Action::wish(Wish::Fail(error));
            }
            Message::Period(message) => {
                return match self.span.update(message, &context.locale) {
                    true => Action::run(self.refresh(context)),
                    false => Action::none(),
                };
            }
            Message::Typed(needle) => self.list.needle = needle,
            Message::Table(message) => return self.point(message, context),
            Message::Add => {
                return match context.is_read_only {
                    true => Action::wish(Wish::Fail(Error::ReadOnly)),
                    false => Action::run(self.add(Begin::default(), context)),
                };
            }
            Message::Edit => return self.edit(context),
            Message::Delete => {
                let chosen = self.list.chosen().into_iter().collect();
                return self.delete((Operation::DeletePayment, chosen), context);
            }
            Message::Deleted(operation, Ok(changed)) => {
                return Action::wish(Wish::Done(operation, changed));
            }
            Message::Deed(deed) => return self.do_with_many(deed, context),
            Message::Form(message) => return self.update_form(message, context),
        }
        self.lay_out();
        Action::none()
    }

    fn update_form(&mut self, message: form::Message, context: &Context) -> Action<Message> {
        let Some(form) = &mut self.form else {
            return Action::none();
        };
        match form.update(message, context) {
            form::Answer::Waiting(action) => action.map(Message::Form),
            form::Answer::Left => {
                self.form = None;
                Action::none()
            }
            form::Answer::Saved(operation, changed) => {
                self.form = None;
                Action::wish(Wish::Done(operation, changed))
            }
        }
    }

    fn edit(&mut self, context: &Context) -> Action<Message> {
        let Some(id) = self.list.chosen() else {
            return Action::none();
        };
        let (form, command) = Form::edit(id, context);
        self.form = Some(Box::new(form));
        Action::run(command.map(Message::Form))
    }

    fn delete(
        &self,
        (operation, ids): (Operation, Vec<Id<Payment>>),
        context: &Context,
    ) -> Action<Message> {
        if ids.is_empty() {
            return Action::none();
        }
        if context.is_read_only {
            return Action::wish(Wish::Fail(Error::ReadOnly));
        }
        let deleted = context.worker.write(move |workspace| {
            workspace.transact(operation, |tx| {
                let now = Utc::now();
                ids.iter().try_for_each(|id| tx.delete_payment(*id, now))
            })
        });
        Action::run(Command::perform(deleted, move |outcome| {
            Message::Deleted(operation, outcome.map(|outcome| outcome.changed))
        }))
    }

    /// Does something with the selected payments; a table has all where none is selected.
    fn do_with_many(&mut self, deed: Deed, context: &Context) -> Action<Message> {
        self.list.export.update(deed);
        match deed {
            Deed::Menu(_) | Deed::Mark(_) => Action::none(),
            Deed::Clear => {
                self.list.selection.clear();
                Action::none()
            }
            Deed::Letters => letters(&self.list, |one| one.payment.client),
            Deed::Delete => {
                let meant = (Operation::DeletePayments, self.list.selected());
                self.delete(meant, context)
            }
            Deed::Export(format) => {
                let listed = written(self.list.meant(), &context.locale);
                let name = context.locale.text("sales-payments");
                Action::wish(Wish::ExportListed(format, Arc::new(listed), name))
            }
        }
    }

    /// Which payments are shown, and in which order.
    fn lay_out(&mut self) {
        let needle = fold(&self.list.needle);
        let has_words = |one: &PaymentListing| {
            let payment = &one.payment;
            let texts = [
                &one.client_name,
                &payment.purpose,
                &payment.number,
                &one.invoices,
            ];
            needle.is_empty() || texts.iter().any(|text| fold(text).contains(&needle))
        };
        self.list.lay_out(has_words, |by, rows, all| match by {
            "client" => rows.sort_by_cached_key(|at| fold(&all[*at].client_name)),
            "amount" => rows.sort_by_key(|at| all[*at].payment.amount),
            "method" => rows.sort_by_key(|at| all[*at].payment.method),
            _ => rows.reverse(), // they come with the newest first
        });
    }

    fn point(&mut self, message: table::Message, context: &Context) -> Action<Message> {
        match self.list.point(message) {
            table::Action::Sort(_) => self.lay_out(),
            table::Action::Open(_) => return self.edit(context),
            _ => {}
        }
        Action::none()
    }

    /// Takes in a key.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        if self.form.is_some() {
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
            Stroke::Open => self.edit(context),
            Stroke::New => self.update(Message::Add, context),
            Stroke::Delete => self.update(Message::Delete, context),
            Stroke::Deed(deed) => self.update(Message::Deed(deed), context),
        }
    }
}

impl paged::Line for PaymentListing {
    type Of = Payment;

    fn id(&self) -> Id<Payment> {
        self.payment.id
    }
}

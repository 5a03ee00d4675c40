//! Payments: who paid what and when, for which invoices; entered, changed, removed.

mod form;
mod invoices;
mod view;

use std::collections::BTreeSet;

use chrono::{NaiveDate, Utc};
use iced::keyboard::key::Named;
use iced::widget::operation::{focus, move_cursor_to_end};

use crate::domain::sales::PaymentListing;
use crate::domain::text::fold;
use crate::domain::{Client, Id, Operation, Paper, Payment};
use crate::error::{Error, Result};
use crate::ui::screen::period::{self, Period, Span};
use crate::ui::screen::{Action, Command, Context, Press, Wish};
use crate::ui::widget::table::{self, Density, Sort, Step};
use form::Form;

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
    needle: String,
    all: Option<Vec<PaymentListing>>,
    /// What is shown, in its order: places among all.
    rows: Vec<usize>,
    chosen: Option<Id<Payment>>,
    table: table::State,
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
    Deleted(Result<BTreeSet<&'static str>>),
    /// Something happened in the form.
    Form(form::Message),
}

impl Default for Payments {
    /// The payments of this month, nobody has looked at yet.
    fn default() -> Self {
        let newest = Sort {
            key: "date".into(),
            is_ascending: false,
        };
        Self {
            span: Span::new(Period::Month),
            needle: String::new(),
            all: None,
            rows: Vec::new(),
            chosen: None,
            table: table::State::new(Some(newest), []),
            form: None,
        }
    }
}

impl Payments {
    /// Makes the rows higher or lower.
    pub fn set_density(&mut self, density: Density) {
        self.table.set_density(density);
    }

    /// Whether something was typed that is not saved.
    pub fn is_dirty(&self) -> bool {
        self.form.as_ref().is_some_and(|form| form.is_dirty())
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
            Message::Loaded(days, Ok(all)) if days == self.span.days() => self.all = Some(all),
            Message::Loaded(_, Ok(_late)) => return Action::none(),
            Message::Loaded(_, Err(error)) | Message::Deleted(Err(error)) => {
                return Action::wish(Wish::Fail(error));
            }
            Message::Period(message) => {
                return match self.span.update(message, &context.locale) {
                    true => Action::run(self.refresh(context)),
                    false => Action::none(),
                };
            }
            Message::Typed(needle) => {
                self.needle = needle;
                self.chosen = None;
            }
            Message::Table(message) => return self.point(message, context),
            Message::Add => {
                return match context.is_read_only {
                    true => Action::wish(Wish::Fail(Error::ReadOnly)),
                    false => Action::run(self.add(Begin::default(), context)),
                };
            }
            Message::Edit => return self.edit(context),
            Message::Delete => return self.delete(context),
            Message::Deleted(Ok(changed)) => {
                return Action::wish(Wish::Done(Operation::DeletePayment, changed));
            }
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
        let Some(id) = self.chosen else {
            return Action::none();
        };
        let (form, command) = Form::edit(id, context);
        self.form = Some(Box::new(form));
        Action::run(command.map(Message::Form))
    }

    fn delete(&self, context: &Context) -> Action<Message> {
        let Some(id) = self.chosen else {
            return Action::none();
        };
        if context.is_read_only {
            return Action::wish(Wish::Fail(Error::ReadOnly));
        }
        let deleted = context.worker.write(move |workspace| {
            workspace.transact(Operation::DeletePayment, |tx| {
                tx.delete_payment(id, Utc::now())
            })
        });
        Action::run(Command::perform(deleted, |outcome| {
            Message::Deleted(outcome.map(|outcome| outcome.changed))
        }))
    }

    /// Which payments are shown, and in which order.
    fn lay_out(&mut self) {
        let Some(all) = &self.all else { return };
        let needle = fold(&self.needle);
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
        let rows = all.iter().enumerate().filter(|(_, one)| has_words(one));
        let mut rows: Vec<usize> = rows.map(|(at, _)| at).collect();
        if let Some(sort) = self.table.sort() {
            match &*sort.key {
                "client" => rows.sort_by_cached_key(|at| fold(&all[*at].client_name)),
                "amount" => rows.sort_by_key(|at| all[*at].payment.amount),
                _ => rows.reverse(), // they come with the newest first
            }
            if !sort.is_ascending {
                rows.reverse();
            }
        }
        self.rows = rows;
        let at = self.chosen.and_then(|id| {
            let mut rows = self.rows.iter();
            rows.position(|at| all[*at].payment.id == id)
        });
        let count = self.rows.len() as u64;
        let at = at.unwrap_or_default() as u64;
        self.table.set_cursor((count > 0).then_some(at), count);
        self.follow();
    }

    /// What the cursor stands on is what keys are about.
    fn follow(&mut self) {
        let row = self.table.cursor().and_then(|row| self.at(row));
        self.chosen = row.map(|one| one.payment.id);
    }

    /// The payment in a row.
    fn at(&self, row: u64) -> Option<&PaymentListing> {
        let at = self.rows.get(usize::try_from(row).ok()?)?;
        self.all.as_ref()?.get(*at)
    }

    fn point(&mut self, message: table::Message, context: &Context) -> Action<Message> {
        let count = self.rows.len() as u64;
        match self.table.update(message, count) {
            table::Action::Press(..) => self.follow(),
            table::Action::Sort(_) => self.lay_out(),
            table::Action::Open(_) => {
                self.follow();
                return self.edit(context);
            }
            _ => {}
        }
        Action::none()
    }

    /// Takes in a key.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        if self.form.is_some() {
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
            () => match press.letters() {
                Some(letters) => Message::Typed(format!("{}{letters}", self.needle)),
                None => return Action::none(),
            },
        };
        let is_typed = matches!(message, Message::Typed(_));
        let action = self.update(message, context);
        match is_typed {
            true => Action::run(Command::batch([focus(SEARCH), move_cursor_to_end(SEARCH)])),
            false => action,
        }
    }
}

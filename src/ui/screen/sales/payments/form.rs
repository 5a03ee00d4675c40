//! The form of a payment or a refund: whose, when, how much, and for which invoices.

use std::collections::BTreeSet;

use chrono::{Local, NaiveDate, Utc};
use iced::widget::operation;

use super::Begin;
use super::invoices::{Invoices, Open};
use crate::domain::sales::Method;
use crate::domain::{Client, Currency, Id, Operation, Paper, Payment, day, decimal};
use crate::error::{Error, Result};
use crate::i18n::Locale;
use crate::ui::screen::pick::{self, Pick};
use crate::ui::screen::{Action, Command, Context, Wish};
use crate::workspace::{Reader, Sharing};

mod view;

/// The names by which fields are focused.
const CLIENT: &str = "payment client";
const AMOUNT: &str = "payment amount";

/// A payment being entered or changed.
#[derive(Debug)]
pub struct Form {
    /// As it was read; a new one was never saved.
    payment: Payment,
    client: Pick,
    start: Draft,
    draft: Draft,
    invoices: Invoices,
    /// The invoice that comes first.
    first: Option<Id<Paper>>,
    /// Whether it was tried to save it.
    is_checked: bool,
    is_saving: bool,
    is_leaving: bool,
}

/// What is typed and chosen.
#[derive(Debug, Clone, PartialEq)]
struct Draft {
    client: Option<Id<Client>>,
    is_refund: bool,
    date: String,
    amount: String,
    currency: Currency,
    method: Method,
    number: String,
    purpose: String,
    /// How much is for each invoice, as it is typed; `None` where the program shares it out.
    shares: Option<Vec<(Id<Paper>, String)>>,
}

/// A text of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Text {
    /// The day.
    Date,
    /// How much.
    Amount,
    /// The number of the payment order.
    Number,
    /// What it is for.
    Purpose,
}

/// What happened in the form.
#[derive(Debug, Clone)]
pub enum Message {
    /// What is there of the payment was read.
    Known(Result<Box<Known>>),
    /// The invoices of that client were read.
    Invoices(Option<Id<Client>>, Result<Vec<Open>>),
    /// Something in the field of the client.
    Client(pick::Message),
    /// Money came in, or went back.
    Refund(bool),
    /// Of which currency it is.
    Currency(Currency),
    /// How it was made.
    Method(Method),
    /// A text was typed.
    Typed(Text, String),
    /// The program shares it out, or the user.
    Automatic(bool),
    /// How much is for an invoice was typed.
    Share(Id<Paper>, String),
    /// It is to be saved.
    Save,
    /// It was saved.
    Saved(Operation, Result<BTreeSet<&'static str>>),
    /// The form is to go.
    Leave,
    /// It stays.
    Stay,
    /// What was typed is given up.
    Discard,
}

/// What comes of a message.
pub enum Answer {
    /// It goes on.
    Waiting(Action<Message>),
    /// The form is to go.
    Left,
    /// The payment was saved; the form is to go.
    Saved(Operation, BTreeSet<&'static str>),
}

/// What is there of a payment before anything is typed.
#[derive(Debug, Clone)]
pub struct Known {
    payment: Option<Payment>,
    client: Option<(Id<Client>, String)>,
    open: Vec<Open>,
    shares: Vec<(Id<Paper>, i64)>,
}

impl Form {
    /// The form of a new payment.
    pub fn new(begin: Begin, context: &Context) -> (Self, Command<Message>) {
        let mut form = Self::empty(begin.invoice, &context.locale);
        form.draft.client = begin.client;
        let known = context
            .worker
            .read(move |reader| Known::begin(reader, begin.client).map(Box::new));
        let first = match begin.client {
            None => CLIENT,
            Some(_) => AMOUNT,
        };
        let known = Command::perform(known, Message::Known);
        (form, Command::batch([known, operation::focus(first)]))
    }

    /// The form of a payment that is known.
    pub fn edit(id: Id<Payment>, context: &Context) -> (Self, Command<Message>) {
        let form = Self::empty(None, &context.locale);
        let known = context
            .worker
            .read(move |reader| Known::of(reader, id).map(Box::new));
        let known = Command::perform(known, Message::Known);
        (form, Command::batch([known, operation::focus(AMOUNT)]))
    }

    fn empty(first: Option<Id<Paper>>, locale: &Locale) -> Self {
        let today = Local::now().date_naive();
        let draft = Draft {
            client: None,
            is_refund: false,
            date: locale.date(today),
            amount: String::new(),
            currency: Currency::Rub,
            method: Method::Transfer,
            number: String::new(),
            purpose: String::new(),
            shares: None,
        };
        Self {
            payment: Payment::new(Id::from(0), today, 0),
            client: Pick::default(),
            start: draft.clone(),
            draft,
            invoices: Invoices::default(),
            first,
            is_checked: false,
            is_saving: false,
            is_leaving: false,
        }
    }

    /// Whether it asks what becomes of what was typed, or saves it in answer.
    pub fn is_leaving(&self) -> bool {
        self.is_leaving || self.is_saving
    }

    /// Whether something was typed that is not saved.
    pub fn is_dirty(&self) -> bool {
        self.draft != self.start
    }

    /// Reads the invoices anew: somebody has written.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        self.read_invoices(context)
    }

    fn read_invoices(&self, context: &Context) -> Command<Message> {
        let Some(client) = self.draft.client else {
            return Command::none();
        };
        let payment = self.payment.clone();
        let open = context
            .worker
            .read(move |reader| Open::of(reader, client, &payment));
        Command::perform(open, move |open| Message::Invoices(Some(client), open))
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Answer {
        match message {
            Message::Known(Ok(known)) => self.begin(*known, &context.locale),
            Message::Known(Err(error)) => {
                return Answer::Waiting(Action::wish(Wish::Fail(error)));
            }
            Message::Invoices(client, Ok(open)) if client == self.draft.client => {
                self.invoices.show(open);
            }
            Message::Invoices(_, Err(error)) => {
                return Answer::Waiting(Action::wish(Wish::Fail(error)));
            }
            Message::Invoices(_, Ok(_late)) => {}
            Message::Client(message) => return Answer::Waiting(self.pick(message, context)),
            Message::Refund(is_refund) => {
                self.draft.is_refund = is_refund;
                self.draft.shares = None;
            }
            Message::Currency(currency) => {
                self.draft.currency = currency;
                self.draft.shares = None;
            }
            Message::Method(method) => self.draft.method = method,
            Message::Typed(text, typed) => *self.draft.text(text) = typed,
            Message::Automatic(is_automatic) => {
                let shown = self.shown_shares(&context.locale);
                self.draft.shares = (!is_automatic).then_some(shown);
            }
            Message::Share(paper, typed) => {
                let mut shares = self.shown_shares(&context.locale);
                for (known, share) in &mut shares {
                    if *known == paper {
                        share.clone_from(&typed);
                    }
                }
                self.draft.shares = Some(shares);
            }
            Message::Save => return Answer::Waiting(self.save(context)),
            Message::Saved(operation, Ok(changed)) => return Answer::Saved(operation, changed),
            Message::Saved(_, Err(error)) => {
                self.is_saving = false;
                return Answer::Waiting(Action::wish(Wish::Fail(error)));
            }
            Message::Leave if self.is_dirty() && !self.is_leaving => self.is_leaving = true,
            Message::Leave if self.is_leaving => self.is_leaving = false,
            Message::Stay => self.is_leaving = false,
            Message::Leave | Message::Discard => return Answer::Left,
        }
        Answer::Waiting(Action::none())
    }

    /// Takes over what is known of the payment.
    fn begin(&mut self, known: Known, locale: &Locale) {
        if let Some((id, name)) = known.client {
            self.draft.client = Some(id);
            self.client = Pick::of(Some(id), name);
        }
        self.invoices.show(known.open);
        if let Some(payment) = known.payment {
            self.draft.is_refund = payment.is_refund();
            self.draft.date = locale.date(payment.paid_on);
            self.draft.amount = typed(payment.amount.saturating_abs(), locale);
            self.draft.currency = payment.currency;
            self.draft.method = payment.method;
            self.draft.number.clone_from(&payment.number);
            self.draft.purpose.clone_from(&payment.purpose);
            self.payment = payment;
            let shares = known.shares.into_iter();
            let shares = shares.map(|(paper, amount)| (paper, typed(amount, locale)));
            let is_shared = !self.draft.is_refund;
            self.draft.shares = is_shared.then(|| shares.collect());
        } else if let Some(currency) = self.invoices.only_currency() {
            self.draft.currency = currency;
        }
        if let Some(debt) = self.first.and_then(|first| self.invoices.takes(first)) {
            self.draft.amount = typed(debt, locale);
        }
        self.start = self.draft.clone();
    }

    fn pick(&mut self, message: pick::Message, context: &Context) -> Action<Message> {
        let scope = pick::Scope::all();
        let before = self.client.chosen();
        let (asked, _) = self.client.update(message, scope, context, Message::Client);
        let now = self.client.chosen();
        if now == before {
            return Action::run(asked);
        }
        self.draft.client = now;
        self.draft.shares = None;
        self.invoices = Invoices::default();
        Action::run(Command::batch([asked, self.read_invoices(context)]))
    }

    /// How much it is, in kopecks; `None` where that cannot be read.
    fn amount(&self) -> Option<i64> {
        decimal::read_money(&self.draft.amount).filter(|amount| *amount > 0)
    }

    fn date(&self) -> Option<NaiveDate> {
        day::read(&self.draft.date, Local::now().date_naive())
    }

    /// What each invoice gets, as it is shown.
    fn shown_shares(&self, locale: &Locale) -> Vec<(Id<Paper>, String)> {
        let amount = self.amount().unwrap_or_default();
        let shares = self.invoices.share(amount, self.draft.currency, self.first);
        let shown = self.invoices.of(self.draft.currency).map(|one| {
            let paper = one.line.paper.id;
            let typed_before = self.draft.shares.as_ref().map(|shares| {
                let known = shares.iter().find(|(known, _)| *known == paper);
                known.map(|(_, share)| share.clone()).unwrap_or_default()
            });
            let automatic = || {
                let share = shares.iter().find(|(known, _)| *known == paper);
                share
                    .map(|(_, share)| typed(*share, locale))
                    .unwrap_or_default()
            };
            (paper, typed_before.unwrap_or_else(automatic))
        });
        shown.collect()
    }

    /// What each invoice gets, in kopecks; `None` where one of them cannot be read.
    fn shares(&self, locale: &Locale) -> Option<Vec<(Id<Paper>, i64)>> {
        let shares = self.shown_shares(locale).into_iter();
        let shares = shares.filter(|(_, share)| !share.trim().is_empty());
        shares
            .map(|(paper, share)| {
                let amount = decimal::read_money(&share).filter(|amount| *amount >= 0)?;
                Some((paper, amount))
            })
            .collect()
    }

    /// What is left over for no invoice; below zero where more is shared out than was paid.
    fn left(&self, locale: &Locale) -> Option<i64> {
        let given: i64 = self.shares(locale)?.iter().map(|(_, share)| share).sum();
        Some(self.amount()? - given)
    }

    fn save(&mut self, context: &Context) -> Action<Message> {
        self.client.settle();
        self.draft.client = self.client.chosen();
        self.is_checked = true;
        let is_refund = self.draft.is_refund;
        let known = (self.draft.client, self.date(), self.amount());
        let (Some(client), Some(paid_on), Some(amount)) = known else {
            return Action::none(); // the fields say what is missing
        };
        let sharing = match (&self.draft.shares, is_refund) {
            (Some(_), false) => match (self.shares(&context.locale), self.left(&context.locale)) {
                (Some(shares), Some(0..)) => Sharing::Exact(shares),
                _ => return Action::none(),
            },
            _ => Sharing::Usual(self.first.into_iter().collect()),
        };
        if self.is_saving {
            return Action::none();
        }
        if context.is_read_only {
            return Action::wish(Wish::Fail(Error::ReadOnly));
        }
        self.is_saving = true;
        let payment = Payment {
            client,
            paid_on,
            amount: if is_refund { -amount } else { amount },
            currency: self.draft.currency,
            method: self.draft.method,
            number: self.draft.number.trim().to_owned(),
            purpose: self.draft.purpose.trim().to_owned(),
            ..self.payment.clone()
        };
        let operation = match payment.version {
            0 => Operation::AddPayment,
            _ => Operation::EditPayment,
        };
        let saved = context.worker.write(move |workspace| {
            let outcome = workspace.transact(operation, |tx| {
                tx.save_payment(&payment, &sharing, Utc::now())
            })?;
            Ok(outcome.changed)
        });
        Action::run(Command::perform(saved, move |saved| {
            Message::Saved(operation, saved)
        }))
    }
}

impl Draft {
    fn text(&mut self, text: Text) -> &mut String {
        match text {
            Text::Date => &mut self.date,
            Text::Amount => &mut self.amount,
            Text::Number => &mut self.number,
            Text::Purpose => &mut self.purpose,
        }
    }
}

impl Known {
    fn begin(reader: Reader<'_>, client: Option<Id<Client>>) -> Result<Self> {
        let open = match client {
            Some(client) => Open::of(reader, client, &Payment::new(client, NaiveDate::MIN, 0))?,
            None => Vec::new(),
        };
        Ok(Self {
            payment: None,
            client: named(reader, client)?,
            open,
            shares: Vec::new(),
        })
    }

    fn of(reader: Reader<'_>, id: Id<Payment>) -> Result<Self> {
        let payment = reader.payment(id)?;
        let parts = reader.allocations_of(id)?;
        Ok(Self {
            client: named(reader, Some(payment.client))?,
            open: Open::of(reader, payment.client, &payment)?,
            shares: parts.iter().map(|part| (part.paper, part.amount)).collect(),
            payment: Some(payment),
        })
    }
}

fn named(reader: Reader<'_>, id: Option<Id<Client>>) -> Result<Option<(Id<Client>, String)>> {
    let ids: Vec<_> = id.into_iter().collect();
    let found = reader.listings(&ids)?.into_iter().next();
    Ok(found.map(|one| (one.client.id, one.client.title())))
}

/// An amount as it is typed: without the sign of its currency.
fn typed(minor: i64, locale: &Locale) -> String {
    locale.amount(minor)
}

//! What the office decides of its papers: their numbers, the kinds of contract, when invoices are to
//! be paid, the rates of tax.

mod contract_kinds;
mod numbering;
mod payment;
mod tax;

use std::collections::BTreeMap;

use chrono::Local;
use iced::keyboard::key::Named;
use iced::widget::{column, container};

use super::{Action, Changed, Command, Context, Press, Wish};
use crate::domain::paper::number::USUAL_MASK;
use crate::domain::paper::{ContractKind, NumberMask, PAYMENT_CONTROLLER, PaperKind};
use crate::domain::sales::TaxRate;
use crate::domain::{Employee, Id, Operation, Paper};
use crate::error::{Error, Result};
use crate::ui::style::spacing;
use crate::ui::widget::{Element, section};
use crate::workspace::{Reader, Transaction, Uses};

use contract_kinds::ContractKinds;
use numbering::Numbering;
use payment::Payment;
use tax::Tax;

/// The width of the page, in logical pixels.
const WIDTH: f32 = 960.0;

/// What is being typed, and what stands in the file.
#[derive(Debug, Default)]
pub(super) struct Papers {
    rows: Rows,
    numbering: Numbering,
    kinds: ContractKinds,
    payment: Payment,
    tax: Tax,
}

/// What stands in the file.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    /// How the papers of each kind are numbered.
    masks: BTreeMap<PaperKind, String>,
    kinds: Vec<ContractKind>,
    /// How many papers and templates are of each kind of contract.
    uses: Uses<ContractKind>,
    /// In how many days invoices are to be paid.
    days: u64,
    /// Who controls payments.
    controller: Option<Id<Employee>>,
    /// The rates of tax: of the office, else of the country.
    rates: Vec<TaxRate>,
    examples: Examples,
}

/// Which numbers are given: those of a kind of paper, or of a kind of contract by themselves.
type Series = (PaperKind, Option<Id<ContractKind>>);

/// The next number of a series by each mask that was asked for.
type Examples = BTreeMap<(Series, String), String>;

/// One of the parts of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Numbers.
    Numbering,
    /// Kinds of contract.
    Kinds,
    /// Payment.
    Payment,
    /// Rates of tax.
    Tax,
}

/// What happened to the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// What stands in the file.
    Loaded(Result<Box<Rows>>),
    /// The next number by a mask that is being typed.
    Counted(Series, String, Result<String>),
    /// A part was written.
    Written(Part, Result<Changed>),
    /// Something happened to the numbers.
    Numbering(numbering::Message),
    /// Something happened among the kinds of contract.
    Kinds(contract_kinds::Message),
    /// Something happened to the payment.
    Payment(payment::Message),
    /// Something happened to the rates of tax.
    Tax(tax::Message),
}

impl Rows {
    fn read(reader: Reader<'_>) -> Result<Self> {
        let mut rows = Self {
            kinds: reader.contract_kinds()?,
            uses: reader.contract_kind_uses()?,
            days: reader.payment_days()?,
            rates: reader.tax_rates()?,
            ..Self::default()
        };
        let controller = reader.policy(PAYMENT_CONTROLLER)?;
        let controller: Option<i64> = controller.and_then(|policy| policy.value.parse().ok());
        rows.controller = controller.map(Id::from);
        for kind in PaperKind::ALL {
            let said = reader.policy(kind.mask_policy())?;
            let mask = said.map_or_else(|| USUAL_MASK.to_owned(), |policy| policy.value);
            rows.masks.insert(*kind, mask);
        }
        let own = rows.kinds.iter();
        let own = own.map(|kind| ((PaperKind::Contract, Some(kind.id)), kind.mask.clone()));
        let common = rows.masks.iter();
        let common = common.map(|(kind, mask)| ((*kind, None), mask.clone()));
        let asked: Vec<_> = common.chain(own).collect();
        for (series, mask) in asked {
            // What cannot be read has no numbers, and says so where it stands.
            if let Ok(number) = next_number(reader, series, &mask) {
                rows.examples.insert((series, mask), number);
            }
        }
        Ok(rows)
    }
}

/// The number a paper of today would get by a mask.
fn next_number(reader: Reader<'_>, (kind, own): Series, mask: &str) -> Result<String> {
    let mask = NumberMask::read(mask.trim())?;
    let paper = Paper {
        contract_kind: own,
        ..Paper::new(kind, Id::from(0), Local::now().date_naive())
    };
    reader.next_number_by(&paper, mask)
}

impl Papers {
    /// Asks for what stands in the file.
    pub fn refresh(&self, context: &Context) -> Command<Message> {
        let read = context
            .worker
            .read(|reader| Rows::read(reader).map(Box::new));
        Command::perform(read, Message::Loaded)
    }

    /// Whether something is typed that is not written.
    pub fn is_open(&self) -> bool {
        self.numbering.is_open()
            || self.kinds.is_open()
            || self.payment.is_open()
            || self.tax.is_open()
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<super::Message> {
        match message {
            Message::Loaded(Ok(rows)) => {
                self.rows = *rows;
                Action::none()
            }
            Message::Loaded(Err(error)) | Message::Written(_, Err(error)) => {
                Action::wish(Wish::Fail(error))
            }
            Message::Counted(series, mask, Ok(number)) => {
                self.rows.examples.insert((series, mask), number);
                Action::none()
            }
            // What is wrong with the mask stands under it.
            Message::Counted(_, _, Err(_)) => Action::none(),
            Message::Written(part, Ok(changed)) => {
                self.close(part);
                match changed.is_empty() {
                    true => Action::none(),
                    false => Action::wish(Wish::Done(Operation::EditSalesSettings, changed)),
                }
            }
            Message::Numbering(message) => self.numbering.update(message, &self.rows, context),
            Message::Kinds(message) => self.kinds.update(message, &self.rows, context),
            Message::Payment(message) => self.payment.update(message, context),
            Message::Tax(message) => self.tax.update(message, &self.rows, context),
        }
    }

    /// Takes in Esc: what was typed is forgotten.
    pub fn press(&mut self, press: &Press) {
        if press.is(Named::Escape) {
            let parts = [Part::Numbering, Part::Kinds, Part::Payment, Part::Tax];
            parts.into_iter().for_each(|part| self.close(part));
        }
    }

    fn close(&mut self, part: Part) {
        match part {
            Part::Numbering => self.numbering = Numbering::default(),
            Part::Kinds => self.kinds = ContractKinds::default(),
            Part::Payment => self.payment = Payment::default(),
            Part::Tax => self.tax = Tax::default(),
        }
    }

    /// The tab.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let page = column![
            self.numbering
                .view(&self.rows, context)
                .map(Message::Numbering),
            self.kinds.view(&self.rows, context).map(Message::Kinds),
            self.payment.view(&self.rows, context).map(Message::Payment),
            self.tax.view(&self.rows, context).map(Message::Tax),
        ]
        .spacing(spacing::L);
        section::scrolled(container(page).padding(spacing::XL).max_width(WIDTH))
    }
}

/// Writes a part of the page.
fn write(
    part: Part,
    context: &Context,
    work: impl FnOnce(&mut Transaction<'_>) -> Result<()> + Send + 'static,
) -> Action<super::Message> {
    if context.is_read_only {
        return Action::wish(Wish::Fail(Error::ReadOnly));
    }
    let written = context.worker.write(move |workspace| {
        let outcome = workspace.transact(Operation::EditSalesSettings, work)?;
        Ok(outcome.changed)
    });
    Action::run(Command::perform(written, move |changed| {
        super::Message::Papers(Message::Written(part, changed))
    }))
}

/// Asks for the next number by a mask that is being typed; nothing where it makes none.
fn count(series: Series, mask: &str, context: &Context) -> Action<super::Message> {
    if NumberMask::read(mask.trim()).is_err() {
        return Action::none();
    }
    let mask = mask.to_owned();
    let asked = mask.clone();
    let counted = context
        .worker
        .read(move |reader| next_number(reader, series, &mask));
    Action::run(Command::perform(counted, move |number| {
        super::Message::Papers(Message::Counted(series, asked, number))
    }))
}

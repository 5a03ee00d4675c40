//! Papers: offers, contracts, invoices, acts and waybills, letters; each made from another.

pub mod document;
pub mod merge;
pub mod number;
pub mod obligation;
pub mod register;
pub mod version;

use chrono::{Days, NaiveDate};

pub use document::Document;
pub use number::{BadMask, NumberMask};
pub use obligation::Obligation;
pub use register::{PaperFilter, PaperListing, PaperOrder, PaperSort, PaperTotals};
pub use version::{PaperTemplate, PaperVersion};

use crate::domain::profile::named;
use crate::domain::sales::{PriceList, Rounding, Sale, TaxClass, TaxMode};
use crate::domain::{Client, Company, Currency, Employee, Id, Money, Product, Task};

/// In how many days an invoice is to be paid where the office has not said otherwise.
pub const USUAL_PAYMENT_DAYS: u64 = 5;

/// The name of the policy that says in how many days an invoice is to be paid.
pub const PAYMENT_DAYS: &str = "payment-days";

/// The name of the policy that says who controls payments: the id of an employee.
pub const PAYMENT_CONTROLLER: &str = "payment-controller";

named! {
    /// What a paper is.
    PaperKind {
        /// A commercial offer.
        Offer = "offer",
        /// A contract.
        Contract = "contract",
        /// An invoice for payment.
        Invoice = "invoice",
        /// An act of services rendered.
        Act = "act",
        /// A waybill of goods delivered.
        Waybill = "waybill",
        /// A letter.
        Letter = "letter",
    }
}

impl PaperKind {
    /// Whether it says that something was delivered.
    pub fn is_shipment(self) -> bool {
        matches!(self, Self::Act | Self::Waybill)
    }

    /// What is made from it without typing anything twice.
    pub fn successors(self) -> &'static [Self] {
        match self {
            Self::Offer => &[Self::Contract, Self::Invoice, Self::Letter],
            Self::Contract => &[Self::Invoice, Self::Act, Self::Waybill, Self::Letter],
            Self::Invoice => &[Self::Act, Self::Waybill, Self::Letter],
            Self::Act | Self::Waybill => &[Self::Invoice, Self::Letter],
            Self::Letter => &[],
        }
    }

    /// What can become of it.
    pub fn states(self) -> &'static [PaperState] {
        use PaperState::{Accepted, Cancelled, Closed, Declined, Draft, Issued};
        match self {
            Self::Offer => &[Draft, Issued, Accepted, Declined],
            Self::Contract => &[Draft, Issued, Accepted, Closed, Cancelled],
            Self::Invoice | Self::Act | Self::Waybill => &[Draft, Issued, Cancelled],
            Self::Letter => &[Draft, Issued],
        }
    }

    /// The name of the policy that says how its papers are numbered.
    pub fn mask_policy(self) -> &'static str {
        match self {
            Self::Offer => "mask-offer",
            Self::Contract => "mask-contract",
            Self::Invoice => "mask-invoice",
            Self::Act => "mask-act",
            Self::Waybill => "mask-waybill",
            Self::Letter => "mask-letter",
        }
    }
}

named! {
    /// What has become of a paper.
    PaperState {
        /// Still being written: it counts for nothing.
        Draft = "draft",
        /// Sent, handed over.
        Issued = "issued",
        /// Of an offer: accepted; of a contract: signed by both.
        Accepted = "accepted",
        /// Of a contract: fulfilled.
        Closed = "closed",
        /// Of an offer: turned down.
        Declined = "declined",
        /// Withdrawn; of a contract: terminated.
        Cancelled = "cancelled",
    }
}

impl PaperState {
    /// Whether the paper holds: what it says counts.
    pub fn holds(self) -> bool {
        matches!(self, Self::Issued | Self::Accepted | Self::Closed)
    }

    /// Whether something may still come of the paper.
    pub fn is_alive(self) -> bool {
        matches!(self, Self::Draft | Self::Issued | Self::Accepted)
    }
}

/// A kind of contract: supply, support, licence. The office edits the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContractKind {
    /// Which kind.
    pub id: Id<ContractKind>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// What it is called.
    pub name: String,
    /// How its contracts are numbered; empty where they are as all others.
    pub mask: String,
    /// Whether it promises support: who has such a contract is supported.
    pub is_support: bool,
    /// Its place among the others, counted from 0.
    pub position: i64,
}

impl ContractKind {
    /// A kind of that name, not yet saved.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            name: name.into(),
            mask: String::new(),
            is_support: false,
            position: 0,
        }
    }
}

/// A paper: what stands in its own row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Which paper.
    pub id: Id<Paper>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// What it is.
    pub kind: PaperKind,
    /// Of a contract: which kind.
    pub contract_kind: Option<Id<ContractKind>>,
    /// Its number; empty until it is saved, then the next of its mask unless one was typed.
    pub number: String,
    /// Its date.
    pub dated_on: NaiveDate,
    /// What it is about, in a few words; may be empty.
    pub subject: String,
    /// Which of our own companies it is from.
    pub company: Option<Id<Company>>,
    /// Whom it is for.
    pub client: Id<Client>,
    /// The person it is addressed to, or who signs.
    pub contact: Option<Id<Client>>,
    /// The paper it was made from.
    pub basis: Option<Id<Paper>>,
    /// The project it belongs to.
    pub project: Option<Id<Task>>,
    /// What has become of it.
    pub state: PaperState,
    /// Where it is signed.
    pub city: String,
    /// Who signs for the client: surname, first name, patronymic.
    pub signatory: String,
    /// In which position.
    pub signatory_position: String,
    /// On what ground: a charter, a power of attorney.
    pub signatory_basis: String,
    /// How the client is represented, in the user's own words; empty where the program says it.
    pub signatory_phrase: String,
    /// Who signs for us; empty where it is the signatory of the company.
    pub own_signatory: String,
    /// In which position.
    pub own_position: String,
    /// On what ground.
    pub own_basis: String,
    /// How we are represented, in the user's own words; empty where the program says it.
    pub own_phrase: String,
    /// Of which currency its amounts are.
    pub currency: Currency,
    /// Whether its prices hold the tax.
    pub mode: TaxMode,
    /// Where its tax is rounded.
    pub rounding: Rounding,
    /// The list its prices are taken from; `None` for the first list of its currency.
    pub price_list: Option<Id<PriceList>>,
    /// What it comes to with tax, in kopecks; typed where it has no lines.
    pub total: i64,
    /// The tax in it, in kopecks.
    pub tax: i64,
    /// Terms of payment and delivery.
    pub terms: String,
    /// Free text.
    pub note: String,
    /// Of an invoice: until when it is to be paid; of an offer or a contract: how long it holds.
    pub due_on: Option<NaiveDate>,
    /// Of a contract: how many days before its end to remind of renewing it; `None` for not at all.
    pub renewal_days: Option<i64>,
    /// Who sees to it.
    pub manager: Option<Id<Employee>>,
    /// Who looks after that.
    pub controller: Option<Id<Employee>>,
    /// The task that waits for the payment of an invoice, or for the renewal of a contract.
    pub task: Option<Id<Task>>,
}

impl Paper {
    /// A paper for `client` in roubles, with nothing in it, not yet saved.
    pub fn new(kind: PaperKind, client: Id<Client>, dated_on: NaiveDate) -> Self {
        let is_offered = matches!(kind, PaperKind::Offer | PaperKind::Contract);
        Self {
            id: Id::generate(),
            version: 0,
            kind,
            contract_kind: None,
            number: String::new(),
            dated_on,
            subject: String::new(),
            company: None,
            client,
            contact: None,
            basis: None,
            project: None,
            state: match is_offered {
                true => PaperState::Draft,
                false => PaperState::Issued,
            },
            city: String::new(),
            signatory: String::new(),
            signatory_position: String::new(),
            signatory_basis: String::new(),
            signatory_phrase: String::new(),
            own_signatory: String::new(),
            own_position: String::new(),
            own_basis: String::new(),
            own_phrase: String::new(),
            currency: Currency::Rub,
            mode: TaxMode::Included,
            rounding: Rounding::PerLine,
            price_list: None,
            total: 0,
            tax: 0,
            terms: String::new(),
            note: String::new(),
            due_on: None,
            renewal_days: None,
            manager: None,
            controller: None,
            task: None,
        }
    }

    /// What it comes to with tax.
    pub fn money(&self) -> Money {
        Money::new(self.total, self.currency)
    }

    /// Whether money is still awaited for it, so much of it being paid.
    pub fn is_unpaid(&self, paid: i64) -> bool {
        self.kind == PaperKind::Invoice && self.state.holds() && paid < self.total
    }

    /// On which day somebody has to see to it, so much of it being paid: to the payment of an
    /// invoice, or the renewal of a contract; `None` where there is nothing to see to.
    pub fn awaited_on(&self, paid: i64) -> Option<NaiveDate> {
        match self.kind {
            PaperKind::Invoice if self.is_unpaid(paid) => {
                let usual = Days::new(USUAL_PAYMENT_DAYS);
                self.due_on.or(self.dated_on.checked_add_days(usual))
            }
            PaperKind::Contract if self.state.is_alive() => {
                let days = u64::try_from(self.renewal_days?).ok()?;
                self.due_on?.checked_sub_days(Days::new(days))
            }
            _ => None,
        }
    }

    /// Whether it should have been paid, so much of it being paid.
    pub fn is_overdue(&self, paid: i64, today: NaiveDate) -> bool {
        self.is_unpaid(paid) && self.due_on.is_some_and(|due| due < today)
    }
}

/// A line of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperLine {
    /// Which line.
    pub id: Id<PaperLine>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// On which paper.
    pub paper: Id<Paper>,
    /// Which product, where it is one of ours.
    pub product: Option<Id<Product>>,
    /// What it is called on this paper.
    pub name: String,
    /// The unit it is counted in.
    pub unit: String,
    /// How much, in thousandths of the unit.
    pub quantity: i64,
    /// What one unit costs, in kopecks.
    pub price: i64,
    /// How it is taxed.
    pub tax_class: TaxClass,
    /// The tax of that class on the day, in hundredths of a per cent; `None` where none is taken.
    pub tax_rate: Option<i64>,
    /// Its place, counted from 0.
    pub position: i64,
}

impl PaperLine {
    /// One unit of something untaxed for nothing, not yet saved.
    pub fn new(paper: Id<Paper>, name: impl Into<String>) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            paper,
            product: None,
            name: name.into(),
            unit: String::new(),
            quantity: 1000,
            price: 0,
            tax_class: TaxClass::Exempt,
            tax_rate: None,
            position: 0,
        }
    }

    /// One unit of a product at a price, untaxed until its paper is dated; not yet saved.
    pub fn of(paper: Id<Paper>, product: &Product, price: i64) -> Self {
        Self {
            product: Some(product.id),
            unit: product.unit.clone(),
            price,
            tax_class: product.tax,
            ..Self::new(paper, product.name.clone())
        }
    }

    /// What arithmetic has to know of it.
    pub fn sale(&self) -> Sale {
        Sale {
            quantity: self.quantity,
            price: self.price,
            rate: self.tax_rate,
        }
    }
}

/// How tasks that papers make are called, in the language of the office.
pub trait Wording {
    /// The task that waits for the payment of an invoice.
    fn payment_task(&self, invoice: &Paper) -> String;
    /// The task that reminds of a contract coming to its end.
    fn renewal_task(&self, contract: &Paper) -> String;
    /// The task that an obligation of a contract makes.
    fn obligation_task(&self, contract: &Paper, obligation: &Obligation) -> String;
}

//! What is sold, and for how much.

use crate::domain::sales::{TaxClass, TaxMode};
use crate::domain::{Currency, Id, Money, Term};

/// Something that is sold: goods or a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Product {
    /// Which product.
    pub id: Id<Product>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// The code or article number it goes by; may be empty.
    pub code: String,
    /// What it is called, as papers name it.
    pub name: String,
    /// The group it belongs to, an entry of its dictionary.
    pub group: Option<Id<Term>>,
    /// The unit it is counted in: `шт`, `кг`, `час`.
    pub unit: String,
    /// How it is taxed.
    pub tax: TaxClass,
    /// What one unit costs us, in kopecks of `currency`; `None` where nobody has said.
    pub cost: Option<i64>,
    /// Of which currency the cost is.
    pub currency: Currency,
    /// Whether it is a service: acts name services, waybills goods.
    pub is_service: bool,
    /// Free text.
    pub note: String,
}

impl Product {
    /// A product of that name, not yet saved.
    pub fn new(name: impl Into<String>, unit: impl Into<String>) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            code: String::new(),
            name: name.into(),
            group: None,
            unit: unit.into(),
            tax: TaxClass::Standard,
            cost: None,
            currency: Currency::Rub,
            is_service: false,
            note: String::new(),
        }
    }
}

/// A list of prices: retail, wholesale, for partners.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PriceList {
    /// Which list.
    pub id: Id<PriceList>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// What it is called.
    pub name: String,
    /// Of which currency its prices are.
    pub currency: Currency,
    /// Whether its prices hold the tax.
    pub mode: TaxMode,
    /// Its place among the others, counted from 0; the first is the usual one.
    pub position: i64,
}

impl PriceList {
    /// A list in roubles whose prices hold the tax, not yet saved.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            name: name.into(),
            currency: Currency::Rub,
            mode: TaxMode::Included,
            position: 0,
        }
    }
}

/// What a product costs by a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Price {
    /// Which price.
    pub id: Id<Price>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// By which list.
    pub list: Id<PriceList>,
    /// Of which product.
    pub product: Id<Product>,
    /// How much one unit costs, in kopecks of the currency of the list.
    pub amount: i64,
}

impl Price {
    /// What `product` costs by `list`, not yet saved.
    pub fn new(list: Id<PriceList>, product: Id<Product>, amount: i64) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            list,
            product,
            amount,
        }
    }

    /// The same as money.
    pub fn money(&self, list: &PriceList) -> Money {
        Money::new(self.amount, list.currency)
    }
}

//! What a client has of us: offered, ordered, delivered, supported.

use crate::domain::profile::named;
use crate::domain::{Currency, Id, Paper, Product};

named! {
    /// How far something sold to a client has come.
    Progress {
        /// Offered, and nothing came of it yet.
        InSale = "in-sale",
        /// Ordered by an invoice or a signed contract, and not delivered.
        Ordered = "ordered",
        /// Delivered by an act or a waybill.
        Delivered = "delivered",
        /// Under a contract of support that holds.
        Supported = "supported",
    }
}

/// A line of what a client has of us, with the paper that says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Good {
    /// How far it has come.
    pub progress: Progress,
    /// Which paper says so.
    pub paper: Id<Paper>,
    /// Which product; `None` for something that is none of ours, or a paper without lines.
    pub product: Option<Id<Product>>,
    /// What the paper calls it; of a paper without lines what it is about.
    pub name: String,
    /// How much, in thousandths of `unit`.
    pub quantity: i64,
    /// The unit it is counted in.
    pub unit: String,
    /// What it costs as the paper prices it, in kopecks of `currency`.
    pub amount: i64,
    /// Of which currency.
    pub currency: Currency,
}

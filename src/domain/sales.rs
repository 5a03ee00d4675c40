//! Sales: goods and their prices, tax, what lines add up to, payments and what is still owed.

pub mod goods;
pub mod payment;
pub mod payment_code;
pub mod product;
pub mod settlement;
pub mod statement;
pub mod tax;
pub mod totals;

pub use goods::{Good, Progress};
pub use payment::{Allocation, Method, Payment, PaymentListing};
pub use payment_code::payment_code;
pub use product::{Price, PriceList, Product};
pub use settlement::{Settlement, Takings};
pub use statement::StatementLine;
pub use tax::{TaxClass, TaxMode, TaxRate};
pub use totals::{Rounding, Sale, Totals};

//! Payments as a table.

use crate::domain::Money;
use crate::domain::sales::PaymentListing;
use crate::exchange::{ColumnType, Heading, Listed, Said};
use crate::i18n::Locale;

/// The columns: the message that names each, and what stands in it.
const COLUMNS: [(&str, ColumnType); 9] = [
    ("payments-date", ColumnType::Date),
    ("register-client", ColumnType::Text),
    ("payments-amount", ColumnType::Money),
    ("payment-currency", ColumnType::Text),
    ("payments-invoices", ColumnType::Text),
    ("payments-advance", ColumnType::Money),
    ("payments-method", ColumnType::Text),
    ("payments-number", ColumnType::Text),
    ("payments-purpose", ColumnType::Text),
];

/// Payments as the list shows them: amounts are numbers, beside them the currency.
pub fn written<'a>(lines: impl Iterator<Item = &'a PaymentListing>, locale: &Locale) -> Listed {
    let headings = COLUMNS.map(|(key, kind)| Heading::new(locale.text(key), kind));
    let rows = lines.map(|one| {
        let payment = &one.payment;
        vec![
            Said::Day(payment.paid_on),
            Said::from(one.client_name.clone()),
            Said::Sum(payment.money()),
            Said::from(payment.currency.code().to_owned()),
            Said::from(one.invoices.clone()),
            Said::Sum(Money::new(one.advance(), payment.currency)),
            Said::from(locale.payment_method(payment.method)),
            Said::from(payment.number.clone()),
            Said::from(payment.purpose.clone()),
        ]
    });
    Listed {
        headings: headings.to_vec(),
        rows: rows.collect(),
    }
}

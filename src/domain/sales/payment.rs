//! Money that came in or went back, and the invoices it is for.

use chrono::NaiveDate;

use crate::domain::profile::named;
use crate::domain::{Client, Company, Currency, Id, Money, Paper};

named! {
    /// How a payment came to be known.
    Origin {
        /// Somebody typed it.
        Manual = "manual",
        /// It stood in a statement of a bank.
        Statement = "statement",
    }
}

named! {
    /// How money changes hands.
    Method {
        /// From one bank account to another.
        Transfer = "transfer",
        /// In notes and coins.
        Cash = "cash",
        /// By a bank card.
        Card = "card",
        /// In another way.
        Other = "other",
    }
}

/// A payment of a client, or a refund to one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    /// Which payment.
    pub id: Id<Payment>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// Whose it is.
    pub client: Id<Client>,
    /// To which of our own companies.
    pub company: Option<Id<Company>>,
    /// On which day.
    pub paid_on: NaiveDate,
    /// How much, in kopecks of `currency`; below zero for a refund.
    pub amount: i64,
    /// Of which currency.
    pub currency: Currency,
    /// How it was made.
    pub method: Method,
    /// The number of the payment order.
    pub number: String,
    /// What it was made for, in the words of the payer.
    pub purpose: String,
    /// How it came to be known.
    pub origin: Origin,
    /// What tells it from every other line of a statement; empty where it was typed.
    pub fingerprint: String,
}

impl Payment {
    /// A bank transfer in roubles that somebody types, not yet saved.
    pub fn new(client: Id<Client>, paid_on: NaiveDate, amount: i64) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            client,
            company: None,
            paid_on,
            amount,
            currency: Currency::Rub,
            method: Method::Transfer,
            number: String::new(),
            purpose: String::new(),
            origin: Origin::Manual,
            fingerprint: String::new(),
        }
    }

    /// Whether money went back.
    pub fn is_refund(&self) -> bool {
        self.amount < 0
    }

    /// How much, as money.
    pub fn money(&self) -> Money {
        Money::new(self.amount, self.currency)
    }
}

/// A payment as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentListing {
    /// The payment.
    pub payment: Payment,
    /// What its client is called.
    pub client_name: String,
    /// How much of it is for invoices, in kopecks.
    pub shared: i64,
    /// The numbers of these invoices, the oldest first, with commas between them.
    pub invoices: String,
}

impl PaymentListing {
    /// What is for no invoice yet, in kopecks.
    pub fn advance(&self) -> i64 {
        self.payment.amount.saturating_sub(self.shared)
    }
}

/// The part of a payment that is for one invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allocation {
    /// Which part.
    pub id: Id<Allocation>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// Of which payment.
    pub payment: Id<Payment>,
    /// For which invoice.
    pub paper: Id<Paper>,
    /// How much, in kopecks; below zero for a part of a refund.
    pub amount: i64,
}

impl Allocation {
    /// A part of `payment` for an invoice, not yet saved.
    pub fn new(payment: Id<Payment>, paper: Id<Paper>, amount: i64) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            payment,
            paper,
            amount,
        }
    }
}

/// Shares `amount` among what is open, in that order, each up to what it takes; returns the shares
/// and what is left over. A refund takes from what was paid: then both are below zero.
pub fn share<T: Copy>(amount: i64, open: &[(T, i64)]) -> (Vec<(T, i64)>, i64) {
    let mut left = amount;
    let mut shares = Vec::new();
    for (one, takes) in open {
        let given = match left >= 0 {
            true => left.min(*takes).max(0),
            false => left.max(*takes).min(0),
        };
        if given != 0 {
            shares.push((*one, given));
            left -= given;
        }
    }
    (shares, left)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_oldest_debt_is_paid_first_and_the_rest_is_left() {
        assert_eq!(
            share(150, &[('a', 100), ('b', 80)]),
            (vec![('a', 100), ('b', 50)], 0)
        );
        assert_eq!(
            share(200, &[('a', 100), ('b', 80)]),
            (vec![('a', 100), ('b', 80)], 20)
        );
        assert_eq!(share(50, &[('a', 0), ('b', 80)]), (vec![('b', 50)], 0));
        assert_eq!(share(50, &[] as &[(char, i64)]), (vec![], 50));
    }

    #[test]
    fn a_refund_takes_from_what_was_paid() {
        assert_eq!(
            share(-70, &[('a', -50), ('b', -40)]),
            (vec![('a', -50), ('b', -20)], 0)
        );
        assert_eq!(share(-70, &[('a', -50)]), (vec![('a', -50)], -20));
    }

    proptest! {
        #[test]
        fn nothing_is_lost_in_sharing(
            amount in -10_000..10_000_i64,
            open in prop::collection::vec(0..5_000_i64, 0..6),
        ) {
            let sign = if amount < 0 { -1 } else { 1 };
            let open: Vec<_> = open.into_iter().map(|one| one * sign).enumerate().collect();
            let (shares, left) = share(amount, &open);
            let given: i64 = shares.iter().map(|(_, given)| given).sum();
            prop_assert_eq!(given + left, amount);
            for (at, given) in shares {
                prop_assert!(given.abs() <= open[at].1.abs() && given != 0);
            }
        }
    }
}

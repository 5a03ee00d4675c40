//! Deals: open projects as the board shows them, by the step of the funnel they have come to.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::{Client, Employee, Id, Money, Task, Term};

/// After so many days on one step a deal is stalled: twice the week in which something is usually
/// agreed upon.
pub const STALLED_DAYS: i64 = 14;

/// An open project, as far as the board shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deal {
    /// Which project.
    pub id: Id<Task>,
    /// What it is called.
    pub title: String,
    /// For which client, where that may be seen.
    pub client: Option<Id<Client>>,
    /// What the client is called; empty where there is none or it may not be seen.
    pub client_name: String,
    /// Who leads it.
    pub leader: Option<Id<Employee>>,
    /// The sum of the deal.
    pub sum: Option<Money>,
    /// When it is expected to be won.
    pub expected_on: Option<NaiveDate>,
    /// The step of the funnel.
    pub stage: Option<Id<Term>>,
    /// Since when it has been there.
    pub stage_since: Option<DateTime<Utc>>,
}

impl Deal {
    /// For how many whole days it has been on its step.
    pub fn days(&self, now: DateTime<Utc>) -> Option<i64> {
        self.stage_since.map(|since| (now - since).num_days())
    }

    /// Whether it has been on its step for too long.
    pub fn is_stalled(&self, now: DateTime<Utc>) -> bool {
        self.days(now).is_some_and(|days| days > STALLED_DAYS)
    }
}

/// The sums of some deals, one for each currency, the first met first.
pub fn totals<'a>(deals: impl IntoIterator<Item = &'a Deal>) -> Vec<Money> {
    let mut totals: Vec<Money> = Vec::new();
    for sum in deals.into_iter().filter_map(|deal| deal.sum) {
        let known = totals.iter_mut().find(|one| one.currency == sum.currency);
        match known {
            // What does not fit is more than there is money.
            Some(total) => *total = total.plus(sum).unwrap_or(*total),
            None => totals.push(sum),
        }
    }
    totals
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Currency;
    use chrono::Duration;

    fn deal(minor: i64, currency: Currency) -> Deal {
        Deal {
            id: Id::generate(),
            title: "Поставка".into(),
            client: None,
            client_name: String::new(),
            leader: None,
            sum: Some(Money::new(minor, currency)),
            expected_on: None,
            stage: None,
            stage_since: None,
        }
    }

    #[test]
    fn sums_of_different_currencies_stay_apart() {
        let deals = [
            deal(100, Currency::Rub),
            deal(5, Currency::Eur),
            deal(50, Currency::Rub),
        ];
        let sums = [Money::new(150, Currency::Rub), Money::new(5, Currency::Eur)];
        assert_eq!(totals(&deals), sums);
    }

    #[test]
    fn a_deal_is_stalled_after_two_weeks_on_one_step() {
        let now = Utc::now();
        let mut deal = deal(1, Currency::Rub);
        assert!(!deal.is_stalled(now), "it is on no step");
        deal.stage_since = Some(now - Duration::days(STALLED_DAYS));
        assert!(!deal.is_stalled(now));
        deal.stage_since = Some(now - Duration::days(STALLED_DAYS + 1));
        assert!(deal.is_stalled(now));
    }
}

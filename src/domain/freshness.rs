//! How long ago a card was looked over.

use chrono::{Datelike, NaiveDate};

use crate::domain::Client;

/// Whole months since the card was last found right, or since it was entered.
pub fn months_unchecked(client: &Client, today: NaiveDate) -> u32 {
    let entered_on = client.id.created_at().date_naive();
    months_between(client.checked_on.unwrap_or(entered_on), today)
}

/// Whether the card has not been looked over for `months` or longer; never where that is 0.
pub fn is_stale(client: &Client, months: u32, today: NaiveDate) -> bool {
    months > 0 && months_unchecked(client, today) >= months
}

/// Whole months from one day to another; 0 where the other comes first.
fn months_between(from: NaiveDate, to: NaiveDate) -> u32 {
    let years = i64::from(to.year()) - i64::from(from.year());
    let months = years * 12 + i64::from(to.month()) - i64::from(from.month());
    let whole = months - i64::from(to.day() < from.day());
    u32::try_from(whole).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_is_stale_after_so_many_whole_months() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let mut client = Client::organization("Ромашка");
        client.checked_on = Some(day("2025-11-22"));
        assert!(!is_stale(&client, 12, day("2026-11-21")));
        assert!(is_stale(&client, 12, day("2026-11-22")));
        assert_eq!(months_unchecked(&client, day("2027-01-30")), 14);
        assert_eq!(months_unchecked(&client, day("2025-01-30")), 0);
        assert!(!is_stale(&client, 0, day("2099-01-01")), "no such policy");

        let fresh = Client::organization("Агат");
        assert!(!is_stale(&fresh, 1, fresh.id.created_at().date_naive()));
    }
}

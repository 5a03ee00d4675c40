//! Rates of value added tax: which one holds on which day.

use chrono::NaiveDate;

use crate::domain::Id;
use crate::domain::profile::named;

named! {
    /// How something sold is taxed, whatever the rate is on the day.
    TaxClass {
        /// Not at all: the seller pays no such tax, or the law frees it.
        Exempt = "exempt",
        /// At nothing: exports and the like.
        Zero = "zero",
        /// At the lower special rate of small firms.
        Special5 = "special-5",
        /// At the higher special rate of small firms.
        Special7 = "special-7",
        /// At the reduced rate: food, books, medicine.
        Reduced = "reduced",
        /// At the general rate.
        Standard = "standard",
    }
}

named! {
    /// Whether prices hold the tax already.
    TaxMode {
        /// They do.
        Included = "included",
        /// It is added to them.
        OnTop = "on-top",
    }
}

/// How much tax a class bears between two days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaxRate {
    /// Which rate.
    pub id: Id<TaxRate>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// What is taxed so.
    pub class: TaxClass,
    /// How much, in hundredths of a per cent: 2200 for 22 %.
    pub rate: i64,
    /// The first day it holds; `None` from ever.
    pub valid_from: Option<NaiveDate>,
    /// The last day it holds; `None` until further notice.
    pub valid_until: Option<NaiveDate>,
}

/// What Russia takes (Tax Code, Art. 164; general rate since 2026 by law 425-FZ of 28.11.2025).
const RUSSIA: [(TaxClass, i64, [Day; 2]); 7] = [
    (TaxClass::Zero, 0, [None, None]),
    (TaxClass::Special5, 500, [Some([2025, 1, 1]), None]),
    (TaxClass::Special7, 700, [Some([2025, 1, 1]), None]),
    (TaxClass::Reduced, 1000, [None, None]),
    (TaxClass::Standard, 1800, [None, Some([2018, 12, 31])]),
    (
        TaxClass::Standard,
        2000,
        [Some([2019, 1, 1]), Some([2025, 12, 31])],
    ),
    (TaxClass::Standard, 2200, [Some([2026, 1, 1]), None]),
];

/// Year, month and day; `None` for no end.
type Day = Option<[u32; 3]>;

impl TaxRate {
    /// The rates of Russia, not yet saved.
    pub fn russia() -> Vec<Self> {
        let day = |[year, month, day]: [u32; 3]| {
            NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
        };
        let rates = RUSSIA.into_iter();
        rates
            .map(|(class, rate, [from, until])| Self {
                id: Id::generate(),
                version: 0,
                class,
                rate,
                valid_from: from.and_then(day),
                valid_until: until.and_then(day),
            })
            .collect()
    }

    /// Whether it holds on a day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from <= day)
            && self.valid_until.is_none_or(|until| day <= until)
    }
}

/// How much tax a class bears on a day, in hundredths of a per cent; `None` where none is taken.
/// The day of shipment decides, before it is known that of the paper. Of two rates for the same
/// day the one that began later holds.
pub fn rate_on(rates: &[TaxRate], class: TaxClass, day: NaiveDate) -> Option<i64> {
    let known = rates.iter().filter(|rate| rate.class == class);
    let holding = known.filter(|rate| rate.holds_on(day));
    let latest = holding.max_by_key(|rate| rate.valid_from);
    latest
        .filter(|rate| rate.class != TaxClass::Exempt)
        .map(|rate| rate.rate)
}

/// The class that bears a rate on a day; [`TaxClass::Exempt`] for none.
pub fn class_of(rates: &[TaxRate], rate: Option<i64>, day: NaiveDate) -> TaxClass {
    let mut classes = TaxClass::ALL.iter().copied();
    let found =
        rate.and_then(|rate| classes.find(|class| rate_on(rates, *class, day) == Some(rate)));
    found.unwrap_or(TaxClass::Exempt)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_general_rate_rises_with_the_new_year() {
        let rates = TaxRate::russia();
        let on = |text| rate_on(&rates, TaxClass::Standard, day(text));
        assert_eq!(on("2018-12-31"), Some(1800));
        assert_eq!(on("2025-12-31"), Some(2000));
        assert_eq!(on("2026-01-01"), Some(2200));
    }

    #[test]
    fn no_tax_is_not_a_tax_of_nothing() {
        let rates = TaxRate::russia();
        let today = day("2026-11-22");
        assert_eq!(rate_on(&rates, TaxClass::Exempt, today), None);
        assert_eq!(rate_on(&rates, TaxClass::Zero, today), Some(0));
        assert_eq!(rate_on(&rates, TaxClass::Reduced, today), Some(1000));
        assert_eq!(rate_on(&rates, TaxClass::Special7, day("2024-06-01")), None);
    }

    #[test]
    fn a_rate_tells_its_class() {
        let rates = TaxRate::russia();
        let today = day("2026-11-22");
        for class in TaxClass::ALL {
            assert_eq!(
                class_of(&rates, rate_on(&rates, *class, today), today),
                *class
            );
        }
        assert_eq!(class_of(&rates, Some(1234), today), TaxClass::Exempt);
    }
}

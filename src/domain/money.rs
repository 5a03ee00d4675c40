//! Exact amounts of money.

/// A currency, known by its three letters of ISO 4217. Each one here has two decimal places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Currency {
    /// Russian rouble.
    Rub,
    /// United States dollar.
    Usd,
    /// Euro.
    Eur,
    /// Kazakhstani tenge.
    Kzt,
    /// Belarusian rouble.
    Byn,
}

impl Currency {
    /// Every currency there is.
    pub const ALL: [Self; 5] = [Self::Rub, Self::Usd, Self::Eur, Self::Kzt, Self::Byn];

    /// Its three letters of ISO 4217, as they stand in the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Rub => "RUB",
            Self::Usd => "USD",
            Self::Eur => "EUR",
            Self::Kzt => "KZT",
            Self::Byn => "BYN",
        }
    }

    /// The currency of three letters, whatever their case.
    pub fn of_code(code: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|currency| currency.code().eq_ignore_ascii_case(code.trim()))
    }

    /// The sign people write beside an amount.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Rub => "₽",
            Self::Usd => "$",
            Self::Eur => "€",
            Self::Kzt => "₸",
            Self::Byn => "Br",
        }
    }
}

/// An exact amount: minor units (kopecks, cents) of one currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Money {
    /// How many kopecks, cents or tiyn; below zero for a debt.
    pub minor: i64,
    /// Of which currency.
    pub currency: Currency,
}

impl Money {
    /// The amount of that many minor units.
    pub const fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// The sum, or `None` where the currencies differ or it does not fit.
    pub fn plus(self, other: Self) -> Option<Self> {
        if self.currency != other.currency {
            return None;
        }
        let minor = self.minor.checked_add(other.minor)?;
        Some(Self { minor, ..self })
    }

    /// The difference, or `None` where the currencies differ or it does not fit.
    pub fn minus(self, other: Self) -> Option<Self> {
        if self.currency != other.currency {
            return None;
        }
        let minor = self.minor.checked_sub(other.minor)?;
        Some(Self { minor, ..self })
    }

    /// So many times the amount, or `None` where it does not fit.
    pub fn times(self, count: i64) -> Option<Self> {
        let minor = self.minor.checked_mul(count)?;
        Some(Self { minor, ..self })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const fn roubles(minor: i64) -> Money {
        Money::new(minor, Currency::Rub)
    }

    #[test]
    fn amounts_of_one_currency_add_up() {
        assert_eq!(roubles(250).plus(roubles(-50)), Some(roubles(200)));
        assert_eq!(roubles(250).minus(roubles(300)), Some(roubles(-50)));
        assert_eq!(roubles(250).times(-3), Some(roubles(-750)));
    }

    #[test]
    fn amounts_of_two_currencies_never_do() {
        let euro = Money::new(1, Currency::Eur);
        assert_eq!(roubles(1).plus(euro), None);
        assert_eq!(roubles(1).minus(euro), None);
    }

    #[test]
    fn what_does_not_fit_is_told() {
        assert_eq!(roubles(i64::MAX).plus(roubles(1)), None);
        assert_eq!(roubles(i64::MIN).minus(roubles(1)), None);
        assert_eq!(roubles(i64::MAX).times(2), None);
    }

    #[test]
    fn a_currency_is_found_by_its_code() {
        for currency in Currency::ALL {
            assert_eq!(Currency::of_code(currency.code()), Some(currency));
        }
        assert_eq!(Currency::of_code(" rub "), Some(Currency::Rub));
        assert_eq!(Currency::of_code("XXX"), None);
    }

    proptest! {
        #[test]
        fn minus_takes_back_plus(a in any::<i64>(), b in any::<i64>()) {
            let sum = roubles(a).plus(roubles(b));
            prop_assert_eq!(sum.and_then(|sum| sum.minus(roubles(b))), sum.map(|_| roubles(a)));
        }
    }
}

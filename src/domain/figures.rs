//! What the numbers of a column come to.

use crate::domain::{Currency, Datum, Money};

/// Count, sum, least and greatest of numbers; amounts of several currencies are never added.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    series: Vec<(Unit, Series)>,
}

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Integer,
    Number,
    Money(Currency),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Series {
    count: i64,
    sum: i128,
    least: i64,
    greatest: i64,
}

/// The figures of numbers of one sort.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// How many numbers there are.
    pub count: i64,
    /// Their sum; [`Datum::Nothing`] where it does not fit.
    pub sum: Datum,
    /// Their mean, rounded half away from zero; that of whole numbers in millionths.
    pub average: Datum,
    /// The least.
    pub least: Datum,
    /// The greatest.
    pub greatest: Datum,
}

impl Figures {
    /// Takes a value in; what is no number counts nothing.
    pub fn add(&mut self, datum: &Datum) {
        let (unit, number) = match datum {
            Datum::Integer(number) => (Unit::Integer, *number),
            Datum::Number(number) => (Unit::Number, *number),
            Datum::Money(money) => (Unit::Money(money.currency), money.minor),
            _ => return,
        };
        let known = self.series.iter_mut().find(|(known, _)| *known == unit);
        match known {
            Some((_, series)) => {
                series.count += 1;
                series.sum += i128::from(number);
                series.least = series.least.min(number);
                series.greatest = series.greatest.max(number);
            }
            None => {
                let series = Series {
                    count: 1,
                    sum: number.into(),
                    least: number,
                    greatest: number,
                };
                self.series.push((unit, series));
            }
        }
    }

    /// The figures, a set for each currency.
    pub fn all(&self) -> impl Iterator<Item = Figure> + '_ {
        self.series.iter().map(|(unit, series)| Figure {
            count: series.count,
            sum: unit.datum(series.sum),
            average: match unit {
                Unit::Integer => Unit::Number.datum(mean(series.sum * 1_000_000, series.count)),
                unit => unit.datum(mean(series.sum, series.count)),
            },
            least: unit.datum(series.least.into()),
            greatest: unit.datum(series.greatest.into()),
        })
    }
}

impl Unit {
    fn datum(self, number: i128) -> Datum {
        let Ok(number) = i64::try_from(number) else {
            return Datum::Nothing;
        };
        match self {
            Self::Integer => Datum::Integer(number),
            Self::Number => Datum::Number(number),
            Self::Money(currency) => Datum::Money(Money::new(number, currency)),
        }
    }
}

fn mean(sum: i128, count: i64) -> i128 {
    let count = i128::from(count.max(1));
    (2 * sum + sum.signum() * count) / (2 * count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_currencies_are_never_added() {
        let mut figures = Figures::default();
        for (minor, currency) in [
            (250, Currency::Rub),
            (100, Currency::Eur),
            (-50, Currency::Rub),
        ] {
            figures.add(&Datum::Money(Money::new(minor, currency)));
        }
        figures.add(&Datum::Nothing);
        let all: Vec<_> = figures.all().collect();
        let roubles = |minor| Datum::Money(Money::new(minor, Currency::Rub));
        assert_eq!(all.len(), 2);
        assert_eq!((all[0].count, &all[0].sum), (2, &roubles(200)));
        assert_eq!(
            (&all[0].least, &all[0].greatest),
            (&roubles(-50), &roubles(250))
        );
        assert_eq!(all[0].average, roubles(100));
    }

    #[test]
    fn the_mean_of_whole_numbers_has_a_part_and_a_sum_that_does_not_fit_is_not_told() {
        let mut figures = Figures::default();
        for number in [1, 2] {
            figures.add(&Datum::Integer(number));
        }
        assert_eq!(
            figures.all().next().unwrap().average,
            Datum::Number(1_500_000)
        );
        let mut large = Figures::default();
        for _ in 0..2 {
            large.add(&Datum::Number(i64::MAX));
        }
        let large = large.all().next().unwrap();
        assert_eq!(
            (large.sum, large.average),
            (Datum::Nothing, Datum::Number(i64::MAX))
        );
    }
}

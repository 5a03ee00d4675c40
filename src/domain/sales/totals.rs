//! What lines of sale add up to, to the kopeck.

use crate::domain::profile::named;
use crate::domain::sales::TaxMode;

/// How many parts a quantity of one has.
pub const QUANTITY: i64 = 1000;
/// How many parts a rate of one has: hundredths of a per cent.
const RATE: i128 = 10_000;

named! {
    /// Where tax is rounded to the kopeck.
    Rounding {
        /// On every line; the sum is that of the lines.
        PerLine = "line",
        /// On the whole of each rate; the lines share it so that they add up.
        PerDocument = "document",
    }
}

/// What arithmetic has to know of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sale {
    /// How much, in thousandths of the unit.
    pub quantity: i64,
    /// What one unit costs, in kopecks.
    pub price: i64,
    /// The tax, in hundredths of a per cent; `None` where none is taken.
    pub rate: Option<i64>,
}

/// A sum without its tax, the tax, and both together, in kopecks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Amounts {
    /// Without tax.
    pub net: i64,
    /// The tax.
    pub tax: i64,
    /// With tax.
    pub gross: i64,
}

impl Amounts {
    fn add(&mut self, other: Self) -> Option<()> {
        self.net = self.net.checked_add(other.net)?;
        self.tax = self.tax.checked_add(other.tax)?;
        self.gross = self.gross.checked_add(other.gross)?;
        Some(())
    }
}

/// What the lines of a paper add up to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Totals {
    /// Of each line, in their order.
    pub lines: Vec<Amounts>,
    /// Of each rate that occurs, no tax first, then from the lowest on.
    pub rates: Vec<(Option<i64>, Amounts)>,
    /// Of all.
    pub whole: Amounts,
}

impl Totals {
    /// What the lines add up to; `None` where that is more than there is money.
    ///
    /// The amount of a line is always rounded to the kopeck, as it is printed.
    pub fn of(lines: &[Sale], mode: TaxMode, rounding: Rounding) -> Option<Self> {
        let mut totals = Self::default();
        let mut rates: Vec<_> = lines.iter().map(|line| line.rate).collect();
        rates.sort_unstable();
        rates.dedup();
        // What the lines of each rate come to so far, and how much tax of that was given out.
        let mut sums = vec![(0_i128, 0_i128); rates.len()];
        totals.rates = rates
            .iter()
            .map(|rate| (*rate, Amounts::default()))
            .collect();
        for line in lines {
            let at = rates.binary_search(&line.rate).ok()?;
            let amount = i128::from(i64::try_from(line.amount()).ok()?);
            let tax = match rounding {
                Rounding::PerLine => tax_in(amount, line.rate, mode),
                Rounding::PerDocument => {
                    let (sum, given) = &mut sums[at];
                    *sum += amount;
                    let due = tax_in(*sum, line.rate, mode);
                    let share = due - *given;
                    *given = due;
                    share
                }
            };
            let amounts = amounts(amount, tax, mode)?;
            totals.rates[at].1.add(amounts)?;
            totals.whole.add(amounts)?;
            totals.lines.push(amounts);
        }
        Some(totals)
    }
}

impl Sale {
    /// Quantity by price, in kopecks.
    fn amount(self) -> i128 {
        divide(
            i128::from(self.quantity) * i128::from(self.price),
            i128::from(QUANTITY),
        )
    }
}

fn amounts(amount: i128, tax: i128, mode: TaxMode) -> Option<Amounts> {
    let (net, gross) = match mode {
        TaxMode::Included => (amount - tax, amount),
        TaxMode::OnTop => (amount, amount + tax),
    };
    Some(Amounts {
        net: i64::try_from(net).ok()?,
        tax: i64::try_from(tax).ok()?,
        gross: i64::try_from(gross).ok()?,
    })
}

fn tax_in(amount: i128, rate: Option<i64>, mode: TaxMode) -> i128 {
    let rate = i128::from(rate.unwrap_or(0));
    match mode {
        TaxMode::Included => divide(amount * rate, RATE + rate),
        TaxMode::OnTop => divide(amount * rate, RATE),
    }
}

/// The quotient, halves away from zero. What is parted by nothing stays nothing.
fn divide(amount: i128, by: i128) -> i128 {
    if by == 0 {
        return 0;
    }
    let half = by.abs() / 2;
    let shifted = amount
        + if (amount < 0) == (by < 0) {
            half
        } else {
            -half
        };
    // An odd divisor has no exact half: nothing lies on it, and the shift is right as it is.
    shifted / by
}

/// The price at which a margin of so many hundredths of a per cent is left over the cost.
pub fn margin(price: i64, cost: i64) -> Option<i64> {
    let (price, cost) = (i128::from(price), i128::from(cost));
    let share = (price != 0).then(|| divide((price - cost) * RATE, price))?;
    i64::try_from(share).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sale(quantity: i64, price: i64, rate: Option<i64>) -> Sale {
        Sale {
            quantity,
            price,
            rate,
        }
    }

    fn whole(lines: &[Sale], mode: TaxMode, rounding: Rounding) -> (i64, i64, i64) {
        let Amounts { net, tax, gross } = Totals::of(lines, mode, rounding).unwrap().whole;
        (net, tax, gross)
    }

    #[test]
    fn three_of_a_price_of_the_scenario_bear_22_per_cent() {
        let line = [sale(3000, 123_456, Some(2200))];
        // 3 × 1 234,56 = 3 703,68; × 22 % = 814,8096.
        for rounding in Rounding::ALL {
            let on_top = whole(&line, TaxMode::OnTop, *rounding);
            assert_eq!(on_top, (370_368, 81_481, 451_849));
            // 3 703,68 × 22 / 122 = 667,8767.
            let included = whole(&line, TaxMode::Included, *rounding);
            assert_eq!(included, (303_580, 66_788, 370_368));
        }
    }

    #[test]
    fn halves_of_a_kopeck_go_away_from_zero() {
        let half = [sale(500, 1, None)];
        assert_eq!(whole(&half, TaxMode::OnTop, Rounding::PerLine), (1, 0, 1));
        let back = [sale(-500, 1, None)];
        assert_eq!(whole(&back, TaxMode::OnTop, Rounding::PerLine), (-1, 0, -1));
        assert_eq!(divide(5, 10), 1);
        assert_eq!(divide(-5, 10), -1);
        assert_eq!(divide(4, 10), 0);
        assert_eq!(divide(1, 3), 0);
        assert_eq!(divide(2, 3), 1);
        assert_eq!(divide(-2, 3), -1);
    }

    #[test]
    fn the_two_ways_of_rounding_differ_by_what_lines_lose() {
        // A tax of 0,4 kopecks a line: nothing on each, two on the whole of five.
        let lines = [sale(1000, 2, Some(2000)); 5];
        let (_, per_line, _) = whole(&lines, TaxMode::OnTop, Rounding::PerLine);
        let (_, per_document, _) = whole(&lines, TaxMode::OnTop, Rounding::PerDocument);
        assert_eq!((per_line, per_document), (0, 2));
    }

    #[test]
    fn each_rate_is_summed_apart() {
        let lines = [
            sale(1000, 10_000, Some(2200)),
            sale(1000, 5_000, None),
            sale(2000, 10_000, Some(1000)),
            sale(1000, 1_000, Some(0)),
        ];
        let totals = Totals::of(&lines, TaxMode::OnTop, Rounding::PerDocument).unwrap();
        let taxes: Vec<_> = totals
            .rates
            .iter()
            .map(|(rate, sum)| (*rate, sum.tax))
            .collect();
        let expected = [
            (None, 0),
            (Some(0), 0),
            (Some(1000), 2_000),
            (Some(2200), 2_200),
        ];
        assert_eq!(taxes, expected);
    }

    #[test]
    fn what_is_more_than_there_is_money_is_told() {
        let line = sale(i64::MAX, i64::MAX, Some(2200));
        assert_eq!(Totals::of(&[line], TaxMode::OnTop, Rounding::PerLine), None);
        let line = sale(1000, i64::MAX, None);
        assert_eq!(
            Totals::of(&[line, line], TaxMode::OnTop, Rounding::PerLine),
            None
        );
        assert!(Totals::of(&[line], TaxMode::Included, Rounding::PerLine).is_some());
    }

    #[test]
    fn a_margin_is_a_share_of_the_price() {
        assert_eq!(margin(10_000, 7_500), Some(2_500));
        assert_eq!(margin(10_000, 12_000), Some(-2_000));
        assert_eq!(margin(0, 100), None);
    }

    fn lines() -> impl Strategy<Value = Vec<Sale>> {
        let rate = prop_oneof![
            Just(None),
            prop::sample::select(vec![0, 500, 700, 1000, 1800, 2000, 2200]).prop_map(Some)
        ];
        let line = (
            -1_000_000..10_000_000_i64,
            -10_000_000..100_000_000_i64,
            rate,
        );
        let line = line.prop_map(|(quantity, price, rate)| sale(quantity, price, rate));
        prop::collection::vec(line, 0..12)
    }

    fn ways() -> impl Strategy<Value = (TaxMode, Rounding)> {
        (
            prop::sample::select(TaxMode::ALL),
            prop::sample::select(Rounding::ALL),
        )
    }

    proptest! {
        #[test]
        fn everything_adds_up(lines in lines(), (mode, rounding) in ways()) {
            let totals = Totals::of(&lines, mode, rounding).unwrap();
            let sum = |of: fn(&Amounts) -> i64| totals.lines.iter().map(of).sum::<i64>();
            prop_assert_eq!(sum(|one| one.net), totals.whole.net);
            prop_assert_eq!(sum(|one| one.tax), totals.whole.tax);
            prop_assert_eq!(sum(|one| one.gross), totals.whole.gross);
            prop_assert_eq!(totals.whole.net + totals.whole.tax, totals.whole.gross);
            let rates = totals.rates.iter().map(|(_, one)| one.gross).sum::<i64>();
            prop_assert_eq!(rates, totals.whole.gross);
            for one in &totals.lines {
                prop_assert_eq!(one.net + one.tax, one.gross);
            }
        }

        /// The tax of a whole is never off by more than half a kopeck a rate; of lines, a line.
        #[test]
        fn the_tax_is_as_near_as_kopecks_come(lines in lines(), (mode, rounding) in ways()) {
            let totals = Totals::of(&lines, mode, rounding).unwrap();
            for (rate, sum) in &totals.rates {
                let rate = i128::from(rate.unwrap_or(0));
                let (base, whole) = match mode {
                    TaxMode::OnTop => (sum.net, RATE),
                    TaxMode::Included => (sum.gross, RATE + rate),
                };
                let exact = i128::from(base) * rate; // times `whole`
                let off = (i128::from(sum.tax) * whole - exact).abs() * 2;
                let roundings = match rounding {
                    Rounding::PerDocument => 1,
                    Rounding::PerLine => lines.len().max(1) as i128,
                };
                prop_assert!(off <= whole * roundings, "{off} of {whole}");
            }
        }

        /// One line is the same whichever way tax is rounded.
        #[test]
        fn a_single_line_has_one_tax(quantity in 0..10_000_000_i64, price in 0..100_000_000_i64) {
            let line = [sale(quantity, price, Some(2200))];
            for mode in TaxMode::ALL {
                prop_assert_eq!(
                    Totals::of(&line, *mode, Rounding::PerLine),
                    Totals::of(&line, *mode, Rounding::PerDocument)
                );
            }
        }

        /// What goes back is exactly what came.
        #[test]
        fn a_return_mirrors_its_sale(lines in lines(), (mode, rounding) in ways()) {
            let back = |line: &Sale| sale(-line.quantity, line.price, line.rate);
            let mirrored: Vec<_> = lines.iter().map(back).collect();
            let (there, here) = (whole(&lines, mode, rounding), whole(&mirrored, mode, rounding));
            prop_assert_eq!((-there.0, -there.1, -there.2), here);
        }
    }
}

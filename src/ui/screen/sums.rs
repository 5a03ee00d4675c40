//! What a list adds up to, side by side over it.

use iced::Padding;
use iced::widget::{column, container, row};

use crate::domain::Money;
use crate::i18n::Locale;
use crate::ui::style::{Tone, spacing, surface};
use crate::ui::widget::{Element, text};

/// One sum: what it is called, what it is in each currency, and how it is meant.
pub struct Sum {
    label: String,
    amounts: Vec<Money>,
    tone: Tone,
}

impl Sum {
    /// What it is called, and its amounts.
    pub fn words(self, locale: &Locale) -> (String, String) {
        let amounts = self.amounts.into_iter().map(|one| locale.money(one));
        let amounts = match amounts.collect::<Vec<_>>().join(" · ") {
            nothing if nothing.is_empty() => "—".to_owned(),
            amounts => amounts,
        };
        (self.label, amounts)
    }
}

/// A sum called `label`, in the colour of `tone` where it is not nothing.
pub fn sum(label: String, amounts: impl IntoIterator<Item = Money>, tone: Tone) -> Sum {
    Sum {
        label,
        amounts: amounts.into_iter().collect(),
        tone,
    }
}

/// What amounts add up to, in each currency.
pub fn by_currency(amounts: impl IntoIterator<Item = Money>) -> Vec<Money> {
    let mut sums: Vec<Money> = Vec::new();
    for one in amounts {
        let known = sums.iter_mut().find(|sum| sum.currency == one.currency);
        match known {
            Some(sum) => sum.minor = sum.minor.saturating_add(one.minor),
            None => sums.push(one),
        }
    }
    sums
}

/// The sums in a line, under the filters of a list.
pub fn line<'a, Message: 'a>(
    sums: impl IntoIterator<Item = Sum>,
    locale: &Locale,
) -> Element<'a, Message> {
    let sums = sums.into_iter().map(|sum| {
        let has_any = sum.amounts.iter().any(|one| one.minor != 0);
        let tone = if has_any { sum.tone } else { Tone::Neutral };
        let (label, amounts) = sum.words(locale);
        let amount = text::strong(amounts).style(surface::toned(tone));
        column![text::hint(label), amount].into()
    });
    let line = row(sums).spacing(spacing::XXL).wrap();
    container(line.vertical_spacing(spacing::XS))
        .padding(Padding::from([spacing::S, spacing::XL]).top(0.0))
        .into()
}

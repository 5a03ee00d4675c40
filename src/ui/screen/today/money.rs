//! Money on the page of the day: what came in this month, and what is still to come in.

use chrono::NaiveDate;
use iced::widget::text::Wrapping;
use iced::widget::{Column, column, row};
use iced::{Center, Fill};

use super::{Context, Message};
use crate::domain::Money;
use crate::domain::paper::PaperTotals;
use crate::domain::sales::Takings;
use crate::i18n::Locale;
use crate::ui::style::{Tone, size, spacing, surface};
use crate::ui::widget::keyed::pressable;
use crate::ui::widget::{Element, ellipsis, line, progress, section, text};
use crate::workspace::Today;

/// The card; nothing where no money came in or is awaited.
pub fn view<'a>(
    day: &'a Today,
    today: NaiveDate,
    context: &'a Context,
) -> Option<Element<'a, Message>> {
    if day.takings.is_empty() && day.awaited.is_empty() {
        return None;
    }
    let locale = &context.locale;
    let month = locale.month_and_year(today);
    let title = locale.with("today-takings", &[("month", month.into())]);
    let takings = day.takings.iter().map(|one| taken(one, locale));
    let awaited = day.awaited.iter().map(|one| awaited(one, locale));
    let card = column![
        section::heading(title, None),
        Column::from_iter(takings).spacing(spacing::M),
        Column::from_iter(awaited),
    ];
    Some(section::card(card.spacing(spacing::M)))
}

/// What came in, beside what came in the month before.
fn taken<'a>(one: &Takings, locale: &Locale) -> Element<'a, Message> {
    let money = |minor| locale.money(Money::new(minor, one.currency));
    let figure = text::figure(money(one.month));
    if one.before <= 0 {
        return figure.into();
    }
    let percent = one.month.saturating_mul(100) / one.before;
    #[expect(clippy::cast_precision_loss, reason = "a part of one")]
    let part = (percent.clamp(0, 100) as f32) / 100.0;
    let share = locale.with("today-share", &[("percent", percent.into())]);
    let before = locale.with("today-before", &[("sum", money(one.before).into())]);
    let share = ellipsis(share).size(size::SMALL).style(surface::secondary);
    let below = row![
        share.width(Fill),
        text::secondary(before).wrapping(Wrapping::None)
    ];
    let below = below.spacing(spacing::S);
    column![figure, progress::bar(part), below]
        .spacing(spacing::XS)
        .into()
}

/// What is still to be paid, and what of it is late.
fn awaited<'a>(one: &PaperTotals, locale: &Locale) -> Element<'a, Message> {
    let money = |minor| locale.money(Money::new(minor, one.currency));
    let told = |key: &str, count: i64, minor: i64, tone: Tone| {
        let words = locale.with(key, &[("count", count.into())]);
        let sum = text::strong(money(minor))
            .wrapping(Wrapping::None)
            .style(surface::toned(tone));
        let face = row![ellipsis(words).width(Fill), sum];
        let face = face.spacing(spacing::M).align_y(Center);
        let line = line::line(face, false, Message::Invoices);
        pressable(line, Some(Message::Invoices))
    };
    let late = (one.late > 0).then(|| told("today-late", one.late, one.overdue, Tone::Busy));
    column![
        told("today-awaited", one.unpaid, one.debt, Tone::Neutral),
        late
    ]
    .into()
}

//! A field in which a day is typed, or chosen from the month that unfolds under it.

use chrono::{Datelike, Days, Local, Months, NaiveDate};
use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::{Row, column, container, mouse_area, row, space, text as plain};
use iced::{Center, Fill, FillPortion};

use crate::domain::calendar::Scope;
use crate::ui::screen::Context;
use crate::ui::style::calendar::{self, DayFace};
use crate::ui::style::{SEMIBOLD, size, spacing, surface};
use crate::ui::widget::anchored::anchored;
use crate::ui::widget::field::Field;
use crate::ui::widget::{Element, Icon, button};

/// The side of a day, in logical pixels.
const DAY: f32 = 26.0;
/// The width of the month, in logical pixels.
const WIDTH: f32 = 268.0;

/// What happened in the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Message {
    /// It unfolds, or another day is marked.
    Mark(NaiveDate),
    /// A day is taken.
    Take(NaiveDate),
    /// It folds.
    Close,
}

/// `field`, with the month of the marked day under it while one is marked; `day` is what stands in
/// the field.
pub fn view<'a, Outer: Clone + 'a>(
    field: Field<'a, Outer>,
    (day, marked): (NaiveDate, Option<NaiveDate>),
    context: &Context,
    say: impl Fn(Message) -> Outer + Copy + 'a,
) -> Element<'a, Outer> {
    let turned = match marked {
        Some(_) => Message::Close,
        None => Message::Mark(day),
    };
    let unfold = button::tool(Icon::Calendar, context.locale.text("month-choose"))
        .compact()
        .on_press(say(turned));
    let field = field.trailing(unfold);
    let month = marked.map(|marked| month(marked, context).map(say));
    anchored(field, month, say(Message::Close))
        .as_wide(WIDTH)
        .on_key(move |key| marked.and_then(|marked| pressed(key, marked)).map(say))
        .into()
}

/// What a key means while a day is marked.
fn pressed(key: &Key, marked: NaiveDate) -> Option<Message> {
    let day = match key {
        Key::Named(Named::ArrowLeft) => marked.checked_sub_days(Days::new(1)),
        Key::Named(Named::ArrowRight) => marked.checked_add_days(Days::new(1)),
        Key::Named(Named::ArrowUp) => marked.checked_sub_days(Days::new(7)),
        Key::Named(Named::ArrowDown) => marked.checked_add_days(Days::new(7)),
        Key::Named(Named::PageUp) => marked.checked_sub_months(Months::new(1)),
        Key::Named(Named::PageDown) => marked.checked_add_months(Months::new(1)),
        Key::Named(Named::Enter) => return Some(Message::Take(marked)),
        Key::Named(Named::Tab) => return Some(Message::Close),
        _ => None,
    };
    day.map(Message::Mark)
}

fn month<'a>(marked: NaiveDate, context: &Context) -> Element<'a, Message> {
    let locale = &context.locale;
    let turn = |icon, key: &str, day: Option<NaiveDate>| {
        button::tool(icon, locale.text(key))
            .compact()
            .on_press_maybe(day.map(Message::Mark))
    };
    let one = Months::new(1);
    let head = row![
        plain(locale.month_and_year(marked))
            .font(SEMIBOLD)
            .size(size::BASE),
        space().width(Fill),
        turn(
            Icon::ChevronLeft,
            "calendar-month-earlier",
            marked.checked_sub_months(one)
        ),
        turn(
            Icon::ChevronRight,
            "calendar-month-later",
            marked.checked_add_months(one)
        ),
    ]
    .align_y(Center);
    let weeks = Scope::Month.around(marked).whole_weeks();
    let days: Vec<_> = weeks.days().collect();
    let names = days.iter().take(7).map(|day| {
        let name = plain(locale.weekday_short(*day))
            .size(size::HINT)
            .style(surface::hint);
        container(name).center_x(FillPortion(1)).into()
    });
    let mut lines = column![head, Row::from_iter(names)].spacing(2.0);
    for week in days.chunks(7) {
        let week = week.iter().map(|day| face(*day, marked, context));
        lines = lines.push(Row::from_iter(week));
    }
    container(lines)
        .padding(spacing::M)
        .width(WIDTH)
        .style(surface::floating)
        .into()
}

fn face<'a>(day: NaiveDate, marked: NaiveDate, context: &Context) -> Element<'a, Message> {
    let is_of_month = day.month() == marked.month();
    let face = DayFace {
        is_today: day == Local::now().date_naive() && is_of_month,
        is_shown: day == marked,
        is_plain: is_of_month && context.catalog.calendar.is_working_day(day),
    };
    let number = is_of_month.then(|| plain(day.day().to_string()).size(size::SMALL));
    let number = container(number).center(DAY).style(calendar::day(face));
    let number = container(number).center_x(FillPortion(1));
    match is_of_month {
        true => mouse_area(number).on_press(Message::Take(day)).into(),
        false => number.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_from_day_to_day_and_enter_takes() {
        let day = NaiveDate::from_ymd_opt(2026, 12, 31).unwrap();
        let next = NaiveDate::from_ymd_opt(2027, 1, 1).unwrap();
        let press = |key| pressed(&Key::Named(key), day);
        assert_eq!(press(Named::ArrowRight), Some(Message::Mark(next)));
        assert_eq!(press(Named::Enter), Some(Message::Take(day)));
        assert_eq!(press(Named::Tab), Some(Message::Close));
        assert_eq!(press(Named::F1), None);
    }
}

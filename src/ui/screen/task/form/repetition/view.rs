//! How the repetition of an operation looks.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use iced::Top;
use iced::widget::{column, container, row};

use super::{Ending, Message, Monthly, Period, Repetition, Unread, nth};
use crate::i18n::Locale;
use crate::ui::screen::task::form::Message as Outer;
use crate::ui::style::spacing;
use crate::ui::widget::field::{Field, field, labelled};
use crate::ui::widget::{Element, choice, text};

/// The names by which what is typed is focused.
const INTERVAL: &str = "repeat interval";
const TIMES: &str = "repeat times";
const UNTIL: &str = "repeat until";
/// The width of a number, in logical pixels.
const NUMBER: f32 = 96.0;
/// So many of the next repetitions are told.
const TOLD: usize = 4;

impl Unread {
    /// The name of the field in which it is put right.
    pub fn field(self) -> &'static str {
        match self {
            Self::Interval => INTERVAL,
            Self::Times => TIMES,
            Self::Until => UNTIL,
        }
    }
}

impl Repetition {
    /// A section of the form; `first` is the day on which it begins, `unread` what was told to be
    /// put right.
    pub fn view<'a>(
        &self,
        first: NaiveDate,
        unread: Option<Unread>,
        locale: &Locale,
    ) -> Element<'a, Outer> {
        let periods = [
            (Period::Never, "repeat-never"),
            (Period::Day, "repeat-day"),
            (Period::Week, "repeat-week"),
            (Period::Month, "repeat-month"),
            (Period::Year, "repeat-year"),
        ];
        let periods = periods.map(|(period, key)| (period, locale.text(key)));
        let period = choice::one_of(periods, self.mine.period, |period| {
            Outer::Repetition(Message::Period(period))
        });
        let period = labelled(locale.text("task-series"), period);
        if self.mine.period == Period::Never {
            return period;
        }
        let error = |one: Unread, key: &str| (unread == Some(one)).then(|| locale.text(key));
        let interval = line(
            INTERVAL,
            locale.text("repeat-interval"),
            &self.mine.interval,
        )
        .on_input(|text| Outer::Repetition(Message::Interval(text)))
        .hint(self.unit(locale))
        .error(error(Unread::Interval, "repeat-number-unread"))
        .width(NUMBER);
        column![
            row![period, interval].spacing(spacing::M).align_y(Top),
            self.days(first, locale),
            self.ending(unread, locale),
            self.next(first, locale).map(text::hint),
        ]
        .spacing(spacing::S)
        .into()
    }

    /// What is counted.
    fn unit(&self, locale: &Locale) -> String {
        let count = self.mine.interval.trim().parse::<i64>().unwrap_or(1);
        let key = match self.mine.period {
            Period::Never | Period::Day => "repeat-unit-day",
            Period::Week => "repeat-unit-week",
            Period::Month => "repeat-unit-month",
            Period::Year => "repeat-unit-year",
        };
        locale.with(key, &[("count", count.into())])
    }

    /// On which days of a week or a month.
    fn days<'a>(&self, first: NaiveDate, locale: &Locale) -> Option<Element<'a, Outer>> {
        match self.mine.period {
            Period::Week => Some(self.weekdays(first, locale)),
            Period::Month => Some(self.monthly(first, locale)),
            Period::Never | Period::Day | Period::Year => None,
        }
    }

    fn weekdays<'a>(&self, first: NaiveDate, locale: &Locale) -> Element<'a, Outer> {
        let named = &self.mine.weekdays;
        let monday = first.week(Weekday::Mon).first_day();
        let days = monday.iter_days().take(7).map(|day| {
            let weekday = day.weekday();
            let is_on = match named.is_empty() {
                true => weekday == first.weekday(),
                false => named.contains(&weekday),
            };
            let say = Outer::Repetition(Message::Weekday(weekday));
            choice::chip(locale.weekday_short(day), is_on, say)
        });
        let days = iced::widget::row(days).spacing(spacing::XS).wrap();
        days.vertical_spacing(spacing::XS).into()
    }

    fn monthly<'a>(&self, first: NaiveDate, locale: &Locale) -> Element<'a, Outer> {
        let weekday = ("weekday", i64::from(first.weekday().number_from_monday()));
        let weekday = || (weekday.0, weekday.1.into());
        let number = i64::from(nth(first));
        let monthly = [
            (
                Monthly::Day,
                locale.with("repeat-on-day", &[("day", i64::from(first.day()).into())]),
            ),
            (Monthly::LastDay, locale.text("repeat-on-last-day")),
            (
                Monthly::NthWeekday,
                locale.with("repeat-on-nth", &[("number", number.into()), weekday()]),
            ),
            (
                Monthly::LastWeekday,
                locale.with("repeat-on-last", &[weekday()]),
            ),
        ];
        choice::one_of(monthly, self.mine.monthly, |monthly| {
            Outer::Repetition(Message::Monthly(monthly))
        })
    }

    fn ending<'a>(&self, unread: Option<Unread>, locale: &Locale) -> Element<'a, Outer> {
        let endings = [
            (Ending::Never, "repeat-end-never"),
            (Ending::On, "repeat-end-on"),
            (Ending::After, "repeat-end-after"),
        ];
        let endings = endings.map(|(ending, key)| (ending, locale.text(key)));
        let ending = choice::one_of(endings, self.mine.ending, |ending| {
            Outer::Repetition(Message::Ending(ending))
        });
        let error = |one: Unread, key: &str| (unread == Some(one)).then(|| locale.text(key));
        let said = match self.mine.ending {
            Ending::Never => None,
            Ending::On => Some(
                line(UNTIL, locale.text("repeat-until"), &self.mine.until)
                    .on_input(|text| Outer::Repetition(Message::Until(text)))
                    .placeholder(locale.text("repeat-until-placeholder"))
                    .error(error(Unread::Until, "repeat-until-unread")),
            ),
            Ending::After => Some(
                line(TIMES, locale.text("repeat-times"), &self.mine.times)
                    .on_input(|text| Outer::Repetition(Message::Times(text)))
                    .error(error(Unread::Times, "repeat-number-unread")),
            ),
        };
        let ending = labelled(locale.text("repeat-end"), ending);
        row![container(ending).width(iced::Fill), said.map(Element::from)]
            .spacing(spacing::M)
            .align_y(Top)
            .into()
    }

    /// The next days on which it comes, as long as everything can be read.
    fn next(&self, first: NaiveDate, locale: &Locale) -> Option<String> {
        let rule = self.rule(first).ok()??;
        let after = first.checked_add_days(Days::new(1)).unwrap_or(first);
        let days = rule.days(first).skip_while(|day| *day < after);
        let days = days.take(TOLD).map(|day| locale.day_short(day, first));
        let days = days.collect::<Vec<_>>().join(", ");
        let key = match days.is_empty() {
            true => return Some(locale.text("repeat-no-more")),
            false => "repeat-next",
        };
        Some(locale.with(key, &[("days", days.into())]))
    }
}

/// A line that is typed; Enter saves the task.
fn line<'a>(id: &'static str, label: String, value: &str) -> Field<'a, Outer> {
    field(label, value).id(id).on_submit(Outer::Save)
}

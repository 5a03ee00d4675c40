//! The time that figures and lists are of: one of a few, or from one day to another.

use chrono::{Datelike, Days, Local, Months, NaiveDate, Weekday};
use iced::Center;
use iced::widget::{container, row};

use crate::domain::day;
use crate::i18n::Locale;
use crate::ui::style::spacing;
use crate::ui::widget::{Element, choice, field, text};

/// The width of the choice, and of a day that is typed, in logical pixels.
const WIDTH: f32 = 170.0;
const DAY: f32 = 128.0;

/// A time, seen from today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// This week.
    Week,
    /// This month.
    Month,
    /// The month before.
    LastMonth,
    /// This quarter.
    Quarter,
    /// This year.
    Year,
    /// The year before.
    LastYear,
    /// All that there was.
    All,
    /// From one day to another, as they are typed.
    Own,
}

impl Period {
    /// Every one, with the name of its label.
    pub const ALL: [(Self, &'static str); 8] = [
        (Self::Week, "results-week"),
        (Self::Month, "results-month"),
        (Self::LastMonth, "results-last-month"),
        (Self::Quarter, "results-quarter"),
        (Self::Year, "results-year"),
        (Self::LastYear, "results-last-year"),
        (Self::All, "results-all-time"),
        (Self::Own, "results-own-time"),
    ];

    /// Its first and its last day; `None` where they are typed.
    pub fn days(self, today: NaiveDate) -> Option<(Option<NaiveDate>, Option<NaiveDate>)> {
        let month = today.with_day(1);
        let year = |year| NaiveDate::from_ymd_opt(year, 1, 1);
        Some(match self {
            Self::Week => {
                let week = today.week(Weekday::Mon);
                (week.checked_first_day(), week.checked_last_day())
            }
            Self::Month => (month, month.and_then(|first| last(first, 1))),
            Self::LastMonth => {
                let first = month.and_then(|first| first.checked_sub_months(Months::new(1)));
                (first, first.and_then(|first| last(first, 1)))
            }
            Self::Quarter => {
                let first = month.and_then(|month| month.with_month(today.month0() / 3 * 3 + 1));
                (first, first.and_then(|first| last(first, 3)))
            }
            Self::Year => {
                let first = year(today.year());
                (first, first.and_then(|first| last(first, 12)))
            }
            Self::LastYear => {
                let first = year(today.year() - 1);
                (first, first.and_then(|first| last(first, 12)))
            }
            Self::All => (None, None),
            Self::Own => return None,
        })
    }
}

/// A time that is chosen, and its days as they are typed.
#[derive(Debug, Clone)]
pub struct Span {
    period: Period,
    /// The first and the last day; `None` for no end.
    days: (Option<NaiveDate>, Option<NaiveDate>),
    typed: [String; 2],
}

/// What happened to the choice of a time.
#[derive(Debug, Clone)]
pub enum Message {
    /// Another one was chosen.
    Chosen(Period),
    /// The first (`0`) or the last day of a time of one's own was typed.
    Typed(usize, String),
}

impl Span {
    /// One that begins as told.
    pub fn new(period: Period) -> Self {
        let mut span = Self {
            period: Period::Own,
            days: (None, None),
            typed: Default::default(),
        };
        span.choose(period);
        span
    }

    /// Its first and its last day; `None` for no end.
    pub fn days(&self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        self.days
    }

    /// Whether it leaves anything out.
    pub fn is_narrow(&self) -> bool {
        self.days != (None, None)
    }

    fn choose(&mut self, period: Period) {
        self.period = period;
        if let Some(days) = period.days(Local::now().date_naive()) {
            self.days = days;
        }
    }

    /// Takes in what happened; whether the days are others now. What cannot be read leaves its side
    /// as it was.
    pub fn update(&mut self, message: Message, locale: &Locale) -> bool {
        let before = self.days;
        match message {
            Message::Chosen(Period::Own) => {
                self.choose(Period::Own);
                let shown = |day: Option<NaiveDate>| day.map(|day| locale.date(day));
                self.typed = [self.days.0, self.days.1].map(|day| shown(day).unwrap_or_default());
            }
            Message::Chosen(period) => self.choose(period),
            Message::Typed(at, text) => {
                let side = if at == 0 {
                    &mut self.days.0
                } else {
                    &mut self.days.1
                };
                *side = read_day(&text).unwrap_or(*side);
                self.typed[at] = text;
            }
        }
        before != self.days
    }

    /// The choice.
    pub fn view<'a, M: Clone + 'a>(
        &self,
        locale: &Locale,
        say: fn(Message) -> M,
    ) -> Element<'a, M> {
        let periods = Period::ALL.map(|(period, label)| (period, locale.text(label)));
        let choice = choice::one_of(periods, self.period, move |period| {
            say(Message::Chosen(period))
        });
        container(choice).width(WIDTH).into()
    }

    /// The first and the last day of a time of one's own; nothing where another one is chosen.
    pub fn typed<'a, M: Clone + 'a>(
        &'a self,
        locale: &Locale,
        say: fn(Message) -> M,
    ) -> Option<Element<'a, M>> {
        let day = |at: usize, hint: &str| {
            let text = &self.typed[at];
            let is_unread = read_day(text).is_none();
            let field = field::unlabelled(text)
                .placeholder(locale.text(hint))
                .on_input(move |text| say(Message::Typed(at, text)))
                .error(is_unread.then(|| locale.text("results-day-unread")));
            container(Element::from(field)).width(DAY)
        };
        let days = || {
            row![
                day(0, "results-from"),
                text::hint("–"),
                day(1, "results-to")
            ]
            .spacing(spacing::XS)
            .align_y(Center)
            .into()
        };
        (self.period == Period::Own).then(days)
    }
}

/// A day as it is typed, the inner `None` where nothing is; `None` where it cannot be read.
fn read_day(text: &str) -> Option<Option<NaiveDate>> {
    match text.trim().is_empty() {
        true => Some(None),
        false => day::read(text, Local::now().date_naive()).map(Some),
    }
}

/// The last day of so many months that begin on a day.
fn last(first: NaiveDate, months: u32) -> Option<NaiveDate> {
    let next = first.checked_add_months(Months::new(months))?;
    next.checked_sub_days(Days::new(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_has_its_first_and_its_last_day() {
        let day = |text: &str| text.parse::<NaiveDate>().ok();
        let today = day("2026-11-22").unwrap();
        for (period, from, to) in [
            (Period::Week, "2026-11-16", "2026-11-22"),
            (Period::Month, "2026-11-01", "2026-11-30"),
            (Period::LastMonth, "2026-10-01", "2026-10-31"),
            (Period::Quarter, "2026-10-01", "2026-12-31"),
            (Period::Year, "2026-01-01", "2026-12-31"),
            (Period::LastYear, "2025-01-01", "2025-12-31"),
        ] {
            assert_eq!(period.days(today), Some((day(from), day(to))), "{period:?}");
        }
        assert_eq!(Period::All.days(today), Some((None, None)));
        assert_eq!(Period::Own.days(today), None);
    }
}

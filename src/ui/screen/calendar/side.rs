//! Beside the days: a small month to go elsewhere, whose calendars are shown, what colours mean.

use chrono::{Datelike, Local, Months, NaiveDate, Utc};
use iced::widget::{Column, column, container, mouse_area, row, space, text as plain};
use iced::{Center, Fill, FillPortion};

use super::{Action, Calendar, Context, Message as Above};
use crate::domain::calendar::{Range, Scope, Status, status};
use crate::domain::name::{Person, Sex};
use crate::domain::task::Availability;
use crate::domain::{Employee, Id};
use crate::ui::style::calendar::{self, DayFace};
use crate::ui::style::{MEDIUM, SEMIBOLD, size, spacing, surface};
use crate::ui::widget::keyed::pressable;
use crate::ui::widget::segmented::segmented;
use crate::ui::widget::{Element, Icon, avatar, button, ellipsis, line, section, text};

/// How wide it is, in logical pixels.
const WIDTH: f32 = 240.0;
/// The side of a day of the small month, in logical pixels.
const DAY: f32 = 28.0;
/// Longer ranges are not marked in the small month: all of it would be.
const MOST_MARKED: usize = 14;
/// The picture of an employee, in logical pixels.
const AVATAR: f32 = 26.0;
/// The dot of an availability, in logical pixels.
const DOT: f32 = 8.0;

/// What is remembered beside the days.
#[derive(Debug, Clone)]
pub struct Side {
    /// A day of the month that is shown.
    month: NaiveDate,
    /// Where days in a row are being marked from, and to.
    marked: Option<(NaiveDate, NaiveDate)>,
}

/// What happened beside the days.
#[derive(Debug, Clone)]
pub enum Message {
    /// Another month is wanted.
    Turned(i32),
    /// A day was pressed.
    MarkBegun(NaiveDate),
    /// The mouse came to a day.
    MarkMoved(NaiveDate),
    /// The mouse was let go.
    MarkEnded,
}

impl Side {
    /// With the month of a day.
    pub fn new(day: NaiveDate) -> Self {
        Self {
            month: day,
            marked: None,
        }
    }

    /// Turns to the month of the days that are shown.
    pub fn follow(&mut self, range: Range) {
        let month = Scope::Month.around(self.month);
        if !month.contains(range.first) && !month.contains(range.last) {
            self.month = range.first;
        }
    }
}

impl Calendar {
    /// Takes in what happened beside the days.
    pub(super) fn update_side(&mut self, message: Message, context: &Context) -> Action<Above> {
        match message {
            Message::Turned(months) => {
                let by = Months::new(months.unsigned_abs());
                let month = self.side.month;
                let turned = match months < 0 {
                    true => month.checked_sub_months(by),
                    false => month.checked_add_months(by),
                };
                self.side.month = turned.unwrap_or(month);
                Action::none()
            }
            Message::MarkBegun(day) => {
                self.side.marked = Some((day, day));
                Action::none()
            }
            Message::MarkMoved(day) => {
                if let Some((_, last)) = &mut self.side.marked {
                    *last = day;
                }
                Action::none()
            }
            Message::MarkEnded => match self.side.marked.take() {
                Some((day, last)) if day == last => self.show(self.scope.around(day), context),
                Some((first, last)) => self.show(Range::new(first, last), context),
                None => Action::none(),
            },
        }
    }

    /// What stands beside the days.
    pub(super) fn beside<'a>(&'a self, context: &'a Context) -> Element<'a, Above> {
        let parts = column![
            self.small_month(context).map(Above::Side),
            self.people(context),
            legend(context),
            self.meeting(context),
        ]
        .spacing(spacing::XL);
        let inner = container(parts).padding(spacing::L).width(Fill);
        container(section::scrolled(inner)).width(WIDTH).into()
    }

    fn small_month<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let month = self.side.month;
        let turn = |icon, key: &str, by| {
            button::tool(icon, locale.text(key))
                .compact()
                .on_press(Message::Turned(by))
        };
        let head = row![
            plain(locale.month_and_year(month))
                .font(SEMIBOLD)
                .size(size::BASE),
            space().width(Fill),
            turn(Icon::ChevronLeft, "calendar-month-earlier", -1),
            turn(Icon::ChevronRight, "calendar-month-later", 1),
        ]
        .align_y(Center);
        let weeks = Scope::Month.around(month).whole_weeks();
        let days: Vec<_> = weeks.days().collect();
        let names = days.iter().take(7).map(|day| {
            let name = plain(locale.weekday_short(*day))
                .size(size::HINT)
                .style(surface::hint);
            container(name).center_x(FillPortion(1)).into()
        });
        let mut lines = column![head, iced::widget::Row::from_iter(names)].spacing(2.0);
        for week in days.chunks(7) {
            let week = week.iter().map(|day| self.small_day(*day, context));
            lines = lines.push(iced::widget::Row::from_iter(week));
        }
        lines.into()
    }

    fn small_day<'a>(&'a self, day: NaiveDate, context: &'a Context) -> Element<'a, Message> {
        let is_of_month = day.month() == self.side.month.month();
        let shown = match self.side.marked {
            Some((from, to)) => Range::new(from, to),
            None => self.range,
        };
        let face = DayFace {
            is_today: day == Local::now().date_naive() && is_of_month,
            is_shown: shown.len() <= MOST_MARKED && shown.contains(day) && is_of_month,
            is_plain: is_of_month && context.catalog.calendar.is_working_day(day),
        };
        let number = is_of_month.then(|| plain(day.day().to_string()).size(size::SMALL));
        let face = container(number).center(DAY).style(calendar::day(face));
        let face = container(face).center_x(FillPortion(1));
        mouse_area(face)
            .on_press(Message::MarkBegun(day))
            .on_enter(Message::MarkMoved(day))
            .on_release(Message::MarkEnded)
            .into()
    }

    fn people<'a>(&'a self, context: &'a Context) -> Element<'a, Above> {
        let locale = &context.locale;
        let employees = context.catalog.employees.iter();
        let lines = employees.map(|employee| self.person(employee, context));
        let choice = (self.employees.len() > 1).then(|| {
            let chosen = self.is_side_by_side;
            segmented([
                (
                    locale.text("calendar-side-by-side"),
                    chosen,
                    Above::SideBySide(true),
                ),
                (
                    locale.text("calendar-overlaid"),
                    !chosen,
                    Above::SideBySide(false),
                ),
            ])
        });
        let too_many = self.is_side_by_side && self.employees.len() > 1 && !self.fits_apart();
        let note = too_many.then(|| text::hint(locale.text("calendar-too-many")));
        column![
            section::section(locale.text("calendar-employees"), None),
            Column::from_iter(lines),
            choice,
            note
        ]
        .spacing(spacing::S)
        .into()
    }

    fn person<'a>(&'a self, employee: &Employee, context: &'a Context) -> Element<'a, Above> {
        let name = employee.short_name();
        let is_shown = self.employees.contains(&employee.id);
        let (availability, words) = self.told_status(employee, context);
        let dot = container(space())
            .width(DOT)
            .height(DOT)
            .style(calendar::dot(availability));
        let words = ellipsis(words)
            .size(size::HINT)
            .style(calendar::words(availability))
            .width(Fill);
        let told = column![
            ellipsis(name.clone())
                .size(size::SMALL)
                .font(MEDIUM)
                .width(Fill),
            row![dot, words].spacing(spacing::XS).align_y(Center),
        ];
        let id: Id<Employee> = employee.id;
        let toggled = Above::EmployeeToggled(id);
        let mark =
            crate::ui::widget::select::check("", is_shown, move |_| Above::EmployeeToggled(id));
        let avatar = match is_shown && self.is_overlaid() {
            true => avatar::hued(&name, super::derive::place(employee.id, context), AVATAR),
            false => avatar::person(&name, AVATAR),
        };
        let face = row![mark, avatar, told].spacing(spacing::S).align_y(Center);
        pressable(line::line(face, false, toggled.clone()), Some(toggled))
    }

    /// What an employee is now, in words.
    fn told_status(&self, employee: &Employee, context: &Context) -> (Availability, String) {
        let locale = &context.locale;
        let now = Utc::now();
        let today = Local::now().date_naive();
        if let Some(absence) = context.catalog.calendar.absence(employee.id, today) {
            let words = super::derive::absence_kind(absence.kind, locale);
            return (Availability::Away, words);
        }
        let entries = self.data.as_ref().map_or(&[][..], |data| &data.today);
        let Status {
            availability,
            until,
        } = status(entries, employee.id, now);
        let sex = match person(employee).sex() {
            Some(Sex::Female) => "female",
            _ => "other",
        };
        let time = until.map(|until| locale.clock(until)).unwrap_or_default();
        let (sex, time) = (("sex", sex.into()), ("time", time.into()));
        let words = match availability {
            Availability::Busy => locale.with("calendar-busy-until", &[sex, time]),
            Availability::Free => locale.with("calendar-free-now", &[sex]),
            Availability::Away => locale.with("calendar-away-until", &[time]),
        };
        (availability, words)
    }
}

fn person(employee: &Employee) -> Person {
    Person {
        surname: employee.surname.clone(),
        first: employee.first_name.clone(),
        patronymic: employee.patronymic.clone(),
    }
}

/// What the colours mean.
fn legend<'a>(context: &Context) -> Element<'a, Above> {
    let locale = &context.locale;
    let kinds = [Availability::Busy, Availability::Free, Availability::Away];
    let lines = kinds.map(|kind| {
        let dot = container(space())
            .width(DOT + 2.0)
            .height(DOT + 2.0)
            .style(calendar::dot(kind));
        row![dot, text::secondary(locale.availability(kind))]
            .spacing(spacing::S)
            .align_y(Center)
            .into()
    });
    column![
        section::section(locale.text("calendar-colours"), None),
        Column::from_iter(lines).spacing(spacing::XS),
    ]
    .spacing(spacing::S)
    .into()
}

//! The tab of working time.

use chrono::{Days, Local};
use iced::widget::{Column, column, container, row};
use iced::{Bottom, Center, Fill, Top};

use super::{Context, Message, Part, WorkingTime, read_hours};
use crate::domain::calendar::{Range, Scope};
use crate::domain::working_time::{AbsenceKind, Country, DayKind};
use crate::i18n::Locale;
use crate::ui::style::{MEDIUM, size, spacing, surface};
use crate::ui::widget::{Element, Icon, button, choice, ellipsis, field, section, text};

/// The widths of the page and of its fields, in logical pixels.
const WIDTH: f32 = 1100.0;
const DAY: f32 = 130.0;
const HOURS: f32 = 150.0;
const CHOICE: f32 = 190.0;

impl WorkingTime {
    /// The tab.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let halves = row![self.absences(context), self.days(context)]
            .spacing(spacing::L)
            .align_y(Top);
        let page = column![halves, self.week(context)].spacing(spacing::L);
        section::scrolled(container(page).padding(spacing::XL).max_width(WIDTH))
    }

    fn absences<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let employees = context.catalog.employees.iter();
        let employees = employees.map(|one| (one.id, one.short_name()));
        let chosen = self.absence.employee.unwrap_or(context.me.id);
        let kinds = AbsenceKind::ALL
            .iter()
            .map(|kind| (*kind, absence(*kind, locale)));
        let is_wrong =
            self.is_checked && self.absence_days().is_none() && !self.absence.from.is_empty();
        let input = |key: &str, value: &str, part: Part| {
            field::field(locale.text(key), value)
                .on_input(move |text| Message::Typed(part, text))
                .on_submit(Message::AbsenceAdded)
        };
        let who = row![
            container(choice::one_of(employees, chosen, Message::EmployeeChosen)).width(CHOICE),
            container(choice::one_of(
                kinds,
                self.absence.kind,
                Message::KindChosen
            ))
            .width(CHOICE),
        ]
        .spacing(spacing::S);
        let days = row![
            Element::from(
                input("working-time-from", &self.absence.from, Part::From)
                    .width(DAY)
                    .error(is_wrong.then(|| locale.text("working-time-days-wrong")))
            ),
            Element::from(input("working-time-to", &self.absence.to, Part::To).width(DAY)),
            Element::from(input("working-time-note", &self.absence.note, Part::Note)),
        ]
        .spacing(spacing::S);
        let add = button::secondary(locale.text("working-time-add"))
            .icon(Icon::Plus)
            .on_press_maybe((!context.is_read_only).then_some(Message::AbsenceAdded));
        let lines = self.absence_lines(context);
        section::card(
            column![
                section::heading(locale.text("working-time-absences"), None),
                who,
                days,
                add.reachable(),
                lines,
            ]
            .spacing(spacing::M),
        )
    }

    fn absence_lines<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let lines = self.rows.absences.iter().rev().map(|one| {
            let range = Range::new(one.starts_on, one.ends_on);
            let words = [
                context.employee(Some(one.employee)),
                absence(one.kind, locale),
                one.note.clone(),
            ];
            let words = words.into_iter().filter(|word| !word.is_empty());
            let words = words.collect::<Vec<_>>().join(" · ");
            line(
                locale.days(range),
                words,
                Message::AbsenceRemoved(one.id),
                locale,
            )
        });
        Column::from_iter(lines).spacing(spacing::XS).into()
    }

    fn days<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let countries = Country::ALL.iter().map(|country| {
            let words = locale.text(match country {
                Country::Russia => "working-time-russia",
                Country::Other => "working-time-no-calendar",
            });
            (*country, words)
        });
        let country = context.catalog.calendar.country();
        let kinds = DayKind::ALL
            .iter()
            .map(|kind| (*kind, day_kind(*kind, locale)));
        let is_wrong =
            self.is_checked && self.special_day().is_none() && !self.special.day.is_empty();
        let input = |key: &str, value: &str, part: Part| {
            field::field(locale.text(key), value)
                .on_input(move |text| Message::Typed(part, text))
                .on_submit(Message::DayAdded)
        };
        let fields = row![
            Element::from(
                input("working-time-day", &self.special.day, Part::Day)
                    .width(DAY)
                    .error(is_wrong.then(|| locale.text("working-time-days-wrong")))
            ),
            Element::from(input("working-time-name", &self.special.name, Part::Name)),
        ]
        .spacing(spacing::S);
        let add = button::secondary(locale.text("working-time-add"))
            .icon(Icon::Plus)
            .on_press_maybe((!context.is_read_only).then_some(Message::DayAdded));
        let kind = container(choice::one_of(
            kinds,
            self.special.kind,
            Message::DayKindChosen,
        ))
        .width(CHOICE);
        section::card(
            column![
                section::heading(locale.text("working-time-calendar"), None),
                choice::one_of(countries, country, Message::CountryChosen),
                text::secondary(
                    locale.with("working-time-coming", &[("days", coming(context).into())])
                ),
                fields,
                row![kind, add.reachable()]
                    .spacing(spacing::S)
                    .align_y(Bottom),
                self.special_lines(context),
            ]
            .spacing(spacing::M),
        )
    }

    fn special_lines<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let own = self.rows.special.iter().rev().map(|one| {
            let words = [day_kind(one.kind, locale), one.name.clone()];
            let words = words.into_iter().filter(|word| !word.is_empty());
            let words = words.collect::<Vec<_>>().join(" · ");
            line(
                locale.date(one.day),
                words,
                Message::DayRemoved(one.id),
                locale,
            )
        });
        Column::from_iter(own).spacing(spacing::XS).into()
    }

    fn week<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let office = std::iter::once((None, locale.text("working-time-office")));
        let employees = context.catalog.employees.iter();
        let whose = office.chain(employees.map(|one| (Some(one.id), one.short_name())));
        let whose = choice::one_of(whose, self.whose, Message::WhoseChosen);
        let monday = Scope::Week.around(Local::now().date_naive());
        let fields = monday.days().zip(1..).map(|(day, weekday)| {
            let typed = self.typed.get(&weekday).cloned();
            let is_wrong = typed
                .as_deref()
                .is_some_and(|text| read_hours(text).is_none());
            let value = typed.unwrap_or_else(|| self.hours_words(weekday, context));
            let input = field::field(locale.weekday_full(day), value)
                .width(HOURS)
                .placeholder(locale.text("working-time-off"))
                .error(is_wrong.then(|| locale.text("working-time-hours-wrong")))
                .on_input(move |text| Message::HoursTyped(weekday, text))
                .on_submit(Message::HoursSubmitted);
            Element::from(input)
        });
        let fields: Vec<_> = fields.collect();
        let can_save = !self.typed.is_empty() && !context.is_read_only;
        let save = button::primary(locale.text("settings-save"))
            .on_press_maybe(can_save.then_some(Message::HoursSubmitted));
        section::card(
            column![
                section::heading(locale.text("working-time-hours"), None),
                text::secondary(locale.text("working-time-hours-hint")),
                container(whose).width(CHOICE),
                row(fields).spacing(spacing::S).wrap(),
                save.reachable(),
            ]
            .spacing(spacing::M),
        )
    }

    /// The hours of a weekday in words; of an employee without own ones those of the office.
    fn hours_words(&self, weekday: i64, context: &Context) -> String {
        let hours = context.catalog.calendar.weekday_hours(self.whose, weekday);
        match hours.0 < hours.1 {
            true => {
                let minute = |minute| context.locale.minute_of_day(minute);
                format!("{}–{}", minute(hours.0), minute(hours.1))
            }
            false => String::new(),
        }
    }
}

/// The next days of the year ahead that are not as their weekday says.
fn coming(context: &Context) -> String {
    let locale = &context.locale;
    let today = Local::now().date_naive();
    let work = &context.catalog.calendar;
    let days = today.iter_days().take(366);
    let unusual = days.filter(|day| {
        let usual = work.weekday_hours(
            None,
            i64::from(chrono::Datelike::weekday(day).number_from_monday()),
        );
        work.hours(None, *day) != (usual.0 < usual.1).then_some(usual)
    });
    let unusual: Vec<_> = unusual.collect();
    // Days in a row are told as one.
    let mut ranges: Vec<Range> = Vec::new();
    for day in unusual {
        match ranges.last_mut() {
            Some(range) if range.last + Days::new(1) == day => range.last = day,
            _ => ranges.push(Range::new(day, day)),
        }
    }
    let told = ranges.into_iter().take(8).map(|range| locale.days(range));
    told.collect::<Vec<_>>().join("; ")
}

fn line<'a>(
    days: String,
    words: String,
    removed: Message,
    locale: &Locale,
) -> Element<'a, Message> {
    let remove = button::tool(Icon::Close, locale.text("working-time-remove"))
        .compact()
        .on_press(removed);
    row![
        ellipsis(days).font(MEDIUM).size(size::SMALL),
        ellipsis(words)
            .size(size::SMALL)
            .style(surface::secondary)
            .width(Fill),
        remove.reachable()
    ]
    .spacing(spacing::S)
    .align_y(Center)
    .into()
}

fn absence(kind: AbsenceKind, locale: &Locale) -> String {
    locale.text(match kind {
        AbsenceKind::Leave => "calendar-absence-leave",
        AbsenceKind::Trip => "calendar-absence-trip",
        AbsenceKind::Illness => "calendar-absence-illness",
        AbsenceKind::Other => "calendar-absence-other",
    })
}

fn day_kind(kind: DayKind, locale: &Locale) -> String {
    locale.text(match kind {
        DayKind::Holiday => "working-time-holiday",
        DayKind::Working => "working-time-working",
        DayKind::Short => "working-time-short",
    })
}

//! Weeks one under the other: a month, or more days than stand side by side.

use chrono::{Datelike, Local, NaiveDate};
use iced::widget::{Column, Row, column, container, mouse_area, responsive, row, text as plain};
use iced::{Center, Fill, FillPortion, Length, Padding};

use super::{Action, Calendar, Context, Message as Above, derive};
use crate::domain::calendar::Scope;
use crate::domain::task::{State, When};
use crate::ui::style::calendar::{self, DayFace, Shade};
use crate::ui::style::{SEMIBOLD, size, spacing, surface};
use crate::ui::widget::{Element, avatar, ellipsis, text};

/// The line with the number of a day, and the line of an entry, in logical pixels.
const NUMBER: f32 = 30.0;
const LINE: f32 = 21.0;
/// The mark of whose an entry is, in logical pixels.
const MARK: f32 = 16.0;

/// What is dragged from one day to another.
#[derive(Debug, Clone, Default)]
pub struct Month {
    dragged: Option<Dragged>,
}

#[derive(Debug, Clone, Copy)]
struct Dragged {
    entry: usize,
    from: NaiveDate,
    to: NaiveDate,
}

/// What happened in the weeks.
#[derive(Debug, Clone)]
pub enum Message {
    /// An entry was pressed on a day.
    Pressed(usize, NaiveDate),
    /// An entry was pressed twice.
    Opened(usize),
    /// The mouse came to a day.
    Entered(NaiveDate),
    /// The mouse was let go.
    Released,
    /// A day was pressed twice: a new entry is wanted there.
    New(NaiveDate),
    /// All entries of a day are wanted.
    DayChosen(NaiveDate),
}

impl Calendar {
    /// Takes in what happened in the weeks.
    pub(super) fn update_month(&mut self, message: Message, context: &Context) -> Action<Above> {
        match message {
            Message::Pressed(entry, day) => {
                self.selected = self.entry(entry).and_then(|entry| entry.task);
                let dragged = Dragged {
                    entry,
                    from: day,
                    to: day,
                };
                self.month.dragged = self.selected.map(|_| dragged);
                Action::none()
            }
            Message::Opened(entry) => {
                self.month.dragged = None;
                match self.entry(entry).and_then(|entry| entry.task) {
                    Some(task) => self.update(Above::Opened(task), context),
                    None => Action::none(),
                }
            }
            Message::Entered(day) => {
                if let Some(dragged) = &mut self.month.dragged {
                    dragged.to = day;
                }
                Action::none()
            }
            Message::Released => match self.month.dragged.take() {
                Some(Dragged { entry, from, to }) if from != to => {
                    self.move_entry(entry, ((to - from).num_days(), 0), None, context)
                }
                _ => Action::none(),
            },
            Message::New(day) => {
                let work = &context.catalog.calendar;
                let begins = work.hours(self.employees.first().copied(), day);
                let minute = begins.map_or(9 * 60, |(from, _)| from);
                let start = crate::domain::task::at_minute(day, minute);
                self.begin(When::At(start), None, context)
            }
            Message::DayChosen(day) => {
                self.scope = Scope::Day;
                self.is_scrolled = false;
                self.show(Scope::Day.around(day), context)
            }
        }
    }

    pub(super) fn weeks<'a>(&'a self, context: &'a Context) -> Element<'a, Above> {
        let days: Vec<_> = self.range.whole_weeks().days().collect();
        let names = days.iter().take(7).map(|day| {
            let name = text::hint(context.locale.weekday_full(*day));
            container(name)
                .padding(Padding::from([spacing::XS + 2.0, spacing::S]))
                .width(FillPortion(1))
                .into()
        });
        let names = Row::from_iter(names);
        let weeks = responsive(move |room| {
            let height = room.height / (days.len() as f32 / 7.0).max(1.0);
            let lines = ((height - NUMBER) / LINE).floor().max(1.0) as usize;
            let weeks = days.chunks(7).map(|week| {
                let cells = week.iter().map(|day| self.cell(*day, lines, context));
                Row::from_iter(cells).height(Length::FillPortion(1)).into()
            });
            Element::from(Column::from_iter(weeks)).map(Above::Month)
        });
        column![names, weeks].into()
    }

    fn cell<'a>(
        &'a self,
        day: NaiveDate,
        lines: usize,
        context: &'a Context,
    ) -> Element<'a, Message> {
        let locale = &context.locale;
        let found = derive::of_day(self.entries(), day);
        let room = if found.len() > lines {
            lines - 1
        } else {
            lines
        };
        let shown = found
            .iter()
            .take(room)
            .map(|entry| self.line(*entry, day, context));
        let mut content = column![self.number(day, context)].spacing(1.0);
        content = content.push(Column::from_iter(shown).spacing(1.0));
        if found.len() > room {
            let more = locale.with("calendar-more", &[("count", (found.len() - room).into())]);
            let more =
                mouse_area(container(text::hint(more)).padding(Padding::ZERO.left(spacing::XS)));
            content = content.push(more.on_press(Message::DayChosen(day)));
        }
        let is_target = self
            .month
            .dragged
            .is_some_and(|dragged| dragged.to == day && dragged.from != day);
        let is_free = !context.catalog.calendar.is_working_day(day);
        let cell = container(content)
            .padding(2.0)
            .width(Fill)
            .height(Fill)
            .clip(true)
            .style(calendar::cell(self.is_of_month(day), is_free, is_target));
        let cell = mouse_area(cell)
            .on_enter(Message::Entered(day))
            .on_release(Message::Released)
            .on_double_click(Message::New(day));
        container(cell).width(FillPortion(1)).height(Fill).into()
    }

    fn number<'a>(&'a self, day: NaiveDate, context: &'a Context) -> Element<'a, Message> {
        let face = DayFace {
            is_today: day == Local::now().date_naive(),
            is_shown: false,
            is_plain: self.is_of_month(day) && context.catalog.calendar.is_working_day(day),
        };
        let number = match day.day() {
            1 => context.locale.day_and_month(day),
            number => number.to_string(),
        };
        let number = plain(number).size(size::SMALL).font(SEMIBOLD);
        let number = container(number)
            .padding(Padding::from([1.0, spacing::XS + 2.0]))
            .style(calendar::day(face));
        let number = mouse_area(number).on_press(Message::DayChosen(day));
        let employees = self.employees.iter();
        let absent = employees.filter_map(|who| context.catalog.calendar.absence(*who, day));
        let absent = absent
            .map(|one| derive::absence_kind(one.kind, &context.locale))
            .next();
        let note = absent.unwrap_or_else(|| derive::day_note(day, context));
        let note = ellipsis(note).size(size::HINT).style(surface::hint);
        row![number, note]
            .spacing(spacing::XS)
            .height(NUMBER - 8.0)
            .align_y(Center)
            .into()
    }

    /// An entry as one line: its time, what it is, for whom.
    fn line<'a>(&'a self, at: usize, day: NaiveDate, context: &'a Context) -> Element<'a, Message> {
        let entry = &self.entries()[at];
        let mut words = Vec::new();
        if let When::At(start) = entry.when
            && entry.days(&Local).0 == day
        {
            words.push(context.locale.clock(start));
        }
        let heading = context.locale.entry_heading(entry);
        words.extend((!heading.is_empty()).then_some(heading));
        if !entry.client.is_empty() {
            words.push(entry.client.clone());
        }
        let shade = Shade {
            availability: entry.availability,
            is_faded: entry.state != State::Open,
        };
        let is_selected = entry.task.is_some() && entry.task == self.selected;
        let words = ellipsis(words.join(" ")).size(size::HINT).width(Fill);
        let marked = entry.employees.iter().filter(|_| self.employees.len() > 1);
        let marks = marked.map(|id| {
            let name = context.employee(Some(*id));
            avatar::hued(&name, derive::place(*id, context), MARK)
        });
        let marks = iced::widget::row(marks).spacing(1.0);
        let line = container(row![words, marks].align_y(Center))
            .padding(Padding::from([1.0, spacing::XS + 2.0]))
            .width(Fill)
            .height(LINE - 1.0)
            .style(calendar::line(shade, is_selected));
        mouse_area(line)
            .on_press(Message::Pressed(at, day))
            .on_double_click(Message::Opened(at))
            .into()
    }
}

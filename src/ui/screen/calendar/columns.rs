//! Days side by side: their heads, what lasts whole days, and the hours.

use iced::widget::button as pressed;
use iced::widget::{Column, Row, column, container, mouse_area, row, scrollable, space, stack};
use iced::{Center, Fill, FillPortion, Padding};

use super::derive::{self, Strip};
use super::{Calendar, Context, Message};
use crate::domain::task::Availability;
use crate::ui::style::{MEDIUM, SEMIBOLD, calendar, control, size, spacing, surface};
use crate::ui::widget::time_grid::{GUTTER, time_grid};
use crate::ui::widget::{Element, ellipsis, section};

/// How high a bar above the hours is, in logical pixels.
const BAR: f32 = 22.0;
/// How high all bars together may be, in logical pixels.
const BARS: f32 = 100.0;
/// How high the marks of the hours are, in logical pixels.
const MARK: f32 = 5.0;

impl Calendar {
    pub(super) fn columns<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let selected = self.selected.and_then(|task| {
            let mut entries = self.entries().iter();
            entries.position(|entry| entry.task == Some(task))
        });
        let grid = time_grid(
            &self.shown.grounds,
            &self.shown.tiles,
            derive::now_minute(),
            Message::Grid,
        )
        .selected(selected)
        .editable(!context.is_read_only);
        let hours = stack![Element::from(grid), self.menu_at_hours(context)];
        let hours = scrollable(hours)
            .direction(section::scroll_bar())
            .style(control::scroll)
            .id(self.scroll.clone())
            .width(Fill)
            .height(Fill);
        let hours = stack![hours, self.menu_above_hours(context)];
        let bars = (!self.shown.bars.is_empty()).then(|| {
            let bars = container(section::scrolled_if_high(self.bars(context))).max_height(BARS);
            column![bars, section::divider()]
        });
        column![self.heads(context), section::divider(), bars, hours].into()
    }

    fn heads<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let mut heads = row![space().width(GUTTER)];
        for at in 0..self.shown.columns.len() {
            heads = heads.push(self.column_head(at, context));
        }
        heads.into()
    }

    /// The day, whose column it is, and what its hours are made of.
    fn column_head<'a>(&'a self, at: usize, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let (column_of, ground) = (&self.shown.columns[at], &self.shown.grounds[at]);
        let day = column_of.day;
        let count = self.shown.columns.len();
        let words = match count > 5 {
            true => format!("{} {}", locale.weekday_short(day), day.format("%-d")),
            false => format!(
                "{} {}",
                locale.weekday_short(day),
                locale.day_and_month(day)
            ),
        };
        let is_today = ground.is_today;
        let words = ellipsis(words)
            .font(SEMIBOLD)
            .width(Fill)
            .style(move |theme| match is_today {
                true => surface::toned(crate::ui::style::Tone::Accent)(theme),
                false => iced::widget::text::Style::default(),
            });
        let words: Element<'a, Message> = match ground.begins_day {
            true => words.into(),
            false => space().height(size::BASE * 1.3).into(),
        };
        let note = derive::day_note(day, context);
        let note = (!note.is_empty() && ground.begins_day && count <= 7)
            .then(|| ellipsis(note).size(size::HINT).style(surface::hint));
        let is_apart = column_of.employees.len() == 1 && self.employees.len() > 1;
        let name = is_apart.then(|| {
            ellipsis(context.employee(column_of.employees.first().copied()))
                .size(size::HINT)
                .font(MEDIUM)
                .style(surface::secondary)
                .width(Fill)
        });
        let is_working = ground.working.is_some();
        let marks = self.shown.strips[at]
            .iter()
            .map(|hour| mark(*hour, is_working));
        let marks = Row::from_iter(marks).spacing(3.0);
        let head =
            column![row![words, note].spacing(spacing::XS), name, marks].spacing(spacing::XS + 2.0);
        container(head)
            .padding(Padding::from([spacing::S, spacing::S]))
            .width(FillPortion(1))
            .into()
    }

    /// What lasts whole days, line by line.
    fn bars<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let lanes = (0..self.shown.lanes()).map(|lane| {
            let words = context.locale.text("calendar-whole-day");
            let label =
                (lane == 0).then(|| ellipsis(words).size(size::HINT - 2.0).style(surface::hint));
            let label = container(label)
                .width(GUTTER)
                .padding(Padding::ZERO.left(3.0));
            let mut line = row![label].align_y(Center);
            let mut at = 0;
            let mut bars: Vec<_> = self
                .shown
                .bars
                .iter()
                .filter(|bar| bar.lane == lane)
                .collect();
            bars.sort_by_key(|bar| bar.columns);
            for bar in bars {
                let (first, last) = bar.columns;
                if first > at {
                    line = line.push(gap(first - at));
                }
                line = line.push(self.bar(bar, portion(last + 1 - first)));
                at = last + 1;
            }
            if at < self.shown.columns.len() {
                line = line.push(gap(self.shown.columns.len() - at));
            }
            line.into()
        });
        container(Column::from_iter(lanes).spacing(2.0))
            .padding(Padding::from([3.0, 0.0]))
            .into()
    }

    fn bar<'a>(&'a self, bar: &'a Strip, width: u16) -> Element<'a, Message> {
        let task = bar.entry.and_then(|entry| self.entry(entry)?.task);
        let is_selected = task.is_some() && task == self.selected;
        let shade = calendar::Shade {
            availability: bar.availability,
            is_faded: bar.is_done,
        };
        let words = ellipsis(bar.words.as_str())
            .size(size::HINT)
            .font(MEDIUM)
            .width(Fill);
        let face = pressed(container(words).center_y(Fill))
            .padding(Padding::ZERO.horizontal(spacing::S))
            .width(Fill)
            .height(BAR)
            .style(calendar::bar(shade, is_selected))
            .on_press_maybe(task.map(Message::Opened));
        let face = container(face)
            .padding(Padding::ZERO.horizontal(3.0))
            .width(FillPortion(width));
        match task {
            Some(task) => mouse_area(face)
                .on_right_press(Message::MenuAsked(task))
                .into(),
            None => face.into(),
        }
    }
}

fn gap<'a>(columns: usize) -> Element<'a, Message> {
    space().width(FillPortion(portion(columns))).into()
}

fn portion(columns: usize) -> u16 {
    u16::try_from(columns).unwrap_or(u16::MAX)
}

fn mark<'a>(hour: Option<Availability>, is_working: bool) -> Element<'a, Message> {
    container(space())
        .width(FillPortion(1))
        .height(MARK)
        .style(calendar::mark(hour, is_working))
        .into()
}

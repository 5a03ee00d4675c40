//! A time at which everybody who is shown is free.

use chrono::{DateTime, Duration, Local, Utc};
use iced::Fill;
use iced::widget::{Column, column, container};

use super::{Calendar, Context, Message};
use crate::domain::calendar::common_time::intersection;
use crate::domain::calendar::{common_times, wall_clock};
use crate::domain::task::Availability;
use crate::ui::style::{SEMIBOLD, Tone, spacing, surface};
use crate::ui::widget::keyed::pressable;
use crate::ui::widget::segmented::segmented_across;
use crate::ui::widget::{Element, line, section, text};

/// How long a meeting may be, in minutes.
const LENGTHS: [i64; 4] = [30, 60, 90, 120];
/// Meetings begin at full and at half hours.
const STEP: i64 = 30;
/// How many times are proposed.
const MOST: usize = 5;

impl Calendar {
    /// Times of the days that are shown, not in the past, at which nobody who is shown is taken.
    pub(super) fn meeting_times(
        &self,
        now: DateTime<Utc>,
        context: &Context,
    ) -> Vec<DateTime<Utc>> {
        let work = &context.catalog.calendar;
        let open = self.employees.iter().map(|employee| {
            let days = self.range.days();
            let open = days.filter_map(|day| Some((day, work.hours(Some(*employee), day)?)));
            open.map(|(day, (from, to))| {
                let at = |minute| wall_clock::moment(&Local, day, minute);
                (at(from), at(to))
            })
            .collect()
        });
        let open = intersection(&open.collect::<Vec<_>>());
        let open = open.into_iter().filter_map(|(from, to)| {
            let step = Duration::minutes(STEP);
            let past = (now - from).max(Duration::zero());
            let steps = (past.num_minutes() + STEP - 1) / STEP;
            let from = from + step * i32::try_from(steps).unwrap_or(i32::MAX);
            (from < to).then_some((from, to))
        });
        let taken = self.entries().iter().filter(|entry| {
            entry.takes_time() || (entry.task.is_none() && entry.availability != Availability::Free)
        });
        let taken: Vec<_> = taken
            .map(|entry| (entry.when.begins(), entry.ends))
            .collect();
        let length = (Duration::minutes(self.meeting), Duration::minutes(STEP));
        common_times(&open.collect::<Vec<_>>(), &taken, length, MOST)
    }

    /// The panel: how long, and the times that are found; pressed, a task begins then.
    pub(super) fn meeting<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let lengths = LENGTHS.map(|minutes| {
            let is_chosen = minutes == self.meeting;
            (length(minutes), is_chosen, Message::MeetingChosen(minutes))
        });
        let found = self.meeting_times(Utc::now(), context);
        let mut found = found
            .into_iter()
            .map(|start| (start, locale.day_and_clock(start)));
        let first = match found.next() {
            None => text::secondary(locale.text("calendar-no-common-time")).into(),
            Some((start, words)) => time(
                text::toned(words, Tone::Accent).font(SEMIBOLD).into(),
                start,
            ),
        };
        let others = found.map(|(start, words)| time(text::secondary(words).into(), start));
        let body = column![
            text::hint(self.names(context)),
            first,
            Column::from_iter(others)
        ]
        .spacing(2.0);
        column![
            section::section(locale.text("calendar-common-time"), None),
            segmented_across(lengths),
            container(body)
                .padding(spacing::S)
                .width(Fill)
                .style(surface::card),
        ]
        .spacing(spacing::S)
        .into()
    }
}

fn time<'a>(words: Element<'a, Message>, start: DateTime<Utc>) -> Element<'a, Message> {
    let message = Message::MeetingPressed(start);
    let face = line::line(words, false, message.clone());
    pressable(face, Some(message))
}

/// `0:30`, `1:00`: the same in every language.
fn length(minutes: i64) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

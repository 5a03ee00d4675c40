//! The entries one under the other.

use chrono::Local;
use iced::Fill;
use iced::widget::{container, space};

use super::{Action, Calendar, Context, Message};
use crate::domain::calendar::Entry;
use crate::domain::task::Availability;
use crate::ui::screen::Wish;
use crate::ui::style::{MEDIUM, Tone, surface};
use crate::ui::widget::table::{self, Column, Row, table};
use crate::ui::widget::{Element, Icon, badge, ellipsis, empty};

impl Calendar {
    /// Takes in what happened in the list.
    pub(super) fn update_list(
        &mut self,
        message: table::Message,
        context: &Context,
    ) -> Action<Message> {
        let count = self.entries().len() as u64;
        match self.list.update(message, count) {
            table::Action::Open(row) => {
                let at = usize::try_from(row).unwrap_or(usize::MAX);
                match self.entry(at).and_then(|entry| entry.task) {
                    Some(task) => self.update(Message::Opened(task), context),
                    None => Action::wish(Wish::Say(context.locale.text("calendar-hidden"))),
                }
            }
            _ => Action::none(),
        }
    }

    pub(super) fn rows<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        if self.data.is_none() {
            return space().into();
        }
        if self.entries().is_empty() {
            return empty::empty(
                Icon::Calendar,
                locale.text("calendar-empty"),
                locale.text("calendar-empty-hint"),
                None,
            );
        }
        let column =
            |key: &'static str, words: &str, width| Column::new(key, locale.text(words), width);
        let columns = vec![
            column("when", "calendar-column-time", 230.0).narrowest(214.0),
            column("what", "calendar-column-what", 200.0)
                .narrowest(120.0)
                .grows(),
            column("client", "calendar-column-client", 170.0).narrowest(100.0),
            column("contact", "calendar-column-contact", 130.0).narrowest(90.0),
            column("place", "calendar-column-place", 190.0).narrowest(168.0),
            column("who", "calendar-column-employee", 140.0).narrowest(100.0),
            column("state", "calendar-column-state", 120.0).narrowest(100.0),
        ];
        let build = |index: u64| {
            let entry = self.entry(usize::try_from(index).ok()?)?;
            let is_at = self.list.cursor() == Some(index);
            Some(Row::new(cells(entry, context)).selected(is_at))
        };
        let count = self.entries().len() as u64;
        let table = table(&self.list, count, columns, build, Message::List);
        container(Element::from(table))
            .width(Fill)
            .height(Fill)
            .into()
    }
}

fn cells<'a>(entry: &Entry, context: &Context) -> Vec<Element<'a, Message>> {
    let locale = &context.locale;
    let (first, last) = entry.days(&Local);
    let day = |day| {
        format!(
            "{} {}",
            locale.weekday_short(day),
            locale.day_and_month(day)
        )
    };
    let when = match first == last {
        true => format!("{}, {}", day(first), locale.entry_time(entry)),
        false => format!("{} – {}", day(first), day(last)),
    };
    let names = entry.employees.iter().map(|id| context.employee(Some(*id)));
    let place = match entry.place.is_empty() {
        true => entry.phone.clone(),
        false => entry.place.clone(),
    };
    let what = match entry.title.is_empty() || entry.kind.is_empty() {
        true => locale.entry_heading(entry),
        false => format!("{}: {}", entry.kind, entry.title),
    };
    let plain = |words: String| -> Element<'a, Message> {
        ellipsis(words).style(surface::secondary).into()
    };
    let tone = match entry.availability {
        Availability::Busy => Tone::Busy,
        Availability::Free => Tone::Free,
        Availability::Away => Tone::Neutral,
    };
    vec![
        plain(when),
        ellipsis(what).font(MEDIUM).into(),
        ellipsis(entry.client.clone()).into(),
        plain(entry.contact.clone()),
        plain(place),
        plain(names.collect::<Vec<_>>().join(", ")),
        badge::badge(locale.availability(entry.availability), tone),
    ]
}

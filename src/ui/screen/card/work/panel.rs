//! What is known of the chosen task, beside the tree.

use chrono::Utc;
use iced::widget::{Column, column, container, row, space, text as plain};
use iced::{Center, Fill};

use super::{Known, Message, Work, rows, say};
use crate::domain::Task;
use crate::domain::task::{Availability, Priority, Rank, State};
use crate::ui::screen::card::Message as Outer;
use crate::ui::screen::{Context, task};
use crate::ui::style::{Tone, spacing, surface};
use crate::ui::widget::{Element, Icon, badge, button, choice, section, text};

/// How wide it is, in logical pixels.
pub(super) const WIDTH: f32 = 340.0;

impl Work {
    /// The chosen task; nothing where none is.
    pub(super) fn panel<'a>(&'a self, context: &'a Context) -> Option<Element<'a, Outer>> {
        let known = self.known.as_ref()?;
        let one = self.current()?;
        let shown = Shown {
            known,
            one,
            context,
        };
        let inner = column![
            shown.head(),
            shown.facts(),
            shown.texts(),
            shown.checklist(),
            space().height(Fill),
            shown.deeds(),
        ]
        .spacing(spacing::L);
        let inner = container(inner).padding(spacing::L).width(WIDTH);
        let inner = container(section::scrolled(inner))
            .width(WIDTH)
            .height(Fill)
            .style(surface::panel);
        Some(row![section::vertical_divider(), inner].into())
    }
}

/// A task with what is known around it.
#[derive(Clone, Copy)]
struct Shown<'a> {
    known: &'a Known,
    one: &'a Task,
    context: &'a Context,
}

impl<'a> Shown<'a> {
    fn head(self) -> Element<'a, Outer> {
        let (context, one) = (self.context, self.one);
        let locale = &context.locale;
        let (words, tone) = rows::standing_words(self.known, one, Utc::now(), context);
        let priority = (one.priority != Priority::Normal).then(|| {
            let words = locale.priority(one.priority);
            let words = locale.with("tree-priority", &[("priority", words.into())]);
            badge::badge(words, Tone::Warning)
        });
        let kind = context.catalog.task_kind(one.kind);
        let kind = kind.filter(|_| !one.title.is_empty());
        let kind = kind.map(|kind| badge::badge(kind.name.clone(), Tone::Neutral));
        let required = one
            .is_required
            .then(|| badge::badge(locale.text("task-required"), Tone::Extra));
        let chips = row![badge::badge(words, tone), priority, kind, required]
            .spacing(spacing::XS)
            .wrap()
            .vertical_spacing(spacing::XS);
        column![text::title(task::name(one, &context.catalog)), chips]
            .spacing(spacing::S)
            .into()
    }

    fn facts(self) -> Element<'a, Outer> {
        let (context, one) = (self.context, self.one);
        let locale = &context.locale;
        let start = one.start().map(|start| {
            let start = locale.weekday_and_when(start);
            match one.minutes {
                Some(minutes) => format!("{start}, {}", locale.minutes(minutes)),
                None => start,
            }
        });
        let due = one
            .due()
            .filter(|_| one.due_at.is_some() || one.due_on.is_some());
        let contact = one
            .contact
            .and_then(|id| self.known.names.get(&id).cloned());
        let people = self.known.people.get(&one.id).into_iter().flatten();
        let people = people.map(|person| {
            let name = context.employee(Some(person.employee));
            format!("{name} ({})", locale.degree(person.degree).to_lowercase())
        });
        let people = people.collect::<Vec<_>>().join(", ");
        let facts = [
            ("tree-when", start),
            ("task-due", due.map(|due| locale.weekday_and_when(due))),
            ("task-place", Some(one.place.clone())),
            ("task-contact", contact),
            ("task-people", Some(people)),
            ("task-controller", Some(context.employee(one.controller))),
            ("task-amount", one.sum().map(|sum| locale.money(sum))),
            ("task-expected", one.expected_on.map(|day| locale.date(day))),
            (
                "task-stage",
                Some(context.catalog.term(one.stage).to_owned()),
            ),
            (
                "task-reason",
                Some(context.catalog.term(one.reason).to_owned()),
            ),
        ];
        let facts = facts
            .into_iter()
            .filter_map(|(key, value)| Some((key, value.filter(|value| !value.is_empty())?)));
        let facts = facts.map(|(key, value)| {
            let value = text::body(value).wrapping(plain::Wrapping::WordOrGlyph);
            section::key_value(locale.text(key), value)
        });
        Column::from_iter(facts)
            .push(self.availability())
            .spacing(spacing::S)
            .into()
    }

    /// What it makes of those who take part.
    fn availability(self) -> Option<Element<'a, Outer>> {
        if self.one.rank != Rank::Operation {
            return None;
        }
        let locale = &self.context.locale;
        let tone = match self.one.availability {
            Availability::Busy => Tone::Busy,
            Availability::Free => Tone::Free,
            Availability::Away => Tone::Neutral,
        };
        let words = locale.availability(self.one.availability);
        let words = badge::with_icon(Icon::CircleDot, words, tone);
        Some(section::key_value(locale.text("task-availability"), words))
    }

    /// What was hoped for, and what came of it.
    fn texts(self) -> Element<'a, Outer> {
        let locale = &self.context.locale;
        let texts = [
            ("task-plan", &self.one.plan),
            ("task-outcome", &self.one.outcome),
        ];
        let texts = texts
            .into_iter()
            .filter(|(_, said)| !said.trim().is_empty());
        let texts = texts.map(|(key, said)| {
            let said = text::body(said.as_str()).wrapping(plain::Wrapping::WordOrGlyph);
            let said = container(said)
                .padding(spacing::S)
                .width(Fill)
                .style(surface::well);
            column![section::section(locale.text(key), None), said]
                .spacing(spacing::XS)
                .into()
        });
        Column::from_iter(texts).spacing(spacing::M).into()
    }

    fn checklist(self) -> Option<Element<'a, Outer>> {
        let items = self.known.items.get(&self.one.id)?;
        let task = self.one.id;
        let lines = items.iter().map(|item| {
            let id = item.id;
            choice::check(item.text.clone(), item.is_done, move |is_done| {
                say(Message::Tick(task, id, is_done))
            })
        });
        let title = section::section(self.context.locale.text("task-checklist"), None);
        Some(
            column![title, column(lines).spacing(spacing::XS)]
                .spacing(spacing::S)
                .into(),
        )
    }

    fn deeds(self) -> Option<Element<'a, Outer>> {
        if self.context.is_read_only {
            return None;
        }
        let locale = &self.context.locale;
        let id = self.one.id;
        let main = match self.one.state {
            State::Open => button::primary(locale.text("task-finish"))
                .icon(Icon::Check)
                .width(Fill)
                .on_press(say(Message::Finish(id))),
            State::Done | State::Lost | State::Cancelled => {
                button::secondary(locale.text("tree-reopen"))
                    .icon(Icon::Undo)
                    .width(Fill)
                    .on_press(say(Message::Reopen(id)))
            }
        };
        let edit = button::secondary(locale.text("tree-edit"))
            .icon(Icon::Pencil)
            .on_press(say(Message::Edit(id)));
        let keep = (self.one.rank == Rank::Project).then(|| {
            button::ghost(locale.text("tree-keep-template"))
                .icon(Icon::Template)
                .compact()
                .on_press(say(Message::KeepAsTemplate(id)))
                .into()
        });
        let keep: Option<Element<'a, Outer>> = keep;
        let both = row![Element::from(main), Element::from(edit)]
            .spacing(spacing::S)
            .align_y(Center);
        Some(column![keep, both].spacing(spacing::S).into())
    }
}

//! How the page of the day looks: cards side by side, one under the other where it is narrow.

use iced::widget::{Column, column, container, responsive, row, space};
use iced::{Fill, FillPortion, Padding};

use super::rows::{Face, feast, given, happening, late, neglected, planned};
use super::{Context, Message, PAGE, Today};
use crate::ui::style::{MEDIUM, Tone, spacing};
use crate::ui::widget::{Element, Icon, button, page, section, text};
use crate::workspace;

/// A page narrower than this, in logical pixels, has two columns.
const NARROW: f32 = 1080.0;

impl Today {
    /// The page.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let title = locale.day_of_week(self.now.local.date());
        let body: Element<'a, Message> = match &self.day {
            None => space().height(Fill).into(),
            Some(day) => responsive(move |size| {
                let columns = self.columns(day, context, size.width < NARROW);
                section::scrolled_as(PAGE, container(columns).padding(spacing::XL))
            })
            .into(),
        };
        let new = button::secondary(locale.text("today-new-task"))
            .icon(Icon::Plus)
            .on_press_maybe((!context.is_read_only).then_some(Message::NewTask))
            .reachable();
        let page = page::page(title, body).button(new);
        match &self.day {
            Some(day) => page.told(told(day, context)).into(),
            None => page.into(),
        }
    }

    fn columns<'a>(
        &'a self,
        day: &'a workspace::Today,
        context: &'a Context,
        is_narrow: bool,
    ) -> Element<'a, Message> {
        let left = self.left(day, context);
        let money = super::money::view(day, self.now.local.date(), context);
        let neglected = self.neglected(day, context);
        let right = self.right(day, context);
        let apart = spacing::M;
        if is_narrow {
            let beside = column![money, right, neglected].spacing(apart);
            return row![
                container(left).width(FillPortion(11)),
                container(beside).width(FillPortion(9))
            ]
            .spacing(apart)
            .into();
        }
        row![
            container(left).width(FillPortion(13)),
            container(column![money, neglected].spacing(apart)).width(FillPortion(10)),
            container(right).width(FillPortion(10)),
        ]
        .spacing(apart)
        .into()
    }

    /// The plan of the day, what is late, what others do.
    fn left<'a>(&'a self, day: &'a workspace::Today, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let mut at = 0;
        let mut face = || {
            at += 1;
            Face {
                context,
                now: self.now,
                is_chosen: self.cursor == Some(at - 1),
            }
        };
        let plan = lines(day.plan.iter().map(|one| planned(one, &face())));
        let plan = or_nothing(plan, day.plan.len(), locale.text("today-no-plan"));
        let mut card =
            column![section::heading(locale.text("today-plan"), None), plan].spacing(spacing::S);
        if !day.overdue.is_empty() {
            let overdue = lines(day.overdue.iter().map(|one| late(one, &face())));
            card = card.push(part(locale.text("today-overdue"), Tone::Busy, overdue));
        }
        if !day.given.is_empty() {
            let assigned = lines(day.given.iter().map(|one| given(one, &face())));
            card = card.push(part(locale.text("today-given"), Tone::Neutral, assigned));
        }
        section::card(card)
    }

    fn neglected<'a>(
        &'a self,
        day: &'a workspace::Today,
        context: &'a Context,
    ) -> Element<'a, Message> {
        let locale = &context.locale;
        let before = day.plan.len() + day.overdue.len() + day.given.len();
        let clients = day.neglected.iter().enumerate().map(|(at, client)| {
            let face = self.face(before + at, context);
            neglected(client, &face)
        });
        let clients = or_nothing(
            lines(clients),
            day.neglected.len(),
            locale.text("today-no-neglected"),
        );
        let count = match day.neglected.len() {
            0 => None,
            count => Some(text::hint(locale.number(count as i64)).into()),
        };
        let heading = section::heading(locale.text("today-neglected"), count);
        section::card(column![heading, clients].spacing(spacing::S))
    }

    /// Feasts and happenings.
    fn right<'a>(
        &'a self,
        day: &'a workspace::Today,
        context: &'a Context,
    ) -> Element<'a, Message> {
        let locale = &context.locale;
        let before = day.plan.len() + day.overdue.len() + day.given.len() + day.neglected.len();
        let feasts = day.feasts.iter().enumerate();
        let feasts = feasts.map(|(at, one)| feast(one, &self.face(before + at, context)));
        let feasts = or_nothing(
            lines(feasts),
            day.feasts.len(),
            locale.text("today-no-feasts"),
        );
        let before = before + day.feasts.len();
        let latest = day.happenings.iter().enumerate();
        let latest = latest.map(|(at, one)| happening(one, &self.face(before + at, context)));
        let latest = or_nothing(
            lines(latest),
            day.happenings.len(),
            locale.text("today-no-happenings"),
        );
        let feasts = column![section::heading(locale.text("today-feasts"), None), feasts];
        let latest = column![
            section::heading(locale.text("today-happenings"), None),
            latest
        ];
        column![
            section::card(feasts.spacing(spacing::S)),
            section::card(latest.spacing(spacing::S))
        ]
        .spacing(spacing::M)
        .into()
    }

    fn face<'a>(&self, at: usize, context: &'a Context) -> Face<'a> {
        Face {
            context,
            now: self.now,
            is_chosen: self.cursor == Some(at),
        }
    }
}

/// How much there is, beside the title.
fn told(day: &workspace::Today, context: &Context) -> String {
    let locale = &context.locale;
    let today = |feast: &&workspace::Feast| feast.event.is_none();
    let counts = [
        ("today-count-plan", day.plan.len()),
        ("today-count-overdue", day.overdue.len()),
        (
            "today-count-birthdays",
            day.feasts.iter().filter(today).count(),
        ),
    ];
    let counts = counts.into_iter().filter(|(_, count)| *count > 0);
    let counts = counts.map(|(key, count)| locale.with(key, &[("count", count.into())]));
    counts.collect::<Vec<_>>().join(" · ")
}

/// Lines with a divider between them.
fn lines<'a>(all: impl Iterator<Item = Element<'a, Message>>) -> Element<'a, Message> {
    let mut lines = Column::new();
    for (at, line) in all.enumerate() {
        if at > 0 {
            lines = lines.push(section::divider());
        }
        lines = lines.push(line);
    }
    lines.into()
}

/// The lines, or words that say what belongs here.
fn or_nothing<'a>(
    lines: Element<'a, Message>,
    count: usize,
    words: String,
) -> Element<'a, Message> {
    if count > 0 {
        return lines;
    }
    container(text::secondary(words))
        .padding(Padding::from([spacing::S, 0.0]))
        .into()
}

/// A part of a card under its own small title.
fn part<'a>(title: String, tone: Tone, lines: Element<'a, Message>) -> Element<'a, Message> {
    let title = match tone {
        Tone::Neutral => section::section(title, None),
        tone => text::toned(title, tone).font(MEDIUM).into(),
    };
    column![
        container(title).padding(Padding::ZERO.top(spacing::S)),
        lines
    ]
    .spacing(spacing::XS)
    .into()
}

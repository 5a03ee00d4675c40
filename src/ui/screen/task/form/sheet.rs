//! What the form holds: the task as it was read, and as it is being typed.

use std::collections::HashMap;

use chrono::{Local, NaiveDate, NaiveDateTime, Utc};
use iced::widget::text_editor::Content;

use super::booking::Booking;
use super::checklist::Checklist;
use super::material::{Material, Near};
use super::people::People;
use super::repetition::{Repetition, Unread};
use crate::domain::listing::Listing;
use crate::domain::task::recurrence::Rule;
use crate::domain::task::{State, Tree, When, typed};
use crate::domain::{Assignment, Client, Id, Task, day, decimal};
use crate::ui::screen::Context;
use crate::ui::screen::pick::Pick;
use crate::ui::screen::prompts::Reminders;
use crate::ui::screen::task::{Draft, fresh, next_position};

/// A line of text of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// What it is called.
    Title,
    /// When it begins.
    Start,
    /// How long it lasts.
    Minutes,
    /// Until when it has to be done.
    Due,
    /// Where.
    Place,
    /// The sum of the deal.
    Amount,
    /// When the deal is expected.
    Expected,
}

/// What has to be put right before the task can be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// It has no title.
    NoTitle,
    /// A client was typed that is none.
    Client,
    /// A contact person was typed who is none.
    Contact,
    /// A line that cannot be read.
    Unread(Line),
    /// It would be due before it begins.
    DueEarly,
    /// Nobody takes part.
    NoOne,
    /// The repetition cannot be read.
    Repetition(Unread),
}

/// The lines as they are typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Lines {
    title: String,
    start: String,
    minutes: String,
    due: String,
    place: String,
    amount: String,
    expected: String,
}

/// The task as it was read, and as it is being typed.
#[derive(Debug)]
pub struct Sheet {
    /// As it was read, or as a new one begins.
    pub base: Assignment,
    /// What was chosen so far; the lines are read into it as it is saved.
    pub mine: Assignment,
    lines: Lines,
    /// The lines as they were at the beginning.
    written: Lines,
    /// The result that is hoped for.
    pub plan: Content,
    /// What came of it.
    pub outcome: Content,
    /// The client.
    pub client: Pick,
    /// The contact person.
    pub contact: Pick,
    /// Who takes part.
    pub people: People,
    /// The check list.
    pub checklist: Checklist,
    /// When to remind of it.
    pub reminders: Reminders,
    /// How often it repeats.
    pub repetition: Repetition,
    /// Who is busy at that time already.
    pub booking: Booking,
    /// The phones of the client and of the people there.
    phones: HashMap<Id<Client>, String>,
    /// What it may stand in.
    pub tree: Tree,
    /// Whether a colleague has saved it meanwhile.
    pub has_news: bool,
}

impl Sheet {
    /// The sheet of a known task.
    pub fn of(assignment: Assignment, material: Material, context: &Context) -> Self {
        let lines = Lines::of(&assignment.task, context);
        let title = |one: &Option<Listing>| {
            let client = one.as_ref().map(|one| &one.client);
            client.map(Client::title).unwrap_or_default()
        };
        let phones = phones(&material.near, material.contact.as_ref());
        let task = &assignment.task;
        let mut contact = Pick::of(task.contact, title(&material.contact));
        contact.set_near(material.near.people);
        Self {
            plan: Content::with_text(&task.plan),
            outcome: Content::with_text(&task.outcome),
            client: Pick::of(task.client, title(&material.near.client)),
            contact,
            people: People::default(),
            checklist: Checklist::default(),
            reminders: Reminders::new(material.reminders),
            repetition: Repetition::of(material.series.as_ref(), |day| context.locale.date(day)),
            booking: Booking::default(),
            phones,
            tree: material.near.tree,
            has_news: false,
            written: lines.clone(),
            lines,
            mine: assignment.clone(),
            base: assignment,
        }
    }

    /// The sheet of a new task.
    pub fn begin(draft: &Draft, material: Material, context: &Context) -> Self {
        let assignment = fresh(draft, &material, context);
        Self::of(assignment, material, context)
    }

    /// Whether it is not saved yet.
    pub fn is_new(&self) -> bool {
        self.base.task.version == 0
    }

    /// A line as it is typed.
    pub fn line(&self, line: Line) -> &str {
        match line {
            Line::Title => &self.lines.title,
            Line::Start => &self.lines.start,
            Line::Minutes => &self.lines.minutes,
            Line::Due => &self.lines.due,
            Line::Place => &self.lines.place,
            Line::Amount => &self.lines.amount,
            Line::Expected => &self.lines.expected,
        }
    }

    /// Takes over what was typed into a line.
    pub fn type_into(&mut self, line: Line, text: String) {
        *match line {
            Line::Title => &mut self.lines.title,
            Line::Start => &mut self.lines.start,
            Line::Minutes => &mut self.lines.minutes,
            Line::Due => &mut self.lines.due,
            Line::Place => &mut self.lines.place,
            Line::Amount => &mut self.lines.amount,
            Line::Expected => &mut self.lines.expected,
        } = text;
    }

    /// Writes how long it lasts.
    pub fn set_minutes(&mut self, minutes: Option<i64>, context: &Context) {
        let said = minutes.map(|minutes| context.locale.minutes(minutes));
        self.lines.minutes = said.unwrap_or_default();
        self.mine.task.minutes = minutes;
        self.written.minutes.clone_from(&self.lines.minutes);
    }

    /// Takes over what stands around another client.
    pub fn set_near(&mut self, near: Near) {
        self.phones.extend(phones(&near, self.contact.hit()));
        self.contact.set_near(near.people);
        let parent = self.mine.task.parent;
        if parent.is_some_and(|parent| near.tree.get(parent).is_none()) && self.is_new() {
            self.mine.task.parent = None;
        }
        self.tree = near.tree;
    }

    /// The task as it was typed; what cannot be read says what it said before.
    pub fn finished(&self) -> Assignment {
        let mut mine = self.mine.clone();
        let task = &mut mine.task;
        let (lines, written) = (&self.lines, &self.written);
        lines.title.trim().clone_into(&mut task.title);
        lines.place.trim().clone_into(&mut task.place);
        self.plan.text().trim().clone_into(&mut task.plan);
        self.outcome.text().trim().clone_into(&mut task.outcome);
        task.client = self.client.chosen();
        task.contact = self.contact.chosen();
        if lines.start != written.start {
            task.set_start(read_when(&lines.start));
        }
        if lines.due != written.due {
            task.set_due(read_when(&lines.due));
        }
        if lines.minutes != written.minutes {
            task.minutes = typed::read_minutes(&lines.minutes);
        }
        if lines.amount != written.amount {
            task.amount = decimal::read_money(&lines.amount);
        }
        if lines.expected != written.expected {
            task.expected_on = day::read_coming(&lines.expected, today());
        }
        if self.is_new() {
            task.position = next_position(&self.tree, task.parent);
        }
        mine
    }

    /// What helps before one rings: the phone of the contact person, else of the client, and what came
    /// of the last task for that client. Empty where neither is known.
    pub fn near_by(&self, context: &Context) -> String {
        let (locale, catalog) = (&context.locale, &context.catalog);
        let contact = self.contact.hit().map(|hit| hit.phone.clone());
        let both = [self.contact.chosen(), self.client.chosen()];
        let known = both.into_iter().flatten();
        let known = known.filter_map(|id| self.phones.get(&id).cloned());
        let mut phones = contact.into_iter().chain(known);
        let phone = phones.find(|phone| !phone.is_empty());
        let done = self.tree.tasks().iter();
        let done = done.filter(|task| task.state == State::Done && task.id != self.base.task.id);
        let last = done.max_by_key(|task| (task.finished_at, task.id));
        let last = last.and_then(|task| {
            let result = catalog.task_result(task.result).map(|one| one.name.clone());
            let said = result.or_else(|| task.outcome.lines().next().map(str::to_owned))?;
            let day = task.finished_at?.with_timezone(&Local).date_naive();
            let day = locale.day_short(day, today());
            let (said, day) = (("result", said.into()), ("day", day.into()));
            Some(locale.with("task-last-result", &[said, day]))
        });
        let parts: Vec<_> = phone.into_iter().chain(last).collect();
        parts.join(" · ")
    }

    /// The day on which it begins, as it was typed; today where it has none.
    pub fn first_day(&self) -> NaiveDate {
        self.finished().task.day().unwrap_or_else(today)
    }

    /// The rule of another repetition that was chosen; the inner `None` where it does not repeat any
    /// more.
    pub fn new_rule(&self) -> Option<Option<Rule>> {
        let is_changed = self.repetition.is_changed();
        let rule = is_changed.then(|| self.repetition.rule(self.first_day()));
        rule.and_then(std::result::Result::ok)
    }

    /// Whether something was typed or chosen that is not saved.
    pub fn is_dirty(&self) -> bool {
        self.is_edited() || self.repetition.is_changed()
    }

    /// Whether something was typed or chosen beside the repetition.
    pub fn is_edited(&self) -> bool {
        let said = |mut one: Assignment| {
            one.task.position = 0;
            one.task.plan = one.task.plan.trim().to_owned();
            one.task.outcome = one.task.outcome.trim().to_owned();
            one
        };
        said(self.finished()) != said(self.base.clone())
            || self.checklist.is_typed()
            || self.reminders.is_changed()
    }

    fn unread_rule(&self) -> Option<Unread> {
        self.repetition.rule(self.first_day()).err()
    }

    /// What has to be put right.
    pub fn problems(&self) -> Vec<Problem> {
        let task = self.finished().task;
        let is_unread = |line: Line, is_read: bool| {
            let is_blank = self.line(line).trim().is_empty();
            (!is_blank && !is_read).then_some(Problem::Unread(line))
        };
        let has_name = !task.title.is_empty() || task.kind.is_some();
        let due = task.due_at.is_some() || task.due_on.is_some();
        let is_early = due
            && matches!((task.start(), task.due()), (Some(start), Some(due))
                if due.ends() < start.begins());
        let is_unknown = |pick: &Pick| !pick.text().is_empty() && pick.chosen().is_none();
        let problems = [
            (!has_name).then_some(Problem::NoTitle),
            is_unknown(&self.client).then_some(Problem::Client),
            is_unknown(&self.contact).then_some(Problem::Contact),
            is_unread(Line::Start, task.start().is_some()),
            is_unread(Line::Minutes, task.minutes.is_some()),
            is_unread(Line::Due, due),
            is_early.then_some(Problem::DueEarly),
            is_unread(Line::Amount, task.amount.is_some()),
            is_unread(Line::Expected, task.expected_on.is_some()),
            (self.mine.participants.is_empty()).then_some(Problem::NoOne),
            self.unread_rule().map(Problem::Repetition),
        ];
        problems.into_iter().flatten().collect()
    }
}

/// The phones of a client, of the people there and of a contact person.
fn phones(near: &Near, contact: Option<&Listing>) -> HashMap<Id<Client>, String> {
    let all = near.client.iter().chain(&near.people).chain(contact);
    all.map(|one| (one.client.id, one.phone.clone())).collect()
}

impl Lines {
    fn of(task: &Task, context: &Context) -> Self {
        let locale = &context.locale;
        let said = |when: Option<When>| when.map(|when| locale.when(when)).unwrap_or_default();
        let due = task.due_at.map(When::At);
        Self {
            title: task.title.clone(),
            start: said(task.start()),
            minutes: task
                .minutes
                .map(|minutes| locale.minutes(minutes))
                .unwrap_or_default(),
            due: said(due.or(task.due_on.map(When::Day))),
            place: task.place.clone(),
            amount: task
                .amount
                .map(|minor| locale.decimal(minor.saturating_mul(10_000)))
                .unwrap_or_default(),
            expected: task
                .expected_on
                .map(|day| locale.date(day))
                .unwrap_or_default(),
        }
    }
}

/// What is meant by a day or a time that is typed now.
pub fn read_when(text: &str) -> Option<When> {
    let now: NaiveDateTime = Utc::now().with_timezone(&Local).naive_local();
    typed::read_when(text, now)
}

/// Today, where the user is.
pub fn today() -> NaiveDate {
    Local::now().date_naive()
}

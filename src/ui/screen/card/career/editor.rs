//! A place of work being typed.

use chrono::NaiveDate;
use iced::Task as Command;

use super::super::Message as Outer;
use super::super::entries::{editor, side_by_side};
use super::{say, say_pick, today};
use crate::domain::biography::Place;
use crate::domain::client::Kind;
use crate::domain::{Job, day};
use crate::i18n::Locale;
use crate::ui::screen::Context;
use crate::ui::screen::pick::{self, Pick, Scope, Shown};
use crate::ui::style::Tone;
use crate::ui::widget::field::Field;
use crate::ui::widget::{Element, field, note, text};

/// The names by which the fields are focused.
const EMPLOYER: &str = "job employer";
const POSITION: &str = "job position";

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// A place beside the main one, or of the past, is entered.
    Add,
    /// Such a place is changed.
    Edit,
    /// The main place is changed; its employer stays.
    EditMain,
    /// The person has moved to another employer.
    Move,
}

/// A text of a place.
#[derive(Debug, Clone, Copy)]
pub enum Text {
    /// The position.
    Position,
    /// The department.
    Department,
    /// The first day.
    Since,
    /// The last day.
    Until,
}

/// What happened in the editor.
#[derive(Debug, Clone)]
pub enum Message {
    /// The organisation is being chosen.
    Pick(pick::Message),
    /// A text was typed.
    Text(Text, String),
}

/// A place being typed.
#[derive(Debug)]
pub struct Editor {
    task: Task,
    start: Draft,
    draft: Draft,
    pick: Pick,
    employer: String,
    is_checked: bool,
}

#[derive(Debug, Clone, PartialEq)]
struct Draft {
    job: Job,
    since: String,
    until: String,
}

impl Editor {
    /// The editor of a place at the organisation called `employer`.
    pub fn new(task: Task, job: Job, employer: String, locale: &Locale) -> Self {
        let shown = |day: Option<NaiveDate>| day.map(|day| locale.date(day)).unwrap_or_default();
        let draft = Draft {
            since: shown(job.since),
            until: shown(job.until),
            job,
        };
        Self {
            task,
            pick: Pick::of(draft.job.employer, employer.clone()),
            employer,
            start: draft.clone(),
            draft,
            is_checked: false,
        }
    }

    /// What is being done.
    pub fn task(&self) -> Task {
        self.task
    }

    /// Whether it is that place which is being changed.
    pub fn is_of(&self, place: &Place) -> bool {
        match self.task {
            Task::Add | Task::Move => false,
            Task::EditMain => place.is_main,
            Task::Edit => !place.is_main && place.job.id == self.draft.job.id,
        }
    }

    /// Whether something was typed.
    pub fn is_dirty(&self) -> bool {
        self.draft != self.start || self.pick.text() != self.employer.trim()
    }

    /// The name of the field that has the focus in the beginning.
    pub fn first(&self) -> &'static str {
        match self.task {
            Task::EditMain => POSITION,
            _ => EMPLOYER,
        }
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message, context: &Context) -> Command<Outer> {
        let place = match message {
            Message::Pick(message) => {
                let person = self.draft.job.client;
                let scope = Scope::of(person, |kind| kind == Kind::Organization);
                return self.pick.update(message, scope, context, say_pick).0;
            }
            Message::Text(Text::Position, text) => (&mut self.draft.job.position, text),
            Message::Text(Text::Department, text) => (&mut self.draft.job.department, text),
            Message::Text(Text::Since, text) => (&mut self.draft.since, text),
            Message::Text(Text::Until, text) => (&mut self.draft.until, text),
        };
        *place.0 = place.1;
        Command::none()
    }

    /// The place to be saved; `None` while something has to be put right.
    pub fn finished(&mut self) -> Option<Job> {
        self.is_checked = true;
        self.pick.settle();
        let is_unread = |text: &str| !text.trim().is_empty() && day::read(text, today()).is_none();
        if is_unread(&self.draft.since) || is_unread(&self.draft.until) || self.is_missing() {
            return None;
        }
        let draft = &self.draft;
        let mut job = Job {
            position: draft.job.position.trim().to_owned(),
            department: draft.job.department.trim().to_owned(),
            since: day::read(&draft.since, today()),
            until: day::read(&draft.until, today()),
            ..draft.job.clone()
        };
        if self.task != Task::EditMain {
            job.employer = self.pick.chosen();
            job.employer_name = match job.employer {
                Some(_) => String::new(),
                None => self.pick.text().to_owned(),
            };
        }
        Some(job)
    }

    /// Whether the organisation is still to be told: a new main employer has a card.
    fn is_missing(&self) -> bool {
        match self.task {
            Task::Move => self.pick.chosen().is_none(),
            Task::Add => self.pick.text().is_empty(),
            Task::Edit | Task::EditMain => false,
        }
    }

    /// The fields.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Outer> {
        let locale = &context.locale;
        let draft = &self.draft;
        let text = |label: String, value: &'a str, place| {
            field::field(label, value)
                .on_input(move |text| typed(Message::Text(place, text)))
                .on_submit(say(super::Message::Save))
        };
        let position = locale.text("card-position");
        let position = text(position, &draft.job.position, Text::Position).id(POSITION);
        let department = locale.text("card-department");
        let department = text(department, &draft.job.department, Text::Department);
        let since = text(locale.text("career-first-day"), &draft.since, Text::Since);
        let since = self.day(since, &draft.since, locale);
        let days = match self.task {
            Task::EditMain | Task::Move => side_by_side([(since, 1)]),
            Task::Add | Task::Edit => {
                let until = text(locale.text("career-last-day"), &draft.until, Text::Until);
                let until = self.day(until, &draft.until, locale);
                let until = until.hint(locale.text("career-last-day-hint"));
                side_by_side([(since, 1), (until, 1)])
            }
        };
        let read = Job {
            since: day::read(&draft.since, today()),
            until: day::read(&draft.until, today()),
            ..draft.job.clone()
        };
        let doubt = read.doubt();
        let doubt = doubt.map(|doubt| note::under(locale.doubt(&doubt), Tone::Warning));
        let said = (self.task == Task::Move)
            .then(|| Element::from(text::secondary(locale.text("career-move-explained"))));
        let lines = [
            said,
            Some(self.employer(context)),
            Some(side_by_side([(position, 1), (department, 1)])),
            Some(days),
            doubt,
        ];
        let save = say(super::Message::Save);
        editor(
            lines.into_iter().flatten(),
            save,
            say(super::Message::Close),
            context,
        )
    }

    fn employer<'a>(&'a self, context: &'a Context) -> Element<'a, Outer> {
        let locale = &context.locale;
        let label = locale.text("card-employer");
        if self.task == Task::EditMain {
            return field::labelled(label, text::strong(self.employer.as_str()));
        }
        let is_missing = self.is_checked && self.is_missing();
        let error = is_missing.then(|| match self.task {
            Task::Move => locale.text("biography-pick-missing"),
            _ => locale.text("career-employer-missing"),
        });
        let save = say(super::Message::Save);
        self.pick.view(
            Shown {
                id: EMPLOYER,
                label,
                error,
            },
            save,
            say_pick,
            context,
        )
    }

    fn day<'a>(&self, field: Field<'a, Outer>, typed: &str, locale: &Locale) -> Field<'a, Outer> {
        let is_unread = !typed.trim().is_empty() && day::read(typed, today()).is_none();
        let error = (self.is_checked && is_unread).then(|| locale.text("biography-no-day"));
        field
            .error(error)
            .placeholder(locale.text("biography-day-placeholder"))
    }
}

fn typed(message: Message) -> Outer {
    say(super::Message::Typed(message))
}

//! Who takes part in a task, and how much.

use iced::widget::{column, container, row};
use iced::{Center, Fill, Padding};

use super::Message as Outer;
use crate::domain::task::{Degree, Participant};
use crate::domain::text::fold;
use crate::domain::{Assignment, Employee, Id};
use crate::ui::screen::Context;
use crate::ui::screen::suggest::{self, List, Offer};
use crate::ui::style::Tone;
use crate::ui::style::{height, spacing};
use crate::ui::widget::{Element, Icon, avatar, button, choice, ellipsis, field, note};

/// The name by which the field is focused.
pub const FIELD: &str = "task people";
/// The width of the choice of a degree, in logical pixels.
const DEGREE: f32 = 128.0;

/// The field in which a colleague is found.
#[derive(Debug, Default)]
pub struct People {
    text: String,
    list: List,
}

/// What happened to those who take part.
#[derive(Debug, Clone)]
pub enum Message {
    /// A name was typed.
    Typed(String),
    /// Something happened to the list.
    List(suggest::Message),
    /// Enter was pressed while the list is folded.
    Submitted,
    /// An employee takes part otherwise.
    Degree(Id<Employee>, Degree),
    /// An employee does not take part any more.
    Remove(Id<Employee>),
}

impl People {
    /// What follows from a message; Enter on an empty field is left to the form: `true`.
    pub fn update(&mut self, message: Message, mine: &mut Assignment, context: &Context) -> bool {
        match message {
            Message::Typed(text) => {
                self.text = text;
                self.list = List {
                    is_open: !self.text.trim().is_empty(),
                    at: 0,
                };
            }
            Message::List(suggest::Message::Move(_)) if !self.list.is_open => {
                self.list = List {
                    is_open: true,
                    at: 0,
                };
            }
            Message::List(suggest::Message::Move(by)) => {
                let count = self.offered(mine, context).len();
                self.list.step(by, count);
            }
            Message::List(suggest::Message::Take(at)) => self.take(at, mine, context),
            Message::List(suggest::Message::Close) => self.list.is_open = false,
            Message::Submitted => return self.text.trim().is_empty(),
            Message::Degree(employee, degree) => {
                let mut all = mine.participants.iter_mut();
                if let Some(one) = all.find(|one| one.employee == employee) {
                    one.degree = degree;
                }
            }
            Message::Remove(employee) => {
                mine.participants.retain(|one| one.employee != employee);
            }
        }
        false
    }

    /// Takes the marked line of an unfolded list: who goes on without a word means that one.
    pub fn settle(&mut self, mine: &mut Assignment, context: &Context) {
        if self.list.is_open && !self.text.trim().is_empty() {
            self.take(self.list.at, mine, context);
        }
        self.list.is_open = false;
    }

    fn take(&mut self, at: usize, mine: &mut Assignment, context: &Context) {
        let offered = self.offered(mine, context).into_iter().nth(at);
        if let Some(employee) = offered.map(|one| one.id) {
            let degree = match mine.participants.is_empty() {
                true => Degree::Leads,
                false => Degree::Assists,
            };
            let known = Participant::new(mine.task.id, employee, degree);
            mine.participants.push(known);
            self.text.clear();
        }
        self.list.is_open = false;
    }

    /// The employees that are offered.
    fn offered<'a>(&self, mine: &Assignment, context: &'a Context) -> Vec<&'a Employee> {
        let needle = fold(&self.text);
        let is_in = |one: &Employee| {
            mine.participants
                .iter()
                .any(|in_it| in_it.employee == one.id)
        };
        let all = context.catalog.employees.iter();
        let offered = all.filter(|one| !is_in(one) && fold(&one.short_name()).contains(&needle));
        offered.collect()
    }

    /// Those who take part, and the field for one more.
    pub fn view<'a>(
        &'a self,
        mine: &'a Assignment,
        is_missing: bool,
        context: &'a Context,
    ) -> Element<'a, Outer> {
        let locale = &context.locale;
        let all = mine.participants.iter().map(|one| line(one, context));
        let field = field::unlabelled(&self.text)
            .id(FIELD)
            .icon(Icon::UserPlus)
            .placeholder(locale.text("task-people-add"))
            .on_input(|text| Outer::People(Message::Typed(text)))
            .on_submit(Outer::People(Message::Submitted));
        let offers = self.offered(mine, context).into_iter();
        let offers = offers.map(|one| Offer {
            hint: one.position.clone(),
            icon: Some(Icon::User),
            ..Offer::plain(one.short_name())
        });
        let field = suggest::view(field, self.list, offers.collect(), |message| {
            Outer::People(Message::List(message))
        });
        let missing = is_missing.then(|| note::under(locale.text("task-people-none"), Tone::Busy));
        let all = column(all).push(field).push(missing);
        field::labelled(locale.text("task-people"), all.spacing(spacing::XS))
    }
}

fn line<'a>(one: &Participant, context: &Context) -> Element<'a, Outer> {
    let locale = &context.locale;
    let (employee, name) = (one.employee, context.employee(Some(one.employee)));
    let degrees = Degree::ALL.iter();
    let degrees = degrees.map(|degree| (*degree, locale.degree(*degree)));
    let degree = choice::one_of(degrees, one.degree, move |degree| {
        Outer::People(Message::Degree(employee, degree))
    });
    let remove = button::tool(Icon::Close, locale.text("task-people-remove"))
        .compact()
        .on_press(Outer::People(Message::Remove(employee)))
        .reachable();
    let line = row![
        avatar::person(&name, height::COMPACT - spacing::XS),
        ellipsis(name).width(Fill),
        container(degree).width(DEGREE),
        remove
    ];
    container(line.spacing(spacing::S).align_y(Center))
        .padding(Padding::ZERO.vertical(1.0))
        .into()
}

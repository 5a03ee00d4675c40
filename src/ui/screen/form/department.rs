//! The department of a person: free text, or one of the tree of the employer.

use super::suggest::{self, List, MOST, Offer};
use super::typed::Typed;
use crate::domain::Department;
use crate::domain::client::{Kind, TextField};
use crate::domain::text::fold;
use crate::ui::screen::Context;
use crate::ui::widget::{Element, Icon, button, field};

/// The departments of the employer, and the list of them.
#[derive(Debug, Clone, Default)]
pub struct Departments {
    known: Vec<Department>,
    list: List,
    /// Whether the whole tree is shown, whatever is typed.
    is_all: bool,
}

/// What happened in the field.
#[derive(Debug, Clone)]
pub enum Message {
    /// Something was typed.
    Typed(String),
    /// All departments are to be shown, or the list is to fold.
    Unfold,
    /// Something happened to the list.
    List(suggest::Message),
}

impl Departments {
    /// Takes over the departments of the employer.
    pub fn set_known(&mut self, mut known: Vec<Department>) {
        let all = known.clone();
        known.sort_by_cached_key(|one| format!("{} {}", parents(one, &all), one.name));
        self.known = known;
    }

    /// Whether the list is unfolded.
    pub fn is_open(&self) -> bool {
        self.list.is_open
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message, typed: &mut Typed) {
        let client = &mut typed.card.client;
        match message {
            Message::Typed(text) => {
                let name = fold(&text);
                let mut known = self.known.iter();
                let same = known.find(|department| fold(&department.name) == name);
                client.department_id = same.map(|department| department.id);
                client.department = text;
                self.is_all = false;
                let has_offers = same.is_none() && !self.offered(typed).is_empty();
                self.list = List {
                    is_open: has_offers && !name.is_empty(),
                    at: 0,
                };
            }
            Message::Unfold => {
                self.is_all = true;
                self.list = List {
                    is_open: !self.list.is_open,
                    at: 0,
                };
            }
            Message::List(suggest::Message::Move(by)) => {
                let count = self.offered(typed).len();
                self.list.step(by, count);
            }
            Message::List(suggest::Message::Take(at)) => self.take(at, typed),
            Message::List(suggest::Message::Close) => self.list.is_open = false,
        }
    }

    /// Takes the marked line.
    pub fn take_marked(&mut self, typed: &mut Typed) {
        self.take(self.list.at, typed);
    }

    fn take(&mut self, at: usize, typed: &mut Typed) {
        let Some((id, name)) = self
            .offered(typed)
            .get(at)
            .map(|department| (department.id, department.name.clone()))
        else {
            return;
        };
        typed.card.client.department_id = Some(id);
        typed.card.client.department = name;
        self.list.is_open = false;
    }

    fn offered(&self, typed: &Typed) -> Vec<&Department> {
        let wanted = fold(&typed.card.client.department);
        let known = self.known.iter();
        let like = known.filter(|one| self.is_all || fold(&one.name).contains(&wanted));
        like.take(if self.is_all { 2 * MOST } else { MOST })
            .collect()
    }

    /// The field.
    pub fn view<'a>(&'a self, typed: &'a Typed, context: &Context) -> Element<'a, super::Message> {
        let locale = &context.locale;
        let label = locale.text_field(Kind::Person, TextField::Department);
        let field = field::field(label, &typed.card.client.department)
            .id(TextField::Department.name())
            .on_input(|text| super::Message::Department(Message::Typed(text)))
            .on_submit(super::Message::Save);
        if self.known.is_empty() {
            return field.into();
        }
        let unfold = button::tool(Icon::ChevronDown, locale.text("form-departments-all"))
            .compact()
            .on_press(super::Message::Department(Message::Unfold));
        let offers = self.offered(typed).into_iter().map(|department| Offer {
            hint: parents(department, &self.known),
            ..Offer::plain(&department.name)
        });
        suggest::view(
            field.trailing(unfold),
            self.list,
            offers.collect(),
            |message| super::Message::Department(Message::List(message)),
        )
    }
}

/// The departments above one, from the top down.
fn parents(department: &Department, known: &[Department]) -> String {
    let above = |one: &&Department| known.iter().find(|other| Some(other.id) == one.parent);
    // No tree is deeper than it has departments, whatever the file says.
    let chain = std::iter::successors(above(&department), above).take(known.len());
    let mut names: Vec<&str> = chain.map(|one| one.name.as_str()).collect();
    names.reverse();
    names.join(" / ")
}

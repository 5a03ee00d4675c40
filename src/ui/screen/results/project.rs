//! The project that figures are narrowed to, found by its name or that of its client while one types.

use iced::widget::container;

use super::Message as Outer;
use crate::domain::Id;
use crate::domain::Task;
use crate::domain::task::figures::Project;
use crate::domain::text::fold;
use crate::i18n::Locale;
use crate::ui::screen::suggest::{self, List, MOST, Offer};
use crate::ui::widget::{Element, Icon, button, field};

/// The width of the field, in logical pixels.
const WIDTH: f32 = 260.0;

/// The field, and what it offers.
#[derive(Debug, Default)]
pub struct ProjectPick {
    text: String,
    list: List,
    known: Vec<Project>,
}

/// What happened in the field.
#[derive(Debug, Clone)]
pub enum Message {
    /// A name was typed.
    Typed(String),
    /// Something happened to the list.
    List(suggest::Message),
}

impl ProjectPick {
    /// Takes in the projects there are.
    pub fn set_known(&mut self, known: Vec<Project>) {
        self.known = known;
    }

    /// What follows from a message: the project that was taken.
    pub fn update(&mut self, message: Message) -> Option<Id<Task>> {
        match message {
            Message::Typed(text) => {
                self.text = text;
                self.list = List {
                    is_open: true,
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
                let count = self.offered().count();
                self.list.step(by, count);
            }
            Message::List(suggest::Message::Take(at)) => {
                let taken = self.offered().nth(at).map(|project| project.id);
                *self = Self {
                    known: std::mem::take(&mut self.known),
                    ..Self::default()
                };
                return taken;
            }
            Message::List(suggest::Message::Close) => self.list.is_open = false,
        }
        None
    }

    fn offered(&self) -> impl Iterator<Item = &Project> {
        let needle = fold(&self.text);
        let fits = move |project: &&Project| {
            needle.is_empty()
                || fold(&project.title).contains(&needle)
                || fold(&project.client).contains(&needle)
        };
        self.known.iter().filter(fits).take(MOST)
    }

    /// The project that is chosen, with a way to go without; else the field in which one is found.
    pub fn view<'a>(&'a self, chosen: Option<Id<Task>>, locale: &Locale) -> Element<'a, Outer> {
        if let Some(chosen) = chosen {
            let project = self.known.iter().find(|project| project.id == chosen);
            let name = project.map(|project| project.title.clone());
            let clear = button::secondary(name.unwrap_or_default())
                .icon(Icon::Target)
                .trailing(Icon::Close)
                .compact()
                .tip(locale.text("results-all-projects"))
                .on_press(Outer::ProjectChosen(None));
            return clear.reachable();
        }
        let field = field::unlabelled(&self.text)
            .icon(Icon::Target)
            .placeholder(locale.text("results-project"))
            .on_input(|text| Outer::Project(Message::Typed(text)))
            .on_submit(Outer::Project(Message::List(suggest::Message::Take(
                self.list.at,
            ))));
        let offers = self.offered().map(|project| Offer {
            hint: project.client.clone(),
            icon: Some(Icon::Target),
            ..Offer::plain(project.title.clone())
        });
        let field = suggest::view(field, self.list, offers.collect(), |message| {
            Outer::Project(Message::List(message))
        });
        container(field).width(WIDTH).into()
    }
}

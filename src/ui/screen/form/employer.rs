//! Where a person works: found while typing, or entered together with the person.

use iced::Task as Command;

use super::suggest::{self, List, MOST, Offer};
use super::typed::Typed;
use crate::domain::client::Kind;
use crate::domain::listing::Listing;
use crate::domain::text::fold;
use crate::domain::{Client, Employee, Id};
use crate::error::Result;
use crate::ui::screen::Context;
use crate::ui::widget::{Element, Icon, field};

/// The name by which the field is focused.
pub const FIELD: &str = "employer";
/// How many hits are asked for: among them are persons, which nobody works for.
const HITS: usize = 40;

/// What is offered for what is typed.
#[derive(Debug, Clone, Default)]
pub struct Employer {
    hits: Vec<Listing>,
    list: List,
}

/// What happened in the field.
#[derive(Debug, Clone)]
pub enum Message {
    /// Something was typed.
    Typed(String),
    /// What was found for the text that was asked.
    Found(String, Result<Vec<Listing>>),
    /// Something happened to the list.
    List(suggest::Message),
}

impl Employer {
    /// Whether the list is unfolded.
    pub fn is_open(&self) -> bool {
        self.list.is_open
    }

    /// What follows from a message.
    pub fn update(
        &mut self,
        message: Message,
        typed: &mut Typed,
        context: &Context,
    ) -> Command<Message> {
        match message {
            Message::Typed(text) => {
                typed.card.client.employer = None;
                typed.new_employer = None;
                typed.employer = text;
                self.list = List::default();
                return self.search(typed, context);
            }
            Message::Found(asked, Ok(hits)) if asked == typed.employer => {
                self.hits = hits;
                self.list.is_open = typed.is_employer_open();
            }
            Message::Found(..) => {}
            Message::List(suggest::Message::Move(by)) => self.list.step(by, self.hits.len() + 1),
            Message::List(suggest::Message::Take(at)) => self.take(at, typed, context.me.id),
            Message::List(suggest::Message::Close) => self.list.is_open = false,
        }
        Command::none()
    }

    /// Takes the marked line.
    pub fn take_marked(&mut self, typed: &mut Typed, context: &Context) {
        self.take(self.list.at, typed, context.me.id);
    }

    fn search(&mut self, typed: &Typed, context: &Context) -> Command<Message> {
        let asked = typed.employer.clone();
        if asked.trim().is_empty() {
            return Command::none();
        }
        let text = asked.clone();
        let found = context.worker.read(move |reader| {
            let hits = reader.search(&text, HITS)?.hits.into_iter();
            let organizations = hits
                .map(|hit| hit.listing)
                .filter(|listing| listing.client.kind == Kind::Organization);
            Ok(organizations.take(MOST - 1).collect())
        });
        Command::perform(found, move |found| Message::Found(asked.clone(), found))
    }

    fn take(&mut self, at: usize, typed: &mut Typed, owner: Id<Employee>) {
        self.list.is_open = false;
        if let Some(hit) = self.hits.get(at) {
            typed.card.client.employer = Some(hit.client.id);
            typed.employer = hit.client.title();
        } else {
            let mut employer = Client::organization(typed.employer.trim());
            employer.owner = Some(owner);
            typed.new_employer = Some(employer);
        }
    }

    /// The field.
    pub fn view<'a>(
        &'a self,
        typed: &'a Typed,
        has_left: bool,
        error: Option<String>,
        context: &Context,
    ) -> Element<'a, super::Message> {
        let locale = &context.locale;
        let say = |message| super::Message::Employer(message);
        let field = field::field(locale.text("card-employer"), &typed.employer)
            .id(FIELD)
            .icon(Icon::Building)
            .placeholder(locale.text("form-employer-placeholder"))
            .on_input(move |text| say(Message::Typed(text)))
            .on_submit(super::Message::Save)
            .error(error);
        let field = match (&typed.new_employer, typed.is_employer_open()) {
            (Some(_), _) => field.hint(locale.text("form-employer-new")),
            (None, true) if !self.list.is_open => {
                field.warning(Some(locale.text("form-employer-open")))
            }
            _ if has_left => field.hint(locale.text("form-employer-left")),
            _ => field,
        };
        suggest::view(field, self.list, self.offers(typed, context), |message| {
            super::Message::Employer(Message::List(message))
        })
    }

    fn offers(&self, typed: &Typed, context: &Context) -> Vec<Offer> {
        let locale = &context.locale;
        let known = self.hits.iter().map(|hit| Offer::card(hit, locale));
        let name = typed.employer.trim();
        let create = locale.with("form-employer-create", &[("name", name.into())]);
        known.chain([Offer::new(create)]).collect()
    }
}

/// Whether two names are the same to a reader.
pub fn is_same_name(one: &str, other: &str) -> bool {
    fold(one) == fold(other)
}

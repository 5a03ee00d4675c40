//! A value of any field as it is typed or chosen: in a cell of a list, in a dialog.

mod choices;

use chrono::NaiveDate;
use iced::Task as Command;

use crate::domain::client::Kind;
use crate::domain::edit::{self, Change, Edit};
use crate::domain::field::Nature;
use crate::domain::text::fold;
use crate::domain::{Client, Datum, Field, Id};
use crate::error::Result;
use crate::ui::screen::Context;
use crate::ui::screen::suggest::{self, List, Offer};
use crate::ui::widget::{Element, Icon, field};

use choices::choices;

/// The field by which it is focused.
pub const FIELD: &str = "input";
/// How many cards are offered for what is typed.
const HITS: usize = 20;
/// The most choices that are offered at once; typing leads to the others.
const OFFERS: usize = 60;

/// A value being typed or chosen.
#[derive(Debug, Clone)]
pub struct Input {
    kind: Kind,
    field: Field,
    nature: Nature,
    /// What is typed: the value itself, or what narrows the choices.
    text: String,
    /// What is chosen, where values are chosen.
    chosen: Datum,
    list: List,
    hits: Vec<Hit>,
}

/// A card that was found for what is typed.
#[derive(Debug, Clone)]
pub struct Hit {
    id: Id<Client>,
    title: String,
    city: String,
    kind: Kind,
}

/// What happened in it.
#[derive(Debug, Clone)]
pub enum Message {
    /// Something was typed.
    Typed(String),
    /// Enter was pressed.
    Submitted,
    /// Something in the list of choices.
    List(suggest::Message),
    /// Cards were found for the text that was asked.
    Found(String, Result<Vec<Hit>>),
}

/// What comes of a message.
pub enum Answer {
    /// It goes on, after some work.
    Waiting(Command<Message>),
    /// The value is meant as it stands.
    Settled,
}

/// What a line of the list does.
#[derive(Debug, Clone)]
enum Line {
    /// The values chosen so far are meant.
    Done,
    /// This one is chosen, or no longer.
    Choice(Datum, String, bool),
    /// Nothing is meant.
    Clear,
}

impl Input {
    /// An input for a field that says `now`.
    pub fn new(kind: Kind, field: Field, now: &Datum, context: &Context) -> Self {
        let mut input = Self {
            kind,
            field,
            nature: context.catalog.nature(field),
            text: String::new(),
            chosen: now.clone(),
            list: List::default(),
            hits: Vec::new(),
        };
        if input.is_typed() {
            input.text = typed(now, context);
        } else {
            input.list.is_open = true;
            input.list.at = input.place_of_chosen(context);
        }
        input
    }

    /// Whether its value is typed and not chosen.
    fn is_typed(&self) -> bool {
        !matches!(
            self.nature,
            Nature::YesNo | Nature::Choice | Nature::Choices | Nature::Client
        )
    }

    /// Whether its choices are unfolded.
    pub fn is_open(&self) -> bool {
        self.list.is_open
    }

    /// What is meant; `None` where what is typed can mean nothing.
    pub fn value(&self, today: NaiveDate) -> Option<Datum> {
        match self.is_typed() {
            true => edit::read(self.field, self.nature, &self.text, today),
            false => Some(self.chosen.clone()),
        }
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Answer {
        match message {
            Message::Typed(text) => {
                self.text = text;
                if !self.is_typed() {
                    self.list.is_open = true;
                    // The first that is meant, not the line that ends the choosing.
                    let has_more = self.lines(context).len() > 1;
                    self.list.at = usize::from(self.nature == Nature::Choices && has_more);
                }
                return Answer::Waiting(self.search(context));
            }
            Message::Submitted if self.list.is_open => return self.take(self.list.at, context),
            Message::Submitted => return Answer::Settled,
            Message::List(suggest::Message::Move(by)) => {
                let count = self.lines(context).len();
                self.list.is_open = !self.is_typed();
                self.list.step(by, count);
            }
            Message::List(suggest::Message::Take(at)) => return self.take(at, context),
            Message::List(suggest::Message::Close) => self.list.is_open = false,
            Message::Found(asked, Ok(hits)) if asked == self.text => self.hits = hits,
            Message::Found(..) => {}
        }
        Answer::Waiting(Command::none())
    }

    fn take(&mut self, at: usize, context: &Context) -> Answer {
        let Some(line) = self.lines(context).into_iter().nth(at) else {
            return Answer::Waiting(Command::none());
        };
        self.text.clear();
        self.hits.clear();
        match line {
            Line::Done => {}
            Line::Clear => self.chosen = Datum::Nothing,
            Line::Choice(datum, _, is_on) if self.nature == Nature::Choices => {
                let change = match is_on {
                    true => Change::Remove(datum),
                    false => Change::Add(datum),
                };
                self.chosen = self.changed(change);
                self.list.at = 0;
                return Answer::Waiting(Command::none());
            }
            Line::Choice(datum, ..) => self.chosen = datum,
        }
        self.list.is_open = false;
        Answer::Settled
    }

    fn changed(&self, change: Change) -> Datum {
        let field = self.field;
        Edit { field, change }.applied(&self.chosen)
    }

    /// Looks for cards, where one is to be chosen.
    fn search(&self, context: &Context) -> Command<Message> {
        if self.nature != Nature::Client || self.text.trim().is_empty() {
            return Command::none();
        }
        let (asked, text) = (self.text.clone(), self.text.clone());
        let is_employer = self.field == Field::Employer;
        let found = context.worker.read(move |reader| {
            let hits = reader.search(&text, 2 * HITS)?.hits.into_iter();
            let hits = hits.map(|hit| hit.listing).filter(|listing| {
                let is_organization = listing.client.kind == Kind::Organization;
                !is_employer || is_organization
            });
            let hits = hits.map(|listing| Hit {
                id: listing.client.id,
                title: listing.client.title(),
                city: listing.city,
                kind: listing.client.kind,
            });
            Ok(hits.take(HITS).collect())
        });
        Command::perform(found, move |found| Message::Found(asked.clone(), found))
    }

    fn place_of_chosen(&self, context: &Context) -> usize {
        if self.nature == Nature::Choices {
            return 0; // Enter alone changes nothing
        }
        let lines = self.lines(context);
        let place = lines.iter().position(|line| match line {
            Line::Choice(datum, ..) => datum.is_like(&self.chosen),
            _ => false,
        });
        place.unwrap_or_default()
    }

    /// The lines of the list.
    fn lines(&self, context: &Context) -> Vec<Line> {
        let needle = fold(&self.text);
        let mut lines = Vec::new();
        if self.nature == Nature::Choices {
            lines.push(Line::Done);
        }
        lines.extend(self.hits.iter().map(|hit| {
            let datum = Datum::Client(hit.id, hit.title.clone());
            Line::Choice(datum, hit.title.clone(), false)
        }));
        let all = choices(self.kind, self.field, context).into_iter();
        let meant = all.filter(|(_, name)| fold(name).contains(&needle));
        lines.extend(meant.take(OFFERS).map(|(datum, name)| {
            let is_on = self
                .changed(Change::Add(datum.clone()))
                .is_like(&self.chosen);
            Line::Choice(datum, name, is_on)
        }));
        if self.chosen.is_said() && needle.is_empty() {
            lines.push(Line::Clear);
        }
        lines
    }

    /// The field, with its list under it while that is unfolded; in a dialog `label` stands above.
    pub fn view<'a>(&'a self, label: Option<String>, context: &Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let field = match label {
            Some(label) => field::field(label, self.text.as_str()),
            None => field::unlabelled(self.text.as_str()),
        };
        let mut field = field
            .id(FIELD)
            .on_input(Message::Typed)
            .on_submit(Message::Submitted);
        if !self.is_typed() {
            let said = locale.datum(&self.chosen, &context.catalog);
            field = match (said.is_empty(), self.nature) {
                (false, _) => field.chosen(said),
                (true, Nature::Client) => field.placeholder(locale.text("edit-find-card")),
                (true, _) => field.placeholder(locale.text("edit-choose")),
            };
        }
        let lines = self.lines(context).into_iter();
        let offers = lines.map(|line| self.offer(line, context)).collect();
        suggest::view(field, self.list, offers, Message::List)
    }

    fn offer(&self, line: Line, context: &Context) -> Offer {
        let (label, hint, icon) = match line {
            Line::Done => (
                context.locale.text("edit-done"),
                String::new(),
                Icon::CircleCheck,
            ),
            Line::Clear => (
                context.locale.text("edit-clear"),
                String::new(),
                Icon::Close,
            ),
            Line::Choice(Datum::Client(id, _), label, _) => {
                let hit = self.hits.iter().find(|hit| hit.id == id);
                let icon = match hit.map(|hit| hit.kind) {
                    Some(Kind::Person) => Icon::User,
                    _ => Icon::Building,
                };
                let city = hit.map(|hit| hit.city.clone());
                (label, city.unwrap_or_default(), icon)
            }
            Line::Choice(_, label, true) => (label, String::new(), Icon::Check),
            Line::Choice(_, label, false) if self.nature == Nature::Choices => {
                (label, String::new(), Icon::Plus)
            }
            Line::Choice(_, label, false) => (label, String::new(), Icon::Tag),
        };
        Offer {
            label,
            hint,
            icon: Some(icon),
        }
    }
}

/// What is typed where a field says `datum`.
fn typed(datum: &Datum, context: &Context) -> String {
    match datum {
        // The sign of the currency would stand in the way.
        Datum::Money(money) => context.locale.decimal(money.minor.saturating_mul(10_000)),
        datum => context.locale.datum(datum, &context.catalog),
    }
}

//! A field in which another card is found while one types.

use iced::Task as Command;

use crate::domain::client::Kind;
use crate::domain::listing::Listing;
use crate::domain::text::fold;
use crate::domain::{Client, Id};
use crate::error::Result;
use crate::ui::screen::suggest::{self, List, MOST, Offer};
use crate::ui::screen::{Context, words};
use crate::ui::widget::{Element, Icon, field};

/// How many hits are asked for: some are of the other register, or the card itself.
const HITS: usize = 40;

/// The card that is being chosen.
#[derive(Debug, Clone, Default)]
pub struct Pick {
    text: String,
    chosen: Option<Id<Client>>,
    hits: Vec<Listing>,
    /// Cards that are offered before anything is typed.
    near: Vec<Listing>,
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

/// What may be chosen, and by what name the field is known.
#[derive(Clone, Copy)]
pub struct Scope {
    /// The card at hand, which is never offered.
    pub but: Option<Id<Client>>,
    /// The registers that are offered.
    pub kinds: [bool; 2],
}

/// How the field is shown.
pub struct Shown {
    /// The name by which it is focused.
    pub id: &'static str,
    /// The words over it.
    pub label: String,
    /// What has to be put right.
    pub error: Option<String>,
}

impl Scope {
    /// Cards of the registers that `is_offered` lets through, but not `but`.
    pub fn of(but: Id<Client>, is_offered: impl Fn(Kind) -> bool) -> Self {
        Self {
            but: Some(but),
            kinds: Kind::ALL.map(is_offered),
        }
    }

    /// Every card.
    pub fn all() -> Self {
        Self::any(|_| true)
    }

    /// Cards of the registers that `is_offered` lets through.
    pub fn any(is_offered: impl Fn(Kind) -> bool) -> Self {
        Self {
            but: None,
            kinds: Kind::ALL.map(is_offered),
        }
    }

    fn holds(self, listing: &Listing) -> bool {
        Some(listing.client.id) != self.but && self.kinds[listing.client.kind as usize]
    }
}

impl Pick {
    /// The field with a card chosen, or with the name of one that is none.
    pub fn of(chosen: Option<Id<Client>>, text: String) -> Self {
        Self {
            text,
            chosen,
            ..Self::default()
        }
    }

    /// The chosen card.
    pub fn chosen(&self) -> Option<Id<Client>> {
        self.chosen
    }

    /// Offers these before anything is typed, as soon as the arrow down is pressed.
    pub fn set_near(&mut self, near: Vec<Listing>) {
        self.near = near;
    }

    /// The chosen card, where it was found here.
    pub fn hit(&self) -> Option<&Listing> {
        let mut known = self.hits.iter().chain(&self.near);
        known.find(|one| Some(one.client.id) == self.chosen)
    }

    /// What is typed, or the name of the chosen card.
    pub fn text(&self) -> &str {
        self.text.trim()
    }

    /// What follows from a message, and the card that was chosen by it, where another one was, or
    /// none.
    pub fn update<Outer: Send + 'static>(
        &mut self,
        message: Message,
        scope: Scope,
        context: &Context,
        say: fn(Message) -> Outer,
    ) -> (Command<Outer>, Option<Id<Client>>) {
        let mut chosen = None;
        match message {
            Message::Typed(text) => {
                (self.text, self.chosen) = (text, None);
                self.list = List::default();
                return (self.search(scope, context, say), None);
            }
            Message::Found(asked, Ok(hits)) if asked == self.text && self.chosen.is_none() => {
                self.list.is_open = !hits.is_empty();
                self.hits = hits;
            }
            Message::Found(..) => {}
            Message::List(suggest::Message::Move(_)) if !self.list.is_open => self.unfold(),
            Message::List(suggest::Message::Move(by)) => self.list.step(by, self.hits.len()),
            Message::List(suggest::Message::Take(at)) => chosen = self.take(at),
            Message::List(suggest::Message::Close) => self.list.is_open = false,
        }
        (Command::none(), chosen)
    }

    /// Shows what is near at hand, or once more what was found.
    fn unfold(&mut self) {
        if self.text.trim().is_empty() || self.chosen.is_some() {
            self.hits.clone_from(&self.near);
        }
        self.list = List {
            is_open: !self.hits.is_empty(),
            at: 0,
        };
    }

    fn search<Outer: Send + 'static>(
        &self,
        scope: Scope,
        context: &Context,
        say: fn(Message) -> Outer,
    ) -> Command<Outer> {
        let asked = self.text.clone();
        if asked.trim().is_empty() {
            return Command::none();
        }
        let text = asked.clone();
        let found = context.worker.read(move |reader| {
            let hits = reader.search(&text, HITS)?.hits.into_iter();
            let hits = hits.map(|hit| hit.listing);
            Ok(hits.filter(|one| scope.holds(one)).take(MOST).collect())
        });
        Command::perform(found, move |found| {
            say(Message::Found(asked.clone(), found))
        })
    }

    /// Takes a line of the list; says which card it is where it was not chosen before.
    fn take(&mut self, at: usize) -> Option<Id<Client>> {
        self.list.is_open = false;
        let hit = self.hits.get(at)?;
        self.text = hit.client.title();
        let before = self.chosen.replace(hit.client.id);
        self.chosen.filter(|_| self.chosen != before)
    }

    /// Takes the marked line of an unfolded list: who goes on without a word means that one. Says
    /// which card was chosen by that.
    pub fn settle(&mut self) -> Option<Id<Client>> {
        let is_open = self.list.is_open && self.chosen.is_none();
        is_open.then(|| self.take(self.list.at)).flatten()
    }

    /// The same, only where the name of the marked card begins as it is typed: another name stands
    /// for itself.
    pub fn settle_by_name(&mut self) -> Option<Id<Client>> {
        let typed = fold(&self.text);
        let marked = self.hits.get(self.list.at);
        let is_meant = marked.is_some_and(|hit| fold(&hit.client.title()).starts_with(&typed));
        if is_meant {
            return self.settle();
        }
        self.list.is_open = false;
        None
    }

    /// The field; Enter on a folded list says `on_submit`.
    pub fn view<'a, Outer: Clone + 'a>(
        &'a self,
        shown: Shown,
        on_submit: Outer,
        say: fn(Message) -> Outer,
        context: &Context,
    ) -> Element<'a, Outer> {
        let Shown { id, label, error } = shown;
        let locale = &context.locale;
        let icon = match self.chosen {
            Some(_) => Icon::Check,
            None => Icon::Search,
        };
        let field = field::field(label, &self.text)
            .id(id)
            .icon(icon)
            .placeholder(locale.text("biography-pick-placeholder"))
            .on_input(move |text| say(Message::Typed(text)))
            .on_submit(on_submit)
            .error(error);
        let offers = self.hits.iter().map(|hit| offer(hit, context));
        suggest::view(field, self.list, offers.collect(), move |message| {
            say(Message::List(message))
        })
    }
}

fn offer(hit: &Listing, context: &Context) -> Offer {
    let client = &hit.client;
    let (icon, parts) = match client.kind {
        Kind::Organization => (Icon::Building, [hit.city.as_str(), client.inn.as_str()]),
        Kind::Person => (
            Icon::User,
            [client.position.as_str(), hit.employer.as_str()],
        ),
    };
    let known: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Offer {
        label: words::title(&context.locale, client),
        hint: known.join(" · "),
        icon: Some(icon),
    }
}

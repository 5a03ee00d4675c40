//! A link being typed: what the other card is, which card, a word on it.

use iced::Task as Command;
use iced::widget::row;

use super::super::entries::{editor, side_by_side};
use super::super::{Message as Outer, Sheet};
use super::{named, say, say_pick};
use crate::domain::client::Kind;
use crate::domain::link::{LinkKind, Relation};
use crate::domain::{Client, Id, Link, OwnLinkKind};
use crate::ui::screen::pick::{self, Pick, Scope, Shown};
use crate::ui::screen::{Context, words};
use crate::ui::style::{Tone, spacing};
use crate::ui::widget::{Element, choice, field, note, text};
use crate::workspace::Linked;

/// The names by which the fields are focused.
const CARD: &str = "link card";
const NOTE: &str = "link note";

/// What the other card is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Chosen {
    /// A relation there is.
    Known(Relation),
    /// One that the office names now.
    New,
}

/// What is typed but the card.
#[derive(Debug, Clone, PartialEq)]
struct Draft {
    chosen: Chosen,
    name: String,
    reverse: String,
    note: String,
    is_supplied: bool,
}

/// A link being typed.
#[derive(Debug)]
pub struct Editor {
    known: Option<Linked>,
    start: Draft,
    draft: Draft,
    pick: Pick,
    /// Saving was tried: what is missing is said now.
    is_checked: bool,
    /// The two are linked so already.
    is_double: bool,
}

/// What happened in the editor.
#[derive(Debug, Clone)]
pub enum Message {
    /// What the other card is was chosen; `None` for a kind that is named now.
    Relation(Option<Relation>),
    /// What the other card is was typed.
    Name(String),
    /// What this card is to the other was typed.
    Reverse(String),
    /// The other card is being chosen.
    Pick(pick::Message),
    /// A word on it was typed.
    Note(String),
    /// Whether we supply the competitor was ticked.
    Supplied(bool),
}

impl Editor {
    /// A new link of a card of that register.
    pub fn new(kind: Kind) -> Self {
        let first = match kind {
            Kind::Organization => LinkKind::Competes,
            Kind::Person => LinkKind::WorksWith,
        };
        let relation = Relation {
            kind: first,
            is_reverse: false,
        };
        Self::with(relation, String::new(), false, None)
    }

    /// A link that stands on the card `this`.
    pub fn of(linked: &Linked, this: Id<Client>) -> Self {
        let link = &linked.link;
        let known = Some(linked.clone());
        Self::with(
            link.relation(this),
            link.note.clone(),
            link.is_supplied,
            known,
        )
    }

    fn with(relation: Relation, note: String, is_supplied: bool, known: Option<Linked>) -> Self {
        let draft = Draft {
            chosen: Chosen::Known(relation),
            name: String::new(),
            reverse: String::new(),
            note,
            is_supplied,
        };
        Self {
            known,
            start: draft.clone(),
            draft,
            pick: Pick::default(),
            is_checked: false,
            is_double: false,
        }
    }

    /// Which link is being changed; `None` for a new one.
    pub fn known(&self) -> Option<Id<Link>> {
        self.known.as_ref().map(|linked| linked.link.id)
    }

    /// Whether something was typed.
    pub fn is_dirty(&self) -> bool {
        self.draft != self.start || !self.pick.text().is_empty()
    }

    /// The name of the field that has the focus in the beginning.
    pub fn first(&self) -> &'static str {
        match self.known {
            None => CARD,
            Some(_) => NOTE,
        }
    }

    /// What follows from a message.
    pub fn update(
        &mut self,
        message: Message,
        client: &Client,
        context: &Context,
    ) -> Command<Outer> {
        self.is_double = false;
        match message {
            Message::Relation(Some(relation)) => self.draft.chosen = Chosen::Known(relation),
            Message::Relation(None) => self.draft.chosen = Chosen::New,
            Message::Name(text) => self.draft.name = text,
            Message::Reverse(text) => self.draft.reverse = text,
            Message::Note(text) => self.draft.note = text,
            Message::Supplied(is_on) => self.draft.is_supplied = is_on,
            Message::Pick(message) => {
                let scope = self.scope(client);
                return self.pick.update(message, scope, context, say_pick).0;
            }
        }
        Command::none()
    }

    fn scope(&self, client: &Client) -> Scope {
        let chosen = self.draft.chosen;
        Scope::of(client.id, |other| match chosen {
            Chosen::Known(relation) => relation.joins(client.kind, other),
            Chosen::New => true,
        })
    }

    /// The link to be saved, with its kind where that is new; `None` while something is missing.
    pub fn finished(&mut self, sheet: &Sheet) -> Option<(Link, Option<OwnLinkKind>)> {
        self.is_checked = true;
        self.pick.settle();
        let this = sheet.card().client.id;
        let known = self.known.as_ref().map(|linked| linked.link.other(this));
        let other = known.or(self.pick.chosen())?;
        let own = match self.draft.chosen {
            Chosen::Known(_) => None,
            Chosen::New => Some(self.own_kind()?),
        };
        let relation = match (self.draft.chosen, &own) {
            (Chosen::Known(relation), _) => relation,
            (Chosen::New, own) => Relation {
                kind: LinkKind::Own(own.as_ref()?.id),
                is_reverse: false,
            },
        };
        let mut link = relation.link(this, other);
        if let Some(linked) = &self.known {
            (link.id, link.version) = (linked.link.id, linked.link.version);
            if relation == linked.link.relation(this) {
                // What is mutual stays as it was put.
                (link.from, link.to) = (linked.link.from, linked.link.to);
            }
        }
        self.draft.note.trim().clone_into(&mut link.note);
        link.is_supplied = self.draft.is_supplied && link.kind == LinkKind::Competes;
        let mut others = sheet.facts.links.iter().map(|linked| &linked.link);
        self.is_double = others.any(|known| known.id != link.id && known.says_as(&link));
        (!self.is_double).then_some((link, own))
    }

    /// The new kind; what has no name from the other end is called the same from both.
    fn own_kind(&self) -> Option<OwnLinkKind> {
        let (name, reverse) = (self.draft.name.trim(), self.draft.reverse.trim());
        let reverse = if reverse.is_empty() { name } else { reverse };
        (!name.is_empty()).then(|| OwnLinkKind::new(name, reverse))
    }

    /// The fields.
    pub fn view<'a>(&'a self, sheet: &'a Sheet, context: &'a Context) -> Element<'a, Outer> {
        let locale = &context.locale;
        let typed = |message| say(super::Message::Typed(message));
        let save = say(super::Message::Save);
        let word = field::field(locale.text("links-note"), &self.draft.note)
            .id(NOTE)
            .on_input(move |text| typed(Message::Note(text)))
            .on_submit(save.clone());
        let lines = [
            Some(self.relations(sheet, context)),
            (self.draft.chosen == Chosen::New).then(|| self.names(context)),
            Some(self.card(context)),
            self.supplied(sheet, context),
            Some(word.into()),
            (self.is_double && self.known.is_some())
                .then(|| note::under(locale.text("links-double"), Tone::Busy)),
        ];
        let lines = lines.into_iter().flatten();
        editor(lines, save, say(super::Message::Close), context)
    }

    fn relations<'a>(&'a self, sheet: &'a Sheet, context: &Context) -> Element<'a, Outer> {
        let locale = &context.locale;
        let kinds = &context.catalog.link_kinds;
        let this = sheet.card().client.kind;
        let other = self.known.as_ref().map(|linked| linked.other.client.kind);
        let fits = |relation: &Relation| other.is_none_or(|other| relation.joins(this, other));
        let known = Relation::all(this, kinds).into_iter().filter(fits);
        let known = known.map(|one| (Chosen::Known(one), named(one, context)));
        let new = [(Chosen::New, locale.text("links-new-kind"))];
        let list = choice::one_of(known.chain(new), self.draft.chosen, |chosen| {
            let relation = match chosen {
                Chosen::Known(relation) => Some(relation),
                Chosen::New => None,
            };
            say(super::Message::Typed(Message::Relation(relation)))
        });
        field::labelled(locale.text("links-relation"), list)
    }

    fn names<'a>(&'a self, context: &Context) -> Element<'a, Outer> {
        let locale = &context.locale;
        let typed = |message| say(super::Message::Typed(message));
        let is_missing = self.is_checked && self.draft.name.trim().is_empty();
        let name = field::field(locale.text("links-kind-name"), &self.draft.name)
            .placeholder(locale.text("links-kind-name-placeholder"))
            .on_input(move |text| typed(Message::Name(text)))
            .on_submit(say(super::Message::Save))
            .error(is_missing.then(|| locale.text("links-kind-missing")));
        let reverse = field::field(locale.text("links-kind-reverse"), &self.draft.reverse)
            .placeholder(locale.text("links-kind-reverse-placeholder"))
            .on_input(move |text| typed(Message::Reverse(text)))
            .on_submit(say(super::Message::Save));
        side_by_side([(name, 1), (reverse, 1)])
    }

    fn card<'a>(&'a self, context: &Context) -> Element<'a, Outer> {
        let locale = &context.locale;
        let label = locale.text("links-card");
        if let Some(linked) = &self.known {
            let client = &linked.other.client;
            let face = row![
                words::face(client, super::FACE),
                text::strong(words::title(locale, client))
            ];
            return field::labelled(label, face.spacing(spacing::S).align_y(iced::Center));
        }
        let is_missing = self.is_checked && self.pick.chosen().is_none();
        let error = match (is_missing, self.is_double) {
            (true, _) => Some(locale.text("biography-pick-missing")),
            (false, true) => Some(locale.text("links-double")),
            _ => None,
        };
        let save = say(super::Message::Save);
        self.pick.view(
            Shown {
                id: CARD,
                label,
                error,
            },
            save,
            say_pick,
            context,
        )
    }

    /// Of a competitor: whether we supply it too, named from either end.
    fn supplied<'a>(&'a self, sheet: &Sheet, context: &Context) -> Option<Element<'a, Outer>> {
        let Chosen::Known(relation) = self.draft.chosen else {
            return None;
        };
        let this = sheet.card().client.id;
        let is_first = self
            .known
            .as_ref()
            .is_none_or(|known| known.link.from == this);
        (relation.kind == LinkKind::Competes).then(|| {
            let label = context.locale.text(match is_first {
                true => "links-supplied-long",
                false => "links-supplied-here-long",
            });
            let is_on = self.draft.is_supplied;
            let turned = say(super::Message::Typed(Message::Supplied(!is_on)));
            row![choice::chip(label, is_on, turned)].into()
        })
    }
}

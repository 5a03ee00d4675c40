//! A link of influence being typed: who, what, whom.

use iced::Task as Command;
use iced::widget::{column, row};
use iced::{Fill, Top};

use super::super::Message as Outer;
use super::super::entries::editor;
use super::super::links::named;
use super::{say, say_first, say_second};
use crate::domain::client::Kind;
use crate::domain::link::{LinkKind, Relation};
use crate::domain::{Client, Id, Link};
use crate::i18n::Locale;
use crate::ui::screen::pick::{self, Pick, Scope, Shown};
use crate::ui::screen::{Context, words};
use crate::ui::style::{Tone, spacing};
use crate::ui::widget::{Element, choice, field, note};

/// The names by which the fields are focused.
const FIRST: &str = "influence first";
const SECOND: &str = "influence second";

/// A link being typed.
#[derive(Debug)]
pub struct Editor {
    first: Pick,
    kind: LinkKind,
    second: Pick,
    is_checked: bool,
    is_double: bool,
}

/// What happened in the editor.
#[derive(Debug, Clone)]
pub enum Message {
    /// The first person is being chosen.
    First(pick::Message),
    /// What the first is to the second was chosen.
    Kind(LinkKind),
    /// The second person is being chosen.
    Second(pick::Message),
}

impl Editor {
    /// A new link, from that person where one is chosen.
    pub fn new(first: Option<&Client>, locale: &Locale) -> Self {
        let title = first.map(|client| words::title(locale, client));
        Self {
            first: Pick::of(first.map(|client| client.id), title.unwrap_or_default()),
            kind: LinkKind::ReportsTo,
            second: Pick::default(),
            is_checked: false,
            is_double: false,
        }
    }

    /// The name of the field that has the focus in the beginning.
    pub fn first(&self) -> &'static str {
        match self.first.chosen() {
            None => FIRST,
            Some(_) => SECOND,
        }
    }

    /// Whether something was typed.
    pub fn is_dirty(&self) -> bool {
        !self.second.text().is_empty()
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message, context: &Context) -> Command<Outer> {
        self.is_double = false;
        let nobody = Id::from(0);
        let scope = |but: &Pick| {
            let but = but.chosen().unwrap_or(nobody);
            Scope::of(but, |kind| kind == Kind::Person)
        };
        match message {
            Message::First(message) => {
                let scope = scope(&self.second);
                self.first.update(message, scope, context, say_first).0
            }
            Message::Second(message) => {
                let scope = scope(&self.first);
                self.second.update(message, scope, context, say_second).0
            }
            Message::Kind(kind) => {
                self.kind = kind;
                Command::none()
            }
        }
    }

    /// The link to be saved; `None` while something is missing, or it is there already.
    pub fn finished(&mut self, links: &[Link]) -> Option<Link> {
        self.is_checked = true;
        self.first.settle();
        self.second.settle();
        let link = Link::new(self.first.chosen()?, self.kind, self.second.chosen()?);
        self.is_double = link.from == link.to || links.iter().any(|known| known.says_as(&link));
        (!self.is_double).then_some(link)
    }

    /// The fields.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Outer> {
        let locale = &context.locale;
        let error = |pick: &Pick| {
            let is_missing = self.is_checked && pick.chosen().is_none();
            is_missing.then(|| locale.text("biography-pick-missing"))
        };
        let save = || say(super::Message::Save);
        let who = locale.text("influence-who");
        let (missing, whom) = (error(&self.first), locale.text("influence-whom"));
        let first = self.first.view(
            Shown {
                id: FIRST,
                label: who,
                error: missing,
            },
            save(),
            say_first,
            context,
        );
        let missing = error(&self.second);
        let second = self.second.view(
            Shown {
                id: SECOND,
                label: whom,
                error: missing,
            },
            save(),
            say_second,
            context,
        );
        let kinds = LinkKind::ALL.into_iter().filter(|kind| kind.is_influence());
        let kinds = kinds.map(|kind| {
            let relation = Relation {
                kind,
                is_reverse: false,
            };
            (kind, named(relation, context))
        });
        let kind = choice::one_of(kinds, self.kind, |kind| {
            say(super::Message::Typed(Message::Kind(kind)))
        });
        let kind = field::labelled(locale.text("influence-does"), kind);
        let line = row![
            column![first].width(Fill),
            column![kind].width(Fill),
            column![second].width(Fill)
        ];
        let line = line.spacing(spacing::M).align_y(Top).into();
        let double = self
            .is_double
            .then(|| note::under(locale.text("links-double"), Tone::Busy));
        let lines = [Some(line), double];
        editor(
            lines.into_iter().flatten(),
            save(),
            say(super::Message::Close),
            context,
        )
    }
}

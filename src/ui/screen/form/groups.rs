//! The groups a client is in: chips, and a field that finds another or makes it.

use iced::widget::{Row, column};

use super::employer::is_same_name;
use super::suggest::{self, List, MOST, Offer};
use super::typed::Typed;
use crate::domain::text::fold;
use crate::domain::{Group, Id};
use crate::ui::screen::Context;
use crate::ui::style::{Tone, spacing};
use crate::ui::widget::{Element, Icon, badge, button, field};

/// The name by which the field is focused.
pub const FIELD: &str = "groups";

/// The groups there are, and the field.
#[derive(Debug, Clone, Default)]
pub struct Groups {
    known: Vec<Group>,
    text: String,
    list: List,
}

/// What happened in the field.
#[derive(Debug, Clone)]
pub enum Message {
    /// Something was typed.
    Typed(String),
    /// All groups are to be shown, or the list is to fold.
    Unfold,
    /// The client is to leave a group.
    Leave(Id<Group>),
    /// Something happened to the list.
    List(suggest::Message),
}

/// What a line of the list does.
enum Offered<'a> {
    Known(&'a Group),
    New(&'a str),
}

impl Groups {
    /// Takes over the groups there are.
    pub fn set_known(&mut self, known: Vec<Group>) {
        self.known = known;
    }

    /// Whether the list is unfolded.
    pub fn is_open(&self) -> bool {
        self.list.is_open
    }

    /// The name of a group, made or to be made.
    pub fn name<'a>(&'a self, id: Id<Group>, typed: &'a Typed) -> Option<&'a str> {
        let mut all = self.known.iter().chain(&typed.new_groups);
        all.find(|group| group.id == id).map(|group| &*group.name)
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message, typed: &mut Typed) {
        match message {
            Message::Typed(text) => {
                self.text = text;
                self.list = List {
                    is_open: !self.text.trim().is_empty(),
                    at: 0,
                };
            }
            Message::Unfold => {
                self.list = List {
                    is_open: !self.list.is_open,
                    at: 0,
                };
            }
            Message::Leave(group) => {
                typed.card.memberships.retain(|known| known.group != group);
                typed.new_groups.retain(|known| known.id != group);
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
        let group = match self.offered(typed).into_iter().nth(at) {
            Some(Offered::Known(group)) => group.clone(),
            Some(Offered::New(name)) => {
                let group = Group::new(typed.card.client.kind, name);
                typed.new_groups.push(group.clone());
                group
            }
            None => return,
        };
        typed.card.join(group.id);
        self.text.clear();
        self.list.is_open = false;
    }

    /// Groups the client is not in yet whose name holds what is typed, and a new one of that name.
    fn offered<'a>(&'a self, typed: &'a Typed) -> Vec<Offered<'a>> {
        let wanted = fold(&self.text);
        let is_in = |group: &Group| {
            let memberships = &typed.card.memberships;
            memberships.iter().any(|known| known.group == group.id)
        };
        let known = self.known.iter();
        let known = known.filter(|group| !is_in(group) && fold(&group.name).contains(&wanted));
        let mut offered: Vec<_> = known.take(MOST - 1).map(Offered::Known).collect();
        let name = self.text.trim();
        let mut all = self.known.iter().chain(&typed.new_groups);
        if !name.is_empty() && !all.any(|group| is_same_name(&group.name, name)) {
            offered.push(Offered::New(name));
        }
        offered
    }

    /// The chips and the field.
    pub fn view<'a>(&'a self, typed: &'a Typed, context: &Context) -> Element<'a, super::Message> {
        let locale = &context.locale;
        let unfold = button::tool(Icon::ChevronDown, locale.text("form-groups-all"))
            .compact()
            .on_press(super::Message::Groups(Message::Unfold));
        let field = field::field(locale.text("card-groups"), &self.text)
            .id(FIELD)
            .icon(Icon::Folder)
            .placeholder(locale.text("form-groups-placeholder"))
            .trailing(unfold)
            .on_input(|text| super::Message::Groups(Message::Typed(text)))
            .on_submit(super::Message::Save);
        let offers = self
            .offered(typed)
            .into_iter()
            .map(|offered| match offered {
                Offered::Known(group) => Offer {
                    icon: Some(Icon::Folder),
                    ..Offer::plain(&group.name)
                },
                Offered::New(name) => {
                    Offer::new(locale.with("form-groups-create", &[("name", name.into())]))
                }
            });
        let field = suggest::view(field, self.list, offers.collect(), |message| {
            super::Message::Groups(Message::List(message))
        });
        column![field, self.chips(typed)].spacing(spacing::S).into()
    }

    fn chips<'a>(&self, typed: &'a Typed) -> Option<Element<'a, super::Message>> {
        let chips = typed.card.memberships.iter().filter_map(|membership| {
            let name: String = self
                .name(membership.group, typed)?
                .chars()
                .take(48)
                .collect();
            let leave = super::Message::Groups(Message::Leave(membership.group));
            Some(badge::chip(name, Tone::Neutral, None, Some(leave)))
        });
        let chips: Vec<_> = chips.collect();
        (!chips.is_empty()).then(|| {
            Row::from_vec(chips)
                .spacing(spacing::S)
                .wrap()
                .vertical_spacing(spacing::XS)
                .into()
        })
    }
}

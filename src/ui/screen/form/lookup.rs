//! What is offered under a slot while one types: entries of its dictionary, or cards.

use iced::Task as Command;
use iced::widget::{Row, column, container};

use super::slot::Slot;
use super::suggest::{self, List, MOST, Offer};
use super::today;
use super::typed::{Problem, Typed};
use crate::domain::custom_field::{Content, Shape};
use crate::domain::listing::Listing;
use crate::domain::text::fold;
use crate::domain::{Catalog, CustomField, Id, Term};
use crate::error::Result;
use crate::ui::screen::{Context, words};
use crate::ui::style::{height, spacing};
use crate::ui::widget::field::{self, Field};
use crate::ui::widget::{Element, Icon, button, choice};

/// The most entries that are offered of a whole dictionary.
const ALL: usize = 14;

/// The list under one of the slots.
#[derive(Debug, Clone, Default)]
pub struct Lookup {
    slot: Option<Slot>,
    list: List,
    hits: Vec<Listing>,
    /// Whether the whole dictionary is shown, whatever is typed.
    is_all: bool,
}

/// What happened in a slot.
#[derive(Debug, Clone)]
pub enum Message {
    /// Something was typed.
    Typed(String),
    /// The whole dictionary is to be shown, or the list is to fold.
    Unfold,
    /// What was found for the text that was asked.
    Found(String, Result<Vec<Listing>>),
    /// Something happened to the list.
    List(suggest::Message),
    /// An entry of a list of several is to leave.
    Dropped(Id<Term>),
    /// Yes, no, or neither.
    YesNo(Option<bool>),
}

/// What a line of the list does.
enum Offered<'a> {
    Term(&'a Term),
    Card(&'a Listing),
    New,
}

impl Lookup {
    /// Whether the list is unfolded.
    pub fn is_open(&self) -> bool {
        self.list.is_open
    }

    /// What follows from a message about a slot.
    pub fn update(
        &mut self,
        (slot, message): (Slot, Message),
        typed: &mut Typed,
        context: &Context,
    ) -> Command<Message> {
        let catalog = &*context.catalog;
        match message {
            Message::Typed(text) => return self.typed(slot, text, typed, context),
            Message::Unfold => {
                let is_open = self.slot == Some(slot) && self.list.is_open;
                *self = Self::at(slot);
                self.is_all = true;
                self.list.is_open = !is_open;
            }
            Message::Found(asked, Ok(hits))
                if self.slot == Some(slot) && asked == typed.slot(slot) =>
            {
                self.list.is_open = typed.is_unread(slot, catalog) && !hits.is_empty();
                self.hits = hits;
            }
            Message::Found(..) => {}
            Message::List(suggest::Message::Move(by)) => {
                let count = self.offered(slot, typed, catalog).len();
                self.list.step(by, count);
            }
            Message::List(suggest::Message::Take(at)) => self.take(at, typed, context),
            Message::List(suggest::Message::Close) => self.list.is_open = false,
            Message::Dropped(term) => {
                if let Slot::Custom(field) = slot {
                    typed.toggle_tag(field, term);
                }
            }
            Message::YesNo(answer) => typed.set_content(slot, answer.map(Content::YesNo)),
        }
        Command::none()
    }

    fn at(slot: Slot) -> Self {
        Self {
            slot: Some(slot),
            ..Self::default()
        }
    }

    fn typed(
        &mut self,
        slot: Slot,
        text: String,
        typed: &mut Typed,
        context: &Context,
    ) -> Command<Message> {
        let catalog = &*context.catalog;
        *self = Self::at(slot);
        let asked = text.clone();
        let is_blank = text.trim().is_empty();
        typed.type_into(slot, text, catalog, today());
        match slot.shape(catalog) {
            Shape::List | Shape::MultiList => {
                let offered = self.offered(slot, typed, catalog);
                let is_known = offered.iter().any(|one| matches!(one, Offered::Term(_)));
                // Of one entry it is told under the field that it is new: that needs no list.
                let is_several = slot.shape(catalog) == Shape::MultiList;
                self.list.is_open = !is_blank && (is_known || is_several);
                Command::none()
            }
            Shape::Link if !is_blank => {
                let own = typed.card.client.id;
                let text = asked.clone();
                let found = context.worker.read(move |reader| {
                    let hits = reader.search(&text, MOST + 1)?.hits.into_iter();
                    let others = hits.map(|hit| hit.listing);
                    let others = others.filter(|listing| listing.client.id != own);
                    Ok(others.take(MOST).collect())
                });
                Command::perform(found, move |found| Message::Found(asked.clone(), found))
            }
            _ => Command::none(),
        }
    }

    /// Takes the marked line.
    pub fn take_marked(&mut self, typed: &mut Typed, context: &Context) {
        self.take(self.list.at, typed, context);
    }

    fn take(&mut self, at: usize, typed: &mut Typed, context: &Context) {
        let Some(slot) = self.slot else { return };
        let catalog = &*context.catalog;
        let taken = match self.offered(slot, typed, catalog).into_iter().nth(at) {
            Some(Offered::Term(term)) => term.name.clone(),
            Some(Offered::Card(card)) => {
                let (id, title) = (card.client.id, words::title(&context.locale, &card.client));
                typed.set_content(slot, Some(Content::Link(id)));
                typed.slots.insert(slot, title);
                self.list.is_open = false;
                return;
            }
            Some(Offered::New) => typed.slot(slot).to_owned(),
            None => return,
        };
        self.list.is_open = false;
        typed.type_into(slot, taken, catalog, today());
        if let (Slot::Custom(field), Shape::MultiList) = (slot, slot.shape(catalog)) {
            typed.take_tag(field, catalog);
        }
    }

    /// The lines of the list, in their order.
    fn offered<'a>(&'a self, slot: Slot, typed: &Typed, catalog: &'a Catalog) -> Vec<Offered<'a>> {
        if slot.shape(catalog) == Shape::Link {
            return self.hits.iter().map(Offered::Card).collect();
        }
        let wanted = fold(typed.slot(slot));
        let tags = match slot {
            Slot::Custom(field) => typed.tags(field),
            _ => Vec::new(),
        };
        let terms = slot.terms(catalog);
        let is_known = terms.iter().any(|term| fold(&term.name) == wanted);
        let is_wanted = |term: &&Term| {
            let is_like = self.is_all || fold(&term.name).contains(&wanted);
            is_like && !tags.contains(&term.id)
        };
        let most = if self.is_all { ALL } else { MOST - 1 };
        let known = terms.into_iter().filter(is_wanted).take(most);
        let mut offered: Vec<_> = known.map(Offered::Term).collect();
        if !self.is_all && !wanted.is_empty() && !is_known {
            offered.push(Offered::New);
        }
        offered
    }

    fn offers(&self, slot: Slot, typed: &Typed, context: &Context) -> Vec<Offer> {
        let locale = &context.locale;
        let offered = self.offered(slot, typed, &context.catalog).into_iter();
        let offers = offered.map(|offered| match offered {
            Offered::Term(term) => Offer::plain(&term.name),
            Offered::Card(card) => Offer::card(card, locale),
            Offered::New => {
                let name = typed.slot(slot).trim();
                Offer::new(locale.with("form-term-create", &[("name", name.into())]))
            }
        });
        offers.collect()
    }

    /// The field of a slot.
    pub fn view<'a>(
        &self,
        (slot, label): (Slot, String),
        typed: &'a Typed,
        problems: &[Problem],
        context: &Context,
    ) -> Element<'a, super::Message> {
        let catalog = &*context.catalog;
        if slot.shape(catalog) == Shape::YesNo {
            return field::labelled(label, yes_no(slot, typed, context));
        }
        let field = field::field(label, typed.slot(slot))
            .id(slot.name())
            .on_input(move |text| super::Message::Slot(slot, Message::Typed(text)))
            .on_submit(super::Message::Save);
        let field = explained(field, slot, typed, problems, context);
        match (slot.shape(catalog), slot) {
            (Shape::List, _) => self.list(slot, field, typed, context),
            (Shape::MultiList, Slot::Custom(custom)) => {
                let chips = chips(slot, custom, typed, context);
                let field = self.list(slot, field, typed, context);
                column![field, chips].spacing(spacing::S).into()
            }
            (Shape::Link, _) => {
                let field = field
                    .icon(Icon::Search)
                    .placeholder(context.locale.text("form-card-placeholder"));
                self.suggested(slot, field, typed, context)
            }
            _ => field.into(),
        }
    }

    fn list<'a>(
        &self,
        slot: Slot,
        field: Field<'a, super::Message>,
        typed: &Typed,
        context: &Context,
    ) -> Element<'a, super::Message> {
        let locale = &context.locale;
        let unfold = button::tool(Icon::ChevronDown, locale.text("form-terms-all"))
            .compact()
            .on_press(super::Message::Slot(slot, Message::Unfold));
        let field = field
            .trailing(unfold)
            .placeholder(locale.text("form-term-placeholder"));
        self.suggested(slot, field, typed, context)
    }

    fn suggested<'a>(
        &self,
        slot: Slot,
        field: Field<'a, super::Message>,
        typed: &Typed,
        context: &Context,
    ) -> Element<'a, super::Message> {
        let is_here = self.slot == Some(slot);
        let (list, offers) = match is_here {
            true => (self.list, self.offers(slot, typed, context)),
            false => (List::default(), Vec::new()),
        };
        suggest::view(field, list, offers, move |message| {
            super::Message::Slot(slot, Message::List(message))
        })
    }
}

/// The field, with what is wrong with it, or what was read, under it.
fn explained<'a>(
    field: Field<'a, super::Message>,
    slot: Slot,
    typed: &Typed,
    problems: &[Problem],
    context: &Context,
) -> Field<'a, super::Message> {
    let (locale, catalog) = (&context.locale, &*context.catalog);
    let shape = slot.shape(catalog);
    if problems.contains(&Problem::Slot(slot)) {
        let key = match shape {
            Shape::Date => "form-error-date",
            Shape::Number => "form-error-number",
            Shape::Money => "form-error-money",
            _ => "form-error-card",
        };
        return field.error(Some(locale.text(key)));
    }
    if typed.is_new_term(slot) {
        return field.hint(locale.text("form-term-new"));
    }
    let placeholder = match shape {
        Shape::Date => locale.date(today()),
        _ => String::new(),
    };
    let field = field.placeholder(placeholder);
    // What was read is told where it is written otherwise.
    let is_read = matches!(shape, Shape::Date | Shape::Number | Shape::Money);
    let said = typed.content(slot).filter(|_| is_read);
    let names = super::slot::Names::new();
    let meant = said.map(|content| super::slot::written(&content, locale, catalog, &names));
    match meant.filter(|meant| *meant != typed.slot(slot).trim()) {
        Some(meant) => field.hint(locale.with("form-meant", &[("value", meant.into())])),
        None => field,
    }
}

fn yes_no<'a>(slot: Slot, typed: &Typed, context: &Context) -> Element<'a, super::Message> {
    let locale = &context.locale;
    let now = typed.content(slot);
    let chips = [(true, "form-yes"), (false, "form-no")].map(|(answer, key)| {
        let is_on = now == Some(Content::YesNo(answer));
        let next = Message::YesNo((!is_on).then_some(answer));
        choice::chip(locale.text(key), is_on, super::Message::Slot(slot, next))
    });
    let chips = Row::from_iter(chips).spacing(spacing::S);
    container(chips).center_y(height::CONTROL).into()
}

/// The entries a list of several holds; a press takes one off.
fn chips<'a>(
    slot: Slot,
    custom: Id<CustomField>,
    typed: &Typed,
    context: &Context,
) -> Option<Element<'a, super::Message>> {
    let tags = typed.tags(custom);
    let chips = tags.iter().map(|term| {
        let name = typed.term_name(*term, &context.catalog);
        let name: String = name.chars().take(48).collect();
        choice::chip(
            name,
            true,
            super::Message::Slot(slot, Message::Dropped(*term)),
        )
    });
    (!tags.is_empty()).then(|| {
        Row::from_iter(chips)
            .spacing(spacing::S)
            .wrap()
            .vertical_spacing(spacing::XS)
            .into()
    })
}

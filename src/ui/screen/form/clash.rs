//! Two people have changed the same field: both values are shown, and the user chooses.

use std::collections::HashMap;

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::{button as pressed, column, container, row, scrollable, text};
use iced::{Fill, Top};

use super::Sheet;
use super::save::SIDES;
use super::slot::{Names, written};
use crate::domain::custom_field::Content;
use crate::domain::merge::{Field, Side};
use crate::domain::{Card, CustomField, Id, Term};
use crate::i18n::Locale;
use crate::ui::screen::{Context, words};
use crate::ui::style::{self, control, spacing, surface};
use crate::ui::widget::keyed::keyed;
use crate::ui::widget::{Element, Icon, button, dialog, icon, text as words_of};

/// The width of the dialog, and the height of its list, in logical pixels.
const SIZE: (f32, f32) = (680.0, 420.0);

/// The fields that clash, and what was chosen so far.
#[derive(Debug)]
pub struct Clash {
    told: Vec<Told>,
    /// What was chosen; nothing is chosen before the user does.
    pub choices: HashMap<Field, Side>,
}

/// One field that clashes, in words.
#[derive(Debug, Clone)]
pub struct Told {
    field: Field,
    label: String,
    before: String,
    theirs: String,
    mine: String,
}

/// What happened in the dialog.
#[derive(Debug, Clone, Copy)]
pub enum Message {
    /// A value was chosen.
    Chosen(Field, Side),
}

impl Clash {
    /// These fields, none of them chosen but those in `choices`.
    pub fn new(told: Vec<Told>, choices: HashMap<Field, Side>) -> Self {
        Self { told, choices }
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) {
        let Message::Chosen(field, side) = message;
        self.choices.insert(field, side);
    }

    /// Whether every field has its value.
    pub fn is_settled(&self) -> bool {
        let mut fields = self.told.iter();
        fields.all(|told| self.choices.contains_key(&told.field))
    }

    /// The dialog.
    pub fn view<'a>(&'a self, locale: &Locale, is_saving: bool) -> Element<'a, super::Message> {
        let fields = self.told.iter().map(|told| self.choice(told, locale));
        let list = scrollable(column(fields).spacing(spacing::L)).style(control::scroll);
        let body = column![
            words_of::secondary(locale.text("form-clash-explained")),
            container(list).max_height(SIZE.1),
        ]
        .spacing(spacing::L);
        let can_save = self.is_settled() && !is_saving;
        let save = button::primary(locale.text("form-save"))
            .on_press_maybe(can_save.then_some(super::Message::Save));
        dialog::dialog(locale.text("form-clash-title"), body)
            .width(SIZE.0)
            .close(locale.text("form-stay"), super::Message::Stay)
            .button(
                button::secondary(locale.text("form-clash-back")).on_press(super::Message::Stay),
            )
            .button(save)
            .into()
    }

    fn choice<'a>(&self, told: &'a Told, locale: &Locale) -> Element<'a, super::Message> {
        let chosen = self.choices.get(&told.field).copied();
        let sides = SIDES.map(|side| {
            let (key, value) = match side {
                Side::Mine => ("form-clash-mine", &told.mine),
                Side::Theirs => ("form-clash-theirs", &told.theirs),
            };
            let message = super::Message::Clash(Message::Chosen(told.field, side));
            option(locale.text(key), value, chosen == Some(side), message)
        });
        let before = locale.with(
            "form-clash-before",
            &[("value", dashed(&told.before).into())],
        );
        column![
            words_of::strong(told.label.clone()),
            row(sides).spacing(spacing::M),
            words_of::hint(before),
        ]
        .spacing(spacing::XS + 2.0)
        .into()
    }
}

/// One of the two values; a click and Space choose it.
pub fn option<'a, Message: Clone + 'a>(
    whose: String,
    value: &'a str,
    is_chosen: bool,
    message: Message,
) -> Element<'a, Message> {
    let sign =
        is_chosen.then(|| icon(Icon::CircleCheck).style(surface::toned(style::Tone::Accent)));
    let value = words_of::body(dashed(value)).wrapping(text::Wrapping::WordOrGlyph);
    let told = column![words_of::hint(whose), value].width(Fill);
    let face = row![told, sign].spacing(spacing::S).align_y(Top);
    let face = pressed(face)
        .padding(spacing::S)
        .width(Fill)
        .style(style::button::choice(is_chosen))
        .on_press(message.clone());
    let framed = container(face).style(control::frame).width(Fill);
    keyed(framed, move |key| {
        (*key == Key::Named(Named::Space)).then(|| message.clone())
    })
}

fn dashed(value: &str) -> String {
    if value.is_empty() {
        "—".to_owned()
    } else {
        value.to_owned()
    }
}

/// The fields in words; the cards are those of before, of the colleague and of the user.
pub fn told(
    fields: &[Field],
    cards: [&Card; 3],
    names: &Names,
    sheet: &Sheet,
    context: &Context,
) -> Vec<Told> {
    let told = fields.iter().map(|field| {
        let [before, theirs, mine] = cards.map(|card| value(*field, card, names, (sheet, context)));
        let label = match field {
            Field::Group(id) => sheet.groups.name(*id, &sheet.typed).map(str::to_owned),
            Field::Value(id, term) => Some(value_label(*id, *term, sheet, context)),
            _ => None,
        };
        Told {
            field: *field,
            label: label.unwrap_or_else(|| self::label(*field, cards, &context.locale)),
            before,
            theirs,
            mine,
        }
    });
    told.collect()
}

fn label(field: Field, cards: [&Card; 3], locale: &Locale) -> String {
    let kind = cards[0].client.kind;
    let channel = |id| {
        let mut contacts = cards.iter().flat_map(|card| &card.contacts);
        contacts
            .find(|contact| contact.id == id)
            .map(|contact| contact.channel)
    };
    let purpose = |id| {
        let mut addresses = cards.iter().flat_map(|card| &card.addresses);
        addresses
            .find(|address| address.id == id)
            .map(|address| address.purpose)
    };
    let key = match field {
        Field::Text(field) => return locale.text_field(kind, field),
        Field::Contact(id) => match channel(id) {
            Some(channel) => return words::channel(locale, channel),
            None => "card-contact",
        },
        Field::Address(id) => match purpose(id) {
            Some(purpose) => return words::purpose(locale, kind, purpose),
            None => "card-address",
        },
        Field::Owner => "card-owner",
        Field::Roles => "card-roles",
        Field::Sex => "card-sex",
        Field::Birthday => "card-birthday",
        Field::Employer => "card-employer",
        Field::Since => "card-since",
        Field::Account(_) => "card-account",
        Field::Group(_) => "card-group",
        Field::Segment => "profile-segment",
        Field::Source => "profile-source",
        Field::Category => "profile-category",
        Field::Stage => "profile-stage",
        Field::RecommendedBy => "profile-recommended-by",
        Field::PreferredMedium => "profile-preferred-medium",
        Field::PoliticalRole => "profile-political-role",
        Field::Influence => "profile-influence",
        Field::NextStepOn => "profile-next-step-on",
        Field::CheckedOn => "profile-checked-on",
        Field::Value(..) => "profile-value",
    };
    locale.text(key)
}

fn value(field: Field, card: &Card, names: &Names, (sheet, context): (&Sheet, &Context)) -> String {
    let term =
        |id: Option<Id<Term>>| id.map(|id| sheet.typed.term_name(id, &context.catalog).to_owned());
    let locale = &context.locale;
    let client = &card.client;
    let known = match field {
        Field::Text(field) => Some(client.text(field).to_owned()),
        Field::Owner => Some(context.employee(client.owner)),
        Field::Roles => Some(words::roles(locale, client.roles)),
        Field::Sex => client.sex.map(|sex| words::sex(locale, sex)),
        Field::Birthday => client.birthday.map(|day| words::birthday(locale, day)),
        Field::Employer => client.employer.and_then(|id| names.get(&id).cloned()),
        Field::Since => client.since.map(|date| locale.date(date)),
        Field::RecommendedBy => client.recommended_by.and_then(|id| names.get(&id).cloned()),
        Field::Stage => client.stage.map(|stage| locale.stage(stage)),
        Field::PreferredMedium => client.preferred_medium.map(|medium| locale.medium(medium)),
        Field::PoliticalRole => client
            .political_role
            .map(|role| locale.political_role(role)),
        Field::Influence => client.influence.map(|degree| degree.to_string()),
        Field::NextStepOn => client.next_step_on.map(|date| locale.date(date)),
        Field::CheckedOn => client.checked_on.map(|date| locale.date(date)),
        Field::Segment => term(client.segment),
        Field::Source => term(client.source),
        Field::Category => term(client.category),
        Field::Value(id, tag) => said(id, tag, card, names, (sheet, context)),
        Field::Contact(id) => {
            let row = card.contacts.iter().find(|row| row.id == id);
            row.map(|row| main(row.value.clone(), row.is_main, locale))
        }
        Field::Address(id) => {
            let row = card.addresses.iter().find(|row| row.id == id);
            row.map(|row| main(row.line(), row.is_main, locale))
        }
        Field::Account(id) => {
            let row = card.accounts.iter().find(|row| row.id == id);
            row.map(|row| {
                let parts = [&row.number, &row.bank, &row.bik, &row.correspondent];
                let parts = parts.into_iter().filter(|part| !part.is_empty());
                let line = parts.cloned().collect::<Vec<_>>().join(", ");
                main(line, row.is_main, locale)
            })
        }
        Field::Group(id) => {
            let is_in = card.memberships.iter().any(|row| row.group == id);
            let key = if is_in {
                "form-in-group"
            } else {
                "form-not-in-group"
            };
            Some(locale.text(key))
        }
    };
    known.unwrap_or_default()
}

/// The name of a custom field, with the entry where it is a list of several.
fn value_label(
    field: Id<CustomField>,
    term: Option<Id<Term>>,
    sheet: &Sheet,
    context: &Context,
) -> String {
    let name = context.catalog.field(field).map(|field| field.name.clone());
    let name = name.unwrap_or_else(|| context.locale.text("profile-value"));
    match term {
        Some(term) => format!("{name}: {}", sheet.typed.term_name(term, &context.catalog)),
        None => name,
    }
}

/// What a card says in a custom field, or whether it says that entry of a list of several.
fn said(
    field: Id<CustomField>,
    tag: Option<Id<Term>>,
    card: &Card,
    names: &Names,
    (sheet, context): (&Sheet, &Context),
) -> Option<String> {
    let (locale, catalog) = (&context.locale, &*context.catalog);
    if let Some(tag) = tag {
        let has_tag = card.contents(field).any(|one| *one == Content::Tag(tag));
        let key = if has_tag { "form-yes" } else { "form-no" };
        return Some(locale.text(key));
    }
    card.contents(field).next().map(|content| match content {
        Content::Choice(term) => sheet.typed.term_name(*term, catalog).to_owned(),
        content => written(content, locale, catalog, names),
    })
}

/// Two rows may differ in nothing but which is the main one.
fn main(value: String, is_main: bool, locale: &Locale) -> String {
    match is_main {
        true => format!("{value} · {}", locale.text("card-main")),
        false => value,
    }
}

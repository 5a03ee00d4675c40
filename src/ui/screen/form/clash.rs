//! The fields of a card that two people have changed, in words.

use super::Sheet;
use super::slot::{Names, written};
use crate::domain::custom_field::Content;
use crate::domain::merge::Field;
use crate::domain::{Card, CustomField, Id, Term};
use crate::i18n::Locale;
use crate::ui::screen::clash::Told;
use crate::ui::screen::{Context, words};

/// The fields in words; the cards are those of before, of the colleague and of the user.
pub fn told(
    fields: &[Field],
    cards: [&Card; 3],
    names: &Names,
    sheet: &Sheet,
    context: &Context,
) -> Vec<Told<Field>> {
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

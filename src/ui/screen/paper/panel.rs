//! Which fields of the template are filled and which are empty, with a way to where they come from.

use chrono::NaiveDate;
use iced::widget::{column, row, space};
use iced::{Center, Fill};

use super::{CONTACT, Line, Message, NOTE, Sheet, TERMS};
use crate::documents::data::{Field, Origin};
use crate::domain::completeness::Item;
use crate::domain::paper::Wording;
use crate::domain::text::fold;
use crate::i18n::{Language, Locale};
use crate::template_engine::{self, Kind};
use crate::ui::screen::{Context, Page, Wish};
use crate::ui::style::{Tone, size, spacing, surface};
use crate::ui::widget::{Element, Icon, badge, button, ellipsis, icon, section, text};

/// The most empty fields that are named one by one.
const MOST: usize = 12;

/// Where something that is missing is put right.
#[derive(Debug, Clone)]
pub enum Place {
    /// In the field of the form of that name.
    Here(&'static str),
    /// Among what is sold.
    Goods,
    /// Among what is promised.
    Promises,
    /// On another page.
    There(Box<Wish>),
}

/// A name that a template uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// As all templates write it: capitals, ё, blanks and underscores make no difference.
    plain: String,
    /// Whether the template asks whether there is something.
    is_asked: bool,
    /// Whether it is a picture, which a template does without.
    is_picture: bool,
}

/// The names that a template uses.
pub fn names(fields: &[template_engine::Field]) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    for field in fields {
        let plain = plain(field.name());
        let is_asked = matches!(field.kind, Kind::Condition | Kind::Repeat | Kind::Qr);
        let is_picture = field.kind == Kind::Picture;
        match names.iter_mut().find(|one| one.plain == plain) {
            Some(known) => {
                known.is_asked |= is_asked;
                known.is_picture |= is_picture;
            }
            None => names.push(Name {
                plain,
                is_asked,
                is_picture,
            }),
        }
    }
    names
}

/// The fields that a template asks for: those that say something, and those it lacks.
fn asked<'a>(fields: &'a [Field], names: &[Name]) -> (Vec<&'a Field>, Vec<&'a Field>) {
    let asked = fields.iter().filter(|field| {
        let own = [plain(&field.name), plain(&field.russian)];
        let mut names = names.iter();
        let name = names.find(|name| own.contains(&name.plain));
        // What a paper may leave open it need not say; requisites are missed even where the
        // template would leave them out.
        name.is_some_and(|name| {
            let is_open = name.is_asked && field.origin == Origin::Paper;
            !field.value.is_empty() || !(name.is_picture || is_open)
        })
    });
    asked.partition(|field| !field.value.is_empty())
}

fn plain(name: &str) -> String {
    fold(name).replace([' ', '_'], "")
}

/// Where the value of a field can be put right.
fn place(field: &Field, sheet: &Sheet) -> Option<Place> {
    let (above, last) = field.name.split_once('.').unwrap_or(("", &field.name));
    let wish = match field.origin {
        Origin::Paper => return here(above, last),
        Origin::Client => {
            let client = sheet.client.chosen()?;
            match item(last) {
                Some(item) => Wish::Fill(client, item),
                None => Wish::Edit(client),
            }
        }
        Origin::Contact => {
            let person = sheet.contact.chosen().or(sheet.client.chosen())?;
            match item(last) {
                Some(item) => Wish::Fill(person, item),
                None => Wish::Edit(person),
            }
        }
        Origin::Company => Wish::ShowCompanies,
        Origin::Employee => Wish::Show(Page::Settings),
    };
    Some(Place::There(Box::new(wish)))
}

/// Where in the form a field of the paper is typed.
fn here(above: &str, last: &str) -> Option<Place> {
    let line = match (above, last) {
        ("client", "in_person") => Line::Phrase,
        ("client", "signatory.position") => Line::Position,
        ("client", "signatory.basis") => Line::Basis,
        ("client", _) => return Some(Place::Here(CONTACT)),
        ("", "city") => Line::City,
        ("", "subject") => Line::Subject,
        ("", "valid_until" | "pay_by") => Line::Due,
        ("", "number") => Line::Number,
        ("", "date") => Line::Date,
        ("", "sum" | "total") => Line::Amount,
        ("", "terms") => return Some(Place::Here(TERMS)),
        ("", "note") => return Some(Place::Here(NOTE)),
        ("", "items" | "rates") => return Some(Place::Goods),
        ("", "obligations") => return Some(Place::Promises),
        _ => return None,
    };
    Some(Place::Here(line.id()))
}

/// What is filled in on a card for a field of templates.
fn item(name: &str) -> Option<Item> {
    Some(match name {
        "full_name" => Item::FullName,
        "inn" => Item::Inn,
        "kpp" => Item::Kpp,
        "ogrn" => Item::Ogrn,
        "account" | "bank" | "bik" | "correspondent" => Item::Account,
        "phone" => Item::Phone,
        "email" => Item::Email,
        "site" => Item::Web,
        "position" => Item::Position,
        "birthday" => Item::Birthday,
        "surname" => Item::Surname,
        "first_name" => Item::FirstName,
        "patronymic" => Item::Patronymic,
        name if name.ends_with("address") => Item::Address,
        "postcode" | "region" | "city" | "street" => Item::Address,
        _ => return None,
    })
}

/// The tasks that saving the paper makes: what they are called, and their days.
pub fn tasks(sheet: &Sheet, locale: &Locale) -> Vec<(String, NaiveDate)> {
    let mut document = sheet.finished();
    let paper = &mut document.paper;
    if paper.number.is_empty() {
        paper.number.clone_from(&sheet.facts.next_number);
    }
    let paper = &document.paper;
    let words: &dyn Wording = locale;
    let title = match paper.kind {
        crate::domain::paper::PaperKind::Invoice => words.payment_task(paper),
        _ => words.renewal_task(paper),
    };
    let own = paper.awaited_on(0).filter(|_| paper.task.is_none());
    let promised = document.obligations.iter().filter_map(|one| {
        let due = one.due_on.filter(|_| one.task.is_none())?;
        let is_said = !one.text.is_empty() && paper.state.is_alive();
        is_said.then(|| (words.obligation_task(paper, one), due))
    });
    own.map(|day| (title, day))
        .into_iter()
        .chain(promised)
        .collect()
}

/// The panel; `names` are those that the chosen template uses, `None` while it is being read.
pub fn view<'a>(
    sheet: &'a Sheet,
    names: Option<&[Name]>,
    context: &Context,
) -> Element<'a, Message> {
    let locale = &context.locale;
    let both = names.map(|names| asked(&sheet.fields, names));
    let (filled, empty) = both.unwrap_or_default();
    let count = |key: &str, count: usize| locale.with(key, &[("count", count.into())]);
    let full = (!filled.is_empty())
        .then(|| badge::badge(count("paper-fields-filled", filled.len()), Tone::Free));
    let blank = (!empty.is_empty())
        .then(|| badge::badge(count("paper-fields-empty", empty.len()), Tone::Warning));
    let head = row![
        text::strong(locale.text("paper-fields")),
        space::horizontal(),
        full,
        blank
    ]
    .spacing(spacing::S)
    .align_y(Center);
    let more = empty.len().saturating_sub(MOST);
    let more = (more > 0).then(|| text::hint(count("paper-fields-more", more)));
    let lines = empty
        .iter()
        .take(MOST)
        .map(|field| missing(field, sheet, locale));
    let tasks = tasks(sheet, locale).into_iter().map(|(title, day)| {
        let told = [("task", title.into()), ("day", locale.date(day).into())];
        let told = locale.with("paper-makes-task", &told);
        text::secondary(told).size(size::SMALL).into()
    });
    let body = column![head]
        .extend(lines)
        .push(more)
        .extend(tasks)
        .spacing(spacing::S);
    section::card(body)
}

/// An empty field: its name, and where it comes from.
fn missing<'a>(field: &Field, sheet: &Sheet, locale: &Locale) -> Element<'a, Message> {
    let name = match locale.language() {
        Language::Russian => &field.russian,
        Language::English => &field.name,
    };
    let name = ellipsis(format!("{{{name}}}"))
        .size(size::SMALL)
        .style(surface::toned(Tone::Warning));
    let dot = icon::sized(Icon::CircleDot, size::HINT).style(surface::toned(Tone::Warning));
    let from = locale.text(match field.origin {
        Origin::Paper => "paper-field-of-paper",
        Origin::Client => "paper-field-of-client",
        Origin::Contact => "paper-field-of-contact",
        Origin::Company => "paper-field-of-company",
        Origin::Employee => "paper-field-of-employee",
    });
    let from: Element<'a, Message> = match place(field, sheet) {
        Some(place) => button::link(from)
            .compact()
            .on_press(Message::PutRight(place))
            .reachable(),
        None => text::hint(from).into(),
    };
    row![dot, name, from]
        .spacing(spacing::S)
        .align_y(Center)
        .width(Fill)
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_write_names_as_they_like() {
        let field = |name: &str, russian: &str| Field {
            name: name.into(),
            russian: russian.into(),
            origin: Origin::Client,
            value: String::new(),
        };
        let fields = [
            field("client.bik", "клиент.бик"),
            field("client.in_person", "клиент.вЛице"),
            field("client.inn", "клиент.инн"),
        ];
        let name = |written: &str, is_picture| Name {
            plain: plain(written),
            is_asked: true,
            is_picture,
        };
        let names = [name("клиент.БИК", false), name("клиент.в_лице", true)];
        let (filled, empty) = asked(&fields, &names);
        let empty: Vec<_> = empty.iter().map(|one| &*one.name).collect();
        assert_eq!((filled.len(), empty), (0, vec!["client.bik"]));
    }
}

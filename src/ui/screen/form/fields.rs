//! The fields of the client itself: names, numbers, work, what it is to us, the note.

use iced::widget::{Row, column, container, row};
use iced::{Fill, FillPortion, Length, Top};

use super::typed::Problem;
use super::{Message, Sheet, employer, profile, today};
use crate::domain::client::{Kind, Role, TextField};
use crate::domain::name::Sex;
use crate::domain::requisites;
use crate::ui::screen::{Context, card, words};
use crate::ui::style::{Tone, spacing};
use crate::ui::widget::field::Field;
use crate::ui::widget::{Element, button, choice, field, note, section};

/// The width of a field for a day, in logical pixels.
const DAY: f32 = 200.0;
/// The names of fields that are focused.
pub const BIRTHDAY: &str = "birthday";
pub const SEX: &str = "sex";
pub const OWNER: &str = "owner";
pub const ROLES: &str = "roles";
const SINCE: &str = "since";

/// The name of the field that has the focus in the beginning.
pub fn first(kind: Kind) -> &'static str {
    match kind {
        Kind::Organization => TextField::name(TextField::Name),
        Kind::Person => TextField::name(TextField::Surname),
    }
}

/// The name of the field where a problem is put right.
pub fn of(problem: Problem, kind: Kind) -> String {
    match problem {
        Problem::Name => first(kind).to_owned(),
        Problem::Birthday => BIRTHDAY.to_owned(),
        Problem::Employer => employer::FIELD.to_owned(),
        Problem::Since => SINCE.to_owned(),
        Problem::Slot(slot) => slot.name(),
    }
}

/// The field of a text of one line.
pub fn text_field<'a>(sheet: &'a Sheet, field: TextField, context: &Context) -> Field<'a, Message> {
    let locale = &context.locale;
    let client = &sheet.typed.card.client;
    let value = client.text(field);
    let doubt = card::doubt(field, value).map(|doubt| locale.doubt(&doubt));
    field::field(locale.text_field(client.kind, field), value)
        .id(field.name())
        .on_input(move |text| Message::Text(field, text))
        .on_submit(Message::Save)
        .warning(doubt)
}

/// Fields side by side, as wide as their shares.
fn line<'a>(fields: impl IntoIterator<Item = (Field<'a, Message>, u16)>) -> Element<'a, Message> {
    let fields = fields
        .into_iter()
        .map(|(field, share)| field.width(FillPortion(share)).into());
    Row::from_iter(fields)
        .spacing(spacing::M)
        .align_y(Top)
        .into()
}

/// A card with a title and lines of fields.
pub fn part<'a>(
    title: String,
    lines: impl IntoIterator<Item = Element<'a, Message>>,
) -> Element<'a, Message> {
    let lines = column(lines).spacing(spacing::M);
    section::card(column![section::heading(title, None), lines].spacing(spacing::M))
}

/// Names and numbers of an organisation.
pub fn organization<'a>(
    sheet: &'a Sheet,
    problems: &[Problem],
    context: &Context,
) -> Element<'a, Message> {
    let locale = &context.locale;
    let text = |field| text_field(sheet, field, context);
    let error = problems
        .contains(&Problem::Name)
        .then(|| locale.text("form-error-name"));
    let name = text(TextField::Name)
        .placeholder(locale.text("form-name-placeholder"))
        .error(error);
    let numbers = line([(text(TextField::Inn), 4), (text(TextField::Kpp), 3)]);
    // One piece: the field below keeps the keyboard when the word comes or goes.
    let numbers = column![numbers, same_inn(sheet, context)].spacing(spacing::M);
    let lines = [
        name.into(),
        text(TextField::FullName).into(),
        numbers.into(),
        text(TextField::Ogrn).into(),
    ];
    part(locale.text("form-organization"), lines)
}

/// A quiet word that somebody has the same INN.
fn same_inn<'a>(sheet: &'a Sheet, context: &Context) -> Option<Element<'a, Message>> {
    let locale = &context.locale;
    let other = &sheet.same_inn.first()?.client;
    let title = words::title(locale, other);
    let said = locale.with("form-same-inn", &[("name", title.into())]);
    let open = button::link(locale.text("form-open-card")).on_press(Message::Open(other.id));
    Some(note::note(said, Tone::Accent, Some(open.reachable())))
}

/// Names, sex and birthday of a person.
pub fn person<'a>(
    sheet: &'a Sheet,
    problems: &[Problem],
    context: &Context,
) -> Element<'a, Message> {
    let locale = &context.locale;
    let text = |field| text_field(sheet, field, context);
    let error = problems
        .contains(&Problem::Name)
        .then(|| locale.text("form-error-person-name"));
    let surname = text(TextField::Surname).error(error);
    let names = line([
        (text(TextField::FirstName), 1),
        (text(TextField::Patronymic), 1),
    ]);
    let sex = field::labelled(locale.text("card-sex"), sexes(sheet, context));
    let born = container(birthday(sheet, problems, context)).width(DAY);
    let rest = row![born, container(sex).width(Fill)]
        .spacing(spacing::M)
        .align_y(Top);
    let lines = [surname.into(), names, rest.into()];
    part(locale.text("card-person"), lines)
}

fn sexes<'a>(sheet: &Sheet, context: &Context) -> Element<'a, Message> {
    let locale = &context.locale;
    let now = sheet.typed.card.client.sex;
    let chips = [Sex::Male, Sex::Female].map(|sex| {
        let is_on = now == Some(sex);
        let next = (!is_on).then_some(sex);
        let (word, message) = (words::sex(locale, sex), Message::Sex(next));
        match sex {
            Sex::Male => choice::chip_as(SEX, word, is_on, message),
            Sex::Female => choice::chip(word, is_on, message),
        }
    });
    let chips =
        container(row(chips).spacing(spacing::S)).center_y(crate::ui::style::height::CONTROL);
    let is_guess = now.is_some() && !sheet.typed.is_sex_told;
    let hint = is_guess.then(|| crate::ui::widget::text::hint(locale.text("form-sex-guessed")));
    column![chips, hint].spacing(spacing::XS).into()
}

fn birthday<'a>(sheet: &'a Sheet, problems: &[Problem], context: &Context) -> Element<'a, Message> {
    let locale = &context.locale;
    let read = sheet.typed.read_birthday(today());
    let date = read.and_then(crate::domain::Birthday::date);
    let doubt = date.and_then(|date| requisites::check_birth(date, today()));
    let error = problems
        .contains(&Problem::Birthday)
        .then(|| locale.text("form-error-birthday"));
    let field = field::field(locale.text("card-birthday"), &sheet.typed.birthday)
        .id(BIRTHDAY)
        .placeholder(locale.text("form-birthday-placeholder"))
        .on_input(Message::Birthday)
        .on_submit(Message::Save)
        .error(error)
        .warning(doubt.map(|doubt| locale.doubt(&doubt)));
    // What was read is told where it is written otherwise.
    let meant = read.map(|day| words::birthday(locale, day));
    match meant.filter(|meant| *meant != sheet.typed.birthday.trim()) {
        Some(meant) => field
            .hint(locale.with("form-birthday-meant", &[("day", meant.into())]))
            .into(),
        None => field.into(),
    }
}

/// Where a person works, and as what.
pub fn work<'a>(sheet: &'a Sheet, problems: &[Problem], context: &Context) -> Element<'a, Message> {
    let locale = &context.locale;
    let error = problems
        .contains(&Problem::Employer)
        .then(|| locale.text("form-error-employer"));
    let left = sheet.base.client.employer;
    let has_left = left.is_some() && sheet.typed.card.client.employer != left;
    let employer = sheet.employer.view(&sheet.typed, has_left, error, context);
    let position = text_field(sheet, TextField::Position, context);
    let department = sheet.departments.view(&sheet.typed, context);
    let post = row![Element::from(position), container(department).width(Fill)]
        .spacing(spacing::M)
        .align_y(Top);
    let influence = profile::influence(sheet, locale);
    part(locale.text("card-work"), [employer, post.into(), influence])
}

/// The numbers a person may have who trades by itself.
pub fn numbers_of_person<'a>(sheet: &'a Sheet, context: &Context) -> Element<'a, Message> {
    let text = |field| text_field(sheet, field, context);
    let numbers = line([(text(TextField::Inn), 1), (text(TextField::Ogrn), 1)]);
    let lines = [Some(numbers), same_inn(sheet, context)];
    let title = context.locale.text("card-requisites");
    part(title, lines.into_iter().flatten())
}

/// What the client is to us.
pub fn relation<'a>(
    sheet: &'a Sheet,
    problems: &[Problem],
    context: &Context,
) -> Element<'a, Message> {
    let locale = &context.locale;
    let client = &sheet.typed.card.client;
    let roles = Role::ALL.map(|role| {
        let is_on = client.roles.contains(role);
        let (word, message) = (words::role(locale, role), Message::Role(role));
        match role {
            Role::Potential => choice::chip_as(ROLES, word, is_on, message),
            _ => choice::chip(word, is_on, message),
        }
    });
    let roles = Row::from_iter(roles)
        .spacing(spacing::S)
        .wrap()
        .vertical_spacing(spacing::S);
    let roles = field::labelled(locale.text("card-roles"), roles);
    let nobody = (None, locale.text("card-nobody"));
    let employees = context.catalog.employees.iter();
    let employees = employees.map(|one| (Some(one.id), one.short_name()));
    let owner = choice::one_of_as(
        OWNER,
        [nobody].into_iter().chain(employees),
        client.owner,
        Message::Owner,
    );
    let owner = container(field::labelled(locale.text("card-owner"), owner)).width(Fill);
    let error = problems
        .contains(&Problem::Since)
        .then(|| locale.text("form-error-since"));
    let since = field::field(locale.text("card-since"), &sheet.typed.since)
        .id(SINCE)
        .placeholder(locale.date(today()))
        .on_input(Message::Since)
        .on_submit(Message::Save)
        .width(Length::Fixed(DAY))
        .error(error);
    let line = row![owner, Element::from(since)]
        .spacing(spacing::M)
        .align_y(Top);
    let groups = sheet.groups.view(&sheet.typed, context);
    let classes = profile::classes(sheet, problems, context);
    let lines = [roles, line.into(), classes, groups];
    part(locale.text("card-relation"), lines)
}

/// Free text.
pub fn note<'a>(sheet: &'a Sheet, context: &Context) -> Element<'a, Message> {
    let locale = &context.locale;
    let placeholder = locale.text("form-note-placeholder");
    let note = sheet.long.area(TextField::Note, placeholder);
    part(locale.text("card-note"), note)
}

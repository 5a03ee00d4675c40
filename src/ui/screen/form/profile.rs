//! How the relationship stands, what comes next, and the part a person plays.

use iced::widget::{Row, column, container, row};
use iced::{Fill, Padding, Top};

use super::Message as Parent;
use super::fields::{part, text_field};
use super::slot::Slot;
use super::typed::{Problem, Typed};
use super::{Sheet, today};
use crate::domain::client::TextField;
use crate::domain::profile::{MOST_INFLUENCE, Medium, PoliticalRole, Stage};
use crate::i18n::Locale;
use crate::ui::screen::Context;
use crate::ui::screen::form::parts::quiet;
use crate::ui::style::{height, spacing};
use crate::ui::widget::{Element, Icon, choice, field};

/// The names of fields that are focused.
pub const STAGE: &str = "stage";
pub const MEDIUM: &str = "preferred medium";
const POLITICAL_ROLE: &str = "political role";
/// The width of a field for a day, in logical pixels.
const DAY: f32 = 200.0;

/// What was chosen.
#[derive(Debug, Clone, Copy)]
pub enum Message {
    /// How far the relationship has come.
    Stage(Option<Stage>),
    /// By what it likes to be reached.
    Medium(Option<Medium>),
    /// The part a person plays in decisions.
    PoliticalRole(Option<PoliticalRole>),
    /// Degree of influence of a person.
    Influence(Option<i64>),
    /// The card was checked today.
    CheckedToday,
}

/// What follows from a choice.
pub fn update(typed: &mut Typed, message: Message, context: &Context) {
    let client = &mut typed.card.client;
    match message {
        Message::Stage(stage) => client.stage = stage,
        Message::Medium(medium) => client.preferred_medium = medium,
        Message::PoliticalRole(role) => client.political_role = role,
        Message::Influence(degree) => client.influence = degree,
        Message::CheckedToday => {
            let text = context.locale.date(today());
            typed.type_into(Slot::CheckedOn, text, &context.catalog, today());
        }
    }
}

/// The field of a slot of every card.
fn slot<'a>(
    sheet: &'a Sheet,
    slot: Slot,
    label: String,
    problems: &[Problem],
    context: &Context,
) -> Element<'a, Parent> {
    let lookup = &sheet.lookup;
    lookup.view((slot, label), &sheet.typed, problems, context)
}

/// One of a closed list, or none of it; with the name it is focused by.
fn one_of<'a, T: Copy + PartialEq + 'static>(
    (id, label): (&'static str, String),
    all: &'static [T],
    now: Option<T>,
    word: impl Fn(T) -> String,
    say: fn(Option<T>) -> Message,
) -> Element<'a, Parent> {
    let none = (None, "—".to_owned());
    let all = all.iter().map(|one| (Some(*one), word(*one)));
    let choices = [none].into_iter().chain(all);
    let list = choice::one_of_as(id, choices, now, move |next| Parent::Profile(say(next)));
    container(field::labelled(label, list)).width(Fill).into()
}

/// Segment, source, stage: what lists are narrowed by.
pub fn classes<'a>(
    sheet: &'a Sheet,
    problems: &[Problem],
    context: &Context,
) -> Element<'a, Parent> {
    let locale = &context.locale;
    let client = &sheet.typed.card.client;
    let slot = |at, key| slot(sheet, at, locale.text(key), problems, context);
    let stage = one_of(
        (STAGE, locale.text("profile-stage")),
        Stage::ALL,
        client.stage,
        |stage| locale.stage(stage),
        Message::Stage,
    );
    let first = row![stage, slot(Slot::Category, "profile-category")];
    let second = row![
        slot(Slot::Segment, "profile-segment"),
        slot(Slot::Source, "profile-source")
    ];
    column![
        first.spacing(spacing::M).align_y(Top),
        second.spacing(spacing::M).align_y(Top),
        slot(Slot::RecommendedBy, "profile-recommended-by"),
    ]
    .spacing(spacing::M)
    .into()
}

/// What we do next, how the client is best reached, and when the card was checked.
pub fn next_step<'a>(
    sheet: &'a Sheet,
    problems: &[Problem],
    context: &Context,
) -> Element<'a, Parent> {
    let locale = &context.locale;
    let client = &sheet.typed.card.client;
    let slot = |at, key| slot(sheet, at, locale.text(key), problems, context);
    let day = |element: Element<'a, Parent>| container(element).width(DAY);
    let step = text_field(sheet, TextField::NextStep, context)
        .placeholder(locale.text("form-next-step-placeholder"));
    let step = row![
        Element::from(step),
        day(slot(Slot::NextStepOn, "profile-next-step-on"))
    ];
    let medium = one_of(
        (MEDIUM, locale.text("profile-preferred-medium")),
        Medium::ALL,
        client.preferred_medium,
        |medium| locale.medium(medium),
        Message::Medium,
    );
    let time = text_field(sheet, TextField::PreferredTime, context)
        .placeholder(locale.text("form-time-placeholder"));
    let reach = row![medium, Element::from(time.width(Fill))];
    let is_fresh = client.checked_on == Some(today());
    let check = (!is_fresh).then(|| {
        let words = locale.text("form-checked-today");
        // As far down as the field beside it.
        let check = quiet(Icon::Check, words, Parent::Profile(Message::CheckedToday));
        container(check).padding(Padding::ZERO.top(22.0))
    });
    let checked = row![day(slot(Slot::CheckedOn, "profile-checked-on")), check];
    let lines = [step, reach, checked].map(|line| line.spacing(spacing::M).align_y(Top).into());
    part(locale.text("form-next"), lines)
}

/// The part a person plays in the decisions of an organisation.
pub fn influence<'a>(sheet: &'a Sheet, locale: &Locale) -> Element<'a, Parent> {
    let client = &sheet.typed.card.client;
    let role = one_of(
        (POLITICAL_ROLE, locale.text("profile-political-role")),
        PoliticalRole::ALL,
        client.political_role,
        |role| locale.political_role(role),
        Message::PoliticalRole,
    );
    let degrees = (1..=MOST_INFLUENCE).map(|degree| {
        let is_on = client.influence == Some(degree);
        let next = Message::Influence((!is_on).then_some(degree));
        choice::chip(degree.to_string(), is_on, Parent::Profile(next))
    });
    let degrees = Row::from_iter(degrees).spacing(spacing::XS);
    let degrees = container(degrees).center_y(height::CONTROL);
    let degree = field::labelled(locale.text("profile-influence"), degrees);
    row![role, container(degree).width(Fill)]
        .spacing(spacing::M)
        .align_y(Top)
        .into()
}

/// The fields the user has made for such a card.
pub fn custom<'a>(
    sheet: &'a Sheet,
    problems: &[Problem],
    context: &Context,
) -> Option<Element<'a, Parent>> {
    let locale = &context.locale;
    let fields: Vec<_> = context
        .catalog
        .fields_of(&sheet.typed.card.client)
        .map(|custom| {
            let label = custom.name.clone();
            slot(sheet, Slot::Custom(custom.id), label, problems, context)
        })
        .collect();
    if fields.is_empty() {
        return None;
    }
    let mut fields = fields.into_iter();
    let mut lines: Vec<Element<'a, Parent>> = Vec::new();
    while let Some(first) = fields.next() {
        let second = fields.next().map(|second| container(second).width(Fill));
        lines.push(
            row![container(first).width(Fill), second]
                .spacing(spacing::M)
                .align_y(Top)
                .into(),
        );
    }
    Some(part(locale.text("form-custom"), lines))
}

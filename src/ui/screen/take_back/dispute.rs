//! What an older operation cannot be taken back without: each is told, and the user decides.

use std::collections::HashMap;

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::{button as pressed, column, container, row, scrollable, text};
use iced::{Fill, Top};

use super::Message;
use crate::domain::client::{Kind, Roles, TextField};
use crate::domain::name::Sex;
use crate::domain::{Id, Operation};
use crate::i18n::Locale;
use crate::ui::screen::Context;
use crate::ui::style::{self, Tone, control, spacing, surface};
use crate::ui::widget::keyed::keyed;
use crate::ui::widget::{Element, Icon, button, dialog, icon, text as words_of};
use crate::workspace::{Choice, Choices, Column, Conflict, Entry, Value};

/// The width of the dialog, and the height of its list, in logical pixels.
const SIZE: (f32, f32) = (720.0, 420.0);
/// How many conflicts are shown one by one; the rest is decided with them.
const SHOWN: usize = 50;

/// An operation that is to be taken back, and what stands in the way.
#[derive(Debug)]
pub struct Dispute {
    entry: Id<Entry>,
    operation: Operation,
    conflicts: Vec<Conflict>,
    chosen: HashMap<usize, Choice>,
    /// What becomes of those that are not shown.
    others: Choice,
}

impl Dispute {
    /// The later work stays, unless the user decides otherwise.
    pub fn new(entry: Id<Entry>, operation: Operation, conflicts: Vec<Conflict>) -> Self {
        Self {
            entry,
            operation,
            conflicts,
            chosen: HashMap::new(),
            others: Choice::Keep,
        }
    }

    /// Which entry is to be taken back, and what it did.
    pub fn entry(&self) -> (Id<Entry>, Operation) {
        (self.entry, self.operation)
    }

    /// Decides one conflict, or all at once.
    pub fn choose(&mut self, at: Option<usize>, choice: Choice) {
        match at {
            Some(at) => drop(self.chosen.insert(at, choice)),
            None => {
                self.chosen.clear();
                self.others = choice;
            }
        }
    }

    /// What was decided.
    pub fn choices(&self) -> Choices {
        let mut choices = Choices::all(self.others);
        for (at, conflict) in self.conflicts.iter().enumerate() {
            if let Some(choice) = self.chosen.get(&at) {
                choices.decide(conflict.place.clone(), *choice);
            }
        }
        choices
    }

    fn choice(&self, at: usize) -> Choice {
        self.chosen.get(&at).copied().unwrap_or(self.others)
    }

    /// The dialog.
    pub fn view<'a>(&'a self, context: &'a Context, is_busy: bool) -> Element<'a, Message> {
        let locale = &context.locale;
        let shown = self.conflicts.iter().enumerate().take(SHOWN);
        let shown = shown.map(|(at, conflict)| self.conflict(at, conflict, context));
        let list = scrollable(column(shown).spacing(spacing::L)).style(control::scroll);
        let rest = self.conflicts.len().saturating_sub(SHOWN);
        let rest = (rest > 0)
            .then(|| words_of::hint(locale.with("dispute-rest", &[("count", rest.into())])));
        let all =
            |key, choice| button::link(locale.text(key)).on_press(Message::Decided(None, choice));
        let all = row![
            Element::from(all("dispute-keep-all", Choice::Keep)),
            Element::from(all("dispute-put-back-all", Choice::PutBack)),
        ]
        .spacing(spacing::M);
        let count = self.conflicts.len();
        let explained = locale.with("dispute-explained", &[("count", count.into())]);
        let body = column![
            words_of::secondary(explained),
            container(list).max_height(SIZE.1),
            rest,
            all
        ]
        .spacing(spacing::L);
        let operation = locale.operation(self.operation);
        let title = locale.with("dispute-title", &[("operation", operation.into())]);
        let take_back = button::primary(locale.text("history-take-back"))
            .icon(Icon::Undo)
            .on_press_maybe((!is_busy).then_some(Message::Settled));
        dialog::dialog(title, body)
            .width(SIZE.0)
            .close(locale.text("dispute-leave"), Message::Left)
            .button(button::secondary(locale.text("dispute-leave")).on_press(Message::Left))
            .button(take_back)
            .into()
    }

    fn conflict<'a>(
        &self,
        at: usize,
        conflict: &'a Conflict,
        context: &Context,
    ) -> Element<'a, Message> {
        let locale = &context.locale;
        let (keep, put_back) = match conflict.place.column {
            Some(_) => (
                value_words(conflict, &conflict.now, context),
                value_words(conflict, &conflict.before, context),
            ),
            None => (
                locale.text("dispute-row-keep"),
                locale.text("dispute-row-put-back"),
            ),
        };
        let chosen = self.choice(at);
        let sides = [
            (Choice::Keep, "dispute-keep", keep),
            (Choice::PutBack, "dispute-put-back", put_back),
        ];
        let sides = sides.map(|(choice, key, value)| {
            option(
                locale.text(key),
                value,
                chosen == choice,
                Message::Decided(Some(at), choice),
            )
        });
        let later = &conflict.later;
        let who = match context.employee(Some(later.who)) {
            nobody if nobody.is_empty() => locale.text("history-program"),
            name => name,
        };
        let told = [
            ("operation", locale.operation(later.operation).into()),
            ("who", who.into()),
            ("when", locale.moment(later.done_at).into()),
        ];
        column![
            words_of::strong(label(conflict, locale)),
            row(sides).spacing(spacing::M),
            words_of::hint(locale.with("dispute-later", &told)),
        ]
        .spacing(spacing::XS + 2.0)
        .into()
    }
}

/// One of the two ways; a click and Space choose it.
fn option<'a>(
    way: String,
    value: String,
    is_chosen: bool,
    message: Message,
) -> Element<'a, Message> {
    let sign = is_chosen.then(|| icon(Icon::CircleCheck).style(surface::toned(Tone::Accent)));
    let value = match value.is_empty() {
        true => "—".to_owned(),
        false => value,
    };
    let value = words_of::body(value).wrapping(text::Wrapping::WordOrGlyph);
    let told = column![words_of::hint(way), value].width(Fill);
    let face = pressed(row![told, sign].spacing(spacing::S).align_y(Top))
        .padding(spacing::S)
        .width(Fill)
        .style(style::button::choice(is_chosen))
        .on_press(message.clone());
    let framed = container(face).style(control::frame).width(Fill);
    keyed(framed, move |key| {
        (*key == Key::Named(Named::Space)).then(|| message.clone())
    })
}

/// Whose what is in question: `ООО «Ромашка» · ИНН`.
fn label(conflict: &Conflict, locale: &Locale) -> String {
    let place = &conflict.place;
    let what = match (place.table, &place.column) {
        (_, None) if conflict.client.is_some() => locale.text("dispute-card"),
        (_, None) => locale.text("dispute-row"),
        ("clients", Some(column)) => column_words(column, locale),
        ("contact_points", _) => locale.text("card-contact"),
        ("addresses", _) => locale.text("card-address"),
        ("bank_accounts", _) => locale.text("card-account"),
        ("field_values", _) => locale.text("profile-value"),
        _ => locale.text("dispute-row"),
    };
    match conflict.title.is_empty() {
        true => what,
        false => format!("{} · {what}", conflict.title),
    }
}

fn column_words(column: &str, locale: &Locale) -> String {
    let text = TextField::ALL
        .into_iter()
        .find(|field| field.name() == column);
    if let Some(field) = text {
        return locale.text_field(Kind::Organization, field);
    }
    locale.text(match column {
        "owner_id" => "card-owner",
        "roles" => "card-roles",
        "sex" => "card-sex",
        "birthday" => "card-birthday",
        "employer_id" => "card-employer",
        "since" => "card-since",
        "segment_id" => "profile-segment",
        "source_id" => "profile-source",
        "category_id" => "profile-category",
        "stage" => "profile-stage",
        "recommended_by" => "profile-recommended-by",
        "preferred_medium" => "profile-preferred-medium",
        "political_role" => "profile-political-role",
        "influence" => "profile-influence",
        "next_step_on" => "profile-next-step-on",
        "checked_on" => "profile-checked-on",
        _ => "dispute-row",
    })
}

/// A value as a reader of the card knows it.
fn value_words(conflict: &Conflict, value: &Value, context: &Context) -> String {
    let (locale, catalog) = (&context.locale, &context.catalog);
    let words = match conflict.place.column.as_deref().unwrap_or_default() {
        "owner_id" => Id::from_value(value).map(|id| context.employee(Some(id))),
        "roles" => Roles::from_value(value).map(|roles| {
            let roles: Vec<_> = roles.iter().map(|role| locale.role(role)).collect();
            roles.join(", ")
        }),
        "sex" => Sex::from_value(value).map(|sex| {
            locale.text(match sex {
                Sex::Male => "card-sex-male",
                Sex::Female => "card-sex-female",
            })
        }),
        "birthday" => Column::from_value(value).map(|day| locale.birthday(day)),
        "since" | "next_step_on" | "checked_on" => {
            Column::from_value(value).map(|date| locale.date(date))
        }
        "segment_id" | "source_id" | "category_id" => {
            Id::from_value(value).map(|id| catalog.term(Some(id)).to_owned())
        }
        "stage" => Column::from_value(value).map(|stage| locale.stage(stage)),
        "preferred_medium" => Column::from_value(value).map(|medium| locale.medium(medium)),
        "political_role" => Column::from_value(value).map(|role| locale.political_role(role)),
        "client_id" | "employer_id" | "recommended_by" => {
            let is_known = *value != Value::Null;
            is_known.then(|| locale.text("dispute-other-card"))
        }
        _ => match value {
            Value::Integer(number) => Some(number.to_string()),
            Value::Text(text) => Some(text.clone()),
            Value::Bytes(_) | Value::Null => None,
        },
    };
    words.unwrap_or_default()
}

//! How the builder looks: the line on top, a row for each condition, groups set off to the right.

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::{Column, Row as Line, column, container, row, space};
use iced::{Center, Fill, Padding, Top};

use super::draft::{How, Node, Part, Row};
use super::{Builder, Change, Message, SENTENCE};
use crate::domain::Field;
use crate::domain::field::Nature;
use crate::domain::filter::{Choice, Comparison, Period, Vocabulary, Wording};
use crate::i18n::Locale;
use crate::ui::screen::Context;
use crate::ui::style::{height, spacing};
use crate::ui::widget::button::Button;
use crate::ui::widget::keyed::keyed;
use crate::ui::widget::{Element, Icon, button, choice, field, section, text};

/// The width of a field's name, of a question and of a short value, in logical pixels.
const FIELD: f32 = 210.0;
const QUESTION: f32 = 180.0;
const NUMBER: f32 = 140.0;
/// How far a group is set off, and the greatest height of all rows, in logical pixels.
const INDENT: f32 = 20.0;
const HIGHEST: f32 = 260.0;
/// So many choices stand side by side; more are taken from a list.
const GLANCE: usize = 6;

impl Builder {
    /// The builder, and how many were found.
    pub fn view<'a>(&'a self, found: String, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let sentence = field::unlabelled(&self.text)
            .id(SENTENCE)
            .icon(Icon::Filter)
            .placeholder(locale.text("builder-hint"))
            .on_input(Message::TextChanged)
            .on_submit(Message::TextSubmitted)
            .error(self.mistake.clone());
        let copy = tool(
            Icon::Copy,
            locale.text("builder-copy"),
            Message::CopyPressed,
        );
        let close = tool(Icon::Close, locale.text("builder-close"), Message::Toggled);
        let top = row![sentence, copy, close].spacing(spacing::S).align_y(Top);
        let rows = self.group(&self.root, true, context);
        let around = Padding::ZERO.right(spacing::M).left(3.0);
        let rows = container(rows).padding(around.vertical(spacing::XS));
        let rows = container(section::scrolled_if_high(rows)).max_height(HIGHEST);
        let clear = ghost(
            button::ghost(locale.text("builder-clear")).compact(),
            Message::ClearPressed,
        );
        let bottom = row![text::secondary(found), space::horizontal(), clear].align_y(Center);
        container(column![top, rows, bottom].spacing(spacing::S))
            .padding(Padding::from([spacing::M, spacing::XL]))
            .width(Fill)
            .into()
    }

    fn group<'a>(
        &'a self,
        node: &'a Node,
        is_root: bool,
        context: &'a Context,
    ) -> Element<'a, Message> {
        let Part::Group { is_any, parts } = &node.part else {
            return space().into();
        };
        let (locale, id) = (&context.locale, node.id);
        let joints = [
            (false, locale.text("builder-all")),
            (true, locale.text("builder-any")),
        ];
        let joint = choice::one_of(joints, *is_any, move |any| {
            Message::Changed(id, Change::Any(any))
        });
        let add = |icon, label: &str, change| {
            let face = button::ghost(locale.text(label)).icon(icon).compact();
            ghost(face, Message::Changed(id, change))
        };
        let head = row![
            not(node, locale),
            container(joint).width(QUESTION),
            add(Icon::Plus, "builder-add", Change::AddRow),
            add(Icon::Folder, "builder-add-group", Change::AddGroup),
            space::horizontal(),
            (!is_root).then(|| remove(id, locale)),
        ]
        .spacing(spacing::S)
        .align_y(Center);
        let parts = parts.iter().map(|part| self.part(part, context));
        let parts = Column::with_children(parts).spacing(spacing::S);
        column![head, container(parts).padding(Padding::ZERO.left(INDENT))]
            .spacing(spacing::S)
            .into()
    }

    fn part<'a>(&'a self, node: &'a Node, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        match &node.part {
            Part::Group { .. } => self.group(node, false, context),
            Part::View(id) => {
                let views = context.catalog.views.iter();
                let name = views.filter(|view| view.id == *id).map(|view| &*view.name);
                row![
                    not(node, locale),
                    text::secondary(locale.text("builder-view")),
                    text::strong(name.collect::<String>()),
                    space::horizontal(),
                    remove(node.id, locale),
                ]
                .spacing(spacing::S)
                .align_y(Center)
                .into()
            }
            Part::Row(asked) => self.row(node, asked, context),
        }
    }

    fn row<'a>(
        &'a self,
        node: &'a Node,
        asked: &'a Row,
        context: &'a Context,
    ) -> Element<'a, Message> {
        let (locale, catalog, id) = (&context.locale, &context.catalog, node.id);
        let words = locale.filter_words(self.kind, catalog);
        let mut fields: Vec<(Field, String)> = catalog
            .all_fields(self.kind)
            .map(|field| (field, words.field(field)))
            .collect();
        fields.sort_by_cached_key(|(_, name)| crate::domain::text::fold(name));
        let nature = catalog.nature_in(asked.field, self.kind);
        let nature = nature.unwrap_or(Nature::Text);
        let questions = How::offered(asked.field, nature).into_iter();
        let questions = questions.map(|how| (how, question(how, locale)));
        let fields = choice::one_of(fields, asked.field, move |field| {
            Message::Changed(id, Change::Field(field))
        });
        let questions = choice::one_of(questions, asked.how, move |how| {
            Message::Changed(id, Change::How(how))
        });
        row![
            not(node, locale),
            container(fields).width(FIELD),
            container(questions).width(QUESTION),
            container(self.value(id, asked, context)).width(Fill),
            remove(id, locale),
        ]
        .spacing(spacing::S)
        .align_y(Top)
        .into()
    }

    fn value<'a>(&'a self, id: u64, asked: &'a Row, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let first = || {
            field::unlabelled(&asked.first)
                .placeholder(locale.text("builder-value"))
                .on_input(move |text| Message::Changed(id, Change::First(text)))
        };
        let counted = |unit: &str| {
            row![first().width(NUMBER), text::secondary(locale.text(unit))]
                .spacing(spacing::S)
                .align_y(Center)
                .into()
        };
        match asked.how {
            How::Text(_) => first().into(),
            How::Compare(_) => first().width(NUMBER).into(),
            How::Between => {
                let second = field::unlabelled(&asked.second)
                    .on_input(move |text| Message::Changed(id, Change::Second(text)))
                    .width(NUMBER);
                row![first().width(NUMBER), text::secondary("—"), second]
                    .spacing(spacing::S)
                    .align_y(Center)
                    .into()
            }
            How::Next | How::Last => counted("builder-days"),
            How::MonthsAgo => counted("builder-months"),
            How::AnyOf | How::NoneOf => self.choices(id, asked, context),
            How::Filled | How::Empty | How::Yes | How::No | How::Period(_) => space().into(),
        }
    }

    /// Few choices side by side; of many those that are taken, and a list of the others.
    fn choices<'a>(
        &'a self,
        id: u64,
        asked: &'a Row,
        context: &'a Context,
    ) -> Element<'a, Message> {
        let (locale, catalog) = (&context.locale, &context.catalog);
        let words = locale.filter_words(self.kind, catalog);
        let all = Choice::all(asked.field, self.kind, catalog);
        let is_few = all.len() <= GLANCE;
        let chip = |one: &Choice| {
            let is_on = asked.choices.contains(one);
            let label = words.choice(asked.field, *one);
            choice::chip(label, is_on, Message::Changed(id, Change::Choice(*one)))
        };
        let mut shown: Vec<Element<'a, Message>> = match is_few {
            true => all.iter().map(chip).collect(),
            false => asked.choices.iter().map(chip).collect(),
        };
        if !is_few {
            let rest = all.into_iter().filter(|one| !asked.choices.contains(one));
            let rest = rest.map(|one| (Some(one), words.choice(asked.field, one)));
            let more = (None, locale.text("builder-add-choice"));
            let rest = [more].into_iter().chain(rest);
            let list = choice::one_of(rest, None, move |one: Option<Choice>| match one {
                Some(one) => Message::Changed(id, Change::Choice(one)),
                None => Message::Changed(id, Change::How(asked.how)),
            });
            shown.push(container(list).width(QUESTION).into());
        }
        Line::from_vec(shown)
            .spacing(spacing::XS)
            .align_y(Center)
            .wrap()
            .vertical_spacing(spacing::XS)
            .into()
    }
}

fn not<'a>(node: &Node, locale: &Locale) -> Element<'a, Message> {
    let toggled = Message::Changed(node.id, Change::Not);
    container(choice::chip(
        locale.text("builder-not"),
        node.is_not,
        toggled,
    ))
    .center_y(height::CONTROL)
    .into()
}

fn remove<'a>(id: u64, locale: &Locale) -> Element<'a, Message> {
    tool(
        Icon::Trash,
        locale.text("builder-remove"),
        Message::Changed(id, Change::Remove),
    )
}

fn tool<'a>(icon: Icon, tip: String, message: Message) -> Element<'a, Message> {
    ghost(button::tool(icon, tip), message)
}

/// A button that the keyboard reaches too.
fn ghost<'a>(face: Button<'a, Message>, message: Message) -> Element<'a, Message> {
    keyed(face.on_press(message.clone()), move |key| match key {
        Key::Named(Named::Space | Named::Enter) => Some(message.clone()),
        _ => None,
    })
}

/// What is asked of a field, in a word or a sign.
fn question(how: How, locale: &Locale) -> String {
    locale.text(match how {
        How::Compare(Comparison::Equal) | How::Text(Wording::Is) => "builder-is",
        How::Compare(Comparison::NotEqual) | How::Text(Wording::IsNot) => "builder-is-not",
        How::Compare(comparison) => return comparison.sign().to_owned(),
        How::Text(Wording::Contains) => "builder-contains",
        How::Text(Wording::Begins) => "builder-begins",
        How::Filled => "builder-filled",
        How::Empty => "builder-empty",
        How::Between => "builder-between",
        How::AnyOf => "builder-any-of",
        How::NoneOf => "builder-none-of",
        How::Yes => "builder-yes",
        How::No => "builder-no",
        How::Period(Period::Today) => "builder-today",
        How::Period(Period::ThisWeek) => "builder-this-week",
        How::Period(Period::ThisMonth) => "builder-this-month",
        How::Period(Period::ThisYear) => "builder-this-year",
        How::Period(Period::Past) => "builder-past",
        How::Period(_) => "builder-future",
        How::Next => "builder-next",
        How::Last => "builder-last",
        How::MonthsAgo => "builder-months-ago",
    })
}

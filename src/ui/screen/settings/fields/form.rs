//! The form of a field: its name, what it holds, whose cards have it, its options.

use iced::Center;
use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::{Column, Id as Name, column, operation, row, space};

use crate::domain::client::Kind;
use crate::domain::custom_field::Shape;
use crate::domain::term::Dictionary;
use crate::domain::text::fold;
use crate::domain::{CustomField, Id, Term};
use crate::i18n::Locale;
use crate::ui::screen::settings::lines::{unsaved, ways_out};
use crate::ui::screen::{Command, Context};
use crate::ui::style::{Tone, spacing};
use crate::ui::widget::keyed::{keyed_as, pressable};
use crate::ui::widget::{Element, Icon, button, choice, field, note, section, text};
use crate::workspace::Uses;

/// The field of the name.
pub(super) const NAME: &str = "settings.field";

/// A field being made or changed.
#[derive(Debug, Clone)]
pub(super) struct Form {
    base: (CustomField, Vec<Term>),
    field: CustomField,
    /// Its options, in their order.
    options: Vec<Term>,
    /// The user wanted to save: what is missing is said now.
    is_checked: bool,
    /// The user has turned away from what was changed.
    is_asking: bool,
}

/// What is to be written.
#[derive(Debug, Clone)]
pub(super) struct Change {
    pub field: CustomField,
    pub saved: Vec<Term>,
    pub removed: Vec<Term>,
}

/// What happened in the form.
#[derive(Debug, Clone)]
pub enum Message {
    /// The name was typed.
    Named(String),
    /// What it holds was chosen.
    Shaped(Shape),
    /// For which kind of counterparty it is was chosen; `None` for all.
    Limited(Option<Id<Term>>),
    /// An option is to be added.
    OptionAdded,
    /// An option was typed.
    OptionTyped(usize, String),
    /// An option is to change places with the one before, or behind.
    OptionMoved(usize, isize),
    /// An option is to go.
    OptionRemoved(usize),
}

impl Form {
    /// The form of a field with these options.
    pub fn new(field: CustomField, options: Vec<Term>) -> Self {
        Self {
            base: (field.clone(), options.clone()),
            field,
            options,
            is_checked: false,
            is_asking: false,
        }
    }

    /// Whether it holds changes; it then asks what is to become of them.
    pub fn asks(&mut self) -> bool {
        self.is_asking = self.change().is_some();
        self.is_asking
    }

    /// Whether all is there that a field needs; from now on it says what is missing.
    pub fn is_whole(&mut self) -> bool {
        self.is_checked = true;
        self.is_asking = false;
        !self.field.name.trim().is_empty()
    }

    /// Whether the field has options of its own.
    fn has_options(&self) -> bool {
        matches!(self.field.shape, Shape::List | Shape::MultiList)
    }

    /// What differs from what is known; `None` where nothing does.
    pub fn change(&self) -> Option<Change> {
        let (base, known) = &self.base;
        let name = self.field.name.trim().to_owned();
        let field = CustomField {
            name,
            ..self.field.clone()
        };
        let options = self.options.iter().filter(|_| self.has_options());
        let options = options.map(|option| Term {
            name: option.name.trim().to_owned(),
            ..option.clone()
        });
        let options = options.filter(|option| !option.name.is_empty());
        let options: Vec<Term> = (0..)
            .zip(options)
            .map(|(position, option)| Term { position, ..option })
            .collect();
        let is_gone = |old: &&Term| !options.iter().any(|option| option.id == old.id);
        let removed: Vec<_> = known.iter().filter(is_gone).cloned().collect();
        let is_new = |option: &&Term| !known.contains(option);
        let saved: Vec<_> = options.iter().filter(is_new).cloned().collect();
        let is_same = field == *base && saved.is_empty() && removed.is_empty();
        (!is_same).then_some(Change {
            field,
            saved,
            removed,
        })
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message) -> Command<super::super::Message> {
        self.is_asking = false;
        match message {
            Message::Named(name) => self.field.name = name,
            Message::Shaped(shape) => self.field.shape = shape,
            Message::Limited(category) => self.field.category = category,
            Message::OptionAdded => {
                let option = Term::option(self.field.id, "");
                let name = name(&option);
                self.options.push(option);
                return operation::focus(name);
            }
            Message::OptionTyped(at, name) => {
                if let Some(option) = self.options.get_mut(at) {
                    option.name = name;
                }
            }
            Message::OptionMoved(at, by) => {
                let to = at.checked_add_signed(by);
                if let Some(to) = to.filter(|to| at.max(*to) < self.options.len()) {
                    self.options.swap(at, to);
                    // The keyboard goes with the option.
                    return operation::focus(handle(&self.options[to]));
                }
            }
            Message::OptionRemoved(at) => {
                if at < self.options.len() {
                    self.options.remove(at);
                }
            }
        }
        Command::none()
    }

    /// The form; `uses` tells how many cards say each option.
    pub fn view<'a>(
        &'a self,
        uses: &Uses<Term>,
        context: &'a Context,
    ) -> Element<'a, super::Message> {
        let locale = &context.locale;
        let is_new = self.field.version == 0;
        let title = match is_new {
            true => "settings-new-field",
            false => "settings-field",
        };
        let mut others = context.catalog.fields(self.field.kind);
        let is_taken = others
            .any(|other| other.id != self.field.id && fold(&other.name) == fold(&self.field.name));
        let is_missing = self.is_checked && self.field.name.trim().is_empty();
        let name = field::field(locale.text("settings-field-name"), &self.field.name)
            .id(NAME)
            .on_input(|name| super::Message::Form(Message::Named(name)))
            .on_submit(super::Message::Submitted)
            .error(is_missing.then(|| locale.text("settings-field-nameless")))
            .warning(is_taken.then(|| locale.text("settings-field-taken")));
        column![
            text::title(locale.text(title)),
            name,
            self.shape(is_new, locale),
            self.limit(context),
            self.has_options().then(|| self.options(uses, locale)),
            unsaved(self.is_asking, super::Message::Dropped, locale),
            row![
                space::horizontal(),
                ways_out(super::Message::Left, super::Message::Submitted, context)
            ],
        ]
        .spacing(spacing::M)
        .into()
    }

    /// What it holds; fixed once it is made, since cards hold it so.
    fn shape<'a>(&self, is_new: bool, locale: &Locale) -> Element<'a, super::Message> {
        let label = locale.text("settings-field-shape");
        if !is_new {
            let shape = locale.shape(self.field.shape);
            return field::labelled(label, text::body(shape));
        }
        let shapes = Shape::ALL.iter();
        let shapes = shapes.map(|shape| (*shape, locale.shape(*shape)));
        let list = choice::one_of(shapes, self.field.shape, |shape| {
            super::Message::Form(Message::Shaped(shape))
        });
        field::labelled(label, list)
    }

    /// For which kind of counterparty it is.
    fn limit<'a>(&self, context: &Context) -> Element<'a, super::Message> {
        let locale = &context.locale;
        let all = match self.field.kind {
            Kind::Organization => "settings-all-organizations",
            Kind::Person => "settings-all-persons",
        };
        let all = (None, locale.text(all));
        let categories = context.catalog.terms(Dictionary::Category);
        let categories = categories.map(|term| (Some(term.id), term.name.clone()));
        let list = choice::one_of(
            [all].into_iter().chain(categories),
            self.field.category,
            |category| super::Message::Form(Message::Limited(category)),
        );
        field::labelled(locale.text("settings-field-limit"), list)
    }

    fn options<'a>(&'a self, uses: &Uses<Term>, locale: &Locale) -> Element<'a, super::Message> {
        let say = super::Message::Form;
        let lines = self.options.iter().enumerate().map(|(at, option)| {
            let count = uses.get(&option.id);
            let count = count.map(|count| {
                text::hint(locale.with("settings-on-cards", &[("count", (*count).into())]))
            });
            let field = field::unlabelled(&option.name)
                .id(name(option))
                .on_input(move |text| say(Message::OptionTyped(at, text)))
                .on_submit(say(Message::OptionAdded));
            let raise = button::tool(Icon::ArrowUp, locale.text("settings-move-up"))
                .compact()
                .on_press_maybe((at > 0).then_some(say(Message::OptionMoved(at, -1))));
            let raise = keyed_as(handle(option), raise, move |key, _| match key {
                Key::Named(Named::ArrowUp) => Some(say(Message::OptionMoved(at, -1))),
                Key::Named(Named::ArrowDown) => Some(say(Message::OptionMoved(at, 1))),
                _ => None,
            });
            let gone = say(Message::OptionRemoved(at));
            let remove = button::tool(Icon::Close, locale.text("settings-remove"))
                .compact()
                .on_press(gone.clone());
            let remove = pressable(remove, Some(gone));
            let line = row![Element::from(field), raise, remove].align_y(Center);
            column![line, count].spacing(2.0).into()
        });
        let (_, known) = &self.base;
        let is_gone = |old: &&Term| !self.options.iter().any(|option| option.id == old.id);
        let gone = known
            .iter()
            .filter(is_gone)
            .filter_map(|old| uses.get(&old.id));
        let gone: i64 = gone.sum();
        let warning = (gone > 0).then(|| {
            let words = locale.with("settings-entry-used", &[("count", gone.into())]);
            note::under(words, Tone::Warning)
        });
        let add = button::ghost(locale.text("settings-option"))
            .icon(Icon::Plus)
            .compact()
            .on_press(say(Message::OptionAdded));
        column![
            section::section(locale.text("settings-options"), None),
            Column::from_iter(lines).spacing(spacing::XS),
            warning,
            add.reachable(),
        ]
        .spacing(spacing::S)
        .into()
    }
}

/// The name by which the handle that moves an option is focused.
fn handle(option: &Term) -> Name {
    Name::from(format!("option {} handle", option.id.raw()))
}

/// The name by which the field of an option is focused.
fn name(option: &Term) -> Name {
    Name::from(format!("option {}", option.id.raw()))
}

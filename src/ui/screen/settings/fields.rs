//! The fields the office has made for its cards: a list, and the form of one at its right.

pub(super) mod form;

use iced::keyboard::key::Named;
use iced::widget::{Column, column, container, operation, row};
use iced::{Center, Fill};

use super::lines::{LINE, Stroke, beside, create, moving, stepped, swapped, tools, used};
use super::{Action, Command, Context, Press, write};
use crate::domain::client::Kind;
use crate::domain::custom_field::Shape;
use crate::domain::term::Dictionary;
use crate::domain::{CustomField, Id, Operation, Term};
use crate::error::Error;
use crate::i18n::Locale;
use crate::ui::style::{MEDIUM, Tone, spacing};
use crate::ui::widget::{Element, badge, ellipsis, line, section, segmented, text};
use crate::workspace::Uses;

use form::Form;

/// The width of the form, in logical pixels.
const FORM: f32 = 360.0;

/// What is shown of the fields.
#[derive(Debug)]
pub(super) struct Fields {
    kind: Kind,
    /// The line the keyboard stands on.
    cursor: usize,
    form: Option<Form>,
    /// The field that is to go though cards say something in it.
    doomed: Option<Id<CustomField>>,
    uses: Counts,
}

/// How many cards say something in each field, and each option.
#[derive(Debug, Clone, Default)]
pub struct Counts {
    fields: Uses<CustomField>,
    options: Uses<Term>,
}

/// What happened among the fields.
#[derive(Debug, Clone)]
pub enum Message {
    /// How many cards say something in each was counted.
    Counted(Result<Counts, Error>),
    /// A register was chosen.
    KindChosen(Kind),
    /// A new field is wanted.
    NewPressed,
    /// A field was pressed.
    Chosen(Id<CustomField>),
    /// A field is to move up or down.
    Moved(Id<CustomField>, isize),
    /// A field is to go.
    DeletePressed(Id<CustomField>),
    /// It is to go, though cards say something in it.
    DeleteConfirmed(Id<CustomField>),
    /// It is to stay.
    Kept,
    /// Something was typed or chosen in the form.
    Form(form::Message),
    /// The form is filled in.
    Submitted,
    /// The form is to be left; what was changed is asked about.
    Left,
    /// What was changed is to be forgotten.
    Dropped,
}

impl Default for Fields {
    fn default() -> Self {
        Self {
            kind: Kind::Organization,
            cursor: 0,
            form: None,
            doomed: None,
            uses: Counts::default(),
        }
    }
}

impl Fields {
    /// Asks how many cards say something in each field.
    pub fn refresh(&self, context: &Context) -> Command<Message> {
        let counted = context.worker.background(|reader| {
            Ok(Counts {
                fields: reader.field_uses()?,
                options: reader.term_uses(Dictionary::Option)?,
            })
        });
        Command::perform(counted, Message::Counted)
    }

    /// Whether a form or a question is shown.
    pub fn is_open(&self) -> bool {
        self.form.is_some() || self.doomed.is_some()
    }

    /// Leaves what was typed: it is written.
    pub fn close(&mut self, operation: Operation) {
        if matches!(operation, Operation::AddField | Operation::EditField) {
            self.form = None;
        }
        self.doomed = None;
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<super::Message> {
        let known = |id| context.catalog.field(id).cloned();
        match message {
            Message::Counted(Ok(uses)) => self.uses = uses,
            // The figures are left out then.
            Message::Counted(Err(_)) => {}
            Message::KindChosen(kind) => {
                if !self.asks() {
                    self.form = None;
                    self.kind = kind;
                    self.cursor = 0;
                }
            }
            Message::NewPressed => {
                let positions = context
                    .catalog
                    .fields(self.kind)
                    .map(|field| field.position + 1);
                let field = CustomField {
                    position: positions.max().unwrap_or_default(),
                    ..CustomField::new(self.kind, "", Shape::Text)
                };
                return self.begin(field, Vec::new());
            }
            Message::Chosen(id) => {
                if let Some(field) = known(id) {
                    let mut fields = context.catalog.fields(self.kind);
                    let at = fields.position(|field| field.id == id);
                    self.cursor = at.unwrap_or_default();
                    let options = context.catalog.options(id).cloned().collect();
                    return self.begin(field, options);
                }
            }
            Message::Moved(id, by) => return self.shift(id, by, context),
            Message::DeletePressed(id) if self.uses.fields.contains_key(&id) => {
                self.doomed = Some(id);
            }
            Message::DeletePressed(id) | Message::DeleteConfirmed(id) => {
                if let Some(field) = known(id) {
                    return write(Operation::DeleteField, context, move |workspace| {
                        workspace.transact(Operation::DeleteField, |tx| tx.delete(&field))
                    });
                }
            }
            Message::Kept => self.doomed = None,
            Message::Form(message) => {
                if let Some(form) = &mut self.form {
                    return Action::run(form.update(message));
                }
            }
            Message::Submitted => return self.submit(context),
            Message::Left => {
                if !self.asks() {
                    self.form = None;
                }
            }
            Message::Dropped => self.form = None,
        }
        Action::none()
    }

    /// Takes in a key while no field uses it.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<super::Message> {
        let turns = press.is(Named::ArrowLeft) || press.is(Named::ArrowRight);
        if turns && !press.is_captured && !self.is_open() {
            let other = match self.kind {
                Kind::Organization => Kind::Person,
                Kind::Person => Kind::Organization,
            };
            return self.update(Message::KindChosen(other), context);
        }
        let Some(stroke) = Stroke::beside(press, self.is_open()) else {
            return Action::none();
        };
        let fields = context.catalog.fields(self.kind);
        let fields: Vec<_> = fields.map(|one| one.id).collect();
        let message = match (stroke, fields.get(self.cursor).copied()) {
            (Stroke::Step(by), _) => {
                self.cursor = stepped(self.cursor, by, fields.len());
                return Action::none();
            }
            (Stroke::Leave, _) if self.doomed.is_some() => Message::Kept,
            (Stroke::Leave, _) => return self.update(Message::Left, context),
            (Stroke::Save, _) => Message::Submitted,
            (Stroke::New, _) => Message::NewPressed,
            (Stroke::Open, Some(id)) => Message::Chosen(id),
            (Stroke::Move(by), Some(id)) => Message::Moved(id, by),
            (Stroke::Delete, Some(id)) => Message::DeletePressed(id),
            _ => return Action::none(),
        };
        match context.is_read_only {
            true => Action::none(),
            false => self.update(message, context),
        }
    }

    /// Whether the form holds changes; it then asks what is to become of them.
    fn asks(&mut self) -> bool {
        self.form.as_mut().is_some_and(Form::asks)
    }

    fn begin(&mut self, field: CustomField, options: Vec<Term>) -> Action<super::Message> {
        if self.asks() {
            return Action::none();
        }
        self.form = Some(Form::new(field, options));
        Action::run(operation::focus(form::NAME))
    }

    fn submit(&mut self, context: &Context) -> Action<super::Message> {
        let Some(form) = self.form.as_mut() else {
            return Action::none();
        };
        if context.is_read_only || !form.is_whole() {
            return Action::none();
        }
        let Some(change) = form.change() else {
            self.form = None;
            return Action::none();
        };
        let operation = match change.field.version {
            0 => Operation::AddField,
            _ => Operation::EditField,
        };
        write(operation, context, move |workspace| {
            workspace.transact(operation, |tx| {
                tx.save(&change.field)?;
                for option in &change.saved {
                    tx.save(option)?;
                }
                change
                    .removed
                    .iter()
                    .try_for_each(|option| tx.delete(option))
            })
        })
    }

    /// Moves a field among those of its register; those whose place changes are saved.
    fn shift(
        &mut self,
        id: Id<CustomField>,
        by: isize,
        context: &Context,
    ) -> Action<super::Message> {
        let fields: Vec<_> = context.catalog.fields(self.kind).cloned().collect();
        let at = fields.iter().position(|field| field.id == id);
        let Some((fields, to)) = at.and_then(|at| swapped(fields, at, by)) else {
            return Action::none();
        };
        self.cursor = to;
        write(Operation::ReorderFields, context, move |workspace| {
            workspace.transact(Operation::ReorderFields, |tx| {
                for (position, field) in (0..).zip(fields) {
                    tx.save(&CustomField { position, ..field })?;
                }
                Ok(())
            })
        })
    }

    /// The tab.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let form = self.form.as_ref().map(|form| {
            let form = form.view(&self.uses.options, context);
            section::card(form)
        });
        section::scrolled(beside(self.list(context), form, FORM))
    }

    fn list<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let create = create("settings-new-field", Message::NewPressed, context);
        let kinds = [
            (Kind::Organization, "clients-organizations"),
            (Kind::Person, "clients-persons"),
        ];
        let kinds = kinds.map(|(kind, key)| {
            (
                locale.text(key),
                kind == self.kind,
                Message::KindChosen(kind),
            )
        });
        let fields: Vec<_> = context.catalog.fields(self.kind).collect();
        let nothing = fields
            .is_empty()
            .then(|| text::secondary(locale.text("settings-no-fields")));
        let lines = fields.into_iter().enumerate();
        let lines = lines.map(|(at, field)| self.line(at, field, context));
        section::card(
            column![
                section::heading(locale.text("settings-fields"), Some(create)),
                segmented::segmented(kinds),
                text::secondary(locale.text("settings-fields-hint")),
                nothing,
                Column::from_iter(lines).spacing(2.0),
            ]
            .spacing(spacing::M),
        )
    }

    fn line<'a>(
        &self,
        at: usize,
        field: &'a CustomField,
        context: &'a Context,
    ) -> Element<'a, Message> {
        let locale = &context.locale;
        let id = field.id;
        let count = self.uses.fields.get(&id);
        let count =
            count.map(|count| locale.with("settings-on-cards", &[("count", (*count).into())]));
        let category = field
            .category
            .map(|category| badge::badge(context.catalog.term(Some(category)), Tone::Accent));
        let face = row![
            ellipsis(field.name.as_str()).font(MEDIUM).width(Fill),
            text::secondary(count.unwrap_or_default()),
            category,
            badge::badge(locale.shape(field.shape), Tone::Neutral),
        ]
        .spacing(spacing::M)
        .align_y(Center);
        let face = container(face).center_y(LINE);
        let face = line::line(face, at == self.cursor, Message::Chosen(id));
        let moving = moving(|by| Message::Moved(id, by), Message::DeletePressed(id));
        let tools = row![face, tools(moving, context)].align_y(Center);
        let question = (self.doomed == Some(id)).then(|| self.question(id, locale));
        column![tools, question].spacing(spacing::XS).into()
    }

    /// What becomes of the cards that say something in a field which is to go.
    fn question<'a>(&self, id: Id<CustomField>, locale: &Locale) -> Element<'a, Message> {
        let count = self.uses.fields.get(&id).copied().unwrap_or_default();
        let words = locale.with("settings-field-used", &[("count", count.into())]);
        let answers = (Message::DeleteConfirmed(id), Message::Kept);
        used(words, "settings-remove", answers, locale)
    }
}

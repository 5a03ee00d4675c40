//! The dialog that edits one field of many cards: what, how, and what would become of it.

mod view;

use iced::Task as Command;
use iced::futures::channel::mpsc;
use iced::widget::operation::focus;

use crate::domain::client::Kind;
use crate::domain::edit::{self, Change, Edit, Way};
use crate::domain::text::fold;
use crate::domain::{Datum, Field, Progress};
use crate::error::{Error, Result};
use crate::ui::screen::input::{self, Answer, Input};
use crate::ui::screen::suggest::{self, List};
use crate::ui::screen::{Action, Context, Wish};
use crate::ui::worker::watch;
use crate::workspace::Preview;

use super::bulk::Targets;
use super::page::today;

/// The fields of the dialog.
const FIELD: &str = "mass-field";
const PART: &str = "mass-part";
/// The most fields that are offered at once; typing leads to the others.
const OFFERS: usize = 80;

/// The dialog.
#[derive(Debug)]
pub struct MassEdit {
    kind: Kind,
    /// Whom it is about.
    pub targets: Targets,
    field: Option<Field>,
    /// What is typed to find the field.
    needle: String,
    list: List,
    way: Way,
    input: Option<Input>,
    /// What is looked for within texts.
    part: String,
    /// What would become of it; `None` while nobody knows.
    preview: Option<Preview>,
    asked: u64,
    looked: (u64, u64),
    progress: Progress,
}

/// What happened in it.
#[derive(Debug, Clone)]
pub enum Message {
    /// A field is looked for.
    NeedleTyped(String),
    /// Enter was pressed there.
    NeedleSubmitted,
    /// Something in the list of fields.
    List(suggest::Message),
    /// A way to change it was chosen.
    WayChosen(Way),
    /// What is looked for within texts was typed.
    PartTyped(String),
    /// In the field of the value.
    Input(input::Message),
    /// So many cards were looked at, of so many.
    Looked(u64, (u64, u64)),
    /// What would become of it.
    Previewed(u64, Result<Preview>),
    /// It is to be done.
    Applied,
    /// Nothing is to be done.
    Left,
}

/// What the screen has to do next.
pub enum Next {
    /// The dialog stays.
    Open(Action<Message>),
    /// The dialog is to be closed.
    Closed,
    /// The dialog is to be closed, and this done.
    Apply(Edit),
}

impl MassEdit {
    /// The dialog about these clients; `field` is that of the column the keyboard stands on.
    pub fn new(
        kind: Kind,
        targets: Targets,
        field: Option<Field>,
        context: &Context,
    ) -> (Self, Command<Message>) {
        let mut dialog = Self {
            kind,
            targets,
            field: None,
            needle: String::new(),
            list: List {
                is_open: field.is_none(),
                at: 0,
            },
            way: Way::Set,
            input: None,
            part: String::new(),
            preview: None,
            asked: 0,
            looked: (0, 0),
            progress: Progress::default(),
        };
        let command = match field {
            Some(field) => dialog.choose(field, context),
            None => focus(FIELD),
        };
        (dialog, command)
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Next {
        Next::Open(match message {
            Message::NeedleTyped(needle) => {
                self.needle = needle;
                self.list = List {
                    is_open: true,
                    at: 0,
                };
                Action::none()
            }
            Message::NeedleSubmitted => Action::run(self.take(self.list.at, context)),
            Message::List(message) => Action::run(self.react_to_list(message, context)),
            Message::WayChosen(way) => Action::run(self.go(way, context)),
            Message::PartTyped(part) => {
                self.part = part;
                Action::run(self.look(context))
            }
            Message::Input(message) => return self.react_to_input(message, context),
            Message::Looked(asked, looked) if asked == self.asked => {
                self.looked = looked;
                Action::none()
            }
            Message::Previewed(asked, answer) if asked == self.asked => match answer {
                Ok(preview) => {
                    self.preview = Some(preview);
                    Action::none()
                }
                Err(Error::Cancelled) => Action::none(),
                Err(error) => Action::wish(Wish::Fail(error)),
            },
            Message::Looked(..) | Message::Previewed(..) => Action::none(), // late
            Message::Applied => return self.apply(),
            Message::Left => {
                self.progress.stop();
                return Next::Closed;
            }
        })
    }

    fn react_to_list(&mut self, message: suggest::Message, context: &Context) -> Command<Message> {
        match message {
            suggest::Message::Take(at) => return self.take(at, context),
            suggest::Message::Move(by) => {
                self.list.is_open = true;
                self.list.step(by, self.fields(context).len());
            }
            suggest::Message::Close => self.list.is_open = false,
        }
        Command::none()
    }

    fn react_to_input(&mut self, message: input::Message, context: &Context) -> Next {
        let before = self.edit();
        let Some(input) = &mut self.input else {
            return Next::Open(Action::none());
        };
        let was_open = input.is_open();
        let answer = input.update(message, context);
        let look = match self.edit() == before {
            true => Command::none(),
            false => self.look(context),
        };
        Next::Open(match answer {
            Answer::Waiting(command) => {
                Action::run(Command::batch([command.map(Message::Input), look]))
            }
            // Enter in a whole value: it is done, where it is known what that does.
            Answer::Settled if !was_open => return self.apply(),
            Answer::Settled => Action::run(look),
        })
    }

    fn apply(&mut self) -> Next {
        match self.edit().filter(|_| self.can_apply()) {
            Some(edit) => Next::Apply(edit),
            None => Next::Open(Action::none()),
        }
    }

    /// Whether it is known what would become of it, and that is something.
    fn can_apply(&self) -> bool {
        let preview = self.preview.as_ref();
        preview.is_some_and(|preview| preview.changed > 0)
    }

    /// The fields whose names have what was typed, each with its name.
    fn fields(&self, context: &Context) -> Vec<(Field, String)> {
        let (kind, catalog, needle) = (self.kind, &context.catalog, fold(&self.needle));
        let custom = catalog.fields(kind).map(|field| Field::Custom(field.id));
        let all = Field::of_kind(kind).filter(|field| edit::is_editable(*field));
        let named = custom.chain(all).map(|field| {
            let name = context.locale.field(kind, field, catalog);
            (field, name)
        });
        let meant = named.filter(|(_, name)| fold(name).contains(&needle));
        meant.take(OFFERS).collect()
    }

    fn take(&mut self, at: usize, context: &Context) -> Command<Message> {
        match self.fields(context).into_iter().nth(at) {
            Some((field, _)) => self.choose(field, context),
            None => Command::none(),
        }
    }

    fn choose(&mut self, field: Field, context: &Context) -> Command<Message> {
        self.field = Some(field);
        self.needle.clear();
        self.list.is_open = false;
        let way = edit::ways(field, context.catalog.nature(field)).first();
        self.go(way.copied().unwrap_or(Way::Set), context)
    }

    fn go(&mut self, way: Way, context: &Context) -> Command<Message> {
        let Some(field) = self.field else {
            return Command::none();
        };
        self.way = way;
        self.part.clear();
        let input = || Input::new(self.kind, field, &Datum::Nothing, context);
        self.input = (way != Way::Clear).then(input);
        let first = match way {
            Way::Replace => focus(PART),
            Way::Clear => Command::none(),
            Way::Set | Way::Add | Way::Remove => focus(input::FIELD),
        };
        Command::batch([self.look(context), first])
    }

    /// What is to be done, as far as that is told.
    fn edit(&self) -> Option<Edit> {
        let field = self.field?;
        let value = || self.input.as_ref()?.value(today());
        let said = || value().filter(Datum::is_said);
        let change = match self.way {
            Way::Clear => Change::Set(Datum::Nothing),
            Way::Set => Change::Set(said()?),
            Way::Add => Change::Add(said()?),
            Way::Remove => Change::Remove(said()?),
            Way::Replace if self.part.is_empty() => return None,
            Way::Replace => Change::Replace {
                part: self.part.clone(),
                with: match value()? {
                    Datum::Text(text) => text,
                    _ => String::new(),
                },
            },
        };
        Some(Edit { field, change })
    }

    /// Looks what would become of it; a look that is under way is stopped.
    fn look(&mut self, context: &Context) -> Command<Message> {
        self.progress.stop();
        self.progress = Progress::default();
        self.asked += 1;
        (self.preview, self.looked) = (None, (0, 0));
        let Some(edit) = self.edit() else {
            return Command::none();
        };
        let (asked, progress, targets) = (self.asked, self.progress.clone(), self.targets.clone());
        let (report, reports) = mpsc::unbounded();
        let previewed = context.worker.background(move |reader| {
            watch(&progress, report, || {
                reader.preview(&targets.ids(), &edit, &progress)
            })
        });
        Command::batch([
            Command::run(reports, move |looked| Message::Looked(asked, looked)),
            Command::perform(previewed, move |preview| Message::Previewed(asked, preview)),
        ])
    }
}

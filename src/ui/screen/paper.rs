//! The form of a paper: one for offers, contracts, invoices, acts, waybills and letters, which
//! shows what fits the kind.

mod begin;
mod clash;
mod goods;
mod making;
mod material;
mod panel;
mod picks;
mod preview;
mod promises;
mod save;
mod sheet;
mod verbs;
mod view;

use iced::Task as Command;
use iced::advanced::widget::operate;
use iced::advanced::widget::operation::focusable::find_focused;
use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::{Id as Name, text_editor};

use crate::documents::Surroundings;
use crate::domain::paper::merge::Field;
use crate::domain::paper::{ContractKind, Document, PaperKind, PaperState};
use crate::domain::sales::{Rounding, TaxMode};
use crate::domain::{Client, Company, Currency, Employee, Id, Paper, Task};
use crate::error::{Error, Result};
use crate::ui::screen::clash::Clash;
use crate::ui::screen::{self, Action, Context, Press, Wish, month, pick};
use crate::ui::widget::focus;
use crate::ui::widget::sheet::Sheets;
use crate::workspace::Outcome;

pub use material::{Material, Near};
pub use sheet::Line;
use sheet::{Problem, Sheet};

/// The name of what scrolls.
const PAGE: &str = "paper form";
/// The names by which fields are focused.
const CLIENT: &str = "paper client";
const CONTACT: &str = "paper contact";
const TERMS: &str = "paper terms";
const NOTE: &str = "paper note";

/// The form of one paper, new or known.
pub struct Form {
    source: Source,
    sheet: Option<Box<Sheet>>,
    question: Option<Question>,
    is_saving: bool,
    /// Whether saving was tried: from then on it says what has to be put right.
    is_checked: bool,
    /// What it is saved for.
    next: Next,
    is_menu_open: bool,
    /// The line of the menu that the keyboard stands on.
    mark: usize,
}

/// What is done once the paper is saved.
#[derive(Debug, Clone, Default)]
enum Next {
    /// The form stays.
    #[default]
    Stay,
    /// It is left.
    Leave,
    /// A file is made.
    Make,
    /// A paper of that kind is made from it.
    Succeed(PaperKind),
    /// Another page is shown.
    Wish(Box<Wish>),
}

/// Where it begins.
#[derive(Debug, Clone)]
pub enum Source {
    /// A new one, made from this draft.
    New(Box<Document>),
    /// One that is in the base.
    Known(Id<Paper>),
}

/// What is asked over the form.
#[derive(Debug)]
enum Question {
    /// Whether to save what was typed, or to give it up.
    Leaving,
    /// Which of two values is kept.
    Clash(Clash<Field>),
}

/// What happened in the form.
#[derive(Debug, Clone)]
pub enum Message {
    /// What it starts with was read.
    Loaded(Result<Box<Material>>),
    /// The base has changed: what stands in it now was read.
    Refreshed(Result<Box<Material>>),
    /// A line was typed.
    Line(Line, String),
    /// The terms were edited.
    Terms(text_editor::Action),
    /// The note was edited.
    Note(text_editor::Action),
    /// Something happened to the client.
    Client(pick::Message),
    /// Something happened to the person.
    Contact(pick::Message),
    /// What stands around that client was read.
    Near(Id<Client>, Result<Box<Near>>),
    /// What its template is filled with was read.
    Around(Result<Box<Surroundings>>),
    /// The number it would get was read.
    Number(Result<String>),
    /// Another company of ours was chosen.
    Company(Option<Id<Company>>),
    /// Another kind of contract was chosen.
    ContractKind(Option<Id<ContractKind>>),
    /// What has become of it was chosen.
    State(PaperState),
    /// Another currency was chosen.
    Currency(Currency),
    /// Whether prices hold the tax was chosen.
    Mode(TaxMode),
    /// Where tax is rounded was chosen.
    Rounding(Rounding),
    /// Who sees to it was chosen.
    Manager(Option<Id<Employee>>),
    /// Who looks after that was chosen.
    Controller(Option<Id<Employee>>),
    /// The project was chosen.
    Project(Option<Id<Task>>),
    /// Something happened to what is sold.
    Goods(goods::Message),
    /// Something happened to what is promised.
    Promises(promises::Message),
    /// Something happened to the template, or to a file.
    Making(making::Message),
    /// The paper was drawn as it will look.
    Drawn(u64, Result<Sheets>),
    /// Something happened in the month under that line.
    Month(Line, month::Message),
    /// What is missing is to be put right there.
    PutRight(panel::Place),
    /// The menu is to unfold, or to fold.
    Menu(bool),
    /// The mark in it moves.
    Mark(isize),
    /// A paper of that kind is to be made from it.
    Succeed(PaperKind),
    /// That paper was made.
    Succeeded(Result<Box<Document>>),
    /// Another paper is to be shown.
    Open(Id<Paper>),
    /// It is to be thrown away.
    Delete,
    /// It was.
    Deleted(Result<Outcome<()>>),
    /// A value was chosen where two clash.
    Clash(screen::clash::Message<Field>),
    /// The arrow down was pressed in that field: its list unfolds.
    Down(Name),
    /// The paper is to be saved.
    Save,
    /// What became of it.
    Saved(Result<Box<save::Reply>>),
    /// The form is to be left.
    Leave,
    /// What was typed is given up.
    Discard,
    /// The question is put aside.
    Stay,
}

impl Form {
    /// The form of a new paper: what the draft leaves open is filled with what is usual. A draft
    /// for nobody yet has the client 0.
    pub fn create(draft: Document, context: &Context) -> (Self, Command<Message>) {
        Self::new(Source::New(Box::new(draft)), context)
    }

    /// The form of a paper that is in the base.
    pub fn edit(id: Id<Paper>, context: &Context) -> (Self, Command<Message>) {
        Self::new(Source::Known(id), context)
    }

    fn new(source: Source, context: &Context) -> (Self, Command<Message>) {
        let form = Self {
            source,
            sheet: None,
            question: None,
            is_saving: false,
            is_checked: false,
            next: Next::Stay,
            is_menu_open: false,
            mark: 0,
        };
        let command = form.read(context, Message::Loaded);
        (form, command)
    }

    /// Which paper it shows, saved or not.
    pub fn id(&self) -> Id<Paper> {
        match &self.source {
            Source::New(draft) => draft.paper.id,
            Source::Known(id) => *id,
        }
    }

    /// Whether a file is being made.
    pub fn is_busy(&self) -> bool {
        let sheet = self.sheet.as_ref();
        sheet.is_some_and(|sheet| sheet.making.is_busy())
    }

    /// Whether something was typed that is not saved.
    pub fn is_dirty(&self) -> bool {
        self.sheet.as_ref().is_some_and(|sheet| sheet.is_dirty())
    }

    /// Whether it asks what becomes of what was typed, or saves it in answer.
    pub fn is_leaving(&self) -> bool {
        matches!(self.next, Next::Leave) && self.sheet.is_some()
    }

    /// Looks at the base again: somebody has written. What is typed stays as it is.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        match self.is_saving {
            true => Command::none(),
            false => self.read(context, Message::Refreshed),
        }
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        let mut action = self.take(message, context);
        if let Some(sheet) = &mut self.sheet {
            let read = sheet.follow(context);
            action.command = Command::batch([action.command, read]);
        }
        action
    }

    fn take(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            // It was read for the paper that stood here before.
            Message::Loaded(Ok(material)) | Message::Refreshed(Ok(material))
                if material.document.paper.id != self.id() =>
            {
                Action::none()
            }
            Message::Loaded(material) => self.begin(material, context),
            Message::Refreshed(Ok(material)) => {
                self.renew(*material, context);
                Action::none()
            }
            // It was taken back, or thrown away elsewhere.
            Message::Refreshed(Err(Error::Missing(_))) if !self.is_dirty() => self.left(),
            // What was typed stays in sight; saving will tell.
            Message::Refreshed(Err(_)) => Action::none(),
            Message::Save => self.save(context),
            Message::Saved(saved) => self.saved(saved, context),
            Message::Leave => self.leave(),
            Message::Discard => self.left(),
            Message::Stay => {
                self.question = None;
                self.next = Next::Stay;
                Action::none()
            }
            Message::Clash(message) => {
                if let Some(Question::Clash(clash)) = &mut self.question {
                    clash.update(message);
                }
                Action::none()
            }
            Message::Menu(is_open) => {
                (self.is_menu_open, self.mark) = (is_open, 0);
                Action::none()
            }
            Message::Mark(by) => {
                let last = self.count_deeds(context).saturating_sub(1);
                self.mark = self.mark.saturating_add_signed(by).min(last);
                Action::none()
            }
            Message::Deleted(_) => self.do_verb(message, context),
            Message::Drawn(turn, sheets) => {
                if let Some(sheet) = &mut self.sheet {
                    sheet.making.preview.take(turn, sheets);
                }
                Action::none()
            }
            // What is typed while it is being saved would be lost.
            _ if self.is_saving => Action::none(),
            Message::Making(message) => self.update_making(message, context),
            Message::PutRight(_)
            | Message::Succeed(_)
            | Message::Succeeded(_)
            | Message::Open(_)
            | Message::Delete => self.do_verb(message, context),
            message => self.edit_sheet(message, context),
        }
    }

    /// What was typed or chosen in a field.
    fn edit_sheet(&mut self, message: Message, context: &Context) -> Action<Message> {
        let Some(sheet) = &mut self.sheet else {
            return Action::none();
        };
        let paper = &mut sheet.mine.paper;
        match message {
            Message::Line(line, text) => sheet.type_into(line, text, &context.locale),
            Message::Terms(action) => sheet.terms.perform(action),
            Message::Note(action) => sheet.note.perform(action),
            Message::Client(message) => return self.update_client(message, context),
            Message::Contact(message) => return self.update_contact(message, context),
            Message::Near(client, Ok(near)) if sheet.client.chosen() == Some(client) => {
                sheet.set_near(*near);
            }
            Message::Around(Ok(around)) => sheet.set_around(*around, context),
            Message::Number(Ok(number)) => sheet.facts.next_number = number,
            Message::Number(Err(_)) => sheet.facts.next_number.clear(),
            Message::Company(company) => sheet.choose_company(company),
            Message::ContractKind(kind) => paper.contract_kind = kind,
            Message::State(state) => paper.state = state,
            Message::Currency(currency) => sheet.choose_currency(currency),
            Message::Mode(mode) => paper.mode = mode,
            Message::Rounding(rounding) => paper.rounding = rounding,
            Message::Manager(manager) => paper.manager = manager,
            Message::Controller(controller) => paper.controller = controller,
            Message::Project(project) => paper.project = project,
            Message::Month(line, message) => sheet.turn_month(line, message, &context.locale),
            Message::Goods(message) => {
                let focused = sheet.goods.update(message, &mut sheet.mine, &sheet.facts);
                return focus_on(focused);
            }
            Message::Promises(message) => {
                return focus_on(sheet.promises.update(message, &mut sheet.mine));
            }
            Message::Down(field) => return self.unfold(&field, context),
            _ => {}
        }
        Action::none()
    }

    fn leave(&mut self) -> Action<Message> {
        if self.is_saving {
            return Action::none();
        }
        if !self.is_dirty() {
            return self.left();
        }
        self.question = Some(Question::Leaving);
        self.next = Next::Leave;
        Action::none()
    }

    /// The form is done with: nothing of it is left to lose.
    fn left(&mut self) -> Action<Message> {
        self.question = None;
        self.sheet = None;
        Action::wish(Wish::Back)
    }

    /// What follows from a key.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        if self.is_menu_open {
            return Action::none(); // it has the keyboard
        }
        if self.question.is_some() {
            return press.moves_focus().map_or(Action::none(), Action::run);
        }
        if press.is(Named::Tab) {
            let taken = self.settle(context);
            let step = match press.modifiers.shift() {
                true => focus::previous,
                false => focus::next,
            };
            return Action::run(Command::batch([taken.command, step(PAGE.into())]));
        }
        if press.is_command('s') {
            return self.update(Message::Save, context);
        }
        // A field has said by Enter that the paper is to be saved; then the file is made.
        let is_enter = press.key == Key::Named(Named::Enter);
        if is_enter && press.modifiers.command() {
            let make = making::Message::Make;
            return self.update(Message::Making(make), context);
        }
        if press.is_command('p') {
            return self.update(Message::Making(making::Message::Print), context);
        }
        if press.is_captured {
            return Action::none();
        }
        if press.is(Named::ArrowDown) {
            Action::run(operate(find_focused()).map(Message::Down))
        } else if press.is(Named::Escape) {
            self.update(Message::Leave, context)
        } else {
            Action::none()
        }
    }
}

fn focus_on(field: Option<Name>) -> Action<Message> {
    field.map_or(Action::none(), |field| {
        Action::run(focus::on_all(PAGE.into(), field))
    })
}

//! The whole card of a client: everything known about it, and who did what to it.
//!
//! The page itself shows the head, the tabs and what stands in the row of the client: names,
//! numbers, contacts, people. Everything else plugs in as a [`section::Section`]: a module of this
//! folder with a state, a `Message`, what it reads, an `update` and a `view`, and one line in the
//! list at the end of `section.rs`.

mod attachments;
mod body;
mod career;
mod consents;
mod departments;
mod dialog;
mod documents;
mod entries;
mod events;
mod head;
mod history;
mod influence;
mod links;
mod money;
mod notes;
mod papers;
mod parts;
mod people;
mod reach;
mod relation;
mod requisites;
mod section;
mod sheet;
mod summary;
mod tabs;
mod team;
#[cfg(test)]
mod tests;
mod texts;
mod values;
mod view;
mod work;

use std::path::PathBuf;

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::{Task as Command, clipboard};

use crate::domain::client::Kind;
use crate::domain::completeness::Item;
use crate::domain::paper::PaperKind;
use crate::domain::{Card, Client, Id, Operation};
use crate::error::{Error, Result};
use crate::ui::screen::{Action, Context, Press, Wish};
use crate::ui::widget::focus;
use crate::workspace::{Outcome, Transaction};
use dialog::Dialog;
use section::{Part, Sections};
use tabs::Tab;

pub(super) use reach::contact_doubt;
pub(super) use requisites::{account_doubt, doubt};
pub use sheet::Sheet;

/// From this width on, in logical pixels, a page has two columns.
pub(super) const TWO_COLUMNS: f32 = 1200.0;
/// A page grows no wider than this, in logical pixels.
pub(super) const WIDEST: f32 = 1720.0;
/// The name of what scrolls.
const PAGE: &str = "card page";

/// The page of one client.
pub struct Page {
    id: Id<Client>,
    sheet: Option<Result<Box<Sheet>>>,
    tab: Tab,
    sections: Sections,
    is_menu_open: bool,
    /// Whether it is asked what becomes of what was typed.
    is_leaving: bool,
    dialog: Option<Dialog>,
}

/// What happened on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// The card was read.
    Loaded(Result<Box<Sheet>>),
    /// Back was pressed.
    Back,
    /// Edit was pressed.
    Edit,
    /// Something the card lacks is to be filled in.
    Fill(Item),
    /// A person of the organisation is to be entered.
    AddPerson,
    /// A paper for the client is to be made.
    NewPaper(PaperKind),
    /// Another card is to be shown.
    Open(Id<Client>),
    /// The menu is to unfold or to fold.
    Menu(bool),
    /// The card is to go to the bin.
    Delete,
    /// The card went to the bin.
    Deleted(Result<Outcome<usize>>),
    /// This text is to be copied.
    Copy(String),
    /// All requisites are to be copied.
    CopyRequisites,
    /// A file was dropped on it.
    Dropped(PathBuf),
    /// The card was looked over today and found right.
    CheckedToday,
    /// Something happened in the dialog over it.
    Dialog(dialog::Message),
    /// Another tab is to be shown.
    Tab(Tab),
    /// Something happened in a section.
    Part(Part),
    /// What became of something that was to be written, and what reaches its section then.
    Written(Operation, Result<Outcome<()>>, Option<Part>),
    /// What was typed is given up.
    Discard,
    /// The question is put aside.
    Stay,
    /// The focus goes to the line below, or to that above.
    Focus(isize),
}

impl Page {
    /// The page of the client `id`, and what reads it.
    pub fn new(id: Id<Client>, context: &Context) -> (Self, Command<Message>) {
        let page = Self {
            id,
            sheet: None,
            tab: Tab::Overview,
            sections: Sections::default(),
            is_menu_open: false,
            is_leaving: false,
            dialog: None,
        };
        let command = page.load(context);
        (page, command)
    }

    /// Whose card it is.
    pub fn id(&self) -> Id<Client> {
        self.id
    }

    /// The card as it was read last.
    pub fn card(&self) -> Option<&Card> {
        let sheet = self.sheet.as_ref()?.as_ref().ok()?;
        Some(&sheet.card)
    }

    /// Whether it asks what becomes of what was typed.
    pub fn is_leaving(&self) -> bool {
        self.is_leaving
    }

    /// Whether something was typed that is not saved.
    pub fn is_dirty(&self) -> bool {
        self.sections.is_dirty()
    }

    /// Whether work is under way that leaving would stop.
    pub fn is_busy(&self) -> bool {
        self.sections.is_busy() || self.dialog.as_ref().is_some_and(Dialog::is_busy)
    }

    /// Reads the card again: somebody has written.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        self.load(context)
    }

    fn load(&self, context: &Context) -> Command<Message> {
        let id = self.id;
        let read = context
            .worker
            .read(move |reader| Sheet::read(reader, id).map(Box::new));
        Command::perform(read, Message::Loaded)
    }

    fn take_sheet(&mut self, sheet: Result<Box<Sheet>>, context: &Context) -> Action<Message> {
        if sheet
            .as_ref()
            .is_ok_and(|sheet| sheet.card.client.id != self.id)
        {
            return Action::none(); // an answer to a card that lies below, or did
        }
        self.sheet = Some(sheet);
        Action::run(self.seen(context))
    }

    fn begin_paper(&mut self, kind: PaperKind) -> Action<Message> {
        self.is_menu_open = false;
        Action::wish(Wish::new_paper(kind, self.id))
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Loaded(Err(error)) if !matches!(error, Error::Missing(_)) => {
                // What was read before stays in sight.
                self.sheet.get_or_insert(Err(error.clone()));
                Action::wish(Wish::Fail(error))
            }
            Message::Loaded(sheet) => self.take_sheet(sheet, context),
            Message::Back => self.leave(context),
            Message::Edit if self.can_write(context) => Action::wish(Wish::Edit(self.id)),
            Message::AddPerson if self.can_write(context) => {
                Action::wish(Wish::Create(Kind::Person, Some(self.id)))
            }
            Message::Fill(item) if self.can_write(context) => {
                Action::wish(Wish::Fill(self.id, item))
            }
            Message::NewPaper(kind) => self.begin_paper(kind),
            Message::Edit | Message::Fill(_) | Message::AddPerson => Action::none(),
            Message::Open(id) => Action::wish(Wish::Open(id)),
            Message::Menu(is_open) => {
                self.is_menu_open = is_open;
                Action::none()
            }
            Message::Delete => self.delete(context),
            Message::Deleted(Ok(outcome)) => {
                let done = Wish::Done(Operation::DeleteClients, outcome.changed);
                Action::wish(done).and(Wish::Back)
            }
            Message::Deleted(Err(error)) => Action::wish(Wish::Fail(error)),
            Message::Copy(text) => copied(text, context),
            Message::CopyRequisites => self.copy_requisites(context),
            Message::Dropped(path) => self.take_dropped(path, context),
            Message::CheckedToday => self.check(context),
            Message::Dialog(message) => self.update_dialog(message, context),
            Message::Tab(tab) => {
                self.tab = tab;
                Action::run(self.seen(context))
            }
            Message::Part(part) => match &self.sheet {
                Some(Ok(sheet)) => self.sections.update(part, sheet, context),
                _ => Action::none(),
            },
            Message::Written(operation, Ok(outcome), then) => {
                let action = match then {
                    Some(part) => self.update(Message::Part(part), context),
                    None => Action::none(),
                };
                action.and(Wish::Done(operation, outcome.changed))
            }
            Message::Written(_, Err(error), _) => Action::wish(Wish::Fail(error)),
            Message::Discard => {
                self.sections.fold();
                self.update(Message::Stay, context).and(Wish::Back)
            }
            Message::Stay => {
                self.is_leaving = false;
                Action::none()
            }
            Message::Focus(step) => stepped(step),
        }
    }

    fn check(&self, context: &Context) -> Action<Message> {
        let id = self.id;
        let today = chrono::Local::now().date_naive();
        write(Operation::CheckCard, None, context, move |tx| {
            let mut client = tx.read().card(id)?.client;
            client.checked_on = Some(today);
            tx.save(&client).map(drop)
        })
    }

    /// What the sections of the tab read only now.
    fn seen(&mut self, context: &Context) -> Command<Message> {
        match &self.sheet {
            Some(Ok(sheet)) => self.sections.seen(self.tab, sheet, context),
            _ => Command::none(),
        }
    }

    /// Back to where it was opened from; what was typed is asked about.
    fn leave(&mut self, context: &Context) -> Action<Message> {
        if self.is_busy() {
            return Action::wish(Wish::Say(context.locale.text("common-busy")));
        }
        if self.is_dirty() {
            self.is_leaving = true;
            return Action::none();
        }
        Action::wish(Wish::Back)
    }

    fn take_dropped(&mut self, path: PathBuf, context: &Context) -> Action<Message> {
        self.tab = Tab::Files;
        let dropped = attachments::Message::Dropped(path);
        self.update(Message::Part(Part::Attachments(dropped)), context)
    }

    fn update_dialog(&mut self, message: dialog::Message, context: &Context) -> Action<Message> {
        self.is_menu_open = false;
        let title = self.card().map(|card| card.client.title());
        let of = (self.id, &*title.unwrap_or_default());
        dialog::update(&mut self.dialog, message, of, context)
    }

    fn delete(&mut self, context: &Context) -> Action<Message> {
        self.is_menu_open = false;
        if !self.can_write(context) {
            return Action::none();
        }
        let id = self.id;
        let deleted = context.worker.write(move |workspace| {
            workspace.transact(Operation::DeleteClients, |tx| tx.delete_clients(&[id]))
        });
        Action::run(Command::perform(deleted, Message::Deleted))
    }

    fn copy_requisites(&mut self, context: &Context) -> Action<Message> {
        self.is_menu_open = false;
        let Some(card) = self.card() else {
            return Action::none();
        };
        let text = requisites::as_text(&context.locale, card);
        let said = context.locale.text("card-requisites-copied");
        Action::run(clipboard::write(text)).and(Wish::Say(said))
    }

    fn can_write(&self, context: &Context) -> bool {
        !context.is_read_only && self.card().is_some()
    }

    /// What follows from a key.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        let is_paged = press.modifiers.command();
        match press.key {
            Key::Named(Named::PageDown) if is_paged => return self.turn(1, context),
            Key::Named(Named::PageUp) if is_paged => return self.turn(-1, context),
            // The dialog sees to Esc itself.
            _ if self.is_leaving || self.dialog.is_some() => {
                return press.moves_focus().map_or(Action::none(), Action::run);
            }
            _ => {}
        }
        if press.is(Named::Tab) {
            let is_back = press.modifiers.shift();
            let step = if is_back {
                focus::previous
            } else {
                focus::next
            };
            return Action::run(step(PAGE.into()));
        }
        if press.is_captured {
            return Action::none();
        }
        if press.is_command('h') {
            return self.update(Message::Tab(Tab::History), context);
        }
        if press.is_command('m') {
            self.tab = Tab::Notes;
            return self.update(notes::say(notes::Message::Write), context);
        }
        if let Some(Ok(sheet)) = &self.sheet
            && let Some(action) = self.sections.press(self.tab, press, sheet, context)
        {
            return action;
        }
        let is_person = |card: &Card| card.client.is_natural_person();
        if press.is_command('g') && self.card().is_some_and(is_person) {
            self.update(Message::Dialog(dialog::Message::CasesPressed), context)
        } else if press.is_command('d') && self.card().is_some() {
            self.update(Message::Dialog(dialog::Message::DossierPressed), context)
        } else if press.is_command('e') || press.is(Named::F2) {
            self.update(Message::Edit, context)
        } else if press.is(Named::Delete) && !press.modifiers.shift() {
            self.update(Message::Delete, context)
        } else if press.is(Named::Escape) && (self.is_dirty() || !self.sections.fold()) {
            self.leave(context)
        } else {
            Action::none()
        }
    }

    fn turn(&mut self, step: isize, context: &Context) -> Action<Message> {
        let kind = self.card().map(|card| card.client.kind);
        let tab = kind.map_or(self.tab, |kind| self.tab.neighbour(kind, step));
        self.update(Message::Tab(tab), context)
    }
}

/// Writes on behalf of a section: `work` is one operation, told when it is done and taken back by
/// one undo. Where it went well `then` reaches the section, to give up what was typed.
fn write(
    operation: Operation,
    then: Option<Part>,
    context: &Context,
    work: impl FnOnce(&mut Transaction<'_>) -> Result<()> + Send + 'static,
) -> Action<Message> {
    if context.is_read_only {
        return Action::wish(Wish::Fail(Error::ReadOnly));
    }
    let written = context
        .worker
        .write(move |workspace| workspace.transact(operation, work));
    Action::run(Command::perform(written, move |outcome| {
        Message::Written(operation, outcome, then.clone())
    }))
}

/// The focus goes to the line below, or to that above.
fn stepped(step: isize) -> Action<Message> {
    Action::run(if step < 0 {
        focus::previous(PAGE.into())
    } else {
        focus::next(PAGE.into())
    })
}

fn copied(text: String, context: &Context) -> Action<Message> {
    // One line is enough to see what was copied.
    let shown: String = text.chars().take(60).collect();
    let said = context
        .locale
        .with("card-copied", &[("text", shown.into())]);
    Action::run(clipboard::write(text)).and(Wish::Say(said))
}

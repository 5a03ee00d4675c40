//! The open file: its pages one over the other, the search and the dialogs above them.

mod fulfil;
mod known;
mod leaving;
mod news;
mod outside;
mod pages;
mod papers;
mod press;
mod rings;
mod tally;
mod tasks;
mod view;
mod windows;

use std::path::PathBuf;

use iced::{Task as Command, window};

use crate::domain::paper::PaperTemplate;
use crate::domain::{Employee, Id, Operation, Task};
use crate::error::Result;
use crate::i18n::Locale;
use crate::settings::{FirstPage, Settings};
use crate::ui::frame;
use crate::ui::preference::Preferences;
use crate::ui::screen::clients::{self, Clients, Kept};
use crate::ui::screen::export::{self, Export};
use crate::ui::screen::search::{self, Search};
use crate::ui::screen::{Action, Context, Page, Press, Wish};
use crate::ui::screen::{card, settings, task, templates};
use crate::workspace::Outcome;

use leaving::Goal;
use outside::Outside;
use rings::Rings;
use tally::Tally;
use windows::Windows;

pub use known::{Known, Opened};
pub use pages::View;

/// A file that is open, with everything that is shown of it.
pub struct Desk {
    context: Context,
    clients: Clients,
    /// What lies over the list of clients, the topmost last.
    pages: Vec<View>,
    windows: Windows,
    search: Search,
    dialog: Option<Dialog>,
    export: Option<Export>,
    /// What is asked about a task over the page.
    task: Option<task::Dialog>,
    /// What came of these tasks is asked once that dialog is gone.
    unfinished: Vec<Id<Task>>,
    /// Where the user was bound when a form asked what becomes of its input.
    goal: Option<Goal>,
    known: Known,
    tally: Tally,
    rings: Rings,
    /// The templates that are open in another program.
    outside: Outside,
    /// The menu of the frame that is unfolded.
    menu: Option<frame::Menu>,
    /// A question about news is under way.
    is_asking: bool,
    /// The file went away while open; said once.
    is_lost: bool,
    preferences: Preferences,
    /// The folder of the program's own log.
    log: Option<PathBuf>,
    width: f32,
}

/// What stands over the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Dialog {
    Search,
    Shortcuts,
    Export,
    Task,
    /// Unsaved input would be lost by closing.
    Closing,
}

/// What happened while a file is open.
#[derive(Debug, Clone)]
pub enum Message {
    /// Something in the frame was pressed.
    Frame(frame::Message),
    /// In the list of clients.
    Clients(clients::Message),
    /// On the topmost page.
    Page(pages::Message),
    /// On the page of a further window.
    Beside(window::Id, pages::Message),
    /// A key was pressed in a further window.
    PressedBeside(window::Id, Press),
    /// The user wants to close a further window.
    CloseAskedBeside(window::Id),
    /// In the search.
    Search(search::Message),
    /// In the export.
    Export(export::Message),
    /// In what is asked about a task.
    Task(task::dialog::Message),
    /// A key was pressed.
    Pressed(Press),
    /// A dialog was closed.
    DialogClosed,
    /// Unsaved input may be lost.
    CloseAnyway,
    /// A second went by.
    Tick,
    /// Whether another program has written.
    News(Result<bool>),
    /// What the frame has to know was read.
    Read(Result<Known>),
    /// What rings was looked for.
    Rung(Result<rings::Rung>),
    /// It was told on the desktop.
    Notified(Result<()>),
    /// Pairs that look alike were counted.
    Tallied(Result<tally::Counted>),
    /// A copy of a template was made for another program.
    CopiedOutside(Result<outside::Copied>),
    /// Templates that are open in another program were looked at.
    LookedOutside(Result<outside::Looked>),
    /// A template that was saved in another program was taken.
    TakenOutside(Id<PaperTemplate>, Result<outside::Taken>),
    /// An undo or a redo was done; `true` for the undo.
    Reverted(bool, Result<Outcome<Operation>>),
    /// The window has another width, in logical pixels.
    Resized(f32),
    /// A file was dropped on the window.
    Dropped(PathBuf),
    /// The user wants to close the window.
    CloseAsked,
}

impl Message {
    /// Whether it comes though nobody does anything.
    fn comes_by_itself(&self) -> bool {
        matches!(
            self,
            Self::Tick
                | Self::News(_)
                | Self::Read(_)
                | Self::Tallied(_)
                | Self::Rung(_)
                | Self::Notified(_)
                | Self::LookedOutside(_)
                | Self::TakenOutside(..)
        )
    }
}

impl Desk {
    /// The desk over a file that was just opened.
    pub fn new(
        opened: Opened,
        settings: &Settings,
        log: Option<PathBuf>,
        width: f32,
    ) -> (Self, Command<Message>) {
        let context = opened.context(settings);
        let preferences = Preferences::of(settings);
        let (mut clients, command) = Clients::new(&context, &settings.columns);
        clients.set_density(preferences.density);
        let mut desk = Self {
            context,
            clients,
            pages: Vec::new(),
            windows: Windows::new(),
            search: Search::new(),
            dialog: None,
            export: None,
            task: None,
            unfinished: Vec::new(),
            goal: None,
            known: opened.known,
            tally: Tally::default(),
            rings: Rings::new(log.is_some() && !settings.is_silent),
            outside: Outside::default(),
            menu: None,
            is_asking: false,
            is_lost: false,
            preferences,
            log,
            width,
        };
        let mut commands = vec![command.map(Message::Clients)];
        if settings.first_page == FirstPage::Today {
            let shown = desk.fulfil(Action::wish(Wish::Show(Page::Today)));
            commands.push(shown.command);
        }
        (desk, Command::batch(commands))
    }

    /// The open file and its employee.
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// How many reminders have rung and are not settled.
    pub fn rung(&self) -> usize {
        self.rings.count()
    }

    /// Whether closing would lose input, or stop work.
    pub fn has_input(&self) -> bool {
        self.is_dirty() || self.is_busy()
    }

    /// The columns of the lists, to be kept in the settings.
    pub fn columns(&self) -> Kept {
        self.clients.columns(&self.context)
    }

    /// Speaks and looks as the settings say now.
    pub fn follow(&mut self, settings: &Settings) {
        self.context.locale = Locale::new(settings.language.resolve());
        self.preferences = Preferences::of(settings);
        self.rings
            .set_notifies(self.log.is_some() && !settings.is_silent);
        self.clients.set_density(self.preferences.density);
        for page in self.pages.iter_mut().chain(self.windows.values_mut()) {
            page.set_density(self.preferences.density);
        }
    }

    /// Takes in what happened. The wishes that come out are the app's to fulfil.
    pub fn update(&mut self, message: Message) -> Action<Message> {
        if !message.comes_by_itself() {
            self.tally.disturb();
        }
        let action = match message {
            Message::Frame(message) => {
                let action = self.press_frame(message);
                return self.go_on(action);
            }
            Message::Clients(message) => {
                let action = self.clients.update(message, &self.context);
                action.map(Message::Clients)
            }
            Message::Page(message) => self.update_page(message),
            Message::Beside(id, message) => self.update_beside(id, message),
            Message::PressedBeside(id, press) => self.press_beside(id, &press),
            Message::CloseAskedBeside(id) => self.close_asked_beside(id),
            Message::Search(message) => {
                let action = self.search.update(message, &self.context);
                action.map(Message::Search)
            }
            Message::Export(message) => match &mut self.export {
                Some(export) => export.update(message, &self.context).map(Message::Export),
                None => Action::none(),
            },
            Message::Task(message) => self.update_task(message),
            Message::Pressed(press) => self.press(&press),
            Message::DialogClosed => return self.close_dialog(),
            Message::CloseAnyway => Action::wish(Wish::CloseWindow),
            Message::Tick => self.tick(),
            Message::Tallied(counted) => self.take_tallied(counted),
            Message::Rung(rung) => self.take_rung(rung),
            Message::Notified(told) => {
                if let Err(error) = told {
                    tracing::warn!(?error, "the desktop shows no notifications");
                }
                Action::none()
            }
            Message::CopiedOutside(copied) => self.take_copied(copied),
            Message::LookedOutside(looked) => self.take_looked(looked),
            Message::TakenOutside(id, taken) => self.take_outside(id, taken),
            Message::News(news) => self.take_news(news),
            Message::Read(known) => self.take_known(known),
            Message::Reverted(is_undo, outcome) => self.take_reverted(is_undo, outcome),
            Message::Resized(width) => {
                self.width = width;
                Action::none()
            }
            Message::Dropped(path) => self.take_dropped(path),
            Message::CloseAsked if self.has_input() => {
                self.dialog = Some(Dialog::Closing);
                Action::none()
            }
            Message::CloseAsked => Action::wish(Wish::CloseWindow),
        };
        let action = self.fulfil(action);
        self.go_on(action)
    }

    /// A file was dropped: the page takes it, or it is imported.
    fn take_dropped(&mut self, path: PathBuf) -> Action<Message> {
        let message = match self.pages.last() {
            Some(View::Card(_)) => pages::Message::Card(card::Message::Dropped(path)),
            Some(View::Settings(_)) => pages::Message::Settings(settings::Message::Dropped(path)),
            Some(View::Templates(_)) => {
                pages::Message::Templates(templates::Message::Dropped(path))
            }
            _ => return Action::wish(Wish::Import(Some(path))),
        };
        self.update_page(message)
    }

    /// The dialog is to go; those with input or work of their own are asked.
    fn close_dialog(&mut self) -> Action<Message> {
        match self.dialog {
            Some(Dialog::Export) => self.update(Message::Export(export::Message::Closed)),
            Some(Dialog::Task) => self.update(Message::Task(task::dialog::Message::Leave)),
            None => match self.pages.last() {
                Some(page) => match page.dialog_closed() {
                    Some(closed) => self.update(Message::Page(closed)),
                    None => Action::none(),
                },
                None => {
                    let closed = clients::Message::DialogClosed;
                    self.update(Message::Clients(closed))
                }
            },
            Some(_) => {
                // A form that was asked about comes back.
                self.dialog = self.task.is_some().then_some(Dialog::Task);
                Action::none()
            }
        }
    }

    /// Lays every page aside; one that holds input or works is asked first.
    fn show_clients(&mut self) -> Action<Message> {
        if self.is_busy() {
            return Action::wish(Wish::Say(self.context.locale.text("common-busy")));
        }
        if self.is_dirty() {
            return self.leave_for(Goal::Clients);
        }
        self.pages.clear();
        Action::none()
    }

    fn update_page(&mut self, message: pages::Message) -> Action<Message> {
        match self.pages.last_mut() {
            Some(page) => page.update(message, &self.context).map(Message::Page),
            None => Action::none(), // an answer to a page that is gone
        }
    }

    fn press_frame(&mut self, message: frame::Message) -> Action<Message> {
        self.menu = None;
        let wish = match message {
            frame::Message::Menu(menu) => {
                self.menu = menu;
                return Action::none();
            }
            frame::Message::Clients => return self.show_clients(),
            frame::Message::Search => {
                let action = self.show_search();
                return self.fulfil(action);
            }
            frame::Message::Show(page) => Wish::Show(page),
            frame::Message::Reminders => Wish::ShowReminders,
            frame::Message::Undo => Wish::Undo,
            frame::Message::Redo => Wish::Redo,
            frame::Message::Create(kind) => Wish::Create(kind, None),
            frame::Message::NewTask(rank) => self.new_task(rank),
            frame::Message::NewPaper(kind) => self.new_paper(kind),
            frame::Message::LogCall => self.log_call(),
            frame::Message::Import => Wish::Import(None),
            frame::Message::Detach => Wish::Detach,
            frame::Message::SignIn(who) => return self.sign_in(who),
            frame::Message::Close => Wish::CloseFile,
        };
        self.fulfil(Action::wish(wish))
    }

    /// Opens the file anew with another employee at work.
    fn sign_in(&mut self, who: Id<Employee>) -> Action<Message> {
        match self.context.path.clone() {
            Some(path) if who != self.context.me.id => {
                self.fulfil(Action::wish(Wish::SignIn(path, who)))
            }
            _ => Action::none(),
        }
    }

    fn is_dirty(&self) -> bool {
        self.pages.iter().any(View::is_dirty) || self.has_dirty_task()
    }

    fn is_busy(&self) -> bool {
        self.pages.iter().any(View::is_busy)
    }

    fn tick(&mut self) -> Action<Message> {
        let counted = match self.is_busy() {
            true => Command::none(),
            false => self.tally.tick(&self.context),
        };
        Action::run(Command::batch([
            self.ask_for_news(),
            self.look_outside(),
            counted,
            self.listen(),
        ]))
    }

    fn take_tallied(&mut self, counted: Result<tally::Counted>) -> Action<Message> {
        if let Some(pairs) = self.tally.take(counted) {
            self.clients.count_duplicates(pairs);
        }
        Action::none()
    }

    fn take_reverted(
        &mut self,
        is_undo: bool,
        outcome: Result<Outcome<Operation>>,
    ) -> Action<Message> {
        match outcome {
            Ok(outcome) => Action::wish(Wish::Reverted(is_undo, outcome.value)),
            Err(error) => Action::wish(Wish::Fail(error)),
        }
    }
}

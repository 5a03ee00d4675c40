//! A statement of the bank: chosen, looked through, its payments entered as one operation.

mod view;
mod work;

use std::collections::HashMap;
use std::path::PathBuf;

use iced::keyboard::key::Named;
use iced::widget::operation;

use crate::domain::{Client, Id, Operation, Paper, Progress};
use crate::error::Error;
use crate::exchange::statement::{Claim, Entry, Plan, Summary, Verdict};
use crate::ui::place::{self, Answer};
use crate::ui::screen::pick::{self, Pick};
use crate::ui::screen::{Action, Command, Context, Press, Wish};
use crate::ui::widget::table::{self, Density, Step};
use crate::workspace::Outcome;

/// The field of the path.
const PATH: &str = "statement path";
/// The field in which a client is found.
const CLIENT: &str = "statement client";
/// The endings of statements.
const ENDINGS: &[&str] = &["txt", "csv", "tsv", "xlsx", "xls", "ods"];

/// Which lines are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shown {
    /// All lines.
    #[default]
    All,
    /// Those that are clear, or were made so.
    Sure,
    /// Those somebody has to look at.
    Doubtful,
    /// Those that were entered before.
    Known,
    /// Those that concern no client.
    Foreign,
}

/// What the tab remembers.
#[derive(Debug, Default)]
pub struct Statement {
    path: String,
    /// Whether the system has no dialog to choose a file with.
    is_dialogless: bool,
    /// Why the file cannot be read.
    error: Option<Error>,
    draft: Option<Box<Draft>>,
    shown: Shown,
    /// The lines that are shown: places among all.
    rows: Vec<usize>,
    table: table::State,
    /// What was decided, by place among all lines.
    claims: HashMap<usize, Claim>,
    pick: Pick,
    work: Option<Work>,
    /// What was entered last.
    summary: Option<Summary>,
    /// Whether it is asked what becomes of what was decided.
    is_leaving: bool,
}

/// A statement that was looked through, with what clients and invoices are called.
#[derive(Debug, Clone)]
pub struct Draft {
    plan: Plan,
    clients: HashMap<Id<Client>, String>,
    invoices: HashMap<Id<Paper>, String>,
}

/// Work that is being done.
#[derive(Debug)]
struct Work {
    progress: Progress,
    done: u64,
    total: u64,
}

/// What happened in the tab.
#[derive(Debug, Clone)]
pub enum Message {
    /// The path was typed.
    PathTyped(String),
    /// The path is whole.
    PathSubmitted,
    /// The dialog of the system is wanted.
    ChoosePressed,
    /// What the dialog said.
    Chosen(Answer),
    /// The statement was looked through.
    Drafted(Result<Box<Draft>, Error>),
    /// Other lines are to be shown.
    Shown(Shown),
    /// Something happened in the list.
    Table(table::Message),
    /// The line under the cursor is for these invoices of that client.
    Claimed(Claim),
    /// Nothing is decided about the line under the cursor any more.
    Unclaimed,
    /// Something in the field of the client.
    Client(pick::Message),
    /// The client in the field is meant.
    ClientSubmitted,
    /// What is clear is to be entered.
    StartPressed,
    /// So much is done, and of how much.
    Reached((u64, u64)),
    /// The work is to be stopped.
    StopPressed,
    /// It was entered.
    Applied(Result<Outcome<Summary>, Error>),
    /// Another file is to be chosen.
    Another,
    /// The page stays.
    Stay,
    /// What was decided is given up.
    Discard,
}

impl Statement {
    /// Makes the rows higher or lower.
    pub fn set_density(&mut self, density: Density) {
        self.table.set_density(density);
    }

    /// Whether something was decided that is not entered.
    pub fn is_dirty(&self) -> bool {
        !self.claims.is_empty()
    }

    /// Whether it asks what becomes of what was decided.
    pub fn is_leaving(&self) -> bool {
        self.is_leaving
    }

    /// What is said when the question over it is closed; `None` where there is none.
    pub fn closed(&self) -> Option<Message> {
        self.is_leaving.then_some(Message::Stay)
    }

    /// Whether work is under way.
    pub fn is_busy(&self) -> bool {
        self.work.is_some()
    }

    /// Looks through the statement anew: somebody has written.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        match (&self.draft, &self.work) {
            (Some(_), None) => self.look(context),
            (None, _) => operation::focus(PATH),
            _ => Command::none(),
        }
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::PathTyped(path) => {
                self.path = path;
                self.error = None;
            }
            Message::PathSubmitted => {
                if let Some(path) = place::typed(&self.path) {
                    return Action::run(self.open(path, context));
                }
            }
            Message::ChoosePressed => {
                let title = context.locale.text("statement-choose");
                let kind = context.locale.text("statement-files");
                let chosen = place::pick(title, kind, ENDINGS);
                return Action::run(Command::perform(chosen, Message::Chosen));
            }
            Message::Chosen(Answer::Path(path)) => return Action::run(self.open(path, context)),
            Message::Chosen(answer) => self.is_dialogless = answer == Answer::NoDialog,
            Message::Drafted(Ok(draft)) => self.take(*draft),
            Message::Drafted(Err(error)) => self.error = Some(error),
            Message::Shown(shown) => {
                self.shown = shown;
                self.table.restart();
                self.lay_out();
            }
            Message::Table(message) => {
                let before = self.table.cursor();
                self.table.update(message, self.rows.len() as u64);
                self.follow(before);
            }
            Message::Reached((done, total)) => {
                if let Some(work) = &mut self.work {
                    (work.done, work.total) = (done, total);
                }
            }
            Message::StopPressed => {
                if let Some(work) = &self.work {
                    work.progress.stop();
                }
            }
            Message::StartPressed => {
                self.is_leaving = false;
                return self.start(context);
            }
            Message::Stay => self.is_leaving = false,
            Message::Discard => {
                self.is_leaving = false;
                self.claims.clear();
                return Action::wish(Wish::Back);
            }
            Message::Applied(answer) => return self.take_applied(answer),
            Message::Another => {
                let density = self.table.density();
                *self = Self::default();
                self.table.set_density(density);
                return Action::run(operation::focus(PATH));
            }
            message => return self.decide(message, context),
        }
        Action::none()
    }

    /// Takes in whose the line under the cursor is.
    fn decide(&mut self, message: Message, context: &Context) -> Action<Message> {
        let Some(at) = self.place() else {
            return Action::none();
        };
        match message {
            Message::Claimed(claim) => {
                self.claims.insert(at, claim);
                self.next_doubt();
            }
            Message::Unclaimed => {
                self.claims.remove(&at);
            }
            Message::Client(message) => {
                let scope = pick::Scope::all();
                let (asked, chosen) = self.pick.update(message, scope, context, Message::Client);
                if chosen.is_some() {
                    self.claim_picked(at);
                }
                return Action::run(asked);
            }
            Message::ClientSubmitted => {
                self.pick.settle();
                self.claim_picked(at);
            }
            _ => {}
        }
        Action::none()
    }

    /// The line is for the client in the field, whichever of its invoices.
    fn claim_picked(&mut self, at: usize) {
        let Some(client) = self.pick.chosen() else {
            return;
        };
        if let Some(draft) = &mut self.draft {
            draft.clients.insert(client, self.pick.text().to_owned());
        }
        let claim = Claim {
            client,
            invoices: Vec::new(),
        };
        self.claims.insert(at, claim);
        self.next_doubt();
    }

    fn entries(&self) -> &[Entry] {
        self.draft.as_ref().map_or(&[], |draft| &draft.plan.entries)
    }

    /// What becomes of a line as things stand.
    fn fate(&self, at: usize) -> Shown {
        match (&self.entries()[at].verdict, self.claims.get(&at)) {
            (Verdict::Known, _) => Shown::Known,
            (_, Some(_)) | (Verdict::Sure(_), None) => Shown::Sure,
            (Verdict::Doubtful { .. }, None) => Shown::Doubtful,
            (Verdict::Foreign, None) => Shown::Foreign,
        }
    }

    /// How many lines are of a sort.
    fn count(&self, shown: Shown) -> usize {
        let all = 0..self.entries().len();
        all.filter(|at| shown == Shown::All || self.fate(*at) == shown)
            .count()
    }

    fn lay_out(&mut self) {
        let all = 0..self.entries().len();
        let meant = all.filter(|at| self.shown == Shown::All || self.fate(*at) == self.shown);
        self.rows = meant.collect();
        let count = self.rows.len() as u64;
        let at = self.table.cursor().unwrap_or_default();
        self.table.set_cursor((count > 0).then_some(at), count);
        self.pick = Pick::default();
    }

    /// The place among all lines of the one under the cursor.
    fn place(&self) -> Option<usize> {
        let row = usize::try_from(self.table.cursor()?).ok()?;
        self.rows.get(row).copied()
    }

    /// The field is for the line under the cursor alone.
    fn follow(&mut self, before: Option<u64>) {
        if self.table.cursor() != before {
            self.pick = Pick::default();
        }
    }

    /// Goes on to the next line somebody has to look at.
    fn next_doubt(&mut self) {
        self.pick = Pick::default();
        let Some(row) = self.table.cursor() else {
            return;
        };
        let count = self.rows.len() as u64;
        if self.shown != Shown::All {
            // The list grows shorter by the line that is decided.
            self.lay_out();
            return;
        }
        let rows = self.rows.iter().enumerate();
        let next = rows
            .skip(usize::try_from(row).unwrap_or_default() + 1)
            .find(|(_, at)| self.fate(**at) == Shown::Doubtful)
            .map(|(row, _)| row as u64);
        self.table.set_cursor(next.or(Some(row)), count);
    }

    /// Takes in a key.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        if self.is_leaving {
            return Action::none(); // the question has the keyboard
        }
        if press.is(Named::Escape) {
            return match (&self.work, &self.draft) {
                (Some(_), _) => self.update(Message::StopPressed, context),
                (None, _) if self.is_dirty() => {
                    self.is_leaving = true;
                    Action::none()
                }
                (None, Some(_)) => self.update(Message::Another, context),
                (None, None) => Action::wish(Wish::Back),
            };
        }
        if press.is_captured || self.work.is_some() {
            return Action::none();
        }
        if let Some(step) = Step::of_key(&press.key) {
            let before = self.table.cursor();
            self.table.step(step, self.rows.len() as u64);
            self.follow(before);
            return Action::none();
        }
        if press.is(Named::Delete) {
            return self.update(Message::Unclaimed, context);
        }
        if press.is(Named::Enter) {
            // The first proposal of a doubtful line.
            if let Some(claim) = self.proposals().first().cloned() {
                return self.update(Message::Claimed(claim), context);
            }
            return Action::run(operation::focus(CLIENT));
        }
        if press.is_command('s') {
            return self.update(Message::StartPressed, context);
        }
        Action::none()
    }

    /// What the line under the cursor might be.
    fn proposals(&self) -> &[Claim] {
        let entry = self.place().and_then(|at| self.entries().get(at));
        match entry.map(|entry| &entry.verdict) {
            Some(Verdict::Doubtful { proposals, .. }) => proposals,
            Some(Verdict::Sure(claim)) => std::slice::from_ref(claim),
            _ => &[],
        }
    }

    fn take_applied(&mut self, answer: Result<Outcome<Summary>, Error>) -> Action<Message> {
        self.work = None;
        match answer {
            Ok(outcome) => {
                self.claims.clear();
                self.summary = Some(outcome.value);
                match outcome.changed.is_empty() {
                    true => Action::none(),
                    false => Action::wish(Wish::Done(Operation::ImportPayments, outcome.changed)),
                }
            }
            Err(Error::Cancelled) => Action::none(),
            Err(error) => Action::wish(Wish::Fail(error)),
        }
    }

    fn open(&mut self, path: PathBuf, context: &Context) -> Command<Message> {
        self.path = path.display().to_string();
        self.error = None;
        self.summary = None;
        self.claims.clear();
        self.look(context)
    }

    fn take(&mut self, draft: Draft) {
        self.error = None;
        self.draft = Some(Box::new(draft));
        self.lay_out();
    }
}

//! Letters to many: whom, from which template, a look at all of them, then they are made.

mod check;
mod done;
mod keyboard;
mod output;
mod recipients;
mod template;
mod view;
mod work;

use std::path::PathBuf;
use std::sync::Arc;

use iced::widget::operation;

use super::{Action, Command, Context, Launch, Wish};
use crate::documents::letters::{Checked, Made, Mailing};
use crate::domain::{Client, Id, Operation, PrintedForm, Progress};
use crate::error::{Error, Result};
use crate::ui::widget::table::Density;

use check::Look;
use output::Target;
use recipients::Recipients;
use template::Choice;
use work::Finished;

/// What the page remembers.
#[derive(Debug)]
pub struct Letters {
    step: Step,
    recipients: Recipients,
    choice: Choice,
    /// What was checked, and what came of it.
    checked: Option<(Arc<Mailing>, Arc<Vec<Checked>>)>,
    look: Look,
    target: Target,
    work: Option<Work>,
    made: Made,
    is_leaving: bool,
}

/// The steps, one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    Recipients,
    Template,
    Check,
    Output,
    Done,
}

/// Long work that is being done.
#[derive(Debug)]
struct Work {
    progress: Progress,
    done: u64,
    total: u64,
    is_writing: bool,
}

/// What happened on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// Something about whom letters go to.
    Recipients(recipients::Message),
    /// Something about the template.
    Choice(template::Message),
    /// Something in the list of the looked at.
    Look(check::Message),
    /// Something about where letters go.
    Target(output::Message),
    /// The next step is wanted.
    Next,
    /// The step before is wanted.
    Previous,
    /// All letters were looked at.
    Checked(Result<Vec<Checked>>),
    /// The letters are made.
    Finished(Result<Finished>),
    /// So much is done, and of how much.
    Reached((u64, u64)),
    /// The work is to be stopped.
    Stop,
    /// A file or its folder is to be opened or printed.
    Launch(Launch, PathBuf),
    /// The same recipients get this too.
    Also(PrintedForm),
    /// Other letters are wanted.
    Again,
    /// The page is to be left.
    Leave,
    /// It is not.
    Stay,
    /// What was typed is given up.
    Discard,
}

impl Letters {
    /// Letters to these clients of a list; without any, to a group.
    pub fn new(selection: Vec<Id<Client>>, context: &Context) -> (Self, Command<Message>) {
        let (recipients, asked) = Recipients::new(selection, context);
        let (choice, read) = Choice::new(context);
        let page = Self {
            step: Step::Recipients,
            recipients,
            choice,
            checked: None,
            look: Look::default(),
            target: Target::new(context),
            work: None,
            made: Made::default(),
            is_leaving: false,
        };
        let asked = asked.map(Message::Recipients);
        (page, Command::batch([asked, read.map(Message::Choice)]))
    }

    /// Makes the rows higher or lower.
    pub fn set_density(&mut self, density: Density) {
        self.look.table.set_density(density);
    }

    /// Reads groups and templates anew; what was checked stays as it was looked at.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        let templates = self.choice.refresh(context).map(Message::Choice);
        let recipients = match self.step {
            Step::Recipients => self.recipients.ask(context).map(Message::Recipients),
            _ => Command::none(),
        };
        Command::batch([templates, recipients])
    }

    /// Whether leaving the page would stop a work.
    pub fn is_busy(&self) -> bool {
        self.work.as_ref().is_some_and(|work| work.is_writing)
    }

    /// Whether leaving the page would lose what was typed.
    pub fn is_dirty(&self) -> bool {
        self.step != Step::Done && self.choice.is_dirty()
    }

    /// Whether it is asked what becomes of what was typed.
    pub fn is_leaving(&self) -> bool {
        self.is_leaving
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Recipients(message) => {
                let done = self.recipients.update(message, context);
                told(done, Message::Recipients)
            }
            Message::Choice(message) => {
                let is_whole = matches!(message, template::Message::TextSubmitted);
                let done = self.choice.update(message, context);
                match is_whole {
                    true => self.go_on(context),
                    false => told(done, Message::Choice),
                }
            }
            Message::Look(message) => Action::run(self.update_look(message, context)),
            Message::Target(message) => {
                let is_whole = matches!(message, output::Message::PathSubmitted);
                let command = self.target.update(message, context).map(Message::Target);
                match is_whole {
                    true => self.go_on(context),
                    false => Action::run(command),
                }
            }
            Message::Next => self.go_on(context),
            Message::Previous => self.go_back(),
            Message::Reached((done, total)) => {
                if let Some(work) = &mut self.work {
                    (work.done, work.total) = (done, total);
                }
                Action::none()
            }
            Message::Checked(answer) => self.take_checked(answer, context),
            Message::Finished(answer) => self.take_finished(answer),
            Message::Stop => {
                if let Some(work) = &self.work {
                    work.progress.stop();
                }
                Action::none()
            }
            message => self.update_end(message, context),
        }
    }

    fn update_end(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Launch(launch, path) => Action::wish(Wish::Launch(launch, path)),
            Message::Also(form) => {
                self.step = Step::Template;
                Action::run(self.choice.choose(form, context).map(Message::Choice))
            }
            Message::Again => {
                let (page, command) = Self::new(Vec::new(), context);
                let density = self.look.table.density();
                *self = page;
                self.set_density(density);
                Action::run(command)
            }
            Message::Leave => {
                self.is_leaving = self.is_dirty();
                match self.is_leaving {
                    true => Action::none(),
                    false => Action::wish(Wish::Back),
                }
            }
            Message::Stay => {
                self.is_leaving = false;
                Action::none()
            }
            Message::Discard => Action::wish(Wish::Back),
            _ => Action::none(),
        }
    }

    /// Whether the main button of the step can be pressed.
    fn can_go_on(&self, context: &Context) -> bool {
        let has_mailing = || self.choice.mailing(&context.locale).is_some();
        match self.step {
            _ if self.work.is_some() => false,
            Step::Recipients => self.recipients.ids().is_some(),
            Step::Template => has_mailing(),
            Step::Check => self.ready() > 0,
            Step::Output => self.target.path().is_some(),
            Step::Done => true,
        }
    }

    fn go_on(&mut self, context: &Context) -> Action<Message> {
        if !self.can_go_on(context) {
            return Action::none();
        }
        match self.step {
            Step::Recipients => {
                self.step = Step::Template;
                Action::run(operation::focus(template::FORMS))
            }
            Step::Template => Action::run(self.check(context)),
            Step::Check => {
                self.step = Step::Output;
                self.target.is_one_file |= self.is_for_all();
                Action::run(operation::focus(output::PATH))
            }
            Step::Output => Action::run(self.write(context)),
            Step::Done => Action::wish(Wish::Back),
        }
    }

    fn go_back(&mut self) -> Action<Message> {
        match self.step {
            _ if self.work.is_some() => return self.stop(),
            Step::Recipients | Step::Done => return Action::wish(Wish::Back),
            Step::Template => self.step = Step::Recipients,
            Step::Check => self.step = Step::Template,
            Step::Output => self.step = Step::Check,
        }
        Action::none()
    }

    fn stop(&self) -> Action<Message> {
        if let Some(work) = &self.work {
            work.progress.stop();
        }
        Action::none()
    }

    /// Whether one document holds all recipients.
    fn is_for_all(&self) -> bool {
        let checked = self.checked.as_ref();
        checked.is_some_and(|(mailing, _)| mailing.is_for_all())
    }

    fn looked_at(&self) -> &[Checked] {
        let checked = self.checked.as_ref();
        checked.map_or(&[], |(_, checked)| checked.as_slice())
    }

    /// How many letters can be made.
    fn ready(&self) -> usize {
        self.looked_at().iter().filter(|one| one.is_ready()).count()
    }

    fn take_checked(&mut self, answer: Result<Vec<Checked>>, context: &Context) -> Action<Message> {
        self.work = None;
        match answer {
            Ok(checked) => {
                if let Some((_, known)) = &mut self.checked {
                    *known = Arc::new(checked);
                }
                Action::run(self.begin_look(context))
            }
            Err(error) => {
                self.step = Step::Template;
                failed(error)
            }
        }
    }

    fn take_finished(&mut self, answer: Result<Finished>) -> Action<Message> {
        self.work = None;
        match answer {
            Ok(finished) => {
                self.made = finished.made;
                self.step = Step::Done;
                match finished.noted {
                    Some(Ok(changed)) => Action::wish(Wish::Done(Operation::WriteLetters, changed)),
                    Some(Err(error)) => Action::wish(Wish::Fail(error)),
                    None => Action::none(),
                }
            }
            Err(error) => failed(error),
        }
    }
}

/// A work that the user stopped has not failed.
fn failed(error: Error) -> Action<Message> {
    match error {
        Error::Cancelled => Action::none(),
        error => Action::wish(Wish::Fail(error)),
    }
}

fn told<Part: Send + 'static>(
    done: Result<Command<Part>>,
    turn: fn(Part) -> Message,
) -> Action<Message> {
    match done {
        Ok(command) => Action::run(command.map(turn)),
        Err(error) => Action::wish(Wish::Fail(error)),
    }
}

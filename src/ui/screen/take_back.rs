//! Taking back an operation of the log, whichever page it was chosen on: where later work stands on
//! the same, the user is asked first.

mod dispute;

use iced::keyboard::key::Named;

use super::{Action, Command, Context, Press, Wish};
use crate::domain::{Id, Operation};
use crate::error::Error;
use crate::ui::widget::Element;
use crate::ui::widget::modal::modal;
use crate::workspace::{Choice, Choices, Entry, Outcome, Undone};

use dispute::Dispute;

/// What is remembered of an operation that is being taken back.
#[derive(Debug, Default)]
pub struct TakeBack {
    /// What has to be decided before.
    dispute: Option<Dispute>,
    is_busy: bool,
}

/// What happened about it.
#[derive(Debug, Clone)]
pub enum Message {
    /// What came of it.
    Answered(
        Id<Entry>,
        Operation,
        Result<Outcome<Undone<Operation>>, Error>,
    ),
    /// One conflict is decided, or all that are not decided one by one.
    Decided(Option<usize>, Choice),
    /// The operation is to be taken back as decided.
    Settled,
    /// It is not to be taken back after all.
    Left,
}

impl Message {
    /// Whether the operation could not be taken back: what the page shows may be out of date.
    pub fn has_failed(&self) -> bool {
        matches!(self, Self::Answered(_, _, Err(_)))
    }
}

impl TakeBack {
    /// Begins to take an operation back, and asks nothing yet.
    pub fn begin(
        &mut self,
        entry: Id<Entry>,
        operation: Operation,
        context: &Context,
    ) -> Command<Message> {
        self.take_back((entry, operation), Choices::default(), context)
    }

    /// Whether the user is being asked.
    pub fn is_asking(&self) -> bool {
        self.dispute.is_some()
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Answered(entry, operation, answer) => {
                self.is_busy = false;
                self.dispute = None;
                match answer.map(|outcome| outcome.value) {
                    Ok(Undone::Done(operation)) => {
                        return Action::wish(Wish::Reverted(true, operation));
                    }
                    Ok(Undone::Disputed(conflicts)) => {
                        self.dispute = Some(Dispute::new(entry, operation, conflicts));
                    }
                    Err(error) => return Action::wish(Wish::Fail(error)),
                }
            }
            Message::Decided(at, choice) => {
                if let Some(dispute) = &mut self.dispute {
                    dispute.choose(at, choice);
                }
            }
            Message::Settled => {
                if let Some(dispute) = &self.dispute {
                    let (entry, choices) = (dispute.entry(), dispute.choices());
                    return Action::run(self.take_back(entry, choices, context));
                }
            }
            Message::Left => self.dispute = None,
        }
        Action::none()
    }

    fn take_back(
        &mut self,
        (entry, operation): (Id<Entry>, Operation),
        choices: Choices,
        context: &Context,
    ) -> Command<Message> {
        if self.is_busy || context.is_read_only {
            return Command::none();
        }
        self.is_busy = true;
        let work = context
            .worker
            .write(move |workspace| workspace.undo_entry(entry, &choices));
        Command::perform(work, move |answer| {
            Message::Answered(entry, operation, answer)
        })
    }

    /// Takes in a key; nothing where the user is not being asked.
    pub fn press(&mut self, press: &Press, context: &Context) -> Option<Action<Message>> {
        if !self.is_asking() {
            return None;
        }
        Some(match () {
            () if press.is(Named::Escape) => self.update(Message::Left, context),
            () if press.is(Named::Enter) && !press.is_captured => {
                self.update(Message::Settled, context)
            }
            () => Action::none(),
        })
    }

    /// A page, and the question over it where there is one; what happens goes through `say`.
    pub fn over<'a, M: Clone + 'a>(
        &'a self,
        page: Element<'a, M>,
        say: fn(Message) -> M,
        context: &'a Context,
    ) -> Element<'a, M> {
        let dialog = self.dialog(context).map(|dialog| dialog.map(say));
        modal(page, dialog, say(Message::Left))
    }

    /// The question, where there is one.
    pub fn dialog<'a>(&'a self, context: &'a Context) -> Option<Element<'a, Message>> {
        let dispute = self.dispute.as_ref()?;
        Some(dispute.view(context, self.is_busy))
    }
}

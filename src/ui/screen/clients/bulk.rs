//! What is done to many clients at once: one operation, which can be watched and stopped.

use std::collections::BTreeSet;
use std::sync::Arc;

use iced::Task as Command;
use iced::futures::channel::mpsc::{self, UnboundedSender};

use crate::domain::client::Kind;
use crate::domain::{Client, Edit, Employee, Group, Id, Operation, Progress};
use crate::error::{Error, Result};
use crate::ui::screen::{Action, Context, Wish};
use crate::workspace::{Transaction, Workspace};

use crate::ui::screen::selection::Selection;

/// How many clients are changed between two looks at whether the user has stopped the work.
const STRIDE: usize = 64;

/// What can be done to clients.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// Put them into a group.
    Join(Id<Group>),
    /// Put them into a new group of that name.
    JoinNew(String),
    /// Take them out of a group.
    Leave(Id<Group>),
    /// Give them to an employee, or to nobody.
    Reassign(Option<Id<Employee>>),
    /// Edit fields of theirs; under the name of that operation.
    Edit(Operation, Vec<Edit>),
    /// Send them to the bin.
    Delete,
}

/// Whom it is done to.
#[derive(Debug, Clone)]
pub enum Targets {
    /// One client.
    One(Id<Client>),
    /// The selected rows of a list in this order.
    Selected(Selection, Arc<Vec<Id<Client>>>),
}

/// A deed that is being done.
#[derive(Debug, Default)]
pub struct Bulk {
    work: Option<Work>,
}

/// How far a deed is.
#[derive(Debug)]
pub struct Work {
    /// What is done.
    pub operation: Operation,
    /// How many clients are done.
    pub done: usize,
    /// How many there are.
    pub total: usize,
    progress: Progress,
}

/// What became of a deed.
#[derive(Debug, Clone)]
pub enum Message {
    /// So many clients are done.
    Reached(usize),
    /// It stands in the base, in these tables.
    Finished(Operation, Result<BTreeSet<&'static str>>),
    /// The user wants it to stop.
    Stopped,
}

impl Deed {
    /// The name of the operation.
    fn operation(&self) -> Operation {
        match self {
            Self::Join(_) | Self::JoinNew(_) | Self::Leave(_) => Operation::ChangeMembership,
            Self::Reassign(_) => Operation::Reassign,
            Self::Edit(operation, _) => *operation,
            Self::Delete => Operation::DeleteClients,
        }
    }

    fn apply(&self, tx: &mut Transaction<'_>, clients: &[Id<Client>]) -> Result<usize> {
        match self {
            Self::Join(group) => tx.join_group(*group, clients),
            // The group is made before anybody joins it.
            Self::JoinNew(_) => Ok(0),
            Self::Leave(group) => tx.leave_group(*group, clients),
            Self::Reassign(owner) => tx.reassign(clients, *owner),
            Self::Edit(_, edits) => tx.edit_clients(clients, edits),
            Self::Delete => tx.delete_clients(clients),
        }
    }
}

impl Targets {
    /// How many they are.
    pub fn count(&self) -> usize {
        match self {
            Self::One(_) => 1,
            Self::Selected(selection, _) => selection.count(),
        }
    }

    /// Who they are, in the order of the list.
    pub fn ids(&self) -> Vec<Id<Client>> {
        match self {
            Self::One(id) => vec![*id],
            Self::Selected(selection, order) => selection.ids(order),
        }
    }
}

impl Bulk {
    /// The deed that is being done.
    pub fn work(&self) -> Option<&Work> {
        self.work.as_ref()
    }

    /// Begins a deed; one waits for the other.
    pub fn begin(
        &mut self,
        deed: Deed,
        targets: Targets,
        kind: Kind,
        context: &Context,
    ) -> Command<Message> {
        if self.work.is_some() || targets.count() == 0 {
            return Command::none();
        }
        let (operation, progress) = (deed.operation(), Progress::default());
        self.work = Some(Work {
            operation,
            done: 0,
            total: targets.count(),
            progress: progress.clone(),
        });
        let (report, reports) = mpsc::unbounded();
        let done = context.worker.write(move |workspace| {
            let job = Job {
                deed,
                kind,
                progress,
                report,
            };
            // In the order of their ids they lie side by side in the file: each page is written once.
            let mut ids = targets.ids();
            ids.sort_unstable();
            job.run(workspace, &ids)
        });
        let done = Command::perform(done, move |done| Message::Finished(operation, done));
        Command::batch([Command::run(reports, Message::Reached), done])
    }

    /// Takes in what became of it.
    pub fn update(&mut self, message: Message) -> Action<Message> {
        match message {
            Message::Reached(done) => {
                if let Some(work) = &mut self.work {
                    work.done = done;
                }
                Action::none()
            }
            Message::Stopped => {
                if let Some(work) = &self.work {
                    work.progress.stop();
                }
                Action::none()
            }
            Message::Finished(operation, answer) => {
                self.work = None;
                match answer {
                    Ok(changed) if changed.is_empty() => Action::none(),
                    Ok(changed) => Action::wish(Wish::Done(operation, changed)),
                    Err(error) => Action::wish(Wish::Fail(error)),
                }
            }
        }
    }
}

struct Job {
    deed: Deed,
    kind: Kind,
    progress: Progress,
    report: UnboundedSender<usize>,
}

impl Job {
    fn run(
        mut self,
        workspace: &mut Workspace,
        clients: &[Id<Client>],
    ) -> Result<BTreeSet<&'static str>> {
        let operation = self.deed.operation();
        let outcome = workspace.transact(operation, |tx| {
            if let Deed::JoinNew(name) = &self.deed {
                let group = Group::new(self.kind, name.trim());
                tx.save(&group)?;
                self.deed = Deed::Join(group.id);
            }
            for (stride, chunk) in clients.chunks(STRIDE).enumerate() {
                self.progress.check().map_err(Error::from)?;
                self.deed.apply(tx, chunk)?;
                // Nobody listens any more where the screen is closed.
                let _ = self.report.unbounded_send(stride * STRIDE + chunk.len());
            }
            Ok(())
        })?;
        Ok(outcome.changed)
    }
}

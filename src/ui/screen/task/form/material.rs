//! What is read before a task can be shown: itself, and what stands around it.

use iced::Task as Command;

use crate::domain::client::Kind;
use crate::domain::listing::Listing;
use crate::domain::task::{Series, Tree};
use crate::domain::{Assignment, Client, Id, Reminder, Task};
use crate::error::Result;
use crate::ui::screen::Context;
use crate::ui::screen::task::Draft;
use crate::workspace::Reader;

/// What the form reads before it is shown.
#[derive(Debug, Clone)]
pub struct Material {
    /// The task, where it is known.
    pub assignment: Option<Assignment>,
    /// What stands around it.
    pub near: Near,
    /// Its contact person.
    pub contact: Option<Listing>,
    /// Its own reminders, and the defaults.
    pub reminders: (Vec<Reminder>, Vec<Reminder>),
    /// The series it repeats in, and how many later repetitions are still to do.
    pub series: Option<(Series, usize)>,
}

/// What stands around a task: its client, the people there, the tree.
#[derive(Debug, Clone, Default)]
pub struct Near {
    /// The client.
    pub client: Option<Listing>,
    /// The people of the client.
    pub people: Vec<Listing>,
    /// The tasks of the client, or those around the one it stands in.
    pub tree: Tree,
}

impl Material {
    /// Reads a known task.
    ///
    /// # Errors
    /// [`Error::Missing`](crate::error::Error::Missing) where it may not be seen.
    pub fn of_task(reader: Reader<'_>, id: Id<Task>) -> Result<Self> {
        let assignment = reader.assignment(id)?;
        let task = &assignment.task;
        Ok(Self {
            near: Near::read(reader, task.client, task.parent)?,
            contact: listing(reader, task.contact)?,
            reminders: (reader.reminders_of(id)?, reader.default_reminders()?),
            series: series(reader, task)?,
            assignment: Some(assignment),
        })
    }

    /// Reads what stands around a task that is proposed.
    pub fn of_proposal(reader: Reader<'_>, assignment: Assignment) -> Result<Self> {
        let task = &assignment.task;
        Ok(Self {
            near: Near::read(reader, task.client, task.parent)?,
            contact: listing(reader, task.contact)?,
            reminders: (Vec::new(), reader.default_reminders()?),
            series: None,
            assignment: Some(assignment),
        })
    }

    /// Reads what a draft names.
    pub fn of_draft(reader: Reader<'_>, draft: &Draft) -> Result<Self> {
        let contact = listing(reader, draft.contact)?;
        let parent = draft.parent.map(|id| reader.task(id)).transpose()?;
        let employer = contact.as_ref().and_then(|one| one.client.employer);
        let client = draft.client.or_else(|| parent.as_ref()?.client);
        Ok(Self {
            assignment: None,
            near: Near::read(reader, client.or(employer), draft.parent)?,
            reminders: (Vec::new(), reader.default_reminders()?),
            series: None,
            contact,
        })
    }
}

impl Near {
    /// Reads what stands around a task of that client, or below that one.
    pub fn read(
        reader: Reader<'_>,
        client: Option<Id<Client>>,
        parent: Option<Id<Task>>,
    ) -> Result<Self> {
        let client = listing(reader, client)?;
        let organization = client
            .as_ref()
            .filter(|one| one.client.kind == Kind::Organization);
        let people = match organization {
            Some(one) => reader.people_of(one.client.id)?,
            None => Vec::new(),
        };
        let tasks = match (&client, parent) {
            (Some(one), _) => reader.tasks_of(one.client.id)?,
            (None, Some(parent)) => reader.branch(parent)?,
            (None, None) => Vec::new(),
        };
        Ok(Self {
            client,
            people,
            tree: Tree::new(tasks),
        })
    }

    /// Reads what stands around a client that was chosen just now.
    pub fn ask<M: Send + 'static>(
        client: Id<Client>,
        context: &Context,
        say: fn(Id<Client>, Result<Box<Self>>) -> M,
    ) -> Command<M> {
        let read = context
            .worker
            .read(move |reader| Self::read(reader, Some(client), None).map(Box::new));
        Command::perform(read, move |near| say(client, near))
    }
}

fn series(reader: Reader<'_>, task: &Task) -> Result<Option<(Series, usize)>> {
    let Some(series) = task.series else {
        return Ok(None);
    };
    let following = reader.following(task)?.len();
    Ok(Some((reader.series(series)?, following)))
}

fn listing(reader: Reader<'_>, id: Option<Id<Client>>) -> Result<Option<Listing>> {
    Ok(reader.listings(id.as_slice())?.pop())
}

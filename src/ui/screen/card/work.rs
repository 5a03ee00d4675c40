//! The history of relations with a client: the tree of projects, stages and operations, the same as
//! a timeline beside everything else that happened, and the changes of the card.

mod deeds;
mod keys;
mod panel;
mod rows;
#[cfg(test)]
mod tests;
mod timeline;
mod view;

use std::collections::{HashMap, HashSet};

use chrono::Utc;
use iced::Task as Command;

use super::section::{Part, Place, Section, Side};
use super::tabs::Tab;
use super::{Message as Outer, Sheet};
use crate::domain::task::tree::Condition;
use crate::domain::task::{CheckItem, Participant, Rank, Tree};
use crate::domain::template::ProjectTemplate;
use crate::domain::{Card, Client, Employee, Id, Task};
use crate::error::Result;
use crate::ui::screen::{Action, Context, Press, Wish};
use crate::ui::widget::Element;
use crate::ui::widget::table;
use crate::workspace::Reader;

use timeline::{Sort, Timeline};

/// The tree of a client, and its timeline.
#[derive(Debug, Default)]
pub struct Work {
    mode: Mode,
    show: Show,
    known: Option<Known>,
    /// Projects and stages whose branch is closed.
    closed: HashSet<Id<Task>>,
    /// What is in sight: the depth of each row, and its task.
    rows: Vec<(usize, Id<Task>)>,
    table: table::State,
    /// The task under the cursor; it keeps the cursor wherever its row goes.
    chosen: Option<Id<Task>>,
    drag: Option<Drag>,
    timeline: Timeline,
    templates: Option<Vec<ProjectTemplate>>,
}

/// How the history is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// As the tree of projects.
    #[default]
    Tree,
    /// All that happened, the newest first.
    Timeline,
    /// What was changed on the card, in detail.
    Changes,
}

/// Which tasks of the tree are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Show {
    /// Every one.
    #[default]
    All,
    /// Those I take part in.
    Mine,
    /// Those that are late.
    Overdue,
}

/// What was read.
#[derive(Debug, Clone)]
pub struct Known {
    tree: Tree,
    people: HashMap<Id<Task>, Vec<Participant>>,
    items: HashMap<Id<Task>, Vec<CheckItem>>,
    /// The names of contact persons.
    names: HashMap<Id<Client>, String>,
    client: Id<Client>,
    /// Whose branch was folded when it was looked at last.
    folded: HashSet<Id<Task>>,
}

/// A task on its way to another place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Drag {
    what: Id<Task>,
    /// The task it is held over, and whether over its upper part: then it comes before it.
    over: Option<(Id<Task>, bool)>,
}

/// What happened in the history.
#[derive(Debug, Clone)]
pub enum Message {
    /// Another way of showing was chosen.
    Mode(Mode),
    /// Other tasks are to be shown.
    Show(Show),
    /// The tasks were read.
    Read(Result<Box<Known>>),
    /// The rest of the timeline was read.
    Told(Result<Box<timeline::Told>>),
    /// The timeline is to show this alone, or all.
    Sort(Option<Sort>),
    /// Something happened in the timeline.
    Timeline(table::Message),
    /// Something happened in the table of the tree.
    Table(table::Message),
    /// A branch is to be opened or closed.
    Fold(Id<Task>),
    /// That was kept for the next time.
    Folded(Result<()>),
    /// A new task of that rank is to be given, below the chosen one where it may stand there.
    Add(Rank),
    /// A task is to be shown in its form.
    Edit(Id<Task>),
    /// A task is to end.
    Finish(Id<Task>),
    /// A finished task is to be taken up again.
    Reopen(Id<Task>),
    /// A task is to be deleted, with what is below it.
    Delete(Id<Task>),
    /// A line of a check list was ticked, or not.
    Tick(Id<Task>, Id<CheckItem>, bool),
    /// The mouse was pressed on a task.
    Grab(Id<Task>),
    /// The mouse is over a task; whether over its upper part.
    Over(Id<Task>, bool),
    /// The mouse was released on a task.
    Drop(Id<Task>),
    /// The mouse has left, or was released elsewhere.
    LetGo,
    /// The list of templates is to unfold, or to fold.
    Templates(bool),
    /// The templates were read.
    TemplatesRead(Result<Vec<ProjectTemplate>>),
    /// A project is to be made from that template.
    Make(Id<ProjectTemplate>),
    /// The project is to be kept as a template.
    KeepAsTemplate(Id<Task>),
}

fn say(message: Message) -> Outer {
    Outer::Part(Part::Work(message))
}

impl Section for Work {
    const PLACE: Place = Place {
        tab: Tab::History,
        side: Side::Right,
    };
    type Facts = ();
    type Message = Message;

    fn read(_reader: Reader<'_>, _card: &Card) -> Result<()> {
        Ok(())
    }

    fn seen(&mut self, sheet: &Sheet, context: &Context) -> Command<Outer> {
        let client = sheet.card.client.id;
        let read = context
            .worker
            .read(move |reader| Known::read(reader, client).map(Box::new));
        let read = Command::perform(read, |known| say(Message::Read(known)));
        match self.mode {
            Mode::Timeline => Command::batch([read, timeline::read(sheet, context)]),
            Mode::Tree | Mode::Changes => read,
        }
    }

    fn update(&mut self, message: Message, sheet: &Sheet, context: &Context) -> Action<Outer> {
        match message {
            Message::Mode(mode) => {
                self.mode = mode;
                return Action::run(self.seen(sheet, context));
            }
            Message::Show(show) => {
                self.show = show;
                self.lay_out(context);
            }
            Message::Read(Ok(mut known)) if known.client == sheet.card.client.id => {
                let made = self.known.as_ref().map(|was| known.made_since(was));
                match made {
                    Some(made) => self.chosen = made.or(self.chosen),
                    None => self.closed = std::mem::take(&mut known.folded),
                }
                self.known = Some(*known);
                self.unfold_chosen();
                self.lay_out(context);
                if made.flatten().is_some() {
                    self.reveal_branch();
                }
            }
            Message::Read(Ok(_late)) => {}
            Message::Read(Err(error)) | Message::TemplatesRead(Err(error)) => {
                return Action::wish(Wish::Fail(error));
            }
            Message::Told(Ok(told)) => self.timeline.take(*told),
            Message::Told(Err(error)) => return Action::wish(Wish::Fail(error)),
            Message::Sort(sort) => self.timeline.choose(sort),
            Message::Timeline(message) => return self.update_timeline(message),
            Message::Table(message) => return self.update_table(message),
            Message::Fold(id) => return self.fold_branch(id, context),
            Message::Folded(Ok(())) => {}
            Message::Folded(Err(error)) => return Action::wish(Wish::Fail(error)),
            Message::Grab(id) => {
                self.choose(Some(id));
                self.drag = Some(Drag {
                    what: id,
                    over: None,
                });
            }
            Message::Over(id, is_before) => {
                if let Some(drag) = &mut self.drag {
                    drag.over = (drag.what != id).then_some((id, is_before));
                }
            }
            Message::LetGo => self.drag = None,
            Message::Drop(_) => return self.drop_dragged(context),
            Message::Templates(false) => self.templates = None,
            Message::Templates(true) => {
                let read = context.worker.read(templates);
                return Action::run(Command::perform(read, |read| {
                    say(Message::TemplatesRead(read))
                }));
            }
            Message::TemplatesRead(Ok(templates)) => self.templates = Some(templates),
            message => return self.carry_out(message, sheet, context),
        }
        Action::none()
    }

    fn press(&mut self, press: &Press, sheet: &Sheet, context: &Context) -> Option<Action<Outer>> {
        self.press_key(press, sheet, context)
    }

    fn fold(&mut self) -> bool {
        self.templates.take().is_some() || self.drag.take().is_some()
    }

    /// It fills the page under the tabs, see [`Work::page`].
    fn view<'a>(&'a self, _sheet: &'a Sheet, _context: &'a Context) -> Option<Element<'a, Outer>> {
        None
    }
}

impl Known {
    fn read(reader: Reader<'_>, client: Id<Client>) -> Result<Self> {
        let tasks = reader.tasks_about(client)?;
        let ids: Vec<_> = tasks.iter().map(|task| task.id).collect();
        let contacts: HashSet<_> = tasks.iter().filter_map(|task| task.contact).collect();
        let contacts: Vec<_> = contacts.into_iter().collect();
        let contacts = reader.listings(&contacts)?.into_iter();
        Ok(Self {
            names: contacts
                .map(|one| (one.client.id, one.client.title()))
                .collect(),
            items: reader.check_items_of(&ids)?,
            people: reader.participants_of(&ids)?,
            folded: reader.folded(&ids)?,
            tree: Tree::new(tasks),
            client,
        })
    }

    /// The uppermost task that has come since `before` and was made in this window or another of
    /// this program: who makes one wants to see it.
    fn made_since(&self, before: &Self) -> Option<Id<Task>> {
        let rows = self.tree.rows(|_| true);
        let mut ids = rows.into_iter().map(|(_, task)| task.id);
        ids.find(|id| id.is_made_here() && before.tree.get(*id).is_none())
    }

    fn takes_part(&self, task: Id<Task>, employee: Id<Employee>) -> bool {
        let people = self.people.get(&task).into_iter().flatten();
        people.into_iter().any(|one| one.employee == employee)
    }
}

impl Work {
    /// Which rows are in sight now.
    fn lay_out(&mut self, context: &Context) {
        let Some(known) = &self.known else { return };
        let tree = &known.tree;
        let wanted = wanted(known, self.show, context);
        let is_open = |task: &Task| match wanted {
            Some(_) => true, // what is looked for is never hidden
            None => !self.closed.contains(&task.id),
        };
        let is_wanted = |id: &Id<Task>| wanted.as_ref().is_none_or(|wanted| wanted.contains(id));
        let rows = tree.rows(is_open).into_iter();
        let rows = rows.map(|(depth, task)| (depth, task.id));
        self.rows = rows.filter(|(_, id)| is_wanted(id)).collect();
        let at = self.chosen.and_then(|id| self.row_of(id));
        // What took the place of a task that went away is next.
        let last = self.rows.len().checked_sub(1);
        let before = self.table.cursor().and_then(|at| usize::try_from(at).ok());
        let next = before.zip(last).map(|(at, last)| at.min(last));
        let at = at.or(next.filter(|_| self.chosen.is_some()));
        self.chosen = at.map(|at| self.rows[at].1);
        let count = self.rows.len() as u64;
        self.table.set_cursor(at.map(|at| at as u64), count);
    }

    /// Opens the branches in which the chosen task stands.
    fn unfold_chosen(&mut self) {
        if let Some((known, chosen)) = self.known.as_ref().zip(self.chosen) {
            for above in known.tree.above(chosen) {
                self.closed.remove(&above.id);
            }
        }
    }

    /// Scrolls to what stands below the chosen task, as far as there is room for it too.
    fn reveal_branch(&mut self) {
        let Some(at) = self.chosen.and_then(|id| self.row_of(id)) else {
            return;
        };
        let below = self.rows[at + 1..].iter();
        let below = below.take_while(|(depth, _)| *depth > self.rows[at].0);
        let count = self.rows.len() as u64;
        self.table.reveal((at + below.count()) as u64, count);
        self.table.reveal(at as u64, count);
    }

    fn row_of(&self, id: Id<Task>) -> Option<usize> {
        self.rows.iter().position(|(_, known)| *known == id)
    }

    fn choose(&mut self, id: Option<Id<Task>>) {
        self.chosen = id;
        let at = id.and_then(|id| self.row_of(id));
        self.table
            .set_cursor(at.map(|at| at as u64), self.rows.len() as u64);
    }

    /// The task under the cursor.
    fn current(&self) -> Option<&Task> {
        self.known.as_ref()?.tree.get(self.chosen?)
    }

    fn update_table(&mut self, message: table::Message) -> Action<Outer> {
        let is_end = matches!(message, table::Message::Pressed(..));
        let count = self.rows.len() as u64;
        let done = self.table.update(message, count);
        let task_at = |at: u64| {
            let row = self.rows.get(usize::try_from(at).ok()?)?;
            Some(row.1)
        };
        match done {
            table::Action::Press(at, _) => self.chosen = task_at(at),
            table::Action::Open(at) => {
                let wish = task_at(at).map(Wish::EditTask);
                return wish.map_or(Action::none(), Action::wish);
            }
            _ => {}
        }
        if is_end {
            self.drag = None;
        }
        Action::none()
    }

    fn update_timeline(&mut self, message: table::Message) -> Action<Outer> {
        let known = self.known.as_ref();
        match self.timeline.update(message, known) {
            Some(task) => Action::wish(Wish::EditTask(task)),
            None => Action::none(),
        }
    }
}

/// The tasks that are asked for, with all above them; `None` where every one is.
fn wanted(known: &Known, show: Show, context: &Context) -> Option<HashSet<Id<Task>>> {
    let now = Utc::now();
    let is_meant = |task: &&Task| match show {
        Show::All => true,
        Show::Mine => known.takes_part(task.id, context.me.id),
        Show::Overdue => {
            let condition = known.tree.condition(task.id, now);
            matches!(condition, Condition::Overdue(_))
        }
    };
    if show == Show::All {
        return None;
    }
    let meant = known.tree.tasks().iter().filter(is_meant);
    let with_above = meant.flat_map(|task| {
        let above = known.tree.above(task.id).map(|above| above.id);
        std::iter::once(task.id).chain(above)
    });
    Some(with_above.collect())
}

fn templates(reader: Reader<'_>) -> Result<Vec<ProjectTemplate>> {
    reader.templates()
}

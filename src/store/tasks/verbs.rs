//! What is done with tasks beside editing them: finish, take up again, move, give to others.

use chrono::{DateTime, Utc};

use crate::domain::task::tree::Misplaced;
use crate::domain::task::{
    CheckItem, Degree, Finish, Participant, Rank, State, Task, TaskKind, Tree,
};
use crate::domain::term::Dictionary;
use crate::domain::{Client, Employee, Id, Process, Term};
use crate::error::{Error, Result};
use crate::store::{Column, Reader, Record, Transaction};

/// How many steps up a damaged file is followed.
const HIGHEST: usize = 20;

impl Reader<'_> {
    /// The tree that a task stands in: all tasks of its client, else its top with all below it.
    pub fn tree_of(self, task: &Task) -> Result<Tree> {
        if let Some(client) = task.client {
            return Ok(Tree::new(self.tasks_of(client)?));
        }
        let mut top = task.clone();
        for _ in 0..HIGHEST {
            let above = top.parent.map(|parent| self.tasks(&[parent])).transpose()?;
            match above.unwrap_or_default().pop() {
                Some(above) => top = above,
                None => break,
            }
        }
        Ok(Tree::new(self.branch(top.id)?))
    }

    /// Whether the office has, or ever had, a kind of operation.
    pub fn is_equipped(self) -> Result<bool> {
        let found = self
            .database
            .query("SELECT k.id FROM task_kinds k LIMIT 1", &[])?;
        Ok(!found.is_empty())
    }

    /// The place behind the sisters of a task that is new.
    fn next_position(self, task: &Task) -> Result<i64> {
        let (condition, key) = match (task.parent, task.client) {
            (Some(parent), _) => ("t.parent_id = $2", parent.to_value()),
            (None, Some(client)) => (
                "t.parent_id IS NULL AND t.client_id = $2",
                client.to_value(),
            ),
            (None, None) => return Ok(0),
        };
        let rows = self.database.query(
            &format!(
                "SELECT COALESCE(MAX(t.position) + 1, 0) AS next FROM visible_tasks t
                  WHERE t.viewer_id = $1 AND {condition}"
            ),
            &[self.who.to_value(), key],
        )?;
        rows.first().map_or(Ok(0), |row| row.get("next"))
    }
}

impl Transaction<'_> {
    /// Writes what an office begins with.
    pub fn equip(&mut self, process: &Process) -> Result<()> {
        self.save_all(&process.kinds)?;
        self.save_all(&process.results)?;
        self.save_all(&process.terms)?;
        for blueprint in &process.templates {
            self.save(&blueprint.template)?;
            self.save_all(&blueprint.steps)?;
        }
        Ok(())
    }

    fn save_all<R: Record>(&mut self, records: &[R]) -> Result<()> {
        records.iter().try_for_each(|one| self.save(one).map(drop))
    }

    /// A task as it is to be saved: where it is new or was put elsewhere it may stand there, a new
    /// one stands behind its sisters and has the client of what it stands in. What stands below it
    /// goes over to another client with it.
    pub(super) fn settled(&mut self, base: &Task, mine: &Task) -> Result<Task> {
        let is_new = base.version == 0;
        let mut task = mine.clone();
        if is_new || base.parent != task.parent {
            self.settle_place(&mut task, is_new)?;
        }
        if let Some(client) = task.client.filter(|_| is_new || base.client != task.client) {
            self.read().check_seen(client)?;
        }
        if !is_new && base.client != task.client && task.rank != Rank::Operation {
            self.hand_branch_over(&task)?;
        }
        Ok(task)
    }

    fn settle_place(&self, task: &mut Task, is_new: bool) -> Result<()> {
        let above = match task.parent {
            Some(parent) => {
                let found = self.read().tasks(&[parent])?.pop();
                Some(found.ok_or(Misplaced::Gone)?)
            }
            None => None,
        };
        let tree = match &above {
            Some(above) => self.read().tree_of(above)?,
            None => Tree::default(),
        };
        tree.check_place(task, task.parent)?;
        if is_new {
            task.client = task.client.or(above.and_then(|above| above.client));
            task.position = self.read().next_position(task)?;
        }
        Ok(())
    }

    /// Has all that stands below a task be for the same client.
    fn hand_branch_over(&mut self, task: &Task) -> Result<()> {
        for below in self.read().branch(task.id)? {
            if below.id != task.id {
                let client = task.client;
                self.save(&Task { client, ..below })?;
            }
        }
        Ok(())
    }

    /// Finishes a task at that moment. What stands below one that is lost or called off is called
    /// off too, and a project follows its stages through the funnel. Returns the task as it was
    /// finished: a result may propose another, see [`crate::domain::task::finish::proposal`].
    ///
    /// # Errors
    /// [`Error::Conflict`] where it is finished already; [`Error::StepsToDo`] where the process
    /// demands what would be left undone; [`Error::ResultMissing`] where its kind demands a result.
    pub fn finish_task(
        &mut self,
        id: Id<Task>,
        finish: &Finish,
        now: DateTime<Utc>,
    ) -> Result<Task> {
        let mut task = self.open_task(id)?;
        let tree = self.read().tree_of(&task)?;
        self.check_steps(&tree, &task, finish.state)?;
        task.finish_with(finish, now);
        if task.result.is_none() && task.lacks_result(&self.read().catalog()?) {
            return Err(Error::ResultMissing);
        }
        task.version = self.save(&task)?;
        if [State::Lost, State::Cancelled].contains(&finish.state) {
            let below = tree.branch(id).into_iter().skip(1);
            for one in below.filter(|one| one.state == State::Open) {
                let mut off = one.clone();
                off.finish(State::Cancelled, now);
                self.save(&off)?;
            }
        }
        if let Some(project) = tree.project_of(id).filter(|project| project.id != id) {
            self.follow_funnel(project, now)?;
        }
        Ok(task)
    }

    /// A task that is still to do.
    fn open_task(&self, id: Id<Task>) -> Result<Task> {
        let task = self.read().task(id)?;
        match task.state {
            State::Open => Ok(task),
            State::Done | State::Lost | State::Cancelled => Err(Error::Conflict {
                table: Task::TABLE.name,
                id: id.raw(),
            }),
        }
    }

    /// A project is won, and a part of it left out, only once its required operations are done.
    fn check_steps(&self, tree: &Tree, task: &Task, state: State) -> Result<()> {
        let is_strict = match task.rank {
            Rank::Project => state == State::Done,
            Rank::Stage | Rank::Operation => state != State::Done,
        };
        let steps = tree.required_open(task.id);
        if !is_strict || steps.is_empty() {
            return Ok(());
        }
        Err(Error::StepsToDo(self.names_of(&steps)?))
    }

    /// A step that the process demands goes with its whole project alone, or once that is closed.
    pub(super) fn check_required(&self, task: &Task) -> Result<()> {
        if task.rank == Rank::Project {
            return Ok(());
        }
        let tree = self.read().tree_of(task)?;
        let project = tree.project_of(task.id);
        if project.is_none_or(|project| project.state != State::Open) {
            return Ok(());
        }
        let branch = tree.branch(task.id).into_iter();
        let is_step = |one: &&Task| one.rank == Rank::Operation && one.is_required;
        let steps: Vec<_> = branch.filter(is_step).collect();
        match steps.is_empty() {
            true => Ok(()),
            false => Err(Error::RequiredSteps(self.names_of(&steps)?)),
        }
    }

    /// What tasks are called: operations without a title go by their kind.
    fn names_of(&self, tasks: &[&Task]) -> Result<Vec<String>> {
        let kinds: Vec<TaskKind> = self.read().ask("SELECT k.* FROM task_kinds k", &[])?;
        let names = tasks.iter().map(|task| {
            let kind = kinds.iter().find(|kind| Some(kind.id) == task.kind);
            match (task.title.as_str(), kind) {
                ("", Some(kind)) => kind.name.clone(),
                (title, _) => title.to_owned(),
            }
        });
        Ok(names.collect())
    }

    /// Puts an open project on the step of the funnel that it has come to, never back.
    fn follow_funnel(&mut self, project: &Task, now: DateTime<Utc>) -> Result<()> {
        let tree = self.read().tree_of(project)?;
        let reached = tree.reached(project.id);
        let Some(project) = tree.get(project.id).filter(|one| one.state == State::Open) else {
            return Ok(());
        };
        let steps: Vec<Term> = self.read().ask(
            "SELECT t.* FROM terms t WHERE t.dictionary = $1 AND t.deleted_by IS NULL
              ORDER BY t.position, t.name, t.id",
            &[Dictionary::DealStage.name().into()],
        )?;
        let place = |step: Option<Id<Term>>| steps.iter().position(|known| Some(known.id) == step);
        let is_further = place(reached).is_some() && place(reached) > place(project.stage);
        if is_further && (project.stage.is_none() || place(project.stage).is_some()) {
            self.save_stage(project.clone(), reached, now)?;
        }
        Ok(())
    }

    /// Takes a finished task up again, and with it what was called off together with it.
    ///
    /// # Errors
    /// [`Error::Conflict`] where it is not finished.
    pub fn reopen_task(&mut self, id: Id<Task>) -> Result<()> {
        let task = self.read().task(id)?;
        if task.state == State::Open {
            return Err(Error::Conflict {
                table: Task::TABLE.name,
                id: id.raw(),
            });
        }
        let with_it =
            |one: &Task| one.state == State::Cancelled && one.finished_at == task.finished_at;
        for mut one in self.read().branch(id)? {
            if one.id == id || with_it(&one) {
                one.finish(State::Open, DateTime::UNIX_EPOCH);
                one.result = None;
                one.reason = None;
                self.save(&one)?;
            }
        }
        Ok(())
    }

    /// Puts a task below another of its tree, or at the top, before a sister or behind all.
    ///
    /// # Errors
    /// [`Error::TaskMisplaced`] where it cannot stand there.
    pub fn move_task(
        &mut self,
        id: Id<Task>,
        parent: Option<Id<Task>>,
        before: Option<Id<Task>>,
    ) -> Result<()> {
        let task = self.read().task(id)?;
        let mut tasks = self.read().tree_of(&task)?.tasks().to_vec();
        let above = parent.map(|parent| self.read().tasks(&[parent]));
        if let Some(above) = above.transpose()?.and_then(|mut found| found.pop()) {
            // A task for nobody may go over to the tree of a client, or to another of our own.
            let is_elsewhere = task.client.is_none() && tasks.iter().all(|one| one.id != above.id);
            if is_elsewhere {
                tasks.extend_from_slice(self.read().tree_of(&above)?.tasks());
            }
            for moved in Tree::new(tasks).place(id, parent, before)? {
                self.save(&moved)?;
            }
            return self.join_client(&task, above.client);
        }
        let moved = Tree::new(tasks).place(id, parent, before)?;
        moved.iter().try_for_each(|one| self.save(one).map(drop))
    }

    /// Has a task for nobody that came into the tree of a client be for that client.
    fn join_client(&mut self, task: &Task, client: Option<Id<Client>>) -> Result<()> {
        if task.client.is_some() || client.is_none() {
            return Ok(());
        }
        for one in self.read().branch(task.id)? {
            self.save(&Task { client, ..one })?;
        }
        Ok(())
    }

    /// Puts a project on another step of the funnel, or on none.
    ///
    /// # Errors
    /// [`Error::Conflict`] where it is finished; [`Error::TaskMisplaced`] where it is no project.
    pub fn advance_deal(
        &mut self,
        id: Id<Task>,
        stage: Option<Id<Term>>,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let project = self.open_task(id)?;
        if project.rank != Rank::Project {
            return Err(Misplaced::WrongRank.into());
        }
        if project.stage == stage {
            return Ok(());
        }
        self.save_stage(project, stage, now)
    }

    fn save_stage(
        &mut self,
        mut project: Task,
        stage: Option<Id<Term>>,
        now: DateTime<Utc>,
    ) -> Result<()> {
        project.stage = stage;
        project.stage_since = stage.map(|_| now);
        self.save(&project).map(drop)
    }

    /// Ticks an item of the check list of a task, or takes the tick away.
    ///
    /// # Errors
    /// [`Error::Missing`] where there is no such item, or none that may be seen.
    pub fn tick_item(&mut self, task: Id<Task>, item: Id<CheckItem>, is_done: bool) -> Result<()> {
        let items = self.read().assignment(task)?.items;
        let found = items.into_iter().find(|one| one.id == item);
        let item = found.ok_or(Error::Missing(CheckItem::TABLE.name))?;
        self.save(&CheckItem { is_done, ..item }).map(drop)
    }

    /// Gives tasks to one or many: these take part in each of them, and nobody else.
    ///
    /// # Errors
    /// [`Error::Missing`] where one of the tasks may not be seen.
    pub fn assign_tasks(
        &mut self,
        tasks: &[Id<Task>],
        people: &[(Id<Employee>, Degree)],
    ) -> Result<()> {
        for task in tasks {
            let known = self.read().assignment(*task)?.participants;
            let given = people.iter().map(|(employee, degree)| {
                let before = known.iter().find(|one| one.employee == *employee);
                let row = before.cloned();
                let row = row.unwrap_or_else(|| Participant::new(*task, *employee, *degree));
                Participant {
                    degree: *degree,
                    ..row
                }
            });
            self.change_rows(&known, &given.collect::<Vec<_>>())?;
        }
        Ok(())
    }
}

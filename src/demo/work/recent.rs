//! What colleagues have done last: operations of their own, as the page of the day tells them.

use chrono::Utc;

use super::{Work, kind};
use crate::domain::task::list::Whose;
use crate::domain::task::{Finish, Meaning, When, at_minute};
use crate::domain::{Assignment, Employee, Id, Note, Operation};
use crate::error::Result;
use crate::workspace::Workspace;

/// Who has noted what: the place of the employee in the cast.
const NOTES: [(usize, &str); 2] = [
    (
        2,
        "Просят прислать договор с протоколом разногласий до пятницы.",
    ),
    (
        3,
        "Сменился главный бухгалтер, новый телефон спросить у секретаря.",
    ),
];
/// Who has finished something.
const FINISHED: [usize; 3] = [3, 2, 1];

impl Work {
    /// Has colleagues do this and that, one operation each. The one at hand does nothing: an undo
    /// too many takes nothing of it away.
    pub(super) fn happen(&self, workspace: &mut Workspace) -> Result<()> {
        let me = workspace.who();
        for (at, text) in NOTES {
            self.note(workspace, self.employee(at), text)?;
        }
        self.advance(workspace)?;
        for at in FINISHED {
            self.finish_one(workspace, self.employee(at))?;
        }
        self.call_tomorrow(workspace, self.employee(2))?;
        workspace.sign_in(me);
        Ok(())
    }

    fn note(&self, workspace: &mut Workspace, who: Id<Employee>, text: &str) -> Result<()> {
        let mut own = self.organizations.iter();
        let Some(client) = own.find(|one| one.client.owner == Some(who)) else {
            return Ok(());
        };
        let note = Note::new(client.client.id, who, text);
        workspace.sign_in(who);
        workspace.transact(Operation::AddNote, |tx| tx.save(&note))?;
        Ok(())
    }

    /// Puts the first open deal of somebody else on the next step of the funnel.
    fn advance(&self, workspace: &mut Workspace) -> Result<()> {
        let who = self.employee(1);
        workspace.sign_in(who);
        let stages: Vec<_> = self
            .catalog
            .terms(crate::domain::term::Dictionary::DealStage)
            .map(|stage| stage.id)
            .collect();
        let deals = workspace.read().deals()?;
        let next = deals.iter().find_map(|deal| {
            let at = stages.iter().position(|stage| Some(*stage) == deal.stage)?;
            let next = stages.get(at + 1)?;
            (deal.leader == Some(who)).then_some((deal.id, *next))
        });
        if let Some((deal, stage)) = next {
            workspace.transact(Operation::AdvanceDeal, |tx| {
                tx.advance_deal(deal, Some(stage), Utc::now())
            })?;
        }
        Ok(())
    }

    /// Finishes the first operation of an employee that has begun, with a good result.
    fn finish_one(&self, workspace: &mut Workspace, who: Id<Employee>) -> Result<()> {
        workspace.sign_in(who);
        let mut open = workspace.read().listed_tasks(Whose::Mine, None)?;
        open.sort_by_key(|one| (one.task.start().map(When::begins), one.task.id));
        let begun = |when: When| when.begins() <= self.now;
        let task = open.iter().map(|one| &one.task);
        let mut task = task.filter(|task| task.client.is_some() && task.start().is_some_and(begun));
        let Some(task) = task.next_back() else {
            return Ok(());
        };
        let mut results = self.catalog.task_results.iter();
        let good = |meaning| meaning == Meaning::Success;
        let result = results.find(|one| Some(one.kind) == task.kind && good(one.meaning));
        let Some(result) = result.map(|result| result.id) else {
            return Ok(());
        };
        workspace.transact(Operation::FinishTask, |tx| {
            tx.finish_task(task.id, &Finish::with_result(result), Utc::now())
        })?;
        Ok(())
    }

    /// Plans a call for the next working day.
    fn call_tomorrow(&self, workspace: &mut Workspace, who: Id<Employee>) -> Result<()> {
        let mut own = self.organizations.iter();
        let Some(client) = own.rfind(|one| one.client.owner == Some(who)) else {
            return Ok(());
        };
        let mut whole = Assignment::operation(self.kind(kind::CALL), who);
        let day = self.catalog.calendar.later(Some(who), self.today, 1);
        whole.task.client = Some(client.client.id);
        whole.task.author = Some(who);
        whole.task.set_start(Some(When::At(at_minute(day, 690))));
        workspace.sign_in(who);
        workspace.transact(Operation::AddTask, |tx| tx.save_assignment(&whole, &whole))?;
        Ok(())
    }
}

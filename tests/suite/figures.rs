//! Figures of work: counted by result, kind, employee, client; never of what may not be seen.

use chrono::{DateTime, Utc};
use vizitka::domain::task::figures::{By, Key, Scope};
use vizitka::domain::task::{Finish, Meaning, Rank};
use vizitka::domain::{Assignment, Card, Catalog, Client, Employee, Id, Operation, Task};
use vizitka::error::Result;
use vizitka::i18n::{Language, Locale};
use vizitka::starter;
use vizitka::workspace::Workspace;

fn moment(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

struct Office {
    workspace: Workspace,
    catalog: Catalog,
    client: Id<Client>,
    project: Id<Task>,
    trainee: Employee,
}

/// Three first calls of one client in June, of which two are in a project, and one of ours in July.
fn office() -> Result<Office> {
    let mut workspace = Workspace::in_memory()?;
    starter::equip(&mut workspace, &Locale::new(Language::Russian))?;
    let catalog = workspace.read().catalog()?;
    let me = workspace.who();
    let mut trainee = Employee::new("Виноградов", "Сергей", "Константинович");
    trainee.sees_all = false;
    let mut card = Card::new(Client::organization("ООО «Ромашка»"));
    card.client.owner = Some(me);
    let client = card.client.id;
    let project = Task {
        client: Some(client),
        ..Task::new(Rank::Project, "Поставка", me)
    };
    let id = project.id;
    workspace.transact(Operation::AddTask, |tx| {
        tx.save(&trainee)?;
        tx.add_card(&card)?;
        let whole = Assignment::new(project, me);
        tx.save_assignment(&whole, &whole)
    })?;
    let mut office = Office {
        workspace,
        catalog,
        client,
        project: id,
        trainee,
    };
    office.call(Some(client), Some(id), 0, "2026-06-10T08:00:00Z")?;
    office.call(Some(client), Some(id), 1, "2026-06-11T08:00:00Z")?;
    office.call(Some(client), None, 0, "2026-06-12T08:00:00Z")?;
    office.call(None, None, 4, "2026-07-03T08:00:00Z")?;
    Ok(office)
}

impl Office {
    fn call(
        &mut self,
        client: Option<Id<Client>>,
        parent: Option<Id<Task>>,
        result: usize,
        at: &str,
    ) -> Result<()> {
        let kind = &self.catalog.task_kinds[0];
        let mut call = Assignment::operation(kind, self.workspace.who());
        (call.task.client, call.task.parent) = (client, parent);
        let result = self.catalog.results(kind.id).nth(result).unwrap().id;
        let done = self.workspace.transact(Operation::FinishTask, |tx| {
            tx.save_assignment(&call, &call)?;
            tx.finish_task(call.task.id, &Finish::with_result(result), moment(at))
        });
        done.map(drop)
    }

    fn counts(&self, scope: &Scope, by: By) -> Result<Vec<(String, i64)>> {
        let figures = self.workspace.read().task_figures(scope, by)?;
        let named = figures.into_iter().map(|figure| {
            let name = match figure.key {
                Key::Result(_, result) => self.catalog.task_result(result).map(|one| &one.name),
                Key::Kind(kind) => self.catalog.task_kind(kind).map(|one| &one.name),
                Key::Employee(_) | Key::Client(_) => Some(&figure.name),
            };
            (name.cloned().unwrap_or_default(), figure.done)
        });
        Ok(named.collect())
    }
}

fn june() -> Scope {
    Scope {
        from: "2026-06-01".parse().ok(),
        to: "2026-06-30".parse().ok(),
        ..Scope::default()
    }
}

fn said(counts: &[(&str, i64)]) -> Vec<(String, i64)> {
    let said = counts
        .iter()
        .map(|(name, count)| ((*name).to_owned(), *count));
    said.collect()
}

#[test]
fn each_result_is_counted_by_time_employee_and_project() -> Result<()> {
    let office = office()?;
    let june = june();
    let by_result = said(&[("ЛПР найден", 2), ("Не дозвонились", 1)]);
    assert_eq!(office.counts(&june, By::Result)?, by_result);
    assert_eq!(office.counts(&Scope::default(), By::Kind)?.len(), 1);
    assert_eq!(office.counts(&Scope::default(), By::Kind)?[0].1, 4);
    let in_project = Scope {
        project: Some(office.project),
        ..june
    };
    assert_eq!(office.counts(&in_project, By::Kind)?[0].1, 2);
    let mine = Scope {
        employee: Some(office.workspace.who()),
        ..in_project
    };
    assert_eq!(office.counts(&mine, By::Employee)?[0].1, 2);
    let theirs = Scope {
        employee: Some(office.trainee.id),
        ..june
    };
    assert_eq!(office.counts(&theirs, By::Result)?, said(&[]));
    let figures = office.workspace.read().task_figures(&june, By::Kind)?;
    let [success, neutral, failure] = figures[0].meanings;
    assert_eq!((success, neutral, failure), (2, 1, 0));
    assert_eq!(Meaning::ALL.len(), 3);
    Ok(())
}

#[test]
fn the_tasks_behind_a_figure_are_as_many_as_it_says() -> Result<()> {
    let office = office()?;
    let reader = office.workspace.read();
    for by in By::ALL {
        let all = Scope::default();
        for figure in reader.task_figures(&all, *by)? {
            let behind = reader.tasks_behind(&all, *by, figure.key)?;
            assert_eq!(behind.len() as i64, figure.done, "{by:?} {figure:?}");
        }
    }
    let of_client = said(&[("ООО «Ромашка»", 3), ("", 1)]);
    assert_eq!(office.counts(&Scope::default(), By::Client)?, of_client);
    let only = Scope {
        client: Some(office.client),
        ..Scope::default()
    };
    assert_eq!(office.counts(&only, By::Kind)?[0].1, 3);
    Ok(())
}

#[test]
fn a_hidden_task_is_in_no_figure_and_a_hidden_client_is_not_named() -> Result<()> {
    let mut office = office()?;
    let (me, trainee) = (office.workspace.who(), office.trainee.id);
    office.workspace.sign_in(trainee);
    for by in By::ALL {
        assert_eq!(office.counts(&Scope::default(), *by)?, said(&[]), "{by:?}");
    }
    // Led by the trainee for a client that they may not see.
    office.workspace.sign_in(me);
    let tasks = office.workspace.read().tasks_of(office.client)?;
    let call = tasks
        .iter()
        .find(|task| task.parent.is_none() && task.rank == Rank::Operation);
    let call = call.unwrap().id;
    let leads = vizitka::domain::task::Degree::Leads;
    office.workspace.transact(Operation::AssignTask, |tx| {
        tx.assign_tasks(&[call], &[(trainee, leads)])
    })?;
    office.workspace.sign_in(trainee);
    let counts = office.counts(&Scope::default(), By::Client)?;
    assert_eq!(counts, said(&[("", 1)]));
    let reader = office.workspace.read();
    let behind = reader.tasks_behind(&Scope::default(), By::Client, Key::Client(None))?;
    assert_eq!(behind.len(), 1);
    Ok(())
}

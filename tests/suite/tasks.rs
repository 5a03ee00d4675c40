//! Tasks: saved with those who take part, seen in the calendar, taken back, merged along.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use vizitka::domain::task::{CheckItem, Degree, Participant, Rank, State, Tree, When};
use vizitka::domain::{Assignment, Card, Client, Employee, Id, Operation, Task};
use vizitka::error::{Error, Result};
use vizitka::workspace::{Appointment, Workspace};

fn moment(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn day() -> (DateTime<Utc>, DateTime<Utc>) {
    (
        moment("2026-06-29T00:00:00Z"),
        moment("2026-06-30T00:00:00Z"),
    )
}

struct Office {
    workspace: Workspace,
    client: Card,
    colleague: Employee,
}

fn office() -> Result<Office> {
    let mut workspace = Workspace::in_memory()?;
    let mut client = Card::new(Client::organization("ООО «Ромашка»"));
    client.client.owner = Some(workspace.who());
    let colleague = Employee::new("Семёнова", "Юлия", "Андреевна");
    workspace.transact(Operation::AddClient, |tx| {
        tx.save(&colleague)?;
        tx.add_card(&client)
    })?;
    Ok(Office {
        workspace,
        client,
        colleague,
    })
}

impl Office {
    fn presentation(&self) -> Assignment {
        let me = self.workspace.who();
        let mut task = Task::new(Rank::Operation, "Первая презентация", me);
        task.client = Some(self.client.client.id);
        task.set_start(Some(When::At(moment("2026-06-29T07:00:00Z"))));
        task.minutes = Some(90);
        Assignment::new(task, me)
    }

    fn save(&mut self, base: &Assignment, mine: &Assignment) -> Result<()> {
        let saved = self
            .workspace
            .transact(Operation::EditTask, |tx| tx.save_assignment(base, mine));
        saved.map(drop)
    }

    fn calendar(&self, who: Id<Employee>) -> Result<Vec<Appointment>> {
        self.workspace.read().appointments(&[who], day())
    }
}

#[test]
fn a_task_stands_in_the_calendar_of_everybody_who_takes_part() -> Result<()> {
    let mut office = office()?;
    let me = office.workspace.who();
    let base = office.presentation();
    let mut mine = base.clone();
    let other = office.colleague.id;
    mine.participants
        .push(Participant::new(base.task.id, other, Degree::Assists));
    mine.items.push(CheckItem::new(base.task.id, "Проектор", 0));
    office.save(&base, &mine)?;

    let seen = office.calendar(other)?;
    assert_eq!(seen.len(), 1);
    assert_eq!(seen[0].client, "ООО «Ромашка»");
    assert_eq!(seen[0].ends(), Some(moment("2026-06-29T08:30:00Z")));

    let read = office.workspace.read().assignment(base.task.id)?;
    assert_eq!(read.leader(), Some(me));
    let mut later = read.clone();
    later.task.move_to(When::At(moment("2026-07-02T07:00:00Z")));
    later.participants.retain(|one| one.employee == me);
    office.save(&read, &later)?;
    assert_eq!(office.calendar(other)?, []);
    assert_eq!(office.calendar(me)?, []);

    office.workspace.undo()?;
    assert_eq!(office.calendar(other)?.len(), 1);
    assert_eq!(office.calendar(me)?.len(), 1);
    office.workspace.undo()?;
    assert_eq!(office.calendar(other)?, []);
    office.workspace.redo()?;
    assert_eq!(office.calendar(other)?.len(), 1);
    assert_eq!(office.workspace.faults()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn two_who_save_the_same_task_are_told() -> Result<()> {
    let mut office = office()?;
    let base = office.presentation();
    office.save(&base, &base)?;
    let read = office.workspace.read().assignment(base.task.id)?;
    let mut mine = read.clone();
    mine.task.place = "В офисе".into();
    office.save(&read, &mine)?;
    let mut theirs = read.clone();
    theirs.task.place = "У клиента".into();
    let refused = office.save(&read, &theirs);
    assert!(matches!(
        refused,
        Err(Error::Conflict { table: "tasks", .. })
    ));
    Ok(())
}

#[test]
fn whole_days_and_finished_tasks_stand_in_the_calendar_called_off_ones_do_not() -> Result<()> {
    let mut office = office()?;
    let me = office.workspace.who();
    let base = office.presentation();
    let mut mine = base.clone();
    let first = NaiveDate::from_ymd_opt(2026, 6, 28).unwrap();
    mine.task.set_start(Some(When::Day(first)));
    mine.task
        .set_due(Some(When::Day(first + Duration::days(3))));
    office.save(&base, &mine)?;
    assert_eq!(office.calendar(me)?.len(), 1);

    for (state, stands) in [(State::Done, 1), (State::Cancelled, 0)] {
        let read = office.workspace.read().assignment(base.task.id)?;
        let mut finished = read.clone();
        finished.task.finish(state, Utc::now());
        office.save(&read, &finished)?;
        assert_eq!(office.calendar(me)?.len(), stands, "{state:?}");
    }
    Ok(())
}

#[test]
fn what_is_late_is_found_until_it_is_done() -> Result<()> {
    let mut office = office()?;
    let me = office.workspace.who();
    let base = office.presentation();
    office.save(&base, &base)?;
    let late = |office: &Office, at: &str| -> Result<usize> {
        Ok(office.workspace.read().overdue(&[me], moment(at))?.len())
    };
    assert_eq!(late(&office, "2026-06-29T08:30:00Z")?, 0);
    assert_eq!(late(&office, "2026-06-29T08:31:00Z")?, 1);
    let read = office.workspace.read().assignment(base.task.id)?;
    let mut finished = read.clone();
    finished.task.finish(State::Done, Utc::now());
    office.save(&read, &finished)?;
    assert_eq!(late(&office, "2026-06-30T08:31:00Z")?, 0);
    Ok(())
}

#[test]
fn a_deleted_branch_goes_and_comes_back_whole() -> Result<()> {
    let mut office = office()?;
    let me = office.workspace.who();
    let project = Task {
        client: Some(office.client.client.id),
        ..Task::new(Rank::Project, "Поставка", me)
    };
    let call = Task {
        parent: Some(project.id),
        ..office.presentation().task
    };
    office.workspace.transact(Operation::AddTask, |tx| {
        for task in [&project, &call] {
            let whole = Assignment::new(task.clone(), me);
            tx.save_assignment(&whole, &whole)?;
        }
        Ok(())
    })?;
    let tree = |office: &Office| -> Result<Tree> {
        let tasks = office.workspace.read().tasks_of(office.client.client.id)?;
        Ok(Tree::new(tasks))
    };
    assert_eq!(tree(&office)?.rows(|_| true).len(), 2);
    office
        .workspace
        .transact(Operation::DeleteTask, |tx| tx.delete_branch(project.id))?;
    assert!(tree(&office)?.is_empty());
    assert_eq!(office.calendar(me)?, []);
    office.workspace.undo()?;
    assert_eq!(tree(&office)?.rows(|_| true).len(), 2);
    assert_eq!(office.calendar(me)?.len(), 1);
    Ok(())
}

#[test]
fn tasks_move_along_when_cards_are_merged_and_come_back() -> Result<()> {
    let mut office = office()?;
    let double = Card::new(Client::organization("Ромашка ООО"));
    office
        .workspace
        .transact(Operation::AddClient, |tx| tx.add_card(&double))?;
    let base = office.presentation();
    office.save(&base, &base)?;
    let reader = office.workspace.read();
    let survivor = reader.card(double.client.id)?;
    let merged = reader.card(office.client.client.id)?;
    office.workspace.transact(Operation::MergeClients, |tx| {
        tx.merge_cards(&survivor, &survivor, &[merged])
    })?;
    let count = |office: &Office, card: &Card| -> Result<usize> {
        Ok(office.workspace.read().tasks_of(card.client.id)?.len())
    };
    assert_eq!(count(&office, &double)?, 1);
    office.workspace.undo()?;
    assert_eq!(count(&office, &double)?, 0);
    assert_eq!(count(&office, &office.client)?, 1);
    Ok(())
}

#[test]
fn a_task_is_seen_by_those_who_have_to_do_with_it_alone() -> Result<()> {
    let mut office = office()?;
    let me = office.workspace.who();
    let base = office.presentation();
    office.save(&base, &base)?;
    let mut trainee = Employee::new("Виноградов", "Сергей", "Константинович");
    trainee.sees_all = false;
    office
        .workspace
        .transact(Operation::AddEmployee, |tx| tx.save(&trainee))?;
    let sees = |office: &Office| office.workspace.read().task(base.task.id).is_ok();
    office.workspace.sign_in(trainee.id);
    assert!(!sees(&office));
    assert_eq!(office.calendar(me)?, []);
    assert_eq!(
        office.workspace.read().tasks_of(office.client.client.id)?,
        []
    );
    assert_eq!(
        office
            .workspace
            .read()
            .participants_of(&[base.task.id])?
            .len(),
        0
    );
    assert_eq!(office.workspace.read().branch(base.task.id)?, []);

    office.workspace.sign_in(me);
    let read = office.workspace.read().assignment(base.task.id)?;
    let mut with_trainee = read.clone();
    let joins = Participant::new(base.task.id, trainee.id, Degree::Assists);
    with_trainee.participants.push(joins);
    office.save(&read, &with_trainee)?;
    office.workspace.sign_in(trainee.id);
    assert!(sees(&office));
    // The card behind it stays hidden: its name is not told.
    let seen = office.calendar(trainee.id)?;
    assert_eq!((seen.len(), seen[0].client.as_str()), (1, ""));
    Ok(())
}

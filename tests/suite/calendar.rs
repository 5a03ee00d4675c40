//! The calendar: what stands in it, for whom, and what of it may be seen.

use chrono::{DateTime, Duration, Local, NaiveDate, Utc};
use vizitka::domain::calendar::{Entry, Scope, wall_clock};
use vizitka::domain::task::{
    Availability, Degree, Meaning, Participant, State, TaskKind, TaskResult, When,
};
use vizitka::domain::{Assignment, Card, Client, Employee, Id, Operation, Task};
use vizitka::error::Result;
use vizitka::workspace::Workspace;

/// Monday of the deck.
fn monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2008, 6, 30).unwrap()
}

fn at(day: NaiveDate, hour: i64, minute: i64) -> DateTime<Utc> {
    wall_clock::moment(&Local, day, hour * 60 + minute)
}

struct Office {
    workspace: Workspace,
    colleague: Employee,
    trainee: Employee,
    client: Card,
    person: Card,
    meeting: TaskKind,
}

fn office() -> Result<Office> {
    let mut workspace = Workspace::in_memory()?;
    let colleague = Employee::new("Семёнова", "Юлия", "Андреевна");
    let mut trainee = Employee::new("Виноградов", "Сергей", "Константинович");
    trainee.sees_all = false;
    let mut client = Card::new(Client::organization("ООО «Ромашка»"));
    client.client.owner = Some(workspace.who());
    let mut person = Card::new(Client::person("Антонов", "Юрий", "Михайлович"));
    person.client.employer = Some(client.client.id);
    let meeting = TaskKind::new("Первая презентация", "presentation");
    workspace.transact(Operation::AddClient, |tx| {
        tx.save(&colleague)?;
        tx.save(&trainee)?;
        tx.save(&meeting)?;
        tx.add_card(&client)?;
        tx.add_card(&person)
    })?;
    Ok(Office {
        workspace,
        colleague,
        trainee,
        client,
        person,
        meeting,
    })
}

impl Office {
    /// The presentation of the sample day, at ten o'clock.
    fn presentation(&self) -> Assignment {
        let me = self.workspace.who();
        let mut task = Task::operation(&self.meeting, me);
        task.client = Some(self.client.client.id);
        task.contact = Some(self.person.client.id);
        task.place = "Ул. Малая Морская, д. 14".into();
        task.set_start(Some(When::At(at(monday(), 10, 0))));
        task.minutes = Some(90);
        Assignment::new(task, me)
    }

    fn save(&mut self, mine: &Assignment) -> Result<()> {
        let base = match mine.task.version {
            0 => mine.clone(),
            _ => self.workspace.read().assignment(mine.task.id)?,
        };
        let saved = self
            .workspace
            .transact(Operation::EditTask, |tx| tx.save_assignment(&base, mine));
        saved.map(drop)
    }

    fn entries(&self, employees: &[Id<Employee>]) -> Result<Vec<Entry>> {
        let week = Scope::Week.around(monday()).moments(&Local);
        let reader = self.workspace.read();
        reader.calendar_entries(employees, week, &reader.catalog()?)
    }
}

#[test]
fn an_entry_names_kind_client_person_and_place() -> Result<()> {
    let mut office = office()?;
    let me = office.workspace.who();
    let whole = office.presentation();
    office.save(&whole)?;
    let entries = office.entries(&[me])?;
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0].heading(), "Первая презентация");
    assert_eq!(
        entries[0].details(),
        ["ООО «Ромашка» · Антонов Ю. М.", "Ул. Малая Морская, д. 14"]
    );
    assert_eq!(entries[0].when, When::At(at(monday(), 10, 0)));
    assert_eq!(entries[0].minutes(), 90);
    Ok(())
}

#[test]
fn a_task_of_two_stands_once_in_the_calendar_of_both() -> Result<()> {
    let mut office = office()?;
    let (me, other) = (office.workspace.who(), office.colleague.id);
    let mut whole = office.presentation();
    let joins = Participant::new(whole.task.id, other, Degree::Assists);
    whole.participants.push(joins);
    office.save(&whole)?;
    let entries = office.entries(&[other, me])?;
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0].employees, [other, me], "in the order asked for");
    assert_eq!(office.entries(&[office.trainee.id])?, []);
    Ok(())
}

#[test]
fn what_came_of_it_is_told_and_a_week_ends_with_its_sunday() -> Result<()> {
    let mut office = office()?;
    let me = office.workspace.who();
    let result = TaskResult::new(office.meeting.id, "Назначена встреча", Meaning::Success);
    office
        .workspace
        .transact(Operation::EditPolicy, |tx| tx.save(&result).map(drop))?;
    let mut whole = office.presentation();
    whole.task.result = Some(result.id);
    whole.task.finish(State::Done, at(monday(), 11, 0));
    office.save(&whole)?;
    let mut next = office.presentation();
    next.task
        .set_start(Some(When::At(at(monday() + Duration::days(7), 0, 0))));
    office.save(&next)?;
    let mut last = office.presentation();
    let sunday = monday() + Duration::days(6);
    last.task.set_start(Some(When::At(at(sunday, 23, 30))));
    last.task.minutes = Some(30);
    office.save(&last)?;
    let entries = office.entries(&[me])?;
    assert_eq!(entries.len(), 2);
    assert_eq!(entries[0].details()[0], "Назначена встреча");
    assert_eq!(entries[1].days(&Local), (sunday, sunday));
    Ok(())
}

#[test]
fn long_tasks_are_found_whatever_day_they_began() -> Result<()> {
    let mut office = office()?;
    let me = office.workspace.who();
    let long = office.presentation();
    for (start, minutes) in [(-20, 40 * 24 * 60), (-2, 37 * 60), (-2, 49 * 60), (-3, 60)] {
        let mut whole = long.clone();
        whole.task = Task {
            id: Id::generate(),
            minutes: Some(minutes),
            ..long.task.clone()
        };
        whole.participants = Assignment::new(whole.task.clone(), me).participants;
        let day = monday() + Duration::days(start);
        whole.task.set_start(Some(When::At(at(day, 10, 0))));
        office.save(&whole)?;
    }
    let reader = office.workspace.read();
    let catalog = reader.catalog()?;
    let today = Scope::Day.around(monday()).moments(&Local);
    let found = reader.calendar_entries(&[me], today, &catalog)?;
    let lengths: Vec<_> = found.iter().map(|one| one.minutes() / 60).collect();
    assert_eq!(lengths, [40 * 24, 49]);
    Ok(())
}

#[test]
fn a_hidden_task_is_time_without_a_word() -> Result<()> {
    let mut office = office()?;
    let me = office.workspace.who();
    let whole = office.presentation();
    office.save(&whole)?;
    let mut free = office.presentation();
    free.task.availability = Availability::Free;
    office.save(&free)?;
    office.workspace.sign_in(office.trainee.id);
    let seen = office.entries(&[me])?;
    let expected = [Availability::Busy, Availability::Free].map(|availability| {
        let time = (When::At(at(monday(), 10, 0)), at(monday(), 11, 30));
        Entry::hidden(me, time, availability)
    });
    let mut seen = seen;
    seen.sort_by_key(|one| one.availability);
    assert_eq!(seen, expected, "nothing but the time");

    // What hangs on a card in the bin is nobody's time.
    office.workspace.sign_in(me);
    let card = office.client.client.id;
    office
        .workspace
        .transact(Operation::DeleteClients, |tx| tx.delete_clients(&[card]))?;
    office.workspace.sign_in(office.trainee.id);
    assert_eq!(office.entries(&[me])?, []);
    Ok(())
}

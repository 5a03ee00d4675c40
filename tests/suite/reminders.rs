//! Reminders: none is lost and none comes twice, whatever becomes of the clock, the program, the task.

use std::collections::HashMap;
use std::path::Path;

use chrono::{DateTime, Duration, FixedOffset, NaiveDate, Utc};
use vizitka::domain::biography::EventKind;
use vizitka::domain::reminder::{Audience, Event, Now, Occasion, QuietHours, quiet};
use vizitka::domain::task::{
    Degree, Meaning, Participant, Rank, State, TaskKind, TaskResult, When,
};
use vizitka::domain::{
    Assignment, Birthday, Card, Client, Employee, Id, LifeEvent, Notice, Operation, Reminder, Task,
};
use vizitka::error::Result;
use vizitka::workspace::{Alert, Workspace};

use crate::program::Desk;

fn moment(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// That moment on a clock in Moscow.
fn now(text: &str) -> Now {
    in_zone(moment(text), 3 * 60)
}

fn in_zone(at: DateTime<Utc>, minutes_east: i32) -> Now {
    let zone = FixedOffset::east_opt(minutes_east * 60).unwrap();
    Now::from(at.with_timezone(&zone))
}

/// Tells the signed-in employee of each task by one notice, at its start.
fn remind_at_the_start(workspace: &mut Workspace) -> Result<()> {
    let usual = Reminder::new(None, Audience::Participants, Event::Start);
    let saved = workspace.transact(Operation::EditReminders, |tx| tx.save(&usual));
    saved.map(drop)
}

fn task(title: &str, who: Id<Employee>, start: When) -> Assignment {
    let mut task = Task::new(Rank::Operation, title, who);
    task.set_start(Some(start));
    Assignment::new(task, who)
}

fn add(workspace: &mut Workspace, assignments: &[Assignment]) -> Result<()> {
    let saved = workspace.transact(Operation::AddTask, |tx| {
        assignments
            .iter()
            .try_for_each(|one| tx.save_assignment(one, one))
    });
    saved.map(drop)
}

fn change(
    workspace: &mut Workspace,
    id: Id<Task>,
    edit: impl FnOnce(&mut Assignment),
) -> Result<()> {
    let base = workspace.read().assignment(id)?;
    let mut mine = base.clone();
    edit(&mut mine);
    let saved = workspace.transact(Operation::EditTask, |tx| tx.save_assignment(&base, &mine));
    saved.map(drop)
}

fn occasions(alerts: &[Alert]) -> Vec<Occasion> {
    alerts.iter().map(|alert| alert.notice.occasion).collect()
}

/// A thousand tasks: one a quarter of an hour from the evening before the clocks are put forward,
/// every tenth of them on a day without a time.
fn thousand(who: Id<Employee>) -> Vec<Assignment> {
    let first = moment("2031-03-29T17:00:00Z");
    let start = |n: i32| match n % 10 {
        0 => When::Day((first + Duration::minutes(15 * i64::from(n))).date_naive()),
        _ => When::At(first + Duration::minutes(15 * i64::from(n))),
    };
    (0..1000)
        .map(|n| task(&format!("Дело {n}"), who, start(n)))
        .collect()
}

/// What the clock and the program go through, and which notices were shown how often.
struct Trial<'a> {
    path: &'a Path,
    program: Option<Workspace>,
    /// What the clock of the computer says, in UTC, and its zone in minutes east.
    at: DateTime<Utc>,
    zone: i32,
    shown: HashMap<Id<Notice>, u32>,
}

impl Trial<'_> {
    fn look(&mut self) -> Result<()> {
        let now = in_zone(self.at, self.zone);
        if let Some(program) = &mut self.program {
            for alert in program.claim(now)? {
                assert!(alert.rings().is_reached(now), "not before its time");
                *self.shown.entry(alert.notice.id).or_default() += 1;
            }
        }
        Ok(())
    }

    /// Lets time go by, with a look every five minutes.
    fn live(&mut self, hours: i64) -> Result<()> {
        for _ in 0..hours * 12 {
            self.at += Duration::minutes(5);
            self.look()?;
        }
        Ok(())
    }

    /// Ends the program without a word.
    fn kill(&mut self) {
        // What a killed program would have given back stays taken.
        std::mem::forget(self.program.take());
    }

    fn start(&mut self) -> Result<()> {
        self.program = Some(Workspace::open(self.path)?);
        self.look()
    }
}

#[test]
fn of_a_thousand_reminders_none_is_lost_and_none_comes_twice() -> Result<()> {
    let desk = Desk::new();
    let path = desk.path("office.vizitka");
    let owner = Employee::new("Решетова", "Светлана", "Ивановна");
    let mut workspace = Workspace::create(&path, "ООО «Модус-В»", &owner)?;
    remind_at_the_start(&mut workspace)?;
    add(&mut workspace, &thousand(owner.id))?;
    let mut trial = Trial {
        path: &path,
        program: Some(workspace),
        at: moment("2031-03-29T16:00:00Z"),
        zone: 60,
        shown: HashMap::new(),
    };
    trial.live(9)?;
    trial.zone = 120; // daylight saving
    trial.live(10)?;
    trial.kill();
    trial.at += Duration::hours(7);
    trial.start()?;
    trial.live(12)?;
    trial.at += Duration::hours(2); // the clock jumps ahead …
    trial.live(3)?;
    trial.at -= Duration::hours(2); // … and is put right
    trial.live(5)?;
    trial.at -= Duration::hours(2);
    trial.live(5)?;
    trial.at += Duration::hours(2);
    trial.live(24)?;
    trial.zone = 10 * 60; // a flight to Vladivostok
    trial.live(24)?;
    trial.at += Duration::hours(11); // the lid was closed
    trial.live(24)?;
    trial.zone = -8 * 60; // and one to California
    trial.live(24)?;
    trial.zone = 180;
    trial.kill();
    trial.at += Duration::hours(60);
    trial.start()?;
    trial.live(96)?;

    assert_eq!(trial.shown.len(), 1000);
    assert!(trial.shown.values().all(|times| *times == 1));
    let program = trial.program.take().unwrap();
    let listed = program.read().due_notices(in_zone(trial.at, 180))?;
    assert_eq!(listed.len(), 1000, "shown and not settled: still listed");
    Ok(())
}

#[test]
fn programs_on_one_file_agree_who_shows_what() -> Result<()> {
    const PROGRAMS: usize = 4;
    let desk = Desk::new();
    let path = desk.path("office.vizitka");
    let owner = Employee::new("Решетова", "Светлана", "Ивановна");
    let mut workspace = Workspace::create(&path, "ООО «Модус-В»", &owner)?;
    remind_at_the_start(&mut workspace)?;
    add(&mut workspace, &thousand(owner.id))?;
    let first = moment("2031-03-29T17:00:00Z");
    let programs: Vec<_> = (0..PROGRAMS)
        .map(|_| {
            let mut program = Workspace::open(&path).unwrap();
            std::thread::spawn(move || {
                let mut shown = Vec::new();
                for step in 0..70 {
                    let at = in_zone(first + Duration::hours(4 * step), 180);
                    let alerts = program.claim(at).unwrap();
                    shown.extend(alerts.iter().map(|alert| alert.notice.id));
                }
                shown
            })
        })
        .collect();
    let mut shown: Vec<_> = programs
        .into_iter()
        .flat_map(|program| program.join().unwrap())
        .collect();
    assert_eq!(shown.len(), 1000);
    shown.sort_unstable();
    shown.dedup();
    assert_eq!(shown.len(), 1000);
    Ok(())
}

fn office() -> Result<(Workspace, Employee)> {
    let mut workspace = Workspace::in_memory()?;
    let colleague = Employee::new("Семёнова", "Юлия", "Андреевна");
    workspace.transact(Operation::AddEmployee, |tx| tx.save(&colleague))?;
    Ok((workspace, colleague))
}

const TEN: &str = "2031-06-30T07:00:00Z";

#[test]
fn a_moved_task_rings_at_its_new_time_and_an_undo_moves_it_back() -> Result<()> {
    let (mut workspace, _) = office()?;
    let me = workspace.who();
    remind_at_the_start(&mut workspace)?;
    let call = task("Звонок", me, When::At(moment(TEN)));
    add(&mut workspace, std::slice::from_ref(&call))?;
    let noon = moment("2031-06-30T09:00:00Z");
    change(&mut workspace, call.task.id, |one| {
        one.task.move_to(When::At(noon));
    })?;
    assert_eq!(workspace.claim(now("2031-06-30T08:59:00Z"))?, []);
    assert_eq!(workspace.claim(now("2031-06-30T09:00:00Z"))?.len(), 1);

    workspace.undo()?;
    assert_eq!(
        workspace.claim(now("2031-06-30T09:00:00Z"))?.len(),
        1,
        "at ten"
    );
    workspace.redo()?;
    assert_eq!(
        workspace.claim(now("2031-06-30T10:00:00Z"))?,
        [],
        "never twice"
    );
    let listed = workspace.read().due_notices(now("2031-06-30T10:00:00Z"))?;
    assert_eq!(listed.len(), 1, "one of the two holds");
    Ok(())
}

#[test]
fn what_is_done_or_deleted_does_not_ring_until_it_is_taken_back() -> Result<()> {
    let (mut workspace, _) = office()?;
    let me = workspace.who();
    let call = task("Звонок", me, When::At(moment(TEN)));
    add(&mut workspace, std::slice::from_ref(&call))?;
    let late = now("2031-06-30T12:00:00Z");
    for operation in [Operation::EditTask, Operation::DeleteTask] {
        workspace.transact(operation, |tx| {
            let base = tx.read().assignment(call.task.id)?;
            if operation == Operation::DeleteTask {
                return tx.delete_branch(call.task.id);
            }
            let mut mine = base.clone();
            mine.task.finish(State::Done, moment(TEN));
            tx.save_assignment(&base, &mine)
        })?;
        assert_eq!(workspace.read().due_notices(late)?, []);
        workspace.undo()?;
        assert_eq!(workspace.read().due_notices(late)?.len(), 2);
    }
    let mut rung = occasions(&workspace.claim(late)?);
    rung.sort_unstable();
    assert_eq!(rung, [Occasion::Start, Occasion::Overdue]);
    Ok(())
}

#[test]
fn what_was_put_off_rings_again_and_what_was_settled_never_does() -> Result<()> {
    let (mut workspace, _) = office()?;
    let me = workspace.who();
    remind_at_the_start(&mut workspace)?;
    let day = NaiveDate::from_ymd_opt(2031, 6, 30).unwrap();
    let both = [
        task("Звонок", me, When::At(moment(TEN))),
        task("Отчёт", me, When::Day(day)),
    ];
    add(&mut workspace, &both)?;
    let rung = workspace.claim(now(TEN))?;
    let ids: Vec<_> = rung.iter().map(|alert| alert.notice.id).collect();
    assert_eq!(ids.len(), 2);
    workspace.snooze(&ids, moment("2031-06-30T07:05:00Z"))?;
    assert_eq!(workspace.claim(now("2031-06-30T07:04:00Z"))?, []);
    assert_eq!(
        workspace.read().due_notices(now("2031-06-30T07:04:00Z"))?,
        []
    );
    let again = workspace.claim(now("2031-06-30T07:05:00Z"))?;
    assert_eq!(again.len(), 2);
    assert!(again[0].notice.snoozed_until.is_some());
    workspace.settle(&ids[..1], moment("2031-06-30T07:06:00Z"))?;
    let left = workspace.read().due_notices(now("2031-06-30T08:00:00Z"))?;
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].id, ids[1]);
    Ok(())
}

#[test]
fn in_quiet_hours_nothing_rings_and_after_them_everything_does() -> Result<()> {
    let (mut workspace, _) = office()?;
    let me = workspace.who();
    remind_at_the_start(&mut workspace)?;
    let hours = QuietHours {
        from: 22 * 60,
        to: 11 * 60,
    };
    let name = format!("{}{}", quiet::POLICY, me.raw());
    workspace.transact(Operation::EditReminders, |tx| {
        tx.decide(&name, hours.to_string())
    })?;
    add(&mut workspace, &[task("Звонок", me, When::At(moment(TEN)))])?;
    assert_eq!(workspace.claim(now("2031-06-30T07:59:00Z"))?, []);
    assert_eq!(workspace.claim(now("2031-06-30T08:00:00Z"))?.len(), 1);
    Ok(())
}

#[test]
fn other_defaults_hold_for_the_tasks_that_stand_already() -> Result<()> {
    let (mut workspace, _) = office()?;
    let me = workspace.who();
    let kind = TaskKind::new("Звонок", "phone");
    workspace.transact(Operation::AddTask, |tx| tx.save(&kind))?;
    let mut call = task("", me, When::At(moment(TEN)));
    call.task.kind = Some(kind.id);
    let own = task("Встреча", me, When::At(moment(TEN)));
    let never = Reminder::new(Some(own.task.id), Audience::Participants, Event::Never);
    add(&mut workspace, &[call, own])?;
    workspace.transact(Operation::EditReminders, |tx| tx.save(&never))?;
    let count = |workspace: &Workspace, at: &str| -> Result<usize> {
        Ok(workspace.read().due_notices(now(at))?.len())
    };
    assert_eq!(count(&workspace, "2031-06-30T06:44:00Z")?, 0);
    assert_eq!(
        count(&workspace, "2031-06-30T06:45:00Z")?,
        1,
        "a quarter before"
    );

    let mut hour = Reminder::new(None, Audience::Participants, Event::Start);
    (hour.kind, hour.minutes) = (Some(kind.id), 60);
    let mut day = hour.clone();
    (day.id, day.minutes) = (Id::generate(), 24 * 60);
    workspace.transact(Operation::EditReminders, |tx| {
        tx.save(&hour)?;
        tx.save(&day)
    })?;
    assert_eq!(count(&workspace, "2031-06-29T07:00:00Z")?, 1);
    assert_eq!(count(&workspace, "2031-06-30T06:30:00Z")?, 2);
    assert_eq!(
        count(&workspace, "2031-06-30T09:00:00Z")?,
        2,
        "lateness is not among them"
    );
    workspace.undo()?;
    assert_eq!(count(&workspace, "2031-06-30T06:30:00Z")?, 0);
    assert_eq!(count(&workspace, "2031-06-30T09:00:00Z")?, 2);
    Ok(())
}

#[test]
fn performers_hear_of_a_task_and_the_controller_of_its_end_and_result() -> Result<()> {
    let (mut workspace, colleague) = office()?;
    let head = workspace.who();
    let kind = TaskKind::new("Презентация", "presentation");
    let refusal = TaskResult::new(kind.id, "Отказ", Meaning::Failure);
    let mut of_result = Reminder::new(None, Audience::Controller, Event::Result);
    of_result.result = Some(refusal.id);
    let of_end = Reminder::new(None, Audience::Controller, Event::Finished);
    workspace.transact(Operation::EditReminders, |tx| {
        tx.save(&kind)?;
        tx.save(&refusal)?;
        tx.save(&of_result)?;
        tx.save(&of_end)
    })?;
    let mut offer = task("Показать", head, When::At(moment(TEN)));
    offer.task.controller = Some(head);
    offer.task.kind = Some(kind.id);
    offer.participants = vec![Participant::new(offer.task.id, colleague.id, Degree::Leads)];
    add(&mut workspace, std::slice::from_ref(&offer))?;
    let later = in_zone(Utc::now() + Duration::minutes(1), 180);
    assert_eq!(
        workspace.claim(later)?,
        [],
        "nobody is told of their own deeds"
    );

    workspace.sign_in(colleague.id);
    assert_eq!(occasions(&workspace.claim(later)?), [Occasion::Given]);
    workspace.sign_in(head);
    change(&mut workspace, offer.task.id, |one| {
        one.task
            .set_start(Some(When::At(moment(TEN) + Duration::hours(1))));
    })?;
    assert_eq!(workspace.claim(later)?, [], "who moved it knows");
    workspace.sign_in(colleague.id);
    assert_eq!(occasions(&workspace.claim(later)?), [Occasion::Moved]);
    change(&mut workspace, offer.task.id, |one| {
        one.task.finish(State::Done, later.at);
        one.task.result = Some(refusal.id);
    })?;
    assert_eq!(workspace.read().due_notices(later)?, [], "it is done");
    workspace.sign_in(head);
    let mut told = occasions(&workspace.claim(later)?);
    told.sort_unstable();
    assert_eq!(told, [Occasion::Finished, Occasion::Result]);
    change(&mut workspace, offer.task.id, |one| {
        one.task.outcome = "Дорого".into();
    })?;
    assert_eq!(workspace.claim(later)?, [], "an edit tells nothing new");
    Ok(())
}

#[test]
fn birthdays_and_events_of_ones_own_clients_are_told_once_a_year() -> Result<()> {
    let (mut workspace, colleague) = office()?;
    let me = workspace.who();
    let person = |surname: &str, owner| {
        let mut client = Client::person(surname, "Юлия", "Михайловна");
        client.owner = Some(owner);
        client.birthday = Birthday::new(Some(1980), 2, 29);
        Card::new(client)
    };
    let (mine, other) = (person("Антонова", me), person("Розова", colleague.id));
    let mut wedding = LifeEvent::new(
        mine.client.id,
        EventKind::Marriage,
        Birthday::new(None, 3, 1).unwrap(),
    );
    wedding.reminds = true;
    workspace.transact(Operation::AddClient, |tx| {
        tx.add_card(&mine)?;
        tx.add_card(&other)?;
        tx.save(&wedding)
    })?;
    assert_eq!(workspace.claim(now("2031-02-27T09:00:00Z"))?, []);
    // Closed over the weekend.
    let told = workspace.claim(now("2031-03-02T09:00:00Z"))?;
    assert_eq!(occasions(&told), [Occasion::LifeEvent, Occasion::Birthday]);
    assert!(
        told.iter()
            .all(|alert| alert.client == Some(mine.client.id))
    );
    assert!(told.iter().all(|alert| alert.name.starts_with("Антонова")));
    assert_eq!(
        workspace.claim(now("2031-03-01T12:00:00Z"))?,
        [],
        "the clock was put back"
    );
    let next_year = workspace.claim(now("2032-02-29T09:00:00Z"))?;
    assert_eq!(occasions(&next_year), [Occasion::Birthday]);
    Ok(())
}

#[test]
fn nobody_is_reminded_of_what_they_may_not_see() -> Result<()> {
    let (mut workspace, _) = office()?;
    let head = workspace.who();
    let mut trainee = Employee::new("Виноградов", "Сергей", "Константинович");
    trainee.sees_all = false;
    let mut hidden = Card::new(Client::organization("ЗАО «Движение»"));
    hidden.client.owner = Some(head);
    workspace.transact(Operation::AddClient, |tx| {
        tx.save(&trainee)?;
        tx.add_card(&hidden)
    })?;
    let mut visit = task("Визит", head, When::At(moment(TEN)));
    visit.task.client = Some(hidden.client.id);
    let joins = Participant::new(visit.task.id, trainee.id, Degree::Assists);
    visit.participants.push(joins);
    add(&mut workspace, std::slice::from_ref(&visit))?;

    workspace.sign_in(trainee.id);
    let told = workspace.claim(now(TEN))?;
    assert!(!told.is_empty());
    assert!(
        told.iter().all(|alert| alert.name.is_empty()),
        "the card is hidden"
    );
    let ids: Vec<_> = told.iter().map(|alert| alert.notice.id).collect();
    workspace.sign_in(head);
    workspace.settle(&ids, moment(TEN))?;
    workspace.sign_in(trainee.id);
    let listed = workspace.read().due_notices(now(TEN))?;
    assert_eq!(
        listed.len(),
        ids.len(),
        "nobody settles what others are told"
    );
    change(&mut workspace, visit.task.id, |one| {
        one.participants.retain(|one| one.employee != trainee.id);
    })?;
    assert_eq!(workspace.read().due_notices(now(TEN))?, []);
    Ok(())
}

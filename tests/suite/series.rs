//! Operations that repeat: made ahead, prolonged, one or all following changed.

use chrono::{DateTime, Days, NaiveDate, Utc};
use vizitka::domain::task::recurrence::Rule;
use vizitka::domain::task::{Degree, Participant, Rank, State, Task, When, at_minute};
use vizitka::domain::{Assignment, Employee, Id, Operation};
use vizitka::error::Result;
use vizitka::workspace::Workspace;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn rule(text: &str) -> Rule {
    Rule::read(text).unwrap()
}

/// A meeting on a Monday at nine, where it is the Friday before.
fn office() -> Result<(Workspace, Id<Task>)> {
    let mut workspace = Workspace::in_memory()?;
    let me = workspace.who();
    let mut task = Task::new(Rank::Operation, "Планёрка", me);
    task.set_start(Some(When::At(at_minute(day("2026-06-29"), 540))));
    let whole = Assignment::new(task, me);
    let id = whole.task.id;
    workspace.transact(Operation::AddTask, |tx| tx.save_assignment(&whole, &whole))?;
    Ok((workspace, id))
}

fn today() -> NaiveDate {
    day("2026-06-26")
}

fn repeat(workspace: &mut Workspace, id: Id<Task>, said: &str) -> Result<usize> {
    let rule = rule(said);
    let outcome = workspace.transact(Operation::RepeatTask, |tx| {
        tx.repeat_task(id, Some(&rule), today())
    })?;
    Ok(outcome.value)
}

/// What stands in the calendar of the signed-in employee in the years around.
fn planned(workspace: &Workspace) -> Result<Vec<Task>> {
    let span: [DateTime<Utc>; 2] = ["2026-01-01", "2029-01-01"].map(|text| at_minute(day(text), 0));
    let found = workspace
        .read()
        .appointments(&[workspace.who()], (span[0], span[1]))?;
    Ok(found.into_iter().map(|one| one.task).collect())
}

fn days(workspace: &Workspace) -> Result<Vec<NaiveDate>> {
    Ok(planned(workspace)?.iter().filter_map(Task::day).collect())
}

#[test]
fn repetitions_are_made_a_year_ahead_and_taken_back_in_one_undo() -> Result<()> {
    let (mut workspace, id) = office()?;
    assert_eq!(repeat(&mut workspace, id, "FREQ=WEEKLY")?, 51);
    let made = days(&workspace)?;
    assert_eq!((made.len(), made[1]), (52, day("2026-07-06")));
    assert_eq!(made.last(), Some(&day("2027-06-21")));
    assert_eq!(workspace.faults()?, Vec::<String>::new());
    workspace.undo()?;
    assert_eq!(days(&workspace)?, [day("2026-06-29")]);
    assert_eq!(workspace.read().task(id)?.series, None);
    Ok(())
}

#[test]
fn a_series_is_prolonged_when_it_runs_out_and_by_nobody() -> Result<()> {
    let (mut workspace, id) = office()?;
    repeat(&mut workspace, id, "FREQ=MONTHLY;BYMONTHDAY=-1")?;
    assert_eq!(workspace.prolong_series(today())?, 0);
    assert_eq!(workspace.prolong_series(day("2026-12-26"))?, 6);
    assert_eq!(workspace.prolong_series(day("2026-12-27"))?, 0);
    assert_eq!(days(&workspace)?.last(), Some(&day("2027-11-30")));
    // The undo is that of the user, who has made the rule: it is refused over what came since.
    assert_ne!(
        workspace.undo().map(|undone| undone.value).ok(),
        Some(Operation::ProlongSeries)
    );
    Ok(())
}

#[test]
fn a_series_that_is_over_or_called_off_is_not_prolonged() -> Result<()> {
    let (mut workspace, id) = office()?;
    repeat(&mut workspace, id, "FREQ=WEEKLY;COUNT=3")?;
    assert_eq!(days(&workspace)?.len(), 3);
    assert_eq!(workspace.prolong_series(day("2027-06-26"))?, 0);

    let (mut workspace, id) = office()?;
    repeat(&mut workspace, id, "FREQ=WEEKLY")?;
    workspace.transact(Operation::DeleteFollowing, |tx| tx.delete_following(id))?;
    assert_eq!(days(&workspace)?.len(), 0);
    assert_eq!(workspace.prolong_series(day("2027-06-26"))?, 0);
    Ok(())
}

#[test]
fn one_or_all_following_are_changed() -> Result<()> {
    let (mut workspace, id) = office()?;
    let colleague = Employee::new("Семенова", "Юлия", "Андреевна");
    workspace.transact(Operation::AddEmployee, |tx| tx.save(&colleague))?;
    repeat(&mut workspace, id, "FREQ=WEEKLY;COUNT=6")?;
    let third = planned(&workspace)?[2].id;
    let base = workspace.read().assignment(third)?;
    let mut mine = base.clone();
    mine.task.place = "Переговорная".into();
    workspace.transact(Operation::EditTask, |tx| tx.save_assignment(&base, &mine))?;
    let places = |workspace: &Workspace| -> Result<Vec<String>> {
        let all = planned(workspace)?.into_iter();
        Ok(all.map(|task| task.place).collect())
    };
    assert_eq!(
        places(&workspace)?
            .iter()
            .filter(|one| !one.is_empty())
            .count(),
        1
    );

    let base = workspace.read().assignment(third)?;
    let mut mine = base.clone();
    mine.task.title = "Летучка".into();
    mine.task
        .move_to_day(base.task.day().unwrap() + Days::new(1));
    let joins = Participant::new(third, colleague.id, Degree::Assists);
    mine.participants.push(joins);
    let followed = workspace.transact(Operation::EditFollowing, |tx| {
        tx.save_following(&base, &mine)
    })?;
    assert_eq!(followed.value, 3);
    let all = planned(&workspace)?;
    let titles: Vec<_> = all.iter().map(|task| task.title.as_str()).collect();
    assert_eq!(titles[..3], ["Планёрка", "Планёрка", "Летучка"]);
    assert_eq!(titles[3..], ["Летучка"; 3]);
    assert_eq!(all[2].day(), Some(day("2026-07-14")));
    assert_eq!(all[5].starts_at, Some(at_minute(day("2026-08-04"), 540)));
    let whole = workspace.read().assignment(all[5].id)?;
    assert_eq!(whole.participants.len(), 2);
    workspace.undo()?;
    assert_eq!(planned(&workspace)?[5].title, "Планёрка");
    assert_eq!(days(&workspace)?[5], day("2026-08-03"));
    Ok(())
}

#[test]
fn another_rule_from_here_on_leaves_what_was_before() -> Result<()> {
    let (mut workspace, id) = office()?;
    repeat(&mut workspace, id, "FREQ=WEEKLY")?;
    let third = planned(&workspace)?[2].id;
    repeat(&mut workspace, third, "FREQ=MONTHLY;BYMONTHDAY=13;COUNT=2")?;
    let expected = ["2026-06-29", "2026-07-06", "2026-07-13", "2026-08-13"].map(day);
    assert_eq!(days(&workspace)?, expected);
    workspace.transact(Operation::RepeatTask, |tx| {
        tx.repeat_task(third, None, today())
    })?;
    assert_eq!(days(&workspace)?, expected[..3]);
    assert_eq!(workspace.read().task(third)?.series, None);
    let open = planned(&workspace)?;
    assert!(open.iter().all(|task| task.state == State::Open));
    Ok(())
}

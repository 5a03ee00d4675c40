use super::*;
use crate::demo::{Sample, fill};
use crate::domain::task::{Availability, Meaning, Rank, TaskResult, at_minute};
use crate::domain::term::Dictionary;
use crate::domain::{Process, Term};

/// An office with as many kinds as the sample work needs, each with a result, and a funnel.
fn planned() -> Result<Workspace> {
    let mut workspace = Workspace::in_memory()?;
    let kinds: Vec<_> = (0..12)
        .map(|at| TaskKind {
            position: at,
            ..TaskKind::new(format!("Вид {at:02}"), "phone")
        })
        .collect();
    let result = |kind: &TaskKind| TaskResult::new(kind.id, "Удалось", Meaning::Success);
    let process = Process {
        results: kinds.iter().map(result).collect(),
        terms: vec![Term::new(Dictionary::DealStage, "Договор")],
        kinds,
        templates: Vec::new(),
    };
    // As the starter does: nobody's, so that no undo takes it away.
    let who = workspace.who();
    workspace.sign_in(Id::from(0));
    workspace.transact(Operation::Equip, |tx| tx.equip(&process))?;
    workspace.sign_in(who);
    fill(&mut workspace, Sample::of(200, 1), &Progress::default())?;
    plan(&mut workspace, 1)?;
    Ok(workspace)
}

#[test]
fn the_day_of_the_deck_has_its_four_entries() -> Result<()> {
    let workspace = planned()?;
    let monday = NaiveDate::from_ymd_opt(2008, 6, 30).unwrap();
    let day = (at_minute(monday, 0), at_minute(monday, 24 * 60));
    let found = workspace.read().appointments(&[workspace.who()], day)?;
    let said: Vec<_> = found
        .iter()
        .map(|one| (one.client.as_str(), one.task.availability))
        .collect();
    let expected = [
        ("ООО «Ромашка»", Availability::Busy),
        ("ООО «Агат»", Availability::Busy),
        ("ЗАО «Тепломаш»", Availability::Busy),
        ("ООО «Алмаз»", Availability::Free),
    ];
    assert_eq!(said, expected);
    assert_eq!(found[0].contact, "Антонов Юрий Михайлович");
    assert_eq!(found[2].task.place, "В офисе");
    assert_eq!(found[0].task.kind, found[1].task.kind);
    Ok(())
}

#[test]
fn today_has_the_same_four_and_the_weeks_around_have_work_of_all() -> Result<()> {
    let workspace = planned()?;
    let today = Local::now().date_naive();
    let reader = workspace.read();
    let day = (at_minute(today, 0), at_minute(today, 24 * 60));
    let mine = reader.appointments(&[workspace.who()], day)?;
    assert!(mine.iter().filter(|one| !one.client.is_empty()).count() >= 4);
    let month = (day.0 - chrono::Duration::days(28), day.1);
    for employee in reader.employees()? {
        assert!(reader.appointments(&[employee.id], month)?.len() > 10);
    }
    assert!(!reader.overdue(&[workspace.who()], Utc::now())?.is_empty());
    assert_eq!(workspace.faults()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn what_colleagues_did_last_stands_on_the_page_of_the_day() -> Result<()> {
    let workspace = planned()?;
    let now = crate::domain::reminder::Now::from(Local::now());
    let happenings = workspace.read().today(now)?.happenings;
    assert!(happenings.len() >= 4, "{happenings:?}");
    assert!(happenings.iter().all(|one| one.who != workspace.who()));
    Ok(())
}

#[test]
fn deals_stand_in_the_funnel_and_nothing_is_undone() -> Result<()> {
    let mut workspace = planned()?;
    let mut deals = 0;
    for one in Work::of(&workspace)?.unwrap().organizations {
        let tasks = workspace.read().tasks_of(one.client.id)?;
        deals += tasks
            .iter()
            .filter(|task| task.rank == Rank::Project)
            .count();
    }
    assert!(deals > 30, "{deals}");
    assert!(workspace.undo().is_err());
    // Without kinds of operation there is nothing to plan with.
    let mut bare = Workspace::in_memory()?;
    plan(&mut bare, 1)?;
    assert!(Work::of(&bare)?.is_none());
    Ok(())
}

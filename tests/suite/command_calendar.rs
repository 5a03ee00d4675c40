//! `vizitka calendar`: what stands in it, in words, in JSON and as a file for other programs.

use std::process::Command;

use chrono::{Local, NaiveDate};
use serde_json::{Value, json};
use vizitka::domain::calendar::wall_clock::moment;
use vizitka::domain::contact::Channel;
use vizitka::domain::profile::Medium;
use vizitka::domain::task::{Availability, TaskKind, When};
use vizitka::domain::{Assignment, Card, Client, Employee, Operation, Task};
use vizitka::error::Result;
use vizitka::workspace::Workspace;

use crate::program::{Desk, text};

/// Monday 30 June 2008 of Решетова, as in the deck.
fn monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2008, 6, 30).unwrap()
}

/// A file with the sample day, closed.
fn office(desk: &Desk) -> Result<String> {
    let path = desk.path("office.vizitka");
    let owner = Employee::new("Решетова", "Светлана", "Ивановна");
    let mut workspace = Workspace::create(&path, "ООО «Модус-В»", &owner)?;
    let me = workspace.who();
    let day = [
        (
            "Первая презентация",
            600,
            90,
            "ООО «Ромашка»",
            "Ул. Малая Морская, д. 14; оф. 322",
        ),
        (
            "Первая презентация",
            720,
            90,
            "ООО «Агат»",
            "Петровский пр., д. 26",
        ),
        ("Встреча", 900, 60, "ЗАО «Тепломаш»", "В офисе"),
        ("Звонок", 990, 15, "ООО «Алмаз»", ""),
    ];
    workspace.transact(Operation::AddTask, |tx| {
        for (kind, minute, minutes, client, place) in day {
            let kind = TaskKind::new(kind, "phone");
            let mut card = Card::new(Client::organization(client));
            card.add_contact(Channel::WorkPhone, "+7 812 233-24-45");
            let mut task = Task::operation(&kind, me);
            task.client = Some(card.client.id);
            task.set_start(Some(When::At(moment(&Local, monday(), minute))));
            task.minutes = Some(minutes);
            task.place = place.to_owned();
            if place.is_empty() {
                task.medium = Some(Medium::Phone);
                task.availability = Availability::Free;
            }
            tx.save(&kind)?;
            tx.add_card(&card)?;
            let whole = Assignment::new(task, me);
            tx.save_assignment(&whole, &whole)?;
        }
        let mut fair = Task::new(vizitka::domain::task::Rank::Operation, "Выставка", me);
        fair.set_start(Some(When::Day(monday())));
        fair.set_due(Some(When::Day(monday() + chrono::Days::new(1))));
        fair.availability = Availability::Away;
        let whole = Assignment::new(fair, me);
        tx.save_assignment(&whole, &whole)
    })?;
    drop(workspace);
    Ok(text(&path).to_owned())
}

fn arguments<'a>(file: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    let day = ["--from", "2008-06-30", "--to", "2008-06-30"];
    let whose = ["--file", file, "calendar", "--employee", "решетова"];
    whose
        .into_iter()
        .chain(day)
        .chain(more.iter().copied())
        .collect()
}

#[test]
fn the_sample_day_is_listed_in_words_and_in_json() -> Result<()> {
    let desk = Desk::new();
    let file = office(&desk)?;
    let said = desk.run(&arguments(&file, &[]));
    assert_eq!(said.code, 0, "{}", said.stderr);
    let lines: Vec<_> = said.stdout.lines().collect();
    assert_eq!(lines.len(), 5);
    assert_eq!(lines[0], "30.06.2008 · Выставка · Не в офисе");
    assert_eq!(
        lines[1],
        "30.06.2008 10:00–11:30 · Первая презентация · ООО «Ромашка» · Ул. Малая Морская, д. 14; оф. 322"
    );
    let answer = desk.run(&arguments(&file, &["--json"])).json();
    let entries = answer["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 5);
    let start = moment(&Local, monday(), 990).with_timezone(&Local);
    assert_eq!(
        entries[4],
        json!({
            "start": start.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
            "end": (start + chrono::Duration::minutes(15))
                .to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
            "kind": "Звонок",
            "client": "ООО «Алмаз»",
            "person": "",
            "place": "+7 812 233-24-45",
            "availability": "free",
        })
    );
    assert_eq!(entries[0]["start"], "2008-06-30");
    assert_eq!(entries[0]["end"], "2008-07-01");
    Ok(())
}

#[test]
fn nobody_of_that_name_is_told() -> Result<()> {
    let desk = Desk::new();
    let file = office(&desk)?;
    let mut arguments = arguments(&file, &["--json"]);
    arguments[4] = "Иванов";
    let error = desk.run(&arguments).error(2);
    assert!(error.contains("Иванов"), "{error}");
    Ok(())
}

/// What vobject, a parser of another program, reads of each event.
const READER: &str = "
import json, sys, vobject
calendar = vobject.readOne(open(sys.argv[1], encoding='utf-8').read())
events = [{
    'summary': event.summary.value,
    'location': event.location.value if hasattr(event, 'location') else '',
    'start': event.dtstart.value.isoformat(),
    'end': event.dtend.value.isoformat(),
    'transparency': event.transp.value,
    'busy': event.x_microsoft_cdo_busystatus.value,
    'uid': event.uid.value,
} for event in calendar.vevent_list]
print(json.dumps({'version': calendar.version.value, 'events': events}))
";

#[test]
fn another_program_reads_the_file_of_icalendar() -> Result<()> {
    let desk = Desk::new();
    let file = office(&desk)?;
    let ics = desk.path("day.ics");
    let run = desk.run(&arguments(&file, &["--ics", text(&ics)]));
    assert_eq!(run.code, 0, "{}", run.stderr);
    let written = std::fs::read_to_string(&ics).unwrap();
    assert!(
        written.lines().all(|line| line.len() <= 75),
        "folded: {written}"
    );

    let has_peer = Command::new("python3")
        .args(["-c", "import vobject"])
        .status();
    if !has_peer.is_ok_and(|status| status.success()) {
        eprintln!("skipped: vobject of Python is not installed");
        return Ok(());
    }
    let read = Command::new("python3")
        .args(["-c", READER, text(&ics)])
        .output();
    let read = read.unwrap();
    let said = String::from_utf8_lossy(&read.stderr);
    let read: Value = serde_json::from_slice(&read.stdout).unwrap_or_else(|_| panic!("{said}"));
    assert_eq!(read["version"], "2.0");
    let events = read["events"].as_array().unwrap();
    assert_eq!(events.len(), 5);
    assert_eq!(events[0]["summary"], "Выставка");
    assert_eq!(
        (&events[0]["start"], &events[0]["end"]),
        (&json!("2008-06-30"), &json!("2008-07-02"))
    );
    assert_eq!(events[0]["busy"], "OOF");
    assert_eq!(events[1]["summary"], "Первая презентация, ООО «Ромашка»");
    assert_eq!(events[1]["location"], "Ул. Малая Морская, д. 14; оф. 322");
    let start = moment(&Local, monday(), 600);
    assert_eq!(
        events[1]["start"],
        json!(start.format("%Y-%m-%dT%H:%M:%S+00:00").to_string())
    );
    assert_eq!(events[1]["transparency"], "OPAQUE");
    assert_eq!(events[4]["transparency"], "TRANSPARENT");
    Ok(())
}

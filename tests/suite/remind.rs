//! `vizitka remind`: a process of its own, beside others, killed or not, with a desktop or without.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;
use vizitka::domain::reminder::{Audience, Event};
use vizitka::domain::task::{Rank, When};
use vizitka::domain::{Assignment, Card, Client, Employee, Operation, Reminder, Task};
use vizitka::workspace::Workspace;

use crate::desktop::{Running, bus, is_there, screen, wait_for};
use crate::program::{Desk, Run, text};

const FIRST: &str = "2031-06-30T07:00:00Z";

fn first() -> DateTime<Utc> {
    FIRST.parse().unwrap()
}

/// A file with a task a minute, each reminded of once, at its start.
fn office(path: &Path, count: i64) {
    let owner = Employee::new("Решетова", "Светлана", "Ивановна");
    let mut workspace = Workspace::create(path, "ООО «Модус-В»", &owner).unwrap();
    let client = Card::new(Client::organization("ООО «Ромашка»"));
    let added = workspace.transact(Operation::AddTask, |tx| {
        tx.add_card(&client)?;
        tx.save(&Reminder::new(None, Audience::Participants, Event::Start))?;
        for n in 0..count {
            let mut task = Task::new(Rank::Operation, format!("Звонок <{n}> & Ко"), owner.id);
            task.client = Some(client.client.id);
            task.set_start(Some(When::At(first() + TimeDelta::minutes(n))));
            let whole = Assignment::new(task, owner.id);
            tx.save_assignment(&whole, &whole)?;
        }
        Ok(())
    });
    added.unwrap();
}

/// The program without a notification service.
fn remind(desk: &Desk, path: &Path, at: DateTime<Utc>, more: &[&str]) -> Command {
    let mut program = desk.program();
    program
        .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
        .args(["--language", "ru", "remind", "--file", text(path), "--json"])
        .args(["--at", &at.to_rfc3339()])
        .args(more)
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    program
}

fn told(answer: &str) -> Vec<i64> {
    let lines = answer.lines().filter(|line| !line.is_empty());
    let answers = lines.map(|line| serde_json::from_str::<Value>(line).unwrap());
    answers
        .flat_map(|answer| answer["due"].as_array().cloned().unwrap())
        .map(|notice| notice["id"].as_i64().unwrap())
        .collect()
}

#[test]
fn what_is_due_is_listed_and_listing_shows_nothing() {
    let desk = Desk::new();
    let path = desk.path("office.vizitka");
    office(&path, 3);
    let list = |minutes| {
        let at = first() + TimeDelta::minutes(minutes);
        Run::of(remind(&desk, &path, at, &["--due"])).json()
    };
    assert_eq!(list(-1)["due"].as_array().unwrap().len(), 0);
    let due = list(1);
    let due = due["due"].as_array().unwrap();
    assert_eq!(due.len(), 2);
    assert_eq!(due[0]["event"], "start");
    assert_eq!(due[0]["due_at"], "2031-06-30T07:01:00Z");
    assert_eq!(due[0]["client"], "ООО «Ромашка»");
    assert_eq!(due[0]["shown_at"], Value::Null);

    let mut program = desk.program();
    program.env("TZ", "Europe/Moscow");
    let at = ["--at", "2031-06-30T10:00:00+03:00"];
    program.args(["--language", "ru", "remind", "--due", "--file", text(&path)]);
    let said = Run::of({
        program.args(at);
        program
    });
    assert_eq!(
        said.stdout,
        "Сейчас · Звонок <0> & Ко · 10:00 · ООО «Ромашка»\n"
    );
    let nobody = Run::of(remind(
        &desk,
        &path,
        first(),
        &["--due", "--employee", "Нет"],
    ));
    assert_eq!(nobody.code, 2);
}

#[test]
fn two_processes_on_one_file_show_each_reminder_once_though_one_is_killed() {
    const COUNT: i64 = 60;
    let desk = Desk::new();
    let path = desk.path("office.vizitka");
    office(&path, COUNT);
    // One stays, and is killed in the midst of it.
    let stays = first() + TimeDelta::minutes(4) + TimeDelta::seconds(30);
    let mut stays = remind(&desk, &path, stays, &[]);
    let mut stays = stays.spawn().unwrap();
    let mut times: BTreeMap<i64, u32> = BTreeMap::new();
    let mut first_line = String::new();
    let mut said = BufReader::new(stays.stdout.take().unwrap());
    said.read_line(&mut first_line).unwrap();
    stays.kill().unwrap();
    stays.wait().unwrap();
    for id in told(&first_line) {
        *times.entry(id).or_default() += 1;
    }
    assert_eq!(times.len(), 5);
    for minutes in [10, 20, 35, 90] {
        let at = first() + TimeDelta::minutes(minutes);
        let both: Vec<Child> = (0..2)
            .map(|_| remind(&desk, &path, at, &["--once"]).spawn().unwrap())
            .collect();
        for mut program in both {
            let mut answer = String::new();
            let mut said = program.stdout.take().unwrap();
            said.read_to_string(&mut answer).unwrap();
            assert!(program.wait().unwrap().success());
            for id in told(&answer) {
                *times.entry(id).or_default() += 1;
            }
        }
    }
    assert_eq!(times.len(), usize::try_from(COUNT).unwrap());
    assert!(times.values().all(|times| *times == 1), "{times:?}");
}

#[test]
fn a_desktop_without_notifications_is_logged_and_no_failure() {
    let desk = Desk::new();
    let path = desk.path("office.vizitka");
    office(&path, 1);
    let run = Run::of(remind(&desk, &path, first(), &["--once"]));
    assert_eq!(run.code, 0);
    assert_eq!(told(&run.stdout).len(), 1);
    let log = std::fs::read_dir(desk.path("home/log")).unwrap();
    let log: String = log
        .map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap())
        .collect();
    assert!(log.contains("the desktop shows no notifications"), "{log}");
}

#[test]
#[cfg(target_os = "linux")]
fn reminders_start_with_the_session_when_asked_to() {
    let desk = Desk::new();
    let path = desk.path("office.vizitka");
    office(&path, 1);
    let switch = |state: &str| {
        let run = Run::of(remind(&desk, &path, first(), &["--autostart", state]));
        run.json()["autostart"].as_bool().unwrap()
    };
    assert!(switch("on"));
    let entries = || std::fs::read_dir(desk.path("home/autostart")).unwrap();
    let entry = entries().next().unwrap().unwrap().path();
    let entry = std::fs::read_to_string(entry).unwrap();
    assert!(
        entry.contains(&format!("remind --while-on --file \"{}\"", path.display())),
        "{entry}"
    );
    assert!(!switch("off"));
    assert_eq!(entries().count(), 0);
}

#[test]
#[cfg(target_os = "linux")]
fn a_real_notification_service_shows_what_is_due() {
    let needed = ["dbus-daemon", "dunst", "Xvfb"];
    if let Some(missing) = needed.iter().find(|program| !is_there(program)) {
        eprintln!("skipped: {missing} is not installed");
        return;
    }
    let desk = Desk::new();
    let path = desk.path("office.vizitka");
    office(&path, 7);
    let (_screen, display) = screen();
    let (_bus, address) = bus();
    let shown = desk.path("shown.txt");
    let service = Command::new("dunst")
        .args(["-print", "-conf", "/dev/null"])
        .env("DISPLAY", &display)
        .env("DBUS_SESSION_BUS_ADDRESS", &address)
        .env("XDG_RUNTIME_DIR", desk.path(""))
        .stdout(std::fs::File::create(&shown).unwrap())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let _service = Running(service);
    let once = |at| {
        let mut program = remind(&desk, &path, at, &["--once"]);
        program.env("DBUS_SESSION_BUS_ADDRESS", &address);
        Run::of(program)
    };
    let printed = |words: &str| {
        let text = std::fs::read_to_string(&shown).unwrap_or_default();
        text.contains(words).then_some(text)
    };
    // The first waits until the service is there; what it could not show it has said.
    wait_for("the service", || {
        let listed = Command::new("dbus-send")
            .args(["--session", "--print-reply", "--dest=org.freedesktop.DBus"])
            .args(["/", "org.freedesktop.DBus.ListNames"])
            .env("DBUS_SESSION_BUS_ADDRESS", &address)
            .output()
            .unwrap();
        let names = String::from_utf8_lossy(&listed.stdout).into_owned();
        names
            .contains("org.freedesktop.Notifications")
            .then_some(())
    });
    assert_eq!(told(&once(first()).stdout).len(), 1);
    let text = wait_for("the first", || printed("Звонок"));
    assert!(
        text.contains("summary: 'Сейчас · Звонок <0> & Ко'"),
        "{text}"
    );
    assert!(text.contains("ООО «Ромашка»"), "{text}");
    // Six at once come as one.
    assert_eq!(told(&once(first() + TimeDelta::minutes(9)).stdout).len(), 6);
    let text = wait_for("the group", || printed("6 напоминаний"));
    assert!(text.contains("и ещё 1"), "{text}");
}

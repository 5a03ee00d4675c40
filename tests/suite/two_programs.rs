//! Two programs on one file.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use vizitka::domain::client::{Client, Kind};
use vizitka::domain::{Card, Employee, Operation};
use vizitka::error::{Error, Result};
use vizitka::workspace::Workspace;

use crate::program::{Desk, text};

fn office(desk: &Desk) -> Result<(PathBuf, Workspace)> {
    let path = desk.path("office.vizitka");
    let owner = Employee::new("Решетова", "Светлана", "Ивановна");
    let workspace = Workspace::create(&path, "ООО «Модус-В»", &owner)?;
    Ok((path, workspace))
}

fn add(workspace: &mut Workspace, name: &str) -> Result<Card> {
    let card = Card::new(Client::organization(name));
    workspace.transact(Operation::AddClient, |tx| tx.add_card(&card))?;
    workspace.read().card(card.client.id)
}

fn run(desk: &Desk, path: &Path, command: &str) -> serde_json::Value {
    desk.run(&["--file", text(path), "--json", command]).json()
}

#[test]
fn each_sees_what_the_other_has_written() -> Result<()> {
    let desk = Desk::new();
    let (path, mut mine) = office(&desk)?;
    let mut theirs = Workspace::open(&path)?;
    mine.has_news()?;
    assert!(!mine.has_news()?, "nothing has happened since");

    add(&mut theirs, "ООО «Ромашка»")?;
    assert!(mine.has_news()?);
    assert!(!mine.has_news()?, "the same news are told once");
    assert_eq!(mine.read().count(Kind::Organization)?, 1);
    assert!(
        theirs.has_news().is_ok_and(|news| !news),
        "one's own work is no news"
    );

    let mut reading = mine.reading()?;
    add(&mut theirs, "ООО «Агат»")?;
    assert!(reading.has_news()?);
    assert_eq!(reading.read().count(Kind::Organization)?, 2);
    Ok(())
}

#[test]
fn a_second_program_is_seen_and_has_its_own_number() -> Result<()> {
    let desk = Desk::new();
    let (path, mut mine) = office(&desk)?;
    add(&mut mine, "ООО «Ромашка»")?;
    mine.has_news()?;

    assert_eq!(run(&desk, &path, "undo")["undone"], "add-client");
    assert!(mine.has_news()?, "while this one has the file open");
    assert_eq!(mine.read().count(Kind::Organization)?, 0);

    let log = mine.read().log(2)?;
    assert_ne!(log[0].device, log[1].device);
    assert!(
        log[0].id > log[1].id,
        "ids of both follow one another in time"
    );
    assert_eq!(mine.redo()?.value, Operation::AddClient);
    Ok(())
}

#[test]
fn two_open_workspaces_keep_their_numbers() -> Result<()> {
    let desk = Desk::new();
    let (path, mut mine) = office(&desk)?;
    let mut theirs = Workspace::open(&path)?;
    add(&mut mine, "ООО «Ромашка»")?;
    add(&mut theirs, "ООО «Агат»")?;
    add(&mut mine, "ООО «Алмаз»")?;
    // Within one millisecond the ids of two numbers stand in any order.
    let log = mine.read().log(3)?;
    let mut devices: Vec<_> = log.iter().map(|entry| entry.device).collect();
    devices.sort_unstable();
    devices.dedup();
    assert_eq!(devices.len(), 2);
    Ok(())
}

#[test]
fn nobody_overwrites_what_they_have_not_seen() -> Result<()> {
    let desk = Desk::new();
    let (path, mut mine) = office(&desk)?;
    let stale = add(&mut mine, "ООО «Ромашка»")?;
    let mut theirs = Workspace::open(&path)?;
    let mut edited = stale.clone();
    edited.client.name = "АО «Ромашка»".into();
    theirs.save_card(&stale, &edited, &HashMap::new())?;

    let mut old = stale.client.clone();
    old.note = "со старой карточки".into();
    let saved = mine.transact(Operation::EditClient, |tx| tx.save(&old));
    assert!(matches!(saved, Err(Error::Conflict { .. })), "{saved:?}");
    let deleted = mine.transact(Operation::DeleteClients, |tx| tx.delete(&stale.client));
    assert!(matches!(deleted, Err(Error::Conflict { .. })));
    let now = mine.read().card(stale.client.id)?.client;
    assert_eq!((now.name.as_str(), now.note.as_str()), ("АО «Ромашка»", ""));
    Ok(())
}

#[test]
fn many_programs_write_at_once_and_none_is_lost() -> Result<()> {
    const PROGRAMS: usize = 4;
    let desk = Desk::new();
    let (path, mut mine) = office(&desk)?;
    for n in 0..PROGRAMS {
        add(&mut mine, &format!("Клиент {n}"))?;
    }
    // Each takes one operation back, while this program goes on adding.
    let running: Vec<_> = (0..PROGRAMS)
        .map(|_| {
            let mut program = desk.program();
            program.args(["--file", text(&path), "log", "--limit", "1"]);
            program.stdout(std::process::Stdio::null());
            program.spawn().expect("the program starts")
        })
        .collect();
    for n in 0..20 {
        add(&mut mine, &format!("Другой {n}"))?;
    }
    for mut program in running {
        assert!(program.wait().expect("it ends").success());
    }
    let undone: Vec<_> = (0..PROGRAMS).map(|_| run(&desk, &path, "undo")).collect();
    assert!(undone.iter().all(|undone| undone["undone"] == "add-client"));
    assert_eq!(mine.read().count(Kind::Organization)?, 20);
    assert_eq!(mine.faults()?, [""; 0]);
    Ok(())
}

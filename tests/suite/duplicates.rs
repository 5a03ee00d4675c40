//! Cards that look like the same client.

use std::collections::HashMap;

use vizitka::cli::{Session, Speech, read};
use vizitka::domain::client::Client;
use vizitka::domain::contact::Channel;
use vizitka::domain::duplicate::{CERTAIN, Reason};
use vizitka::domain::{Card, Employee, Operation, Progress};
use vizitka::error::{Error, Result};
use vizitka::i18n::Language;
use vizitka::workspace::Workspace;

fn card(name: &str, phone: &str, email: &str) -> Card {
    let mut card = Card::new(Client::organization(name));
    for (channel, value) in [(Channel::WorkPhone, phone), (Channel::Email, email)] {
        if !value.is_empty() {
            card.add_contact(channel, value);
        }
    }
    card
}

fn base(cards: &[Card]) -> Result<Workspace> {
    let mut workspace = Workspace::in_memory()?;
    workspace.transact(Operation::Import, |tx| {
        cards.iter().try_for_each(|card| tx.add_card(card))
    })?;
    Ok(workspace)
}

#[test]
fn a_client_that_is_here_already_is_seen_while_it_is_typed() -> Result<()> {
    let known = [
        card("Ромашка, ООО", "8 (812) 350-94-14", ""),
        card("ЗАО «Движение»", "+7 812 111-22-33", ""),
    ];
    let workspace = base(&known)?;
    let suspects = workspace
        .read()
        .suspects(&card("ромашка", "+7 812 350 94 14", ""))?;
    assert_eq!(suspects.len(), 1);
    assert_eq!(suspects[0].listing.client.name, "Ромашка, ООО");
    let reasons = &suspects[0].verdict.reasons;
    assert!(reasons.contains(&Reason::SamePhone(true)));
    assert!(reasons.contains(&Reason::SameName));
    for typed in ["Рамашка", "romashka", "ООО «РОМАШКА»", "Ромашкка"] {
        let suspects = workspace.read().suspects(&card(typed, "350-94-14", ""))?;
        let names: Vec<_> = suspects.iter().map(|s| &*s.listing.client.name).collect();
        assert_eq!(names, ["Ромашка, ООО"], "{typed}");
    }
    assert_eq!(workspace.read().suspects(&known[0])?, []);
    Ok(())
}

#[test]
fn the_whole_base_is_searched_and_what_was_told_apart_is_left_out() -> Result<()> {
    let cards = [
        card("ООО «Ромашка»", "+7 812 350-94-14", "mail@romashka.example"),
        card("Ромашка", "8 812 3509414", ""),
        card("ЗАО «Тепломаш»", "", "info@teplomash.example"),
        card("Teplomash", "", "INFO@teplomash.example"),
        card("ООО «Агат»", "", ""),
        card("ООО «Агат»", "", ""),
    ];
    let mut workspace = base(&cards)?;
    let found = workspace.read().duplicates(&Progress::default())?;
    let pairs: Vec<_> = found.iter().map(|pair| (pair.one, pair.other)).collect();
    let id = |at: usize| cards[at].client.id;
    assert_eq!(pairs.len(), 2, "{found:?}");
    assert!(pairs.contains(&(id(0), id(1))) && pairs.contains(&(id(2), id(3))));
    assert!(found.iter().all(|pair| pair.verdict.score >= CERTAIN));

    workspace.transact(Operation::TellApart, |tx| tx.tell_apart(&[(id(1), id(0))]))?;
    let found = workspace.read().duplicates(&Progress::default())?;
    assert_eq!(found.len(), 1);
    assert_eq!(workspace.read().suspects(&cards[0])?, []);
    workspace.undo()?;
    assert_eq!(workspace.read().duplicates(&Progress::default())?.len(), 2);

    let stopped = Progress::default();
    stopped.stop();
    let found = workspace.read().duplicates(&stopped);
    assert!(matches!(found, Err(Error::Cancelled)));
    Ok(())
}

#[test]
fn a_hidden_client_is_nobodys_duplicate() -> Result<()> {
    let mut cards = [
        card("ООО «Ромашка»", "+7 812 350-94-14", ""),
        card("Ромашка", "8 812 3509414", ""),
    ];
    let mut trainee = Employee::new("Виноградов", "Сергей", "Константинович");
    trainee.sees_all = false;
    cards[1].client.owner = Some(trainee.id);
    let mut workspace = Workspace::in_memory()?;
    workspace.transact(Operation::Import, |tx| {
        tx.save(&trainee)?;
        cards.iter().try_for_each(|card| tx.add_card(card))
    })?;
    workspace.sign_in(trainee.id);
    assert_eq!(workspace.read().duplicates(&Progress::default())?, []);
    assert_eq!(workspace.read().suspects(&cards[1])?, []);
    assert_eq!(workspace.read().made_by_last_import()?.len(), 1);
    Ok(())
}

fn told(arguments: &[&str], path: &std::path::Path) -> Result<String> {
    let mut line = vec!["vizitka".to_owned(), "--file".to_owned()];
    line.push(path.display().to_string());
    line.extend(arguments.iter().map(|word| (*word).to_owned()));
    let line: Vec<_> = line.into_iter().map(std::ffi::OsString::from).collect();
    let line = read(&line).unwrap();
    let speech = Speech::new(Language::English, line.json);
    let mut out = Vec::new();
    match line.command {
        Some(vizitka::cli::Command::Data(command)) => {
            let session = Session::new(line.file.as_deref(), line.who);
            command.run(&session, &speech, &mut out)?;
        }
        _ => unreachable!("a command about data"),
    }
    Ok(String::from_utf8(out).unwrap())
}

#[test]
fn the_command_line_lists_and_merges_them() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.vizitka");
    let owner = Employee::new("Решетова", "Светлана", "Ивановна");
    let mut workspace = Workspace::create(&path, "ООО «Модус-В»", &owner)?;
    let cards = [
        card("ООО «Ромашка»", "+7 812 350-94-14", ""),
        card("Ромашка", "8 812 3509414", ""),
    ];
    for card in &cards {
        workspace.save_card(card, card, &HashMap::new())?;
    }
    let person = Card::new(Client::person("Антонов", "Юрий", ""));
    workspace.save_card(&person, &person, &HashMap::new())?;
    drop(workspace);

    let words = told(&["duplicates"], &path)?;
    assert!(
        words.contains("the same phone written otherwise"),
        "{words}"
    );
    let json: serde_json::Value =
        serde_json::from_str(&told(&["--json", "duplicates"], &path)?).unwrap();
    let pair = &json["pairs"][0];
    assert_eq!(pair["one"]["name"], "ООО «Ромашка»");
    assert_eq!(pair["reasons"][0], "same-name");

    let ids = cards
        .each_ref()
        .map(|card| card.client.id.raw().to_string());
    let other = person.client.id.raw().to_string();
    let mixed = told(&["merge", &ids[0], &other], &path);
    assert!(matches!(mixed, Err(Error::DifferentKinds)));
    let json: serde_json::Value =
        serde_json::from_str(&told(&["--json", "merge", &ids[1], &ids[0]], &path)?).unwrap();
    assert_eq!(json["name"], "Ромашка");
    assert_eq!(json["merged"], 1);
    assert!(told(&["duplicates"], &path)?.contains("No similar cards"));
    assert!(matches!(
        told(&["merge", &ids[1], &ids[0]], &path),
        Err(Error::Missing(_))
    ));
    told(&["undo"], &path)?;
    assert!(told(&["duplicates"], &path)?.contains("Ромашка"));
    Ok(())
}

//! Texts that break careless programs, through the whole of this one.

use std::collections::HashMap;

use vizitka::domain::client::{Client, Kind};
use vizitka::domain::contact::{Channel, Purpose};
use vizitka::domain::listing::{Filter, Order};
use vizitka::domain::{Address, Card, Employee, Group, Operation, Progress};
use vizitka::error::Result;
use vizitka::workspace::Workspace;

use crate::program::{Desk, text};

/// Texts nobody expects, each with a part by which it should be found.
fn odd() -> Vec<(String, &'static str)> {
    vec![
        (
            "Очень длинное имя ".repeat(600).trim().to_owned(),
            "длинное",
        ),
        ("длинное-без-пробелов".repeat(500), "без-пробелов"),
        (
            "Звонок\u{7}, Esc\u{1b}[31m и ноль\u{0}внутри".to_owned(),
            "звонок",
        ),
        (
            "Строка\nдругая\r\nтретья\tс табуляцией".to_owned(),
            "другая",
        ),
        ("'; DROP TABLE clients; --".to_owned(), "drop"),
        ("Robert\"); DELETE FROM operations; --".to_owned(), "robert"),
        ("100 % _скидка_ *всем* (или NOT)".to_owned(), "скидка"),
        ("שלום עולם‏ ООО".to_owned(), "שלום"),
        ("مرحبا بالعالم".to_owned(), "مرحبا"),
        ("\u{202e}текст задом наперёд\u{202c}".to_owned(), "задом"),
        ("Цветы 💐🌼 семья 👩‍👩‍👧‍👦 флаг 🇷🇺".to_owned(), "💐🌼 семья"),
        ("Z̸̢̛a̶͝l̵g̷o̸ е\u{301}".to_owned(), "z̸̢̛a̶͝l̵"),
        ("漢字カタカナ한글".to_owned(), "カタカナ"),
        ("ﬁ ß İ ǅ Ω".to_owned(), "ﬁ ß"),
    ]
}

#[test]
fn odd_names_are_stored_found_and_shown_as_they_are() -> Result<()> {
    let mut workspace = Workspace::in_memory()?;
    for (name, part) in odd() {
        let card = Card::new(Client::organization(name.clone()));
        let id = card.client.id;
        workspace.save_card(&card, &card, &HashMap::new())?;
        let saved = workspace.read().card(id)?;
        assert_eq!(saved.client.name, name);

        let found = workspace.read().search(part, 50)?;
        let hit = found.hits.iter().find(|hit| hit.listing.client.id == id);
        assert_eq!(
            hit.map(|hit| hit.listing.client.name.as_str()),
            Some(&*name),
            "by {part}"
        );

        let mut edited = saved.clone();
        edited.client.note = name.clone();
        workspace.save_card(&saved, &edited, &HashMap::new())?;
        assert_eq!(workspace.read().card(id)?.client.note, name);
        workspace.undo()?;
        assert_eq!(workspace.read().card(id)?.client.note, "");
    }
    let all = Filter::all(Kind::Organization);
    let ids = workspace
        .read()
        .order(&all, Order::default(), &Progress::default())?;
    assert_eq!(ids.len(), odd().len(), "nothing was dropped");
    assert_eq!(workspace.faults()?, [""; 0]);
    Ok(())
}

#[test]
fn odd_texts_may_stand_anywhere_on_a_card() -> Result<()> {
    let mut workspace = Workspace::in_memory()?;
    for (odd, _) in odd() {
        let mut client = Client::person(&odd, &odd, &odd);
        client.position = odd.clone();
        client.inn = odd.clone();
        let mut card = Card::new(client);
        card.add_contact(Channel::WorkPhone, odd.clone());
        card.add_contact(Channel::Email, odd.clone());
        let mut address = Address::new(card.client.id, Purpose::Actual);
        address.city = odd.clone();
        card.add_address(address);
        let group = Group::new(Kind::Person, odd.clone());
        let colleague = Employee::new(&odd, "", "");
        card.client.owner = Some(colleague.id);
        card.join(group.id);
        workspace.transact(Operation::AddClient, |tx| {
            tx.save(&colleague)?;
            tx.save(&group)?;
            tx.add_card(&card)
        })?;
        let saved = workspace.read().card(card.client.id)?;
        assert_eq!(saved.client.surname, odd);
        assert_eq!(saved.contacts[0].value, odd);
        assert_eq!(saved.addresses[0].city, odd);
        let listing = &workspace.read().listings(&[card.client.id])?[0];
        assert_eq!((&listing.phone, &listing.city), (&odd, &odd));
        let cities = Filter {
            cities: vec![odd.clone()],
            ..Filter::all(Kind::Person)
        };
        let there = workspace
            .read()
            .order(&cities, Order::default(), &Progress::default())?;
        assert_eq!(there, [card.client.id]);
    }
    assert_eq!(workspace.faults()?, [""; 0]);
    Ok(())
}

#[test]
fn any_typed_text_is_a_question_and_not_a_statement() -> Result<()> {
    let mut workspace = Workspace::in_memory()?;
    let card = Card::new(Client::organization("ООО «Ромашка»"));
    workspace.save_card(&card, &card, &HashMap::new())?;
    let signs = [
        "\"",
        "\"\"\"",
        "'''",
        "*",
        "ром*",
        "NEAR(ром)",
        "-ром",
        "(((",
        "ром OR агат",
        "\0\0\0",
    ];
    for typed in signs
        .into_iter()
        .map(str::to_owned)
        .chain(odd().into_iter().map(|(text, _)| text))
    {
        workspace.read().search(&typed, 50)?;
        let filter = Filter {
            text: typed,
            ..Filter::all(Kind::Organization)
        };
        workspace
            .read()
            .order(&filter, Order::default(), &Progress::default())?;
    }
    assert_eq!(workspace.read().search("ромашка", 5)?.hits.len(), 1);
    Ok(())
}

#[test]
fn odd_names_come_through_the_command_line() {
    let desk = Desk::new();
    for (number, (name, part)) in odd().into_iter().enumerate() {
        // No argument of a program can hold a zero.
        let name = name.replace('\0', "");
        let path = desk.path(&format!("{number}.vizitka"));
        let owner = Employee::new("Решетова", "", "");
        let mut workspace = Workspace::create(&path, &name, &owner).unwrap();
        let card = Card::new(Client::organization(name.clone()));
        workspace.save_card(&card, &card, &HashMap::new()).unwrap();
        drop(workspace);
        let found = desk
            .run(&["--file", text(&path), "find", part, "--json"])
            .json();
        assert_eq!(found["hits"][0]["name"], name.as_str(), "by {part}");
    }
}

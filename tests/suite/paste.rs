//! Sheets of requisites, signatures and business cards are read as a person would read them.
//!
//! Each file of `tests/fixtures/requisites` is a text, a line of `=====`, and what is to be found in
//! it: `key: value`, an address as `code|region|town|street`, a person as `name|position`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use vizitka::domain::client::{Kind, TextField};
use vizitka::domain::contact::{Address, Channel, Purpose};
use vizitka::domain::name::Sex;
use vizitka::domain::paste::{self, Pasted, Proposal};
use vizitka::domain::{BankAccount, Card, phone, requisites};

/// A fact as one line: what it is, and its value in a comparable form.
type Fact = (String, String);

fn sheets() -> Vec<(String, String, Vec<Fact>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/requisites");
    let mut sheets = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).unwrap();
        let (text, expected) = text.split_once("\n=====\n").unwrap();
        let facts = expected.lines().map(|line| {
            let (key, value) = line.split_once(": ").unwrap();
            fact(key, value)
        });
        sheets.push((name, text.to_owned(), facts.collect()));
    }
    sheets.sort();
    sheets
}

fn fact(key: &str, value: &str) -> Fact {
    let value = match key {
        "phone" | "mobile" | "fax" => phone::key(value),
        "inn" | "kpp" | "account" | "bik" | "corr" => requisites::compact(value),
        "person" => value.replace(". ", ".").to_lowercase(),
        _ => value.trim().to_owned(),
    };
    (key.to_owned(), value)
}

fn facts(pasted: &Pasted) -> Vec<Fact> {
    let mut facts = Vec::new();
    for (field, found) in &pasted.texts {
        let key = match field {
            TextField::Name => "name",
            TextField::FullName => "full",
            TextField::Inn => "inn",
            TextField::Kpp => "kpp",
            TextField::Ogrn => "ogrn",
            other => panic!("{other:?}"),
        };
        facts.push(fact(key, &found.value));
    }
    for account in &pasted.accounts {
        let parts = [
            ("account", &account.number),
            ("bank", &account.bank),
            ("bik", &account.bik),
            ("corr", &account.correspondent),
        ];
        for (key, found) in parts {
            facts.extend(found.as_ref().map(|found| fact(key, &found.value)));
        }
    }
    for found in &pasted.addresses {
        let place = &found.value;
        let line = [
            &place.postal_code,
            &place.region,
            &place.city,
            &place.street,
        ];
        let line = line.map(String::as_str).join("|");
        for purpose in &place.purposes {
            let key = match purpose {
                Purpose::Legal => "legal",
                Purpose::Actual => "actual",
                Purpose::Postal => "postal",
            };
            facts.push(fact(key, &line));
        }
    }
    for found in &pasted.contacts {
        let (channel, value) = &found.value;
        let key = match channel {
            Channel::MobilePhone => "mobile",
            Channel::Fax => "fax",
            Channel::Email => "email",
            Channel::Web => "web",
            _ => "phone",
        };
        facts.push(fact(key, value));
    }
    for found in &pasted.persons {
        let person = &found.value;
        let line = format!("{}|{}", person.name.full(), person.position);
        facts.push(fact("person", &line));
    }
    facts
}

#[test]
fn what_a_sheet_says_is_found() {
    let (mut right, mut all) = (0, 0);
    let mut by_key: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut wrong = Vec::new();
    let sheets = sheets();
    for (name, text, expected) in &sheets {
        let mut found = facts(&paste::recognise(text));
        for fact in expected {
            let at = found.iter().position(|known| known == fact);
            let counts = by_key.entry(fact.0.clone()).or_default();
            counts.1 += 1;
            match at {
                Some(at) => {
                    found.remove(at);
                    right += 1;
                    counts.0 += 1;
                }
                None => wrong.push(format!("{name}: lacks {}: {}", fact.0, fact.1)),
            }
        }
        all += expected.len() + found.len();
        wrong.extend(
            found
                .iter()
                .map(|(key, value)| format!("{name}: invents {key}: {value}")),
        );
    }
    println!("{}", wrong.join("\n"));
    println!("{by_key:?}");
    let share = right as f64 * 100.0 / all as f64;
    println!(
        "{right} of {all} fields of {} sheets: {share:.1} %",
        sheets.len()
    );
    assert!(sheets.len() >= 80, "{}", sheets.len());
    assert!(share >= 95.0, "{share:.1} %\n{}", wrong.join("\n"));
}

/// A card that says something else in every field.
fn full_card(kind: Kind) -> Card {
    let mut card = Card::empty(kind);
    for field in TextField::ALL
        .into_iter()
        .filter(|field| field.belongs_to(kind))
    {
        card.client
            .set_text(field, format!("прежнее {}", field.name()));
    }
    for purpose in Purpose::ALL {
        let mut address = Address::new(card.client.id, purpose);
        address.city = "Прежний город".into();
        card.add_address(address);
    }
    let mut account = BankAccount::new(card.client.id);
    account.number = "40702810000000000001".into();
    account.bank = "Прежний банк".into();
    card.add_account(account);
    card.add_contact(Channel::Email, "old@example.ru");
    card
}

#[test]
fn nothing_on_a_card_is_overwritten_unasked() {
    for (name, text, _) in sheets() {
        let pasted = paste::recognise(&text);
        for kind in Kind::ALL {
            let before = full_card(kind);
            let offered = paste::propose(&before, &pasted);
            let ticked: Vec<Proposal> = offered
                .into_iter()
                .filter(|offer| !offer.replaces())
                .collect();
            let mut after = before.clone();
            paste::apply(&mut after, &ticked);
            assert_eq!(after.client, before.client, "{name}");
            assert_eq!(after.addresses, before.addresses, "{name}");
            assert_eq!(after.accounts[0], before.accounts[0], "{name}");
            assert_eq!(after.contacts[0], before.contacts[0], "{name}");
        }
    }
}

#[test]
fn an_applied_sheet_has_nothing_left_to_say() {
    for (name, text, _) in sheets() {
        let pasted = paste::recognise(&text);
        let mut card = Card::empty(Kind::Organization);
        let all = paste::propose(&card, &pasted);
        paste::apply(&mut card, &all);
        let left: Vec<_> = paste::propose(&card, &pasted)
            .into_iter()
            .filter(|offer| !matches!(offer.change, paste::Change::Newcomer(_)))
            .collect();
        assert!(left.is_empty(), "{name}: {left:?}");
    }
}

#[test]
fn the_director_of_a_sheet_is_a_man_or_a_woman_by_name() {
    let text = "ООО «Ромашка»\nИНН 7813046076\nДиректор Ким Юлия Михайловна";
    let card = Card::empty(Kind::Organization);
    let offered = paste::propose(&card, &paste::recognise(text)).into_iter();
    let newcomers = offered.filter_map(|offer| match offer.change {
        paste::Change::Newcomer(newcomer) => Some(newcomer.card(&card.client)),
        _ => None,
    });
    let sexes: Vec<_> = newcomers.map(|director| director.client.sex).collect();
    assert_eq!(sexes, [Some(Sex::Female)]);
}

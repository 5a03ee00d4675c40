use chrono::{DateTime, NaiveDate, Utc};

use super::page::{Page, Section};
use super::*;
use crate::domain::client::{Kind, Role, Roles};
use crate::domain::contact::Channel;
use crate::domain::custom_field::{Content, Shape};
use crate::domain::office::{Erasure, Protocol};
use crate::domain::{BankAccount, Card, Client, CustomField, Id, Note, Operation};
use crate::error::Result;
use crate::i18n::{Language, Locale};
use crate::workspace::Workspace;

fn moment() -> DateTime<Utc> {
    DateTime::from_timestamp(1_793_000_000, 0).unwrap()
}

fn note(client: Id<Client>, text: &str, is_pinned: bool) -> Note {
    Note {
        id: Id::generate(),
        version: 0,
        client,
        author: None,
        written_at: moment(),
        text: text.to_owned(),
        is_pinned,
    }
}

/// An organisation about which much is known, with people, and signs that XML has to escape.
fn office() -> Result<(Workspace, Id<Client>)> {
    let mut workspace = Workspace::in_memory()?;
    let field = CustomField::new(Kind::Organization, "Этаж", Shape::Text);
    workspace.transact(Operation::EditCompany, |tx| tx.save(&field))?;
    let mut card = Card::new(Client::organization("ООО «Ромашка & Ко» <Юг>"));
    let client = &mut card.client;
    client.full_name = "Общество с ограниченной ответственностью «Ромашка и компания»".into();
    client.inn = "7809012347".into();
    client.kpp = "780901001".into();
    client.owner = Some(workspace.who());
    client.roles = Roles::default().with(Role::Active, true);
    client.goals = "Открыть второй цех и выйти на экспорт. ".repeat(20);
    client.strengths = "Своя лаборатория".into();
    client.next_step = "Позвонить о договоре\u{1}".into();
    client.next_step_on = NaiveDate::from_ymd_opt(2026, 12, 1);
    card.add_contact(Channel::WorkPhone, "+7 812 350-94-14");
    card.add_contact(Channel::Email, "mail@romashka.example");
    let mut account = BankAccount::new(card.client.id);
    account.number = "40702810855000001234".into();
    account.bank = "Северо-Западный банк".into();
    card.add_account(account);
    card.set_contents(field.id, vec![Content::Text("третий".into())]);
    let id = card.client.id;
    workspace.transact(Operation::AddClient, |tx| {
        tx.add_card(&card)?;
        for number in 1..=20 {
            let mut person = Client::person(&format!("Антонов-{number}"), "Юрий", "Михайлович");
            person.employer = Some(id);
            person.position = "Инженер".into();
            tx.add_card(&Card::new(person))?;
            tx.save(&note(id, &format!("Заметка {number}. ").repeat(40), false))?;
        }
        tx.save(&note(id, "Платит в срок\nи без напоминаний", true))?;
        Ok(())
    })?;
    Ok((workspace, id))
}

/// The words of a document, as another reader finds them.
fn words(docx: &[u8]) -> String {
    let read = docx_rs::read_docx(docx).unwrap();
    let json: serde_json::Value = serde_json::from_str(&read.json()).unwrap();
    let mut words = String::new();
    collect(&json, &mut words);
    words
}

fn collect(json: &serde_json::Value, words: &mut String) {
    match json {
        serde_json::Value::Object(object) => {
            if let Some(serde_json::Value::String(text)) = object.get("text") {
                words.push_str(text);
                words.push('\n');
            }
            object.values().for_each(|value| collect(value, words));
        }
        serde_json::Value::Array(array) => array.iter().for_each(|value| collect(value, words)),
        _ => {}
    }
}

#[test]
fn a_dossier_tells_what_is_known() -> Result<()> {
    let (workspace, id) = office()?;
    let locale = Locale::new(Language::Russian);
    let docx = dossier(workspace.read(), id, &locale, moment())?;
    if let Some(path) = std::env::var_os("VIZITKA_DOSSIER") {
        std::fs::write(path, &docx).unwrap();
    }
    let words = words(&docx);
    for said in [
        "ООО «Ромашка & Ко» <Юг>",
        "Общество с ограниченной",
        "7809012347",
        "350-94-14",
        "mail@romashka.example",
        "40702810855000001234",
        "третий",
        "Платит в срок и без напоминаний",
        "Позвонить о договоре",
        "Своя лаборатория",
        "Антонов-1 Юрий",
        "Инженер",
        "Заметка 20.",
    ] {
        assert!(words.contains(said), "{said} is not in\n{words}");
    }
    Ok(())
}

#[test]
fn a_dossier_speaks_the_language_of_its_reader() -> Result<()> {
    let (workspace, id) = office()?;
    let locale = Locale::new(Language::English);
    let docx = dossier(workspace.read(), id, &locale, moment())?;
    assert!(words(&docx).contains("Key facts"));
    Ok(())
}

#[test]
fn a_page_holds_no_more_than_a_page() {
    let long = |title: &str| {
        let lines = (0..40).map(|n| (n.to_string(), "слово ".repeat(30)));
        Section::new(title.to_owned(), lines)
    };
    let mut page = Page {
        title: "Ромашка".into(),
        left: vec![long("left")],
        right: vec![long("right")],
        below: vec![long("below")],
        ..Page::default()
    };
    page.fit();
    assert_eq!(page.below[0].lines.len(), 1, "the last goes first");
    assert!(page.left[0].lines.len() > 5);
    let once = page.clone();
    page.fit();
    assert_eq!(page, once);
}

#[test]
fn a_protocol_says_what_was_done() -> Result<()> {
    let done = Protocol {
        rows: 12,
        files: 1,
        is_overwritten: true,
        copies: vec!["office.vizitka.schema-2.backup".into()],
        ..Protocol::default()
    };
    let erasure = Erasure::new(Id::from(77), "Заявление № 12", &done);
    let locale = Locale::new(Language::Russian);
    let text = protocol_text(&erasure, "Решетова С. И.", moment(), &locale);
    let docx = protocol(&erasure, "Решетова С. И.", moment(), &locale)?;
    let words = words(&docx);
    for said in ["Заявление № 12", "Решетова С. И.", "schema-2.backup", "77"] {
        assert!(text.contains(said), "{said} is not in\n{text}");
        assert!(words.contains(said), "{said} is not in\n{words}");
    }
    Ok(())
}

//! What the history of a card tells of all that hangs on it.

use std::collections::HashMap;

use chrono::{NaiveDate, Utc};
use iced::Size;
use iced::keyboard::key::Named;

use vizitka::domain::biography::{DocumentKind, EventKind};
use vizitka::domain::client::{Client, Kind};
use vizitka::domain::contact::Channel;
use vizitka::domain::custom_field::{Content, Shape};
use vizitka::domain::duplicate::{Picks, join};
use vizitka::domain::link::LinkKind;
use vizitka::domain::note::ConsentSubject;
use vizitka::domain::{
    Attachment, Birthday, Card, Consent, CustomField, Department, Employee, Id, IdentityDocument,
    Job, LifeEvent, Link, Note, Operation, Progress, TeamMember,
};
use vizitka::error::{Error, Result};
use vizitka::settings::{Language, Settings};
use vizitka::ui::screenshots;
use vizitka::workspace::{CardPart, Choices, Direction, Reader, Step, Value, What, Workspace};

/// A workspace with two cards in it.
fn office(one: Client, other: Client) -> Result<(Workspace, Id<Client>, Id<Client>)> {
    let mut workspace = Workspace::in_memory()?;
    let ids = (one.id, other.id);
    workspace.transact(Operation::Import, |tx| {
        tx.add_card(&Card::new(one))?;
        tx.add_card(&Card::new(other))
    })?;
    Ok((workspace, ids.0, ids.1))
}

fn firms() -> Result<(Workspace, Id<Client>, Id<Client>)> {
    let name = Client::organization;
    office(name("ООО «Ромашка»"), name("ЗАО «Тепломаш»"))
}

/// What the latest operation did to a card.
fn latest(reader: Reader<'_>, card: Id<Client>) -> Result<Vec<Step>> {
    let story = reader.story(card, 1)?;
    Ok(story
        .deeds
        .into_iter()
        .flat_map(|deed| deed.steps)
        .collect())
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn every_row_that_hangs_on_a_card_is_told() -> Result<()> {
    let person = Client::person("Антонов", "Юрий", "Михайлович");
    let (mut workspace, card, firm) = office(person, Client::organization("ООО «Ромашка»"))?;
    let me = workspace.who();
    let field = CustomField::new(Kind::Person, "Что подарить", Shape::Text);
    workspace.transact(Operation::AddNote, |tx| {
        tx.save(&field)?;
        tx.save(&Note::new(card, me, "Просил счёт"))?;
        tx.save(&TeamMember::new(card, me, "Сервис"))?;
        let today = day("2026-11-22");
        tx.save(&Consent::new(card, ConsentSubject::Mailing, true, today))?;
        tx.save(&IdentityDocument::new(card, DocumentKind::Passport))?;
        tx.save(&Job::new(card))?;
        let wedding: Birthday = "1994-06-18".parse().unwrap();
        tx.save(&LifeEvent::new(card, EventKind::Marriage, wedding))?;
        tx.save(&Link::new(card, LinkKind::Owns, firm))?;
        let file = Attachment::new(card, "счёт.pdf", "00".into(), 7, Utc::now());
        tx.save(&file).map(drop)
    })?;
    let base = workspace.read().card(card)?;
    let mut with = base.clone();
    with.set_contents(field.id, vec![Content::Text("Книга".into())]);
    workspace.save_card(&base, &with, &HashMap::new())?;

    let story = workspace.read().story(card, 10)?;
    assert_eq!(story.deeds.len(), 3); // made, written on, a field filled in
    let parts: Vec<&CardPart> = story.deeds[1].steps.iter().map(|step| &step.part).collect();
    assert!(matches!(
        parts[..],
        [
            CardPart::Document(_),
            CardPart::Job(_),
            CardPart::LifeEvent(_),
            CardPart::TeamMember(_),
            CardPart::Note(_),
            CardPart::Consent(_),
            CardPart::Attachment(_),
            CardPart::Link(_),
        ]
    ));
    let added = story.deeds[1].steps.iter();
    assert!(added.clone().all(|step| step.what == What::Added));
    assert_eq!(story.names.of(firm), Some("ООО «Ромашка»"));
    let filled = &story.deeds[0].steps[0];
    assert!(matches!(&filled.part, CardPart::Value(value) if value.field == field.id));
    assert_eq!(story.names.of(field.id), Some("Что подарить"));

    // The other end of the link tells it too.
    let other = latest(workspace.read(), firm)?;
    assert!(matches!(
        other[..],
        [Step {
            part: CardPart::Link(_),
            what: What::Added
        }]
    ));
    Ok(())
}

#[test]
fn a_row_is_told_as_it_was_then() -> Result<()> {
    let (mut workspace, card, _) = firms()?;
    let me = workspace.who();
    let mut note = Note::new(card, me, "Просят скидку");
    let made = |workspace: &mut Workspace, note: &Note| {
        workspace.transact(Operation::EditNote, |tx| tx.save(note))
    };
    note.version = made(&mut workspace, &note)?.value;
    note.text = "Скидка согласована".into();
    note.is_pinned = true;
    note.version = made(&mut workspace, &note)?.value;
    workspace.transact(Operation::DeleteNote, |tx| tx.delete(&note))?;
    workspace.undo()?;

    let story = workspace.read().story(card, 10)?;
    let said = |step: &Step| match &step.part {
        CardPart::Note(note) => note.text.clone(),
        _ => String::new(),
    };
    let told: Vec<Vec<_>> = story
        .deeds
        .iter()
        .take(4)
        .map(|deed| {
            deed.steps
                .iter()
                .map(|step| (said(step), &step.what))
                .collect()
        })
        .collect();
    let (first, last) = ("Просят скидку".to_owned(), "Скидка согласована".to_owned());
    assert_eq!(told[0], [(last.clone(), &What::Restored)]);
    assert_eq!(story.deeds[0].entry.direction, Direction::Undo);
    assert_eq!(told[1], [(last.clone(), &What::Removed)]);
    assert_eq!(told[3], [(first.clone(), &What::Added)]);
    let changed = told[2].iter().map(|(said, what)| match what {
        What::Changed(change) => (said.clone(), &*change.column, &change.old, &change.new),
        _ => panic!("nothing but changes: {what:?}"),
    });
    let changed: Vec<_> = changed.collect();
    assert_eq!(changed[0].1, "is_pinned");
    let (before, after) = (Value::Text(first), Value::Text(last.clone()));
    assert_eq!(changed[1], (last, "text", &before, &after));
    Ok(())
}

#[test]
fn a_department_knows_where_it_was_moved_from() -> Result<()> {
    let (mut workspace, card, _) = firms()?;
    let sales = Department::new(card, "Продажи");
    let mut retail = Department::new(card, "Розница");
    let saved = workspace.transact(Operation::AddDepartment, |tx| {
        tx.save(&sales)?;
        tx.save(&retail)
    })?;
    retail.version = saved.value;
    retail.parent = Some(sales.id);
    workspace.transact(Operation::MoveDepartment, |tx| tx.save(&retail))?;
    let story = workspace.read().story(card, 1)?;
    assert!(matches!(
        &story.deeds[0].steps[0].what,
        What::Changed(change) if change.column == "parent_id"
    ));
    assert_eq!(story.names.of(sales.id), Some("Продажи"));
    Ok(())
}

#[test]
fn a_merge_tells_what_came_from_the_other_card() -> Result<()> {
    let (mut workspace, one, other) = firms()?;
    let me = workspace.who();
    workspace.transact(Operation::AddNote, |tx| {
        tx.save(&Note::new(other, me, "Просили счёт"))
    })?;
    let base = workspace.read().card(other)?;
    let mut with = base.clone();
    with.add_contact(Channel::Email, "mail@teplomash.example");
    workspace.save_card(&base, &with, &HashMap::new())?;

    let cards = workspace.read().cards(&[one, other])?;
    let joined = join(&cards, &Picks::new()).expect("two cards");
    workspace.transact(Operation::MergeClients, |tx| {
        tx.merge_cards(&joined, &cards[0], &cards[1..])
    })?;
    let steps = latest(workspace.read(), one)?;
    let came: Vec<_> = steps
        .iter()
        .filter(|step| step.what == What::Came(other))
        .map(|step| matches!(step.part, CardPart::Note(_) | CardPart::Contact(_)))
        .collect();
    assert_eq!(came, [true, true], "{steps:?}");
    let merged = |step: &&Step| matches!(step.part, CardPart::Merge(_));
    assert_eq!(steps.iter().find(merged).unwrap().what, What::Added);
    let names = workspace.read().story(one, 1)?.names;
    assert_eq!(
        names.of(other),
        Some("ЗАО «Тепломаш»"),
        "though it is in the bin"
    );
    let before = workspace.read().story(one, 10)?.deeds.len();
    assert_eq!(before, 2, "what was done to the other card is not told");

    workspace.undo()?;
    let parted = latest(workspace.read(), one)?;
    assert_eq!(parted.iter().find(merged).unwrap().what, What::Removed);
    let steps = latest(workspace.read(), other)?;
    let is_back = |step: &Step| step.what == What::Came(one);
    assert_eq!(steps.iter().filter(|step| is_back(step)).count(), 2);
    Ok(())
}

#[test]
fn a_tie_to_a_hidden_card_is_not_told() -> Result<()> {
    let (mut workspace, mine, hidden) = firms()?;
    let head = workspace.who();
    let mut trainee = Employee::new("Виноградов", "Сергей", "Константинович");
    trainee.sees_all = false;
    workspace.transact(Operation::AddEmployee, |tx| tx.save(&trainee))?;
    for (id, owner) in [(mine, trainee.id), (hidden, head)] {
        let base = workspace.read().card(id)?;
        let mut owned = base.clone();
        owned.client.owner = Some(owner);
        workspace.save_card(&base, &owned, &HashMap::new())?;
    }
    let base = workspace.read().card(mine)?;
    let mut brought = base.clone();
    brought.client.recommended_by = Some(hidden);
    workspace.save_card(&base, &brought, &HashMap::new())?;
    workspace.transact(Operation::AddLink, |tx| {
        tx.save(&Link::new(mine, LinkKind::Competes, hidden))?;
        tx.tell_apart(&[(mine, hidden)])
    })?;
    let told = |workspace: &Workspace| -> Result<(usize, Option<String>)> {
        let story = workspace.read().story(mine, 10)?;
        let name = story.names.of(hidden).map(str::to_owned);
        Ok((story.deeds.len(), name))
    };
    assert_eq!(told(&workspace)?, (4, Some("ЗАО «Тепломаш»".into())));
    workspace.sign_in(trainee.id);
    assert_eq!(told(&workspace)?, (3, None));
    assert!(matches!(
        workspace.read().story(hidden, 1),
        Err(Error::Missing(_))
    ));
    Ok(())
}

#[test]
fn what_the_file_began_with_is_not_taken_back() -> Result<()> {
    use vizitka::demo::{self, Sample};
    let mut workspace = Workspace::in_memory()?;
    demo::fill(&mut workspace, Sample::of(20, 1), &Progress::default())?;
    let clients = workspace.read().count(Kind::Organization)?;
    for entry in workspace.read().log(10)? {
        assert!(entry.is_beginning(), "{:?}", entry.operation);
        let undone = workspace.undo_entry(entry.id, &Choices::default());
        assert!(matches!(undone, Err(Error::NothingToUndo)));
    }
    assert_eq!(workspace.read().count(Kind::Organization)?, clients);
    Ok(())
}

#[test]
fn the_list_shows_key_points_and_what_comes() -> Result<()> {
    let settings = Settings {
        language: Language::Russian,
        ..Settings::default()
    };
    let mut window = screenshots::open(settings, Size::new(1440.0, 1200.0))?;
    window.type_text("ромашка");
    window.press(Named::ArrowDown);
    assert!(window.sees("Главное"));
    assert!(window.sees("Ближайшее") && window.sees("Первая презентация"));
    assert!(window.sees("Заметка от"));
    Ok(())
}

//! A person is erased on request: nothing of them is left in the file, and nothing brings it back.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use vizitka::domain::attachment::Attachment;
use vizitka::domain::biography::{DocumentKind, EventKind};
use vizitka::domain::contact::Channel;
use vizitka::domain::custom_field::{Content, Shape};
use vizitka::domain::link::LinkKind;
use vizitka::domain::office::Protocol;
use vizitka::domain::{
    Card, Client, Consent, CustomField, Employee, ForeignCard, Id, IdentityDocument, Job,
    LifeEvent, Link, Note, Operation, Progress,
};
use vizitka::error::{Error, Result};
use vizitka::workspace::{Choice, Choices, Workspace};

/// What must not be found anywhere afterwards: names, phones, addresses, in all their writings.
const SECRETS: [&str; 14] = [
    "Громыхайло",
    "громыхайло",
    "Ефросинья",
    "Аристарховна",
    "9219998877",
    "921 999-88-77",
    "frosya@secret.example",
    "7788999000",
    "Охтинская",
    "любит пионы",
    "паспорт-4004",
    "дочь Агафья",
    "старая фамилия Тарарыкина",
    "Тайный советник",
];

struct Desk {
    folder: TempDir,
    workspace: Workspace,
    person: Id<Client>,
    friend: Id<Client>,
    employer: Id<Client>,
}

fn desk() -> Result<Desk> {
    let folder = tempfile::tempdir().unwrap();
    let owner = Employee::new("Решетова", "Светлана", "Ивановна");
    let path = folder.path().join("office.vizitka");
    let mut workspace = Workspace::create(&path, "Модус-В", &owner)?;
    let employer = Card::new(Client::organization("ООО «Ромашка»"));
    let friend = Card::new(Client::person("Антонов", "Юрий", "Михайлович"));
    for card in [&employer, &friend] {
        workspace.transact(Operation::AddClient, |tx| tx.add_card(card))?;
    }
    let mut desk = Desk {
        folder,
        workspace,
        person: Id::generate(),
        friend: friend.client.id,
        employer: employer.client.id,
    };
    desk.enter_person()?;
    Ok(desk)
}

impl Desk {
    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A person with something in every part of the card, changed a few times.
    fn enter_person(&mut self) -> Result<()> {
        let field = CustomField::new(vizitka::domain::client::Kind::Person, "Чин", Shape::Text);
        self.workspace
            .transact(Operation::EditCompany, |tx| tx.save(&field))?;
        let mut client = Client::person("Тарарыкина", "Ефросинья", "Аристарховна");
        client.note = "старая фамилия Тарарыкина".into();
        client.employer = Some(self.employer);
        let mut card = Card::new(client);
        card.add_contact(Channel::MobilePhone, "+7 921 999-88-77");
        card.add_contact(Channel::Email, "frosya@secret.example");
        card.set_contents(field.id, vec![Content::Text("Тайный советник".into())]);
        self.person = card.client.id;
        self.workspace
            .transact(Operation::AddClient, |tx| tx.add_card(&card))?;

        let before = self.workspace.read().card(self.person)?;
        let mut after = before.clone();
        after.client.surname = "Громыхайло".into();
        after.client.likes = "любит пионы".into();
        after.client.recommended_by = Some(self.friend);
        after.contacts.remove(1);
        self.workspace.save_card(&before, &after, &HashMap::new())?;
        self.put_rows_on_the_card()
    }

    fn put_rows_on_the_card(&mut self) -> Result<()> {
        let (person, friend) = (self.person, self.friend);
        self.workspace.transact(Operation::EditClient, |tx| {
            let mut note = Note {
                id: Id::generate(),
                version: 0,
                client: person,
                author: None,
                written_at: chrono::Utc::now(),
                text: "позвонить на 7788999000".into(),
                is_pinned: false,
            };
            note.version = tx.save(&note)?;
            tx.delete(&note)?;
            let mut document = IdentityDocument::new(person, DocumentKind::Passport);
            document.number = "паспорт-4004".into();
            tx.save(&document)?;
            let mut event = LifeEvent::new(person, EventKind::Birth, "2001-05-12".parse().unwrap());
            event.note = "дочь Агафья".into();
            tx.save(&event)?;
            let mut job = Job::new(person);
            job.employer_name = "Охтинская мануфактура".into();
            tx.save(&job)?;
            tx.save(&Link::new(person, LinkKind::Friends, friend))?;
            tx.save(&Link::new(friend, LinkKind::ReportsTo, person))?;
            tx.save(&ForeignCard {
                id: Id::generate(),
                version: 0,
                client: person,
                uid: "uid-громыхайло".into(),
                raw: "BEGIN:VCARD\nFN:Громыхайло\nEND:VCARD".into(),
            })?;
            let mut friend = tx.read().card(friend)?.client;
            friend.recommended_by = Some(person);
            tx.save(&friend)?;
            Ok(())
        })?;
        Ok(())
    }

    fn attach(&mut self, client: Id<Client>, name: &str, bytes: &[u8]) -> Result<Attachment> {
        let path = self.path("source");
        fs::write(&path, bytes).unwrap();
        let kept = self
            .workspace
            .contents()
            .keep(&path, &Progress::default())?;
        fs::remove_file(path).unwrap();
        let attached = self.workspace.attach(client, &[(name.to_owned(), kept)])?;
        Ok(attached.value[0].clone())
    }

    fn erase(&mut self) -> Result<Protocol> {
        let erased = self
            .workspace
            .erase(self.person, "Заявление от 01.11.2026")?;
        Ok(Protocol::of_text(&erased.value.protocol))
    }

    /// Which secrets the files of the office hold, byte by byte.
    fn leaks(&self) -> Vec<String> {
        let mut leaks = Vec::new();
        for path in files(self.folder.path()) {
            let bytes = fs::read(&path).unwrap();
            for secret in SECRETS {
                if holds(&bytes, secret.as_bytes()) {
                    leaks.push(format!("{}: {secret}", path.display()));
                }
            }
        }
        leaks
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().flatten();
    let paths = entries.map(|entry| entry.path());
    paths
        .flat_map(|path| match path.is_dir() {
            true => files(&path),
            false => vec![path],
        })
        .collect()
}

fn holds(bytes: &[u8], secret: &[u8]) -> bool {
    bytes.windows(secret.len()).any(|part| part == secret)
}

#[test]
fn no_byte_of_the_person_is_left() -> Result<()> {
    let mut desk = desk()?;
    let person = desk.person;
    desk.attach(person, "Громыхайло.txt", "паспорт-4004".as_bytes())?;
    let large: Vec<u8> = "Громыхайло ".bytes().cycle().take(2_000_000).collect();
    desk.attach(person, "скан Громыхайло.png", &large)?;
    assert!(!desk.leaks().is_empty(), "the test itself sees something");

    let protocol = desk.erase()?;
    assert!(protocol.is_overwritten, "{protocol:?}");
    assert!(protocol.rows >= 12, "{protocol:?}");
    assert_eq!(protocol.files, 2);
    assert!(protocol.values > 0 && protocol.cuts >= 2, "{protocol:?}");
    assert_eq!(desk.leaks(), [""; 0]);
    for word in ["громых", "999-88-77", "frosya", "ефросинья"] {
        assert!(desk.workspace.read().search(word, 10)?.hits.is_empty());
    }
    assert_eq!(desk.workspace.faults()?, [""; 0]);
    assert!(desk.workspace.read().bin(10)?.is_empty());
    let card = desk.workspace.read().card(person);
    assert!(matches!(card, Err(Error::Missing(_))));
    Ok(())
}

#[test]
fn others_keep_what_is_theirs() -> Result<()> {
    let mut desk = desk()?;
    let (person, friend) = (desk.person, desk.friend);
    let shared = desk.attach(person, "прайс.txt", b"price list")?;
    desk.attach(friend, "прайс.txt", b"price list")?;
    desk.erase()?;
    let friend = desk.workspace.read().card(friend)?;
    assert_eq!(friend.client.surname, "Антонов");
    assert_eq!(friend.client.recommended_by, None);
    assert!(desk.workspace.read().links_of(desk.friend)?.is_empty());
    assert!(desk.workspace.contents().has(&shared.digest)?);
    assert_eq!(desk.workspace.faults()?, [""; 0]);
    Ok(())
}

#[test]
fn an_erasure_is_not_taken_back_nor_is_what_led_to_it() -> Result<()> {
    let mut desk = desk()?;
    let person = desk.person;
    desk.workspace.transact(Operation::EditClient, |tx| {
        let mut event = LifeEvent::new(person, EventKind::House, "2011-05-12".parse().unwrap());
        event.note = "Охтинская набережная".into();
        tx.save(&event)
    })?;
    desk.erase()?;
    for _ in 0..2 {
        let undone = desk.workspace.undo();
        assert!(matches!(undone, Err(Error::Erased)), "{undone:?}");
    }
    let redone = desk.workspace.redo();
    assert!(matches!(redone, Err(Error::NothingToRedo)), "{redone:?}");
    assert_eq!(desk.leaks(), [""; 0]);
    assert!(desk.workspace.read().search("ефрос", 10)?.hits.is_empty());
    Ok(())
}

#[test]
fn an_operation_on_many_is_taken_back_without_the_erased() -> Result<()> {
    let mut desk = desk()?;
    let owner = Some(desk.workspace.who());
    let both = [desk.person, desk.friend];
    desk.workspace
        .transact(Operation::Reassign, |tx| tx.reassign(&both, owner))?;
    desk.erase()?;
    assert_eq!(desk.workspace.undo()?.value, Operation::Reassign);
    let friend = desk.workspace.read().card(desk.friend)?;
    assert_eq!(friend.client.owner, None);
    assert_eq!(desk.leaks(), [""; 0]);
    desk.workspace.redo()?;
    assert_eq!(desk.leaks(), [""; 0]);
    Ok(())
}

#[test]
fn no_older_operation_on_the_erased_is_taken_back() -> Result<()> {
    let mut desk = desk()?;
    let person = desk.person;
    desk.workspace.transact(Operation::EditClient, |tx| {
        let mut event = LifeEvent::new(person, EventKind::House, "2011-05-12".parse().unwrap());
        event.note = "Охтинская набережная".into();
        tx.save(&event)
    })?;
    let edit = desk.workspace.read().last_done()?.unwrap().id;
    desk.erase()?;
    let erasure = desk.workspace.read().last_done()?.unwrap().id;
    for operation in [edit, erasure] {
        let back = desk
            .workspace
            .undo_entry(operation, &Choices::all(Choice::PutBack));
        assert!(matches!(back, Err(Error::Erased)), "{back:?}");
    }
    assert_eq!(desk.leaks(), [""; 0]);
    Ok(())
}

#[test]
fn who_lies_in_the_bin_is_erased_too() -> Result<()> {
    let mut desk = desk()?;
    let person = desk.person;
    desk.workspace
        .transact(Operation::DeleteClients, |tx| tx.delete_clients(&[person]))?;
    desk.erase()?;
    assert_eq!(desk.leaks(), [""; 0]);
    assert!(desk.workspace.read().bin(10)?.is_empty());
    let undone = desk.workspace.undo();
    assert!(matches!(undone, Err(Error::Erased)), "{undone:?}");
    Ok(())
}

#[test]
fn older_copies_are_named() -> Result<()> {
    let mut desk = desk()?;
    let copy = desk.path("office.vizitka.schema-2.backup");
    fs::write(&copy, "an older office").unwrap();
    let protocol = desk.erase()?;
    assert_eq!(protocol.copies, ["office.vizitka.schema-2.backup"]);
    Ok(())
}

#[test]
fn only_persons_are_erased_and_only_with_a_ground() -> Result<()> {
    let mut desk = desk()?;
    let refused = desk.workspace.erase(desk.employer, "Заявление");
    assert!(matches!(refused, Err(Error::NotAPerson)));
    let refused = desk.workspace.erase(desk.person, " ");
    assert!(matches!(refused, Err(Error::NoGround)));
    let mut trainee = Employee::new("Виноградов", "Сергей", "");
    trainee.sees_all = false;
    desk.workspace
        .transact(Operation::AddEmployee, |tx| tx.save(&trainee))?;
    desk.workspace.sign_in(trainee.id);
    let refused = desk.workspace.erase(desk.person, "Заявление");
    assert!(matches!(refused, Err(Error::Missing(_))));
    Ok(())
}

#[test]
fn in_memory_somebody_is_erased_too() -> Result<()> {
    let mut workspace = Workspace::in_memory()?;
    let card = Card::new(Client::person("Громыхайло", "Ефросинья", ""));
    workspace.transact(Operation::AddClient, |tx| tx.add_card(&card))?;
    let reading = workspace.reading()?;
    workspace.erase(card.client.id, "Заявление")?;
    assert!(reading.read().search("громых", 10)?.hits.is_empty());
    Ok(())
}

#[test]
fn a_consent_goes_with_the_person() -> Result<()> {
    let mut desk = desk()?;
    let consent = Consent {
        id: Id::generate(),
        version: 0,
        client: desk.person,
        subject: vizitka::domain::note::ConsentSubject::PersonalData,
        is_given: true,
        decided_on: chrono::Utc::now().date_naive(),
        ground: "анкета, Громыхайло".into(),
    };
    desk.workspace
        .transact(Operation::EditClient, |tx| tx.save(&consent))?;
    desk.erase()?;
    assert_eq!(desk.leaks(), [""; 0]);
    Ok(())
}

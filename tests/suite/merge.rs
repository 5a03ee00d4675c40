//! Cards made into one, and parted again by an undo.

use std::collections::HashMap;

use vizitka::domain::client::{Client, Kind, TextField};
use vizitka::domain::contact::{Channel, Purpose};
use vizitka::domain::duplicate::{Picks, join};
use vizitka::domain::link::LinkKind;
use vizitka::domain::{Address, Card, Department, Employee, Group, Id, Link, Note, Operation};
use vizitka::error::{Error, Result};
use vizitka::workspace::{Choice, Choices, Conflict, Entry, Undone, Workspace};

/// Two cards of one client: what hangs on the second is to move.
struct Office {
    workspace: Workspace,
    one: Id<Client>,
    other: Id<Client>,
    worker: Id<Client>,
    third: Id<Client>,
}

fn office() -> Result<Office> {
    let mut workspace = Workspace::in_memory()?;
    let groups = ["Торговые компании", "VIP"].map(|name| Group::new(Kind::Organization, name));
    let mut one = Card::new(Client::organization("ООО «Ромашка»"));
    one.add_contact(Channel::WorkPhone, "+7 812 350-94-14");
    one.join(groups[0].id);
    let mut other = Card::new(Client::organization("Ромашка, ООО"));
    other.client.inn = "7825107325".into();
    other.add_contact(Channel::WorkPhone, "8 (812) 3509414");
    other.add_contact(Channel::Email, "mail@romashka.example");
    other.join(groups[0].id);
    other.join(groups[1].id);
    let mut address = Address::new(other.client.id, Purpose::Actual);
    (address.city, address.street) = ("Тверь".into(), "ул. Ленина, д. 5".into());
    other.add_address(address);
    let third = Card::new(Client::organization("ЗАО «Тепломаш»"));
    let mut worker = Card::new(Client::person("Антонов", "Юрий", "Михайлович"));
    worker.client.employer = Some(other.client.id);
    let author = workspace.who();
    let (a, b, c) = (one.client.id, other.client.id, third.client.id);
    workspace.transact(Operation::Import, |tx| {
        for group in &groups {
            tx.save(group)?;
        }
        for card in [&one, &other, &third, &worker] {
            tx.add_card(card)?;
        }
        tx.save(&Link::new(a, LinkKind::Competes, b))?;
        tx.save(&Link::new(a, LinkKind::Supplies, c))?;
        tx.save(&Link::new(b, LinkKind::Supplies, c))?;
        tx.save(&Link::new(c, LinkKind::Owns, b))?;
        let mut note = Note::new(b, author, "Просили счёт");
        note.is_pinned = true;
        tx.save(&note)
    })?;
    Ok(Office {
        workspace,
        one: a,
        other: b,
        worker: worker.client.id,
        third: c,
    })
}

impl Office {
    fn merge(&mut self) -> Result<Id<Entry>> {
        let reader = self.workspace.read();
        let cards = [reader.card(self.one)?, reader.card(self.other)?];
        let joined = join(&cards, &Picks::new()).expect("two cards");
        self.workspace.transact(Operation::MergeClients, |tx| {
            tx.merge_cards(&joined, &cards[0], &cards[1..])
        })?;
        Ok(self.workspace.read().log(1)?[0].id)
    }

    fn edit(&mut self, id: Id<Client>, change: impl FnOnce(&mut Card)) -> Result<()> {
        let card = self.workspace.read().card(id)?;
        let mut edited = card.clone();
        change(&mut edited);
        self.workspace.save_card(&card, &edited, &HashMap::new())?;
        Ok(())
    }
}

fn disputed(undone: Undone<Operation>) -> Vec<Conflict> {
    match undone {
        Undone::Disputed(conflicts) => conflicts,
        Undone::Done(_) => Vec::new(),
    }
}

#[test]
fn all_that_hangs_on_a_card_moves_with_it() -> Result<()> {
    let mut office = office()?;
    office.merge()?;
    let reader = office.workspace.read();
    let card = reader.card(office.one)?;
    assert_eq!(card.client.name, "ООО «Ромашка»");
    assert_eq!(card.client.inn, "7825107325");
    let contacts: Vec<_> = card.contacts.iter().map(|c| &*c.value).collect();
    assert_eq!(contacts, ["+7 812 350-94-14", "mail@romashka.example"]);
    assert_eq!(card.addresses.len(), 1);
    assert_eq!(card.memberships.len(), 2);
    assert_eq!(reader.rows_on::<Note>(office.one)?.len(), 1);
    let links: Vec<_> = reader.links_of(office.one)?;
    let links: Vec<_> = links.iter().map(|l| (l.from, l.kind, l.to)).collect();
    assert_eq!(
        links,
        [
            (office.one, LinkKind::Supplies, office.third),
            (office.third, LinkKind::Owns, office.one)
        ]
    );
    assert_eq!(
        reader.card(office.worker)?.client.employer,
        Some(office.one)
    );
    assert!(matches!(reader.card(office.other), Err(Error::Missing(_))));
    assert_eq!(reader.bin(9)?[0].client.id, office.other);
    assert_eq!(office.workspace.faults()?, [""; 0]);
    Ok(())
}

#[test]
fn the_undo_of_a_merge_gives_each_card_its_own_back() -> Result<()> {
    let mut office = office()?;
    let cards = |office: &Office| -> Result<_> {
        let reader = office.workspace.read();
        let ids = [office.one, office.other, office.worker];
        let cards = ids.map(|id| {
            reader.card(id).map(|mut card| {
                card.client.version = 0;
                card.contacts.iter_mut().for_each(|row| row.version = 0);
                card.addresses.iter_mut().for_each(|row| row.version = 0);
                card.memberships.iter_mut().for_each(|row| row.version = 0);
                card
            })
        });
        let links = ids.map(|id| reader.links_of(id).map(|links| links.len()));
        Ok(format!("{cards:?} {links:?}"))
    };
    let before = cards(&office)?;
    let merge = office.merge()?;
    let undone = office.workspace.undo_entry(merge, &Choices::default())?;
    assert!(matches!(
        undone.value,
        Undone::Done(Operation::MergeClients)
    ));
    assert_eq!(cards(&office)?, before);
    assert_eq!(office.workspace.faults()?, [""; 0]);
    office.workspace.redo()?;
    assert!(office.workspace.read().card(office.other).is_err());
    office.workspace.undo()?;
    assert_eq!(cards(&office)?, before);
    Ok(())
}

#[test]
fn five_hundred_later_edits_survive_the_undo_of_a_merge() -> Result<()> {
    let mut office = office()?;
    let merge = office.merge()?;
    for step in 0..500 {
        office.edit(office.one, |card| {
            let field = [TextField::Kpp, TextField::Note, TextField::Goals][step % 3];
            card.client.set_text(field, format!("{step}"));
            if step == 100 {
                card.add_contact(Channel::Web, "romashka.example");
            }
            if step == 200 {
                let mail = card
                    .contacts
                    .iter_mut()
                    .find(|c| c.channel == Channel::Email);
                mail.expect("it moved along").value = "office@romashka.example".into();
            }
            if step == 300 {
                card.client.inn = "7707083893".into();
            }
        })?;
    }
    // The INN came with the merge, and somebody has changed it since: that alone is asked about.
    let conflicts = disputed(
        office
            .workspace
            .undo_entry(merge, &Choices::default())?
            .value,
    );
    let asked: Vec<_> = conflicts
        .iter()
        .map(|c| c.place.column.as_deref())
        .collect();
    assert_eq!(asked, [Some("inn")]);
    let undone = office
        .workspace
        .undo_entry(merge, &Choices::all(Choice::Keep))?;
    assert!(matches!(undone.value, Undone::Done(_)));

    let reader = office.workspace.read();
    let (one, other) = (reader.card(office.one)?, reader.card(office.other)?);
    assert_eq!(one.client.inn, "7707083893");
    assert_eq!(one.client.note, "499");
    assert_eq!(one.client.goals, "497");
    let values =
        |card: &Card| -> Vec<String> { card.contacts.iter().map(|c| c.value.clone()).collect() };
    assert_eq!(values(&one), ["+7 812 350-94-14", "romashka.example"]);
    assert_eq!(
        values(&other),
        ["8 (812) 3509414", "office@romashka.example"]
    );
    assert_eq!(other.client.inn, "7825107325");
    assert_eq!(
        reader.card(office.worker)?.client.employer,
        Some(office.other)
    );
    assert_eq!(office.workspace.faults()?, [""; 0]);
    Ok(())
}

#[test]
fn two_that_were_told_apart_are_so_for_the_survivor_too() -> Result<()> {
    let mut office = office()?;
    let (one, other, third) = (office.one, office.other, office.third);
    office.workspace.transact(Operation::TellApart, |tx| {
        tx.tell_apart(&[(one, other), (other, third)])
    })?;
    let merge = office.merge()?;
    let apart = office.workspace.read().told_apart()?;
    assert_eq!(apart.len(), 1);
    assert!(apart.contains(&(one.min(third), one.max(third))));
    office.workspace.undo_entry(merge, &Choices::default())?;
    assert_eq!(office.workspace.read().told_apart()?.len(), 2);
    Ok(())
}

#[test]
fn departments_of_one_name_are_one_after_a_merge_and_two_after_its_undo() -> Result<()> {
    let mut office = office()?;
    let (one, other, worker) = (office.one, office.other, office.worker);
    let sales = Department::new(one, "Отдел продаж");
    let twin = Department::new(other, "отдел  продаж");
    let under = |client, parent: &Department, name| Department {
        parent: Some(parent.id),
        ..Department::new(client, name)
    };
    let wholesale = under(one, &sales, "Опт");
    let [twin_wholesale, retail] = ["Опт", "Розница"].map(|name| under(other, &twin, name));
    let mut clerk = Card::new(Client::person("Ким", "Юлия", "Михайловна"));
    clerk.client.employer = Some(one);
    office.workspace.transact(Operation::Import, |tx| {
        tx.add_card(&clerk)?;
        for department in [&sales, &twin, &wholesale, &twin_wholesale, &retail] {
            tx.add_department(department)?;
        }
        tx.place_person(clerk.client.id, one, Some(wholesale.id))?;
        tx.place_person(worker, other, Some(twin_wholesale.id))
    })?;
    let names = |office: &Office, id| -> Result<Vec<String>> {
        let tree = office.workspace.read().departments(id)?;
        let lines = tree.lines().into_iter();
        Ok(lines
            .map(|(depth, line)| format!("{depth} {}", line.name))
            .collect())
    };
    let before = [names(&office, one)?, names(&office, other)?];

    let merge = office.merge()?;
    assert_eq!(
        names(&office, one)?,
        ["1 Отдел продаж", "2 Опт", "2 Розница"]
    );
    for person in [worker, clerk.client.id] {
        let client = office.workspace.read().card(person)?.client;
        assert_eq!(client.employer, Some(one));
        assert_eq!(client.department_id, Some(wholesale.id));
    }
    assert_eq!(office.workspace.faults()?, [""; 0]);

    office.workspace.undo_entry(merge, &Choices::default())?;
    assert_eq!([names(&office, one)?, names(&office, other)?], before);
    let client = office.workspace.read().card(worker)?.client;
    assert_eq!(client.department_id, Some(twin_wholesale.id));
    assert_eq!(client.employer, Some(other));
    assert_eq!(office.workspace.faults()?, [""; 0]);
    Ok(())
}

#[test]
fn a_hidden_card_is_merged_by_nobody_who_does_not_see_it() -> Result<()> {
    let mut office = office()?;
    let reader = office.workspace.read();
    let cards = [reader.card(office.one)?, reader.card(office.other)?];
    let mut trainee = Employee::new("Виноградов", "Сергей", "Константинович");
    trainee.sees_all = false;
    office
        .workspace
        .transact(Operation::AddEmployee, |tx| tx.save(&trainee))?;
    office.edit(office.one, |card| card.client.owner = Some(trainee.id))?;
    office.workspace.sign_in(trainee.id);
    let merged = office.workspace.transact(Operation::MergeClients, |tx| {
        tx.merge_cards(&cards[0], &cards[0], &cards[1..])
    });
    assert!(matches!(merged, Err(Error::Missing(_))));
    assert_eq!(office.workspace.read().suspects(&cards[1])?.len(), 1);
    Ok(())
}

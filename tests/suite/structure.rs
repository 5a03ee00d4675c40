//! Departments, links, places of work: what is written, and what one undo takes back.

use std::collections::BTreeSet;

use std::collections::HashMap;

use vizitka::domain::client::{Client, Kind};
use vizitka::domain::department::{Misplaced, Step};
use vizitka::domain::link::{LinkKind, Relation};
use vizitka::domain::{Card, Department, Id, Job, Link, Operation, OwnLinkKind};
use vizitka::error::{Error, Result};
use vizitka::workspace::{Transaction, Workspace};

fn add(workspace: &mut Workspace, client: Client) -> Result<Id<Client>> {
    let card = Card::new(client);
    workspace.save_card(&card, &card, &HashMap::new())?;
    Ok(card.client.id)
}

fn person(employer: Option<Id<Client>>, surname: &str, department: &str) -> Client {
    let mut client = Client::person(surname, "Юрий", "");
    client.employer = employer;
    client.department = department.into();
    client
}

fn place(
    workspace: &mut Workspace,
    work: impl FnOnce(&mut Transaction<'_>) -> Result<()>,
) -> Result<()> {
    workspace
        .transact(Operation::PlacePerson, work)
        .map(|outcome| outcome.value)
}

#[test]
fn renaming_a_department_renames_it_on_its_people_and_one_undo_takes_it_back() -> Result<()> {
    let mut workspace = Workspace::in_memory()?;
    let firm = add(&mut workspace, Client::organization("ООО «Ромашка»"))?;
    let one = add(&mut workspace, person(Some(firm), "Антонов", ""))?;
    let imported = add(&mut workspace, person(Some(firm), "Шах", "бухгалтерия"))?;
    let other = add(&mut workspace, person(Some(firm), "Ким", "Склад"))?;
    let part_time = add(&mut workspace, person(None, "Розова", ""))?;
    let accounts = Department::new(firm, "Бухгалтерия");
    workspace.transact(Operation::AddDepartment, |tx| {
        tx.add_department(&accounts)?;
        tx.save(&Job {
            employer: Some(firm),
            ..Job::new(part_time)
        })
    })?;
    place(&mut workspace, |tx| {
        tx.place_person(one, firm, Some(accounts.id))
    })?;
    place(&mut workspace, |tx| {
        tx.place_person(part_time, firm, Some(accounts.id))
    })?;

    let mut renamed = workspace
        .read()
        .departments(firm)?
        .get(accounts.id)
        .cloned();
    let renamed = renamed.as_mut().unwrap();
    renamed.name = "Финансы".into();
    workspace.transact(Operation::RenameDepartment, |tx| {
        tx.rename_department(renamed)
    })?;
    let said = |workspace: &Workspace, id| -> Result<String> {
        Ok(workspace.read().card(id)?.client.department)
    };
    let part = |workspace: &Workspace| -> Result<String> {
        Ok(workspace.read().jobs_at(firm)?[0].department.clone())
    };
    assert_eq!(said(&workspace, one)?, "Финансы");
    assert_eq!(
        said(&workspace, imported)?,
        "Финансы",
        "known by its name alone"
    );
    assert_eq!(said(&workspace, other)?, "Склад");
    assert_eq!(part(&workspace)?, "Финансы");

    workspace.undo()?;
    assert_eq!(said(&workspace, one)?, "Бухгалтерия");
    assert_eq!(said(&workspace, imported)?, "бухгалтерия");
    assert_eq!(part(&workspace)?, "Бухгалтерия");
    Ok(())
}

#[test]
fn removing_a_department_leaves_its_people_and_what_stands_in_it() -> Result<()> {
    let mut workspace = Workspace::in_memory()?;
    let firm = add(&mut workspace, Client::organization("ООО «Ромашка»"))?;
    let seller = add(&mut workspace, person(Some(firm), "Антонов", ""))?;
    let sales = Department::new(firm, "Сбыт");
    let mut retail = Department::new(firm, "Розница");
    retail.parent = Some(sales.id);
    workspace.transact(Operation::AddDepartment, |tx| {
        tx.add_department(&sales)?;
        tx.add_department(&retail)
    })?;
    place(&mut workspace, |tx| {
        tx.place_person(seller, firm, Some(retail.id))
    })?;
    let deleted = |workspace: &mut Workspace, id| -> Result<()> {
        let department = workspace
            .read()
            .departments(firm)?
            .get(id)
            .cloned()
            .unwrap();
        workspace.transact(Operation::DeleteDepartment, |tx| {
            tx.delete_department(&department)
        })?;
        Ok(())
    };
    deleted(&mut workspace, retail.id)?;
    let client = workspace.read().card(seller)?.client;
    assert_eq!(
        (client.department_id, &*client.department),
        (Some(sales.id), "Сбыт")
    );
    workspace.undo()?;
    deleted(&mut workspace, sales.id)?;
    let tree = workspace.read().departments(firm)?;
    assert_eq!(tree.get(retail.id).map(|one| one.parent), Some(None));
    assert_eq!(workspace.read().card(seller)?.client.department, "Розница");
    Ok(())
}

#[test]
fn no_department_comes_to_stand_in_itself() -> Result<()> {
    let mut workspace = Workspace::in_memory()?;
    let firm = add(&mut workspace, Client::organization("ООО «Ромашка»"))?;
    let [sales, retail] = ["Сбыт", "Розница"].map(|name| Department::new(firm, name));
    workspace.transact(Operation::AddDepartment, |tx| {
        tx.add_department(&sales)?;
        tx.add_department(&retail)
    })?;
    workspace.transact(Operation::MoveDepartment, |tx| {
        tx.step_department(firm, retail.id, Step::In)
    })?;
    let tree = workspace.read().departments(firm)?;
    assert_eq!(
        tree.get(retail.id).and_then(|one| one.parent),
        Some(sales.id)
    );
    let ring = workspace.transact(Operation::MoveDepartment, |tx| {
        tx.move_department(firm, sales.id, Some(retail.id))
    });
    let expected = Misplaced::InItself;
    assert!(matches!(ring, Err(Error::Misplaced(why)) if why == expected));
    assert_eq!(workspace.read().departments(firm)?, tree);
    Ok(())
}

#[test]
fn a_link_stands_on_both_cards_each_with_its_own_name() -> Result<()> {
    let mut workspace = Workspace::in_memory()?;
    let firm = add(&mut workspace, Client::organization("ООО «Ромашка»"))?;
    let consultant = add(&mut workspace, person(None, "Ким", ""))?;
    let kind = OwnLinkKind::new("Крёстный", "Крестник");
    let relation = Relation {
        kind: LinkKind::Own(kind.id),
        is_reverse: true,
    };
    workspace.transact(Operation::AddLink, |tx| {
        tx.save(&kind)?;
        tx.save(&relation.link(firm, consultant))
    })?;
    let reader = workspace.read();
    let [there, back] = [firm, consultant].map(|id| reader.linked(id).unwrap().remove(0));
    assert_eq!(there.other.client.id, consultant);
    assert_eq!(back.other.client.id, firm);
    assert!(there.link.relation(firm).is_reverse);
    assert!(!back.link.relation(consultant).is_reverse);
    assert_eq!(
        reader.catalog()?.link_kinds,
        [OwnLinkKind { version: 1, ..kind }]
    );
    workspace.undo()?;
    assert_eq!(workspace.read().linked(firm)?, []);
    assert_eq!(workspace.read().catalog()?.link_kinds, []);
    Ok(())
}

#[test]
fn several_links_to_one_card_have_a_line_each() -> Result<()> {
    let mut workspace = Workspace::in_memory()?;
    let [one, other] = ["Агат", "Тор"].map(Client::organization);
    let (one, other) = (add(&mut workspace, one)?, add(&mut workspace, other)?);
    let mut competes = Link::new(one, LinkKind::Competes, other);
    competes.is_supplied = true;
    workspace.transact(Operation::AddLink, |tx| {
        tx.save(&competes)?;
        tx.save(&Link::new(other, LinkKind::Owns, one))
    })?;
    let linked = workspace.read().linked(one)?;
    assert_eq!(linked.len(), 2);
    assert!(linked.iter().all(|known| known.other.client.id == other));
    let supplied = linked.iter().filter(|known| known.link.is_supplied);
    assert_eq!(supplied.count(), 1, "in whatever order");
    Ok(())
}

#[test]
fn the_map_shows_the_people_of_an_organisation_and_those_they_are_linked_with() -> Result<()> {
    let mut workspace = Workspace::in_memory()?;
    let firm = add(&mut workspace, Client::organization("ООО «Ромашка»"))?;
    let head = add(&mut workspace, person(Some(firm), "Антонов", ""))?;
    let deputy = add(&mut workspace, person(Some(firm), "Полонский", ""))?;
    let outside = add(&mut workspace, person(None, "Шах", ""))?;
    let far = add(&mut workspace, person(None, "Ким", ""))?;
    workspace.transact(Operation::AddLink, |tx| {
        tx.save(&Link::new(deputy, LinkKind::ReportsTo, head))?;
        tx.save(&Link::new(outside, LinkKind::Influences, deputy))?;
        tx.save(&Link::new(outside, LinkKind::Friends, head))?;
        tx.save(&Link::new(far, LinkKind::Influences, outside))
    })?;
    let read = |id| -> Result<(BTreeSet<Id<Client>>, usize)> {
        let reader = workspace.read();
        let map = reader.influence(&reader.card(id)?.client)?;
        let people = map.people.iter().map(|one| one.client.id).collect();
        Ok((people, map.links.len()))
    };
    // The order follows the ids, which other tests in this process may set back.
    assert_eq!(read(firm)?, ([head, deputy, outside].into(), 2));
    assert_eq!(read(deputy)?, ([deputy, head, outside].into(), 2));
    assert_eq!(read(far)?, ([far, outside].into(), 1));
    Ok(())
}

#[test]
fn a_person_works_in_several_organisations_and_each_lists_it() -> Result<()> {
    let mut workspace = Workspace::in_memory()?;
    let [main, second, old] = ["Ромашка", "Тор", "Агат"].map(Client::organization);
    let main = add(&mut workspace, main)?;
    let second = add(&mut workspace, second)?;
    let old = add(&mut workspace, old)?;
    let who = add(&mut workspace, person(Some(main), "Антонов", ""))?;
    workspace.transact(Operation::EditCareer, |tx| {
        for (employer, until) in [(second, None), (old, "2020-01-31".parse().ok())] {
            tx.save(&Job {
                employer: Some(employer),
                until,
                ..Job::new(who)
            })?;
        }
        Ok(())
    })?;
    let people =
        |workspace: &Workspace, id| -> Result<usize> { Ok(workspace.read().people_of(id)?.len()) };
    assert_eq!(people(&workspace, main)?, 1);
    assert_eq!(people(&workspace, second)?, 1);
    assert_eq!(people(&workspace, old)?, 0, "that is over");
    assert_eq!(workspace.read().jobs_at(old)?.len(), 1);
    Ok(())
}

#[test]
fn a_new_employer_leaves_the_old_one_in_the_career() -> Result<()> {
    let mut workspace = Workspace::in_memory()?;
    let [from, into] = ["Ромашка", "Тор"].map(Client::organization);
    let (from, into) = (add(&mut workspace, from)?, add(&mut workspace, into)?);
    let mut client = person(Some(from), "Антонов", "Дирекция");
    client.position = "Директор".into();
    let who = add(&mut workspace, client)?;
    let next = Job {
        employer: Some(into),
        position: "Советник".into(),
        since: "2026-11-01".parse().ok(),
        ..Job::new(who)
    };
    workspace.transact(Operation::ChangeEmployer, |tx| {
        tx.change_employer(&next, "2026-10-31".parse().unwrap())
    })?;
    let reader = workspace.read();
    let client = reader.card(who)?.client;
    assert_eq!(
        (client.employer, &*client.position),
        (Some(into), "Советник")
    );
    let jobs: Vec<Job> = reader.rows_on(who)?;
    let past = jobs.iter().find(|job| job.employer == Some(from)).unwrap();
    assert_eq!(
        (&*past.position, &*past.department),
        ("Директор", "Дирекция")
    );
    assert_eq!(past.until, "2026-10-31".parse().ok());
    assert_eq!(reader.people_of(from)?.len(), 0);
    assert_eq!(reader.people_of(into)?.len(), 1);

    // A second move ends the place that the first began.
    let last = Job {
        employer: Some(from),
        ..Job::new(who)
    };
    workspace.transact(Operation::ChangeEmployer, |tx| {
        tx.change_employer(&last, "2027-01-31".parse().unwrap())
    })?;
    let jobs: Vec<Job> = workspace.read().rows_on(who)?;
    assert_eq!(jobs.len(), 2);
    assert!(jobs.iter().all(|job| job.until.is_some()));
    workspace.undo()?;
    workspace.undo()?;
    assert_eq!(workspace.read().rows_on::<Job>(who)?, []);
    assert_eq!(workspace.read().card(who)?.client.kind, Kind::Person);
    Ok(())
}

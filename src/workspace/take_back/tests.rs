use std::collections::{BTreeMap, HashMap};

use super::*;
use crate::domain::client::{Kind, TextField};
use crate::domain::contact::Channel;
use crate::domain::{Card, Client, Employee, Group, MergedCard};
use crate::workspace::{Choice, Conflict};

/// Everything that lives in the base, but for how often and by whom it was saved.
fn dump(workspace: &Workspace) -> Result<Vec<String>> {
    let tables = "SELECT name FROM sqlite_master WHERE type = 'table'
                    AND sql LIKE '%deleted_by%' AND name <> 'changes' ORDER BY name";
    let mut lines = Vec::new();
    for table in workspace.database.query(tables, &[])? {
        let name: String = table.get("name")?;
        let columns = format!(
            "SELECT name FROM pragma_table_info('{name}')
              WHERE name NOT IN ('version', 'created_by', 'deleted_by')"
        );
        let columns = workspace.database.query(&columns, &[])?;
        let columns: Vec<String> = columns
            .iter()
            .map(|c| c.get("name"))
            .collect::<Result<_>>()?;
        let sql = format!(
            "SELECT {} FROM {name} WHERE deleted_by IS NULL ORDER BY id",
            columns.join(", ")
        );
        for row in workspace.database.query(&sql, &[])? {
            let values: Vec<_> = columns.iter().map(|c| row.value(c)).collect();
            lines.push(format!("{name} {values:?}"));
        }
    }
    Ok(lines)
}

fn last(workspace: &Workspace) -> Result<Id<Entry>> {
    Ok(workspace.read().log(1)?[0].id)
}

fn new_card(workspace: &mut Workspace, name: &str) -> Result<(Card, Id<Entry>)> {
    let mut card = Card::new(Client::organization(name));
    card.add_contact(Channel::WorkPhone, "+7 812 350-94-14");
    workspace.save_card(&card, &card, &HashMap::new())?;
    let card = workspace.read().card(card.client.id)?;
    Ok((card, last(workspace)?))
}

fn edit(
    workspace: &mut Workspace,
    id: Id<Client>,
    change: impl FnOnce(&mut Card),
) -> Result<Id<Entry>> {
    let card = workspace.read().card(id)?;
    let mut edited = card.clone();
    change(&mut edited);
    workspace.save_card(&card, &edited, &HashMap::new())?;
    last(workspace)
}

fn disputed(undone: Undone<Operation>) -> Vec<Conflict> {
    match undone {
        Undone::Disputed(conflicts) => conflicts,
        Undone::Done(_) => Vec::new(),
    }
}

fn is_done(undone: &Undone<Operation>) -> bool {
    matches!(undone, Undone::Done(_))
}

#[test]
fn an_older_operation_is_taken_back_and_later_work_stays() -> Result<()> {
    let mut workspace = Workspace::in_memory()?;
    let (card, _) = new_card(&mut workspace, "Ромашка")?;
    let id = card.client.id;
    let older = edit(&mut workspace, id, |card| {
        card.client.inn = "7825107325".into();
        card.contacts[0].value = "350-94-15".into();
    })?;
    edit(&mut workspace, id, |card| {
        card.client.kpp = "782501001".into();
    })?;

    let undone = workspace.undo_entry(older, &Choices::default())?;
    assert!(is_done(&undone.value));
    assert!(undone.changed.contains("clients"));
    let now = workspace.read().card(id)?;
    assert_eq!((&*now.client.inn, &*now.client.kpp), ("", "782501001"));
    assert_eq!(now.contacts[0].value, "+7 812 350-94-14");
    let again = workspace.undo_entry(older, &Choices::default());
    assert!(matches!(again, Err(Error::NothingToUndo)));

    workspace.redo()?;
    let now = workspace.read().card(id)?;
    assert_eq!(
        (&*now.client.inn, &*now.client.kpp),
        ("7825107325", "782501001")
    );
    assert!(is_done(
        &workspace.undo_entry(older, &Choices::default())?.value
    ));
    assert_eq!(workspace.faults()?, [""; 0]);
    Ok(())
}

#[test]
fn only_what_later_work_stands_on_is_asked_about() -> Result<()> {
    let mut workspace = Workspace::in_memory()?;
    let (card, _) = new_card(&mut workspace, "Ромашка")?;
    let id = card.client.id;
    let older = edit(&mut workspace, id, |card| {
        card.client.inn = "7825107325".into();
        card.client.name = "ООО «Ромашка»".into();
        card.contacts[0].value = "350-94-15".into();
    })?;
    edit(&mut workspace, id, |card| {
        card.client.name = "АО «Ромашка»".into();
        card.contacts[0].value = "350-94-16".into();
    })?;
    let before = dump(&workspace)?;
    let conflicts = disputed(workspace.undo_entry(older, &Choices::default())?.value);
    assert_eq!(dump(&workspace)?, before);
    let told: Vec<_> = conflicts
        .iter()
        .map(|c| (c.place.table, c.place.column.as_deref(), &*c.title))
        .collect();
    let title = "АО «Ромашка»";
    assert_eq!(
        told,
        [
            ("clients", Some("name"), title),
            ("contact_points", Some("value"), title)
        ]
    );
    assert_eq!(conflicts[0].before, "Ромашка".into());
    assert_eq!(conflicts[0].done, "ООО «Ромашка»".into());
    assert_eq!(conflicts[0].now, "АО «Ромашка»".into());
    assert_eq!(conflicts[0].later.who, workspace.who());

    let mut choices = Choices::default();
    choices.decide(conflicts[0].place.clone(), Choice::Keep);
    choices.decide(conflicts[1].place.clone(), Choice::PutBack);
    assert!(is_done(&workspace.undo_entry(older, &choices)?.value));
    let now = workspace.read().card(id)?;
    assert_eq!((&*now.client.name, &*now.client.inn), (title, ""));
    assert_eq!(now.contacts[0].value, "+7 812 350-94-14");
    assert_eq!(now.contacts[0].key(), "8123509414");
    workspace.redo()?;
    assert_eq!(dump(&workspace)?, before);
    Ok(())
}

#[test]
fn a_card_with_later_work_on_it_goes_only_if_so_decided() -> Result<()> {
    let mut workspace = Workspace::in_memory()?;
    let (card, made) = new_card(&mut workspace, "Ромашка")?;
    edit(&mut workspace, card.client.id, |card| {
        card.add_contact(Channel::Email, "mail@romashka.example");
    })?;
    let conflicts = disputed(workspace.undo_entry(made, &Choices::default())?.value);
    assert_eq!(conflicts.len(), 1);
    assert_eq!(conflicts[0].place.column, None);
    assert_eq!(conflicts[0].client, Some(card.client.id));

    let kept = workspace.undo_entry(made, &Choices::all(Choice::Keep))?;
    assert!(is_done(&kept.value));
    assert_eq!(workspace.read().card(card.client.id)?.contacts.len(), 2);
    workspace.redo()?;
    let gone = workspace.undo_entry(made, &Choices::all(Choice::PutBack))?;
    assert!(is_done(&gone.value));
    assert!(workspace.read().card(card.client.id).is_err());
    assert_eq!(workspace.faults()?, [""; 0]);
    Ok(())
}

#[test]
fn a_group_that_others_have_joined_is_asked_about() -> Result<()> {
    let mut workspace = Workspace::in_memory()?;
    let (card, _) = new_card(&mut workspace, "Ромашка")?;
    let group = Group::new(Kind::Organization, "Торговые компании");
    workspace.transact(Operation::AddGroup, |tx| tx.save(&group))?;
    let made = last(&workspace)?;
    workspace.transact(Operation::ChangeMembership, |tx| {
        tx.join_group(group.id, &[card.client.id])
    })?;
    let conflicts = disputed(workspace.undo_entry(made, &Choices::default())?.value);
    assert_eq!(conflicts[0].place.table, "groups");
    Ok(())
}

#[test]
fn what_was_deleted_long_ago_comes_back() -> Result<()> {
    let mut workspace = Workspace::in_memory()?;
    let (card, _) = new_card(&mut workspace, "Ромашка")?;
    let ids = [card.client.id];
    workspace.transact(Operation::DeleteClients, |tx| tx.delete_clients(&ids))?;
    let deleted = last(&workspace)?;
    new_card(&mut workspace, "Агат")?;
    assert!(is_done(
        &workspace.undo_entry(deleted, &Choices::default())?.value
    ));
    assert_eq!(workspace.read().card(ids[0])?.client.name, "Ромашка");
    workspace.redo()?;
    assert!(workspace.read().card(ids[0]).is_err());
    Ok(())
}

#[test]
fn nobody_takes_back_what_is_not_theirs_to_see() -> Result<()> {
    let mut workspace = Workspace::in_memory()?;
    let head = workspace.who();
    let mut trainee = Employee::new("Виноградов", "Сергей", "Константинович");
    trainee.sees_all = false;
    workspace.transact(Operation::AddEmployee, |tx| tx.save(&trainee))?;
    let (_, of_head) = new_card(&mut workspace, "Агат")?;
    workspace.sign_in(trainee.id);
    let refused = workspace.undo_entry(of_head, &Choices::default());
    assert!(matches!(refused, Err(Error::NothingToUndo)));

    // A card of one's own that the head has taken over and changed.
    let mut card = Card::new(Client::organization("Ромашка"));
    card.client.owner = Some(trainee.id);
    workspace.save_card(&card, &card, &HashMap::new())?;
    let own = edit(&mut workspace, card.client.id, |card| {
        card.client.inn = "1".into();
    })?;
    workspace.sign_in(head);
    edit(&mut workspace, card.client.id, |card| {
        card.client.inn = "2".into();
        card.client.owner = Some(head);
    })?;
    workspace.sign_in(trainee.id);
    let hidden = workspace.undo_entry(own, &Choices::default());
    assert!(matches!(hidden, Err(Error::Conflict { .. })));
    Ok(())
}

#[test]
fn an_import_takes_the_merges_of_its_cards_back_too() -> Result<()> {
    let mut workspace = Workspace::in_memory()?;
    let (known, _) = new_card(&mut workspace, "Ромашка")?;
    let before = dump(&workspace)?;
    let mut card = Card::new(Client::organization("Ромашка, ООО"));
    card.add_contact(Channel::Email, "mail@romashka.example");
    workspace.transact(Operation::Import, |tx| tx.add_card(&card))?;
    let import = last(&workspace)?;
    workspace.transact(Operation::MergeClients, |tx| {
        let mut contact = card.contacts[0].clone();
        (contact.version, contact.client) = (1, known.client.id);
        tx.save(&contact)?;
        tx.save(&MergedCard::new(known.client.id, card.client.id))?;
        card.client.version = 1;
        tx.delete(&card.client)
    })?;
    edit(&mut workspace, known.client.id, |card| {
        card.client.inn = "7825107325".into();
    })?;
    let merged = dump(&workspace)?;

    assert!(is_done(
        &workspace.undo_entry(import, &Choices::default())?.value
    ));
    let mut expected = workspace.read().card(known.client.id)?;
    assert_eq!(expected.client.inn, "7825107325");
    edit(&mut workspace, known.client.id, |card| {
        card.client.inn = String::new();
    })?;
    assert_eq!(dump(&workspace)?, before);
    expected.client.inn = String::new();
    workspace.undo()?;
    workspace.redo()?;
    workspace.undo()?;
    assert_eq!(workspace.faults()?, [""; 0]);
    assert!(merged.len() > before.len());
    Ok(())
}

/// Numbers that look random and are the same at every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) as usize % below.max(1)
    }
}

/// Takes an operation back: of two values the later one stays, a row that was made goes.
fn take_back(workspace: &mut Workspace, entry: Id<Entry>) -> Result<()> {
    let mut choices = Choices::default();
    loop {
        let conflicts = match workspace.undo_entry(entry, &choices)?.value {
            Undone::Done(_) => return Ok(()),
            Undone::Disputed(conflicts) => conflicts,
        };
        for conflict in conflicts {
            let choice = match conflict.place.column {
                Some(_) => Choice::Keep,
                None => Choice::PutBack,
            };
            choices.decide(conflict.place, choice);
        }
    }
}

/// One random deed of an office; `None` where nothing could be done.
fn deed(workspace: &mut Workspace, dice: &mut Dice, step: usize) -> Result<Option<Id<Entry>>> {
    let before = last(workspace)?;
    let all = crate::domain::listing::Filter::all(Kind::Organization);
    let mut ids = workspace
        .read()
        .order(&all, Default::default(), &Default::default())?;
    ids.sort();
    let groups = workspace.read().group_names(Kind::Organization)?;
    let chosen = ids.get(dice.roll(ids.len())).copied();
    let group = groups.get(dice.roll(groups.len())).cloned();
    match (dice.roll(12), chosen, group) {
        (0, ..) => {
            new_card(workspace, &format!("Клиент {step}"))?;
        }
        (1, Some(id), _) => {
            workspace.transact(Operation::DeleteClients, |tx| tx.delete_clients(&[id]))?;
        }
        (2, ..) => {
            let bin = workspace.read().bin(5)?;
            let ids: Vec<_> = bin.iter().map(|card| card.client.id).collect();
            let some = &ids[..ids.len().min(1)];
            workspace.transact(Operation::RestoreClients, |tx| tx.restore_clients(some))?;
        }
        (3, ..) => {
            let group = Group::new(Kind::Organization, format!("Группа {step}"));
            workspace.transact(Operation::AddGroup, |tx| tx.save(&group))?;
        }
        (4, Some(id), Some(group)) => {
            workspace.transact(Operation::ChangeMembership, |tx| {
                tx.join_group(group.id, &[id])
            })?;
        }
        (5, _, Some(group)) if step.is_multiple_of(4) => {
            workspace.transact(Operation::DeleteGroup, |tx| tx.delete_group(&group))?;
        }
        (6, Some(id), _) => {
            edit(workspace, id, |card| {
                card.add_contact(Channel::Email, format!("mail{step}@office.example"));
            })?;
        }
        (7.., Some(id), _) => change(workspace, dice, id, step)?,
        _ => {}
    }
    let entry = last(workspace)?;
    Ok((entry != before).then_some(entry))
}

/// One random change of a card.
fn change(workspace: &mut Workspace, dice: &mut Dice, id: Id<Client>, step: usize) -> Result<()> {
    match dice.roll(5) {
        0 => {
            edit(workspace, id, |card| {
                card.contacts.pop();
                card.settle_mains();
            })?;
        }
        1 => {
            edit(workspace, id, |card| {
                if let Some(contact) = card.contacts.first_mut() {
                    contact.value = format!("+7 812 350-{step}");
                }
            })?;
        }
        _ => {
            let field = TextField::ALL[dice.roll(6)];
            edit(workspace, id, |card| {
                card.client.set_text(field, format!("{step}"));
            })?;
        }
    }
    Ok(())
}

#[test]
fn a_thousand_operations_taken_back_in_any_order_leave_nothing() -> Result<()> {
    let mut dice = Dice(1);
    let mut workspace = Workspace::in_memory()?;
    let colleague = Employee::new("Семенова", "Юлия", "Андреевна");
    workspace.transact(Operation::AddEmployee, |tx| tx.save(&colleague))?;
    let people = [workspace.who(), colleague.id];
    let start = dump(&workspace)?;
    let mut done = Vec::new();
    for step in 0..1000 {
        workspace.sign_in(people[dice.roll(2)]);
        if !done.is_empty() && dice.roll(6) == 0 {
            let entry = done.swap_remove(dice.roll(done.len()));
            let before = dump(&workspace)?;
            take_back(&mut workspace, entry)?;
            if dice.roll(2) == 0 {
                workspace.redo()?;
                assert_eq!(dump(&workspace)?, before, "redo at step {step}");
                done.push(entry);
            }
        } else {
            done.extend(deed(&mut workspace, &mut dice, step)?);
        }
    }
    assert_eq!(workspace.faults()?, [""; 0]);
    while !done.is_empty() {
        take_back(&mut workspace, done.swap_remove(dice.roll(done.len())))?;
    }
    assert_eq!(dump(&workspace)?.join("\n"), start.join("\n"),);
    assert_eq!(workspace.faults()?, [""; 0]);
    Ok(())
}

#[test]
fn what_is_left_is_what_the_others_alone_would_have_made() -> Result<()> {
    let mut dice = Dice(3);
    let mut workspace = Workspace::in_memory()?;
    let mut cards = Vec::new();
    for at in 0..4 {
        cards.push(
            new_card(&mut workspace, &format!("Клиент {at}"))?
                .0
                .client
                .id,
        );
    }
    let mut story: BTreeMap<Id<Entry>, (Id<Client>, TextField, String)> = BTreeMap::new();
    for step in 0..1000 {
        if !story.is_empty() && dice.roll(3) == 0 {
            let at = dice.roll(story.len());
            let entry = *story.keys().nth(at).expect("it is in range");
            story.remove(&entry);
            let undone = workspace.undo_entry(entry, &Choices::all(Choice::Keep))?;
            assert!(is_done(&undone.value));
        } else {
            let id = cards[dice.roll(cards.len())];
            let (field, text) = (TextField::ALL[1 + dice.roll(3)], format!("{}", step % 7));
            let same = workspace.read().card(id)?.client.text(field) == text;
            if !same {
                let entry = edit(&mut workspace, id, |card| {
                    card.client.set_text(field, text.clone());
                })?;
                story.insert(entry, (id, field, text));
            }
        }
    }
    for id in cards {
        let card = workspace.read().card(id)?;
        for field in &TextField::ALL[1..4] {
            let told = story
                .values()
                .rfind(|(of, what, _)| (*of, what) == (id, field));
            let expected = told.map_or("", |(_, _, text)| text);
            assert_eq!(card.client.text(*field), expected, "{field:?}");
        }
    }
    Ok(())
}

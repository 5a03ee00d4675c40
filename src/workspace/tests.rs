use super::*;
use crate::domain::Job;
use crate::domain::client::{Kind, TextField};
use crate::domain::contact::Channel;
use crate::domain::listing::{Filter, Order};
use crate::domain::{Client, Group, Progress};

fn with_romashka() -> Result<(Workspace, Card)> {
    let mut workspace = Workspace::in_memory()?;
    let card = Card::new(Client::organization("Ромашка"));
    let id = card.client.id;
    workspace.save_card(&card, &card, &HashMap::new())?;
    let card = workspace.read().card(id)?;
    Ok((workspace, card))
}

fn names(workspace: &Workspace) -> Result<Vec<String>> {
    let all = Filter::all(Kind::Organization);
    let ids = workspace
        .read()
        .order(&all, Order::default(), &Progress::default())?;
    let lines = workspace.read().listings(&ids)?;
    Ok(lines.into_iter().map(|line| line.client.title()).collect())
}

fn rename(workspace: &mut Workspace, card: &Card, name: &str) -> Result<Card> {
    let mut renamed = card.clone();
    renamed.client.name = name.into();
    workspace.save_card(card, &renamed, &HashMap::new())?;
    workspace.read().card(card.client.id)
}

#[test]
fn an_operation_is_undone_and_redone() -> Result<()> {
    let (mut workspace, card) = with_romashka()?;
    let card = rename(&mut workspace, &card, "Ромашка плюс")?;

    assert_eq!(workspace.undo()?.value, Operation::EditClient);
    assert_eq!(names(&workspace)?, ["Ромашка"]);
    assert_eq!(workspace.undo()?.value, Operation::AddClient);
    assert_eq!(names(&workspace)?, [""; 0]);
    assert!(matches!(workspace.undo(), Err(Error::NothingToUndo)));

    assert_eq!(workspace.redo()?.value, Operation::AddClient);
    assert_eq!(workspace.redo()?.value, Operation::EditClient);
    assert_eq!(names(&workspace)?, ["Ромашка плюс"]);
    assert_eq!(
        workspace.read().card(card.client.id)?.client.name,
        "Ромашка плюс"
    );
    assert!(matches!(workspace.redo(), Err(Error::NothingToRedo)));

    workspace.undo()?;
    workspace.undo()?;
    assert_eq!(names(&workspace)?, [""; 0]);
    assert_eq!(workspace.faults()?, [""; 0]);
    Ok(())
}

#[test]
fn any_way_back_and_forth_leads_to_the_same_place() -> Result<()> {
    let (mut workspace, card) = with_romashka()?;
    let id = card.client.id;
    rename(&mut workspace, &card, "Ромашка плюс")?;
    for _ in 0..2 {
        workspace.transact(Operation::DeleteClients, |tx| tx.delete_clients(&[id]))?;
        workspace.transact(Operation::RestoreClients, |tx| tx.restore_clients(&[id]))?;
    }
    let states: [&[&str]; 7] = [
        &[],
        &["Ромашка"],
        &["Ромашка плюс"],
        &[],
        &["Ромашка плюс"],
        &[],
        &["Ромашка плюс"],
    ];
    let mut at = states.len() - 1;
    for goal in [0, 6, 2, 5, 1, 6, 3, 4, 0, 5, 0, 6] {
        while at > goal {
            workspace.undo()?;
            at -= 1;
            assert_eq!(names(&workspace)?, states[at], "undone to {at} of {goal}");
        }
        while at < goal {
            workspace.redo()?;
            at += 1;
            assert_eq!(names(&workspace)?, states[at], "redone to {at} of {goal}");
        }
        assert_eq!(workspace.faults()?, [""; 0]);
    }
    Ok(())
}

#[test]
fn new_work_ends_the_redo() -> Result<()> {
    let (mut workspace, _) = with_romashka()?;
    workspace.undo()?;
    let agat = Card::new(Client::organization("Агат"));
    workspace.save_card(&agat, &agat, &HashMap::new())?;
    assert!(matches!(workspace.redo(), Err(Error::NothingToRedo)));
    Ok(())
}

#[test]
fn a_failed_operation_leaves_no_trace() -> Result<()> {
    let mut workspace = Workspace::in_memory()?;
    let failed = workspace.transact(Operation::AddClient, |tx| {
        tx.add_card(&Card::new(Client::organization("Ромашка")))?;
        Err::<(), _>(Error::Cancelled)
    });
    assert!(matches!(failed, Err(Error::Cancelled)));
    assert_eq!(names(&workspace)?, [""; 0]);
    assert!(workspace.read().last_done()?.is_none());
    Ok(())
}

#[test]
fn an_operation_that_changes_nothing_is_not_logged() -> Result<()> {
    let (mut workspace, card) = with_romashka()?;
    workspace.save_card(&card, &card, &HashMap::new())?;
    assert_eq!(workspace.undo()?.value, Operation::AddClient);
    Ok(())
}

#[test]
fn a_stale_client_cannot_be_saved() -> Result<()> {
    let (mut workspace, stale) = with_romashka()?;
    rename(&mut workspace, &stale, "Ромашка плюс")?;
    let saved = workspace.transact(Operation::DeleteClients, |tx| tx.delete(&stale.client));
    assert!(matches!(saved, Err(Error::Conflict { .. })));
    Ok(())
}

#[test]
fn two_people_on_one_card_both_keep_their_changes() -> Result<()> {
    let (mut workspace, card) = with_romashka()?;
    let mut mine = card.clone();
    mine.client.inn = "7825107325".into();
    mine.add_contact(Channel::WorkPhone, "+7 812 350-94-14");
    rename(&mut workspace, &card, "ООО «Ромашка»")?;

    let saved = workspace.save_card(&card, &mine, &HashMap::new())?.value;
    assert!(matches!(saved, Saved::Done));
    let joined = workspace.read().card(card.client.id)?;
    assert_eq!(joined.client.name, "ООО «Ромашка»");
    assert_eq!(joined.client.inn, "7825107325");
    assert_eq!(joined.contacts.len(), 1);
    Ok(())
}

#[test]
fn two_values_of_one_field_are_asked_about() -> Result<()> {
    let (mut workspace, card) = with_romashka()?;
    rename(&mut workspace, &card, "ООО «Ромашка»")?;
    let mut mine = card.clone();
    mine.client.name = "АО «Ромашка»".into();

    let field = Field::Text(TextField::Name);
    let saved = workspace.save_card(&card, &mine, &HashMap::new())?;
    assert!(saved.changed.is_empty());
    assert!(matches!(saved.value, Saved::Clashes { fields, .. } if fields == [field]));

    let choices = HashMap::from([(field, Side::Mine)]);
    workspace.save_card(&card, &mine, &choices)?;
    assert_eq!(names(&workspace)?, ["АО «Ромашка»"]);
    Ok(())
}

#[test]
fn only_employees_of_the_file_sign_in() -> Result<()> {
    let mut workspace = Workspace::in_memory()?;
    let me = workspace.who();
    assert!(!workspace.sign_in_known(Id::from(1))?);
    assert_eq!(workspace.who(), me);
    let colleague = Employee::new("Семенова", "Юлия", "Андреевна");
    workspace.transact(Operation::AddEmployee, |tx| tx.save(&colleague))?;
    assert!(workspace.sign_in_known(colleague.id)?);
    assert_eq!(workspace.who(), colleague.id);
    Ok(())
}

#[test]
fn an_undo_asks_only_about_real_conflicts() -> Result<()> {
    let (mut workspace, card) = with_romashka()?;
    let (me, colleague) = (
        workspace.who(),
        Employee::new("Семенова", "Юлия", "Андреевна"),
    );
    workspace.transact(Operation::AddEmployee, |tx| tx.save(&colleague))?;
    let card = rename(&mut workspace, &card, "Ромашка плюс")?;

    workspace.sign_in(colleague.id);
    let mut edited = card.clone();
    edited.client.inn = "7825107325".into();
    workspace.save_card(&card, &edited, &HashMap::new())?;
    workspace.sign_in(me);
    workspace.undo()?; // another column: no conflict
    assert_eq!(names(&workspace)?, ["Ромашка"]);
    workspace.redo()?;

    workspace.sign_in(colleague.id);
    let card = workspace.read().card(card.client.id)?;
    assert_eq!(card.client.inn, "7825107325");
    rename(&mut workspace, &card, "Ромашка и К")?;
    workspace.sign_in(me);
    assert!(matches!(workspace.undo(), Err(Error::Conflict { .. })));
    assert_eq!(names(&workspace)?, ["Ромашка и К"]);
    Ok(())
}

#[test]
fn an_undo_never_takes_a_colleagues_work_away() -> Result<()> {
    for adds_a_phone in [false, true] {
        let (mut workspace, card) = with_romashka()?;
        let (me, colleague) = (
            workspace.who(),
            Employee::new("Семенова", "Юлия", "Андреевна"),
        );
        workspace.sign_in(Id::from(1));
        workspace.transact(Operation::AddEmployee, |tx| tx.save(&colleague))?;
        workspace.sign_in(colleague.id);
        let mut edited = card.clone();
        if adds_a_phone {
            edited.add_contact(Channel::MobilePhone, "+7 921 123-45-67");
        } else {
            edited.client.inn = "7825107325".into();
        }
        workspace.save_card(&card, &edited, &HashMap::new())?;

        workspace.sign_in(me);
        assert!(matches!(workspace.undo(), Err(Error::Conflict { .. })));
        assert_eq!(names(&workspace)?.len(), 1);
    }
    Ok(())
}

#[test]
fn a_deleted_client_comes_back_from_the_bin() -> Result<()> {
    let (mut workspace, card) = with_romashka()?;
    let id = card.client.id;
    workspace.transact(Operation::DeleteClients, |tx| tx.delete_clients(&[id]))?;
    assert_eq!(names(&workspace)?, [""; 0]);
    assert_eq!(workspace.read().bin(10)?[0].client.id, id);

    workspace.transact(Operation::RestoreClients, |tx| tx.restore_clients(&[id]))?;
    assert_eq!(names(&workspace)?, ["Ромашка"]);
    assert_eq!(workspace.read().bin(10)?, []);
    workspace.undo()?;
    workspace.undo()?;
    assert_eq!(names(&workspace)?, ["Ромашка"]);
    Ok(())
}

#[test]
fn a_full_disk_loses_nothing() -> Result<()> {
    let (mut workspace, card) = with_romashka()?;
    let pages = workspace.database.query("PRAGMA page_count", &[])?;
    let pages: i64 = pages[0].get("page_count")?;
    let limit = format!("PRAGMA max_page_count = {}", pages + 2);
    workspace.database.query(&limit, &[])?;

    let mut long = card.clone();
    long.client.note = "о".repeat(100_000);
    let full = workspace.save_card(&card, &long, &HashMap::new());
    assert!(matches!(full, Err(Error::DiskFull)), "{full:?}");
    assert_eq!(workspace.read().card(card.client.id)?, card);
    assert_eq!(workspace.faults()?, [""; 0]);

    workspace
        .database
        .query("PRAGMA max_page_count = 100000", &[])?;
    workspace.save_card(&card, &long, &HashMap::new())?;
    assert_eq!(
        workspace.read().card(card.client.id)?.client.note,
        long.client.note
    );
    Ok(())
}

#[test]
fn a_card_tells_who_did_what_to_it() -> Result<()> {
    let (mut workspace, card) = with_romashka()?;
    let mut edited = card.clone();
    edited.client.inn = "7825107325".into();
    edited.add_contact(Channel::WorkPhone, "+7 812 350-94-14");
    workspace.save_card(&card, &edited, &HashMap::new())?;
    let card = workspace.read().card(card.client.id)?;
    let mut without = card.clone();
    without.contacts.clear();
    workspace.save_card(&card, &without, &HashMap::new())?;

    let deeds = workspace.read().story(card.client.id, 10)?.deeds;
    let steps = |at: usize| deeds[at].steps.iter();
    let phone = |step: &Step| match &step.part {
        CardPart::Contact(contact) => contact.value.clone(),
        _ => String::new(),
    };
    let said: Vec<_> = steps(0).map(|step| (phone(step), &step.what)).collect();
    assert_eq!(said, [("+7 812 350-94-14".to_owned(), &What::Removed)]);
    let said: Vec<_> = steps(1).map(|step| (phone(step), &step.what)).collect();
    assert!(matches!(said[0].1, What::Changed(change) if change.column == "inn"));
    assert_eq!(said[1], ("+7 812 350-94-14".to_owned(), &What::Added));
    let said: Vec<_> = steps(2).map(|step| (&step.part, &step.what)).collect();
    assert_eq!(said, [(&CardPart::Client, &What::Added)]);
    assert!(deeds.iter().all(|deed| deed.entry.who == workspace.who()));
    assert_eq!(workspace.read().story(card.client.id, 1)?.deeds.len(), 1);
    Ok(())
}

#[test]
fn a_file_that_could_not_be_begun_is_not_left_behind() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.vizitka");
    let mut owner = Employee::new("Решетова", "Светлана", "Ивановна");
    owner.version = 7; // no such row: it cannot be saved
    assert!(Workspace::create(&path, "ООО «Модус-В»", &owner).is_err());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    Ok(())
}

#[test]
fn a_new_group_is_undone_with_the_card_that_joins_it() -> Result<()> {
    let (mut workspace, card) = with_romashka()?;
    let group = Group::new(Kind::Organization, "Торговые компании");
    let mut edited = card.clone();
    edited.join(group.id);
    workspace.save_card_with(&card, &edited, &HashMap::new(), |tx| {
        tx.save(&group).map(|_version| Vec::new())
    })?;
    let named = workspace.read().groups_of(card.client.id)?;
    assert_eq!(named[0].name, "Торговые компании");
    workspace.undo()?;
    assert_eq!(workspace.read().groups(Kind::Organization)?, []);
    assert_eq!(workspace.read().groups_of(card.client.id)?, []);
    Ok(())
}

#[test]
fn who_moves_to_another_employer_keeps_the_old_place() -> Result<()> {
    let (mut workspace, romashka) = with_romashka()?;
    let mut card = Card::new(Client::person("Антонов", "Юрий", "Михайлович"));
    card.client.employer = Some(romashka.client.id);
    card.client.position = "Директор".into();
    workspace.save_card(&card, &card, &HashMap::new())?;
    let id = card.client.id;
    let base = workspace.read().card(id)?;
    let mut moved = base.clone();
    moved.client.employer = None;
    moved.client.position = String::new();
    workspace.save_card(&base, &moved, &HashMap::new())?;

    let jobs: Vec<Job> = workspace.read().rows_on(id)?;
    assert_eq!(jobs.len(), 1);
    assert_eq!(jobs[0].employer, Some(romashka.client.id));
    assert_eq!(jobs[0].position, "Директор");
    assert!(jobs[0].until.is_some());

    workspace.undo()?;
    assert_eq!(workspace.read().rows_on::<Job>(id)?, []);
    assert_eq!(
        workspace.read().card(id)?.client,
        Client {
            version: 3,
            ..base.client
        }
    );
    Ok(())
}

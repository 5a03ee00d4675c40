//! Who may not see a client sees nothing of it, by whatever way.

use std::collections::HashMap;

use chrono::NaiveDate;

use vizitka::domain::client::{Client, Key, Kind, TextField};
use vizitka::domain::contact::{Channel, Purpose};
use vizitka::domain::custom_field::{Content, Shape};
use vizitka::domain::filter::canonical;
use vizitka::domain::grammar::Case;
use vizitka::domain::link::LinkKind;
use vizitka::domain::listing::{Filter, Order, Sort};
use vizitka::domain::note::ConsentSubject;
use vizitka::domain::term::Dictionary;
use vizitka::domain::{
    Address, Card, Consent, CustomField, Department, Employee, Field, Group, Id, Job, Link, Note,
    Operation, Progress, TeamMember, Term,
};
use vizitka::error::{Error, Result};
use vizitka::workspace::{Reader, Transaction, Workspace};

use crate::source::{files, module};

/// A head, a trainee who sees own clients alone, one client of each, and a person of each.
struct Office {
    workspace: Workspace,
    group: Id<Group>,
    mine: Card,
    hidden: Card,
    hidden_person: Card,
    my_person: Card,
}

fn office() -> Result<Office> {
    let mut workspace = Workspace::in_memory()?;
    let head = workspace.who();
    let mut trainee = Employee::new("Виноградов", "Сергей", "Константинович");
    trainee.sees_all = false;
    let group = Group::new(Kind::Organization, "Торговые компании");
    let mut mine = organization("ООО «Агат»", "7809012347", trainee.id);
    let mut hidden = organization("ЗАО «Движение»", "7825107325", head);
    mine.join(group.id);
    hidden.join(group.id);
    let hidden_person = person("Шах", hidden.client.id, head);
    // A person of one's own who works for a client that may not be seen.
    let my_person = person("Ким", hidden.client.id, trainee.id);
    workspace.transact(Operation::Import, |tx| {
        tx.save(&trainee)?;
        tx.save(&group)?;
        for card in [&mine, &hidden, &hidden_person, &my_person] {
            tx.add_card(card)?;
        }
        Ok(())
    })?;
    workspace.sign_in(trainee.id);
    let group = group.id;
    Ok(Office {
        workspace,
        group,
        mine,
        hidden,
        hidden_person,
        my_person,
    })
}

fn organization(name: &str, inn: &str, owner: Id<Employee>) -> Card {
    let mut client = Client::organization(name);
    client.inn = inn.to_owned();
    client.owner = Some(owner);
    client.external_id = format!("1C-{inn}");
    let mut card = Card::new(client);
    card.add_contact(Channel::WorkPhone, format!("+7 812 {}", &inn[..7]));
    card.add_contact(Channel::Email, format!("mail{inn}@office.example"));
    let mut address = Address::new(card.client.id, Purpose::Actual);
    address.city = format!("Город {}", &inn[2..5]);
    card.add_address(address);
    card
}

fn person(surname: &str, employer: Id<Client>, owner: Id<Employee>) -> Card {
    let mut client = Client::person(surname, "Юлия", "Михайловна");
    client.employer = Some(employer);
    client.owner = Some(owner);
    Card::new(client)
}

fn ordered(reader: Reader<'_>, filter: &Filter, by: Sort) -> Result<Vec<Id<Client>>> {
    let order = Order {
        by,
        is_descending: false,
    };
    reader.order(filter, order, &Progress::default())
}

/// Filters that the hidden client would pass, or passes by a NOT.
const CONDITIONS: [&str; 10] = [
    "name contains движ",
    "name contains движ or inn contains 78",
    "not name contains движ",
    "city is filled",
    "phone contains 812",
    "email contains office",
    "group = #1 or group is filled",
    "not note contains я",
    "owner <> me",
    "owner = me",
];

#[test]
fn a_hidden_client_is_in_no_list() -> Result<()> {
    let office = office()?;
    let reader = office.workspace.read();
    let mine = [office.mine.client.id];
    let all = Filter::all(Kind::Organization);
    for by in [
        Sort::Name,
        Sort::Field(Field::Text(TextField::Inn)),
        Sort::Field(Field::City),
        Sort::Field(Field::Phone),
        Sort::Field(Field::Email),
        Sort::Field(Field::Owner),
        Sort::Field(Field::Roles),
    ] {
        assert_eq!(ordered(reader, &all, by)?, mine, "{by:?}");
    }
    let filters = [
        Filter {
            groups: vec![office.group],
            ..all.clone()
        },
        Filter {
            has_phone: true,
            has_email: true,
            ..all.clone()
        },
        Filter {
            text: "office.example".into(),
            ..all.clone()
        },
    ];
    for filter in filters {
        assert_eq!(ordered(reader, &filter, Sort::Name)?, mine, "{filter:?}");
    }
    let hidden_city = Filter {
        cities: vec!["Город 251".into()],
        ..all.clone()
    };
    assert_eq!(ordered(reader, &hidden_city, Sort::Name)?, []);
    for condition in CONDITIONS {
        let filter = Filter {
            condition: canonical::read(condition, &reader.catalog()?).unwrap(),
            ..all.clone()
        };
        let found = ordered(reader, &filter, Sort::Name)?;
        let is_mine = |id: &Id<Client>| *id == office.mine.client.id;
        assert!(found.iter().all(is_mine), "{condition}");
    }
    let lines = reader.listings(&[office.hidden.client.id, office.mine.client.id])?;
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0].client.id, office.mine.client.id);
    Ok(())
}

/// A filter by another card tells nothing of one that may not be seen.
#[test]
fn a_hidden_client_is_not_told_by_those_who_name_it() -> Result<()> {
    let office = office()?;
    let reader = office.workspace.read();
    let hidden = office.hidden.client.id.raw();
    for condition in ["employer contains движ", &format!("employer = #{hidden}")] {
        let filter = Filter {
            condition: canonical::read(condition, &reader.catalog()?).unwrap(),
            ..Filter::all(Kind::Person)
        };
        assert_eq!(ordered(reader, &filter, Sort::Name)?, [], "{condition}");
    }
    Ok(())
}

#[test]
fn a_hidden_client_is_not_counted() -> Result<()> {
    let office = office()?;
    let reader = office.workspace.read();
    assert_eq!(reader.count(Kind::Organization)?, 1);
    assert_eq!(
        reader.cities(Kind::Organization)?,
        [("Город 090".to_owned(), 1)]
    );
    let groups = reader.groups(Kind::Organization)?;
    assert_eq!(groups[0].1, 1, "members of the group");
    assert_eq!(reader.members(office.group)?, [office.mine.client.id]);
    Ok(())
}

#[test]
fn a_hidden_client_is_not_found() -> Result<()> {
    let office = office()?;
    let reader = office.workspace.read();
    let typed = [
        "движ",
        "ижени",
        "ldb;tybt",
        "dvizhenie",
        "7825107325",
        "8127825107",
        "25107",
        "mail7825107325",
        "шах",
    ];
    for text in typed {
        let found = reader.search(text, 50)?.hits;
        let hidden = [office.hidden.client.id, office.hidden_person.client.id];
        assert!(
            found
                .iter()
                .all(|hit| !hidden.contains(&hit.listing.client.id)),
            "{text}"
        );
    }
    assert_eq!(reader.search("агат", 50)?.hits.len(), 1);
    assert_eq!(reader.clients_with_inn("7825107325")?, []);
    assert_eq!(
        reader.recognise(Kind::Organization, Key::ExternalId, "1C-7825107325")?,
        []
    );
    assert_eq!(
        reader.recognise(
            Kind::Organization,
            Key::Email,
            "mail7825107325@office.example"
        )?,
        []
    );
    assert_eq!(
        reader.recognise(Kind::Organization, Key::Phone, "8127825107")?,
        []
    );
    Ok(())
}

#[test]
fn a_hidden_card_does_not_open() -> Result<()> {
    let mut office = office()?;
    let hidden = office.hidden.client.id;
    let own = (office.my_person.client.id, office.hidden_person.client.id);
    let correct = |of| {
        move |tx: &mut Transaction<'_>| {
            tx.correct_forms(of, "Шах", &[(Case::Genitive, "Шаха".to_owned())])
        }
    };
    let correction = Operation::CorrectDeclension;
    office.workspace.transact(correction, correct(own.0))?;
    let refused = office.workspace.transact(correction, correct(own.1));
    assert!(matches!(refused, Err(Error::Missing(_))));
    let corrected = office.workspace.read().corrections()?;
    assert_eq!(corrected.len(), 1, "those on visible cards alone");
    let reader = office.workspace.read();
    assert!(matches!(reader.card(hidden), Err(Error::Missing(_))));
    assert_eq!(reader.people_of(hidden)?.len(), 1, "one's own people alone");
    let staff = reader.staff_of(&[hidden])?.into_iter().map(|one| one.id);
    assert!(staff.eq([office.my_person.client.id]), "nor by letters");
    assert_eq!(reader.history(hidden)?, []);
    assert!(matches!(reader.story(hidden, 10), Err(Error::Missing(_))));
    let line = &reader.listings(&[office.my_person.client.id])?[0];
    assert_eq!(line.employer, "", "nor does the name of an employer show");

    let base = read_by_head(&mut office.workspace, hidden)?;
    let mut mine = base.clone();
    mine.client.note = "чужое".into();
    let saved = office.workspace.save_card(&base, &mine, &HashMap::new());
    assert!(matches!(saved, Err(Error::Missing(_))));
    Ok(())
}

#[test]
fn what_is_noted_on_a_hidden_card_stays_hidden() -> Result<()> {
    let mut office = office()?;
    let (hidden, head) = (office.hidden.client.id, office.hidden.client.owner);
    let head = head.unwrap_or(office.workspace.who());
    let mut pinned = Note::new(hidden, head, "Скидка 15 %");
    pinned.is_pinned = true;
    let plain = Note::new(hidden, head, "Звонили");
    let member = TeamMember::new(hidden, head, "Сервис");
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let consent = Consent::new(hidden, ConsentSubject::Mailing, true, today);
    let mut mine = office.mine.client.clone();
    mine.version = 1;
    mine.recommended_by = Some(hidden);
    let mut brought = Client::organization("ЗАО «Скрытый»");
    brought.owner = Some(head);
    brought.recommended_by = Some(mine.id);
    office.workspace.transact(Operation::AddNote, |tx| {
        tx.save(&pinned)?;
        tx.save(&plain)?;
        tx.save(&member)?;
        tx.save(&consent)?;
        tx.save(&brought)?;
        tx.save(&mine)
    })?;
    let reader = office.workspace.read();
    assert_eq!(reader.notes_of(hidden, 10)?, []);
    assert_eq!(reader.key_points_of(hidden)?, []);
    assert_eq!(reader.count_notes(hidden)?, 0);
    assert!(reader.rows_on::<TeamMember>(hidden).is_err());
    assert!(reader.rows_on::<Consent>(hidden).is_err());
    assert_eq!(reader.count_brought(hidden)?, 0, "nor whom it brought");
    assert_eq!(
        reader.count_brought(mine.id)?,
        0,
        "nor a hidden one it brought"
    );
    office.workspace.sign_in(head);
    let reader = office.workspace.read();
    assert_eq!(reader.notes_of(hidden, 10)?, [with_version(plain)]);
    assert_eq!(reader.key_points_of(hidden)?, [with_version(pinned)]);
    assert_eq!(reader.count_notes(hidden)?, 2);
    assert_eq!(reader.count_brought(hidden)?, 1);
    assert_eq!(reader.count_brought(mine.id)?, 1);
    Ok(())
}

/// The note as it is read back.
fn with_version(note: Note) -> Note {
    Note { version: 1, ..note }
}

/// A card as somebody else has read it.
fn read_by_head(workspace: &mut Workspace, id: Id<Client>) -> Result<Card> {
    let (me, head) = (workspace.who(), workspace.read().employees()?[0].id);
    workspace.sign_in(head);
    let card = workspace.read().card(id);
    workspace.sign_in(me);
    card
}

#[test]
fn a_hidden_client_can_neither_be_thrown_away_nor_brought_back() -> Result<()> {
    let Office {
        mut workspace,
        group,
        hidden,
        ..
    } = office()?;
    let hidden = [hidden.client.id];
    let gone = workspace.transact(Operation::DeleteClients, |tx| tx.delete_clients(&hidden))?;
    assert_eq!(gone.value, 0);
    let left = workspace.transact(Operation::ChangeMembership, |tx| {
        tx.leave_group(group, &hidden)
    })?;
    assert_eq!(left.value, 0);

    let (trainee, head) = (workspace.who(), workspace.read().employees()?[0].id);
    workspace.sign_in(head);
    assert_eq!(workspace.read().members(group)?.len(), 2);
    workspace.transact(Operation::DeleteClients, |tx| tx.delete_clients(&hidden))?;
    assert_eq!(workspace.read().bin(10)?.len(), 1);
    workspace.sign_in(trainee);
    assert_eq!(workspace.read().bin(10)?, []);
    let back = workspace.transact(Operation::RestoreClients, |tx| tx.restore_clients(&hidden));
    assert!(matches!(back, Err(Error::Missing(_))));
    Ok(())
}

#[test]
fn a_hidden_client_stands_at_no_end_of_a_link_and_on_no_map() -> Result<()> {
    let mut office = office()?;
    let (mine, hidden) = (office.mine.client.id, office.hidden.client.id);
    let (my_person, hidden_person) = (office.my_person.client.id, office.hidden_person.client.id);
    let trainee = office.workspace.who();
    let head = office.workspace.read().employees()?[0].id;
    office.workspace.sign_in(head);
    office.workspace.transact(Operation::AddLink, |tx| {
        tx.save(&Link::new(mine, LinkKind::Competes, hidden))?;
        tx.save(&Link::new(hidden_person, LinkKind::Influences, my_person))?;
        tx.save(&Link::new(my_person, LinkKind::ReportsTo, hidden_person))?;
        tx.save(&Department::new(hidden, "Дирекция"))?;
        for (client, employer) in [(hidden_person, mine), (my_person, hidden)] {
            tx.save(&Job {
                employer: Some(employer),
                ..Job::new(client)
            })?;
        }
        Ok(())
    })?;
    office.workspace.sign_in(trainee);
    let reader = office.workspace.read();
    assert_eq!(reader.linked(mine)?, []);
    assert_eq!(reader.linked(hidden)?, []);
    let map = reader.influence(&office.my_person.client)?;
    assert_eq!((map.people.len(), map.links.len()), (1, 0));
    assert_eq!(reader.influence(&office.mine.client)?.people, []);
    assert_eq!(
        reader.people_of(mine)?,
        [],
        "nor does its second place show it"
    );
    assert_eq!(reader.jobs_at(mine)?, []);
    assert_eq!(reader.jobs_at(hidden)?, []);
    assert!(matches!(reader.departments(hidden), Err(Error::Missing(_))));
    let moved = office.workspace.transact(Operation::PlacePerson, |tx| {
        tx.place_person(hidden_person, mine, None)
    });
    assert!(matches!(moved, Err(Error::Missing(_))));
    let employed = office.workspace.transact(Operation::ChangeEmployer, |tx| {
        tx.change_employer(&Job::new(hidden_person), NaiveDate::MIN)
    });
    assert!(matches!(employed, Err(Error::Missing(_))));
    Ok(())
}

#[test]
fn nobody_learns_that_a_hidden_client_was_told_apart() -> Result<()> {
    let mut office = office()?;
    let (mine, hidden) = (office.mine.client.id, office.hidden.client.id);
    let trainee = office.workspace.who();
    let head = office.workspace.read().employees()?[0].id;
    office.workspace.sign_in(head);
    for _ in 0..2 {
        office
            .workspace
            .transact(Operation::TellApart, |tx| tx.tell_apart(&[(mine, hidden)]))?;
    }
    assert_eq!(office.workspace.read().told_apart()?.len(), 1);
    office.workspace.sign_in(trainee);
    assert_eq!(office.workspace.read().told_apart()?.len(), 0);
    Ok(())
}

/// Tables that hold clients, or what stands on their cards.
const TABLES: &[&str] = &[
    "clients",
    "contact_points",
    "addresses",
    "bank_accounts",
    "memberships",
    "departments",
    "field_values",
    "links",
    "identity_documents",
    "jobs",
    "life_events",
    "declensions",
    "team_members",
    "notes",
    "consents",
    "attachments",
    "vcards",
    "distinct_pairs",
    "directory",
    "directory_search",
    "directory_text",
    "directory_columns",
    "tasks",
    "task_participants",
    "check_items",
    "agenda",
    "papers",
    "paper_lines",
    "obligations",
    "paper_versions",
    "payments",
    "allocations",
];

/// Upkeep of the directory, and what an undo looks at: neither answers anybody. Each by the beginning
/// of its statement.
const UPKEEP: &[(&str, &str)] = &[
    (
        "src/store/directory.rs",
        "SELECT {}, s.search FROM directory d LEFT JOIN directory_search s",
    ),
    (
        "src/store/directory.rs",
        "SELECT t.id FROM {table} t LEFT JOIN directory d",
    ),
    ("src/store/directory.rs", "DELETE FROM directory"),
    // Upkeep of the columns; and those that are joined to `visible_columns`.
    ("src/store/columns.rs", "DELETE FROM directory_columns"),
    ("src/store/columns.rs", "SELECT (SELECT MAX(first_id) FROM"),
    (
        "src/store/columns.rs",
        "SELECT client_id{columns} FROM directory",
    ),
    (
        "src/store/columns.rs",
        "SELECT first_id FROM directory_columns",
    ),
    (
        "src/store/columns.rs",
        "SELECT cells FROM directory_columns",
    ),
    ("src/store/columns.rs", " JOIN directory_columns c{at}"),
    // Who is erased with a client that may be seen.
    ("src/store/transaction/erase.rs", "WITH RECURSIVE gone"),
    (
        "src/store/transaction/erase.rs",
        "UPDATE clients SET department_id = NULL",
    ),
    // Which contents are still named; and `check`, which tells ids alone.
    ("src/store/attachments.rs", "SELECT DISTINCT digest FROM"),
    (
        "src/store/attachments.rs",
        "SELECT id FROM {table} WHERE digest",
    ),
    // Whether a number was given: it tells nobody to whom.
    (
        "src/store/papers/numbers.rs",
        "SELECT 1 FROM papers WHERE kind",
    ),
    // What is named, by whatever paper, must not go; nobody is told by which.
    (
        "src/store/papers/kinds.rs",
        "SELECT p.id FROM papers p WHERE p.contract_kind_id",
    ),
    // On which card rows below papers and payments stand that are erased with it.
    ("src/store/transaction/erase.rs", "(SELECT p.client_id FROM"),
    ("src/store/transaction/erase.rs", "(SELECT y.client_id FROM"),
    // How many files a paper that may be seen has.
    (
        "src/store/papers/versions.rs",
        "SELECT COALESCE(MAX(x.ordinal), 0) + 1",
    ),
    ("src/store/search.rs", "DELETE FROM directory_"),
    // What repeats is gone on with by the program itself, and told to nobody.
    // What is named, by whatever task, must not go; nobody is told by which.
    (
        "src/store/tasks/kinds.rs",
        "SELECT t.id FROM tasks t WHERE t.kind_id",
    ),
    (
        "src/store/tasks/kinds.rs",
        "SELECT t.id FROM tasks t WHERE t.result_id",
    ),
    (
        "src/store/tasks/series.rs",
        "SELECT t.* FROM tasks t WHERE t.series_id",
    ),
    (
        "src/store/tasks/series.rs",
        "SELECT t.* FROM tasks t WHERE t.id = $1 AND",
    ),
    (
        "src/store/tasks/series.rs",
        "SELECT p.* FROM task_participants p",
    ),
    ("src/store/tasks/series.rs", "SELECT i.* FROM check_items i"),
    // Who led a task: a part of questions on `visible_tasks`.
    ("src/store/figures.rs", "(SELECT p.employee_id FROM"),
    // Upkeep of notices: each is read by whom it is for, and only of what they may see.
    ("src/store/notices/plan.rs", "SELECT DISTINCT a.task_id"),
    ("src/store/notices/plan.rs", "SELECT t.* FROM json_each"),
    ("src/store/notices/plan.rs", "SELECT p.* FROM json_each"),
    ("src/store/notices/plan.rs", "SELECT p.id FROM json_each"),
    ("src/store/notices/plan.rs", "SELECT j.value AS id"),
    // Upkeep of the agenda, made from tasks and participants; and `check`.
    ("src/store/agenda.rs", "DELETE FROM agenda"),
    (
        "src/store/agenda.rs",
        "SELECT t.* FROM json_each($1) j JOIN tasks t",
    ),
    (
        "src/store/agenda.rs",
        "SELECT p.* FROM json_each($1) j JOIN task_participants p",
    ),
    ("src/store/agenda.rs", "SELECT id FROM tasks"),
    (
        "src/store/agenda.rs",
        "SELECT a.* FROM json_each($1) j JOIN agenda a",
    ),
    // Ids that are only held against those who may be seen; see the filters of hidden cards.
    ("src/store/filter.rs", "SELECT c.id FROM clients c"),
    ("src/store/filter/card.rs", "SELECT "),
    ("src/store/filter/card.rs", "WITH RECURSIVE spelled"),
    // A kind that hidden clients are linked by must not go; nobody is named.
    ("src/store/uses.rs", "SELECT l.own_kind_id AS id, COUNT(*)"),
    (
        "src/store/transaction/revert.rs",
        "SELECT t.id FROM {clients} o JOIN {name} t",
    ),
    (
        "src/store/transaction/revert/rows.rs",
        "LEFT JOIN {clients} k ON k.id",
    ),
    (
        "src/store/audit.rs",
        "SELECT DISTINCT o.* FROM merged_cards g",
    ),
];

#[test]
fn no_question_about_clients_goes_round_the_rights() {
    for file in module("store") {
        for literal in file.literals() {
            check(&format!("{}:{}", file.path, literal.line), &literal.text);
        }
    }
    let mut statements = files("src/store");
    statements.retain(|file| file.path.ends_with(".sql") && !file.path.contains("/migrations/"));
    for file in statements {
        check(&file.path, &file.text);
    }
}

fn check(place: &str, sql: &str) {
    // A part of a question on what may be seen.
    let is_part = !sql.contains("SELECT v.") && sql.contains("v.client_id");
    let is_bound = sql.contains("visible") || is_part;
    let is_upkeep = UPKEEP
        .iter()
        .any(|(path, start)| place.starts_with(path) && sql.starts_with(start));
    let asked = tables(sql).find(|table| TABLES.contains(table));
    if let Some(table) = asked.filter(|_| !is_bound && !is_upkeep) {
        panic!("{place}: {table} without visible: {sql}");
    }
}

/// The names behind FROM and JOIN.
fn tables(sql: &str) -> impl Iterator<Item = &str> {
    let words = sql
        .split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty());
    let next = words.clone().skip(1);
    let pairs = words.zip(next);
    pairs
        .filter(|(word, _)| ["FROM", "JOIN"].contains(word))
        .map(|(_, table)| table)
}

#[test]
fn a_hidden_client_is_in_no_figure_of_a_dictionary() -> Result<()> {
    let mut office = office()?;
    let segment = Term::new(Dictionary::Segment, "Опт");
    let field = CustomField::new(Kind::Organization, "Цвет папки", Shape::List);
    let option = Term::option(field.id, "Синий");
    let (trainee, head) = (
        office.workspace.who(),
        office.workspace.read().employees()?[0].id,
    );
    office.workspace.sign_in(head);
    office.workspace.transact(Operation::Import, |tx| {
        tx.save(&segment)?;
        tx.save(&field)?;
        tx.save(&option).map(drop)
    })?;
    for id in [office.mine.client.id, office.hidden.client.id] {
        let base = office.workspace.read().card(id)?;
        let mut card = base.clone();
        card.client.segment = Some(segment.id);
        card.set_contents(field.id, vec![Content::Choice(option.id)]);
        office.workspace.save_card(&base, &card, &HashMap::new())?;
    }
    for (who, seen) in [(head, 2), (trainee, 1)] {
        office.workspace.sign_in(who);
        let reader = office.workspace.read();
        assert_eq!(reader.term_uses(Dictionary::Segment)?[&segment.id], seen);
        assert_eq!(reader.term_uses(Dictionary::Option)?[&option.id], seen);
        assert_eq!(reader.field_uses()?[&field.id], seen);
    }
    Ok(())
}

//! Everything out to a folder of open formats, and back.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use tempfile::TempDir;

use vizitka::demo::{self, Sample};
use vizitka::domain::client::Kind;
use vizitka::domain::custom_field::{Content, Shape};
use vizitka::domain::link::LinkKind;
use vizitka::domain::listing::{Filter, Order};
use vizitka::domain::{
    Card, Client, CustomField, Employee, FieldValue, Group, Id, Link, Note, Operation, OwnLinkKind,
    Progress, Term,
};
use vizitka::error::{Error, Result};
use vizitka::exchange::Version;
use vizitka::exchange::whole::{self, Count};
use vizitka::workspace::Workspace;

use crate::program::{Desk, text};

fn export(workspace: &Workspace, folder: &Path) -> Result<Count> {
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    whole::write(
        (workspace.read(), workspace.contents()),
        folder,
        (Version::V3, today),
        &Progress::default(),
    )
}

fn import(workspace: &mut Workspace, folder: &Path) -> Result<Count> {
    Ok(whole::read(workspace, folder, &Progress::default())?.value)
}

/// A file with sample data, texts that tables find hard, an own field and attached files.
fn office(folder: &TempDir) -> Result<Workspace> {
    let path = folder.path().join("office.vizitka");
    let mut workspace = demo::create(&path, Sample::of(60, 7), &Progress::default())?;
    let client = Client::organization("=1+1; «Кавычка»\"\r\n");
    let mut card = Card::new(client);
    let field = CustomField::new(Kind::Organization, "Площадь", Shape::List);
    let option = Term::option(field.id, "Большая");
    let choice = FieldValue::new(card.client.id, field.id, Content::Choice(option.id));
    card.values.push(choice);
    let own = OwnLinkKind::new("арендатор", "арендодатель");
    let other = clients(&workspace)?[0];
    let who = workspace.who();
    workspace.transact(Operation::AddClient, |tx| {
        tx.save(&field)?;
        tx.save(&option)?;
        tx.save(&own)?;
        tx.add_card(&card)?;
        tx.save(&Link::new(card.client.id, LinkKind::Own(own.id), other))?;
        tx.save(&Note::new(card.client.id, who, "'в кавычке"))?;
        tx.save(&Note::new(card.client.id, who, "''  с краями \t"))?;
        tx.save(&Note::new(card.client.id, who, ""))
    })?;
    for (name, length) in [("a.txt", 10), ("большой.bin", 3_000_000)] {
        let file = folder.path().join(name);
        fs::write(&file, vec![7_u8; length]).unwrap();
        let kept = workspace.contents().keep(&file, &Progress::default())?;
        workspace.attach(card.client.id, &[(name.to_owned(), kept)])?;
    }
    Ok(workspace)
}

/// A file that knows nobody but the first employee of `office`.
fn fresh(office: &Workspace, path: &Path) -> Result<Workspace> {
    let me = office.read().me()?;
    let mut owner = Employee::new(&me.surname, &me.first_name, &me.patronymic);
    owner.position = me.position;
    Workspace::create(path, "ООО «Модус-В»", &owner)
}

fn clients(workspace: &Workspace) -> Result<Vec<Id<Client>>> {
    let mut ids = Vec::new();
    for kind in [Kind::Organization, Kind::Person] {
        let filter = Filter::all(kind);
        ids.extend(
            workspace
                .read()
                .order(&filter, Order::default(), &Progress::default())?,
        );
    }
    Ok(ids)
}

/// What every file of a folder says, the name of each before it.
fn said(folder: &Path) -> BTreeMap<PathBuf, String> {
    let files = fs::read_dir(folder).unwrap().flatten();
    let files = files.filter(|entry| entry.path().is_file());
    let said = |path: PathBuf| {
        (
            path.file_name().unwrap().into(),
            fs::read_to_string(&path).unwrap(),
        )
    };
    files.map(|entry| said(entry.path())).collect()
}

#[test]
fn a_fresh_file_filled_from_an_export_says_the_same_as_its_source() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let office = office(&folder)?;
    let out = folder.path().join("out");
    let written = export(&office, &out)?;
    assert_eq!((written.files, written.missing), (2, 0));
    assert!(written.rows.iter().filter(|(_, rows)| *rows > 0).count() >= 15);

    let mut copy = fresh(&office, &folder.path().join("copy.vizitka"))?;
    let taken = import(&mut copy, &out)?;
    assert_eq!(
        (taken.files, taken.missing, taken.left),
        (2, 0, 2),
        "owner and company"
    );
    assert_eq!(copy.faults()?, Vec::<String>::new());

    let again = folder.path().join("again");
    assert_eq!(export(&copy, &again)?.rows, written.rows);
    let (before, after) = (said(&out), said(&again));
    let ids = ["companies.csv", "employees.csv"].map(|name| {
        let id = |files: &BTreeMap<PathBuf, String>| {
            let rows = files[Path::new(name)].lines().skip(1);
            let mut own = rows.filter(|row| row.contains("Модус") || row.contains("Светлана"));
            own.next()
                .and_then(|row| row.split(';').next())
                .unwrap()
                .to_owned()
        };
        (id(&before), id(&after))
    });
    assert!(before.keys().eq(after.keys()));
    for (name, text) in before {
        let moved = ids
            .iter()
            .fold(text, |text, (old, new)| text.replace(old, new));
        // The owner and the company have younger ids in the copy, and stand elsewhere in the order.
        let sorted = |text: &str| {
            let mut lines: Vec<_> = text.lines().map(str::to_owned).collect();
            lines.sort();
            lines
        };
        assert_eq!(sorted(&moved), sorted(&after[&name]), "{}", name.display());
    }

    let ids = clients(&office)?;
    assert_eq!(clients(&copy)?, ids);
    for id in ids {
        let [mut one, mut other] = [office.read().card(id)?, copy.read().card(id)?];
        (one.client.owner, other.client.owner) = (None, None);
        assert_eq!(one, other);
    }
    Ok(())
}

#[test]
fn a_source_taken_in_twice_gets_ids_of_its_own_and_is_taken_back_at_once() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let mut office = office(&folder)?;
    let out = folder.path().join("out");
    let written = export(&office, &out)?;
    let count = clients(&office)?.len();
    import(&mut office, &out)?;
    assert_eq!(clients(&office)?.len(), 2 * count);
    assert_eq!(office.faults()?, Vec::<String>::new());
    let twice = export(&office, &folder.path().join("twice"))?;
    let rows = |count: &Count, table| {
        let found = count.rows.iter().find(|(name, _)| *name == table);
        found.map_or(0, |(_, rows)| *rows)
    };
    for table in [
        "employees",
        "groups",
        "terms",
        "custom_fields",
        "link_kinds",
    ] {
        assert_eq!(
            rows(&twice, table),
            rows(&written, table),
            "{table} are recognised"
        );
    }
    for table in [
        "links",
        "notes",
        "departments",
        "memberships",
        "field_values",
        "jobs",
    ] {
        assert_eq!(rows(&twice, table), 2 * rows(&written, table), "{table}");
    }
    office.undo()?;
    assert_eq!(clients(&office)?.len(), count);
    Ok(())
}

#[test]
fn what_the_rights_hide_is_not_handed_out() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = Workspace::in_memory()?;
    let head = workspace.who();
    let mut trainee = Employee::new("Виноградов", "Сергей", "Константинович");
    trainee.sees_all = false;
    let mut hidden = Client::organization("ЗАО «Движение»");
    hidden.owner = Some(head);
    let mut mine = Client::person("Ким", "Юлия", "Михайловна");
    mine.owner = Some(trainee.id);
    mine.employer = Some(hidden.id);
    let group = Group::new(Kind::Organization, "Дилеры");
    workspace.transact(Operation::Import, |tx| {
        tx.save(&trainee)?;
        tx.save(&group)?;
        let mut card = Card::new(hidden.clone());
        card.join(group.id);
        tx.add_card(&card)?;
        tx.add_card(&Card::new(mine.clone()))?;
        tx.save(&Link::new(mine.id, LinkKind::Friends, hidden.id))?;
        tx.save(&Note::new(hidden.id, head, "тайна"))
    })?;
    workspace.sign_in(trainee.id);
    let out = folder.path().join("out");
    let count = export(&workspace, &out)?;
    let empty = ["links", "notes", "memberships"];
    let rows = count.rows.iter().filter(|(name, _)| empty.contains(name));
    assert!(rows.clone().all(|(_, rows)| *rows == 0) && rows.count() == 3);
    for (name, text) in said(&out) {
        for secret in ["Движение", "тайна", &hidden.id.raw().to_string()] {
            assert!(!text.contains(secret), "{}: {secret}", name.display());
        }
    }
    assert!(said(&out)[Path::new("clients.csv")].contains("Ким"));
    Ok(())
}

#[test]
fn a_folder_that_holds_something_is_left_alone() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let workspace = Workspace::in_memory()?;
    let full = folder.path().join("full");
    fs::create_dir(&full).unwrap();
    fs::write(full.join("mine.txt"), "mine").unwrap();
    assert!(matches!(export(&workspace, &full), Err(Error::NotEmpty(_))));
    assert_eq!(said(&full).len(), 1);
    let empty = folder.path().join("empty");
    fs::create_dir(&empty).unwrap();
    export(&workspace, &empty)?;
    assert!(empty.join("clients.csv").is_file());
    let left = fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(left, 2, "nothing half done lies beside");
    Ok(())
}

#[test]
fn a_damaged_source_leaves_the_office_as_it_was() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let office = office(&folder)?;
    let out = folder.path().join("out");
    export(&office, &out)?;
    let mut copy = fresh(&office, &folder.path().join("copy.vizitka"))?;
    let notes = out.join("notes.csv");
    let text = fs::read_to_string(&notes).unwrap();
    fs::write(&notes, text.replace(";0\r\n", ";perhaps\r\n")).unwrap();
    assert!(matches!(
        import(&mut copy, &out),
        Err(Error::Unreadable("notes"))
    ));
    assert_eq!(clients(&copy)?, []);
    Ok(())
}

#[test]
fn the_command_line_carries_everything_over() {
    let desk = Desk::new();
    let (base, copy) = (desk.samples(40), desk.path("copy.vizitka"));
    let out = desk.path("everything");
    let written = desk.run(&["--file", text(&base), "export", "all", text(&out), "--json"]);
    assert_eq!(written.json()["rows"]["clients"], 40);
    let again = desk.run(&["--file", text(&base), "export", "all", text(&out), "--json"]);
    let again = again.error(2);
    assert!(again.contains("уже что-то есть"), "{again}");
    desk.run(&["new", text(&copy), "--company", "ООО «Модус-В»"]);
    let draft = desk.run(&[
        "--file",
        text(&copy),
        "import",
        text(&out),
        "--dry-run",
        "--json",
    ]);
    assert_eq!(draft.json()["rows"]["clients"], 40);
    let taken = desk.run(&["--file", text(&copy), "import", text(&out), "--json"]);
    assert_eq!(taken.json()["rows"]["clients"], 40);
    let check = desk.run(&["check", text(&copy), "--json"]);
    assert_eq!(check.json()["faults"], serde_json::json!([]));
}

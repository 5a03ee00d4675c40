//! Files that are foreign, cut, protected, replaced or newer.

use std::fs;
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use vizitka::domain::client::Kind;
use vizitka::domain::{Card, Client, Employee, Operation};
use vizitka::error::{Error, Result};
use vizitka::i18n::{Language, Locale};
use vizitka::workspace::Workspace;

use crate::program::{Desk, text};

fn new_file(desk: &Desk) -> Result<PathBuf> {
    let path = desk.path("office.vizitka");
    let owner = Employee::new("Решетова", "Светлана", "Ивановна");
    let mut workspace = Workspace::create(&path, "ООО «Модус-В»", &owner)?;
    add(&mut workspace, "ООО «Ромашка»")?;
    Ok(path)
}

fn add(workspace: &mut Workspace, name: &str) -> Result<()> {
    let card = Card::new(Client::organization(name));
    workspace.transact(Operation::AddClient, |tx| tx.add_card(&card))?;
    Ok(())
}

fn overwrite(path: &Path, at: u64, bytes: &[u8]) {
    let mut file = fs::OpenOptions::new().write(true).open(path).unwrap();
    file.seek(SeekFrom::Start(at)).unwrap();
    file.write_all(bytes).unwrap();
}

/// Opening is refused with such an error, in whatever way it is tried, by the program too, with
/// code 2 and the sentence of that error; the bytes stay, and nothing is left beside the file.
fn refuses(desk: &Desk, path: &Path, is_expected: impl Fn(&Error) -> bool) {
    let before = fs::read(path).ok();
    let beside = names_beside(path);
    let ways = [Workspace::open, Workspace::open_read_only];
    for error in ways.map(|open| open(path).err().expect("a refusal")) {
        assert!(is_expected(&error), "{error:?}");
        let sentence = Locale::new(Language::Russian).error(&error);
        for command in [&["check", text(path)][..], &["--file", text(path), "undo"]] {
            let said = desk.run(&[command, &["--json"]].concat()).error(2);
            assert_eq!(said, sentence);
        }
    }
    assert_eq!(fs::read(path).ok(), before, "the bytes stay");
    assert_eq!(names_beside(path), beside);
}

fn names_beside(path: &Path) -> Vec<String> {
    let own = path.file_name().unwrap().to_str().unwrap();
    let folder = fs::read_dir(path.parent().unwrap()).unwrap();
    let names = folder.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.filter(|name| name.starts_with(own)).collect();
    names.sort();
    names
}

#[test]
fn a_file_that_is_not_there_is_not_made() {
    let desk = Desk::new();
    refuses(&desk, &desk.path("none.vizitka"), |e| {
        matches!(e, Error::NoFile(_))
    });
}

#[test]
fn a_folder_is_not_a_file() {
    let desk = Desk::new();
    let path = desk.path("folder.vizitka");
    fs::create_dir(&path).unwrap();
    refuses(&desk, &path, |e| matches!(e, Error::IsFolder(_)));
    let made = desk.run(&["new", text(&path), "--company", "Агат", "--json"]);
    assert!(made.error(2).contains("папка"));
}

#[test]
fn a_text_is_not_ours() {
    let desk = Desk::new();
    let path = desk.path("letter.vizitka");
    for said in ["Здравствуйте!", &"Уважаемый Юрий Михайлович! ".repeat(1000)]
    {
        fs::write(&path, said).unwrap();
        refuses(&desk, &path, |e| matches!(e, Error::NotOurs(_)));
    }
}

#[test]
fn a_database_of_another_program_is_not_ours() {
    let desk = Desk::new();
    let path = new_file(&desk).unwrap();
    overwrite(&path, 68, &[0; 4]);
    refuses(&desk, &path, |e| matches!(e, Error::NotOurs(_)));
}

#[test]
fn an_empty_file_stays_empty() {
    let desk = Desk::new();
    let path = desk.path("empty.vizitka");
    fs::write(&path, "").unwrap();
    refuses(&desk, &path, |e| matches!(e, Error::EmptyFile(_)));
}

#[test]
fn a_file_of_a_newer_version_is_not_touched() {
    let desk = Desk::new();
    let path = new_file(&desk).unwrap();
    overwrite(&path, 60, &1000_u32.to_be_bytes());
    refuses(&desk, &path, |e| {
        matches!(e, Error::NewerVersion { found: 1000, .. })
    });
    // A newer program may keep its file in another journal mode: that is not changed either.
    overwrite(&path, 18, &[1, 1]);
    refuses(&desk, &path, |e| {
        matches!(e, Error::NewerVersion { found: 1000, .. })
    });
}

#[test]
fn a_file_cut_in_half_is_damaged() {
    let desk = Desk::new();
    let path = desk.samples(200);
    let half = fs::metadata(&path).unwrap().len() / 2;
    let file = fs::OpenOptions::new().write(true).open(&path).unwrap();
    file.set_len(half).unwrap();
    drop(file);
    refuses(&desk, &path, |e| matches!(e, Error::Damaged(_)));
}

#[test]
fn a_damaged_page_is_found_by_the_check() {
    let desk = Desk::new();
    let path = desk.samples(300);
    let pages = fs::metadata(&path).unwrap().len() / 4096;
    overwrite(&path, pages / 2 * 4096, &[0xAA; 4096]);
    let before = fs::read(&path).unwrap();

    let checked = desk.run(&["check", text(&path), "--json"]);
    let said = checked.error(2);
    assert!(said.contains("повреждён"), "{said}");
    let answer: serde_json::Value = serde_json::from_str(&checked.stdout).unwrap();
    assert!(!answer["faults"].as_array().unwrap().is_empty(), "{answer}");
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn every_page_may_be_damaged_without_a_panic() {
    let desk = Desk::new();
    let path = desk.samples(30);
    let sound = fs::read(&path).unwrap();
    for page in 1..sound.len() / 4096 {
        let mut bytes = sound.clone();
        bytes[page * 4096..(page + 1) * 4096].fill(0xAA);
        fs::write(&path, &bytes).unwrap();
        let faults = Workspace::open_read_only(&path).and_then(|workspace| workspace.faults());
        let is_found = match &faults {
            Ok(faults) => !faults.is_empty(),
            Err(error) => matches!(error, Error::Damaged(_)),
        };
        assert!(is_found, "page {page}: {faults:?}");
        assert!(
            fs::read(&path).unwrap() == bytes,
            "page {page}: the bytes stay"
        );
    }
}

#[test]
fn a_protected_file_is_read_and_not_written() -> Result<()> {
    let desk = Desk::new();
    let path = new_file(&desk)?;
    protect(&path, true);
    let before = fs::read(&path).unwrap();
    {
        let mut workspace = Workspace::open(&path)?;
        assert!(workspace.is_read_only());
        let reading = workspace.reading()?;
        assert_eq!(reading.read().search("ромашка", 5)?.hits.len(), 1);
        assert!(matches!(add(&mut workspace, "Агат"), Err(Error::ReadOnly)));
        assert!(matches!(workspace.undo(), Err(Error::ReadOnly)));
        assert!(!workspace.has_news()?);
        assert_eq!(workspace.faults()?, [""; 0]);
    }
    let undo = desk.run(&["--file", text(&path), "undo", "--json"]);
    assert!(undo.error(1).contains("только для чтения"));
    let found = desk
        .run(&["--file", text(&path), "find", "ромашка", "--json"])
        .json();
    assert_eq!(found["hits"].as_array().unwrap().len(), 1);
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(
        names_beside(&path),
        ["office.vizitka"],
        "no log is left beside it"
    );
    protect(&path, false);
    Ok(())
}

fn protect(path: &Path, is_protected: bool) {
    let mut permissions = fs::metadata(path).unwrap().permissions();
    permissions.set_readonly(is_protected);
    fs::set_permissions(path, permissions).unwrap();
}

/// An open file with something in its log that the file itself does not hold yet.
#[cfg(unix)]
fn open_file(desk: &Desk) -> Result<(PathBuf, Workspace)> {
    let path = new_file(desk)?;
    let mut workspace = Workspace::open(&path)?;
    // Enough that SQLite would think the log fit to make up for a whole file.
    for number in 0..40 {
        add(&mut workspace, &format!("ЗАО «Тепломаш-{number}»"))?;
    }
    Ok((path, workspace))
}

/// Writing is refused, with such an error.
#[cfg(unix)]
fn refuses_to_write(workspace: &mut Workspace, is_expected: impl Fn(&Error) -> bool) {
    let refusals = [
        workspace.has_news().map(drop),
        add(workspace, "Агат"),
        workspace.undo().map(drop),
        workspace.reading().map(drop),
    ];
    for refusal in refusals {
        let error = refusal.expect_err("a refusal");
        assert!(is_expected(&error), "{error:?}");
    }
}

/// What was in the lost file can be saved elsewhere, the last change too.
#[cfg(unix)]
fn saves_a_copy(desk: &Desk, workspace: &Workspace) -> Result<()> {
    let copy = desk.path("rescued.vizitka");
    workspace.copy_to(&copy)?;
    let copy = Workspace::open(&copy)?;
    assert_eq!(copy.read().count(Kind::Organization)?, 41);
    assert_eq!(copy.faults()?, [""; 0]);
    Ok(())
}

#[cfg(unix)]
#[test]
fn a_file_removed_while_open_is_noticed() -> Result<()> {
    let desk = Desk::new();
    let (path, mut workspace) = open_file(&desk)?;
    fs::remove_file(&path).unwrap();
    refuses_to_write(&mut workspace, |e| matches!(e, Error::Replaced));
    saves_a_copy(&desk, &workspace)?;
    drop(workspace);
    assert!(!path.exists());
    Ok(())
}

/// Opening the new file must not mix the log of the former one into it.
#[cfg(unix)]
#[test]
fn a_file_replaced_while_open_is_noticed() -> Result<()> {
    let desk = Desk::new();
    let other = desk.samples(60);
    let theirs = desk.path("theirs.vizitka");
    fs::rename(&other, &theirs).unwrap();
    let bytes = fs::read(&theirs).unwrap();

    let (path, mut workspace) = open_file(&desk)?;
    fs::rename(&theirs, &path).unwrap();
    refuses_to_write(&mut workspace, |e| matches!(e, Error::Replaced));
    assert!(fs::read(&path).unwrap() == bytes, "the bytes stay");
    {
        let new = Workspace::open_read_only(&path)?;
        assert_eq!(new.read().count(Kind::Organization)?, 36);
        assert_eq!(new.faults()?, [""; 0]);
    }
    saves_a_copy(&desk, &workspace)?;
    drop(workspace);
    assert!(fs::read(&path).unwrap() == bytes, "the bytes stay");
    Ok(())
}

#[cfg(unix)]
#[test]
fn a_file_cut_to_nothing_while_open_is_noticed() -> Result<()> {
    let desk = Desk::new();
    let (path, mut workspace) = open_file(&desk)?;
    let log = desk.path("office.vizitka-wal");
    let before = fs::read(&log).unwrap();
    fs::File::create(&path).unwrap();
    refuses_to_write(&mut workspace, |e| matches!(e, Error::EmptyFile(_)));
    drop(workspace);
    assert_eq!(fs::metadata(&path).unwrap().len(), 0);
    assert!(
        fs::read(&log).unwrap() == before,
        "the log may be all that is left"
    );
    Ok(())
}

#[test]
fn every_accident_has_its_own_sentence() {
    let path = PathBuf::from("office.vizitka");
    let errors = [
        Error::NoFile(path.clone()),
        Error::IsFolder(path.clone()),
        Error::AlreadyThere(path.clone()),
        Error::EmptyFile(path.clone()),
        Error::NotOurs(path),
        Error::NewerVersion { found: 9, known: 3 },
        Error::Damaged(String::new()),
        Error::ReadOnly,
        Error::DiskFull,
        Error::Replaced,
        Error::Busy,
    ];
    for language in Language::ALL {
        let locale = Locale::new(language);
        let sentences: std::collections::BTreeSet<_> =
            errors.iter().map(|error| locale.error(error)).collect();
        assert_eq!(sentences.len(), errors.len());
        assert!(
            sentences
                .iter()
                .all(|sentence| !sentence.starts_with("error-"))
        );
    }
}

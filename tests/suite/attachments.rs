//! Files on cards: kept once, beside the file of the office, and never lost by an undo.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use vizitka::domain::{Attachment, Card, Client, Employee, Id, Operation, Progress};
use vizitka::error::{Error, Result};
use vizitka::workspace::Workspace;

struct Desk {
    folder: TempDir,
    workspace: Workspace,
    client: Id<Client>,
}

fn desk() -> Result<Desk> {
    let folder = tempfile::tempdir().unwrap();
    let owner = Employee::new("Решетова", "Светлана", "Ивановна");
    let path = folder.path().join("office.vizitka");
    let mut workspace = Workspace::create(&path, "Модус-В", &owner)?;
    let card = Card::new(Client::organization("ООО «Ромашка»"));
    workspace.transact(Operation::AddClient, |tx| tx.add_card(&card))?;
    Ok(Desk {
        folder,
        workspace,
        client: card.client.id,
    })
}

impl Desk {
    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn attach(&mut self, name: &str, bytes: &[u8]) -> Result<Attachment> {
        let path = self.path(name);
        fs::write(&path, bytes).unwrap();
        let kept = self
            .workspace
            .contents()
            .keep(&path, &Progress::default())?;
        let attached = self
            .workspace
            .attach(self.client, &[(name.to_owned(), kept)])?;
        Ok(attached.value[0].clone())
    }

    fn files(&self) -> Result<Vec<Attachment>> {
        self.workspace.read().rows_on(self.client)
    }
}

fn large() -> Vec<u8> {
    (0..3_000_000_u32).map(|n| (n % 253) as u8).collect()
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

#[test]
fn a_file_is_attached_written_out_and_taken_back() -> Result<()> {
    let mut desk = desk()?;
    for (name, bytes) in [("договор.txt", b"words".to_vec()), ("scan.png", large())] {
        let file = desk.attach(name, &bytes)?;
        assert_eq!(file.size as usize, bytes.len());
        let out = desk.path("out");
        let contents = desk.workspace.contents();
        contents.write(&file, &out, &Progress::default())?;
        assert_eq!(fs::read(&out).unwrap(), bytes);
    }
    assert_eq!(desk.files()?.len(), 2);
    assert_eq!(desk.workspace.undo()?.value, Operation::AttachFiles);
    assert_eq!(desk.files()?.len(), 1);
    desk.workspace.redo()?;
    assert_eq!(desk.files()?.len(), 2);
    assert_eq!(desk.workspace.faults()?, [""; 0]);
    Ok(())
}

#[test]
fn what_was_removed_comes_back_with_its_content() -> Result<()> {
    let mut desk = desk()?;
    let file = desk.attach("scan.png", &large())?;
    desk.workspace
        .transact(Operation::RemoveFile, |tx| tx.delete(&file))?;
    assert!(desk.files()?.is_empty());
    desk.workspace.undo()?;
    let file = desk.files()?.remove(0);
    let out = desk.path("out");
    let contents = desk.workspace.contents();
    contents.write(&file, &out, &Progress::default())?;
    assert_eq!(fs::read(&out).unwrap(), large());
    Ok(())
}

#[test]
fn check_names_what_is_missing_and_what_is_damaged() -> Result<()> {
    let mut desk = desk()?;
    let small = desk.attach("small.txt", b"small")?;
    let large = desk.attach("large.bin", &large())?;
    let office = desk.path("office.vizitka");
    let stored = beside(&office, "-large").join(&large.digest);
    fs::write(&stored, b"cut").unwrap();
    fs::remove_file(beside(&office, "-files")).unwrap();
    let mut expected = [
        format!("attachment {}: missing", small.id.raw()),
        format!("attachment {}: damaged", large.id.raw()),
    ];
    expected.sort();
    assert_eq!(desk.workspace.faults()?, expected);

    let out = desk.path("out");
    let contents = desk.workspace.contents();
    let missing = contents.write(&small, &out, &Progress::default());
    assert!(matches!(missing, Err(Error::NoContent(name)) if name == "small.txt"));
    let damaged = contents.write(&large, &out, &Progress::default());
    assert!(matches!(damaged, Err(Error::DamagedContent(_))));
    Ok(())
}

#[test]
fn a_row_never_names_a_content_that_was_not_kept() -> Result<()> {
    let mut desk = desk()?;
    let path = desk.path("a.txt");
    fs::write(&path, b"a").unwrap();
    let kept = desk
        .workspace
        .contents()
        .keep(&path, &Progress::default())?;
    fs::remove_file(beside(&desk.path("office.vizitka"), "-files")).unwrap();
    let refused = desk
        .workspace
        .attach(desk.client, &[("a.txt".into(), kept)]);
    assert!(matches!(refused, Err(Error::NoContent(_))));
    assert!(desk.files()?.is_empty());
    Ok(())
}

#[test]
fn a_copy_of_the_office_has_its_files() -> Result<()> {
    let mut desk = desk()?;
    desk.attach("small.txt", b"small")?;
    desk.attach("large.bin", &large())?;
    let copy = desk.path("copy.vizitka");
    desk.workspace.copy_to(&copy)?;
    assert_eq!(Workspace::open(&copy)?.faults()?, [""; 0]);
    Ok(())
}

#[test]
fn samples_in_memory_keep_files_too() -> Result<()> {
    let mut workspace = Workspace::in_memory()?;
    let card = Card::new(Client::organization("ООО «Ромашка»"));
    workspace.transact(Operation::AddClient, |tx| tx.add_card(&card))?;
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("large.bin");
    fs::write(&source, large()).unwrap();
    let kept = workspace.contents().keep(&source, &Progress::default())?;
    let files = workspace.attach(card.client.id, &[("large.bin".into(), kept)])?;
    let out = folder.path().join("out");
    let reading = workspace.reading()?;
    reading
        .contents()
        .write(&files.value[0], &out, &Progress::default())?;
    assert_eq!(fs::read(&out).unwrap(), large());
    Ok(())
}

#[test]
fn nothing_is_attached_to_a_card_that_may_not_be_seen() -> Result<()> {
    let mut desk = desk()?;
    let mut trainee = Employee::new("Виноградов", "Сергей", "");
    trainee.sees_all = false;
    desk.workspace
        .transact(Operation::AddEmployee, |tx| tx.save(&trainee))?;
    desk.workspace.sign_in(trainee.id);
    let refused = desk.attach("a.txt", b"a");
    assert!(matches!(refused, Err(Error::Missing(_))));
    Ok(())
}

//! Everything of the office in open formats: a folder with a .csv for each table, the cards as
//! .vcf and the attached files; and such a folder back into a file of ours.

mod table;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, Utc};

use super::export::Cards;
use super::{Cell, ColumnType, Delimiter, Heading, TableFormat, TableWriter, Version};
use crate::domain::client::Kind;
use crate::domain::listing::{Filter, Order};
use crate::domain::{Attachment, Id, Operation, PastImport, Progress};
use crate::error::{Error, Result};
use crate::workspace::{Arrival, Contents, Outcome, PARTS, Part, Reader, StoredCell};
use crate::workspace::{Transaction, Workspace};
use table::{marked, rows};

/// The folder of the attached files, each called by its digest.
const FILES: &str = "files";
/// How many hexadecimal digits a digest has.
const DIGEST: usize = 64;

/// What was written or taken in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Count {
    /// How many rows of each table.
    pub rows: Vec<(&'static str, u64)>,
    /// How many rows were not taken in: they stood here before, or belong to nothing.
    pub left: u64,
    /// How many attached files, each content once.
    pub files: u64,
    /// How many attached files had no content any more.
    pub missing: u64,
}

impl Count {
    /// The rows of all tables.
    pub fn total(&self) -> u64 {
        self.rows.iter().map(|(_, rows)| rows).sum()
    }
}

/// Writes everything that may be seen to `folder`, which is new or empty: wholly or not at all.
///
/// # Errors
/// [`Error::NotEmpty`] where something lies there; [`Error::Cancelled`].
pub fn write(
    (reader, contents): (Reader<'_>, &Contents),
    folder: &Path,
    (version, today): (Version, NaiveDate),
    progress: &Progress,
) -> Result<Count> {
    let is_there = is_free(folder)?;
    let mut name = folder.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", Id::<Count>::generate().raw()));
    let part = folder.with_file_name(name);
    fs::create_dir(&part).map_err(failed)?;
    let written = fill((reader, contents), &part, progress).and_then(|count| {
        let lists = [
            (Kind::Organization, "organizations.vcf"),
            (Kind::Person, "persons.vcf"),
        ];
        for (kind, name) in lists {
            let cards = Cards {
                filter: Filter::all(kind),
                order: Order::default(),
                version,
                today,
            };
            let ids = reader.order(&cards.filter, cards.order, progress)?;
            let (before, _) = progress.state();
            cards.write_behind(reader, (&part.join(name), &ids), before, progress)?;
        }
        if is_there {
            fs::remove_dir(folder).map_err(failed)?; // it is empty
        }
        fs::rename(&part, folder).map_err(failed)?;
        Ok(count)
    });
    if written.is_err() {
        // Half of everything helps nobody; the first failure is the one to tell.
        let _ = fs::remove_dir_all(&part);
    }
    written
}

/// Whether the folder is there, and empty; refuses where something lies in it.
fn is_free(folder: &Path) -> Result<bool> {
    match fs::read_dir(folder) {
        Ok(mut entries) => match entries.next() {
            None => Ok(true),
            Some(_) => Err(Error::NotEmpty(folder.to_owned())),
        },
        Err(_) if folder.exists() => Err(Error::AlreadyThere(folder.to_owned())),
        Err(_) => Ok(false),
    }
}

fn fill(
    (reader, contents): (Reader<'_>, &Contents),
    folder: &Path,
    progress: &Progress,
) -> Result<Count> {
    let mut count = Count::default();
    let mut named = BTreeSet::new();
    expect(reader, progress)?;
    let mut done = 0;
    for part in PARTS {
        let mut table = TableWriter::create(
            &path_of(folder, part),
            TableFormat::Csv(Delimiter::Semicolon),
            &headings(part),
        )?;
        let mut texts = Vec::new();
        reader.dump(part, &mut |cells| {
            progress.check()?;
            done += 1;
            progress.reach(done);
            texts.clear();
            texts.extend(cells.iter().map(|cell| match cell {
                // No table of the office holds bytes.
                StoredCell::Null | StoredCell::Bytes(_) => String::new(),
                StoredCell::Integer(number) => number.to_string(),
                StoredCell::Text(text) => marked(text),
            }));
            if let Some(content) = content_of(part, &texts) {
                named.insert(content);
            }
            // Numbers and days as they are; of a text alone something might be reckoned.
            let cells: Vec<_> = cells.iter().zip(&texts).map(cell).collect();
            table.row(&cells)
        })?;
        count.rows.push((part.name, table.finish()?));
    }
    write_contents(
        contents,
        (&folder.join(FILES), &named),
        progress,
        &mut count,
    )?;
    Ok(count)
}

/// Says how much there is to do: the rows of all tables, and each client once more as a card.
fn expect(reader: Reader<'_>, progress: &Progress) -> Result<()> {
    let mut total = 0;
    for part in PARTS {
        progress.check()?;
        let rows = reader.dump_count(part)?;
        total += match part.name {
            "clients" => 2 * rows,
            _ => rows,
        };
    }
    progress.expect(total);
    Ok(())
}

fn cell<'a>((stored, text): (&StoredCell<'_>, &'a String)) -> Cell<'a> {
    match stored {
        StoredCell::Null | StoredCell::Bytes(_) => Cell::Empty,
        StoredCell::Integer(number) => Cell::Integer(*number),
        StoredCell::Text(_) => Cell::Text(text),
    }
}

fn write_contents(
    contents: &Contents,
    (folder, named): (&Path, &BTreeSet<(String, i64)>),
    progress: &Progress,
    count: &mut Count,
) -> Result<()> {
    if named.is_empty() {
        return Ok(());
    }
    fs::create_dir(folder).map_err(failed)?;
    for (digest, size) in named {
        progress.check()?;
        let file = Attachment::new(Id::from(0), digest, digest.clone(), *size, Utc::now());
        let target = folder.join(digest);
        match contents.write(&file, &target, &Progress::default()) {
            Ok(()) => count.files += 1,
            Err(Error::NoContent(_) | Error::DamagedContent(_)) => count.missing += 1,
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Reads a folder that [`write`] has made into the office, in one operation.
///
/// # Errors
/// [`Error::NoFile`] where the folder holds no such export; [`Error::Unreadable`] names the table
/// that is damaged: then nothing is taken in.
pub fn read(
    workspace: &mut Workspace,
    folder: &Path,
    progress: &Progress,
) -> Result<Outcome<Count>> {
    // Contents come first: a row may name only what is kept.
    let mut count = look(folder, progress, &mut |path| {
        let kept = workspace.contents().keep(path, &Progress::default())?;
        Ok(path.ends_with(&kept.digest))
    })?;
    count.rows.clear();
    workspace.transact(Operation::Import, |tx| {
        tx.heed(progress);
        let mut arrival = tx.arrival()?;
        for part in PARTS
            .into_iter()
            .filter(|part| arrival.expects(*part))
            .collect::<Vec<_>>()
        {
            rows(&path_of(folder, part), part, &mut |cells| {
                progress.check()?;
                tx.place_row(&mut arrival, part, cells)
            })?;
        }
        for part in PARTS {
            let taken = take(tx, &arrival, (folder, part), progress, &mut count.left)?;
            count.rows.push((part.name, taken));
        }
        let clients = count.rows.iter().find(|(name, _)| *name == "clients");
        let name = folder.file_name().unwrap_or(folder.as_os_str());
        tx.save(&PastImport {
            added: clients.map_or(0, |(_, rows)| i64::try_from(*rows).unwrap_or(i64::MAX)),
            ..PastImport::of(name.to_string_lossy())
        })?;
        Ok(count)
    })
}

fn take(
    tx: &mut Transaction<'_>,
    arrival: &Arrival,
    (folder, part): (&Path, Part),
    progress: &Progress,
    left: &mut u64,
) -> Result<u64> {
    let mut taken = 0;
    rows(&path_of(folder, part), part, &mut |cells| {
        progress.check()?;
        match tx.take_row(arrival, part, cells)? {
            true => taken += 1,
            false => *left += 1,
        }
        Ok(())
    })?;
    Ok(taken)
}

/// Looks what such a folder holds, without a word to the office.
///
/// # Errors
/// As for [`read`].
pub fn draft(folder: &Path, progress: &Progress) -> Result<Count> {
    look(folder, progress, &mut |_| Ok(true))
}

/// Counts rows and files; `each` sees every attached file once and says whether it is sound.
fn look(
    folder: &Path,
    progress: &Progress,
    each: &mut dyn FnMut(&Path) -> Result<bool>,
) -> Result<Count> {
    let clients = folder.join("clients.csv");
    if !clients.is_file() {
        return Err(Error::NoFile(clients));
    }
    let mut count = Count::default();
    let mut contents = BTreeSet::new();
    for part in PARTS {
        let mut found = 0;
        rows(&path_of(folder, part), part, &mut |cells| {
            progress.check()?;
            found += 1;
            contents.extend(content_of(part, cells));
            Ok(())
        })?;
        count.rows.push((part.name, found));
    }
    for (digest, _) in contents {
        progress.check()?;
        // Anything else might lead out of the folder.
        let is_digest = digest.len() == DIGEST && digest.bytes().all(|b| b.is_ascii_hexdigit());
        let path = folder.join(FILES).join(&digest);
        match is_digest && path.is_file() && each(&path)? {
            true => count.files += 1,
            false => count.missing += 1,
        }
    }
    Ok(count)
}

/// The digest and the size of the content that a row names.
fn content_of<S: AsRef<str>>(part: Part, cells: &[S]) -> Option<(String, i64)> {
    let cell = |name| {
        let at = part.columns.iter().position(|column| *column == name)?;
        Some(cells.get(at + 1)?.as_ref()) // the id stands in front
    };
    let digest = cell("digest").filter(|digest| !digest.is_empty())?;
    Some((digest.to_owned(), cell("size")?.parse().unwrap_or(0)))
}

fn headings(part: Part) -> Vec<Heading> {
    let names = std::iter::once("id").chain(part.columns.iter().copied());
    names
        .map(|name| Heading::new(name, ColumnType::Text))
        .collect()
}

fn path_of(folder: &Path, part: Part) -> PathBuf {
    folder.join(format!("{}.csv", part.name))
}

fn failed(error: std::io::Error) -> Error {
    match error.kind() {
        std::io::ErrorKind::StorageFull => Error::DiskFull,
        _ => Error::failed("writing everything")(error),
    }
}

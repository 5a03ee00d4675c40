//! What is in attached files, each content once, under the SHA-256 of its bytes: up to 1 MiB in a
//! database beside the file of the office, what is longer in a folder beside it.

mod folder;
#[cfg(test)]
mod tests;

use std::fs::{self, File};
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sha2::{Digest, Sha256};

use crate::domain::attachment::{Attachment, LIMIT};
use crate::domain::{Id, Progress};
use crate::error::{Error, Result};
use crate::store::sqlite::Sqlite;
use crate::store::{Column, Database, Value};
use folder::Folder;

/// The longest content that is kept in the database, in bytes.
const SMALL: u64 = 1 << 20;
/// How much is read at once, in bytes.
const BLOCK: usize = 256 << 10;
/// What the companion of a newer program would have.
const SCHEMA: i64 = 1;

/// The contents beside one file of the office. Cheap to clone.
#[derive(Clone)]
pub struct Contents(Place);

impl std::fmt::Debug for Contents {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Contents")
    }
}

#[derive(Clone)]
enum Place {
    /// Beside the file at this path.
    Beside(PathBuf),
    /// In memory, for as long as the program runs.
    Memory(Arc<Mutex<Sqlite>>),
}

/// A content that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// SHA-256 of its bytes, in hexadecimal.
    pub digest: String,
    /// How long it is, in bytes.
    pub size: i64,
}

/// How a content that somebody names was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// As it was kept.
    Sound,
    /// Not there.
    Missing,
    /// Not what its digest says.
    Damaged,
}

impl Contents {
    /// The contents that belong to the file at `path`; nothing is made before it is needed.
    pub fn beside(path: &Path) -> Self {
        Self(Place::Beside(path.to_owned()))
    }

    /// Contents that live as long as the program.
    pub fn in_memory() -> Result<Self> {
        let database = Sqlite::in_memory()?;
        prepare(&database)?;
        Ok(Self(Place::Memory(Arc::new(Mutex::new(database)))))
    }

    /// Keeps what is in the file at `source`: when this returns, it is safely on the disk.
    ///
    /// # Errors
    /// [`Error::TooLarge`] over 50 MiB; [`Error::Cancelled`] where the user has stopped it.
    pub fn keep(&self, source: &Path, progress: &Progress) -> Result<Kept> {
        let failed = |cause: std::io::Error| match cause.kind() {
            std::io::ErrorKind::NotFound => Error::NoFile(source.to_owned()),
            _ => Error::failed("reading the file")(cause),
        };
        let found = fs::metadata(source).map_err(failed)?;
        if !found.is_file() {
            return Err(Error::IsFolder(source.to_owned()));
        }
        if found.len() > LIMIT {
            return Err(Error::TooLarge(found.len()));
        }
        progress.expect(found.len());
        self.keep_from(File::open(source).map_err(failed)?, progress)
    }

    /// Keeps bytes at hand, such as those of a document that was just made.
    ///
    /// # Errors
    /// [`Error::TooLarge`] over 50 MiB.
    pub fn keep_bytes(&self, bytes: &[u8]) -> Result<Kept> {
        let size = bytes.len() as u64;
        if size > LIMIT {
            return Err(Error::TooLarge(size));
        }
        self.keep_from(bytes, &Progress::default())
    }

    /// The same for anything that can be read.
    fn keep_from(&self, mut source: impl Read, progress: &Progress) -> Result<Kept> {
        let most = match self.0 {
            Place::Beside(_) => SMALL,
            Place::Memory(_) => LIMIT,
        };
        let mut head = Vec::new();
        copy(&mut (&mut source).take(most + 1), &mut head, progress)?;
        match &self.0 {
            _ if head.len() as u64 <= most => self.keep_small(head),
            Place::Memory(_) => Err(Error::TooLarge(head.len() as u64)),
            Place::Beside(path) => {
                Folder::beside(path).keep(&mut Cursor::new(head).chain(source), progress)
            }
        }
    }

    fn keep_small(&self, bytes: Vec<u8>) -> Result<Kept> {
        let kept = Kept {
            digest: hexadecimal(&Sha256::digest(&bytes)),
            size: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
        };
        let values = [kept.digest.to_value(), Value::Bytes(bytes)];
        // What is there already stays, unless it was damaged.
        let sql = "INSERT INTO contents (digest, bytes) VALUES ($1, $2)
                   ON CONFLICT (digest) DO UPDATE SET bytes = excluded.bytes
                    WHERE contents.bytes <> excluded.bytes";
        self.with_database(true, |database| database.execute(sql, &values))?;
        Ok(kept)
    }

    /// What is in a file.
    ///
    /// # Errors
    /// [`Error::NoContent`] where it is missing, [`Error::DamagedContent`] where it is no longer
    /// what was kept.
    pub fn read(&self, file: &Attachment) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let failed = Error::failed("reading the file");
        self.open(file)?.read_to_end(&mut bytes).map_err(failed)?;
        match hexadecimal(&Sha256::digest(&bytes)) == file.digest {
            true => Ok(bytes),
            false => Err(Error::DamagedContent(file.name.clone())),
        }
    }

    /// Writes what is in an attached file to `target`, whole or not at all; a file that stands
    /// there is replaced.
    ///
    /// # Errors
    /// [`Error::NoContent`] where it is missing, [`Error::DamagedContent`] where it is no longer
    /// what was kept.
    pub fn write(&self, file: &Attachment, target: &Path, progress: &Progress) -> Result<()> {
        progress.expect(u64::try_from(file.size).unwrap_or(0));
        let mut source = self.open(file)?;
        let name = format!(".{}.part", Id::<Kept>::generate().raw());
        let part = target.with_file_name(name);
        let failed = Error::failed("writing the file");
        let written = File::create_new(&part).map_err(&failed).and_then(|out| {
            let mut out = Hashing::new(out);
            copy(&mut source, &mut out, progress)?;
            if out.digest() != file.digest {
                return Err(Error::DamagedContent(file.name.clone()));
            }
            fs::rename(&part, target).map_err(&failed)
        });
        if written.is_err() {
            // What is half written helps nobody; the first failure is the one to tell.
            let _ = fs::remove_file(&part);
        }
        written
    }

    fn open(&self, file: &Attachment) -> Result<Box<dyn Read>> {
        if let Some(bytes) = self.small(&file.digest)? {
            return Ok(Box::new(Cursor::new(bytes)));
        }
        let large = match &self.0 {
            Place::Beside(path) => Folder::beside(path).open(&file.digest)?,
            Place::Memory(_) => None,
        };
        match large {
            Some(large) => Ok(Box::new(large)),
            None => Err(Error::NoContent(file.name.clone())),
        }
    }

    /// Whether the content is there, without looking whether it is sound.
    pub fn has(&self, digest: &str) -> Result<bool> {
        let sql = "SELECT 1 FROM contents WHERE digest = $1";
        let key = [digest.into()];
        let rows = self.with_database(false, |database| database.query(sql, &key))?;
        Ok(rows.is_some_and(|rows| !rows.is_empty())
            || match &self.0 {
                Place::Beside(path) => Folder::beside(path).open(digest)?.is_some(),
                Place::Memory(_) => false,
            })
    }

    /// Reads a content from its first byte to the last, and compares it with its digest.
    pub fn state(&self, digest: &str) -> Result<State> {
        let found = match (self.small(digest)?, &self.0) {
            (Some(bytes), _) => Some(hexadecimal(&Sha256::digest(&bytes))),
            (None, Place::Beside(path)) => Folder::beside(path).digest(digest)?,
            (None, Place::Memory(_)) => None,
        };
        Ok(match found {
            None => State::Missing,
            Some(found) if found == digest => State::Sound,
            Some(_) => State::Damaged,
        })
    }

    /// Deletes every content that `is_named` does not know, overwritten first; returns how many.
    pub fn sweep(&self, is_named: impl Fn(&str) -> bool) -> Result<usize> {
        let listed = "SELECT digest FROM contents";
        let rows = self.with_database(false, |database| database.query(listed, &[]))?;
        let mut gone = 0;
        for row in rows.unwrap_or_default() {
            let digest: String = row.get("digest")?;
            if !is_named(&digest) {
                let sql = "DELETE FROM contents WHERE digest = $1";
                let key = [digest.into()];
                self.with_database(true, |database| database.execute(sql, &key))?;
                gone += 1;
            }
        }
        if let Place::Beside(path) = &self.0 {
            gone += Folder::beside(path).sweep(is_named)?;
        }
        Ok(gone)
    }

    /// Copies everything beside a copy of the file of the office at `path`.
    pub fn copy_to(&self, path: &Path) -> Result<()> {
        let target = companion(path);
        self.with_database(false, |database| database.copy_to(&target))?;
        match &self.0 {
            Place::Beside(own) => Folder::beside(own).copy_to(&Folder::beside(path)),
            Place::Memory(_) => Ok(()),
        }
    }

    fn small(&self, digest: &str) -> Result<Option<Vec<u8>>> {
        let sql = "SELECT bytes FROM contents WHERE digest = $1";
        let key = [digest.into()];
        let rows = self.with_database(false, |database| database.query(sql, &key))?;
        let rows = rows.unwrap_or_default();
        rows.first().map(|row| row.get("bytes")).transpose()
    }

    /// Does something with the database of the small ones; nothing where there is none yet, unless
    /// it `is_made`.
    fn with_database<T>(
        &self,
        is_made: bool,
        work: impl FnOnce(&Sqlite) -> Result<T>,
    ) -> Result<Option<T>> {
        let path = match &self.0 {
            Place::Memory(database) => {
                let database: MutexGuard<'_, _> =
                    database.lock().unwrap_or_else(PoisonError::into_inner);
                return work(&database).map(Some);
            }
            Place::Beside(path) => companion(path),
        };
        if !is_made && fs::metadata(&path).map_or(true, |file| file.len() == 0) {
            return Ok(None);
        }
        let database = Sqlite::open_contents(&path)?;
        if is_made {
            prepare(&database)?;
        }
        work(&database).map(Some)
    }
}

/// Where the small contents of the file at `path` are kept.
fn companion(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-files");
    name.into()
}

fn prepare(database: &Sqlite) -> Result<()> {
    let found = database.schema_version()?;
    if found > SCHEMA {
        let known = SCHEMA;
        return Err(Error::NewerVersion { found, known });
    }
    if found < SCHEMA {
        database.batch(
            "CREATE TABLE IF NOT EXISTS contents (
                 digest TEXT PRIMARY KEY, -- SHA-256 in hexadecimal
                 bytes  BLOB NOT NULL
             ) STRICT",
        )?;
        database.set_schema_version(SCHEMA)?;
    }
    Ok(())
}

/// Copies block by block, as long as it is wanted; returns how many bytes.
fn copy(source: &mut impl Read, target: &mut impl Write, progress: &Progress) -> Result<u64> {
    let mut block = vec![0; BLOCK];
    let (mut done, _) = progress.state();
    let mut copied = 0;
    loop {
        progress.check()?;
        let read = source.read(&mut block);
        let count = read.map_err(Error::failed("reading the file"))?;
        if count == 0 {
            return Ok(copied);
        }
        let written = target.write_all(&block[..count]);
        written.map_err(Error::failed("writing the file"))?;
        copied += count as u64;
        done += count as u64;
        progress.reach(done);
    }
}

/// Writes on, and keeps the digest of what went through.
struct Hashing<W> {
    out: W,
    hash: Sha256,
}

impl<W: Write> Hashing<W> {
    fn new(out: W) -> Self {
        Self {
            out,
            hash: Sha256::new(),
        }
    }

    fn digest(self) -> String {
        hexadecimal(&self.hash.finalize())
    }
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let count = self.out.write(bytes)?;
        self.hash.update(&bytes[..count]);
        Ok(count)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.out.flush()
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

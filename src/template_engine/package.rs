//! The zip a document is: opened with limits, its parts read by name, and written again with only
//! the changed parts new.

mod content_types;
mod relationships;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Write};
use std::sync::Arc;

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::xml::Tree;
use crate::error::template::Problem;

pub use content_types::ContentTypes;
pub use relationships::{Added, Relationship, Relationships, resolve};

/// No honest document has more parts.
const MAX_ENTRIES: usize = 2_000;
/// The largest part, and all parts together, unpacked, in bytes.
const MAX_ENTRY: u64 = 64 << 20;
const MAX_TOTAL: u64 = 256 << 20;
/// Above a mebibyte nothing honest packs tighter.
const MAX_RATIO: u64 = 200;
const SMALL: u64 = 1 << 20;

/// A document as its parts.
#[derive(Debug, Clone)]
pub struct Package {
    archive: ZipArchive<Cursor<Arc<[u8]>>>,
    /// By the name in small letters, as the standard compares them.
    numbers: BTreeMap<String, usize>,
    names: Vec<String>,
}

impl Package {
    /// Opens a document, and reads every part once to see that it is whole and no bomb.
    pub fn open(bytes: Arc<[u8]>) -> Result<Self, Problem> {
        let foreign = foreign(&bytes);
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|cause| match foreign {
            Some(problem) => problem,
            None => damage(&cause),
        })?;
        if archive.len() > MAX_ENTRIES {
            return Err(Problem::TooLarge);
        }
        let mut package = Self {
            numbers: BTreeMap::new(),
            names: Vec::new(),
            archive: archive.clone(),
        };
        let twice = archive.has_duplicate_names();
        let mut total = 0;
        for number in 0..archive.len() {
            let name = measure(&mut archive, number, &mut total)?;
            let known = package.numbers.insert(name.to_lowercase(), number);
            if known.is_some() {
                return Err(Problem::SameName(name));
            }
            package.names.push(name);
        }
        if twice {
            return Err(Problem::SameName(String::new()));
        }
        Ok(package)
    }

    /// The names of the parts, in their order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// The bytes of a part; none where there is no such part.
    pub fn bytes(&self, name: &str) -> Result<Option<Vec<u8>>, Problem> {
        let Some(number) = self.numbers.get(&name.to_lowercase()) else {
            return Ok(None);
        };
        let mut archive = self.archive.clone();
        let entry = archive.by_index(*number).map_err(|cause| damage(&cause))?;
        let mut bytes = Vec::new();
        let read = entry.take(MAX_ENTRY + 1).read_to_end(&mut bytes);
        read.map_err(|_| Problem::Damaged(name.to_owned()))?;
        Ok(Some(bytes))
    }

    /// A part as a tree; none where there is no such part.
    pub fn tree(&self, name: &str) -> Result<Option<Tree>, Problem> {
        let bytes = self.bytes(name)?;
        bytes.map(|bytes| Tree::read(bytes, name)).transpose()
    }

    /// The document with some parts new, some added and some left out. What is in none of the
    /// lists is copied as it lies there, still compressed.
    pub fn with(&self, changes: &Changes) -> Result<Vec<u8>, Problem> {
        let mut archive = self.archive.clone();
        let mut out = ZipWriter::new(Cursor::new(Vec::with_capacity(64 << 10)));
        let mut write = |archive: &mut ZipArchive<_>| -> Result<(), ZipError> {
            for (number, name) in self.names.iter().enumerate() {
                if changes.removed.contains(name) {
                    continue;
                }
                let Some(bytes) = changes.parts.get(name) else {
                    out.raw_copy_file(archive.by_index_raw(number)?)?;
                    continue;
                };
                out.start_file(name.as_str(), options(name))?;
                out.write_all(bytes)?;
            }
            let new = |(name, _): &(&String, _)| !self.names.contains(name);
            for (name, bytes) in changes.parts.iter().filter(new) {
                out.start_file(name.as_str(), options(name))?;
                out.write_all(bytes)?;
            }
            Ok(())
        };
        write(&mut archive).map_err(|cause| damage(&cause))?;
        let out = out.finish().map_err(|cause| damage(&cause))?;
        Ok(out.into_inner())
    }
}

/// What becomes different in a document.
#[derive(Debug, Default, Clone)]
pub struct Changes {
    /// Parts with new bytes, also those that were not there.
    pub parts: BTreeMap<String, Vec<u8>>,
    /// Parts that are left out.
    pub removed: BTreeSet<String>,
}

/// The same bytes come out at any time and anywhere: no date of today. What is packed already is
/// only stored.
fn options(name: &str) -> SimpleFileOptions {
    let is_packed = [".png", ".jpg", ".jpeg", ".gif"]
        .iter()
        .any(|end| name.ends_with(end));
    let method = if is_packed {
        CompressionMethod::Stored
    } else {
        CompressionMethod::Deflated
    };
    SimpleFileOptions::default()
        .compression_method(method)
        .compression_level((!is_packed).then_some(COMPRESSION))
        .last_modified_time(zip::DateTime::default())
}

/// A few percent larger than the best, in a third of its time.
const COMPRESSION: i64 = 4;

/// The name of an entry, after it was read to its end and counted.
fn measure(
    archive: &mut ZipArchive<Cursor<Arc<[u8]>>>,
    number: usize,
    total: &mut u64,
) -> Result<String, Problem> {
    let entry = archive.by_index(number).map_err(|cause| damage(&cause))?;
    let name = entry.name().map_err(|cause| damage(&cause))?.into_owned();
    if is_escaping(&name) {
        return Err(Problem::EscapingName(name));
    }
    let packed = entry.compressed_size();
    let mut counted = entry.take(MAX_ENTRY + 1);
    let size = std::io::copy(&mut counted, &mut std::io::sink());
    let size = size.map_err(|_| Problem::Damaged(name.clone()))?;
    *total += size;
    let is_bomb = size > SMALL && size / packed.max(1) > MAX_RATIO;
    if size > MAX_ENTRY || *total > MAX_TOTAL || is_bomb {
        return Err(Problem::TooLarge);
    }
    Ok(name)
}

fn is_escaping(name: &str) -> bool {
    let is_drive = name.as_bytes().get(1) == Some(&b':');
    let steps = name.split(['/', '\\']);
    name.starts_with(['/', '\\'])
        || is_drive
        || name.contains('\0')
        || steps.into_iter().any(|step| step == "..")
}

fn damage(cause: &ZipError) -> Problem {
    match cause {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Problem::Locked,
        _ => Problem::Damaged(String::new()),
    }
}

/// What a file is that is no zip.
fn foreign(bytes: &[u8]) -> Option<Problem> {
    const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    if bytes.starts_with(COMPOUND) {
        let locked: Vec<u8> = "EncryptedPackage"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let is_locked = bytes
            .windows(locked.len())
            .any(|window| window == locked.as_slice());
        return Some(if is_locked {
            Problem::Locked
        } else {
            Problem::OldWord
        });
    }
    (!bytes.starts_with(b"PK")).then_some(Problem::NotWord)
}

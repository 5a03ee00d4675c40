//! A file of cards.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{REFUSED, VCard, bytes};
use crate::error::{Error, Result, TableFault};

/// Bytes looked at to know a file of cards from a table.
const OPENING: u64 = 4096;

/// A file of cards, read. Cheap to clone.
#[derive(Debug, Clone)]
pub struct CardFile {
    path: PathBuf,
    cards: Arc<[VCard]>,
}

impl CardFile {
    /// Whether a file holds cards rather than a table; false where it cannot be read.
    pub fn is_one(path: &Path) -> bool {
        let mut opening = Vec::new();
        let read = File::open(path).and_then(|file| file.take(OPENING).read_to_end(&mut opening));
        read.is_ok() && bytes::is_card(&opening)
    }

    /// Reads all cards of a file.
    ///
    /// # Errors
    /// When there is no such file, or no card in it.
    pub fn open(path: &Path) -> Result<Self> {
        let bytes = fs::read(path).map_err(Error::reading(path))?;
        let mut cards = bytes::cards(&bytes);
        for card in &mut cards {
            card.lines.retain(|line| !line.is(REFUSED));
        }
        if cards.is_empty() {
            return Err(Error::UnreadableTable(TableFault::NoCards));
        }
        Ok(Self {
            path: path.to_owned(),
            cards: cards.into(),
        })
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// How many cards it holds.
    pub fn count(&self) -> usize {
        self.cards.len()
    }

    pub(in crate::exchange) fn cards(&self) -> &[VCard] {
        &self.cards
    }
}

//! Long texts in a file of their own, beside the table: .dbt of dBase, .fpt of FoxPro.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use crate::error::{Error, Result};

/// Nobody has written a longer note; a damaged length is cut here, in bytes.
const LONGEST: u64 = 1 << 20;

/// An open memo file.
pub(super) struct Memo {
    file: BufReader<File>,
    block: u64,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// dBase III: up to two marks of an end.
    Ended,
    /// dBase IV: behind a mark and a length, the low byte first.
    Counted,
    /// FoxPro: behind a kind and a length, the high byte first.
    Fox,
}

impl Memo {
    /// The memo file of a table of that kind; `None` where there is none, as when it was not sent
    /// along: the table is read without it.
    pub fn beside(path: &Path, table: u8) -> Result<Option<Self>> {
        for (ending, kind) in [("fpt", Kind::Fox), ("dbt", Kind::Ended)] {
            for ending in [ending.to_owned(), ending.to_uppercase()] {
                let Ok(file) = File::open(path.with_extension(ending)) else {
                    continue;
                };
                let memo = Self::of(BufReader::new(file), kind, table);
                return memo.map(Some).map_err(Error::failed("reading memos"));
            }
        }
        Ok(None)
    }

    fn of(mut file: BufReader<File>, kind: Kind, table: u8) -> io::Result<Self> {
        let mut head = [0; 24];
        file.read_exact(&mut head)?;
        let (kind, block) = match kind {
            Kind::Fox => (Kind::Fox, u16::from_be_bytes([head[6], head[7]])),
            _ if table == 0x8b => {
                let block = u16::from_le_bytes([head[20], head[21]]);
                (Kind::Counted, block)
            }
            _ => (Kind::Ended, 512),
        };
        let block = if block == 0 { 512 } else { u64::from(block) };
        Ok(Self { file, block, kind })
    }

    /// The bytes of the memo that begins in that block; none where the file is shorter.
    pub fn read(&mut self, block: u64) -> io::Result<Vec<u8>> {
        self.file.seek(SeekFrom::Start(block * self.block))?;
        let mut head = [0; 8];
        let mut text = Vec::new();
        if self.kind != Kind::Ended && self.file.read_exact(&mut head).is_err() {
            return Ok(text);
        }
        let [.., a, b, c, d] = head;
        let length = match self.kind {
            Kind::Ended => LONGEST,
            Kind::Counted => u64::from(u32::from_le_bytes([a, b, c, d])).saturating_sub(8),
            Kind::Fox => u64::from(u32::from_be_bytes([a, b, c, d])),
        };
        let mut rest = self.file.by_ref().take(length.min(LONGEST));
        match self.kind {
            Kind::Ended => {
                let mut rest = BufReader::new(rest);
                io::BufRead::read_until(&mut rest, 0x1a, &mut text)?;
                text.pop_if(|last| *last == 0x1a);
            }
            _ => {
                rest.read_to_end(&mut text)?;
            }
        }
        Ok(text)
    }
}

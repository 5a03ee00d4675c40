//! Contact cards of other programs (vCard 2.1, 3.0 and 4.0): read, understood, written again.
//!
//! A card is kept as its content lines, so that whatever we do not know of stays as it was.

mod bytes;
mod edition;
mod file;
mod line;
mod quoted;
mod said;
mod write;

use std::fmt;

pub use file::CardFile;
pub(super) use line::Line;
pub(super) use said::{Place, Said};
use write::REFUSED;
pub(super) use write::{Names, own_id, refused, written};

/// Which edition of vCard to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Version {
    /// 2.1: phones of the years about 2000, and programs that stopped there.
    V2,
    /// 3.0 (RFC 2426): every phone and every mail program reads it.
    #[default]
    V3,
    /// 4.0 (RFC 6350).
    V4,
}

impl Version {
    /// As the card says it.
    pub fn name(self) -> &'static str {
        match self {
            Self::V2 => "2.1",
            Self::V3 => "3.0",
            Self::V4 => "4.0",
        }
    }
}

/// One card: its content lines, without those that begin and end it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct VCard {
    pub lines: Vec<Line>,
}

impl VCard {
    /// The card that [`fmt::Display`] wrote, to be kept.
    pub fn from_raw(raw: &str) -> Self {
        Self {
            lines: raw.lines().filter_map(Line::parse).collect(),
        }
    }

    /// The lines of that property.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Line> {
        self.lines.iter().filter(move |line| line.is(name))
    }

    /// The first line of that property that says something.
    pub fn first(&self, name: &str) -> Option<&Line> {
        self.lines
            .iter()
            .find(|line| line.is(name) && !line.value.trim().is_empty())
    }

    /// The text of a property; empty where it says nothing.
    pub fn text(&self, name: &str) -> String {
        self.first(name).map(Line::text).unwrap_or_default()
    }

    /// The name the other program gives it. A card that has none goes by its content, so that the
    /// same card is known again.
    pub fn uid(&self) -> String {
        let uid = self.text("UID");
        match uid.trim() {
            "" => format!("{DIGEST}{:016x}", self.digest()),
            uid => uid.to_owned(),
        }
    }

    /// FNV-1a over what a program does not make anew at each export.
    fn digest(&self) -> u64 {
        let lines = self.lines.iter();
        let lasting = lines.filter(|line| !line.is("REV") && !line.is("PRODID"));
        let mut hash = 0xcbf2_9ce4_8422_2325u64;
        for byte in lasting.flat_map(|line| line.to_string().into_bytes()) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        hash
    }
}

/// Before the digest that stands for a name that is missing.
const DIGEST: &str = "digest:";

impl fmt::Display for VCard {
    /// Decoded and unfolded, a content line a line: the form in which it is kept.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in &self.lines {
            writeln!(f, "{line}")?;
        }
        Ok(())
    }
}

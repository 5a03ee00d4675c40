//! One column of some hundred lines as bytes: the values, then which line says which.
//!
//! The number of values and the length of each stand in front, four bytes a number, the lowest first.
//! Behind the values stands a byte for each line that tells its value; not where there is but one
//! value, nor where each line has its own. A number takes eight bytes, and none where it is not known.

use std::collections::HashMap;

use crate::error::{Error, Result};
use crate::store::Cell;

/// How many lines a piece has at most: the place of a value fits in a byte.
pub const ROWS: usize = 256;

/// So many values are compared one by one.
const FEW: u8 = 12;

/// What the values of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nature {
    /// Numbers, the same ones again and again.
    Number,
    /// Texts, the same ones again and again.
    Text,
    /// Numbers or texts of which hardly two are the same.
    Own,
}

/// A column in the making.
pub struct Packer {
    nature: Nature,
    /// The places of all but the first few values.
    known: HashMap<Vec<u8>, u8>,
    lengths: Vec<u32>,
    bytes: Vec<u8>,
    codes: Vec<u8>,
}

impl Packer {
    /// An empty column.
    pub fn new(nature: Nature) -> Self {
        Self {
            nature,
            known: HashMap::new(),
            lengths: Vec::new(),
            bytes: Vec::new(),
            codes: Vec::new(),
        }
    }

    /// Adds the value of the next line.
    pub fn add(&mut self, cell: Cell<'_>) {
        let number;
        let value: &[u8] = match cell {
            Cell::Null => &[],
            Cell::Integer(n) => {
                number = n.to_le_bytes();
                &number
            }
            Cell::Text(text) => text.as_bytes(),
            Cell::Bytes(bytes) => bytes,
        };
        if self.nature == Nature::Own {
            self.push(value);
            return;
        }
        let code = self.code(value);
        self.codes.push(code);
    }

    /// The place of a value, which is added where it is new.
    fn code(&mut self, value: &[u8]) -> u8 {
        // Most columns say few things: those are looked through faster than looked up.
        let mut start = 0;
        for (code, length) in (0..FEW).zip(&self.lengths) {
            let end = start + *length as usize;
            if self.bytes.get(start..end) == Some(value) {
                return code;
            }
            start = end;
        }
        if let Some(code) = self.known.get(value) {
            return *code;
        }
        let code = self.push(value);
        if code >= FEW {
            self.known.insert(value.to_vec(), code);
        }
        code
    }

    fn push(&mut self, value: &[u8]) -> u8 {
        let code = self.lengths.len() as u8; // at most ROWS of them
        self.lengths.push(value.len() as u32);
        self.bytes.extend_from_slice(value);
        code
    }

    /// The bytes of the column; it is empty again after that.
    pub fn take(&mut self) -> Vec<u8> {
        let count = self.lengths.len() as u32;
        let mut packed = count.to_le_bytes().to_vec();
        let lengths = self.lengths.iter().flat_map(|length| length.to_le_bytes());
        packed.extend(lengths);
        packed.extend_from_slice(&self.bytes);
        if count > 1 {
            packed.extend_from_slice(&self.codes);
        }
        self.known.clear();
        self.lengths.clear();
        self.bytes.clear();
        self.codes.clear();
        packed
    }
}

/// A column that is looked at.
pub struct Packed<'a> {
    is_text: bool,
    /// Where each value ends.
    ends: Vec<usize>,
    values: &'a [u8],
    codes: Codes<'a>,
}

enum Codes<'a> {
    /// All lines say the same.
    One,
    /// Each line has its own value.
    Own,
    /// The place of the value of each line.
    Each(&'a [u8]),
}

impl<'a> Packed<'a> {
    /// Looks at the bytes of a column of `rows` lines.
    ///
    /// # Errors
    /// [`Error::Unreadable`] where they are not one.
    pub fn of(bytes: &'a [u8], (nature, is_text): (Nature, bool), rows: usize) -> Result<Self> {
        let unreadable = || Error::Unreadable("cells");
        let (numbers, _) = bytes.as_chunks::<4>();
        let number = |at: usize| {
            numbers
                .get(at)
                .map(|bytes| u32::from_le_bytes(*bytes) as usize)
        };
        let count = number(0).ok_or_else(unreadable)?;
        let mut end = 0;
        let ends = (1..=count).map(|at| {
            end += number(at)?;
            Some(end)
        });
        let ends: Vec<_> = ends.collect::<Option<_>>().ok_or_else(unreadable)?;
        let (values, codes) = bytes
            .get(4 * (count + 1)..)
            .and_then(|rest| rest.split_at_checked(end))
            .ok_or_else(unreadable)?;
        let codes = match (nature, count) {
            (Nature::Own, _) if count == rows => Codes::Own,
            (Nature::Number | Nature::Text, 1) => Codes::One,
            (Nature::Number | Nature::Text, _) if codes.len() == rows => Codes::Each(codes),
            _ => return Err(unreadable()),
        };
        Ok(Self {
            is_text,
            ends,
            values,
            codes,
        })
    }

    /// How many values there are.
    pub fn count(&self) -> usize {
        self.ends.len()
    }

    /// Which value a line says.
    pub fn code(&self, row: usize) -> usize {
        match self.codes {
            Codes::One => 0,
            Codes::Own => row,
            Codes::Each(codes) => codes.get(row).copied().unwrap_or_default().into(),
        }
    }

    /// One of the values.
    ///
    /// # Errors
    /// [`Error::Unreadable`] where the bytes are no such value.
    pub fn value(&self, code: usize) -> Result<Cell<'a>> {
        let unreadable = || Error::Unreadable("cells");
        let start = code
            .checked_sub(1)
            .map_or(Some(0), |before| self.ends.get(before).copied());
        let value = start
            .zip(self.ends.get(code))
            .and_then(|(start, end)| self.values.get(start..*end))
            .ok_or_else(unreadable)?;
        Ok(match self.is_text {
            true => Cell::Text(str::from_utf8(value).map_err(|_| unreadable())?),
            false if value.is_empty() => Cell::Null,
            false => {
                let bytes = value.try_into().map_err(|_| unreadable())?;
                Cell::Integer(i64::from_le_bytes(bytes))
            }
        })
    }

    /// What a line says.
    ///
    /// # Errors
    /// [`Error::Unreadable`] where the bytes are no such value.
    pub fn cell(&self, row: usize) -> Result<Cell<'a>> {
        self.value(self.code(row))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_the_same(nature: Nature, is_text: bool, cells: &[Cell<'_>]) {
        let mut packer = Packer::new(nature);
        for _ in 0..2 {
            cells.iter().for_each(|cell| packer.add(*cell));
            let bytes = packer.take();
            let packed = Packed::of(&bytes, (nature, is_text), cells.len()).unwrap();
            let read: Vec<_> = (0..cells.len())
                .map(|row| packed.cell(row).unwrap())
                .collect();
            assert_eq!(read, cells);
        }
    }

    #[test]
    fn what_is_packed_is_read_again() {
        let texts = ["Москва", "", "Тверь", "Москва"].map(Cell::Text);
        is_the_same(Nature::Text, true, &texts);
        is_the_same(Nature::Own, true, &texts);
        is_the_same(Nature::Text, true, &[Cell::Text("")]);
        let numbers = [Cell::Integer(-5), Cell::Null, Cell::Integer(i64::MAX)];
        is_the_same(Nature::Number, false, &numbers);
        is_the_same(Nature::Own, false, &numbers);
        let many: Vec<_> = (0..ROWS as i64).map(Cell::Integer).collect();
        is_the_same(Nature::Number, false, &many);
    }

    #[test]
    fn cut_bytes_are_refused() {
        let mut packer = Packer::new(Nature::Text);
        packer.add(Cell::Text("Москва"));
        packer.add(Cell::Text("Тверь"));
        let bytes = packer.take();
        for length in 0..bytes.len() {
            let cut = Packed::of(&bytes[..length], (Nature::Text, true), 2);
            assert!(cut.is_err(), "{length}");
        }
    }
}

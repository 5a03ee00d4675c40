//! Where entries stand in columns of days.

use chrono::{NaiveDate, TimeZone};

use crate::domain::calendar::packing::{self, Slot};
use crate::domain::calendar::{Entry, wall_clock};
use crate::domain::{Employee, Id};

/// No entry is drawn lower than this, in minutes: its heading has to be read.
pub const LOWEST: i64 = 20;

/// A column: one day of one employee, or of several laid over each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The day.
    pub day: NaiveDate,
    /// Whose.
    pub employees: Vec<Id<Employee>>,
}

/// What is seen of an entry in one column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Which entry.
    pub entry: usize,
    /// In which column.
    pub column: usize,
    /// From which minute of the day.
    pub from: i64,
    /// To which minute of the day.
    pub to: i64,
    /// Beside which others.
    pub slot: Slot,
    /// Whether the entry begins here.
    pub is_first: bool,
    /// Whether the entry ends here.
    pub is_last: bool,
}

/// An entry above the hours, over one column or several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// Which entry.
    pub entry: usize,
    /// Its first column.
    pub first: usize,
    /// Its last column.
    pub last: usize,
    /// In which line, counted from above.
    pub lane: usize,
    /// Whether it began on an earlier day.
    pub is_continued: bool,
    /// Whether it goes on after the last day.
    pub goes_on: bool,
}

/// Entries in their places.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arranged {
    /// Those among the hours, by column and beginning.
    pub blocks: Vec<Block>,
    /// Those above the hours.
    pub bars: Vec<Bar>,
}

impl Arranged {
    /// How many lines there are above the hours.
    pub fn lanes(&self) -> usize {
        self.bars.iter().map(|bar| bar.lane + 1).max().unwrap_or(0)
    }
}

/// Puts entries into columns, as the clocks of a zone stand.
pub fn arrange<Tz: TimeZone>(zone: &Tz, columns: &[Column], entries: &[Entry]) -> Arranged {
    let mut arranged = Arranged::default();
    for (index, entry) in entries.iter().enumerate() {
        match entry.is_above_hours() {
            true => arranged.bars.extend(bars(zone, columns, index, entry)),
            false => arranged.blocks.extend(blocks(zone, columns, index, entry)),
        }
    }
    let spans: Vec<_> = arranged
        .bars
        .iter()
        .map(|bar| (bar.first, bar.last))
        .collect();
    for (bar, lane) in arranged.bars.iter_mut().zip(packing::lanes(&spans)) {
        bar.lane = lane;
    }
    let blocks = &mut arranged.blocks;
    blocks.sort_by_key(|block| (block.column, block.from, block.entry));
    for column in blocks.chunk_by_mut(|one, other| one.column == other.column) {
        let times: Vec<_> = column.iter().map(|one| (one.from, drawn_to(one))).collect();
        for (block, slot) in column.iter_mut().zip(packing::pack(&times)) {
            block.slot = slot;
        }
    }
    arranged
}

/// To which minute it is drawn, since it has to have some height.
fn drawn_to(block: &Block) -> i64 {
    block.to.max(block.from + LOWEST)
}

fn stands_in(entry: &Entry, column: &Column) -> bool {
    let mut whose = entry.employees.iter();
    whose.any(|employee| column.employees.contains(employee))
}

fn blocks<Tz: TimeZone>(zone: &Tz, columns: &[Column], index: usize, entry: &Entry) -> Vec<Block> {
    let alone = Slot {
        at: 0,
        span: 1,
        of: 1,
    };
    let mut blocks = Vec::new();
    for piece in wall_clock::pieces(zone, entry.when.begins(), entry.ends) {
        let columns = columns.iter().enumerate();
        let whose = columns.filter(|(_, one)| one.day == piece.day && stands_in(entry, one));
        blocks.extend(whose.map(|(column, _)| Block {
            entry: index,
            column,
            from: piece.from,
            to: piece.to,
            slot: alone,
            is_first: piece.is_first,
            is_last: piece.is_last,
        }));
    }
    blocks
}

/// The runs of columns beside each other that an entry covers.
fn bars<Tz: TimeZone>(zone: &Tz, columns: &[Column], index: usize, entry: &Entry) -> Vec<Bar> {
    let (first, last) = entry.days(zone);
    let mut bars: Vec<Bar> = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        if !(first..=last).contains(&column.day) || !stands_in(entry, column) {
            continue;
        }
        match bars.last_mut() {
            Some(bar) if bar.last + 1 == at => bar.last = at,
            _ => bars.push(Bar {
                entry: index,
                first: at,
                last: at,
                lane: 0,
                is_continued: false,
                goes_on: false,
            }),
        }
    }
    for bar in &mut bars {
        bar.is_continued = columns[bar.first].day > first;
        bar.goes_on = columns[bar.last].day < last;
    }
    bars
}

//! What is to become different in a part, gathered in any order and then made into pieces.

use std::ops::Range;

use super::piece::{Choice, Control, Each, Piece, When};
use super::tag::{Block, Condition};
use crate::error::template::Place;

/// A change at a place of a part.
#[derive(Debug, Clone)]
pub struct Edit {
    /// The bytes that go.
    pub place: Range<usize>,
    /// Which of several changes that begin at one place comes first.
    pub order: usize,
    /// What comes instead, or what begins or ends here.
    pub change: Change,
}

/// What a change does.
#[derive(Debug, Clone)]
pub enum Change {
    /// Puts pieces there; none only cuts.
    Put(Vec<Piece>),
    /// Begins a repeat or a condition.
    Begin(Block, Place),
    /// What is written otherwise begins.
    Else,
    /// The last one that was begun ends.
    End,
    /// A table begins that may lose all its rows.
    Table,
    /// A content control begins.
    Control {
        /// What is written for the first name the data have.
        choices: Vec<Choice>,
        /// Whether the data have to have one.
        is_strict: bool,
        /// Where it stands.
        place: Place,
    },
    /// A text begins that has to end with a paragraph; the prefix of its elements.
    Holder(String),
}

/// The changes of a part.
#[derive(Debug, Clone, Default)]
pub struct Edits {
    list: Vec<Edit>,
}

impl Edits {
    /// Cuts bytes.
    pub fn cut(&mut self, place: Range<usize>) {
        self.put(place, Vec::new());
    }

    /// Puts pieces where bytes were.
    pub fn put(&mut self, place: Range<usize>, pieces: Vec<Piece>) {
        let order = place.start;
        self.add(place, order, Change::Put(pieces));
    }

    /// Puts markup at a place.
    pub fn insert(&mut self, at: usize, markup: String) {
        self.put(at..at, vec![Piece::Markup(markup)]);
    }

    /// Notes a change.
    pub fn add(&mut self, place: Range<usize>, order: usize, change: Change) {
        self.list.push(Edit {
            place,
            order,
            change,
        });
    }

    /// What is repeated.
    pub fn repeats(&self) -> Vec<Range<usize>> {
        let mut turns: Vec<&Edit> = self
            .list
            .iter()
            .filter(|edit| !matches!(edit.change, Change::Put(_) | Change::Else))
            .collect();
        turns.sort_by_key(|edit| (edit.place.start, edit.order));
        let (mut open, mut repeats) = (Vec::new(), Vec::new());
        for edit in turns {
            match edit.change {
                Change::End => {
                    let begun: Option<(usize, bool)> = open.pop();
                    repeats.extend(
                        begun
                            .filter(|(_, is_repeat)| *is_repeat)
                            .map(|(start, _)| start..edit.place.end),
                    );
                }
                _ => {
                    let is_repeat = matches!(edit.change, Change::Begin(Block::Each(_), _));
                    open.push((edit.place.start, is_repeat));
                }
            }
        }
        repeats
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The pieces of a stretch of the part. Changes inside one that goes are left out, except
    /// where something begins or ends.
    pub fn pieces(&mut self, range: Range<usize>) -> Vec<Piece> {
        let inside = |edit: &Edit| edit.place.start >= range.start && edit.place.end <= range.end;
        self.made(range.clone(), inside)
    }

    /// The same without what is put at the very ends, which belongs to what lies beside.
    pub fn pieces_within(&mut self, range: Range<usize>) -> Vec<Piece> {
        let inside = |edit: &Edit| {
            let is_at_end = edit.place.end == range.start || edit.place.start == range.end;
            edit.place.start >= range.start && edit.place.end <= range.end && !is_at_end
        };
        self.made(range.clone(), inside)
    }

    fn made(&mut self, range: Range<usize>, inside: impl Fn(&Edit) -> bool) -> Vec<Piece> {
        self.list.sort_by_key(|edit| (edit.place.start, edit.order));
        let mut growing = Growing::new(range.start);
        for edit in self.list.iter().filter(|edit| inside(edit)) {
            growing.take(edit);
        }
        growing.raw(range.end);
        growing.finish()
    }
}

struct Growing {
    at: usize,
    /// The bytes that went last.
    gone: Range<usize>,
    frames: Vec<Frame>,
    pieces: Vec<Piece>,
}

/// Something that has begun and not ended, and the pieces before it.
struct Frame {
    before: Vec<Piece>,
    then: Option<Vec<Piece>>,
    opened: Change,
}

impl Growing {
    fn new(at: usize) -> Self {
        Self {
            at,
            gone: at..at,
            frames: Vec::new(),
            pieces: Vec::new(),
        }
    }

    fn raw(&mut self, end: usize) {
        if end > self.at {
            self.pieces.push(Piece::Raw(self.at..end));
            self.at = end;
        }
    }

    fn take(&mut self, edit: &Edit) {
        let is_covered = edit.place.start < self.at;
        let start = edit.place.start;
        match &edit.change {
            // What begins and ends within what goes, goes with it.
            _ if self.gone.start < start && start < self.gone.end => {}
            Change::Put(_) if is_covered => {}
            Change::Put(pieces) => {
                self.raw(edit.place.start);
                self.pieces.extend(pieces.iter().cloned());
                self.at = self.at.max(edit.place.end);
                self.gone = edit.place.clone();
            }
            change => {
                self.raw(edit.place.start);
                self.at = self.at.max(edit.place.end);
                self.turn(change);
            }
        }
    }

    fn turn(&mut self, change: &Change) {
        match change {
            Change::Else => {
                let then = std::mem::take(&mut self.pieces);
                if let Some(frame) = self.frames.last_mut() {
                    frame.then.get_or_insert_default().extend(then);
                }
            }
            Change::End => self.end(),
            opened => {
                let before = std::mem::take(&mut self.pieces);
                self.frames.push(Frame {
                    before,
                    then: None,
                    opened: opened.clone(),
                });
            }
        }
    }

    fn end(&mut self) {
        let Some(frame) = self.frames.pop() else {
            return;
        };
        let last = std::mem::replace(&mut self.pieces, frame.before);
        let (then, otherwise) = match frame.then {
            Some(then) => (then, last),
            None => (last, Vec::new()),
        };
        self.pieces.push(match frame.opened {
            Change::Begin(Block::Each(value), place) if otherwise.is_empty() => {
                let body = then;
                Piece::Each(Box::new(Each { value, body, place }))
            }
            // "Otherwise" of a repeat is what is written where its list is empty.
            Change::Begin(Block::Each(value), place) => {
                let each = Each {
                    value: value.clone(),
                    body: then,
                    place: place.clone(),
                };
                let then = vec![Piece::Each(Box::new(each))];
                when(Condition::Is(value), then, otherwise, place)
            }
            Change::Begin(Block::Unless(value), place) => {
                let condition = Condition::Not(Box::new(Condition::Is(value)));
                when(condition, then, otherwise, place)
            }
            Change::Begin(Block::If(condition), place) => when(condition, then, otherwise, place),
            Change::Holder(prefix) => Piece::Holder(then, prefix),
            Change::Control {
                choices,
                is_strict,
                place,
            } => Piece::Control(Box::new(Control {
                choices,
                otherwise: then,
                is_strict,
                place,
            })),
            _ => Piece::Table(then),
        });
    }

    fn finish(mut self) -> Vec<Piece> {
        while !self.frames.is_empty() {
            self.end();
        }
        self.pieces
    }
}

fn when(condition: Condition, then: Vec<Piece>, otherwise: Vec<Piece>, place: Place) -> Piece {
    Piece::When(Box::new(When {
        condition,
        then,
        otherwise,
        place,
    }))
}

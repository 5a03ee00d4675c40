//! NEXT, NEXTIF and SKIPIF: from one record of a mail merge to the next.

use super::Reading;
use crate::error::template::Place;
use crate::template_engine::field_code::Code;
use crate::template_engine::tag::Condition;

/// What such a field does.
pub enum Turn {
    /// What follows is of the next record.
    Next(Next),
    /// The record gets no document.
    Skip(Skip),
}

/// The next record begins here.
#[derive(Debug, Clone)]
pub struct Next {
    /// Only where this holds.
    pub condition: Option<Condition>,
    /// Where it stands.
    pub place: Place,
}

/// Records that get no document.
#[derive(Debug, Clone)]
pub struct Skip {
    /// Those of which this holds.
    pub condition: Condition,
    /// Where it stands.
    pub place: Place,
}

impl Reading {
    /// Reads such a field; none where it is not understood.
    pub(super) fn turn(&mut self, code: &Code) -> Option<Turn> {
        let place = self.place.clone();
        let words = code.words();
        Some(match code.kind().as_str() {
            "NEXT" => Turn::Next(Next {
                condition: None,
                place,
            }),
            "NEXTIF" => Turn::Next(Next {
                condition: Some(self.comparison(&words)?.0),
                place,
            }),
            "SKIPIF" => Turn::Skip(Skip {
                condition: self.comparison(&words)?.0,
                place,
            }),
            _ => return None,
        })
    }
}

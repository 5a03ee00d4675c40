//! A page that is set: what stands where on it, in points from its upper left corner.

use std::sync::Arc;

use iced::{Color, Point, Rectangle, Size};

use crate::template_engine::preview::{Face, Origin};

/// Pages that are set and ready to be drawn. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Sheets {
    /// The pages, in their order.
    pub pages: Arc<[Leaf]>,
    /// Whether there are more pages than are set.
    pub is_cut: bool,
}

/// A page.
#[derive(Debug, Clone, Default)]
pub struct Leaf {
    /// How large it is.
    pub size: Size,
    /// What stands on it, what lies below coming first.
    pub marks: Vec<Mark>,
}

/// A thing on a page.
#[derive(Debug, Clone)]
pub enum Mark {
    /// A filled rectangle: a line, the ground of a cell, a dot of a picture.
    Fill(Rectangle, Color),
    /// The ground of a value that came from a field.
    Field(Rectangle, Origin),
    /// A frame where a picture stands that is not drawn.
    Frame(Rectangle),
    /// Words on a line.
    Words(Words),
}

/// Words on a line, of one look.
#[derive(Debug, Clone)]
pub struct Words {
    /// What they say.
    pub text: String,
    /// Where their line begins.
    pub at: Point,
    /// How large they are.
    pub size: f32,
    /// Their letters.
    pub font: Letters,
    /// Their colour, unless it is that of any text.
    pub colour: Option<Color>,
    /// Where they come from.
    pub origin: Origin,
}

/// Letters of a sort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Letters {
    /// With feet or without.
    pub is_serif: bool,
    /// Whether they are bold.
    pub is_bold: bool,
    /// Whether they are slanted.
    pub is_italic: bool,
}

impl Letters {
    /// Those of a sort that we have.
    pub fn of(face: Face, is_bold: bool, is_italic: bool) -> Self {
        let is_serif = face == Face::Serif;
        Self {
            is_serif,
            is_bold,
            is_italic: is_italic && is_serif,
        }
    }

    /// How far they rise above their line, in parts of their size.
    pub fn ascent(self) -> f32 {
        if self.is_serif { 0.891 } else { 0.905 }
    }

    /// How far they reach below it.
    pub fn descent(self) -> f32 {
        if self.is_serif { 0.216 } else { 0.212 }
    }

    /// What stays free between two of their lines.
    pub fn gap(self) -> f32 {
        if self.is_serif { 0.042 } else { 0.033 }
    }

    /// How wide a blank is.
    pub fn blank(self) -> f32 {
        if self.is_serif { 0.25 } else { 0.278 }
    }
}

impl Mark {
    /// The same further to the right and further down.
    pub fn moved(mut self, right: f32, down: f32) -> Self {
        match &mut self {
            Self::Fill(place, _) | Self::Field(place, _) | Self::Frame(place) => {
                place.x += right;
                place.y += down;
            }
            Self::Words(words) => {
                words.at.x += right;
                words.at.y += down;
            }
        }
        self
    }
}

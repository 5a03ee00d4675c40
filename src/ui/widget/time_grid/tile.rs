//! The words of a tile: as many lines as it has room for.

use iced::advanced::text::{LineHeight, Shaping, Text, Wrapping, paragraph};
use iced::alignment::Vertical;
use iced::{Font, Pixels, Rectangle, Renderer, Size};

use super::{Tile, y_of};
use crate::domain::calendar::Block;
use crate::domain::calendar::arrange::LOWEST;
use crate::ui::style::{FONT, SEMIBOLD, size};
use crate::ui::widget::ellipsis::cut;

pub(super) type Plain = paragraph::Plain<<Renderer as iced::advanced::text::Renderer>::Paragraph>;

/// The mark of whose a tile is, in logical pixels.
pub(super) const MARK: f32 = 18.0;
/// From the left side of a tile to its words, in logical pixels.
pub(super) const INSET: f32 = 11.0;
/// From the upper side of a tile to its words where there is room, in logical pixels.
const ABOVE: f32 = 4.0;
/// The same where there is none to spare, in logical pixels.
const ABOVE_LEAST: f32 = 1.0;
/// The height of a line by the size of its type.
const LINE: f32 = 1.25;
/// How high a heading and a line of details are, in logical pixels.
const TWO_LINES: f32 = (size::SMALL + size::HINT) * LINE;
/// In a tile with less width for words there are no details, in logical pixels.
const LEGIBLE: f32 = 40.0;
/// A tile lower than this has one line, in logical pixels.
const ONE_LINE: f32 = TWO_LINES + 2.0 * ABOVE_LEAST;

/// How high a tile is drawn.
pub(super) fn height(block: &Block) -> f32 {
    y_of((block.to - block.from).max(LOWEST))
}

/// The words of a tile, laid out.
#[derive(Default)]
pub(super) struct Words {
    pub heading: Plain,
    /// What the heading was laid out of: what it says in full, how wide it may be, whether it is to
    /// be one line.
    source: (String, f32, bool),
    pub details: Plain,
    /// How high both may be, so that no line is cut across.
    pub heading_height: f32,
    pub details_height: f32,
}

impl Words {
    /// Lays the words of a tile out in its place.
    pub fn fit(&mut self, tile: &Tile, place: Rectangle) {
        let (beside, below) = room_of_marks(tile, place);
        let width = (place.width - INSET - 3.0 - beside).max(1.0);
        let room = (place.height - 2.0 * above(place.height)).max(0.0);
        let is_one_line = place.height < ONE_LINE;
        let heading = match is_one_line && !tile.details.is_empty() {
            true => format!("{}  {}", said(tile), tile.details.join(" · ")),
            false => said(tile),
        };
        self.fit_heading(heading, width, is_one_line);
        let line = size::SMALL * LINE;
        self.heading_height = whole_lines(self.heading.min_height(), room.max(line), line);
        let details = match is_one_line || width < LEGIBLE {
            true => String::new(),
            false => tile.details.join("\n"),
        };
        let wrapping = Wrapping::WordOrGlyph;
        self.details
            .update(words(&details, (size::HINT, FONT), width, wrapping));
        let left = (room - self.heading_height - below).max(0.0);
        self.details_height = whole_lines(self.details.min_height(), left, size::HINT * LINE);
    }

    /// Lays the heading out in lines of whole words; in one line, cut where it ends, where there is
    /// no height for more or a word is wider than the tile.
    fn fit_heading(&mut self, heading: String, width: f32, is_one_line: bool) {
        let source = (heading, width, is_one_line);
        if self.source == source {
            return;
        }
        let look = (size::SMALL, SEMIBOLD);
        self.heading
            .update(words(&source.0, look, width, Wrapping::Word));
        if is_one_line || self.heading.min_width() > width + 0.5 {
            let text = words(&source.0, look, f32::INFINITY, Wrapping::None);
            cut(&mut self.heading, text, width);
        }
        self.source = source;
    }

    /// Where the heading and the details go in a tile.
    pub fn places(&self, place: Rectangle) -> (Rectangle, Rectangle) {
        let heading = Rectangle {
            x: place.x + INSET,
            y: place.y + above(place.height),
            width: (place.width - INSET - 3.0).max(0.0),
            height: self.heading_height,
        };
        let details = Rectangle {
            // Under the lines that are shown: of a long heading not all may be.
            y: heading.y + self.heading_height,
            height: self.details_height,
            ..heading
        };
        (heading, details)
    }
}

/// Whether the marks of a tile have room at its lower right corner.
pub(super) fn has_marks(place: Rectangle) -> bool {
    place.width > 3.0 * MARK && place.height > 1.5 * MARK
}

/// What the marks of a tile take away from the width of its words, or from the height of its
/// details where it is high.
fn room_of_marks(tile: &Tile, place: Rectangle) -> (f32, f32) {
    if tile.marks.is_empty() || !has_marks(place) {
        return (0.0, 0.0);
    }
    match place.height < 3.0 * MARK {
        true => (tile.marks.len() as f32 * (MARK + 2.0), 0.0),
        false => (0.0, MARK),
    }
}

/// The line that leads, with a tick where it is done.
fn said(tile: &Tile) -> String {
    match tile.is_done {
        true => format!("{} ✓", tile.heading),
        false => tile.heading.clone(),
    }
}

/// From the upper side of a tile of that height to its words: a tile of two lines has both.
fn above(height: f32) -> f32 {
    ((height - TWO_LINES) / 2.0).clamp(ABOVE_LEAST, ABOVE)
}

/// As much of a height as fits, in whole lines.
fn whole_lines(height: f32, room: f32, line: f32) -> f32 {
    let lines = (room.min(height) / line + 0.05).floor();
    lines * line
}

/// A text of a size and a weight, as wide as told.
pub(super) fn words(
    content: &str,
    (type_size, font): (f32, Font),
    width: f32,
    wrapping: Wrapping,
) -> Text<&str> {
    Text {
        content,
        bounds: Size::new(width, f32::INFINITY),
        size: Pixels(type_size),
        line_height: LineHeight::Relative(LINE),
        font,
        align_x: iced::advanced::text::Alignment::Default,
        align_y: Vertical::Top,
        shaping: Shaping::Advanced,
        wrapping,
    }
}

//! What the preview of a document is made of.

use std::sync::Arc;

use crate::error::template::Fault;

/// What a document looks like. All lengths are in points, 1/72 of an inch.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Preview {
    /// Its sections, in their order.
    pub sections: Vec<Section>,
    /// What could not be filled in.
    pub faults: Vec<Fault>,
}

/// Pages of one format.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// The format.
    pub page: Page,
    /// What stands above every page.
    pub header: Vec<Block>,
    /// What stands below every page.
    pub footer: Vec<Block>,
    /// What stands above and below the first page, where that is something else.
    pub first: Option<(Vec<Block>, Vec<Block>)>,
    /// What stands on the pages.
    pub blocks: Vec<Block>,
    /// Whether it begins on a page of its own.
    pub begins_page: bool,
}

/// The size of a page and what stays free around its text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Page {
    /// How wide it is.
    pub width: f32,
    /// How high it is.
    pub height: f32,
    /// Free above the text.
    pub top: f32,
    /// Free to its right.
    pub right: f32,
    /// Free below it.
    pub bottom: f32,
    /// Free to its left.
    pub left: f32,
    /// From the upper edge to the header.
    pub header: f32,
    /// From the lower edge to the footer.
    pub footer: f32,
    /// A line around the page.
    pub border: Option<Border>,
}

/// A paragraph or a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    /// Along which edge its lines stand.
    pub alignment: Alignment,
    /// Free to its left.
    pub left: f32,
    /// Free to its right.
    pub right: f32,
    /// How much further in its first line begins; negative for further out.
    pub first_line: f32,
    /// Free above it.
    pub before: f32,
    /// Free below it.
    pub after: f32,
    /// How high its lines are.
    pub line: LineHeight,
    /// Where tabs lead to, from left to right.
    pub stops: Vec<Stop>,
    /// The lines above and below it.
    pub borders: [Option<Border>; 2],
    /// What it stands on.
    pub shade: Option<Colour>,
    /// Whether it begins a page.
    pub begins_page: bool,
    /// Whether it stays on one page with what follows.
    pub keeps_next: bool,
    /// What an empty line of it looks like.
    pub style: Style,
    /// What stands in it.
    pub inlines: Vec<Inline>,
}

/// Along which edge lines stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Alignment {
    /// The left one.
    #[default]
    Left,
    /// None: in the middle.
    Centre,
    /// The right one.
    Right,
    /// Both.
    Both,
}

/// How high lines are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum LineHeight {
    /// So many times what their text needs.
    Times(f32),
    /// So many points, more where their text needs it.
    AtLeast(f32),
    /// So many points.
    Exactly(f32),
}

/// Where a tab leads to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stop {
    /// How far from the left margin.
    pub at: f32,
    /// How the text behind the tab stands to it.
    pub kind: StopKind,
    /// What fills the way there.
    pub leader: Option<char>,
}

/// How a text stands to a tab stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StopKind {
    /// It begins there.
    Left,
    /// Its middle is there.
    Centre,
    /// It ends there.
    Right,
}

/// A thing in a line.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Text of one look.
    Text(Text),
    /// The way to the next tab stop.
    Tab,
    /// The end of a line.
    Break,
    /// The end of a page.
    PageBreak,
    /// The number of the page, or how many there are.
    PageNumber {
        /// Whether it is how many there are.
        is_count: bool,
        /// What it looks like.
        style: Style,
    },
    /// A picture or a text box.
    Picture(Picture),
}

/// Text of one look and of one origin.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// The words.
    pub text: String,
    /// What they look like.
    pub style: Style,
    /// Where they come from.
    pub origin: Origin,
}

/// Where text comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Origin {
    /// The template.
    #[default]
    Template,
    /// A field that was filled.
    Filled,
    /// A field with nothing in it: its name stands there.
    Empty,
    /// A field that nobody knows, or whose value does not fit: it stands there as in the template.
    Faulty,
}

/// What text looks like.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// How large it is.
    pub size: f32,
    /// Whether it is bold.
    pub bold: bool,
    /// Whether it is slanted.
    pub italic: bool,
    /// Whether there is a line below it.
    pub underline: bool,
    /// Whether there is a line through it.
    pub strike: bool,
    /// Its colour, unless it is that of any text.
    pub colour: Option<Colour>,
    /// What it stands on.
    pub shade: Option<Colour>,
    /// The sort of its letters.
    pub face: Face,
    /// Whether it is smaller and higher or lower.
    pub raise: Raise,
}

/// Red, green and blue.
pub type Colour = [u8; 3];

/// A sort of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Face {
    /// With feet, as Times has them.
    #[default]
    Serif,
    /// Without, as Arial.
    Sans,
    /// All as wide as each other, as Courier.
    Mono,
}

/// Smaller text above or below the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Raise {
    /// Neither.
    #[default]
    None,
    /// Above.
    Above,
    /// Below.
    Below,
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// From the left margin to its left edge.
    pub indent: f32,
    /// Along which edge it stands.
    pub alignment: Alignment,
    /// How wide its columns are.
    pub widths: Vec<f32>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// How high it is at least, or (true) exactly.
    pub height: Option<(f32, bool)>,
    /// Whether it stands above the table on every page.
    pub is_header: bool,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// A cell of a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Its first column, counted from 0.
    pub column: usize,
    /// How many columns it covers.
    pub columns: usize,
    /// How many rows it covers.
    pub rows: usize,
    /// Its lines: above, right, below, left.
    pub borders: [Option<Border>; 4],
    /// What stays free inside: above, right, below, left.
    pub padding: [f32; 4],
    /// What it stands on.
    pub shade: Option<Colour>,
    /// Where its text stands where it does not fill it: left for above, right for below.
    pub alignment: Alignment,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Border {
    /// How thick it is.
    pub width: f32,
    /// Its colour.
    pub colour: Colour,
}

/// A picture, or a box with text in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// How wide it is.
    pub width: f32,
    /// How high it is.
    pub height: f32,
    /// The picture as its file has it; none for what is no picture.
    pub bytes: Option<Arc<[u8]>>,
    /// How much of the frame stays free around the picture, in parts of the picture: left, top,
    /// right, below; what is negative is cut off.
    pub inset: [f32; 4],
    /// What stands in it where it is a box.
    pub blocks: Vec<Block>,
    /// Where it stands; none for in the line.
    pub place: Option<Place>,
}

/// Where a picture stands that is not in a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// From where to the right.
    pub across: Anchor,
    /// From where down.
    pub down: Anchor,
    /// What becomes of the text where it stands.
    pub wrap: Wrap,
    /// What stays free around it: left, top, right, below.
    pub gaps: [f32; 4],
}

/// What becomes of the text where a picture stands that is not in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrap {
    /// It goes on, above or below the picture.
    None,
    /// It flows beside the picture.
    Beside,
    /// It goes on below the picture.
    Below,
}

/// From where a place is measured.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Anchor {
    /// From the edge of the page.
    pub is_of_page: bool,
    /// From what the text of the page keeps free; where neither, from the paragraph or column.
    pub is_of_margin: bool,
    /// How far.
    pub offset: f32,
    /// Along which edge instead.
    pub alignment: Option<Alignment>,
}

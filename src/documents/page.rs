//! One page of paper: a head, two columns, and what goes over the whole width below them.

use std::io::Cursor;

use docx_rs::{
    AlignmentType, Docx, LineSpacing, LineSpacingType, PageMargin, Paragraph, Run, RunFonts, Style,
    StyleType, Table, TableCell, TableCellMargins, TableLayoutType, TableRow, WidthType,
};

use crate::error::{Error, Result};

/// There on every computer, or replaced by one of the same widths.
const FONT: &str = "Arial";
/// A4, in twentieths of a point.
const PAPER: (u32, u32) = (11_906, 16_838);
/// The room around, in twentieths of a point: 15 mm.
const MARGIN: i32 = 850;
/// The width of what is written, in twentieths of a point.
const WIDTH: usize = 10_206;
/// Between the columns, in twentieths of a point.
const GUTTER: usize = 240;
/// Sizes of letters, in halves of a point.
const TITLE: usize = 34;
const HEADING: usize = 21;
const TEXT: usize = 18;
/// What is said beside the main thing, as RRGGBB.
const QUIET: &str = "5B6472";

/// How many letters go into a line of a column, and of the whole width: a careful guess.
const COLUMN: usize = 48;
const WHOLE: usize = 104;
/// How many lines go onto the page.
const LINES: usize = 58;

/// A page being described.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Page {
    /// What it is about.
    pub title: String,
    /// Below the title, a line each.
    pub told: Vec<String>,
    /// The left column.
    pub left: Vec<Section>,
    /// The right column.
    pub right: Vec<Section>,
    /// Below both.
    pub below: Vec<Section>,
}

/// Lines under a heading.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Section {
    /// What they are about.
    pub title: String,
    /// A name, which may be empty, and what there is to say.
    pub lines: Vec<(String, String)>,
}

impl Section {
    /// A section; what is empty has no line.
    pub fn new(title: String, lines: impl IntoIterator<Item = (String, String)>) -> Self {
        let lines = lines
            .into_iter()
            .map(|(name, value)| (plain(&name), plain(&value)))
            .filter(|(_, value)| !value.is_empty())
            .collect();
        Self { title, lines }
    }

    /// How many lines of paper it takes, with the room above it.
    fn height(&self, width: usize) -> usize {
        let lines = self.lines.iter().map(|(name, value)| {
            let length = name.chars().count() + 2 + value.chars().count();
            length.div_ceil(width)
        });
        match self.lines.is_empty() {
            true => 0,
            false => 2 + lines.sum::<usize>(),
        }
    }
}

impl Page {
    /// Leaves out the last lines of the last sections until it all goes onto one page.
    pub fn fit(&mut self) {
        while self.height() > LINES {
            let below = self.below.iter_mut().rev();
            let columns = self
                .right
                .iter_mut()
                .rev()
                .chain(self.left.iter_mut().rev());
            let mut long = below
                .chain(columns)
                .filter(|section| section.lines.len() > 1);
            match long.next() {
                Some(section) => drop(section.lines.pop()),
                None => return,
            }
        }
    }

    fn height(&self) -> usize {
        let of = |sections: &[Section], width| -> usize {
            sections.iter().map(|section| section.height(width)).sum()
        };
        let columns = of(&self.left, COLUMN).max(of(&self.right, COLUMN));
        3 + self.told.len() + columns + of(&self.below, WHOLE)
    }

    /// The page as a document of Word.
    pub fn to_docx(&self) -> Result<Vec<u8>> {
        let fonts = RunFonts::new()
            .ascii(FONT)
            .hi_ansi(FONT)
            .cs(FONT)
            .east_asia(FONT);
        let margin = PageMargin::new()
            .top(MARGIN)
            .bottom(MARGIN)
            .left(MARGIN)
            .right(MARGIN);
        let mut docx = Docx::new()
            .page_size(PAPER.0, PAPER.1)
            .page_margin(margin)
            .default_fonts(fonts)
            .default_size(TEXT)
            .add_style(style("Title", "Title", TITLE))
            .add_style(style("Heading1", "heading 1", HEADING));
        docx = docx.add_paragraph(
            Paragraph::new()
                .style("Title")
                .add_run(Run::new().add_text(plain(&self.title)).size(TITLE).bold()),
        );
        for told in &self.told {
            docx = docx.add_paragraph(quiet(told));
        }
        if !(self.left.is_empty() && self.right.is_empty()) {
            docx = docx.add_table(self.columns());
        }
        for section in &self.below {
            for paragraph in paragraphs(section) {
                docx = docx.add_paragraph(paragraph);
            }
        }
        let mut bytes = Cursor::new(Vec::new());
        let packed = docx.build().pack(&mut bytes);
        packed.map_err(Error::failed("making the document"))?;
        Ok(bytes.into_inner())
    }

    fn columns(&self) -> Table {
        let cell = |sections: &[Section]| {
            let mut cell = TableCell::new().width(WIDTH / 2, WidthType::Dxa);
            let all: Vec<Paragraph> = sections.iter().flat_map(paragraphs).collect();
            let is_empty = all.is_empty();
            for paragraph in all {
                cell = cell.add_paragraph(paragraph);
            }
            match is_empty {
                true => cell.add_paragraph(Paragraph::new()),
                false => cell,
            }
        };
        let row = TableRow::new(vec![cell(&self.left), cell(&self.right)]);
        Table::without_borders(vec![row])
            .set_grid(vec![WIDTH / 2, WIDTH / 2])
            .width(WIDTH, WidthType::Dxa)
            .layout(TableLayoutType::Fixed)
            .margins(TableCellMargins::new().margin(0, GUTTER, 0, 0))
    }

    /// The page as plain text.
    pub fn to_text(&self) -> String {
        let mut lines = vec![self.title.clone()];
        lines.extend(self.told.iter().cloned());
        for section in self.left.iter().chain(&self.right).chain(&self.below) {
            lines.push(String::new());
            lines.push(section.title.clone());
            lines.extend(
                section
                    .lines
                    .iter()
                    .map(|(name, value)| match name.is_empty() {
                        true => value.clone(),
                        false => format!("{name}: {value}"),
                    }),
            );
        }
        lines.push(String::new());
        lines.join("\n")
    }
}

fn style(id: &str, name: &str, size: usize) -> Style {
    Style::new(id, StyleType::Paragraph)
        .name(name)
        .size(size)
        .bold()
}

fn quiet(words: &str) -> Paragraph {
    let run = Run::new().add_text(plain(words)).color(QUIET).size(TEXT);
    Paragraph::new().add_run(run).line_spacing(spacing(0, 40))
}

fn paragraphs(section: &Section) -> Vec<Paragraph> {
    if section.lines.is_empty() {
        return Vec::new();
    }
    let title = Run::new()
        .add_text(plain(&section.title))
        .bold()
        .size(HEADING);
    let heading = Paragraph::new()
        .style("Heading1")
        .keep_next(true)
        .add_run(title)
        .line_spacing(spacing(160, 40));
    let lines = section.lines.iter().map(|(name, value)| {
        let mut line = Paragraph::new()
            .align(AlignmentType::Left)
            .line_spacing(spacing(0, 30));
        if !name.is_empty() {
            let name = Run::new().add_text(format!("{name}: ")).color(QUIET);
            line = line.add_run(name.size(TEXT));
        }
        line.add_run(Run::new().add_text(value).size(TEXT))
    });
    std::iter::once(heading).chain(lines).collect()
}

/// The room before and after a paragraph, in twentieths of a point.
fn spacing(before: u32, after: u32) -> LineSpacing {
    LineSpacing::new()
        .line_rule(LineSpacingType::Auto)
        .line(245)
        .before(before)
        .after(after)
}

/// One line, without signs that no document may hold.
fn plain(text: &str) -> String {
    let words = text.split([' ', '\n', '\r', '\t']);
    let words = words.map(|word| {
        let may_stand = |c: &char| !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}');
        word.chars().filter(may_stand).collect::<String>()
    });
    let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

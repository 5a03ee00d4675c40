//! Sets a document: its blocks into strips, the strips onto pages.

use iced::{Point, Rectangle, Size};

use super::flow::Obstacle;
use super::leaf::{Leaf, Mark, Sheets};
use super::line::{self, Numbers, colour};
use super::measure::Measure;
use super::strip::{Float, Strip};
use super::{flow, grid, picture};
use crate::template_engine::preview::{Alignment, Anchor, Block, Page, Preview, Section};

/// Nobody looks through more pages than that; the document has them all.
const MOST: usize = 60;
/// Longer runs of lines that stay together are broken all the same.
const TOGETHER: usize = 12;

/// Sets paragraphs and tables in a column of that width.
pub fn blocks(blocks: &[Block], width: f32, numbers: Numbers, measure: &mut Measure) -> Vec<Strip> {
    let mut strips = Vec::new();
    for block in blocks {
        strips.extend(match block {
            Block::Paragraph(paragraph) => line::set(paragraph, width, numbers, measure, &[]),
            Block::Table(table) => grid::set(table, width, numbers, measure),
        });
    }
    strips
}

/// Sets the text of pages: lines flow beside the pictures that hang on them.
fn pages(blocks: &[Block], page: Page, measure: &mut Measure) -> Vec<Strip> {
    let width = page.width - page.left - page.right;
    let room = page.height - page.top - page.bottom;
    let numbers = Numbers::default();
    let (mut strips, mut above) = (Vec::new(), 0.0);
    let mut obstacles: Vec<Obstacle> = Vec::new();
    for block in blocks {
        let set = match block {
            Block::Paragraph(paragraph) => {
                // Where it stands on its page is known on the first one alone.
                let known = (above < room).then_some(above);
                obstacles.extend(flow::obstacles(paragraph, page, known));
                line::set(paragraph, width, numbers, measure, &obstacles)
            }
            Block::Table(table) => grid::set(table, width, numbers, measure),
        };
        let height: f32 = set.iter().map(Strip::whole).sum();
        obstacles = obstacles
            .into_iter()
            .filter_map(|one| one.behind(height))
            .collect();
        above += height;
        strips.extend(set);
    }
    strips
}

impl Sheets {
    /// Sets a document. Takes some milliseconds a page: for a thread of its own.
    pub fn set(preview: &Preview) -> Self {
        let mut press = Press::default();
        for section in &preview.sections {
            press.section(section);
        }
        let count = press.leaves.len();
        let mut pages = Vec::with_capacity(count);
        for (at, (leaf, section, is_first)) in press.leaves.into_iter().enumerate() {
            let numbers = Numbers {
                page: at + 1,
                count,
            };
            let section = &preview.sections[section];
            pages.push(finished(
                leaf,
                section,
                is_first,
                numbers,
                &mut press.measure,
            ));
        }
        Self {
            pages: pages.into(),
            is_cut: press.is_cut,
        }
    }
}

/// A page with what stands above and below its text.
fn finished(
    mut leaf: Leaf,
    section: &Section,
    is_first: bool,
    numbers: Numbers,
    measure: &mut Measure,
) -> Leaf {
    let page = section.page;
    let (header, footer) = around(section, is_first);
    let width = page.width - page.left - page.right;
    for (text, is_header) in [(header, true), (footer, false)] {
        let strips = blocks(text, width, numbers, measure);
        let height: f32 = strips.iter().map(Strip::whole).sum();
        let mut y = match is_header {
            true => page.header,
            false => page.height - page.footer - height,
        };
        for strip in strips {
            y += strip.before;
            put(&strip, y, page, measure, &mut leaf);
            y += strip.height + strip.after;
        }
    }
    if let Some(border) = page.border {
        let ink = colour(border.colour);
        let (x, y) = (page.left * 0.6, page.top * 0.6);
        let size = Size::new(page.width - 2.0 * x, page.height - 2.0 * y);
        let mut line = |x: f32, y: f32, width: f32, height: f32| {
            let place = Rectangle::new(Point::new(x, y), Size::new(width, height));
            leaf.marks.push(Mark::Fill(place, ink));
        };
        line(x, y, size.width, border.width);
        line(x, y + size.height, size.width, border.width);
        line(x, y, border.width, size.height);
        line(x + size.width, y, border.width, size.height);
    }
    leaf
}

fn around(section: &Section, is_first: bool) -> (&[Block], &[Block]) {
    match &section.first {
        Some((header, footer)) if is_first => (header, footer),
        _ => (&section.header, &section.footer),
    }
}

/// Puts strips onto pages.
#[derive(Default)]
struct Press {
    measure: Measure,
    /// The pages, of which section each is, and whether it is the first of that.
    leaves: Vec<(Leaf, usize, bool)>,
    sections: usize,
    /// Where the next strip goes on the last page.
    y: f32,
    is_cut: bool,
}

impl Press {
    fn section(&mut self, section: &Section) {
        let page = section.page;
        let width = page.width - page.left - page.right;
        let strips = pages(&section.blocks, page, &mut self.measure);
        let mut height = |text: &[Block]| -> f32 {
            let strips = blocks(text, width, Numbers::default(), &mut self.measure);
            strips.iter().map(Strip::whole).sum()
        };
        // A high header or footer makes room for itself.
        let top = page.top.max(page.header + height(&section.header));
        let bottom = page.bottom.max(page.footer + height(&section.footer));
        let room = (top, (page.height - bottom).max(top + 36.0));
        self.sections += 1;
        if section.begins_page || self.leaves.is_empty() {
            self.begin(page, room.0, true);
        }
        for (at, strip) in strips.iter().enumerate() {
            let is_top = self.y <= room.0 + 0.01;
            let before = if is_top && self.leaves.len() > 1 {
                0.0
            } else {
                strip.before
            };
            let needed = before + together(&strips[at..], room.1 - room.0);
            let is_full = self.y + needed > room.1 + 0.5 && !is_top;
            if is_full || (strip.begins_page && !(is_top && at == 0)) {
                if self.leaves.len() >= MOST {
                    self.is_cut = true;
                    return;
                }
                self.begin(page, room.0, false);
                for head in strip.heads.iter().flat_map(|heads| heads.iter()) {
                    self.place(head, 0.0, page);
                }
                self.place(strip, 0.0, page);
            } else {
                self.place(strip, before, page);
            }
        }
    }

    fn begin(&mut self, page: Page, top: f32, is_first: bool) {
        let leaf = Leaf {
            size: Size::new(page.width, page.height),
            marks: Vec::new(),
        };
        self.leaves.push((leaf, self.sections - 1, is_first));
        self.y = top;
    }

    fn place(&mut self, strip: &Strip, before: f32, page: Page) {
        self.y += before;
        if let Some((leaf, _, _)) = self.leaves.last_mut() {
            put(strip, self.y, page, &mut self.measure, leaf);
        }
        self.y += strip.height + strip.after;
    }
}

/// How much room a strip needs on a page, with those that stay with it.
fn together(strips: &[Strip], most: f32) -> f32 {
    let mut needed = strips[0].height;
    for pair in strips.windows(2).take(TOGETHER) {
        if !pair[0].keeps_next || pair[1].begins_page {
            break;
        }
        needed += pair[0].after + pair[1].before + pair[1].height;
    }
    if needed > most {
        strips[0].height
    } else {
        needed
    }
}

/// Puts a strip onto a page.
fn put(strip: &Strip, y: f32, page: Page, measure: &mut Measure, leaf: &mut Leaf) {
    for float in &strip.floats {
        let at = place(float, y, page);
        let mut marks = Vec::new();
        picture::draw(&float.picture, at, measure, &mut marks);
        leaf.marks.splice(0..0, marks);
    }
    let marks = strip.marks.iter().cloned();
    leaf.marks
        .extend(marks.map(|mark| mark.moved(page.left, y)));
}

/// Where a picture stands on the page.
fn place(float: &Float, y: f32, page: Page) -> Point {
    let picture = &float.picture;
    let Some(place) = picture.place else {
        return Point::new(page.left + float.at.0, y + float.at.1);
    };
    let inner = page.width - page.left - page.right;
    let own = (page.left + float.at.0, inner);
    let x = along(
        place.across,
        (page.width, page.left, inner),
        own,
        picture.width,
    );
    let inner = page.height - page.top - page.bottom;
    let own = (y + float.at.1, 0.0);
    let y = along(
        place.down,
        (page.height, page.top, inner),
        own,
        picture.height,
    );
    Point::new(x, y)
}

/// Where something of that size begins along one direction: on the page, within its margins, or
/// from a place of its own.
pub fn along(
    anchor: Anchor,
    (page, margin, inner): (f32, f32, f32),
    own: (f32, f32),
    size: f32,
) -> f32 {
    let (start, room) = if anchor.is_of_page {
        (0.0, page)
    } else if anchor.is_of_margin {
        (margin, inner)
    } else {
        own
    };
    match anchor.alignment {
        Some(Alignment::Centre) => start + (room - size) / 2.0,
        Some(Alignment::Right) => start + room - size,
        Some(Alignment::Left | Alignment::Both) => start,
        None => start + anchor.offset,
    }
}

//! Breaks a paragraph into lines.

mod placed;
mod unit;

use iced::{Color, Point, Rectangle, Size};

use super::flow::{self, Obstacle};
use super::leaf::Mark;
use super::measure::Measure;
use super::strip::{Float, Strip};
use crate::template_engine::preview::{Alignment, LineHeight, Paragraph, Stop, StopKind};
use placed::{Placed, draw, extent};
use unit::{Fragment, Unit, letters, size, units};

/// Without stops of its own, tabs lead so far, in points.
const TAB: f32 = 35.4;

/// The page that is set, for the numbers in its header and footer.
#[derive(Debug, Clone, Copy, Default)]
pub struct Numbers {
    /// Which page it is, counted from 1.
    pub page: usize,
    /// How many there are.
    pub count: usize,
}

/// Sets a paragraph in a column of that width, beside the pictures that stand in its way.
pub fn set(
    paragraph: &Paragraph,
    width: f32,
    numbers: Numbers,
    measure: &mut Measure,
    obstacles: &[Obstacle],
) -> Vec<Strip> {
    let mut floats = Vec::new();
    let units = units(paragraph, numbers, measure, &mut floats);
    let mut setting = Setting {
        paragraph,
        measure,
        obstacles,
        column: (
            paragraph.left,
            (width - paragraph.right).max(paragraph.left + 12.0),
        ),
        y: paragraph.before,
        skip: 0.0,
        left: paragraph.left,
        right: width,
        lines: Vec::new(),
        line: Vec::new(),
        x: 0.0,
        breaks_page: false,
    };
    setting.begin();
    for (at, unit) in units.iter().enumerate() {
        setting.put(unit, &units[at + 1..]);
    }
    setting.end(true);
    let mut strips = setting.lines;
    finish(paragraph, width, &mut strips, floats);
    strips
}

/// Space around, lines above and below, the ground, what hangs on it.
fn finish(paragraph: &Paragraph, width: f32, strips: &mut [Strip], floats: Vec<Float>) {
    let last = strips.len() - 1;
    for (at, strip) in strips.iter_mut().enumerate() {
        strip.keeps_next = paragraph.keeps_next || (last > 1 && (at == 0 || at + 1 == last));
        if let Some(shade) = paragraph.shade {
            let place = Rectangle::new(
                Point::new(paragraph.left, 0.0),
                Size::new(width - paragraph.left - paragraph.right, strip.height),
            );
            strip.marks.insert(0, Mark::Fill(place, colour(shade)));
        }
    }
    strips[last].keeps_next = paragraph.keeps_next;
    let across = (paragraph.left, width - paragraph.left - paragraph.right);
    let [above, below] = paragraph.borders;
    if let Some(line) = above {
        strips[0]
            .marks
            .push(rule(across, 0.0, line.width, line.colour));
    }
    if let Some(line) = below {
        let strip = &mut strips[last];
        let at = strip.height + 1.0;
        strip.marks.push(rule(across, at, line.width, line.colour));
        strip.height += line.width + 2.0;
    }
    let first = &mut strips[0];
    first.before += paragraph.before;
    first.begins_page |= paragraph.begins_page;
    first.floats = floats;
    strips[last].after = paragraph.after;
}

fn rule((left, width): (f32, f32), y: f32, thick: f32, ink: [u8; 3]) -> Mark {
    let place = Rectangle::new(Point::new(left, y), Size::new(width, thick));
    Mark::Fill(place, colour(ink))
}

/// A colour of a document.
pub fn colour([red, green, blue]: [u8; 3]) -> Color {
    Color::from_rgb8(red, green, blue)
}

struct Setting<'a> {
    paragraph: &'a Paragraph,
    measure: &'a mut Measure,
    obstacles: &'a [Obstacle],
    /// From where to where lines reach that nothing stands beside.
    column: (f32, f32),
    /// Where the next line begins, and how far down it moves first.
    y: f32,
    skip: f32,
    left: f32,
    right: f32,
    lines: Vec<Strip>,
    line: Vec<Placed>,
    x: f32,
    breaks_page: bool,
}

impl Setting<'_> {
    fn begin(&mut self) {
        self.line.clear();
        let height = self.paragraph.style.size;
        let room = flow::room(self.obstacles, self.y, height, self.column);
        (self.skip, self.left, self.right) = (room.skip, room.left, room.right);
        self.x = match self.lines.is_empty() {
            true => self.left + self.paragraph.first_line,
            false => self.left,
        };
    }

    fn put(&mut self, unit: &Unit, rest: &[Unit]) {
        match unit {
            Unit::Word(word, width) => self.put_word(word, *width),
            Unit::Blank(blank) => self.place(blank.clone()),
            Unit::Tab => self.put_tab(rest),
            Unit::Break => {
                self.end(true);
                self.begin();
            }
            Unit::PageBreak => {
                self.end(true);
                self.breaks_page = true;
                self.begin();
            }
            Unit::Picture(picture) => {
                if self.x + picture.width > self.right + 1.0 && !self.line.is_empty() {
                    self.end(false);
                    self.begin();
                }
                self.line.push(Placed::Picture(picture.clone(), self.x));
                self.x += picture.width;
            }
        }
    }

    fn place(&mut self, fragment: Fragment) {
        let width = fragment.width;
        self.line.push(Placed::Fragment(fragment, self.x));
        self.x += width;
    }

    fn put_word(&mut self, word: &[Fragment], width: f32) {
        let has_text = self.line.iter().any(|placed| !placed.is_blank());
        if self.x + width > self.right + 0.1 && has_text {
            self.end(false);
            self.begin();
        }
        if self.x + width <= self.right + 0.1 {
            word.iter()
                .for_each(|fragment| self.place(fragment.clone()));
            return;
        }
        // Wider than a line: broken wherever it is full.
        for fragment in word {
            let (font, size) = (letters(fragment.style), size(fragment.style));
            let mut part = Fragment {
                text: String::new(),
                width: 0.0,
                ..fragment.clone()
            };
            for letter in fragment.text.chars() {
                let width = self
                    .measure
                    .width(letter.encode_utf8(&mut [0; 4]), font, size);
                if self.x + part.width + width > self.right && part.width > 0.0 {
                    self.place(part.clone());
                    self.end(false);
                    self.begin();
                    part.text.clear();
                    part.width = 0.0;
                }
                part.text.push(letter);
                part.width += width;
            }
            self.place(part);
        }
    }

    fn put_tab(&mut self, rest: &[Unit]) {
        let stop = self.stop();
        let ahead: f32 = rest
            .iter()
            .take_while(|unit| !matches!(unit, Unit::Tab | Unit::Break | Unit::PageBreak))
            .map(|unit| match unit {
                Unit::Word(_, width) => *width,
                Unit::Blank(blank) => blank.width,
                Unit::Picture(picture) => picture.width,
                Unit::Tab | Unit::Break | Unit::PageBreak => 0.0,
            })
            .sum();
        let at = stop.at.min(self.right.max(self.x));
        let to = match stop.kind {
            StopKind::Left => stop.at,
            StopKind::Centre => at - ahead / 2.0,
            StopKind::Right => at - ahead,
        };
        let to = to.max(self.x);
        let leader = stop.leader.unwrap_or(' ');
        let style = self.paragraph.style;
        self.line.push(Placed::Leader(leader, self.x, to, style));
        self.x = to;
    }

    /// The next stop to the right.
    fn stop(&self) -> Stop {
        let beyond = self.x + 0.5;
        let plain = |at| Stop {
            at,
            kind: StopKind::Left,
            leader: None,
        };
        let own = self.paragraph.stops.iter().find(|stop| stop.at > beyond);
        let hangs = self.paragraph.first_line < 0.0 && self.left > beyond;
        match own {
            Some(own) if !hangs || own.at <= self.left => *own,
            _ if hangs => plain(self.left),
            _ => plain(((beyond / TAB).floor() + 1.0) * TAB),
        }
    }

    /// Ends the line; `is_last` where nothing flows on to the next.
    fn end(&mut self, is_last: bool) {
        let mut line = std::mem::take(&mut self.line);
        if !is_last {
            while line.last().is_some_and(Placed::is_blank) {
                line.pop();
            }
        }
        let (ascent, natural) = extent(&line, self.paragraph.style);
        let height = match self.paragraph.line {
            LineHeight::Times(times) => natural * times,
            LineHeight::AtLeast(least) => natural.max(least),
            LineHeight::Exactly(points) => points,
        };
        let mut strip = Strip::new(height);
        strip.begins_page = std::mem::take(&mut self.breaks_page);
        strip.before = self.skip;
        self.y += self.skip + height;
        let baseline = height - natural + ascent;
        self.align(&mut line, is_last);
        draw(&line, baseline, self.measure, &mut strip);
        self.lines.push(strip);
    }

    fn align(&self, line: &mut [Placed], is_last: bool) {
        let Some(end) = line.iter().rev().find(|placed| !placed.is_blank()) else {
            return;
        };
        let room = (self.right - end.end()).max(0.0);
        let tabs = |placed: &Placed| matches!(placed, Placed::Leader(..));
        let start = line.iter().rposition(tabs).map_or(0, |at| at + 1);
        match self.paragraph.alignment {
            Alignment::Left => {}
            Alignment::Centre => line.iter_mut().for_each(|placed| placed.shift(room / 2.0)),
            Alignment::Right => line.iter_mut().for_each(|placed| placed.shift(room)),
            Alignment::Both if is_last => {}
            Alignment::Both => {
                let line = &mut line[start..];
                let blanks = line.iter().filter(|placed| placed.is_blank()).count();
                let more = room / blanks.max(1) as f32;
                let mut shift = 0.0;
                for placed in line {
                    placed.shift(shift);
                    if placed.is_blank() && blanks > 0 {
                        shift += more;
                        placed.widen(more);
                    }
                }
            }
        }
    }
}

//! Breaks a paragraph into lines.

use iced::{Color, Point, Rectangle, Size};

use super::leaf::{Letters, Mark, Words};
use super::measure::Measure;
use super::strip::{Float, Strip};
use crate::template_engine::preview::{
    Alignment, Inline, LineHeight, Origin, Paragraph, Picture, Raise, Stop, StopKind, Style, Text,
};

/// Without stops of its own, tabs lead so far, in points.
const TAB: f32 = 35.4;
/// The part of its size that raised and lowered text has.
const RAISED: f32 = 0.62;
/// How far the ground of a field reaches beyond its text, in logical pixels.
const AROUND: f32 = 1.6;

/// A piece of text, without a place to break it.
#[derive(Debug, Clone)]
struct Fragment {
    text: String,
    style: Style,
    origin: Origin,
    width: f32,
}

/// What lines are made of.
#[derive(Debug, Clone)]
enum Unit {
    Word(Vec<Fragment>, f32),
    Blank(Fragment),
    Tab,
    Break,
    PageBreak,
    Picture(Box<Picture>),
}

/// A fragment or a picture with its place on a line.
#[derive(Debug, Clone)]
enum Placed {
    Fragment(Fragment, f32),
    Picture(Box<Picture>, f32),
    Leader(char, f32, f32, Style),
}

/// The page that is set, for the numbers in its header and footer.
#[derive(Debug, Clone, Copy, Default)]
pub struct Numbers {
    /// Which page it is, counted from 1.
    pub page: usize,
    /// How many there are.
    pub count: usize,
}

/// Sets a paragraph in a column of that width.
pub fn set(
    paragraph: &Paragraph,
    width: f32,
    numbers: Numbers,
    measure: &mut Measure,
) -> Vec<Strip> {
    let mut floats = Vec::new();
    let units = units(paragraph, numbers, measure, &mut floats);
    let mut setting = Setting {
        paragraph,
        measure,
        left: paragraph.left,
        right: (width - paragraph.right).max(paragraph.left + 12.0),
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
    first.before = paragraph.before;
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

fn units(
    paragraph: &Paragraph,
    numbers: Numbers,
    measure: &mut Measure,
    floats: &mut Vec<Float>,
) -> Vec<Unit> {
    let mut units = Vec::new();
    for inline in &paragraph.inlines {
        match inline {
            Inline::Text(text) => cut(text, measure, &mut units),
            Inline::Tab => units.push(Unit::Tab),
            Inline::Break => units.push(Unit::Break),
            Inline::PageBreak => units.push(Unit::PageBreak),
            Inline::PageNumber { is_count, style } => {
                let number = if *is_count {
                    numbers.count
                } else {
                    numbers.page
                };
                let text = Text {
                    text: number.max(1).to_string(),
                    style: *style,
                    origin: Origin::Template,
                };
                cut(&text, measure, &mut units);
            }
            Inline::Picture(picture) if picture.place.is_some() => {
                floats.push(Float::new(picture.clone()));
            }
            Inline::Picture(picture) => units.push(Unit::Picture(Box::new(picture.clone()))),
        }
    }
    units
}

/// Takes text apart where a line may be broken: behind blanks and dashes.
fn cut(text: &Text, measure: &mut Measure, units: &mut Vec<Unit>) {
    let font = letters(text.style);
    let size = size(text.style);
    let mut take = |words: &str, breaks: &mut bool| {
        let is_blank = words.starts_with(' ');
        let width = match is_blank {
            true => font.blank() * size * words.len() as f32,
            false => measure.width(words, font, size),
        };
        let fragment = Fragment {
            text: words.to_owned(),
            style: text.style,
            origin: text.origin,
            width,
        };
        match units.last_mut() {
            _ if is_blank => units.push(Unit::Blank(fragment)),
            Some(Unit::Word(word, whole)) if !*breaks => {
                *whole += width;
                word.push(fragment);
            }
            _ => units.push(Unit::Word(vec![fragment], width)),
        }
        *breaks = words.ends_with(['-', '–', '—', '/']);
    };
    // What was cut before goes on unless it ended so that a line may end there.
    let mut breaks = false;
    let mut start = 0;
    let mut letters = text.text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let end = at + letter.len_utf8();
        let next = letters.peek().map(|(_, next)| *next);
        let ends = next.is_none_or(|next| (next == ' ') != (letter == ' '))
            || matches!(letter, '-' | '–' | '—' | '/');
        if ends {
            take(&text.text[start..end], &mut breaks);
            start = end;
        }
    }
}

fn letters(style: Style) -> Letters {
    Letters::of(style.face, style.bold, style.italic)
}

fn size(style: Style) -> f32 {
    match style.raise {
        Raise::None => style.size,
        Raise::Above | Raise::Below => style.size * RAISED,
    }
}

struct Setting<'a> {
    paragraph: &'a Paragraph,
    measure: &'a mut Measure,
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

impl Placed {
    fn is_blank(&self) -> bool {
        matches!(self, Self::Fragment(fragment, _) if fragment.text.starts_with(' '))
    }

    fn end(&self) -> f32 {
        match self {
            Self::Fragment(fragment, x) => x + fragment.width,
            Self::Picture(picture, x) => x + picture.width,
            Self::Leader(_, _, to, _) => *to,
        }
    }

    fn shift(&mut self, by: f32) {
        match self {
            Self::Fragment(_, x) | Self::Picture(_, x) => *x += by,
            Self::Leader(_, from, to, _) => {
                *from += by;
                *to += by;
            }
        }
    }

    fn widen(&mut self, by: f32) {
        if let Self::Fragment(fragment, _) = self {
            fragment.width += by;
        }
    }
}

/// How far the largest thing of a line rises above it, and how high the line is by itself.
fn extent(line: &[Placed], usual: Style) -> (f32, f32) {
    let of = |style: Style| {
        let font = letters(style);
        (
            font.ascent() * style.size,
            (font.descent() + font.gap()) * style.size,
        )
    };
    let mut most: Option<(f32, f32)> = None;
    for placed in line {
        let (above, below) = match placed {
            Placed::Fragment(fragment, _) => of(fragment.style),
            Placed::Picture(picture, _) => (picture.height, 0.0),
            Placed::Leader(..) => continue,
        };
        let (high, low) = most.unwrap_or((0.0, 0.0));
        most = Some((high.max(above), low.max(below)));
    }
    let (above, below) = most.unwrap_or_else(|| of(usual));
    (above, above + below)
}

fn draw(line: &[Placed], baseline: f32, measure: &mut Measure, strip: &mut Strip) {
    ground(line, baseline, strip);
    let mut words: Vec<Words> = Vec::new();
    // Where the last words end, unless something else stands behind them.
    let mut end = f32::NAN;
    for placed in line {
        match placed {
            Placed::Fragment(fragment, x) => {
                let found = of(fragment, *x, baseline);
                let natural = match placed.is_blank() {
                    true => found.font.blank() * found.size * fragment.text.len() as f32,
                    false => fragment.width,
                };
                // A blank that was made wider stands between words, not in them.
                let is_natural = (fragment.width - natural).abs() < 0.01;
                match words.last_mut() {
                    Some(last)
                        if is_natural && (end - x).abs() < 0.01 && is_alike(last, &found) =>
                    {
                        last.text += &fragment.text;
                    }
                    _ if placed.is_blank() => {
                        end = f32::NAN;
                        lines_of(fragment, *x, baseline, strip);
                        continue;
                    }
                    _ => words.push(found),
                }
                end = x + fragment.width;
                lines_of(fragment, *x, baseline, strip);
            }
            Placed::Picture(picture, x) => {
                end = f32::NAN;
                let at = Point::new(*x, baseline - picture.height);
                super::picture::draw(picture, at, measure, &mut strip.marks);
            }
            Placed::Leader(leader, from, to, style) => {
                end = f32::NAN;
                lead(*leader, (*from, *to, baseline), *style, measure, &mut words);
            }
        }
    }
    strip.marks.extend(words.into_iter().map(Mark::Words));
}

fn of(fragment: &Fragment, x: f32, baseline: f32) -> Words {
    let style = fragment.style;
    let down = match style.raise {
        Raise::None => 0.0,
        Raise::Above => -style.size * 0.33,
        Raise::Below => style.size * 0.14,
    };
    Words {
        text: fragment.text.clone(),
        at: Point::new(x, baseline + down),
        size: size(style),
        font: letters(style),
        colour: style.colour.map(colour),
        origin: fragment.origin,
    }
}

fn is_alike(one: &Words, other: &Words) -> bool {
    one.font == other.font
        && one.origin == other.origin
        && one.colour == other.colour
        && (one.size - other.size).abs() < f32::EPSILON
        && (one.at.y - other.at.y).abs() < f32::EPSILON
}

/// The lines below and through a text.
fn lines_of(fragment: &Fragment, x: f32, baseline: f32, strip: &mut Strip) {
    let style = fragment.style;
    let ink = style.colour.map_or(Color::BLACK, colour);
    let mut line = |y: f32| {
        let place = Rectangle::new(
            Point::new(x, y),
            Size::new(fragment.width, (style.size / 16.0).max(0.5)),
        );
        strip.marks.push(Mark::Fill(place, ink));
    };
    if style.underline {
        line(baseline + style.size * 0.1);
    }
    if style.strike {
        line(baseline - style.size * 0.26);
    }
}

/// What fills the way to a tab stop.
fn lead(
    leader: char,
    (from, to, baseline): (f32, f32, f32),
    style: Style,
    measure: &mut Measure,
    words: &mut Vec<Words>,
) {
    if leader == ' ' {
        return;
    }
    let font = letters(style);
    let width = measure.width(leader.encode_utf8(&mut [0; 4]), font, style.size);
    let count = ((to - from) / width.max(0.5)).floor().clamp(0.0, 400.0) as usize;
    if count > 0 {
        words.push(Words {
            text: leader.to_string().repeat(count),
            at: Point::new(to - count as f32 * width, baseline),
            size: style.size,
            font,
            colour: style.colour.map(colour),
            origin: Origin::Template,
        });
    }
}

/// What fields and marked text stand on: one ground for all of a field on a line.
fn ground(line: &[Placed], baseline: f32, strip: &mut Strip) {
    let mut at = 0;
    while at < line.len() {
        let Placed::Fragment(first, x) = &line[at] else {
            at += 1;
            continue;
        };
        if let Some(shade) = first.style.shade {
            let place = around(first.style, *x, line[at].end(), baseline, 0.0);
            strip.marks.push(Mark::Fill(place, colour(shade)));
        }
        if first.origin == Origin::Template {
            at += 1;
            continue;
        }
        let is_same = |placed: &Placed| matches!(placed, Placed::Fragment(other, _) if other.origin == first.origin);
        let count = line[at..]
            .iter()
            .take_while(|placed| is_same(placed))
            .count();
        let end = line[at..at + count]
            .iter()
            .rev()
            .find(|placed| !placed.is_blank());
        if let Some(end) = end {
            let place = around(first.style, *x, end.end(), baseline, AROUND);
            strip.marks.push(Mark::Field(place, first.origin));
        }
        at += count;
    }
}

fn around(style: Style, from: f32, to: f32, baseline: f32, more: f32) -> Rectangle {
    let font = letters(style);
    let above = font.ascent() * style.size;
    Rectangle::new(
        Point::new(from - more, baseline - above),
        Size::new(to - from + 2.0 * more, above + font.descent() * style.size),
    )
}

//! What stands on a line, and how it is drawn.

use iced::{Color, Point, Rectangle, Size};

use super::super::leaf::{Mark, Words};
use super::super::measure::Measure;
use super::super::strip::Strip;
use super::colour;
use super::unit::{Fragment, letters, size};
use crate::template_engine::preview::{Origin, Picture, Raise, Style};

/// How far the ground of a field reaches beyond its text, in points.
const AROUND: f32 = 1.6;

/// A fragment or a picture with its place on a line.
#[derive(Debug, Clone)]
pub enum Placed {
    /// Text, and where it begins.
    Fragment(Fragment, f32),
    /// A picture, and where it begins.
    Picture(Box<Picture>, f32),
    /// What fills the way to a stop: from where to where.
    Leader(char, f32, f32, Style),
}

impl Placed {
    /// Whether it is nothing but blanks.
    pub fn is_blank(&self) -> bool {
        matches!(self, Self::Fragment(fragment, _) if fragment.text.starts_with(' '))
    }

    /// Where it ends.
    pub fn end(&self) -> f32 {
        match self {
            Self::Fragment(fragment, x) => x + fragment.width,
            Self::Picture(picture, x) => x + picture.width,
            Self::Leader(_, _, to, _) => *to,
        }
    }

    /// Moves it to the right.
    pub fn shift(&mut self, by: f32) {
        match self {
            Self::Fragment(_, x) | Self::Picture(_, x) => *x += by,
            Self::Leader(_, from, to, _) => {
                *from += by;
                *to += by;
            }
        }
    }

    /// Makes it wider.
    pub fn widen(&mut self, by: f32) {
        if let Self::Fragment(fragment, _) = self {
            fragment.width += by;
        }
    }
}

/// How far the largest thing of a line rises above it, and how high the line is by itself.
pub fn extent(line: &[Placed], usual: Style) -> (f32, f32) {
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

/// Draws a line with its foot there.
pub fn draw(line: &[Placed], baseline: f32, measure: &mut Measure, strip: &mut Strip) {
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
                super::super::picture::draw(picture, at, measure, &mut strip.marks);
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

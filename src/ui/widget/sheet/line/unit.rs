//! A paragraph taken apart into what its lines are made of: words, blanks, tabs, pictures.

use super::super::leaf::Letters;
use super::super::measure::Measure;
use super::super::strip::Float;
use super::Numbers;
use crate::template_engine::preview::{Inline, Origin, Paragraph, Picture, Raise, Style, Text};

/// The part of its size that raised and lowered text has.
const RAISED: f32 = 0.62;

/// A piece of text, without a place to break it.
#[derive(Debug, Clone)]
pub struct Fragment {
    /// Its letters.
    pub text: String,
    /// Its looks.
    pub style: Style,
    /// Where it comes from.
    pub origin: Origin,
    /// How wide it is.
    pub width: f32,
}

/// What lines are made of.
#[derive(Debug, Clone)]
pub enum Unit {
    /// A word, of fragments of different looks; how wide it is.
    Word(Vec<Fragment>, f32),
    /// Blanks.
    Blank(Fragment),
    /// The way to the next stop.
    Tab,
    /// The end of the line.
    Break,
    /// The end of the page.
    PageBreak,
    /// A picture in the line.
    Picture(Box<Picture>),
}

/// A paragraph as what its lines are made of; pictures that have a place of their own hang on it.
pub fn units(
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

/// The letters of a style.
pub fn letters(style: Style) -> Letters {
    Letters::of(style.face, style.bold, style.italic)
}

/// How large the letters of a style are.
pub fn size(style: Style) -> f32 {
    match style.raise {
        Raise::None => style.size,
        Raise::Above | Raise::Below => style.size * RAISED,
    }
}

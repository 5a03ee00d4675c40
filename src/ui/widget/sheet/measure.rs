//! How wide words are.

use std::collections::HashMap;

use iced::advanced::graphics::text::Paragraph;
use iced::advanced::text::{self, Paragraph as _};
use iced::{Pixels, Size, alignment};

use super::leaf::Letters;
use crate::ui::style::font::letters;

/// The size at which words are measured, in logical pixels; they grow evenly.
const SIZE: f32 = 64.0;

/// Measures words, each once.
#[derive(Debug, Default)]
pub struct Measure {
    known: HashMap<Letters, HashMap<String, f32>>,
}

impl Measure {
    /// How wide words of that size are.
    pub fn width(&mut self, words: &str, font: Letters, size: f32) -> f32 {
        let known = self.known.entry(font).or_default();
        if let Some(width) = known.get(words) {
            return width * size;
        }
        let width = measured(words, font) / SIZE;
        known.insert(words.to_owned(), width);
        width * size
    }
}

fn measured(words: &str, font: Letters) -> f32 {
    let paragraph = Paragraph::with_text(text::Text {
        content: words,
        bounds: Size::INFINITE,
        size: Pixels(SIZE),
        line_height: text::LineHeight::Absolute(Pixels(SIZE)),
        font: letters(font.is_serif, font.is_bold, font.is_italic),
        align_x: text::Alignment::Left,
        align_y: alignment::Vertical::Top,
        shaping: text::Shaping::Advanced,
        wrapping: text::Wrapping::None,
    });
    paragraph.min_width()
}

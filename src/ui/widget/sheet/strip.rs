//! Lines and rows, which no page breaks.

use std::sync::Arc;

use super::leaf::Mark;
use crate::template_engine::preview::Picture;

/// What stays on one page: a line of text or a row of a table, from the left edge of its column.
#[derive(Debug, Clone, Default)]
pub struct Strip {
    /// How high it is.
    pub height: f32,
    /// Free above it, except at the top of a page.
    pub before: f32,
    /// Free below it.
    pub after: f32,
    /// What stands on it.
    pub marks: Vec<Mark>,
    /// What hangs on it.
    pub floats: Vec<Float>,
    /// Whether it begins a page.
    pub begins_page: bool,
    /// Whether it stays on one page with the next.
    pub keeps_next: bool,
    /// What stands above it where a page begins with it.
    pub heads: Option<Arc<[Strip]>>,
}

/// A picture that has a place of its own on the page.
#[derive(Debug, Clone)]
pub struct Float {
    /// The picture.
    pub picture: Picture,
    /// Where on its strip the paragraph begins that it hangs on.
    pub at: (f32, f32),
}

impl Float {
    /// One that hangs on a paragraph at the left edge of its strip.
    pub fn new(picture: Picture) -> Self {
        let at = (0.0, 0.0);
        Self { picture, at }
    }
}

impl Strip {
    /// An empty one.
    pub fn new(height: f32) -> Self {
        Self {
            height,
            ..Self::default()
        }
    }

    /// How high it is with what stays free around it.
    pub fn whole(&self) -> f32 {
        self.before + self.height + self.after
    }
}

//! Scrolls by the keys of reading: arrows, Page Up and Down, Home and End.

use iced::advanced::widget::operation::Scrollable;
use iced::advanced::widget::{Id, Operation};
use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::scrollable::AbsoluteOffset;
use iced::{Rectangle, Vector};

/// How far an arrow scrolls, in logical pixels.
const STEP: f32 = 60.0;
/// What of the last view stays in sight after a page.
const KEPT: f32 = 0.1;
/// No document is longer.
const END: f32 = 1.0e7;

/// How far a key scrolls a view of that height.
pub fn step(key: &Key, height: f32) -> Option<f32> {
    let Key::Named(key) = key else {
        return None;
    };
    Some(match key {
        Named::ArrowDown => STEP,
        Named::ArrowUp => -STEP,
        Named::PageDown | Named::Space => height * (1.0 - KEPT),
        Named::PageUp => -height * (1.0 - KEPT),
        Named::End => END,
        Named::Home => -END,
        _ => return None,
    })
}

/// Scrolls the first scrollable it meets.
pub struct Scroll {
    by: f32,
    is_done: bool,
}

impl Scroll {
    /// So far down.
    pub fn by(by: f32) -> Self {
        let is_done = false;
        Self { by, is_done }
    }
}

impl Operation for Scroll {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        bounds: Rectangle,
        content_bounds: Rectangle,
        _translation: Vector,
        state: &mut dyn Scrollable,
    ) {
        if !std::mem::replace(&mut self.is_done, true) {
            let by = AbsoluteOffset { x: 0.0, y: self.by };
            state.scroll_by(by, bounds, content_bounds);
        }
    }
}

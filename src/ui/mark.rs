//! The mark of the program.

mod drawing;

use iced::window;

pub use drawing::drawn;

/// The side of the icon of a window, in pixels; the system makes smaller ones of it.
const WINDOW: u32 = 64;

/// The mark for the frame of a window; `None` where it cannot be shown there.
pub fn of_window() -> Option<window::Icon> {
    let drawing = drawn(WINDOW, false);
    window::icon::from_rgba(drawing.rgba, drawing.side, drawing.side).ok()
}

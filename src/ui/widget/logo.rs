//! The mark of the program: a card with two lines on it.

use iced::Padding;
use iced::widget::{column, container, space};

use super::Element;
use crate::ui::style::surface;

/// The mark, `width` logical pixels wide and three quarters as high.
pub fn logo<'a, Message: 'a>(width: f32) -> Element<'a, Message> {
    let line = |part: f32| {
        container(space().width(width * part).height((width / 13.0).max(2.0)))
            .style(surface::stroke)
    };
    let lines = column![line(0.42), line(0.26)].spacing(width / 9.0);
    container(lines)
        .padding(Padding::ZERO.left(width * 0.2))
        .width(width)
        .center_y(width * 0.75)
        .style(surface::logo)
        .into()
}

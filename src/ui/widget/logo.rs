//! The sign of the program: a visiting card.

use iced::widget::{column, container, space};
use iced::{Background, Theme, border};

use super::Element;
use crate::ui::style::{palette, radius, spacing};

/// Width of the card, in logical pixels; it is four fifths as high.
const WIDTH: f32 = 26.0;

/// The sign, as high as a line of text.
pub fn logo<'a, Message: 'a>() -> Element<'a, Message> {
    sized(WIDTH)
}

/// The sign, `width` logical pixels wide.
pub fn sized<'a, Message: 'a>(width: f32) -> Element<'a, Message> {
    let stroke = |part: f32| {
        container(space())
            .width(width * part)
            .height(width * 0.08)
            .style(|theme: &Theme| container::Style {
                background: Some(Background::Color(palette(theme).surface)),
                ..container::Style::default()
            })
    };
    let strokes = column![stroke(0.42), stroke(0.24)].spacing(width * 0.12);
    container(strokes)
        .padding([0.0, spacing::XS * width / WIDTH])
        .width(width)
        .center_y(width * 0.8)
        .style(move |theme: &Theme| container::Style {
            background: Some(Background::Color(palette(theme).accent)),
            border: border::rounded(radius::MARK * width / WIDTH),
            ..container::Style::default()
        })
        .into()
}

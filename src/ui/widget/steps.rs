//! Where one is among the steps of a longer work.

use iced::widget::{column, container, row};
use iced::{Center, Padding};

use super::{Element, Icon, icon, section, text};
use crate::ui::style::{MEDIUM, Tone, spacing, surface};

/// The steps in a line, numbered; those before the one at hand are ticked.
pub fn steps<'a, Message: 'a>(
    labels: impl IntoIterator<Item = String>,
    now: usize,
) -> Element<'a, Message> {
    let mut line = row![].spacing(spacing::S).align_y(Center);
    for (at, label) in labels.into_iter().enumerate() {
        if at > 0 {
            line = line.push(icon::sized(Icon::ChevronRight, 13.0).style(surface::hint));
        }
        let (tone, words) = match at == now {
            true => (Tone::Accent, text::body(label).font(MEDIUM)),
            false => (Tone::Neutral, text::body(label).style(surface::hint)),
        };
        let mark = match at < now {
            true => container(icon::sized(Icon::Check, 13.0)),
            false => container(text::hint((at + 1).to_string())),
        };
        let mark = mark
            .center_x(22.0)
            .center_y(22.0)
            .style(surface::chip(tone));
        line = line.push(row![mark, words].spacing(spacing::S).align_y(Center));
    }
    let padding = Padding::from([spacing::M, spacing::XL]);
    column![container(line).padding(padding), section::divider()].into()
}

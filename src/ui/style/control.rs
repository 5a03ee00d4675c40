//! What is filled in: fields, check boxes, lists to pick from, scroll bars.

use iced::overlay::menu;
use iced::widget::{checkbox, container, pick_list, scrollable, text_input};
use iced::{Background, Border, Color, Shadow, Theme, border};

use super::palette::{Tone, mix, palette};
use super::radius;

/// A field. `Busy` marks an error in it, `Warning` a doubt, `Neutral` neither.
pub fn input(tone: Tone) -> impl Fn(&Theme, text_input::Status) -> text_input::Style {
    move |theme, status| {
        let palette = palette(theme);
        let line = match (tone, status) {
            (Tone::Neutral, text_input::Status::Focused { .. }) => palette.accent,
            (Tone::Neutral, text_input::Status::Hovered) => {
                mix(palette.border, palette.text_3, 0.6)
            }
            (Tone::Neutral, _) => palette.border,
            (tone, _) => palette.tone(tone).0,
        };
        let is_disabled = status == text_input::Status::Disabled;
        text_input::Style {
            background: Background::Color(if is_disabled {
                palette.background
            } else {
                palette.surface
            }),
            border: outline(line),
            icon: palette.text_3,
            placeholder: palette.text_3,
            value: if is_disabled {
                palette.text_2
            } else {
                palette.text
            },
            selection: mix(palette.accent_soft, palette.accent, 0.3),
        }
    }
}

/// The same where what is chosen stands in the place of the value until something is typed.
pub fn chosen(tone: Tone) -> impl Fn(&Theme, text_input::Status) -> text_input::Style {
    let usual = input(tone);
    move |theme, status| {
        let style = usual(theme, status);
        text_input::Style {
            placeholder: style.value,
            ..style
        }
    }
}

/// The frame of a field that holds more than text.
pub fn frame(theme: &Theme) -> container::Style {
    let palette = palette(theme);
    container::Style::default()
        .background(palette.surface)
        .border(outline(palette.border))
}

/// Yes or no.
pub fn check(theme: &Theme, status: checkbox::Status) -> checkbox::Style {
    let palette = palette(theme);
    let (is_checked, line, text) = match status {
        checkbox::Status::Active { is_checked } => (is_checked, palette.check_line(), palette.text),
        checkbox::Status::Hovered { is_checked } => (is_checked, palette.accent, palette.text),
        checkbox::Status::Disabled { is_checked } => (is_checked, palette.border, palette.text_3),
    };
    let fill = match status {
        checkbox::Status::Disabled { .. } if is_checked => palette.text_3,
        _ if is_checked => palette.accent,
        _ => palette.surface,
    };
    checkbox::Style {
        background: fill.into(),
        icon_color: palette.on_accent,
        border: border::rounded(radius::MARK)
            .color(if is_checked { fill } else { line })
            .width(1),
        text_color: Some(text),
    }
}

/// One of several, folded.
pub fn pick(theme: &Theme, status: pick_list::Status) -> pick_list::Style {
    let palette = palette(theme);
    let line = match status {
        pick_list::Status::Active => palette.border,
        pick_list::Status::Hovered => mix(palette.border, palette.text_3, 0.6),
        pick_list::Status::Opened { .. } => palette.accent,
    };
    pick_list::Style {
        text_color: palette.text,
        placeholder_color: palette.text_3,
        handle_color: palette.text_2,
        background: palette.surface.into(),
        border: outline(line),
    }
}

/// One of several, unfolded.
pub fn menu(theme: &Theme) -> menu::Style {
    let palette = palette(theme);
    menu::Style {
        background: palette.surface.into(),
        border: outline(palette.border),
        text_color: palette.text,
        selected_text_color: palette.accent,
        selected_background: palette.accent_soft.into(),
        shadow: Shadow::default(),
    }
}

/// A thin scroll bar without a track.
pub fn scroll(theme: &Theme, status: scrollable::Status) -> scrollable::Style {
    let (is_hovered, is_dragged) = match status {
        scrollable::Status::Active { .. } => (false, false),
        scrollable::Status::Hovered {
            is_vertical_scrollbar_hovered,
            is_horizontal_scrollbar_hovered,
            ..
        } => (
            is_vertical_scrollbar_hovered || is_horizontal_scrollbar_hovered,
            false,
        ),
        scrollable::Status::Dragged { .. } => (true, true),
    };
    let rail = scrollable::Rail {
        background: None,
        border: Border::default(),
        scroller: scrollable::Scroller {
            background: thumb(theme, is_hovered, is_dragged).into(),
            border: border::rounded(radius::ROUND),
        },
    };
    scrollable::Style {
        container: container::Style::default(),
        vertical_rail: rail,
        horizontal_rail: rail,
        gap: None,
        ..scrollable::default(theme, status)
    }
}

/// The colour of the handle of a scroll bar.
pub fn thumb(theme: &Theme, is_hovered: bool, is_dragged: bool) -> Color {
    let palette = palette(theme);
    let part = match (is_hovered, is_dragged) {
        (_, true) => 1.0,
        (true, false) => 0.7,
        (false, false) => 0.35,
    };
    mix(palette.border, palette.text_3, part)
}

fn outline(line: Color) -> Border {
    border::rounded(radius::CONTROL).color(line).width(1)
}

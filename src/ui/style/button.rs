//! Buttons, by how much they ask to be pressed.

use iced::widget::button::{Status, Style};
use iced::{Background, Border, Color, Theme, border};

use super::palette::{Palette, Tone, mix, palette};
use super::radius;

/// The one thing to do here.
pub fn primary(theme: &Theme, status: Status) -> Style {
    let palette = palette(theme);
    filled(&palette, palette.accent, status)
}

/// The one thing to do here, and it takes something away.
pub fn danger(theme: &Theme, status: Status) -> Style {
    let palette = palette(theme);
    filled(&palette, palette.busy, status)
}

/// One thing among others: a border and no colour.
pub fn secondary(theme: &Theme, status: Status) -> Style {
    let palette = palette(theme);
    let (background, text) = match status {
        Status::Active => (palette.surface, palette.text),
        Status::Hovered => (palette.surface_2, palette.text),
        Status::Pressed => (palette.border, palette.text),
        Status::Disabled => (palette.surface, palette.text_3),
    };
    let outline = rounded().color(palette.border).width(1);
    style(Some(background), text, outline)
}

/// A quiet one: nothing but its words until the pointer comes.
pub fn ghost(theme: &Theme, status: Status) -> Style {
    let palette = palette(theme);
    let text = match status {
        Status::Disabled => mix(palette.text_3, palette.surface, 0.4),
        Status::Hovered | Status::Pressed => palette.text,
        Status::Active => palette.text_2,
    };
    style(hover(&palette, status), text, rounded())
}

/// Words in a text that lead somewhere.
pub fn link(theme: &Theme, status: Status) -> Style {
    let palette = palette(theme);
    let text = match status {
        Status::Active => palette.accent,
        Status::Hovered | Status::Pressed => mix(palette.accent, palette.text, 0.35),
        Status::Disabled => palette.text_3,
    };
    style(None, text, Border::default())
}

/// The same among many: quiet until the pointer comes.
pub fn quiet_link(theme: &Theme, status: Status) -> Style {
    let palette = palette(theme);
    let text = match status {
        Status::Active | Status::Disabled => palette.text_2,
        Status::Hovered | Status::Pressed => palette.accent,
    };
    style(None, text, Border::default())
}

/// A line of a list or a menu.
pub fn row(theme: &Theme, status: Status) -> Style {
    let palette = palette(theme);
    let text = if status == Status::Disabled {
        palette.text_3
    } else {
        palette.text
    };
    style(hover(&palette, status), text, rounded())
}

/// A line of a menu that takes something away.
pub fn row_danger(theme: &Theme, status: Status) -> Style {
    Style {
        text_color: palette(theme).busy,
        ..row(theme, status)
    }
}

/// A section of the rail, or any line of which one is chosen.
pub fn choice(is_chosen: bool) -> impl Fn(&Theme, Status) -> Style {
    move |theme, status| {
        let palette = palette(theme);
        if is_chosen {
            style(Some(palette.accent_soft), palette.accent, rounded())
        } else {
            style(hover(&palette, status), palette.text_2, rounded())
        }
    }
}

/// A line of a list of which one is chosen: its words keep their colours.
pub fn line(is_chosen: bool) -> impl Fn(&Theme, Status) -> Style {
    move |theme, status| {
        let palette = palette(theme);
        let background = if is_chosen {
            Some(palette.accent_soft)
        } else {
            hover(&palette, status)
        };
        style(background, palette.text, rounded())
    }
}

/// A node of a graph: a small card, framed in the accent when chosen.
pub fn node(is_chosen: bool) -> impl Fn(&Theme, Status) -> Style {
    move |theme, status| {
        let palette = palette(theme);
        let background = hover(&palette, status).unwrap_or(palette.surface);
        let (line, width) = match is_chosen {
            true => (palette.accent, 2.0),
            false => (palette.check_line(), 1.0),
        };
        style(
            Some(background),
            palette.text,
            rounded().color(line).width(width),
        )
    }
}

/// One of a few choices in a track: the chosen one is raised.
pub fn segment(is_chosen: bool) -> impl Fn(&Theme, Status) -> Style {
    move |theme, status| {
        let palette = palette(theme);
        let raised = rounded().color(palette.border).width(1);
        match status {
            _ if is_chosen => style(Some(palette.surface), palette.text, raised),
            Status::Hovered | Status::Pressed => style(None, palette.text, rounded()),
            Status::Active | Status::Disabled => style(None, palette.text_2, rounded()),
        }
    }
}

/// A tab: only its words, in the accent when chosen.
pub fn tab(is_chosen: bool) -> impl Fn(&Theme, Status) -> Style {
    move |theme, status| {
        let palette = palette(theme);
        let text = match status {
            _ if is_chosen => palette.accent,
            Status::Hovered | Status::Pressed => palette.text,
            Status::Active | Status::Disabled => palette.text_2,
        };
        style(None, text, Border::default())
    }
}

/// A chip that can be pressed.
pub fn chip(tone: Tone) -> impl Fn(&Theme, Status) -> Style {
    move |theme, status| {
        let (ink, soft) = palette(theme).tone(tone);
        let soft = match status {
            Status::Active | Status::Disabled => soft,
            Status::Hovered => mix(soft, ink, 0.08),
            Status::Pressed => mix(soft, ink, 0.16),
        };
        style(Some(soft), ink, border::rounded(radius::ROUND))
    }
}

fn filled(palette: &Palette, color: Color, status: Status) -> Style {
    let shade = mix(color, Color::BLACK, 0.2);
    match status {
        Status::Active => style(Some(color), palette.on_accent, rounded()),
        Status::Hovered => style(Some(mix(color, shade, 0.5)), palette.on_accent, rounded()),
        Status::Pressed => style(Some(shade), palette.on_accent, rounded()),
        Status::Disabled => style(Some(palette.surface_2), palette.text_3, rounded()),
    }
}

fn hover(palette: &Palette, status: Status) -> Option<Color> {
    match status {
        Status::Active | Status::Disabled => None,
        Status::Hovered => Some(palette.surface_2),
        Status::Pressed => Some(palette.border),
    }
}

fn rounded() -> Border {
    border::rounded(radius::CONTROL)
}

fn style(background: Option<Color>, text_color: Color, border: Border) -> Style {
    Style {
        background: background.map(Background::Color),
        text_color,
        border,
        ..Style::default()
    }
}

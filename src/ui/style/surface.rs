//! What things rest on: pages, cards, panels, menus, chips; and the colours of text on them.

use iced::widget::{container, progress_bar, rule, text};
use iced::{Border, Color, Theme, border};

use super::palette::{Tone, mix, palette};
use super::radius;

/// The page behind the cards.
pub fn page(theme: &Theme) -> container::Style {
    let palette = palette(theme);
    container::Style::default()
        .background(palette.background)
        .color(palette.text)
}

/// A bar or a panel that fills its side of the window: no border, no corners.
pub fn panel(theme: &Theme) -> container::Style {
    let palette = palette(theme);
    container::Style::default()
        .background(palette.surface)
        .color(palette.text)
}

/// The calm surface a client or a deal rests on.
pub fn card(theme: &Theme) -> container::Style {
    let palette = palette(theme);
    panel(theme).border(border::rounded(radius::CARD).color(palette.border).width(1))
}

/// A quiet inset inside a card: a key cap, a well.
pub fn well(theme: &Theme) -> container::Style {
    let palette = palette(theme);
    container::Style::default()
        .background(palette.background)
        .border(border::rounded(radius::MARK).color(palette.border).width(1))
}

/// White paper, whatever the window looks like: what is drawn on it is to be printed.
pub fn paper(theme: &Theme) -> container::Style {
    container::Style::default().background(Color::WHITE).border(
        border::rounded(radius::MARK)
            .color(palette(theme).border)
            .width(1),
    )
}

/// What choices stand in, side by side.
pub fn track(theme: &Theme) -> container::Style {
    container::Style::default()
        .background(palette(theme).surface_2)
        .border(
            border::rounded(radius::CARD)
                .color(palette(theme).border)
                .width(1),
        )
}

/// The mark of the program.
pub fn logo(theme: &Theme) -> container::Style {
    container::Style::default()
        .background(palette(theme).accent)
        .border(border::rounded(radius::MARK))
}

/// A stroke on the mark of the program.
pub fn stroke(theme: &Theme) -> container::Style {
    container::Style::default()
        .background(palette(theme).on_accent)
        .border(border::rounded(radius::ROUND))
}

/// What floats: menus, dialogs, toasts.
pub fn floating(theme: &Theme) -> container::Style {
    // No shadow: the software renderer repaints a changed widget without it, and each repaint
    // would lay one more shadow over the last.
    let palette = palette(theme);
    card(theme).border(
        border::rounded(radius::CARD)
            .color(mix(palette.border, palette.text_3, 0.5))
            .width(1),
    )
}

/// The short text that explains what the pointer is over.
pub fn tooltip(theme: &Theme) -> container::Style {
    let palette = palette(theme);
    container::Style::default()
        .background(palette.text)
        .color(palette.surface)
        .border(border::rounded(radius::CONTROL))
}

/// The veil over a page while a dialog is open.
pub fn backdrop(theme: &Theme) -> container::Style {
    container::Style::default().background(palette(theme).backdrop)
}

/// A chip, a badge, a round avatar in the soft colour of `tone`.
pub fn chip(tone: Tone) -> impl Fn(&Theme) -> container::Style {
    soft(tone, radius::ROUND)
}

/// A rounded square in the soft colour of `tone`: avatars of organisations, icons of notes.
pub fn tile(tone: Tone) -> impl Fn(&Theme) -> container::Style {
    soft(tone, radius::CARD)
}

/// A note that fills a line, in the soft colour of `tone`.
pub fn note(tone: Tone) -> impl Fn(&Theme) -> container::Style {
    soft(tone, radius::CONTROL)
}

/// A bar full of the colour of `tone`: underlines, marks at the side.
pub fn mark(tone: Tone) -> impl Fn(&Theme) -> container::Style {
    move |theme| {
        container::Style::default()
            .background(palette(theme).tone(tone).0)
            .border(border::rounded(radius::ROUND))
    }
}

/// A line of one pixel.
pub fn divider(theme: &Theme) -> rule::Style {
    rule::Style {
        color: palette(theme).border,
        radius: 0.0.into(),
        fill_mode: rule::FillMode::Full,
        snap: true,
    }
}

/// How far work has come.
pub fn progress(theme: &Theme) -> progress_bar::Style {
    let palette = palette(theme);
    progress_bar::Style {
        background: palette.surface_2.into(),
        bar: palette.accent.into(),
        border: border::rounded(radius::ROUND),
    }
}

/// Secondary text.
pub fn secondary(theme: &Theme) -> text::Style {
    colored(palette(theme).text_2)
}

/// Hints, headers of tables.
pub fn hint(theme: &Theme) -> text::Style {
    colored(palette(theme).text_3)
}

/// Text in the colour of `tone`; a neutral one is plain.
pub fn toned(tone: Tone) -> impl Fn(&Theme) -> text::Style {
    move |theme| {
        let palette = palette(theme);
        match tone {
            Tone::Neutral => colored(palette.text),
            tone => colored(palette.tone(tone).0),
        }
    }
}

fn colored(color: Color) -> text::Style {
    text::Style { color: Some(color) }
}

fn soft(tone: Tone, radius: f32) -> impl Fn(&Theme) -> container::Style {
    move |theme| {
        let (ink, soft) = palette(theme).tone(tone);
        container::Style::default()
            .background(soft)
            .color(ink)
            .border(Border::default().rounded(radius))
    }
}

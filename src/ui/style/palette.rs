//! The colours, by day and by night.

use iced::{Color, Theme, color};

/// The colours of one theme.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Palette {
    /// Behind everything.
    pub background: Color,
    /// Cards, tables, panels.
    pub surface: Color,
    /// Chips, tracks, what the pointer is over.
    pub surface_2: Color,
    /// Lines of one pixel.
    pub border: Color,
    /// Text.
    pub text: Color,
    /// Secondary text.
    pub text_2: Color,
    /// Hints, headers of tables.
    pub text_3: Color,
    /// The one accent.
    pub accent: Color,
    /// Behind what is selected.
    pub accent_soft: Color,
    /// Text on the accent.
    pub on_accent: Color,
    /// Free, success.
    pub free: Color,
    /// Behind what is free.
    pub free_soft: Color,
    /// Busy, error, overdue.
    pub busy: Color,
    /// Behind what is busy.
    pub busy_soft: Color,
    /// Not in the office.
    pub away: Color,
    /// Behind who is away.
    pub away_soft: Color,
    /// Needs attention.
    pub warning: Color,
    /// Behind what needs attention.
    pub warning_soft: Color,
    /// Tiers, avatars.
    pub extra: Color,
    /// Behind tiers and avatars.
    pub extra_soft: Color,
    /// Over the page while a dialog is open.
    pub backdrop: Color,
}

/// What a colour says. It never says so alone: a word or an icon goes with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Tone {
    /// Nothing in particular.
    #[default]
    Neutral,
    /// Chosen, ours.
    Accent,
    /// Free, success.
    Free,
    /// Busy, error, overdue.
    Busy,
    /// Needs attention.
    Warning,
    /// Tiers, avatars.
    Extra,
}

impl Palette {
    /// The colours by day.
    pub const LIGHT: Self = Self {
        background: color!(0xF5F6F8),
        surface: color!(0xFFFFFF),
        surface_2: color!(0xF0F2F5),
        border: color!(0xE2E6EC),
        text: color!(0x1A1F28),
        text_2: color!(0x566072),
        text_3: color!(0x8C95A5),
        accent: color!(0x2B5CE6),
        accent_soft: color!(0xE9EFFE),
        on_accent: color!(0xFFFFFF),
        free: color!(0x17875A),
        free_soft: color!(0xDDF3E8),
        busy: color!(0xCC3D33),
        busy_soft: color!(0xFBE5E3),
        away: color!(0x7B8494),
        away_soft: color!(0xE8EBF0),
        warning: color!(0xB26A00),
        warning_soft: color!(0xFDF0D8),
        extra: color!(0x7A4FD0),
        extra_soft: color!(0xEFE8FC),
        backdrop: color!(0x1A1F28, 0.36),
    };

    /// The colours by night.
    pub const DARK: Self = Self {
        background: color!(0x14171C),
        surface: color!(0x1B1F26),
        surface_2: color!(0x242932),
        border: color!(0x2E3540),
        text: color!(0xE8EBF0),
        text_2: color!(0xA7B0BF),
        text_3: color!(0x77818F),
        accent: color!(0x6E96FF),
        accent_soft: color!(0x223058),
        on_accent: color!(0xFFFFFF),
        free: color!(0x4FC48F),
        free_soft: color!(0x173A2B),
        busy: color!(0xF0776E),
        busy_soft: color!(0x44211F),
        away: color!(0x7B8494),
        away_soft: color!(0x2A303A),
        warning: color!(0xE9A94A),
        warning_soft: color!(0x3E2F14),
        extra: color!(0xAE8CF2),
        extra_soft: color!(0x30264A),
        backdrop: color!(0x000000, 0.55),
    };

    /// Behind a row the pointer is over; lighter than any chip on it.
    pub fn hovered_row(&self) -> Color {
        mix(self.surface, self.surface_2, 0.5)
    }

    /// Behind a selected row; lighter than any chip on it.
    pub fn selected_row(&self) -> Color {
        mix(self.surface, self.accent_soft, 0.6)
    }

    /// The line of an empty check box.
    pub fn check_line(&self) -> Color {
        mix(self.border, self.text_3, 0.5)
    }

    /// The colour of a tone, and the soft one that goes behind it.
    pub fn tone(&self, tone: Tone) -> (Color, Color) {
        match tone {
            Tone::Neutral => (self.text_2, self.surface_2),
            Tone::Accent => (self.accent, self.accent_soft),
            Tone::Free => (self.free, self.free_soft),
            Tone::Busy => (self.busy, self.busy_soft),
            Tone::Warning => (self.warning, self.warning_soft),
            Tone::Extra => (self.extra, self.extra_soft),
        }
    }
}

/// The palette a theme is drawn with.
pub fn palette(theme: &Theme) -> Palette {
    if theme.extended_palette().is_dark {
        Palette::DARK
    } else {
        Palette::LIGHT
    }
}

/// A mix of two colours; `part` from 0 (all `from`) to 1 (all `to`).
pub(super) fn mix(from: Color, to: Color, part: f32) -> Color {
    let channel = |from: f32, to: f32| from + (to - from) * part;
    Color::from_rgba(
        channel(from.r, to.r),
        channel(from.g, to.g),
        channel(from.b, to.b),
        channel(from.a, to.a),
    )
}

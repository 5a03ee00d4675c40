//! The colours of a calendar: what an entry makes of those who take part.

use iced::widget::button::{self, Status};
use iced::widget::{container, text};
use iced::{Color, Theme, border, color};

use super::palette::{Palette, mix, palette};
use super::radius;
use crate::domain::task::Availability;

/// The stripe at the left of an entry, in logical pixels.
pub const STRIPE: f32 = 3.0;

/// What an entry is drawn by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shade {
    /// What it makes of those who take part.
    pub availability: Availability,
    /// Whether it is over, or lifted from its place.
    pub is_faded: bool,
}

/// The colours of an entry.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// The stripe at its left.
    pub ink: Color,
    /// Behind its words.
    pub ground: Color,
    /// The stripes across it, of one who is not there.
    pub hatch: Option<Color>,
    /// The line that leads.
    pub heading: Color,
    /// The lines below.
    pub details: Color,
}

/// How an entry looks.
pub fn entry(theme: &Theme, shade: Shade) -> Look {
    let colours = palette(theme);
    let (ink, soft) = tones(&colours, shade.availability);
    let is_away = shade.availability == Availability::Away;
    let part = if shade.is_faded { 0.45 } else { 0.0 };
    let fade = |colour| mix(colour, colours.surface, part);
    let ground = if is_away { colours.surface } else { soft };
    Look {
        ink: fade(ink),
        ground: fade(ground),
        hatch: is_away.then(|| fade(soft)),
        heading: fade(colours.text),
        details: fade(mix(colours.text, colours.text_2, 0.5)),
    }
}

/// The colour of an availability, and the soft one behind it.
pub fn tones(colours: &Palette, availability: Availability) -> (Color, Color) {
    match availability {
        Availability::Busy => (colours.busy, colours.busy_soft),
        Availability::Free => (colours.free, colours.free_soft),
        Availability::Away => (colours.away, colours.away_soft),
    }
}

/// The colours of employees whose calendars lie over each other, on light and on dark: none of them
/// is that of an availability.
const HUES: [(Color, Color); 8] = [
    (color!(0x2B5CE6), color!(0x6E96FF)),
    (color!(0x7A4FD0), color!(0xAE8CF2)),
    (color!(0xB26A00), color!(0xE9A94A)),
    (color!(0x0B7A88), color!(0x4FC3D1)),
    (color!(0xB0327F), color!(0xEE86C2)),
    (color!(0x6B5B2E), color!(0xC9B37A)),
    (color!(0x2F4F7F), color!(0x9CB8E8)),
    (color!(0x5E6E1A), color!(0xB9CC66)),
];

/// The colour of the employee of that place, where several share a column.
pub fn hue(theme: &Theme, place: usize) -> Color {
    let (on_light, on_dark) = HUES[place % HUES.len()];
    match theme.extended_palette().is_dark {
        true => on_dark,
        false => on_light,
    }
}

/// The round sign of the employee of that place, with initials in it.
pub fn owner(place: usize) -> impl Fn(&Theme) -> container::Style {
    move |theme| {
        let style = container::Style::default()
            .background(hue(theme, place))
            .border(border::rounded(radius::ROUND));
        style.color(palette(theme).surface)
    }
}

/// The stripes over a day on which somebody is absent.
pub fn absence(theme: &Theme) -> Color {
    let colours = palette(theme);
    mix(colours.surface, colours.away_soft, 0.8)
}

/// What lasts whole days, as a bar that can be pressed.
pub fn bar(shade: Shade, is_selected: bool) -> impl Fn(&Theme, Status) -> button::Style {
    move |theme, _status| {
        let look = entry(theme, shade);
        let colours = palette(theme);
        let ground = match shade.availability {
            Availability::Away => colours.away_soft,
            _ => look.ground,
        };
        let edge = if is_selected { colours.accent } else { ground };
        button::Style {
            background: Some(ground.into()),
            text_color: look.heading,
            border: border::rounded(radius::MARK).color(edge).width(1),
            ..button::Style::default()
        }
    }
}

/// One hour of a day in the head of its column.
pub fn mark(hour: Option<Availability>, is_working: bool) -> impl Fn(&Theme) -> container::Style {
    move |theme| {
        let colours = palette(theme);
        let ground = match hour {
            Some(availability) => tones(&colours, availability).0,
            None if is_working => colours.free_soft,
            None => colours.surface_2,
        };
        container::Style::default()
            .background(ground)
            .border(border::rounded(radius::ROUND))
    }
}

/// A dot that says how somebody is taken; words go with it.
pub fn dot(availability: Availability) -> impl Fn(&Theme) -> container::Style {
    move |theme| {
        let colours = palette(theme);
        container::Style::default()
            .background(tones(&colours, availability).0)
            .border(border::rounded(radius::ROUND))
    }
}

/// Words about how somebody is taken.
pub fn words(availability: Availability) -> impl Fn(&Theme) -> text::Style {
    move |theme| text::Style {
        color: Some(tones(&palette(theme), availability).0),
    }
}

/// A day of the small calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayFace {
    /// Whether it is the present day.
    pub is_today: bool,
    /// Whether it is among the days that are shown.
    pub is_shown: bool,
    /// Whether it is worked, and of the month.
    pub is_plain: bool,
}

/// A day of the small calendar.
pub fn day(face: DayFace) -> impl Fn(&Theme) -> container::Style {
    move |theme| {
        let colours = palette(theme);
        let (ground, ink) = match face {
            DayFace { is_today: true, .. } => (Some(colours.accent), colours.on_accent),
            DayFace { is_shown: true, .. } => (Some(colours.accent_soft), colours.accent),
            DayFace { is_plain: true, .. } => (None, colours.text),
            _ => (None, colours.text_3),
        };
        container::Style {
            background: ground.map(Into::into),
            text_color: Some(ink),
            border: border::rounded(radius::ROUND),
            ..container::Style::default()
        }
    }
}

/// A day of a month: of the month itself or not, under what is dragged or not.
pub fn cell(
    is_of_month: bool,
    is_free: bool,
    is_target: bool,
) -> impl Fn(&Theme) -> container::Style {
    move |theme| {
        let colours = palette(theme);
        let ground = match (is_target, is_of_month && !is_free) {
            (true, _) => colours.accent_soft,
            (false, true) => colours.surface,
            (false, false) => colours.background,
        };
        container::Style::default()
            .background(ground)
            .border(border::color(colours.border).width(0.5))
    }
}

/// An entry as one line of a day of a month.
pub fn line(shade: Shade, is_selected: bool) -> impl Fn(&Theme) -> container::Style {
    move |theme| {
        let colours = palette(theme);
        let look = entry(theme, shade);
        let ground = match shade.availability {
            Availability::Away => colours.away_soft,
            _ => look.ground,
        };
        let edge = if is_selected { colours.accent } else { ground };
        container::Style {
            background: Some(ground.into()),
            text_color: Some(look.heading),
            border: border::rounded(radius::MARK).color(edge).width(1),
            ..container::Style::default()
        }
    }
}

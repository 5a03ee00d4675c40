//! The looks of the program, written once: tokens of the design and the style of each kind of thing.

pub mod button;
pub mod calendar;
pub mod control;
pub mod font;
pub mod palette;
pub mod surface;

use std::sync::LazyLock;

use iced::{Theme, theme};

pub use font::{FONT, ICONS, MEDIUM, SEMIBOLD, fonts};
pub use palette::{Palette, Tone, palette};

/// The only distances there are, in logical pixels.
pub mod spacing {
    /// Between an icon and its word.
    pub const XS: f32 = 4.0;
    /// Between things of one group.
    pub const S: f32 = 8.0;
    /// Between controls of one line.
    pub const M: f32 = 12.0;
    /// Inside a card, between fields.
    pub const L: f32 = 16.0;
    /// The margin of a page.
    pub const XL: f32 = 20.0;
    /// Between sections.
    pub const XXL: f32 = 24.0;
    /// Around what stands alone.
    pub const XXXL: f32 = 32.0;
}

/// The only sizes of type, in logical pixels.
pub mod size {
    /// Hints, headers of tables, chips.
    pub const HINT: f32 = 12.0;
    /// Secondary text.
    pub const SMALL: f32 = 13.0;
    /// Everything else.
    pub const BASE: f32 = 14.0;
    /// Titles of panels.
    pub const TITLE: f32 = 16.0;
    /// Titles of pages.
    pub const PAGE: f32 = 20.0;
    /// Key figures.
    pub const FIGURE: f32 = 26.0;
    /// An icon beside a word.
    pub const ICON: f32 = 15.0;
    /// An icon alone.
    pub const ICON_LARGE: f32 = 18.0;
}

/// The only radii of corners, in logical pixels.
pub mod radius {
    /// Check boxes and other small marks.
    pub const MARK: f32 = 4.0;
    /// Buttons, fields, menus.
    pub const CONTROL: f32 = 7.0;
    /// Cards, dialogs.
    pub const CARD: f32 = 10.0;
    /// Chips, avatars, bars: as round as they are high.
    pub const ROUND: f32 = 999.0;
}

/// Heights of what stands in lines, in logical pixels.
pub mod height {
    /// A field, a button.
    pub const CONTROL: f32 = 34.0;
    /// A button inside a card or a toolbar.
    pub const COMPACT: f32 = 28.0;
    /// A row of a table.
    pub const ROW: f32 = 38.0;
    /// A row of a table in the compact density.
    pub const ROW_COMPACT: f32 = 30.0;
    /// The header of a table.
    pub const HEADER: f32 = 34.0;
}

static LIGHT: LazyLock<Theme> = LazyLock::new(|| custom("Vizitka light", &Palette::LIGHT));
static DARK: LazyLock<Theme> = LazyLock::new(|| custom("Vizitka dark", &Palette::DARK));

/// The theme for day.
pub fn light() -> Theme {
    LIGHT.clone()
}

/// The theme for night.
pub fn dark() -> Theme {
    DARK.clone()
}

fn custom(name: &'static str, palette: &Palette) -> Theme {
    Theme::custom(
        name,
        theme::Palette {
            background: palette.background,
            text: palette.text,
            primary: palette.accent,
            success: palette.free,
            warning: palette.warning,
            danger: palette.busy,
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_theme_finds_its_own_palette() {
        assert_eq!(palette(&light()).surface, Palette::LIGHT.surface);
        assert_eq!(palette(&dark()).surface, Palette::DARK.surface);
    }
}

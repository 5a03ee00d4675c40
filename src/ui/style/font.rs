//! The embedded fonts: Inter with figures of one width, and the Lucide icons we use.

use iced::Font;
use iced::font::{Family, Weight};

/// Our cut of Inter. The name is our own, so that an installed Inter never takes its place.
const FAMILY: Family = Family::Name("Inter Vizitka");

/// Text.
pub const FONT: Font = weighing(Weight::Normal);
/// What leads the eye: names, labels of buttons.
pub const MEDIUM: Font = weighing(Weight::Medium);
/// Titles and figures.
pub const SEMIBOLD: Font = weighing(Weight::Semibold);
/// The icons.
pub const ICONS: Font = Font::with_name("Vizitka Lucide");

/// The bytes of every font the program draws with.
pub fn fonts() -> [&'static [u8]; 4] {
    [
        include_bytes!("../../../assets/fonts/Inter-Regular.ttf"),
        include_bytes!("../../../assets/fonts/Inter-Medium.ttf"),
        include_bytes!("../../../assets/fonts/Inter-SemiBold.ttf"),
        include_bytes!("../../../assets/fonts/lucide.ttf"),
    ]
}

const fn weighing(weight: Weight) -> Font {
    Font {
        family: FAMILY,
        weight,
        ..Font::DEFAULT
    }
}

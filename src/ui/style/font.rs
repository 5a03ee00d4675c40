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

#[cfg(test)]
mod tests {
    use iced::advanced::graphics::text::font_system;

    use crate::ui::headless::load_fonts;

    #[test]
    fn every_weight_of_our_fonts_is_readable() {
        load_fonts();
        let mut system = font_system().write().unwrap();
        let faces = system.raw().db().faces();
        let ours = faces.filter(|face| {
            face.families
                .iter()
                .any(|(name, _)| name.contains("Vizitka"))
        });
        let mut weights: Vec<u16> = ours.map(|face| face.weight.0).collect();
        weights.sort_unstable();

        assert_eq!(weights, [400, 400, 500, 600]); // the icons, then Inter
    }
}

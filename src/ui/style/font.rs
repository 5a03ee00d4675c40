//! The embedded fonts: Inter with figures of one width, the Lucide icons we use, and the letters of
//! documents.

use iced::Font;
use iced::font::{Family, Style, Weight};

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
pub fn fonts() -> [&'static [u8]; 10] {
    [
        include_bytes!("../../../assets/fonts/Inter-Regular.ttf"),
        include_bytes!("../../../assets/fonts/Inter-Medium.ttf"),
        include_bytes!("../../../assets/fonts/Inter-SemiBold.ttf"),
        include_bytes!("../../../assets/fonts/lucide.ttf"),
        include_bytes!("../../../assets/fonts/VizitkaSerif-Regular.ttf"),
        include_bytes!("../../../assets/fonts/VizitkaSerif-Bold.ttf"),
        include_bytes!("../../../assets/fonts/VizitkaSerif-Italic.ttf"),
        include_bytes!("../../../assets/fonts/VizitkaSerif-BoldItalic.ttf"),
        include_bytes!("../../../assets/fonts/VizitkaSans-Regular.ttf"),
        include_bytes!("../../../assets/fonts/VizitkaSans-Bold.ttf"),
    ]
}

/// The letters of documents: as wide as those of Times or, without feet, of Arial.
pub fn letters(is_serif: bool, is_bold: bool, is_italic: bool) -> Font {
    let name = if is_serif {
        "Vizitka Serif"
    } else {
        "Vizitka Sans"
    };
    Font {
        family: Family::Name(name),
        weight: if is_bold {
            Weight::Bold
        } else {
            Weight::Normal
        },
        style: if is_italic {
            Style::Italic
        } else {
            Style::Normal
        },
        ..Font::DEFAULT
    }
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

        // The icons and the lightest of all families first.
        assert_eq!(weights, [400, 400, 400, 400, 400, 500, 600, 700, 700, 700]);
    }
}

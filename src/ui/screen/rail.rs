//! The sections of the rail, in the order they stand there: Ctrl with a digit goes to the one of
//! that place, 0 to the tenth.

use super::Page;
use crate::ui::widget::Icon;

/// A section: a page, or the list of clients.
pub type Section = Option<Page>;

/// A line of the rail: its section, its icon, the message that names it.
pub type Line = (Section, Icon, &'static str);

/// The sections of daily work, from above.
pub const DAILY: [Line; 9] = [
    (Some(Page::Today), Icon::Sun, "common-today"),
    (None, Icon::Contact, "common-clients"),
    (Some(Page::Calendar), Icon::CalendarDays, "common-calendar"),
    (Some(Page::Tasks), Icon::ListChecks, "common-tasks"),
    (Some(Page::Board), Icon::Board, "common-deals"),
    (Some(Page::Sales), Icon::Banknote, "common-sales"),
    (Some(Page::Documents), Icon::FileText, "common-documents"),
    (Some(Page::Letters), Icon::Send, "common-letters"),
    (Some(Page::Results), Icon::Chart, "common-results"),
];

/// The sections at the foot of the rail.
pub const FOOT: [Line; 3] = [
    (Some(Page::Bin), Icon::Trash, "common-bin"),
    (Some(Page::History), Icon::History, "common-history"),
    (Some(Page::Settings), Icon::Settings, "common-settings"),
];

/// All sections, in their order.
fn all() -> impl Iterator<Item = Section> {
    DAILY.into_iter().chain(FOOT).map(|(section, ..)| section)
}

/// The section that a digit stands for.
pub fn of_digit(digit: char) -> Option<Section> {
    let digit = digit.to_digit(10)? as usize;
    let place = if digit == 0 { 9 } else { digit - 1 };
    all().nth(place)
}

/// The keys that go to a section; `None` for what does not stand in the rail.
pub fn keys(section: Section) -> Option<String> {
    let place = all().position(|known| known == section)?;
    (place < 10).then(|| format!("Ctrl {}", (place + 1) % 10))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_follow_the_order_of_the_rail() {
        assert_eq!(of_digit('1'), Some(Some(Page::Today)));
        assert_eq!(of_digit('2'), Some(None));
        assert_eq!(of_digit('a'), None);
        for (digit, section) in ('1'..='9').zip(all()) {
            assert_eq!(of_digit(digit), Some(section));
            assert_eq!(keys(section), Some(format!("Ctrl {digit}")));
        }
        assert_eq!(keys(Some(Page::Groups)), None);
    }
}

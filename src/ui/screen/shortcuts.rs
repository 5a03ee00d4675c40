//! The list of keyboard shortcuts (F1).

use iced::Task as Command;
use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::operation::{self, AbsoluteOffset};
use iced::widget::{Column, column, container, row};
use iced::{Center, Fill, FillPortion, Padding, Top};

use crate::i18n::Locale;
use crate::ui::screen::Press;
use crate::ui::style::spacing;
use crate::ui::widget::{Element, badge, button, dialog, ellipsis, section};

/// Keys, and the message that says what they do.
type Shortcut = (&'static [&'static str], &'static str);
/// The message that names a group, and what belongs to it.
type Group = (&'static str, &'static [Shortcut]);

/// Keys whose names are messages; all others are written on the keys.
const SPACE: &str = "shortcuts-key-space";
const ARROWS: &str = "shortcuts-key-arrows";
const LETTERS: &str = "shortcuts-key-letters";

const EVERYWHERE: Group = (
    "shortcuts-everywhere",
    &[
        (&["Ctrl K"], "shortcuts-search"),
        (&["Ctrl N"], "shortcuts-new"),
        (&["Ctrl Shift N"], "shortcuts-new-person"),
        (&["Ctrl T"], "shortcuts-new-task"),
        (&["Ctrl Shift T"], "shortcuts-new-project"),
        (&["Ctrl Shift C"], "shortcuts-log-call"),
        (&["Ctrl I"], "shortcuts-import"),
        (&["Ctrl Enter"], "shortcuts-go-on"),
        (&["Ctrl Z"], "shortcuts-undo"),
        (&["Ctrl Y"], "shortcuts-redo"),
        (&["Ctrl 1"], "common-today"),
        (&["Ctrl 2"], "common-clients"),
        (&["Ctrl 3"], "common-calendar"),
        (&["Ctrl 4"], "common-tasks"),
        (&["Ctrl 5"], "common-deals"),
        (&["Ctrl 6"], "common-sales"),
        (&["Ctrl 7"], "common-documents"),
        (&["Ctrl 8"], "common-letters"),
        (&["Ctrl 9"], "common-results"),
        (&["Ctrl 0"], "common-bin"),
        (&["Ctrl ,"], "shortcuts-settings"),
        (&["Ctrl B"], "shortcuts-reminders"),
        (&["Ctrl Shift W", "Ctrl W"], "shortcuts-window"),
        (&["F1"], "shortcuts-help"),
        (&["Esc"], "shortcuts-leave"),
    ],
);

const LISTS: Group = (
    "shortcuts-lists",
    &[
        (&[ARROWS], "shortcuts-move"),
        (&["Page Up", "Page Down"], "shortcuts-page"),
        (&["Home", "End"], "shortcuts-ends"),
        (&["Ctrl Page Up", "Ctrl Page Down"], "shortcuts-tabs"),
        (&["Enter"], "shortcuts-open"),
        (&[SPACE], "shortcuts-select"),
        (&["Ctrl A"], "shortcuts-select-all"),
        (&["Ctrl Shift F"], "shortcuts-filter"),
        (&["Delete"], "shortcuts-delete"),
        (&["←", "→", "Alt ← →"], "shortcuts-columns"),
        (&["Ctrl L"], "shortcuts-choose-columns"),
        (&["Ctrl Shift L"], "shortcuts-views"),
        (&["Ctrl Shift E"], "shortcuts-export"),
        (&["F2"], "shortcuts-edit-cell"),
        (&["Ctrl M"], "shortcuts-edit-field"),
        (&["Ctrl D"], "shortcuts-next-step"),
        (&["Ctrl R"], "shortcuts-letters"),
        (&["Ctrl J"], "shortcuts-merge"),
        (&["Ctrl Shift D"], "shortcuts-duplicates"),
        (&["Shift F10"], "shortcuts-row-menu"),
        (&[LETTERS, "Ctrl F"], "shortcuts-type"),
    ],
);

const CARD: Group = (
    "shortcuts-card",
    &[
        (&["Ctrl E", "F2"], "shortcuts-edit"),
        (&["Ctrl S"], "shortcuts-save"),
        (&["Enter"], "shortcuts-submit"),
        (&["Tab", "Shift Tab"], "shortcuts-next"),
        (&["Ctrl Page Up", "Ctrl Page Down"], "shortcuts-tabs"),
        (&["F2", "Delete"], "shortcuts-line"),
        (&["Alt", ARROWS], "shortcuts-department"),
        (&["Ctrl H"], "shortcuts-history"),
        (&["Ctrl M"], "shortcuts-note"),
        (&["Ctrl Shift V"], "shortcuts-paste"),
        (&["Insert"], "shortcuts-attach"),
        (&["Ctrl D"], "shortcuts-dossier"),
        (&["Ctrl G"], "shortcuts-cases"),
        (&["Esc"], "shortcuts-cancel"),
    ],
);

const PAPER: Group = (
    "shortcuts-paper",
    &[
        (&["Ctrl S"], "shortcuts-save"),
        (&["Ctrl Enter"], "shortcuts-paper-make"),
        (&["Ctrl P"], "shortcuts-paper-print"),
        (&["↓"], "shortcuts-paper-day"),
    ],
);

const TREE: Group = (
    "shortcuts-tree",
    &[
        (&["←", "→"], "shortcuts-tree-fold"),
        (&["Insert", "Shift Insert"], "shortcuts-tree-add"),
        (&["Enter"], "shortcuts-tree-edit"),
        (&[SPACE], "shortcuts-tree-finish"),
        (&["Alt", ARROWS], "shortcuts-tree-move"),
    ],
);

const TASKS: Group = (
    "shortcuts-tasks-page",
    &[
        (&["Ctrl Enter"], "shortcuts-tasks-finish"),
        (&["Alt ← →"], "shortcuts-tasks-move"),
        (&[SPACE], "shortcuts-select"),
    ],
);

const PAPERS: Group = (
    "shortcuts-papers-page",
    &[
        (&["Insert"], "shortcuts-papers-new"),
        (&["Enter"], "shortcuts-papers-open"),
        (&["Shift F10"], "shortcuts-papers-menu"),
        (&["Delete"], "shortcuts-papers-delete"),
    ],
);

const STATEMENT: Group = (
    "shortcuts-statement",
    &[
        (&["Enter"], "shortcuts-statement-accept"),
        (&["Delete"], "shortcuts-statement-nobody"),
        (&["Ctrl S"], "shortcuts-statement-enter"),
    ],
);

const TEMPLATES: Group = (
    "shortcuts-templates",
    &[
        (&["Insert"], "shortcuts-templates-add"),
        (&["Enter"], "shortcuts-templates-word"),
        (&["F2"], "shortcuts-templates-rename"),
        (&["Alt ↑ ↓"], "shortcuts-tree-move"),
        (&["Delete"], "shortcuts-papers-delete"),
    ],
);

const SETTINGS: Group = (
    "shortcuts-settings-lists",
    &[
        (&["Insert"], "shortcuts-papers-new"),
        (&["Enter", "F2"], "shortcuts-tree-edit"),
        (&["Alt ↑ ↓"], "shortcuts-tree-move"),
        (&["Ctrl D"], "shortcuts-settings-copy"),
        (&["Delete"], "shortcuts-papers-delete"),
    ],
);

const BOARD: Group = (
    "shortcuts-deals",
    &[
        (&[ARROWS], "shortcuts-deals-move"),
        (&["Alt ← →"], "shortcuts-deals-carry"),
        (&["W", "L"], "shortcuts-deals-end"),
        (&["Ctrl Enter"], "shortcuts-deals-client"),
    ],
);

const DUPLICATES: Group = (
    "shortcuts-alike",
    &[
        (&["Enter"], "shortcuts-merge-pair"),
        (&["N"], "shortcuts-distinct"),
        (&["←", "→"], "shortcuts-pick-side"),
        (&["2", "…", "9"], "shortcuts-survivor"),
        (&["Enter"], "shortcuts-merge-now"),
    ],
);

const MAP: Group = (
    "shortcuts-map",
    &[
        (&[ARROWS], "shortcuts-map-move"),
        (&["0", "…", "5"], "shortcuts-map-degree"),
        (&["Tab"], "shortcuts-map-role"),
    ],
);

const CALENDAR: Group = (
    "shortcuts-calendar",
    &[
        (&["1", "…", "5"], "shortcuts-scopes"),
        (&["Page Up", "Page Down"], "shortcuts-calendar-step"),
        (&["T"], "shortcuts-calendar-today"),
        (&["N"], "shortcuts-calendar-new"),
        (&[ARROWS], "shortcuts-calendar-move"),
        (&["Alt", ARROWS], "shortcuts-calendar-shift"),
        (&["Alt Shift ↑ ↓"], "shortcuts-calendar-stretch"),
        (&["R"], "shortcuts-calendar-remind"),
        (&["D"], "shortcuts-tasks-finish"),
        (&["Shift F10"], "shortcuts-calendar-menu"),
        (&["W"], "shortcuts-calendar-window"),
        (&["P"], "shortcuts-calendar-print"),
    ],
);

/// The dialog; the app lays it over the page. The cross says `on_close`.
pub fn view<'a, Message: Clone + 'a>(locale: &Locale, on_close: Message) -> Element<'a, Message> {
    let halves = [
        [
            &EVERYWHERE,
            &CARD,
            &PAPER,
            &PAPERS,
            &STATEMENT,
            &TEMPLATES,
            &MAP,
        ]
        .as_slice(),
        &[
            &LISTS,
            &TREE,
            &TASKS,
            &SETTINGS,
            &BOARD,
            &CALENDAR,
            &DUPLICATES,
        ],
    ];
    let halves = halves.map(|groups| {
        let groups = groups.iter().map(|one| group(one, locale));
        let half = Column::from_iter(groups).spacing(spacing::L);
        container(half).width(FillPortion(1)).into()
    });
    let body = row(halves).spacing(spacing::XXXL).align_y(Top);
    let body = container(body).padding(Padding::ZERO.right(spacing::L));
    let body = container(section::scrolled_as(LIST, body)).height(HEIGHT);
    dialog::dialog(locale.text("shortcuts-title"), body)
        .close(locale.text("shortcuts-close"), on_close.clone())
        .button(button::secondary(locale.text("shortcuts-close")).on_press(on_close))
        .width(WIDTH)
        .into()
}

/// What a key does to the list: the arrows and Page Up, Page Down scroll it.
pub fn press<Message: Send + 'static>(press: &Press) -> Command<Message> {
    let y = match &press.key {
        Key::Named(Named::ArrowUp) => -2.0 * LINE,
        Key::Named(Named::ArrowDown) => 2.0 * LINE,
        Key::Named(Named::PageUp) => LINE - HEIGHT,
        Key::Named(Named::PageDown) => HEIGHT - LINE,
        _ => return Command::none(),
    };
    operation::scroll_by(LIST, AbsoluteOffset { x: 0.0, y })
}

fn group<'a, Message: 'a>((title, shortcuts): &Group, locale: &Locale) -> Element<'a, Message> {
    let lines = shortcuts.iter().map(|shortcut| line(shortcut, locale));
    let lines = Column::with_children(lines);
    column![section::section(locale.text(title), None), lines]
        .spacing(spacing::XS)
        .into()
}

fn line<'a, Message: 'a>((keys, does): &Shortcut, locale: &Locale) -> Element<'a, Message> {
    let keys = keys.iter().map(|name| {
        badge::key(match *name {
            SPACE | ARROWS | LETTERS => locale.text(name),
            written => written.to_owned(),
        })
    });
    row![
        ellipsis(locale.text(does)).width(Fill),
        row(keys).spacing(spacing::XS),
    ]
    .spacing(spacing::S)
    .height(LINE)
    .align_y(Center)
    .into()
}

/// The width of the dialog, the height of its list and of a line, in logical pixels.
const WIDTH: f32 = 900.0;
const HEIGHT: f32 = 520.0;
const LINE: f32 = 26.0;
/// The list, which scrolls.
const LIST: &str = "shortcuts";

#[cfg(test)]
mod tests {
    use iced_test::Simulator;

    use super::*;
    use crate::i18n::Language;
    use crate::ui::screen::{Context, testing};

    #[test]
    fn the_cross_and_the_button_close_the_list() {
        let locale = Locale::new(Language::English);
        let mut window = Simulator::new(view(&locale, ()));
        window.click("Close").unwrap();
        assert_eq!(window.into_messages().count(), 1);
    }

    #[test]
    fn pictures_of_the_shortcuts() {
        fn draw<'a>(_: &'a (), context: &'a Context) -> Element<'a, ()> {
            view(&context.locale, ())
        }
        testing::dialog("shortcuts", |_| (), draw, ());
    }
}

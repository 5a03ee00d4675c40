//! Lists of papers and of sales: what is done with several lines at once, and the list as a table.

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::{container, row, space};
use iced::{Center, Fill, Padding};

use super::sums::Sum;
use super::{ExportFormat, Press};
use crate::i18n::Locale;
use crate::ui::style::spacing;
use crate::ui::widget::anchored::anchored;
use crate::ui::widget::button::Button;
use crate::ui::widget::{Element, Icon, button, menu, text};

/// The width of the menu, in logical pixels.
const WIDTH: f32 = 240.0;

/// What a list is written as: the message that names it, and its icon.
const FORMATS: [(ExportFormat, &str, Icon); 2] = [
    (ExportFormat::Xlsx, "clients-export-xlsx", Icon::Spreadsheet),
    (ExportFormat::Csv, "clients-export-csv", Icon::FileText),
];

/// What is done with the selected lines, or with all of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// The menu of the table unfolds, or folds.
    Menu(bool),
    /// The mark in that menu moves.
    Mark(isize),
    /// The selected lines, else the whole list, become a table.
    Export(ExportFormat),
    /// Letters are written to the clients of the selected lines.
    Letters,
    /// The selected lines are removed.
    Delete,
    /// No line is selected any more.
    Clear,
}

impl Deed {
    /// What a key asks for.
    pub fn of_key(press: &Press) -> Option<Self> {
        let is_shifted = press.modifiers.command() && press.modifiers.shift();
        match press.latin? {
            'e' if is_shifted => Some(Self::Export(ExportFormat::Xlsx)),
            'r' if press.is_command('r') => Some(Self::Letters),
            _ => None,
        }
    }
}

/// The menu of the table.
#[derive(Debug, Default)]
pub struct Menu {
    is_open: bool,
    mark: usize,
}

impl Menu {
    /// Whether it has the keyboard.
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    /// Takes in what happened to it; whatever else is done folds it.
    pub fn update(&mut self, deed: Deed) {
        match deed {
            Deed::Mark(by) => {
                let last = FORMATS.len() - 1;
                self.mark = self.mark.saturating_add_signed(by).min(last);
            }
            deed => {
                *self = Self {
                    is_open: deed == Deed::Menu(true),
                    mark: 0,
                }
            }
        }
    }

    /// The button with the menu under it, beside what narrows a list.
    pub fn view<'a, Message: Clone + 'a>(
        &self,
        locale: &Locale,
        say: fn(Deed) -> Message,
    ) -> Element<'a, Message> {
        self.under(Self::button(locale).compact(), locale, say)
    }

    /// The same at the head of a page.
    pub fn at_head<'a, Message: Clone + 'a>(
        &self,
        locale: &Locale,
        say: fn(Deed) -> Message,
    ) -> Element<'a, Message> {
        self.under(Self::button(locale), locale, say)
    }

    fn button<'a, Message: Clone + 'a>(locale: &Locale) -> Button<'a, Message> {
        button::secondary(locale.text("clients-export"))
            .icon(Icon::Spreadsheet)
            .trailing(Icon::ChevronDown)
    }

    fn under<'a, Message: Clone + 'a>(
        &self,
        button: Button<'a, Message>,
        locale: &Locale,
        say: fn(Deed) -> Message,
    ) -> Element<'a, Message> {
        let button = button.on_press(say(Deed::Menu(!self.is_open))).reachable();
        if !self.is_open {
            return button;
        }
        let items = FORMATS.iter().enumerate().map(|(at, (format, key, icon))| {
            let item = menu::item(locale.text(key), say(Deed::Export(*format))).icon(*icon);
            let item = match format {
                ExportFormat::Xlsx => item.shortcut("Ctrl Shift E"),
                _ => item,
            };
            item.marked(at == self.mark).into()
        });
        let taken = FORMATS
            .get(self.mark)
            .map(|(format, ..)| say(Deed::Export(*format)));
        let panel = menu::panel(items, WIDTH);
        anchored(button, Some(panel), say(Deed::Menu(false)))
            .on_key(move |key| match key {
                Key::Named(Named::ArrowDown) => Some(say(Deed::Mark(1))),
                Key::Named(Named::ArrowUp) => Some(say(Deed::Mark(-1))),
                Key::Named(Named::Enter) => taken.clone(),
                _ => None,
            })
            .right()
            .into()
    }
}

/// What can be done with the selected lines of a list.
#[derive(Debug, Clone, Copy, Default)]
pub struct Can {
    /// They belong to clients, to whom letters can be written.
    pub letters: bool,
    /// They can be removed.
    pub delete: bool,
}

/// The line over a list of which `count` lines are selected: what they add up to, and what is done
/// with them.
pub fn bar<'a, Message: Clone + 'a>(
    count: usize,
    sums: impl IntoIterator<Item = Sum>,
    can: Can,
    locale: &Locale,
    say: fn(Deed) -> Message,
) -> Element<'a, Message> {
    let told = locale.with("clients-selected", &[("count", count.into())]);
    let sums = sums.into_iter().map(|sum| {
        let (label, amounts) = sum.words(locale);
        row![text::secondary(label), text::strong(amounts)]
            .spacing(spacing::XS)
            .align_y(Center)
            .into()
    });
    let tool = |icon, key: &str, deed| {
        let tool = button::secondary(locale.text(key)).icon(icon).compact();
        tool.on_press(say(deed)).reachable()
    };
    let letters = can
        .letters
        .then(|| tool(Icon::Send, "selected-letters", Deed::Letters));
    let delete = can
        .delete
        .then(|| tool(Icon::Trash, "selected-delete", Deed::Delete));
    let clear = button::tool(Icon::Close, locale.text("clients-unselect"))
        .compact()
        .on_press(say(Deed::Clear))
        .reachable();
    let line = row![
        text::strong(told),
        row(sums).spacing(spacing::L),
        space().width(Fill),
        letters,
        delete,
        clear
    ]
    .spacing(spacing::M)
    .align_y(Center);
    container(line)
        .padding(Padding::from([spacing::S, spacing::XL]).top(0.0))
        .into()
}

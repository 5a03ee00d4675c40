//! The menu of a row: what can be done to its client, or to the selected ones it is among.

use iced::keyboard::Key;
use iced::keyboard::key::Named;

use crate::domain::{Client, Id};
use crate::i18n::Locale;
use crate::ui::screen::Wish;
use crate::ui::widget::anchored::anchored;
use crate::ui::widget::{Element, Icon, menu};

use super::bulk::Deed;
use super::{Menu, Message};

/// The width of the menu, in logical pixels.
const WIDTH: f32 = 260.0;

/// A line of the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// The whole card.
    Open,
    /// The form.
    Edit,
    /// What to do next.
    NextStep,
    /// One field of it, or of all selected.
    EditField,
    /// A letter to it, or to all selected.
    Letter,
    /// Into a group.
    Join,
    /// To another employee.
    Reassign,
    /// Into one card with the other selected ones.
    Merge,
    /// To the bin.
    Delete,
}

impl Line {
    /// Every line, in order.
    pub const ALL: [Self; 9] = [
        Self::Open,
        Self::Edit,
        Self::NextStep,
        Self::EditField,
        Self::Letter,
        Self::Join,
        Self::Reassign,
        Self::Merge,
        Self::Delete,
    ];

    /// What it says: about `only`, unless the selected rows are meant.
    fn message(self, current: Id<Client>, only: Option<Id<Client>>) -> Message {
        match self {
            Self::Open => Message::Wished(Wish::Open(current)),
            Self::Edit => Message::Wished(Wish::Edit(current)),
            Self::NextStep => Message::NextStepAsked(only),
            Self::EditField => Message::MassEditAsked(only),
            Self::Letter => Message::LettersAsked(only),
            Self::Join => Message::MenuToggled(Menu::RowGroup),
            Self::Reassign => Message::MenuToggled(Menu::RowOwner),
            Self::Merge => Message::MergeAsked,
            Self::Delete => Message::DeedChosen(Deed::Delete, only),
        }
    }

    fn item<'a>(self, locale: &Locale, message: Option<Message>) -> menu::Item<'a, Message> {
        let item = |label: &str, icon| menu::item(locale.text(label), message).icon(icon);
        match self {
            Self::Open => item("clients-open", Icon::PanelRight).shortcut("Enter"),
            Self::Edit => item("clients-edit", Icon::Pencil).shortcut("Ctrl E"),
            Self::NextStep => item("clients-next-step", Icon::Clock).shortcut("Ctrl D"),
            Self::EditField => item("clients-edit-field", Icon::Columns).shortcut("Ctrl M"),
            Self::Letter => item("clients-letter", Icon::Send).shortcut("Ctrl R"),
            Self::Join => item("clients-join-group", Icon::Folder),
            Self::Reassign => item("clients-reassign", Icon::User),
            Self::Merge => item("clients-merge", Icon::Merge).shortcut("Ctrl J"),
            Self::Delete => item("clients-delete", Icon::Trash).shortcut("Del").danger(),
        }
    }
}

/// `cell`, with the menu under it; the arrow keys move the mark, Enter takes it. It is about
/// `only`, unless the selected rows are meant; `are_several` of them can be merged.
pub fn around<'a>(
    cell: Element<'a, Message>,
    mark: usize,
    (current, only): (Id<Client>, Option<Id<Client>>),
    (locale, is_read_only, are_several): (&Locale, bool, bool),
) -> Element<'a, Message> {
    let said = |line: Line| {
        let may = match line {
            Line::Open | Line::Letter => true,
            Line::Merge => !is_read_only && are_several && only.is_none(),
            _ => !is_read_only,
        };
        may.then(|| line.message(current, only))
    };
    let items = Line::ALL.into_iter().enumerate().map(|(at, line)| {
        let item = line.item(locale, said(line));
        item.marked(at == mark).into()
    });
    let panel = menu::panel(items, WIDTH);
    let taken = Line::ALL.get(mark).and_then(|line| said(*line));
    anchored(cell, Some(panel), Message::MenuClosed)
        .on_key(move |key| match key {
            Key::Named(Named::ArrowDown) => Some(Message::MarkMoved(1)),
            Key::Named(Named::ArrowUp) => Some(Message::MarkMoved(-1)),
            Key::Named(Named::Enter) => taken.clone(),
            _ => None,
        })
        .into()
}

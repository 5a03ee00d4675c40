//! What lists and forms of the settings have in common: their keys, their tools, their last lines.

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::operation::{self, AbsoluteOffset};
use iced::widget::{container, row, space};

use super::{Command, Context, Press};
use crate::i18n::Locale;
use crate::ui::style::{Tone, spacing};
use crate::ui::widget::{Element, Icon, button, note};

/// The height of what a line shows, the room between two, and how far one is from the next, in
/// logical pixels.
pub(super) const LINE: f32 = 24.0;
pub(super) const GAP: f32 = 2.0;
/// The widest a page with a form beside its list becomes, and a large form there, in logical pixels.
const WIDTH: f32 = 1160.0;
pub(super) const FORM: f32 = 560.0;
const PITCH: f32 = LINE + 2.0 * spacing::S + GAP;
/// So many lines are kept in sight before the one the keyboard stands on.
const BEFORE: usize = 4;

/// What a key says to the line the keyboard stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stroke {
    /// Go so many lines down; up where negative.
    Step(isize),
    /// Move the line among its sisters.
    Move(isize),
    /// Move the line into the one before it (1), or out of the one it stands in (-1).
    Nest(isize),
    /// Open it.
    Open,
    /// Take it away.
    Delete,
    /// Make a new one.
    New,
    /// Leave the form beside the list, or the list.
    Leave,
    /// Keep what the form says.
    Save,
}

impl Stroke {
    /// What that key says to a list with a form beside it, which has the keyboard while it
    /// `is_open`.
    pub fn beside(press: &Press, is_open: bool) -> Option<Self> {
        match () {
            () if press.is(Named::Escape) => Some(Self::Leave),
            () if is_open => press.is_command('s').then_some(Self::Save),
            () => Self::of(press),
        }
    }

    /// What that key says; `None` where it says nothing here, or a field has used it.
    pub fn of(press: &Press) -> Option<Self> {
        if press.is_captured || press.modifiers.command() {
            return None;
        }
        let Key::Named(named) = press.key else {
            return None;
        };
        let is_alt = press.modifiers.alt();
        Some(match named {
            Named::ArrowUp if is_alt => Self::Move(-1),
            Named::ArrowDown if is_alt => Self::Move(1),
            Named::ArrowLeft if is_alt => Self::Nest(-1),
            Named::ArrowRight if is_alt => Self::Nest(1),
            Named::ArrowUp => Self::Step(-1),
            Named::ArrowDown => Self::Step(1),
            Named::Enter | Named::F2 => Self::Open,
            Named::Delete => Self::Delete,
            Named::Insert => Self::New,
            _ => return None,
        })
    }
}

/// The line that is `by` lines further, among so many.
pub(super) fn stepped(at: usize, by: isize, count: usize) -> usize {
    at.saturating_add_signed(by).min(count.saturating_sub(1))
}

/// Scrolls what is known by `scroll` so that the line at `at` is in sight.
pub(super) fn show_line<Message>(scroll: &'static str, at: usize) -> Command<Message> {
    let offset = AbsoluteOffset {
        x: 0.0,
        y: at.saturating_sub(BEFORE) as f32 * PITCH,
    };
    operation::scroll_to(scroll, offset)
}

/// The list with the line at `at` in the place of the one that is `by` further, and where that is.
pub(super) fn swapped<T>(mut list: Vec<T>, at: usize, by: isize) -> Option<(Vec<T>, usize)> {
    let to = at.checked_add_signed(by).filter(|to| *to < list.len())?;
    list.swap(at, to);
    Some((list, to))
}

/// What can be done to a line: icons, each with what it says to the pointer and to the program.
pub(super) fn tools<'a, Message: Clone + 'a>(
    tools: impl IntoIterator<Item = (Icon, &'static str, Message)>,
    context: &Context,
) -> Element<'a, Message> {
    let tools = tools.into_iter().map(|(icon, key, message)| {
        button::tool(icon, context.locale.text(key))
            .compact()
            .on_press_maybe((!context.is_read_only).then_some(message))
            .into()
    });
    row(tools).into()
}

/// The tools of a line that moves among its sisters and may go.
pub(super) fn moving<Message>(
    moved: impl Fn(isize) -> Message,
    removed: Message,
) -> [(Icon, &'static str, Message); 3] {
    [
        (Icon::ArrowUp, "settings-move-up", moved(-1)),
        (Icon::ArrowDown, "settings-move-down", moved(1)),
        (Icon::Trash, "settings-remove", removed),
    ]
}

/// The button at the head of a list that makes a new line, with its words.
pub(super) fn create<'a, Message: Clone + 'a>(
    words: &str,
    message: Message,
    context: &Context,
) -> Element<'a, Message> {
    button::secondary(context.locale.text(words))
        .icon(Icon::Plus)
        .compact()
        .on_press_maybe((!context.is_read_only).then_some(message))
        .reachable()
}

/// A list with the form of one of its lines beside it, so wide; the place stays while no line is
/// open.
pub(super) fn beside<'a, Message: 'a>(
    list: Element<'a, Message>,
    form: Option<Element<'a, Message>>,
    width: f32,
) -> Element<'a, Message> {
    let form = container(form.unwrap_or_else(|| space().into())).width(width);
    container(row![list, form].spacing(spacing::L))
        .padding(spacing::XL)
        .max_width(WIDTH)
        .into()
}

/// What is said of a line that is used elsewhere and is to go, and the answers: `remove` is the key
/// of the first.
pub(super) fn used<'a, Message: Clone + 'a>(
    words: String,
    remove: &str,
    (confirmed, kept): (Message, Message),
    locale: &Locale,
) -> Element<'a, Message> {
    let remove = button::link(locale.text(remove)).on_press(confirmed);
    let keep = button::link(locale.text("settings-keep")).on_press(kept);
    let answers = row![remove.reachable(), keep.reachable()].spacing(spacing::M);
    note::note(words, Tone::Warning, Some(answers.into()))
}

/// What is to become of changes from which the user has turned away.
pub(super) fn unsaved<'a, Message: Clone + 'a>(
    is_asking: bool,
    dropped: Message,
    locale: &Locale,
) -> Option<Element<'a, Message>> {
    let forget = button::link(locale.text("settings-forget")).on_press(dropped);
    let words = locale.text("settings-unsaved");
    is_asking.then(|| note::note(words, Tone::Warning, Some(forget.reachable())))
}

/// The ways out of a form: without and with what was changed.
pub(super) fn ways_out<'a, Message: Clone + 'a>(
    left: Message,
    submitted: Message,
    context: &Context,
) -> Element<'a, Message> {
    let locale = &context.locale;
    row![
        button::secondary(locale.text("settings-cancel"))
            .on_press(left)
            .reachable(),
        button::primary(locale.text("settings-save"))
            .on_press_maybe((!context.is_read_only).then_some(submitted))
            .reachable(),
    ]
    .spacing(spacing::S)
    .into()
}

/// The ways out of a card at its foot, while something in it `is_open`.
pub(super) fn foot<'a, Message: Clone + 'a>(
    is_open: bool,
    left: Message,
    submitted: Message,
    context: &Context,
) -> Option<Element<'a, Message>> {
    let ways = || row![space::horizontal(), ways_out(left, submitted, context)];
    is_open.then(|| ways().into())
}

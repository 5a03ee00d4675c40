//! Lines that are changed in place: reached by Tab and the arrows, opened by Enter, changed by F2,
//! removed by Delete; and what one types into.

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::button as pressed;
use iced::widget::{Row, column, container, hover, row, space};
use iced::{Center, Fill, FillPortion, Padding, Top};

use super::Message as Outer;
use crate::ui::screen::Context;
use crate::ui::style::{self, spacing, surface};
use crate::ui::widget::field::Field;
use crate::ui::widget::keyed::{keyed_as, pressable};
use crate::ui::widget::{Element, Icon, button};

/// The room above and below the face of a line, in logical pixels.
const ROOM: f32 = 6.0;

/// A line being described; it turns into an [`Element`].
pub(super) struct Entry<'a> {
    id: String,
    face: Element<'a, Outer>,
    open: Option<Outer>,
    edit: Option<Outer>,
    remove: Option<Outer>,
}

/// A line with that face; `id` is the name by which it gets the focus.
pub(super) fn entry<'a>(id: String, face: impl Into<Element<'a, Outer>>) -> Entry<'a> {
    Entry {
        id,
        face: face.into(),
        open: None,
        edit: None,
        remove: None,
    }
}

impl<'a> Entry<'a> {
    /// Enter and a click say `message`; without it they do what changes the line.
    pub(super) fn on_open(mut self, message: Outer) -> Self {
        self.open = Some(message);
        self
    }

    /// F2 and the pencil say `message`.
    pub(super) fn on_edit(mut self, message: Outer) -> Self {
        self.edit = Some(message);
        self
    }

    /// Delete and the bin say `message`.
    pub(super) fn on_remove(mut self, message: Outer) -> Self {
        self.remove = Some(message);
        self
    }

    /// The line; in a file that cannot be written it is only looked at.
    pub(super) fn view(mut self, context: &Context) -> Element<'a, Outer> {
        if context.is_read_only {
            (self.edit, self.remove) = (None, None);
        }
        let enter = self.open.clone().or_else(|| self.edit.clone());
        let face = pressed(self.face)
            .padding(Padding::from([ROOM, spacing::S]).left(0.0))
            .width(Fill)
            .style(style::button::row)
            .on_press_maybe(enter.clone());
        let tools = tools(self.edit.clone(), self.remove.clone(), context);
        let (edit, remove) = (self.edit, self.remove);
        keyed_as(self.id, hover(face, tools), move |key, held| {
            if !held.is_empty() {
                return None;
            }
            match key {
                Key::Named(Named::Enter) => enter.clone(),
                Key::Named(Named::F2) => edit.clone(),
                Key::Named(Named::Delete) => remove.clone(),
                key => stepped(key),
            }
        })
    }
}

/// What the arrows do on a line: the focus goes to the line above or below.
pub(super) fn stepped(key: &Key) -> Option<Outer> {
    match key {
        Key::Named(Named::ArrowUp) => Some(Outer::Focus(-1)),
        Key::Named(Named::ArrowDown) => Some(Outer::Focus(1)),
        _ => None,
    }
}

/// The pencil and the bin that come with the pointer.
pub(super) fn tools<'a>(
    edit: Option<Outer>,
    remove: Option<Outer>,
    context: &Context,
) -> Element<'a, Outer> {
    let locale = &context.locale;
    let tool = |glyph, tip: String, message| {
        let tool = button::tool(glyph, tip).framed().compact();
        Element::from(tool.on_press(message))
    };
    let edit = edit.map(|message| tool(Icon::Pencil, locale.text("biography-edit"), message));
    let remove = remove.map(|message| tool(Icon::Trash, locale.text("biography-remove"), message));
    let tools = row![edit, remove].spacing(spacing::XS).align_y(Center);
    container(tools).align_right(Fill).center_y(Fill).into()
}

/// The quiet button that adds something to a part; Space and Enter press it too.
pub(super) fn adds<'a>(label: String, message: Outer, context: &Context) -> Element<'a, Outer> {
    let is_there = !context.is_read_only;
    let face = button::ghost(label)
        .icon(Icon::Plus)
        .compact()
        .on_press_maybe(is_there.then(|| message.clone()));
    pressable(face, is_there.then_some(message))
}

/// What one types into: `lines`, and under them what saves it and what gives it up.
pub(super) fn editor<'a>(
    lines: impl IntoIterator<Item = Element<'a, Outer>>,
    save: Outer,
    leave: Outer,
    context: &Context,
) -> Element<'a, Outer> {
    let locale = &context.locale;
    let leave_face = button::secondary(locale.text("biography-cancel"))
        .compact()
        .on_press(leave.clone());
    let save_face = button::primary(locale.text("biography-save"))
        .compact()
        .on_press(save.clone());
    let buttons = row![
        space::horizontal(),
        pressable(leave_face, Some(leave)),
        pressable(save_face, Some(save))
    ]
    .spacing(spacing::S);
    let lines = column(lines).push(buttons).spacing(spacing::M);
    let well = container(lines)
        .padding(spacing::M)
        .width(Fill)
        .style(surface::well);
    container(well)
        .padding(Padding::ZERO.vertical(spacing::S))
        .into()
}

/// Fields side by side, as wide as their shares.
pub(super) fn side_by_side<'a>(
    fields: impl IntoIterator<Item = (Field<'a, Outer>, u16)>,
) -> Element<'a, Outer> {
    let fields = fields.into_iter();
    let fields = fields.map(|(field, share)| field.width(FillPortion(share)).into());
    Row::from_iter(fields)
        .spacing(spacing::M)
        .align_y(Top)
        .into()
}

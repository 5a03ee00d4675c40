//! How the lines of the tree look, and what the keyboard does on them.

use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};
use iced::widget::{container, hover, mouse_area, row, space};
use iced::{Center, Fill, Padding, mouse};

use super::{Departments, Editing, Line, Message, NAME, held, say};
use crate::domain::department::Step;
use crate::domain::listing::Listing;
use crate::domain::{Department, Id};
use crate::ui::screen::card::entries::stepped;
use crate::ui::screen::card::{Message as Outer, Sheet};
use crate::ui::screen::{Context, words};
use crate::ui::style::{MEDIUM, Tone, height, size, spacing, surface};
use crate::ui::widget::keyed::keyed_as;
use crate::ui::widget::{Element, Icon, button, ellipsis, field, icon, text};

/// How far a line stands in for each level, in logical pixels.
const INDENT: f32 = 22.0;
/// The side of the picture of a person, in logical pixels.
const FACE: f32 = 22.0;

/// The name by which a line is focused.
pub(super) fn id(line: Line) -> String {
    match line {
        Line::Department(id) => format!("department {}", id.raw()),
        Line::Person(id) => format!("placed {}", id.raw()),
        Line::Top => "no department".to_owned(),
    }
}

impl Departments {
    pub(super) fn department<'a>(
        &self,
        department: &'a Department,
        depth: usize,
        sheet: &'a Sheet,
        context: &Context,
    ) -> Element<'a, Outer> {
        let line = Line::Department(department.id);
        let count = self.people_in(Some(department.id), sheet).count();
        let count = (count > 0).then(|| text::hint(context.locale.number(count as i64)));
        let name = ellipsis(department.name.as_str())
            .font(MEDIUM)
            .size(size::BASE);
        let sign = icon(Icon::Folder).style(surface::secondary);
        let face = row![sign, name, count].spacing(spacing::S).align_y(Center);
        let tools = department_tools(department.id, context);
        self.line((line, depth), face, Some(tools), context)
    }

    pub(super) fn person<'a>(
        &self,
        listing: &'a Listing,
        depth: usize,
        sheet: &'a Sheet,
        context: &Context,
    ) -> Element<'a, Outer> {
        let client = &listing.client;
        let (position, _) = held(sheet, client);
        let position = (!position.is_empty())
            .then(|| ellipsis(position).size(size::HINT).style(surface::hint));
        let name = ellipsis(words::title(&context.locale, client)).size(size::BASE);
        let face = row![words::face(client, FACE), name, position]
            .spacing(spacing::S)
            .align_y(Center);
        self.line((Line::Person(client.id), depth), face, None, context)
    }

    /// Where people without a department stand.
    pub(super) fn top<'a>(&self, sheet: &Sheet, context: &Context) -> Element<'a, Outer> {
        let locale = &context.locale;
        let is_anybody = self.people_in(None, sheet).next().is_some();
        let words = match is_anybody {
            true => locale.text("departments-without"),
            false => locale.text("departments-everybody"),
        };
        let face = row![text::secondary(words)].height(height::COMPACT);
        self.line((Line::Top, 1), face.align_y(Center), None, context)
    }

    fn line<'a>(
        &self,
        (line, depth): (Line, usize),
        face: iced::widget::Row<'a, Outer>,
        tools: Option<Element<'a, Outer>>,
        context: &Context,
    ) -> Element<'a, Outer> {
        let drag = self.drag.filter(|_| !context.is_read_only);
        let is_target = drag.is_some_and(|drag| drag.over == Some(line));
        let is_moving = drag.is_some_and(|drag| drag.what == line && drag.over.is_some());
        let indent = INDENT * (depth.saturating_sub(1)) as f32;
        let face = container(face)
            .padding(Padding::ZERO.left(indent + spacing::S).right(spacing::S))
            .center_y(height::COMPACT + spacing::XS)
            .width(Fill);
        let face: Element<'a, Outer> = match (is_target, is_moving) {
            (true, _) => face.style(surface::note(Tone::Accent)).into(),
            (false, true) => face.style(surface::note(Tone::Neutral)).into(),
            (false, false) => face.into(),
        };
        let face = match tools {
            Some(tools) if drag.is_none() => hover(face, tools),
            _ => face,
        };
        let face = mouse_area(face)
            .on_press(say(Message::Grab(line)))
            .on_enter(say(Message::Over(line)))
            .on_release(say(Message::Drop(line)))
            .interaction(match (line, drag) {
                (_, Some(_)) => mouse::Interaction::Grabbing,
                (Line::Top, None) => mouse::Interaction::None,
                (_, None) => mouse::Interaction::Pointer,
            });
        let can_write = !context.is_read_only;
        keyed_as(id(line), face, move |key, held| {
            let does = pressed(line, key, held);
            does.filter(|message| can_write || matches!(message, Outer::Focus(_) | Outer::Open(_)))
        })
    }
}

/// What a key does on a line.
fn pressed(line: Line, key: &Key, held: Modifiers) -> Option<Outer> {
    let Key::Named(key) = key else { return None };
    if held == Modifiers::ALT {
        let step = match key {
            Named::ArrowUp => Step::Up,
            Named::ArrowDown => Step::Down,
            Named::ArrowRight => Step::In,
            Named::ArrowLeft => Step::Out,
            _ => return None,
        };
        return Some(say(Message::Step(line, step)));
    }
    if !held.is_empty() {
        return None;
    }
    match (line, key) {
        (Line::Person(id), Named::Enter) => Some(Outer::Open(id)),
        (Line::Department(id), Named::Enter | Named::F2) => Some(say(Message::Rename(id))),
        (Line::Department(id), Named::Insert) => Some(say(Message::Add(Some(id)))),
        (Line::Top, Named::Insert | Named::Enter) => Some(say(Message::Add(None))),
        (Line::Top, Named::Delete | Named::F2) => None,
        (line, Named::Delete) => Some(say(Message::Remove(line))),
        (_, key) => stepped(&Key::Named(*key)),
    }
}

fn department_tools<'a>(id: Id<Department>, context: &Context) -> Element<'a, Outer> {
    if context.is_read_only {
        return space().into();
    }
    let locale = &context.locale;
    let tool = |glyph, tip: String, message| {
        let tool = button::tool(glyph, tip).framed().compact();
        Element::from(tool.on_press(say(message)))
    };
    let tools = row![
        tool(
            Icon::Plus,
            locale.text("departments-add-inside"),
            Message::Add(Some(id))
        ),
        tool(
            Icon::Pencil,
            locale.text("departments-rename"),
            Message::Rename(id)
        ),
        tool(
            Icon::Trash,
            locale.text("departments-remove"),
            Message::Remove(Line::Department(id))
        ),
    ]
    .spacing(spacing::XS)
    .align_y(Center);
    container(tools).align_right(Fill).center_y(Fill).into()
}

/// The field in which a department is named.
pub(super) fn edited<'a>(
    editing: &'a Editing,
    depth: usize,
    sheet: &Sheet,
    context: &Context,
) -> Element<'a, Outer> {
    let locale = &context.locale;
    let department = &editing.department;
    let is_missing = editing.is_checked && editing.name.trim().is_empty();
    let tree = &sheet.facts.departments.tree;
    let is_taken = tree.has_name(department.parent, &editing.name, Some(department.id));
    let name = field::unlabelled(&editing.name)
        .id(NAME)
        .placeholder(locale.text("departments-name"))
        .on_input(|name| say(Message::Typed(name)))
        .on_submit(say(Message::Save))
        .error(is_missing.then(|| locale.text("departments-name-missing")))
        .warning(is_taken.then(|| locale.text("departments-name-taken")));
    let save = button::tool(Icon::Check, locale.text("biography-save"))
        .framed()
        .on_press(say(Message::Save));
    let leave = button::tool(Icon::Close, locale.text("biography-cancel"))
        .framed()
        .on_press(say(Message::Close));
    let line = row![name, save, leave].spacing(spacing::XS);
    container(line)
        .padding(Padding::from([spacing::XS, 0.0]).left(INDENT * (depth.saturating_sub(1)) as f32))
        .into()
}

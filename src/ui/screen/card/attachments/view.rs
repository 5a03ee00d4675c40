//! How the files of a card look.

use iced::widget::{button as pressed, column, container, row};
use iced::{Center, Fill, Padding};

use super::{Attachments, FIELD, Message, Outer, Purpose, Typing, say};
use crate::domain::attachment::{Attachment, FileKind};
use crate::ui::screen::Context;
use crate::ui::screen::card::parts::{nothing, part, shown};
use crate::ui::style::{self, MEDIUM, Tone, size, spacing, surface};
use crate::ui::widget::{Element, Icon, button, ellipsis, field, icon, menu, note, progress};

/// The width of the menu of a file, in logical pixels.
const MENU: f32 = 220.0;

pub(super) fn view<'a>(
    state: &'a Attachments,
    files: &'a [Attachment],
    context: &Context,
) -> Element<'a, Outer> {
    let locale = &context.locale;
    let can_write = !context.is_read_only;
    let add = button::ghost(locale.text("files-add"))
        .icon(Icon::Paperclip)
        .compact()
        .on_press_maybe(can_write.then(|| say(Message::AddPressed)));
    let mut lines: Vec<Element<'a, Outer>> = Vec::new();
    lines.extend(state.typing.as_ref().and_then(|typing| {
        let is_path = !matches!(typing.purpose, Purpose::Rename(_));
        is_path.then(|| typed(typing, context))
    }));
    lines.extend(work(state, context));
    lines.extend(files.iter().map(|file| line(state, file, context)));
    if files.is_empty() && state.work.is_none() {
        lines.push(nothing(locale.text("files-none")));
    }
    part(locale.text("files-title"), Some(add.into()), lines)
}

fn work<'a>(state: &'a Attachments, context: &Context) -> Option<Element<'a, Outer>> {
    let locale = &context.locale;
    let work = state.work.as_ref()?;
    let count = locale.with(
        "files-count",
        &[
            ("done", locale.size(work.done).into()),
            ("total", locale.size(work.total).into()),
        ],
    );
    let part = (work.done as f64 / work.total.max(1) as f64) as f32;
    let told = progress::progress(work.name.clone(), count, part)
        .cancel(locale.text("files-stop"), say(Message::StopPressed));
    Some(shown(Element::from(told)))
}

fn line<'a>(state: &'a Attachments, file: &'a Attachment, context: &Context) -> Element<'a, Outer> {
    if let Some(typing) = &state.typing
        && matches!(&typing.purpose, Purpose::Rename(named) if named.id == file.id)
    {
        return typed(typing, context);
    }
    let locale = &context.locale;
    let is_missing = state.missing.contains(&file.digest);
    let sign = icon::sized(sign(FileKind::of(&file.name)), size::TITLE).style(surface::secondary);
    let size_of = locale.size(u64::try_from(file.size).unwrap_or(0));
    let below = format!("{size_of} · {}", locale.moment(file.added_at));
    let told = column![
        ellipsis(file.name.clone()).font(MEDIUM).size(size::BASE),
        ellipsis(below).size(size::HINT).style(surface::secondary),
    ]
    .width(Fill);
    let face = row![sign, told].spacing(spacing::M).align_y(Center);
    let face = pressed(face)
        .padding(Padding::from([spacing::XS + 2.0, spacing::S]).left(0.0))
        .width(Fill)
        .style(style::button::row)
        .on_press_maybe((!is_missing).then(|| say(Message::OpenPressed(file.id))));
    let line = row![container(face).width(Fill), more(state, file, context)]
        .spacing(spacing::XS)
        .align_y(Center);
    let missing = is_missing.then(|| note::under(locale.text("files-missing"), Tone::Busy));
    let doubt = (state.doubted == Some(file.id)).then(|| doubt(file, context));
    column![line, missing, doubt].spacing(spacing::XS).into()
}

fn more<'a>(state: &'a Attachments, file: &'a Attachment, context: &Context) -> Element<'a, Outer> {
    let locale = &context.locale;
    let is_open = state.menu == Some(file.id);
    let is_there = !state.missing.contains(&file.digest);
    let can_write = !context.is_read_only;
    let when = |condition: bool, message: Message| condition.then(|| say(message));
    let panel = is_open.then(|| {
        let items = [
            menu::item(
                locale.text("files-open"),
                when(is_there, Message::OpenPressed(file.id)),
            )
            .icon(Icon::ExternalLink)
            .into(),
            menu::item(
                locale.text("files-save"),
                when(is_there, Message::SavePressed(file.id)),
            )
            .icon(Icon::Download)
            .into(),
            menu::item(
                locale.text("files-rename"),
                when(can_write, Message::RenamePressed(file.id)),
            )
            .icon(Icon::Pencil)
            .into(),
            menu::separator(),
            menu::item(
                locale.text("files-remove"),
                when(can_write, Message::RemovePressed(file.id)),
            )
            .icon(Icon::Trash)
            .danger()
            .into(),
        ];
        menu::panel(items, MENU)
    });
    let tip = locale.with("files-more", &[("name", file.name.as_str().into())]);
    let next = (!is_open).then_some(file.id);
    let more = button::tool(Icon::More, tip)
        .compact()
        .on_press(say(Message::Menu(next)));
    menu::menu(more, panel, say(Message::Menu(None)))
        .right()
        .into()
}

/// Why it is not simply opened, and what can be done instead.
fn doubt<'a>(file: &Attachment, context: &Context) -> Element<'a, Outer> {
    let locale = &context.locale;
    let buttons = row![
        button::secondary(locale.text("files-save"))
            .compact()
            .on_press(say(Message::SavePressed(file.id))),
        button::ghost(locale.text("files-leave"))
            .compact()
            .on_press(say(Message::Folded)),
    ]
    .spacing(spacing::S);
    note::note(
        locale.text("files-risky"),
        Tone::Warning,
        Some(buttons.into()),
    )
}

fn typed<'a>(typing: &'a Typing, context: &Context) -> Element<'a, Outer> {
    let locale = &context.locale;
    let (label, done) = match typing.purpose {
        Purpose::Attach => ("files-path", "files-add"),
        Purpose::Save(_) => ("files-save-path", "files-save"),
        Purpose::Rename(_) => ("files-name", "files-rename"),
    };
    let input = field::field(locale.text(label), typing.text.clone())
        .id(FIELD)
        .on_input(|text| say(Message::Typed(text)))
        .on_submit(say(Message::Submitted));
    let buttons = row![
        button::primary(locale.text(done)).on_press(say(Message::Submitted)),
        button::ghost(locale.text("files-leave")).on_press(say(Message::Folded)),
    ]
    .spacing(spacing::S);
    let input: Element<'a, Outer> = input.into();
    shown(column![input, buttons].spacing(spacing::S))
}

fn sign(kind: FileKind) -> Icon {
    match kind {
        FileKind::Document => Icon::FileText,
        FileKind::Table => Icon::Spreadsheet,
        FileKind::Picture => Icon::Picture,
        FileKind::Archive => Icon::Archive,
        FileKind::Letter => Icon::Mail,
        FileKind::Recording => Icon::Film,
        FileKind::Program => Icon::Program,
        FileKind::Other => Icon::File,
    }
}

//! How the page of groups looks: those of one register, a line for each group.

use iced::widget::operation::scroll_to;
use iced::widget::scrollable::AbsoluteOffset;
use iced::widget::{Column, container, row, scrollable, space};
use iced::{Center, Fill, Padding, Top};

use super::{Command, Context, Editing, Groups, Line, Message, Tab};
use crate::domain::SavedView;
use crate::domain::client::Kind;
use crate::i18n::Locale;
use crate::ui::screen::registers;
use crate::ui::style::{MEDIUM, Tone, control, spacing, surface};
use crate::ui::widget::{
    Element, Icon, avatar, badge, button, ellipsis, empty, field, line, page, section, segmented,
    text,
};

/// The field of a name.
pub(super) const NAME: &str = "groups.name";
/// The list.
const LIST: &str = "groups.list";

/// The height of a line and the width of the list, in logical pixels.
const LINE: f32 = 46.0;
const WIDTH: f32 = 960.0;

impl Groups {
    /// The page.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let create = button::primary(locale.text("groups-new"))
            .icon(Icon::Plus)
            .on_press_maybe((!context.is_read_only).then_some(Message::NewPressed));
        let kinds = segmented::segmented(Kind::ALL.map(|kind| {
            let label = registers::register(kind, locale);
            (label, kind == self.kind, Message::KindChosen(kind))
        }));
        let tabs = registers::tabs(Tab::Groups, None, locale, Message::TabChosen);
        let body = container(self.body(context).unwrap_or_else(|| space().into()))
            .padding(spacing::XL)
            .height(Fill);
        page::page(locale.text("clients-title"), body)
            .button(kinds)
            .button(create)
            .tabs(tabs)
            .into()
    }

    fn body<'a>(&'a self, context: &'a Context) -> Option<Element<'a, Message>> {
        let locale = &context.locale;
        let lines = self.lines.as_ref()?;
        if lines.is_empty() && self.segments.is_empty() && self.editing.is_none() {
            let create = button::primary(locale.text("groups-new"))
                .icon(Icon::Plus)
                .on_press_maybe((!context.is_read_only).then_some(Message::NewPressed));
            let (title, words) = match self.kind {
                Kind::Organization => ("groups-no-organizations", "groups-organizations-hint"),
                Kind::Person => ("groups-no-persons", "groups-persons-hint"),
            };
            return Some(empty::empty(
                Icon::Folder,
                locale.text(title),
                locale.text(words),
                Some(create.into()),
            ));
        }
        let new = self.editing.as_ref().filter(|it| it.group.version == 0);
        let new = new.map(|editing| self.edited(editing, locale));
        let lines = lines.iter().enumerate().map(|(at, line)| {
            let editing = self.editing.as_ref().filter(|it| it.group.id == line.0.id);
            match editing {
                Some(editing) => self.edited(editing, locale),
                None => self.group_line(at, line, context),
            }
        });
        let first = self.lines.as_ref().map_or(0, Vec::len);
        let segments = (first..)
            .zip(&self.segments)
            .map(|(at, (view, count))| self.segment_line(at, (view, *count), locale));
        let lines = Column::with_children(new.into_iter().chain(lines).chain(segments));
        let list = scrollable(lines.padding(spacing::S))
            .id(LIST)
            .direction(section::scroll_bar())
            .style(control::scroll)
            .width(Fill);
        let card = container(list).max_width(WIDTH).style(surface::card);
        Some(container(card).height(Fill).into())
    }

    fn group_line<'a>(
        &self,
        at: usize,
        shown: &'a Line,
        context: &Context,
    ) -> Element<'a, Message> {
        let locale = &context.locale;
        let (group, members) = shown;
        let face = row![
            avatar::tile(Icon::Folder, Tone::Neutral, 30.0),
            ellipsis(group.name.as_str()).font(MEDIUM).width(Fill),
            text::secondary(count(self.kind, *members, locale)),
        ]
        .spacing(spacing::M)
        .align_y(Center);
        let face = container(face).center_y(LINE - 2.0 * spacing::S);
        let open = line::line(face, at == self.cursor, Message::Opened(group.id));
        let allowed = |message| (!context.is_read_only).then_some(message);
        let rename = button::tool(Icon::Pencil, locale.text("groups-rename"))
            .compact()
            .on_press_maybe(allowed(Message::RenamePressed(group.id)));
        let delete = button::tool(Icon::Trash, locale.text("groups-delete"))
            .compact()
            .on_press_maybe(allowed(Message::DeletePressed(group.id)));
        row![open, rename, delete]
            .spacing(spacing::XS)
            .align_y(Center)
            .into()
    }

    /// A view among the groups: it keeps itself up to date.
    fn segment_line<'a>(
        &self,
        at: usize,
        (view, members): (&'a SavedView, usize),
        locale: &Locale,
    ) -> Element<'a, Message> {
        let members = i64::try_from(members).unwrap_or(i64::MAX);
        let name = ellipsis(view.name.as_str()).font(MEDIUM);
        let dynamic = badge::badge(locale.text("groups-dynamic"), Tone::Accent);
        let named = row![name, dynamic].spacing(spacing::S).align_y(Center);
        let face = row![
            avatar::tile(Icon::Filter, Tone::Accent, 30.0),
            container(named).width(Fill),
            text::secondary(count(self.kind, members, locale)),
        ]
        .spacing(spacing::M)
        .align_y(Center);
        let face = container(face).center_y(LINE - 2.0 * spacing::S);
        line::line(face, at == self.cursor, Message::SegmentOpened(view.id))
    }

    fn edited<'a>(&'a self, editing: &'a Editing, locale: &Locale) -> Element<'a, Message> {
        let is_empty = editing.is_checked && editing.name.trim().is_empty();
        let name = field::unlabelled(&editing.name)
            .id(NAME)
            .placeholder(locale.text("groups-name"))
            .on_input(Message::NameChanged)
            .on_submit(Message::NameSubmitted)
            .error(is_empty.then(|| locale.text("groups-name-missing")))
            .warning(
                self.is_taken(editing)
                    .then(|| locale.text("groups-name-taken")),
            );
        let save = button::primary(locale.text("groups-save")).on_press(Message::NameSubmitted);
        let leave = button::secondary(locale.text("groups-cancel")).on_press(Message::NameLeft);
        let line = row![name, leave, save].spacing(spacing::S).align_y(Top);
        container(line)
            .padding(Padding::from([spacing::S - 2.0, spacing::S]))
            .into()
    }

    /// Scrolls to the group the keyboard stands on.
    pub(super) fn reveal(&self) -> Command<Message> {
        let y = (self.cursor as f32 - 4.0).max(0.0) * LINE;
        scroll_to(LIST, AbsoluteOffset { x: 0.0, y })
    }
}

fn count(kind: Kind, members: i64, locale: &Locale) -> String {
    let key = match kind {
        Kind::Organization => "groups-organization-count",
        Kind::Person => "groups-person-count",
    };
    locale.with(key, &[("count", members.into())])
}

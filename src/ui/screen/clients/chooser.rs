//! The menu of the columns: which there are, which are shown, in what order.

use iced::widget::{Column, column, container, row};
use iced::{Center, Fill, Padding};

use crate::domain::listing::Sort;
use crate::domain::text::fold;
use crate::ui::style::{height, spacing, surface};
use crate::ui::widget::{Element, Icon, button, field, menu, section, select, text};

use super::filters::{BESIDE_FIELD, Bar};
use super::{ColumnChange, Menu, Message, NEEDLE};

/// The width of the menu and the height of its list, in logical pixels.
const SIZE: (f32, f32) = (320.0, 380.0);

impl<'a> Bar<'a> {
    /// The button with its menu.
    pub fn columns(self) -> Element<'a, Message> {
        let locale = &self.context.locale;
        let button = button::ghost(locale.text("clients-columns"))
            .icon(Icon::Columns)
            .compact()
            .on_press(Message::MenuToggled(Menu::Columns));
        let panel = (self.open == Some(Menu::Columns)).then(|| self.chooser());
        let menu = menu::menu(button, panel, Message::MenuClosed).right();
        container(menu).padding(BESIDE_FIELD).into()
    }

    fn chooser(self) -> Element<'a, Message> {
        let (locale, catalog) = (&self.context.locale, &self.context.catalog);
        let (kind, columns, needle) = (self.list.kind, &self.list.columns, fold(self.needle));
        let choices = columns.choices(catalog);
        let shown = choices.iter().filter(|(_, is_shown)| *is_shown).count();
        let choices = choices
            .into_iter()
            .enumerate()
            .filter_map(|(at, (sort, is_on))| {
                let title = locale.column(kind, sort, catalog);
                let is_meant = fold(&title).contains(&needle);
                is_meant.then(|| (sort, title, is_on.then_some((at > 0, at + 1 < shown))))
            });
        let choices: Vec<_> = choices.collect();
        let toggled = |sort| Message::Columns(ColumnChange::Toggle(sort));
        let mut search = field::search(
            locale.text("clients-columns-find"),
            self.needle,
            Message::NeedleChanged,
        )
        .id(NEEDLE);
        if let Some((first, ..)) = choices.first().filter(|_| !needle.is_empty()) {
            search = search.on_submit(toggled(*first));
        }
        let nothing = choices.is_empty();
        let lines = choices
            .into_iter()
            .map(|(sort, title, place)| self.line(sort, title, place));
        let lines: Element<'a, Message> = match nothing {
            true => container(text::hint(locale.text("clients-no-choice")))
                .padding(spacing::S)
                .into(),
            false => section::scrolled(Column::from_iter(lines)),
        };
        let reset = button::ghost(locale.text("clients-columns-reset"))
            .icon(Icon::Undo)
            .compact()
            .on_press_maybe(
                (!columns.is_usual() || self.list.table.widths().next().is_some())
                    .then_some(Message::Columns(ColumnChange::Reset)),
            );
        let hint = text::hint(locale.text("clients-columns-hint"));
        container(
            column![
                container(search).padding(spacing::XS),
                container(lines).max_height(SIZE.1),
                section::divider(),
                container(hint).padding([0.0, spacing::S]),
                reset,
            ]
            .spacing(spacing::XS),
        )
        .padding(spacing::XS)
        .width(SIZE.0)
        .style(surface::floating)
        .into()
    }

    /// One column; for one that is shown, whether it can go up and down.
    fn line(self, sort: Sort, title: String, place: Option<(bool, bool)>) -> Element<'a, Message> {
        let locale = &self.context.locale;
        let say = |change| Message::Columns(change);
        let check = select::check(title, place.is_some(), move |_| {
            Message::Columns(ColumnChange::Toggle(sort))
        });
        let arrows = place.map(|(has_above, has_below)| {
            let up = has_above.then(|| say(ColumnChange::Shift(sort, -1)));
            let down = has_below.then(|| say(ColumnChange::Shift(sort, 1)));
            row![
                button::tool(Icon::ArrowUp, locale.text("clients-column-up"))
                    .compact()
                    .on_press_maybe(up),
                button::tool(Icon::ArrowDown, locale.text("clients-column-down"))
                    .compact()
                    .on_press_maybe(down),
            ]
        });
        row![container(check).width(Fill).clip(true), arrows]
            .spacing(spacing::XS)
            .align_y(Center)
            .height(height::COMPACT + 2.0)
            .padding(Padding::ZERO.left(spacing::S).right(spacing::M))
            .into()
    }
}

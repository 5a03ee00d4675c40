//! How the history fills the page under the tabs of a card.

use iced::widget::{column, container, mouse_area, responsive, row, space};
use iced::{Center, Fill, Padding};

use super::{Known, Message, Mode, Show, Work, say};
use crate::domain::task::Rank;
use crate::ui::screen::Context;
use crate::ui::screen::card::Message as Outer;
use crate::ui::style::{height, spacing, surface};
use crate::ui::widget::table::{Column, table};
use crate::ui::widget::{Element, Icon, button, choice, empty, menu, section, segmented, text};

/// From this width on, in logical pixels, the chosen task stands beside the tree.
const WIDE: f32 = 900.0;
/// From this width on, in logical pixels, what can be added is said in words, and who takes part
/// stands in the tree too.
const ROOMY: f32 = 1100.0;
/// The width of the list of templates, in logical pixels.
const MENU: f32 = 300.0;

impl Work {
    /// The history; `changes` is what is shown of the changes of the card in detail.
    pub fn page<'a>(
        &'a self,
        context: &'a Context,
        changes: impl Fn() -> Element<'a, Outer>,
    ) -> Element<'a, Outer> {
        let body = match (self.mode, &self.known) {
            (Mode::Changes, _) => changes(),
            (_, None) => space().height(Fill).into(),
            (Mode::Tree, Some(known)) if known.tree.is_empty() => self.nothing(context),
            (Mode::Tree, Some(known)) => responsive(move |size| {
                let beside = (size.width >= WIDE).then(|| self.panel(context)).flatten();
                let has_room = beside.is_none() || size.width >= ROOMY;
                row![self.tree(known, has_room, context), beside].into()
            })
            .into(),
            (Mode::Timeline, Some(known)) => self.timeline.view(known, context),
        };
        column![self.bar(context), section::divider(), body].into()
    }

    fn bar<'a>(&'a self, context: &'a Context) -> Element<'a, Outer> {
        let locale = &context.locale;
        let modes = [
            (Mode::Tree, "tree-mode-tree"),
            (Mode::Timeline, "tree-mode-timeline"),
            (Mode::Changes, "tree-mode-changes"),
        ];
        let shows = [
            (Show::All, "tree-show-all"),
            (Show::Mine, "tree-show-mine"),
            (Show::Overdue, "tree-show-overdue"),
        ];
        let bar = responsive(move |size| {
            let modes = modes.map(|(mode, key)| {
                let message = say(Message::Mode(mode));
                (locale.text(key), mode == self.mode, message)
            });
            let shows = shows.map(|(show, key)| {
                let message = say(Message::Show(show));
                choice::chip(locale.text(key), show == self.show, message)
            });
            let shows = (self.mode == Mode::Tree).then(|| row(shows).spacing(spacing::XS));
            let adds = (!context.is_read_only).then(|| self.adds(size.width < ROOMY, context));
            row![
                segmented::segmented(modes),
                shows,
                space().width(Fill),
                adds
            ]
            .spacing(spacing::M)
            .height(Fill)
            .align_y(Center)
            .into()
        });
        container(bar)
            .padding(Padding::from([spacing::S, spacing::XL]))
            .height(height::CONTROL + 2.0 * spacing::S + 1.0)
            .style(surface::panel)
            .into()
    }

    /// What can be added; where it `is_narrow`, by icons alone.
    fn adds<'a>(&'a self, is_narrow: bool, context: &'a Context) -> Element<'a, Outer> {
        let locale = &context.locale;
        let named = |key, glyph| match is_narrow {
            true => button::tool(glyph, locale.text(key)).framed().compact(),
            false => button::secondary(locale.text(key)).icon(glyph).compact(),
        };
        let add = |key, glyph, rank| named(key, glyph).on_press(say(Message::Add(rank)));
        let template = named("tree-template", Icon::Template)
            .on_press(say(Message::Templates(self.templates.is_none())));
        let unfolded = self.templates.as_ref().map(|templates| {
            let items = templates.iter().map(|template| {
                let make = say(Message::Make(template.id));
                menu::item(template.name.clone(), Some(make))
                    .icon(Icon::Template)
                    .into()
            });
            let mut items: Vec<Element<'a, Outer>> = items.collect();
            if items.is_empty() {
                items.push(menu::caption(locale.text("tree-no-templates")));
            }
            menu::panel(items, MENU)
        });
        let template = menu::menu(template, unfolded, say(Message::Templates(false))).right();
        let has_tree = self.current().is_some();
        let stage =
            has_tree.then(|| Element::from(add("tree-add-stage", Icon::Milestone, Rank::Stage)));
        row![
            Element::from(template),
            Element::from(add("tree-add-project", Icon::Target, Rank::Project)),
            stage,
            Element::from(add("tree-add-task", Icon::Plus, Rank::Operation)),
        ]
        .spacing(spacing::S)
        .into()
    }

    /// The table; where it has no room, who takes part stands beside it alone.
    fn tree<'a>(
        &'a self,
        known: &'a Known,
        has_room: bool,
        context: &'a Context,
    ) -> Element<'a, Outer> {
        let locale = &context.locale;
        let people = has_room
            .then(|| Column::new("people", locale.text("tree-people"), 150.0).narrowest(100.0));
        let first = Column::new("task", locale.text("tree-task"), 380.0)
            .narrowest(220.0)
            .grows();
        let when = Column::new("when", locale.text("tree-when"), 190.0).narrowest(178.0);
        let state = Column::new("state", locale.text("tree-state"), 180.0).narrowest(158.0);
        let columns = [Some(first), people, Some(when), Some(state)];
        let columns: Vec<Column> = columns.into_iter().flatten().collect();
        let build = move |at: u64| self.row(known, at, has_room, context);
        let count = self.rows.len() as u64;
        let table = table(&self.table, count, columns, build, |message| {
            say(Message::Table(message))
        });
        let hint = (count == 0).then(|| {
            let hint = text::hint(locale.text("tree-nothing-such"));
            container(hint).padding(spacing::XL)
        });
        let table = container(column![hint, Element::from(table)])
            .width(Fill)
            .height(Fill)
            .style(surface::panel);
        // What is let go beside the rows stays where it was.
        mouse_area(table)
            .on_release(say(Message::LetGo))
            .on_exit(say(Message::LetGo))
            .into()
    }

    fn nothing<'a>(&'a self, context: &'a Context) -> Element<'a, Outer> {
        let locale = &context.locale;
        let begin = (!context.is_read_only).then(|| {
            button::primary(locale.text("tree-add-task"))
                .icon(Icon::Plus)
                .on_press(say(Message::Add(Rank::Operation)))
                .into()
        });
        empty::empty(
            Icon::Tree,
            locale.text("tree-empty"),
            locale.text("tree-empty-hint"),
            begin,
        )
    }
}

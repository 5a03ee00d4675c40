//! How the board looks: of each column only the deals in sight are built.

use iced::widget::{column, container, mouse_area, responsive, row, scrollable, space};
use iced::{Center, Element as Any, Fill, Padding, Theme};

use super::{Board, Column, DEAL, Message, Target};
use crate::domain::deal::{self, Deal};
use crate::domain::task::State;
use crate::ui::screen::Context;
use crate::ui::style::{MEDIUM, SEMIBOLD, Tone, control, height, size, spacing, surface};
use crate::ui::widget::{Element, Icon, avatar, badge, button, choice, ellipsis, empty, field};
use crate::ui::widget::{icon, page, section, text};

/// The narrowest column, in logical pixels.
const NARROWEST: f32 = 220.0;
/// Between two deals, in logical pixels.
const GAP: f32 = spacing::S;

/// So many characters of a sum leave room for a badge beside it: `245 000,00 ₽`.
const ROOMY_SUM: usize = 13;

impl Board {
    /// The page.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let body: Element<'a, Message> = match &self.deals {
            None => space().into(),
            Some(deals) if deals.is_empty() => {
                let add = button::primary(locale.text("board-add"))
                    .icon(Icon::Plus)
                    .on_press_maybe((!context.is_read_only).then_some(Message::Add));
                empty::empty(
                    Icon::Board,
                    locale.text("board-empty"),
                    locale.text("board-empty-hint"),
                    Some(add.into()),
                )
            }
            Some(deals) => {
                let board = column![
                    self.bar(context),
                    self.columns(deals, context),
                    self.ends(context)
                ];
                mouse_area(board)
                    .on_release(Message::LetGo)
                    .on_exit(Message::LetGo)
                    .into()
            }
        };
        let mut page = page::page(locale.text("board-title"), body);
        if let Some(deals) = &self.deals {
            let count = locale.with("board-count", &[("count", deals.len().into())]);
            page = page.told(format!("{count} · {}", sums(deals.iter(), context)));
        }
        if !context.is_read_only {
            let add = button::primary(locale.text("board-add"))
                .icon(Icon::Plus)
                .on_press(Message::Add);
            page = page.button(add);
        }
        page.into()
    }

    fn bar<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let search = field::search(locale.text("board-search"), &self.needle, Message::Typed);
        let mine = choice::chip(
            locale.text("board-mine"),
            self.is_mine,
            Message::Mine(!self.is_mine),
        );
        let bar = row![Element::from(search.width(280.0)), mine]
            .spacing(spacing::M)
            .align_y(Center);
        container(bar)
            .padding(Padding::from([spacing::S, spacing::XL]))
            .into()
    }

    fn columns<'a>(&'a self, deals: &'a [Deal], context: &'a Context) -> Element<'a, Message> {
        let count = self.columns.len().max(1) as f32;
        let board = responsive(move |size| {
            let room = size.width - 2.0 * spacing::XL - (count - 1.0) * spacing::M;
            let width = (room / count).floor().max(NARROWEST);
            let columns = self.columns.iter().enumerate();
            let columns =
                columns.map(|(at, column)| self.column((at, column), deals, width, context));
            let board = row(columns)
                .spacing(spacing::M)
                .padding(Padding::ZERO.horizontal(spacing::XL).bottom(spacing::M));
            let direction = scrollable::Direction::Horizontal(scrollable::Scrollbar::default());
            scrollable(board)
                .direction(direction)
                .style(control::scroll)
                .into()
        });
        container(board).width(Fill).height(Fill).into()
    }

    fn column<'a>(
        &'a self,
        (at, column): (usize, &'a Column),
        deals: &'a [Deal],
        width: f32,
        context: &'a Context,
    ) -> Element<'a, Message> {
        let target = Target::Stage(column.stage);
        let own = column.deals.iter().map(|at| &deals[*at]);
        let count = badge::count(
            context.locale.number(column.deals.len() as i64),
            Tone::Neutral,
        );
        let name = ellipsis(column.name.clone()).font(SEMIBOLD).width(Fill);
        let head = column![
            row![name, count].spacing(spacing::S).align_y(Center),
            ellipsis(sums(own, context))
                .size(size::HINT)
                .style(surface::secondary),
        ];
        let head = container(head).padding(Padding::from([spacing::S, spacing::M]));
        let list = responsive(move |size| self.list((at, column), deals, size.height, context));
        let is_over = self.drag.is_some_and(|drag| drag.over == Some(target));
        let look = move |theme: &Theme| match is_over {
            true => surface::note(Tone::Accent)(theme),
            false => surface::track(theme),
        };
        let whole = column![head, list];
        let whole = container(whole).width(width).height(Fill).style(look);
        mouse_area(whole)
            .on_enter(Message::Over(target))
            .on_move(move |_| Message::Over(target))
            .on_release(Message::Drop)
            .into()
    }

    /// The deals of a column that are in sight, with room for those above and below.
    fn list<'a>(
        &'a self,
        (at, column): (usize, &'a Column),
        deals: &'a [Deal],
        height: f32,
        context: &'a Context,
    ) -> Element<'a, Message> {
        let count = column.deals.len();
        let furthest = (count as f32 * DEAL - height).max(0.0);
        let first = ((column.offset.min(furthest) / DEAL) as usize).min(count);
        let seen = (height / DEAL) as usize + 2;
        let last = (first + seen).min(count);
        let cards = column.deals[first..last].iter();
        let cards = cards.map(|at| self.card(&deals[*at], context));
        let list = iced::widget::Column::new()
            .push(space().height(first as f32 * DEAL))
            .extend(cards)
            .push(space().height((count - last) as f32 * DEAL));
        let list = container(list).padding(Padding::ZERO.horizontal(spacing::S));
        scrollable(list)
            .on_scroll(move |view| Message::Scrolled(at, view.absolute_offset().y))
            .style(control::scroll)
            .width(Fill)
            .height(Fill)
            .into()
    }

    fn card<'a>(&'a self, deal: &'a Deal, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let leader = context.employee(deal.leader);
        let title = ellipsis(deal.title.clone()).font(MEDIUM).width(Fill);
        let client = ellipsis(deal.client_name.clone())
            .size(size::SMALL)
            .style(surface::secondary)
            .width(Fill);
        let sum = deal.sum.map(|sum| locale.money(sum)).unwrap_or_default();
        let is_long = sum.chars().count() > ROOMY_SUM;
        let sum = ellipsis(sum).font(SEMIBOLD).width(Fill);
        let days = deal.days(self.now).map(|days| {
            let words = locale.with("board-days", &[("days", days.into())]);
            match deal.is_stalled(self.now) {
                true => badge::with_icon(Icon::Hourglass, words, Tone::Warning),
                false => badge::badge(words, Tone::Neutral),
            }
        });
        let face =
            (!leader.is_empty()).then(|| avatar::person(&leader, height::COMPACT - spacing::S));
        // A sum is never cut: where it is long, the days stand beside the client.
        let (above, below) = match is_long {
            true => (days, None),
            false => (None, days),
        };
        let line = |words, days| row![words, days].spacing(spacing::S).align_y(Center);
        let words = column![
            row![title, face].spacing(spacing::S).align_y(Center),
            line(client, above),
            line(sum, below),
        ]
        .spacing(spacing::XS);
        let is_chosen = self.chosen == Some(deal.id);
        let look = move |theme: &Theme| match is_chosen {
            true => surface::note(Tone::Accent)(theme),
            false => surface::card(theme),
        };
        let card = container(words)
            .padding(Padding::from([spacing::S, spacing::M]))
            .width(Fill)
            .height(DEAL - GAP)
            .style(look);
        let card = container(card).height(DEAL);
        mouse_area(card)
            .on_press(Message::Grab(deal.id))
            .on_double_click(Message::Edit(deal.id))
            .on_release(Message::Drop)
            .into()
    }

    /// Where deals end: they are dragged there.
    fn ends<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let over = self.drag.and_then(|drag| drag.over);
        let zone = |state, key, glyph, tone| -> Any<'a, Message> {
            let target = Target::End(state);
            let is_over = over == Some(target);
            let words = text::body(context.locale.text(key));
            let words = row![icon(glyph).style(surface::toned(tone)), words]
                .spacing(spacing::S)
                .align_y(Center);
            let face = container(words)
                .center(Fill)
                .height(height::ROW)
                .style(surface::note(if is_over { tone } else { Tone::Neutral }));
            mouse_area(face)
                .on_enter(Message::Over(target))
                .on_release(Message::Drop)
                .into()
        };
        let zones = row![
            zone(State::Done, "finish-won", Icon::Trophy, Tone::Free),
            zone(State::Lost, "finish-lost", Icon::ThumbsDown, Tone::Busy),
        ]
        .spacing(spacing::M);
        let zones = container(zones).padding(Padding::from([spacing::S, spacing::XL]));
        column![section::divider(), zones].into()
    }
}

/// Sums, one for each currency.
fn sums<'a>(deals: impl IntoIterator<Item = &'a Deal>, context: &Context) -> String {
    let sums = deal::totals(deals).into_iter();
    let sums: Vec<String> = sums.map(|sum| context.locale.money(sum)).collect();
    match sums.is_empty() {
        true => context.locale.text("board-no-sum"),
        false => sums.join(" · "),
    }
}

//! What stands under the tabs of a card, in one column or two.

use iced::widget::{Column, column, container, row};
use iced::{Center, Fill, Top};

use super::section::{Place, Side};
use super::tabs::Tab;
use super::{
    Message, PAGE, Page, Sheet, TWO_COLUMNS, WIDEST, people, reach, relation, requisites, summary,
};
use crate::error::Error;
use crate::ui::screen::Context;
use crate::ui::style::spacing;
use crate::ui::widget::{Element, Icon, button, empty, section as section_of};

impl Page {
    /// What scrolls under the tabs, in `width` logical pixels.
    pub(super) fn body<'a>(
        &'a self,
        sheet: &'a Sheet,
        width: f32,
        context: &'a Context,
    ) -> Element<'a, Message> {
        let [left, right] = [Side::Left, Side::Right].map(|side| {
            let place = Place {
                tab: self.tab,
                side,
            };
            let own = own_parts(place, sheet, context);
            let parts = self.sections.view(place, sheet, context);
            own.into_iter().chain(parts).collect::<Vec<_>>()
        });
        let stacked = |parts| Column::from_vec(parts).spacing(spacing::L).width(Fill);
        let page: Element<'a, Message> = if left.is_empty() || right.is_empty() {
            stacked(left.into_iter().chain(right).collect()).into()
        } else if width >= TWO_COLUMNS {
            row![stacked(left), stacked(right)]
                .spacing(spacing::L)
                .align_y(Top)
                .into()
        } else {
            column![stacked(left), stacked(right)]
                .spacing(spacing::L)
                .into()
        };
        let over = (self.tab == Tab::Overview).then(|| summary::view(sheet, width, context));
        let page = column![over, page].spacing(spacing::L);
        let page = container(page).max_width(WIDEST).padding(spacing::XL);
        section_of::scrolled_as(PAGE, container(page).center_x(Fill))
    }
}

/// What the page itself shows in a place, over the sections.
fn own_parts<'a>(
    place: Place,
    sheet: &'a Sheet,
    context: &'a Context,
) -> Vec<Element<'a, Message>> {
    let card = &sheet.card;
    let parts = match (place.tab, place.side) {
        (Tab::Overview, Side::Left) => [
            Some(requisites::view(card, context)),
            requisites::accounts(card, context),
            Some(people::few(sheet, context)),
        ],
        (Tab::Overview, Side::Right) => [
            Some(reach::contacts(card, context)),
            reach::addresses(card, context),
            Some(relation::view(sheet, context)),
        ],
        (Tab::People, Side::Left) => [Some(people::view(sheet, context)), None, None],
        _ => [None, None, None],
    };
    parts.into_iter().flatten().collect()
}

/// What is shown where there is no card.
pub(super) fn gone<'a>(error: &Error, context: &Context) -> Element<'a, Message> {
    let locale = &context.locale;
    let back = button::secondary(locale.text("card-back"))
        .icon(Icon::ArrowLeft)
        .on_press(Message::Back);
    let explained = match error {
        Error::Missing(_) => locale.text("card-gone-explained"),
        error => locale.error(error),
    };
    let nothing = empty::empty(
        Icon::Inbox,
        locale.text("card-gone"),
        explained,
        Some(back.into()),
    );
    container(nothing).center_y(Fill).align_x(Center).into()
}

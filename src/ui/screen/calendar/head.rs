//! The head of the page: what is shown, and what else may be.

use iced::widget::{container, row};
use iced::{Center, Fill, Padding};

use super::{Calendar, Context, Message};
use crate::domain::calendar::Scope;
use crate::ui::style::{SEMIBOLD, height, size, spacing, surface};
use crate::ui::widget::segmented::segmented;
use crate::ui::widget::{Element, Icon, button, ellipsis};

/// A page wider than this, in logical pixels, has room for words on every button.
const WIDE: f32 = 1050.0;

impl Calendar {
    pub(super) fn head<'a>(&'a self, width: f32, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let title = ellipsis(locale.scope_title(self.scope, self.range))
            .size(size::PAGE)
            .font(SEMIBOLD);
        let names = ellipsis(self.names(context))
            .style(surface::hint)
            .width(Fill);
        let earlier = button::tool(Icon::ChevronLeft, locale.text("calendar-earlier"))
            .framed()
            .on_press(Message::Stepped(-1));
        let today = button::secondary(locale.text("calendar-today")).on_press(Message::TodayChosen);
        let later = button::tool(Icon::ChevronRight, locale.text("calendar-later"))
            .framed()
            .on_press(Message::Stepped(1));
        let scopes = Scope::ALL.iter().map(|scope| {
            let is_chosen = *scope == self.scope;
            (
                locale.scope(*scope),
                is_chosen,
                Message::ScopeChosen(*scope),
            )
        });
        let print = button::tool(Icon::Printer, locale.text("calendar-print"))
            .framed()
            .on_press(Message::PrintPressed);
        let words = locale.text("calendar-window");
        let window = match width > WIDE {
            true => button::secondary(words).icon(Icon::ExternalLink),
            false => button::tool(Icon::ExternalLink, words).framed(),
        };
        let head = row![
            title,
            earlier.reachable(),
            today.reachable(),
            later.reachable(),
            names,
            segmented(scopes),
            print.reachable(),
            window.on_press(Message::WindowPressed).reachable(),
        ]
        .spacing(spacing::S)
        .height(height::CONTROL)
        .align_y(Center);
        container(head)
            .padding(Padding::from([spacing::M, spacing::XL]))
            .into()
    }
}

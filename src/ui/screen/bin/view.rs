//! How the bin looks: a table of deleted cards with a check box before each.

use iced::widget::{container, row, space};
use iced::{Center, Fill};

use super::{Bin, Context, LIMIT, Message};
use crate::domain::client::Kind;
use crate::i18n::Locale;
use crate::ui::style::{MEDIUM, Tone, spacing, surface};
use crate::ui::widget::table::{Checks, Column, Density, Row, table};
use crate::ui::widget::{Element, Icon, avatar, badge, button, ellipsis, empty, page};
use crate::workspace::Discarded;

impl Bin {
    /// The page.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let body = match &self.cards {
            None => space().into(),
            Some(cards) if cards.is_empty() => empty::empty(
                Icon::Trash,
                locale.text("bin-empty"),
                locale.text("bin-empty-hint"),
                None,
            ),
            Some(cards) => self.rows(cards, locale),
        };
        let count = self.cards.as_ref().map_or(0, Vec::len);
        let page = page::page(locale.text("bin-title"), body).button(self.button(context));
        let told = match count {
            0 => return page.into(),
            LIMIT.. => "bin-told-latest",
            _ => "bin-told",
        };
        page.told(locale.with(told, &[("count", count.into())]))
            .into()
    }

    fn button(&self, context: &Context) -> Element<'static, Message> {
        let locale = &context.locale;
        let label = match self.selected.len() {
            0 => locale.text("bin-restore"),
            chosen => locale.with("bin-restore-chosen", &[("count", chosen.into())]),
        };
        let is_possible = !self.selected.is_empty() && !self.is_restoring && !context.is_read_only;
        button::primary(label)
            .icon(Icon::Restore)
            .on_press_maybe(is_possible.then_some(Message::RestorePressed))
            .into()
    }

    fn rows<'a>(&'a self, cards: &'a [Discarded], locale: &'a Locale) -> Element<'a, Message> {
        let columns = vec![
            Column::new("name", locale.text("bin-name"), 360.0)
                .narrowest(180.0)
                .grows(),
            Column::new("kind", locale.text("bin-kind"), 140.0).narrowest(110.0),
            Column::new("when", locale.text("bin-when"), 160.0).narrowest(130.0),
            Column::new("how", locale.text("bin-how"), 220.0).narrowest(100.0),
        ];
        let checks = match self.selected.len() {
            0 => Checks::None,
            chosen if chosen == cards.len() => Checks::All,
            _ => Checks::Some,
        };
        let build = |index: u64| {
            let card = cards.get(usize::try_from(index).ok()?)?;
            let is_chosen = self.selected.contains(&card.client.id);
            Some(Row::new(self.cells(card, locale)).selected(is_chosen))
        };
        let count = cards.len() as u64;
        let table = table(&self.table, count, columns, build, Message::Table).checks(checks);
        container(Element::from(table))
            .width(Fill)
            .height(Fill)
            .style(surface::panel)
            .into()
    }

    fn cells<'a>(&self, card: &Discarded, locale: &Locale) -> Vec<Element<'a, Message>> {
        let title = card.client.title();
        let side = match self.table.density() {
            Density::Regular => 26.0,
            Density::Compact => 20.0,
        };
        let (picture, kind, tone) = match card.client.kind {
            Kind::Organization => (
                avatar::organization(&title, side),
                locale.text("bin-organization"),
                Tone::Neutral,
            ),
            Kind::Person => (
                avatar::person(&title, side),
                locale.text("bin-person"),
                Tone::Extra,
            ),
        };
        let name = row![picture, ellipsis(title).font(MEDIUM)]
            .spacing(spacing::S)
            .align_y(Center);
        let plain = |words: String| ellipsis(words).style(surface::secondary).into();
        vec![
            name.into(),
            badge::badge(kind, tone),
            plain(locale.moment(card.deleted_at)),
            plain(locale.operation(card.operation)),
        ]
    }
}

//! How the bin looks: tables of what was deleted with a check box before each line.

use iced::widget::{container, row, space};
use iced::{Center, Fill};

use super::list::List;
use super::{Bin, Context, LIMIT, Message, Tab};
use crate::domain::client::Kind;
use crate::i18n::Locale;
use crate::ui::screen::paged::Line;
use crate::ui::screen::papers::icon_of;
use crate::ui::style::{MEDIUM, Tone, spacing, surface};
use crate::ui::widget::table::{Column, Density, Row, table};
use crate::ui::widget::{Element, Icon, avatar, badge, button, ellipsis, empty, icon, page, tabs};
use crate::workspace::{Discarded, DiscardedPaper};

impl Bin {
    /// The page.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let [cards, papers] = [self.cards.rows().len(), self.papers.rows().len()];
        let body = match self.tab {
            _ if !self.cards.is_read() || !self.papers.is_read() => space().into(),
            _ if cards + papers == 0 => empty::empty(
                Icon::Trash,
                locale.text("bin-empty"),
                locale.text("bin-empty-hint"),
                None,
            ),
            Tab::Cards => self.cards_view(locale),
            Tab::Papers => self.papers_view(locale),
        };
        let page = page::page(locale.text("bin-title"), body).button(self.button(context));
        let page = match papers {
            0 => page,
            _ => {
                let tab = |tab, key: &str, count: usize| {
                    let words = locale.with(key, &[("count", count.into())]);
                    tabs::tab(words, self.tab == tab, Message::Tab(tab))
                };
                page.tabs([
                    tab(Tab::Cards, "bin-tab-cards", cards),
                    tab(Tab::Papers, "bin-tab-papers", papers),
                ])
            }
        };
        let (count, told) = match self.tab {
            Tab::Cards => (cards, "bin-told"),
            Tab::Papers => (papers, "register-count"),
        };
        let told = match count {
            0 => return page.into(),
            LIMIT.. => "bin-told-latest",
            _ => told,
        };
        page.told(locale.with(told, &[("count", count.into())]))
            .into()
    }

    fn button(&self, context: &Context) -> Element<'static, Message> {
        let locale = &context.locale;
        let chosen = match self.tab {
            Tab::Cards => self.cards.selected(),
            Tab::Papers => self.papers.selected(),
        };
        let label = match chosen {
            0 => locale.text("bin-restore"),
            chosen => locale.with("bin-restore-chosen", &[("count", chosen.into())]),
        };
        let is_possible = chosen > 0 && !self.is_restoring && !context.is_read_only;
        button::primary(label)
            .icon(Icon::Restore)
            .on_press_maybe(is_possible.then_some(Message::RestorePressed))
            .into()
    }

    fn cards_view<'a>(&'a self, locale: &'a Locale) -> Element<'a, Message> {
        let columns = vec![
            Column::new("name", locale.text("bin-name"), 360.0)
                .narrowest(180.0)
                .grows(),
            Column::new("kind", locale.text("bin-kind"), 140.0).narrowest(110.0),
            Column::new("when", locale.text("bin-when"), 160.0).narrowest(130.0),
            Column::new("how", locale.text("bin-how"), 220.0).narrowest(100.0),
        ];
        let density = self.cards.table.density();
        rows(&self.cards, columns, move |card| {
            cells(card, density, locale)
        })
    }

    fn papers_view<'a>(&'a self, locale: &'a Locale) -> Element<'a, Message> {
        let columns = vec![
            Column::new("name", locale.text("bin-name"), 300.0)
                .narrowest(180.0)
                .grows(),
            Column::new("client", locale.text("register-client"), 220.0).narrowest(110.0),
            Column::new("when", locale.text("bin-when"), 160.0).narrowest(130.0),
            Column::new("how", locale.text("bin-how"), 220.0).narrowest(100.0),
        ];
        rows(&self.papers, columns, move |one| paper_cells(one, locale))
    }
}

fn rows<'a, L: Line>(
    list: &'a List<L>,
    columns: Vec<Column>,
    cells: impl Fn(&'a L) -> Vec<Element<'a, Message>> + 'a,
) -> Element<'a, Message> {
    let build = move |index: u64| {
        let line = list.rows().get(usize::try_from(index).ok()?)?;
        Some(Row::new(cells(line)).selected(list.is_selected(line)))
    };
    let table = table(&list.table, list.count(), columns, build, Message::Table);
    container(Element::from(table.checks(list.checks())))
        .width(Fill)
        .height(Fill)
        .style(surface::panel)
        .into()
}

fn cells<'a>(card: &Discarded, density: Density, locale: &Locale) -> Vec<Element<'a, Message>> {
    let title = card.client.title();
    let side = match density {
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
    vec![
        name.into(),
        badge::badge(kind, tone),
        plain(locale.moment(card.deleted_at)),
        plain(locale.operation(card.operation)),
    ]
}

fn paper_cells<'a>(one: &DiscardedPaper, locale: &Locale) -> Vec<Element<'a, Message>> {
    let glyph = icon(icon_of(one.paper.kind)).style(surface::secondary);
    let name = row![glyph, ellipsis(locale.paper(&one.paper)).font(MEDIUM)]
        .spacing(spacing::S)
        .align_y(Center);
    vec![
        name.into(),
        plain(one.client_name.clone()),
        plain(locale.moment(one.deleted_at)),
        plain(locale.operation(one.operation)),
    ]
}

fn plain<'a>(words: String) -> Element<'a, Message> {
    ellipsis(words).style(surface::secondary).into()
}

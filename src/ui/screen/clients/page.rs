//! How the screen looks.

use chrono::{Local, NaiveDate};
use iced::widget::{column, container, responsive, row, space};
use iced::{Fill, Size};

use crate::domain::client::Kind;
use crate::domain::listing::Sort;
use crate::exchange::Version;
use crate::i18n::Locale;
use crate::ui::screen::registers::{self, Tab};
use crate::ui::screen::{Context, ExportFormat};
use crate::ui::style::spacing;
use crate::ui::widget::table::{Row, table};
use crate::ui::widget::{Element, Icon, button, empty, menu, page, section};

use super::filters::{self, Bar};
use super::list::Summary;
use super::rows::Line;
use super::{Clients, Menu, Message, cells, list, row_menu};

/// The narrowest page that has room for the card beside the list, in logical pixels.
const WITH_PANEL: f32 = 1100.0;
/// The narrowest and the widest card, in logical pixels, and its part of the page.
const PANEL: (f32, f32) = (350.0, 460.0);
const PANEL_PART: f32 = 0.29;
/// The width of a menu, in logical pixels.
const EXPORT_WIDTH: f32 = 290.0;

impl Clients {
    /// The screen.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let chosen = Tab::Register(self.kind);
        let tabs = registers::tabs(chosen, self.duplicates, locale, Message::TabChosen);
        let import = button::secondary(locale.text("clients-import"))
            .icon(Icon::Upload)
            .on_press_maybe((!context.is_read_only).then_some(Message::ImportPressed));
        let body = responsive(move |size| self.body(size, context));
        page::page(locale.text("clients-title"), body)
            .told(self.summary(locale))
            .button(import)
            .button(self.export_menu(locale))
            .tabs(tabs)
            .surface()
            .into()
    }

    fn export_menu(&self, locale: &Locale) -> Element<'_, Message> {
        let button = button::secondary(locale.text("clients-export"))
            .icon(Icon::Spreadsheet)
            .trailing(Icon::ChevronDown)
            .on_press(Message::MenuToggled(Menu::Export));
        let panel = (self.open == Some(Menu::Export)).then(|| {
            let item = |label: &str, icon, message| -> Element<'_, Message> {
                menu::item(locale.text(label), message).icon(icon).into()
            };
            let of = |format| Message::ExportChosen(Some(format));
            let cards = |version| of(ExportFormat::Vcf(version));
            let (oldest, usual, newest) = (Version::V2, Version::V3, Version::V4);
            let items = [
                item(
                    "clients-export-xlsx",
                    Icon::Spreadsheet,
                    of(ExportFormat::Xlsx),
                ),
                item("clients-export-csv", Icon::FileText, of(ExportFormat::Csv)),
                menu::separator(),
                item("clients-export-vcf", Icon::Contact, cards(usual)),
                item("clients-export-vcf-newest", Icon::Contact, cards(newest)),
                item("clients-export-vcf-oldest", Icon::Contact, cards(oldest)),
                menu::separator(),
                item(
                    "clients-export-all",
                    Icon::Download,
                    Message::ExportChosen(None),
                ),
            ];
            menu::panel(items, EXPORT_WIDTH)
        });
        menu::menu(button, panel, Message::MenuClosed)
            .right()
            .into()
    }

    /// How many clients there are, and how many of them were found.
    fn summary(&self, locale: &Locale) -> String {
        let count = self.register().known.count.map(|count| {
            let key = match self.kind {
                Kind::Organization => "clients-count-organizations",
                Kind::Person => "clients-count-persons",
            };
            locale.with(key, &[("count", count.into())])
        });
        let found = Some(self.found(locale)).filter(|found| !found.is_empty());
        let parts: Vec<_> = count.into_iter().chain(found).collect();
        parts.join(" · ")
    }

    /// How many were found; empty where everybody is shown.
    fn found(&self, locale: &Locale) -> String {
        let list = self.list();
        let found = list.found.as_ref().filter(|_| !list.filter.is_open());
        let found = found.map(|found| found_words(found, list.rows.count(), locale));
        found.unwrap_or_default()
    }

    fn body<'a>(&'a self, size: Size, context: &'a Context) -> Element<'a, Message> {
        let bar = self.bar(context);
        let is_empty = self.is_empty();
        let (narrowest, widest) = PANEL;
        let panel_width = (size.width * PANEL_PART).clamp(narrowest, widest).round();
        let has_panel = !is_empty && size.width >= WITH_PANEL;
        let width = match has_panel {
            true => size.width - panel_width,
            false => size.width,
        };
        let rows = match is_empty {
            true => self.nothing(context),
            false => self.table(context),
        };
        let actions = bar.actions(self.bulk.work(), width);
        let actions = actions.map(|actions| column![section::divider(), actions]);
        let is_choosing = self.open == Some(Menu::Totals);
        let totals = self.totals.view(self.list(), is_choosing, context);
        let totals = totals.map(|totals| column![section::divider(), totals]);
        let builder = &self.register().builder;
        let builder = builder.is_open.then(|| {
            let view = builder.view(self.found(&context.locale), context);
            column![section::divider(), view.map(Message::Builder)]
        });
        let list = column![
            bar.view(),
            builder,
            section::divider(),
            rows,
            totals,
            actions
        ]
        .width(Fill);
        let panel = has_panel.then(|| {
            let is_menu_open = self.open == Some(Menu::Card);
            let panel = self.panel.view(bar.known, is_menu_open, context);
            let panel = panel.unwrap_or_else(|| space().into());
            container(panel).width(panel_width).height(Fill)
        });
        // With a card or without: the list stays the same widget, and the focus where it is.
        row![list, has_panel.then(section::vertical_divider), panel].into()
    }

    /// Whether it is certain that there is nothing to show.
    fn is_empty(&self) -> bool {
        let list = self.list();
        list.rows.count() == 0 && list.found.as_ref().is_some_and(|found| !found.is_partial)
    }

    fn table<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let list = self.list();
        let catalog = &context.catalog;
        let shown: Vec<_> = list.columns.there(catalog).collect();
        let columns = list.columns.table(&shown, &context.locale, catalog);
        let today = today();
        let build = move |index: u64| {
            let id = list.rows.id(index)?;
            let line = list.rows.line(id)?;
            let cells = shown.iter();
            let cells = cells.map(|sort| self.cell(index, line, (*sort, today), context));
            let place = usize::try_from(index).unwrap_or(usize::MAX);
            let is_selected = list.selection.contains(place, id);
            Some(Row::new(cells.collect()).selected(is_selected))
        };
        let (kind, count) = (list.kind, list.rows.count());
        table(&list.table, count, columns, build, move |message| {
            Message::List(kind, list::Message::Table(message))
        })
        .checks(list.selection.checks(list.rows.order().len()))
        .movable()
        .into()
    }

    /// A cell: what it says, or the field it has turned into, or with the menu of its row.
    fn cell<'a>(
        &'a self,
        row: u64,
        line: &'a Line,
        (sort, today): (Sort, NaiveDate),
        context: &'a Context,
    ) -> Element<'a, Message> {
        let (list, id) = (self.list(), line.listing.client.id);
        if let Some(cell) = &self.cell
            && (cell.client, cell.sort) == (id, sort)
        {
            return cell.view(context).map(Message::Cell);
        }
        let said = cells::cell(line, sort, today, context);
        let is_here = list.table.cursor() == Some(row);
        let anchor = list.column().unwrap_or(Sort::Name);
        let Some(menu) = self.open.filter(|_| is_here && sort == anchor) else {
            return said;
        };
        let place = usize::try_from(row).unwrap_or(usize::MAX);
        let is_among = list.selection.contains(place, id) && list.selection.count() > 0;
        let only = (!is_among).then_some(id);
        let bar = self.bar(context);
        let picker = match menu {
            Menu::Row => {
                let are_several = list.selection.count() > 1;
                let words = (&context.locale, context.is_read_only, are_several);
                return row_menu::around(said, self.mark, (id, only), words);
            }
            Menu::RowGroup => bar.join_picker(only),
            Menu::RowOwner => bar.owner_picker(only),
            _ => return said,
        };
        menu::menu(said, Some(picker), Message::MenuClosed).into()
    }

    fn bar<'a>(&'a self, context: &'a Context) -> Bar<'a> {
        Bar {
            list: self.list(),
            known: &self.register().known,
            views: &self.register().views,
            open: self.open,
            is_building: self.register().builder.is_open,
            mark: self.mark,
            needle: &self.needle,
            context,
        }
    }

    fn nothing<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        if !self.list().filter.is_open() {
            let reset = button::secondary(locale.text("clients-show-all"))
                .on_press(Message::Filter(filters::Message::Reset));
            let words = locale.filter_words(self.kind, &context.catalog);
            let asked = self.list().filter.expression();
            let why = match asked {
                None => locale.text("clients-nothing-found-why"),
                Some(asked) => {
                    let filter = words.print(&asked);
                    locale.with("clients-nothing-passes", &[("filter", filter.into())])
                }
            };
            return empty::empty(
                Icon::Search,
                locale.text("clients-nothing-found"),
                why,
                Some(reset.into()),
            );
        }
        let (words, why, label) = match self.kind {
            Kind::Organization => (
                "clients-no-organizations",
                "clients-no-organizations-why",
                "clients-create-organization",
            ),
            Kind::Person => (
                "clients-no-persons",
                "clients-no-persons-why",
                "clients-create-person",
            ),
        };
        let may_write = !context.is_read_only;
        let buttons = row![
            button::primary(locale.text(label))
                .icon(Icon::Plus)
                .on_press_maybe(may_write.then_some(Message::CreatePressed)),
            button::secondary(locale.text("clients-import"))
                .icon(Icon::Upload)
                .on_press_maybe(may_write.then_some(Message::ImportPressed)),
        ]
        .spacing(spacing::S);
        empty::empty(
            Icon::Contact,
            locale.text(words),
            locale.text(why),
            Some(buttons.into()),
        )
    }
}

/// The day at this computer.
pub fn today() -> NaiveDate {
    Local::now().date_naive()
}

/// How many were found, how fast, and for what word if it was another than the typed one.
fn found_words(found: &Summary, count: u64, locale: &Locale) -> String {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let words = if found.is_partial {
        locale.with("clients-found-first", &[("count", count.into())])
    } else {
        let took = took_words(found, locale);
        locale.with(
            "clients-found",
            &[("count", count.into()), ("took", took.into())],
        )
    };
    match &found.reading {
        Some(reading) => {
            let reading = locale.with("clients-found-as", &[("text", reading.as_str().into())]);
            format!("{words} {reading}")
        }
        None => words,
    }
}

fn took_words(found: &Summary, locale: &Locale) -> String {
    let millis = i64::try_from(found.took.as_millis()).unwrap_or(i64::MAX);
    match millis {
        0 => locale.text("clients-took-less"),
        millis => locale.with("clients-took", &[("millis", millis.into())]),
    }
}

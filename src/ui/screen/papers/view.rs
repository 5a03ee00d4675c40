//! How the register looks.

use chrono::Local;
use iced::Fill;
use iced::widget::{column, container, space};

use super::keyboard::said;
use super::{Context, Menu, Message, Papers, Scope, filters};
use crate::domain::Money;
use crate::domain::paper::{PaperKind, PaperTotals};
use crate::i18n::Locale;
use crate::ui::screen::documents::{self, Tab};
use crate::ui::screen::{selected, sums};
use crate::ui::style::{Tone, surface};
use crate::ui::widget::table::{Row, table};
use crate::ui::widget::{Element, Icon, button, empty, page, section};

impl Papers {
    /// The page.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let mut page = page::page(locale.text("register-title"), self.body(context));
        page = page.tabs(documents::tabs(Tab::Register, locale, Message::TabChosen));
        if let Some(told) = self.told(context) {
            page = page.told(told);
        }
        for button in self.buttons(context) {
            page = page.button(button);
        }
        page.into()
    }

    /// What stands at the head of the page: the list as a table, a new paper.
    pub fn buttons<'a>(&self, context: &Context) -> Vec<Element<'a, Message>> {
        let has_any = self.list.count() > 0;
        let export = has_any.then(|| self.export.at_head(&context.locale, Message::Deed));
        export.into_iter().chain(self.new_button(context)).collect()
    }

    /// How many papers there are.
    pub fn told(&self, context: &Context) -> Option<String> {
        let count = i64::try_from(self.list.count()).unwrap_or(i64::MAX);
        let told = [("count", count.into())];
        let key = match self.scope {
            Scope::All => "register-count",
            Scope::Invoices => "register-count-invoices",
        };
        self.list.is_read.then(|| context.locale.with(key, &told))
    }

    /// The button that makes a paper, where that may be.
    fn new_button<'a>(&self, context: &Context) -> Option<Element<'a, Message>> {
        if context.is_read_only {
            return None;
        }
        let locale = &context.locale;
        if self.scope == Scope::Invoices {
            let button = button::primary(locale.text("register-new-invoice"));
            let new = Message::New(PaperKind::Invoice);
            return Some(button.icon(Icon::Plus).on_press(new).reachable());
        }
        let button = button::primary(locale.text("register-new")).icon(Icon::Plus);
        let is_open = self.open == Some(Menu::New);
        let button = button
            .trailing(Icon::ChevronDown)
            .on_press(Message::Menu((!is_open).then_some(Menu::New)))
            .reachable();
        Some(match is_open {
            true => self.under(button, context).right().into(),
            false => button,
        })
    }

    /// The list with everything that narrows it.
    pub fn body<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let list: Element<'a, Message> = match self.list.count() {
            _ if !self.list.is_read => space().into(),
            0 => self.nothing(context),
            _ => self.table(context),
        };
        let has_totals = !self.list.totals.is_empty();
        let totals = match self.list.selection.is_empty() {
            true => has_totals.then(|| totals(&self.list.totals, &context.locale)),
            false => Some(self.selected(context)),
        };
        let body = column![self.bar(context), totals, section::divider(), list];
        container(body)
            .width(Fill)
            .height(Fill)
            .style(surface::panel)
            .into()
    }

    /// What can be done with the selected papers.
    fn selected<'a>(&self, context: &Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let sums = &self.list.sums.1;
        let total = sums.iter().map(|(total, _)| *total);
        let debt = sums.iter().map(|(_, debt)| *debt);
        let has_debt = debt.clone().any(|debt| debt.minor != 0);
        let total = sums::sum(locale.text("selected-total"), total, Tone::Neutral);
        let debt = has_debt.then(|| sums::sum(locale.text("selected-debt"), debt, Tone::Warning));
        let can = selected::Can {
            letters: true,
            delete: !context.is_read_only,
        };
        let all = [Some(total), debt].into_iter().flatten();
        selected::bar(self.list.selection.count(), all, can, locale, Message::Deed)
    }

    fn table<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let today = Local::now().date_naive();
        let shown = self.scope.shown();
        let columns = shown.iter().map(|one| one.column(&context.locale));
        let cursor = self.list.table.cursor();
        let build = move |row: u64| {
            let line = self.list.line(row)?;
            let is_at = cursor == Some(row);
            let is_selected = self.list.is_selected(row);
            let mut cells: Vec<_> = shown
                .iter()
                .map(|one| one.cell(line, today, context))
                .collect();
            if is_at && self.open == Some(Menu::Row) && !cells.is_empty() {
                let first = cells.remove(0);
                cells.insert(0, self.under(first, context).into());
            }
            Some(Row::new(cells).selected(is_selected))
        };
        let count = self.list.count();
        table(&self.list.table, count, columns.collect(), build, said)
            .checks(self.list.checks())
            .into()
    }

    fn nothing<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        if self.is_narrow() {
            let reset = button::secondary(locale.text("register-show-all"))
                .on_press(Message::Narrow(filters::Message::Reset))
                .reachable();
            return empty::empty(
                Icon::Search,
                locale.text("register-nothing-found"),
                locale.text("register-nothing-found-why"),
                Some(reset),
            );
        }
        let words = match self.scope {
            Scope::All => "register-empty",
            Scope::Invoices => "register-no-invoices",
        };
        empty::empty(
            Icon::FileText,
            locale.text(words),
            locale.text("register-empty-why"),
            None,
        )
    }
}

/// What the invoices add up to, side by side.
fn totals<'a>(totals: &[PaperTotals], locale: &Locale) -> Element<'a, Message> {
    let sum = |key: &str, of: fn(&PaperTotals) -> i64, tone| {
        let amounts = totals.iter().map(|one| Money::new(of(one), one.currency));
        sums::sum(locale.text(key), amounts, tone)
    };
    let sums = [
        sum("register-invoiced", |one| one.invoiced, Tone::Neutral),
        sum("register-paid", |one| one.paid, Tone::Free),
        sum("register-debt", |one| one.debt, Tone::Warning),
        sum("register-overdue-sum", |one| one.overdue, Tone::Busy),
    ];
    sums::line(sums, locale)
}

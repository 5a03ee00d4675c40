//! How the payments look.

use iced::widget::{row, space};
use iced::{Center, Fill};

use super::super::list::{framed, tools};
use super::{Message, Payments, SEARCH};
use crate::domain::Money;
use crate::domain::sales::PaymentListing;
use crate::domain::sales::payment::Origin;
use crate::ui::screen::{Context, selected, sums};
use crate::ui::style::{MEDIUM, Tone, spacing, surface};
use crate::ui::widget::table::{Column, Row, table};
use crate::ui::widget::{Element, Icon, badge, button, ellipsis, empty, field, icon, text};

/// The width of the search, in logical pixels.
const FIELD: f32 = 260.0;

impl Payments {
    /// How many payments there are.
    pub fn told(&self, context: &Context) -> Option<String> {
        let told = [("count", self.list.count().into())];
        let words = || context.locale.with("payments-count", &told);
        self.list.is_read().then(words)
    }

    /// The button that enters a payment.
    pub fn add_button<'a>(&self, context: &Context) -> Element<'a, Message> {
        button::primary(context.locale.text("payments-add"))
            .icon(Icon::Plus)
            .on_press(Message::Add)
            .reachable()
    }

    /// The form over the page.
    pub fn dialog<'a>(&'a self, context: &'a Context) -> Option<Element<'a, Message>> {
        let form = self.form.as_ref()?;
        Some(form.view(context).map(Message::Form))
    }

    /// The list with everything that narrows it.
    pub fn body<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let list: Element<'a, Message> = match self.list.count() {
            _ if !self.list.is_read() => space().into(),
            0 => self.nothing(context),
            _ => self.table(context),
        };
        let totals = (self.list.count() > 0).then(|| match self.list.selection.is_empty() {
            true => self.totals(context),
            false => self.selected(context),
        });
        framed(self.bar(context), totals, list)
    }

    fn bar<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let search = field::search(
            locale.text("payments-search"),
            &self.list.needle,
            Message::Typed,
        );
        let deeds = self.list.chosen().and_then(|_| {
            tools(
                ("payments-edit", Message::Edit),
                ("payments-delete", Message::Delete),
                context,
            )
        });
        let bar = row![
            Element::from(search.id(SEARCH).width(FIELD)),
            self.span.view(locale, Message::Period),
            self.span.typed(locale, Message::Period),
            space().width(Fill),
            deeds,
            self.list.export.view(locale, Message::Deed),
        ];
        bar.spacing(spacing::S).align_y(Center).into()
    }

    /// What can be done with the selected payments.
    fn selected<'a>(&self, context: &Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let amounts = self.list.meant().map(|one| one.payment.money());
        let amounts = sums::by_currency(amounts);
        let total = sums::sum(locale.text("selected-total"), amounts, Tone::Neutral);
        let can = selected::Can {
            letters: true,
            delete: !context.is_read_only,
        };
        let count = self.list.selection.count();
        selected::bar(count, [total], can, locale, Message::Deed)
    }

    fn totals<'a>(&self, context: &Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let of = |key: &str, of: fn(&PaymentListing) -> i64, tone| {
            let amounts = self.list.shown();
            let amounts = amounts.map(|one| Money::new(of(one), one.payment.currency));
            sums::sum(locale.text(key), sums::by_currency(amounts), tone)
        };
        let all = [
            of(
                "payments-received",
                |one| one.payment.amount.max(0),
                Tone::Free,
            ),
            of(
                "payments-returned",
                |one| one.payment.amount.min(0),
                Tone::Busy,
            ),
            of("payments-for-invoices", |one| one.shared, Tone::Neutral),
            of("payments-advance", PaymentListing::advance, Tone::Warning),
        ];
        sums::line(all, locale)
    }

    fn table<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let columns = vec![
            Column::new("date", locale.text("payments-date"), 110.0)
                .narrowest(100.0)
                .sortable(),
            Column::new("client", locale.text("register-client"), 220.0)
                .narrowest(130.0)
                .grows()
                .sortable(),
            Column::new("amount", locale.text("payments-amount"), 150.0)
                .right()
                .whole()
                .sortable(),
            Column::new("invoices", locale.text("payments-invoices"), 150.0).narrowest(90.0),
            Column::new("advance", locale.text("payments-advance"), 130.0)
                .right()
                .whole(),
            Column::new("method", locale.text("payments-method"), 120.0)
                .narrowest(112.0)
                .sortable(),
            Column::new("number", locale.text("payments-number"), 90.0).narrowest(76.0),
            Column::new("purpose", locale.text("payments-purpose"), 260.0).narrowest(90.0),
        ];
        let count = self.list.count() as u64;
        let build = move |row: u64| {
            let one = self.list.at(row)?;
            let is_selected = self.list.is_selected(row);
            Some(Row::new(cells(one, context)).selected(is_selected))
        };
        table(&self.list.table, count, columns, build, Message::Table)
            .checks(self.list.checks())
            .into()
    }

    fn nothing<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let add = (!context.is_read_only).then(|| self.add_button(context));
        empty::empty(
            Icon::Banknote,
            locale.text("payments-none"),
            locale.text("payments-none-why"),
            add,
        )
    }
}

fn cells<'a>(one: &'a PaymentListing, context: &'a Context) -> Vec<Element<'a, Message>> {
    let locale = &context.locale;
    let payment = &one.payment;
    let quiet = |words: &'a str| -> Element<'a, Message> {
        ellipsis(words).style(surface::secondary).into()
    };
    let amount = ellipsis(locale.money(payment.money())).font(MEDIUM);
    let amount: Element<'a, Message> = match payment.is_refund() {
        true => amount.style(surface::toned(Tone::Busy)).into(),
        false => amount.into(),
    };
    let method = ellipsis(locale.payment_method(payment.method)).style(surface::secondary);
    let day = ellipsis(locale.date(payment.paid_on)).style(surface::secondary);
    let bank = (payment.origin == Origin::Statement).then(|| {
        let bank = icon(Icon::Bank).style(surface::hint);
        text::tipped(bank, locale.text("payments-from-statement"))
    });
    let day = row![day, bank].spacing(spacing::XS).align_y(Center);
    let advance = match one.advance() {
        0 => ellipsis("—").style(surface::hint).into(),
        advance => {
            let advance = Money::new(advance, payment.currency);
            badge::badge(locale.money(advance), Tone::Warning)
        }
    };
    vec![
        day.into(),
        ellipsis(one.client_name.as_str()).into(),
        amount,
        quiet(&one.invoices),
        advance,
        method.into(),
        quiet(&payment.number),
        quiet(&payment.purpose),
    ]
}

//! How the form of a payment looks.

use iced::widget::{Column, column, container, row, space};
use iced::{Center, Fill};

use super::{AMOUNT, CLIENT, Form, Message, Text};
use crate::domain::sales::Method;
use crate::domain::{Currency, Money};
use crate::i18n::Locale;
use crate::ui::screen::{Context, leaving, pick};
use crate::ui::style::{Tone, spacing};
use crate::ui::widget::{
    Element, button, choice, dialog, ellipsis, field, note, section, segmented, text,
};

/// The width of the form and of an amount, in logical pixels.
const WIDTH: f32 = 620.0;
const SHARE: f32 = 150.0;
/// The most invoices that are seen at once, and the height of one, in logical pixels.
const SEEN: usize = 6;
const LINE: f32 = 42.0;

impl Form {
    /// The form, or the question what becomes of what was typed.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        if self.is_leaving {
            let answers = (Message::Stay, Message::Discard);
            return leaving::view(locale, Some(Message::Save), answers);
        }
        let title = locale.text(match (self.payment.version, self.draft.is_refund) {
            (0, false) => "payment-new",
            (0, true) => "payment-new-refund",
            (_, false) => "payment-edit",
            (_, true) => "payment-edit-refund",
        });
        let body = column![
            self.kinds(locale),
            self.client_field(context),
            self.figures(locale),
            self.field("payment-purpose", Text::Purpose, locale),
            self.sharing(locale),
        ]
        .spacing(spacing::M);
        dialog::dialog(title, body)
            .width(WIDTH)
            .close(locale.text("payment-close"), Message::Leave)
            .button(button::secondary(locale.text("payment-close")).on_press(Message::Leave))
            .button(
                button::primary(locale.text("payment-save"))
                    .on_press_maybe((!self.is_saving).then_some(Message::Save)),
            )
            .into()
    }

    fn kinds<'a>(&self, locale: &Locale) -> Element<'a, Message> {
        let kinds = [(false, "payment-in"), (true, "payment-back")];
        let kinds = kinds.map(|(is_refund, key)| {
            let is_chosen = self.draft.is_refund == is_refund;
            (locale.text(key), is_chosen, Message::Refund(is_refund))
        });
        segmented::segmented(kinds)
    }

    fn client_field<'a>(&'a self, context: &Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let is_missing = self.is_checked && self.draft.client.is_none();
        let shown = pick::Shown {
            id: CLIENT,
            label: locale.text("payment-client"),
            error: is_missing.then(|| locale.text("payment-no-client")),
        };
        self.client
            .view(shown, Message::Save, Message::Client, context)
    }

    fn figures<'a>(&'a self, locale: &'a Locale) -> Element<'a, Message> {
        let date = self.field("payment-date", Text::Date, locale);
        let amount = self.field("payment-amount", Text::Amount, locale);
        let currencies = Currency::ALL.map(|one| (one, one.code().to_owned()));
        let currency = choice::one_of(currencies, self.draft.currency, Message::Currency);
        let currency = field::labelled(locale.text("payment-currency"), currency);
        let methods = Method::ALL.iter();
        let methods = methods.map(|method| (*method, locale.payment_method(*method)));
        let method = choice::one_of(methods, self.draft.method, Message::Method);
        let method = field::labelled(locale.text("payment-method"), method);
        let number = self.field("payment-number", Text::Number, locale);
        let sum = row![date, amount, container(currency).width(96.0)].spacing(spacing::M);
        let way = row![method, number].spacing(spacing::M);
        column![sum, way].spacing(spacing::M).into()
    }

    fn field<'a>(&'a self, key: &str, text: Text, locale: &Locale) -> Element<'a, Message> {
        let value = match text {
            Text::Date => &self.draft.date,
            Text::Amount => &self.draft.amount,
            Text::Number => &self.draft.number,
            Text::Purpose => &self.draft.purpose,
        };
        let error = match text {
            Text::Date if self.date().is_none() => Some("payment-no-date"),
            Text::Amount if self.amount().is_none() => Some("payment-no-amount"),
            _ => None,
        };
        let error = error
            .filter(|_| self.is_checked)
            .map(|key| locale.text(key));
        let field = field::field(locale.text(key), value)
            .on_input(move |typed| Message::Typed(text, typed))
            .on_submit(Message::Save)
            .error(error);
        match text {
            Text::Amount => field.id(AMOUNT).into(),
            _ => field.into(),
        }
    }

    /// For which invoices it is.
    fn sharing<'a>(&'a self, locale: &'a Locale) -> Element<'a, Message> {
        if self.draft.is_refund {
            return text::secondary(locale.text("payment-refund-shared")).into();
        }
        let is_automatic = self.draft.shares.is_none();
        let shares = self.shown_shares(locale);
        let automatic = choice::chip(
            locale.text("payment-automatic"),
            is_automatic,
            Message::Automatic(!is_automatic),
        );
        let heading = section::section(locale.text("payment-invoices"), Some(automatic));
        let open: Vec<_> = self.invoices.of(self.draft.currency).collect();
        let lines = open.iter().zip(shares).map(|(one, (paper, share))| {
            let name = ellipsis(locale.paper(&one.line.paper)).width(Fill);
            let debt = Money::new(one.takes, one.line.paper.currency);
            let debt = locale.with("payment-debt", &[("debt", locale.money(debt).into())]);
            let field = field::unlabelled(share)
                .on_input(move |typed| Message::Share(paper, typed))
                .on_submit(Message::Save)
                .width(SHARE);
            row![name, text::secondary(debt), Element::from(field)]
                .spacing(spacing::M)
                .align_y(Center)
                .height(LINE)
                .into()
        });
        let lines = Column::from_iter(lines);
        let lines: Element<'a, Message> = match open.len() {
            0 if self.draft.client.is_none() => {
                text::secondary(locale.text("payment-choose-client")).into()
            }
            0 => text::secondary(locale.text("payment-no-invoices")).into(),
            few if few <= SEEN => lines.into(),
            _ => container(section::scrolled(lines))
                .height(LINE * SEEN as f32)
                .into(),
        };
        column![heading, lines, self.rest(locale)]
            .spacing(spacing::XS)
            .into()
    }

    /// What is left over, or what is too much.
    fn rest<'a>(&self, locale: &Locale) -> Element<'a, Message> {
        let money = |minor| locale.money(Money::new(minor, self.draft.currency));
        match self.left(locale) {
            None if self.amount().is_some() => {
                note::under(locale.text("payment-share-unread"), Tone::Busy)
            }
            None | Some(0) => space().into(),
            Some(left @ 1..) => {
                let told = [("sum", money(left).into())];
                note::under(locale.with("payment-left", &told), Tone::Neutral)
            }
            Some(over) => {
                let told = [("sum", money(over.saturating_neg()).into())];
                note::under(locale.with("payment-over", &told), Tone::Busy)
            }
        }
    }
}

//! How a client and we stand with each other: debt, payments, and what of our goods it has.

use chrono::Local;
use iced::widget::{Column, column, container, row};
use iced::{Center, Fill, FillPortion};

use super::parts::{nothing, part, shown};
use super::section::{Part, Place, Section, Side};
use super::tabs::Tab;
use super::{Message as Outer, Sheet, papers};
use crate::domain::sales::{Good, PaymentListing, Progress, Settlement};
use crate::domain::{Card, Client, Id, Money};
use crate::error::Result;
use crate::i18n::Locale;
use crate::ui::screen::{Action, Command, Context, Wish, sums};
use crate::ui::style::{MEDIUM, Tone, size, spacing, surface};
use crate::ui::widget::keyed::pressable;
use crate::ui::widget::{Element, Icon, button, ellipsis, line, section, text};
use crate::workspace::Reader;

/// How many payments are shown before all are asked for.
const FEW: usize = 8;

/// The money of a client.
#[derive(Debug, Default)]
pub struct Sums {
    /// What was read once the tab was seen.
    dealings: Option<Dealings>,
    /// Whether all payments are shown.
    is_whole: bool,
}

/// What was paid by a client and sold to it.
#[derive(Debug, Clone)]
pub struct Dealings {
    payments: Vec<PaymentListing>,
    goods: Vec<Good>,
}

/// What happened to the money of a client.
#[derive(Debug, Clone)]
pub enum Message {
    /// What that client has paid and bought was read.
    Read(Id<Client>, Result<Dealings>),
    /// All payments are to be shown.
    ShowAll,
}

fn say(message: Message) -> Outer {
    Outer::Part(Part::Sums(message))
}

impl Section for Sums {
    const PLACE: Place = Place {
        tab: Tab::Papers,
        side: Side::Right,
    };
    type Facts = Vec<Settlement>;
    type Message = Message;

    fn read(reader: Reader<'_>, card: &Card) -> Result<Self::Facts> {
        reader.settlements_of(card.client.id, Local::now().date_naive())
    }

    fn seen(&mut self, sheet: &Sheet, context: &Context) -> Command<Outer> {
        let id = sheet.card.client.id;
        let read = context.worker.read(move |reader| {
            Ok(Dealings {
                payments: reader.payment_listings(Some(id), (None, None))?,
                goods: reader.goods_of(id, Local::now().date_naive())?,
            })
        });
        Command::perform(read, move |dealings| say(Message::Read(id, dealings)))
    }

    fn update(&mut self, message: Message, sheet: &Sheet, _context: &Context) -> Action<Outer> {
        match message {
            Message::Read(id, dealings) if id == sheet.card.client.id => match dealings {
                Ok(dealings) => self.dealings = Some(dealings),
                Err(error) => return Action::wish(Wish::Fail(error)),
            },
            Message::Read(..) => {}
            Message::ShowAll => self.is_whole = true,
        }
        Action::none()
    }

    fn view<'a>(&'a self, sheet: &'a Sheet, context: &'a Context) -> Option<Element<'a, Outer>> {
        let locale = &context.locale;
        let dealings = self.dealings.as_ref();
        let payments = dealings.map(|known| self.payments(&known.payments, context));
        let goods = dealings.map(|known| goods(&known.goods, locale));
        let settled = settled(&sheet.facts.sums, locale);
        Some(column![settled, payments, goods].spacing(spacing::L).into())
    }
}

impl Sums {
    fn payments<'a>(
        &'a self,
        payments: &'a [PaymentListing],
        context: &'a Context,
    ) -> Element<'a, Outer> {
        let locale = &context.locale;
        let add = button::ghost(locale.text("papers-new-payment"))
            .icon(Icon::Banknote)
            .compact()
            .on_press_maybe((!context.is_read_only).then(papers::pay))
            .reachable();
        let count = if self.is_whole { usize::MAX } else { FEW };
        let mut lines: Vec<_> = payments
            .iter()
            .take(count)
            .map(|one| payment(one, locale))
            .collect();
        let hidden = payments.len().saturating_sub(count);
        if hidden > 0 {
            let label = locale.with("papers-more-payments", &[("count", hidden.into())]);
            let more = button::link(label).on_press(say(Message::ShowAll));
            lines.push(shown(more.reachable()));
        }
        if lines.is_empty() {
            lines.push(nothing(locale.text("papers-no-payments")));
        }
        part(locale.text("papers-payments"), Some(add), lines)
    }
}

/// Debt, late debt, advance, and what they come from; a line for each currency.
fn settled<'a>(all: &[Settlement], locale: &Locale) -> Element<'a, Outer> {
    let title = locale.text("papers-settlement");
    if all.is_empty() {
        let words = nothing(locale.text("papers-no-settlement"));
        return part(title, None, [words]);
    }
    let lines = all.iter().map(|one| {
        let sum = |key: &str, minor: i64, tone| {
            let tone = if minor == 0 { Tone::Neutral } else { tone };
            let amount = locale.money(Money::new(minor, one.currency));
            let amount = ellipsis(amount).font(MEDIUM).style(surface::toned(tone));
            let told = column![text::hint(locale.text(key)), amount];
            container(told).width(FillPortion(1)).into()
        };
        let above: [Element<'a, Outer>; 3] = [
            sum("register-debt", one.debt, Tone::Warning),
            sum("register-overdue-sum", one.overdue, Tone::Busy),
            sum("payments-advance", one.advance, Tone::Accent),
        ];
        let below: [Element<'a, Outer>; 3] = [
            sum("register-invoiced", one.invoiced, Tone::Neutral),
            sum("settlements-received", one.received, Tone::Free),
            sum("settlements-shipped", one.shipped, Tone::Neutral),
        ];
        let both = column![
            row(above).spacing(spacing::M),
            row(below).spacing(spacing::M)
        ];
        shown(both.spacing(spacing::S))
    });
    part(title, None, lines)
}

fn payment<'a>(one: &'a PaymentListing, locale: &Locale) -> Element<'a, Outer> {
    let payment = &one.payment;
    let day = text::secondary(locale.date(payment.paid_on));
    let told = match one.invoices.as_str() {
        "" => payment.purpose.clone(),
        invoices => locale.with("papers-paid-for", &[("invoices", invoices.into())]),
    };
    let told = ellipsis(told).style(surface::secondary).width(Fill);
    let amount = ellipsis(locale.money(payment.money())).font(MEDIUM);
    let tone = match payment.is_refund() {
        true => Tone::Busy,
        false => Tone::Neutral,
    };
    let amount = amount.style(surface::toned(tone));
    let face = row![day, told, amount].spacing(spacing::M);
    shown(face.align_y(Center))
}

/// What is offered, ordered, delivered and supported, each with its papers behind it.
fn goods<'a>(goods: &'a [Good], locale: &Locale) -> Element<'a, Outer> {
    let title = locale.text("papers-goods");
    if goods.is_empty() {
        return part(title, None, [nothing(locale.text("papers-no-goods"))]);
    }
    let columns = Progress::ALL.iter().filter_map(|progress| {
        let meant: Vec<&Good> = goods
            .iter()
            .filter(|good| good.progress == *progress)
            .collect();
        let lines = meant.iter().map(|good| self::good(good, locale));
        let heading =
            section::section(locale.sale_progress(*progress), Some(total(&meant, locale)));
        let column = Column::with_children(lines.collect::<Vec<_>>());
        (!meant.is_empty()).then(|| column![shown(heading), column].into())
    });
    part(title, None, columns)
}

/// What goods come to, in each currency.
fn total<'a>(goods: &[&Good], locale: &Locale) -> Element<'a, Outer> {
    let sums = goods
        .iter()
        .map(|good| Money::new(good.amount, good.currency));
    let sums = sums::by_currency(sums).into_iter();
    let sums = sums.map(|sum| locale.money(sum));
    text::strong(sums.collect::<Vec<_>>().join(" · ")).into()
}

fn good<'a>(good: &'a Good, locale: &Locale) -> Element<'a, Outer> {
    let quantity = locale.decimal(good.quantity.saturating_mul(1000));
    let quantity = match good.unit.as_str() {
        "" => String::new(),
        unit => format!("{quantity} {unit}"),
    };
    let face = row![
        ellipsis(good.name.as_str()).width(Fill),
        ellipsis(quantity)
            .size(size::SMALL)
            .style(surface::secondary),
        ellipsis(locale.money(Money::new(good.amount, good.currency)))
    ]
    .spacing(spacing::M)
    .align_y(Center);
    let open = papers::open(good.paper);
    pressable(line::line(face, false, open.clone()), Some(open))
}

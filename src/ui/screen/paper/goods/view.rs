//! How the lines look: two rows each, and what they add up to.

use iced::widget::{column, container, row, space};
use iced::{Center, Fill, Length, Padding, Right};

use super::{Goods, Message, Part};
use crate::domain::paper::{Document, PaperLine};
use crate::domain::sales::TaxClass;
use crate::domain::sales::tax::rate_on;
use crate::domain::sales::totals::Amounts;
use crate::i18n::Locale;
use crate::ui::screen::paper::material::Facts;
use crate::ui::screen::suggest::{self, Offer};
use crate::ui::style::{SEMIBOLD, Tone, size, spacing, surface};
use crate::ui::widget::field::{labelled, unlabelled};
use crate::ui::widget::{Element, Icon, button, choice, note, section, text};

/// The widths of how much, of the unit and of the tax, in logical pixels.
const WIDTHS: [f32; 3] = [72.0, 64.0, 108.0];
/// The name by which the choice of a price list is focused.
const PRICE_LIST: &str = "paper price list";
/// The width of the number before a line, in logical pixels.
const NUMBER: f32 = 22.0;

impl Goods {
    /// All lines with what they add up to, and what adds another.
    pub fn view<'a, Outer: Clone + 'a>(
        &'a self,
        (document, facts): (&'a Document, &'a Facts),
        locale: &Locale,
        say: fn(Message) -> Outer,
    ) -> Element<'a, Outer> {
        let totals = document.totals();
        let amounts = |at: usize| totals.as_ref().and_then(|all| all.lines.get(at).copied());
        let unread = self.unread(document);
        let lines = document.lines.iter().enumerate().map(|(at, line)| {
            let line = Line {
                goods: self,
                line,
                at,
                count: document.lines.len(),
                amounts: amounts(at),
                facts,
                unread: &unread,
            };
            let line = line.view(document, locale).map(say);
            let divider = (at > 0).then(section::divider);
            column![divider, line].spacing(spacing::M).into()
        });
        let lines = column(lines).spacing(spacing::M);
        let add = button::ghost(locale.text("paper-line-add"))
            .icon(Icon::Plus)
            .compact()
            .on_press(say(Message::Add))
            .reachable();
        let hint = document
            .lines
            .is_empty()
            .then(|| text::hint(locale.text("paper-lines-none")));
        section::card(
            column![
                section::heading(locale.text("paper-lines"), None),
                price_list((document, facts), locale).map(|list| list.map(say)),
                self.asked((document, facts), locale)
                    .map(|asked| asked.map(say)),
                hint,
                (!document.lines.is_empty()).then_some(lines),
                add,
                sums(document, locale),
            ]
            .spacing(spacing::M),
        )
    }

    /// Tells that lines cost something else than by the list that was chosen.
    fn asked<'a>(
        &self,
        (document, facts): (&Document, &Facts),
        locale: &Locale,
    ) -> Option<Element<'a, Message>> {
        let count = self.otherwise_priced(document, facts);
        let told = [("count", i64::try_from(count).unwrap_or(i64::MAX).into())];
        let tool = |key: &str, message| {
            let tool = button::ghost(locale.text(key)).compact();
            tool.on_press(message).reachable()
        };
        let ways = row![
            tool("paper-prices-take", Message::Reprice),
            tool("paper-prices-keep", Message::KeepPrices)
        ];
        let words = || locale.with("paper-prices-differ", &told);
        (count > 0).then(|| {
            let words = note::under(words(), Tone::Warning);
            column![words, ways].spacing(spacing::XS).into()
        })
    }

    fn offers(
        &self,
        line: &PaperLine,
        facts: &Facts,
        document: &Document,
        locale: &Locale,
    ) -> Vec<Offer> {
        let Some((_, hits)) = self.offered.as_ref().filter(|(id, _)| *id == line.id) else {
            return Vec::new();
        };
        let hits = hits.iter();
        let products = hits.filter_map(|id| facts.products.iter().find(|one| one.id == *id));
        let offers = products.map(|product| {
            let price = facts.price(product.id, &document.paper);
            let price = price.map(|(price, _)| locale.amount(price));
            let known = [Some(product.code.clone()), price].into_iter().flatten();
            let known: Vec<String> = known.filter(|part| !part.is_empty()).collect();
            Offer {
                hint: known.join(" · "),
                icon: Some(Icon::Package),
                ..Offer::plain(product.name.clone())
            }
        });
        offers.collect()
    }
}

/// One line.
struct Line<'a, 'b> {
    goods: &'a Goods,
    line: &'a PaperLine,
    at: usize,
    count: usize,
    amounts: Option<Amounts>,
    facts: &'a Facts,
    unread: &'b [(crate::domain::Id<PaperLine>, Part)],
}

impl<'a> Line<'a, '_> {
    fn view(self, document: &Document, locale: &Locale) -> Element<'a, Message> {
        let id = self.line.id;
        let typed = move |part| move |text| Message::Typed(id, part, text);
        let name = unlabelled(self.line.name.clone())
            .id(Part::Name.name(id))
            .placeholder(locale.text("paper-line-name"))
            .on_input(typed(Part::Name))
            .on_submit(Message::Entered(id, Part::Name));
        let offers = self.goods.offers(self.line, self.facts, document, locale);
        let list = self.goods.list;
        let name = suggest::view(name, list, offers, move |message| {
            Message::List(id, message)
        });
        let number = text::hint(format!("{}.", self.at + 1)).width(NUMBER);
        let head = row![number, container(name).width(Fill), self.tools(locale)]
            .spacing(spacing::XS)
            .align_y(Center);
        let [quantity_width, unit_width, tax_width] = WIDTHS;
        let part = |part: Part, value: String, width: Length, key: &str| {
            let is_unread = self.unread.contains(&(id, part));
            unlabelled(value)
                .id(part.name(id))
                .placeholder(locale.text(key))
                .on_input(typed(part))
                .on_submit(Message::Entered(id, part))
                .error(is_unread.then(|| locale.text("paper-line-unread")))
                .width(width)
        };
        let quantity = self.goods.quantity(self.line, locale);
        let quantity = part(
            Part::Quantity,
            quantity,
            quantity_width.into(),
            "paper-line-quantity",
        );
        let unit = self.line.unit.clone();
        let unit = part(Part::Unit, unit, unit_width.into(), "paper-line-unit");
        let price = self.goods.price(self.line, locale);
        let price = part(Part::Price, price, Fill, "paper-line-price");
        let tax = self.tax(document, locale);
        let sum = self.amounts.map(|sum| locale.amount(sum.gross));
        let sum = text::strong(sum.unwrap_or_default())
            .width(Fill)
            .align_x(Right);
        let numbers = row![
            space().width(NUMBER),
            Element::from(quantity),
            Element::from(unit),
            text::hint("×"),
            Element::from(price),
            container(tax).width(tax_width),
        ]
        .spacing(spacing::XS)
        .align_y(Center);
        column![head, numbers, sum].spacing(spacing::XS).into()
    }

    /// How it is taxed, by the rates of the day.
    fn tax(&self, document: &Document, locale: &Locale) -> Element<'a, Message> {
        let id = self.line.id;
        let day = document.paper.dated_on;
        let rates = &self.facts.rates;
        let classes = TaxClass::ALL.iter().copied().filter_map(|class| {
            let rate = rate_on(rates, class, day);
            let is_there = rate.is_some() || class == TaxClass::Exempt;
            (is_there || class == self.line.tax_class).then(|| (class, locale.tax_rate(rate)))
        });
        choice::one_of(classes, self.line.tax_class, move |class| {
            Message::Tax(id, class)
        })
    }

    fn tools(&self, locale: &Locale) -> Element<'a, Message> {
        let id = self.line.id;
        let tool = |icon, key: &str, message: Option<Message>| {
            button::tool(icon, locale.text(key))
                .compact()
                .on_press_maybe(message)
                .reachable()
        };
        let up = (self.at > 0).then_some(Message::Move(id, -1));
        let down = (self.at + 1 < self.count).then_some(Message::Move(id, 1));
        row![
            tool(Icon::ChevronUp, "paper-line-up", up),
            tool(Icon::ChevronDown, "paper-line-down", down),
            tool(Icon::Close, "form-remove", Some(Message::Remove(id))),
        ]
        .into()
    }
}

/// Without tax, the tax of each rate, and all together.
fn sums<'a, M: 'a>(document: &Document, locale: &Locale) -> Option<Element<'a, M>> {
    if document.lines.is_empty() {
        return None;
    }
    let totals = document.totals()?;
    let line = |label: String, amount: i64| -> Element<'a, M> {
        let label = text::secondary(label).size(size::SMALL);
        let amount = text::body(locale.amount(amount)).size(size::SMALL);
        row![
            space::horizontal(),
            label,
            amount.width(130.0).align_x(Right)
        ]
        .spacing(spacing::M)
        .into()
    };
    let taxed = totals.rates.iter().filter(|(rate, _)| rate.is_some());
    let taxed: Vec<Element<'a, M>> = taxed
        .map(|(rate, sum)| {
            let rate = locale.tax_rate(*rate);
            line(
                locale.with("paper-sum-tax", &[("rate", rate.into())]),
                sum.tax,
            )
        })
        .collect();
    let net = (!taxed.is_empty()).then(|| line(locale.text("paper-sum-net"), totals.whole.net));
    let gross = locale.money(crate::domain::Money::new(
        totals.whole.gross,
        document.paper.currency,
    ));
    let gross = text::body(gross).font(SEMIBOLD).width(130.0).align_x(Right);
    let whole = row![
        space::horizontal(),
        text::strong(locale.text("paper-sum-whole")),
        gross
    ]
    .spacing(spacing::M);
    let sums = column![net].extend(taxed).push(whole).spacing(spacing::XS);
    let sums = container(sums)
        .padding(Padding::from(spacing::M))
        .width(Fill);
    Some(sums.style(surface::well).into())
}

/// The choice of a price list, where there are several.
fn price_list<'a>(
    (document, facts): (&Document, &Facts),
    locale: &Locale,
) -> Option<Element<'a, Message>> {
    let lists = facts.prices.iter().map(|(list, _)| {
        let name = format!("{}, {}", list.name, list.currency.code());
        (Some(list.id), name)
    });
    let chosen = facts.price_list(&document.paper).map(|list| list.id);
    // Nothing is chosen while no list has the currency of the paper.
    let none = chosen.is_none().then(|| (None, "—".to_owned()));
    let choice = choice::one_of_as(PRICE_LIST, none.into_iter().chain(lists), chosen, |list| {
        list.map_or(Message::KeepPrices, Message::PriceList)
    });
    (facts.prices.len() > 1).then(|| labelled(locale.text("paper-price-list"), choice))
}

//! How the page looks: the pairs at the left, both cards of one of them at the right.

use iced::widget::{center, column, container, row, space, text as plain};
use iced::{Center, Fill, FillPortion, Padding, Top};

use super::pairs::{Pair, Preview};
use super::{Context, Duplicates, Message, Search, Tab};
use crate::domain::duplicate::CERTAIN;
use crate::domain::{Address, Card};
use crate::i18n::Locale;
use crate::ui::screen::{registers, words};
use crate::ui::style::{MEDIUM, Tone, spacing, surface};
use crate::ui::widget::table::{Column, Row, table};
use crate::ui::widget::{
    Element, Icon, badge, button, ellipsis, empty, page, progress, section, text,
};

/// The width of the preview, in logical pixels.
const PREVIEW: f32 = 460.0;
/// The most lines of phones and the like of one card.
const LINES: usize = 6;

impl Duplicates {
    /// The page.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let body = match (&self.search, &self.pairs) {
            (Some(search), _) => working(search, locale),
            (None, None) if self.is_stopped => empty::empty(
                Icon::Merge,
                locale.text("duplicates-stopped"),
                locale.text("duplicates-stopped-hint"),
                Some(self.search_button(locale)),
            ),
            (None, None) => space().into(),
            (None, Some(pairs)) if pairs.is_empty() => empty::empty(
                Icon::CircleCheck,
                locale.text("duplicates-none"),
                locale.text("duplicates-none-hint"),
                Some(self.search_button(locale)),
            ),
            (None, Some(pairs)) => self.pairs(pairs, context),
        };
        let all = self.pairs.as_ref().filter(|_| !self.is_of_import);
        let count = all.map(Vec::len);
        let mut page = page::page(locale.text("clients-title"), body)
            .tabs(registers::tabs(
                Tab::Duplicates,
                count,
                locale,
                Message::TabChosen,
            ))
            .surface();
        if let (Some(pairs), None) = (&self.pairs, &self.search) {
            let told = locale.with("duplicates-told", &[("count", pairs.len().into())]);
            page = page.told(match self.is_of_import {
                true => format!("{told}, {}", locale.text("duplicates-import-only")),
                false => told,
            });
            if self.is_of_import {
                page = page.button(
                    button::secondary(locale.text("duplicates-show-all"))
                        .on_press(Message::ShowAllPressed),
                );
            }
            if !pairs.is_empty() {
                page = page.button(self.search_button(locale));
            }
            let certain = self.certain().count();
            if certain > 0 {
                let label = locale.with("duplicates-accept", &[("count", certain.into())]);
                let may = !self.is_writing && !context.is_read_only;
                let accept = button::primary(label)
                    .icon(Icon::Merge)
                    .tip(locale.text("duplicates-accept-hint"))
                    .on_press_maybe(may.then_some(Message::AcceptPressed));
                page = page.button(accept);
            }
        }
        page.into()
    }

    fn search_button(&self, locale: &Locale) -> Element<'static, Message> {
        button::secondary(locale.text("duplicates-search"))
            .icon(Icon::Refresh)
            .on_press(Message::SearchPressed)
            .into()
    }

    fn pairs<'a>(&'a self, pairs: &'a [Pair], context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let columns = vec![
            Column::new("score", locale.text("duplicates-score"), 90.0).narrowest(80.0),
            Column::new("pair", locale.text("duplicates-pair"), 300.0)
                .narrowest(180.0)
                .grows(),
            Column::new("why", locale.text("duplicates-why"), 300.0)
                .narrowest(160.0)
                .grows(),
        ];
        let build = move |index: u64| {
            let pair = pairs.get(usize::try_from(index).ok()?)?;
            let is_at = self.table.cursor() == Some(index);
            Some(Row::new(cells(pair, locale)).selected(is_at))
        };
        let table = table(&self.table, self.count(), columns, build, Message::Table);
        let list = container(Element::from(table)).width(Fill).height(Fill);
        let preview = self.preview.as_ref().zip(self.current());
        let preview = preview.map(|(preview, pair)| self.preview(preview, pair, context));
        let preview = preview.unwrap_or_else(|| space().into());
        row![
            list,
            section::vertical_divider(),
            container(preview).width(PREVIEW).height(Fill)
        ]
        .into()
    }

    /// Both cards side by side, and what can be done.
    fn preview<'a>(
        &'a self,
        preview: &'a Preview,
        pair: &'a Pair,
        context: &'a Context,
    ) -> Element<'a, Message> {
        let locale = &context.locale;
        let kind = pair.one.client.kind;
        let may = !self.is_writing && !context.is_read_only;
        let heads = preview.cards.each_ref().map(|card| {
            let title = text::strong(card.client.title()).wrapping(plain::Wrapping::WordOrGlyph);
            let open = button::link(locale.text("duplicates-open"))
                .on_press(Message::OpenPressed(card.client.id));
            column![title, Element::from(open)]
                .spacing(spacing::XS)
                .width(FillPortion(1))
        });
        let mut lines =
            column![row(heads.map(Element::from)).spacing(spacing::M)].spacing(spacing::M);
        for (field, data) in preview.fields() {
            let label = locale.field(kind, field, &context.catalog);
            let is_other =
                data.iter().all(crate::domain::Datum::is_said) && !data[0].is_like(&data[1]);
            let values = data.map(|datum| locale.datum(&datum, &context.catalog));
            lines = lines.push(compared(label, values, is_other));
        }
        let contacts = preview.cards.each_ref().map(|card| contacts(card, locale));
        lines = lines.push(compared(locale.text("card-contact"), contacts, false));
        let addresses = preview.cards.each_ref().map(addresses);
        lines = lines.push(compared(locale.text("card-address"), addresses, false));
        let merge = button::primary(locale.text("duplicates-merge"))
            .icon(Icon::Merge)
            .tip("Enter")
            .on_press_maybe(may.then_some(Message::MergePressed));
        let distinct = button::secondary(locale.text("duplicates-distinct"))
            .tip("N")
            .on_press_maybe(may.then_some(Message::DistinctPressed));
        let buttons = row![
            space::horizontal(),
            Element::from(distinct),
            Element::from(merge)
        ]
        .spacing(spacing::S);
        let why = reasons(pair, locale);
        let body = container(column![why, lines].spacing(spacing::L)).padding(spacing::L);
        let foot = container(buttons).padding(Padding::from([spacing::M, spacing::L]));
        column![
            container(section::scrolled(body)).height(Fill),
            section::divider(),
            foot
        ]
        .into()
    }
}

fn cells<'a>(pair: &Pair, locale: &Locale) -> Vec<Element<'a, Message>> {
    let score = pair.suspicion.verdict.score;
    let tone = match score {
        90.. => Tone::Busy,
        _ if score >= CERTAIN + 15 => Tone::Warning,
        _ => Tone::Neutral,
    };
    let told = locale.with(
        "duplicates-percent-alike",
        &[("score", i64::from(score).into())],
    );
    let names = format!(
        "{} — {}",
        pair.one.client.title(),
        pair.other.client.title()
    );
    let kind = pair.one.client.kind;
    vec![
        badge::badge(told, tone),
        ellipsis(names).font(MEDIUM).into(),
        ellipsis(locale.reasons(kind, &pair.suspicion.verdict))
            .style(surface::secondary)
            .into(),
    ]
}

fn reasons<'a>(pair: &Pair, locale: &Locale) -> Element<'a, Message> {
    let kind = pair.one.client.kind;
    let reasons = pair.suspicion.verdict.reasons.iter();
    let chips = reasons.map(|reason| badge::badge(locale.reason(kind, *reason), Tone::Warning));
    row(chips).spacing(spacing::XS).wrap().into()
}

/// What one field says on both cards.
fn compared<'a>(label: String, values: [String; 2], is_other: bool) -> Element<'a, Message> {
    if values.iter().all(String::is_empty) {
        return space().into();
    }
    let values = values.map(|value| {
        let value = if value.is_empty() {
            "—".to_owned()
        } else {
            value
        };
        let value = text::body(value).wrapping(plain::Wrapping::WordOrGlyph);
        let value = match is_other {
            true => value.style(surface::toned(Tone::Warning)),
            false => value,
        };
        Element::from(container(value).width(FillPortion(1)))
    });
    column![
        text::hint(label),
        row(values).spacing(spacing::M).align_y(Top)
    ]
    .spacing(2.0)
    .into()
}

fn contacts(card: &Card, locale: &Locale) -> String {
    let lines = card.contacts.iter().take(LINES).map(|contact| {
        let channel = words::channel(locale, contact.channel);
        format!("{} ({channel})", contact.value)
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn addresses(card: &Card) -> String {
    let lines = card.addresses.iter().take(LINES).map(Address::line);
    lines.collect::<Vec<_>>().join("\n")
}

/// The search that goes on, with a way to end it.
fn working<'a>(search: &Search, locale: &Locale) -> Element<'a, Message> {
    let part = match search.total {
        0 => 0.0,
        total => (search.done as f64 / total as f64) as f32,
    };
    let percent = i64::from((part * 100.0) as i32);
    let count = locale.with("duplicates-percent", &[("percent", percent.into())]);
    let bar = progress::progress(locale.text("duplicates-searching"), count, part)
        .cancel(locale.text("duplicates-stop"), Message::StopPressed);
    let hint = text::hint(locale.text("duplicates-searching-hint"));
    let card = column![Element::from(bar), hint]
        .spacing(spacing::M)
        .align_x(Center);
    let card = container(card)
        .padding(spacing::XL)
        .max_width(520)
        .style(surface::card);
    center(card).padding(spacing::XL).into()
}

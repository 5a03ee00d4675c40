//! How the search looks: the field, the list under it, and a line on what the keys do.

use std::ops::Range;

use iced::widget::{Column, column, container, row, scrollable, space};
use iced::{Center, Fill, Padding};

use super::{Answer, Context, Item, LIMIT, Message, Search};
use crate::domain::client::Kind;
use crate::domain::listing::{Hit, Listing, Match};
use crate::domain::paper::PaperListing;
use crate::domain::phone;
use crate::i18n::Locale;
use crate::ui::screen::papers::{icon_of, state_tone};
use crate::ui::style::{MEDIUM, Tone, control, size, spacing, surface};
use crate::ui::widget::{
    Element, Icon, avatar, badge, ellipsis, empty, field, icon, line, note, section, text,
};

/// The field.
pub(super) const INPUT: &str = "search.input";
/// The list under it.
pub(super) const RESULTS: &str = "search.results";
/// The height of the list, in logical pixels.
pub(super) const LIST: f32 = 440.0;

/// Heights of what stands in the list, in logical pixels.
const CLIENT: f32 = 52.0;
const DEED: f32 = 38.0;
const CAPTION: f32 = 28.0;
/// The width of the dialog, in logical pixels.
const WIDTH: f32 = 680.0;

/// Where the line at `index` stands in the list, its caption included; in logical pixels.
pub(super) fn place(items: &[Item<'_>], index: usize) -> Range<f32> {
    let mut end = 0.0;
    let mut start = 0.0;
    for (at, item) in items.iter().enumerate().take(index + 1) {
        start = end;
        end += height(item);
        if has_caption(items, at) {
            end += CAPTION;
        }
    }
    start..end
}

fn height(item: &Item<'_>) -> f32 {
    match item {
        Item::Client(..) | Item::Paper(_) => CLIENT,
        Item::Deed(_) => DEED,
    }
}

/// Whether a line begins a part of its own; what was found needs no caption.
fn has_caption(items: &[Item<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| items.get(before));
    match (before, &items[at]) {
        (None, Item::Client(_, why)) => why.is_none(),
        (None | Some(Item::Client(..)), Item::Paper(_)) => true,
        (None | Some(Item::Client(..) | Item::Paper(_)), Item::Deed(_)) => true,
        _ => false,
    }
}

impl Search {
    /// The dialog; the app lays it over the page.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let input = field::search(
            locale.text("search-placeholder"),
            &self.query,
            Message::QueryChanged,
        )
        .id(INPUT);
        let face = column![
            container(input).padding(Padding::from(spacing::M)),
            section::divider(),
            container(self.list(context)).height(LIST),
            section::divider(),
            self.foot(locale),
        ];
        container(face)
            .max_width(WIDTH)
            .style(surface::floating)
            .into()
    }

    fn list<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let items = self.items(context);
        if items.is_empty() && self.is_answered() && self.has_papers_answered() {
            return empty::empty(
                Icon::Search,
                locale.text("search-nothing"),
                locale.text("search-nothing-hint"),
                None,
            );
        }
        let mut lines = Column::new();
        for (at, item) in items.iter().enumerate() {
            if has_caption(&items, at) {
                lines = lines.push(caption(item, locale));
            }
            lines = lines.push(item_line(item, at, at == self.cursor, locale));
        }
        let list = column![lines, self.cut(locale)].padding(Padding::from([0.0, spacing::S]));
        let list = scrolled(list);
        match self.reading(locale) {
            Some(reading) => column![reading, list].into(),
            None => list,
        }
    }

    /// What the text was taken for, where that is not what was typed.
    fn reading<'a>(&self, locale: &Locale) -> Option<Element<'a, Message>> {
        let reading = self.shown()?.found.reading.as_deref()?;
        let words = locale.with("search-reading", &[("text", reading.into())]);
        let line = note::note(words, Tone::Neutral, None);
        let padding = Padding::from(spacing::S).bottom(0.0);
        Some(container(line).padding(padding).into())
    }

    /// That there may be more than what is shown.
    fn cut<'a>(&self, locale: &Locale) -> Option<Element<'a, Message>> {
        let is_cut = self.shown()?.found.is_cut;
        let words = locale.with("search-cut", &[("count", LIMIT.into())]);
        is_cut.then(|| {
            container(text::hint(words))
                .center_x(Fill)
                .padding(spacing::M)
                .into()
        })
    }

    fn foot<'a>(&self, locale: &Locale) -> Element<'a, Message> {
        let word = |key: &str| text::hint(locale.text(key));
        let arrow = |glyph| icon::sized(glyph, size::HINT).style(surface::hint);
        let keys = row![
            row![arrow(Icon::ArrowUp), arrow(Icon::ArrowDown)],
            word("search-move"),
            space().width(spacing::S),
            badge::key("Enter"),
            word("search-open"),
            space().width(spacing::S),
            badge::key("Esc"),
            word("search-close"),
        ]
        .spacing(spacing::S - 2.0)
        .align_y(Center);
        let told = self.shown().map(|answer| {
            let time = milliseconds(answer);
            let count = answer.found.hits.len().into();
            text::hint(locale.with("search-found", &[("count", count), ("time", time.into())]))
        });
        row![keys, space::horizontal(), told]
            .align_y(Center)
            .padding(Padding::from([spacing::S, spacing::L]))
            .into()
    }

    /// The last answer, unless nothing is asked.
    fn shown(&self) -> Option<&Answer> {
        let is_asked = !self.query.trim().is_empty();
        self.answer.as_ref().filter(|_| is_asked)
    }
}

/// The time of a search, in whole milliseconds; less than one says so.
fn milliseconds(answer: &Answer) -> String {
    match answer.took.as_millis() {
        0 => "< 1".to_owned(),
        whole => whole.to_string(),
    }
}

fn scrolled<'a>(list: Column<'a, Message>) -> Element<'a, Message> {
    let list = container(list).padding(Padding::from([spacing::S, 0.0]));
    scrollable(list)
        .id(RESULTS)
        .direction(section::scroll_bar())
        .style(control::scroll)
        .on_scroll(|viewport| Message::Scrolled(viewport.absolute_offset().y))
        .width(Fill)
        .height(Fill)
        .into()
}

fn caption<'a>(item: &Item<'_>, locale: &Locale) -> Element<'a, Message> {
    let words = text::hint(match item {
        Item::Client(..) => locale.text("search-recent"),
        Item::Paper(_) => locale.text("search-papers"),
        Item::Deed(_) => locale.text("search-deeds"),
    });
    container(words)
        .center_y(CAPTION)
        .padding(Padding::from([0.0, spacing::M]))
        .into()
}

fn item_line<'a>(
    item: &Item<'a>,
    at: usize,
    is_chosen: bool,
    locale: &Locale,
) -> Element<'a, Message> {
    let face = match item {
        Item::Client(listing, hit) => client(listing, *hit, locale),
        Item::Paper(listing) => paper(listing, locale),
        Item::Deed(deed) => row![
            container(icon(deed.icon()).style(surface::secondary)).center_x(34.0),
            text::body(deed.label(locale)).width(Fill),
            deed.keys().map(badge::key),
        ]
        .spacing(spacing::M)
        .align_y(Center)
        .into(),
    };
    let face = container(face).center_y(height(item) - 2.0 * spacing::S);
    line::line(face, is_chosen, Message::Pressed(at))
}

fn client<'a>(listing: &'a Listing, hit: Option<&'a Hit>, locale: &Locale) -> Element<'a, Message> {
    let title = listing.client.title();
    let (picture, kind, tone) = match listing.client.kind {
        Kind::Organization => (
            avatar::organization(&title, 34.0),
            locale.text("search-organization"),
            Tone::Neutral,
        ),
        Kind::Person => (
            avatar::person(&title, 34.0),
            locale.text("search-person"),
            Tone::Extra,
        ),
    };
    let why = hit.and_then(|hit| reason(hit, locale)).map(|why| {
        ellipsis(why)
            .size(size::HINT)
            .style(surface::toned(Tone::Accent))
    });
    let rest = ellipsis(details(listing, why.is_some()))
        .size(size::HINT)
        .style(surface::secondary);
    let told = column![
        ellipsis(title).font(MEDIUM),
        row![why, rest].spacing(spacing::S)
    ]
    .spacing(2.0)
    .width(Fill);
    row![picture, told, badge::badge(kind, tone)]
        .spacing(spacing::M)
        .align_y(Center)
        .into()
}

fn paper<'a>(listing: &'a PaperListing, locale: &Locale) -> Element<'a, Message> {
    let paper = &listing.paper;
    let sum = (paper.total != 0).then(|| locale.money(paper.money()));
    let parts = [
        Some(listing.client_name.clone()),
        sum,
        Some(paper.subject.clone()),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    let rest = ellipsis(parts.join(" · "))
        .size(size::HINT)
        .style(surface::secondary);
    let told = column![ellipsis(locale.paper(paper)).font(MEDIUM), rest]
        .spacing(2.0)
        .width(Fill);
    let state = locale.paper_state(paper.kind, paper.state);
    row![
        avatar::tile(icon_of(paper.kind), Tone::Accent, 34.0),
        told,
        badge::badge(state, state_tone(paper.state))
    ]
    .spacing(spacing::M)
    .align_y(Center)
    .into()
}

/// Which number or address was found; nothing where it was the name.
fn reason(hit: &Hit, locale: &Locale) -> Option<String> {
    let key = match hit.why {
        Match::Name | Match::Word => return None,
        Match::Inn => "search-why-inn",
        Match::Ogrn => "search-why-ogrn",
        Match::Phone => "search-why-phone",
        Match::Email => "search-why-email",
        Match::Web => "search-why-web",
    };
    let value = match hit.why {
        Match::Phone => pretty(&hit.matched),
        _ => hit.matched.clone(),
    };
    (!value.is_empty()).then(|| locale.with(key, &[("value", value.into())]))
}

/// The digits a phone is searched by, as a person writes them.
fn pretty(digits: &str) -> String {
    match digits.len() {
        10 => phone::display(&format!("+7{digits}")),
        _ => phone::display(digits),
    }
}

/// What tells one client from another of that name.
fn details(listing: &Listing, is_explained: bool) -> String {
    let client = &listing.client;
    let contact = [&listing.phone, &listing.email]
        .into_iter()
        .find(|contact| !contact.is_empty() && !is_explained);
    let parts = [
        Some(&client.position),
        Some(&listing.employer),
        Some(&listing.city),
        contact,
    ];
    let parts: Vec<&str> = parts
        .into_iter()
        .flatten()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" · ")
}

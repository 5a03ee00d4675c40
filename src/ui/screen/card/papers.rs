//! The papers of a client, and buttons that make new ones.

use chrono::{Local, NaiveDate};
use iced::widget::{column, row};
use iced::{Center, Fill};

use super::Message as Outer;
use super::Sheet;
use super::parts::{nothing, part};
use super::section::{Part, Place, Section, Side};
use super::tabs::Tab;
use crate::domain::paper::{Document, PaperFilter, PaperKind, PaperListing};
use crate::domain::{Card, Id, Money, Paper};
use crate::error::Result;
use crate::ui::screen::papers::{icon_of, state_tone};
use crate::ui::screen::sales::payments::Begin;
use crate::ui::screen::{Action, Context, Wish};
use crate::ui::style::{MEDIUM, Tone, size, spacing, surface};
use crate::ui::widget::keyed::pressable;
use crate::ui::widget::{Element, badge, button, ellipsis, icon, line};
use crate::workspace::Reader;

/// How many papers are shown, the newest first; the register has all.
const MOST: usize = 100;

/// The papers of a client.
#[derive(Debug, Default)]
pub struct Papers;

/// What happened among the papers.
#[derive(Debug, Clone)]
pub enum Message {
    /// A paper is to be shown.
    Open(Id<Paper>),
    /// A paper of that kind is to be made.
    New(PaperKind),
    /// A payment is to be entered.
    Pay,
}

fn say(message: Message) -> Outer {
    Outer::Part(Part::Papers(message))
}

impl Section for Papers {
    const PLACE: Place = Place {
        tab: Tab::Papers,
        side: Side::Left,
    };
    type Facts = Vec<PaperListing>;
    type Message = Message;

    fn read(reader: Reader<'_>, card: &Card) -> Result<Self::Facts> {
        reader.register(&PaperFilter::on(card.client.id), (0, MOST))
    }

    fn count(facts: &Self::Facts) -> Option<usize> {
        Some(facts.len())
    }

    fn update(&mut self, message: Message, sheet: &Sheet, _context: &Context) -> Action<Outer> {
        let client = sheet.card.client.id;
        Action::wish(match message {
            Message::Open(id) => Wish::EditPaper(id),
            Message::New(kind) => {
                let paper = Paper::new(kind, client, Local::now().date_naive());
                Wish::NewPaper(Box::new(Document::new(paper)))
            }
            Message::Pay => Wish::NewPayment(Begin {
                client: Some(client),
                invoice: None,
            }),
        })
    }

    fn view<'a>(&'a self, sheet: &'a Sheet, context: &'a Context) -> Option<Element<'a, Outer>> {
        let locale = &context.locale;
        let papers = &sheet.facts.papers;
        let new = |key: &str, kind, message| {
            button::ghost(locale.text(key))
                .icon(kind)
                .compact()
                .on_press_maybe((!context.is_read_only).then(|| say(message)))
                .reachable()
        };
        let contract = PaperKind::Contract;
        let invoice = PaperKind::Invoice;
        let adds = row![
            new(
                "papers-new-contract",
                icon_of(contract),
                Message::New(contract)
            ),
            new(
                "papers-new-invoice",
                icon_of(invoice),
                Message::New(invoice)
            ),
        ];
        let today = Local::now().date_naive();
        let mut lines: Vec<Element<'a, Outer>> = papers
            .iter()
            .map(|one| paper(one, today, context))
            .collect();
        if lines.is_empty() {
            lines.push(nothing(locale.text("papers-none")));
        }
        Some(part(
            locale.text("papers-title"),
            Some(adds.spacing(spacing::XS).into()),
            lines,
        ))
    }
}

/// A press on the button that enters a payment.
pub(super) fn pay() -> Outer {
    say(Message::Pay)
}

/// A press on a paper.
pub(super) fn open(id: Id<Paper>) -> Outer {
    say(Message::Open(id))
}

fn paper<'a>(one: &'a PaperListing, today: NaiveDate, context: &'a Context) -> Element<'a, Outer> {
    let locale = &context.locale;
    let paper = &one.paper;
    let glyph = icon::sized(icon_of(paper.kind), size::TITLE).style(surface::secondary);
    let subject = (!paper.subject.is_empty()).then(|| {
        ellipsis(paper.subject.as_str())
            .size(size::SMALL)
            .style(surface::secondary)
    });
    let told = column![ellipsis(locale.paper(paper)).font(MEDIUM), subject].width(Fill);
    let state = badge::badge(
        locale.paper_state(paper.kind, paper.state),
        state_tone(paper.state),
    );
    let money = |minor| locale.money(Money::new(minor, paper.currency));
    let total = (paper.total != 0).then(|| ellipsis(money(paper.total)));
    let debt = (one.debt() > 0).then(|| {
        let told = [("debt", money(one.debt()).into())];
        let tone = match paper.is_overdue(one.paid, today) {
            true => Tone::Busy,
            false => Tone::Warning,
        };
        ellipsis(locale.with("payment-debt", &told))
            .size(size::SMALL)
            .style(surface::toned(tone))
    });
    let sums = column![total, debt].align_x(iced::Right);
    let face = row![glyph, told, state, sums]
        .spacing(spacing::M)
        .align_y(Center);
    let open = say(Message::Open(paper.id));
    pressable(line::line(face, false, open.clone()), Some(open))
}

//! The columns of the list, and what stands in them.

use chrono::NaiveDate;
use iced::Center;
use iced::widget::row;

use super::menus::icon_of;
use super::{Message, Scope};
use crate::domain::Money;
use crate::domain::paper::{PaperKind, PaperListing, PaperSort, PaperState};
use crate::exchange::{ColumnType, Heading, Listed, Said};
use crate::i18n::Locale;
use crate::ui::screen::Context;
use crate::ui::style::{MEDIUM, Tone, spacing, surface};
use crate::ui::widget::table::Column;
use crate::ui::widget::{Element, Icon, badge, ellipsis, icon};

/// What a column shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    Kind,
    Number,
    Date,
    Client,
    Signatory,
    Subject,
    Total,
    State,
    Payment,
    Paid,
    Debt,
    Due,
    Manager,
    Files,
}

impl Scope {
    /// The columns of such a list, in their order.
    pub fn shown(self) -> &'static [Shown] {
        match self {
            Self::All => &[
                Shown::Number,
                Shown::Kind,
                Shown::Date,
                Shown::Client,
                Shown::Signatory,
                Shown::Subject,
                Shown::Total,
                Shown::State,
                Shown::Payment,
                Shown::Files,
            ],
            Self::Invoices => &[
                Shown::Number,
                Shown::Date,
                Shown::Client,
                Shown::Total,
                Shown::Paid,
                Shown::Debt,
                Shown::Due,
                Shown::State,
                Shown::Manager,
            ],
        }
    }
}

impl Shown {
    /// The column in the table.
    pub fn column(self, locale: &Locale) -> Column {
        let sorted = |sort: PaperSort, key: &str, width: f32| {
            Column::new(sort.name(), locale.text(key), width).sortable()
        };
        let plain =
            |name: &'static str, key: &str, width: f32| Column::new(name, locale.text(key), width);
        match self {
            Self::Kind => sorted(PaperSort::Kind, "register-kind", 152.0).whole(),
            Self::Number => sorted(PaperSort::Number, "register-number", 100.0).narrowest(80.0),
            Self::Date => sorted(PaperSort::Date, "register-date", 104.0).whole(),
            Self::Client => sorted(PaperSort::Client, "register-client", 210.0)
                .narrowest(120.0)
                .grows(),
            Self::Signatory => plain("signatory", "register-signatory", 130.0).narrowest(70.0),
            Self::Subject => sorted(PaperSort::Subject, "register-subject", 150.0).narrowest(80.0),
            Self::Total => sorted(PaperSort::Total, "register-total", 130.0)
                .right()
                .whole(),
            Self::State => sorted(PaperSort::State, "register-state", 120.0).whole(),
            Self::Payment => sorted(PaperSort::Debt, "register-payment", 150.0).whole(),
            Self::Paid => plain("paid", "register-paid", 130.0).right().whole(),
            Self::Debt => sorted(PaperSort::Debt, "register-debt", 130.0)
                .right()
                .whole(),
            Self::Due => sorted(PaperSort::Due, "register-due", 180.0).whole(),
            Self::Manager => plain("manager", "register-manager", 130.0).narrowest(90.0),
            Self::Files => plain("files", "register-files", 70.0),
        }
    }

    /// What it says of a paper.
    pub fn cell<'a>(
        self,
        line: &'a PaperListing,
        today: NaiveDate,
        context: &'a Context,
    ) -> Element<'a, Message> {
        let locale = &context.locale;
        let paper = &line.paper;
        let money = |minor: i64| locale.money(Money::new(minor, paper.currency));
        match self {
            Self::Kind => {
                let glyph = icon(icon_of(paper.kind)).style(surface::secondary);
                let name = ellipsis(locale.paper_word(paper.kind)).style(surface::secondary);
                row![glyph, name].spacing(spacing::S).align_y(Center).into()
            }
            Self::Number => ellipsis(paper.number.as_str()).font(MEDIUM).into(),
            Self::Date => quiet(locale.date(paper.dated_on)),
            Self::Client => ellipsis(line.client_name.as_str()).into(),
            Self::Signatory => quiet(paper.signatory.clone()),
            Self::Subject => quiet(paper.subject.clone()),
            Self::Total if paper.total == 0 => nothing(),
            Self::Total => ellipsis(money(paper.total)).into(),
            Self::State => {
                let words = locale.paper_state(paper.kind, paper.state);
                badge::badge(words, state_tone(paper.state))
            }
            Self::Payment => payment(line, today, context),
            Self::Paid if line.paid == 0 => nothing(),
            Self::Paid => quiet(money(line.paid)),
            Self::Debt => match line.debt() {
                0 => nothing(),
                debt if paper.is_overdue(line.paid, today) => {
                    let debt = ellipsis(money(debt)).font(MEDIUM);
                    debt.style(surface::toned(Tone::Busy)).into()
                }
                debt => ellipsis(money(debt)).font(MEDIUM).into(),
            },
            Self::Due => due(line, today, locale),
            Self::Manager => quiet(context.employee(paper.manager)),
            Self::Files if line.versions == 0 => quiet(String::new()),
            Self::Files => {
                let clip = icon(Icon::Paperclip).style(surface::hint);
                let count = ellipsis(locale.number(line.versions)).style(surface::secondary);
                row![clip, count]
                    .spacing(spacing::XS)
                    .align_y(Center)
                    .into()
            }
        }
    }
}

/// Of an invoice: whether it is paid, or what is missing.
fn payment<'a>(line: &PaperListing, today: NaiveDate, context: &Context) -> Element<'a, Message> {
    let locale = &context.locale;
    let paper = &line.paper;
    if paper.kind != PaperKind::Invoice || !paper.state.holds() {
        return quiet(String::new());
    }
    let debt = line.debt();
    if debt == 0 {
        return badge::badge(locale.text("register-is-paid"), Tone::Free);
    }
    let debt = locale.money(Money::new(debt, paper.currency));
    match (paper.is_overdue(line.paid, today), line.paid) {
        (true, _) => badge::with_icon(Icon::Clock, debt, Tone::Busy),
        (false, 0) => badge::badge(debt, Tone::Neutral),
        (false, _) => badge::badge(debt, Tone::Warning),
    }
}

/// Until when an invoice is to be paid, and by how much it is late.
fn due<'a>(line: &PaperListing, today: NaiveDate, locale: &Locale) -> Element<'a, Message> {
    let paper = &line.paper;
    let Some(due) = paper.due_on else {
        return quiet(String::new());
    };
    let day = locale.date(due);
    match () {
        () if line.debt() == 0 => ellipsis(day).style(surface::hint).into(),
        () if due < today => {
            let days = (today - due).num_days();
            let told = [("day", day.into()), ("days", days.into())];
            let words = locale.with("register-late", &told);
            badge::with_icon(Icon::Clock, words, Tone::Busy)
        }
        () if due == today => badge::with_icon(Icon::Clock, day, Tone::Warning),
        () => quiet(day),
    }
}

/// The tone a state is shown in.
pub fn state_tone(state: PaperState) -> Tone {
    match state {
        PaperState::Draft => Tone::Neutral,
        PaperState::Issued => Tone::Accent,
        PaperState::Accepted => Tone::Free,
        PaperState::Closed => Tone::Extra,
        PaperState::Declined | PaperState::Cancelled => Tone::Busy,
    }
}

fn quiet<'a>(words: String) -> Element<'a, Message> {
    ellipsis(words).style(surface::secondary).into()
}

fn nothing<'a>() -> Element<'a, Message> {
    ellipsis("—").style(surface::hint).into()
}

/// Papers as a list of them shows them: amounts are numbers, beside them the currency.
pub fn listed(scope: Scope, lines: &[PaperListing], context: &Context) -> Listed {
    let locale = &context.locale;
    let shown = scope.shown().iter();
    let columns: Vec<_> = shown.flat_map(|shown| shown.written()).copied().collect();
    let headings = columns.iter().map(|written| written.heading(locale));
    let rows = lines.iter().map(|line| {
        let cells = columns.iter().map(|written| written.said(line, context));
        cells.collect()
    });
    Listed {
        headings: headings.collect(),
        rows: rows.collect(),
    }
}

/// A column of a table of papers.
#[derive(Debug, Clone, Copy)]
enum Written {
    Shown(Shown),
    Currency,
}

impl Shown {
    /// The columns of a table that say the same.
    fn written(self) -> &'static [Written] {
        match self {
            Self::Kind => &[Written::Shown(Self::Kind)],
            Self::Number => &[Written::Shown(Self::Number)],
            Self::Date => &[Written::Shown(Self::Date)],
            Self::Client => &[Written::Shown(Self::Client)],
            Self::Signatory => &[Written::Shown(Self::Signatory)],
            Self::Subject => &[Written::Shown(Self::Subject)],
            Self::Total => &[Written::Shown(Self::Total), Written::Currency],
            Self::State => &[Written::Shown(Self::State)],
            Self::Payment => &[Written::Shown(Self::Paid), Written::Shown(Self::Debt)],
            Self::Paid => &[Written::Shown(Self::Paid)],
            Self::Debt => &[Written::Shown(Self::Debt)],
            Self::Due => &[Written::Shown(Self::Due)],
            Self::Manager => &[Written::Shown(Self::Manager)],
            Self::Files => &[Written::Shown(Self::Files)],
        }
    }
}

impl Written {
    fn heading(self, locale: &Locale) -> Heading {
        let Self::Shown(shown) = self else {
            return Heading::new(locale.text("paper-currency"), ColumnType::Text);
        };
        let kind = match shown {
            Shown::Date | Shown::Due => ColumnType::Date,
            Shown::Total | Shown::Paid | Shown::Debt => ColumnType::Money,
            Shown::Files => ColumnType::Integer,
            _ => ColumnType::Text,
        };
        Heading::new(shown.column(locale).title(), kind)
    }

    fn said(self, line: &PaperListing, context: &Context) -> Said {
        let (paper, locale) = (&line.paper, &context.locale);
        let Self::Shown(shown) = self else {
            return Said::from(paper.currency.code().to_owned());
        };
        let money = |minor| Said::Sum(Money::new(minor, paper.currency));
        let is_payable = paper.kind == PaperKind::Invoice;
        match shown {
            Shown::Kind => Said::from(locale.paper_kind(paper.kind)),
            Shown::Number => Said::from(paper.number.clone()),
            Shown::Date => Said::Day(paper.dated_on),
            Shown::Client => Said::from(line.client_name.clone()),
            Shown::Signatory => Said::from(paper.signatory.clone()),
            Shown::Subject => Said::from(paper.subject.clone()),
            Shown::Total => money(paper.total),
            Shown::State => Said::from(locale.paper_state(paper.kind, paper.state)),
            Shown::Paid | Shown::Payment if is_payable => money(line.paid),
            Shown::Debt if is_payable => money(line.debt()),
            Shown::Paid | Shown::Payment | Shown::Debt => Said::Nothing,
            Shown::Due => Said::from(paper.due_on),
            Shown::Manager => Said::from(context.employee(paper.manager)),
            Shown::Files => Said::Whole(line.versions),
        }
    }
}

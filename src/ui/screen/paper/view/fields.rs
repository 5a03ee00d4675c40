//! The fields that every paper begins with: its number, whom it is for, who signs.

use iced::widget::{column, row};
use iced::{Fill, FillPortion, Top};

use super::says_who_signs;
use crate::domain::Doubt;
use crate::domain::client::TextField;
use crate::domain::paper::PaperKind;
use crate::domain::requisites;
use crate::ui::screen::paper::{CLIENT, CONTACT, Line, Message, Problem, Sheet};
use crate::ui::screen::pick::Shown;
use crate::ui::screen::{Context, month};
use crate::ui::style::{Tone, spacing};
use crate::ui::widget::field::{Field, field, labelled};
use crate::ui::widget::{Element, Icon, button, choice, note, text};

/// How many letters of a phrase a field shows.
const LONG: usize = 46;

/// The fields of a sheet.
#[derive(Clone, Copy)]
pub struct Fields<'a, 'b> {
    /// What they hold.
    pub sheet: &'a Sheet,
    /// What has to be put right.
    pub problems: &'b [Problem],
    /// The language, and who may be chosen.
    pub context: &'a Context,
}

/// Fields side by side, each with its part of the width.
pub fn beside<'a, const N: usize>(
    fields: [(Element<'a, Message>, u16); N],
) -> Element<'a, Message> {
    let fields = fields.into_iter().map(|(field, part)| {
        iced::widget::container(field)
            .width(FillPortion(part))
            .into()
    });
    row(fields).spacing(spacing::M).align_y(Top).into()
}

impl<'a> Fields<'a, '_> {
    /// The words of a problem, where there is that problem.
    pub fn error(self, problem: Problem, key: &str) -> Option<String> {
        let has = self.problems.contains(&problem);
        has.then(|| self.context.locale.text(key))
    }

    /// A line that is typed.
    pub fn line(self, line: Line, label: String) -> Field<'a, Message> {
        field(label, self.sheet.line(line))
            .id(line.id())
            .on_input(move |text| Message::Line(line, text))
            .on_submit(Message::Save)
    }

    /// A day that is typed, or chosen from a month.
    pub fn day(self, line: Line, label: String) -> Element<'a, Message> {
        let error = self.error(Problem::Unread(line), "biography-no-day");
        let field = self
            .line(line, label)
            .placeholder(self.context.locale.text("biography-day-placeholder"))
            .error(error);
        let marked = self.sheet.month.filter(|(at, _)| *at == line);
        let marked = marked.map(|(_, day)| day);
        let shown = (self.sheet.day(line), marked);
        month::view(field, shown, self.context, move |message| {
            Message::Month(line, message)
        })
    }

    /// Number and date, whom it is for, who signs, what it comes to.
    pub fn main(self) -> Element<'a, Message> {
        column![
            self.sheet.making.template(self.context, Message::Making),
            self.number(),
            self.kind_and_state(),
            self.client(),
            self.signatory(),
            self.basis(),
            self.sum(),
        ]
        .spacing(spacing::L)
        .width(Fill)
        .into()
    }

    fn number(self) -> Element<'a, Message> {
        let locale = &self.context.locale;
        let next = &self.sheet.facts.next_number;
        let is_automatic = self.sheet.line(Line::Number).trim().is_empty();
        let number = self
            .line(Line::Number, locale.text("paper-number"))
            .placeholder(next.clone());
        let number = match is_automatic && !next.is_empty() {
            true => number.trailing(text::hint(locale.text("paper-number-automatic"))),
            false => number,
        };
        let date = self.day(Line::Date, locale.text("paper-date"));
        beside([(number.into(), 1), (date, 1)])
    }

    fn kind_and_state(self) -> Element<'a, Message> {
        let locale = &self.context.locale;
        let paper = &self.sheet.mine.paper;
        let states = paper.kind.states().iter();
        let states = states.map(|state| (*state, locale.paper_state(paper.kind, *state)));
        let state = choice::one_of(states, paper.state, Message::State);
        let state = labelled(locale.text("paper-state"), state);
        let company = self.company();
        if paper.kind != PaperKind::Contract {
            return beside([(company, 1), (state, 1)]);
        }
        let kinds = self.sheet.facts.contract_kinds.iter();
        let kinds = kinds.map(|kind| (Some(kind.id), kind.name.clone()));
        let none = (None, locale.text("paper-contract-kind-none"));
        let kind = choice::one_of(
            std::iter::once(none).chain(kinds),
            paper.contract_kind,
            Message::ContractKind,
        );
        let kind = labelled(locale.text("paper-contract-kind"), kind);
        column![beside([(kind, 1), (state, 1)]), company]
            .spacing(spacing::L)
            .into()
    }

    fn company(self) -> Element<'a, Message> {
        let locale = &self.context.locale;
        let companies = self.sheet.facts.companies.iter();
        let companies = companies.map(|one| (Some(one.id), one.name.clone()));
        let company = choice::one_of(companies, self.sheet.mine.paper.company, Message::Company);
        labelled(locale.text("paper-company"), company)
    }

    fn client(self) -> Element<'a, Message> {
        let shown = Shown {
            id: CLIENT,
            label: self.context.locale.text("paper-client"),
            error: self.error(Problem::NoClient, "paper-client-required"),
        };
        let client = self
            .sheet
            .client
            .view(shown, Message::Save, Message::Client, self.context);
        column![client, self.requisites()]
            .spacing(spacing::XS)
            .into()
    }

    /// What is doubtful about the requisites of the client: it is said, and nothing is refused; or
    /// that nothing is, and when somebody has looked at the card last.
    fn requisites(self) -> Option<Element<'a, Message>> {
        let locale = &self.context.locale;
        let around = self.sheet.around.as_ref();
        let card = &around
            .filter(|_| self.sheet.client.chosen().is_some())?
            .client;
        let (client, account) = (&card.client, card.account());
        let texts = [
            (TextField::Inn, &client.inn),
            (TextField::Kpp, &client.kpp),
            (TextField::Ogrn, &client.ogrn),
        ];
        let texts = texts
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .filter_map(|(field, text)| requisites::check_text(field, text));
        let is_said = |text: &str| !text.trim().is_empty();
        let bik = account.filter(|account| is_said(&account.bik));
        let number = bik.filter(|account| is_said(&account.number));
        let accounts = [
            bik.and_then(|account| requisites::check_bik(&account.bik)),
            number.and_then(|account| requisites::check_number(&account.number, &account.bik)),
        ];
        let doubts: Vec<Doubt> = texts.chain(accounts.into_iter().flatten()).collect();
        if doubts.is_empty() {
            let is_known = !client.inn.is_empty() && account.is_some();
            let words = match client.checked_on {
                Some(day) => {
                    locale.with("paper-requisites-seen", &[("day", locale.date(day).into())])
                }
                None => locale.text("paper-requisites-right"),
            };
            return is_known.then(|| note::under(words, Tone::Free));
        }
        let said = doubts.iter();
        let said = said.map(|doubt| note::under(locale.doubt(doubt), Tone::Warning));
        Some(column(said).spacing(spacing::XS).into())
    }

    fn signatory(self) -> Element<'a, Message> {
        let locale = &self.context.locale;
        let kind = self.sheet.kind();
        let label = match kind {
            kind if says_who_signs(kind) => "paper-signatory",
            PaperKind::Letter => "paper-recipient",
            _ => "paper-contact",
        };
        let shown = Shown {
            id: CONTACT,
            label: locale.text(label),
            error: None,
        };
        let contact = self
            .sheet
            .contact
            .view(shown, Message::Save, Message::Contact, self.context);
        let position = self.line(Line::Position, locale.text("paper-position"));
        beside([(contact, 1), (position.into(), 1)])
    }

    /// On what ground the client's signatory signs, and how all of it reads in the paper.
    fn basis(self) -> Option<Element<'a, Message>> {
        if !says_who_signs(self.sheet.kind()) {
            return None;
        }
        let locale = &self.context.locale;
        let basis = self
            .line(Line::Basis, locale.text("paper-basis"))
            .placeholder(locale.text("paper-basis-placeholder"));
        let city = self.line(Line::City, locale.text("paper-city"));
        let both = beside([(basis.into(), 1), (city.into(), 1)]);
        Some(column![both, self.phrase()].spacing(spacing::L).into())
    }

    /// How the client is represented: as the program says it, until the user says it better.
    fn phrase(self) -> Element<'a, Message> {
        let locale = &self.context.locale;
        let own = self.sheet.line(Line::Phrase);
        let is_corrected = !own.trim().is_empty();
        let said = match is_corrected {
            true => own.to_owned(),
            false => self.sheet.field("client.in_person").to_owned(),
        };
        // What does not fit into the field can be read below it.
        let whole = match said.chars().count() > LONG {
            true => said.clone(),
            false => String::new(),
        };
        let phrase = field(locale.text("paper-phrase"), said)
            .hint(whole)
            .id(Line::Phrase.id())
            .on_input(|text| Message::Line(Line::Phrase, text))
            .on_submit(Message::Save);
        let trailing: Element<'a, Message> = match is_corrected {
            true => button::tool(Icon::Undo, locale.text("paper-phrase-reset"))
                .compact()
                .on_press(Message::Line(Line::Phrase, String::new()))
                .into(),
            false => text::tipped(
                crate::ui::widget::icon(Icon::Pencil),
                locale.text("paper-phrase-tip"),
            ),
        };
        phrase.trailing(trailing).into()
    }

    /// What it comes to; of lines it is their sum.
    fn sum(self) -> Option<Element<'a, Message>> {
        let kind = self.sheet.kind();
        if kind == PaperKind::Letter {
            return None;
        }
        let locale = &self.context.locale;
        let sign = self.sheet.mine.paper.currency.sign();
        let label = locale.with("paper-amount", &[("sign", sign.into())]);
        let lines = &self.sheet.mine.lines;
        let amount = match lines.is_empty() {
            true => self
                .line(Line::Amount, label)
                .error(self.error(Problem::Unread(Line::Amount), "paper-amount-unread"))
                .error(self.error(Problem::TooLarge, "paper-amount-too-large")),
            false => {
                let totals = self.sheet.mine.totals();
                let gross = totals.map(|totals| locale.amount(totals.whole.gross));
                field(label, gross.unwrap_or_default())
                    .error(self.error(Problem::TooLarge, "paper-amount-too-large"))
            }
        };
        let due = match kind {
            PaperKind::Invoice => "paper-pay-by",
            PaperKind::Offer | PaperKind::Contract => "paper-valid-until",
            _ => return Some(amount.into()),
        };
        let due = self.day(Line::Due, locale.text(due));
        Some(beside([(amount.into(), 1), (due, 1)]))
    }
}

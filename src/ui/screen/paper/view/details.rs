//! What is said of a paper beside: where, by whom, on which terms.

use iced::Fill;
use iced::widget::column;

use super::fields::{Fields, beside};
use super::says_who_signs;
use crate::domain::paper::PaperKind;
use crate::domain::sales::{Rounding, TaxMode};
use crate::domain::{Currency, Employee, Id};
use crate::ui::screen::paper::{Line, Message, NOTE, Problem, TERMS};
use crate::ui::style::spacing;
use crate::ui::widget::field::labelled;
use crate::ui::widget::{Element, area, choice};

impl<'a> Fields<'a, '_> {
    /// What is said of the paper beside its main fields.
    pub fn details(self) -> Element<'a, Message> {
        let locale = &self.context.locale;
        let subject = self.line(Line::Subject, locale.text("paper-subject"));
        let note = area::named(
            NOTE,
            &self.sheet.note,
            String::new(),
            Message::Note,
            Message::Save,
        );
        column![
            Element::from(subject),
            self.terms(),
            self.money(),
            self.renewal(),
            self.people(),
            self.own_side(),
            labelled(locale.text("paper-note"), note),
        ]
        .spacing(spacing::L)
        .width(Fill)
        .into()
    }

    fn terms(self) -> Option<Element<'a, Message>> {
        let terms = area::named(
            TERMS,
            &self.sheet.terms,
            String::new(),
            Message::Terms,
            Message::Save,
        );
        let is_letter = self.sheet.kind() == PaperKind::Letter;
        (!is_letter).then(|| labelled(self.context.locale.text("paper-terms"), terms))
    }

    fn money(self) -> Option<Element<'a, Message>> {
        if self.sheet.kind() == PaperKind::Letter {
            return None;
        }
        let locale = &self.context.locale;
        let paper = &self.sheet.mine.paper;
        let currencies = Currency::ALL.map(|one| (one, format!("{} ({})", one.code(), one.sign())));
        let currency = choice::one_of(currencies, paper.currency, Message::Currency);
        let modes = TaxMode::ALL.iter();
        let modes = modes.map(|mode| (*mode, locale.tax_mode(*mode)));
        let mode = choice::one_of(modes, paper.mode, Message::Mode);
        let both = beside([
            (labelled(locale.text("paper-currency"), currency), 1),
            (labelled(locale.text("paper-tax"), mode), 1),
        ]);
        // One sum is rounded in but one way.
        let roundings = Rounding::ALL.iter();
        let roundings = roundings.map(|one| (*one, locale.rounding(*one)));
        let rounding = (self.sheet.mine.lines.len() > 1).then(|| {
            let rounding = choice::one_of(roundings, paper.rounding, Message::Rounding);
            labelled(locale.text("paper-rounding"), rounding)
        });
        Some(column![both, rounding].spacing(spacing::L).into())
    }

    /// Where it is signed, unless that stands beside who signs; of a contract, when to remind of
    /// its end.
    fn renewal(self) -> Option<Element<'a, Message>> {
        let locale = &self.context.locale;
        let kind = self.sheet.kind();
        if kind == PaperKind::Contract {
            let renewal = self
                .line(Line::Renewal, locale.text("paper-renewal"))
                .placeholder(locale.text("paper-renewal-placeholder"))
                .error(self.error(Problem::Unread(Line::Renewal), "paper-renewal-unread"));
            return Some(renewal.into());
        }
        (!says_who_signs(kind)).then(|| self.line(Line::City, locale.text("paper-city")).into())
    }

    fn people(self) -> Element<'a, Message> {
        let locale = &self.context.locale;
        let paper = &self.sheet.mine.paper;
        let employees = |chosen: Option<Id<Employee>>, say: fn(Option<Id<Employee>>) -> Message| {
            let none = (None, locale.text("card-nobody"));
            let all = self.context.catalog.employees.iter();
            let all = all.map(|one| (Some(one.id), one.short_name()));
            choice::one_of(std::iter::once(none).chain(all), chosen, say)
        };
        let manager = employees(paper.manager, Message::Manager);
        let controller = employees(paper.controller, Message::Controller);
        let both = beside([
            (labelled(locale.text("paper-manager"), manager), 1),
            (labelled(locale.text("paper-controller"), controller), 1),
        ]);
        column![both, self.project()].spacing(spacing::L).into()
    }

    fn project(self) -> Option<Element<'a, Message>> {
        let locale = &self.context.locale;
        let projects = &self.sheet.near.projects;
        let chosen = self.sheet.mine.paper.project;
        if projects.is_empty() && chosen.is_none() {
            return None;
        }
        let none = (None, locale.text("paper-project-none"));
        let all = projects.iter().map(|one| (Some(one.id), one.title.clone()));
        let project = choice::one_of(std::iter::once(none).chain(all), chosen, Message::Project);
        Some(labelled(locale.text("paper-project"), project))
    }

    /// Who signs for us: as our company says, until something else is typed.
    fn own_side(self) -> Element<'a, Message> {
        let locale = &self.context.locale;
        let company = self.sheet.facts.company(self.sheet.mine.paper.company);
        let usual = |of: fn(&crate::domain::Company) -> &String| {
            company.map(of).cloned().unwrap_or_default()
        };
        let who = self
            .line(Line::OwnSignatory, locale.text("paper-own-signatory"))
            .placeholder(usual(|one| &one.signatory));
        let position = self
            .line(Line::OwnPosition, locale.text("paper-own-position"))
            .placeholder(usual(|one| &one.signatory_position));
        let basis = self
            .line(Line::OwnBasis, locale.text("paper-own-basis"))
            .placeholder(usual(|one| &one.signatory_basis));
        let both = beside([(who.into(), 1), (position.into(), 1)]);
        column![both, Element::from(basis)]
            .spacing(spacing::L)
            .into()
    }
}

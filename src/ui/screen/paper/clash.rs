//! The parts of a paper that two people have changed, in words.

use std::collections::HashMap;

use super::material::Facts;
use crate::domain::paper::merge::Field;
use crate::domain::paper::{Document, Obligation, PaperKind, PaperLine};
use crate::domain::{Client, Id, Money, Paper};
use crate::error::Result;
use crate::ui::screen::Context;
use crate::ui::screen::clash::Told;
use crate::workspace::Reader;

/// The names of clients, as far as they may be seen.
pub type Names = HashMap<Id<Client>, String>;

/// The names of those whom the papers are for.
pub fn names(reader: Reader<'_>, three: [&Document; 3]) -> Result<Names> {
    let named = three.map(|one| one.paper.client);
    let named = reader.listings(&named)?.into_iter();
    Ok(named
        .map(|one| (one.client.id, one.client.title()))
        .collect())
}

/// The fields in words; the papers are those of before, of the colleague and of the user.
pub fn told(
    fields: &[Field],
    three: [&Document; 3],
    names: &Names,
    (facts, context): (&Facts, &Context),
) -> Vec<Told<Field>> {
    let told = fields.iter().map(|field| {
        let [before, theirs, mine] = three.map(|one| value(*field, one, names, (facts, context)));
        Told {
            field: *field,
            label: label(*field, three[0].paper.kind, context),
            before,
            theirs,
            mine,
        }
    });
    told.collect()
}

fn label(field: Field, kind: PaperKind, context: &Context) -> String {
    let key = match field {
        Field::ContractKind => "paper-contract-kind",
        Field::Number => "paper-number",
        Field::Date => "paper-date",
        Field::Subject => "paper-subject",
        Field::Company => "paper-company",
        Field::Client => "paper-client",
        Field::Signatory => "paper-signatory",
        Field::Project => "paper-project",
        Field::State => "paper-state",
        Field::City => "paper-city",
        Field::OwnSignatory => "paper-own-signatory",
        Field::Money => "paper-currency",
        Field::Total => "paper-sum-whole",
        Field::Terms => "paper-terms",
        Field::Note => "paper-note",
        Field::Due if kind == PaperKind::Invoice => "paper-pay-by",
        Field::Due => "paper-valid-until",
        Field::Renewal => "paper-renewal",
        Field::Manager => "paper-manager",
        Field::Controller => "paper-controller",
        Field::Line(_) => "paper-lines",
        Field::Obligation(_) => "paper-promises",
    };
    context.locale.text(key)
}

fn value(
    field: Field,
    document: &Document,
    names: &Names,
    (facts, context): (&Facts, &Context),
) -> String {
    let (paper, locale) = (&document.paper, &context.locale);
    let kinds = || facts.contract_kinds.iter();
    let known = match field {
        Field::ContractKind => kinds()
            .find(|kind| Some(kind.id) == paper.contract_kind)
            .map(|kind| kind.name.clone()),
        Field::Number => Some(paper.number.clone()),
        Field::Date => Some(locale.date(paper.dated_on)),
        Field::Subject => Some(paper.subject.clone()),
        Field::Company => facts.company(paper.company).map(|one| one.name.clone()),
        Field::Client => names.get(&paper.client).cloned(),
        Field::Signatory => Some(signing(paper)),
        Field::Project => paper.project.map(|_| locale.text("paper-project")),
        Field::State => Some(locale.paper_state(paper.kind, paper.state)),
        Field::City => Some(paper.city.clone()),
        Field::OwnSignatory => Some(paper.own_signatory.clone()),
        Field::Money => {
            let code = paper.currency.code().to_owned();
            let list = facts.price_list(paper).map(|list| list.name.clone());
            let said = [Some(code), Some(locale.tax_mode(paper.mode)), list];
            Some(said.into_iter().flatten().collect::<Vec<_>>().join(", "))
        }
        Field::Total => Some(locale.money(paper.money())),
        Field::Terms => Some(paper.terms.clone()),
        Field::Note => Some(paper.note.clone()),
        Field::Due => paper.due_on.map(|day| locale.date(day)),
        Field::Renewal => paper.renewal_days.map(|days| days.to_string()),
        Field::Manager => Some(context.employee(paper.manager)),
        Field::Controller => Some(context.employee(paper.controller)),
        Field::Line(id) => {
            let mut lines = document.lines.iter();
            let line = lines.find(|line| line.id == id);
            line.map(|line| sold(line, paper, context))
        }
        Field::Obligation(id) => {
            let mut all = document.obligations.iter();
            all.find(|one| one.id == id)
                .map(|one| promised(one, context))
        }
    };
    known.unwrap_or_default()
}

fn signing(paper: &Paper) -> String {
    let parts = [
        &paper.signatory_position,
        &paper.signatory,
        &paper.signatory_basis,
        &paper.signatory_phrase,
    ];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.cloned().collect::<Vec<_>>().join(", ")
}

fn sold(line: &PaperLine, paper: &Paper, context: &Context) -> String {
    let locale = &context.locale;
    let quantity = locale.decimal(line.quantity.saturating_mul(1000));
    let price = locale.money(Money::new(line.price, paper.currency));
    let tax = locale.tax_rate(line.tax_rate);
    format!("{}, {quantity} {} × {price}, {tax}", line.name, line.unit)
}

fn promised(one: &Obligation, context: &Context) -> String {
    let due = one.due_on.map(|day| context.locale.date(day));
    let parts = [Some(one.text.clone()), due, Some(one.penalty.clone())];
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(", ")
}

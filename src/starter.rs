//! What a new file begins with: kinds of operation with their results, the funnel, a template.
//!
//! All of it is in the language of the office, which then edits it as it likes.

mod kinds;
mod supply;
#[cfg(test)]
mod tests;

use crate::domain::term::Dictionary;
use crate::domain::{Id, Operation, Process, Term};
use crate::error::Result;
use crate::i18n::Locale;
use crate::workspace::Workspace;

/// The steps of the funnel, in their order.
const DEAL_STAGES: [&str; 6] = [
    "starter-deal-decision-maker",
    "starter-deal-presentation",
    "starter-deal-offer",
    "starter-deal-contract",
    "starter-deal-payment",
    "starter-deal-work",
];

/// Why deals are lost, and what speaks against us.
const LOSS_REASONS: [&str; 7] = [
    "starter-loss-price",
    "starter-loss-competitor",
    "starter-loss-no-need",
    "starter-loss-no-money",
    "starter-loss-later",
    "starter-loss-distrust",
    "starter-loss-no-contact",
];

/// What an office begins with, in the language of `locale`; nothing of it is saved yet.
pub fn process(locale: &Locale) -> Process {
    let stages = terms(locale, Dictionary::DealStage, &DEAL_STAGES);
    let reasons = terms(locale, Dictionary::LossReason, &LOSS_REASONS);
    let (kinds, results) = kinds::all(locale);
    let template = supply::blueprint(locale, &kinds, &stages);
    Process {
        kinds,
        results,
        terms: stages.into_iter().chain(reasons).collect(),
        templates: vec![template],
    }
}

/// Writes it into a file that never had a kind of operation, as one operation that is nobody's: an
/// undo too many does not take it away. Does nothing with any other file, or one for reading alone.
pub fn equip(workspace: &mut Workspace, locale: &Locale) -> Result<()> {
    if workspace.is_read_only() || workspace.read().is_equipped()? {
        return Ok(());
    }
    let who = workspace.who();
    workspace.sign_in(Id::from(0));
    let written = workspace.transact(Operation::Equip, |tx| {
        // Another program may have been faster.
        match tx.read().is_equipped()? {
            true => Ok(()),
            false => tx.equip(&process(locale)),
        }
    });
    workspace.sign_in(who);
    written.map(drop)
}

fn terms(locale: &Locale, dictionary: Dictionary, names: &[&str]) -> Vec<Term> {
    let placed = (0..).zip(names);
    let made = placed.map(|(position, name)| Term {
        position,
        ..Term::new(dictionary, locale.text(name))
    });
    made.collect()
}

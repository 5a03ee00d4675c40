//! The kinds of operation, and what can come of each.

use crate::domain::Id;
use crate::domain::task::{Availability, Meaning, TaskKind, TaskResult};
use crate::i18n::Locale;

use Availability::{Busy, Free};
use Meaning::{Failure, Neutral, Success};

/// A kind of operation; the texts are names of messages.
struct Kind {
    name: &'static str,
    icon: &'static str,
    availability: Availability,
    minutes: i64,
    checklist: &'static str,
    results: &'static [Outcome],
}

/// A result, and what it proposes: which kind, so many working days later.
struct Outcome(&'static str, Meaning, Option<(&'static str, i64)>);

/// The call that looks for who decides.
pub const FIRST_CALL: &str = "starter-kind-first-call";
/// The call that makes an appointment.
pub const APPOINTMENT: &str = "starter-kind-appointment";
/// Any other call.
pub const CALL: &str = "starter-kind-call";
/// The first presentation.
pub const FIRST_PRESENTATION: &str = "starter-kind-first-presentation";
/// A meeting, at the client or in the office.
pub const MEETING: &str = "starter-kind-meeting";
/// A commercial offer.
pub const OFFER: &str = "starter-kind-offer";
/// An invoice.
pub const INVOICE: &str = "starter-kind-invoice";
/// The signing of a contract.
pub const CONTRACT: &str = "starter-kind-contract";
/// Whatever else there is to do.
pub const WORK: &str = "starter-kind-work";

const PRESENTATION: &str = "starter-kind-presentation";
const MATERIALS: &str = "starter-kind-materials";
const LETTER: &str = "starter-kind-letter";

const NOT_REACHED: &str = "starter-result-not-reached";
const CALL_BACK: &str = "starter-result-call-back";
const REFUSED: &str = "starter-result-refused";
const TALK: &str = "starter-checklist-talk";
const NONE: &str = "";

#[rustfmt::skip]
const KINDS: &[Kind] = &[
    Kind { name: FIRST_CALL, icon: "phone", availability: Free, minutes: 15,
        checklist: "starter-checklist-first-contact", results: &[
            Outcome("starter-result-decision-maker-found", Success, Some((APPOINTMENT, 1))),
            Outcome(NOT_REACHED, Neutral, Some((FIRST_CALL, 1))),
            Outcome(CALL_BACK, Neutral, Some((FIRST_CALL, 2))),
            Outcome("starter-result-not-put-through", Failure, Some((FIRST_CALL, 3))),
            Outcome(REFUSED, Failure, None),
        ] },
    Kind { name: APPOINTMENT, icon: "phone", availability: Free, minutes: 15,
        checklist: TALK, results: &[
            Outcome("starter-result-appointment-made", Success, Some((FIRST_PRESENTATION, 2))),
            Outcome("starter-result-wants-materials", Neutral, Some((MATERIALS, 0))),
            Outcome(CALL_BACK, Neutral, Some((APPOINTMENT, 3))),
            Outcome(NOT_REACHED, Neutral, Some((APPOINTMENT, 1))),
            Outcome(REFUSED, Failure, None),
        ] },
    Kind { name: CALL, icon: "phone", availability: Free, minutes: 15,
        checklist: TALK, results: &[
            Outcome("starter-result-agreed", Success, None),
            Outcome(CALL_BACK, Neutral, Some((CALL, 1))),
            Outcome(NOT_REACHED, Neutral, Some((CALL, 1))),
            Outcome(REFUSED, Failure, None),
        ] },
    Kind { name: FIRST_PRESENTATION, icon: "presentation", availability: Busy, minutes: 90,
        checklist: TALK, results: &[
            Outcome("starter-result-interested", Success, Some((OFFER, 1))),
            Outcome("starter-result-another-meeting", Neutral, Some((MEETING, 3))),
            Outcome("starter-result-thinks", Neutral, Some((CALL, 5))),
            Outcome("starter-result-not-interested", Failure, None),
        ] },
    Kind { name: PRESENTATION, icon: "presentation", availability: Busy, minutes: 60,
        checklist: TALK, results: &[
            Outcome("starter-result-interested", Success, Some((OFFER, 1))),
            Outcome("starter-result-thinks", Neutral, Some((CALL, 5))),
            Outcome("starter-result-not-interested", Failure, None),
        ] },
    Kind { name: MEETING, icon: "users", availability: Busy, minutes: 60,
        checklist: "starter-checklist-visit", results: &[
            Outcome("starter-result-agreed", Success, None),
            Outcome("starter-result-put-off", Neutral, Some((MEETING, 3))),
            Outcome("starter-result-thinks", Neutral, Some((CALL, 3))),
            Outcome(REFUSED, Failure, None),
        ] },
    Kind { name: MATERIALS, icon: "book-open", availability: Free, minutes: 15,
        checklist: NONE, results: &[
            Outcome("starter-result-sent", Success, Some((CALL, 3))),
            Outcome("starter-result-not-needed", Failure, None),
        ] },
    Kind { name: OFFER, icon: "offer", availability: Free, minutes: 60,
        checklist: NONE, results: &[
            Outcome("starter-result-offer-accepted", Success, Some((CONTRACT, 2))),
            Outcome("starter-result-offer-changes", Neutral, Some((OFFER, 1))),
            Outcome("starter-result-thinks", Neutral, Some((CALL, 3))),
            Outcome("starter-result-offer-declined", Failure, None),
        ] },
    Kind { name: INVOICE, icon: "receipt", availability: Free, minutes: 15,
        checklist: NONE, results: &[
            Outcome("starter-result-paid", Success, None),
            Outcome("starter-result-invoice-sent", Neutral, Some((CALL, 3))),
            Outcome("starter-result-invoice-dropped", Failure, None),
        ] },
    Kind { name: CONTRACT, icon: "signature", availability: Busy, minutes: 60,
        checklist: NONE, results: &[
            Outcome("starter-result-signed", Success, Some((INVOICE, 1))),
            Outcome("starter-result-under-review", Neutral, Some((CALL, 3))),
            Outcome("starter-result-disagreements", Neutral, Some((MEETING, 3))),
            Outcome(REFUSED, Failure, None),
        ] },
    Kind { name: LETTER, icon: "mail", availability: Free, minutes: 15,
        checklist: NONE, results: &[
            Outcome("starter-result-answered", Success, None),
            Outcome("starter-result-sent", Neutral, Some((CALL, 3))),
            Outcome("starter-result-no-answer", Failure, Some((CALL, 1))),
        ] },
    Kind { name: WORK, icon: "clipboard", availability: Free, minutes: 60,
        checklist: NONE, results: &[
            Outcome("starter-result-done", Success, None),
            Outcome("starter-result-partly-done", Neutral, Some((WORK, 1))),
            Outcome("starter-result-not-done", Failure, None),
        ] },
];

/// Where in the list the kind stands whose name is that message.
pub fn place(name: &str) -> Option<usize> {
    KINDS.iter().position(|kind| kind.name == name)
}

/// All kinds, each with its results.
pub fn all(locale: &Locale) -> (Vec<TaskKind>, Vec<TaskResult>) {
    let placed = (0..).zip(KINDS);
    let kinds: Vec<_> = placed
        .map(|(position, kind)| TaskKind {
            availability: kind.availability,
            minutes: kind.minutes,
            checklist: words(locale, kind.checklist),
            position,
            ..TaskKind::new(locale.text(kind.name), kind.icon)
        })
        .collect();
    let mut results = Vec::new();
    for (kind, said) in kinds.iter().zip(KINDS) {
        for (position, outcome) in (0..).zip(said.results) {
            results.push(outcome.result(locale, &kinds, (kind.id, position)));
        }
    }
    (kinds, results)
}

impl Outcome {
    fn result(
        &self,
        locale: &Locale,
        kinds: &[TaskKind],
        (kind, position): (Id<TaskKind>, i64),
    ) -> TaskResult {
        let Self(name, meaning, next) = self;
        let next_kind = next.and_then(|(name, _)| kinds.get(place(name)?));
        TaskResult {
            next_kind: next_kind.map(|kind| kind.id),
            next_days: next.map_or(1, |(_, days)| days),
            position,
            ..TaskResult::new(kind, locale.text(name), *meaning)
        }
    }
}

/// The text of a message; empty for no message.
pub fn words(locale: &Locale, key: &str) -> String {
    match key {
        NONE => String::new(),
        key => locale.text(key),
    }
}

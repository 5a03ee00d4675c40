//! The template of the deck: the supply of a program, from the first call to the training.

use super::kinds::{
    self, APPOINTMENT, CALL, CONTRACT, FIRST_CALL, FIRST_PRESENTATION, INVOICE, MEETING, OFFER,
    WORK,
};
use crate::domain::task::{Rank, TaskKind};
use crate::domain::template::{ProjectTemplate, TemplateStep};
use crate::domain::{Blueprint, Id, Term};
use crate::i18n::Locale;

/// A stage: its name, the step of the funnel that it is, what stands in it.
struct Stage {
    name: &'static str,
    step: Option<usize>,
    stages: &'static [Stage],
    operations: &'static [Step],
}

/// An operation: its kind, what it is called beyond that, when it begins and how long it may take
/// in working days, at which hour, whether it is required.
struct Step(&'static str, &'static str, (i64, i64), Option<i64>, bool);

#[rustfmt::skip]
const STAGES: &[Stage] = &[
    Stage { name: "starter-supply-sale", step: None, operations: &[], stages: &[
        Stage { name: "starter-supply-decision-maker", step: Some(0), stages: &[], operations: &[
            Step(FIRST_CALL, "", (0, 0), Some(10), true),
            Step(APPOINTMENT, "", (1, 0), Some(10), true),
        ] },
        Stage { name: "starter-supply-presentation", step: Some(1), stages: &[], operations: &[
            Step(FIRST_PRESENTATION, "", (3, 0), Some(11), true),
            Step(MEETING, "starter-supply-needs", (5, 0), Some(11), false),
        ] },
        Stage { name: "starter-supply-offer", step: Some(2), stages: &[], operations: &[
            Step(OFFER, "", (6, 1), None, true),
            Step(CALL, "starter-supply-discuss-offer", (9, 0), Some(10), false),
        ] },
        Stage { name: "starter-supply-contract", step: Some(3), stages: &[], operations: &[
            Step(CONTRACT, "", (11, 3), None, true),
        ] },
        Stage { name: "starter-supply-payment", step: Some(4), stages: &[], operations: &[
            Step(INVOICE, "", (15, 0), None, true),
            Step(CALL, "starter-supply-ask-payment", (20, 0), Some(10), false),
        ] },
    ] },
    Stage { name: "starter-supply-survey", step: Some(5), stages: &[], operations: &[
        Step(MEETING, "starter-supply-survey-talk", (21, 0), Some(11), true),
        Step(WORK, "starter-supply-survey-report", (22, 3), None, true),
    ] },
    Stage { name: "starter-supply-development", step: Some(5), stages: &[], operations: &[
        Step(WORK, "starter-supply-set-up", (26, 9), None, true),
        Step(MEETING, "starter-supply-show", (36, 0), Some(11), false),
    ] },
    Stage { name: "starter-supply-training", step: Some(5), stages: &[], operations: &[
        Step(MEETING, "starter-supply-lessons", (38, 1), Some(10), true),
        Step(CALL, "starter-supply-ask-impressions", (43, 0), Some(10), false),
    ] },
];

/// The template, with its steps.
pub fn blueprint(locale: &Locale, kinds: &[TaskKind], funnel: &[Term]) -> Blueprint {
    let template = ProjectTemplate::new(locale.text("starter-supply"), 4);
    let mut steps = Vec::new();
    let mut drawing = Drawing {
        locale,
        kinds,
        funnel,
        template: template.id,
        steps: &mut steps,
    };
    drawing.stages(STAGES, None);
    Blueprint { template, steps }
}

struct Drawing<'a> {
    locale: &'a Locale,
    kinds: &'a [TaskKind],
    funnel: &'a [Term],
    template: Id<ProjectTemplate>,
    steps: &'a mut Vec<TemplateStep>,
}

impl Drawing<'_> {
    fn stages(&mut self, stages: &[Stage], parent: Option<Id<TemplateStep>>) {
        for (position, stage) in (0..).zip(stages) {
            let name = self.locale.text(stage.name);
            let step = stage.step.and_then(|at| self.funnel.get(at));
            let drawn = TemplateStep {
                parent,
                stage: step.map(|term| term.id),
                position,
                ..TemplateStep::new(self.template, Rank::Stage, name)
            };
            let id = drawn.id;
            self.steps.push(drawn);
            self.stages(stage.stages, Some(id));
            for (position, step) in (0..).zip(stage.operations) {
                self.operation(step, (id, position));
            }
        }
    }

    fn operation(&mut self, step: &Step, (parent, position): (Id<TemplateStep>, i64)) {
        let Step(kind, title, (offset_days, days), hour, is_required) = *step;
        let kind = kinds::place(kind).and_then(|at| self.kinds.get(at));
        self.steps.push(TemplateStep {
            parent: Some(parent),
            kind: kind.map(|kind| kind.id),
            offset_days,
            days,
            minute: hour.map(|hour| hour * 60),
            is_required,
            checklist: kind.map_or(String::new(), |kind| kind.checklist.clone()),
            position,
            ..TemplateStep::new(
                self.template,
                Rank::Operation,
                kinds::words(self.locale, title),
            )
        });
    }
}

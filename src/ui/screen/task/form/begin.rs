//! What the form begins with, and what comes in while it is open.

use iced::Task as Command;

use super::{Form, KIND, Line, Material, Message, PAGE, Sheet, Source};
use crate::domain::task::Rank;
use crate::error::Result;
use crate::ui::screen::{Action, Context, Wish};
use crate::ui::widget::focus;

impl Form {
    pub(super) fn read(
        &self,
        context: &Context,
        say: fn(Result<Box<Material>>) -> Message,
    ) -> Command<Message> {
        let worker = &context.worker;
        let read = match &self.source {
            Source::Known(id) => {
                let id = *id;
                let read = worker.read(move |reader| Material::of_task(reader, id).map(Box::new));
                return Command::perform(read, say);
            }
            Source::Proposed(assignment) => {
                let assignment = (**assignment).clone();
                let read = worker
                    .read(move |reader| Material::of_proposal(reader, assignment).map(Box::new));
                return Command::perform(read, say);
            }
            Source::New(draft) => {
                let draft = draft.clone();
                worker.read(move |reader| Material::of_draft(reader, &draft).map(Box::new))
            }
        };
        Command::perform(read, say)
    }

    pub(super) fn begin(
        &mut self,
        material: Result<Box<Material>>,
        context: &Context,
    ) -> Action<Message> {
        let material = match material {
            Ok(material) => *material,
            Err(error) => return Action::wish(Wish::Back).and(Wish::Fail(error)),
        };
        let (sheet, first) = match (&self.source, material.assignment.clone()) {
            (source, Some(assignment)) => {
                let is_proposed = matches!(source, Source::Proposed(_));
                let first = match is_proposed {
                    true => Line::Start.id(),
                    false => Line::Title.id(),
                };
                (Sheet::of(assignment, material, context), first)
            }
            (Source::New(draft), None) => {
                let has_kinds = !context.catalog.task_kinds.is_empty();
                let is_operation = draft.rank == Rank::Operation;
                let first = match is_operation && has_kinds && draft.kind.is_none() {
                    true => KIND,
                    false => Line::Title.id(),
                };
                (Sheet::begin(draft, material, context), first)
            }
            (Source::Known(_) | Source::Proposed(_), None) => return Action::wish(Wish::Back),
        };
        self.sheet = Some(Box::new(sheet));
        Action::run(focus::on(PAGE.into(), first.into()))
    }

    pub(super) fn renew(&mut self, material: Material, context: &Context) {
        let Some(sheet) = &mut self.sheet else { return };
        let Some(assignment) = material.assignment.clone() else {
            return;
        };
        if assignment == sheet.base || self.is_saving {
            return;
        }
        if sheet.is_dirty() {
            sheet.has_news = true;
            return;
        }
        **sheet = Sheet::of(assignment, material, context);
    }
}

//! What is done with papers of the list: made, thrown away.

use std::collections::BTreeSet;

use chrono::{Local, Utc};

use super::{Action, Command, Context, Message, Papers, Wish};
use crate::domain::paper::{Document, PaperKind};
use crate::domain::{Id, Operation, Paper};
use crate::error::{Error, Result};
use crate::workspace::Reader;

impl Papers {
    pub(super) fn carry_out(&self, message: Message, context: &Context) -> Action<Message> {
        if context.is_read_only {
            return Action::wish(Wish::Fail(Error::ReadOnly));
        }
        match message {
            Message::New(kind) => {
                // Whose it is, is asked by the form.
                let today = Local::now().date_naive();
                let paper = Paper::new(kind, Id::from(0), today);
                Action::wish(Wish::NewPaper(Box::new(Document::new(paper))))
            }
            Message::Make(id, kind) => {
                let made = context
                    .worker
                    .read(move |reader| made_from(reader, id, kind));
                Action::run(Command::perform(made, |made| {
                    Message::Made(made.map(Box::new))
                }))
            }
            Message::Delete(id) => {
                let deleted = context.worker.write(move |workspace| {
                    workspace.transact(Operation::DeletePaper, |tx| tx.delete_paper(id, Utc::now()))
                });
                Action::run(Command::perform(deleted, |outcome| {
                    Message::Deleted(outcome.map(|outcome| outcome.changed))
                }))
            }
            _ => Action::none(),
        }
    }
}

/// A paper made from another, with what is left of it to deliver; not yet saved.
fn made_from(reader: Reader<'_>, id: Id<Paper>, kind: PaperKind) -> Result<Document> {
    let base = reader.document(id)?;
    let on = (Local::now().date_naive(), reader.payment_days()?);
    let made = base.successor(kind, on, &reader.tax_rates()?);
    Ok(match kind.is_shipment() {
        true => made.without_delivered(&reader.delivered_from(id)?),
        false => made,
    })
}

pub(super) fn deleted(changed: BTreeSet<&'static str>) -> Action<Message> {
    Action::wish(Wish::Done(Operation::DeletePaper, changed))
}

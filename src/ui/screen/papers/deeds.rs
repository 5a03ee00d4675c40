//! What is done with papers of the list: made, thrown away.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::{Local, Utc};

use super::{Action, Command, Context, Deed, ExportFormat, Message, Papers, Scope, Wish, cells};
use crate::domain::paper::{Document, PaperKind, PaperListing};
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
                    let changed = outcome.map(|outcome| outcome.changed);
                    Message::Deleted(Operation::DeletePaper, changed)
                }))
            }
            _ => Action::none(),
        }
    }
}

impl Papers {
    /// Does something with the selected papers; a table has all where none is selected.
    pub(super) fn do_with_many(&mut self, deed: Deed, context: &Context) -> Action<Message> {
        self.export.update(deed);
        match deed {
            Deed::Menu(_) | Deed::Mark(_) => Action::none(),
            Deed::Clear => {
                self.list.selection.clear();
                Action::none()
            }
            Deed::Export(format) => {
                let ids = self.list.meant();
                let read = context
                    .worker
                    .background(move |reader| reader.paper_listings(&ids));
                Action::run(Command::perform(read, move |lines| {
                    Message::Listed(format, lines)
                }))
            }
            Deed::Letters => {
                let ids = self.list.selected();
                if ids.is_empty() {
                    return Action::none();
                }
                let read = context.worker.read(move |reader| {
                    let lines = reader.paper_listings(&ids)?.into_iter();
                    let mut known = HashSet::new();
                    let clients = lines.map(|line| line.paper.client);
                    Ok(clients.filter(|client| known.insert(*client)).collect())
                });
                Action::run(Command::perform(read, Message::Clients))
            }
            Deed::Delete if context.is_read_only => Action::wish(Wish::Fail(Error::ReadOnly)),
            Deed::Delete => {
                let ids = self.list.selected();
                let deleted = context.worker.write(move |workspace| {
                    workspace.transact(Operation::DeletePapers, |tx| {
                        let now = Utc::now();
                        ids.iter()
                            .try_for_each(|id| tx.delete_paper(*id, now).map(drop))
                    })
                });
                Action::run(Command::perform(deleted, |outcome| {
                    let changed = outcome.map(|outcome| outcome.changed);
                    Message::Deleted(Operation::DeletePapers, changed)
                }))
            }
        }
    }

    /// Has the list written to a table as it is seen.
    pub(super) fn write_table(
        &self,
        format: ExportFormat,
        lines: &[PaperListing],
        context: &Context,
    ) -> Action<Message> {
        let listed = cells::listed(self.scope, lines, context);
        let name = context.locale.text(match self.scope {
            Scope::All => "register-title",
            Scope::Invoices => "register-invoices",
        });
        Action::wish(Wish::ExportListed(format, Arc::new(listed), name))
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

//! What is done with a whole paper: another is made from it, it is thrown away, what it lacks is
//! put right.

use chrono::Utc;
use iced::Task as Command;

use super::panel::Place;
use super::sheet::today;
use super::{Form, Message, Next, PAGE, goods, promises};
use crate::domain::Operation;
use crate::domain::paper::PaperKind;
use crate::error::Error;
use crate::ui::screen::{Action, Context, Wish};
use crate::ui::widget::focus;

impl Form {
    pub(super) fn do_verb(&mut self, message: Message, context: &Context) -> Action<Message> {
        self.is_menu_open = false;
        match message {
            Message::PutRight(Place::Here(field)) => {
                Action::run(focus::on(PAGE.into(), field.into()))
            }
            Message::PutRight(Place::Goods) => {
                self.update(Message::Goods(goods::Message::Add), context)
            }
            Message::PutRight(Place::Promises) => {
                self.update(Message::Promises(promises::Message::Add), context)
            }
            Message::PutRight(Place::There(wish)) => self.go(*wish, context),
            Message::Open(id) => self.go(Wish::EditPaper(id), context),
            Message::Succeed(kind) => self.save_then(Next::Succeed(kind), context),
            Message::Succeeded(Ok(document)) => Action::wish(Wish::NewPaper(document)),
            Message::Delete => self.delete(context),
            Message::Deleted(Ok(outcome)) => {
                let done = Wish::Done(Operation::DeletePaper, outcome.changed);
                self.left().and(done)
            }
            Message::Succeeded(Err(error)) | Message::Deleted(Err(error)) => {
                self.is_saving = false;
                Action::wish(Wish::Fail(error))
            }
            _ => Action::none(),
        }
    }

    /// Shows another page; what was typed is saved first.
    fn go(&mut self, wish: Wish, context: &Context) -> Action<Message> {
        match self.is_dirty() {
            true => self.save_then(Next::Wish(Box::new(wish)), context),
            false => Action::wish(wish),
        }
    }

    /// Makes a paper of that kind from the one that stands in the base: of what is delivered in
    /// parts, what is left.
    pub(super) fn succeed(&mut self, kind: PaperKind, context: &Context) -> Action<Message> {
        let id = self.id();
        let read = context.worker.read(move |reader| {
            let document = reader.document(id)?;
            let on = (today(), reader.payment_days()?);
            let mut made = document.successor(kind, on, &reader.tax_rates()?);
            if kind.is_shipment() {
                made = made.without_delivered(&reader.delivered_from(id)?);
            }
            Ok(Box::new(made))
        });
        Action::run(Command::perform(read, Message::Succeeded))
    }

    fn delete(&mut self, context: &Context) -> Action<Message> {
        if context.is_read_only {
            return Action::wish(Wish::Fail(Error::ReadOnly));
        }
        let id = self.id();
        self.is_saving = true;
        let deleted = context.worker.write(move |workspace| {
            workspace.transact(Operation::DeletePaper, |tx| tx.delete_paper(id, Utc::now()))
        });
        Action::run(Command::perform(deleted, Message::Deleted))
    }
}

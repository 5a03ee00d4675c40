//! The client, the contact person and the colleagues, found while one types.

use iced::Task as Command;
use iced::widget::Id as Name;

use super::{CLIENT, CONTACT, Form, Message, Near, people};
use crate::domain::client::Kind;
use crate::ui::screen::pick::{self, Scope};
use crate::ui::screen::{Action, Context, suggest};

impl Form {
    pub(super) fn update_client(
        &mut self,
        message: pick::Message,
        context: &Context,
    ) -> Action<Message> {
        let Some(sheet) = &mut self.sheet else {
            return Action::none();
        };
        let client = &mut sheet.client;
        let (asked, chosen) = client.update(message, Scope::all(), context, Message::Client);
        let near = chosen.map(|client| Near::ask(client, context, Message::Near));
        Action::run(Command::batch([asked].into_iter().chain(near)))
    }

    /// A person who is chosen where no client is brings the employer along.
    pub(super) fn update_contact(
        &mut self,
        message: pick::Message,
        context: &Context,
    ) -> Action<Message> {
        let Some(sheet) = &mut self.sheet else {
            return Action::none();
        };
        let scope = Scope::any(|kind| kind == Kind::Person);
        let contact = &mut sheet.contact;
        let (asked, _) = contact.update(message, scope, context, Message::Contact);
        let employer = sheet.contact.hit().and_then(|hit| {
            let employer = hit.client.employer?;
            Some((employer, hit.employer.clone()))
        });
        let near = match employer {
            Some((id, name)) if sheet.client.text().is_empty() => {
                sheet.client = pick::Pick::of(Some(id), name);
                Near::ask(id, context, Message::Near)
            }
            _ => Command::none(),
        };
        Action::run(Command::batch([asked, near]))
    }

    /// The arrow down in a field that is folded.
    pub(super) fn unfold(&mut self, field: &Name, context: &Context) -> Action<Message> {
        let list = suggest::Message::Move(1);
        let message = match field {
            field if *field == Name::from(CLIENT) => Message::Client(pick::Message::List(list)),
            field if *field == Name::from(CONTACT) => Message::Contact(pick::Message::List(list)),
            field if *field == Name::from(people::FIELD) => {
                Message::People(people::Message::List(list))
            }
            _ => return Action::none(),
        };
        self.update(message, context)
    }

    /// Takes what is marked in unfolded lists: who goes on without a word means that.
    pub(super) fn settle(&mut self, context: &Context) -> Action<Message> {
        let Some(sheet) = &mut self.sheet else {
            return Action::none();
        };
        let (client, contact) = (sheet.client.settle(), sheet.contact.settle());
        sheet.people.settle(&mut sheet.mine, context);
        match (client, contact) {
            (Some(client), _) => Action::run(Near::ask(client, context, Message::Near)),
            (None, Some(_)) => {
                self.update_contact(pick::Message::List(suggest::Message::Close), context)
            }
            (None, None) => Action::none(),
        }
    }
}

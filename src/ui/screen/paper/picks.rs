//! The client, and who signs there, found while one types.

use iced::Task as Command;
use iced::widget::Id as Name;

use super::{CLIENT, CONTACT, Form, Line, Message, Near};
use crate::domain::client::Kind;
use crate::domain::{Client, Id};
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
        let near = chosen.map(|client| read_near(client, context));
        Action::run(Command::batch([asked].into_iter().chain(near)))
    }

    /// Who signs: a person on a card brings the position along, a typed name stands for itself.
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
        let (asked, chosen) = contact.update(message, scope, context, Message::Contact);
        if chosen.is_some() {
            sheet.take_contact();
        }
        Action::run(asked)
    }

    /// The arrow down in a field that is folded.
    pub(super) fn unfold(&mut self, field: &Name, context: &Context) -> Action<Message> {
        let list = pick::Message::List(suggest::Message::Move(1));
        let days = [Line::Date, Line::Due];
        if let Some(line) = days
            .into_iter()
            .find(|line| *field == Name::from(line.id()))
            && let Some(sheet) = &mut self.sheet
        {
            sheet.month = Some((line, sheet.day(line)));
            return Action::none();
        }
        match field {
            field if *field == Name::from(CLIENT) => self.update_client(list, context),
            field if *field == Name::from(CONTACT) => self.update_contact(list, context),
            _ => Action::none(),
        }
    }

    /// Takes what is marked in unfolded lists: who goes on without a word means that.
    pub(super) fn settle(&mut self, context: &Context) -> Action<Message> {
        let Some(sheet) = &mut self.sheet else {
            return Action::none();
        };
        let client = sheet.client.settle();
        let contact = sheet.contact.settle_by_name();
        sheet.goods.settle(&mut sheet.mine, &sheet.facts);
        if contact.is_some() {
            sheet.take_contact();
        }
        match client {
            Some(client) => Action::run(read_near(client, context)),
            None => Action::none(),
        }
    }
}

fn read_near(client: Id<Client>, context: &Context) -> Command<Message> {
    let read = context
        .worker
        .read(move |reader| Near::read(reader, client).map(Box::new));
    Command::perform(read, move |near| Message::Near(client, near))
}

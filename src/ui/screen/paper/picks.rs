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
        let before = sheet.client.chosen();
        let scope = Scope::any(|_| true);
        let asked = sheet
            .client
            .update(message, scope, context, Message::Client);
        let near = match sheet.client.chosen() {
            Some(client) if before != Some(client) => read_near(client, context),
            _ => Command::none(),
        };
        Action::run(Command::batch([asked, near]))
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
        let before = sheet.contact.chosen();
        let scope = Scope::any(|kind| kind == Kind::Person);
        let asked = sheet
            .contact
            .update(message, scope, context, Message::Contact);
        if sheet.contact.chosen() != before
            && let Some(person) = sheet.contact.hit().cloned()
        {
            sheet.choose_person(&person);
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
        let (client, contact) = (sheet.client.chosen(), sheet.contact.chosen());
        sheet.client.settle();
        sheet.contact.settle_by_name();
        sheet.goods.settle(&mut sheet.mine, &sheet.facts);
        if sheet.contact.chosen() != contact
            && let Some(person) = sheet.contact.hit().cloned()
        {
            sheet.choose_person(&person);
        }
        match sheet.client.chosen() {
            Some(chosen) if client != Some(chosen) => Action::run(read_near(chosen, context)),
            _ => Action::none(),
        }
    }
}

fn read_near(client: Id<Client>, context: &Context) -> Command<Message> {
    let read = context
        .worker
        .read(move |reader| Near::read(reader, client).map(Box::new));
    Command::perform(read, move |near| Message::Near(client, near))
}

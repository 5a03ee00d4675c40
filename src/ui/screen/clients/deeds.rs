//! What is done with the clients that are meant, and with the columns of their list.

use std::sync::Arc;

use iced::Task as Command;

use crate::domain::{Client, Id, Operation};
use crate::ui::screen::{Action, Context, ExportFormat, Wish};

use super::bulk::{self, Deed, Targets};
use super::columns::{self, Columns};
use super::{Clients, ColumnChange, Message};

impl Clients {
    pub(super) fn change_columns(
        &mut self,
        change: ColumnChange,
        context: &Context,
    ) -> Action<Message> {
        let kind = self.kind;
        let list = self.list_mut();
        if change == ColumnChange::Reset {
            list.table.forget_widths();
        }
        let read = list.change_columns(context, |columns| match change {
            ColumnChange::Toggle(sort) => columns.toggle(sort),
            ColumnChange::Shift(sort, by) => columns.shift(sort, by),
            ColumnChange::Reset => *columns = Columns::usual(kind),
        });
        if let ColumnChange::Toggle(sort) | ColumnChange::Shift(sort, _) = change {
            list.table.seek(columns::key(sort));
        }
        Action::run(read.map(move |message| Message::List(kind, message))).and(Wish::KeepColumns)
    }

    pub(super) fn export(&mut self, format: Option<ExportFormat>) -> Action<Message> {
        self.open = None;
        let Some(format) = format else {
            return Action::wish(Wish::ExportAll);
        };
        let list = self.list();
        let columns = list.columns.shown().collect();
        Action::wish(Wish::Export(format, list.found_by(), list.order(), columns))
    }

    pub(super) fn begin(
        &mut self,
        deed: Deed,
        client: Option<Id<Client>>,
        context: &Context,
    ) -> Command<Message> {
        self.open = None;
        let Some(targets) = self.targets(client).filter(|_| !context.is_read_only) else {
            return Command::none();
        };
        let begun = self.bulk.begin(deed, targets, self.kind, context);
        begun.map(Message::Bulk)
    }

    /// Whom a deed is about: this client, else the selected ones, else the current one.
    pub(super) fn targets(&self, client: Option<Id<Client>>) -> Option<Targets> {
        let list = self.list();
        match client.or(list.current()) {
            _ if client.is_none() && !list.selection.is_empty() => Some(Targets::Selected(
                list.selection.clone(),
                Arc::clone(list.rows.order()),
            )),
            current => current.map(Targets::One),
        }
    }

    /// Letters to those who are meant, in the order of the list.
    pub(super) fn ask_letters(&mut self, client: Option<Id<Client>>) -> Action<Message> {
        self.open = None;
        let meant = self.targets(client).map(|targets| targets.ids());
        meant.map_or(Action::none(), |ids| Action::wish(Wish::Letters(ids)))
    }

    pub(super) fn proceed(&mut self, message: bulk::Message) -> Action<Message> {
        if let bulk::Message::Finished(Operation::DeleteClients, Ok(_)) = message {
            // Who is in the bin can be selected no longer.
            self.list_mut().selection.clear();
        }
        self.bulk.update(message).map(Message::Bulk)
    }

    pub(super) fn wish_current(&self, wish: fn(Id<Client>) -> Wish) -> Action<Message> {
        let current = self.list().current();
        current.map_or(Action::none(), |id| Action::wish(wish(id)))
    }
}

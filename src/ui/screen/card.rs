//! The whole card of a client: everything known about it, and who did what to it.

mod head;
mod history;
mod parts;
mod people;
mod reach;
mod requisites;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use iced::keyboard::key::Named;
use iced::widget::{column, container, responsive, row};
use iced::{Center, Fill, Task as Command, Top, clipboard};

use crate::domain::client::Kind;
use crate::domain::listing::Listing;
use crate::domain::{Card, Client, Group, Id, Operation};
use crate::error::{Error, Result};
use crate::ui::screen::{Action, Context, Press, Wish};
use crate::ui::style::{spacing, surface};
use crate::ui::widget::{Element, Icon, button, empty, section};
use crate::workspace::{Column, Deed, Outcome, Reader, What};

pub(super) use reach::contact_doubt;
pub(super) use requisites::{account_doubt, doubt};

/// From this width on, in logical pixels, a page has two columns.
pub(super) const TWO_COLUMNS: f32 = 1200.0;
/// A page grows no wider than this, in logical pixels.
pub(super) const WIDEST: f32 = 1720.0;
/// How many operations of its history a card reads.
const DEEDS: usize = 100;

/// The page of one client.
pub struct Page {
    id: Id<Client>,
    sheet: Option<Result<Box<Sheet>>>,
    is_menu_open: bool,
    is_history_whole: bool,
}

/// All that the page shows.
#[derive(Debug, Clone)]
pub struct Sheet {
    card: Card,
    groups: Vec<Group>,
    employer: Option<Listing>,
    people: Vec<Listing>,
    deeds: Vec<Deed>,
    /// Names of the organisations that the history mentions.
    named: HashMap<Id<Client>, String>,
}

/// What happened on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// The card was read.
    Loaded(Result<Box<Sheet>>),
    /// Back was pressed.
    Back,
    /// Edit was pressed.
    Edit,
    /// A person of the organisation is to be entered.
    AddPerson,
    /// Another card is to be shown.
    Open(Id<Client>),
    /// The menu is to unfold or to fold.
    Menu(bool),
    /// The card is to go to the bin.
    Delete,
    /// The card went to the bin.
    Deleted(Result<Outcome<usize>>),
    /// This text is to be copied.
    Copy(String),
    /// All requisites are to be copied.
    CopyRequisites,
    /// The whole history is to be shown.
    ShowHistory,
}

impl Page {
    /// The page of the client `id`, and what reads it.
    pub fn new(id: Id<Client>, context: &Context) -> (Self, Command<Message>) {
        let page = Self {
            id,
            sheet: None,
            is_menu_open: false,
            is_history_whole: false,
        };
        let command = page.load(context);
        (page, command)
    }

    /// Whose card it is.
    pub fn id(&self) -> Id<Client> {
        self.id
    }

    /// The card as it was read last.
    pub fn card(&self) -> Option<&Card> {
        let sheet = self.sheet.as_ref()?.as_ref().ok()?;
        Some(&sheet.card)
    }

    /// Reads the card again: somebody has written.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        self.load(context)
    }

    fn load(&self, context: &Context) -> Command<Message> {
        let id = self.id;
        let read = context
            .worker
            .read(move |reader| Sheet::read(reader, id).map(Box::new));
        Command::perform(read, Message::Loaded)
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Loaded(Err(error)) if !matches!(error, Error::Missing(_)) => {
                // What was read before stays in sight.
                self.sheet.get_or_insert(Err(error.clone()));
                Action::wish(Wish::Fail(error))
            }
            Message::Loaded(sheet) => {
                self.sheet = Some(sheet);
                Action::none()
            }
            Message::Back => Action::wish(Wish::Back),
            Message::Edit if self.can_write(context) => Action::wish(Wish::Edit(self.id)),
            Message::AddPerson if self.can_write(context) => {
                Action::wish(Wish::Create(Kind::Person, Some(self.id)))
            }
            Message::Edit | Message::AddPerson => Action::none(),
            Message::Open(id) => Action::wish(Wish::Open(id)),
            Message::Menu(is_open) => {
                self.is_menu_open = is_open;
                Action::none()
            }
            Message::Delete => self.delete(context),
            Message::Deleted(Ok(outcome)) => {
                let done = Wish::Done(Operation::DeleteClients, outcome.changed);
                Action::wish(done).and(Wish::Back)
            }
            Message::Deleted(Err(error)) => Action::wish(Wish::Fail(error)),
            Message::Copy(text) => copied(text, context),
            Message::CopyRequisites => self.copy_requisites(context),
            Message::ShowHistory => {
                self.is_history_whole = true;
                Action::none()
            }
        }
    }

    fn delete(&mut self, context: &Context) -> Action<Message> {
        self.is_menu_open = false;
        if !self.can_write(context) {
            return Action::none();
        }
        let id = self.id;
        let deleted = context.worker.write(move |workspace| {
            workspace.transact(Operation::DeleteClients, |tx| tx.delete_clients(&[id]))
        });
        Action::run(Command::perform(deleted, Message::Deleted))
    }

    fn copy_requisites(&mut self, context: &Context) -> Action<Message> {
        self.is_menu_open = false;
        let Some(card) = self.card() else {
            return Action::none();
        };
        let text = requisites::as_text(&context.locale, card);
        let said = context.locale.text("card-requisites-copied");
        Action::run(clipboard::write(text)).and(Wish::Say(said))
    }

    fn can_write(&self, context: &Context) -> bool {
        !context.is_read_only && self.card().is_some()
    }

    /// What follows from a key.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        if press.is_captured {
            return Action::none();
        }
        if press.is_command('e') || press.is(Named::F2) {
            self.update(Message::Edit, context)
        } else if press.is(Named::Delete) && !press.modifiers.shift() {
            self.update(Message::Delete, context)
        } else if press.is(Named::Escape) {
            self.update(Message::Back, context)
        } else {
            Action::none()
        }
    }

    /// The page.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let page = match &self.sheet {
            None => column![],
            Some(Err(error)) => column![gone(error, context)],
            Some(Ok(sheet)) => column![
                head::view(sheet, self.is_menu_open, context),
                responsive(move |size| self.body(sheet, size.width, context)),
            ],
        };
        container(page)
            .width(Fill)
            .height(Fill)
            .style(surface::page)
            .into()
    }

    fn body<'a>(
        &'a self,
        sheet: &'a Sheet,
        width: f32,
        context: &'a Context,
    ) -> Element<'a, Message> {
        let reach = column![
            reach::contacts(&sheet.card, context),
            reach::addresses(&sheet.card, context),
        ]
        .spacing(spacing::L);
        let history = history::view(sheet, self.is_history_whole, context);
        let facts = requisites::view(&sheet.card, context);
        let accounts = requisites::accounts(&sheet.card, context);
        let people = people::view(sheet, context);
        let relation = parts::relation(sheet, context);
        let page: Element<'a, Message> = if width >= TWO_COLUMNS {
            let left = column![facts, people, accounts].spacing(spacing::L);
            let right = column![reach, relation, history].spacing(spacing::L);
            row![left.width(Fill), right.width(Fill)]
                .spacing(spacing::L)
                .align_y(Top)
                .into()
        } else {
            column![facts, reach, people, relation, accounts, history]
                .spacing(spacing::L)
                .into()
        };
        let page = container(page).max_width(WIDEST).padding(spacing::XL);
        section::scrolled(container(page).center_x(Fill))
    }
}

impl Sheet {
    fn read(reader: Reader<'_>, id: Id<Client>) -> Result<Self> {
        let card = reader.card(id)?;
        let employer = card.client.employer.as_slice();
        let deeds = reader.deeds(id, DEEDS)?;
        let mut mentioned: Vec<Id<Client>> = deeds.iter().flat_map(employers).collect();
        mentioned.sort();
        mentioned.dedup();
        let named = reader.listings(&mentioned)?.into_iter();
        Ok(Self {
            groups: reader.groups_of(id)?,
            employer: reader.listings(employer)?.pop(),
            people: reader.people_of(id)?,
            named: named
                .map(|listing| (listing.client.id, listing.client.title()))
                .collect(),
            deeds,
            card,
        })
    }
}

/// The employers that an operation took or gave.
fn employers(deed: &Deed) -> Vec<Id<Client>> {
    let changes = deed.steps.iter().filter_map(|step| match &step.what {
        What::Changed(change) if change.column == "employer_id" => Some(change),
        _ => None,
    });
    changes
        .flat_map(|change| [&change.old, &change.new])
        .filter_map(Id::from_value)
        .collect()
}

fn copied(text: String, context: &Context) -> Action<Message> {
    // One line is enough to see what was copied.
    let shown: String = text.chars().take(60).collect();
    let said = context
        .locale
        .with("card-copied", &[("text", shown.into())]);
    Action::run(clipboard::write(text)).and(Wish::Say(said))
}

fn gone<'a>(error: &Error, context: &Context) -> Element<'a, Message> {
    let locale = &context.locale;
    let back = button::secondary(locale.text("card-back"))
        .icon(Icon::ArrowLeft)
        .on_press(Message::Back);
    let explained = match error {
        Error::Missing(_) => locale.text("card-gone-explained"),
        error => locale.error(error),
    };
    let nothing = empty::empty(
        Icon::Inbox,
        locale.text("card-gone"),
        explained,
        Some(back.into()),
    );
    container(nothing).center_y(Fill).align_x(Center).into()
}

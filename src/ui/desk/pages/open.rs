//! Which page a wish asks for, and how it begins.

use iced::Task as Command;

use super::{Message, View};
use crate::domain::{Client, Id};
use crate::ui::preference::CalendarLook;
use crate::ui::screen::{Context, Page, Wish};
use crate::ui::screen::{bin, board, calendar, card, duplicates, form, groups, history};
use crate::ui::screen::{import, letters, merge, paper, papers, past_imports, reminders};
use crate::ui::screen::{sales, settings, tasks, templates, today};
use crate::ui::widget::table::Density;

impl View {
    /// The page a wish asks for.
    ///
    /// # Errors
    /// The wish itself, where it asks for no page.
    pub fn open(
        wish: Wish,
        density: Density,
        context: &Context,
    ) -> Result<(Self, Command<Message>), Box<Wish>> {
        Ok(match wish {
            Wish::Open(id) => {
                let (page, command) = card::Page::new(id, context);
                (Self::Card(Box::new(page)), command.map(Message::Card))
            }
            Wish::Edit(id) => {
                let (page, command) = form::Form::edit(id, context);
                (Self::Form(Box::new(page)), command.map(Message::Form))
            }
            Wish::Fill(id, item) => {
                let (page, command) = form::Form::edit_at(id, item, context);
                (Self::Form(Box::new(page)), command.map(Message::Form))
            }
            Wish::Create(kind, employer) => {
                let (page, command) = form::Form::create(kind, employer, context);
                (Self::Form(Box::new(page)), command.map(Message::Form))
            }
            Wish::NewPaper(draft) => {
                let (page, command) = paper::Form::create(*draft, context);
                (Self::Paper(Box::new(page)), command.map(Message::Paper))
            }
            Wish::EditPaper(id) => {
                let (page, command) = paper::Form::edit(id, context);
                (Self::Paper(Box::new(page)), command.map(Message::Paper))
            }
            Wish::Import(path) => {
                let (page, command) = import::Import::new(path, context);
                (Self::Import(Box::new(page)), command.map(Message::Import))
            }
            Wish::Letters(clients) => Self::letters(clients, density, context),
            Wish::Show(Page::Letters) => Self::letters(Vec::new(), density, context),
            Wish::ShowDuplicates(of_import) => {
                let mut page = duplicates::Duplicates::new(of_import);
                page.set_density(density);
                Self::read(Self::Duplicates(Box::new(page)), context)
            }
            Wish::Merge(ids) => {
                let (page, command) = merge::Merge::new(ids, context);
                (Self::Merge(Box::new(page)), command.map(Message::Merge))
            }
            Wish::NewPayment(begin) => {
                let (mut page, command) = sales::Sales::new_payment(begin, context);
                page.set_density(density);
                (Self::Sales(Box::new(page)), command.map(Message::Sales))
            }
            Wish::Show(page) => return Self::show(page, density, context),
            wish => return Err(Box::new(wish)),
        })
    }

    fn show(
        page: Page,
        density: Density,
        context: &Context,
    ) -> Result<(Self, Command<Message>), Box<Wish>> {
        let mut view = match page {
            Page::Today => Self::Today(Box::new(today::Today::new())),
            Page::Groups => Self::Groups(groups::Groups::new()),
            Page::Tasks => Self::Tasks(Box::new(tasks::Tasks::new())),
            Page::Board => Self::Board(Box::new(board::Board::new())),
            Page::Sales => Self::Sales(Box::new(sales::Sales::new(sales::Tab::Invoices))),
            Page::Documents => Self::Documents(Box::new(papers::Papers::new(papers::Scope::All))),
            Page::Templates => Self::Templates(Box::new(templates::Templates::new())),
            Page::Bin => Self::Bin(bin::Bin::new()),
            Page::History => Self::History(history::History::new()),
            Page::PastImports => Self::PastImports(past_imports::PastImports::new()),
            Page::Results => Self::Results(Box::default()),
            Page::Calendar | Page::Letters | Page::Settings | Page::Shortcuts => {
                return Err(Box::new(Wish::Show(page)));
            }
        };
        view.set_density(density);
        Ok(Self::read(view, context))
    }

    fn letters(
        clients: Vec<Id<Client>>,
        density: Density,
        context: &Context,
    ) -> (Self, Command<Message>) {
        let (mut page, command) = letters::Letters::new(clients, context);
        page.set_density(density);
        (Self::Letters(Box::new(page)), command.map(Message::Letters))
    }

    /// The settings, which begin with the choices made so far.
    pub fn settings(page: settings::Settings, context: &Context) -> (Self, Command<Message>) {
        Self::read(Self::Settings(Box::new(page)), context)
    }

    /// What has rung.
    pub fn reminders() -> Self {
        Self::Reminders(Box::new(reminders::Reminders::new()))
    }

    /// The calendar, as it was looked at last.
    pub fn calendar(look: CalendarLook, context: &Context) -> (Self, Command<Message>) {
        let page = calendar::Calendar::new(look, context);
        Self::read(Self::Calendar(Box::new(page)), context)
    }

    /// Another one that shows the same; `None` of a page that there is but once.
    pub fn another(&self) -> Option<Self> {
        match self {
            Self::Calendar(page) => Some(Self::Calendar(Box::new(page.another()))),
            _ => None,
        }
    }

    /// The page, and the first reading of what it shows.
    fn read(mut page: Self, context: &Context) -> (Self, Command<Message>) {
        let command = page.refresh(context);
        (page, command)
    }
}

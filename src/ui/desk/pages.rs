//! The pages that lie over the list of clients.

mod open;

use iced::Task as Command;

use crate::ui::screen::{Action, Context, Page, Press};
use crate::ui::screen::{bin, board, calendar, card, duplicates, form, groups, history};
use crate::ui::screen::{import, letters, merge, paper, papers, past_imports, reminders};
use crate::ui::screen::{results, sales, settings, take_back, tasks, templates, today};
use crate::ui::widget::Element;
use crate::ui::widget::table::Density;

/// One page.
pub enum View {
    /// The whole card of a client.
    Card(Box<card::Page>),
    /// The form of a card.
    Form(Box<form::Form>),
    /// The form of a paper.
    Paper(Box<paper::Form>),
    /// An import.
    Import(Box<import::Import>),
    /// The groups.
    Groups(groups::Groups),
    /// Cards that look like the same client.
    Duplicates(Box<duplicates::Duplicates>),
    /// Cards that are made into one.
    Merge(Box<merge::Merge>),
    /// The calendar.
    Calendar(Box<calendar::Calendar>),
    /// Tasks: mine, and those I gave to others.
    Tasks(Box<tasks::Tasks>),
    /// The board of deals.
    Board(Box<board::Board>),
    /// Invoices, payments, products.
    Sales(Box<sales::Sales>),
    /// The register of papers.
    Documents(Box<papers::Papers>),
    /// The templates of documents.
    Templates(Box<templates::Templates>),
    /// The deleted cards.
    Bin(bin::Bin),
    /// The log.
    History(history::History),
    /// The past imports.
    PastImports(past_imports::PastImports),
    /// Letters to many.
    Letters(Box<letters::Letters>),
    /// Results of work.
    Results(Box<results::Results>),
    /// The settings.
    Settings(Box<settings::Settings>),
    /// What the day begins with.
    Today(Box<today::Today>),
    /// What has rung, in a window of its own.
    Reminders(Box<reminders::Reminders>),
}

/// What happened on a page.
#[derive(Debug, Clone)]
pub enum Message {
    /// On a card.
    Card(card::Message),
    /// In a form.
    Form(form::Message),
    /// In the form of a paper.
    Paper(paper::Message),
    /// In an import.
    Import(import::Message),
    /// In the groups.
    Groups(groups::Message),
    /// Among cards that look alike.
    Duplicates(duplicates::Message),
    /// In a merge.
    Merge(merge::Message),
    /// In the calendar.
    Calendar(calendar::Message),
    /// In the tasks.
    Tasks(tasks::Message),
    /// On the board of deals.
    Board(board::Message),
    /// On the page of sales.
    Sales(sales::Message),
    /// In the register of papers.
    Documents(papers::Message),
    /// Among the templates of documents.
    Templates(templates::Message),
    /// In the bin.
    Bin(bin::Message),
    /// In the log.
    History(history::Message),
    /// Among the past imports.
    PastImports(past_imports::Message),
    /// Something in letters to many.
    Letters(letters::Message),
    /// Among results of work.
    Results(results::Message),
    /// In the settings.
    Settings(settings::Message),
    /// On the page of the day.
    Today(today::Message),
    /// In the reminder window.
    Reminders(reminders::Message),
}

/// Hands every page to a macro: `pages!(each …)`.
macro_rules! pages {
    ($then:ident $($rest:tt)*) => {
        $then! {
            $($rest)*;
            Card Form Paper Import Groups Duplicates Merge Calendar Tasks Board Sales Documents
            Templates Bin History PastImports Letters Results Settings Today Reminders
        }
    };
}

/// Does the same for whichever page it is: `pages!(each self, page, tag => …)`.
macro_rules! each {
    ($view:expr, $page:ident, $tag:ident => $do:expr; $($name:ident)+) => {
        match $view {
            $(View::$name($page) => {
                let $tag = Message::$name;
                $do
            })+
        }
    };
}

/// Hands what happened to the page that it happened on; to no other.
macro_rules! hand_on {
    ($view:expr, $message:expr, $context:expr; $($name:ident)+) => {
        match ($view, $message) {
            $((View::$name(page), Message::$name(message)) => {
                page.update(message, $context).map(Message::$name)
            })+
            _ => Action::none(),
        }
    };
}

impl View {
    /// How high the rows of its table are.
    pub fn set_density(&mut self, density: Density) {
        match self {
            Self::Calendar(page) => page.set_density(density),
            Self::Bin(page) => page.set_density(density),
            Self::Duplicates(page) => page.set_density(density),
            Self::History(page) => page.set_density(density),
            Self::PastImports(page) => page.set_density(density),
            Self::Letters(page) => page.set_density(density),
            Self::Results(page) => page.set_density(density),
            Self::Tasks(page) => page.set_density(density),
            Self::Sales(page) => page.set_density(density),
            Self::Documents(page) => page.set_density(density),
            _ => {}
        }
    }

    /// Whether both are of the same sort; cards, of the same client.
    pub fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Card(one), Self::Card(other)) => one.id() == other.id(),
            (Self::Paper(one), Self::Paper(other)) => one.id() == other.id(),
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }

    /// Which section of the rail it belongs to.
    pub fn page(&self) -> Option<Page> {
        match self {
            Self::Calendar(_) => Some(Page::Calendar),
            Self::Tasks(_) => Some(Page::Tasks),
            Self::Board(_) => Some(Page::Board),
            Self::Sales(_) => Some(Page::Sales),
            Self::Documents(_) | Self::Paper(_) | Self::Templates(_) => Some(Page::Documents),
            Self::Bin(_) => Some(Page::Bin),
            Self::History(_) => Some(Page::History),
            Self::Today(_) => Some(Page::Today),
            Self::Letters(_) => Some(Page::Letters),
            Self::Results(_) => Some(Page::Results),
            Self::Settings(_) => Some(Page::Settings),
            Self::Card(_)
            | Self::Form(_)
            | Self::Import(_)
            | Self::Groups(_)
            | Self::Duplicates(_)
            | Self::Merge(_)
            | Self::PastImports(_)
            | Self::Reminders(_) => None,
        }
    }

    /// Whether it may stand in a window of its own: what is looked at for long, and needs nothing
    /// of what lies below it.
    pub fn can_stand_alone(&self) -> bool {
        match self {
            Self::Calendar(_) => true,
            Self::Card(_)
            | Self::Today(_)
            | Self::Results(_)
            | Self::History(_)
            | Self::Sales(_)
            | Self::Documents(_)
            | Self::Bin(_)
            | Self::PastImports(_) => !self.is_dirty() && !self.is_busy(),
            _ => false,
        }
    }

    /// What a window that shows it is called.
    pub fn title(&self, context: &Context) -> String {
        let locale = &context.locale;
        match self {
            Self::Card(page) => match page.card() {
                Some(card) => card.client.title(),
                None => locale.text("common-name"),
            },
            Self::Today(_) => locale.text("common-today"),
            Self::Results(_) => locale.text("common-results"),
            Self::Reminders(_) => locale.text("common-reminders"),
            Self::Calendar(page) => page.title(context),
            Self::Sales(_) => locale.text("common-sales"),
            Self::Documents(_) => locale.text("common-documents"),
            Self::Bin(_) => locale.text("common-bin"),
            Self::History(_) => locale.text("common-history"),
            Self::PastImports(_) => locale.text("common-past-imports"),
            _ => locale.text("common-name"),
        }
    }

    /// Whether there is input that closing would lose.
    pub fn is_dirty(&self) -> bool {
        match self {
            Self::Form(form) => form.is_dirty(),
            Self::Paper(form) => form.is_dirty(),
            Self::Templates(page) => page.is_dirty(),
            Self::Card(card) => card.is_dirty(),
            Self::Sales(page) => page.is_dirty(),
            Self::Letters(page) => page.is_dirty(),
            _ => false,
        }
    }

    /// Whether it asks what becomes of input, or saves it in answer.
    pub fn is_leaving(&self) -> bool {
        match self {
            Self::Form(form) => form.is_leaving(),
            Self::Paper(form) => form.is_leaving(),
            Self::Templates(page) => page.is_leaving(),
            Self::Card(card) => card.is_leaving(),
            Self::Sales(page) => page.is_leaving(),
            Self::Letters(page) => page.is_leaving(),
            _ => false,
        }
    }

    /// Whether Tab goes from field to field in an order of its own.
    pub fn moves_focus(&self) -> bool {
        matches!(self, Self::Form(_) | Self::Paper(_) | Self::Card(_))
    }

    /// Whether work is under way that leaving would stop.
    pub fn is_busy(&self) -> bool {
        match self {
            Self::Import(import) => import.is_busy(),
            Self::Paper(form) => form.is_busy(),
            Self::Card(card) => card.is_busy(),
            Self::Sales(page) => page.is_busy(),
            Self::Letters(page) => page.is_busy(),
            _ => false,
        }
    }

    /// Takes in what happened; an answer to a page that is gone is dropped.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        pages!(hand_on self, message, context)
    }

    /// Takes in a key.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        pages!(each self, page, tag => page.press(press, context).map(tag))
    }

    /// Reads what is shown anew.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        pages!(each self, page, tag => page.refresh(context).map(tag))
    }

    /// What is shown, but for what stands over it.
    pub fn page_view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        match self {
            Self::Card(page) => page.page(context).map(Message::Card),
            Self::Form(page) => page.page(context).map(Message::Form),
            Self::Paper(page) => page.page(context).map(Message::Paper),
            Self::Import(page) => page.page(context).map(Message::Import),
            Self::History(page) => page.page(context).map(Message::History),
            Self::PastImports(page) => page.page(context).map(Message::PastImports),
            _ => self.view(context),
        }
    }

    /// What stands over the page: it takes the whole window.
    pub fn dialog<'a>(&'a self, context: &'a Context) -> Option<Element<'a, Message>> {
        Some(match self {
            Self::Card(page) => page.dialog(context)?.map(Message::Card),
            Self::Form(page) => page.dialog(context)?.map(Message::Form),
            Self::Paper(page) => page.dialog(context)?.map(Message::Paper),
            Self::Sales(page) => page.dialog(context)?.map(Message::Sales),
            Self::Letters(page) => page.dialog(context)?.map(Message::Letters),
            Self::Templates(page) => page.dialog(context)?.map(Message::Templates),
            Self::Import(page) => {
                let dialog = page.take_back().dialog(context)?;
                dialog.map(import::Message::TakeBack).map(Message::Import)
            }
            Self::History(page) => {
                let dialog = page.take_back().dialog(context)?;
                dialog.map(history::Message::TakeBack).map(Message::History)
            }
            Self::PastImports(page) => {
                let dialog = page.take_back().dialog(context)?;
                dialog
                    .map(past_imports::Message::TakeBack)
                    .map(Message::PastImports)
            }
            _ => return None,
        })
    }

    /// What is said when that is closed; `None` where nothing stands over the page.
    pub fn dialog_closed(&self) -> Option<Message> {
        let left = take_back::Message::Left;
        Some(match self {
            Self::Card(page) if page.has_dialog() => Message::Card(page.closed()),
            Self::Sales(page) => Message::Sales(page.closed()?),
            Self::Templates(page) => Message::Templates(page.closed()?),
            Self::Form(page) if page.has_dialog() => Message::Form(form::Message::Stay),
            Self::Paper(page) if page.has_dialog() => Message::Paper(paper::Message::Stay),
            Self::Letters(page) if page.is_leaving() => Message::Letters(letters::Message::Stay),
            Self::Import(page) if page.take_back().is_asking() => {
                Message::Import(import::Message::TakeBack(left))
            }
            Self::History(page) if page.take_back().is_asking() => {
                Message::History(history::Message::TakeBack(left))
            }
            Self::PastImports(page) if page.take_back().is_asking() => {
                Message::PastImports(past_imports::Message::TakeBack(left))
            }
            _ => return None,
        })
    }

    /// What is shown.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        pages!(each self, page, tag => page.view(context).map(tag))
    }
}

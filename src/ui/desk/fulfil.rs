//! Wishes of the screens: what the desk does itself, and what goes on to the app.

use iced::Task as Command;

use super::{Desk, Dialog, Goal, Message, View};
use crate::domain::Operation;
use crate::error::{Error, Result};
use crate::ui::screen::export::{self, Export};
use crate::ui::screen::{Action, Page, Wish, settings};

/// So many pages lie over each other; the lowest goes first. A card leads back to the one it was
/// opened from.
const PAGES: usize = 12;

impl Desk {
    /// Does what the desk can do itself; the rest goes on to the app.
    pub(super) fn fulfil(&mut self, action: Action<Message>) -> Action<Message> {
        let mut commands = vec![action.command];
        let mut wishes = Vec::new();
        for wish in action.wishes {
            match self.fulfil_one(wish) {
                Ok(command) => commands.push(command),
                Err(wish) => {
                    if matches!(*wish, Wish::Reverted(_, Operation::Import)) {
                        self.drop_told_imports();
                    }
                    if matches!(*wish, Wish::Done(..) | Wish::Reverted(..)) {
                        commands.push(self.refresh());
                    }
                    wishes.push(*wish);
                }
            }
        }
        Action {
            command: Command::batch(commands),
            wishes,
        }
    }

    /// What an import tells is no longer so, or is so again.
    fn drop_told_imports(&mut self) {
        let is_told = |page: &View| matches!(page, View::Import(import) if import.is_told());
        self.pages.retain(|page| !is_told(page));
    }

    /// What a wish is answered with that cannot be fulfilled now.
    fn refuse(&mut self, wish: &Wish) -> Option<Result<Command<Message>, Box<Wish>>> {
        let writes = matches!(
            wish,
            Wish::Edit(_)
                | Wish::Fill(..)
                | Wish::Create(..)
                | Wish::NewPaper(_)
                | Wish::NewPayment(_)
                | Wish::NewTask(_)
                | Wish::ProposeTask(_)
                | Wish::FinishTask(..)
                | Wish::FinishTasks(_)
                | Wish::LogCall(_)
                | Wish::Import(_)
                | Wish::Merge(_)
                | Wish::EditTemplate(..)
        );
        if writes && self.context.is_read_only {
            return Some(Err(Box::new(Wish::Fail(Error::ReadOnly))));
        }
        if wish.turns_the_page() && self.is_busy() {
            let words = self.context.locale.text("common-busy");
            return Some(Err(Box::new(Wish::Say(words))));
        }
        if wish.turns_the_page() && self.is_dirty() {
            let goal = Goal::Wish(Box::new(wish.clone()));
            return Some(Ok(self.leave_for(goal).command));
        }
        None
    }

    fn fulfil_one(&mut self, wish: Wish) -> Result<Command<Message>, Box<Wish>> {
        if let Some(answer) = self.refuse(&wish) {
            return answer;
        }
        let wish = match self.open_task(wish) {
            Ok(command) => return Ok(command),
            Err(wish) => *wish,
        };
        match wish {
            Wish::Back if self.dialog.take().is_some() => Ok(self.close_task()),
            Wish::Back => {
                self.pages.pop();
                Ok(self.refresh_page()) // it may be older than what was written above it
            }
            Wish::DuplicatesFound(count, is_searched) => {
                self.clients.count_duplicates(count);
                if is_searched {
                    self.tally.settle();
                }
                Ok(Command::none())
            }
            Wish::EditTemplate(source, kind) => Ok(self.edit_outside(source, kind)),
            Wish::Detach => Ok(self.detach()),
            Wish::ShowReminders => Ok(self.show_reminders()),
            Wish::RecountReminders => Ok(self.recount()),
            Wish::ShowBeside => {
                let page = self.pages.last().and_then(View::another);
                Ok(self.open_another(page))
            }
            Wish::Undo => Ok(self.revert(true)),
            Wish::Redo => Ok(self.revert(false)),
            Wish::Show(Page::Shortcuts) => {
                self.dialog = Some(Dialog::Shortcuts);
                Ok(Command::none())
            }
            Wish::Export(format, filter, order, columns) => {
                let list = (filter, order);
                Ok(self.show_export(Export::new(format, list, &columns, &self.context)))
            }
            Wish::ExportListed(format, listed, name) => {
                Ok(self.show_export(Export::listed(format, listed, name, &self.context)))
            }
            Wish::ExportAll => Ok(self.show_export(Export::all(&self.context))),
            Wish::ShowRegister(_) | Wish::ShowGroup(..) | Wish::ShowView(..) => {
                Ok(self.show_list(wish))
            }
            Wish::Open(id) => {
                self.search.opened(id);
                self.open_page(Wish::Open(id))
            }
            wish => self.open_page(wish),
        }
    }

    /// Lays every page aside: a list of clients was asked for.
    fn show_list(&mut self, wish: Wish) -> Command<Message> {
        self.dialog = None;
        self.pages.clear();
        let (clients, context) = (&mut self.clients, &self.context);
        let shown = match wish {
            Wish::ShowRegister(kind) => Action::run(clients.show_register(kind, context)),
            Wish::ShowGroup(kind, group) => Action::run(clients.show_group(kind, group, context)),
            Wish::ShowView(kind, view) => clients.show_view(kind, view, context),
            _ => Action::none(),
        };
        self.fulfil(shown.map(Message::Clients)).command
    }

    fn show_export(
        &mut self,
        (export, command): (Export, Command<export::Message>),
    ) -> Command<Message> {
        self.export = Some(export);
        self.dialog = Some(Dialog::Export);
        command.map(Message::Export)
    }

    /// Lays a page over the others; one of the same sort, or of the same client, makes room for it.
    fn open_page(&mut self, wish: Wish) -> Result<Command<Message>, Box<Wish>> {
        let (page, command) = match wish {
            Wish::Show(Page::Settings) => {
                let page = settings::Settings::new(self.preferences, self.log.clone());
                View::settings(page, &self.context)
            }
            Wish::ShowCompanies => {
                let page = settings::Settings::new(self.preferences, self.log.clone());
                View::settings(page.at(settings::Tab::Companies), &self.context)
            }
            Wish::Show(Page::Calendar) => View::calendar(self.preferences.calendar, &self.context),
            wish => View::open(wish, self.preferences.density, &self.context)?,
        };
        self.dialog = None;
        self.pages.retain(|known| !known.is_like(&page));
        self.pages.push(page);
        let surplus = self.pages.len().saturating_sub(PAGES);
        self.pages.drain(..surplus);
        Ok(command.map(Message::Page))
    }

    fn revert(&self, is_undo: bool) -> Command<Message> {
        let reverted = self.context.worker.write(move |workspace| {
            if is_undo {
                workspace.undo()
            } else {
                workspace.redo()
            }
        });
        Command::perform(reverted, move |outcome| Message::Reverted(is_undo, outcome))
    }
}

//! Which days of whom are shown: chosen, turned, read and laid out.

use chrono::Local;
use iced::widget::operation::{self, AbsoluteOffset};

use super::{Action, Calendar, Command, Context, Data, Layout, Message, Question, Shown};
use super::{MOST_COLUMNS, time_grid};
use crate::domain::calendar::{Entry, Range, Scope};
use crate::domain::{Employee, Id};
use crate::error::Error;
use crate::ui::preference::{CalendarLook, Preference};
use crate::ui::screen::Wish;

impl Calendar {
    pub(super) fn choose_scope(&mut self, scope: Scope, context: &Context) -> Action<Message> {
        let today = Local::now().date_naive();
        let day = match self.range.contains(today) {
            true => today,
            false => self.range.first,
        };
        self.scope = scope;
        self.is_scrolled = false;
        let shown = self.show(scope.around(day), context);
        let kept = self.keep_look();
        Action {
            command: shown.command,
            wishes: kept.wishes,
        }
    }

    pub(super) fn keep_look(&self) -> Action<Message> {
        let look = CalendarLook {
            scope: self.scope,
            is_side_by_side: self.is_side_by_side,
        };
        Action::wish(Wish::Prefer(Preference::Calendar(look)))
    }

    /// The range that lies so many steps away.
    pub(super) fn stepped(&self, steps: i32) -> Range {
        let around = self.scope.around(self.range.first);
        match around == self.range {
            true => self.scope.around(self.scope.step(self.range.first, steps)),
            false => self.range.shifted(steps),
        }
    }

    pub(super) fn show(&mut self, range: Range, context: &Context) -> Action<Message> {
        self.range = range;
        self.side.follow(range);
        self.derive(context);
        Action::run(self.refresh(context))
    }

    pub(super) fn toggle(&mut self, id: Id<Employee>, context: &Context) -> Action<Message> {
        let known = self.employees.iter().position(|known| *known == id);
        match known {
            Some(_) if self.employees.len() == 1 => return Action::none(),
            Some(at) => drop(self.employees.remove(at)),
            None => self.employees.push(id),
        }
        // As they stand in the list, whoever was ticked first.
        let order = |id: &Id<Employee>| context.catalog.employees.iter().position(|e| e.id == *id);
        self.employees.sort_by_key(order);
        self.derive(context);
        Action::run(self.refresh(context))
    }

    pub(super) fn take(
        &mut self,
        question: &Question,
        data: Result<Data, Error>,
        context: &Context,
    ) -> Action<Message> {
        if question.employees != self.employees || question.range != self.read_range() {
            return Action::none(); // nobody asks that any more
        }
        match data {
            Ok(data) => {
                self.data = Some(data);
                self.derive(context);
                Action::run(self.scroll_to_work())
            }
            Err(error) => Action::wish(Wish::Fail(error)),
        }
    }

    pub(super) fn derive(&mut self, context: &Context) {
        let entries = self.data.as_ref().map_or(&[][..], |data| &data.entries);
        let apart = self.is_side_by_side && self.fits_apart();
        self.shown = Shown::of(
            entries,
            (self.read_range(), &self.employees),
            apart,
            context,
        );
        let is_there = |entry: &Entry| entry.task == self.selected;
        if !entries.iter().any(is_there) {
            self.selected = None;
        }
    }

    /// Whether columns of their own for all employees can be read.
    pub(super) fn fits_apart(&self) -> bool {
        self.employees.len() > 1 && self.range.len() * self.employees.len() <= MOST_COLUMNS
    }

    /// Whether several employees share the columns: then each has a colour.
    pub(super) fn is_overlaid(&self) -> bool {
        let stand_apart =
            self.is_side_by_side && self.fits_apart() && self.layout() == Layout::Columns;
        self.employees.len() > 1 && !stand_apart && self.layout() != Layout::List
    }

    /// Brings the beginning of work into sight, or of what stands before it.
    pub(super) fn scroll_to_work(&mut self) -> Command<Message> {
        if self.is_scrolled || self.layout() != Layout::Columns {
            return Command::none();
        }
        self.is_scrolled = true;
        let y = self.shown.first_minute() as f32 / 60.0 * time_grid::HOUR;
        let offset = AbsoluteOffset { x: 0.0, y };
        operation::scroll_to(self.scroll.clone(), offset)
    }
}

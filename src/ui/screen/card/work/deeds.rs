//! What is done with the tasks of the tree: given, finished, moved, made from a template.

use std::sync::Arc;

use chrono::{Local, Utc};

use super::{Message, Work, say};
use crate::domain::task::{Rank, State};
use crate::domain::template::Order;
use crate::domain::{Blueprint, Id, Operation, Task};
use crate::ui::screen::card::section::Part;
use crate::ui::screen::card::{Message as Outer, Sheet, write};
use crate::ui::screen::{Action, Command, Context, Wish, task};

impl Work {
    /// What is done with a task.
    pub(super) fn carry_out(
        &self,
        message: Message,
        sheet: &Sheet,
        context: &Context,
    ) -> Action<Outer> {
        let now = Utc::now();
        match message {
            Message::Add(rank) => Action::wish(Wish::NewTask(Box::new(self.draft(rank, sheet)))),
            Message::Edit(id) => Action::wish(Wish::EditTask(id)),
            Message::Finish(id) => Action::wish(Wish::FinishTask(id, State::Done)),
            Message::Reopen(id) => write(Operation::ReopenTask, None, context, move |tx| {
                tx.reopen_task(id)
            }),
            Message::Delete(id) => write(Operation::DeleteTask, None, context, move |tx| {
                tx.delete_branch(id)
            }),
            Message::Tick(task, item, is_done) => {
                write(Operation::TickItem, None, context, move |tx| {
                    tx.tick_item(task, item, is_done)
                })
            }
            Message::Make(template) => {
                let order = self.order(sheet, context);
                let catalog = Arc::clone(&context.catalog);
                let folded = Some(Part::Work(Message::Templates(false)));
                write(Operation::AddProject, folded, context, move |tx| {
                    let blueprint = tx.read().blueprint(template)?;
                    let order = Order {
                        title: blueprint.template.name.clone(),
                        ..order
                    };
                    tx.add_project(&blueprint.project(&order, &catalog, now))
                })
            }
            Message::KeepAsTemplate(project) => {
                write(Operation::AddTemplate, None, context, move |tx| {
                    let blueprint: Blueprint = tx.read().blueprint_of(project)?;
                    tx.save_blueprint(&blueprint, &blueprint)
                })
            }
            _ => Action::none(),
        }
    }

    /// Folds a branch or unfolds it, now and for the next time that the card is looked at.
    pub(super) fn fold_branch(&mut self, id: Id<Task>, context: &Context) -> Action<Outer> {
        let is_folded = !self.closed.remove(&id);
        if is_folded {
            self.closed.insert(id);
        }
        self.lay_out(context);
        if context.is_read_only {
            return Action::none();
        }
        let kept = context
            .worker
            .write(move |workspace| workspace.fold_branch(id, is_folded));
        Action::run(Command::perform(kept, |kept| say(Message::Folded(kept))))
    }

    /// What a project that is made from a template begins with.
    fn order(&self, sheet: &Sheet, context: &Context) -> Order {
        Order {
            title: String::new(),
            client: Some(sheet.card.client.id),
            author: context.me.id,
            leader: context.me.id,
            starts_on: Local::now().date_naive(),
        }
    }

    /// What a new task begins with: below the chosen one, or beside it.
    fn draft(&self, rank: Rank, sheet: &Sheet) -> task::Draft {
        let draft = task::Draft::new(rank).about(&sheet.card.client);
        let Some((known, current)) = self.known.as_ref().zip(self.current()) else {
            return draft;
        };
        let new = Task::new(rank, "", Id::generate());
        let places = [Some(current.id), current.parent];
        let may_stand = |place: &Option<Id<Task>>| {
            place.is_some() && known.tree.check_place(&new, *place).is_ok()
        };
        task::Draft {
            parent: places.into_iter().find(may_stand).flatten(),
            ..draft
        }
    }

    /// Puts what is dragged where it is held.
    pub(super) fn drop_dragged(&mut self, context: &Context) -> Action<Outer> {
        let Some(drag) = self.drag.take() else {
            return Action::none();
        };
        let Some((known, (over, is_before))) = self.known.as_ref().zip(drag.over) else {
            return Action::none();
        };
        let tree = &known.tree;
        let (Some(what), Some(target)) = (tree.get(drag.what), tree.get(over)) else {
            return Action::none();
        };
        let fits_inside = tree.check_place(what, Some(over)).is_ok();
        match fits_inside && !is_before {
            true => self.place(what.id, Some(over), None, context),
            false => self.place(what.id, target.parent, Some(over), context),
        }
    }

    /// Puts a task below another, before a sister or behind all.
    pub(super) fn place(
        &self,
        id: Id<Task>,
        parent: Option<Id<Task>>,
        before: Option<Id<Task>>,
        context: &Context,
    ) -> Action<Outer> {
        write(Operation::MoveTask, None, context, move |tx| {
            tx.move_task(id, parent, before)
        })
    }
}

//! Saved views: filter, columns and order of a list under a name, one's own or for all colleagues.

mod view;

use std::collections::BTreeSet;

use iced::Task as Command;
use iced::widget::operation::focus;

use crate::domain::filter::{Expression, Fault, Ready, canonical};
use crate::domain::listing::{Filter, Order, Sort};
use crate::domain::text::fold;
use crate::domain::{Id, Operation, SavedView};
use crate::error::{Error, Result};
use crate::ui::screen::{Action, Context, Wish};

use super::columns::Columns;
use super::{Clients, Menu, Message as Outer};

/// The field of a view's name.
const NAME: &str = "clients-view-name";

/// Which view a register shows, and one that is being named.
#[derive(Debug, Default)]
pub struct Views {
    /// The view that was chosen last, as long as it is there.
    pub active: Option<Id<SavedView>>,
    form: Option<Form>,
}

/// A view while it is being named.
#[derive(Debug, Clone)]
struct Form {
    view: SavedView,
    /// The user wanted to save: what is missing is said now.
    is_checked: bool,
}

/// What happened to the views.
#[derive(Debug, Clone)]
pub enum Message {
    /// A saved view was chosen.
    Chosen(Id<SavedView>),
    /// A ready-made list was chosen.
    ReadyChosen(Ready),
    /// What is shown is to be saved under a name.
    SavePressed,
    /// The chosen view is to be what is shown now.
    UpdatePressed,
    /// The chosen view is to be named anew, or shared, or no longer.
    RenamePressed,
    /// The chosen view is to go.
    DeletePressed,
    /// The name was typed.
    NameChanged(String),
    /// Whether all colleagues have it.
    SharedToggled(bool),
    /// Whether it stands among the groups.
    SegmentToggled(bool),
    /// The form is whole.
    Submitted,
    /// A view was written.
    Written(
        Operation,
        Option<Id<SavedView>>,
        Result<BTreeSet<&'static str>, Error>,
    ),
}

impl Views {
    fn problem(&self, context: &Context) -> Option<&'static str> {
        let form = self.form.as_ref()?;
        let name = fold(&form.view.name);
        if name.is_empty() {
            return form.is_checked.then_some("views-name-missing");
        }
        let views = context.catalog.views.iter();
        let mut others = views.filter(|one| one.kind == form.view.kind && one.id != form.view.id);
        let is_taken = others.any(|one| fold(&one.name) == name);
        is_taken.then_some("views-name-taken")
    }
}

impl Clients {
    /// Takes in what happened to the views.
    pub(super) fn update_views(&mut self, message: Message, context: &Context) -> Action<Outer> {
        let views = &mut self.register_mut().views;
        match message {
            Message::Chosen(id) => self.choose_view(id, context),
            Message::ReadyChosen(ready) => {
                views.active = None;
                self.open = None;
                self.apply(Some(ready.condition(&context.catalog)), "", context)
            }
            Message::SavePressed => self.name_view(None, context),
            Message::RenamePressed => self.name_view(self.active_view(context), context),
            Message::UpdatePressed => match self.active_view(context) {
                Some(view) => self.save_view(view, context),
                None => Action::none(),
            },
            Message::DeletePressed => match self.active_view(context) {
                Some(view) => self.delete_view(view, context),
                None => Action::none(),
            },
            Message::NameChanged(name) => {
                views.change(|view| view.name = name);
                Action::none()
            }
            Message::SharedToggled(is_shared) => {
                let me = context.me.id;
                views.change(|view| view.owner = (!is_shared).then_some(me));
                Action::none()
            }
            Message::SegmentToggled(is_segment) => {
                views.change(|view| view.is_segment = is_segment);
                Action::none()
            }
            Message::Submitted => self.submit_view(context),
            Message::Written(operation, active, Ok(changed)) => {
                views.active = active;
                views.form = None;
                self.open = None;
                Action::wish(Wish::Done(operation, changed))
            }
            Message::Written(_, _, Err(error)) => Action::wish(Wish::Fail(error)),
        }
    }

    /// Shows what a view has kept.
    pub(super) fn choose_view(&mut self, id: Id<SavedView>, context: &Context) -> Action<Outer> {
        self.open = None;
        let view = context.catalog.views.iter().find(|view| view.id == id);
        let Some(view) = view else {
            return Action::none();
        };
        let Ok(condition) = canonical::read(&view.filter, &context.catalog) else {
            return Action::wish(Wish::Fail(Fault::FieldGone.into()));
        };
        let kind = self.kind;
        let register = self.register_mut();
        register.views.active = Some(id);
        let sorts = view.columns.lines().filter_map(Sort::of_name);
        let columns = Columns::of(kind, sorts);
        let read = register
            .list
            .change_columns(context, |shown| *shown = columns);
        register.list.set_order(read_order(&view.sorting));
        let read = read.map(move |message| Outer::List(kind, message));
        let applied = self.apply(condition, &view.words, context);
        let ordered = self.list_mut().renew(context);
        let ordered = ordered.map(move |message| Outer::List(kind, message));
        Action {
            command: Command::batch([read, applied.command, ordered]),
            ..applied
        }
        .and(Wish::KeepColumns)
    }

    /// Narrows the list to a condition and these words alone.
    pub(super) fn apply(
        &mut self,
        condition: Option<Expression>,
        words: &str,
        context: &Context,
    ) -> Action<Outer> {
        self.register_mut()
            .builder
            .show(condition.as_ref(), context);
        self.narrow(context, |filter| {
            *filter = Filter {
                text: words.to_owned(),
                condition,
                ..Filter::all(filter.kind)
            };
        })
    }

    /// The view that was chosen last, unless it is gone.
    fn active_view(&self, context: &Context) -> Option<SavedView> {
        let active = self.register().views.active?;
        let mut views = context.catalog.views.iter();
        views.find(|view| view.id == active).cloned()
    }

    fn name_view(&mut self, known: Option<SavedView>, context: &Context) -> Action<Outer> {
        let view = known.unwrap_or_else(|| SavedView::new(self.kind, context.me.id));
        self.register_mut().views.form = Some(Form {
            view,
            is_checked: false,
        });
        self.open = Some(Menu::NameView);
        Action::run(focus(NAME))
    }

    fn submit_view(&mut self, context: &Context) -> Action<Outer> {
        let views = &mut self.register_mut().views;
        if let Some(form) = &mut views.form {
            form.is_checked = true;
        }
        if views.problem(context).is_some() {
            return Action::none();
        }
        let Some(form) = &views.form else {
            return Action::none();
        };
        let mut view = form.view.clone();
        view.name = view.name.trim().to_owned();
        match view.version {
            0 => self.save_view(view, context),
            // Its name alone is changed; what it shows stays as it was kept.
            _ => {
                if view.is_segment {
                    view.words.clear();
                }
                write(Operation::EditView, view, context)
            }
        }
    }

    /// Saves a view as what is shown now.
    fn save_view(&mut self, mut view: SavedView, context: &Context) -> Action<Outer> {
        let catalog = &context.catalog;
        let list = self.list();
        let condition = list.filter.expression();
        let names_itself = condition
            .as_ref()
            .is_some_and(|condition| view.version > 0 && condition.names_view(view.id, catalog));
        if names_itself {
            return Action::wish(Wish::Fail(Fault::Cycle.into()));
        }
        view.filter = canonical::write(condition.as_ref(), catalog);
        view.words = match view.is_segment {
            true => String::new(),
            false => list.filter.text.trim().to_owned(),
        };
        let names: Vec<_> = list.columns.shown().map(Sort::name).collect();
        view.columns = names.join("\n");
        view.sorting = written_order(list.order());
        let operation = match view.version {
            0 => Operation::AddView,
            _ => Operation::EditView,
        };
        write(operation, view, context)
    }

    fn delete_view(&mut self, view: SavedView, context: &Context) -> Action<Outer> {
        let written = context.worker.write(move |workspace| {
            let done = workspace.transact(Operation::DeleteView, |tx| tx.delete(&view))?;
            Ok(done.changed)
        });
        Action::run(Command::perform(written, |changed| {
            Outer::Views(Message::Written(Operation::DeleteView, None, changed))
        }))
    }
}

fn write(operation: Operation, view: SavedView, context: &Context) -> Action<Outer> {
    let id = view.id;
    let written = context.worker.write(move |workspace| {
        let done = workspace.transact(operation, |tx| tx.save(&view).map(drop))?;
        Ok(done.changed)
    });
    Action::run(Command::perform(written, move |changed| {
        Outer::Views(Message::Written(operation, Some(id), changed))
    }))
}

impl Views {
    fn change(&mut self, change: impl FnOnce(&mut SavedView)) {
        if let Some(form) = &mut self.form {
            change(&mut form.view);
        }
    }
}

/// The order as a view keeps it: the column, a minus before it for the greatest first.
fn written_order(order: Order) -> String {
    let minus = if order.is_descending { "-" } else { "" };
    format!("{minus}{}", order.by.name())
}

fn read_order(text: &str) -> Order {
    let (is_descending, name) = match text.strip_prefix('-') {
        Some(name) => (true, name),
        None => (false, text),
    };
    Order {
        by: Sort::of_name(name).unwrap_or_default(),
        is_descending,
    }
}

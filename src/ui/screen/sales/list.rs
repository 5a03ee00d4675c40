//! A list that lies in memory as a whole: narrowed by a text, sorted, with the cursor on the same
//! line; and what its tab shows around it.

use std::collections::HashSet;

use iced::keyboard::key::Named;
use iced::widget::operation::{focus, move_cursor_to_end};
use iced::widget::{column, container, row};
use iced::{Fill, Padding};

use crate::domain::{Client, Id};
use crate::ui::screen::paged::Line;
use crate::ui::screen::selected::{self, Deed};
use crate::ui::screen::selection::Selection;
use crate::ui::screen::{Action, Command, Context, Press, Wish};
use crate::ui::style::{spacing, surface};
use crate::ui::widget::table::{self, Sort, Step};
use crate::ui::widget::{Element, Icon, button, section};

/// A list and what is typed to narrow it.
#[derive(Debug)]
pub struct List<L: Line> {
    /// Where the table stands, its cursor, its order.
    pub table: table::State,
    /// What is typed to narrow it.
    pub needle: String,
    all: Option<Vec<L>>,
    /// What is shown, in its order: places among all.
    rows: Vec<usize>,
    /// What these are about, in the same order.
    order: Vec<Id<L::Of>>,
    chosen: Option<Id<L::Of>>,
    /// Which lines are selected.
    pub selection: Selection,
    /// The menu of the table that the list is written to.
    pub export: selected::Menu,
}

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stroke {
    /// Nothing more than was done.
    None,
    /// The search has another text: the list is to be laid out anew.
    Typed,
    /// The keyboard is to go to the search.
    Search,
    /// The page is to be left.
    Leave,
    /// The line under the cursor is to be opened.
    Open,
    /// A new one is to be made.
    New,
    /// The line under the cursor is to be removed.
    Delete,
    /// Something is to be done with the selected lines, or with all.
    Deed(Deed),
}

impl<L: Line> Default for List<L> {
    fn default() -> Self {
        Self {
            table: table::State::default(),
            needle: String::new(),
            all: None,
            rows: Vec::new(),
            order: Vec::new(),
            chosen: None,
            selection: Selection::default(),
            export: selected::Menu::default(),
        }
    }
}

impl<L: Line> List<L> {
    /// A list that has read nothing yet, with the greatest of a column first.
    pub fn descending(by: &'static str) -> Self {
        let sort = Sort {
            key: by.into(),
            is_ascending: false,
        };
        Self {
            table: table::State::new(Some(sort), []),
            ..Self::default()
        }
    }

    /// Takes all lines; what is shown of them comes with [`Self::lay_out`].
    pub fn take(&mut self, all: Vec<L>) {
        self.all = Some(all);
    }

    /// Whether anything was read.
    pub fn is_read(&self) -> bool {
        self.all.is_some()
    }

    /// How many lines are shown.
    pub fn count(&self) -> usize {
        self.rows.len()
    }

    /// The lines that are shown, in their order.
    pub fn shown(&self) -> impl Iterator<Item = &L> {
        let all = self.all.as_deref().unwrap_or_default();
        self.rows.iter().filter_map(|at| all.get(*at))
    }

    /// The line in a row.
    pub fn at(&self, row: u64) -> Option<&L> {
        let at = self.rows.get(usize::try_from(row).ok()?)?;
        self.all.as_ref()?.get(*at)
    }

    /// The line under the cursor.
    pub fn current(&self) -> Option<&L> {
        self.at(self.table.cursor()?)
    }

    /// What the line under the cursor is about.
    pub fn chosen(&self) -> Option<Id<L::Of>> {
        self.chosen
    }

    /// Shows the lines that are meant; `sort` puts them into ascending order by a column.
    pub fn lay_out(
        &mut self,
        is_meant: impl Fn(&L) -> bool,
        sort: impl FnOnce(&str, &mut Vec<usize>, &[L]),
    ) {
        let Some(all) = &self.all else { return };
        let rows = all.iter().enumerate().filter(|(_, line)| is_meant(line));
        let mut rows: Vec<usize> = rows.map(|(at, _)| at).collect();
        match self.table.sort() {
            Some(by) => {
                sort(&by.key, &mut rows, all);
                if !by.is_ascending {
                    rows.reverse();
                }
            }
            None => sort("", &mut rows, all),
        }
        let at = rows
            .iter()
            .position(|at| Some(all[*at].id()) == self.chosen);
        self.selection.settle(&self.order);
        self.order = rows
            .iter()
            .filter_map(|at| Some(all.get(*at)?.id()))
            .collect();
        self.selection.keep(&self.order);
        self.rows = rows;
        let (at, count) = (at.unwrap_or_default() as u64, self.rows.len() as u64);
        self.table.set_cursor((count > 0).then_some(at), count);
        self.follow();
    }

    /// The row of the cursor.
    fn row(&self) -> Option<usize> {
        usize::try_from(self.table.cursor()?).ok()
    }

    /// What the cursor stands on is what keys are about.
    fn follow(&mut self) {
        self.chosen = self.current().map(Line::id);
    }

    /// Takes in what happened in the table; after [`table::Action::Sort`] the list is to be laid
    /// out anew.
    pub fn point(&mut self, message: table::Message) -> table::Action {
        let action = self.table.update(message, self.rows.len() as u64);
        match action {
            table::Action::Menu(row, _) if self.is_selected(row) => {}
            ref action => self.selection.follow(action, &self.order),
        }
        if matches!(action, table::Action::Press(..) | table::Action::Open(_)) {
            self.follow();
        }
        action
    }

    /// Whether the line in a row is selected.
    pub fn is_selected(&self, row: u64) -> bool {
        let at = usize::try_from(row).unwrap_or(usize::MAX);
        let id = self.order.get(at);
        id.is_some_and(|id| self.selection.contains(at, *id))
    }

    /// What the selected lines are about, each once.
    pub fn selected(&self) -> Vec<Id<L::Of>> {
        let mut ids = self.selection.ids(&self.order);
        let mut known = HashSet::new();
        ids.retain(|id| known.insert(*id));
        ids
    }

    /// The lines that something is done with: the selected ones, else all that are shown.
    pub fn meant(&self) -> impl Iterator<Item = &L> {
        let is_all = self.selection.is_empty();
        let rows = (0..).zip(self.shown());
        rows.filter(move |(row, _)| is_all || self.is_selected(*row))
            .map(|(_, line)| line)
    }

    /// What the check box of the header shows.
    pub fn checks(&self) -> table::Checks {
        self.selection.checks(self.order.len())
    }

    /// Takes in a key.
    pub fn press(&mut self, press: &Press) -> Stroke {
        if self.export.is_open() {
            return Stroke::None; // the menu has the keyboard
        }
        if press.is(Named::Escape) {
            return match std::mem::take(&mut self.needle).is_empty() {
                true if !self.selection.is_empty() => Stroke::Deed(Deed::Clear),
                true => Stroke::Leave,
                false => Stroke::Typed,
            };
        }
        if let Some(deed) = Deed::of_key(press) {
            return Stroke::Deed(deed);
        }
        let is_typed = press.is_captured && !self.needle.is_empty();
        if press.is_command('a') && !is_typed {
            self.selection.select_all(&self.order);
            return Stroke::None;
        }
        if press.is_command('f') {
            return Stroke::Search;
        }
        if press.is_captured {
            return Stroke::None;
        }
        if let Some(step) = Step::of_key(&press.key) {
            self.table.step(step, self.rows.len() as u64);
            self.follow();
            if let Some(row) = self.row() {
                match press.modifiers.shift() {
                    true => self.selection.stretch(row, &self.order),
                    false => self.selection.anchor(row, &self.order),
                }
            }
            return Stroke::None;
        }
        match () {
            () if press.is(Named::Enter) || press.is(Named::F2) => Stroke::Open,
            () if press.is(Named::Insert) => Stroke::New,
            () if press.is(Named::Space) => {
                if let Some(row) = self.row() {
                    self.selection.toggle(row, &self.order);
                }
                Stroke::None
            }
            () if press.is(Named::Delete) && !self.selection.is_empty() => {
                Stroke::Deed(Deed::Delete)
            }
            () if press.is(Named::Delete) => Stroke::Delete,
            () => match press.letters() {
                Some(letters) => {
                    self.needle.push_str(letters);
                    Stroke::Typed
                }
                None => Stroke::None,
            },
        }
    }
}

/// Letters to the clients of the selected lines, to each one.
pub fn letters<L: Line, M>(list: &List<L>, client_of: fn(&L) -> Id<Client>) -> Action<M> {
    if list.selection.is_empty() {
        return Action::none();
    }
    let mut known = HashSet::new();
    let clients = list.meant().map(client_of);
    let clients: Vec<_> = clients.filter(|client| known.insert(*client)).collect();
    Action::wish(Wish::Letters(clients))
}

/// Puts the keyboard behind what is typed into a search.
pub fn to_search<M: Send + 'static>(search: &'static str) -> Command<M> {
    Command::batch([focus(search), move_cursor_to_end(search)])
}

/// What narrows a list, what it adds up to, and the list.
pub fn framed<'a, M: 'a>(
    bar: impl Into<Element<'a, M>>,
    totals: Option<Element<'a, M>>,
    list: Element<'a, M>,
) -> Element<'a, M> {
    let bar = container(bar).padding(Padding::from([spacing::S, spacing::XL]));
    container(column![bar, totals, section::divider(), list])
        .width(Fill)
        .height(Fill)
        .style(surface::panel)
        .into()
}

/// The buttons that change the line under the cursor and remove it, each with the key of its words.
pub fn tools<'a, M: Clone + 'a>(
    (edit, on_edit): (&str, M),
    (delete, on_delete): (&str, M),
    context: &Context,
) -> Option<Element<'a, M>> {
    let locale = &context.locale;
    let tool = |icon, key: &str, message| {
        button::tool(icon, locale.text(key))
            .on_press(message)
            .reachable()
    };
    let tools = || {
        row![
            tool(Icon::Pencil, edit, on_edit),
            tool(Icon::Trash, delete, on_delete)
        ]
        .spacing(spacing::XS)
        .into()
    };
    (!context.is_read_only).then(tools)
}

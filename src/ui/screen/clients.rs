//! The clients: both registers as lists over any number of rows, and a card beside them.

mod actions;
mod builder;
mod bulk;
mod cell_edit;
mod cells;
mod chooser;
mod columns;
mod deeds;
mod edits;
mod filters;
mod keyboard;
mod known;
mod list;
mod mass_edit;
mod message;
mod next_step;
mod page;
mod panel;
mod row_menu;
mod rows;

#[cfg(test)]
mod tests;
mod totals;
mod views;

use iced::Task as Command;
use iced::advanced::widget::operate;
use iced::advanced::widget::operation::focusable::unfocus;
use iced::clipboard;
use iced::widget::operation::focus;

use crate::domain::client::Kind;
use crate::domain::listing::Filter;
use crate::domain::{Client, Group, Id, SavedView};
use crate::ui::screen::registers::Tab;
use crate::ui::screen::{Action, Context, Wish};
use crate::ui::widget::table::Density;

pub use bulk::Deed;
pub use columns::Kept;
pub use filters::Facet;
pub use message::{ColumnChange, Menu, Message};

use builder::Builder;
use bulk::Bulk;
use cell_edit::CellEdit;
use known::Known;
use list::List;
use mass_edit::MassEdit;
use next_step::NextStep;
use panel::Panel;
use totals::Totals;
use views::Views;

/// The field of the search.
const SEARCH: &str = "clients-search";
/// The field that narrows the choices of a menu.
const NEEDLE: &str = "clients-needle";

/// The screen of the clients.
pub struct Clients {
    kind: Kind,
    registers: [Register; 2],
    panel: Panel,
    bulk: Bulk,
    open: Option<Menu>,
    needle: String,
    /// How many pairs of cards look alike, once that is known.
    duplicates: Option<usize>,
    /// The line of the row's menu the keyboard stands on.
    mark: usize,
    /// The cell that is being edited.
    cell: Option<CellEdit>,
    dialog: Option<Dialog>,
    totals: Totals,
}

/// What stands over the screen.
enum Dialog {
    /// One field of many cards is edited.
    MassEdit(Box<MassEdit>),
    /// The next step is planned.
    NextStep(Box<NextStep>),
}

/// A register, and whether its data have changed since it was read.
struct Register {
    list: List,
    known: Known,
    builder: Builder,
    views: Views,
    is_stale: bool,
}

impl Clients {
    /// The screen with its columns as they were kept, and the reading of its first list.
    pub fn new(context: &Context, kept: &Kept) -> (Self, Command<Message>) {
        let register = |kind| Register {
            list: List::new(kind, kept),
            known: Known::default(),
            builder: Builder::new(kind),
            views: Views::default(),
            is_stale: true,
        };
        let mut screen = Self {
            kind: Kind::Organization,
            registers: Kind::ALL.map(register),
            panel: Panel::default(),
            bulk: Bulk::default(),
            open: None,
            needle: String::new(),
            mark: 0,
            cell: None,
            dialog: None,
            totals: Totals::default(),
            duplicates: None,
        };
        let command = screen.read(context);
        (screen, command)
    }

    /// How high the rows are.
    pub fn set_density(&mut self, density: Density) {
        for register in &mut self.registers {
            register.list.set_density(density);
        }
    }

    /// What the settings keep of the columns.
    pub fn columns(&self, context: &Context) -> Kept {
        let registers = self.registers.iter().map(|register| &register.list);
        let kept = registers.filter_map(|list| {
            let name = columns::register(list.kind).to_owned();
            Some((name, list.columns.kept(&list.table, &context.catalog)?))
        });
        kept.collect()
    }

    /// Says beside the tabs how many pairs of cards look alike.
    pub fn count_duplicates(&mut self, count: usize) {
        self.duplicates = Some(count);
    }

    /// Shows a register as it was left.
    pub fn show_register(&mut self, kind: Kind, context: &Context) -> Command<Message> {
        (self.kind, self.open) = (kind, None);
        let read = self.read(context);
        Command::batch([read, self.follow(context)])
    }

    /// Shows the clients of a group and no others.
    pub fn show_group(
        &mut self,
        kind: Kind,
        group: Id<Group>,
        context: &Context,
    ) -> Command<Message> {
        (self.kind, self.open) = (kind, None);
        let known = self.read(context);
        let narrowed = self.narrow(context, |filter| {
            *filter = Filter {
                groups: vec![group],
                ..Filter::all(kind)
            };
        });
        Command::batch([known, narrowed.command, self.follow(context)])
    }

    /// Shows the clients of a saved view.
    pub fn show_view(
        &mut self,
        kind: Kind,
        view: Id<SavedView>,
        context: &Context,
    ) -> Action<Message> {
        self.kind = kind;
        let known = self.read(context);
        let chosen = self.choose_view(view, context);
        let commands = [known, chosen.command, self.follow(context)];
        Action {
            command: Command::batch(commands),
            ..chosen
        }
    }

    /// The data have changed: reads what is shown anew. Place, cursor and selection stay.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        for register in &mut self.registers {
            register.is_stale = true;
        }
        let read = self.read(context);
        let totals = self
            .totals
            .follow(&self.registers[self.kind as usize].list, context);
        Command::batch([
            read,
            self.panel.refresh(context).map(Message::Panel),
            totals.map(Message::Totals),
        ])
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        let action = self.react(message, context);
        let follow = self.follow(context);
        let register = &self.registers[self.kind as usize];
        let totals = self.totals.follow(&register.list, context);
        Action {
            command: Command::batch([action.command, follow, totals.map(Message::Totals)]),
            ..action
        }
    }

    fn react(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::TabChosen(Tab::Register(kind)) => {
                Action::run(self.show_register(kind, context))
            }
            Message::TabChosen(tab) => Action::wish(tab.wish()),
            Message::ImportPressed => Action::wish(Wish::Import(None)),
            Message::CreatePressed => Action::wish(Wish::Create(self.kind, None)),
            Message::ExportChosen(format) => self.export(format),
            Message::MenuToggled(menu) => Action::run(self.toggle_menu(menu, context)),
            Message::MenuClosed => {
                self.open = None;
                Action::none()
            }
            Message::NeedleChanged(needle) => {
                self.needle = needle;
                Action::none()
            }
            Message::TextChanged(text) => self.narrow(context, |filter| filter.text = text),
            Message::TextSubmitted => self.wish_current(Wish::Open),
            Message::Filter(change) => {
                if matches!(change, filters::Message::Reset) {
                    (self.open, self.register_mut().views.active) = (None, None);
                }
                let narrowed = self.narrow(context, |filter| change.apply(filter, context.me.id));
                self.tell_builder(context);
                narrowed
            }
            Message::Builder(message) => self.build(message, context),
            Message::Views(message) => self.update_views(message, context),
            Message::Columns(change) => self.change_columns(change, context),
            Message::SelectionCleared => {
                self.list_mut().selection.clear();
                Action::none()
            }
            Message::DeedChosen(deed, client) => Action::run(self.begin(deed, client, context)),
            Message::List(kind, message) => self.react_to_list(kind, message, context),
            Message::Cell(message) => self.edit_cell(message, context),
            Message::MassEditAsked(client) => self.ask_mass_edit(client, context),
            Message::NextStepAsked(client) => self.ask_next_step(client, context),
            Message::LettersAsked(client) => self.ask_letters(client),
            Message::MergeAsked => self.ask_merge(context),
            Message::MassEdit(message) => self.update_mass_edit(message, context),
            Message::NextStep(message) => self.update_next_step(message, context),
            Message::DialogClosed => self.close_dialog(),
            Message::MarkMoved(by) => self.move_mark(by),
            Message::Wished(wish) => {
                self.open = None;
                Action::wish(wish)
            }
            Message::Totals(message) => self.update_totals(message),
            Message::Known(kind, message) => self.learn(kind, message, context),
            Message::Panel(message) => {
                self.open = self.open.filter(|menu| *menu != Menu::Card);
                self.panel.update(message, context).map(Message::Panel)
            }
            Message::Bulk(message) => self.proceed(message),
        }
    }

    fn register(&self) -> &Register {
        &self.registers[self.kind as usize]
    }

    fn register_mut(&mut self) -> &mut Register {
        &mut self.registers[self.kind as usize]
    }

    fn list(&self) -> &List {
        &self.register().list
    }

    fn list_mut(&mut self) -> &mut List {
        &mut self.registers[self.kind as usize].list
    }

    /// Reads the register that is shown, unless it is up to date.
    fn read(&mut self, context: &Context) -> Command<Message> {
        let kind = self.kind;
        let register = &mut self.registers[kind as usize];
        if !std::mem::take(&mut register.is_stale) {
            return Command::none();
        }
        let list = register.list.refresh(context);
        let known = register.known.refresh(kind, context);
        Command::batch([
            list.map(move |message| Message::List(kind, message)),
            known.map(move |message| Message::Known(kind, message)),
        ])
    }

    /// Lets the card follow the cursor.
    fn follow(&mut self, context: &Context) -> Command<Message> {
        let current = self.list().current();
        self.panel.follow(current, context).map(Message::Panel)
    }

    fn narrow(&mut self, context: &Context, change: impl FnOnce(&mut Filter)) -> Action<Message> {
        let kind = self.kind;
        let asked = self.list_mut().narrow(context, change);
        Action::run(asked.map(move |message| Message::List(kind, message)))
    }

    /// Takes in what happened in the builder. It speaks of everything the list is narrowed to but
    /// the words of the search.
    fn build(&mut self, message: builder::Message, context: &Context) -> Action<Message> {
        self.open = None;
        match self.register_mut().builder.update(message, context) {
            builder::Outcome::None => Action::none(),
            builder::Outcome::Copy(text) => {
                let said = context.locale.text("builder-copied");
                Action::run(clipboard::write(text)).and(Wish::Say(said))
            }
            builder::Outcome::Leave => Action::run(operate(unfocus())),
            builder::Outcome::Enter => {
                let condition = self.list().filter.expression();
                let builder = &mut self.register_mut().builder;
                builder.show(condition.as_ref(), context);
                let kept = self.narrow(context, |filter| filter.absorb(condition));
                Action::run(Command::batch([kept.command, builder::enter()]))
            }
            builder::Outcome::Narrow(condition) => {
                self.narrow(context, |filter| filter.absorb(condition))
            }
        }
    }

    /// Lets an open builder say what the list is narrowed to now.
    fn tell_builder(&mut self, context: &Context) {
        let Register { list, builder, .. } = self.register_mut();
        if builder.is_open {
            let condition = list.filter.expression();
            builder.show(condition.as_ref(), context);
        }
    }

    /// Takes in what is known of a register, and drops filters by groups that are gone.
    fn learn(&mut self, kind: Kind, message: known::Message, context: &Context) -> Action<Message> {
        let Register { list, known, .. } = &mut self.registers[kind as usize];
        match known.update(message) {
            Ok(true) => {}
            Ok(false) => return Action::none(),
            Err(error) => return Action::wish(Wish::Fail(error)),
        }
        let narrowed = list.narrow(context, |filter| known.keep_groups(filter));
        Action::run(narrowed.map(move |message| Message::List(kind, message)))
    }

    /// The client under the cursor.
    pub fn current(&self) -> Option<Id<Client>> {
        self.list().current()
    }

    fn update_totals(&mut self, message: totals::Message) -> Action<Message> {
        self.open = None;
        self.totals.update(message).map(Message::Totals)
    }

    fn toggle_menu(&mut self, menu: Menu, context: &Context) -> Command<Message> {
        let is_opened = self.open != Some(menu);
        self.open = is_opened.then_some(menu);
        self.needle.clear();
        self.mark = 0;
        if !is_opened {
            return Command::none();
        }
        let kind = self.kind;
        let known = &self.register().known;
        let cities = if menu == Menu::Facet(Facet::City) && known.cities.is_none() {
            let cities = known.read_cities(kind, context);
            cities.map(move |message| Message::Known(kind, message))
        } else {
            Command::none()
        };
        Command::batch([cities, focus(NEEDLE)])
    }
}

//! What happens on the screen.

use crate::domain::client::Kind;
use crate::domain::listing::Sort;
use crate::domain::{Client, Id};
use crate::ui::screen::registers::Tab;
use crate::ui::screen::{ExportFormat, Wish};

use super::{
    Deed, Facet, builder, bulk, cell_edit, filters, known, list, mass_edit, next_step, panel,
    totals, views,
};

/// A menu of the screen; one is open at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Menu {
    /// In what format to export.
    Export,
    /// By what to filter.
    AddFilter,
    /// The values of a filter.
    Facet(Facet),
    /// The columns.
    Columns,
    /// The saved views.
    Views,
    /// The name of a view.
    NameView,
    /// What else can be done to the client of the card.
    Card,
    /// The group to put the selected clients into.
    JoinGroup,
    /// The group to take them out of.
    LeaveGroup,
    /// The employee to give them to.
    Reassign,
    /// What can be done to the selected clients and has no room in the line.
    Selected,
    /// What can be done to a row.
    Row,
    /// The group to put a row into.
    RowGroup,
    /// The employee to give a row to.
    RowOwner,
    /// The column whose numbers are added up.
    Totals,
}

/// A change of the columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnChange {
    /// It is shown, or no longer.
    Toggle(Sort),
    /// It goes so many places on, or back.
    Shift(Sort, isize),
    /// They shall be as they were at first.
    Reset,
}

/// What happened on the screen.
#[derive(Debug, Clone)]
pub enum Message {
    /// A register was chosen, the groups, or the cards that look alike.
    TabChosen(Tab),
    /// An import was asked for.
    ImportPressed,
    /// A new client was asked for.
    CreatePressed,
    /// A format for the export was chosen; none for everything of the office.
    ExportChosen(Option<ExportFormat>),
    /// The button of a menu was pressed.
    MenuToggled(Menu),
    /// Somebody clicked beside the open menu.
    MenuClosed,
    /// Something was typed to narrow the choices of the open menu.
    NeedleChanged(String),
    /// Something was typed to search.
    TextChanged(String),
    /// Enter was pressed in the search.
    TextSubmitted,
    /// A filter was changed.
    Filter(filters::Message),
    /// Something in the builder of filters.
    Builder(builder::Message),
    /// Something happened to the saved views.
    Views(views::Message),
    /// The columns were changed.
    Columns(ColumnChange),
    /// No row shall be selected.
    SelectionCleared,
    /// Something shall be done to this client, else to the selected ones, else to the current one.
    DeedChosen(Deed, Option<Id<Client>>),
    /// Something in a list.
    List(Kind, list::Message),
    /// Something has been read about a register.
    Known(Kind, known::Message),
    /// Something in the card.
    Panel(panel::Message),
    /// A deed went on.
    Bulk(bulk::Message),
    /// In the cell that is being edited.
    Cell(cell_edit::Message),
    /// One field shall be edited: of this client, else of the selected ones, else of the current one.
    MassEditAsked(Option<Id<Client>>),
    /// What to do next shall be planned, likewise.
    NextStepAsked(Option<Id<Client>>),
    /// Letters to this client, else to the selected ones, else to the current one.
    LettersAsked(Option<Id<Client>>),
    /// The selected clients shall be made into one.
    MergeAsked,
    /// In the dialog that edits one field.
    MassEdit(mass_edit::Message),
    /// In the dialog that plans.
    NextStep(next_step::Message),
    /// The dialog was left.
    DialogClosed,
    /// The mark in the row's menu goes on, or back.
    MarkMoved(isize),
    /// Something only the app can do.
    Wished(Wish),
    /// In the line of the totals.
    Totals(totals::Message),
}

//! Everything that cards name and an office decides: dictionaries, fields, groups, colleagues.

use crate::domain::client::Kind;
use crate::domain::completeness::Items;
use crate::domain::field::Nature;
use crate::domain::task::{TaskKind, TaskResult};
use crate::domain::term::Dictionary;
use crate::domain::{
    Client, CustomField, Employee, Field, Group, Id, NamedMapping, OwnLinkKind, SavedView, Term,
    WorkCalendar,
};

/// After how many months without a check a card is stale, as long as the office has not said
/// otherwise.
pub const USUAL_STALE_MONTHS: u32 = 12;

/// The name of the policy that says how many months a card stays fresh.
pub const STALE_MONTHS: &str = "stale-months";

/// The name of the policy that says which fields the cards of a register require: their bits.
pub fn required_policy(kind: Kind) -> &'static str {
    match kind {
        Kind::Organization => "required-organization",
        Kind::Person => "required-person",
    }
}

/// What cards name by id, and what the office has decided; short lists, all in memory.
#[derive(Debug, Clone, PartialEq)]
pub struct Catalog {
    /// All employees, in the order they were entered.
    pub employees: Vec<Employee>,
    /// All groups, by name.
    pub groups: Vec<Group>,
    /// The entries of all dictionaries, each in its order.
    pub terms: Vec<Term>,
    /// Entries that were taken out of their dictionary: cards that name them still do.
    pub retired_terms: Vec<Term>,
    /// The custom fields of both registers, in their order.
    pub fields: Vec<CustomField>,
    /// The kinds of link the office has made, by name.
    pub link_kinds: Vec<OwnLinkKind>,
    /// The kinds of operation, in their order, also those that are no longer offered.
    pub task_kinds: Vec<TaskKind>,
    /// What can come of operations, those of each kind in their order.
    pub task_results: Vec<TaskResult>,
    /// Which days and hours are worked, by whom.
    pub calendar: WorkCalendar,
    /// Shared views and those of the signed-in employee, by name.
    pub views: Vec<SavedView>,
    /// The mappings of columns that were given a name, by name.
    pub mappings: Vec<NamedMapping>,
    /// What the cards of organisations and of persons require.
    pub required: [Items; 2],
    /// After how many months without a check a card is stale.
    pub stale_months: u32,
}

impl Default for Catalog {
    fn default() -> Self {
        Self {
            employees: Vec::new(),
            groups: Vec::new(),
            terms: Vec::new(),
            retired_terms: Vec::new(),
            fields: Vec::new(),
            link_kinds: Vec::new(),
            task_kinds: Vec::new(),
            task_results: Vec::new(),
            calendar: WorkCalendar::default(),
            views: Vec::new(),
            mappings: Vec::new(),
            required: Kind::ALL.map(Items::usual),
            stale_months: USUAL_STALE_MONTHS,
        }
    }
}

impl Catalog {
    /// The entries of a dictionary, in their order; of the options, those of every field.
    pub fn terms(&self, dictionary: Dictionary) -> impl Iterator<Item = &Term> {
        let terms = self.terms.iter();
        terms.filter(move |term| term.dictionary == dictionary)
    }

    /// The options of a custom field, in their order.
    pub fn options(&self, field: Id<CustomField>) -> impl Iterator<Item = &Term> {
        let terms = self.terms.iter();
        terms.filter(move |term| term.field == Some(field))
    }

    /// What an entry is called, also one that is no longer offered; empty for none.
    pub fn term(&self, id: Option<Id<Term>>) -> &str {
        let mut all = self.terms.iter().chain(&self.retired_terms);
        let found = all.find(|term| Some(term.id) == id);
        found.map_or("", |term| &term.name)
    }

    /// The custom fields of a register, in their order.
    pub fn fields(&self, kind: Kind) -> impl Iterator<Item = &CustomField> {
        self.fields.iter().filter(move |field| field.kind == kind)
    }

    /// The custom fields that the card of a client has: those of its register for all, and those
    /// for its kind of counterparty.
    pub fn fields_of(&self, client: &Client) -> impl Iterator<Item = &CustomField> {
        let category = client.category;
        self.fields(client.kind)
            .filter(move |field| field.category.is_none() || field.category == category)
    }

    /// A custom field.
    pub fn field(&self, id: Id<CustomField>) -> Option<&CustomField> {
        self.fields.iter().find(|field| field.id == id)
    }

    /// What the values of a field are.
    pub fn nature(&self, field: Field) -> Nature {
        field.nature(|id| self.field(id).map(|field| field.shape))
    }

    /// Surname and initials of an employee; empty for nobody.
    pub fn employee(&self, id: Option<Id<Employee>>) -> String {
        let found = self.employees.iter().find(|known| Some(known.id) == id);
        found.map(Employee::short_name).unwrap_or_default()
    }

    /// A kind of operation.
    pub fn task_kind(&self, id: Option<Id<TaskKind>>) -> Option<&TaskKind> {
        self.task_kinds.iter().find(|known| Some(known.id) == id)
    }

    /// The kinds that are offered for new operations, and `own`, in their order.
    pub fn offered_kinds(&self, own: Option<Id<TaskKind>>) -> impl Iterator<Item = &TaskKind> {
        let kinds = self.task_kinds.iter();
        kinds.filter(move |kind| kind.is_offered || Some(kind.id) == own)
    }

    /// What can come of operations of a kind, in their order, also what is no longer offered.
    pub fn results(&self, kind: Id<TaskKind>) -> impl Iterator<Item = &TaskResult> {
        let results = self.task_results.iter();
        results.filter(move |result| result.kind == kind)
    }

    /// The results of a kind that are offered, and `own`, in their order.
    pub fn offered_results(
        &self,
        kind: Id<TaskKind>,
        own: Option<Id<TaskResult>>,
    ) -> impl Iterator<Item = &TaskResult> {
        self.results(kind)
            .filter(move |result| result.is_offered || Some(result.id) == own)
    }

    /// An entry of the dictionary of results.
    pub fn task_result(&self, id: Option<Id<TaskResult>>) -> Option<&TaskResult> {
        self.task_results.iter().find(|known| Some(known.id) == id)
    }

    /// What the cards of a register require.
    pub fn required(&self, kind: Kind) -> Items {
        self.required[kind as usize]
    }
}

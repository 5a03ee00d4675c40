//! The columns of each register: which there are, which are shown, in what order, how wide they are.

use std::collections::BTreeMap;

use crate::domain::client::{Kind, TextField};
use crate::domain::field::Nature;
use crate::domain::listing::{Listing, Order, Sort};
use crate::domain::{Catalog, Field};
use crate::i18n::Locale;
use crate::settings;
use crate::ui::widget::table;

/// What the settings keep: for each register whose columns somebody changed, those that are shown.
pub type Kept = BTreeMap<String, Vec<settings::Column>>;

const INN: Sort = Sort::Field(Field::Text(TextField::Inn));
const ROLES: Sort = Sort::Field(Field::Roles);
const CITY: Sort = Sort::Field(Field::City);
const PHONE: Sort = Sort::Field(Field::Phone);
const EMAIL: Sort = Sort::Field(Field::Email);
const OWNER: Sort = Sort::Field(Field::Owner);
const SINCE: Sort = Sort::Field(Field::Since);
const POSITION: Sort = Sort::Field(Field::Text(TextField::Position));
const EMPLOYER: Sort = Sort::Field(Field::Employer);
const BIRTHDAY: Sort = Sort::Field(Field::Birthday);

/// The columns before anybody changes them: what matters most stands where it is always seen.
const ORGANIZATIONS: [Sort; 8] = [Sort::Name, ROLES, CITY, PHONE, OWNER, INN, EMAIL, SINCE];
const PERSONS: [Sort; 8] = [
    Sort::Name,
    POSITION,
    EMPLOYER,
    PHONE,
    OWNER,
    EMAIL,
    BIRTHDAY,
    CITY,
];

/// The name an earlier version kept the roles under.
const FORMER_ROLES: &str = "roles";

/// How a column looks before anybody changes it.
struct Look {
    /// Its width and the narrowest it may become, in logical pixels.
    width: (f32, f32),
    /// Whether it takes its part of the room that is left.
    grows: bool,
    /// Whether it stands at the right, as figures do.
    is_figure: bool,
    /// Whether nothing in it may be cut: half a number is another number.
    is_whole: bool,
}

fn usual(kind: Kind) -> &'static [Sort] {
    match kind {
        Kind::Organization => &ORGANIZATIONS,
        Kind::Person => &PERSONS,
    }
}

fn look(kind: Kind, sort: Sort, catalog: &Catalog) -> Look {
    let (width, grows) = match sort {
        Sort::Name if kind == Kind::Person => ((250.0, 214.0), true),
        Sort::Name => ((240.0, 190.0), true),
        INN => ((130.0, 116.0), false),
        ROLES => ((156.0, 142.0), false),
        CITY => ((164.0, 158.0), true),
        PHONE => ((164.0, 158.0), false),
        EMAIL => ((200.0, 150.0), true),
        OWNER => ((152.0, 142.0), true),
        SINCE => ((116.0, 110.0), false),
        POSITION => ((180.0, 130.0), true),
        EMPLOYER => ((200.0, 140.0), true),
        BIRTHDAY => ((126.0, 110.0), false),
        Sort::Field(Field::NextStepOn) => ((230.0, 150.0), true),
        Sort::Field(field) => match catalog.nature(field) {
            Nature::Integer | Nature::YesNo => ((96.0, 80.0), false),
            Nature::Number => ((120.0, 96.0), false),
            Nature::Money => ((164.0, 148.0), false),
            Nature::Date | Nature::Birthday => ((126.0, 110.0), false),
            Nature::Choice => ((150.0, 110.0), false),
            Nature::Text | Nature::Choices | Nature::Client => ((180.0, 120.0), true),
        },
    };
    let nature = match sort {
        Sort::Name | Sort::Field(Field::NextStepOn) => Nature::Text,
        Sort::Field(field) => catalog.nature(field),
    };
    let is_figure = matches!(
        nature,
        Nature::Integer | Nature::Number | Nature::Money | Nature::Date | Nature::Birthday
    );
    Look {
        width,
        grows,
        is_figure,
        is_whole: is_figure || matches!(sort, INN | PHONE),
    }
}

/// The name of a register in the settings.
pub fn register(kind: Kind) -> &'static str {
    match kind {
        Kind::Organization => "organizations",
        Kind::Person => "persons",
    }
}

/// Which columns a list shows, in their order; the name always stands first.
#[derive(Debug, Clone, PartialEq)]
pub struct Columns {
    kind: Kind,
    shown: Vec<Sort>,
}

impl Columns {
    /// The columns of a register before anybody changes them.
    pub fn usual(kind: Kind) -> Self {
        Self {
            kind,
            shown: usual(kind).to_vec(),
        }
    }

    /// The name and these columns, in that order; what the register does not have is left out.
    pub fn of(kind: Kind, sorts: impl Iterator<Item = Sort>) -> Self {
        let mut shown = vec![Sort::Name];
        for sort in sorts {
            let is_meant = match sort {
                Sort::Name => false,
                Sort::Field(field) => field.belongs_to(kind),
            };
            if is_meant && !shown.contains(&sort) {
                shown.push(sort);
            }
        }
        Self { kind, shown }
    }

    /// The columns as they were kept, and the widths somebody chose.
    pub fn restore(kind: Kind, kept: &Kept) -> (Self, Vec<(table::Key, f32)>) {
        let Some(kept) = kept.get(register(kind)) else {
            return (Self::usual(kind), Vec::new());
        };
        let columns = Self::of(kind, kept.iter().filter_map(|column| known(&column.name)));
        let widths = kept.iter().filter(|column| column.width.is_finite());
        let widths = widths.filter_map(|column| {
            let sort = known(&column.name)?;
            Some((key(sort), column.width))
        });
        let widths = widths
            .filter(|(key, _)| columns.find(key).is_some())
            .collect();
        (columns, widths)
    }

    /// What the settings keep of them and of the widths in `table`; nothing where nobody changed
    /// anything.
    pub fn kept(&self, table: &table::State, catalog: &Catalog) -> Option<Vec<settings::Column>> {
        if self.is_usual() && table.widths().next().is_none() {
            return None;
        }
        let kept = self.shown.iter().map(|sort| {
            let name = sort.name();
            let chosen = table.widths().find(|(key, _)| **key == *name);
            let usual = || look(self.kind, *sort, catalog).width.0;
            settings::Column {
                width: chosen.map_or_else(usual, |(_, width)| width),
                name,
            }
        });
        Some(kept.collect())
    }

    /// Whether nobody changed anything.
    pub fn is_usual(&self) -> bool {
        self.shown == usual(self.kind)
    }

    /// Every column there is but for the name: those that are shown in their order, then the others.
    pub fn choices(&self, catalog: &Catalog) -> Vec<(Sort, bool)> {
        let custom = catalog
            .fields(self.kind)
            .map(|field| Field::Custom(field.id));
        let all = Field::of_kind(self.kind).chain(custom).map(Sort::from);
        let others = all.filter(|sort| !self.shown.contains(sort));
        let shown = self.shown.iter().filter(|sort| **sort != Sort::Name);
        let shown = shown.filter(|sort| is_there(**sort, catalog));
        shown
            .map(|sort| (*sort, true))
            .chain(others.map(|sort| (sort, false)))
            .collect()
    }

    /// The columns that are shown, in order.
    pub fn shown(&self) -> impl Iterator<Item = Sort> + '_ {
        self.shown.iter().copied()
    }

    /// The fields whose values no line knows by itself.
    pub fn unsaid(&self) -> Vec<Field> {
        let fields = self.shown.iter().filter_map(|sort| match sort {
            Sort::Field(field) if !Listing::says(*field) => Some(*field),
            _ => None,
        });
        fields.collect()
    }

    /// Shows a column at the end, or hides it.
    pub fn toggle(&mut self, sort: Sort) {
        match self.shown.iter().position(|shown| *shown == sort) {
            Some(_) if sort == Sort::Name => {}
            Some(at) => drop(self.shown.remove(at)),
            None => self.shown.push(sort),
        }
    }

    /// Moves a column by one place, back where `by` is negative; the name stays first.
    pub fn shift(&mut self, sort: Sort, by: isize) {
        let at = self.shown.iter().position(|shown| *shown == sort);
        let to = at.and_then(|at| at.checked_add_signed(by));
        if let (Some(at), Some(to)) = (at, to)
            && at > 0
            && (1..self.shown.len()).contains(&to)
        {
            self.shown.swap(at, to);
        }
    }

    /// Moves a column to the other side of another; the name stays first.
    pub fn pass(&mut self, sort: Sort, other: Sort) {
        let place = |sort: Sort| self.shown.iter().position(|shown| *shown == sort);
        if let (Some(at), Some(to)) = (place(sort), place(other))
            && at > 0
            && to > 0
        {
            self.shown.remove(at);
            self.shown.insert(to, sort);
        }
    }

    /// Puts a column before another, or at the end; the name stays first.
    pub fn put(&mut self, sort: Sort, before: Option<Sort>) {
        if sort == Sort::Name || before == Some(sort) {
            return;
        }
        self.shown.retain(|shown| *shown != sort);
        let at = before.and_then(|before| self.shown.iter().position(|shown| *shown == before));
        self.shown
            .insert(at.unwrap_or(self.shown.len()).max(1), sort);
    }

    /// The column a table knows by `key`.
    pub fn find(&self, key: &str) -> Option<Sort> {
        self.shown.iter().copied().find(|sort| sort.name() == key)
    }

    /// The columns that are shown and still there, in order.
    pub fn there<'a>(&'a self, catalog: &'a Catalog) -> impl Iterator<Item = Sort> + 'a {
        self.shown().filter(|sort| is_there(*sort, catalog))
    }

    /// These columns, as the table wants them.
    pub fn table(&self, sorts: &[Sort], locale: &Locale, catalog: &Catalog) -> Vec<table::Column> {
        let columns = sorts.iter().map(|sort| {
            let look = look(self.kind, *sort, catalog);
            let title = locale.column(self.kind, *sort, catalog);
            let mut described = table::Column::new(key(*sort), title, look.width.0)
                .narrowest(look.width.1)
                .sortable();
            if look.grows {
                described = described.grows();
            }
            if look.is_figure {
                described = described.right();
            }
            if look.is_whole {
                described = described.whole();
            }
            described
        });
        columns.collect()
    }
}

fn known(name: &str) -> Option<Sort> {
    match name {
        FORMER_ROLES => Some(ROLES),
        name => Sort::of_name(name),
    }
}

/// Whether the field is still there.
fn is_there(sort: Sort, catalog: &Catalog) -> bool {
    match sort {
        Sort::Field(Field::Custom(id)) => catalog.field(id).is_some(),
        _ => true,
    }
}

/// What a table knows a column by.
pub fn key(sort: Sort) -> table::Key {
    sort.name().into()
}

/// The order a table is sorted by.
pub fn order(sort: Option<&table::Sort>) -> Order {
    let by = sort.and_then(|sort| Sort::of_name(&sort.key));
    Order {
        by: by.unwrap_or_default(),
        is_descending: sort.is_some_and(|sort| !sort.is_ascending),
    }
}

/// By name, the smallest first.
pub fn by_name() -> table::Sort {
    table::Sort {
        key: key(Sort::Name),
        is_ascending: true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::CustomField;
    use crate::domain::custom_field::Shape;

    fn kept(columns: &Columns, table: &table::State) -> Kept {
        let kept = columns.kept(table, &Catalog::default()).unwrap();
        Kept::from([(register(columns.kind).to_owned(), kept)])
    }

    #[test]
    fn columns_come_back_as_they_were_left() {
        let mut columns = Columns::usual(Kind::Person);
        columns.toggle(CITY);
        columns.toggle(Sort::Field(Field::Custom(crate::domain::Id::from(17))));
        columns.put(EMAIL, Some(POSITION));
        let table = table::State::new(None, [("phone".into(), 180.0)]);
        let (restored, widths) = Columns::restore(Kind::Person, &kept(&columns, &table));
        assert_eq!(restored, columns);
        assert!(widths.contains(&("phone".into(), 180.0)));
        assert_eq!(restored.shown().nth(1), Some(EMAIL));
    }

    #[test]
    fn columns_that_nobody_changed_are_not_kept() {
        let columns = Columns::usual(Kind::Person);
        let table = table::State::default();
        assert_eq!(columns.kept(&table, &Catalog::default()), None);
    }

    #[test]
    fn columns_are_moved_and_the_name_stays_first() {
        let mut columns = Columns::usual(Kind::Organization);
        columns.shift(ROLES, 1);
        assert_eq!(
            columns.shown().take(3).collect::<Vec<_>>(),
            [Sort::Name, CITY, ROLES]
        );
        columns.shift(CITY, -1);
        columns.shift(Sort::Name, 1);
        columns.pass(ROLES, Sort::Name);
        columns.pass(CITY, PHONE);
        columns.put(SINCE, Some(Sort::Name));
        columns.put(INN, None);
        let shown: Vec<_> = columns.shown().collect();
        assert_eq!(shown[..3], [Sort::Name, SINCE, ROLES]);
        assert_eq!(shown.last(), Some(&INN));
    }

    #[test]
    fn a_column_that_nobody_knows_is_left_out_and_the_name_stays() {
        let column = |name: &str, width| settings::Column {
            name: name.to_owned(),
            width,
        };
        let odd = vec![
            column("colour", 90.0),
            column("inn", f32::NAN),
            column("roles", 150.0),
        ];
        let kept = Kept::from([("organizations".to_owned(), odd)]);
        let (columns, widths) = Columns::restore(Kind::Organization, &kept);
        assert_eq!(
            columns.shown().collect::<Vec<_>>(),
            [Sort::Name, INN, ROLES]
        );
        assert_eq!(widths, [("role".into(), 150.0)]);
    }

    #[test]
    fn every_field_can_be_a_column_own_ones_too() {
        let own = CustomField::new(Kind::Organization, "Оборот", Shape::Money);
        let sort = Sort::Field(Field::Custom(own.id));
        let catalog = Catalog {
            fields: vec![own],
            ..Catalog::default()
        };
        let mut columns = Columns::usual(Kind::Organization);
        let choices = columns.choices(&catalog);
        let fields = Field::of_kind(Kind::Organization).count();
        assert_eq!(choices.len(), fields, "all but the name, and the own one");
        assert!(choices.contains(&(sort, false)) && choices.contains(&(CITY, true)));
        columns.toggle(sort);
        assert_eq!(columns.unsaid(), [Field::Custom(catalog.fields[0].id)]);
        assert!(
            !columns
                .choices(&Catalog::default())
                .iter()
                .any(|(known, _)| *known == sort)
        );
    }
}

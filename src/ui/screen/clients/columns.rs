//! The columns of each register: which there are, which are shown, how wide they are.

use std::collections::BTreeMap;

use crate::domain::client::Kind;
use crate::domain::listing::{Order, Sort};
use crate::i18n::Locale;
use crate::settings;
use crate::ui::widget::table;

/// What the settings keep: for each register whose columns somebody changed, those that are shown.
pub type Kept = BTreeMap<String, Vec<settings::Column>>;

/// What a column is and how it looks before anybody changes it.
struct Column {
    sort: Sort,
    key: &'static str,
    /// Its width and the narrowest it may become, in logical pixels.
    width: (f32, f32),
    /// Whether it takes its part of the room that is left.
    grows: bool,
}

const NAME: Column = column(Sort::Name, "name", (240.0, 190.0)).growing();
const FULL_NAME: Column = column(Sort::Name, "name", (250.0, 214.0)).growing();
const INN: Column = column(Sort::Inn, "inn", (130.0, 116.0));
const ROLES: Column = column(Sort::Roles, "roles", (156.0, 142.0));
const CITY: Column = column(Sort::City, "city", (150.0, 110.0)).growing();
const PHONE: Column = column(Sort::Phone, "phone", (164.0, 158.0));
const EMAIL: Column = column(Sort::Email, "email", (200.0, 150.0)).growing();
const OWNER: Column = column(Sort::Owner, "owner", (152.0, 142.0)).growing();
const SINCE: Column = column(Sort::Since, "since", (116.0, 110.0));
const POSITION: Column = column(Sort::Position, "position", (180.0, 130.0)).growing();
const EMPLOYER: Column = column(Sort::Employer, "employer", (200.0, 140.0)).growing();
const BIRTHDAY: Column = column(Sort::Birthday, "birthday", (126.0, 110.0));

const ORGANIZATIONS: [Column; 8] = [NAME, INN, ROLES, CITY, PHONE, EMAIL, OWNER, SINCE];
const PERSONS: [Column; 8] = [
    FULL_NAME, POSITION, EMPLOYER, PHONE, EMAIL, BIRTHDAY, CITY, OWNER,
];

/// Where there is little room the last of these give way first.
const BY_WEIGHT: [Sort; 11] = [
    Sort::Name,
    Sort::Phone,
    Sort::Roles,
    Sort::Employer,
    Sort::Position,
    Sort::Owner,
    Sort::City,
    Sort::Inn,
    Sort::Email,
    Sort::Since,
    Sort::Birthday,
];

const fn column(sort: Sort, key: &'static str, width: (f32, f32)) -> Column {
    Column {
        sort,
        key,
        width,
        grows: false,
    }
}

impl Column {
    const fn growing(self) -> Self {
        Self {
            grows: true,
            ..self
        }
    }
}

fn all(kind: Kind) -> &'static [Column] {
    match kind {
        Kind::Organization => &ORGANIZATIONS,
        Kind::Person => &PERSONS,
    }
}

/// The name of a register in the settings.
pub fn register(kind: Kind) -> &'static str {
    match kind {
        Kind::Organization => "organizations",
        Kind::Person => "persons",
    }
}

/// Which columns a list shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Columns {
    kind: Kind,
    hidden: Vec<Sort>,
}

impl Columns {
    /// All columns of a register.
    pub fn all(kind: Kind) -> Self {
        Self {
            kind,
            hidden: Vec::new(),
        }
    }

    /// The columns as they were kept, and the widths somebody chose.
    pub fn restore(kind: Kind, kept: &Kept) -> (Self, Vec<(table::Key, f32)>) {
        let mut columns = Self::all(kind);
        let Some(kept) = kept.get(register(kind)) else {
            return (columns, Vec::new());
        };
        let of = |key: &str| kept.iter().find(|column| column.name == key);
        let mut widths = Vec::new();
        for known in all(kind) {
            match of(known.key).map(|column| column.width) {
                Some(width) if width.is_finite() => widths.push((known.key.into(), width)),
                Some(_) => {}
                None if known.sort == Sort::Name => {}
                None => columns.hidden.push(known.sort),
            }
        }
        (columns, widths)
    }

    /// What the settings keep of them and of the widths in `table`; nothing where nobody changed
    /// anything.
    pub fn kept(&self, table: &table::State) -> Option<Vec<settings::Column>> {
        if self.hidden.is_empty() && table.widths().next().is_none() {
            return None;
        }
        let shown = all(self.kind).iter();
        let shown = shown.filter(|column| self.is_shown(column.sort));
        let kept = shown.map(|column| {
            let chosen = table.widths().find(|(key, _)| *key == column.key);
            settings::Column {
                name: column.key.to_owned(),
                width: chosen.map_or(column.width.0, |(_, width)| width),
            }
        });
        Some(kept.collect())
    }

    /// Every column that can be shown or hidden; the name always stands first.
    pub fn choices(&self) -> impl Iterator<Item = (Sort, bool)> + '_ {
        let choices = all(self.kind).iter().map(|column| column.sort);
        choices
            .filter(|sort| *sort != Sort::Name)
            .map(|sort| (sort, self.is_shown(sort)))
    }

    /// The columns that are shown, in order.
    pub fn shown(&self) -> impl Iterator<Item = Sort> + '_ {
        let columns = all(self.kind).iter().map(|column| column.sort);
        columns.filter(|sort| self.is_shown(*sort))
    }

    /// Shows a column, or hides it.
    pub fn toggle(&mut self, sort: Sort) {
        if self.is_shown(sort) {
            self.hidden.push(sort);
        } else {
            self.hidden.retain(|hidden| *hidden != sort);
        }
    }

    /// The columns that are shown and fit into `room` logical pixels, in order.
    pub fn fitting(&self, room: f32) -> Vec<Sort> {
        let mut left = room;
        let mut fitting: Vec<Sort> = Vec::new();
        for sort in BY_WEIGHT {
            let shown = all(self.kind).iter().find(|column| column.sort == sort);
            let Some(column) = shown.filter(|column| self.is_shown(column.sort)) else {
                continue;
            };
            left -= column.width.1;
            if left < 0.0 && !fitting.is_empty() {
                break;
            }
            fitting.push(sort);
        }
        self.shown().filter(|sort| fitting.contains(sort)).collect()
    }

    /// These columns, as the table wants them.
    pub fn table(&self, sorts: &[Sort], locale: &Locale) -> Vec<table::Column> {
        let columns = all(self.kind).iter();
        let columns = columns.filter(|column| sorts.contains(&column.sort));
        let columns = columns.map(|column| {
            let (width, narrowest) = column.width;
            let title = title(self.kind, column.sort, locale);
            let described = table::Column::new(column.key, title, width)
                .narrowest(narrowest)
                .sortable();
            if column.grows {
                described.grows()
            } else {
                described
            }
        });
        columns.collect()
    }

    fn is_shown(&self, sort: Sort) -> bool {
        !self.hidden.contains(&sort)
    }
}

/// The order a table is sorted by.
pub fn order(kind: Kind, sort: Option<&table::Sort>) -> Order {
    let by = sort.and_then(|sort| all(kind).iter().find(|column| sort.key == column.key));
    Order {
        by: by.map_or(Sort::Name, |column| column.sort),
        is_descending: sort.is_some_and(|sort| !sort.is_ascending),
    }
}

/// By name, the smallest first.
pub fn by_name() -> table::Sort {
    table::Sort {
        key: NAME.key.into(),
        is_ascending: true,
    }
}

/// The words above a column.
pub fn title(kind: Kind, sort: Sort, locale: &Locale) -> String {
    locale.text(match sort {
        Sort::Name if kind == Kind::Person => "clients-column-person",
        Sort::Name => "clients-column-name",
        Sort::Inn => "clients-column-inn",
        Sort::City => "clients-column-city",
        Sort::Phone => "clients-column-phone",
        Sort::Email => "clients-column-email",
        Sort::Owner => "clients-column-owner",
        Sort::Roles => "clients-column-roles",
        Sort::Since => "clients-column-since",
        Sort::Position => "clients-column-position",
        Sort::Birthday => "clients-column-birthday",
        Sort::Employer => "clients-column-employer",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_come_back_as_they_were_left() {
        let mut columns = Columns::all(Kind::Person);
        columns.toggle(Sort::City);
        let table = table::State::new(None, [("phone".into(), 180.0)]);
        let kept = columns.kept(&table).unwrap();
        let kept = Kept::from([("persons".to_owned(), kept)]);

        let (restored, widths) = Columns::restore(Kind::Person, &kept);
        assert_eq!(restored, columns);
        assert!(widths.contains(&("phone".into(), 180.0)));
        assert!(!restored.shown().any(|sort| sort == Sort::City));
    }

    #[test]
    fn columns_that_nobody_changed_are_not_kept() {
        let columns = Columns::all(Kind::Person);
        assert_eq!(columns.kept(&table::State::default()), None);
    }

    #[test]
    fn the_lightest_columns_give_way_first() {
        let columns = Columns::all(Kind::Organization);
        assert_eq!(columns.fitting(2000.0).len(), 8);
        assert_eq!(
            columns.fitting(800.0),
            [
                Sort::Name,
                Sort::Roles,
                Sort::City,
                Sort::Phone,
                Sort::Owner
            ]
        );
        assert_eq!(columns.fitting(20.0), [Sort::Name]);
    }

    #[test]
    fn a_column_that_no_version_knows_is_left_out_and_the_name_stays() {
        let column = |name: &str, width| settings::Column {
            name: name.to_owned(),
            width,
        };
        let odd = vec![column("colour", 90.0), column("inn", f32::NAN)];
        let kept = Kept::from([("organizations".to_owned(), odd)]);
        let (columns, widths) = Columns::restore(Kind::Organization, &kept);
        assert_eq!(columns.shown().collect::<Vec<_>>(), [Sort::Name, Sort::Inn]);
        assert_eq!(widths, []);
    }
}

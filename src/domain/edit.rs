//! Changing one field on one card or on many: what can be done to it, and what it becomes.

mod put;

use chrono::NaiveDate;

use crate::domain::client::{Roles, TextField};
use crate::domain::datum::CURRENCY;
use crate::domain::decimal::{self, MILLIONTHS};
use crate::domain::field::Nature;
use crate::domain::profile::MOST_INFLUENCE;
use crate::domain::requisites::compact;
use crate::domain::{Birthday, Datum, Field, Id, Money, day};

pub use put::put;

/// What becomes of one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Which field.
    pub field: Field,
    /// What becomes of it.
    pub change: Change,
}

/// What becomes of the value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It says this from now on; [`Datum::Nothing`] empties it.
    Set(Datum),
    /// Within a text, each `part` becomes `with`, letter for letter.
    Replace {
        /// What is looked for.
        part: String,
        /// What stands there from now on.
        with: String,
    },
    /// It says these too.
    Add(Datum),
    /// It says these no longer.
    Remove(Datum),
}

/// A way to change a field of many cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Way {
    /// To give it a value.
    Set,
    /// To empty it.
    Clear,
    /// To replace a part of a text.
    Replace,
    /// To add to several values.
    Add,
    /// To take away from several values.
    Remove,
}

/// Whether a field is written by hand at all: some are worked out.
pub fn is_editable(field: Field) -> bool {
    !matches!(field, Field::Completeness | Field::CreatedOn)
}

/// The ways to change a field whose values are of that nature, the most usual first.
pub fn ways(field: Field, nature: Nature) -> &'static [Way] {
    match nature {
        // Without it a card would have no name.
        _ if is_name(field) => &[Way::Set, Way::Replace],
        Nature::Text => &[Way::Set, Way::Replace, Way::Clear],
        Nature::Choices => &[Way::Add, Way::Remove, Way::Set, Way::Clear],
        _ => &[Way::Set, Way::Clear],
    }
}

fn is_name(field: Field) -> bool {
    matches!(field, Field::Text(TextField::Name | TextField::Surname))
}

impl Edit {
    /// What `now` becomes.
    pub fn applied(&self, now: &Datum) -> Datum {
        let next = match &self.change {
            Change::Set(datum) => datum.clone(),
            Change::Replace { part, with } => match now {
                Datum::Text(text) if !part.is_empty() && text.contains(part.as_str()) => {
                    Datum::text(cleaned(self.field, &text.replace(part.as_str(), with)))
                }
                _ => now.clone(),
            },
            Change::Add(more) => joined(now, more),
            Change::Remove(less) => without(now, less),
        };
        match is_name(self.field) && !next.is_said() {
            true => now.clone(),
            false => next,
        }
    }

    /// Whether something that `before` says would be gone.
    pub fn loses(&self, before: &Datum, after: &Datum) -> bool {
        match &self.change {
            Change::Add(_) | Change::Replace { .. } => false,
            Change::Set(_) | Change::Remove(_) => {
                before.is_said() && !joined(after, before).is_like(after)
            }
        }
    }
}

/// What says all that both say; where only one thing can be said, what is said more lately.
fn joined(now: &Datum, more: &Datum) -> Datum {
    match (now, more) {
        (_, Datum::Nothing) => now.clone(),
        (Datum::Roles(now), Datum::Roles(more)) => {
            Datum::Roles(Roles::from_bits(now.bits() | more.bits()))
        }
        (Datum::Terms(now), Datum::Terms(more)) => Datum::Terms(union(now, more)),
        (Datum::Employees(now), Datum::Employees(more)) => Datum::Employees(union(now, more)),
        (Datum::Groups(now), Datum::Groups(more)) => Datum::Groups(union(now, more)),
        (_, more) => more.clone(),
    }
}

fn without(now: &Datum, less: &Datum) -> Datum {
    match (now, less) {
        (Datum::Roles(now), Datum::Roles(less)) => {
            let left = Roles::from_bits(now.bits() & !less.bits());
            if left.is_empty() {
                Datum::Nothing
            } else {
                Datum::Roles(left)
            }
        }
        (Datum::Terms(now), Datum::Terms(less)) => rest(now, less, Datum::Terms),
        (Datum::Employees(now), Datum::Employees(less)) => rest(now, less, Datum::Employees),
        (Datum::Groups(now), Datum::Groups(less)) => rest(now, less, Datum::Groups),
        _ => now.clone(),
    }
}

fn union<T>(now: &[Id<T>], more: &[Id<T>]) -> Vec<Id<T>> {
    let new = more.iter().filter(|id| !now.contains(id));
    now.iter().chain(new).copied().collect()
}

fn rest<T>(now: &[Id<T>], less: &[Id<T>], datum: fn(Vec<Id<T>>) -> Datum) -> Datum {
    let left: Vec<_> = now
        .iter()
        .copied()
        .filter(|id| !less.contains(id))
        .collect();
    if left.is_empty() {
        Datum::Nothing
    } else {
        datum(left)
    }
}

/// A typed text as it is kept: numbers lose their spaces.
pub fn cleaned(field: Field, text: &str) -> String {
    match field {
        Field::Text(TextField::Inn | TextField::Kpp | TextField::Ogrn)
        | Field::Account
        | Field::Bik => compact(text),
        _ => text.trim().to_owned(),
    }
}

/// What is typed in a field whose values are of that nature; `None` where it cannot mean any.
/// Nothing typed means nothing.
pub fn read(field: Field, nature: Nature, typed: &str, today: NaiveDate) -> Option<Datum> {
    let text = cleaned(field, typed);
    if text.is_empty() {
        return Some(Datum::Nothing);
    }
    match nature {
        Nature::Text => Some(Datum::Text(text)),
        Nature::Integer => {
            let number = decimal::read(&text, 0)?;
            let is_known = field != Field::Influence || (1..=MOST_INFLUENCE).contains(&number);
            is_known.then_some(Datum::Integer(number))
        }
        Nature::Number => decimal::read(&text, MILLIONTHS).map(Datum::Number),
        Nature::Money => {
            let minor = decimal::read_money(&text)?;
            Some(Datum::Money(Money::new(minor, CURRENCY)))
        }
        // What is planned lies ahead.
        Nature::Date if field == Field::NextStepOn => {
            day::read_coming(&text, today).map(Datum::Date)
        }
        Nature::Date => day::read(&text, today).map(Datum::Date),
        Nature::Birthday => Birthday::read(&text, today).map(Datum::Birthday),
        Nature::YesNo | Nature::Choice | Nature::Choices | Nature::Client => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Group;
    use crate::domain::client::Role;

    fn edit(field: Field, change: Change) -> Edit {
        Edit { field, change }
    }

    fn groups(ids: impl IntoIterator<Item = i64>) -> Datum {
        Datum::Groups(ids.into_iter().map(Id::<Group>::from).collect())
    }

    #[test]
    fn a_part_of_a_text_is_replaced_wherever_it_stands() {
        let replace = Change::Replace {
            part: "Спб".into(),
            with: "Санкт-Петербург".into(),
        };
        let edit = edit(Field::City, replace);
        let after = edit.applied(&Datum::text("г. Спб"));
        assert_eq!(after, Datum::text("г. Санкт-Петербург"));
        let other = Datum::text("Казань");
        assert_eq!(edit.applied(&other), other);
        assert_eq!(edit.applied(&Datum::Nothing), Datum::Nothing);
    }

    #[test]
    fn a_card_never_loses_its_name() {
        let name = Field::Text(TextField::Name);
        let cleared = edit(name, Change::Set(Datum::Nothing));
        let now = Datum::text("ООО «Агат»");
        assert_eq!(cleared.applied(&now), now);
        assert!(!ways(name, Nature::Text).contains(&Way::Clear));
    }

    #[test]
    fn what_is_added_stands_there_once_and_what_is_removed_no_longer() {
        let add = edit(Field::Group, Change::Add(groups([2, 3])));
        assert_eq!(add.applied(&groups([1, 2])), groups([1, 2, 3]));
        assert_eq!(add.applied(&Datum::Nothing), groups([2, 3]));
        let remove = edit(Field::Group, Change::Remove(groups([1, 2])));
        assert_eq!(remove.applied(&groups([1, 2])), Datum::Nothing);
        let roles = Datum::Roles(Roles::default().with(Role::Active, true));
        let partner = Datum::Roles(Roles::default().with(Role::Partner, true));
        let add = edit(Field::Roles, Change::Add(partner.clone()));
        let both = Roles::default()
            .with(Role::Active, true)
            .with(Role::Partner, true);
        assert_eq!(add.applied(&roles), Datum::Roles(both));
        assert!(!add.loses(&roles, &Datum::Roles(both)));
    }

    #[test]
    fn a_value_that_is_overwritten_is_lost() {
        let set = edit(Field::City, Change::Set(Datum::text("Москва")));
        let lost = |before: &Datum| set.loses(before, &set.applied(before));
        assert!(lost(&Datum::text("Казань")));
        assert!(!lost(&Datum::Nothing) && !lost(&Datum::text("Москва")));
        let set = edit(Field::Group, Change::Set(groups([1, 2])));
        assert!(!set.loses(&groups([1]), &groups([1, 2])));
        assert!(set.loses(&groups([3]), &groups([1, 2])));
    }

    #[test]
    fn what_is_typed_is_read_as_the_field_wants_it() {
        let today = NaiveDate::from_ymd_opt(2026, 6, 29).unwrap();
        let typed = |nature, text| read(Field::Custom(Id::from(1)), nature, text, today);
        assert_eq!(
            typed(Nature::Number, "1 284,5"),
            Some(Datum::Number(1_284_500_000))
        );
        assert_eq!(
            typed(Nature::Number, "-0.25"),
            Some(Datum::Number(-250_000))
        );
        let money = Money::new(128_460_000, CURRENCY);
        assert_eq!(
            typed(Nature::Money, "1 284 600,00 ₽"),
            Some(Datum::Money(money))
        );
        assert_eq!(typed(Nature::Money, "1,234"), None);
        assert_eq!(typed(Nature::Number, "много"), None);
        assert_eq!(typed(Nature::Date, "  "), Some(Datum::Nothing));
        assert_eq!(typed(Nature::Date, "31.02.2026"), None);
        assert_eq!(read(Field::Influence, Nature::Integer, "6", today), None);
        let inn = Field::Text(TextField::Inn);
        let read = read(inn, Nature::Text, "7825 1073 25", today);
        assert_eq!(read, Some(Datum::text("7825107325")));
    }
}

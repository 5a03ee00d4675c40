//! Single columns of a line: what an edit of one field of many cards changes in the directory.

use crate::domain::client::TextField;
use crate::domain::completeness::Item;
use crate::domain::{Card, Client, Datum, Field, Id};
use crate::error::Result;
use crate::store::{Column, Database, Value};

/// What becomes of a line after the edit of a field that no search looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patch {
    /// The column that shows the field.
    column: Option<&'static str>,
    /// The item of completeness that the field is, or is a part of.
    item: Option<Item>,
}

impl Patch {
    /// What an edit of `field` changes in a line; `None` where the line has to be made anew.
    pub fn of(field: Field) -> Option<Self> {
        let (column, item) = match field {
            Field::Owner => (Some("owner_id"), Some(Item::Owner)),
            Field::Roles => (Some("roles"), Some(Item::Roles)),
            Field::Segment => (Some("segment_id"), Some(Item::Segment)),
            Field::Source => (Some("source_id"), Some(Item::Source)),
            Field::Category => (Some("category_id"), Some(Item::Category)),
            Field::Stage => (Some("stage"), Some(Item::Stage)),
            Field::Birthday => (Some("birthday"), Some(Item::Birthday)),
            Field::Since => (Some("since"), None),
            Field::CheckedOn => (Some("checked_on"), None),
            Field::Sex => (None, Some(Item::Sex)),
            Field::PreferredMedium => (None, Some(Item::PreferredMedium)),
            Field::RecommendedBy | Field::PoliticalRole | Field::Influence => (None, None),
            // Where an address goes for want of a street, the town of another may be shown.
            Field::City | Field::Region | Field::PostalCode | Field::Street => {
                (Some("city"), Some(Item::Address))
            }
            Field::Account | Field::Bank | Field::Bik => (None, Some(Item::Account)),
            Field::Text(TextField::Kpp) => (None, Some(Item::Kpp)),
            Field::Text(TextField::Position) => (Some("position"), Some(Item::Position)),
            Field::Text(TextField::Products) => (None, Some(Item::Products)),
            _ => return None,
        };
        Some(Self { column, item })
    }

    /// The columns of the line that it changes.
    pub fn columns(&self) -> impl Iterator<Item = &'static str> {
        self.column.into_iter().chain(["filled"])
    }

    /// Writes it into the line of a client that says `after` in the field of the client itself.
    pub fn write_own(
        &self,
        database: &dyn Database,
        id: Id<Client>,
        after: &Datum,
        stored: Value,
    ) -> Result<()> {
        // Lists sort by texts: what is not said is an empty one.
        let shown = match (self.column, stored) {
            (Some("owner_id" | "segment_id" | "source_id" | "category_id"), stored) => stored,
            (_, Value::Null) => String::new().into(),
            (_, stored) => stored,
        };
        let is_filled = match after {
            Datum::Text(text) => !text.trim().is_empty(),
            after => after.is_said(),
        };
        self.write(database, id, shown, is_filled)
    }

    /// Writes it into the line of a card of which only the rows of the field are known.
    pub fn write_beside(&self, database: &dyn Database, card: &Card) -> Result<()> {
        let city = card.address().map(|address| address.city.clone());
        let is_filled = match self.item {
            Some(Item::Address) => !card.addresses.is_empty(),
            _ => !card.accounts.is_empty(),
        };
        let shown = city.unwrap_or_default().into();
        self.write(database, card.client.id, shown, is_filled)
    }

    fn write(
        &self,
        database: &dyn Database,
        id: Id<Client>,
        shown: Value,
        is_filled: bool,
    ) -> Result<()> {
        let bit = self.item.map_or(0, |item| 1_i64 << item as i64);
        let filled = if is_filled { bit } else { 0 };
        let mut values = vec![(!bit).into(), filled.into()];
        let mut set = String::new();
        if let Some(column) = self.column {
            values.push(shown);
            set = format!(", {column} = $3");
        }
        values.push(id.to_value());
        if bit != 0 || self.column.is_some() {
            let last = values.len();
            let sql = format!(
                "UPDATE directory SET filled = (filled & $1) | $2{set} WHERE client_id = ${last}"
            );
            database.execute(&sql, &values)?;
        }
        Ok(())
    }
}

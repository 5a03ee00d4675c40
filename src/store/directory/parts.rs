//! Parts of a line: what a change of single columns of a card puts out of date in the directory.

use super::{COLUMNS, Line};
use crate::domain::client::Kind;
use crate::domain::completeness::{Item, Items};
use crate::domain::{Address, BankAccount, Card, Client, Id};
use crate::error::Result;
use crate::store::cards::page_of;
use crate::store::columns::Changed;
use crate::store::{Column, Database, Record};

/// Some parts of a line, a bit each in the order of [`PARTS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Parts(u32);

/// One column of a card, or all columns of a table beside it, and what a line shows of them.
struct Part {
    table: &'static str,
    /// `None` where any column of the table counts.
    column: Option<&'static str>,
    /// The column of the line.
    shown: Option<&'static str>,
    /// The item of completeness that follows from it.
    item: Option<Item>,
}

const fn own(column: &'static str, item: Item) -> Part {
    Part {
        table: Client::TABLE.name,
        column: Some(column),
        shown: Some(column),
        item: Some(item),
    }
}

/// A column of the client that lists do not show.
const fn unseen(column: &'static str, item: Option<Item>) -> Part {
    Part {
        shown: None,
        item,
        ..own(column, Item::Name)
    }
}

/// A column of the client that no card has to have.
const fn optional(column: &'static str) -> Part {
    Part {
        item: None,
        ..own(column, Item::Name)
    }
}

/// Everything that neither the search nor the order by name depends on.
const PARTS: [Part; 23] = [
    // Where an address goes for want of a street, the town of another may be shown.
    Part {
        table: Address::TABLE.name,
        column: None,
        shown: Some("city"),
        item: Some(Item::Address),
    },
    Part {
        table: BankAccount::TABLE.name,
        column: None,
        shown: None,
        item: Some(Item::Account),
    },
    own("owner_id", Item::Owner),
    own("employer_id", Item::Employer),
    own("roles", Item::Roles),
    own("position", Item::Position),
    own("birthday", Item::Birthday),
    own("segment_id", Item::Segment),
    own("source_id", Item::Source),
    own("category_id", Item::Category),
    own("stage", Item::Stage),
    own("next_step_on", Item::NextStep),
    optional("since"),
    optional("checked_on"),
    unseen("next_step", Some(Item::NextStep)),
    unseen("sex", Some(Item::Sex)),
    unseen("preferred_medium", Some(Item::PreferredMedium)),
    unseen("kpp", Some(Item::Kpp)),
    unseen("products", Some(Item::Products)),
    unseen("recommended_by", None),
    unseen("department_id", None),
    unseen("political_role", None),
    unseen("influence", None),
];

impl Parts {
    /// What depends on a column of a table; `None` where the whole line may.
    pub fn of(table: &str, column: &str) -> Option<Self> {
        let is_it = |part: &Part| {
            part.table == table && part.column.is_none_or(|its_column| its_column == column)
        };
        PARTS.iter().position(is_it).map(|at| Self(1 << at))
    }

    /// What depends on a row of a table that comes or goes; `None` where the whole line may.
    pub fn of_row(table: &str) -> Option<Self> {
        Self::of(table, "id").filter(|_| table != Client::TABLE.name)
    }

    /// These parts and those.
    pub fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    fn iter(self) -> impl Iterator<Item = &'static Part> {
        let all = PARTS.iter().enumerate();
        all.filter(move |(at, _)| self.0 & (1 << at) != 0)
            .map(|(_, part)| part)
    }

    fn touch(self, table: &str) -> bool {
        self.iter().any(|part| part.table == table)
    }
}

/// Brings parts of the lines of at most [`PAGE`](crate::store::page::PAGE) clients up to date, and notes what
/// has changed of them.
pub fn refresh_parts(
    database: &dyn Database,
    page: &[(Id<Client>, Parts)],
    changed: &mut Changed,
) -> Result<()> {
    let all = page
        .iter()
        .fold(Parts::default(), |all, (_, parts)| all.and(*parts));
    let ids: Vec<_> = page.iter().map(|(id, _)| *id).collect();
    for card in cards_of(database, &ids, all)? {
        let id = card.client.id;
        let known = page.binary_search_by_key(&id.raw(), |(id, _)| id.raw());
        if let Ok(at) = known {
            write(database, id, &Line::of(&card), page[at].1, changed)?;
        }
    }
    Ok(())
}

/// Cards that hold no more than these parts of a line are made from.
fn cards_of(database: &dyn Database, ids: &[Id<Client>], parts: Parts) -> Result<Vec<Card>> {
    let mut cards = Vec::with_capacity(ids.len());
    if ids.is_empty() {
        return Ok(cards);
    }
    if parts.touch(Client::TABLE.name) {
        let clients = page_of::<Client>(database, "id", ids)?;
        cards.extend(clients.into_iter().map(Card::new));
    } else {
        cards.extend(ids.iter().map(|id| {
            let mut card = Card::empty(Kind::Organization);
            card.client.id = *id;
            card
        }));
    }
    let at = |cards: &[Card], id: Id<Client>| {
        let found = cards.binary_search_by_key(&id.raw(), |card| card.client.id.raw());
        found.ok()
    };
    if parts.touch(Address::TABLE.name) {
        for row in page_of::<Address>(database, "client_id", ids)? {
            if let Some(at) = at(&cards, row.client) {
                cards[at].addresses.push(row);
            }
        }
    }
    if parts.touch(BankAccount::TABLE.name) {
        for row in page_of::<BankAccount>(database, "client_id", ids)? {
            if let Some(at) = at(&cards, row.client) {
                cards[at].accounts.push(row);
            }
        }
    }
    Ok(cards)
}

fn write(
    database: &dyn Database,
    id: Id<Client>,
    line: &Line,
    parts: Parts,
    changed: &mut Changed,
) -> Result<()> {
    let items: Items = parts.iter().filter_map(|part| part.item).collect();
    let filled = line.filled.bits() & items.bits();
    let shown: Vec<_> = parts.iter().filter_map(|part| part.shown).collect();
    if shown.is_empty() && items == Items::default() {
        return Ok(());
    }
    let mut values = vec![(!items.bits()).into(), filled.into()];
    let mut set = String::from("filled = (filled & $1) | $2");
    for (column, value) in COLUMNS.iter().zip(line.values(id)) {
        if shown.contains(column) {
            values.push(value);
            set += &format!(", {column} = ${}", values.len());
        }
    }
    values.push(id.to_value());
    let sql = format!(
        "UPDATE directory SET {set} WHERE client_id = ${}",
        values.len()
    );
    if database.execute(&sql, &values)? > 0 {
        changed.columns(id.raw(), shown.into_iter().chain(["filled"]));
    }
    Ok(())
}

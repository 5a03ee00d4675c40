//! What is asked of each client, answered for some hundred neighbours at a time: from columns of the
//! directory, from lists of ids, and only where these leave it open from the cards themselves.

use crate::domain::filter::Comparison;
use crate::error::Result;
use crate::store::columns::{Mask, Piece};
use crate::store::{Cell, Column, Flow, Reader, Value};

/// So many clients of a piece are asked about one by one, more all at once.
const SINGLY: usize = 96;

/// What is asked of each client. It is true or false, never unknown, so that NOT turns it round.
pub enum Question {
    /// All of these; of none it is true.
    All(Vec<Question>),
    /// Any of these.
    Any(Vec<Question>),
    /// Not that.
    Not(Box<Question>),
    /// Whether its line says in that column what is wanted.
    Line(&'static str, Box<dyn Fn(Cell<'_>) -> bool>),
    /// Whether it is one of these, the lowest first.
    Among(Vec<i64>),
    /// Whether its id lies from the first on and before the second.
    Between(Option<i64>, Option<i64>),
    /// A condition that looks at the card.
    Card(Look),
}

/// A condition in SQL on a client `v.client_id`; its values are numbered from `$2` on.
pub struct Look {
    condition: String,
    parameters: Vec<Value>,
    /// The statement that asks of one client, `$1`.
    one: String,
}

impl Look {
    pub fn new(condition: String, parameters: Vec<Value>) -> Self {
        let one = format!(
            "WITH v (client_id) AS (VALUES ($1)) SELECT v.client_id FROM v WHERE {condition}"
        );
        Self {
            condition,
            parameters,
            one,
        }
    }
}

impl Question {
    /// What nobody passes.
    pub fn never() -> Self {
        Self::Any(Vec::new())
    }

    /// Whether the line says in that column what is wanted.
    pub fn line(column: &'static str, wanted: impl Fn(Cell<'_>) -> bool + 'static) -> Self {
        Self::Line(column, Box::new(wanted))
    }

    /// The same of a column of texts.
    pub fn text(column: &'static str, wanted: impl Fn(&str) -> bool + 'static) -> Self {
        Self::line(column, move |cell| wanted(cell.text()))
    }

    /// The same of a column of numbers; unknown is 0.
    pub fn number(column: &'static str, wanted: impl Fn(i64) -> bool + 'static) -> Self {
        Self::line(column, move |cell| wanted(cell.integer()))
    }

    /// The opposite.
    pub fn negated(self) -> Self {
        Self::Not(Box::new(self))
    }

    /// The opposite where `is_so`.
    pub fn negated_if(self, is_so: bool) -> Self {
        if is_so { self.negated() } else { self }
    }

    /// Whether nothing is asked at all.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::All(parts) if parts.is_empty())
    }

    /// Adds the columns that it reads.
    pub fn columns(&self, columns: &mut Vec<&'static str>) {
        match self {
            Self::All(parts) | Self::Any(parts) => {
                parts.iter().for_each(|part| part.columns(columns));
            }
            Self::Not(inner) => inner.columns(columns),
            Self::Line(column, _) => {
                if !columns.contains(column) {
                    columns.push(column);
                }
            }
            Self::Among(_) | Self::Between(..) | Self::Card(_) => {}
        }
    }

    /// Which of the clients `within` pass; the others are not looked at.
    ///
    /// # Errors
    /// Where the cards cannot be read.
    pub fn answer(&self, piece: &Piece<'_>, within: Mask, reader: Reader<'_>) -> Result<Mask> {
        if within.is_empty() {
            return Ok(within);
        }
        match self {
            Self::All(parts) => parts
                .iter()
                .try_fold(within, |left, part| part.answer(piece, left, reader)),
            Self::Any(parts) => parts.iter().try_fold(Mask::default(), |found, part| {
                let open = within.without(found);
                Ok(found.or(part.answer(piece, open, reader)?))
            }),
            Self::Not(inner) => Ok(within.without(inner.answer(piece, within, reader)?)),
            Self::Line(column, wanted) => said(piece, within, column, wanted),
            Self::Among(ids) => Ok(among(piece, ids).and(within)),
            Self::Between(from, until) => {
                let mut found = Mask::default();
                let lies = |id: i64| {
                    from.is_none_or(|from| id >= from) && until.is_none_or(|until| id < until)
                };
                let rows = within.rows().filter(|row| lies(piece.ids[*row]));
                rows.for_each(|row| found.set(row));
                Ok(found)
            }
            Self::Card(look) => Ok(look.answer(piece, within, reader)?.and(within)),
        }
    }
}

/// Which lines say what is wanted; each of few values is looked at once.
fn said(
    piece: &Piece<'_>,
    within: Mask,
    column: &'static str,
    wanted: &dyn Fn(Cell<'_>) -> bool,
) -> Result<Mask> {
    let packed = piece.column(column)?;
    let mut found = Mask::default();
    if packed.count() < within.count() {
        let values = (0..packed.count()).map(|code| Ok(wanted(packed.value(code)?)));
        let values: Vec<bool> = values.collect::<Result<_>>()?;
        let rows = within.rows().filter(|row| values[packed.code(*row)]);
        rows.for_each(|row| found.set(row));
    } else {
        for row in within.rows() {
            if wanted(packed.cell(row)?) {
                found.set(row);
            }
        }
    }
    Ok(found)
}

/// Which clients of a piece are among these.
fn among(piece: &Piece<'_>, ids: &[i64]) -> Mask {
    let mut found = Mask::default();
    let (Some(first), Some(last)) = (piece.ids.first(), piece.ids.last()) else {
        return found;
    };
    let start = ids.partition_point(|id| id < first);
    let mut row = 0;
    for id in ids[start..].iter().take_while(|id| *id <= last) {
        while piece.ids[row] < *id {
            row += 1;
        }
        if piece.ids[row] == *id {
            found.set(row);
        }
    }
    found
}

impl Look {
    fn answer(&self, piece: &Piece<'_>, within: Mask, reader: Reader<'_>) -> Result<Mask> {
        let mut found = Vec::new();
        if within.count() <= SINGLY {
            // They are known to be visible.
            for row in within.rows() {
                self.ask(reader, piece.ids[row], &mut found)?;
            }
        } else {
            self.ask_between(reader, &piece.ids, &mut found)?;
        }
        Ok(among(piece, &found))
    }

    /// Asks about all clients of a piece at once.
    fn ask_between(&self, reader: Reader<'_>, ids: &[i64], found: &mut Vec<i64>) -> Result<()> {
        let first = self.parameters.len() + 2;
        let sql = format!(
            "SELECT v.client_id FROM visible v WHERE v.employee_id = $1 AND ({})
                AND v.client_id BETWEEN ${first} AND ${} ORDER BY v.client_id",
            self.condition,
            first + 1
        );
        let mut asked = vec![reader.who.to_value()];
        asked.extend_from_slice(&self.parameters);
        let ends = [ids.first(), ids.last()].into_iter().flatten();
        asked.extend(ends.map(|id| Value::Integer(*id)));
        collect(reader, &sql, &asked, found)
    }

    fn ask(&self, reader: Reader<'_>, client: i64, found: &mut Vec<i64>) -> Result<()> {
        let mut asked = vec![Value::Integer(client)];
        asked.extend_from_slice(&self.parameters);
        collect(reader, &self.one, &asked, found)
    }
}

fn collect(reader: Reader<'_>, sql: &str, asked: &[Value], found: &mut Vec<i64>) -> Result<()> {
    reader.database.stream(sql, asked, &mut |row| {
        found.push(row.cell(0)?.integer());
        Ok(Flow::Continue(()))
    })
}

/// Whether `one` compares so with `other`.
pub fn compares<T: Ord + ?Sized>(one: &T, comparison: Comparison, other: &T) -> bool {
    match comparison {
        Comparison::Equal => one == other,
        Comparison::NotEqual => one != other,
        Comparison::Less => one < other,
        Comparison::AtMost => one <= other,
        Comparison::More => one > other,
        Comparison::AtLeast => one >= other,
    }
}

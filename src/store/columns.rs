//! The columns of the directory by themselves: what filters and orders read of a million lines.
//!
//! Lines lie in pieces of some hundred neighbours by id. A piece is made anew from its lines wherever
//! one of them has changed; what one column says of all of them is one value of bytes.

mod mask;
mod packed;

use std::collections::BTreeSet;

use crate::domain::client::Kind;
use crate::domain::{Client, Employee, Id, Progress};
use crate::error::{Error, Result};
use crate::store::page::{self, PAGE};
use crate::store::{Cell, Cells, Column, Database, Flow, Reader, Record, Value};
pub(super) use mask::Mask;
pub(super) use packed::Packed;
use packed::{Nature, Packer, ROWS};

/// A column that stands by itself.
#[derive(Debug, Clone, Copy)]
struct Shape {
    name: &'static str,
    nature: Nature,
    is_text: bool,
}

const fn number(name: &'static str) -> Shape {
    Shape {
        name,
        nature: Nature::Number,
        is_text: false,
    }
}

const fn text(name: &'static str) -> Shape {
    Shape {
        name,
        nature: Nature::Text,
        is_text: true,
    }
}

const fn own(name: &'static str, is_text: bool) -> Shape {
    Shape {
        name,
        nature: Nature::Own,
        is_text,
    }
}

/// The ids come first: every reader wants them.
const SHAPES: [Shape; 19] = [
    own("client_id", false),
    number("owner_id"),
    number("employer_id"),
    number("roles"),
    own("name_key", true),
    own("inn", true),
    text("city"),
    own("phone", true),
    own("email", true),
    text("position"),
    text("since"),
    text("birthday"),
    number("segment_id"),
    number("source_id"),
    number("category_id"),
    text("stage"),
    text("next_step_on"),
    text("checked_on"),
    number("filled"),
];

/// The lines whose pieces are out of date.
#[derive(Debug, Default)]
pub(super) struct Changed {
    clients: Vec<i64>,
    /// The only columns that have changed; `None` where any may have, and lines may have come or gone.
    columns: Option<BTreeSet<&'static str>>,
}

impl Changed {
    /// Notes that a line was made, made anew or taken out.
    pub fn line(&mut self, client: i64) {
        self.columns = None;
        self.clients.push(client);
    }

    /// Notes that nothing but these columns of a line has changed.
    pub fn columns(&mut self, client: i64, columns: impl IntoIterator<Item = &'static str>) {
        if self.clients.is_empty() {
            self.columns = Some(BTreeSet::new());
        }
        if let Some(known) = &mut self.columns {
            known.extend(columns);
        }
        self.clients.push(client);
    }
}

/// Brings the pieces of all lines that have changed up to date.
pub(super) fn refresh(database: &dyn Database, changed: Changed) -> Result<()> {
    let Changed {
        mut clients,
        columns,
    } = changed;
    clients.sort_unstable();
    clients.dedup();
    let shapes: Vec<_> = SHAPES
        .iter()
        .filter(|shape| {
            columns
                .as_ref()
                .is_none_or(|only| only.contains(shape.name))
        })
        .copied()
        .collect();
    for kind in Kind::ALL {
        let clients = of_kind(database, &clients, kind)?;
        repack(database, kind, &clients, &shapes)?;
    }
    Ok(())
}

/// Makes all pieces anew.
pub(super) fn rebuild(database: &dyn Database) -> Result<()> {
    database.batch("DELETE FROM directory_columns")?;
    for kind in Kind::ALL {
        write_pieces(database, kind, (i64::MIN, i64::MAX), &SHAPES)?;
    }
    Ok(())
}

/// Those of these clients that are of that kind, deleted ones too.
fn of_kind(database: &dyn Database, clients: &[i64], kind: Kind) -> Result<Vec<i64>> {
    let table = Client::TABLE.name;
    let sql = format!(
        "SELECT id FROM {table} WHERE kind = $1 AND id IN ({}) ORDER BY id",
        page::places(1)
    );
    let mut found = Vec::new();
    for page in clients.chunks(PAGE) {
        let asked = page::values([kind.to_value()], page);
        database.stream(&sql, &asked, &mut |row| {
            found.push(row.cell(0)?.integer());
            Ok(Flow::Continue(()))
        })?;
    }
    Ok(found)
}

fn repack(database: &dyn Database, kind: Kind, clients: &[i64], shapes: &[Shape]) -> Result<()> {
    let mut rest = clients;
    while let Some(client) = rest.first() {
        let (from, until) = span(database, kind, *client)?;
        let firsts = write_pieces(database, kind, (from, until), shapes)?;
        if !firsts.contains(&from) {
            let gone = "DELETE FROM directory_columns
                         WHERE kind = $1 AND column_name = $2 AND first_id = $3";
            for shape in SHAPES {
                database.execute(gone, &[kind.to_value(), shape.name.into(), from.into()])?;
            }
        }
        rest = &rest[rest.partition_point(|id| *id < until)..];
    }
    Ok(())
}

/// From which id on, and before which, lie the lines of the piece that a client belongs to.
fn span(database: &dyn Database, kind: Kind, client: i64) -> Result<(i64, i64)> {
    let sql = "SELECT (SELECT MAX(first_id) FROM directory_columns
                        WHERE kind = $1 AND column_name = 'client_id' AND first_id <= $2),
                      (SELECT MIN(first_id) FROM directory_columns
                        WHERE kind = $1 AND column_name = 'client_id' AND first_id > $2)";
    let mut span = (i64::MIN, i64::MAX);
    let asked = [kind.to_value(), client.into()];
    database.stream(sql, &asked, &mut |row| {
        if let Cell::Integer(from) = row.cell(0)? {
            span.0 = from;
        }
        if let Cell::Integer(until) = row.cell(1)? {
            span.1 = until;
        }
        Ok(Flow::Break(()))
    })?;
    Ok(span)
}

/// Writes the pieces of the lines between two ids; names the first client of each.
fn write_pieces(
    database: &dyn Database,
    kind: Kind,
    span: (i64, i64),
    shapes: &[Shape],
) -> Result<Vec<i64>> {
    let mut firsts = Vec::new();
    pack(database, kind, span, shapes, &mut |first, cells| {
        firsts.push(first);
        let sql = "INSERT INTO directory_columns (kind, column_name, first_id, cells)
                   VALUES ($1, $2, $3, $4)
                   ON CONFLICT (kind, column_name, first_id)
                   DO UPDATE SET cells = excluded.cells WHERE cells <> excluded.cells";
        for (shape, cells) in shapes.iter().zip(cells) {
            let values = [
                kind.to_value(),
                shape.name.into(),
                first.into(),
                Value::Bytes(cells),
            ];
            database.execute(sql, &values)?;
        }
        Ok(())
    })?;
    Ok(firsts)
}

/// Packs the lines between two ids, and hands over the first client of each piece with its columns.
fn pack(
    database: &dyn Database,
    kind: Kind,
    (from, until): (i64, i64),
    shapes: &[Shape],
    each: &mut dyn FnMut(i64, Vec<Vec<u8>>) -> Result<()>,
) -> Result<()> {
    let columns: String = shapes
        .iter()
        .map(|shape| format!(", {}", shape.name))
        .collect();
    let sql = format!(
        "SELECT client_id{columns} FROM directory
          WHERE client_id >= $1 AND client_id < $2 AND +kind = $3 ORDER BY client_id"
    );
    let mut packers: Vec<_> = shapes
        .iter()
        .map(|shape| Packer::new(shape.nature))
        .collect();
    let (mut first, mut count) = (0, 0);
    let asked = [from.into(), until.into(), kind.to_value()];
    database.stream(&sql, &asked, &mut |row| {
        if count == ROWS {
            each(first, packers.iter_mut().map(Packer::take).collect())?;
            count = 0;
        }
        if count == 0 {
            first = row.cell(0)?.integer();
        }
        count += 1;
        for (at, packer) in packers.iter_mut().enumerate() {
            packer.add(row.cell(at + 1)?);
        }
        Ok(Flow::Continue(()))
    })?;
    if count > 0 {
        each(first, packers.iter_mut().map(Packer::take).collect())?;
    }
    Ok(())
}

/// The first clients of pieces that do not say what the lines say: a sound file has none.
pub(super) fn faults(database: &dyn Database) -> Result<Vec<i64>> {
    let mut faults = BTreeSet::new();
    for kind in Kind::ALL {
        let mut firsts = Vec::new();
        let sql = "SELECT first_id FROM directory_columns
                    WHERE kind = $1 AND column_name = 'client_id' ORDER BY first_id";
        database.stream(sql, &[kind.to_value()], &mut |row| {
            firsts.push(row.cell(0)?.integer());
            Ok(Flow::Continue(()))
        })?;
        if firsts.is_empty() {
            firsts.push(i64::MIN);
        }
        for (at, first) in firsts.iter().enumerate() {
            // What lies before the first piece belongs to it.
            let from = if at == 0 { i64::MIN } else { *first };
            let until = firsts.get(at + 1).copied().unwrap_or(i64::MAX);
            let mut expected = Vec::new();
            pack(
                database,
                kind,
                (from, until),
                &SHAPES,
                &mut |first, cells| {
                    expected.push((first, cells));
                    Ok(())
                },
            )?;
            if expected.is_empty() && *first != i64::MIN {
                faults.insert(*first);
            }
            for (first, cells) in expected {
                for (shape, cells) in SHAPES.iter().zip(cells) {
                    if stored(database, kind, shape.name, first)?.as_ref() != Some(&cells) {
                        faults.insert(first);
                    }
                }
            }
        }
    }
    Ok(faults.into_iter().collect())
}

fn stored(
    database: &dyn Database,
    kind: Kind,
    column: &'static str,
    first: i64,
) -> Result<Option<Vec<u8>>> {
    let sql = "SELECT cells FROM directory_columns
                WHERE kind = $1 AND column_name = $2 AND first_id = $3";
    let mut found = None;
    let asked = [kind.to_value(), column.into(), first.into()];
    database.stream(sql, &asked, &mut |row| {
        found = Some(row.cell(0)?.bytes().to_vec());
        Ok(Flow::Break(()))
    })?;
    Ok(found)
}

/// Some columns of neighbouring lines.
pub(super) struct Piece<'a> {
    /// Whose lines they are, the lowest first.
    pub ids: Vec<i64>,
    /// Those that the employee may see.
    pub visible: Mask,
    columns: Vec<(&'static str, Packed<'a>)>,
}

impl<'a> Piece<'a> {
    /// One of the columns that were asked for.
    ///
    /// # Errors
    /// [`Error::Unreadable`] where it was not.
    pub fn column(&self, name: &'static str) -> Result<&Packed<'a>> {
        let mut columns = self.columns.iter();
        let found = columns.find(|(known, _)| *known == name);
        found
            .map(|(_, packed)| packed)
            .ok_or(Error::Unreadable(name))
    }
}

impl Reader<'_> {
    /// Hands the pieces of a register over, with the columns that are asked for, in the order of
    /// the ids.
    ///
    /// # Errors
    /// [`Error::Cancelled`] as soon as `progress` is told to stop.
    pub(super) fn pieces(
        self,
        kind: Kind,
        columns: &[&'static str],
        progress: &Progress,
        each: &mut dyn FnMut(&Piece<'_>) -> Result<()>,
    ) -> Result<()> {
        let shapes: Vec<_> = columns
            .iter()
            .map(|name| shape(name))
            .collect::<Result<_>>()?;
        let (mut cells, mut joins) = (String::new(), String::new());
        for (at, shape) in shapes.iter().enumerate() {
            cells += &format!(", c{at}.cells");
            joins += &format!(
                " JOIN directory_columns c{at} ON c{at}.kind = v.kind
                   AND c{at}.column_name = '{}' AND c{at}.first_id = v.first_id",
                shape.name
            );
        }
        let sql = format!(
            "SELECT v.sees_all, v.cells, o.cells{cells} FROM visible_columns v
               JOIN directory_columns o ON o.kind = v.kind AND o.column_name = 'owner_id'
                AND o.first_id = v.first_id{joins}
              WHERE v.employee_id = $1 AND v.kind = $2 AND v.column_name = 'client_id'
              ORDER BY v.first_id"
        );
        self.database
            .stream(&sql, &[self.who.to_value(), kind.to_value()], &mut |row| {
                progress.check()?;
                let piece = piece(row, self.who, &shapes)?;
                if !piece.visible.is_empty() {
                    each(&piece)?;
                }
                Ok(Flow::Continue(()))
            })
    }
}

fn shape(name: &'static str) -> Result<Shape> {
    let shape = SHAPES.iter().find(|shape| shape.name == name);
    shape.copied().ok_or(Error::Unreadable(name))
}

fn piece<'a>(row: &'a dyn Cells, who: Id<Employee>, shapes: &[Shape]) -> Result<Piece<'a>> {
    let ids = ids(row.cell(1)?.bytes())?;
    let packed = |at: usize, shape: &Shape| {
        Packed::of(
            row.cell(at)?.bytes(),
            (shape.nature, shape.is_text),
            ids.len(),
        )
    };
    let mut visible = Mask::first(ids.len());
    if row.cell(0)?.integer() == 0 {
        let owners = packed(2, &number("owner_id"))?;
        visible = Mask::default();
        for at in 0..ids.len() {
            if owners.cell(at)? == Cell::Integer(who.raw()) {
                visible.set(at);
            }
        }
    }
    let columns = shapes
        .iter()
        .enumerate()
        .map(|(at, shape)| Ok((shape.name, packed(at + 3, shape)?)));
    let columns = columns.collect::<Result<_>>()?;
    Ok(Piece {
        ids,
        visible,
        columns,
    })
}

/// The ids of a piece: as many numbers as it has lines.
fn ids(bytes: &[u8]) -> Result<Vec<i64>> {
    let rows = bytes
        .first_chunk()
        .map(|count| u32::from_le_bytes(*count) as usize);
    let rows = rows
        .filter(|rows| *rows <= ROWS)
        .ok_or(Error::Unreadable("cells"))?;
    let packed = Packed::of(bytes, (Nature::Own, false), rows)?;
    let ids = (0..rows).map(|row| Ok(packed.cell(row)?.integer()));
    ids.collect()
}

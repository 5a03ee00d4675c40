//! Adding up the numbers of a column.

use crate::domain::client::Kind;
use crate::domain::completeness::Items;
use crate::domain::custom_field::Shape;
use crate::domain::datum::CURRENCY;
use crate::domain::progress::Progress;
use crate::domain::{Client, Datum, Field, Figures, Id, Money};
use crate::error::Result;
use crate::store::{Column, Flow, Reader, Value};

use super::{Place, STRIDE, place};

impl Reader<'_> {
    /// What the numbers of these clients in one field come to.
    ///
    /// # Errors
    /// [`Error::Cancelled`] as soon as `progress` is told to stop.
    pub fn figures(
        self,
        kind: Kind,
        field: Field,
        ids: &[Id<Client>],
        progress: &Progress,
    ) -> Result<Figures> {
        let mut wanted: Vec<i64> = ids.iter().map(|id| id.raw()).collect();
        wanted.sort_unstable();
        let required = match field {
            Field::Completeness => self.catalog()?.required(kind),
            _ => Items::default(),
        };
        let (sql, key) = match place(field) {
            Place::Filled => (
                "SELECT v.client_id, v.filled FROM visible v
                  WHERE v.employee_id = $1 AND +v.kind = $2"
                    .to_owned(),
                kind.to_value(),
            ),
            Place::Client(column) => (
                format!(
                    "SELECT v.client_id, c.{column} FROM visible v JOIN clients c ON c.id = v.client_id
                      WHERE v.employee_id = $1 AND +v.kind = $2 AND c.{column} IS NOT NULL"
                ),
                kind.to_value(),
            ),
            Place::Custom => (
                "SELECT v.client_id, f.number, f.shape FROM field_values f
                   JOIN visible v ON v.client_id = f.client_id
                  WHERE v.employee_id = $1 AND f.field_id = $2 AND f.deleted_by IS NULL
                    AND f.number IS NOT NULL"
                    .to_owned(),
                match field {
                    Field::Custom(id) => id.to_value(),
                    _ => Value::Null,
                },
            ),
            _ => return Ok(Figures::default()),
        };
        let mut figures = Figures::default();
        let mut count = 0;
        self.database
            .stream(&sql, &[self.who.to_value(), key], &mut |row| {
                count += 1;
                if count % STRIDE == 0 {
                    progress.check()?;
                }
                if wanted.binary_search(&row.cell(0)?.integer()).is_ok() {
                    let number = row.cell(1)?.integer();
                    figures.add(&match field {
                        Field::Completeness => {
                            Datum::Integer(required.percent(Items::from_bits(number)))
                        }
                        Field::Custom(_) if row.cell(2)?.text() == Shape::Money.name() => {
                            Datum::Money(Money::new(number, CURRENCY))
                        }
                        Field::Custom(_) => Datum::Number(number),
                        _ => Datum::Integer(number),
                    });
                }
                Ok(Flow::Continue(()))
            })?;
        Ok(figures)
    }
}

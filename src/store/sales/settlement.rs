//! How clients and we stand with each other: invoiced, delivered, paid, still owed.

use std::collections::HashMap;

use chrono::{Datelike, Months, NaiveDate};

use crate::domain::sales::{Settlement, Takings};
use crate::domain::{Client, Currency, Id};
use crate::error::Result;
use crate::store::papers::PAID;
use crate::store::{Column, Reader, Value};

impl Reader<'_> {
    /// How a visible client and we stand with each other, a line for each currency.
    pub fn settlements_of(self, client: Id<Client>, today: NaiveDate) -> Result<Vec<Settlement>> {
        let mut all = self.settlements_where("=", client, today)?;
        Ok(all.remove(&client).unwrap_or_default())
    }

    /// What came in from visible clients in the month of a day, a line for each currency.
    pub fn takings(self, day: NaiveDate) -> Result<Vec<Takings>> {
        let first = day.with_day(1).unwrap_or(day);
        let before = first.checked_sub_months(Months::new(1)).unwrap_or(first);
        let next = first.checked_add_months(Months::new(1)).unwrap_or(first);
        let rows = self.database.query(
            "SELECT y.currency,
                    CAST(COALESCE(SUM(y.amount) FILTER (WHERE y.paid_on >= $1), 0) AS BIGINT)
                        AS month,
                    CAST(COALESCE(SUM(y.amount) FILTER (WHERE y.paid_on < $1), 0) AS BIGINT)
                        AS before
               FROM visible v JOIN payments y ON y.client_id = v.client_id
              WHERE v.employee_id = $2 AND y.paid_on >= $3 AND y.paid_on < $4
                AND y.deleted_by IS NULL
              GROUP BY y.currency ORDER BY y.currency DESC",
            &[
                first.to_value(),
                self.who.to_value(),
                before.to_value(),
                next.to_value(),
            ],
        )?;
        rows.iter()
            .map(|row| {
                Ok(Takings {
                    currency: row.get("currency")?,
                    month: row.get("month")?,
                    before: row.get("before")?,
                })
            })
            .collect()
    }

    /// The same of all visible clients with whom there is anything to settle.
    pub fn settlements(self, today: NaiveDate) -> Result<HashMap<Id<Client>, Vec<Settlement>>> {
        self.settlements_where("<>", Id::from(0), today)
    }

    /// Of the clients whose id is (`=`) or is not (`<>`) that one.
    fn settlements_where(
        self,
        compared: &str,
        client: Id<Client>,
        today: NaiveDate,
    ) -> Result<HashMap<Id<Client>, Vec<Settlement>>> {
        let mut all: HashMap<Id<Client>, Vec<Settlement>> = HashMap::new();
        let owed = format!(
            "SELECT q.client_id, q.currency,
                    CAST(COALESCE(SUM(q.total) FILTER (WHERE q.kind = 'invoice'), 0) AS BIGINT)
                        AS invoiced,
                    CAST(COALESCE(SUM(q.total) FILTER (WHERE q.kind <> 'invoice'), 0) AS BIGINT)
                        AS shipped,
                    CAST(COALESCE(SUM(q.total - q.paid)
                        FILTER (WHERE q.kind = 'invoice' AND q.paid < q.total), 0) AS BIGINT)
                        AS debt,
                    CAST(COALESCE(SUM(q.total - q.paid)
                        FILTER (WHERE q.kind = 'invoice' AND q.paid < q.total
                                  AND q.due_on < $1), 0) AS BIGINT) AS overdue
               FROM (SELECT p.client_id, p.currency, p.kind, p.total, p.due_on, {PAID} AS paid
                       FROM visible v JOIN papers p ON p.client_id = v.client_id
                      WHERE v.employee_id = $2 AND p.client_id {compared} $3
                        AND p.deleted_by IS NULL
                        AND p.kind IN ('invoice', 'act', 'waybill') AND p.state = 'issued') AS q
              GROUP BY q.client_id, q.currency ORDER BY q.client_id, q.currency"
        );
        let [who, client]: [Value; 2] = [self.who.to_value(), client.to_value()];
        let asked = [today.to_value(), who.clone(), client.clone()];
        for row in self.database.query(&owed, &asked)? {
            let line = line(&mut all, row.get("client_id")?, row.get("currency")?);
            line.invoiced = row.get("invoiced")?;
            line.shipped = row.get("shipped")?;
            line.debt = row.get("debt")?;
            line.overdue = row.get("overdue")?;
        }
        let paid = format!(
            "SELECT q.client_id, q.currency,
                    CAST(SUM(q.amount) AS BIGINT) AS received,
                    CAST(SUM(q.amount - q.shared) AS BIGINT) AS advance
               FROM (SELECT y.client_id, y.currency, y.amount,
                            (SELECT COALESCE(SUM(a.amount), 0) FROM allocations a
                               JOIN papers p ON p.id = a.paper_id AND p.deleted_by IS NULL
                                            AND p.state = 'issued'
                              WHERE a.payment_id = y.id AND a.deleted_by IS NULL) AS shared
                       FROM visible v JOIN payments y ON y.client_id = v.client_id
                      WHERE v.employee_id = $1 AND y.client_id {compared} $2
                        AND y.deleted_by IS NULL) AS q
              GROUP BY q.client_id, q.currency ORDER BY q.client_id, q.currency"
        );
        for row in self.database.query(&paid, &[who, client])? {
            let line = line(&mut all, row.get("client_id")?, row.get("currency")?);
            line.received = row.get("received")?;
            line.advance = row.get("advance")?;
        }
        Ok(all)
    }
}

fn line(
    all: &mut HashMap<Id<Client>, Vec<Settlement>>,
    client: Id<Client>,
    currency: Currency,
) -> &mut Settlement {
    let lines = all.entry(client).or_default();
    let at = lines.iter().position(|line| line.currency == currency);
    let at = at.unwrap_or_else(|| {
        lines.push(Settlement::none(currency));
        lines.len() - 1
    });
    &mut lines[at]
}

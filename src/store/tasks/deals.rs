//! The open deals, for the board.

use crate::domain::deal::Deal;
use crate::domain::{Currency, Money};
use crate::error::Result;
use crate::store::{Column, Reader, Row};

impl Reader<'_> {
    /// The open projects that may be seen, in the order they were made; clients that may not be
    /// seen stay unnamed.
    pub fn deals(self) -> Result<Vec<Deal>> {
        let rows = self.database.query(
            "SELECT t.id, t.title, t.amount, t.currency, t.expected_on, t.stage_id, t.stage_since,
                    c.id AS client_id, COALESCE(NULLIF(c.name, ''), NULLIF(c.full_name, ''),
                        TRIM(c.surname || ' ' || c.first_name), '') AS client_name,
                    (SELECT p.employee_id FROM task_participants p
                      WHERE p.task_id = t.id AND p.degree = 'leads' AND p.deleted_by IS NULL
                      ORDER BY p.id LIMIT 1) AS leader_id
               FROM visible_tasks t
               LEFT JOIN clients c ON c.id =
                         (SELECT v.client_id FROM visible v
                           WHERE v.employee_id = t.viewer_id AND v.client_id = t.client_id)
              WHERE t.viewer_id = $1
                AND t.id IN (SELECT o.id FROM tasks o INDEXED BY tasks_projects
                              WHERE o.rank = 'project' AND o.state = 'open' AND o.deleted_by IS NULL)
              ORDER BY t.id",
            &[self.who.to_value()],
        )?;
        rows.iter().map(deal).collect()
    }
}

fn deal(row: &Row) -> Result<Deal> {
    let currency: Currency = row.get("currency")?;
    let amount: Option<i64> = row.get("amount")?;
    let name: Option<String> = row.get("client_name")?;
    Ok(Deal {
        id: row.get("id")?,
        title: row.get("title")?,
        client: row.get("client_id")?,
        client_name: name.unwrap_or_default(),
        leader: row.get("leader_id")?,
        sum: amount.map(|minor| Money::new(minor, currency)),
        expected_on: row.get("expected_on")?,
        stage: row.get("stage_id")?,
        stage_since: row.get("stage_since")?,
    })
}

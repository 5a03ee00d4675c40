//! The register of papers: all of them, or those that a filter asks for.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::paper::{PaperFilter, PaperListing, PaperOrder, PaperSort, PaperTotals};
use crate::domain::text::fold;
use crate::domain::{Client, Currency, Id, Money, Paper};
use crate::error::Result;
use crate::store::tasks::list;
use crate::store::{Column, Reader, Record, Row, Value};

/// What was paid for the paper `p` of a client `v` that may be seen.
pub(in crate::store) const PAID: &str =
    "(SELECT CAST(COALESCE(SUM(a.amount), 0) AS BIGINT) FROM allocations a
        JOIN payments y ON y.id = a.payment_id AND y.deleted_by IS NULL
       WHERE a.paper_id = p.id AND v.client_id = p.client_id AND a.deleted_by IS NULL)";

/// What is still to be paid for the paper `p`, as it may be seen.
fn debt() -> String {
    format!(
        "(CASE WHEN p.kind = 'invoice' AND p.state = 'issued' AND {PAID} < p.total
               THEN p.total - {PAID} ELSE 0 END)"
    )
}

/// The terms of an order.
fn terms(order: PaperOrder) -> String {
    let way = if order.is_descending { "DESC" } else { "ASC" };
    let by = match order.by {
        PaperSort::Date => format!("p.dated_on {way}, p.id {way}"),
        PaperSort::Number => format!("p.number {way}"),
        PaperSort::Kind => format!("p.kind {way}"),
        PaperSort::Client => format!("v.name_key {way}, v.client_id"),
        PaperSort::Subject => format!("fold(p.subject) {way}"),
        PaperSort::Total => format!("p.total {way}"),
        PaperSort::State => format!("p.state {way}"),
        PaperSort::Debt => format!("{} {way}", debt()),
        PaperSort::Due => {
            let debt = debt();
            format!("{debt} = 0, CASE WHEN {debt} > 0 THEN p.due_on END {way}")
        }
    };
    format!("{by}, p.dated_on DESC, p.id DESC")
}

/// A question being put together: conditions, and what stands in their places.
struct Question {
    sql: String,
    values: Vec<Value>,
}

impl Question {
    /// The place of a value, `$2`.
    fn place(&mut self, value: Value) -> String {
        self.values.push(value);
        format!("${}", self.values.len())
    }

    fn and(&mut self, condition: &str) {
        self.sql.push_str(" AND ");
        self.sql.push_str(condition);
    }

    fn compare(&mut self, column: &str, value: Option<Value>) {
        if let Some(value) = value {
            let place = self.place(value);
            self.and(&format!("{column} {place}"));
        }
    }

    fn among(&mut self, column: &str, values: impl Iterator<Item = Value>) {
        let places: Vec<_> = values.map(|value| self.place(value)).collect();
        if !places.is_empty() {
            self.and(&format!("{column} IN ({})", places.join(", ")));
        }
    }

    /// Each word has to occur somewhere, and so has the whole in the text of a file.
    fn search(&mut self, text: &str) {
        let text = fold(text);
        if text.is_empty() {
            return;
        }
        let words: Vec<_> = text
            .split(' ')
            .map(|word| {
                let place = self.place(word.into());
                format!(
                    "(instr(fold(p.number), {place}) > 0 OR instr(fold(p.subject), {place}) > 0
                      OR instr(v.name_key, {place}) > 0)"
                )
            })
            .collect();
        let words = words.join(" AND ");
        let whole = self.place(text.as_str().into());
        self.and(&format!(
            "(({words}) OR EXISTS (SELECT 1 FROM paper_versions x
                    WHERE x.paper_id = p.id AND v.client_id = p.client_id
                      AND x.deleted_by IS NULL AND instr(x.text, {whole}) > 0))"
        ));
    }
}

impl Reader<'_> {
    /// What those of the papers that may be seen come to, and what of it is still to be paid, in
    /// each currency.
    pub fn paper_sums(self, ids: &[Id<Paper>]) -> Result<Vec<(Money, Money)>> {
        let debt = debt();
        let rows = self.database.query(
            &format!(
                "SELECT p.currency, CAST(SUM(p.total) AS BIGINT) AS total,
                        CAST(SUM({debt}) AS BIGINT) AS debt
                   FROM json_each($1) j JOIN papers p ON p.id = j.value
                   JOIN visible v ON v.client_id = p.client_id
                  WHERE v.employee_id = $2 AND p.deleted_by IS NULL
                  GROUP BY p.currency ORDER BY p.currency"
            ),
            &[list(ids), self.who.to_value()],
        )?;
        rows.iter()
            .map(|row| {
                let currency: Currency = row.get("currency")?;
                let money = |minor| Money::new(minor, currency);
                Ok((money(row.get("total")?), money(row.get("debt")?)))
            })
            .collect()
    }

    /// The papers that a filter asks for and that may be seen, the newest first: so many, from
    /// that one on, counted from 0.
    pub fn register(
        self,
        filter: &PaperFilter,
        (from, count): (usize, usize),
    ) -> Result<Vec<PaperListing>> {
        let mut question = self.paper_question("SELECT p.id", filter);
        let [count, from] = [count, from].map(|n| i64::try_from(n).unwrap_or(i64::MAX));
        let (limit, offset) = (question.place(count.into()), question.place(from.into()));
        let sql = format!(
            "{} ORDER BY p.dated_on DESC, p.id DESC LIMIT {limit} OFFSET {offset}",
            question.sql
        );
        let rows = self.database.query(&sql, &question.values)?;
        let ids: Vec<Id<Paper>> = rows
            .iter()
            .map(|row| row.get("id"))
            .collect::<Result<_>>()?;
        self.paper_listings(&ids)
    }

    /// The papers that a filter asks for and that may be seen, in that order.
    pub fn register_order(self, filter: &PaperFilter, order: PaperOrder) -> Result<Vec<Id<Paper>>> {
        let question = self.paper_question("SELECT p.id", filter);
        let sql = format!("{} ORDER BY {}", question.sql, terms(order));
        let rows = self.database.query(&sql, &question.values)?;
        rows.iter().map(|row| row.get("id")).collect()
    }

    /// What the invoices add up to that a filter asks for and that may be seen, a line for each
    /// currency; late is what was due before `today`.
    pub fn register_totals(
        self,
        filter: &PaperFilter,
        today: NaiveDate,
    ) -> Result<Vec<PaperTotals>> {
        let asked = format!(
            "WITH q AS (SELECT p.currency, p.kind, p.state, p.total, p.due_on, {PAID} AS paid,
                               {} AS debt",
            debt()
        );
        let mut question = self.paper_question(&asked, filter);
        let today = question.place(today.to_value());
        let sql = format!(
            "{})
             SELECT q.currency, CAST(SUM(q.total) AS BIGINT) AS invoiced,
                    CAST(SUM(q.paid) AS BIGINT) AS paid, CAST(SUM(q.debt) AS BIGINT) AS debt,
                    CAST(COALESCE(SUM(q.debt) FILTER (WHERE q.due_on < {today}), 0) AS BIGINT)
                        AS overdue,
                    COUNT(*) FILTER (WHERE q.debt > 0) AS unpaid,
                    COUNT(*) FILTER (WHERE q.debt > 0 AND q.due_on < {today}) AS late
               FROM q WHERE q.kind = 'invoice' AND q.state = 'issued'
              GROUP BY q.currency ORDER BY q.currency DESC",
            question.sql
        );
        let rows = self.database.query(&sql, &question.values)?;
        rows.iter()
            .map(|row| {
                Ok(PaperTotals {
                    currency: row.get("currency")?,
                    invoiced: row.get("invoiced")?,
                    paid: row.get("paid")?,
                    debt: row.get("debt")?,
                    overdue: row.get("overdue")?,
                    unpaid: row.get("unpaid")?,
                    late: row.get("late")?,
                })
            })
            .collect()
    }

    /// How many papers a filter asks for that may be seen.
    pub fn count_register(self, filter: &PaperFilter) -> Result<i64> {
        let question = self.paper_question("SELECT COUNT(*) AS count", filter);
        let rows = self.database.query(&question.sql, &question.values)?;
        rows.first().map_or(Ok(0), |row| row.get("count"))
    }

    /// Those of the papers that may be seen, as the register shows them, in that order.
    pub fn paper_listings(self, ids: &[Id<Paper>]) -> Result<Vec<PaperListing>> {
        let rows = self.database.query(
            &format!(
                "SELECT p.*, {PAID} AS paid,
                        COALESCE(NULLIF(c.name, ''), NULLIF(c.full_name, ''),
                            TRIM(c.surname || ' ' || c.first_name), '') AS client_name,
                        (SELECT CAST(COALESCE(SUM(s.total), 0) AS BIGINT) FROM papers s
                          WHERE s.basis_id = p.id AND s.kind IN ('act', 'waybill')
                            AND s.state = 'issued' AND s.deleted_by IS NULL) AS shipped,
                        (SELECT COUNT(*) FROM paper_versions x
                          WHERE x.paper_id = p.id AND x.deleted_by IS NULL) AS versions
                   FROM json_each($1) j JOIN papers p ON p.id = j.value
                   JOIN visible v ON v.client_id = p.client_id
                   JOIN clients c ON c.id = p.client_id
                  WHERE v.employee_id = $2 AND p.deleted_by IS NULL"
            ),
            &[list(ids), self.who.to_value()],
        )?;
        let mut found: HashMap<Id<Paper>, PaperListing> = rows
            .iter()
            .map(|row| Ok((row.get("id")?, listing(row)?)))
            .collect::<Result<_>>()?;
        Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
    }

    /// The invoices for which money is awaited, of one client or of all, the oldest first.
    pub fn unpaid_invoices(self, client: Option<Id<Client>>) -> Result<Vec<PaperListing>> {
        let filter = PaperFilter {
            client,
            is_unpaid: true,
            ..PaperFilter::default()
        };
        let mut found = self.register(&filter, (0, usize::MAX))?;
        found.reverse();
        Ok(found)
    }

    fn paper_question(self, asked: &str, filter: &PaperFilter) -> Question {
        let mut question = Question {
            sql: format!(
                "{asked} FROM papers p JOIN visible v ON v.client_id = p.client_id
                  WHERE v.employee_id = $1 AND p.deleted_by IS NULL"
            ),
            values: vec![self.who.to_value()],
        };
        question.among("p.kind", filter.kinds.iter().map(Column::to_value));
        question.among("p.state", filter.states.iter().map(Column::to_value));
        question.compare("p.client_id =", filter.client.map(|id| id.to_value()));
        question.compare("p.company_id =", filter.company.map(|id| id.to_value()));
        question.compare("p.manager_id =", filter.manager.map(|id| id.to_value()));
        let kind = filter.contract_kind.map(|id| id.to_value());
        question.compare("p.contract_kind_id =", kind);
        question.compare("p.dated_on >=", filter.from.map(|day| day.to_value()));
        question.compare("p.dated_on <=", filter.to.map(|day| day.to_value()));
        question.compare("p.due_on <", filter.overdue_on.map(|day| day.to_value()));
        if let Some(product) = filter.product {
            let place = question.place(product.to_value());
            question.and(&format!(
                "EXISTS (SELECT 1 FROM paper_lines l
                          WHERE l.paper_id = p.id AND v.client_id = p.client_id
                            AND l.product_id = {place} AND l.deleted_by IS NULL)"
            ));
        }
        if filter.is_unpaid || filter.overdue_on.is_some() {
            question.and("p.kind = 'invoice' AND p.state = 'issued'");
            question.and(&format!("{PAID} < p.total"));
        }
        question.search(&filter.text);
        question
    }
}

fn listing(row: &Row) -> Result<PaperListing> {
    Ok(PaperListing {
        paper: Paper::from_row(row)?,
        client_name: row.get("client_name")?,
        paid: row.get("paid")?,
        shipped: row.get("shipped")?,
        versions: row.get("versions")?,
    })
}

//! Birthdays and events of lives: looked for once a day, the days that were missed too.

use chrono::{Datelike, Days, Duration, NaiveDate};

use crate::domain::reminder::notice::{Due, MORNING};
use crate::domain::reminder::{Now, Occasion};
use crate::domain::{Birthday, Client, Employee, Id, LifeEvent, Notice};
use crate::error::Result;
use crate::store::{Column, Database, Reader, Row, Value, tasks};

/// Days that were missed are looked for so far back.
const LONGEST: u64 = 31;

/// Whose day it is, the day of birth or of the event, and the event where it is no birthday.
pub(in crate::store) type LifeDay = (Id<Client>, Birthday, Option<LifeEvent>);

/// Whose day it is: columns of what is found.
struct Found {
    life_event: Option<Id<LifeEvent>>,
    client: Option<Id<Client>>,
    day: Birthday,
}

/// Notes the birthdays and events of lives that an employee is to be told of: of the clients that
/// are theirs, and of those in whose team they are. Done once a day.
pub(crate) fn look(database: &dyn Database, who: Id<Employee>, now: Now) -> Result<()> {
    let today = now.local.date();
    let last = last_look(database, who)?;
    if last == Some(today) || database.is_read_only() {
        return Ok(());
    }
    let days = missed(last, today);
    let reader = Reader { database, who };
    database.begin()?;
    let done = note(reader, &days).and_then(|()| {
        database.execute(
            "INSERT INTO looks (employee_id, looked_on) VALUES ($1, $2)
             ON CONFLICT (employee_id) DO UPDATE SET looked_on = excluded.looked_on",
            &[who.to_value(), today.to_value()],
        )?;
        database.batch("COMMIT")
    });
    if done.is_err() {
        // The first failure is the one to tell.
        let _ = database.batch("ROLLBACK");
    }
    done
}

fn last_look(database: &dyn Database, who: Id<Employee>) -> Result<Option<NaiveDate>> {
    let sql = "SELECT looked_on FROM looks WHERE employee_id = $1";
    let rows = database.query(sql, &[who.to_value()])?;
    rows.first().map(|row| row.get("looked_on")).transpose()
}

/// The days since the last look, today included. Where the clock was put back, today alone.
fn missed(last: Option<NaiveDate>, today: NaiveDate) -> Vec<NaiveDate> {
    let earliest = today.checked_sub_days(Days::new(LONGEST)).unwrap_or(today);
    let first = last.and_then(|last| last.checked_add_days(Days::new(1)));
    let first = first.unwrap_or(today).clamp(earliest, today);
    first.iter_days().take_while(|day| *day <= today).collect()
}

/// The ends of birthdays, as they are kept, that are remembered on one of these days.
pub(super) fn ends(days: &[NaiveDate]) -> Value {
    let mut ends: Vec<_> = days
        .iter()
        .map(|day| day.format("\"%m-%d\"").to_string())
        .collect();
    let has_feast = |day: &NaiveDate| day.month() == 2 && day.day() == 28 && !day.leap_year();
    if days.iter().any(has_feast) {
        ends.push("\"02-29\"".to_owned());
    }
    format!("[{}]", ends.join(",")).into()
}

fn note(reader: Reader<'_>, days: &[NaiveDate]) -> Result<()> {
    let mut found = reader.birthdays_on(days)?;
    found.extend(reader.life_events_on(days)?);
    for one in found {
        let Some(day) = days
            .iter()
            .copied()
            .find(|day| one.day.next(*day) == Some(*day))
        else {
            continue;
        };
        let morning = day.and_time(chrono::NaiveTime::MIN) + Duration::minutes(MORNING);
        let occasion = match one.life_event {
            Some(_) => Occasion::LifeEvent,
            None => Occasion::Birthday,
        };
        reader.database.execute(
            "INSERT INTO notices (id, employee_id, event_id, client_id, event, cause, due_at,
                                  is_local, is_void)
             VALUES ($1, $2, $3, $4, $5, $6, $7, 1, 0) ON CONFLICT DO NOTHING",
            &[
                Id::<Notice>::generate().to_value(),
                reader.who.to_value(),
                one.life_event.to_value(),
                one.client.to_value(),
                occasion.to_value(),
                i64::from(day.year()).into(),
                Due::OnWall(morning).millis().into(),
            ],
        )?;
    }
    Ok(())
}

impl Reader<'_> {
    fn birthdays_on(self, days: &[NaiveDate]) -> Result<Vec<Found>> {
        let rows = self.database.query(
            "SELECT v.client_id, c.birthday AS day FROM json_each($1) j
               JOIN clients c ON c.owner_id = $2 AND c.birthday IS NOT NULL
                AND substr(c.birthday, length(c.birthday) - 4) = j.value
               JOIN visible v ON v.client_id = c.id AND v.employee_id = $2
             UNION
             SELECT v.client_id, c.birthday FROM team_members m
               JOIN clients c ON c.id = m.client_id
               JOIN visible v ON v.client_id = c.id AND v.employee_id = $2
              WHERE m.employee_id = $2 AND m.deleted_by IS NULL
                AND substr(c.birthday, length(c.birthday) - 4)
                    IN (SELECT j.value FROM json_each($1) j)",
            &[ends(days), self.who.to_value()],
        )?;
        let found = |row: &Row| {
            Ok(Found {
                life_event: None,
                client: row.get("client_id")?,
                day: row.get("day")?,
            })
        };
        rows.iter().map(found).collect()
    }

    fn life_events_on(self, days: &[NaiveDate]) -> Result<Vec<Found>> {
        let rows = self.database.query(
            "SELECT l.id, l.happened_on AS day FROM json_each($1) j
               JOIN life_events l
                 ON substr(l.happened_on, length(l.happened_on) - 4) = j.value
                AND l.reminds = 1 AND l.deleted_by IS NULL
               JOIN visible v ON v.client_id = l.client_id AND v.employee_id = $2
              WHERE v.owner_id = $2
                 OR EXISTS (SELECT 1 FROM team_members m
                             WHERE m.employee_id = $2 AND m.client_id = l.client_id
                               AND m.deleted_by IS NULL)",
            &[ends(days), self.who.to_value()],
        )?;
        let found = |row: &Row| {
            Ok(Found {
                life_event: row.get("id")?,
                client: None,
                day: row.get("day")?,
            })
        };
        rows.iter().map(found).collect()
    }

    /// Whose birthday or which event of a life is remembered on one of these days: of own clients,
    /// and of those in whose team one is.
    pub(in crate::store) fn life_days(self, days: &[NaiveDate]) -> Result<Vec<LifeDay>> {
        let mut found: Vec<_> = self
            .birthdays_on(days)?
            .into_iter()
            .filter_map(|one| Some((one.client?, one.day, None)))
            .collect();
        let events = self.life_events_on(days)?;
        let ids: Vec<_> = events.iter().filter_map(|one| one.life_event).collect();
        for event in self.seen_life_events(&ids)? {
            found.push((event.client, event.happened_on, Some(event)));
        }
        Ok(found)
    }

    /// Those of the events of lives that may be seen and still stand.
    pub(super) fn seen_life_events(self, ids: &[Id<LifeEvent>]) -> Result<Vec<LifeEvent>> {
        self.ask(
            "SELECT l.* FROM json_each($1) j JOIN life_events l ON l.id = j.value
               JOIN visible v ON v.client_id = l.client_id
              WHERE v.employee_id = $2 AND l.deleted_by IS NULL",
            &[tasks::list(ids), self.who.to_value()],
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn missed_days_are_looked_for_and_a_clock_put_back_does_no_harm() {
        let today = day("2031-03-01");
        let since = |last: Option<&str>| missed(last.map(day), today).len();
        assert_eq!(since(None), 1);
        assert_eq!(since(Some("2031-02-26")), 3);
        assert_eq!(since(Some("2030-01-01")), 32);
        assert_eq!(since(Some("2031-03-05")), 1);
    }

    #[test]
    fn the_leap_day_is_remembered_on_the_last_of_february() {
        assert_eq!(ends(&[day("2031-02-28")]), r#"["02-28","02-29"]"#.into());
        assert_eq!(ends(&[day("2032-02-28")]), r#"["02-28"]"#.into());
    }
}

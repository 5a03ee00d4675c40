//! The numbers that running programs borrow, so that no two make the same id.

use std::process;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

use chrono::{DateTime, TimeDelta, Utc};

use crate::domain::id;
use crate::error::{Error, Result};
use crate::store::{Column, Database, Value};

/// A number not heard of for so long is free again: its program was killed.
const LEASE: TimeDelta = TimeDelta::hours(24);

/// How often a running program tells that it is still there.
const RENEWAL: TimeDelta = TimeDelta::minutes(10);

/// A borrowed number, from 1 to 1023, and the name it is held under.
#[derive(Debug, Clone)]
pub struct Device {
    number: i64,
    holder: String,
    seen_at: DateTime<Utc>,
}

impl Device {
    /// Borrows the smallest free number and makes ids under it, later than any in the file.
    pub fn borrow(database: &dyn Database, now: DateTime<Utc>) -> Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let n = COUNT.fetch_add(1, Relaxed);
        let holder = format!("{}-{n}-{}", process::id(), now.timestamp_micros());
        database.begin()?;
        let borrowed = take(database, &holder, now).and_then(|number| {
            database.batch("COMMIT")?;
            Ok(number)
        });
        if borrowed.is_err() {
            // The first failure is the one to tell.
            let _ = database.batch("ROLLBACK");
        }
        let number = borrowed?;
        id::set_device(number);
        id::start_after(last_operation(database)?);
        Ok(Self {
            number,
            holder,
            seen_at: now,
        })
    }

    /// Renews the loan every ten minutes; does nothing in between.
    pub fn renew_if_due(&mut self, database: &dyn Database, now: DateTime<Utc>) -> Result<()> {
        if now - self.seen_at < RENEWAL {
            return Ok(());
        }
        self.renew(database, now)
    }

    /// Tells that the program is still there. A number lost in a long sleep is borrowed anew.
    pub fn renew(&mut self, database: &dyn Database, now: DateTime<Utc>) -> Result<()> {
        let renewed = database.execute(
            "UPDATE devices SET seen_at = $1 WHERE number = $2 AND holder = $3",
            &[
                now.to_value(),
                self.number.into(),
                self.holder.clone().into(),
            ],
        )?;
        if renewed == 0 {
            *self = Self::borrow(database, now)?;
        }
        self.seen_at = now;
        Ok(())
    }

    /// Makes ids under this number from now on, another file may have been open in between; and
    /// returns it.
    pub fn use_number(&self) -> i64 {
        id::set_device(self.number);
        self.number
    }

    /// Gives the number back.
    pub fn give_back(&self, database: &dyn Database) -> Result<()> {
        database.check_place()?;
        let key = [self.number.into(), self.holder.clone().into()];
        database.execute(
            "DELETE FROM devices WHERE number = $1 AND holder = $2",
            &key,
        )?;
        Ok(())
    }
}

fn take(database: &dyn Database, holder: &str, now: DateTime<Utc>) -> Result<i64> {
    let stale = (now - LEASE).to_value();
    database.execute("DELETE FROM devices WHERE seen_at < $1", &[stale])?;
    let taken = database.query("SELECT number FROM devices ORDER BY number", &[])?;
    let taken: Vec<i64> = taken
        .iter()
        .map(|row| row.get("number"))
        .collect::<Result<_>>()?;
    let number = (1..1024).find(|n| !taken.contains(n)).ok_or(Error::Busy)?;
    let row: [Value; 3] = [number.into(), holder.into(), now.to_value()];
    database.execute(
        "INSERT INTO devices (number, holder, seen_at) VALUES ($1, $2, $3)",
        &row,
    )?;
    Ok(number)
}

fn last_operation(database: &dyn Database) -> Result<i64> {
    let rows = database.query("SELECT COALESCE(MAX(id), 0) AS id FROM operations", &[])?;
    rows.first().map_or(Ok(0), |row| row.get("id"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::migrate::migrate;
    use crate::store::sqlite::Sqlite;

    #[test]
    fn no_two_programs_hold_one_number() -> Result<()> {
        let database = Sqlite::in_memory()?;
        migrate(&database, None)?;
        let now = Utc::now();
        let first = Device::borrow(&database, now)?;
        let second = Device::borrow(&database, now)?;
        assert_eq!((first.number, second.number), (1, 2));

        first.give_back(&database)?;
        assert_eq!(Device::borrow(&database, now)?.number, 1);
        Ok(())
    }

    #[test]
    fn the_number_of_a_killed_program_is_free_after_a_day() -> Result<()> {
        let database = Sqlite::in_memory()?;
        migrate(&database, None)?;
        let now = Utc::now();
        let mut sleeper = Device::borrow(&database, now)?;
        let tomorrow = now + TimeDelta::hours(25);
        assert_eq!(Device::borrow(&database, tomorrow)?.number, 1);

        sleeper.renew(&database, tomorrow)?;
        assert_eq!(sleeper.number, 2, "it woke up and found its number taken");
        Ok(())
    }
}

//! Where people work and worked.

use chrono::{Local, NaiveDate};

use crate::domain::listing::Listing;
use crate::domain::{Client, Id, Job};
use crate::error::{Error, Result};
use crate::store::{Column, Reader, Record, Transaction};

impl Reader<'_> {
    /// The people of an organisation, by name: those whose card names it, and those who have a
    /// place of work there beside.
    pub fn people_of(self, organization: Id<Client>) -> Result<Vec<Listing>> {
        let today = Local::now().date_naive();
        let rows = self.database.query(
            "SELECT v.client_id FROM visible v
              WHERE v.employee_id = $1 AND v.client_id IN
                (SELECT c.id FROM clients c WHERE c.employer_id = $2
                  UNION
                 SELECT j.client_id FROM jobs j WHERE j.employer_id = $2 AND j.deleted_by IS NULL
                    AND (j.until IS NULL OR j.until > $3))
              ORDER BY v.name_key, v.client_id",
            &[
                self.who.to_value(),
                organization.to_value(),
                today.to_value(),
            ],
        )?;
        let ids: Vec<_> = rows
            .iter()
            .map(|row| row.get("client_id"))
            .collect::<Result<_>>()?;
        self.listings(&ids)
    }

    /// The places of work at a visible organisation that visible people have or had beside their
    /// main one, in the order they were entered.
    pub fn jobs_at(self, organization: Id<Client>) -> Result<Vec<Job>> {
        self.ask(
            "SELECT j.* FROM jobs j JOIN visible v ON v.client_id = j.client_id
               JOIN visible o ON o.client_id = j.employer_id AND o.employee_id = v.employee_id
              WHERE v.employee_id = $1 AND j.employer_id = $2 AND j.deleted_by IS NULL
              ORDER BY j.id",
            &[self.who.to_value(), organization.to_value()],
        )
    }
}

impl Transaction<'_> {
    /// Makes `next` the main place of work of its person; what the card said before stays as a place
    /// of the past that ended on `until`.
    ///
    /// # Errors
    /// [`Error::Missing`] where there is no such person, or none that may be seen.
    pub fn change_employer(&mut self, next: &Job, until: NaiveDate) -> Result<()> {
        let before = self.client(next.client)?;
        let mut client = before.clone();
        client.employer = next.employer;
        client.department.clone_from(&next.department);
        client.position.clone_from(&next.position);
        client.department_id = None;
        self.save(&client)?;
        self.keep_left(&before, &client, until)?;
        if next.since.is_some() {
            self.save(next)?;
        }
        Ok(())
    }

    /// Keeps the place that a person has left whose card was `before` and is `after`: where its days
    /// were known already, it ends on `until`.
    pub(crate) fn keep_left(
        &mut self,
        before: &Client,
        after: &Client,
        until: NaiveDate,
    ) -> Result<()> {
        let Some(left) = Job::left(before, after, until) else {
            return Ok(());
        };
        let jobs: Vec<Job> = self.read().rows_on(before.id)?;
        let is_same = |job: &&Job| job.employer == left.employer && !job.is_past(until);
        let left = match jobs.iter().find(is_same) {
            Some(known) => Job {
                department: left.department,
                position: left.position,
                until: left.until,
                ..known.clone()
            },
            None => left,
        };
        self.save(&left).map(drop)
    }

    /// Saves the main place of work of a person: its position and department on the card, its days
    /// in a row of their own.
    ///
    /// # Errors
    /// [`Error::Missing`] where there is no such person, or none that may be seen.
    pub fn save_main_job(&mut self, job: &Job) -> Result<()> {
        let mut client = self.client(job.client)?;
        client.employer = job.employer;
        client.department.clone_from(&job.department);
        client.position.clone_from(&job.position);
        self.save(&client)?;
        if job.version > 0 || job.since.is_some() {
            self.save(job)?;
        }
        Ok(())
    }

    /// A client as it stands now.
    ///
    /// # Errors
    /// [`Error::Missing`] where there is none, or none that may be seen.
    pub(super) fn client(&self, id: Id<Client>) -> Result<Client> {
        let found: Vec<Client> = self.read().rows_of(&[id], "id")?;
        found
            .into_iter()
            .next()
            .ok_or(Error::Missing(Client::TABLE.name))
    }
}

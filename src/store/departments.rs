//! The departments of an organisation and who stands in them.

use crate::domain::department::{Misplaced, Step, Tree};
use crate::domain::{Client, Department, Id, Job};
use crate::error::{Error, Result};
use crate::store::{Column, Reader, Record, Transaction};

impl Reader<'_> {
    /// The departments of a visible organisation.
    ///
    /// # Errors
    /// [`Error::Missing`] where there is no such client, or none that may be seen.
    pub fn departments(self, organization: Id<Client>) -> Result<Tree> {
        Ok(Tree::new(self.rows_on(organization)?))
    }
}

impl Transaction<'_> {
    /// Adds a department behind its sisters.
    ///
    /// # Errors
    /// [`Error::Misplaced`] where it cannot stand there.
    pub fn add_department(&mut self, department: &Department) -> Result<()> {
        let tree = self.read().departments(department.client)?;
        tree.check(department.id, department.parent)?;
        let department = Department {
            position: tree.next_position(department.parent),
            ..department.clone()
        };
        self.save(&department).map(drop)
    }

    /// Gives a department the name it has in `renamed`, and with it the text on the cards of all its
    /// people, also of those that may not be seen.
    pub fn rename_department(&mut self, renamed: &Department) -> Result<()> {
        let tree = self.read().departments(renamed.client)?;
        self.save(renamed)?;
        self.rewrite_people(&tree, renamed.id, Some(renamed))
    }

    /// Takes a department away: what stands in it moves up to where it stood, its people with it.
    pub fn delete_department(&mut self, department: &Department) -> Result<()> {
        let tree = self.read().departments(department.client)?;
        for moved in tree.without(department.id) {
            self.save(&moved)?;
        }
        let above = department.parent.and_then(|parent| tree.get(parent));
        self.rewrite_people(&tree, department.id, above)?;
        self.delete(department)
    }

    /// Puts a department into another one, or at the top, behind those that stand there.
    ///
    /// # Errors
    /// [`Error::Misplaced`] where it cannot stand there.
    pub fn move_department(
        &mut self,
        organization: Id<Client>,
        id: Id<Department>,
        parent: Option<Id<Department>>,
    ) -> Result<()> {
        let tree = self.read().departments(organization)?;
        let moved = tree.moved(id, parent, usize::MAX)?;
        moved.iter().try_for_each(|one| self.save(one).map(drop))
    }

    /// Moves a department one step.
    ///
    /// # Errors
    /// [`Error::Misplaced`] where it cannot stand there.
    pub fn step_department(
        &mut self,
        organization: Id<Client>,
        id: Id<Department>,
        step: Step,
    ) -> Result<()> {
        let tree = self.read().departments(organization)?;
        let moved = tree.stepped(id, step)?;
        moved.iter().try_for_each(|one| self.save(one).map(drop))
    }

    /// Puts a person of an organisation into one of its departments, or into none.
    ///
    /// # Errors
    /// [`Error::Missing`] where there is no such person, or none that may be seen;
    /// [`Error::Misplaced`] where the department is gone.
    pub fn place_person(
        &mut self,
        person: Id<Client>,
        organization: Id<Client>,
        department: Option<Id<Department>>,
    ) -> Result<()> {
        let tree = self.read().departments(organization)?;
        let department = match department {
            Some(id) => Some(tree.get(id).ok_or(Misplaced::Gone)?),
            None => None,
        };
        let name = department.map_or(String::new(), |one| one.name.clone());
        let mut client = self.client(person)?;
        if client.employer == Some(organization) {
            client.department_id = department.map(|one| one.id);
            client.department = name;
            return self.save(&client).map(drop);
        }
        let jobs: Vec<Job> = self.read().rows_on(person)?;
        let there = |job: &&Job| job.employer == Some(organization) && job.until.is_none();
        for job in jobs.iter().filter(there) {
            let mut job = job.clone();
            job.department.clone_from(&name);
            self.save(&job)?;
        }
        Ok(())
    }

    /// Writes `into` on everybody who stands in the department `from`; the tree is that of before.
    fn rewrite_people(
        &mut self,
        tree: &Tree,
        from: Id<Department>,
        into: Option<&Department>,
    ) -> Result<()> {
        let Some(organization) = tree.get(from).map(|one| one.client) else {
            return Err(Error::Missing(Department::TABLE.name));
        };
        let name = into.map_or(String::new(), |one| one.name.clone());
        for mut client in self.all_at::<Client>(organization)? {
            if tree.place(client.department_id, &client.department) == Some(from) {
                client.department_id = into.map(|one| one.id);
                client.department.clone_from(&name);
                self.save(&client)?;
            }
        }
        for mut job in self.all_at::<Job>(organization)? {
            if job.until.is_none() && tree.place(None, &job.department) == Some(from) {
                job.department.clone_from(&name);
                self.save(&job)?;
            }
        }
        Ok(())
    }

    /// All rows that name an organisation as employer, also those that may not be seen: a department
    /// is renamed for everybody.
    fn all_at<R: Record>(&self, organization: Id<Client>) -> Result<Vec<R>> {
        let sql = format!(
            "SELECT * FROM {} WHERE employer_id = $1 AND deleted_by IS NULL ORDER BY id",
            R::TABLE.name
        );
        self.read().ask(&sql, &[organization.to_value()])
    }
}

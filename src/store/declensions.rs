//! What users made of names and positions in a case.

use crate::domain::grammar::{Case, Correction};
use crate::domain::{Client, Id};
use crate::error::Result;
use crate::store::record::record;
use crate::store::{Column, Reader, Transaction};

record! {
    Correction: plain "declensions" ["client_id"] {
        client: "client_id",
        text: "text",
        case: "form_case",
        form: "form",
    }
}

impl Reader<'_> {
    /// The corrected forms on all visible cards, in the order they were made: they are few.
    pub fn corrections(self) -> Result<Vec<Correction>> {
        self.ask(
            "SELECT d.* FROM declensions d JOIN visible v ON v.client_id = d.client_id
              WHERE v.employee_id = $1 AND d.deleted_by IS NULL ORDER BY d.id",
            &[self.who.to_value()],
        )
    }
}

impl Transaction<'_> {
    /// Keeps how a text on the card of a visible client is declined: in these cases so, an empty
    /// form being that of the rules again.
    ///
    /// # Errors
    /// [`Error::Missing`](crate::error::Error::Missing) where the card may not be seen.
    pub fn correct_forms(
        &mut self,
        client: Id<Client>,
        text: &str,
        forms: &[(Case, String)],
    ) -> Result<()> {
        self.read().check_seen(client)?;
        let known: Vec<Correction> = self.read().rows_on(client)?;
        for (case, form) in forms {
            let form = form.trim();
            let mut known = known.iter();
            match known.find(|one| one.fits(text, *case)) {
                Some(one) if form.is_empty() => self.delete(one)?,
                Some(one) => {
                    let form = form.to_owned();
                    self.save(&Correction {
                        form,
                        ..one.clone()
                    })?;
                }
                None if form.is_empty() => {}
                None => {
                    self.save(&Correction::new(client, text, *case, form))?;
                }
            }
        }
        Ok(())
    }
}

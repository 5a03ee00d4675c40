//! Files made of papers: kept as they are, a new one beside the old.

use crate::domain::paper::PaperVersion;
use crate::domain::{Id, Paper};
use crate::error::Result;
use crate::store::{Column, Reader, Transaction};

impl Reader<'_> {
    /// The files that were made of a paper whose client may be seen, the newest first.
    pub fn versions_of(self, paper: Id<Paper>) -> Result<Vec<PaperVersion>> {
        self.ask(
            "SELECT x.* FROM paper_versions x JOIN visible v ON v.client_id = x.client_id
              WHERE v.employee_id = $1 AND x.paper_id = $2 AND x.deleted_by IS NULL
              ORDER BY x.ordinal DESC, x.id DESC",
            &[self.who.to_value(), paper.to_value()],
        )
    }
}

impl Transaction<'_> {
    /// Puts a made file beside those that a paper has, as the next of them; its content is kept
    /// already.
    ///
    /// # Errors
    /// [`Error::Missing`](crate::error::Error::Missing) where the paper may not be seen.
    pub fn add_version(&mut self, mut version: PaperVersion) -> Result<PaperVersion> {
        version.client = self.read().paper(version.paper)?.client;
        let rows = self.read().database.query(
            "SELECT COALESCE(MAX(x.ordinal), 0) + 1 AS next FROM paper_versions x
              WHERE x.paper_id = $1",
            &[version.paper.to_value()],
        )?;
        version.ordinal = rows.first().map_or(Ok(1), |row| row.get("next"))?;
        version.version = self.save(&version)?;
        Ok(version)
    }
}

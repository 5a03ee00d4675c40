//! Notes on cards.

use crate::domain::{Client, Id, Note};
use crate::error::Result;
use crate::store::{Column, Reader};

impl Reader<'_> {
    /// The notes on the card of a visible client that are not pinned, newest first, at most `limit`.
    pub fn notes_of(self, client: Id<Client>, limit: usize) -> Result<Vec<Note>> {
        self.ask(
            "SELECT n.* FROM notes n JOIN visible v ON v.client_id = n.client_id
              WHERE v.employee_id = $1 AND v.client_id = $2 AND n.is_pinned = 0
                AND n.deleted_by IS NULL
              ORDER BY n.written_at DESC, n.id DESC LIMIT $3",
            &[
                self.who.to_value(),
                client.to_value(),
                i64::try_from(limit).unwrap_or(i64::MAX).into(),
            ],
        )
    }

    /// The key points of a visible client: its pinned notes, newest first.
    pub fn key_points_of(self, client: Id<Client>) -> Result<Vec<Note>> {
        self.ask(
            "SELECT n.* FROM notes n JOIN visible v ON v.client_id = n.client_id
              WHERE v.employee_id = $1 AND v.client_id = $2 AND n.is_pinned = 1
                AND n.deleted_by IS NULL
              ORDER BY n.written_at DESC, n.id DESC",
            &[self.who.to_value(), client.to_value()],
        )
    }

    /// How many notes stand on the card of a visible client, pinned ones included.
    pub fn count_notes(self, client: Id<Client>) -> Result<i64> {
        let rows = self.database.query(
            "SELECT COUNT(*) AS notes FROM notes n JOIN visible v ON v.client_id = n.client_id
              WHERE v.employee_id = $1 AND v.client_id = $2 AND n.deleted_by IS NULL",
            &[self.who.to_value(), client.to_value()],
        )?;
        rows.first().map_or(Ok(0), |row| row.get("notes"))
    }
}

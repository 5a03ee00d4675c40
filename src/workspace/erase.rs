//! Erasing a person on request (152-FZ, Art. 21; GDPR, Art. 17): done at once, for good, with a
//! protocol.

use std::fs;

use super::{Outcome, Workspace};
use crate::domain::office::{Erasure, Protocol};
use crate::domain::{Client, Id, Operation};
use crate::error::{Error, Result};
use crate::store::{self, search};

impl Workspace {
    /// Erases a person: everything that stands on the card, deleted rows too, what the log says of
    /// it, what other cards say of it by link, its place in the search, the contents of files that
    /// stand on no other card. No undo brings it back. Who did it, when, on what ground and what
    /// was done is kept; who it was is not.
    ///
    /// # Errors
    /// [`Error::NoGround`] without a ground, [`Error::NotAPerson`] for anybody else.
    pub fn erase(&mut self, client: Id<Client>, ground: &str) -> Result<Outcome<Erasure>> {
        let ground = ground.trim();
        if ground.is_empty() {
            return Err(Error::NoGround);
        }
        let mut protocol = Protocol {
            copies: self.copies(),
            ..Protocol::default()
        };
        let erased = self.transact(Operation::ErasePerson, |tx| {
            if !tx.read().client_to_erase(client)?.is_natural_person() {
                return Err(Error::NotAPerson);
            }
            let erased = tx.erase(client)?;
            protocol.rows = erased.rows;
            protocol.values = erased.values;
            protocol.cuts = erased.cuts;
            let mut erasure = Erasure::new(client, ground, &protocol);
            erasure.version = tx.save(&erasure)?;
            Ok(erasure)
        })?;
        let Outcome {
            value: mut erasure,
            changed,
            entry,
        } = erased;
        match self.sweep() {
            Ok(files) => protocol.files = files,
            Err(error) => tracing::warn!(%error, "contents of erased files are not deleted"),
        }
        let overwritten = self.database.leave_no_remains();
        if let Err(error) = &overwritten {
            tracing::warn!(%error, "what was erased is not overwritten");
        }
        protocol.is_overwritten = overwritten.is_ok();
        erasure.protocol = protocol.to_text();
        erasure.version = self
            .transact(Operation::ErasePerson, |tx| tx.save(&erasure))?
            .value;
        Ok(Outcome {
            value: erasure,
            changed,
            entry,
        })
    }

    /// Deletes the contents that no row names any more, while nobody can begin to name one.
    fn sweep(&self) -> Result<usize> {
        self.database.begin()?;
        let swept = store::attachments::named(&*self.database)
            .and_then(|named| self.contents.sweep(|digest| named.contains(digest)))
            .and_then(|files| {
                search::leave_no_remains(&*self.database)?;
                self.database.batch("COMMIT")?;
                Ok(files)
            });
        if swept.is_err() {
            // The first failure is the one to tell.
            let _ = self.database.batch("ROLLBACK");
        }
        swept
    }

    /// The names of older copies beside the file: an erasure does not reach into them.
    fn copies(&self) -> Vec<String> {
        let Some((folder, name)) = self
            .path()
            .and_then(|path| Some((path.parent()?, path.file_name()?.to_str()?)))
        else {
            return Vec::new();
        };
        let here = folder.as_os_str().is_empty();
        let folder = if here { ".".as_ref() } else { folder };
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let mut copies: Vec<String> = entries
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .filter(|found| {
                let ending = found.strip_prefix(name).unwrap_or_default();
                ending.ends_with(".backup") || ending.starts_with(".lost-")
            })
            .collect();
        copies.sort();
        copies
    }
}

//! Files on cards: the content is kept first, then a row names it.

use chrono::Utc;

use super::{Contents, Kept, Outcome, Workspace};
use crate::domain::attachment::Attachment;
use crate::domain::{Client, Id, Operation};
use crate::error::{Error, Result};

impl Workspace {
    /// What is in attached files.
    pub fn contents(&self) -> &Contents {
        &self.contents
    }

    /// Puts files on the card of a client, under these names; their contents are kept already.
    ///
    /// # Errors
    /// [`Error::NoContent`] where one is not: nothing is written then.
    pub fn attach(
        &mut self,
        client: Id<Client>,
        files: &[(String, Kept)],
    ) -> Result<Outcome<Vec<Attachment>>> {
        let contents = self.contents.clone();
        self.transact(Operation::AttachFiles, |tx| {
            tx.read().check_seen(client)?;
            let mut attached = Vec::with_capacity(files.len());
            for (name, kept) in files {
                // Asked only now: nobody deletes a content while an operation is under way.
                if !contents.has(&kept.digest)? {
                    return Err(Error::NoContent(name.clone()));
                }
                let digest = kept.digest.clone();
                let mut file = Attachment::new(client, name, digest, kept.size, Utc::now());
                file.version = tx.save(&file)?;
                attached.push(file);
            }
            Ok(attached)
        })
    }
}

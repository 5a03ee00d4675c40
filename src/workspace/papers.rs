//! Files of papers: those made of them, templates, pictures of our own companies. The content is
//! kept first, then a row names it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::{Contents, Kept, Outcome, Workspace};
use crate::domain::company::{CompanyPicture, PictureKind};
use crate::domain::merge::Side;
use crate::domain::paper::merge::{self, Field};
use crate::domain::paper::{Document, PaperTemplate, PaperVersion, Wording};
use crate::domain::{Company, Id, Operation, Paper};
use crate::error::{Error, Result};

/// What became of a paper that was to be saved.
#[derive(Debug, Clone)]
pub enum SavedPaper {
    /// It stands in the base, joined with what colleagues have changed meanwhile.
    Done(Id<Paper>),
    /// Nothing was written: these fields were changed by a colleague as well, and no choice says
    /// whose value is kept.
    Clashes {
        /// The fields.
        fields: Vec<Field>,
        /// The paper as it stands in the base.
        theirs: Box<Document>,
    },
}

impl Workspace {
    /// Saves a paper that was read as `base` and edited into `mine`, with its lines and promises; a
    /// `base` that was never saved makes a new one. What a colleague has changed meanwhile stays,
    /// unless both have changed the same: then `choices` say whose value is kept.
    ///
    /// # Errors
    /// As [`Transaction::save_document`](super::Transaction::save_document).
    pub fn save_paper(
        &mut self,
        (base, mine): (&Document, &Document),
        choices: &HashMap<Field, Side>,
        words: &dyn Wording,
        now: DateTime<Utc>,
    ) -> Result<Outcome<SavedPaper>> {
        if base.paper.version == 0 {
            return self.transact(Operation::AddPaper, |tx| {
                let saved = tx.save_document(mine, mine, words, now)?;
                Ok(SavedPaper::Done(saved.id))
            });
        }
        self.transact(Operation::EditPaper, |tx| {
            let theirs = tx.read().document(base.paper.id)?;
            match merge::merge(base, &theirs, mine, choices) {
                Ok(joined) => {
                    let saved = tx.save_document(&theirs, &joined, words, now)?;
                    Ok(SavedPaper::Done(saved.id))
                }
                Err(fields) => Ok(SavedPaper::Clashes {
                    fields,
                    theirs: Box::new(theirs),
                }),
            }
        })
    }

    /// Puts a file that was made of a paper beside those it has; its content is kept already.
    ///
    /// # Errors
    /// [`Error::NoContent`] where it is not; [`Error::Missing`] where the paper may not be seen.
    pub fn add_paper_file(&mut self, version: PaperVersion) -> Result<Outcome<PaperVersion>> {
        let contents = self.contents.clone();
        let author = Some(self.who);
        self.transact(Operation::MakePaperFile, |tx| {
            check(&contents, &version.digest, &version.name)?;
            tx.add_version(PaperVersion { author, ..version })
        })
    }

    /// Saves a template, new or with another content; its content is kept already.
    ///
    /// # Errors
    /// [`Error::NoContent`] where it is not.
    pub fn save_paper_template(
        &mut self,
        template: PaperTemplate,
    ) -> Result<Outcome<PaperTemplate>> {
        let contents = self.contents.clone();
        self.transact(Operation::EditPaperTemplates, |tx| {
            check(&contents, &template.digest, &template.name)?;
            let version = tx.save(&template)?;
            Ok(PaperTemplate {
                version,
                ..template
            })
        })
    }

    /// Saves a company of ours, with the pictures that change; `None` takes one away. Their contents
    /// are kept already.
    ///
    /// # Errors
    /// [`Error::NoContent`] where one is not; [`Error::Conflict`] where somebody has saved the
    /// company since.
    pub fn save_company(
        &mut self,
        company: &Company,
        pictures: &[(PictureKind, Option<(String, Kept)>)],
    ) -> Result<Outcome<()>> {
        let contents = self.contents.clone();
        let operation = match company.version {
            0 => Operation::AddCompany,
            _ => Operation::EditCompany,
        };
        self.transact(operation, |tx| {
            tx.save(company)?;
            let known = tx.read().pictures_of(company.id)?;
            for (kind, picture) in pictures {
                for old in known.iter().filter(|old| old.kind == *kind) {
                    tx.delete(old)?;
                }
                if let Some((name, kept)) = picture {
                    check(&contents, &kept.digest, name)?;
                    let content = (kept.digest.clone(), kept.size);
                    tx.save(&CompanyPicture::new(company.id, *kind, name, content))?;
                }
            }
            Ok(())
        })
    }
}

/// Asked only within an operation: nobody deletes a content while one is under way.
fn check(contents: &Contents, digest: &str, name: &str) -> Result<()> {
    match contents.has(digest)? {
        true => Ok(()),
        false => Err(Error::NoContent(name.to_owned())),
    }
}

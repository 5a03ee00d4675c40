//! Files of papers: those made of them, templates, pictures of our own companies. The content is
//! kept first, then a row names it.

use super::{Contents, Kept, Outcome, Workspace};
use crate::domain::company::{CompanyPicture, PictureKind};
use crate::domain::paper::{PaperTemplate, PaperVersion};
use crate::domain::{Company, Operation};
use crate::error::{Error, Result};

impl Workspace {
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

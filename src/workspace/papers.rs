//! Files of papers: those made of them, templates, pictures of our own companies. The content is
//! kept first, then a row names it.

use super::{Contents, Kept, Outcome, Workspace};
use crate::domain::company::{CompanyPicture, PictureKind};
use crate::domain::paper::{PaperTemplate, PaperVersion};
use crate::domain::{Company, Id, Operation};
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

    /// Gives a company of ours a picture in place of the one it has; `None` takes it away.
    ///
    /// # Errors
    /// [`Error::NoContent`] where its content is not kept.
    pub fn set_picture(
        &mut self,
        company: Id<Company>,
        kind: PictureKind,
        picture: Option<(&str, Kept)>,
    ) -> Result<Outcome<()>> {
        let contents = self.contents.clone();
        self.transact(Operation::EditCompany, |tx| {
            for old in tx.read().pictures_of(company)? {
                if old.kind == kind {
                    tx.delete(&old)?;
                }
            }
            if let Some((name, kept)) = picture {
                check(&contents, &kept.digest, name)?;
                let content = (kept.digest, kept.size);
                tx.save(&CompanyPicture::new(company, kind, name, content))?;
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

//! From a paper and a template to a file: the document of Word, what stands in it, its name.

mod check;

use std::sync::Arc;

use serde_json::Value as Json;

use super::{Surroundings, printed_forms};
use crate::domain::attachment::clean_name;
use crate::domain::paper::{PaperKind, PaperTemplate};
use crate::domain::{Paper, PrintedForm};
use crate::error::Result;
use crate::error::template::Faults;
use crate::i18n::{Language, Locale};
use crate::template_engine::preview::Preview;
use crate::template_engine::{
    self, Corrected, Delimiters, Field, Missing, Settings, Template, Value,
};
use crate::workspace::{Contents, Outcome, Workspace};

pub use check::{Checked, Unknown, check, names};

/// Which template a document is made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A form that comes with the program.
    Form(PrintedForm),
    /// A template of the office.
    Office(Box<PaperTemplate>),
}

/// A template, read and ready to make any number of documents.
#[derive(Debug)]
pub struct Maker {
    template: Template,
    source: Source,
    contents: Contents,
    locale: Locale,
}

/// A document that was made of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// What the file is called: `Договор поставки 08-32.docx`.
    pub name: String,
    /// The document of Word.
    pub bytes: Vec<u8>,
    /// What stands in it, a paragraph a line, for search.
    pub text: String,
}

impl Source {
    /// The templates that make a paper: those of the office in their order, those for its kind of
    /// contract before those for any; then the forms of the program.
    pub fn all_for(paper: &Paper, office: Vec<PaperTemplate>) -> Vec<Self> {
        let is_meant = |one: &PaperTemplate| {
            one.kind == paper.kind
                && (one.contract_kind.is_none() || one.contract_kind == paper.contract_kind)
        };
        let mut office: Vec<_> = office.into_iter().filter(is_meant).collect();
        office.sort_by_key(|one| (one.contract_kind.is_none(), one.position));
        let office = office.into_iter().map(|one| Self::Office(Box::new(one)));
        let forms = PrintedForm::of(paper.kind).iter().copied().map(Self::Form);
        office.chain(forms).collect()
    }

    /// Whether both are the same template, whatever stands in it now.
    pub fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Office(one), Self::Office(other)) => one.id == other.id,
            _ => self == other,
        }
    }

    /// What the template is called.
    pub fn title(&self, locale: &Locale) -> String {
        match self {
            Self::Form(form) => locale.printed_form(*form),
            Self::Office(template) => template.title.clone(),
        }
    }
}

impl Maker {
    /// Reads a template, and speaks its language from then on; `usual` is that of a template
    /// without words, and the one in which a form is wanted.
    ///
    /// # Errors
    /// Everything that is wrong with it; `NoContent` where the file of the office is lost.
    pub fn open(source: Source, contents: &Contents, usual: Language) -> Result<Self> {
        let template = match &source {
            Source::Form(form) => ready(*form, usual)?,
            Source::Office(template) => {
                let bytes = contents.read(&template.file())?;
                read(template, bytes)?
            }
        };
        Ok(Self {
            locale: Locale::new(language_of(&template, usual)),
            template,
            source,
            contents: contents.clone(),
        })
    }

    /// The language of its documents.
    pub fn locale(&self) -> &Locale {
        &self.locale
    }

    /// The fields the template asks for.
    pub fn fields(&self) -> &[Field] {
        self.template.fields()
    }

    /// Which template it is.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Looks whether a document can be made of a paper, without making it.
    ///
    /// # Errors
    /// Every field that cannot be filled.
    pub fn check(&self, around: &Surroundings) -> std::result::Result<(), Faults> {
        let values = Value::from(&around.tree(&self.locale));
        self.with_pictures(around, |engine| self.template.check(&values, engine))
    }

    /// Makes the document of a paper.
    ///
    /// # Errors
    /// Every field that cannot be filled: nothing is made then.
    pub fn make(&self, around: &Surroundings) -> Result<Made> {
        let bytes = self.fill(around, &around.tree(&self.locale))?;
        Ok(Made {
            name: self.name(around),
            text: template_engine::text(&bytes)?,
            bytes,
        })
    }

    /// What the document of a paper would look like; what is wrong with the data is told beside
    /// it.
    ///
    /// # Errors
    /// Where the template cannot be written.
    pub fn preview(&self, around: &Surroundings) -> Result<Preview> {
        let values = Value::from(&around.tree(&self.locale));
        let seen = self.with_pictures(around, |engine| self.template.preview(&values, engine));
        Ok(seen?)
    }

    /// Fills the template with a tree of values of its own, pictures by their digests as a paper
    /// has them: what further recipients of a letter are written with.
    ///
    /// # Errors
    /// As `make`.
    pub fn fill(&self, around: &Surroundings, tree: &Json) -> Result<Vec<u8>> {
        let values = Value::from(tree);
        let filled = self.with_pictures(around, |engine| self.template.fill(&values, engine));
        Ok(filled?)
    }

    /// The engine's own view of what is around: the language, and pictures by their digests.
    fn with_pictures<T>(
        &self,
        around: &Surroundings,
        work: impl FnOnce(&template_engine::Surroundings) -> T,
    ) -> T {
        let pictures = |digest: &str| {
            let picture = around.pictures.iter().find(|one| one.digest == digest)?;
            self.contents.read(&picture.file()).ok()
        };
        work(&template_engine::Surroundings {
            language: &Corrected {
                locale: &self.locale,
                corrections: &around.corrections,
            },
            pictures: &pictures,
        })
    }

    /// What the file is called, by any system: the template and the number of the paper, else
    /// whom it is for.
    fn name(&self, around: &Surroundings) -> String {
        let number = around.document.paper.number.trim();
        let which = match number {
            "" => around.client.client.title(),
            number => number.to_owned(),
        };
        let title = self.source.title(&self.locale);
        let ending = self.template.ending();
        let whole = format!("{} {which}.{ending}", title.trim());
        let flat = whole.replace(['/', '\\'], "-");
        clean_name(&flat, &format!("1.{ending}"))
    }
}

/// The language of the words of a template, `usual` where it has none: documents speak it, whatever
/// the window speaks.
pub fn language_of(template: &Template, usual: Language) -> Language {
    Language::of_text(&template.words()).unwrap_or(usual)
}

/// Reads a form of the program; in Russian where it has none in that language.
///
/// # Errors
/// None of the forms that come with the program has any.
pub fn ready(form: PrintedForm, language: Language) -> std::result::Result<Template, Faults> {
    let bytes = printed_forms::template(form, language);
    let bytes = bytes.or_else(|| printed_forms::template(form, Language::Russian));
    Template::open(bytes.unwrap_or_default(), &Settings::default())
}

/// Takes a form of the program over as a template of the office, the last of its kind.
///
/// # Errors
/// Where it cannot be written.
pub fn take_over(
    workspace: &mut Workspace,
    kind: PaperKind,
    form: PrintedForm,
    locale: &Locale,
) -> Result<Outcome<PaperTemplate>> {
    let bytes = printed_forms::template(form, locale.language());
    let bytes = bytes.or_else(|| printed_forms::template(form, Language::Russian));
    let name = clean_name(&format!("{}.docx", locale.printed_form(form)), "1.docx");
    let others = workspace.read().paper_templates(kind)?;
    let last = others.iter().map(|one| one.position).max();
    let kept = workspace.contents().keep_bytes(bytes.unwrap_or_default())?;
    let template = PaperTemplate::new(kind, &name, kept.digest, kept.size);
    workspace.save_paper_template(PaperTemplate {
        position: last.map_or(0, |last| last + 1),
        ..template
    })
}

/// Reads a template of the office as its owner wants it read.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read(
    template: &PaperTemplate,
    bytes: impl Into<Arc<[u8]>>,
) -> std::result::Result<Template, Faults> {
    let settings = Settings {
        delimiters: Delimiters::read(&template.delimiters)?,
        missing: Missing::of_name(&template.missing),
        keeps_macros: template.keeps_macros,
    };
    Template::open(bytes, &settings)
}

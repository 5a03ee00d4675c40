//! Letters on paper to many: whom they reach is looked at first, then they are made, then noted.

mod addressee;
mod check;
mod form;
mod history;
mod write;

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::documents::making;
use crate::domain::attachment::Attachment;
use crate::domain::company::CompanyPicture;
use crate::domain::grammar::Correction;
use crate::domain::mailing::{ConsentRule, Omission};
use crate::domain::{Client, Company, Employee, Id};
use crate::error::Result;
use crate::error::letter::Hindrance;
use crate::i18n::{Language, Locale};
use crate::template_engine::{self, Corrected, Template};
use crate::workspace::{Contents, Reader};

use check::Asked;

pub use form::Form;
pub use history::note;

/// How many clients are in memory at a time.
const PAGE: usize = 128;

/// How many letters one joined file holds at most: word processors grow slow with more.
pub const LETTERS_A_FILE: usize = 500;

/// How many recipients a document for all holds at most, a label each.
pub const LABELS_A_FILE: usize = 24 * 100;

/// What letters are made from, beside those they go to.
#[derive(Debug, Clone)]
pub struct Mailing {
    /// The template, read.
    pub template: Arc<Template>,
    /// What the letters are called: in the history of recipients, and the files.
    pub title: String,
    /// The field `subject` of the template.
    pub subject: String,
    /// The field `note` of the template: what a letter on plain letterhead says.
    pub text: String,
    /// Which of our own companies writes; `None` for the first.
    pub company: Option<Id<Company>>,
    /// What recipients have to have said before they are written to.
    pub rule: ConsentRule,
    /// The date of the letters.
    pub today: NaiveDate,
}

/// A client of the list, looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// Which client of the list.
    pub client: Id<Client>,
    /// The organisation it is written to at, where it is a person that works for a visible one.
    pub organization: Option<Id<Client>>,
    /// The main person of an organisation, where it has one.
    pub person: Option<Id<Client>>,
    /// Whom the letter goes to: a person, else an organisation.
    pub name: String,
    /// The organisation of a person.
    pub organisation: String,
    /// What was found.
    pub verdict: Verdict,
}

/// Whether somebody gets a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The letter can be made.
    Ready,
    /// It cannot; everything that is in its way.
    Hindered(Vec<Hindrance>),
    /// Nobody wants it made.
    LeftOut(Omission),
}

/// Where letters are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Output {
    /// A file each, into a folder; files that are there stay.
    Folder(PathBuf),
    /// One file; what lies there is replaced. Where one cannot hold them, further ones beside it.
    File(PathBuf),
}

/// Letters that were made.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Made {
    /// The files, in their order.
    pub files: Vec<PathBuf>,
    /// Whom they go to, and the file of each.
    pub letters: Vec<(Checked, usize)>,
}

/// How many of the looked at are ready, hindered, left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Get a letter.
    pub ready: usize,
    /// Would get one.
    pub hindered: usize,
    /// Get none.
    pub left_out: usize,
}

/// Looks at letters and makes them.
pub struct Writer<'a> {
    reader: Reader<'a>,
    contents: Contents,
    mailing: &'a Mailing,
    locale: &'a Locale,
    asked: Asked,
    office: Office,
    pictures: RefCell<HashMap<String, Option<Vec<u8>>>>,
}

/// Our own side of every letter.
struct Office {
    company: Option<Company>,
    pictures: Vec<CompanyPicture>,
    employees: Vec<Employee>,
    corrections: Vec<Correction>,
}

impl Mailing {
    /// Whether one document holds several recipients, as sheets of labels do.
    pub fn is_for_all(&self) -> bool {
        self.lists_recipients() || self.template.holds_several()
    }

    /// Whether the template repeats something for all recipients.
    fn lists_recipients(&self) -> bool {
        self.asks(|name| name == "recipients")
    }

    /// Whether the template asks for the text of the letter.
    pub fn wants_text(&self) -> bool {
        self.asks(|name| name == "note")
    }

    /// The language the letters speak: that of the words of the template, else that of the window.
    pub fn language(&self, window: Language) -> Language {
        making::language_of(&self.template, window)
    }

    fn asks(&self, is_meant: impl Fn(&str) -> bool) -> bool {
        let mut fields = self.template.fields().iter();
        fields.any(|field| is_meant(field.key()))
    }
}

impl Checked {
    /// Whether it gets a letter.
    pub fn is_ready(&self) -> bool {
        self.verdict == Verdict::Ready
    }
}

impl Tally {
    /// Of these.
    pub fn of<'a>(checked: impl IntoIterator<Item = &'a Checked>) -> Self {
        let mut tally = Self::default();
        for one in checked {
            *match one.verdict {
                Verdict::Ready => &mut tally.ready,
                Verdict::Hindered(_) => &mut tally.hindered,
                Verdict::LeftOut(_) => &mut tally.left_out,
            } += 1;
        }
        tally
    }
}

impl<'a> Writer<'a> {
    /// A writer of one mailing, who sees what `reader` may.
    ///
    /// # Errors
    /// When the base cannot be read.
    pub fn new(
        (reader, contents): (Reader<'a>, &Contents),
        mailing: &'a Mailing,
        locale: &'a Locale,
    ) -> Result<Self> {
        let company = reader.company(mailing.company)?;
        let pictures = match &company {
            Some(company) => reader.pictures_of(company.id)?,
            None => Vec::new(),
        };
        Ok(Self {
            reader,
            contents: contents.clone(),
            asked: Asked::by(&mailing.template),
            mailing,
            locale,
            office: Office {
                company,
                pictures,
                employees: reader.employees()?,
                corrections: reader.corrections()?,
            },
            pictures: RefCell::default(),
        })
    }

    /// Works with the engine's view of what is around letters: pictures by their digests, each read
    /// once.
    fn around<T>(&self, work: impl FnOnce(&template_engine::Surroundings) -> T) -> T {
        let read = |digest: &str| {
            let mut known = self.pictures.borrow_mut();
            let picture = known.entry(digest.to_owned()).or_insert_with(|| {
                let mut kept = self.office.pictures.iter();
                let one = kept.find(|one| one.digest == digest)?;
                let file = Attachment::loose(&one.name, &one.digest, one.size);
                self.contents.read(&file).ok()
            });
            picture.clone()
        };
        work(&template_engine::Surroundings {
            language: &Corrected {
                locale: self.locale,
                corrections: &self.office.corrections,
            },
            pictures: &read,
        })
    }
}

//! Why a template of Word cannot be opened or filled, and where in it.

use std::fmt;

/// One thing that is wrong with a template, or with what is to be filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub problem: Problem,
    /// Where, unless it concerns the file as a whole.
    pub place: Option<Place>,
    /// The number of the document, counted from 1, where several are made.
    pub letter: Option<usize>,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// It is neither a document nor a template of Word.
    NotWord,
    /// A document of Word before 2007 (`.doc`).
    OldWord,
    /// Locked with a password.
    Locked,
    /// Cut off or damaged; the part of it that cannot be read, if one can be named.
    Damaged(String),
    /// Larger than any document, or packed to burst.
    TooLarge,
    /// A part has a name that leads out of the document.
    EscapingName(String),
    /// Two parts have the same name.
    SameName(String),
    /// A part declares a document type, which no program for documents writes.
    Doctype(String),
    /// It has macros, and nobody has agreed to keep them.
    Macros,
    /// A document with macros was to be called `.docx`, under which Word does not open it.
    MacrosInDocx,
    /// A field is opened and its end does not come in the same paragraph.
    Unclosed(String),
    /// What stands between the delimiters is not understood.
    Unclear(String),
    /// No filter has that name.
    UnknownFilter {
        /// The name.
        name: String,
        /// The filter that was perhaps meant.
        nearest: Option<String>,
    },
    /// A repeat or a condition has no end.
    NeverClosed(String),
    /// The end of something that was never begun.
    NeverOpened(String),
    /// Another thing is ended than was begun last.
    WrongEnd {
        /// What was begun.
        begun: String,
        /// What is ended.
        ended: String,
    },
    /// The beginning and the end of a repeat stand where nothing whole lies between them.
    Crossing {
        /// What is repeated.
        name: String,
        /// Where its end stands.
        end: Box<Place>,
    },
    /// A field of mail merge that is not evaluated here.
    UnsupportedField(String),
    /// Records are skipped on sheets that hold several, where that has no meaning.
    SkipBesideNext,
    /// All records are skipped.
    NothingLeft,
    /// The data have no such field.
    Missing {
        /// Its name, as the template writes it.
        name: String,
        /// The field that was perhaps meant.
        nearest: Option<String>,
    },
    /// A filter wants a date, and the value is none.
    NotADate {
        /// The field.
        name: String,
        /// The value.
        value: String,
    },
    /// A filter wants a number, and the value is none.
    NotANumber {
        /// The field.
        name: String,
        /// The value.
        value: String,
    },
    /// A filter needs a language that does not have it.
    NotInLanguage(String),
    /// A list or a group of fields stands where a text is wanted.
    NotAText(String),
    /// The value is no picture that Word shows.
    NotAPicture(String),
    /// The value is too long for a QR code.
    TooLongForQr(String),
    /// The control offers a list, and the value is not in it.
    NotInList {
        /// The control.
        name: String,
        /// The value.
        value: String,
    },
    /// A link may not lead to what the data say.
    UnsafeLink {
        /// The field.
        name: String,
        /// The value.
        value: String,
    },
    /// The data are no JSON; where they stop being it, counted from 1.
    BadData {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
    /// The data are JSON, but neither a group of fields nor a list of such groups.
    NoFields,
    /// Delimiters are two texts, as in `{{ }}`.
    BadDelimiters(String),
}

/// Where in a document something stands, in the terms of whoever looks at it in Word.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Place {
    /// Which text of the document.
    pub story: Story,
    /// The way into it, outermost first.
    pub path: Vec<Step>,
    /// What stands around it.
    pub near: String,
}

/// One of the texts that make up a document. Numbers are counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Story {
    /// The pages themselves.
    Body,
    /// What stands above the pages of a section.
    Header(usize),
    /// What stands below the pages of a section.
    Footer(usize),
    /// The notes at the foot of pages.
    Footnotes,
    /// The notes at the end.
    Endnotes,
    /// The comments.
    Comments,
    /// The properties of the file: title, author and such.
    Properties,
}

/// A step on the way to a place. Numbers are counted from 1 within the step before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// A paragraph.
    Paragraph(usize),
    /// A table.
    Table(usize),
    /// A row of a table.
    Row(usize),
    /// A cell of a row.
    Cell(usize),
    /// A text box that hangs on the paragraph of that number.
    TextBox(usize),
    /// A footnote, an endnote or a comment.
    Note(usize),
}

/// Everything that is wrong with a template or its data; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faults(pub Vec<Fault>);

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, fault) in self.0.iter().enumerate() {
            let separator = if at == 0 { "" } else { "; " };
            write!(f, "{separator}{:?}", fault.problem)?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}

impl From<Problem> for Fault {
    fn from(problem: Problem) -> Self {
        Self {
            problem,
            place: None,
            letter: None,
        }
    }
}

impl From<Problem> for Faults {
    fn from(problem: Problem) -> Self {
        Self(vec![problem.into()])
    }
}

impl Problem {
    /// The problem, and where it is.
    pub fn at(self, place: &Place) -> Fault {
        Fault {
            problem: self,
            place: Some(place.clone()),
            letter: None,
        }
    }
}

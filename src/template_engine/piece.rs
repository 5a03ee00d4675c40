//! A part made ready for filling: stretches of its bytes with what is put between them.

use std::ops::Range;

use super::link::Spot;
use super::mail_merge::{Lines, Next};
use super::note::{Mark, Note};
use super::tag::{Condition, Expression, Picture};
use super::value::Name;
use crate::error::template::Place;

/// One thing after the other makes the filled part.
#[derive(Debug, Clone)]
pub enum Piece {
    /// Bytes of the part as they are.
    Raw(Range<usize>),
    /// Markup of our own.
    Markup(String),
    /// A value.
    Text(Box<Text>),
    /// A picture of its own.
    Drawing(Box<Drawing>),
    /// What is written once for each of a list.
    Each(Box<Each>),
    /// What is written where a condition holds, and what otherwise.
    When(Box<When>),
    /// A table, which goes where none of its rows remains.
    Table(Vec<Piece>),
    /// A row of the nearest table is written here.
    Row,
    /// A text that has to end with a paragraph, such as a cell; with the prefix of its elements.
    Holder(Vec<Piece>, String),
    /// A paragraph of the nearest holder is written here, or (false) a table.
    Block(bool),
    /// What only the first of several copies may have.
    Once(Range<usize>),
    /// A content control.
    Control(Box<Control>),
    /// The name of another picture for a drawing, or how that one fits.
    Shown(Box<Shown>),
    /// A value that no list of its control has.
    NotInList(Box<Text>),
    /// The name of a header in the format of pages.
    Reference(Range<usize>),
    /// The number of a drawing, which no other may have.
    DrawingNumber(Range<usize>),
    /// The name of a hyperlink, whose target is filled.
    Link(Box<Link>),
    /// Where the text refers to a note.
    Mark(Box<Mark>),
    /// A note, once for each time the text refers to it.
    Note(Box<Note>),
    /// The number of the note at hand.
    NoteNumber,
    /// An address or a greeting of Word's mail merge.
    Lines(Box<Lines>),
    /// What follows is of the next record.
    Next(Box<Next>),
    /// Markup of our own that only a file of several documents has.
    InJoined(String),
}

/// A value, and how it is written.
#[derive(Debug, Clone)]
pub struct Text {
    /// What is written.
    pub value: Expression,
    /// How its lines are broken.
    pub form: Form,
    /// The tag as it stands in the template.
    pub tag: String,
    /// Where it stands.
    pub place: Place,
}

/// Where a value is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// In a `w:t`, with the prefix of its name: lines and tabs become elements.
    Run(String),
    /// In a text that knows no lines.
    Plain,
    /// In the address of a link.
    Link(Spot),
}

/// A hyperlink with fields in its target.
#[derive(Debug, Clone)]
pub struct Link {
    /// The attribute that names the target, as it is written: `r:id`.
    pub attribute: String,
    /// The target.
    pub target: Vec<Target>,
    /// Whether the attribute has to be there even if it leads nowhere.
    pub is_needed: bool,
}

/// A stretch of the target of a link.
#[derive(Debug, Clone)]
pub enum Target {
    /// As the template has it.
    Own(String),
    /// A value.
    Value(Box<Text>),
}

/// A picture of its own in a run.
#[derive(Debug, Clone)]
pub struct Drawing {
    /// What it shows, and how large.
    pub picture: Picture,
    /// The prefix of the run around it.
    pub prefix: String,
    /// The tag as it stands in the template.
    pub tag: String,
    /// Where it stands.
    pub place: Place,
}

/// A repeat.
#[derive(Debug, Clone)]
pub struct Each {
    /// The list.
    pub value: Expression,
    /// What is written for each.
    pub body: Vec<Piece>,
    /// Where it begins.
    pub place: Place,
}

/// A condition.
#[derive(Debug, Clone)]
pub struct When {
    /// What it asks.
    pub condition: Condition,
    /// What is written where it holds.
    pub then: Vec<Piece>,
    /// What is written where it does not.
    pub otherwise: Vec<Piece>,
    /// Where it begins.
    pub place: Place,
}

/// A content control that is filled by one of several names.
#[derive(Debug, Clone)]
pub struct Control {
    /// What is written for the first name the data have.
    pub choices: Vec<Choice>,
    /// What is written where they have none.
    pub otherwise: Vec<Piece>,
    /// Whether the data have to have one.
    pub is_strict: bool,
    /// Where it stands.
    pub place: Place,
}

/// What is written where the data have a field.
#[derive(Debug, Clone)]
pub struct Choice {
    /// The field.
    pub name: Name,
    /// What is written.
    pub pieces: Vec<Piece>,
}

/// A picture shown by a drawing that is there already.
#[derive(Debug, Clone)]
pub struct Shown {
    /// What it shows.
    pub picture: Picture,
    /// Where it stands.
    pub place: Place,
    /// The width and height of the frame it is shown in.
    pub frame: Option<(u64, u64)>,
    /// The prefix of the element that says how it fits the frame; none where the name of the
    /// picture is written.
    pub prefix: Option<String>,
}

//! What stands between delimiters: a field with filters, the beginning or end of a repeat or a
//! condition, a picture.

mod condition;
mod ending;
mod filter;
mod reader;
#[cfg(test)]
mod tests;

use super::value::Name;
use crate::error::template::Problem;

pub use condition::{Comparison, Condition};
pub use filter::{Call, Filter};
use reader::Reader;

/// A tag, read.
#[derive(Debug, Clone, PartialEq)]
pub enum Tag {
    /// A field: its value is written.
    Value(Expression),
    /// A picture from the data, or a QR code of a text.
    Picture(Picture),
    /// The beginning of a repeat or a condition; what it is called in messages and at its end.
    Begin(Block, String),
    /// What is written otherwise.
    Else,
    /// The end, of what it names or of whatever was begun last.
    End(String),
}

/// What a beginning begins.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// `{{#items}}`: once for each of a list; once for anything else that is something.
    Each(Expression),
    /// `{{^items}}`: where there is nothing.
    Unless(Expression),
    /// `{{#if …}}`.
    If(Condition),
}

/// A value and what is done to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Expression {
    /// What it begins with.
    pub operand: Operand,
    /// What is done to it, in order.
    pub calls: Vec<Call>,
}

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum Operand {
    /// A field.
    Field(Name),
    /// A text in quotes.
    Text(String),
    /// A number.
    Number(String),
    /// Yes or no.
    Truth(bool),
    /// The number of the record of a mail merge, from 1.
    Record,
    /// The number of the line in the repeat, from 1.
    Line,
    /// How many lines the repeat has.
    Lines,
    /// Whether it is the first line.
    IsFirst,
    /// Whether it is the last line.
    IsLast,
}

/// A picture in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Whether the value is a text to be shown as a QR code.
    pub is_qr: bool,
    /// The value.
    pub value: Expression,
    /// How wide, in 360,000ths of a centimetre.
    pub width: Option<u64>,
    /// How high, in the same.
    pub height: Option<u64>,
}

impl Expression {
    /// A field without filters.
    pub fn field(name: Name) -> Self {
        Self {
            operand: Operand::Field(name),
            calls: Vec::new(),
        }
    }

    /// What messages call it.
    pub fn label(&self) -> &str {
        match &self.operand {
            Operand::Field(name) => &name.written,
            Operand::Text(text) | Operand::Number(text) => text,
            Operand::Truth(_)
            | Operand::Record
            | Operand::Line
            | Operand::Lines
            | Operand::IsFirst
            | Operand::IsLast => "@",
        }
    }

    /// Whether it is written so that nothing may stand in it.
    pub fn may_be_empty(&self) -> bool {
        let provides = |call: &Call| {
            matches!(
                call.filter,
                Filter::Default | Filter::Before | Filter::After | Filter::YesNo
            )
        };
        self.calls.iter().any(provides)
    }

    /// The fields it asks for.
    pub fn names(&self) -> Vec<&Name> {
        let arguments = self.calls.iter().flat_map(|call| &call.arguments);
        let operands = std::iter::once(&self.operand).chain(arguments);
        operands
            .filter_map(|operand| match operand {
                Operand::Field(name) => Some(name),
                _ => None,
            })
            .collect()
    }
}

impl Tag {
    /// Reads what stands between the delimiters.
    ///
    /// # Errors
    /// Where it is not understood, or no filter has the name that is asked for.
    pub fn read(text: &str) -> Result<Self, Problem> {
        let unclear = || Problem::Unclear(text.trim().to_owned());
        let plain = tidied(text);
        let plain = plain.trim();
        if let Some(rest) = plain.strip_prefix('/') {
            return Ok(Self::End(rest.trim().to_owned()));
        }
        if let Some(rest) = plain.strip_prefix('^') {
            let value = Reader::new(rest).whole_expression()?.ok_or_else(unclear)?;
            return Ok(Self::Begin(Block::Unless(value), rest.trim().to_owned()));
        }
        if let Some(rest) = plain.strip_prefix('#') {
            return Self::begin(rest.trim()).transpose().ok_or_else(unclear)?;
        }
        if ["else", "иначе"].contains(&plain.to_lowercase().as_str()) {
            return Ok(Self::Else);
        }
        if let Some(picture) = Picture::read(plain)? {
            return Ok(Self::Picture(picture));
        }
        if let Some(value) = ending::read(plain) {
            return Ok(Self::Value(value));
        }
        let value = Reader::new(plain).whole_expression()?;
        value.map(Self::Value).ok_or_else(unclear)
    }

    fn begin(text: &str) -> Result<Option<Self>, Problem> {
        let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let is_if = ["if", "если"].contains(&first.to_lowercase().as_str());
        if is_if && !rest.trim().is_empty() {
            let condition = Reader::new(rest).whole_condition()?;
            return Ok(
                condition.map(|condition| Self::Begin(Block::If(condition), text.to_owned()))
            );
        }
        let value = Reader::new(text).whole_expression()?;
        Ok(value.map(|value| Self::Begin(Block::Each(value), text.to_owned())))
    }
}

impl Picture {
    /// A tag such as `qr:payment size=3cm`; none where it is something else.
    fn read(text: &str) -> Result<Option<Self>, Problem> {
        let Some((kind, rest)) = text.split_once(':') else {
            return Ok(None);
        };
        let is_qr = match kind.trim().to_lowercase().as_str() {
            "qr" => true,
            "image" | "картинка" | "рисунок" => false,
            _ => return Ok(None),
        };
        let unclear = || Problem::Unclear(text.to_owned());
        let (mut width, mut height) = (None, None);
        let mut rest = rest.trim();
        // The sizes stand last: words with an equals sign.
        while let Some((before, last)) = rest.rsplit_once(char::is_whitespace) {
            let Some((name, size)) = last.split_once('=') else {
                break;
            };
            let size = Some(length(size).ok_or_else(unclear)?);
            match name.to_lowercase().as_str() {
                "width" | "ширина" => width = size,
                "height" | "высота" => height = size,
                "size" | "размер" => (width, height) = (size, size),
                _ => return Err(unclear()),
            }
            rest = before.trim();
        }
        let value = Reader::new(rest).whole_expression()?.ok_or_else(unclear)?;
        Ok(Some(Self {
            is_qr,
            value,
            width,
            height,
        }))
    }
}

/// A length such as `3cm`, `25 мм` or `1in`, in 360,000ths of a centimetre; up to a metre.
fn length(text: &str) -> Option<u64> {
    let text = text.trim_matches(is_quote).replace(',', ".");
    let at = text.find(|c: char| !c.is_ascii_digit() && c != '.')?;
    let (number, unit) = text.split_at(at);
    let number: f64 = number.parse().ok()?;
    let factor = match unit.to_lowercase().as_str() {
        "cm" | "см" => 360_000.0,
        "mm" | "мм" => 36_000.0,
        "in" => 914_400.0,
        "pt" => 12_700.0,
        _ => return None,
    };
    let length = number * factor;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between nought and a metre"
    )]
    (1.0..=36_000_000.0)
        .contains(&length)
        .then_some(length as u64)
}

/// Whether Word might have put it where a quote was typed.
fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '“' | '”' | '„' | '«' | '»' | '\'' | '‘' | '’' | '‚'
    )
}

/// Without soft hyphens and marks nobody sees, every kind of blank as one.
fn tidied(text: &str) -> String {
    let seen = text.chars().filter(|c| {
        !matches!(
            c,
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
        )
    });
    seen.collect()
}

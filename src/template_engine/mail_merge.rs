//! The fields of Word's own mail merge, filled as our fields are: MERGEFIELD by the name in its
//! instruction, with its switches, IF over such fields, addresses and greetings, and those that go
//! from one record to the next.

mod lines;
mod record;
#[cfg(test)]
mod tests;

use super::block::run_start;
use super::compile::Findings;
use super::edit::Edits;
use super::field_code::{Code, Piece as WordPiece, Word, plain};
use super::listing::{Field, Kind};
use super::paragraph::Paragraph;
use super::piece::{Form, Piece, Text, When};
use super::place::Places;
use super::tag::{Call, Comparison, Condition, Expression, Filter, Operand};
use super::value::Name;
use super::xml::{Tree, escaped};
use crate::error::template::{Place, Problem};

pub use lines::{Lines, Part, SALUTATION, SEX, Sort, Stretch, WHOLE_NAME};
use record::Turn;
pub use record::{Next, Skip};

/// Fields of mail merge that ask whoever merges, or fetch from a source of their own.
const UNSUPPORTED: &[&str] = &["ASK", "FILLIN", "DATABASE"];

/// Fields of mail merge that are filled.
const OURS: &[&str] = &[
    "MERGEFIELD",
    "ADDRESSBLOCK",
    "GREETINGLINE",
    "MERGEREC",
    "MERGESEQ",
];

/// Fields that go from one record to the next and write nothing themselves.
const TURNS: &[&str] = &["NEXT", "NEXTIF", "SKIPIF"];

/// A part whose fields are read.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The part.
    pub tree: &'a Tree,
    /// Where its paragraphs are.
    pub places: &'a Places,
    /// Its paragraphs.
    pub paragraphs: &'a [Paragraph],
}

impl Source<'_> {
    /// Where a node is, in words.
    pub fn place(&self, node: usize) -> Place {
        let number = self
            .paragraphs
            .partition_point(|paragraph| paragraph.node <= node);
        let around = |paragraph: &&Paragraph| self.tree.descendants(paragraph.node).contains(&node);
        let mut before = self.paragraphs[..number].iter().rev();
        match before.find(around) {
            Some(paragraph) => self.places.of(paragraph.node, &paragraph.text(), 0),
            None => self.places.of(node, "", 0),
        }
    }
}

/// Notes the changes that all merge fields of a part make.
pub fn turn(source: Source, edits: &mut Edits, findings: &mut Findings) {
    for code in Code::all(source.tree) {
        turn_one(source, &code, (edits, findings));
    }
}

fn turn_one(source: Source, code: &Code, (edits, findings): (&mut Edits, &mut Findings)) {
    let place = source.place(code.ends.0);
    let kind = code.kind();
    if UNSUPPORTED.contains(&kind.as_str()) {
        let problem = Problem::UnsupportedField(kind);
        return findings.faults.push(problem.at(&place));
    }
    let run = code.look.or(source.tree.parent(code.ends.0));
    let Some(run) = run.filter(|run| source.tree.is_word(*run, "r")) else {
        return;
    };
    let w = source.tree.prefix(run).to_owned();
    let mut reading = Reading {
        prefix: w.clone(),
        place: place.clone(),
        names: Vec::new(),
    };
    if TURNS.contains(&kind.as_str()) {
        turn_record(source, code, reading, (edits, findings));
        return;
    }
    let is_ours = OURS.contains(&kind.as_str()) || kind == "IF" && has_merge_field(code);
    if !is_ours {
        for nested in code.nested().filter(|code| has_merge_field(code)) {
            turn_nested(source, nested, (edits, findings));
        }
        return;
    }
    match reading.pieces(code) {
        Some(pieces) => {
            let start = run_start(source.tree, run) + &format!("<{w}t xml:space=\"preserve\">");
            let end = format!("</{w}t></{w}r>");
            replace(source.tree, code, (start, pieces, end), edits);
        }
        None => {
            let problem = Problem::UnsupportedField(kind);
            findings.faults.push(problem.at(&place));
        }
    }
    reading.list(findings);
}

/// A field that goes from record to record: nothing is seen of it.
fn turn_record(
    source: Source,
    code: &Code,
    mut reading: Reading,
    (edits, findings): (&mut Edits, &mut Findings),
) {
    let nothing = String::new;
    match reading.turn(code) {
        Some(Turn::Next(next)) => {
            let pieces = vec![Piece::Next(Box::new(next))];
            replace(source.tree, code, (nothing(), pieces, nothing()), edits);
            findings.has_next = true;
        }
        Some(Turn::Skip(skip)) => {
            replace(source.tree, code, (nothing(), Vec::new(), nothing()), edits);
            findings.skips.push(skip);
        }
        None => {
            let problem = Problem::UnsupportedField(code.kind());
            findings.faults.push(problem.at(&reading.place));
        }
    }
    reading.list(findings);
}

/// A merge field inside the instruction of a field that stays: its value becomes a part of the
/// instruction.
fn turn_nested(source: Source, code: &Code, (edits, findings): (&mut Edits, &mut Findings)) {
    let place = source.place(code.ends.0);
    let mut reading = Reading {
        prefix: String::new(),
        place: place.clone(),
        names: Vec::new(),
    };
    let run = source.tree.parent(code.ends.0);
    let pieces = reading.pieces(code).zip(run);
    let Some((mut pieces, run)) = pieces.filter(|_| code.kind() == "MERGEFIELD") else {
        let problem = Problem::UnsupportedField(code.kind());
        return findings.faults.push(problem.at(&place));
    };
    for piece in &mut pieces {
        if let Piece::Text(text) = piece {
            text.form = Form::Plain;
        }
    }
    let w = source.tree.prefix(run);
    let start = format!("<{w}r><{w}instrText xml:space=\"preserve\">");
    replace(
        source.tree,
        code,
        (start, pieces, format!("</{w}instrText></{w}r>")),
        edits,
    );
    reading.list(findings);
}

fn has_merge_field(code: &Code) -> bool {
    OURS.contains(&code.kind().as_str()) || code.nested().any(has_merge_field)
}

/// Cuts a field and puts a run where it began.
fn replace(
    tree: &Tree,
    code: &Code,
    (start, pieces, end): (String, Vec<Piece>, String),
    edits: &mut Edits,
) {
    let mut all = pieces;
    if !start.is_empty() {
        all.insert(0, Piece::Markup(start));
        all.push(Piece::Markup(end));
    }
    for (number, place) in code.bytes(tree).into_iter().enumerate() {
        if number > 0 {
            edits.cut(place);
            continue;
        }
        let run = tree
            .parent(code.ends.0)
            .filter(|run| tree.is_word(*run, "r"));
        let inside = run.filter(|run| tree.outer(*run) != place && code.ends.0 != code.ends.1);
        if let Some(run) = inside {
            // Something else stands in the same run: it is cut in two.
            let w = tree.prefix(run);
            all.insert(0, Piece::Markup(format!("</{w}r>")));
            all.push(Piece::Markup(run_start(tree, run)));
        }
        edits.put(place, std::mem::take(&mut all));
    }
}

/// Reads instructions.
struct Reading {
    prefix: String,
    place: Place,
    names: Vec<Name>,
}

impl Reading {
    /// Lists the fields that were named.
    fn list(self, findings: &mut Findings) {
        let fields = self.names.into_iter().map(|name| Field {
            name,
            kind: Kind::MailMerge,
            place: self.place.clone(),
            is_needed: false,
        });
        findings.fields.extend(fields);
    }

    /// What is written for a field; none where it is not understood.
    fn pieces(&mut self, code: &Code) -> Option<Vec<Piece>> {
        match code.kind().as_str() {
            "MERGEFIELD" => {
                let value = merge_field(&code.words())?;
                self.names
                    .extend(value.names().into_iter().take(1).cloned());
                Some(vec![self.text(value)])
            }
            "IF" => self.choice(&code.words()),
            "MERGEREC" | "MERGESEQ" => Some(vec![self.text(Expression {
                operand: Operand::Record,
                calls: Vec::new(),
            })]),
            kind @ ("ADDRESSBLOCK" | "GREETINGLINE") => {
                let lines = Lines::read(kind, &code.words(), &self.prefix, &self.place)?;
                let fields = lines.fields().iter();
                self.names
                    .extend(fields.filter_map(|name| Name::read(name)));
                Some(vec![Piece::Lines(Box::new(lines))])
            }
            _ => None,
        }
    }

    fn text(&self, value: Expression) -> Piece {
        Piece::Text(Box::new(Text {
            tag: format!("«{}»", value.label()),
            value,
            form: Form::Run(self.prefix.clone()),
            place: self.place.clone(),
        }))
    }

    /// `left sign right`, and what follows.
    fn comparison<'a, 'b>(&mut self, words: &'a [Word<'b>]) -> Option<(Condition, &'a [Word<'b>])> {
        let [_, left, sign, right, rest @ ..] = words else {
            return None;
        };
        let comparison = match plain(sign)?.as_str() {
            "=" => Comparison::Equal,
            "<>" => Comparison::Different,
            "<" => Comparison::Less,
            "<=" => Comparison::AtMost,
            ">" => Comparison::More,
            ">=" => Comparison::AtLeast,
            _ => return None,
        };
        let both = Box::new([self.operand(left)?, self.operand(right)?]);
        Some((Condition::Compares(both, comparison), rest))
    }

    /// `IF left sign right "then" "otherwise"`.
    fn choice(&mut self, words: &[Word]) -> Option<Vec<Piece>> {
        let (condition, rest) = self.comparison(words)?;
        let branch = |at: usize| rest.get(at).map_or(&[][..], Vec::as_slice);
        let is_switch =
            |word: &[WordPiece]| plain(word).is_some_and(|text| text.starts_with("\\*"));
        let then = self.branch(branch(0))?;
        let otherwise = match branch(1) {
            word if is_switch(word) => Vec::new(),
            word => self.branch(word)?,
        };
        Some(vec![Piece::When(Box::new(When {
            condition,
            then,
            otherwise,
            place: self.place.clone(),
        }))])
    }

    /// A text of the instruction, its lines broken.
    fn own(&self, text: &str) -> String {
        let w = &self.prefix;
        let ending = format!("</{w}t><{w}br/><{w}t xml:space=\"preserve\">");
        let lines: Vec<_> = text.split('\n').map(escaped).collect();
        lines.join(&ending)
    }

    fn operand(&mut self, word: &[WordPiece]) -> Option<Expression> {
        if let [WordPiece::Nested(code)] = word {
            let value = merge_field(&code.words()).filter(|_| code.kind() == "MERGEFIELD")?;
            self.names
                .extend(value.names().into_iter().take(1).cloned());
            return Some(value);
        }
        Some(Expression {
            operand: Operand::Text(plain(word)?),
            calls: Vec::new(),
        })
    }

    fn branch(&mut self, word: &[WordPiece]) -> Option<Vec<Piece>> {
        let mut pieces = Vec::new();
        for piece in word {
            match piece {
                WordPiece::Text(text) => pieces.push(Piece::Markup(self.own(text))),
                WordPiece::Nested(code) => pieces.extend(self.pieces(code)?),
            }
        }
        Some(pieces)
    }
}

/// `MERGEFIELD name` with its switches as filters.
fn merge_field(words: &[Word]) -> Option<Expression> {
    let name = plain(words.get(1)?)?;
    let mut value = Expression::field(Name::of_field(&name)?);
    let mut at = 2;
    while let Some(switch) = words.get(at) {
        let switch = plain(switch)?;
        at += 1;
        // A switch and what it says are written with or without a blank.
        let mut said = || {
            let rest: String = switch.chars().skip(2).collect();
            if !rest.is_empty() {
                return Some(rest);
            }
            at += 1;
            plain(words.get(at - 1)?)
        };
        let (filter, argument) = match switch.to_lowercase().get(..2) {
            Some("\\*") => match said()?.to_lowercase().as_str() {
                "upper" => (Filter::Upper, None),
                "lower" => (Filter::Lower, None),
                "firstcap" => (Filter::FirstCap, None),
                "caps" => (Filter::Title, None),
                // What is said of formats is seen to by the looks of the result.
                _ => continue,
            },
            Some("\\@") => (Filter::Date, Some(said()?)),
            Some("\\#") => (Filter::NumberPicture, Some(said()?)),
            Some("\\b") => (Filter::Before, Some(said()?)),
            Some("\\f") => (Filter::After, Some(said()?)),
            _ => continue,
        };
        value.calls.push(Call {
            filter,
            arguments: argument.map(Operand::Text).into_iter().collect(),
        });
    }
    // What stands before and after comes last, whatever the order in the instruction.
    value
        .calls
        .sort_by_key(|call| matches!(call.filter, Filter::Before | Filter::After));
    Some(value)
}

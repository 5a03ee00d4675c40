//! Days and moments, read and written by a pattern.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use crate::template_engine::language::Language;

/// A day, and the time of day where the data tell it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment(NaiveDateTime);

/// How a date is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    pieces: Vec<Piece>,
    has_day: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Literal(String),
    /// A letter of the pattern, and how often it stands there.
    Field(char, usize),
}

impl From<NaiveDate> for Moment {
    fn from(day: NaiveDate) -> Self {
        Self(day.and_time(NaiveTime::MIN))
    }
}

impl Moment {
    /// A date as programs write it, `2026-11-22` or `2026-11-22T14:05:00+03:00`, or as people in
    /// Russia do, `22.11.2026`. The time of day stays that of the place it was written in.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let midnight = |day: NaiveDate| day.and_time(NaiveTime::MIN);
        let day = |pattern| NaiveDate::parse_from_str(text, pattern).ok().map(midnight);
        let at = |pattern| NaiveDateTime::parse_from_str(text, pattern).ok();
        let found = day("%Y-%m-%d")
            .or_else(|| day("%d.%m.%Y"))
            .or_else(|| {
                DateTime::parse_from_rfc3339(text)
                    .ok()
                    .map(|at| at.naive_local())
            })
            .or_else(|| at("%Y-%m-%dT%H:%M:%S%.f"))
            .or_else(|| at("%Y-%m-%dT%H:%M"))
            .or_else(|| at("%Y-%m-%d %H:%M:%S%.f"))
            .or_else(|| at("%Y-%m-%d %H:%M"))
            .or_else(|| at("%d.%m.%Y %H:%M"));
        found.map(Self)
    }

    /// The day.
    pub fn day(&self) -> NaiveDate {
        self.0.date()
    }
}

impl Pattern {
    /// Reads a pattern of Word (`dd.MM.yyyy`), of ours (`DD MMMM YYYY г.`) or in Russian letters
    /// (`ДД.ММ.ГГГГ`). What stands in single quotes is written as it is, and so is every word that
    /// is not made of the letters of patterns alone.
    pub fn read(pattern: &str) -> Self {
        let mut pieces = Vec::new();
        let mut rest = pattern;
        while let Some(first) = rest.chars().next() {
            let is_quote = |c: char| matches!(c, '\'' | '‘' | '’');
            let length = if is_quote(first) {
                let inside = &rest[first.len_utf8()..];
                let end = inside.find(is_quote).unwrap_or(inside.len());
                pieces.push(Piece::Literal(inside[..end].to_owned()));
                let closing = inside[end..].chars().next().map_or(0, char::len_utf8);
                first.len_utf8() + end + closing
            } else if first.is_alphabetic() {
                let end = rest
                    .find(|c: char| !c.is_alphabetic())
                    .unwrap_or(rest.len());
                add_word(&rest[..end], &mut pieces);
                end
            } else {
                pieces.push(Piece::Literal(first.to_string()));
                first.len_utf8()
            };
            rest = &rest[length..];
        }
        let is_day = |piece: &Piece| matches!(piece, Piece::Field('d', 1 | 2));
        Self {
            has_day: pieces.iter().any(is_day),
            pieces,
        }
    }
}

fn add_word(word: &str, pieces: &mut Vec<Piece>) {
    let fields: Option<Vec<char>> = word.chars().map(field).collect();
    let Some(fields) = fields else {
        pieces.push(Piece::Literal(word.to_owned()));
        return;
    };
    for letter in fields {
        match pieces.last_mut() {
            Some(Piece::Field(last, count)) if *last == letter => *count += 1,
            _ => pieces.push(Piece::Field(letter, 1)),
        }
    }
}

/// The letter of Word for a letter of a pattern.
fn field(letter: char) -> Option<char> {
    Some(match letter {
        'd' | 'D' | 'Д' => 'd',
        'M' | 'М' => 'M',
        'y' | 'Y' | 'Г' => 'y',
        'H' | 'Ч' => 'H',
        'h' => 'h',
        'm' | 'м' => 'm',
        's' | 'S' => 's',
        _ => return None,
    })
}

/// A date by a pattern.
pub fn written(moment: &Moment, pattern: &Pattern, language: &dyn Language) -> String {
    let mut text = String::new();
    for piece in &pattern.pieces {
        match piece {
            Piece::Literal(literal) => text.push_str(literal),
            Piece::Field(letter, count) => {
                text.push_str(&part(moment.0, *letter, *count, pattern.has_day, language));
            }
        }
    }
    text
}

fn part(
    at: NaiveDateTime,
    letter: char,
    count: usize,
    has_day: bool,
    language: &dyn Language,
) -> String {
    let day = at.date();
    let short = |name: String| name.chars().take(3).collect::<String>();
    let number = |number: u32| match count {
        1 => number.to_string(),
        _ => format!("{number:02}"),
    };
    match (letter, count) {
        ('d', 1 | 2) => number(day.day()),
        ('d', 3) => short(language.weekday(day)),
        ('d', _) => language.weekday(day),
        ('M', 1 | 2) => number(day.month()),
        ('M', 3) => short(language.month(day, has_day)),
        ('M', _) => language.month(day, has_day),
        ('y', 1 | 2) => format!("{:02}", day.year().rem_euclid(100)),
        ('y', _) => format!("{:04}", day.year()),
        ('H', _) => number(at.hour()),
        ('h', _) => number((at.hour() + 11) % 12 + 1),
        ('m', _) => number(at.minute()),
        _ => number(at.second()),
    }
}

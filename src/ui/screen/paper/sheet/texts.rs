//! The lines of text of the form, as they are typed.

use chrono::NaiveDate;

use crate::domain::{Paper, day, decimal};
use crate::i18n::Locale;

/// A line of text of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// The number.
    Number,
    /// The date.
    Date,
    /// What it is about.
    Subject,
    /// Where it is signed.
    City,
    /// In which position the client's signatory signs.
    Position,
    /// On what ground.
    Basis,
    /// How the client is represented, in the user's own words.
    Phrase,
    /// Who signs for us.
    OwnSignatory,
    /// In which position.
    OwnPosition,
    /// On what ground.
    OwnBasis,
    /// What it comes to, where it has no lines.
    Amount,
    /// Until when it is to be paid, or holds.
    Due,
    /// How many days before its end to remind of renewing it.
    Renewal,
}

impl Line {
    const ALL: [Self; 13] = [
        Self::Number,
        Self::Date,
        Self::Subject,
        Self::City,
        Self::Position,
        Self::Basis,
        Self::Phrase,
        Self::OwnSignatory,
        Self::OwnPosition,
        Self::OwnBasis,
        Self::Amount,
        Self::Due,
        Self::Renewal,
    ];

    /// The name by which its field is focused.
    pub fn id(self) -> &'static str {
        match self {
            Self::Number => "paper number",
            Self::Date => "paper date",
            Self::Subject => "paper subject",
            Self::City => "paper city",
            Self::Position => "paper position",
            Self::Basis => "paper basis",
            Self::Phrase => "paper phrase",
            Self::OwnSignatory => "paper own signatory",
            Self::OwnPosition => "paper own position",
            Self::OwnBasis => "paper own basis",
            Self::Amount => "paper amount",
            Self::Due => "paper due",
            Self::Renewal => "paper renewal",
        }
    }
}

/// All lines as they are typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    lines: [String; 13],
    /// Who signed when the form began.
    pub signatory_at_first: String,
}

impl Typed {
    /// The lines of a paper.
    pub fn of(paper: &Paper, locale: &Locale) -> Self {
        let date = |day: Option<NaiveDate>| day.map(|day| locale.date(day)).unwrap_or_default();
        let said = |line| match line {
            Line::Number => paper.number.clone(),
            Line::Date => date(Some(paper.dated_on)),
            Line::Subject => paper.subject.clone(),
            Line::City => paper.city.clone(),
            Line::Position => paper.signatory_position.clone(),
            Line::Basis => paper.signatory_basis.clone(),
            Line::Phrase => paper.signatory_phrase.clone(),
            Line::OwnSignatory => paper.own_signatory.clone(),
            Line::OwnPosition => paper.own_position.clone(),
            Line::OwnBasis => paper.own_basis.clone(),
            Line::Amount if paper.total == 0 => String::new(),
            Line::Amount => locale.amount(paper.total),
            Line::Due => date(paper.due_on),
            Line::Renewal => match paper.renewal_days {
                Some(days) => days.to_string(),
                None => String::new(),
            },
        };
        Self {
            lines: Line::ALL.map(said),
            signatory_at_first: String::new(),
        }
    }

    /// A line.
    pub fn line(&self, line: Line) -> &str {
        &self.lines[line as usize]
    }

    /// A line, to be typed into.
    pub fn line_mut(&mut self, line: Line) -> &mut String {
        &mut self.lines[line as usize]
    }

    /// Puts what was typed on the paper; what cannot be read leaves what was there, and what stands
    /// as it was `written` leaves what that says.
    pub fn read_into(&self, paper: &mut Paper, written: &Self, today: NaiveDate) {
        for line in Line::ALL {
            let said = self.line(line).trim();
            let is_typed = self.line(line) != written.line(line);
            match line {
                Line::Number => said.clone_into(&mut paper.number),
                Line::Subject => said.clone_into(&mut paper.subject),
                Line::City => said.clone_into(&mut paper.city),
                Line::Position => said.clone_into(&mut paper.signatory_position),
                Line::Basis => said.clone_into(&mut paper.signatory_basis),
                Line::Phrase => said.clone_into(&mut paper.signatory_phrase),
                Line::OwnSignatory => said.clone_into(&mut paper.own_signatory),
                Line::OwnPosition => said.clone_into(&mut paper.own_position),
                Line::OwnBasis => said.clone_into(&mut paper.own_basis),
                Line::Date => paper.dated_on = read_day(said, today).unwrap_or(paper.dated_on),
                Line::Amount if !is_typed => {}
                Line::Amount => paper.total = read_sum(said).unwrap_or(paper.total),
                Line::Due if said.is_empty() => paper.due_on = None,
                Line::Due => paper.due_on = read_day(said, today).or(paper.due_on),
                Line::Renewal if said.is_empty() => paper.renewal_days = None,
                Line::Renewal => paper.renewal_days = read_count(said).or(paper.renewal_days),
            }
        }
    }

    /// The lines that cannot be read.
    pub fn unread(&self, today: NaiveDate) -> Vec<Line> {
        let is_unread = |line: &Line| {
            let said = self.line(*line).trim();
            match line {
                Line::Date => read_day(said, today).is_none(),
                _ if said.is_empty() => false,
                Line::Due => read_day(said, today).is_none(),
                Line::Amount => read_sum(said).is_none(),
                Line::Renewal => read_count(said).is_none(),
                _ => false,
            }
        };
        Line::ALL.into_iter().filter(is_unread).collect()
    }
}

fn read_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    day::read_coming(text, today)
}

fn read_sum(text: &str) -> Option<i64> {
    match text {
        "" => Some(0),
        text => decimal::read_money(text).filter(|sum| *sum >= 0),
    }
}

fn read_count(text: &str) -> Option<i64> {
    text.parse().ok().filter(|days| (0..=3660).contains(days))
}

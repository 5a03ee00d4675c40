//! Reads what stands inside a tag.

use super::condition::{Comparison, Condition};
use super::filter::{Call, Filter};
use super::{Expression, Operand, is_quote};
use crate::error::template::Problem;
use crate::template_engine::value::{Decimal, Name};

/// Reads expressions and conditions from the text of a tag. `None` says that the text is not
/// understood.
pub struct Reader<'a> {
    rest: &'a str,
}

type Read<T> = Result<Option<T>, Problem>;

/// No condition of a document nests deeper.
const MAX_DEPTH: usize = 30;

impl<'a> Reader<'a> {
    /// At the beginning of a text.
    pub fn new(text: &'a str) -> Self {
        Self { rest: text.trim() }
    }

    /// A value with filters, up to the end. Its name may hold blanks.
    pub fn whole_expression(mut self) -> Read<Expression> {
        let operand = if self.rest.starts_with(is_quote) || self.rest.starts_with('@') {
            self.operand()
        } else {
            let end = self.rest.find('|').unwrap_or(self.rest.len());
            let name = self.rest[..end].to_owned();
            self.skip(end);
            Name::read(&name).map(Operand::Field)
        };
        let Some(operand) = operand else {
            return Ok(None);
        };
        let calls = self.calls()?;
        Ok(calls
            .filter(|_| self.rest.is_empty())
            .map(|calls| Expression { operand, calls }))
    }

    /// A condition, up to the end.
    pub fn whole_condition(mut self) -> Read<Condition> {
        let condition = self.any_of(0)?;
        Ok(condition.filter(|_| self.rest.is_empty()))
    }

    fn any_of(&mut self, depth: usize) -> Read<Condition> {
        let Some(mut left) = self.all_of(depth)? else {
            return Ok(None);
        };
        while self.takes_word(&["or", "или"]) || self.takes("||") {
            let Some(right) = self.all_of(depth)? else {
                return Ok(None);
            };
            left = Condition::Any(Box::new([left, right]));
        }
        Ok(Some(left))
    }

    fn all_of(&mut self, depth: usize) -> Read<Condition> {
        let Some(mut left) = self.single(depth)? else {
            return Ok(None);
        };
        while self.takes_word(&["and", "и"]) || self.takes("&&") {
            let Some(right) = self.single(depth)? else {
                return Ok(None);
            };
            left = Condition::All(Box::new([left, right]));
        }
        Ok(Some(left))
    }

    fn single(&mut self, depth: usize) -> Read<Condition> {
        if depth > MAX_DEPTH {
            return Ok(None);
        }
        let is_not = self.rest.starts_with('!') && !self.rest.starts_with("!=");
        if self.takes_word(&["not", "не"]) || is_not && self.takes("!") {
            let inner = self.single(depth + 1)?;
            return Ok(inner.map(|inner| Condition::Not(Box::new(inner))));
        }
        if self.takes("(") {
            let inner = self.any_of(depth + 1)?;
            let is_closed = self.takes(")");
            return Ok(inner.filter(|_| is_closed));
        }
        let Some(left) = self.compared()? else {
            return Ok(None);
        };
        let Some(comparison) = self.comparison() else {
            return Ok(Some(Condition::Is(left)));
        };
        let right = self.compared()?;
        Ok(right.map(|right| Condition::Compares(Box::new([left, right]), comparison)))
    }

    fn comparison(&mut self) -> Option<Comparison> {
        const SIGNS: &[(&str, Comparison)] = &[
            ("==", Comparison::Equal),
            ("!=", Comparison::Different),
            ("<>", Comparison::Different),
            ("≠", Comparison::Different),
            (">=", Comparison::AtLeast),
            ("≥", Comparison::AtLeast),
            ("<=", Comparison::AtMost),
            ("≤", Comparison::AtMost),
            ("=", Comparison::Equal),
            (">", Comparison::More),
            ("<", Comparison::Less),
        ];
        let found = SIGNS.iter().find(|(sign, _)| self.rest.starts_with(sign))?;
        self.skip(found.0.len());
        Some(found.1)
    }

    /// A value inside a condition.
    fn compared(&mut self) -> Read<Expression> {
        let Some(operand) = self.operand() else {
            return Ok(None);
        };
        let calls = if self.rest.starts_with("||") {
            Some(Vec::new())
        } else {
            self.calls()?
        };
        Ok(calls.map(|calls| Expression { operand, calls }))
    }

    /// One value; a name ends at a word that joins conditions.
    fn operand(&mut self) -> Option<Operand> {
        if self.rest.starts_with(is_quote) {
            return self.quoted().map(Operand::Text);
        }
        if let Some(rest) = self.rest.strip_prefix('@') {
            let word: String = rest
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '№')
                .collect();
            self.skip(1 + word.len());
            return match word.to_lowercase().as_str() {
                "n" | "№" | "номер" => Some(Operand::Line),
                "count" | "всего" => Some(Operand::Lines),
                "first" | "первая" | "первый" => Some(Operand::IsFirst),
                "last" | "последняя" | "последний" => Some(Operand::IsLast),
                _ => None,
            };
        }
        let end = self
            .rest
            .find(|c: char| "=!<>≠≥≤()|&,:".contains(c) || is_quote(c));
        let mut word = &self.rest[..end.unwrap_or(self.rest.len())];
        for (at, joined) in words(word) {
            if at > 0 && JOINING.contains(&joined.to_lowercase().as_str()) {
                word = &word[..at];
                break;
            }
        }
        let text = word.trim().to_owned();
        self.skip(word.len());
        match text.to_lowercase().as_str() {
            "true" | "да" | "истина" => return Some(Operand::Truth(true)),
            "false" | "нет" | "ложь" => return Some(Operand::Truth(false)),
            _ => {}
        }
        if text.starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '−') {
            Decimal::read(&text)?;
            return Some(Operand::Number(text));
        }
        Name::read(&text).map(Operand::Field)
    }

    /// Filters, as many as there are.
    fn calls(&mut self) -> Read<Vec<Call>> {
        let mut calls = Vec::new();
        while !self.rest.starts_with("||") && self.takes("|") {
            let end = self
                .rest
                .find(|c: char| "|:=!<>≠≥≤()&".contains(c) || is_quote(c));
            let mut name = &self.rest[..end.unwrap_or(self.rest.len())];
            for (at, joined) in words(name) {
                if at > 0 && JOINING.contains(&joined.to_lowercase().as_str()) {
                    name = &name[..at];
                    break;
                }
            }
            let filter = Filter::of_name(name.trim())?;
            self.skip(name.len());
            let mut arguments = Vec::new();
            // A colon is usual; without it a text in quotes is still clear.
            let mut is_more = self.takes(":") || self.rest.starts_with(is_quote);
            while is_more {
                let Some(argument) = self.operand() else {
                    return Ok(None);
                };
                arguments.push(argument);
                is_more = self.takes(",") || self.takes(";");
            }
            if !filter.takes(arguments.len()) {
                return Ok(None);
            }
            calls.push(Call { filter, arguments });
        }
        Ok(Some(calls))
    }

    /// A text in quotes of any kind: Word changes those that are typed. What it was opened with
    /// says what may close it; quotes of another kind stand inside.
    fn quoted(&mut self) -> Option<String> {
        let open = self.rest.chars().next()?;
        let inside = &self.rest[open.len_utf8()..];
        let end = match open {
            '«' => guillemets(inside),
            '»' => inside.find('«'),
            '\'' | '‘' | '’' | '‚' => inside.find(['\'', '’', '‘']),
            _ => inside.find(['"', '”', '“']),
        };
        // Quotes that do not match were changed one by one: then the last one closes.
        let end = end.or_else(|| inside.rfind(is_quote))?;
        let closing = inside[end..].chars().next()?;
        let text = inside[..end].to_owned();
        self.skip(open.len_utf8() + end + closing.len_utf8());
        Some(text)
    }

    fn takes(&mut self, sign: &str) -> bool {
        let is_there = self.rest.starts_with(sign);
        if is_there {
            self.skip(sign.len());
        }
        is_there
    }

    fn takes_word(&mut self, spellings: &[&str]) -> bool {
        let word: String = self
            .rest
            .chars()
            .take_while(|c| c.is_alphanumeric())
            .collect();
        let is_there = spellings.contains(&word.to_lowercase().as_str());
        if is_there {
            self.skip(word.len());
        }
        is_there
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = self.rest[bytes..].trim_start();
    }
}

const JOINING: &[&str] = &["and", "or", "и", "или"];

/// The words of a text and where each begins.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace()
        .map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// Where the guillemet stands that closes one before the text; those inside go in pairs.
fn guillemets(inside: &str) -> Option<usize> {
    let mut open = 1;
    for (at, c) in inside.char_indices() {
        match c {
            '«' => open += 1,
            '»' => open -= 1,
            _ => {}
        }
        if open == 0 {
            return Some(at);
        }
    }
    None
}

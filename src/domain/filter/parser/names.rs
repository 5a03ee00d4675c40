//! The names a text is understood by, cut into words.

use super::super::canonical;
use super::super::lexer::{self, Kind, Token};
use super::super::vocabulary::{Keyword, Vocabulary};
use crate::domain::field::Field;
use crate::domain::text::fold;

/// Fields and phrases.
pub struct Names {
    fields: Vec<(String, Option<Vec<String>>, Field)>,
    phrases: Vec<(Vec<String>, Keyword)>,
}

impl Names {
    /// Those of a vocabulary, and behind them those of the file.
    pub fn of(vocabulary: &dyn Vocabulary) -> Self {
        let own = vocabulary.fields();
        let known = own.iter().map(|(_, field)| *field);
        let marks: Vec<_> = known
            .clone()
            .map(|field| (canonical::mark(field), field))
            .collect();
        let canonical: Vec<_> = known.map(|field| (field.key(), field)).collect();
        let all = marks.into_iter().chain(own).chain(canonical);
        let fields = all.map(|(name, field)| {
            let words = words(&name);
            (name, words, field)
        });
        let phrases = vocabulary.phrases().into_iter().chain(canonical::phrases());
        let phrases = phrases.map(|(phrase, keyword)| {
            let words = phrase.split_whitespace().map(fold).collect();
            (words, keyword)
        });
        Self {
            fields: fields.collect(),
            phrases: phrases.collect(),
        }
    }

    /// The names of all fields.
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        let names = self.fields.iter().map(|(name, ..)| &**name);
        names.filter(|name| !name.starts_with('#'))
    }

    /// The field with the longest name that stands here, and how many words it has.
    pub fn field(&self, here: &[Token]) -> Option<(Field, usize)> {
        if let Some(Kind::Quoted(name)) = here.first().map(|token| &token.kind) {
            let folded = fold(name);
            let mut named = self.fields.iter();
            let found = named.find(|(name, ..)| fold(name) == folded);
            return found.map(|(.., field)| (*field, 1));
        }
        let mut best: Option<(Field, usize)> = None;
        for (_, words, field) in &self.fields {
            let Some(words) = words else { continue };
            let is_longer = best.is_none_or(|(_, length)| words.len() > length);
            if is_longer && starts_with(here, words).is_some() {
                best = Some((*field, words.len()));
            }
        }
        best
    }

    /// How many words of that keyword stand here.
    pub fn phrase(&self, here: &[Token], keyword: Keyword) -> Option<usize> {
        let phrases = self.phrases.iter().filter(|(_, known)| *known == keyword);
        let lengths =
            phrases.filter_map(|(words, _)| starts_with(here, words).map(|_| words.len()));
        lengths.max()
    }

    /// The longest of these keywords that stands here, its number, and how many words it has.
    pub fn longest(&self, here: &[Token], among: &[Keyword]) -> Option<(Keyword, u32, usize)> {
        let phrases = self
            .phrases
            .iter()
            .filter(|(_, known)| among.contains(known));
        let found = phrases.filter_map(|(words, keyword)| {
            let number = starts_with(here, words)?;
            Some((*keyword, number, words.len()))
        });
        // Of two that are as long the first counts.
        found.rev().max_by_key(|(.., length)| *length)
    }
}

/// The words of a name; `None` where it holds anything else and is understood in quotes alone.
fn words(name: &str) -> Option<Vec<String>> {
    let tokens = lexer::tokens(name).ok()?;
    let words = tokens.into_iter().map(|token| match token.kind {
        Kind::Word(word) if !word.is_empty() => Some(word),
        _ => None,
    });
    words
        .collect::<Option<Vec<_>>>()
        .filter(|words| !words.is_empty())
}

/// Whether these words stand here; answers the number in the place of `#`, 0 where there is none.
fn starts_with(here: &[Token], words: &[String]) -> Option<u32> {
    let mut number = 0;
    if words.len() > here.len() {
        return None;
    }
    for (token, word) in here.iter().zip(words) {
        let Kind::Word(said) = &token.kind else {
            return None;
        };
        if word == "#" {
            number = said.parse().ok()?;
        } else if said != word {
            return None;
        }
    }
    Some(number)
}

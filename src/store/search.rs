//! Search as you type: the bounded plan, the same few milliseconds for a thousand and a million.
//!
//! First the beginnings, of names and numbers, which indexes hold in order. Then, for words of
//! three letters and more, the newest clients whose text has the trigrams, each compared in full.

use std::collections::HashSet;

use crate::domain::client::Kind;
use crate::domain::listing::{Found, Hit, Match};
use crate::domain::text::{fold, swap_layout, transliterations};
use crate::domain::{Client, Id, name};
use crate::error::Result;
use crate::store::{Column, Database, Flow, Reader, Value};

/// How many of the newest candidates are compared in full.
const CANDIDATES: i64 = 600;
/// The shortest text a trigram can find.
const TRIGRAM: usize = 3;
/// The length of a phone, and of the shortest INN.
const WHOLE: usize = 10;
/// Stands behind every text that begins with what is before it.
const LAST: char = '\u{10FFFF}';

/// What was typed, made ready for comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Terms {
    /// The beginning of a name, without a legal form.
    prefix: String,
    /// Every one of these has to occur.
    words: Vec<String>,
    /// Digits alone, where a number was typed.
    digits: Option<String>,
}

impl Terms {
    /// The terms of a typed text; `None` where there is nothing to look for.
    pub fn of(text: &str) -> Option<Self> {
        let folded = fold(text);
        if folded.is_empty() {
            return None;
        }
        let digits = number(&folded);
        let core = name::core_name(text);
        let words = match &digits {
            Some(digits) => vec![digits.clone()],
            None => folded.split(' ').map(str::to_owned).collect(),
        };
        Some(Self {
            prefix: core,
            words,
            digits,
        })
    }

    /// Whether a text of the directory has every word.
    pub fn is_in(&self, search: &str) -> bool {
        self.words.iter().all(|word| search.contains(word.as_str()))
    }

    /// The trigrams to ask the full text for; `None` where every word is too short for one.
    pub fn trigrams(&self) -> Option<String> {
        let mut asked: Vec<String> = Vec::new();
        let is_one = self.words.len() == 1;
        for word in &self.words {
            let letters: Vec<char> = word.chars().collect();
            if letters.len() < TRIGRAM {
                continue;
            }
            let last = letters.len() - TRIGRAM;
            let places = if is_one {
                vec![0, last / 2, last]
            } else {
                vec![0, last]
            };
            for at in places {
                let trigram: String = letters[at..at + TRIGRAM].iter().collect();
                let quoted = format!("\"{}\"", trigram.replace('"', "\"\""));
                if !asked.contains(&quoted) {
                    asked.push(quoted);
                }
            }
        }
        (!asked.is_empty()).then(|| asked.join(" AND "))
    }

    /// Whether a whole number or address was typed and found: nobody looks for it inside another.
    fn is_met_by(&self, found: &[Candidate]) -> bool {
        let [word] = &*self.words else {
            return false;
        };
        let is_whole = self.digits.is_some() && word.len() >= WHOLE || word.contains('@');
        is_whole && found.iter().any(|candidate| candidate.matched == *word)
    }

    /// Which line of a directory's text has the first word, and what that line is.
    fn reason(&self, search: &str) -> (Match, String) {
        let Some(word) = self.words.first() else {
            return (Match::Word, String::new());
        };
        let line = search
            .lines()
            .enumerate()
            .find(|(_, line)| line.contains(word.as_str()));
        match line {
            None | Some((0, _)) => (Match::Word, String::new()),
            Some((_, line)) if line.contains('@') => (Match::Email, line.to_owned()),
            Some((_, line)) if line.bytes().all(|byte| byte.is_ascii_digit()) => {
                (number_kind(line), line.to_owned())
            }
            Some((_, line)) if line.contains('.') && !line.contains(' ') => {
                (Match::Web, line.to_owned())
            }
            Some(_) => (Match::Word, String::new()),
        }
    }
}

/// The digits of a text that is a number and no name: a phone in any spelling, an INN.
fn number(folded: &str) -> Option<String> {
    let is_number = folded
        .chars()
        .all(|c| c.is_ascii_digit() || " +-().".contains(c));
    let digits: String = folded.chars().filter(char::is_ascii_digit).collect();
    if !is_number || digits.len() < TRIGRAM {
        return None;
    }
    // The country or trunk code of a number that is being typed stands in no key.
    let has_trunk = folded.starts_with("+7") || (digits.starts_with('8') && digits.len() == 11);
    let has_trunk = has_trunk || (digits.starts_with('7') && digits.len() == 11);
    let is_spelled =
        digits.starts_with('8') && folded.starts_with("8 ") || folded.starts_with("8(");
    match digits.len() {
        4.. if has_trunk || is_spelled => Some(digits[1..].to_owned()),
        _ => Some(digits),
    }
}

/// Which number a line of digits is, by its length; INNs of 10 digits look like phones, and the
/// order of the lines tells them apart no better.
fn number_kind(line: &str) -> Match {
    match line.len() {
        12 => Match::Inn,
        13 | 15 => Match::Ogrn,
        _ => Match::Phone,
    }
}

/// A client that was found, before its line is read.
struct Candidate {
    id: i64,
    why: Match,
    matched: String,
}

impl Reader<'_> {
    /// The first `limit` clients for a typed text, best first. Where nothing is found, the text
    /// is tried in the other keyboard layout, then in the other alphabet.
    pub fn search(self, text: &str, limit: usize) -> Result<Found> {
        let found = self.search_as(text, limit)?;
        if !found.hits.is_empty() {
            return Ok(found);
        }
        let readings = swap_layout(text).into_iter().chain(transliterations(text));
        for reading in readings {
            let found = self.search_as(&reading, limit)?;
            if !found.hits.is_empty() {
                let reading = Some(reading);
                return Ok(Found { reading, ..found });
            }
        }
        Ok(Found::default())
    }

    fn search_as(self, text: &str, limit: usize) -> Result<Found> {
        let Some(terms) = Terms::of(text) else {
            return Ok(Found::default());
        };
        let mut candidates = self.beginnings(&terms, limit)?;
        let mut is_cut = candidates.len() >= limit;
        if !is_cut
            && !terms.is_met_by(&candidates)
            && let Some(trigrams) = terms.trigrams()
        {
            is_cut = self.within(&terms, &trigrams, &mut candidates)?;
        }
        let mut seen = HashSet::new();
        candidates.retain(|candidate| seen.insert(candidate.id));
        is_cut |= candidates.len() > limit;
        candidates.truncate(limit);
        let hits = self.hits(candidates)?;
        Ok(Found {
            hits,
            is_cut,
            reading: None,
        })
    }

    /// Names, numbers and addresses that begin with what was typed; phones also that end so.
    fn beginnings(self, terms: &Terms, limit: usize) -> Result<Vec<Candidate>> {
        let mut found = Vec::new();
        for kind in Kind::ALL {
            let sql = "SELECT v.client_id, v.name_key FROM visible v
                        WHERE v.employee_id = $1 AND v.kind = $2
                          AND v.name_key >= $3 AND v.name_key < $4
                        ORDER BY v.name_key, v.client_id LIMIT $5";
            let key = [kind.to_value()];
            self.range((sql, Match::Name), &key, (&terms.prefix, limit), &mut found)?;
        }
        if let Some(digits) = &terms.digits {
            let inn =
                "SELECT v.client_id, c.inn FROM clients c JOIN visible v ON v.client_id = c.id
                        WHERE v.employee_id = $1 AND c.inn >= $2 AND c.inn < $3 AND c.inn <> ''
                        ORDER BY c.inn LIMIT $4";
            self.range((inn, Match::Inn), &[], (digits, limit), &mut found)?;
            self.range((KEY, Match::Phone), &[], (digits, limit), &mut found)?;
            let end: String = digits.chars().rev().collect();
            let by_end = "SELECT v.client_id, p.key FROM contact_points p JOIN visible v ON v.client_id = p.client_id
                           WHERE v.employee_id = $1 AND p.key_reversed >= $2 AND p.key_reversed < $3
                             AND p.deleted_by IS NULL ORDER BY p.key_reversed LIMIT $4";
            self.range((by_end, Match::Phone), &[], (&end, limit), &mut found)?;
        } else if terms.prefix.contains(|c: char| c.is_ascii_alphanumeric()) {
            self.range(
                (KEY, Match::Email),
                &[],
                (&terms.words[0], limit),
                &mut found,
            )?;
        }
        Ok(found)
    }

    /// Adds the clients of one ordered range: `prefix` and whatever begins with it.
    fn range(
        self,
        (sql, why): (&str, Match),
        key: &[Value],
        (prefix, limit): (&str, usize),
        found: &mut Vec<Candidate>,
    ) -> Result<()> {
        let mut parameters = vec![self.who.to_value()];
        parameters.extend_from_slice(key);
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        parameters.extend([
            prefix.into(),
            format!("{prefix}{LAST}").into(),
            limit.into(),
        ]);
        self.database.stream(sql, &parameters, &mut |row| {
            let matched = row.cell(1)?.text();
            let why = match why {
                Match::Email if !matched.contains('@') => Match::Web,
                why => why,
            };
            let matched = if why == Match::Name { "" } else { matched };
            found.push(Candidate {
                id: row.cell(0)?.integer(),
                why,
                matched: matched.to_owned(),
            });
            Ok(Flow::Continue(()))
        })
    }

    /// Adds the clients that have every word anywhere; tells whether older ones were left out.
    fn within(self, terms: &Terms, trigrams: &str, found: &mut Vec<Candidate>) -> Result<bool> {
        let mut looked_at = 0;
        let mut named: Vec<(String, Candidate)> = Vec::new();
        self.database.stream(
            "SELECT v.client_id, s.search
               FROM (SELECT t.rowid AS id FROM directory_text t
                      WHERE directory_text MATCH $1 ORDER BY t.rowid DESC LIMIT $2) x
               JOIN visible v ON v.client_id = x.id JOIN directory_search s ON s.client_id = x.id
              WHERE v.employee_id = $3",
            &[trigrams.into(), CANDIDATES.into(), self.who.to_value()],
            &mut |row| {
                looked_at += 1;
                let search = row.cell(1)?.text();
                if terms.is_in(search) {
                    let (why, matched) = terms.reason(search);
                    let name = search.lines().next().unwrap_or_default().to_owned();
                    let id = row.cell(0)?.integer();
                    named.push((name, Candidate { id, why, matched }));
                }
                Ok(Flow::Continue(()))
            },
        )?;
        named.sort_by(|(one, _), (other, _)| one.cmp(other));
        found.extend(named.into_iter().map(|(_, candidate)| candidate));
        Ok(looked_at >= CANDIDATES)
    }

    fn hits(self, candidates: Vec<Candidate>) -> Result<Vec<Hit>> {
        let ids: Vec<Id<Client>> = candidates.iter().map(|found| Id::from(found.id)).collect();
        let listings = self.listings(&ids)?;
        Ok(listings
            .into_iter()
            .zip(candidates)
            .map(|(listing, found)| Hit {
                why: match found.why {
                    // A phone of ten digits may be an INN that begins within a word.
                    Match::Phone if found.matched == listing.client.inn => Match::Inn,
                    why => why,
                },
                listing,
                matched: found.matched,
            })
            .collect())
    }
}

const KEY: &str =
    "SELECT v.client_id, p.key FROM contact_points p JOIN visible v ON v.client_id = p.client_id
     WHERE v.employee_id = $1 AND p.key >= $2 AND p.key < $3 AND p.deleted_by IS NULL
     ORDER BY p.key LIMIT $4";

/// Makes the full text of a client what `search` says.
pub(super) fn index(
    database: &dyn Database,
    id: Id<Client>,
    search: &str,
    is_new: bool,
) -> Result<()> {
    let (words, trigrams) = if is_new {
        (
            "INSERT INTO directory_search (client_id, search) VALUES ($1, $2)",
            "INSERT INTO directory_text (rowid, search) VALUES ($1, $2)",
        )
    } else {
        (
            "INSERT INTO directory_search (client_id, search) VALUES ($1, $2)
             ON CONFLICT (client_id) DO UPDATE SET search = excluded.search",
            "INSERT OR REPLACE INTO directory_text (rowid, search) VALUES ($1, $2)",
        )
    };
    let values = [id.to_value(), search.into()];
    database.execute(words, &values)?;
    database.execute(trigrams, &values)?;
    Ok(())
}

/// Takes a client out of the full text.
pub(super) fn forget(database: &dyn Database, id: Id<Client>) -> Result<()> {
    database.execute(
        "DELETE FROM directory_search WHERE client_id = $1",
        &[id.to_value()],
    )?;
    database.execute(
        "DELETE FROM directory_text WHERE rowid = $1",
        &[id.to_value()],
    )?;
    Ok(())
}

/// Joins the full text into one piece, so that it holds nothing of clients who were taken out.
pub(crate) fn leave_no_remains(database: &dyn Database) -> Result<()> {
    database.batch("INSERT INTO directory_text (directory_text) VALUES ('optimize')")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_is_a_number_in_any_spelling() {
        for typed in [
            "+7 (812) 350-94-14",
            "8 812 350-94-14",
            "88123509414",
            "812 3509414",
        ] {
            assert_eq!(number(typed).as_deref(), Some("8123509414"), "{typed}");
        }
        assert_eq!(number("350-94").as_deref(), Some("35094"));
        assert_eq!(number("ромашка 12"), None);
        assert_eq!(number("12"), None);
    }

    #[test]
    fn a_whole_number_is_looked_for_no_further() {
        let found = |matched: &str| Candidate {
            id: 1,
            why: Match::Phone,
            matched: matched.to_owned(),
        };
        let terms = Terms::of("+7 812 350-94-14").unwrap();
        assert!(terms.is_met_by(&[found("8123509414")]));
        assert!(!terms.is_met_by(&[found("8123509415")]));
        let half = Terms::of("812 350").unwrap();
        assert!(
            !half.is_met_by(&[found("812350")]),
            "it may stand within a longer one"
        );
    }

    #[test]
    fn words_are_asked_for_by_trigrams() {
        let trigrams = |text: &str| Terms::of(text).and_then(|terms| terms.trigrams());
        assert_eq!(trigrams("ром").as_deref(), Some("\"ром\""));
        assert_eq!(
            trigrams("ромашка").as_deref(),
            Some("\"ром\" AND \"маш\" AND \"шка\"")
        );
        assert_eq!(trigrams("ро"), None);
    }
}

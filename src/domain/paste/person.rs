//! Persons, and what they do.

use std::ops::Range;

use super::label::{Field, Label};
use super::{Found, Person, Reading};
use crate::domain::name::{self, Organisation};

/// Words that stand in positions.
const POSITIONS: &[&str] = &[
    "директор",
    "менеджер",
    "инженер",
    "специалист",
    "бухгалтер",
    "начальник",
    "руководитель",
    "заместитель",
    "зам",
    "президент",
    "юрист",
    "секретарь",
    "управляющий",
    "консультант",
    "логист",
    "снабжению",
    "продажам",
    "отдела",
    "technical",
    "manager",
    "director",
    "engineer",
    "officer",
    "head",
    "sales",
    "chief",
    "president",
    "consultant",
    "accountant",
    "assistant",
    "founder",
    "owner",
    "partner",
    "leiter",
    "geschaftsfuhrer",
    "geschäftsführer",
    "geschäftsführerin",
    "vertrieb",
    "ceo",
    "cto",
    "cfo",
    "executive",
    "representative",
    "lead",
    "buchhaltung",
    "einkauf",
    "vertriebsleiter",
    "vertriebsleiterin",
    "einkaufsleiter",
    "marketing",
    "procurement",
    "operations",
    "закупкам",
    "маркетолог",
    "координатор",
    "представитель",
    "эксперт",
    "кладовщик",
    "технолог",
    "механик",
    "энергетик",
    "аналитик",
    "программист",
    "developer",
];
/// Words of a letter that are no names.
const GREETINGS: &[&str] = &[
    "уважением",
    "regards",
    "grüßen",
    "grussen",
    "best",
    "kind",
    "mit",
    "с",
    "sincerely",
    "yours",
    "спасибо",
    "thanks",
    "dear",
    "уважаемые",
    "реквизиты",
    "карточка",
    "viele",
    "hochachtungsvoll",
    "банковские",
    "контакты",
    "details",
    "bank",
    "contact",
    "requisites",
    "invoice",
];

impl Reading<'_> {
    /// The holder of the position that the label names. Whether there is one; else the position waits for a name.
    pub(super) fn take_director(&mut self, field: &Field) -> bool {
        let Some((_, label)) = field.labels.last() else {
            return false;
        };
        let position = capital(self.text.slice(label).trim_end_matches([':', '.']).trim());
        let position = match &*position.to_lowercase() {
            "руководитель" | "представитель" | "vertreten durch" | "inhaber" => {
                self.position.take().unwrap_or(position)
            }
            _ => position,
        };
        let slice = self.text.slice(&field.value);
        let is_near = self.text.line(label.start).contains(&field.value.start);
        let found = named(slice).filter(|(name, span)| {
            let lead = &slice[..span.start];
            let is_led = !lead.contains(|c: char| c.is_ascii_digit());
            is_led && (is_near || is_alone(slice, name, span))
        });
        let Some((name, span)) = found else {
            self.position = Some(position);
            return false;
        };
        // «Руководитель: генеральный директор Иванов»
        let lead = slice[..span.start]
            .trim()
            .trim_end_matches([':', '-', '–', '—'])
            .trim();
        let position = match is_position(lead) {
            true => capital(lead),
            false => position,
        };
        let span = field.value.start + span.start..field.value.start + span.end;
        self.text.take(field.value.start..span.start);
        self.keep_person(name, position, span);
        true
    }

    pub(super) fn take_named(&mut self, value: Range<usize>) {
        let slice = self.text.slice(&value);
        if let Some((name, span)) = named(slice) {
            let rest = value.start + span.end..value.end;
            let span = value.start + span.start..value.start + span.end;
            let rest = self.text.trimmed(&rest);
            let behind = self.text.slice(&rest).to_owned();
            let position = match is_position(&behind) {
                true => {
                    self.text.take(rest);
                    capital(&behind)
                }
                false => self.position.take().unwrap_or_default(),
            };
            self.keep_person(name, position, span);
        } else if Organisation::parse(slice).form.is_some() {
            self.take_organisation(Label::AnyName, value);
        }
    }

    fn keep_person(&mut self, name: name::Person, position: String, span: Range<usize>) {
        self.text.take(span.clone());
        self.position = None;
        let is_known = |known: &Found<Person>| known.value.name == name;
        if self.pasted.persons.iter().any(is_known) {
            return;
        }
        let value = Person { name, position };
        self.pasted.persons.push(Found { value, span });
    }

    /// Persons on lines of their own: a signature, a business card.
    pub(super) fn take_bare_persons(&mut self, pieces: &[Range<usize>]) {
        for (at, piece) in pieces.iter().enumerate() {
            let slice = self.text.slice(piece);
            let Some((name, span)) =
                named(slice).filter(|(name, span)| is_alone(slice, name, span))
            else {
                continue;
            };
            let rest = self.text.trimmed(&(piece.start + span.end..piece.end));
            let lead = self.text.trimmed(&(piece.start..piece.start + span.start));
            let near = [
                Some(&rest),
                Some(&lead),
                pieces.get(at + 1),
                at.checked_sub(1).and_then(|at| pieces.get(at)),
            ];
            let position = near
                .into_iter()
                .flatten()
                .find(|near| is_position(self.text.slice(near)));
            let position = position.cloned();
            let is_latin = slice.contains(|c: char| c.is_ascii_alphabetic());
            // Two Latin words may be anything; beside a position they are a name.
            if is_latin && position.is_none() && name.sex().is_none() {
                continue;
            }
            let words = position.map(|near| {
                let words = capital(self.text.slice(&near));
                self.text.take(near);
                words
            });
            let span = piece.start + span.start..piece.start + span.end;
            let position = words.or_else(|| self.position.take()).unwrap_or_default();
            self.keep_person(name, position, span);
        }
    }
}

/// The first name of a person in a text, and its place.
fn named(text: &str) -> Option<(name::Person, Range<usize>)> {
    let mut words: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive(|c: char| c.is_whitespace() || ",;()/".contains(c)) {
        let own = word.trim_end_matches(|c: char| c.is_whitespace() || ",;()/".contains(c));
        let start = at;
        at += word.len();
        if own.is_empty() {
            continue;
        }
        if !is_name_word(own) {
            if words.len() >= 2 {
                break;
            }
            words.clear();
            continue;
        }
        words.push((start, own));
        if words.len() == 4 || word.ends_with([',', ';', '(', ')', '/']) {
            break;
        }
    }
    let (first, last) = (words.first()?, words.last()?);
    let count = words.len();
    let has_initials = words.iter().any(|(_, word)| word.contains('.'));
    if count < 2 && !(has_initials && first.1.matches('.').count() > 1) || count > 4 {
        return None;
    }
    let span = first.0..last.0 + last.1.len();
    let slice = &text[span.clone()];
    if GREETINGS.iter().any(|word| {
        slice
            .to_lowercase()
            .split_whitespace()
            .any(|own| own == *word)
    }) {
        return None;
    }
    if is_position(slice) || Organisation::parse(slice).form.is_some() {
        return None;
    }
    let person = name::Person::parse(slice);
    let is_whole = !person.surname.is_empty() && !person.first.is_empty();
    is_whole.then_some((person, span))
}

/// Whether a word may stand in a name: a capital and small letters, or initials.
fn is_name_word(word: &str) -> bool {
    let mut letters = word.chars();
    let first = letters.next().is_some_and(char::is_uppercase);
    let is_initials = word.contains('.')
        && word
            .chars()
            .filter(|c| c.is_alphabetic())
            .all(char::is_uppercase)
        && word.chars().count() <= 5;
    let is_plain = letters
        .clone()
        .all(|c| c.is_alphabetic() || "-'’".contains(c))
        && letters.count() > 0;
    let has_small = word.chars().any(char::is_lowercase);
    let is_shouted = word.chars().count() > 3 && word.chars().all(|c| c.is_uppercase() || c == '-');
    first && (is_initials || is_plain && (has_small || is_shouted))
}

/// Whether a name fills its piece, but for a position beside it.
fn is_alone(piece: &str, person: &name::Person, span: &Range<usize>) -> bool {
    let around = format!("{} {}", &piece[..span.start], &piece[span.end..]);
    let around = around.trim_matches(|c: char| c.is_whitespace() || ",;-–—/|()".contains(c));
    let is_told = !person.patronymic.is_empty()
        || person.sex().is_some()
        || piece.contains(|c: char| c.is_ascii_alphabetic());
    is_told && (around.is_empty() || is_position(around))
}

fn is_position(text: &str) -> bool {
    let folded = text.to_lowercase().replace('ё', "е");
    let is_end = |c: char| !c.is_alphanumeric();
    let has_word = folded.split(is_end).any(|word| POSITIONS.contains(&word));
    has_word
        && text.chars().count() < 80
        && !text.contains('@')
        && Organisation::parse(text).form.is_none()
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

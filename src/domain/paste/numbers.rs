//! Numbers of registration and of accounts, with their labels and without.

use std::ops::Range;

use super::label::Label;
use super::{Found, Reading};
use crate::domain::client::TextField;
use crate::domain::requisites;

/// Between the groups of digits of one number.
const GAPS: [char; 5] = [' ', '\u{a0}', '.', '-', '\u{202f}'];

/// An account has more digits than the number of a point in a list.
const SHORTEST: usize = 5;

impl Reading<'_> {
    /// The values behind labels of numbers: one for each, in their order.
    pub(super) fn take_numbers(&mut self, labels: &[Label], value: Range<usize>) {
        // What was known by its form is behind us.
        let taken = value.clone().take_while(|at| self.text.is_taken(*at));
        let mut rest = value.start + taken.count()..value.end;
        let is_known = rest.start > value.start;
        let labels = labels.iter().filter(|label| label.is_number());
        let labels: Vec<Label> = labels.copied().collect();
        for (count, label) in labels.iter().enumerate() {
            if is_known && count == 0 {
                continue;
            }
            let is_last = count + 1 == labels.len();
            let Some(span) = self.number(*label, &rest, is_last) else {
                continue;
            };
            rest.start = span.end;
            self.keep_number(*label, span);
        }
        if labels.contains(&Label::Account) {
            self.take_bank_behind(rest);
        }
    }

    /// Where the number of a label stands in a value.
    fn number(&self, label: Label, value: &Range<usize>, is_alone: bool) -> Option<Range<usize>> {
        let slice = self.text.slice(value);
        let start = slice.find(|c: char| c.is_alphanumeric())?;
        let run = &slice[start..];
        if run.starts_with(char::is_alphabetic) {
            return code(label, run).map(|end| value.start + start..value.start + start + end);
        }
        let word = run.split(char::is_whitespace).next().unwrap_or_default();
        if label == Label::Account && word.contains(char::is_alphabetic) && word.len() >= 10 {
            let word = word.trim_end_matches([',', ';', '.']);
            return Some(value.start + start..value.start + start + word.len());
        }
        let belongs = |c: char| c.is_ascii_digit() || GAPS.contains(&c);
        let end = run.find(|c| !belongs(c)).unwrap_or(run.len());
        let run = run[..end].trim_end_matches(GAPS);
        let lengths = lengths(label);
        let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
        let whole = value.start + start..value.start + start + run.len();
        if lengths.contains(&digits(run)) && (is_alone || !run.contains(' ')) {
            return Some(whole);
        }
        // As many groups as make a number of that length; else the first group.
        let ends = run
            .char_indices()
            .filter(|(_, c)| GAPS.contains(c))
            .map(|(at, _)| at);
        let ends: Vec<usize> = ends.chain([run.len()]).collect();
        let fitting = ends
            .iter()
            .find(|end| lengths.contains(&digits(&run[..**end])));
        let end = match (fitting, ends.first()) {
            (Some(end), _) => *end,
            (None, _) if is_alone => run.len(),
            (None, first) => *first?,
        };
        let is_short = label == Label::Account && digits(&run[..end]) < SHORTEST;
        (!is_short).then_some(whole.start..whole.start + end)
    }

    fn keep_number(&mut self, label: Label, span: Range<usize>) {
        let text = self.text.slice(&span);
        let value = match text.contains(char::is_alphabetic) {
            true if label == Label::Ogrn => text.trim().to_owned(),
            _ => requisites::compact(text).replace('.', ""),
        };
        self.text.take(span.clone());
        let found = Some(Found {
            value: value.clone(),
            span: span.clone(),
        });
        match label {
            Label::Inn => self.set_text(TextField::Inn, value, span),
            Label::Kpp => self.set_text(TextField::Kpp, value, span),
            Label::Ogrn => self.set_text(TextField::Ogrn, value, span),
            Label::Correspondent => {
                self.account(|it| it.correspondent.is_none()).correspondent = found;
            }
            Label::Bik => {
                // One bank may have a national code and a SWIFT: the first is kept.
                let is_letters = |code: &str| code.contains(char::is_alphabetic);
                let last = self
                    .pasted
                    .accounts
                    .last()
                    .and_then(|account| account.bik.as_ref());
                if last.is_none_or(|known| is_letters(&known.value) == is_letters(&value)) {
                    self.account(|it| it.bik.is_none()).bik = found;
                }
            }
            // «Счёт банка 30101…»: the number itself tells what it is.
            _ if value.starts_with("30101") && value.len() == 20 => {
                self.account(|it| it.correspondent.is_none()).correspondent = found;
            }
            _ => self.account(|it| it.number.is_none()).number = found,
        }
    }

    /// IBANs stand for themselves, whatever is written before them.
    pub(super) fn take_ibans(&mut self) {
        let raw = self.text.raw;
        let starts: Vec<usize> = raw
            .char_indices()
            .filter(|(at, c)| {
                c.is_ascii_uppercase() && !raw[..*at].ends_with(char::is_alphanumeric)
            })
            .map(|(at, _)| at)
            .collect();
        for start in starts {
            if self.text.is_taken(start) {
                continue;
            }
            if let Some(end) = iban(&raw[start..]) {
                self.keep_number(Label::Account, start..start + end);
            }
        }
    }

    /// Numbers without a label that can be nothing else.
    pub(super) fn take_bare_numbers(&mut self, piece: &Range<usize>) {
        let slice = self.text.slice(piece);
        let mut at = 0;
        while let Some(start) = slice[at..].find(|c: char| c.is_ascii_digit()) {
            let start = at + start;
            let run = slice[start..].find(|c: char| !c.is_ascii_digit());
            let end = run.map_or(slice.len(), |run| start + run);
            let number = &slice[start..end];
            let label = match number.len() {
                20 if number.starts_with("301") => Some(Label::Correspondent),
                20 if number.starts_with("40") => Some(Label::Account),
                9 if number.starts_with("04") => Some(Label::Bik),
                10 | 12
                    if requisites::check_inn(number).is_none()
                        && !self.has_text(TextField::Inn) =>
                {
                    Some(Label::Inn)
                }
                13 | 15 if requisites::check_ogrn(number).is_none() => Some(Label::Ogrn),
                9 if self.has_text(TextField::Inn) && number.ends_with("01001") => Some(Label::Kpp),
                _ => None,
            };
            let is_whole = !slice[..start].ends_with(['+', '(']);
            if let Some(label) = label.filter(|_| is_whole) {
                self.keep_number(label, piece.start + start..piece.start + end);
            }
            at = end;
        }
    }
}

fn lengths(label: Label) -> &'static [usize] {
    match label {
        Label::Inn => &[10, 12, 9],
        Label::Kpp | Label::Bik => &[9],
        Label::Ogrn => &[13, 15],
        _ => &[20],
    }
}

/// The length of a number that begins with letters: VAT, IBAN, SWIFT, HRB.
fn code(label: Label, run: &str) -> Option<usize> {
    if label == Label::Account
        && let Some(end) = iban(run)
    {
        return Some(end);
    }
    let mut words = run.split_inclusive([' ', '\u{a0}']);
    let first = words.next()?.trim_end();
    let has_digit = |word: &str| word.contains(|c: char| c.is_ascii_digit());
    let is_code = |word: &str| {
        word.chars()
            .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || "-/.".contains(c))
    };
    if !is_code(first.trim_end_matches([',', ';'])) {
        return None;
    }
    let own = first.trim_end_matches([',', ';', '.']);
    if label == Label::Bik || has_digit(own) && own.len() > 5 {
        return (own.len() >= 6).then_some(own.len());
    }
    // «GB 123 4567 89», «HRB 12345»: letters, then groups of digits.
    let mut end = own.len();
    for word in run[end..].split_inclusive([' ', '\u{a0}', ',', ';', '\n']) {
        let group = word.trim_end_matches([' ', '\u{a0}', ',', ';', '\n']);
        let is_group = group.is_empty() || is_code(group) && has_digit(group);
        if !is_group {
            break;
        }
        end += word.len();
        if word.ends_with([',', ';', '\n']) {
            break;
        }
    }
    let found = run[..end].trim_end_matches([' ', '\u{a0}', ',', ';', '\n', '.']);
    has_digit(found).then_some(found.len())
}

/// The length of the IBAN that a text begins with; groups may stand apart.
fn iban(text: &str) -> Option<usize> {
    let head: Vec<char> = text.chars().take(4).collect();
    let [a, b, c, d] = head[..] else {
        return None;
    };
    let is_head = a.is_ascii_uppercase()
        && b.is_ascii_uppercase()
        && c.is_ascii_digit()
        && d.is_ascii_digit();
    if !is_head {
        return None;
    }
    let is_inside =
        |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}');
    let run = text.find(|c| !is_inside(c)).unwrap_or(text.len());
    let run = &text[..run];
    let ends = run.char_indices().map(|(at, c)| at + c.len_utf8());
    let mut ends: Vec<usize> = ends.filter(|end| *end >= 15).collect();
    ends.reverse();
    ends.into_iter().find(|end| {
        let text = &run[..*end];
        !text.ends_with([' ', '\u{a0}']) && requisites::check_iban(text).is_none()
    })
}

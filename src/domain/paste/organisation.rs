//! Names of the organisation and of its banks.

use std::ops::Range;

use super::label::Label;
use super::{Account, Found, Reading};
use crate::domain::client::TextField;
use crate::domain::name::Organisation;

/// Legal forms as they stand before names.
const SHORT: &[&str] = &[
    "ООО",
    "АО",
    "ПАО",
    "ОАО",
    "ЗАО",
    "НАО",
    "ИП",
    "ФГУП",
    "ГУП",
    "МУП",
    "ФГБУ",
    "ГБУ",
    "МБУ",
    "АНО",
    "НКО",
    "ТОО",
    "ОДО",
    "ЧУП",
    "СПК",
    "КФХ",
    "МКУ",
    "ГБУЗ",
    "ГБОУ",
    "МБОУ",
    "ФГБОУ",
    "ТСЖ",
    "СНТ",
    "ЧТУП",
    "АКБ",
    "КБ",
    "УП",
    "СООО",
    "ИООО",
    "OOO",
];
/// How legal forms in words begin.
const LONG: &[&str] = &[
    "общество с ограниченной",
    "акционерное общество",
    "публичное акционерное",
    "открытое акционерное",
    "закрытое акционерное",
    "индивидуальный предприниматель",
    "товарищество с ограниченной",
    "федеральное государственное",
    "государственное",
    "муниципальное",
    "частное",
    "автономная некоммерческая",
    "непубличное акционерное",
    "филиал",
];
/// The longest name of an organisation, in characters.
const LONGEST: usize = 300;

impl Reading<'_> {
    pub(super) fn take_bank(&mut self, value: Range<usize>) {
        let end = value
            .clone()
            .find(|at| self.text.is_taken(*at))
            .unwrap_or(value.end);
        let value = self.text.trimmed(&(value.start..end));
        let name = self
            .text
            .slice(&value)
            .trim_end_matches([',', ';'])
            .trim()
            .to_owned();
        if name.chars().count() < 3 {
            return;
        }
        self.text.take(value.clone());
        let place = value.start;
        let found = Found {
            value: name,
            span: value,
        };
        // The account that stands nearest, of those without a bank.
        let accounts = self.pasted.accounts.iter_mut();
        let free = accounts.filter(|account| account.bank.is_none());
        match free.min_by_key(|account| account.distance(place)) {
            Some(account) => account.bank = Some(found),
            None => self.pasted.accounts.push(Account {
                bank: Some(found),
                ..Account::default()
            }),
        }
    }

    /// «р/с 40702… в ПАО Сбербанк»: the bank stands right behind the number.
    pub(super) fn take_bank_behind(&mut self, rest: Range<usize>) {
        let rest = self.text.trimmed(&rest);
        let slice = self.text.slice(&rest);
        let led = ["в ", "in ", "at ", "bei ", "открыт в ", "открытый в "];
        let Some(lead) = led
            .iter()
            .find(|lead| slice.to_lowercase().starts_with(**lead))
        else {
            return;
        };
        self.take_bank(rest.start + lead.len()..rest.end);
    }

    pub(super) fn take_organisation(&mut self, label: Label, value: Range<usize>) {
        let end = value
            .clone()
            .find(|at| self.text.is_taken(*at))
            .unwrap_or(value.end);
        let value = self.text.trimmed(&(value.start..end));
        let slice = self.text.slice(&value);
        if slice.chars().count() < 2 || !slice.contains(char::is_alphabetic) {
            return;
        }
        let whole = slice.to_owned();
        self.text.take(value.clone());
        match label {
            Label::FullName => self.keep_full(&whole, value),
            Label::ShortName => self.set_text(TextField::Name, whole, value),
            _ => self.keep_organisation(&whole, value),
        }
    }

    /// A name that tells by itself whether it is the full one.
    fn keep_organisation(&mut self, whole: &str, span: Range<usize>) {
        match is_full(whole) {
            true => self.keep_full(whole, span),
            false => self.set_text(TextField::Name, whole.to_owned(), span),
        }
    }

    /// A full name; the short one may follow in brackets.
    fn keep_full(&mut self, whole: &str, span: Range<usize>) {
        let trimmed = whole.trim_end();
        if let (true, Some(open)) = (trimmed.ends_with(')'), trimmed.rfind('(')) {
            let short = &trimmed[open + 1..trimmed.len() - 1];
            if let Some(own) = organisation(short) {
                let short = short[own].to_owned();
                self.set_text(TextField::Name, short, span.clone());
                self.set_text(TextField::FullName, trimmed[..open].to_owned(), span);
                return;
            }
        }
        self.set_text(TextField::FullName, trimmed.to_owned(), span);
    }

    /// An organisation by its legal form; a bank where that is what it is.
    pub(super) fn take_bare_organisation(&mut self, piece: &Range<usize>) {
        let slice = self.text.slice(piece);
        let Some(own) = organisation(slice) else {
            return;
        };
        let span = piece.start + own.start..piece.start + own.end;
        let whole = self.text.slice(&span).to_owned();
        let mut accounts = self.pasted.accounts.iter();
        let lacks_bank = accounts.any(|account| account.bank.is_none());
        let is_plain = !slice.contains(|c: char| c.is_ascii_digit());
        let bank = if is_plain { slice } else { &*whole };
        if is_bank(bank) && (lacks_bank || self.has_text(TextField::Name)) {
            let span = if is_plain { piece.clone() } else { span };
            let leads = ["Банк ", "банк ", "в ", "in "];
            let skipped = leads.into_iter().find_map(|lead| {
                let rest = self.text.slice(&span).strip_prefix(lead)?;
                let is_label = is_bank(rest) || organisation(rest).is_some();
                is_label.then_some(lead.len())
            });
            self.take_bank(span.start + skipped.unwrap_or_default()..span.end);
            return;
        }
        self.text.take(span.clone());
        self.keep_organisation(&whole, span);
    }

    /// A full name has a short one: «ООО «Ромашка»».
    pub(super) fn settle_names(&mut self) {
        if self.has_text(TextField::Name) {
            return;
        }
        let full = self
            .pasted
            .texts
            .iter()
            .find(|(field, _)| *field == TextField::FullName);
        let short = full.and_then(|(_, found)| Some((short_of(&found.value)?, found.span.clone())));
        if let Some((short, span)) = short {
            self.set_text(TextField::Name, short, span);
        }
    }
}

fn is_bank(name: &str) -> bool {
    let folded = name.to_lowercase();
    ["банк", "bank", "втб"]
        .iter()
        .any(|word| folded.contains(word))
}

/// «Общество с ограниченной ответственностью «Ромашка»»: the form in words.
fn is_full(name: &str) -> bool {
    let folded = name.to_lowercase();
    [
        "общество",
        "предприниматель",
        "предприятие",
        "учреждение",
        "товарищество",
        "партнерство",
        "организация",
    ]
    .iter()
    .any(|word| folded.contains(word))
}

fn short_of(full: &str) -> Option<String> {
    let parsed = Organisation::parse(full);
    let form = parsed.form?;
    if form == "ИП" {
        let words: Vec<&str> = full.split_whitespace().collect();
        let name = words.get(words.len().checked_sub(3)?..)?;
        return Some(format!("ИП {}", name.join(" ")));
    }
    let quotes = ['«', '»', '"', '“', '”', '„', '\''];
    let (first, last) = (full.find(quotes)?, full.rfind(quotes)?);
    let first_end = first + full[first..].chars().next()?.len_utf8();
    let inner = full.get(first_end..last)?;
    Some(format!("{form} «{inner}»"))
}

/// Where a piece names an organisation: from its legal form to the closing quote, or the words
/// before a form of another country.
fn organisation(piece: &str) -> Option<Range<usize>> {
    if piece.chars().count() > LONGEST {
        return None;
    }
    let lowered = piece.to_lowercase();
    let is_same_length = lowered.len() == piece.len();
    let long = LONG.iter().filter_map(|phrase| lowered.find(phrase)).min();
    let starts = piece
        .char_indices()
        .filter(|(at, c)| c.is_alphabetic() && !piece[..*at].ends_with(char::is_alphanumeric))
        .map(|(at, _)| at);
    let short = starts.clone().find(|at| {
        let word: String = piece[*at..]
            .chars()
            .take_while(|c| c.is_alphabetic())
            .collect();
        SHORT.contains(&&*word)
    });
    let start = [long.filter(|_| is_same_length), short]
        .into_iter()
        .flatten()
        .min();
    if let Some(start) = start {
        let rest = &piece[start..];
        let end = end_of_name(rest);
        let has_name = rest[..end].split_whitespace().count() > 1;
        return has_name.then_some(start..start + end);
    }
    foreign(piece)
}

/// The same for forms of other countries, before a name in quotes or behind a name.
fn foreign(piece: &str) -> Option<Range<usize>> {
    // «SIA "Baltic Wood"»: capitals before a name in quotes.
    let head = piece.split_whitespace().next().unwrap_or_default();
    let is_form = (2..=6).contains(&head.chars().count()) && head.chars().all(char::is_uppercase);
    if is_form
        && piece[head.len()..]
            .trim_start()
            .starts_with(['"', '«', '“', '„'])
    {
        return Some(0..end_of_name(piece));
    }
    let words = piece.split_whitespace().count();
    let first = piece.split(',').next().unwrap_or(piece).trim_end();
    let is_foreign = |text: &str| {
        let form = Organisation::parse(text).form;
        let last = text.split_whitespace().last().unwrap_or_default();
        form.is_some()
            && text.split_whitespace().count() > 1
            && last.starts_with(|c: char| c.is_uppercase() || c == 's')
    };
    if words <= 8 && is_foreign(piece) {
        return Some(0..piece.len());
    }
    (first.split_whitespace().count() <= 8 && is_foreign(first)).then_some(0..first.len())
}

/// Where a name that begins with its form ends: at its last quote, at a comma, at the end.
fn end_of_name(rest: &str) -> usize {
    const QUOTES: [char; 6] = ['»', '"', '”', '“', '\'', '’'];
    let open = rest.find(['«', '"', '“', '„']);
    if let Some(open) = open {
        let close = rest.rfind(QUOTES).filter(|close| *close > open);
        if let Some(close) = close {
            // Only what follows at once belongs to the name: «… «Ромашка» (ООО)».
            let stop = rest[open..]
                .find([';', '\n'])
                .map_or(rest.len(), |at| open + at);
            let close = rest[..stop].rfind(QUOTES).unwrap_or(close);
            let end = close + rest[close..].chars().next().map_or(0, char::len_utf8);
            let is_bracketed = rest[..end].contains('(') && rest[end..].starts_with(')');
            return end + usize::from(is_bracketed);
        }
    }
    let end = rest.find([',', ';']).unwrap_or(rest.len());
    rest[..end].trim_end().len()
}

//! E-mails, pages and phones.

use std::ops::Range;

use super::label::Label;
use super::{Found, Reading};
use crate::domain::ContactPoint;
use crate::domain::contact::Channel;
use crate::domain::{Id, phone, requisites};

/// Endings of names of sites that are no words of a text.
const ZONES: &[&str] = &[
    "ru", "рф", "com", "net", "org", "su", "kz", "by", "ua", "de", "uk", "eu", "info", "biz",
    "pro", "online", "shop", "site", "store", "tech", "io", "us", "at", "ch", "fr", "it", "es",
    "pl", "cz", "example", "uz", "am", "ge", "nl", "be", "спб", "moscow", "company",
];

impl Reading<'_> {
    /// Takes what is known by its form alone wherever it stands.
    pub(super) fn take_reach(&mut self) {
        self.take_emails();
        self.take_sites();
        self.take_ibans();
    }

    fn take_emails(&mut self) {
        let raw = self.text.raw;
        let is_inside = |c: char| c.is_alphanumeric() || "._%+-".contains(c);
        for (at, _) in raw.match_indices('@') {
            let start = raw[..at].rfind(|c| !is_inside(c));
            let start = start.map_or(0, |before| {
                before + raw[before..].chars().next().map_or(1, char::len_utf8)
            });
            let end = raw[at + 1..].find(|c| !is_inside(c));
            let end = end.map_or(raw.len(), |end| at + 1 + end);
            let found = raw[start..end].trim_matches(['.', '-', '_']);
            let start = start + raw[start..end].find(found).unwrap_or_default();
            let span = start..start + found.len();
            if requisites::check_email(found).is_none() {
                self.add_contact(Channel::Email, found.to_owned(), span);
            }
        }
    }

    fn take_sites(&mut self) {
        let raw = self.text.raw;
        let is_end = |c: char| c.is_whitespace() || ",;|<>()\"«»".contains(c);
        let mut at = 0;
        for word in raw.split(is_end) {
            let start = at;
            at = start
                + word.len()
                + raw[start + word.len()..]
                    .chars()
                    .next()
                    .map_or(0, char::len_utf8);
            let site = word.trim_matches(['.', ':', '/', '!']);
            let site = match site
                .to_lowercase()
                .find("http")
                .or(site.to_lowercase().find("www."))
            {
                Some(begin) if site.is_char_boundary(begin) => &site[begin..],
                _ => site.rsplit(':').next().unwrap_or(site),
            };
            let offset = word.find(site).unwrap_or_default();
            let span = start + offset..start + offset + site.len();
            if is_site(site) && !self.text.is_taken(span.start) {
                self.add_contact(Channel::Web, site.to_owned(), span);
            }
        }
    }

    /// The page behind its label, though its form alone would not tell.
    pub(super) fn take_site(&mut self, value: Range<usize>) {
        let site = self.text.slice(&value).trim().to_owned();
        if site.contains('.') && !site.contains(' ') && !self.text.is_taken(value.start) {
            self.add_contact(Channel::Web, site, value);
        }
    }

    /// The phones behind a label.
    pub(super) fn take_phones(&mut self, labels: &[Label], value: Range<usize>) {
        let end = self.free_end(&value);
        let value = value.start..end;
        let slice = self.text.slice(&value);
        let is_phone = |c: char| c.is_ascii_digit() || " \u{a0}+()-–—./,;\t#*".contains(c);
        // Words stand between numbers and before extensions; the next sentence is neither.
        let mut end = slice.len();
        for (at, c) in slice.char_indices() {
            let is_word = c.is_alphabetic() && !slice[..at].ends_with(char::is_alphabetic);
            if is_word && !is_word_of_phones(&slice[at..]) {
                end = at;
                break;
            }
            if !is_phone(c) && !c.is_alphabetic() {
                end = at;
                break;
            }
        }
        let channel = match labels {
            [Label::Fax] => Some(Channel::Fax),
            [Label::Mobile] => Some(Channel::MobilePhone),
            _ => None,
        };
        let span = value.start..value.start + end;
        let mut from = span.start;
        for found in phone::split(self.text.slice(&span)) {
            let known = self.text.slice(&(from..span.end)).find(&*found);
            let start = from + known.unwrap_or_default();
            let own = start..(start + found.len()).min(span.end);
            from = match known {
                Some(_) => own.end,
                None => from,
            };
            let is_fax = self.text.slice(&(span.start..start)).to_lowercase();
            let is_fax = is_fax.trim_end_matches([':', ' ', '.']).ends_with("факс");
            let channel = channel.or(is_fax.then_some(Channel::Fax));
            self.add_phone(channel, &found, own);
        }
        self.text.take(span);
    }

    /// Phones without a label: with a plus, with an area code in brackets, from 8 on.
    pub(super) fn take_bare_phones(&mut self, piece: &Range<usize>) {
        let slice = self.text.slice(piece);
        let belongs = |c: char| c.is_ascii_digit() || " \u{a0}()-–".contains(c);
        let mut at = 0;
        while let Some(start) = slice[at..].find(|c: char| c.is_ascii_digit() || "+(".contains(c)) {
            let start = at + start;
            let skip = slice[start..].chars().next().map_or(1, char::len_utf8);
            let end = slice[start + skip..].find(|c| !belongs(c));
            let end = end.map_or(slice.len(), |end| start + skip + end);
            let run = slice[start..end].trim_end_matches([' ', '-', '–', '(', '\u{a0}']);
            at = end.max(start + skip);
            let digits = run.bytes().filter(u8::is_ascii_digit).count();
            let is_led = run.starts_with('+') && (9..=15).contains(&digits)
                || run.starts_with(['8', '7']) && digits == 11 && !is_solid(run)
                || run.starts_with("89") && digits == 11
                || run.starts_with('(') && (10..=11).contains(&digits);
            let is_begun = slice[..start].ends_with(|c: char| c.is_alphanumeric());
            if is_led && !is_begun {
                let span = piece.start + start..piece.start + start + run.len();
                let run = run.to_owned();
                self.add_phone(None, &run, span);
            }
        }
    }

    fn add_phone(&mut self, channel: Option<Channel>, number: &str, span: Range<usize>) {
        let number = number.trim().trim_end_matches(['(', ',']).trim();
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        if !(5..=18).contains(&digits) {
            return;
        }
        let is_mobile = phone::key(number).starts_with('9') && phone::key(number).len() == 10;
        let channel = channel.unwrap_or(match is_mobile {
            true => Channel::MobilePhone,
            false => Channel::WorkPhone,
        });
        self.add_contact(channel, phone::display(number), span);
    }

    fn add_contact(&mut self, channel: Channel, value: String, span: Range<usize>) {
        self.text.take(span.clone());
        let key = |channel, value: &str| ContactPoint::new(Id::from(0), channel, value).key();
        let own = key(channel, &value);
        let is_known = self.pasted.contacts.iter().any(|known| {
            let (other, text) = &known.value;
            other.is_phone() == channel.is_phone() && key(*other, text) == own
        });
        if !is_known {
            let value = (channel, value);
            self.pasted.contacts.push(Found { value, span });
        }
    }

    /// Where a value ends that something understood cuts short.
    fn free_end(&self, value: &Range<usize>) -> usize {
        let taken = value.clone().find(|at| self.text.is_taken(*at));
        taken.unwrap_or(value.end)
    }
}

/// Written in one piece; eleven such digits may be any number.
fn is_solid(run: &str) -> bool {
    run.bytes().all(|b| b.is_ascii_digit())
}

fn is_word_of_phones(rest: &str) -> bool {
    const WORDS: &[&str] = &[
        "доб",
        "вн",
        "внутр",
        "тел",
        "факс",
        "моб",
        "сот",
        "раб",
        "и ",
        "или",
        "ext",
        "x",
        "х",
        "fax",
        "mob",
        "tel",
        "or ",
        "and ",
        "тон",
        "многоканал",
        "бесплатн",
        "phone",
        "cell",
        "т.",
        "ф.",
    ];
    let start: String = rest.chars().take(10).flat_map(char::to_lowercase).collect();
    WORDS.iter().any(|word| start.starts_with(word))
}

/// Whether a word is the name of a site, by its form alone.
fn is_site(word: &str) -> bool {
    let folded = word.to_lowercase();
    let bare = folded.split_once("://").map_or(&*folded, |(_, rest)| rest);
    let host = bare.split(['/', '?', '#']).next().unwrap_or_default();
    let mut labels = host.split('.');
    let zone = host.rsplit('.').next().unwrap_or_default();
    let is_named = folded.starts_with("http") || bare.starts_with("www.");
    let is_label =
        |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    host.contains('.')
        && !host.contains('@')
        && labels.all(is_label)
        && zone.chars().count() >= 2
        && !zone.contains(|c: char| c.is_ascii_digit())
        && (is_named
            || ZONES.contains(&zone) && host.chars().count() >= 4 + zone.chars().count() - 2)
}

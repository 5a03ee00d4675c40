//! E-mail addresses and days of birth: form and plausibility.

use chrono::NaiveDate;

use crate::domain::Doubt;

/// The oldest age we believe, in years: a few above the oldest age ever proven, 122.
const OLDEST: u32 = 125;

/// Checks the form of an e-mail address; letters of any alphabet are allowed on both sides.
///
/// Narrower than RFC 5321 and RFC 6531 allow: quoted names and addresses in brackets are not
/// what people type into a card.
pub fn check_email(text: &str) -> Option<Doubt> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let Some((mailbox, server)) = text.split_once('@') else {
        return Some(Doubt::EmailAt);
    };
    if server.contains('@') {
        return Some(Doubt::EmailAt);
    }
    if !is_mailbox(mailbox) {
        return Some(Doubt::EmailMailbox);
    }
    (!is_server(server)).then_some(Doubt::EmailServer)
}

/// Checks that a person born on that day can be alive `today`.
pub fn check_birth(born_on: NaiveDate, today: NaiveDate) -> Option<Doubt> {
    if born_on > today {
        return Some(Doubt::BirthAhead);
    }
    let years = today.years_since(born_on)?;
    (years > OLDEST).then_some(Doubt::BirthLongAgo { years })
}

/// Parts between points, none of them empty; 64 bytes at most (RFC 5321, 4.5.3.1.1).
fn is_mailbox(text: &str) -> bool {
    let is_allowed = |c: char| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c);
    text.len() <= 64
        && text
            .split('.')
            .all(|part| !part.is_empty() && part.chars().all(is_allowed))
}

/// At least two labels (RFC 1035, 2.3.1), the last not of digits alone.
fn is_server(text: &str) -> bool {
    let is_label = |label: &str| {
        let is_allowed = |c: char| c.is_alphanumeric() || c == '-';
        (1..=63).contains(&label.chars().count())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(is_allowed)
    };
    let zone = text.rsplit('.').next().unwrap_or_default();
    text.contains('.')
        && text.split('.').all(is_label)
        && zone.chars().count() >= 2
        && zone.contains(char::is_alphabetic)
}

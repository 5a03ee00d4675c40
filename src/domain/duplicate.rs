//! Cards that look like the same client: what they are compared by, how alike they are, and why.
//!
//! Each thing that two cards share adds points, each thing that tells them apart takes some away,
//! as in the record linkage of Fellegi and Sunter (1969). A number that many cards share tells
//! little: it is that of a switchboard, or of the head office.

mod alike;
mod compare;
mod join;
mod traits;

pub use alike::{Likeness, likeness, skeleton};
pub use compare::compare;
pub use join::{Difference, Pick, Picks, differences, join, said};
pub use traits::{Clue, Traits};

use crate::domain::{Client, Id};

/// From this score on two cards are taken for one client; the most is 100.
pub const CERTAIN: u8 = 60;
/// From this score on a card is worth a look while another is typed.
pub const WORTH_A_LOOK: u8 = 25;

/// Why two cards are taken for one client, or told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// The same taxpayer number.
    SameInn,
    /// The same taxpayer number, but other reason codes: branches of one company.
    OtherKpp,
    /// The taxpayer numbers differ in one digit, and only one of them can be right.
    SimilarInn,
    /// The same registration number.
    SameOgrn,
    /// The same bank account.
    SameAccount,
    /// The same phone; `true` where it is written otherwise.
    SamePhone(bool),
    /// The same e-mail address.
    SameEmail,
    /// The same web page.
    SameSite,
    /// The same address.
    SameAddress,
    /// The same name but for form, quotes and the order of words.
    SameName,
    /// The same name in the other alphabet.
    OtherAlphabet,
    /// The names differ in so many letters.
    SimilarName(u8),
    /// One name has more words than the other.
    LongerName,
    /// The same surname, with initials on one card.
    Initials,
    /// The same surname and first name; one card has no patronymic.
    SameFirstName,
    /// The same birthday.
    SameBirthday,
    /// The same employer.
    SameEmployer,
    /// The same town.
    SameCity,
}

impl Reason {
    /// A name for other programs, stable for ever.
    pub fn name(self) -> &'static str {
        match self {
            Self::SameInn => "same-inn",
            Self::OtherKpp => "other-kpp",
            Self::SimilarInn => "similar-inn",
            Self::SameOgrn => "same-ogrn",
            Self::SameAccount => "same-account",
            Self::SamePhone(false) => "same-phone",
            Self::SamePhone(true) => "same-phone-written-otherwise",
            Self::SameEmail => "same-email",
            Self::SameSite => "same-site",
            Self::SameAddress => "same-address",
            Self::SameName => "same-name",
            Self::OtherAlphabet => "name-in-other-alphabet",
            Self::SimilarName(_) => "similar-name",
            Self::LongerName => "longer-name",
            Self::Initials => "initials",
            Self::SameFirstName => "same-first-name",
            Self::SameBirthday => "same-birthday",
            Self::SameEmployer => "same-employer",
            Self::SameCity => "same-city",
        }
    }
}

/// How alike two cards are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// From 0, nothing in common, to 100.
    pub score: u8,
    /// Why, the weightiest first.
    pub reasons: Vec<Reason>,
}

/// Two cards that look like one client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspicion {
    /// The older card.
    pub one: Id<Client>,
    /// The newer card.
    pub other: Id<Client>,
    /// How alike they are, and why.
    pub verdict: Verdict,
}

impl Suspicion {
    /// Whether nobody needs to look: the same number of the state and the same name.
    pub fn is_beyond_doubt(&self) -> bool {
        let has = |reason| self.verdict.reasons.contains(&reason);
        let is_named = has(Reason::SameName) || has(Reason::OtherAlphabet);
        self.verdict.score >= CERTAIN && has(Reason::SameInn) && is_named
    }
}

#[cfg(test)]
mod tests;

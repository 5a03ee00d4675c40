//! Why two cards look alike, in words.

use crate::domain::client::Kind;
use crate::domain::duplicate::{Reason, Verdict};
use crate::i18n::Locale;

impl Locale {
    /// One reason to take two cards for the same client.
    pub fn reason(&self, kind: Kind, reason: Reason) -> String {
        let key = match reason {
            Reason::SameInn => "duplicate-same-inn",
            Reason::OtherKpp => "duplicate-other-kpp",
            Reason::SimilarInn => "duplicate-similar-inn",
            Reason::SameOgrn => "duplicate-same-ogrn",
            Reason::SameAccount => "duplicate-same-account",
            Reason::SamePhone(false) => "duplicate-same-phone",
            Reason::SamePhone(true) => "duplicate-same-phone-otherwise",
            Reason::SameEmail => "duplicate-same-email",
            Reason::SameSite => "duplicate-same-site",
            Reason::SameAddress => "duplicate-same-address",
            Reason::SameName if kind == Kind::Person => "duplicate-same-person",
            Reason::SameName => "duplicate-same-name",
            Reason::OtherAlphabet => "duplicate-other-alphabet",
            Reason::SimilarName(letters) => {
                let letters = i64::from(letters);
                return self.with("duplicate-similar-name", &[("letters", letters.into())]);
            }
            Reason::LongerName => "duplicate-longer-name",
            Reason::Initials => "duplicate-initials",
            Reason::SameFirstName => "duplicate-same-first-name",
            Reason::SameBirthday => "duplicate-same-birthday",
            Reason::SameEmployer => "duplicate-same-employer",
            Reason::SameCity => "duplicate-same-city",
        };
        self.text(key)
    }

    /// All reasons of a verdict, between commas.
    pub fn reasons(&self, kind: Kind, verdict: &Verdict) -> String {
        let reasons = verdict.reasons.iter();
        let reasons: Vec<_> = reasons.map(|reason| self.reason(kind, *reason)).collect();
        reasons.join(", ")
    }
}

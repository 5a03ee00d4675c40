//! Why somebody gets no letter, in words for the user.

use super::Locale;
use crate::domain::mailing::Omission;
use crate::error::letter::Hindrance;

impl Locale {
    /// What is in the way of a letter.
    pub fn hindrance(&self, hindrance: &Hindrance) -> String {
        match hindrance {
            Hindrance::NoName => self.text("letters-no-name"),
            Hindrance::NoAddress => self.text("letters-no-address"),
            Hindrance::NoStreet => self.text("letters-no-street"),
            Hindrance::UnknownSex => self.text("letters-unknown-sex"),
            Hindrance::Empty(field) => {
                self.with("letters-empty", &[("field", field.as_str().into())])
            }
            Hindrance::Unfilled(faults) => {
                let faults = self.template_faults(faults).replace('\n', "; ");
                self.with("letters-unfilled", &[("faults", faults.into())])
            }
        }
    }

    /// Why somebody is left out of a mailing.
    pub fn omission(&self, omission: Omission) -> String {
        self.text(match omission {
            Omission::Refused => "letters-refused",
            Omission::NeverAgreed => "letters-never-agreed",
            Omission::Twice => "letters-twice",
            Omission::Skipped => "letters-skipped",
        })
    }
}

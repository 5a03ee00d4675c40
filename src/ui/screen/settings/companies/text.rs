//! The texts of a company as its form shows them: where each stands, what looks wrong in it.

use crate::domain::requisites::{
    check_bik, check_correspondent_account, check_email, check_inn, check_kpp, check_number,
    check_ogrn,
};
use crate::domain::{Company, Doubt};

/// Says of each text in which part of a company it stands, and the key of its label.
macro_rules! texts {
    ($($(#[$doc:meta])* $text:ident: $part:ident $label:literal,)+) => {
        /// A text of a company.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Text {
            $($(#[$doc])* $text,)+
        }

        impl Text {
            /// Every text.
            pub const ALL: &'static [Self] = &[$(Self::$text,)+];

            /// What the company says there.
            pub fn of(self, company: &Company) -> &str {
                match self {
                    $(Self::$text => &company.$part,)+
                }
            }

            /// The same, to be typed into.
            pub fn of_mut(self, company: &mut Company) -> &mut String {
                match self {
                    $(Self::$text => &mut company.$part,)+
                }
            }

            /// The key of its label.
            pub fn label(self) -> &'static str {
                match self {
                    $(Self::$text => $label,)+
                }
            }
        }
    };
}

texts! {
    /// The short name.
    Name: name "companies-name",
    /// The full name.
    FullName: full_name "companies-full-name",
    /// Taxpayer number.
    Inn: inn "column-inn",
    /// Reason code of registration.
    Kpp: kpp "column-kpp",
    /// State registration number.
    Ogrn: ogrn "column-ogrn",
    /// The town papers are signed in.
    City: city "companies-city",
    /// Where it is registered.
    LegalAddress: legal_address "companies-legal-address",
    /// Where letters go.
    PostalAddress: postal_address "companies-postal-address",
    /// Its phone.
    Phone: phone "column-phone",
    /// Its e-mail address.
    Email: email "column-email",
    /// Its page on the web.
    Web: web "column-web",
    /// The number of its account.
    Account: account "card-account",
    /// Its bank.
    Bank: bank "card-bank",
    /// The code of the bank.
    Bik: bik "card-bik",
    /// The correspondent account of the bank.
    Correspondent: correspondent "card-correspondent",
    /// Who signs.
    Signatory: signatory "companies-signatory",
    /// In which position.
    SignatoryPosition: signatory_position "companies-signatory-position",
    /// On what ground.
    SignatoryBasis: signatory_basis "companies-signatory-basis",
    /// The chief accountant.
    Accountant: accountant "companies-accountant",
}

impl Text {
    /// What looks wrong in it; it warns and forbids nothing.
    pub fn doubt(self, company: &Company) -> Option<Doubt> {
        let text = self.of(company);
        match self {
            Self::Inn => check_inn(text),
            Self::Kpp => check_kpp(text),
            Self::Ogrn => check_ogrn(text),
            Self::Email => check_email(text),
            Self::Bik => check_bik(text),
            Self::Account => check_number(text, &company.bik),
            Self::Correspondent => check_correspondent_account(text, &company.bik),
            _ => None,
        }
    }
}

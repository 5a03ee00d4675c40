//! Our own companies: who sells, by which requisites, and who signs for them.

use crate::domain::profile::named;
use crate::domain::sales::{TaxClass, TaxMode};
use crate::domain::{Attachment, Id};

/// The name of the policy that says which company is the usual one: its id.
pub const USUAL_COMPANY: &str = "usual-company";

/// One of our own companies: who sells. A text that is not known is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Company {
    /// Which company.
    pub id: Id<Company>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// Its short name.
    pub name: String,
    /// Its full name.
    pub full_name: String,
    /// Taxpayer number (ИНН).
    pub inn: String,
    /// Reason code of registration (КПП).
    pub kpp: String,
    /// State registration number (ОГРН).
    pub ogrn: String,
    /// The town papers are signed in.
    pub city: String,
    /// Where it is registered, on one line.
    pub legal_address: String,
    /// Where letters go, on one line; empty where that is the same.
    pub postal_address: String,
    /// Its phone.
    pub phone: String,
    /// Its e-mail address.
    pub email: String,
    /// Its page on the web.
    pub web: String,
    /// The number of its account, or its IBAN.
    pub account: String,
    /// Its bank.
    pub bank: String,
    /// The code of the bank (БИК), or its SWIFT code.
    pub bik: String,
    /// The correspondent account of the bank.
    pub correspondent: String,
    /// Who signs: surname, first name, patronymic.
    pub signatory: String,
    /// In which position.
    pub signatory_position: String,
    /// On what ground: a charter, a power of attorney.
    pub signatory_basis: String,
    /// The chief accountant: surname, first name, patronymic.
    pub accountant: String,
    /// How its sales are usually taxed.
    pub tax: TaxClass,
    /// Whether its prices usually hold the tax.
    pub mode: TaxMode,
}

impl Company {
    /// A company of that name, not yet saved.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            name: name.into(),
            full_name: String::new(),
            inn: String::new(),
            kpp: String::new(),
            ogrn: String::new(),
            city: String::new(),
            legal_address: String::new(),
            postal_address: String::new(),
            phone: String::new(),
            email: String::new(),
            web: String::new(),
            account: String::new(),
            bank: String::new(),
            bik: String::new(),
            correspondent: String::new(),
            signatory: String::new(),
            signatory_position: String::new(),
            signatory_basis: String::new(),
            accountant: String::new(),
            tax: TaxClass::Standard,
            mode: TaxMode::Included,
        }
    }
}

named! {
    /// A picture that papers of a company bear.
    PictureKind {
        /// Its logo.
        Logo = "logo",
        /// Its stamp.
        Stamp = "stamp",
        /// The signature of who signs.
        Signature = "signature",
        /// The signature of the chief accountant.
        AccountantSignature = "accountant-signature",
    }
}

/// A picture of a company. What is in it lies beside the file of the office, under its digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompanyPicture {
    /// Which picture.
    pub id: Id<CompanyPicture>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// Of which company.
    pub company: Id<Company>,
    /// What it shows.
    pub kind: PictureKind,
    /// The name of the file.
    pub name: String,
    /// How long it is, in bytes.
    pub size: i64,
    /// SHA-256 of its bytes, in hexadecimal.
    pub digest: String,
}

impl CompanyPicture {
    /// A picture of a company, not yet saved; its content is kept already.
    pub fn new(
        company: Id<Company>,
        kind: PictureKind,
        name: &str,
        (digest, size): (String, i64),
    ) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            company,
            kind,
            name: name.to_owned(),
            size,
            digest,
        }
    }

    /// The file itself, for reading what is in it.
    pub fn file(&self) -> Attachment {
        Attachment::loose(&self.name, &self.digest, self.size)
    }
}

//! What looks wrong in a field: a warning under it, never a refusal.

/// Why a value is doubtful, with the figures that help to put it right.
///
/// The words are chosen by `Locale::doubt`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// Something else than a digit where only digits belong.
    NotDigits {
        /// The first character that does not belong.
        found: char,
    },
    /// A number of nothing but zeros passes every check digit, and is nobody's.
    AllZeros,
    /// An INN has 10 digits (organisation) or 12 (person).
    InnLength {
        /// How many there are.
        digits: usize,
    },
    /// The last digit of a 10-digit INN does not follow from the others.
    InnCheckDigit {
        /// The digit that would.
        expected: char,
    },
    /// The last two digits of a 12-digit INN do not follow from the others.
    InnCheckDigits {
        /// The two digits that would.
        expected: [char; 2],
    },
    /// A KPP has 9 characters.
    KppLength {
        /// How many there are.
        characters: usize,
    },
    /// A KPP is four digits, two digits or capitals, three digits.
    KppForm {
        /// The first character that does not belong.
        found: char,
    },
    /// An OGRN has 13 digits, an OGRNIP 15.
    OgrnLength {
        /// How many there are.
        digits: usize,
    },
    /// An OGRN begins with 1 or 5, an OGRNIP with 3.
    OgrnKind {
        /// The digit it begins with.
        found: char,
    },
    /// The last digit of an OGRN does not follow from the others.
    OgrnCheckDigit {
        /// The digit that would.
        expected: char,
    },
    /// A BIK has 9 digits.
    BikLength {
        /// How many there are.
        digits: usize,
    },
    /// A BIK begins with 04, that of a treasury body with 00, 01 or 02.
    BikBeginning {
        /// The two digits it begins with.
        found: [char; 2],
    },
    /// An account has 20 digits.
    AccountLength {
        /// How many there are.
        digits: usize,
    },
    /// The ninth digit of an account, its key, does not agree with the BIK.
    AccountKey {
        /// The digit that would.
        expected: char,
    },
    /// A correspondent account begins with 301, that of a treasury body with 40102.
    CorrespondentBeginning,
    /// A correspondent account ends with the last three digits of the BIK.
    CorrespondentEnd {
        /// These three digits.
        expected: [char; 3],
    },
    /// A character that no IBAN has, or an IBAN that does not begin with two letters, two digits.
    IbanForm,
    /// No country with IBANs has this code.
    IbanCountry {
        /// The two letters.
        country: [char; 2],
    },
    /// The IBANs of this country have another length.
    IbanLength {
        /// The two letters of the country.
        country: [char; 2],
        /// How many characters its IBANs have.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// The third and the fourth character of an IBAN do not follow from the others.
    IbanCheckDigits {
        /// The two digits that would.
        expected: [char; 2],
    },
    /// An e-mail address has exactly one @.
    EmailAt,
    /// What stands before the @ cannot be the name of a mailbox.
    EmailMailbox,
    /// What stands after the @ cannot be the name of a server.
    EmailServer,
    /// Too few digits for a phone number.
    PhoneTooShort {
        /// How many there are.
        digits: usize,
    },
    /// More digits than a phone number has.
    PhoneTooLong {
        /// How many there are.
        digits: usize,
    },
    /// Several phone numbers in one field.
    PhoneSeveral {
        /// How many there are.
        count: usize,
    },
    /// A spreadsheet has rounded the number (`7,70123E+11`): its last digits are lost.
    PhoneSpoiled,
    /// A day of birth that has not come yet.
    BirthAhead,
    /// A day of birth too long ago for somebody alive.
    BirthLongAgo {
        /// How old the person would be, in years.
        years: u32,
    },
    /// Something about an identity document.
    Document(DocumentDoubt),
    /// A place of work that ends before it begins.
    JobEndsFirst,
}

/// Why an identity document is doubtful.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentDoubt {
    /// The series of a Russian passport or travel passport has another length.
    Series {
        /// How many digits it has.
        expected: usize,
        /// How many there are.
        digits: usize,
    },
    /// The number of a Russian passport or travel passport has another length.
    Number {
        /// How many digits it has.
        expected: usize,
        /// How many there are.
        digits: usize,
    },
    /// It is issued on a day to come.
    Ahead,
    /// It was issued before its holder was born.
    BeforeBirth,
    /// A passport that had to be exchanged at that age.
    Outgrown {
        /// The age, in years.
        years: u32,
    },
    /// It is no longer valid.
    Expired,
    /// It ends before it begins.
    EndsFirst,
}

impl From<DocumentDoubt> for Doubt {
    fn from(doubt: DocumentDoubt) -> Self {
        Self::Document(doubt)
    }
}

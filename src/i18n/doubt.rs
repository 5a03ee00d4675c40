//! Doubts in words: what is wrong in a field, and what to do.

use crate::domain::{DocumentDoubt, Doubt};
use crate::i18n::{Argument, Locale};

impl Locale {
    /// The warning under a field.
    pub fn doubt(&self, doubt: &Doubt) -> String {
        let (key, arguments) = message(*doubt);
        self.with(key, &arguments)
    }
}

/// A message and what is put into it.
type Message = (&'static str, Vec<(&'static str, Argument)>);

fn message(doubt: Doubt) -> Message {
    let plain = |key| (key, Vec::new());
    match doubt {
        Doubt::NotDigits { found } => ("doubt-not-digits", text("found", &[found])),
        Doubt::AllZeros => plain("doubt-all-zeros"),
        Doubt::InnLength { digits } => ("doubt-inn-length", count("digits", digits)),
        Doubt::InnCheckDigit { expected } => {
            ("doubt-inn-check-digit", text("expected", &[expected]))
        }
        Doubt::InnCheckDigits { expected } => {
            ("doubt-inn-check-digits", text("expected", &expected))
        }
        Doubt::KppLength { characters } => ("doubt-kpp-length", count("characters", characters)),
        Doubt::KppForm { found } => ("doubt-kpp-form", text("found", &[found])),
        Doubt::OgrnLength { digits } => ("doubt-ogrn-length", count("digits", digits)),
        Doubt::OgrnKind { found } => ("doubt-ogrn-kind", text("found", &[found])),
        Doubt::OgrnCheckDigit { expected } => {
            ("doubt-ogrn-check-digit", text("expected", &[expected]))
        }
        Doubt::BikLength { digits } => ("doubt-bik-length", count("digits", digits)),
        Doubt::BikBeginning { found } => ("doubt-bik-beginning", text("found", &found)),
        Doubt::AccountLength { digits } => ("doubt-account-length", count("digits", digits)),
        Doubt::AccountKey { expected } => ("doubt-account-key", text("expected", &[expected])),
        Doubt::CorrespondentBeginning => plain("doubt-correspondent-beginning"),
        Doubt::CorrespondentEnd { expected } => {
            ("doubt-correspondent-end", text("expected", &expected))
        }
        Doubt::IbanForm => plain("doubt-iban-form"),
        Doubt::IbanCountry { country } => ("doubt-iban-country", text("country", &country)),
        Doubt::IbanLength {
            country,
            expected,
            found,
        } => (
            "doubt-iban-length",
            [
                text("country", &country),
                count("expected", expected),
                count("found", found),
            ]
            .concat(),
        ),
        Doubt::IbanCheckDigits { expected } => {
            ("doubt-iban-check-digits", text("expected", &expected))
        }
        Doubt::EmailAt => plain("doubt-email-at"),
        Doubt::EmailMailbox => plain("doubt-email-mailbox"),
        Doubt::EmailServer => plain("doubt-email-server"),
        Doubt::PhoneTooShort { digits } => ("doubt-phone-too-short", count("digits", digits)),
        Doubt::PhoneTooLong { digits } => ("doubt-phone-too-long", count("digits", digits)),
        Doubt::PhoneSeveral { count: phones } => ("doubt-phone-several", count("count", phones)),
        Doubt::PhoneSpoiled => plain("doubt-phone-spoiled"),
        Doubt::BirthAhead => plain("doubt-birth-ahead"),
        Doubt::BirthLongAgo { years } => (
            "doubt-birth-long-ago",
            vec![("years", i64::from(years).into())],
        ),
        Doubt::Document(doubt) => document(doubt),
        Doubt::JobEndsFirst => plain("doubt-job-ends-first"),
    }
}

fn document(doubt: DocumentDoubt) -> Message {
    let plain = |key| (key, Vec::new());
    match doubt {
        DocumentDoubt::Series { expected, digits } => {
            ("doubt-document-series", two(expected, digits))
        }
        DocumentDoubt::Number { expected, digits } => {
            ("doubt-document-number", two(expected, digits))
        }
        DocumentDoubt::Ahead => plain("doubt-document-ahead"),
        DocumentDoubt::BeforeBirth => plain("doubt-document-before-birth"),
        DocumentDoubt::Outgrown { years } => (
            "doubt-passport-outgrown",
            vec![("years", i64::from(years).into())],
        ),
        DocumentDoubt::Expired => plain("doubt-document-expired"),
        DocumentDoubt::EndsFirst => plain("doubt-document-ends-first"),
    }
}

fn text(name: &'static str, characters: &[char]) -> Vec<(&'static str, Argument)> {
    vec![(name, String::from_iter(characters).into())]
}

fn two(expected: usize, found: usize) -> Vec<(&'static str, Argument)> {
    [count("expected", expected), count("digits", found)].concat()
}

fn count(name: &'static str, count: usize) -> Vec<(&'static str, Argument)> {
    vec![(name, count.into())]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{phone, requisites};
    use crate::i18n::Language;

    #[test]
    fn a_doubt_says_what_is_wrong_and_what_to_do() {
        let russian = Locale::new(Language::Russian);
        for (doubt, words) in [
            (
                requisites::check_bik("04452522"),
                "В БИК должно быть 9 цифр; введено 8",
            ),
            (
                requisites::check_inn("7826218436"),
                "Контрольная цифра ИНН не сходится: должна быть 7. Сверьте номер с документом",
            ),
            (
                requisites::check_iban("DE8937040044053201300"),
                "В IBAN страны DE должно быть 22 знака; введено 21",
            ),
            (phone::check("8"), "Для телефона мало цифр: только 1 цифра"),
        ] {
            assert_eq!(russian.doubt(&doubt.unwrap()), words);
        }
    }

    #[test]
    fn every_doubt_has_words_in_each_language() {
        for doubt in ALL {
            for language in Language::ALL {
                let words = Locale::new(language).doubt(&doubt);
                assert!(!words.contains("doubt-"), "{words}");
                assert!(!words.contains(['{', '}']), "{words}");
            }
        }
    }

    const ALL: [Doubt; 37] = [
        Doubt::NotDigits { found: 'O' },
        Doubt::AllZeros,
        Doubt::InnLength { digits: 9 },
        Doubt::InnCheckDigit { expected: '7' },
        Doubt::InnCheckDigits {
            expected: ['5', '9'],
        },
        Doubt::KppLength { characters: 8 },
        Doubt::KppForm { found: 'O' },
        Doubt::OgrnLength { digits: 12 },
        Doubt::OgrnKind { found: '7' },
        Doubt::OgrnCheckDigit { expected: '5' },
        Doubt::BikLength { digits: 8 },
        Doubt::BikBeginning { found: ['1', '4'] },
        Doubt::AccountLength { digits: 19 },
        Doubt::AccountKey { expected: '7' },
        Doubt::CorrespondentBeginning,
        Doubt::CorrespondentEnd {
            expected: ['7', '4', '2'],
        },
        Doubt::IbanForm,
        Doubt::IbanCountry {
            country: ['Q', 'Q'],
        },
        Doubt::IbanLength {
            country: ['D', 'E'],
            expected: 22,
            found: 21,
        },
        Doubt::IbanCheckDigits {
            expected: ['8', '9'],
        },
        Doubt::EmailAt,
        Doubt::EmailMailbox,
        Doubt::EmailServer,
        Doubt::PhoneTooShort { digits: 0 },
        Doubt::PhoneTooLong { digits: 16 },
        Doubt::PhoneSeveral { count: 2 },
        Doubt::PhoneSpoiled,
        Doubt::BirthAhead,
        Doubt::BirthLongAgo { years: 131 },
        Doubt::Document(DocumentDoubt::Series {
            expected: 4,
            digits: 3,
        }),
        Doubt::Document(DocumentDoubt::Number {
            expected: 6,
            digits: 7,
        }),
        Doubt::Document(DocumentDoubt::Ahead),
        Doubt::Document(DocumentDoubt::BeforeBirth),
        Doubt::Document(DocumentDoubt::Outgrown { years: 45 }),
        Doubt::Document(DocumentDoubt::Expired),
        Doubt::Document(DocumentDoubt::EndsFirst),
        Doubt::JobEndsFirst,
    ];
}

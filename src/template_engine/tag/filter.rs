//! The names of filters, and what each takes.

use super::Operand;
use crate::error::template::Problem;
use crate::template_engine::language::Case;
use crate::template_engine::nearest::nearest;

/// A filter with what it is told.
#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    /// What is done.
    pub filter: Filter,
    /// What follows its colon.
    pub arguments: Vec<Operand>,
}

/// What can be done to a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    /// A name or a position in a case; the argument is the sex, `м` or `ж`.
    InCase(Case),
    /// Surname and initials.
    ShortName,
    /// An amount in words; the argument is the currency.
    Words,
    /// A whole number in words.
    NumberWords,
    /// An amount with two decimal places; the argument is the currency, and adds its sign.
    Money,
    /// A number in groups of digits; the argument is how many decimal places.
    Number,
    /// A date by a pattern, that of the language without one; `"words"` writes it out.
    Date,
    /// Another value where there is none.
    Default,
    /// CAPITALS.
    Upper,
    /// small letters.
    Lower,
    /// The first letter as a capital.
    FirstCap,
    /// Every Word With A Capital.
    Title,
    /// A list as one text; the argument stands between.
    Join,
    /// How many there are in a list.
    Count,
    /// The sum of a list, or of a field of its elements.
    Sum,
    /// The form of a word that goes with a number: `"день", "дня", "дней"`.
    Plural,
    /// The first text for a man, the second for a woman.
    BySex,
    /// The first text for yes, the second for no.
    YesNo,
    /// A number by a picture of Word's: `# ##0,00 ₽`.
    NumberPicture,
    /// A text before what is not empty.
    Before,
    /// A text behind what is not empty.
    After,
}

/// The names of filters, but for those of the cases.
const NAMES: &[(&str, Filter)] = &[
    ("short_name", Filter::ShortName),
    ("кратко", Filter::ShortName),
    ("фио", Filter::ShortName),
    ("инициалы", Filter::ShortName),
    ("words", Filter::Words),
    ("прописью", Filter::Words),
    ("number_words", Filter::NumberWords),
    ("число_прописью", Filter::NumberWords),
    ("money", Filter::Money),
    ("деньги", Filter::Money),
    ("сумма", Filter::Money),
    ("number", Filter::Number),
    ("число", Filter::Number),
    ("date", Filter::Date),
    ("дата", Filter::Date),
    ("default", Filter::Default),
    ("умолчание", Filter::Default),
    ("по_умолчанию", Filter::Default),
    ("upper", Filter::Upper),
    ("прописные", Filter::Upper),
    ("заглавные", Filter::Upper),
    ("lower", Filter::Lower),
    ("строчные", Filter::Lower),
    ("first_cap", Filter::FirstCap),
    ("с_заглавной", Filter::FirstCap),
    ("title", Filter::Title),
    ("каждое_с_заглавной", Filter::Title),
    ("join", Filter::Join),
    ("через", Filter::Join),
    ("count", Filter::Count),
    ("количество", Filter::Count),
    ("sum", Filter::Sum),
    ("итого", Filter::Sum),
    ("plural", Filter::Plural),
    ("форма", Filter::Plural),
    ("by_sex", Filter::BySex),
    ("по_полу", Filter::BySex),
    ("yes_no", Filter::YesNo),
    ("да_нет", Filter::YesNo),
    ("number_picture", Filter::NumberPicture),
    ("before", Filter::Before),
    ("перед", Filter::Before),
    ("after", Filter::After),
    ("после", Filter::After),
];

impl Filter {
    /// The filter of a name in English or Russian.
    pub fn of_name(name: &str) -> Result<Self, Problem> {
        let folded = name.to_lowercase().replace(['_', ' ', '\u{a0}', '-'], "");
        if let Some(case) = Case::of_name(&folded) {
            return Ok(Self::InCase(case));
        }
        let known = NAMES
            .iter()
            .find(|(known, _)| known.replace('_', "") == folded);
        known.map(|(_, filter)| *filter).ok_or_else(|| {
            let cases = Case::ALL.into_iter().flat_map(Case::names);
            let names = cases.chain(NAMES.iter().map(|(known, _)| *known));
            Problem::UnknownFilter {
                name: name.to_owned(),
                nearest: nearest(name, names),
            }
        })
    }

    /// Whether it can be told so many things.
    pub fn takes(self, count: usize) -> bool {
        match self {
            Self::Default | Self::NumberPicture | Self::Before | Self::After => count == 1,
            Self::BySex => count == 2,
            Self::Plural => count == 2 || count == 3,
            Self::YesNo => count == 0 || count == 2,
            Self::InCase(_)
            | Self::Words
            | Self::Money
            | Self::Number
            | Self::Date
            | Self::Join
            | Self::Sum => count <= 1,
            Self::ShortName
            | Self::NumberWords
            | Self::Upper
            | Self::Lower
            | Self::FirstCap
            | Self::Title
            | Self::Count => count == 0,
        }
    }

    /// Its English name, for messages.
    pub fn name(self) -> &'static str {
        if let Self::InCase(case) = self {
            return case.name();
        }
        NAMES
            .iter()
            .find(|(_, filter)| *filter == self)
            .map_or("", |(name, _)| name)
    }
}

//! Languages: messages, plurals, dates, numbers and money.

mod amount;
mod calendar;
mod datum;
mod doubt;
mod error;
mod faults;
mod filter;
mod format;
mod letter;
mod likeness;
mod numeral;
mod operation;
mod paper;
mod printed_form;
mod reminder;
pub mod russian;
mod salutation;
mod template;
mod words;
mod work;

use std::borrow::Cow;
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

pub use amount::Minor;
pub use filter::FilterWords;
pub use numeral::Counted;

/// A language the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// русский
    Russian,
    /// English
    English,
}

impl Language {
    /// Every language there is.
    pub const ALL: [Self; 2] = [Self::Russian, Self::English];

    /// Its two-letter code (ISO 639-1).
    pub fn code(self) -> &'static str {
        match self {
            Self::Russian => "ru",
            Self::English => "en",
        }
    }

    /// The language that most letters of a text are of; `None` where it has neither.
    pub fn of_text(text: &str) -> Option<Self> {
        let letters = |is: fn(&char) -> bool| text.chars().filter(is).count();
        let latin = letters(char::is_ascii_alphabetic);
        let cyrillic = letters(|c| matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё'));
        match (latin, cyrillic) {
            (0, 0) => None,
            (latin, cyrillic) if cyrillic > latin => Some(Self::Russian),
            _ => Some(Self::English),
        }
    }

    /// The language of a tag such as `ru-RU` or `en_US.UTF-8`; English for any other.
    pub fn of_tag(tag: &str) -> Self {
        let code = tag.split(['-', '_', '.']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(code))
            .unwrap_or(Self::English)
    }

    /// Its own name for itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::Russian => "Русский",
            Self::English => "English",
        }
    }

    fn files(self) -> &'static [&'static str] {
        match self {
            Self::Russian => files::RUSSIAN,
            Self::English => files::ENGLISH,
        }
    }
}

/// The messages of each language, one file for each area; a test compares the languages.
mod files {
    macro_rules! files {
        ($language:literal) => {
            &[
                include_str!(concat!("../assets/i18n/", $language, "/bin.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/biography.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/calendar.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/cli.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/clients.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/common.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/companies.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/dispute.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/doubts.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/edit.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/duplicates.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/errors.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/exchange.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/files.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/fill.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/filter.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/form.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/groups.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/history.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/kinds.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/letters.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/notes.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/notices.ftl")),
                include_str!(concat!(
                    "../assets/i18n/",
                    $language,
                    "/office_templates.ftl"
                )),
                include_str!(concat!("../assets/i18n/", $language, "/operations.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/printed_forms.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/paper_settings.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/papers.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/paper_form.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/profile.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/register.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/reminders.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/repetition.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/results.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/sales.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/salutations.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/search.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/settings.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/shortcuts.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/start.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/starter.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/story.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/templates.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/today.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/views.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/working_time.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/work.ftl")),
            ]
        };
    }

    pub const RUSSIAN: &[&str] = files!("ru");
    pub const ENGLISH: &[&str] = files!("en");
}

/// One language: its messages, its plurals, its formats of dates and money.
///
/// A value, not a global: a letter may speak Russian while the window speaks English.
pub struct Locale {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Locale").field(&self.language).finish()
    }
}

/// A value put into a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Argument {
    /// A whole number: it is grouped as the language groups digits, and chooses the plural.
    Count(i64),
    /// A text, put in as it is.
    Text(String),
}

impl From<i64> for Argument {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl From<usize> for Argument {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl Locale {
    /// The locale of a language.
    ///
    /// # Panics
    /// Never in a released program: the messages are compiled in, and tests read them all.
    pub fn new(language: Language) -> Self {
        let id = language.code().parse().expect("a known language code");
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::Russian => |value: &FluentValue, _: &_| grouped(value, Language::Russian),
            Language::English => |value: &FluentValue, _: &_| grouped(value, Language::English),
        }));
        for file in language.files() {
            let file = FluentResource::try_new((*file).to_owned()).expect("well-formed messages");
            bundle.add_resource(file).expect("no message twice");
        }
        Self { language, bundle }
    }

    /// Which language it speaks.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The message named `key`, which takes no arguments.
    pub fn text(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The message named `key`, its places filled with `arguments`.
    pub fn with(&self, key: &str, arguments: &[(&str, Argument)]) -> String {
        let arguments: FluentArgs = arguments
            .iter()
            .map(|(name, argument)| (Cow::from((*name).to_owned()), argument.to_fluent()))
            .collect();
        let pattern = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value());
        pattern.map_or(key.to_owned(), |pattern| {
            self.bundle
                .format_pattern(pattern, Some(&arguments), &mut Vec::new())
                .into_owned()
        })
    }
}

impl Argument {
    fn to_fluent(&self) -> FluentValue<'static> {
        match self {
            Self::Count(count) => FluentValue::from(*count),
            Self::Text(text) => FluentValue::from(text.clone()),
        }
    }
}

fn grouped(value: &FluentValue, language: Language) -> Option<String> {
    match value {
        #[expect(clippy::cast_possible_truncation, reason = "counts are whole numbers")]
        FluentValue::Number(number) => Some(format::grouped(number.value as i64, language)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_found_by_its_tag() {
        assert_eq!(Language::of_tag("ru_RU.UTF-8"), Language::Russian);
        assert_eq!(Language::of_tag("en-GB"), Language::English);
        assert_eq!(Language::of_tag("C"), Language::English);
    }
}

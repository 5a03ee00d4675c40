//! How a letter begins.

use super::{Language, Locale};
use crate::domain::name::{Person, Sex};

impl Locale {
    /// The first line of a letter to a person: `Уважаемая Юлия Михайловна!`, `Dear Ms Kim,`.
    ///
    /// It agrees with the sex that is given, else with that which the patronymic or the first name
    /// tells; where nobody knows, it commits itself to none: `Здравствуйте, Ким Ю. М.!`.
    pub fn salutation(&self, person: &Person, sex: Option<Sex>) -> String {
        let is_initial = |part: &str| part.chars().filter(|c| c.is_alphabetic()).count() < 2;
        let given = match (is_initial(&person.first), is_initial(&person.patronymic)) {
            (true, _) => String::new(),
            (false, true) => person.first.clone(),
            (false, false) => format!("{} {}", person.first, person.patronymic),
        };
        let surname = person.surname.as_str();
        let full = match self.language {
            Language::Russian => person.full(),
            Language::English => format!("{} {surname}", person.first).trim().to_owned(),
        };
        let sex = sex.or_else(|| person.sex());
        let is_by_surname = match self.language {
            Language::Russian => given.is_empty(),
            Language::English => !surname.is_empty(),
        };
        let (key, name) = match (sex, is_by_surname) {
            _ if full.is_empty() => ("salutation-nobody", ""),
            (None, _) if given.is_empty() || self.language == Language::English => {
                ("salutation-anybody", full.as_str())
            }
            (None, _) => ("salutation-anybody", given.as_str()),
            (Some(Sex::Male), false) => ("salutation-man", given.as_str()),
            (Some(Sex::Female), false) => ("salutation-woman", given.as_str()),
            (Some(Sex::Male), true) => ("salutation-mister", surname),
            (Some(Sex::Female), true) => ("salutation-miss", surname),
        };
        self.with(key, &[("name", name.into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn russian(name: &str, sex: Option<Sex>) -> String {
        Locale::new(Language::Russian).salutation(&Person::parse(name), sex)
    }

    #[test]
    fn a_letter_agrees_with_whom_it_is_for() {
        for (name, line) in [
            ("Антонова Юлия Михайловна", "Уважаемая Юлия Михайловна!"),
            (
                "Калабина Мария Леопольдовна",
                "Уважаемая Мария Леопольдовна!",
            ),
            ("Решетов Никита Ильич", "Уважаемый Никита Ильич!"),
            ("Кузнецов Пётр", "Уважаемый Пётр!"),
        ] {
            assert_eq!(russian(name, None), line);
        }
    }

    #[test]
    fn where_the_sex_is_not_known_no_ending_is_guessed() {
        assert_eq!(russian("Ким Саша", None), "Здравствуйте, Саша!");
        assert_eq!(russian("Ким Ю. М.", None), "Здравствуйте, Ким Ю. М.!");
        let woman = Some(Sex::Female);
        assert_eq!(russian("Ким Ю. М.", woman), "Уважаемая госпожа Ким!");
        assert_eq!(russian("", None), "Уважаемые господа!");
    }

    #[test]
    fn english_letters_go_by_the_surname() {
        let english = Locale::new(Language::English);
        let say = |name| english.salutation(&Person::parse(name), None);
        assert_eq!(say("John Smith"), "Dear Mr Smith,");
        assert_eq!(say("Julia Kim"), "Dear Ms Kim,");
        assert_eq!(say("Robin Kim"), "Dear Robin Kim,");
        assert_eq!(say(""), "Dear Sir or Madam,");
    }
}

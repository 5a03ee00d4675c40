//! Cases of Russian words, and how a user corrects what the program makes of a name.

use crate::domain::{Client, Id};

/// A grammatical case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Case {
    /// Who: Орлова Елена.
    Nominative,
    /// Of whom: Орловой Елены.
    Genitive,
    /// To whom: Орловой Елене.
    Dative,
    /// Whom: Орлову Елену.
    Accusative,
    /// By whom: Орловой Еленой.
    Instrumental,
    /// About whom: Орловой Елене.
    Prepositional,
}

impl Case {
    /// Every case there is, in the order grammars list them.
    pub const ALL: [Self; 6] = [
        Self::Nominative,
        Self::Genitive,
        Self::Dative,
        Self::Accusative,
        Self::Instrumental,
        Self::Prepositional,
    ];

    /// The cases that differ from the name a card shows.
    pub const OBLIQUE: [Self; 5] = [
        Self::Genitive,
        Self::Dative,
        Self::Accusative,
        Self::Instrumental,
        Self::Prepositional,
    ];

    /// Its name in the file, on the command line and in templates.
    pub fn name(self) -> &'static str {
        match self {
            Self::Nominative => "nominative",
            Self::Genitive => "genitive",
            Self::Dative => "dative",
            Self::Accusative => "accusative",
            Self::Instrumental => "instrumental",
            Self::Prepositional => "prepositional",
        }
    }

    /// Its names in English and in Russian.
    pub fn names(self) -> [&'static str; 2] {
        let russian = match self {
            Self::Nominative => "именительный",
            Self::Genitive => "родительный",
            Self::Dative => "дательный",
            Self::Accusative => "винительный",
            Self::Instrumental => "творительный",
            Self::Prepositional => "предложный",
        };
        [self.name(), russian]
    }

    /// The case of that name, in English or in Russian: `genitive`, `родительный`.
    pub fn of_name(name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase();
        let mut all = Self::ALL.into_iter();
        all.find(|case| case.names().contains(&name.as_str()))
    }
}

/// The gender of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gender {
    /// Один рубль.
    Masculine,
    /// Одна копейка.
    Feminine,
    /// Одно место.
    Neuter,
}

/// What a user made of a text on a card in one case, where the rules were wrong about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Which correction.
    pub id: Id<Correction>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// On whose card the text stands.
    pub client: Id<Client>,
    /// The name or position in the nominative.
    pub text: String,
    /// In which case.
    pub case: Case,
    /// What is written in that case.
    pub form: String,
}

impl Correction {
    /// A form of a text on a card, not yet saved.
    pub fn new(
        client: Id<Client>,
        text: impl Into<String>,
        case: Case,
        form: impl Into<String>,
    ) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            client,
            text: text.into(),
            case,
            form: form.into(),
        }
    }

    /// Whether it is about this text in this case.
    pub fn fits(&self, text: &str, case: Case) -> bool {
        self.case == case && self.text.trim() == text.trim()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_is_found_by_its_name_in_both_languages() {
        for case in Case::ALL {
            assert_eq!(Case::of_name(case.name()), Some(case));
        }
        assert_eq!(Case::of_name(" Творительный"), Some(Case::Instrumental));
        assert_eq!(Case::of_name("ablative"), None);
    }
}

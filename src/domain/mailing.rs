//! Whom a mailing reaches: the person of an organisation that letters go to, and consents.

use std::cmp::Reverse;

use crate::domain::Client;
use crate::domain::note::{Consent, ConsentSubject};
use crate::domain::profile::PoliticalRole;

/// The person of an organisation that letters go to: who decides, else who has most influence, else
/// who was entered first; nobody without a name.
pub fn main_person(staff: &[Client]) -> Option<&Client> {
    let named = staff.iter().filter(|one| !one.title().is_empty());
    named.min_by_key(|one| {
        let decides = one.political_role == Some(PoliticalRole::DecisionMaker);
        (!decides, Reverse(one.influence.unwrap_or(0)), one.id)
    })
}

/// What clients have to have said before they are written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ConsentRule {
    /// Whoever has not refused: enough for letters on paper.
    #[default]
    NotRefused,
    /// Whoever has agreed.
    Given,
}

/// Why a client is left out of a mailing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Omission {
    /// It has refused mailings, or taken its consent back.
    Refused,
    /// It has never agreed to mailings, and the rule asks for that.
    NeverAgreed,
    /// The same person gets a letter of this mailing already.
    Twice,
    /// The template itself leaves it out.
    Skipped,
}

impl ConsentRule {
    /// Why a client with these words on its card is left out; `None` where it is written to.
    pub fn omits(self, words: &[Consent]) -> Option<Omission> {
        let word = Consent::current(words, ConsentSubject::Mailing);
        match (self, word.map(|word| word.is_given)) {
            (_, Some(false)) => Some(Omission::Refused),
            (Self::Given, None) => Some(Omission::NeverAgreed),
            (Self::NotRefused, None) | (_, Some(true)) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::domain::Id;

    fn person(name: &str) -> Client {
        Client {
            surname: name.to_owned(),
            ..Client::empty(crate::domain::client::Kind::Person)
        }
    }

    #[test]
    fn letters_to_an_organisation_go_to_who_decides() {
        let nameless = person("");
        let first = person("Ким");
        let mut strong = person("Орлова");
        strong.influence = Some(5);
        let mut decides = person("Антонов");
        decides.political_role = Some(PoliticalRole::DecisionMaker);
        let found = |staff: &[Client]| main_person(staff).map(|one| one.surname.clone());
        assert_eq!(found(std::slice::from_ref(&nameless)), None);
        let mut staff = vec![nameless, first.clone(), person("Белов")];
        assert_eq!(found(&staff), Some(first.surname.clone()));
        staff.push(strong);
        assert_eq!(found(&staff).as_deref(), Some("Орлова"));
        staff.push(decides);
        assert_eq!(found(&staff).as_deref(), Some("Антонов"));
    }

    #[test]
    fn who_has_refused_is_left_out_and_who_was_silent_only_where_the_rule_says_so() {
        let word = |is_given| {
            let day = NaiveDate::from_ymd_opt(2026, 6, 29).unwrap();
            let client = Id::generate();
            [Consent::new(client, ConsentSubject::Mailing, is_given, day)]
        };
        use ConsentRule::{Given, NotRefused};
        for rule in [NotRefused, Given] {
            assert_eq!(rule.omits(&word(true)), None);
            assert_eq!(rule.omits(&word(false)), Some(Omission::Refused));
        }
        assert_eq!(NotRefused.omits(&[]), None);
        assert_eq!(Given.omits(&[]), Some(Omission::NeverAgreed));
    }
}

//! Values of closed lists, as people and our own exports write them.

use super::Parsed;
use crate::domain::profile::{MOST_INFLUENCE, Medium, PoliticalRole, Stage};
use crate::domain::text::fold;
use crate::error::CellFault;

/// Words for each value beside its own name, parted by bars, folded.
type Words<T> = &'static [(T, &'static str)];

const STAGES: Words<Stage> = &[
    (Stage::Prospect, "возможный клиент|возможный|новый|new"),
    (Stage::Responder, "откликнулся|ответил|responded"),
    (
        Stage::Active,
        "покупает|действующий|активный|постоянный|buys|customer",
    ),
    (Stage::Former, "бывший|ушел|потерян|lost"),
];

const MEDIA: Words<Medium> = &[
    (Medium::Phone, "телефон|звонок|по телефону|call"),
    (
        Medium::Email,
        "почта|e-mail|эл. почта|электронная почта|mail",
    ),
    (
        Medium::Messenger,
        "мессенджер|телеграм|ватсап|telegram|whatsapp",
    ),
    (Medium::Meeting, "встреча|лично|in person"),
    (Medium::Post, "письмо|почта россии|letter"),
    (Medium::Fax, "факс"),
    (Medium::Web, "сайт|website"),
];

const POLITICAL_ROLES: Words<PoliticalRole> = &[
    (
        PoliticalRole::DecisionMaker,
        "принимает решение|лпр|decides|decision maker",
    ),
    (PoliticalRole::Adviser, "советует|советник|advises|advisor"),
    (PoliticalRole::Supporter, "за нас|сторонник|supports us"),
    (PoliticalRole::Opponent, "против нас|противник|opposes us"),
    (PoliticalRole::Gatekeeper, "открывает двери|opens doors"),
    (PoliticalRole::User, "пользуется|пользователь|uses"),
    (PoliticalRole::Payer, "платит|плательщик|pays"),
];

/// How far the relationship has come.
///
/// # Errors
/// When it is no stage we know.
pub fn stage(text: &str) -> Parsed<Stage> {
    one_of(text, STAGES, Stage::of_name)
}

/// A way to reach somebody.
///
/// # Errors
/// When it is no way we know.
pub fn medium(text: &str) -> Parsed<Medium> {
    one_of(text, MEDIA, Medium::of_name)
}

/// The part somebody plays in decisions.
///
/// # Errors
/// When it is no part we know.
pub fn political_role(text: &str) -> Parsed<PoliticalRole> {
    one_of(text, POLITICAL_ROLES, PoliticalRole::of_name)
}

/// A degree of influence, from 1 to 5.
///
/// # Errors
/// When it is no such number.
pub fn influence(text: &str) -> Parsed<i64> {
    let degree = text.trim().parse().ok();
    let known = degree.filter(|degree| (1..=MOST_INFLUENCE).contains(degree));
    known.ok_or_else(|| CellFault::NotANumber(text.to_owned()))
}

fn one_of<T: Copy>(text: &str, words: Words<T>, of_name: impl Fn(&str) -> Option<T>) -> Parsed<T> {
    let folded = fold(text);
    let said = |words: &str| words.split('|').any(|word| word == folded);
    let by_words = words.iter().find(|(_, words)| said(words));
    of_name(&folded)
        .or(by_words.map(|(value, _)| *value))
        .ok_or_else(|| CellFault::NotOneOf(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_known_by_their_names_and_words() {
        assert_eq!(stage("Откликнулся"), Ok(Stage::Responder));
        assert_eq!(stage("active"), Ok(Stage::Active));
        assert_eq!(medium("E-mail"), Ok(Medium::Email));
        assert_eq!(political_role("ЛПР"), Ok(PoliticalRole::DecisionMaker));
        assert_eq!(influence(" 5 "), Ok(5));
        assert!(influence("6").is_err());
        assert_eq!(stage("синий"), Err(CellFault::NotOneOf("синий".into())));
    }
}

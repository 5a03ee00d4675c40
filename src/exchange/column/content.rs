//! Columns known by what stands in them.

use super::{AccountPart, Column};
use crate::domain::client::{Kind, TextField};
use crate::domain::contact::Channel;
use crate::domain::requisites::{
    check_account, check_bik, check_email, check_iban, check_inn, check_kpp, check_ogrn,
};
use crate::domain::text::{fold, words};
use crate::exchange::value;

/// A column, and whether a value looks like one of its.
type Test = (Column, fn(&str) -> bool);

/// The column whose values look like these, none of them empty.
pub(super) fn recognise(values: &[&str], kind: Kind) -> Option<Column> {
    let tests: &[Test] = &[
        (Column::Contact(Channel::Email), is_email),
        (Column::Contact(Channel::Web), is_page),
        (Column::Text(TextField::Inn), is_inn),
        (Column::Text(TextField::Ogrn), is_ogrn),
        (
            Column::Account(AccountPart::Correspondent),
            is_correspondent,
        ),
        (Column::Account(AccountPart::Number), is_account),
        (Column::Account(AccountPart::Iban), is_iban),
        (Column::Account(AccountPart::Bik), is_bik),
        (Column::Text(TextField::Kpp), is_kpp),
        (Column::Contact(Channel::WorkPhone), value::looks_like_phone),
        (Column::Sex, is_sex),
        (Column::PersonName, has_patronymic),
        (Column::Text(TextField::Name), has_legal_form),
    ];
    if values.is_empty() {
        return None;
    }
    let known = tests
        .iter()
        .filter(|(column, _)| Column::all(kind).any(|own| own == *column))
        .find(|(_, test)| most(values, test))
        .map(|(column, _)| *column);
    known.or_else(|| most(values, value::is_date).then_some(date_column(kind)))
}

/// Whether most of the values are words, each another: names, perhaps.
pub(super) fn is_words(values: &[&str]) -> bool {
    let mut different: Vec<&str> = values.to_vec();
    different.sort_unstable();
    different.dedup();
    let is_name = |text: &str| text.chars().any(char::is_alphabetic) && text.len() < 300;
    different.len() * 2 > values.len() && most(values, is_name)
}

/// Whether most of the values say what a client is to us.
pub(super) fn are_roles(values: &[&str]) -> bool {
    most(values, |text| value::roles(text).is_ok())
}

/// Two thirds of the values pass.
fn most(values: &[&str], test: impl Fn(&str) -> bool) -> bool {
    let passed = values.iter().filter(|value| test(value)).count();
    passed * 3 >= values.len() * 2 && passed > 0
}

/// A day on the card of an organisation is rather its first, on that of a person its birthday.
fn date_column(kind: Kind) -> Column {
    match kind {
        Kind::Organization => Column::Since,
        Kind::Person => Column::Birthday,
    }
}

fn is_digits(text: &str, lengths: &[usize]) -> bool {
    lengths.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_email(text: &str) -> bool {
    value::several(text)
        .iter()
        .all(|one| check_email(one).is_none())
        && text.contains('@')
}

fn is_page(text: &str) -> bool {
    let small = text.to_lowercase();
    ["http://", "https://", "www."]
        .iter()
        .any(|start| small.starts_with(start))
}

fn is_inn(text: &str) -> bool {
    is_digits(text, &[10, 12]) && check_inn(text).is_none()
}

fn is_ogrn(text: &str) -> bool {
    is_digits(text, &[13, 15]) && check_ogrn(text).is_none()
}

fn is_correspondent(text: &str) -> bool {
    is_digits(text, &[20]) && text.starts_with("301")
}

fn is_account(text: &str) -> bool {
    is_digits(text, &[20]) && check_account(text, "").is_none()
}

fn is_iban(text: &str) -> bool {
    check_iban(text).is_none()
}

fn is_bik(text: &str) -> bool {
    is_digits(text, &[9]) && text.starts_with("04") && check_bik(text).is_none()
}

fn is_kpp(text: &str) -> bool {
    text.len() == 9 && check_kpp(text).is_none()
}

fn is_sex(text: &str) -> bool {
    value::sex(text).is_ok()
}

fn has_patronymic(text: &str) -> bool {
    const ENDINGS: [&str; 6] = ["вич", "вна", "ична", "ьич", "инична", "оглы"];
    let folded = fold(text);
    let count = folded.split(' ').count();
    let is_patronymic = |word: &str| ENDINGS.iter().any(|ending| word.ends_with(ending));
    (2..=4).contains(&count) && folded.split(' ').any(is_patronymic)
}

fn has_legal_form(text: &str) -> bool {
    const FORMS: [&str; 14] = [
        "ооо", "ао", "оао", "зао", "пао", "ип", "гуп", "муп", "нко", "ано", "тоо", "llc", "ltd",
        "gmbh",
    ];
    words(&fold(text)).any(|word| FORMS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_known_by_what_stands_in_them() {
        use Kind::{Organization, Person};
        let cases: [(&[&str], Kind, Option<Column>); 12] = [
            (
                &["7707083893", "500100732259"],
                Organization,
                Some(Column::Text(TextField::Inn)),
            ),
            (&["7707083894", "7707083895"], Organization, None),
            (
                &["1027700132195"],
                Organization,
                Some(Column::Text(TextField::Ogrn)),
            ),
            (
                &["a@b.example", "c@d.example; e@f.example"],
                Person,
                Some(Column::Contact(Channel::Email)),
            ),
            (
                &["www.a.example"],
                Person,
                Some(Column::Contact(Channel::Web)),
            ),
            (
                &["+7 812 350-94-14", "8 (921) 123-45-67", "350-94-14"],
                Person,
                Some(Column::Contact(Channel::WorkPhone)),
            ),
            (
                &["044525225", "044030653"],
                Organization,
                Some(Column::Account(AccountPart::Bik)),
            ),
            (
                &["30101810400000000225"],
                Organization,
                Some(Column::Account(AccountPart::Correspondent)),
            ),
            (
                &["1980-05-12", "5 мая 1975"],
                Person,
                Some(Column::Birthday),
            ),
            (&["01.02.2020"], Organization, Some(Column::Since)),
            (&["м", "ж", "ж"], Person, Some(Column::Sex)),
            (
                &["Антонов Юрий Михайлович"],
                Person,
                Some(Column::PersonName),
            ),
        ];
        for (values, kind, expected) in cases {
            assert_eq!(recognise(values, kind), expected, "{values:?}");
        }
    }
}

//! Requisites with right check digits: the checks of the domain say which those are.

use super::random::Random;
use crate::domain::Doubt;
use crate::domain::requisites::{
    check_account, check_correspondent_account, check_inn, check_ogrn,
};

/// An INN of 10 digits that a tax office of the region gave to an organisation.
pub fn organization_inn(region: &str, random: &mut Random) -> String {
    checked(format!("{region}{}0", random.digits(7)))
}

/// An INN of 12 digits that a tax office of the region gave to a person.
pub fn person_inn(region: &str, random: &mut Random) -> String {
    checked(format!("{region}{}00", random.digits(8)))
}

/// The KPP that belongs to an INN of 10 digits.
pub fn kpp(inn: &str) -> String {
    format!("{}01001", inn.get(..4).unwrap_or_default())
}

/// An OGRN of 13 digits.
pub fn ogrn(region: &str, random: &mut Random) -> String {
    let year = 2 + random.below(24);
    checked(format!("1{year:02}{region}{}0", random.digits(7)))
}

/// An OGRNIP of 15 digits.
pub fn ogrnip(region: &str, random: &mut Random) -> String {
    let year = 4 + random.below(22);
    checked(format!("3{year:02}{region}{}0", random.digits(9)))
}

/// A settlement account in roubles of a bank, with the right key.
pub fn account(bik: &str, random: &mut Random) -> String {
    account_of(bik, &random.digits(12))
}

/// The settlement account in roubles that ends with these 12 digits, the first being the key:
/// it is put right.
pub fn account_of(bik: &str, digits: &str) -> String {
    let account = format!("40702810{digits}");
    with_key(account, |account| check_account(account, bik))
}

/// The correspondent account of a bank.
pub fn correspondent(bik: &str) -> String {
    let account = format!("30101810000000000{}", bik.get(6..).unwrap_or_default());
    with_key(account, |account| check_correspondent_account(account, bik))
}

/// An INN or an OGRN with its check digits put right.
pub fn checked(number: String) -> String {
    let doubt = match number.len() {
        10 | 12 => check_inn(&number),
        _ => check_ogrn(&number),
    };
    let right: String = match doubt {
        Some(Doubt::InnCheckDigit { expected } | Doubt::OgrnCheckDigit { expected }) => {
            expected.into()
        }
        Some(Doubt::InnCheckDigits { expected }) => expected.iter().collect(),
        _ => return number,
    };
    let kept = number.len() - right.len();
    format!("{}{right}", &number[..kept])
}

fn with_key(account: String, check: impl Fn(&str) -> Option<Doubt>) -> String {
    match check(&account) {
        Some(Doubt::AccountKey { expected }) => {
            let (before, after) = (&account[..8], &account[9..]);
            format!("{before}{expected}{after}")
        }
        _ => account,
    }
}

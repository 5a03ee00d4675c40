//! Accounts in Russian banks, and the BIK of the bank.
//!
//! The key of an account, its ninth digit: "Порядок расчета контрольного ключа в номере лицевого счета",
//! Bank of Russia, 08.09.1997 N 515. Three digits of the BIK and the 20 of the account are weighted
//! 7, 1, 3, 7, 1, 3 …; the last digits of the products must add up to a multiple of ten. Each weight
//! is prime to ten, so no slip in a single digit passes.

use super::{compact, digits, figure};
use crate::domain::Doubt;

/// Where the key stands among the digits of an account.
const KEY: usize = 8;

/// Checks a BIK: nine digits, the first two 04, or 00, 01, 02 for bodies of the treasury.
///
/// Source: regulation of the Bank of Russia of 24.09.2020 N 732-П; the treasury's have been in use
/// since 01.01.2021.
pub fn check_bik(text: &str) -> Option<Doubt> {
    let text = compact(text);
    let all = match digits(&text) {
        _ if text.is_empty() => return None,
        Ok(all) => all,
        Err(doubt) => return Some(doubt),
    };
    match (all.len(), &*all) {
        (9, [0, 0 | 1 | 2 | 4, ..]) => None,
        (9, [first, second, ..]) => {
            let found = [figure(*first), figure(*second)];
            Some(Doubt::BikBeginning { found })
        }
        (digits, _) => Some(Doubt::BikLength { digits }),
    }
}

/// Checks a settlement account, with its key where the BIK is known and sound.
///
/// Accounts of the treasury have keys of another order, which are not checked.
pub fn check_account(text: &str, bik: &str) -> Option<Doubt> {
    let account = match numbered(text) {
        Ok(account) => account?,
        Err(doubt) => return Some(doubt),
    };
    let bik = sound_bik(bik)?;
    // Accounts in a settlement centre of the Bank of Russia take the centre's number.
    let bank = match bik[6..] {
        [0, 0, 0..=2] => [0, bik[4], bik[5]],
        _ => [bik[6], bik[7], bik[8]],
    };
    check_key(&bank, &account)
}

/// Checks the correspondent account of a bank: its beginning, its end and its key.
///
/// It ends with the last three digits of the bank's BIK, and its key is made with the number of the
/// settlement centre that holds it: the fifth and the sixth digit of the BIK behind a zero.
pub fn check_correspondent_account(text: &str, bik: &str) -> Option<Doubt> {
    let account = match numbered(text) {
        Ok(account) => account?,
        Err(doubt) => return Some(doubt),
    };
    let is_treasury = account.starts_with(&[4, 0, 1, 0, 2]);
    if !account.starts_with(&[3, 0, 1]) && !is_treasury {
        return Some(Doubt::CorrespondentBeginning);
    }
    let bik = sound_bik(bik)?;
    if account[17..] != bik[6..] {
        let expected = [figure(bik[6]), figure(bik[7]), figure(bik[8])];
        return Some(Doubt::CorrespondentEnd { expected });
    }
    check_key(&[0, bik[4], bik[5]], &account)
}

fn check_key(bank: &[u32; 3], account: &[u32]) -> Option<Doubt> {
    let weighted = bank
        .iter()
        .chain(account)
        .zip([7, 1, 3].into_iter().cycle());
    let sum: u32 = weighted.map(|(digit, weight)| digit * weight).sum();
    let key = account[KEY];
    // The key weighs 3: raised by three times the sum, it adds nine times the sum to the sum.
    let expected = (key + sum * 3) % 10;
    let wrong = key != expected;
    let expected = figure(expected);
    wrong.then_some(Doubt::AccountKey { expected })
}

/// The 20 digits of an account; a letter in the sixth place stands for a clearing currency.
fn numbered(text: &str) -> Result<Option<Vec<u32>>, Doubt> {
    let text = compact(text);
    if text.is_empty() {
        return Ok(None);
    }
    let sixth = |(at, c): (usize, char)| match at {
        5 => clearing_digit(c).unwrap_or(c),
        _ => c,
    };
    let account = digits(&text.chars().enumerate().map(sixth).collect::<String>())?;
    match account.len() {
        20 => Ok(Some(account)),
        digits => Err(Doubt::AccountLength { digits }),
    }
}

/// The digit that N 515 puts for the letter of a clearing currency.
fn clearing_digit(letter: char) -> Option<char> {
    let letters = "ABCEHKMPTX".chars().zip('0'..='9');
    let russian = "АВСЕНКМРТХ".chars().zip('0'..='9');
    letters
        .chain(russian)
        .find(|(own, _)| *own == letter)
        .map(|(_, digit)| digit)
}

/// The digits of the BIK of a bank; `None` for a doubtful one and for the treasury's.
fn sound_bik(text: &str) -> Option<Vec<u32>> {
    let text = compact(text);
    let is_bank = text.starts_with("04") && check_bik(&text).is_none();
    is_bank.then(|| digits(&text).ok()).flatten()
}

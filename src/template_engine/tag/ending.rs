//! `{{ая|ый}}`: an ending that agrees with a person.

use super::filter::{Call, Filter};
use super::{Expression, Operand};
use crate::template_engine::value::Name;

/// What words end in that agree with a woman, those first that mean nobody else.
const OF_A_WOMAN: &[&str] = &[
    "ая", "яя", "ую", "юю", "лась", "ась", "ла", "на", "а", "ей", "ой",
];

/// What they end in where they agree with a man.
const OF_A_MAN: &[&str] = &[
    "ый", "ий", "ой", "ого", "его", "ому", "ему", "ым", "им", "лся", "ся", "л", "ен", "н", "",
];

/// Reads `{{ая|ый}}`: the ending of a word that agrees with whom the letter is for, in whichever
/// order; none where the text is something else.
pub fn read(text: &str) -> Option<Expression> {
    let (one, other) = text.split_once('|')?;
    let (one, other) = (one.trim().to_lowercase(), other.trim().to_lowercase());
    let is = |known: &[&str], ending: &String| known.contains(&ending.as_str());
    let (woman, man) = match () {
        () if is(OF_A_WOMAN, &one) && is(OF_A_MAN, &other) => (one, other),
        () if is(OF_A_MAN, &one) && is(OF_A_WOMAN, &other) => (other, one),
        () => return None,
    };
    Some(Expression {
        operand: Operand::Field(Name::read("recipient.sex")?),
        calls: vec![Call {
            filter: Filter::BySex,
            arguments: vec![Operand::Text(man), Operand::Text(woman)],
        }],
    })
}

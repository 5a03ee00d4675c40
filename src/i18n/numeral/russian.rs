//! Russian numerals.

use super::{Counted, groups};
use crate::domain::grammar::{Case, Gender};
use crate::i18n::russian::adjective;

const SMALL: [&str; 20] = [
    "ноль",
    "один",
    "два",
    "три",
    "четыре",
    "пять",
    "шесть",
    "семь",
    "восемь",
    "девять",
    "десять",
    "одиннадцать",
    "двенадцать",
    "тринадцать",
    "четырнадцать",
    "пятнадцать",
    "шестнадцать",
    "семнадцать",
    "восемнадцать",
    "девятнадцать",
];

const TENS: [&str; 10] = [
    "",
    "",
    "двадцать",
    "тридцать",
    "сорок",
    "пятьдесят",
    "шестьдесят",
    "семьдесят",
    "восемьдесят",
    "девяносто",
];

const HUNDREDS: [&str; 10] = [
    "",
    "сто",
    "двести",
    "триста",
    "четыреста",
    "пятьсот",
    "шестьсот",
    "семьсот",
    "восемьсот",
    "девятьсот",
];

/// Thousands and above; 2^64 has quintillions.
const SCALES: [Counted; 6] = [
    scale(["тысяча", "тысячи", "тысяч"], Gender::Feminine),
    scale(["миллион", "миллиона", "миллионов"], Gender::Masculine),
    scale(["миллиард", "миллиарда", "миллиардов"], Gender::Masculine),
    scale(["триллион", "триллиона", "триллионов"], Gender::Masculine),
    scale(
        ["квадриллион", "квадриллиона", "квадриллионов"],
        Gender::Masculine,
    ),
    scale(
        ["квинтиллион", "квинтиллиона", "квинтиллионов"],
        Gender::Masculine,
    ),
];

const fn scale(forms: [&str; 3], gender: Gender) -> Counted<'_> {
    Counted { forms, gender }
}

/// Which form of a noun goes with a number: 0 with 1 and 21, 1 with 2 to 4, 2 with the rest.
pub fn plural(number: u64) -> usize {
    match (number % 10, number % 100) {
        (_, 11..=14) => 2,
        (1, _) => 0,
        (2..=4, _) => 1,
        _ => 2,
    }
}

/// How many.
pub fn cardinal(number: u64, gender: Gender) -> String {
    if number == 0 {
        return SMALL[0].to_owned();
    }
    let mut words = Vec::new();
    for (place, group) in groups(number) {
        match place.checked_sub(1).map(|place| SCALES[place]) {
            None => words.extend(below_thousand(group, gender)),
            Some(scale) => {
                words.extend(below_thousand(group, scale.gender));
                words.push(scale.with(group));
            }
        }
    }
    words.join(" ")
}

/// The words of 1 to 999.
fn below_thousand(number: u64, gender: Gender) -> Vec<&'static str> {
    let [hundreds, tens, small] = parted(number);
    let small = match (small, gender) {
        (1, Gender::Feminine) => "одна",
        (1, Gender::Neuter) => "одно",
        (2, Gender::Feminine) => "две",
        (0, _) => "",
        (small, _) => SMALL[small],
    };
    let mut words = vec![HUNDREDS[hundreds], TENS[tens], small];
    words.retain(|word| !word.is_empty());
    words
}

/// Hundreds, tens from twenty on, and what is below twenty.
fn parted(number: u64) -> [usize; 3] {
    let at = |number: u64| usize::try_from(number).unwrap_or(0);
    let rest = number % 100;
    match rest < 20 {
        true => [at(number / 100), 0, at(rest)],
        false => [at(number / 100), at(rest / 10), at(rest % 10)],
    }
}

/// Which one in an order: only the last word is an adjective, тысяча девятьсот девяносто восьмой.
pub fn ordinal(number: u64, gender: Gender, case: Case) -> String {
    let (place, group) = groups(number).last().unwrap_or((0, 0));
    let scale = 1000_u64.pow(u32::try_from(place).unwrap_or(0));
    let last = match place {
        0 => last_part(group),
        _ => group,
    };
    let before = number - last * scale;
    let stem = match place.checked_sub(1) {
        None => ORDINALS
            .iter()
            .find(|(value, _)| *value == last)
            .map_or("", |(_, word)| word)
            .to_owned(),
        Some(place) => glued(group) + ROUND[place],
    };
    let last = adjective(&agreeing(&stem, gender), case);
    match before {
        0 => last,
        before => {
            let before = cardinal(before, Gender::Masculine);
            let before = before
                .strip_prefix("одна тысяча")
                .map_or(before.clone(), |rest| format!("тысяча{rest}"));
            format!("{before} {last}")
        }
    }
}

/// The part of 1 to 999 that its ordinal is made of: 8 of 98, 90 of 190, 15 of 115.
fn last_part(number: u64) -> u64 {
    match (number % 10, number % 100) {
        (_, 0) => number,
        (0, rest) | (_, rest @ 1..=19) => rest,
        (small, _) => small,
    }
}

/// The masculine nominative in the gender asked for.
fn agreeing(masculine: &str, gender: Gender) -> String {
    if masculine == "третий" {
        return ["третий", "третья", "третье"][gender as usize].to_owned();
    }
    let stem = masculine
        .strip_suffix("ый")
        .or_else(|| masculine.strip_suffix("ой"));
    let stem = stem.unwrap_or(masculine);
    match gender {
        Gender::Masculine => masculine.to_owned(),
        Gender::Feminine => format!("{stem}ая"),
        Gender::Neuter => format!("{stem}ое"),
    }
}

const ROUND: [&str; 6] = [
    "тысячный",
    "миллионный",
    "миллиардный",
    "триллионный",
    "квадриллионный",
    "квинтиллионный",
];

/// How many thousands, in one word with them: двух-, двадцатиодно-, стопяти-; nothing for one.
fn glued(number: u64) -> String {
    const SMALL: [&str; 20] = [
        "",
        "одно",
        "двух",
        "трёх",
        "четырёх",
        "пяти",
        "шести",
        "семи",
        "восьми",
        "девяти",
        "десяти",
        "одиннадцати",
        "двенадцати",
        "тринадцати",
        "четырнадцати",
        "пятнадцати",
        "шестнадцати",
        "семнадцати",
        "восемнадцати",
        "девятнадцати",
    ];
    const TENS: [&str; 10] = [
        "",
        "",
        "двадцати",
        "тридцати",
        "сорока",
        "пятидесяти",
        "шестидесяти",
        "семидесяти",
        "восьмидесяти",
        "девяносто",
    ];
    const HUNDREDS: [&str; 10] = [
        "",
        "сто",
        "двухсот",
        "трёхсот",
        "четырёхсот",
        "пятисот",
        "шестисот",
        "семисот",
        "восьмисот",
        "девятисот",
    ];
    if number == 1 {
        return String::new();
    }
    let [hundreds, tens, small] = parted(number);
    [HUNDREDS[hundreds], TENS[tens], SMALL[small]].concat()
}

const ORDINALS: [(u64, &str); 37] = [
    (0, "нулевой"),
    (1, "первый"),
    (2, "второй"),
    (3, "третий"),
    (4, "четвёртый"),
    (5, "пятый"),
    (6, "шестой"),
    (7, "седьмой"),
    (8, "восьмой"),
    (9, "девятый"),
    (10, "десятый"),
    (11, "одиннадцатый"),
    (12, "двенадцатый"),
    (13, "тринадцатый"),
    (14, "четырнадцатый"),
    (15, "пятнадцатый"),
    (16, "шестнадцатый"),
    (17, "семнадцатый"),
    (18, "восемнадцатый"),
    (19, "девятнадцатый"),
    (20, "двадцатый"),
    (30, "тридцатый"),
    (40, "сороковой"),
    (50, "пятидесятый"),
    (60, "шестидесятый"),
    (70, "семидесятый"),
    (80, "восьмидесятый"),
    (90, "девяностый"),
    (100, "сотый"),
    (200, "двухсотый"),
    (300, "трёхсотый"),
    (400, "четырёхсотый"),
    (500, "пятисотый"),
    (600, "шестисотый"),
    (700, "семисотый"),
    (800, "восьмисотый"),
    (900, "девятисотый"),
];

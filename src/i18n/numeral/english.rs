//! English numerals, as the British write them: one thousand, two hundred and five.

use super::groups;

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 10] = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

const SCALES: [&str; 7] = [
    "",
    " thousand",
    " million",
    " billion",
    " trillion",
    " quadrillion",
    " quintillion",
];

/// How many.
pub fn cardinal(number: u64) -> String {
    let mut words = String::new();
    for (place, group) in groups(number) {
        let gap = match words.is_empty() {
            true => "",
            false if place == 0 && group < 100 => " and ",
            false => ", ",
        };
        words = words + gap + &below_thousand(group) + SCALES[place];
    }
    match words.is_empty() {
        true => SMALL[0].to_owned(),
        false => words,
    }
}

fn below_thousand(number: u64) -> String {
    let at = |number: u64| usize::try_from(number).unwrap_or(0);
    match (number / 100, number % 100) {
        (0, rest @ ..20) => SMALL[at(rest)].to_owned(),
        (0, rest) if rest % 10 == 0 => TENS[at(rest / 10)].to_owned(),
        (0, rest) => format!("{}-{}", TENS[at(rest / 10)], SMALL[at(rest % 10)]),
        (hundreds, 0) => format!("{} hundred", SMALL[at(hundreds)]),
        (hundreds, rest) => format!(
            "{} hundred and {}",
            SMALL[at(hundreds)],
            below_thousand(rest)
        ),
    }
}

/// Which one in an order: only the last word differs.
pub fn ordinal(number: u64) -> String {
    const IRREGULAR: [(&str, &str); 7] = [
        ("one", "first"),
        ("two", "second"),
        ("three", "third"),
        ("five", "fifth"),
        ("eight", "eighth"),
        ("nine", "ninth"),
        ("twelve", "twelfth"),
    ];
    let words = cardinal(number);
    let irregular = IRREGULAR.iter().find_map(|(word, ordinal)| {
        let before = words.strip_suffix(word)?;
        let is_whole = before.is_empty() || before.ends_with([' ', '-']);
        is_whole.then(|| format!("{before}{ordinal}"))
    });
    irregular.unwrap_or_else(|| match words.strip_suffix('y') {
        Some(stem) => format!("{stem}ieth"),
        None => format!("{words}th"),
    })
}

/// A year as it is read aloud: nineteen ninety-eight, nineteen oh-five, two thousand and eight.
pub fn year(year: u64) -> String {
    match (year / 100, year % 100) {
        (high @ 10..=99, low) if high % 10 != 0 || low >= 10 => {
            let low = match low {
                0 => "hundred".to_owned(),
                1..=9 => format!("oh-{}", below_thousand(low)),
                low => below_thousand(low),
            };
            format!("{} {low}", below_thousand(high))
        }
        _ => cardinal(year),
    }
}

//! Amounts and numbers in words, against another implementation.

use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use vizitka::domain::grammar::{Case, Gender};
use vizitka::domain::{Currency, Money};
use vizitka::i18n::{Counted, Language, Locale, Minor};

/// What we say of a line of the table; amounts without what the other program leaves out.
fn ours(locale: &Locale, kind: &str, of: &str, number: i64) -> String {
    let gender = match of {
        "f" => Gender::Feminine,
        "n" => Gender::Neuter,
        _ => Gender::Masculine,
    };
    let place = number.unsigned_abs();
    match kind {
        "cardinal" => locale.number_in_words(number, gender),
        "ordinal" => locale.ordinal_in_words(place, gender, Case::Nominative),
        "ordinal-genitive" => locale.ordinal_in_words(place, gender, Case::Genitive),
        "year" => locale.year_in_words(place, Case::Nominative),
        _ => {
            let amount = Money::new(number, Currency::of_code(of).unwrap());
            let words = locale.amount_in_words(amount, Minor::Words);
            words.replace(" США", "").to_lowercase()
        }
    }
}

#[test]
fn numbers_read_as_another_program_reads_them() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/words/numbers.tsv");
    let table = fs::read_to_string(path).unwrap();
    let (russian, english) = (
        Locale::new(Language::Russian),
        Locale::new(Language::English),
    );
    let mut count = 0;
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [language, kind, of, number, words] = columns[..] else {
            panic!("{line}");
        };
        // The other one parts roubles and kopecks by a comma.
        let (locale, words) = match language {
            "ru" => (&russian, words.replace(',', "")),
            _ => (&english, words.to_owned()),
        };
        assert_eq!(
            ours(locale, kind, of, number.parse().unwrap()),
            words,
            "{line}"
        );
        count += 1;
    }
    assert!(count > 900, "{count}");
}

#[test]
fn an_amount_stands_as_invoices_have_it() {
    let russian = Locale::new(Language::Russian);
    let say = |minor, currency| russian.amount_in_words(Money::new(minor, currency), Minor::Digits);
    assert_eq!(
        say(12_345, Currency::Rub),
        "Сто двадцать три рубля 45 копеек"
    );
    assert_eq!(say(5, Currency::Rub), "Ноль рублей 05 копеек");
    assert_eq!(say(-200, Currency::Kzt), "Минус два тенге 00 тиынов");
    assert_eq!(
        say(2_101, Currency::Byn),
        "Двадцать один белорусский рубль 01 копейка"
    );
    assert_eq!(
        say(1_222, Currency::Usd),
        "Двенадцать долларов США 22 цента"
    );
    let words = russian.amount_in_words(Money::new(10_002, Currency::Rub), Minor::Words);
    assert_eq!(words, "Сто рублей две копейки");

    let english = Locale::new(Language::English);
    let say = |minor, currency| english.amount_in_words(Money::new(minor, currency), Minor::Digits);
    assert_eq!(
        say(12_301, Currency::Eur),
        "One hundred and twenty-three euros and 01 cent"
    );
    assert_eq!(say(-100, Currency::Rub), "Minus one rouble and 00 kopecks");
}

#[test]
fn the_largest_amounts_are_told_too() {
    let russian = Locale::new(Language::Russian);
    for minor in [i64::MAX, i64::MIN] {
        let words = russian.amount_in_words(Money::new(minor, Currency::Rub), Minor::Digits);
        assert!(words.contains("квадриллиона"), "{words}");
    }
    let most = russian.number_in_words(i64::MAX, Gender::Masculine);
    assert!(most.starts_with("девять квинтиллионов двести"), "{most}");
}

#[test]
fn a_day_is_told_with_its_month_or_all_in_words() {
    let day = NaiveDate::from_ymd_opt(2008, 5, 15).unwrap();
    let russian = Locale::new(Language::Russian);
    assert_eq!(russian.long_date(day), "15 мая 2008 года");
    assert_eq!(
        russian.date_in_words(day),
        "Пятнадцатое мая две тысячи восьмого года"
    );
    let third = NaiveDate::from_ymd_opt(2000, 10, 3).unwrap();
    assert_eq!(
        russian.date_in_words(third),
        "Третье октября двухтысячного года"
    );
    let english = Locale::new(Language::English);
    assert_eq!(english.long_date(day), "15 May 2008");
    assert_eq!(
        english.date_in_words(day),
        "The fifteenth of May two thousand and eight"
    );
}

#[test]
fn what_is_counted_agrees_with_its_number() {
    let piece = Counted {
        forms: ["штука", "штуки", "штук"],
        gender: Gender::Feminine,
    };
    let russian = Locale::new(Language::Russian);
    let said = [1, 2, 5, 11, 21, 22, 100].map(|number: u32| {
        let words = russian.number_in_words(number.into(), piece.gender);
        format!("{words} {}", piece.with(number.into()))
    });
    assert_eq!(
        said,
        [
            "одна штука",
            "две штуки",
            "пять штук",
            "одиннадцать штук",
            "двадцать одна штука",
            "двадцать две штуки",
            "сто штук",
        ]
    );
}

#[test]
fn a_third_place_is_put_into_every_case_and_gender() {
    let russian = Locale::new(Language::Russian);
    let say = |number, gender, case| russian.ordinal_in_words(number, gender, case);
    assert_eq!(say(3, Gender::Masculine, Case::Genitive), "третьего");
    assert_eq!(
        say(23, Gender::Feminine, Case::Accusative),
        "двадцать третью"
    );
    assert_eq!(say(3, Gender::Neuter, Case::Dative), "третьему");
    assert_eq!(
        say(25_000, Gender::Feminine, Case::Genitive),
        "двадцатипятитысячной"
    );
}

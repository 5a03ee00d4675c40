use chrono::{Datelike, NaiveDate};
use serde_json::json;

use super::*;
use crate::domain::name::Sex;
use crate::template_engine::language::Case;
use crate::template_engine::tag::{Block, Tag};

/// A language for tests: it says what was asked of it.
pub struct Plain;

impl Language for Plain {
    fn decline(&self, text: &str, case: Case, sex: Option<Sex>) -> Option<String> {
        let sex = sex.map_or(String::new(), |sex| format!(", {sex:?}"));
        Some(format!("{text} ({case:?}{sex})"))
    }

    fn short_name(&self, name: &str) -> String {
        format!("{name} (short)")
    }

    fn sex(&self, name: &str) -> Option<Sex> {
        name.ends_with("вна").then_some(Sex::Female)
    }

    fn amount_in_words(&self, minor: i64, currency: &str) -> Option<String> {
        Some(format!("{minor} in words of {currency}"))
    }

    fn number_in_words(&self, number: i64) -> Option<String> {
        Some(format!("{number} in words"))
    }

    fn date_in_words(&self, _: NaiveDate) -> Option<String> {
        None
    }

    fn currency(&self) -> &'static str {
        "RUB"
    }

    fn signed(&self, amount: &str, currency: &str) -> String {
        format!("{amount} {currency}")
    }

    fn marks(&self) -> (char, char) {
        (',', '\u{a0}')
    }

    fn date_pattern(&self) -> &'static str {
        "DD.MM.YYYY"
    }

    fn agreeing(&self, opening: &str, sex: Option<Sex>) -> String {
        sex.map_or_else(|| opening.to_owned(), |sex| format!("{opening}({sex:?}) "))
    }

    fn courtesy_title(&self, sex: Sex) -> String {
        format!("title {sex:?}")
    }

    fn month(&self, day: NaiveDate, is_behind_a_day: bool) -> String {
        const NAMES: [&str; 2] = ["ноябрь", "ноября"];
        assert_eq!(day.month(), 11);
        NAMES[usize::from(is_behind_a_day)].to_owned()
    }

    fn weekday(&self, day: NaiveDate) -> String {
        day.format("%A").to_string()
    }

    fn yes_or_no(&self, yes: bool) -> String {
        String::from(if yes { "да" } else { "нет" })
    }

    fn plural(&self, number: i64) -> usize {
        match (number % 10, number % 100) {
            (1, rest) if rest != 11 => 0,
            (2..=4, rest) if !(12..=14).contains(&rest) => 1,
            _ => 2,
        }
    }
}

fn data() -> Value {
    Value::from(&json!({
        "name": "Орлова Елена Сергеевна", "date": "2026-11-22", "total": 1234.5, "none": null,
        "blank": " ", "vip": true, "city": "Тверь", "moment": "2026-11-02T09:05:00+03:00",
        "price": { "amount": "99.90", "currency": "EUR" },
        "items": [{ "sum": 1.5, "what": "a" }, { "sum": "2,25", "what": "b" }],
        "tags": ["x", "y"],
    }))
}

fn text(tag: &str) -> Result<String, Problem> {
    let data = data();
    let scope = Scope::new(&data);
    match Tag::read(tag).unwrap() {
        Tag::Value(value) => scope.text(&value, &Plain).map(Cow::into_owned),
        other => panic!("{other:?}"),
    }
}

fn holds(condition: &str) -> Result<bool, Problem> {
    let data = data();
    match Tag::read(&format!("#if {condition}")).unwrap() {
        Tag::Begin(Block::If(condition), _) => Scope::new(&data).holds(&condition, &Plain),
        other => panic!("{other:?}"),
    }
}

#[test]
fn filters_do_what_they_say() {
    for (tag, expected) in [
        ("name | genitive", "Орлова Елена Сергеевна (Genitive)"),
        (
            "name | дательный:\"ж\"",
            "Орлова Елена Сергеевна (Dative, Female)",
        ),
        ("name | short_name", "Орлова Елена Сергеевна (short)"),
        ("name | upper", "ОРЛОВА ЕЛЕНА СЕРГЕЕВНА"),
        (
            "name | by_sex:\"действующего\",\"действующей\"",
            "действующей",
        ),
        ("total | words", "123450 in words of RUB"),
        ("total | words:\"USD\"", "123450 in words of USD"),
        ("price | words", "9990 in words of EUR"),
        ("price | money", "99,90 EUR"),
        ("total | money", "1\u{a0}234,50"),
        ("total | number", "1\u{a0}234,5"),
        ("total | number:0", "1\u{a0}235"),
        ("date | date", "22.11.2026"),
        ("date | date:\"«DD» MMMM YYYY г.\"", "«22» ноября 2026 г."),
        ("date | date:\"ММММ ГГГГ\"", "ноябрь 2026"),
        ("date | date:\"dddd, d MMM yy\"", "Sunday, 22 ноя 26"),
        ("moment | date:\"the d of MM, HH:mm\"", "the 2 of 11, 09:05"),
        ("moment | date:\"h 'd' m\"", "9 d 5"),
        ("none | default:\"—\"", "—"),
        ("blank | default:\"—\"", "—"),
        ("nowhere | default:city", "Тверь"),
        ("nowhere | default:\"\" | upper", ""),
        ("none | genitive", ""),
        ("vip", "да"),
        ("vip | yes_no:\"особый\",\"обычный\"", "особый"),
        ("tags", "x, y"),
        ("tags | join:\" и \"", "x и y"),
        ("items | count", "2"),
        (
            "items | count | plural:\"позиция\",\"позиции\",\"позиций\"",
            "позиции",
        ),
        ("items | sum:\"sum\"", "3.75"),
        ("city | lower | first_cap", "Тверь"),
        ("items.1.what", "b"),
    ] {
        assert_eq!(text(tag).unwrap(), expected, "{tag}");
    }
}

#[test]
fn what_a_filter_cannot_do_is_a_fault() {
    assert_eq!(
        text("nowhere | upper").unwrap_err(),
        Problem::Missing {
            name: "nowhere".into(),
            nearest: None
        }
    );
    assert!(matches!(
        text("city | money"),
        Err(Problem::NotANumber { .. })
    ));
    assert!(matches!(text("city | date"), Err(Problem::NotADate { .. })));
    assert!(matches!(text("price"), Err(Problem::NotAText(_))));
    assert!(matches!(
        text("date | date:\"words\""),
        Err(Problem::NotInLanguage(_))
    ));
}

#[test]
fn conditions_compare_numbers_as_numbers() {
    for yes in [
        "total > 999",
        "total == 1234.50",
        "vip",
        "vip == true",
        "city = \"тверь\"",
        "not none",
        "items",
        "city == \"Омск\" or total >= 1234.5",
        "none == \"\"",
        "(vip and items)",
    ] {
        assert!(holds(yes).unwrap(), "{yes}");
    }
    for no in [
        "blank",
        "none",
        "total < 1000",
        "vip and none",
        "city != \"Тверь\"",
        "!vip",
    ] {
        assert!(!holds(no).unwrap(), "{no}");
    }
    assert!(holds("nowhere").is_err());
}

#[test]
fn the_innermost_repeat_is_asked_first() {
    let data = data();
    let inner = Value::from(&json!({ "city": "Омск" }));
    let mut scope = Scope::new(&data);
    scope.enter(&inner, 2, 3);
    let look = |name: &str| scope.look_up(&Name::read(name).unwrap());
    assert_eq!(look("city"), Some(&Value::Text("Омск".into())));
    assert_eq!(look("vip"), Some(&Value::Truth(true)));
    let line = |operand| scope.operand(&operand).unwrap().into_owned();
    assert_eq!(line(Operand::Line), Value::Number("2".into()));
    assert_eq!(line(Operand::IsLast), Value::Truth(false));
}

use super::*;

fn field(name: &str) -> Expression {
    Expression::field(Name::read(name).unwrap())
}

fn value(text: &str) -> Expression {
    match Tag::read(text).unwrap() {
        Tag::Value(value) => value,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_field_may_hold_blanks_and_be_russian() {
    assert_eq!(value(" client.name "), field("client.name"));
    assert_eq!(value("Имя и отчество"), field("Имя и отчество"));
    assert_eq!(value("кли\u{ad}ент.название"), field("клиент.название"));
}

#[test]
fn quotes_are_read_however_word_has_changed_them() {
    for quoted in [
        "\"«DD» MMMM\"",
        "“«DD» MMMM”",
        "„«DD» MMMM“",
        "««DD» MMMM»",
        "'«DD» MMMM'",
        "’«DD» MMMM’",
    ] {
        let read = value(&format!("date | date:{quoted}"));
        let text = Operand::Text("«DD» MMMM".into());
        assert_eq!(read.calls[0].arguments, [text], "{quoted}");
    }
    let mixed = value("x | default:\"—»");
    assert_eq!(mixed.calls[0].arguments, [Operand::Text("—".into())]);
}

#[test]
fn filters_have_russian_names_and_follow_each_other() {
    let read = value("директор | родительный | кратко | default:\"—\"");
    let filters: Vec<_> = read.calls.iter().map(|call| call.filter.name()).collect();
    assert_eq!(filters, ["genitive", "short_name", "default"]);
    assert_eq!(
        Tag::read("x | genetive").unwrap_err(),
        Problem::UnknownFilter {
            name: "genetive".into(),
            nearest: Some("genitive".into())
        }
    );
}

#[test]
fn repeats_and_conditions_begin_and_end() {
    let begin = |text: &str| match Tag::read(text).unwrap() {
        Tag::Begin(block, _) => block,
        other => panic!("{other:?}"),
    };
    assert_eq!(begin("#items"), Block::Each(field("items")));
    assert_eq!(begin("^ items"), Block::Unless(field("items")));
    assert_eq!(begin("#if"), Block::Each(field("if")));
    assert_eq!(
        begin("#если клиент.пол == «ж»"),
        Block::If(Condition::Compares(
            Box::new([
                field("клиент.пол"),
                Expression {
                    operand: Operand::Text("ж".into()),
                    calls: vec![]
                }
            ]),
            Comparison::Equal
        ))
    );
    assert_eq!(Tag::read("/items").unwrap(), Tag::End("items".into()));
    assert_eq!(Tag::read("/").unwrap(), Tag::End(String::new()));
    assert_eq!(Tag::read("Иначе").unwrap(), Tag::Else);
}

#[test]
fn conditions_join_by_words_and_signs() {
    for text in [
        "#if a and not b or c > 5",
        "#если a и не b или c > 5",
        "#if a && !b || c > 5",
        "#if (a and not b) or (c > 5)",
    ] {
        let Tag::Begin(Block::If(Condition::Any(both)), _) = Tag::read(text).unwrap() else {
            panic!("{text}");
        };
        assert!(matches!(both[0], Condition::All(_)), "{text}");
        assert!(
            matches!(both[1], Condition::Compares(_, Comparison::More)),
            "{text}"
        );
    }
}

#[test]
fn pictures_say_how_large_they_are() {
    let Tag::Picture(picture) = Tag::read("qr:payment size=3cm").unwrap() else {
        panic!();
    };
    assert!(picture.is_qr);
    assert_eq!(picture.value, field("payment"));
    assert_eq!(
        (picture.width, picture.height),
        (Some(1_080_000), Some(1_080_000))
    );
    let Tag::Picture(picture) = Tag::read("картинка: печать ширина=2,5см").unwrap()
    else {
        panic!();
    };
    assert_eq!(
        (picture.is_qr, picture.width, picture.height),
        (false, Some(900_000), None)
    );
}

#[test]
fn what_is_not_understood_is_said_to_be_so() {
    for text in [
        "",
        "a b !",
        "#",
        "#if a ==",
        "x | default",
        "qr:",
        "x | date:",
        "a == b",
        "image:x width=9999km",
    ] {
        assert!(
            matches!(Tag::read(text), Err(Problem::Unclear(_))),
            "{text}"
        );
    }
}

#[test]
fn endings_agree_with_whom_the_letter_is_for() {
    let expected = value("recipient.sex | by_sex:\"ый\",\"ая\"");
    for text in ["ая|ый", " Ая | ый ", "ый|ая"] {
        assert_eq!(value(text), expected, "{text}");
    }
    let expected = value("recipient.sex | by_sex:\"\",\"а\"");
    assert_eq!(value("|а"), expected);
    assert_eq!(value("ая|ой"), value("recipient.sex|by_sex:\"ой\",\"ая\""));
    assert_eq!(value("имя|upper"), value("имя | upper"));
}

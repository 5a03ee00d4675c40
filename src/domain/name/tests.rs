use super::*;
use proptest::prelude::*;

fn parts(text: &str) -> [String; 3] {
    let person = Person::parse(text);
    [person.surname, person.first, person.patronymic]
}

#[test]
fn a_full_name_is_parted_in_any_usual_order() {
    for (text, expected) in [
        ("Антонов Юрий Михайлович", ["Антонов", "Юрий", "Михайлович"]),
        ("Юрий Михайлович Антонов", ["Антонов", "Юрий", "Михайлович"]),
        ("Антонов Ю. М.", ["Антонов", "Ю.", "М."]),
        ("Антонов Ю.М.", ["Антонов", "Ю.", "М."]),
        ("Ю. М. Антонов", ["Антонов", "Ю.", "М."]),
        ("Ю.М.Антонов", ["Антонов", "Ю.", "М."]),
        ("Ким Ю. А.", ["Ким", "Ю.", "А."]),
        ("Ким Ю А", ["Ким", "Ю", "А"]),
        ("Антонов Юрий М.", ["Антонов", "Юрий", "М."]),
        (
            "Антонов, Юрий Михайлович",
            ["Антонов", "Юрий", "Михайлович"],
        ),
        ("Антонов Юрий", ["Антонов", "Юрий", ""]),
        ("Юрий Антонов", ["Антонов", "Юрий", ""]),
        ("Юрий Михайлович", ["", "Юрий", "Михайлович"]),
        ("Юрий", ["", "Юрий", ""]),
        ("Антонов", ["Антонов", "", ""]),
        (
            "Роман Аркадьевич Абрамович",
            ["Абрамович", "Роман", "Аркадьевич"],
        ),
        (
            "Абрамович Роман Аркадьевич",
            ["Абрамович", "Роман", "Аркадьевич"],
        ),
        ("Ленин Владимир Ильич", ["Ленин", "Владимир", "Ильич"]),
        ("Алиев Гейдар Али оглы", ["Алиев", "Гейдар", "Али оглы"]),
        (
            "Алиева Лейла Алирза-кызы",
            ["Алиева", "Лейла", "Алирза-кызы"],
        ),
        (
            "Римский-Корсаков Николай Андреевич",
            ["Римский-Корсаков", "Николай", "Андреевич"],
        ),
        (
            "де ла Крус Мария Ивановна",
            ["де ла Крус", "Мария", "Ивановна"],
        ),
        ("Ким Чен Ын", ["Ким", "Чен Ын", ""]),
        ("Анна Мария Шульц", ["Шульц", "Анна Мария", ""]),
        ("John Smith", ["Smith", "John", ""]),
        ("John Ronald Tolkien", ["Tolkien", "John Ronald", ""]),
        ("Jürgen Müller", ["Müller", "Jürgen", ""]),
        ("Smith, John", ["Smith", "John", ""]),
        (
            "Antonov Yuriy Mikhailovich",
            ["Antonov", "Yuriy", "Mikhailovich"],
        ),
        (
            "  Семёнова\u{a0}Юлия  Андреевна ",
            ["Семёнова", "Юлия", "Андреевна"],
        ),
        ("", ["", "", ""]),
        (",", ["", "", ""]),
    ] {
        assert_eq!(parts(text), expected, "{text}");
    }
}

#[test]
fn a_name_has_a_short_form_and_initials() {
    for (text, short, initials) in [
        ("Антонов Юрий Михайлович", "Антонов Ю. М.", "АЮ"),
        ("Антонов Ю.М.", "Антонов Ю. М.", "АЮ"),
        ("Антонов Юрий", "Антонов Ю.", "АЮ"),
        ("Юрий Михайлович", "Юрий Михайлович", "ЮМ"),
        ("Антонов", "Антонов", "А"),
        ("ёлкина анна", "ёлкина А.", "ЁА"),
        ("", "", ""),
    ] {
        let person = Person::parse(text);
        assert_eq!(person.short(), short, "{text}");
        assert_eq!(person.initials(), initials, "{text}");
    }
}

#[test]
fn the_sex_is_told_by_the_patronymic_else_by_the_first_name() {
    use Sex::{Female, Male};
    for (text, sex) in [
        ("Антонов Юрий Михайлович", Some(Male)),
        ("Ким Юлия Андреевна", Some(Female)),
        ("Порошина Тая Петровна", Some(Female)),
        ("Калабина Мария Леопольдовна", Some(Female)),
        ("Алиев Гейдар Али оглы", Some(Male)),
        ("Алиева Лейла Алирза-кызы", Some(Female)),
        ("Ленин Владимир Ильич", Some(Male)),
        ("Лукина Фаина Лукинична", Some(Female)),
        ("Ким Юрий", Some(Male)),
        ("Семён Ким", Some(Male)),
        ("Любовь Ким", Some(Female)),
        ("Анна-Мария Шульц", Some(Female)),
        ("John Smith", Some(Male)),
        ("Ким Саша", None),
        ("Ким Ю. А.", None),
        ("", None),
    ] {
        assert_eq!(Person::parse(text).sex(), sex, "{text}");
    }
}

#[test]
fn the_legal_form_is_parted_from_the_name() {
    for (name, form, core) in [
        ("ООО «Ромашка»", Some("ООО"), "ромашка"),
        ("ООО\"Ромашка\"", Some("ООО"), "ромашка"),
        ("OOO Ромашка", Some("ООО"), "ромашка"),
        ("Ромашка, ООО", Some("ООО"), "ромашка"),
        ("«Ромашка» ООО", Some("ООО"), "ромашка"),
        ("О.О.О. «Ромашка»", Some("ООО"), "ромашка"),
        (
            "Общество с ограниченной ответственностью «Ромашка»",
            Some("ООО"),
            "ромашка",
        ),
        (
            "ПУБЛИЧНОЕ АКЦИОНЕРНОЕ ОБЩЕСТВО «Газпром нефть»",
            Some("ПАО"),
            "газпром нефть",
        ),
        ("Акционерное общество «Агат»", Some("АО"), "агат"),
        ("ЗАО «Тепломаш»", Some("ЗАО"), "тепломаш"),
        ("ИП Антонов Ю. М.", Some("ИП"), "антонов ю. м."),
        ("Romashka Ltd.", Some("Ltd"), "romashka"),
        ("Romashka, L.L.C.", Some("LLC"), "romashka"),
        ("Kamille GmbH & Co. KG", Some("GmbH & Co. KG"), "kamille"),
        ("Kamille GmbH", Some("GmbH"), "kamille"),
        ("Margherita S.p.A.", Some("S.p.A."), "margherita"),
        ("Rumianek Sp. z o.o.", Some("Sp. z o.o."), "rumianek"),
        ("Ромашка", None, "ромашка"),
        ("Аорта", None, "аорта"),
        ("ООО", None, "ооо"),
        ("", None, ""),
    ] {
        let organisation = Organisation::parse(name);
        assert_eq!(
            (organisation.form, &*organisation.core),
            (form, core),
            "{name}"
        );
        assert_eq!(core_name(name), core, "{name}");
    }
    assert_eq!(Organisation::parse("ООО «Ромашка»").initials(), "Ро");
    assert_eq!(Organisation::parse("").initials(), "");
}

proptest! {
    #[test]
    fn no_name_loses_a_word(words in proptest::collection::vec("[А-Я][а-я]{2,8}", 1..5)) {
        let mut before = words.clone();
        let full = Person::parse(&words.join(" ")).full();
        let mut after: Vec<String> = full.split(' ').map(str::to_owned).collect();
        before.sort();
        after.sort();
        prop_assert_eq!(before, after);
    }

    #[test]
    fn no_text_breaks_a_name(text in "[\\PC., -]{0,30}") {
        Person::parse(&text).short();
        prop_assert!(Organisation::parse(&text).initials().chars().count() <= 4);
    }
}

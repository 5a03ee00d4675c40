use serde_json::{Value as Json, json};

use super::super::tests::{docx, filled, part, surroundings, words};
use super::super::{Field, Settings, Surroundings, Template, Value};
use crate::error::template::Problem;
use crate::i18n::{Language, Locale};

fn field(instruction: &str) -> String {
    let instruction = instruction.replace('&', "&amp;").replace('<', "&lt;");
    let (begin, end) = ["begin", "end"]
        .map(|sort| format!("<w:r><w:fldChar w:fldCharType=\"{sort}\"/></w:r>"))
        .into();
    let lines: Vec<_> = instruction
        .split('\n')
        .map(|line| format!("<w:instrText xml:space=\"preserve\">{line}</w:instrText>"))
        .collect();
    format!("{begin}<w:r>{}</w:r>{end}", lines.join("<w:br/>"))
}

fn p(inside: &str) -> String {
    format!("<w:p>{inside}</w:p>")
}

const RUSSIAN: &str = " GREETINGLINE \\f \"<<_BEFORE_ Уважаемый(ая) >><<_FIRST0_>><<_AFTER_ !>>\" \\l \
                       1049 \\e \"Уважаемые господа!\" ";
const ENGLISH: &str = "GREETINGLINE \\f \"<<_BEFORE_ Dear >><<_TITLE0_ >><<and _TITLE1_>><<_LAST0_>>\
                       <<_AFTER_ ,>>\" \\l 1033";
const ADDRESS: &str = "ADDRESSBLOCK \\f \"<<_TITLE0_ >><<_FIRST0_>><< _LAST0_>><< _SUFFIX0_>>\n\
                       <<_COMPANY_\n>><<_STREET1_\n>><<_STREET2_\n>><<_CITY_>><<, _STATE_>>\
                       << _POSTAL_>><<\n_COUNTRY_>>\" \\l 1033 \\c 2 \\e \"Россия;Russia\" \\d";

fn said(language: Language, instruction: &str, data: &Json) -> String {
    let template = Template::open(docx(&p(&field(instruction))), &Settings::default()).unwrap();
    let locale = Locale::new(language);
    let around = Surroundings {
        language: &locale,
        pictures: &|_| None,
    };
    let bytes = template.fill(&Value::from(data), &around).unwrap();
    let document = part(&bytes, "word/document.xml");
    let body = document.split("<w:body>").nth(1).unwrap();
    words(body.split("<w:sectPr/>").next().unwrap())
}

#[test]
fn a_greeting_agrees_with_the_recipient() {
    let greeting = |data: Json| said(Language::Russian, RUSSIAN, &data);
    let recipient = |surname: &str, first: &str, patronymic: &str| {
        greeting(
            json!({ "recipient": { "surname": surname, "first_name": first, "sex": null,
            "patronymic": patronymic, "name": format!("{surname} {first} {patronymic}") } }),
        )
    };
    assert_eq!(
        recipient("Ким", "Юлия", "Михайловна"),
        "Уважаемая Юлия Михайловна!"
    );
    assert_eq!(
        recipient("Решетов", "Никита", "Ильич"),
        "Уважаемый Никита Ильич!"
    );
    assert_eq!(
        greeting(json!({ "фамилия": "Ким", "имя": "Саша", "пол": "ж" })),
        "Уважаемая Саша!"
    );
    assert_eq!(
        greeting(json!({ "ФИО": "Орлова Елена Евгеньевна" })),
        "Уважаемая Елена Евгеньевна!"
    );
    // An organisation has no first name.
    assert_eq!(
        greeting(json!({ "name": "ООО «Агат»" })),
        "Уважаемые господа!"
    );
    let english = |data: Json| said(Language::English, ENGLISH, &data);
    let table = json!({ "First Name": "Joshua", "Last Name": "Randall", "Title": "Dr." });
    assert_eq!(english(table), "Dear Dr. Randall,");
    assert_eq!(english(json!({ "name": "Julia Kim" })), "Dear Ms Kim,");
    // Nothing else is said, so the greeting of the data is.
    let salutation = json!({ "recipient": { "name": "", "salutation": "Dear Sir or Madam," } });
    assert_eq!(english(salutation), "Dear Sir or Madam,");
}

#[test]
fn an_address_is_put_together_by_its_switches() {
    let address = |data: Json| said(Language::Russian, ADDRESS, &data);
    let person = json!({ "recipient": { "surname": "Ким", "first_name": "Юлия", "patronymic": "",
        "name": "Ким Юлия", "organisation": "ООО «Ромашка»", "street": "ул. Садовая, 5",
        "city": "Москва", "region": "Москва", "postcode": "109012", "country": "Россия" } });
    assert_eq!(
        address(person),
        "Юлия Ким\nООО «Ромашка»\nул. Садовая, 5\nМосква 109012"
    );
    let organisation = json!({ "recipient": { "surname": "", "first_name": "", "patronymic": "",
        "name": "ООО «Агат»", "organisation": "", "street": "пр. Мира, 1", "city": "Тверь",
        "region": "", "postcode": "", "country": "Казахстан" } });
    assert_eq!(
        address(organisation),
        "ООО «Агат»\nпр. Мира, 1\nТверь\nКазахстан"
    );
    let bare = Template::open(docx(&p(&field("ADDRESSBLOCK"))), &Settings::default()).unwrap();
    let faults = bare
        .fill(&Value::from(&json!({})), &surroundings())
        .unwrap_err()
        .0;
    assert!(
        matches!(faults[0].problem, Problem::Missing { .. }),
        "{faults:?}"
    );
    let names: Vec<_> = bare.fields().iter().map(Field::name).collect();
    assert!(names.contains(&"recipient.street"));
}

fn labels() -> Vec<u8> {
    let label = |next: &str| {
        p(&format!(
            "{next}{}{}",
            field("MERGEFIELD name"),
            field("MERGEREC")
        ))
    };
    docx(&(label("") + &label(&field(" NEXT ")) + &label(&field("NEXT"))))
}

fn people(count: usize) -> Vec<Value> {
    let person = |number| Value::from(&json!({ "name": format!("P{number}") }));
    (1..=count).map(person).collect()
}

#[test]
fn a_sheet_of_labels_goes_from_record_to_record() {
    let template = Template::open(labels(), &Settings::default()).unwrap();
    assert!(template.holds_several());
    let (bytes, taken) = template.fill_several(&people(5), &surroundings()).unwrap();
    assert_eq!(taken, 3);
    assert!(part(&bytes, "word/document.xml").contains(">P3<"));
    let joined = template.fill_joined(&people(5), &surroundings()).unwrap();
    let document = part(&joined, "word/document.xml");
    for number in 1..=5 {
        assert_eq!(
            document.matches(&format!(">P{number}<")).count(),
            1,
            "{document}"
        );
    }
    // Two sheets; the last label is empty.
    assert_eq!(document.matches("<w:sectPr").count(), 2);
    let alone = template.fill(&people(1)[0], &surroundings()).unwrap();
    assert_eq!(part(&alone, "word/document.xml").matches(">P").count(), 1);
}

#[test]
fn the_next_record_may_depend_on_this_one() {
    let next =
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>NEXTIF </w:instrText>\
                </w:r>"
            .to_owned()
            + &field("MERGEFIELD pair")
            + "<w:r><w:instrText> = \"yes\"</w:instrText>\
                </w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    let body = p(&field("MERGEFIELD name")) + &p(&(next + &field("MERGEFIELD name")));
    let template = Template::open(docx(&body), &Settings::default()).unwrap();
    let records: Vec<_> = [("A", "yes"), ("B", ""), ("C", "no")]
        .map(|(name, pair)| Value::from(&json!({ "name": name, "pair": pair })))
        .into();
    let (_, taken) = template.fill_several(&records, &surroundings()).unwrap();
    assert_eq!(taken, 2);
    let (bytes, taken) = template
        .fill_several(&records[2..], &surroundings())
        .unwrap();
    assert_eq!(taken, 1);
    assert_eq!(part(&bytes, "word/document.xml").matches(">C<").count(), 2);
}

#[test]
fn skipped_records_get_no_document() {
    let skip = "<w:fldSimple w:instr=\" SKIPIF &quot;x&quot; = &quot;y&quot; \"/>";
    let skip_if =
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>SKIPIF </w:instrText>\
                   </w:r>"
            .to_owned()
            + &field("MERGEFIELD city")
            + "<w:r><w:instrText> &lt;&gt; \"Тверь\"\
                   </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    let body = p(&(skip_if.clone() + skip + &field("MERGEFIELD name")));
    let template = Template::open(docx(&body), &Settings::default()).unwrap();
    let records: Vec<_> = [("A", "Тверь"), ("B", "Омск"), ("C", "Тверь")]
        .map(|(name, city)| Value::from(&json!({ "name": name, "city": city })))
        .into();
    let skips: Vec<_> = records
        .iter()
        .map(|record| template.skips(record, &surroundings()).unwrap())
        .collect();
    assert_eq!(skips, [false, true, false]);
    let joined = template.fill_joined(&records, &surroundings()).unwrap();
    let document = part(&joined, "word/document.xml");
    assert!(document.contains(">A<") && document.contains(">C<") && !document.contains(">B<"));
    let none = template
        .fill_joined(&records[1..2], &surroundings())
        .unwrap_err()
        .0;
    assert_eq!(none[0].problem, Problem::NothingLeft);
    let both = p(&(skip_if + &field("NEXT")));
    let faults = Template::open(docx(&both), &Settings::default())
        .unwrap_err()
        .0;
    assert_eq!(faults[0].problem, Problem::SkipBesideNext);
    assert!(faults[0].place.is_some());
}

#[test]
fn what_asks_whoever_merges_is_refused_with_its_place() {
    let ask = p("<w:r><w:t>Hello</w:t></w:r>") + &p(&field("FILLIN \"Who?\""));
    let faults = Template::open(docx(&ask), &Settings::default())
        .unwrap_err()
        .0;
    assert_eq!(
        faults[0].problem,
        Problem::UnsupportedField("FILLIN".into())
    );
    assert!(faults[0].place.is_some());
}

#[test]
fn a_choice_breaks_the_lines_it_says() {
    let begin =
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>";
    let rest = "<w:r><w:instrText> = \"x\" \"one</w:instrText></w:r><w:r><w:br/></w:r><w:r><w:instrText>two\" \
                \"\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    let body = p(&(begin.to_owned() + &field("MERGEFIELD a") + rest));
    assert_eq!(words(&filled(&body, &json!({ "a": "x" }))), "one\ntwo");
}

#[test]
fn an_instruction_cut_within_a_word_is_one() {
    let cut = field("MERGEFIELD name").replace(
        "MERGEFIELD",
        "MERGE</w:instrText></w:r><w:r><w:instrText>FIELD",
    );
    assert_eq!(words(&filled(&p(&cut), &json!({ "name": "x" }))), "x");
}

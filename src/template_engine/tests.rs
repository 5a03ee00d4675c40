use std::io::{Cursor, Read, Write};

use serde_json::{Value as Json, json};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::evaluate::tests::Plain;
use super::*;
use crate::error::template::{Place, Step, Story};

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" \
    xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const MAIN: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/// The parts of a document with that body.
pub(super) fn parts(body: &str) -> Vec<(String, String)> {
    let types = format!(
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default \
         Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Override PartName=\"/word/document.xml\" ContentType=\"{MAIN}\"/></Types>"
    );
    let root = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
        <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/\
        relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    let document = format!("<w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>");
    [
        ("[Content_Types].xml", types),
        ("_rels/.rels", root.to_owned()),
        ("word/document.xml", document),
    ]
    .map(|(name, text)| (name.to_owned(), text))
    .to_vec()
}

pub(super) fn packed(parts: &[(String, String)]) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        out.start_file(name.as_str(), SimpleFileOptions::default())
            .unwrap();
        out.write_all(text.as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

pub(super) fn docx(body: &str) -> Vec<u8> {
    packed(&parts(body))
}

pub(super) fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    let read = archive.by_name(name).unwrap().read_to_string(&mut text);
    read.unwrap();
    text
}

pub(super) fn surroundings() -> Surroundings<'static> {
    Surroundings {
        language: &Plain,
        pictures: &|_| None,
    }
}

fn filled_with(settings: &Settings, body: &str, data: &Json) -> Result<String, Faults> {
    let template = Template::open(docx(body), settings)?;
    let bytes = template.fill(&Value::from(data), &surroundings())?;
    let document = part(&bytes, "word/document.xml");
    let body = document.split("<w:body>").nth(1).unwrap();
    Ok(body
        .split("<w:sectPr/></w:body>")
        .next()
        .unwrap()
        .to_owned())
}

pub(super) fn filled(body: &str, data: &Json) -> String {
    filled_with(&Settings::default(), body, data).unwrap()
}

fn faults(body: &str, data: &Json) -> Vec<Fault> {
    filled_with(&Settings::default(), body, data).unwrap_err().0
}

/// A paragraph with runs of those texts.
fn p(texts: &[&str]) -> String {
    let runs: String = texts
        .iter()
        .map(|text| format!("<w:r><w:t>{text}</w:t></w:r>"))
        .collect();
    format!("<w:p>{runs}</w:p>")
}

/// The words of a body: its texts, paragraphs as lines, cells with bars.
pub(super) fn words(body: &str) -> String {
    let tree =
        xml::Tree::read(format!("<w:body {W}>{body}</w:body>").into_bytes(), "body").unwrap();
    let all = paragraph::Paragraph::all(&tree);
    let lines: Vec<_> = all.iter().map(paragraph::Paragraph::text).collect();
    lines.join("/")
}

fn row(cells: &[&str]) -> String {
    let cells: String = cells
        .iter()
        .map(|text| format!("<w:tc><w:tcPr/>{}</w:tc>", p(&[text])))
        .collect();
    format!("<w:tr>{cells}</w:tr>")
}

fn items() -> Json {
    json!({ "items": [
        { "what": "Стол", "sum": 10, "tags": ["a", "b"] },
        { "what": "Стул & кресло", "sum": 20, "tags": [] },
    ], "none": [], "name": "Агат", "yes": true, "no": false })
}

#[test]
fn a_field_is_filled_however_it_is_cut_into_runs() {
    let whole = "a {{ name }} b";
    let letters: Vec<char> = whole.chars().collect();
    for first in 1..letters.len() {
        for second in first..letters.len() {
            let cut = |range: std::ops::Range<usize>| letters[range].iter().collect::<String>();
            let pieces = [
                cut(0..first),
                cut(first..second),
                cut(second..letters.len()),
            ];
            let body = p(&pieces.each_ref().map(String::as_str));
            assert_eq!(words(&filled(&body, &items())), "a Агат b", "{pieces:?}");
        }
    }
}

#[test]
fn the_value_looks_like_the_first_letter_of_the_name() {
    let body = "<w:p><w:r><w:t>{{</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>na</w:t></w:r><w:r>\
                <w:t>me}} x</w:t></w:r></w:p>";
    assert_eq!(
        filled(body, &items()),
        "<w:p><w:r><w:t xml:space=\"preserve\"></w:t></w:r><w:r><w:rPr><w:b/></w:rPr>\
         <w:t xml:space=\"preserve\">Агат</w:t></w:r><w:r><w:t xml:space=\"preserve\"> x</w:t>\
         </w:r></w:p>"
    );
}

#[test]
fn values_are_escaped_and_lines_are_broken() {
    let data = json!({ "text": "<a> & \"b\"\u{1}\nc\td\r\ne" });
    let body = filled(&p(&["{{text}}"]), &data);
    assert_eq!(words(&body), "<a> & \"b\"\nc\td\ne");
    assert_eq!(body.matches("<w:br/>").count(), 2);
}

#[test]
fn fields_in_insertions_are_filled_and_deleted_ones_are_not() {
    let body = "<w:p><w:r><w:t>{{na</w:t></w:r><w:proofErr/><w:ins w:id=\"1\"><w:r><w:t>me}}\
                </w:t></w:r></w:ins><w:del w:id=\"2\"><w:r><w:delText>{{gone}}</w:delText></w:r>\
                </w:del></w:p>";
    assert_eq!(words(&filled(body, &items())), "Агат");
}

#[test]
fn a_row_is_repeated() {
    let table = format!(
        "<w:tbl><w:tblGrid/>{}{}</w:tbl>",
        row(&["№", "Товар", "Сумма"]),
        row(&["{{#items}}{{@n}}", "{{what}}", "{{sum}}{{/items}}"])
    );
    let body = filled(&table, &items());
    assert_eq!(words(&body), "№/Товар/Сумма/1/Стол/10/2/Стул & кресло/20");
    assert_eq!(body.matches("<w:tr>").count(), 3);
}

#[test]
fn several_rows_and_rows_of_tags_are_repeated() {
    let table = format!(
        "<w:tbl>{}{}{}{}</w:tbl>",
        row(&["{{#items}}", ""]),
        row(&["{{what}}", "{{sum}}"]),
        row(&["{{#tags}}{{.}};{{/tags}}", ""]),
        row(&["", "{{/items}}"]),
    );
    assert_eq!(
        words(&filled(&table, &items())),
        "Стол/10/a;b;//Стул & кресло/20//"
    );
    let bare = format!(
        "<w:tbl>{}{}</w:tbl>",
        row(&["{{#items}}{{what}}", ""]),
        row(&["{{sum}}", "{{/}}"])
    );
    assert_eq!(
        words(&filled(&bare, &items())),
        "Стол//10//Стул & кресло//20/"
    );
}

#[test]
fn a_table_without_rows_goes() {
    let table = format!("<w:tbl>{}</w:tbl>", row(&["{{#none}}x", "{{/none}}"]));
    assert_eq!(filled(&format!("{table}<w:p/>"), &items()), "<w:p/>");
    let headed = format!(
        "<w:tbl>{}{}</w:tbl>",
        row(&["Head"]),
        row(&["{{#none}}{{x}}", "{{/}}"])
    );
    assert_eq!(words(&filled(&headed, &items())), "Head");
}

#[test]
fn paragraphs_are_repeated_and_those_of_the_tags_vanish() {
    let body = [
        p(&["before"]),
        p(&["{{#items}}"]),
        p(&["{{@n}}. {{what}}"]),
        p(&["{{#tags}}"]),
        p(&["- {{.}}"]),
        p(&["{{/tags}}{{/items}}"]),
        p(&["after"]),
    ]
    .concat();
    assert_eq!(
        words(&filled(&body, &items())),
        "before/1. Стол/- a/- b/2. Стул & кресло/after"
    );
}

#[test]
fn a_cell_keeps_a_paragraph_and_a_section_its_end() {
    let cell = format!(
        "<w:tbl><w:tr><w:tc><w:tcPr/>{}{}{}</w:tc></w:tr></w:tbl>",
        p(&["{{#none}}"]),
        p(&["x"]),
        p(&["{{/none}}"])
    );
    let body = filled(&cell, &items());
    assert!(body.contains("<w:tcPr/><w:p/></w:tc>"), "{body}");
    let section = format!(
        "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>{{{{#none}}}}</w:t></w:r></w:p>{}{}",
        p(&["x"]),
        p(&["{{/none}}"])
    );
    assert_eq!(
        filled(&section, &items()),
        "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
    );
}

#[test]
fn characters_are_repeated_in_one_run_and_over_several() {
    for texts in [
        &["x {{#items}}{{what}}; {{/items}}y"][..],
        &["x {{#items}}", "{{what}}; ", "{{/items}}y"],
        &["x {{#it", "ems}}{{what}}", "; {{/items", "}}y"],
    ] {
        let body = filled(&p(texts), &items());
        assert_eq!(words(&body), "x Стол; Стул & кресло; y", "{texts:?}");
        let none = texts.iter().map(|text| text.replace("items", "none"));
        let none: Vec<String> = none.collect();
        let none: Vec<&str> = none.iter().map(String::as_str).collect();
        if texts.len() < 3 || texts[0].contains("items") {
            assert_eq!(words(&filled(&p(&none), &items())), "x y", "{none:?}");
        }
    }
}

#[test]
fn copies_of_runs_keep_their_looks() {
    let body = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{{#items}}B</w:t></w:r><w:r><w:t>p{{/items}}\
                </w:t></w:r></w:p>";
    let bold = "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">B</w:t></w:r>";
    let filled = filled(body, &items());
    assert_eq!(filled.matches(bold).count(), 2, "{filled}");
}

#[test]
fn conditions_choose() {
    let body = p(&[
        "{{#if yes and not no}}A",
        "{{else}}B{{/if}}{{#no}}C{{/no}}{{^no}}D{{/}}",
    ]);
    assert_eq!(words(&filled(&body, &items())), "AD");
    let paragraphs = [
        p(&["{{#если name == «Агат»}}"]),
        p(&["ours"]),
        p(&["{{иначе}}"]),
        p(&["theirs"]),
        p(&["{{/если}}"]),
    ]
    .concat();
    assert_eq!(words(&filled(&paragraphs, &items())), "ours");
    let rows = format!(
        "<w:tbl>{}{}{}{}{}</w:tbl>",
        row(&["{{#if no}}"]),
        row(&["a"]),
        row(&["{{else}}"]),
        row(&["b"]),
        row(&["{{/if}}"])
    );
    assert_eq!(words(&filled(&rows, &items())), "b");
    let list = p(&["{{#none}}x{{else}}nothing{{/none}}"]);
    assert_eq!(words(&filled(&list, &items())), "nothing");
}

#[test]
fn copies_share_no_numbers() {
    let body = [
        p(&["{{#items}}"]),
        "<w:p w14:paraId=\"0A\"><w:bookmarkStart w:id=\"1\" w:name=\"b\"/><w:r><w:drawing>\
         <wp:inline><wp:docPr id=\"7\" name=\"x\"/></wp:inline></w:drawing></w:r>\
         <w:bookmarkEnd w:id=\"1\"/></w:p>"
            .to_owned(),
        p(&["{{/items}}"]),
    ]
    .concat();
    let body = filled(&body, &items());
    assert_eq!(body.matches("<wp:docPr id=\"7\"").count(), 1, "{body}");
    assert_eq!(body.matches("<wp:docPr id=\"8\"").count(), 1);
    assert_eq!(body.matches("w14:paraId").count(), 1);
    assert_eq!(body.matches("w:bookmarkStart").count(), 1);
}

#[test]
fn all_missing_fields_are_named_with_their_places() {
    let body = format!(
        "{}{}<w:tbl>{}{}</w:tbl>",
        p(&["x"]),
        p(&["Dear {{nmae}},"]),
        row(&["a", "b"]),
        row(&["{{#items}}{{what}}", "{{sun}}{{/items}}"])
    );
    let faults = faults(&body, &items());
    let place = |path: &[Step], near: &str| {
        Some(Place {
            story: Story::Body,
            path: path.to_vec(),
            near: near.to_owned(),
        })
    };
    let missing = |name: &str, nearest: &str| Problem::Missing {
        name: name.to_owned(),
        nearest: Some(nearest.to_owned()),
    };
    assert_eq!(
        faults,
        [
            Fault {
                letter: None,
                problem: missing("nmae", "name"),
                place: place(&[Step::Paragraph(2)], "Dear {{nmae}},"),
            },
            Fault {
                letter: None,
                problem: missing("sun", "sum"),
                place: place(
                    &[Step::Table(1), Step::Row(2), Step::Cell(2)],
                    "{{sun}}{{/items}}"
                ),
            },
        ]
    );
}

#[test]
fn missing_fields_are_left_blank_or_kept_as_the_owner_likes() {
    let with = |missing| Settings {
        missing,
        ..Settings::default()
    };
    let body = p(&["a{{ nowhere | upper }}b{{name}}{{#what}}x{{/what}}"]);
    let blank = filled_with(&with(Missing::Blank), &body, &items()).unwrap();
    assert_eq!(words(&blank), "abАгат");
    let kept = filled_with(&with(Missing::Keep), &body, &items()).unwrap();
    assert_eq!(words(&kept), "a{{ nowhere | upper }}bАгат");
}

#[test]
fn other_delimiters_are_a_setting() {
    for (text, body) in [
        ("{ }", "x {name} {{"),
        ("[[ ]]", "x [[name]] {{"),
        ("<< >>", "x &lt;&lt;name&gt;&gt; {{"),
    ] {
        let settings = Settings {
            delimiters: Delimiters::read(text).unwrap(),
            ..Settings::default()
        };
        let filled = filled_with(
            &settings,
            &p(&[&body.replace("{{", if text == "{ }" { "" } else { "{{" })]),
            &items(),
        );
        let expected = if text == "{ }" {
            "x Агат "
        } else {
            "x Агат {{"
        };
        assert_eq!(words(&filled.unwrap()), expected, "{text}");
    }
    assert!(Delimiters::read("{{").is_err());
    assert!(Delimiters::read("| |").is_err());
}

#[test]
fn what_is_wrong_with_a_template_is_told_at_once() {
    let problems = |body: &str| -> Vec<Problem> {
        faults(body, &items())
            .into_iter()
            .map(|fault| fault.problem)
            .collect()
    };
    assert_eq!(
        problems(&p(&["{{name"])),
        [Problem::Unclosed("{{name".into())]
    );
    assert_eq!(
        problems(&p(&["{{#items}}{{name | uper}}"])),
        [
            Problem::UnknownFilter {
                name: "uper".into(),
                nearest: Some("upper".into())
            },
            Problem::NeverClosed("items".into())
        ]
    );
    assert_eq!(
        problems(&p(&["{{/items}}{{else}}"])),
        [
            Problem::NeverOpened("{{/items}}".into()),
            Problem::NeverOpened("{{else}}".into())
        ]
    );
    assert!(matches!(
        problems(&p(&["{{#items}}{{/name}}"]))[..],
        [Problem::WrongEnd { .. }]
    ));
    let crossing = format!("{}{}", p(&["x {{#items}}"]), p(&["{{/items}} y"]));
    assert!(matches!(
        problems(&crossing)[..],
        [Problem::Crossing { .. }]
    ));
}

#[test]
fn pictures_and_codes_are_put_in() {
    let png = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAC0lEQVR4nGNgQAYAAA4AAamRc7EAAAAASUVORK5CYII=";
    let body = p(&["a{{image:logo width=4cm}}b{{qr:name}}{{image:logo}}"]);
    let data = json!({ "logo": png, "name": "Агат" });
    let template = Template::open(docx(&body), &Settings::default()).unwrap();
    let bytes = template.fill(&Value::from(&data), &surroundings()).unwrap();
    let document = part(&bytes, "word/document.xml");
    assert_eq!(document.matches("<w:drawing>").count(), 3);
    assert!(
        document.contains("cx=\"1440000\" cy=\"720000\""),
        "{document}"
    );
    let links = part(&bytes, "word/_rels/document.xml.rels");
    assert_eq!(
        links.matches("Target=\"/word/media/filled").count(),
        2,
        "{links}"
    );
    assert!(part(&bytes, "[Content_Types].xml").contains("Extension=\"png\""));
    let wrong = json!({ "logo": "no picture", "name": "x".repeat(5_000) });
    let wrong = template
        .fill(&Value::from(&wrong), &surroundings())
        .unwrap_err();
    let problems: Vec<_> = wrong.0.into_iter().map(|fault| fault.problem).collect();
    assert_eq!(
        problems[..2],
        [
            Problem::NotAPicture("logo".into()),
            Problem::TooLongForQr("name".into())
        ]
    );
}

#[test]
fn a_template_becomes_a_document_and_macros_need_consent() {
    let with_type = |kind: &str| {
        let mut parts = parts(&p(&["{{name}}"]));
        parts[0].1 = parts[0].1.replace(MAIN, kind);
        packed(&parts)
    };
    let fill = |bytes: Vec<u8>, settings: &Settings| {
        let template = Template::open(bytes, settings)?;
        let bytes = template.fill(&Value::from(&items()), &surroundings())?;
        Ok(part(&bytes, "[Content_Types].xml"))
    };
    let dotx = with_type(&MAIN.replace("document.main", "template.main"));
    let types: Result<String, Faults> = fill(dotx, &Settings::default());
    assert!(types.unwrap().contains(MAIN));
    let dotm = with_type("application/vnd.ms-word.template.macroEnabledTemplate.main+xml");
    assert_eq!(
        fill(dotm.clone(), &Settings::default()).unwrap_err(),
        Problem::Macros.into()
    );
    let keeps = Settings {
        keeps_macros: true,
        ..Settings::default()
    };
    let types = fill(dotm, &keeps).unwrap();
    assert!(types.contains("application/vnd.ms-word.document.macroEnabled.main+xml"));
    assert_eq!(
        fill(with_type("application/pdf"), &keeps).unwrap_err(),
        Problem::NotWord.into()
    );
}

#[test]
fn what_has_no_field_is_the_same_byte_for_byte() {
    let mut parts = parts(&p(&["{{name}}"]));
    let odd = format!("<?xml version='1.0'?>\r\n<w:styles {W} ><!-- x -->&#x41;</w:styles >");
    parts.push(("word/styles.xml".into(), odd.clone()));
    let template = Template::open(packed(&parts), &Settings::default()).unwrap();
    let bytes = template
        .fill(&Value::from(&items()), &surroundings())
        .unwrap();
    assert_eq!(part(&bytes, "word/styles.xml"), odd);
    assert_eq!(part(&bytes, "[Content_Types].xml"), parts[0].1);
    let again = template
        .fill(&Value::from(&items()), &surroundings())
        .unwrap();
    assert_eq!(bytes, again);
}

#[test]
fn the_fields_are_listed_and_unknown_ones_have_a_nearest() {
    let body = p(&["{{client.nmae | default:client.city}}{{#if client.vip}}{{qr:pay}}{{/if}}"]);
    let template = Template::open(docx(&body), &Settings::default()).unwrap();
    let fields: Vec<_> = template
        .fields()
        .iter()
        .map(|field| (field.name(), field.kind))
        .collect();
    assert_eq!(
        fields,
        [
            ("client.nmae", Kind::Value),
            ("client.city", Kind::Value),
            ("client.vip", Kind::Condition),
            ("pay", Kind::Qr)
        ]
    );
    let unknown = template.unknown(&["client.name", "Клиент.Город", "client.vip", "pay"]);
    assert_eq!(unknown.len(), 1);
    assert_eq!(unknown[0].1.as_deref(), Some("client.name"));
}

/// A field of Word with its instruction in several runs, and what it shows.
fn field(instruction: &str, shown: &str) -> String {
    let (first, second) = instruction.split_at(instruction.find(' ').unwrap_or(0));
    format!(
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>{first}</w:instrText></w:r>\
         <w:r><w:instrText>{second}</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/>\
         </w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{shown}</w:t></w:r><w:r><w:fldChar \
         w:fldCharType=\"end\"/></w:r>"
    )
}

#[test]
fn fields_of_mail_merge_are_filled_with_their_switches() {
    let data =
        json!({ "Полное имя": "иван петров", "sum": "1234.5", "on": "2026-11-22", "no": "" });
    for (instruction, expected) in [
        ("MERGEFIELD \"Полное имя\" \\* MERGEFORMAT", "иван петров"),
        ("MERGEFIELD полное_имя \\* Caps", "Иван Петров"),
        ("MERGEFIELD Полное_имя \\*Upper", "ИВАН ПЕТРОВ"),
        ("mergefield SUM \\# \"# ##0,00 ₽\"", "1\u{a0}234,50 ₽"),
        ("MERGEFIELD sum \\# 0", "1235"),
        (
            "MERGEFIELD on \\@ \"d MMMM yyyy 'г.'\"",
            "22 ноября 2026 г.",
        ),
        ("MERGEFIELD no \\b \"before \" \\f \" after\"", ""),
        (
            "MERGEFIELD sum \\f \" after\" \\b \"before \"",
            "before 1234.5 after",
        ),
    ] {
        let complex = format!("<w:p>{}</w:p>", field(instruction, "«old»"));
        let body = filled(&complex, &data);
        assert_eq!(words(&body), expected, "{instruction}");
        assert!(
            body.contains("<w:rPr><w:b/></w:rPr>") && !body.contains("fldChar"),
            "{body}"
        );
        let simple = format!(
            "<w:p><w:fldSimple w:instr=\"{}\"><w:r><w:t>old</w:t></w:r></w:fldSimple></w:p>",
            xml::escaped(instruction)
        );
        assert_eq!(words(&filled(&simple, &data)), expected, "{instruction}");
    }
}

#[test]
fn a_choice_over_merge_fields_is_made() {
    let begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
    let end = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>?</w:t></w:r><w:r>\
               <w:fldChar w:fldCharType=\"end\"/></w:r>";
    let text =
        |text: &str| format!("<w:r><w:instrText xml:space=\"preserve\">{text}</w:instrText></w:r>");
    let merge = |name: &str| field(&format!("MERGEFIELD {name}"), "x");
    let body = format!(
        "<w:p>{begin}{}{}{}{}{}{end}</w:p>",
        text(" IF "),
        merge("sex"),
        text(" = \"ж\" \"Уважаемая "),
        merge("name"),
        text("\" \"Уважаемый &amp; \""),
    );
    assert_eq!(
        words(&filled(&body, &json!({ "sex": "ж", "name": "Юлия" }))),
        "Уважаемая Юлия"
    );
    assert_eq!(
        words(&filled(&body, &json!({ "sex": "м", "name": "Юлий" }))),
        "Уважаемый & "
    );
    // Where nothing of mail merge is asked, Word decides.
    let own = format!("<w:p>{begin}{}{end}</w:p>", text(" IF 1 = 1 \"a\" \"b\" "));
    assert_eq!(filled(&own, &json!({})), own);
}

#[test]
fn a_merge_field_in_another_field_becomes_a_part_of_its_instruction() {
    let begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
    let body = format!(
        "<w:p>{begin}<w:r><w:instrText>HYPERLINK \"</w:instrText></w:r>{}<w:r><w:instrText>\"\
         </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
        field("MERGEFIELD site", "x")
    );
    let body = filled(&body, &json!({ "site": "https://agat.ru" }));
    assert!(
        body.contains("<w:instrText xml:space=\"preserve\">https://agat.ru</w:instrText>"),
        "{body}"
    );
    assert_eq!(body.matches("fldChar ").count(), 2);
}

#[test]
fn several_documents_are_joined_with_their_own_headers() {
    let mut all = parts(&p(&["{{name}}"]));
    let header = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml";
    all[0].1 = all[0].1.replace(
        "</Types>",
        &format!("<Override PartName=\"/word/header1.xml\" ContentType=\"{header}\"/></Types>"),
    );
    let format = "<w:sectPr><w:headerReference r:id=\"rId5\" w:type=\"default\"/><w:type w:val=\
                  \"continuous\"/><w:pgSz w:w=\"1\"/><w:cols/></w:sectPr></w:body>";
    all[2].1 = all[2].1.replace("<w:sectPr/></w:body>", format);
    all.push((
        "word/header1.xml".into(),
        format!("<w:hdr {W}>{}</w:hdr>", p(&["{{boss}}"])),
    ));
    all.push((
        "word/_rels/document.xml.rels".into(),
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"rId5\" Type=\"x/header\" Target=\"header1.xml\"/></Relationships>"
            .into(),
    ));
    let template = Template::open(packed(&all), &Settings::default()).unwrap();
    let letter = |name: &str, boss: &str| Value::from(&json!({ "name": name, "boss": boss }));
    let letters = [letter("A", "x"), letter("B", "y"), letter("C", "x")];
    let bytes = template.fill_joined(&letters, &surroundings()).unwrap();
    let document = part(&bytes, "word/document.xml");
    let pages: Vec<_> = document.split("<w:sectPr>").collect();
    assert_eq!(pages.len(), 4);
    assert_eq!(
        document
            .matches("<w:pgSz w:w=\"1\"/><w:pgNumType w:start=\"1\"/><w:cols/>")
            .count(),
        3
    );
    assert!(
        pages[1].contains("r:id=\"rId5\"") && pages[3].contains("r:id=\"rId5\""),
        "{document}"
    );
    assert!(pages[2].contains("r:id=\"rIdVizitkaPart2\"") && !document.contains("continuous"));
    assert!(part(&bytes, "word/header1.xml").contains(">x<"));
    assert!(part(&bytes, "word/header1_filled2.xml").contains(">y<"));
    assert!(part(&bytes, "word/_rels/document.xml.rels").contains("header1_filled2.xml"));
    assert_eq!(
        part(&bytes, "[Content_Types].xml").matches(header).count(),
        2
    );
    let wrong = [letter("A", "x"), Value::from(&json!({}))];
    let faults = template.fill_joined(&wrong, &surroundings()).unwrap_err().0;
    assert_eq!(faults.len(), 2);
    assert!(faults.iter().all(|fault| fault.letter == Some(2)));
}

#[test]
fn a_strict_document_is_filled_and_points_to_pictures_in_its_own_way() {
    let mut all = parts(&p(&["{{name}}{{qr:name}}"]));
    all[2].1 = all[2].1.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    );
    let template = Template::open(packed(&all), &Settings::default()).unwrap();
    let bytes = template
        .fill(&Value::from(&items()), &surroundings())
        .unwrap();
    assert!(part(&bytes, "word/document.xml").contains("Агат"));
    let links = part(&bytes, "word/_rels/document.xml.rels");
    assert!(
        links.contains("http://purl.oclc.org/ooxml/officeDocument/relationships/image"),
        "{links}"
    );
}

use serde_json::{Value as Json, json};

use super::super::tests::{packed, part, parts, surroundings};
use super::super::{Field, Missing, Settings, Template, Value};
use crate::error::template::Problem;

const RELATIONSHIPS: &str = "word/_rels/document.xml.rels";

/// A document with one link, written as Word or LibreOffice write it.
fn linked(body: &str, target: &str) -> Vec<u8> {
    let mut all = parts(body);
    all.push((
        RELATIONSHIPS.into(),
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
             <Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/\
             relationships/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId4\" Type=\"\
             http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" \
             Target=\"{target}\" TargetMode=\"External\"/></Relationships>"
        ),
    ));
    packed(&all)
}

fn filled(template: &[u8], data: &Json) -> (String, String) {
    let template = Template::open(template, &Settings::default()).unwrap();
    let bytes = template.fill(&Value::from(data), &surroundings()).unwrap();
    (
        part(&bytes, "word/document.xml"),
        part(&bytes, RELATIONSHIPS),
    )
}

const LINK: &str = "<w:p><w:hyperlink r:id=\"rId4\" w:history=\"1\"><w:r><w:t>{{name}}</w:t></w:r>\
                    </w:hyperlink></w:p>";

#[test]
fn the_target_of_a_link_is_filled_however_its_braces_are_written() {
    let data = json!({ "email": "a&b@agat.ru", "name": "x" });
    for target in [
        "mailto:{{email}}",
        "mailto:%7b%7bemail%7d%7d",
        "mailto:%7B%7B%20email%20%7D%7D",
    ] {
        let (document, links) = filled(&linked(LINK, target), &data);
        assert!(document.contains("<w:hyperlink r:id=\"rIdVizitka1\" w:history=\"1\">"));
        assert!(
            links.contains("Target=\"mailto:a%26b@agat.ru\" TargetMode=\"External\"/>"),
            "{links}"
        );
        assert!(
            !links.contains("rId4") && links.contains("\"rId3\""),
            "{links}"
        );
    }
    // A Russian name by its bytes, between letters of the address itself.
    let target = "https://x.ru/?a=1&amp;b=%7B%7B%D0%B8%D0%BD%D0%BD%7D%7D#%D0%BA";
    let (_, links) = filled(&linked(LINK, target), &json!({ "инн": "7 8", "name": "x" }));
    assert!(
        links.contains("Target=\"https://x.ru/?a=1&amp;b=7%208#%D0%BA\""),
        "{links}"
    );
}

#[test]
fn each_copy_of_a_repeat_has_a_target_of_its_own() {
    let body = LINK.replace("{{name}}", "{{#list}}").replace("</w:p>", "")
        + "<w:hyperlink r:id=\"rId4\"><w:r><w:t>{{name}}</w:t></w:r></w:hyperlink>\
           <w:r><w:t>{{/list}}</w:t></w:r></w:p>";
    let body = body.replace("<w:hyperlink r:id=\"rId4\" w:history=\"1\"><w:r>", "<w:r>");
    let body = body.replacen("</w:hyperlink>", "", 1);
    let list = json!({ "list": [
        { "name": "A", "site": "a.ru" },
        { "name": "B", "site": "https://b.ru" },
        { "name": "C", "site": "a.ru" },
        { "name": "D", "site": "" },
    ] });
    let (document, links) = filled(&linked(&body, "%7B%7Bsite%7D%7D"), &list);
    let named: Vec<_> = document
        .split("<w:hyperlink")
        .skip(1)
        .map(|rest| &rest[..25])
        .collect();
    assert_eq!(named.len(), 4, "{document}");
    assert!(named[0].contains("rIdVizitka1") && named[2].contains("rIdVizitka1"));
    assert!(
        named[1].contains("rIdVizitka2") && !named[3].contains("id="),
        "{document}"
    );
    assert!(links.contains("Target=\"http://a.ru\"") && links.contains("Target=\"https://b.ru\""));
}

#[test]
fn the_address_in_a_field_of_word_is_filled() {
    let body = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>HYPERLINK \
                \"mailto:%7b%7bem</w:instrText></w:r><w:r><w:instrText>ail%7d%7d\" \\o \"{{tip}}\"\
                </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>\
                {{name}}</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:fldSimple \
                w:instr=\" HYPERLINK &quot;{{site}}&quot; \"><w:r><w:t>y</w:t></w:r></w:fldSimple></w:p>";
    let data = json!({ "email": "a@b.ru", "tip": "say \"a\"", "name": "x", "site": "b.ru" });
    let (document, _) = filled(&linked(body, "x"), &data);
    for part in [
        "\"mailto:a@b.ru</w:instrText>",
        "\\o \"say \\&quot;a\\&quot;\"",
        "<w:t xml:space=\"preserve\">x</w:t>",
        "w:instr=\" HYPERLINK &quot;http://b.ru&quot; \"",
    ] {
        assert!(document.contains(part), "{part}\n{document}");
    }
}

#[test]
fn what_no_link_may_lead_to_is_told_with_its_place() {
    let template = linked(LINK, "{{site}}");
    let open = |missing| {
        let settings = Settings {
            missing,
            ..Settings::default()
        };
        Template::open(template.as_slice(), &settings).unwrap()
    };
    let strict = open(Missing::Error);
    let fields: Vec<_> = strict.fields().iter().map(Field::name).collect();
    assert_eq!(fields, ["name", "site"]);
    let fault = |data: &Json| {
        let faults = strict
            .fill(&Value::from(data), &surroundings())
            .unwrap_err()
            .0;
        assert_eq!(faults.len(), 1);
        assert!(faults[0].place.as_ref().unwrap().near.contains("{{name}}"));
        faults[0].problem.clone()
    };
    let unsafe_link = Problem::UnsafeLink {
        name: "site".into(),
        value: "javascript:x".into(),
    };
    assert_eq!(
        fault(&json!({ "name": "x", "site": "javascript:x" })),
        unsafe_link
    );
    assert!(matches!(
        fault(&json!({ "name": "x" })),
        Problem::Missing { .. }
    ));
    let kept = open(Missing::Keep);
    let bytes = kept
        .fill(&Value::from(&json!({ "name": "x" })), &surroundings())
        .unwrap();
    assert!(part(&bytes, RELATIONSHIPS).contains("Target=\"%7B%7Bsite%7D%7D\""));
}

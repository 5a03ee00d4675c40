use serde_json::{Value as Json, json};

use super::super::tests::{packed, part, parts, surroundings};
use super::super::{Settings, Template, Value};

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// A document with parts of notes as Word makes them: those that only part the page come first.
fn noted(body: &str, notes: &[(&str, &str)]) -> Vec<u8> {
    let mut all = parts(body);
    for (kind, text) in notes {
        let name = format!("word/{kind}.xml");
        let entry = format!(
            "<Override PartName=\"/{name}\" ContentType=\"application/vnd.openxmlformats-\
             officedocument.wordprocessingml.{kind}+xml\"/></Types>"
        );
        all[0].1 = all[0].1.replace("</Types>", &entry);
        let single = kind.trim_end_matches('s');
        let parting = match *kind {
            "comments" => String::new(),
            _ => format!(
                "<w:{single} w:type=\"separator\" w:id=\"-1\"><w:p/></w:{single}><w:{single} \
                 w:type=\"continuationSeparator\" w:id=\"0\"><w:p/></w:{single}>"
            ),
        };
        all.push((name, format!("<w:{kind} {W}>{parting}{text}</w:{kind}>")));
    }
    packed(&all)
}

fn filled(template: &[u8], data: &Json) -> Vec<u8> {
    let template = Template::open(template, &Settings::default()).unwrap();
    template.fill(&Value::from(data), &surroundings()).unwrap()
}

/// The numbers behind each occurrence of a text.
fn numbers(text: &str, before: &str) -> Vec<String> {
    let rests = text.split(before).skip(1);
    rests
        .map(|rest| rest.split('"').next().unwrap_or_default().to_owned())
        .collect()
}

const REPEATED: &str = "<w:p><w:r><w:t>{{#items}}{{what}}</w:t></w:r><w:r><w:footnoteReference \
    w:id=\"2\"/></w:r><w:r><w:t>; {{/items}}</w:t></w:r><w:r><w:footnoteReference w:id=\"3\"/></w:r>\
    </w:p>";
const NOTES: &str = "<w:footnote w:id=\"2\"><w:p><w:r><w:t>of {{what}}</w:t></w:r></w:p></w:footnote>\
    <w:footnote w:id=\"3\"><w:p><w:r><w:t>plain</w:t></w:r></w:p></w:footnote>";

#[test]
fn each_copy_of_a_repeat_has_notes_of_its_own() {
    let template = noted(REPEATED, &[("footnotes", NOTES)]);
    let data = json!({ "items": [{ "what": "A" }, { "what": "B" }, { "what": "C" }] });
    let bytes = filled(&template, &data);
    let document = part(&bytes, "word/document.xml");
    assert_eq!(
        numbers(&document, "footnoteReference w:id=\""),
        ["2", "4", "5", "3"]
    );
    let notes = part(&bytes, "word/footnotes.xml");
    assert_eq!(numbers(&notes, "<w:footnote w:id=\""), ["2", "4", "5", "3"]);
    for text in ["of A<", "of B<", "of C<", ">plain<", "w:id=\"-1\""] {
        assert!(notes.contains(text), "{text}\n{notes}");
    }
    // Nobody refers to it: it goes, and its field is not missed.
    let notes = part(
        &filled(&template, &json!({ "items": [] })),
        "word/footnotes.xml",
    );
    assert_eq!(numbers(&notes, "<w:footnote w:id=\""), ["3"]);
}

#[test]
fn notes_without_fields_stay_byte_for_byte() {
    let plain = "<w:footnote w:id=\"1\"><w:p/></w:footnote>";
    let body = "<w:p><w:r><w:t>{{x}}</w:t><w:footnoteReference w:id=\"1\"/></w:r></w:p>";
    let template = noted(body, &[("footnotes", plain), ("endnotes", "")]);
    let bytes = filled(&template, &json!({ "x": 1 }));
    for name in ["word/footnotes.xml", "word/endnotes.xml"] {
        assert_eq!(part(&bytes, name), part(&template, name));
    }
    // The body has no field: only the note changes.
    let body = "<w:p><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>";
    let notes = NOTES.replace("of {{what}}", "{{x}}");
    let template = noted(body, &[("footnotes", &notes)]);
    let bytes = filled(&template, &json!({ "x": 1 }));
    assert!(part(&bytes, "word/footnotes.xml").contains(">1<"));
    assert_eq!(
        part(&bytes, "word/document.xml"),
        part(&template, "word/document.xml")
    );
}

#[test]
fn a_comment_is_copied_with_its_marks_or_not_at_all() {
    let whole = "<w:p><w:r><w:t>{{#items}}</w:t></w:r><w:commentRangeStart w:id=\"0\"/><w:r><w:t>\
        {{what}}</w:t></w:r><w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>\
        <w:r><w:t>{{/items}}</w:t></w:r></w:p>";
    let comment = "<w:comment w:id=\"0\" w:author=\"x\"><w:p><w:r><w:t>{{what}}?</w:t></w:r></w:p>\
        </w:comment>";
    let data = json!({ "items": [{ "what": "A" }, { "what": "B" }], "what": "Z" });
    let bytes = filled(&noted(whole, &[("comments", comment)]), &data);
    let document = part(&bytes, "word/document.xml");
    for mark in ["commentRangeStart", "commentRangeEnd", "commentReference"] {
        assert_eq!(
            numbers(&document, &format!("<w:{mark} w:id=\"")),
            ["0", "1"]
        );
    }
    let comments = part(&bytes, "word/comments.xml");
    assert!(
        comments.contains(">A?<") && comments.contains(">B?<"),
        "{comments}"
    );
    // It begins before the repeat.
    let crossing = whole.replacen("<w:commentRangeStart w:id=\"0\"/>", "", 1);
    let crossing = crossing.replacen("<w:p>", "<w:p><w:commentRangeStart w:id=\"0\"/>", 1);
    let bytes = filled(&noted(&crossing, &[("comments", comment)]), &data);
    let document = part(&bytes, "word/document.xml");
    assert_eq!(document.matches("w:id=\"0\"").count(), 3, "{document}");
    assert!(part(&bytes, "word/comments.xml").contains(">Z?<"));
}

#[test]
fn documents_with_notes_are_joined_and_counted_anew() {
    let body = "<w:p><w:r><w:t>{{x}}</w:t><w:footnoteReference w:id=\"2\"/><w:endnoteReference \
        w:id=\"1\"/></w:r></w:p>";
    let notes = "<w:footnote w:id=\"2\"><w:p><w:r><w:t>note {{x}}</w:t></w:r></w:p></w:footnote>";
    let ends = "<w:endnote w:id=\"1\"><w:p><w:r><w:t>end {{x}}</w:t></w:r></w:p></w:endnote>";
    let template = noted(body, &[("footnotes", notes), ("endnotes", ends)]);
    let mut all = parts("");
    all[2].1 = part(&template, "word/document.xml")
        .replace("<w:sectPr/>", "<w:sectPr><w:pgSz w:w=\"1\"/></w:sectPr>");
    all[0].1 = part(&template, "[Content_Types].xml");
    for name in ["word/footnotes.xml", "word/endnotes.xml"] {
        all.push((name.to_owned(), part(&template, name)));
    }
    all.push((
        "word/_rels/document.xml.rels".into(),
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"rId1\" Type=\"x/settings\" Target=\"settings.xml\"/></Relationships>"
            .into(),
    ));
    all.push((
        "word/settings.xml".into(),
        format!("<w:settings {W}><w:endnotePr><w:endnote w:id=\"-1\"/></w:endnotePr></w:settings>"),
    ));
    let template = Template::open(packed(&all), &Settings::default()).unwrap();
    let letters = ["A", "B"].map(|x| Value::from(&json!({ "x": x })));
    let bytes = template.fill_joined(&letters, &surroundings()).unwrap();
    let document = part(&bytes, "word/document.xml");
    assert_eq!(numbers(&document, "footnoteReference w:id=\""), ["2", "3"]);
    assert_eq!(numbers(&document, "endnoteReference w:id=\""), ["1", "2"]);
    let anew = "<w:sectPr><w:footnotePr><w:numRestart w:val=\"eachSect\"/></w:footnotePr>\
        <w:endnotePr><w:numRestart w:val=\"eachSect\"/></w:endnotePr><w:pgSz w:w=\"1\"/>";
    assert_eq!(document.matches(anew).count(), 2, "{document}");
    let notes = part(&bytes, "word/footnotes.xml");
    assert!(notes.contains(">note A<") && notes.contains(">note B<"));
    assert!(part(&bytes, "word/endnotes.xml").contains(">end B<"));
    assert!(part(&bytes, "word/settings.xml").contains("<w:pos w:val=\"sectEnd\"/><w:endnote "));
    // One document by itself says nothing of sections.
    let alone = template.fill(&letters[0], &surroundings()).unwrap();
    assert!(!part(&alone, "word/document.xml").contains("numRestart"));
}

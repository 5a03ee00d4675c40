//! A document in every shape Word gives its text, filled: what is not a field stays as it was, byte
//! for byte.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;

use serde_json::json;
use vizitka::i18n::{Language, Locale};
use vizitka::template_engine::{Settings, Surroundings, Template, Value};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const FILES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/files");

type Parts = BTreeMap<String, Vec<u8>>;

fn folder(name: &str) -> Parts {
    let root = Path::new(FILES).join(name);
    let mut parts = Parts::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).unwrap();
        for path in entries.map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                parts.insert(name_of(&root, &path), fs::read(&path).unwrap());
            }
        }
    }
    parts
}

fn name_of(root: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(root).unwrap();
    inside.display().to_string().replace('\\', "/")
}

fn packed(parts: &Parts) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        out.start_file(name.as_str(), SimpleFileOptions::default())
            .unwrap();
        out.write_all(bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

fn unpacked(bytes: &[u8]) -> Parts {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Parts::new();
    for number in 0..archive.len() {
        let mut entry = archive.by_index(number).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        parts.insert(entry.name().unwrap().into_owned(), bytes);
    }
    parts
}

fn filled(data: &serde_json::Value) -> Parts {
    let template = Template::open(packed(&folder("word")), &Settings::default()).unwrap();
    let locale = Locale::new(Language::Russian);
    let surroundings = Surroundings {
        language: &locale,
        pictures: &|_| None,
    };
    let bytes = template.fill(&Value::from(data), &surroundings).unwrap();
    unpacked(&bytes)
}

/// What the fixture asks for.
fn data() -> serde_json::Value {
    json!({
        "number": "07/26", "date": "2026-11-22", "days": 5, "manager": "Ким Ю. М.", "city": "Омск",
        "terms": "Оплата\nпо счёту", "client": { "name": "ООО «Агат» & Ко", "email": "info@agat.ru" },
        "seller": { "name": "Модус-В", "director": "Орлова Е. Е." },
        "items": [
            { "what": "Стол", "sum": 1000, "code": "А-1" },
            { "what": "Стул", "sum": 250.5, "code": "А-2" },
        ],
    })
}

#[test]
fn only_parts_with_fields_change_and_they_change_as_expected() {
    let (before, after, expected) = (folder("word"), filled(&data()), folder("word-filled"));
    for (name, bytes) in &before {
        let is_changed = expected.contains_key(name);
        assert_eq!(*bytes == after[name], !is_changed, "{name}");
    }
    assert_eq!(before.len(), after.len());
    for (name, bytes) in &expected {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        assert_eq!(text(&after[name]), text(bytes), "{name}");
    }
}

/// Taking the values out again leaves the template, but for the marks Word itself would set.
#[test]
fn around_the_values_nothing_is_touched() {
    let (before, after) = (folder("word"), filled(&data()));
    let text = |parts: &Parts| String::from_utf8(parts["word/document.xml"].clone()).unwrap();
    let (before, after) = (text(&before), text(&after));
    for kept in [
        "<w:bookmarkStart w:id=\"0\" w:name=\"_GoBack\"/>",
        "<w:proofErr w:type=\"gramStart\"/>",
        "<w:lastRenderedPageBreak/>",
        "<w:smartTagPr><w:attr w:name=\"ProductID\" w:val=\"Агат\"/></w:smartTagPr>",
        "<w:delText>{{gone}}</w:delText>",
        "<w:rPrChange w:id=\"5\" w:author=\"Орлова Елена\"",
        "<mc:Choice Requires=\"wps\">",
        "<w10:wrap type=\"square\" anchorx=\"margin\"/>",
        "<w:fldSimple w:instr=\" NUMPAGES  \\* Arabic  \\* MERGEFORMAT \">",
        "<w:docGrid w:linePitch=\"360\"/></w:sectPr></w:body></w:document>",
    ] {
        assert_eq!(
            before.matches(kept).count(),
            after.matches(kept).count(),
            "{kept}"
        );
        assert!(after.contains(kept), "{kept}");
    }
    // Both copies of the text box, and each row with its note.
    assert_eq!(after.matches("Орлова Е. Е.").count(), 2);
    assert_eq!(after.matches("<w:footnoteReference w:id=").count(), 2);
    assert_eq!(
        after.matches("w:name=\"Сумма\"").count(),
        1,
        "a bookmark is there once"
    );
}

#[test]
fn values_stand_where_word_reads_them() {
    let after = filled(&data());
    let text = |name: &str| String::from_utf8(after[name].clone()).unwrap();
    assert!(text("docProps/core.xml").contains("<dc:title>Договор 07/26</dc:title>"));
    assert!(text("customXml/item1.xml").contains("<city>Омск</city>"));
    // A field of mail merge whose instruction Word has cut within a word.
    assert!(text("word/document.xml").contains(">КИМ Ю. М.<"));
}

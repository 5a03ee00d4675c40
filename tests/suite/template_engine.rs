//! Templates of Word, filled by the program and read by others.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::process::Command;

use docx_rs::{
    DocumentChild, Docx, Footer, Header, Paragraph, ParagraphChild, Run as DocxRun, RunChild,
    Table, TableCell, TableCellContent, TableChild, TableRow, TableRowChild,
};
use proptest::prelude::{ProptestConfig, any, prop, proptest};
use serde_json::{Value as Json, json};
use vizitka::i18n::{Language, Locale};
use vizitka::template_engine::{Settings, Surroundings, Template, Value};
use zip::ZipArchive;

use crate::program::{Desk, text};

const CONTRACT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/files/contract.docx");
const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/files/contract.json");

/// What the contract of `tests/files` says once it is filled.
const WORDS: &[&str] = &[
    "Санкт-Петербург, «22» ноября 2026 г.",
    "Договор № 07/26",
    "ООО «Ромашка» & партнёры (ИНН 7801234564)",
    "Кресло <офисное>",
    "4,5 шт.",
    "99\u{a0}999,99",
    "115\u{a0}399,99",
    "Без скидки.",
    "Примечание 1: Доставка до двери",
    "на месте",
    "40702810138250123017, БИК 044525225",
];

fn saved(docx: Docx, path: &Path) {
    let mut bytes = Cursor::new(Vec::new());
    docx.build().pack(&mut bytes).unwrap();
    fs::write(path, bytes.into_inner()).unwrap();
}

fn paragraph(words: &str) -> Paragraph {
    Paragraph::new().add_run(DocxRun::new().add_text(words))
}

/// The words another reader finds: a line for each paragraph.
fn words_of(bytes: &[u8]) -> String {
    let document = docx_rs::read_docx(bytes).unwrap().document;
    let mut lines = Vec::new();
    for child in &document.children {
        match child {
            DocumentChild::Paragraph(paragraph) => lines.push(line(paragraph)),
            DocumentChild::Table(table) => lines.extend(cells(table)),
            _ => {}
        }
    }
    lines.join("\n")
}

fn cells(table: &Table) -> Vec<String> {
    let mut lines = Vec::new();
    for TableChild::TableRow(row) in &table.rows {
        for TableRowChild::TableCell(cell) in &row.cells {
            for content in &cell.children {
                if let TableCellContent::Paragraph(paragraph) = content {
                    lines.push(line(paragraph));
                }
            }
        }
    }
    lines
}

fn line(paragraph: &Paragraph) -> String {
    let mut words = String::new();
    for child in &paragraph.children {
        let ParagraphChild::Run(run) = child else {
            continue;
        };
        for child in &run.children {
            match child {
                RunChild::Text(text) => words += &text.text,
                RunChild::Break(_) => words.push('\n'),
                RunChild::Tab(_) => words.push('\t'),
                _ => {}
            }
        }
    }
    words
}

fn filled(template: &[u8], data: &Json) -> Vec<u8> {
    let template = Template::open(template, &Settings::default()).unwrap();
    let locale = Locale::new(Language::Russian);
    let surroundings = Surroundings {
        language: &locale,
        pictures: &|_| None,
    };
    template.fill(&Value::from(data), &surroundings).unwrap()
}

#[test]
fn another_reader_finds_the_words_of_a_filled_contract() {
    let data: Json = serde_json::from_slice(&fs::read(DATA).unwrap()).unwrap();
    let words = words_of(&filled(&fs::read(CONTRACT).unwrap(), &data));
    for sought in WORDS {
        assert!(words.contains(sought), "{sought}\n{words}");
    }
    assert!(!words.contains("{{") && !words.contains("}}"), "{words}");
}

/// LibreOffice opens what it cannot read as an empty document: the words are what counts.
#[test]
fn libreoffice_shows_the_words_of_a_filled_contract() {
    let found = |program: &str| Command::new(program).arg("--version").output().is_ok();
    if !found("soffice") || !found("pdftotext") {
        println!("skipped: soffice and pdftotext are not installed");
        return;
    }
    let desk = Desk::new();
    let out = desk.path("out.docx");
    let fill = desk.run(&["fill", CONTRACT, DATA, text(&out), "--json"]);
    assert_eq!(fill.json()["written"][0], text(&out));
    let profile = format!(
        "-env:UserInstallation=file://{}",
        text(&desk.path("profile"))
    );
    let folder = desk.path("");
    let office = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .args([&folder, &out])
        .output()
        .unwrap();
    assert!(office.status.success(), "{office:?}");
    let shown = Command::new("pdftotext")
        .arg(desk.path("out.pdf"))
        .arg("-")
        .output()
        .unwrap();
    // Lines are broken wherever the page ends.
    let shown = String::from_utf8(shown.stdout).unwrap();
    let blanks = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let shown = blanks(&shown);
    for sought in WORDS {
        assert!(shown.contains(&blanks(sought)), "{sought}\n{shown}");
    }
    assert!(
        shown.contains("ООО «Модус-В», +7 812 702-10-11"),
        "the header: {shown}"
    );
    assert!(
        shown.contains("Договор № 07/26, страница 2"),
        "the footer: {shown}"
    );
    assert!(!shown.contains("{{"), "{shown}");
}

#[test]
fn parts_without_fields_stay_as_they_are() {
    let template = fs::read(CONTRACT).unwrap();
    let data: Json = serde_json::from_slice(&fs::read(DATA).unwrap()).unwrap();
    let parts = |bytes: &[u8]| {
        let mut archive = ZipArchive::new(Cursor::new(bytes.to_vec())).unwrap();
        let count = archive.len();
        let read = |number| {
            let mut entry = archive.by_index(number).unwrap();
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).unwrap();
            (entry.name().unwrap().into_owned(), bytes)
        };
        (0..count).map(read).collect::<Vec<_>>()
    };
    let (before, after) = (parts(&template), parts(&filled(&template, &data)));
    assert_eq!(before.len(), after.len());
    let changed: Vec<_> = before
        .iter()
        .zip(&after)
        .filter(|(before, after)| before != after)
        .map(|((name, _), _)| name.as_str())
        .collect();
    let expected = [
        "docProps/core.xml",
        "word/document.xml",
        "word/footer1.xml",
        "word/header1.xml",
    ];
    let mut sorted = changed.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, expected);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// However a line is cut into runs, it says the same.
    #[test]
    fn a_field_is_filled_however_it_is_cut(cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..6)) {
        let whole = "от {{ client.name | upper }} до {{#if vip}}VIP{{else}}нет{{/if}} {{#items}}{{@n}},{{/}}.";
        let letters: Vec<char> = whole.chars().collect();
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(letters.len())).collect();
        cuts.extend([0, letters.len()]);
        cuts.sort_unstable();
        let mut paragraph = Paragraph::new();
        for pair in cuts.windows(2) {
            let run: String = letters[pair[0]..pair[1]].iter().collect();
            paragraph = paragraph.add_run(DocxRun::new().add_text(run));
        }
        let mut bytes = Cursor::new(Vec::new());
        Docx::new().add_paragraph(paragraph).build().pack(&mut bytes).unwrap();
        let data = json!({ "client": { "name": "агат" }, "vip": true, "items": [1, 2] });
        assert_eq!(words_of(&filled(bytes.get_ref(), &data)), "от АГАТ до VIP 1,2,.");
    }
}

#[test]
fn a_list_makes_a_document_for_each_of_its_elements() {
    let desk = Desk::new();
    let template = desk.path("template.docx");
    saved(
        Docx::new().add_paragraph(paragraph("Уважаемый {{name}}!")),
        &template,
    );
    let data = desk.path("data.json");
    fs::write(&data, r#"[{ "name": "Антон" }, { "name": "Юлий" }]"#).unwrap();
    let out = desk.path("letter.docx");
    let run = desk.run(&["fill", text(&template), text(&data), text(&out)]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let second = fs::read(desk.path("letter-2.docx")).unwrap();
    assert_eq!(words_of(&second), "Уважаемый Юлий!");
    assert!(!out.exists());
    let run = desk.run(&["fill", text(&template), text(&data), text(&out), "--join"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let joined = words_of(&fs::read(&out).unwrap());
    assert_eq!(joined, "Уважаемый Антон!\n\nУважаемый Юлий!");
}

#[test]
fn everything_that_is_missing_is_told_and_nothing_is_written() {
    let desk = Desk::new();
    let template = desk.path("template.docx");
    let cell = |words| TableCell::new().add_paragraph(paragraph(words));
    let docx = Docx::new()
        .add_paragraph(paragraph("{{client.nmae}}"))
        .add_table(Table::new(vec![
            TableRow::new(vec![cell("a"), cell("b")]),
            TableRow::new(vec![cell("{{#items}}"), cell("{{sum}}{{/items}}")]),
        ]))
        .header(Header::new().add_paragraph(paragraph("{{nowhere}}")))
        .footer(Footer::new().add_paragraph(paragraph("x")));
    saved(docx, &template);
    let data = desk.path("data.json");
    fs::write(
        &data,
        r#"[{"client":{"name":"A"},"items":[]},{"client":{"name":"B"},"items":[{}]}]"#,
    )
    .unwrap();
    let out = desk.path("out.docx");
    let arguments = ["fill", text(&template), text(&data), text(&out)];
    let run = desk.run(&arguments);
    assert_eq!(run.code, 2, "{run:?}");
    for line in [
        "Шаблон не заполнен: 5 ошибок.",
        "документ 1: абзац 1: в данных нет поля «client.nmae»; может быть, «client.name»",
        "документ 2: таблица 1, строка 2, ячейка 2: в данных нет поля «sum»",
        "документ 2: верхний колонтитул раздела 1, абзац 1: в данных нет поля «nowhere»",
    ] {
        assert!(run.stderr.contains(line), "{line}\n{}", run.stderr);
    }
    assert!(!desk.path("out-1.docx").exists());
    let blank = desk.run(&[&arguments[..], &["--missing", "blank"]].concat());
    assert_eq!(blank.code, 0, "{}", blank.stderr);
    assert!(desk.path("out-2.docx").exists());
}

#[test]
fn the_fields_of_a_template_are_listed_with_their_places() {
    let desk = Desk::new();
    let listed = desk.run(&["fields", CONTRACT, "--json"]).json();
    let fields = listed["fields"].as_array().unwrap();
    let find = |name: &str| fields.iter().find(|field| field["name"] == name).unwrap();
    assert_eq!(find("items")["kind"], "repeat");
    assert_eq!(find("items")["place"], "таблица 1, строка 2, ячейка 1");
    assert_eq!(find("discount")["kind"], "condition");
    assert_eq!(
        find("company.phone")["place"],
        "верхний колонтитул раздела 1, абзац 1"
    );
    let words = desk.run(&["fields", CONTRACT]).stdout;
    assert!(
        words.contains("total (текст): таблица 1, строка 3, ячейка 4"),
        "{words}"
    );
}

#[test]
fn bad_input_is_told_in_words() {
    let desk = Desk::new();
    let data = desk.path("data.json");
    fs::write(&data, "{\"a\": }").unwrap();
    let out = desk.path("out.docx");
    let refused = |template: &str, data: &Path| {
        desk.run(&["fill", template, text(data), text(&out), "--json"])
            .error(2)
    };
    assert!(refused(CONTRACT, &data).contains("строка 1, столбец 7"));
    fs::write(&data, "[1]").unwrap();
    assert!(refused(CONTRACT, &data).contains("объектом JSON"));
    assert!(refused("nowhere.docx", &data).contains("nowhere.docx"));
    let odt = desk.path("x.docx");
    let mut archive = zip::ZipWriter::new(fs::File::create(&odt).unwrap());
    archive
        .start_file("mimetype", zip::write::SimpleFileOptions::default())
        .unwrap();
    archive
        .write_all(b"application/vnd.oasis.opendocument.text")
        .unwrap();
    archive.finish().unwrap();
    assert!(refused(text(&odt), &data).contains("не документ Word"));
    let delimiters = ["fields", CONTRACT, "--delimiters", "{{", "--json"];
    assert!(desk.run(&delimiters).error(2).contains("ограничители"));
}

#[test]
fn names_amounts_and_dates_are_said_in_words() {
    let mut bytes = Cursor::new(Vec::new());
    let line = "{{who | родительный}}; {{who | кратко}}; {{sum | прописью}}; {{on | дата:«прописью»}}; \
                {{n | число_прописью}}; {{who | по_полу:«действующего»,«действующей»}}";
    let docx = Docx::new().add_paragraph(paragraph(line));
    docx.build().pack(&mut bytes).unwrap();
    let data =
        json!({ "who": "Орлова Елена Евгеньевна", "sum": "1234.5", "on": "2026-11-22", "n": 21 });
    let words = words_of(&filled(bytes.get_ref(), &data)).replace('\u{a0}', " ");
    assert_eq!(
        words,
        "Орловой Елены Евгеньевны; Орлова Е. Е.; Одна тысяча двести тридцать четыре рубля 50 копеек; \
         Двадцать второе ноября две тысячи двадцать шестого года; двадцать один; действующей"
    );
}

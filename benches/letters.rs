//! How fast letters are made: `cargo bench --bench letters` prints each figure beside its bar, and asserts nothing.
//!
//! A contract of two pages made by LibreOffice: 24 fields, a row repeated 20 times, a header, a footer, the properties
//! of the file. And a contract of twenty pages written by docx-rs, with 200 fields. Processor time, the highest memory
//! by `/proc`.

use std::fs;
use std::io::Cursor;
use std::time::Duration;

use cpu_time::ProcessTime;
use docx_rs::{Docx, Paragraph, Run};
use serde_json::{Value as Json, json};
use vizitka::i18n::{Language, Locale};
use vizitka::template_engine::{Settings, Surroundings, Template, Value};

const LETTERS: u32 = 1_000;
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/files/");

fn main() {
    let read = |name: &str| fs::read(format!("{FOLDER}{name}")).expect("a file of the tests");
    let mut data: Json = serde_json::from_slice(&read("contract.json")).expect("sound data");
    let line =
        |n| json!({ "name": format!("Стол № {n}"), "quantity": n, "unit": "шт.", "sum": 100 * n });
    data["items"] = (1..=20).map(line).collect();
    let locale = Locale::new(Language::Russian);
    let surroundings = Surroundings {
        language: &locale,
        pictures: &|_| None,
    };
    let bytes = read("contract.docx");

    let begun = ProcessTime::now();
    let template = Template::open(bytes, &Settings::default()).expect("a sound template");
    let fill = || {
        template
            .fill(&Value::from(&data), &surroundings)
            .expect("whole data")
    };
    fill();
    told(
        "the first letter, its template read",
        begun.elapsed(),
        "50 ms",
    );

    let begun = ProcessTime::now();
    (0..LETTERS).for_each(|_| drop(fill()));
    let each = begun.elapsed() / LETTERS;
    told("each of 1,000 letters", each, "2 ms");
    println!(
        "{:<46} {:>10.0} {:>10}",
        "letters in a second",
        1.0 / each.as_secs_f64(),
        500
    );

    println!(
        "{:<46} {:>10} {:>10}",
        "highest memory until then",
        memory(),
        "64 MB"
    );

    let letters: Vec<_> = (0..LETTERS).map(|_| Value::from(&data)).collect();
    let begun = ProcessTime::now();
    let joined = template.fill_joined(&letters, &surroundings);
    drop(joined.expect("whole data"));
    told("1,000 letters joined into one file", begun.elapsed(), "");

    let bytes = contract();
    let begun = ProcessTime::now();
    let template = Template::open(bytes, &Settings::default()).expect("a sound template");
    let filled = template.fill(&Value::from(&data), &surroundings);
    drop(filled.expect("whole data"));
    told(
        "a contract of 20 pages, its template read",
        begun.elapsed(),
        "300 ms",
    );
}

/// Twenty pages of ten paragraphs of four lines, each with a field in the middle of a run.
fn contract() -> Vec<u8> {
    let words = "Поставщик обязуется передать, а Заказчик принять и оплатить товар. ".repeat(3);
    let mut docx = Docx::new();
    for at in 0..200 {
        let field = ["{{client.name}}", "{{client.inn}}", "{{contract.number}}"][at % 3];
        let run = Run::new().add_text(format!("{}. {words}{field} {words}", at + 1));
        let paragraph = Paragraph::new().add_run(run);
        docx = docx.add_paragraph(paragraph.page_break_before(at > 0 && at % 10 == 0));
    }
    let mut file = Cursor::new(Vec::new());
    docx.build().pack(&mut file).expect("room in memory");
    file.into_inner()
}

fn told(what: &str, took: Duration, bar: &str) {
    println!(
        "{what:<46} {:>7.2} ms {bar:>10}",
        took.as_secs_f64() * 1_000.0
    );
}

/// The highest memory so far, where the system tells.
fn memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes: Option<u64> = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
    kilobytes.map_or("—".to_owned(), |size| format!("{} MB", size / 1024))
}

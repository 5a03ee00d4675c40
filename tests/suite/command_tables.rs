//! Import and export on the command line, as other programs call them.

use std::fs;

use serde_json::json;

use crate::program::{Desk, text};

const TABLE: &str = "Название;ИНН;Телефон;Группы\n\
    ООО «Ромашка»;7728168971;+7 812 350-94-14;Дилеры\n\
    ООО «Агат»;7707083893;7,70123E+11;\n\
    ООО «Нева»;;8 (921) 123-45-67;\n";

#[test]
fn an_import_counts_its_rows_and_says_what_it_has_recognised() {
    let desk = Desk::new();
    let base = desk.path("base.vizitka");
    let table = desk.path("table.csv");
    fs::write(&table, TABLE).unwrap();
    desk.run(&["new", text(&base), "--company", "ООО «Модус-В»"]);
    let import = ["--file", text(&base), "import", text(&table), "--json"];

    let draft = desk.run(&[&import[..], &["--dry-run"]].concat()).json();
    let done = desk.run(&import).json();
    assert_eq!(draft, done);
    assert_eq!(done["rows"], 3);
    assert_eq!(done["created"], 2);
    assert_eq!(done["encoding"], "utf-8");
    assert_eq!(done["delimiter"], ";");
    let columns = json!([
        "organization.name",
        "organization.inn",
        "organization.phone",
        "organization.groups"
    ]);
    assert_eq!(done["columns"], columns);
    assert_eq!(done["refused"][0]["row"], 3);
    let reason = done["refused"][0]["reason"].as_str().unwrap();
    assert!(reason.contains("7,70123E+11"), "{reason}");

    let out = desk.path("refused.csv");
    let again = ["--update-by", "phone", "--save-refused", text(&out)];
    let again = desk.run(&[&import[..], &again].concat()).json();
    assert_eq!([&again["unchanged"], &again["created"]], [2, 0]);
    assert!(fs::read_to_string(&out).unwrap().contains("Агат"));
    assert_eq!(desk.run(&["--file", text(&base), "undo"]).code, 0);
    assert_ne!(desk.run(&["--file", text(&base), "undo"]).code, 0);
}

#[test]
fn what_was_exported_imports_again_with_the_same_counts() {
    let desk = Desk::new();
    let base = desk.samples(60);
    for kind in ["organizations", "persons"] {
        let copy = desk.path(&format!("{kind}.vizitka"));
        desk.run(&["new", text(&copy), "--company", "Копия"]);
        let out = desk.path(&format!("{kind}.csv"));
        let export = ["--file", text(&base), "export", kind, text(&out), "--json"];
        let rows = desk.run(&export).json()["rows"].clone();
        let import = ["--file", text(&copy), "import", text(&out), "--json"];
        let done = desk.run(&import).json();
        assert_eq!([&done["rows"], &done["created"]], [&rows, &rows]);
        assert_eq!(done["refused"], json!([]));
    }
}

#[test]
fn bad_input_of_a_table_ends_with_2() {
    let desk = Desk::new();
    let base = desk.samples(10);
    let picture = desk.path("picture.csv");
    fs::write(&picture, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01").unwrap();
    let missing = desk.path("missing.csv");
    let odd = desk.path("out.pdf");
    let out = desk.path("out.csv");
    let file = ["--file", text(&base)];
    for arguments in [
        &["import", text(&missing)][..],
        &["import", text(&picture)],
        &["import", text(&missing), "--update-by", "colour"],
        &["export", "organizations", text(&odd)],
        &[
            "export",
            "organizations",
            text(&out),
            "--group",
            "Нет такой",
        ],
    ] {
        let run = desk.run(&[&file[..], arguments].concat());
        assert_eq!(run.code, 2, "{arguments:?}: {}", run.stderr);
        assert!(!run.stderr.is_empty());
    }
    assert!(!odd.exists() && !out.exists());
}

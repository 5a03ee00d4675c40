//! Import and export on the command line, as other programs call them.

use std::fs;

use chrono::NaiveDate;
use serde_json::json;

use vizitka::domain::Operation;
use vizitka::domain::client::{Key, Kind, TextField};
use vizitka::exchange::import::Options;
use vizitka::exchange::{Column, Mapping, Source};
use vizitka::workspace::Workspace;

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

#[test]
fn a_saved_mapping_is_known_by_the_header_unless_it_is_not_wanted() {
    let desk = Desk::new();
    let base = desk.path("base.vizitka");
    let table = desk.path("table.csv");
    let rows = "Название;Телефон;Ку-ку\nООО «Ромашка»;+7 812 350-94-14;Сеть аптек\n";
    fs::write(&table, rows).unwrap();
    desk.run(&["new", text(&base), "--company", "ООО «Модус-В»"]);
    {
        let mut workspace = Workspace::open(&base).unwrap();
        let source = Source::open(&table).unwrap();
        let mut mapping = Mapping::guess_as(&source, Kind::Organization);
        mapping.columns[2] = Column::Text(TextField::Note);
        let mut options = Options::new(mapping, NaiveDate::default());
        options.update_by = Some(Key::Name);
        let kept = options.kept_as("Из 1С", &source);
        workspace
            .transact(Operation::SaveMapping, |tx| tx.save(&kept))
            .unwrap();
    }
    let import = ["--file", text(&base), "import", text(&table), "--dry-run"];
    let json = |more: &[&str]| desk.run(&[&import[..], &["--json"], more].concat()).json();
    let known = json(&[]);
    assert_eq!(known["mapping"], "Из 1С");
    assert_eq!(known["columns"][2], "organization.note");
    for other in [&["--no-mapping"][..], &["--kind", "persons"]] {
        let guessed = json(other);
        assert_eq!(guessed["mapping"], json!(null), "{other:?}");
        assert_ne!(guessed["columns"][2], "organization.note");
    }
    desk.run(&import[..4]);
    let again = json(&[]);
    assert_eq!(
        again["created"], 0,
        "known by name, as when the mapping was kept"
    );
    let said = desk.run(&import).stdout;
    assert!(
        said.contains("по сохранённому соответствию «Из 1С»"),
        "{said}"
    );
}

#[test]
fn a_day_of_an_unknown_name_makes_nobody_a_person() {
    let desk = Desk::new();
    let base = desk.path("base.vizitka");
    let table = desk.path("table.csv");
    let rows = "Контрагент;Дата договора\nРомашка;12.03.2019\nАгат;04.11.2021\n";
    fs::write(&table, rows).unwrap();
    desk.run(&["new", text(&base), "--company", "ООО «Модус-В»"]);
    let import = ["--file", text(&base), "import", text(&table), "--json"];
    let done = desk.run(&import).json();
    assert_eq!(done["columns"][0], "organization.name");
    assert_eq!(done["created"], 2);
}

#[test]
fn refused_cards_lie_as_cards_beside_their_file() {
    let desk = Desk::new();
    let base = desk.path("base.vizitka");
    let cards = desk.path("cards.vcf");
    let card = |name: &str| {
        format!(
            "BEGIN:VCARD\r\nVERSION:2.1\r\nN:{name}\r\nTEL;CELL:+7 921 350-94-14\r\nEND:VCARD\r\n"
        )
    };
    fs::write(&cards, card(";;;;") + &card("Kim;Julia")).unwrap();
    desk.run(&["new", text(&base), "--company", "ООО «Модус-В»"]);
    let file = ["--file", text(&base)];
    let import = ["import", text(&cards), "--json", "--save-refused"];
    let done = desk.run(&[&file[..], &import].concat()).json();
    assert_eq!([&done["created"], &done["rows"]], [1, 2]);
    let refused = desk.path("cards-refused.vcf");
    assert_eq!(done["saved_refused"], text(&refused));
    let kept = fs::read_to_string(&refused).unwrap();
    assert!(kept.contains("+7 921 350-94-14") && kept.contains("X-VIZITKA-REFUSED:"));
    assert!(!kept.contains("Kim"));

    // Put right, it is taken in, and the reason is forgotten.
    fs::write(&refused, kept.replace("N:;;;;", "N:Petrov;Oleg;;;")).unwrap();
    let again = ["import", text(&refused), "--json"];
    assert_eq!(desk.run(&[&file[..], &again].concat()).json()["created"], 1);
    let out = desk.path("out.vcf");
    let export = ["export", "persons", text(&out), "--vcard", "2.1", "--json"];
    assert_eq!(desk.run(&[&file[..], &export].concat()).json()["rows"], 2);
    let written = fs::read_to_string(&out).unwrap();
    assert!(written.contains("VERSION:2.1") && !written.contains("REFUSED"));

    let odd = desk.path("refused.pdf");
    let import = ["import", text(&cards), "--save-refused", text(&odd)];
    assert_eq!(desk.run(&[&file[..], &import].concat()).code, 2);
}

#[test]
fn everything_is_not_narrowed() {
    let desk = Desk::new();
    let base = desk.samples(10);
    let folder = desk.path("all");
    for (name, value) in [("--group", "Дилеры"), ("--filter", "имя заполнено")] {
        let export = [
            "--file",
            text(&base),
            "export",
            "all",
            text(&folder),
            name,
            value,
        ];
        let run = desk.run(&export);
        assert_eq!(run.code, 2, "{run:?}");
        assert!(
            run.stderr.contains(name) && run.stderr.contains("export all"),
            "{run:?}"
        );
        assert!(!folder.exists());
    }
}

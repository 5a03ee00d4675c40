//! Tables for other programs are typed, harmless and never half written.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use calamine::{Data, Reader, Xlsx, open_workbook};
use chrono::NaiveDate;
use vizitka::domain::{Currency, Money};
use vizitka::error::Error;
use vizitka::exchange::{
    Cell, ColumnType, Delimiter, Encoding, Heading, Source, TableFormat, TableWriter,
};

fn headings() -> Vec<Heading> {
    vec![
        Heading::new("Название", ColumnType::Text),
        Heading::new("Телефон", ColumnType::Text),
        Heading::new("Клиент с", ColumnType::Date),
        Heading::new("Сделок", ColumnType::Integer),
        Heading::new("Сумма, ₽", ColumnType::Money),
    ]
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 12, 31).unwrap()
}

fn write(path: &Path, format: TableFormat) -> u64 {
    let mut table = TableWriter::create(path, format, &headings()).unwrap();
    let amount = Money {
        minor: -123_450,
        currency: Currency::Rub,
    };
    let first = [
        Cell::Text("=1+1"),
        Cell::Text("+7 812 350-94-14"),
        Cell::Date(day()),
        Cell::Integer(-3),
        Cell::Money(amount),
    ];
    table.row(&first).unwrap();
    let second = [
        Cell::Text("ООО «Ромашка»; \"Агат\"\nв две строки\u{1}"),
        Cell::Text("007"),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
    ];
    table.row(&second).unwrap();
    table.finish().unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

#[test]
fn a_workbook_has_typed_cells_and_no_formulas() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("клиенты.xlsx");
    assert_eq!(write(&path, TableFormat::Xlsx), 2);
    assert_eq!(names(folder.path()), ["клиенты.xlsx"]);
    let mut book: Xlsx<_> = open_workbook(&path).unwrap();
    let sheet = book.sheet_names()[0].clone();
    let formulas = book.worksheet_formula(&sheet).unwrap();
    assert!(formulas.used_cells().all(|(_, _, text)| text.is_empty()));
    let range = book.worksheet_range(&sheet).unwrap();
    let cell = |row, column| range.get((row, column)).unwrap();
    assert_eq!(cell(1, 0), &Data::String("=1+1".into()));
    assert_eq!(cell(1, 1), &Data::String("+7 812 350-94-14".into()));
    assert!(matches!(cell(1, 2), Data::DateTime(at) if at.as_datetime().unwrap().date() == day()));
    assert_eq!(cell(1, 3), &Data::Float(-3.0));
    assert_eq!(cell(1, 4), &Data::Float(-1234.5));
    assert_eq!(cell(2, 1), &Data::String("007".into()));
    assert_eq!(cell(2, 3), &Data::Empty);
}

#[test]
fn text_for_excel_has_a_mark_and_defused_cells() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("клиенты.csv");
    write(&path, TableFormat::Csv(Delimiter::Semicolon));
    let text = fs::read_to_string(&path).unwrap();
    let expected = "\u{feff}Название;Телефон;Клиент с;Сделок;Сумма, ₽\r\n\
        '=1+1;+7 812 350-94-14;2025-12-31;-3;-1234,50\r\n\
        \"ООО «Ромашка»; \"\"Агат\"\"\nв две строки\u{1}\";007;;;\r\n";
    assert_eq!(text, expected);
}

#[test]
fn what_is_written_is_read_again() {
    let folder = tempfile::tempdir().unwrap();
    for (name, format) in [
        ("a.xlsx", TableFormat::Xlsx),
        ("a.csv", TableFormat::Csv(Delimiter::Comma)),
    ] {
        let path = folder.path().join(name);
        assert_eq!(TableFormat::of_path(&path, Delimiter::Comma), Some(format));
        write(&path, format);
        let source = Source::open(&path).unwrap();
        assert!(
            source
                .encoding()
                .is_none_or(|encoding| encoding == Encoding::Utf8)
        );
        assert_eq!(source.header().unwrap()[4], "Сумма, ₽");
        let mut rows = Vec::new();
        source
            .rows(|row| {
                rows.push(row.cells.to_vec());
                Ok(ControlFlow::Continue(()))
            })
            .unwrap();
        assert_eq!(
            rows[0][..4],
            ["=1+1", "+7 812 350-94-14", "2025-12-31", "-3"]
        );
        assert_eq!(
            rows[1][0], "ООО «Ромашка»; \"Агат\"\nв две строки\u{1}",
            "{name}"
        );
        assert_eq!(rows[1][1], "007");
    }
}

#[test]
fn a_table_given_up_leaves_what_was_there() {
    let folder = tempfile::tempdir().unwrap();
    for (name, format) in [
        ("a.xlsx", TableFormat::Xlsx),
        ("a.csv", TableFormat::Csv(Delimiter::Comma)),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, "old").unwrap();
        let mut table = TableWriter::create(&path, format, &headings()).unwrap();
        table.row(&[Cell::Text("Агат")]).unwrap();
        drop(table);
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        fs::remove_file(&path).unwrap();
    }
    assert!(names(folder.path()).is_empty());
}

#[test]
fn a_folder_that_is_not_there_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let create = |path: &Path| TableWriter::create(path, TableFormat::Xlsx, &headings()).err();
    let inside = folder.path().join("нет").join("a.xlsx");
    assert!(matches!(create(&inside), Some(Error::NoFile(_))));
    assert!(matches!(create(folder.path()), Some(Error::IsFolder(_))));
}

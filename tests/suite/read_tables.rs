//! Tables of other programs are read as their users see them.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use vizitka::domain::client::{Kind, TextField};
use vizitka::domain::contact::{Channel, Purpose};
use vizitka::error::{CellFault, Error, TableFault};
use vizitka::exchange::{
    AccountPart, AddressPart, Choices, Column, Delimiter, Encoding, Format, HeaderChoice, Mapping,
    Source,
};
use vizitka::i18n::{Language, Locale};

const LIST: &str = "Название;ИНН;Телефон\n\
    ООО «Ромашка»;7728168971;+7 812 350-94-14\n\
    Ёлка, ИП;500100732259;8 (921) 123-45-67\n";

struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    }
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/tables")
        .join(name)
}

fn rows(source: &Source) -> Vec<(u64, Vec<String>)> {
    let mut rows = Vec::new();
    source
        .rows(|row| {
            rows.push((row.number, row.cells.to_vec()));
            Ok(ControlFlow::Continue(()))
        })
        .unwrap();
    rows
}

fn fault(path: &Path) -> TableFault {
    match Source::open(path).and_then(|source| source.rows(|_| Ok(ControlFlow::Continue(())))) {
        Err(Error::UnreadableTable(fault)) => fault,
        other => panic!("{}: {other:?}", path.display()),
    }
}

fn encoded(text: &str, encoding: Encoding) -> Vec<u8> {
    let rules = match encoding {
        Encoding::Utf16Le => return text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16Be => return text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        Encoding::Utf8 => encoding_rs::UTF_8,
        Encoding::Windows1251 => encoding_rs::WINDOWS_1251,
        Encoding::Cp866 => encoding_rs::IBM866,
        Encoding::Koi8R => encoding_rs::KOI8_R,
        Encoding::Windows1252 => encoding_rs::WINDOWS_1252,
    };
    rules.encode(text).0.into_owned()
}

#[test]
fn every_encoding_and_delimiter_gives_the_same_rows() {
    let folder = Folder::new();
    let letters = LIST
        .replace(['«', '»'], "\"\"")
        .replace("\"\"Ромашка\"\"", "Ромашка");
    for encoding in Encoding::ALL {
        if encoding == Encoding::Windows1252 {
            continue;
        }
        for delimiter in Delimiter::ALL {
            let text = letters.replace("Ёлка, ИП", "\"Ёлка, ИП\"");
            let text = text.replace(';', &delimiter.character().to_string());
            let path = folder.file("list.csv", encoded(&text, encoding));
            let source = Source::open(&path).unwrap();
            let found = (source.encoding(), source.delimiter());
            assert_eq!(found, (Some(encoding), Some(delimiter)));
            assert_eq!(source.header().unwrap(), ["Название", "ИНН", "Телефон"]);
            let rows = rows(&source);
            assert_eq!(rows[0].1, ["ООО Ромашка", "7728168971", "+7 812 350-94-14"]);
            assert_eq!(rows[1].1[0], "Ёлка, ИП", "{encoding:?}");
        }
    }
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_first_name() {
    let folder = Folder::new();
    for encoding in [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be] {
        let path = folder.file("list.csv", encoded(&format!("\u{feff}{LIST}"), encoding));
        let source = Source::open(&path).unwrap();
        assert_eq!(source.encoding(), Some(encoding));
        assert_eq!(source.header().unwrap()[0], "Название");
    }
}

#[test]
fn what_was_recognised_can_be_corrected() {
    let folder = Folder::new();
    let path = folder.file("list.csv", encoded(LIST, Encoding::Cp866));
    let choices = Choices {
        encoding: Some(Encoding::Koi8R),
        delimiter: Some(Delimiter::Bar),
        header: HeaderChoice::None,
        sheet: None,
        ..Choices::default()
    };
    let source = Source::open_as(&path, &choices).unwrap();
    assert_eq!(source.encoding(), Some(Encoding::Koi8R));
    assert_eq!((source.width(), source.header()), (1, None));
    assert_eq!(rows(&source).len(), 3);
    let choices = Choices {
        header: HeaderChoice::Row(2),
        ..Choices::default()
    };
    let source = Source::open_as(&path, &choices).unwrap();
    assert_eq!((source.header_row(), rows(&source).len()), (Some(2), 1));
}

#[test]
fn the_sep_line_of_a_spreadsheet_is_obeyed_and_not_counted() {
    let folder = Folder::new();
    let path = folder.file(
        "list.csv",
        "sep=|\r\nНазвание|Телефон\r\nАгат; Бета|1,2;3\r\n",
    );
    let source = Source::open(&path).unwrap();
    assert_eq!(source.delimiter(), Some(Delimiter::Bar));
    assert_eq!(source.header_row(), Some(1));
    assert_eq!(
        rows(&source),
        [(2, vec!["Агат; Бета".into(), "1,2;3".into()])]
    );
}

#[test]
fn quotes_hold_line_breaks_and_rows_keep_their_numbers() {
    let folder = Folder::new();
    for end in ["\n", "\r\n", "\r"] {
        let text = "Название;Адрес\n\
            \"ООО \"\"Агат\"\"\";\"Пермь,\nул. Мира; 5\"\n\
            \n\
            ;;\n\
            Бета;Омск";
        let path = folder.file("list.csv", text.replace('\n', end));
        let rows = rows(&Source::open(&path).unwrap());
        let expected = [
            (
                2,
                vec!["ООО \"Агат\"".to_owned(), "Пермь,\nул. Мира; 5".into()],
            ),
            (5, vec!["Бета".into(), "Омск".into()]),
        ];
        assert_eq!(rows, expected, "{end:?}");
    }
}

#[test]
fn ragged_rows_long_cells_and_nul_bytes_are_read() {
    let folder = Folder::new();
    let long = "ы".repeat(10_000);
    let text = format!("Название;ИНН;Телефон\nАгат\nБ\0ета;1;2;3;4\n{long};5;6\n");
    let rows = rows(&Source::open(folder.file("list.csv", text)).unwrap());
    assert_eq!(rows[0].1, ["Агат"]);
    assert_eq!(rows[1].1, ["Бета", "1", "2", "3", "4"]);
    assert_eq!(rows[2].1[0], long);
}

#[test]
fn reading_can_be_broken_off_and_says_how_far_it_is() {
    let folder = Folder::new();
    let text = format!("Название;ИНН\n{}", "Агат;7728168971\n".repeat(50_000));
    let source = Source::open(folder.file("list.csv", text)).unwrap();
    assert_eq!(source.row_estimate(), 50_001);
    let (mut count, mut last) = (0, 0);
    source
        .rows(|row| {
            assert!(row.done >= last && row.done <= source.total());
            (count, last) = (count + 1, row.done);
            Ok(match count < 30_000 {
                true => ControlFlow::Continue(()),
                false => ControlFlow::Break(()),
            })
        })
        .unwrap();
    assert_eq!(count, 30_000);
    assert!(last > source.total() / 2);
}

#[test]
fn an_error_of_the_reader_of_rows_comes_through() {
    let folder = Folder::new();
    let source = Source::open(folder.file("list.csv", LIST)).unwrap();
    let result = source.rows(|_| Err(Error::Cancelled));
    assert!(matches!(result, Err(Error::Cancelled)));
}

#[test]
fn workbooks_of_three_programs_say_the_same() {
    for (name, format) in [
        ("openpyxl.xlsx", Format::Xlsx),
        ("xlwt.xls", Format::Xls),
        ("odfpy.ods", Format::Ods),
    ] {
        let source = Source::open(fixture(name)).unwrap();
        assert_eq!((source.format(), source.sheet()), (format, Some("Клиенты")));
        assert_eq!(
            source.header().unwrap()[..3],
            ["Название", "ИНН", "Телефон"]
        );
        let rows = rows(&source);
        let numbers: Vec<u64> = rows.iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, [2, 3, 5], "{name}");
        let expected = [
            "ООО «Ромашка»",
            "0077000000",
            "79161234567",
            "2024-05-01",
            "1234.5",
            "true",
            "40702810707547469469",
            "две\nстроки",
        ];
        assert_eq!(rows[0].1, expected, "{name}");
        assert_eq!(rows[1].1[1], "7728168971");
        assert_eq!(
            rows[1].1[3..6],
            ["2023-12-31 09:30", "12", "false"],
            "{name}"
        );
        assert!(rows[1].1[6].contains("E+19"), "{name}: {:?}", rows[1].1);
        assert_eq!(rows[2].1[2..5], ["", "1999-01-02", "0.1"], "{name}");
        assert_eq!(rows[2].1[7], "=не формула");
    }
}

#[test]
fn another_sheet_can_be_chosen_and_hidden_ones_come_last() {
    let source = Source::open(fixture("openpyxl.xlsx")).unwrap();
    assert_eq!(source.sheets(), ["Клиенты", "Другой лист", "Скрытый"]);
    let mut choices = Choices {
        sheet: Some("Другой лист".into()),
        ..Choices::default()
    };
    let source = Source::open_as(fixture("openpyxl.xlsx"), &choices).unwrap();
    assert_eq!(source.header_row(), Some(3));
    assert_eq!(
        rows(&source),
        [(4, vec![String::new(), "a@b.example".into()])]
    );
    choices.sheet = Some("Нет такого".into());
    let result = Source::open_as(fixture("openpyxl.xlsx"), &choices);
    assert!(matches!(
        result,
        Err(Error::UnreadableTable(TableFault::NoSheet(_)))
    ));
}

#[test]
fn a_workbook_is_known_by_its_content_not_by_its_name() {
    let folder = Folder::new();
    let bytes = fs::read(fixture("xlwt.xls")).unwrap();
    let source = Source::open(folder.file("клиенты.csv", bytes)).unwrap();
    assert_eq!(source.format(), Format::Xls);
    let source = Source::open(folder.file("клиенты.xlsx", LIST)).unwrap();
    assert_eq!(source.format(), Format::Csv);
}

#[test]
fn what_is_no_table_says_why() {
    let folder = Folder::new();
    let junk: Vec<u8> = (0..9000u32).map(|n| (n * n / 7 % 251) as u8).collect();
    let letter = fs::read(fixture("letter.odt")).unwrap();
    let compound = [&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][..], &junk].concat();
    let wide = format!("{}\n", "x;".repeat(1500));
    let cases: [(&str, Vec<u8>, TableFault); 9] = [
        ("empty.csv", vec![], TableFault::Empty),
        ("blank.csv", b"\n\n;;;\n".to_vec(), TableFault::Empty),
        ("junk.csv", junk, TableFault::NotATable),
        ("letter.xlsx", letter, TableFault::NotAWorkbook),
        (
            "page.xls",
            b"<html><table><tr><td>1</table>".to_vec(),
            TableFault::WebPage,
        ),
        (
            "open.csv",
            b"a;b\n1;2\n3;\"4\n5;6\n".to_vec(),
            TableFault::UnclosedQuote(3),
        ),
        (
            "wide.csv",
            wide.into_bytes(),
            TableFault::TooManyColumns(1501),
        ),
        ("old.xls", compound, TableFault::NotAWorkbook),
        (
            "zip.xlsx",
            b"PK\x03\x04 and nothing behind".to_vec(),
            TableFault::Damaged,
        ),
    ];
    for (name, bytes, expected) in cases {
        assert_eq!(fault(&folder.file(name, bytes)), expected, "{name}");
    }
    assert!(matches!(
        Source::open(folder.0.path()),
        Err(Error::IsFolder(_))
    ));
    let missing = folder.0.path().join("нет.csv");
    assert!(matches!(Source::open(missing), Err(Error::NoFile(_))));
}

#[test]
fn damaged_workbooks_are_refused_without_a_panic() {
    let folder = Folder::new();
    for name in ["openpyxl.xlsx", "xlwt.xls", "odfpy.ods"] {
        let whole = fs::read(fixture(name)).unwrap();
        for tenth in 1..10 {
            let part = &whole[..whole.len() * tenth / 10];
            let path = folder.file(name, part);
            let read = Source::open(&path).and_then(|s| s.rows(|_| Ok(ControlFlow::Continue(()))));
            assert!(read.is_err() || name == "xlwt.xls", "{name} {tenth}");
        }
        for at in (0..whole.len()).step_by(whole.len() / 150) {
            let mut bytes = whole.clone();
            bytes[at] ^= 0x55;
            let path = folder.file(name, bytes);
            let _ = Source::open(&path).and_then(|s| s.rows(|_| Ok(ControlFlow::Continue(()))));
        }
    }
}

#[test]
fn the_columns_of_a_list_of_organisations_are_known() {
    let folder = Folder::new();
    let header = "id,name,full_name,form,inn,kpp,ogrn,phone,email,web,postal_index,city,address,\
        bik,account,status,employee_id,created_at,note";
    let row = "1,Агат,,,,,,,,,,,,,,партнёр,,,";
    let source = Source::open(folder.file("organizations.csv", format!("{header}\n{row}\n")));
    let mapping = Mapping::guess(&source.unwrap());
    assert_eq!(mapping.kind, Kind::Organization);
    let expected = [
        Column::Text(TextField::ExternalId),
        Column::Text(TextField::Name),
        Column::Text(TextField::FullName),
        Column::LegalForm,
        Column::Text(TextField::Inn),
        Column::Text(TextField::Kpp),
        Column::Text(TextField::Ogrn),
        Column::Contact(Channel::WorkPhone),
        Column::Contact(Channel::Email),
        Column::Contact(Channel::Web),
        Column::Address(Purpose::Actual, AddressPart::PostalCode),
        Column::Address(Purpose::Actual, AddressPart::City),
        Column::Address(Purpose::Actual, AddressPart::Street),
        Column::Account(AccountPart::Bik),
        Column::Account(AccountPart::Number),
        Column::Roles,
        Column::Responsible,
        Column::Since,
        Column::Text(TextField::Note),
    ];
    assert_eq!(mapping.columns, expected);
}

#[test]
fn the_columns_of_a_list_of_persons_are_known() {
    let folder = Folder::new();
    let header = "id,org_id,last_name,first_name,patronymic,sex,position,phone_work,phone_mobile,\
        email,birth_date";
    let source = Source::open(folder.file("persons.csv", format!("{header}\n1,1,Щукина,Юлия\n")));
    let mapping = Mapping::guess(&source.unwrap());
    assert_eq!(mapping.kind, Kind::Person);
    let expected = [
        Column::Text(TextField::ExternalId),
        Column::EmployerId,
        Column::Text(TextField::Surname),
        Column::Text(TextField::FirstName),
        Column::Text(TextField::Patronymic),
        Column::Sex,
        Column::Text(TextField::Position),
        Column::Contact(Channel::WorkPhone),
        Column::Contact(Channel::MobilePhone),
        Column::Contact(Channel::Email),
        Column::Birthday,
    ];
    assert_eq!(mapping.columns, expected);
}

#[test]
fn columns_without_names_are_known_by_their_content() {
    let folder = Folder::new();
    let text =
        "ООО «Агат»;7728168971;info@agat.example;44\nЗАО «Бета»;7707083893;b@beta.example;7\n";
    let source = Source::open(folder.file("list.csv", text)).unwrap();
    assert_eq!(source.header(), None);
    let mapping = Mapping::guess(&source);
    let names = [
        "organization.name",
        "organization.inn",
        "organization.email",
        "organization.ignore",
    ];
    assert_eq!(mapping.names(), names);
    let people = "Антонов Юрий Михайлович;12.05.1980;+7 921 123-45-67\nЩукина Юлия;;\n\
        Белова Анна Павловна;5 мая 1975;\n";
    let source = Source::open(folder.file("people.csv", people)).unwrap();
    let mapping = Mapping::guess(&source);
    assert_eq!(
        mapping.names(),
        ["person.name", "person.birthday", "person.phone"]
    );
}

#[test]
fn a_mapping_survives_as_text() {
    let folder = Folder::new();
    let source = Source::open(folder.file("list.csv", LIST)).unwrap();
    let mapping = Mapping::guess(&source);
    let text = serde_json::to_string(&mapping).unwrap();
    assert_eq!(
        text,
        r#"{"kind":"organization","columns":["organization.name","organization.inn","organization.phone"]}"#
    );
    assert_eq!(serde_json::from_str::<Mapping>(&text).unwrap(), mapping);
    let unknown = text.replace("organization.inn", "organization.colour");
    assert!(serde_json::from_str::<Mapping>(&unknown).is_err());
}

#[test]
fn every_column_and_every_fault_has_words_in_each_language() {
    for locale in Language::ALL.map(Locale::new) {
        for column in Kind::ALL.into_iter().flat_map(Column::all) {
            let label = locale.text(column.message());
            assert!(!label.starts_with("column-"), "{label}");
        }
        let fault = Error::UnreadableTable(TableFault::UnclosedQuote(1234));
        let sentence = locale.error(&fault);
        assert!(
            sentence.contains("1") && sentence.contains("234"),
            "{sentence}"
        );
        let reason = locale.cell_fault(&CellFault::Spoiled("7,70123E+11".into()));
        assert!(reason.contains("7,70123E+11"), "{reason}");
    }
}

//! Tables of dBase and FoxPro, made by the Python library `dbf`, are read as their users see them.

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use vizitka::domain::client::Kind;
use vizitka::exchange::{Choices, Encoding, Format, HeaderChoice, Mapping, Source};

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

/// The same table with another code page in its header.
fn marked(code_page: u8) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let mut bytes = fs::read(fixture("dbase3.dbf")).unwrap();
    bytes[29] = code_page;
    let path = folder.path().join("table.dbf");
    fs::write(&path, bytes).unwrap();
    (folder, path)
}

#[test]
fn a_table_of_dbase_is_read_without_its_deleted_rows() {
    let source = Source::open(fixture("dbase3.dbf")).unwrap();
    assert_eq!(source.format(), Format::Dbf);
    assert_eq!(source.encoding(), Some(Encoding::Cp866));
    let header = ["NAIM", "INN", "TEL", "DATA", "SUMMA", "AKTIV", "PRIM"];
    assert_eq!(source.header().unwrap(), header);
    let rows = rows(&source);
    assert_eq!(
        rows[0],
        (
            2,
            [
                "ООО \"Ромашка\"",
                "0277000000",
                "+7 812 350-94-14",
                "2019-03-04",
                "1234.50",
                "1",
                "Звонить после обеда"
            ]
            .map(str::to_owned)
            .to_vec()
        )
    );
    assert_eq!(rows[1].0, 4, "a deleted row keeps its number");
    assert_eq!(rows[1].1[0], "ЗАО \"Агат\"");
    assert_eq!(rows.len(), 2);
}

#[test]
fn a_table_of_foxpro_is_read_with_its_own_kinds_of_columns() {
    let source = Source::open(fixture("foxpro.dbf")).unwrap();
    assert_eq!(source.encoding(), Some(Encoding::Windows1251));
    let first = &rows(&source)[0].1;
    assert_eq!(
        first.as_slice(),
        [
            "Решетова Светлана Ивановна",
            "+7 921 123-45-67",
            "1980-05-12",
            "17",
            "12.5",
            "Любит кофе.\nЗвонить утром."
        ]
    );
    let mapping = Mapping::guess(&source);
    assert_eq!(mapping.kind, Kind::Person);
    assert_eq!(mapping.names()[..2], ["person.name", "person.phone"]);
}

#[test]
fn the_code_page_is_that_of_the_header_else_the_likeliest() {
    for (mark, expected) in [
        (0x26, Encoding::Cp866),
        (0x65, Encoding::Cp866),
        (0xc9, Encoding::Windows1251),
        (0x57, Encoding::Windows1251),
        (0, Encoding::Cp866),
    ] {
        let (_folder, path) = marked(mark);
        let source = Source::open(&path).unwrap();
        assert_eq!(source.encoding(), Some(expected), "{mark:#x}");
        let choices = Choices {
            encoding: Some(Encoding::Cp866),
            ..Choices::default()
        };
        let chosen = Source::open_as(&path, &choices).unwrap();
        assert_eq!(
            rows(&chosen)[1].1[0],
            "ЗАО \"Агат\"",
            "the user knows better"
        );
    }
}

#[test]
fn a_table_without_its_memos_or_cut_off_is_read_as_far_as_it_goes() {
    let (folder, path) = marked(0x26);
    assert_eq!(rows(&Source::open(&path).unwrap())[0].1[6], "");
    let bytes = fs::read(&path).unwrap();
    let cut = folder.path().join("cut.dbf");
    fs::write(&cut, &bytes[..bytes.len() - 20]).unwrap();
    assert_eq!(rows(&Source::open(&cut).unwrap()).len(), 1);
    for (at, byte) in [(8, 0xff), (10, 0), (11, 0xff), (43, 0), (48, 0xff)] {
        let mut damaged = bytes.clone();
        damaged[at] = byte;
        fs::write(&cut, damaged).unwrap();
        // Whatever comes out, nothing breaks.
        let _ = Source::open(&cut).map(|source| rows(&source));
    }
    let choices = Choices {
        header: HeaderChoice::None,
        ..Choices::default()
    };
    assert_eq!(rows(&Source::open_as(&path, &choices).unwrap()).len(), 3);
}

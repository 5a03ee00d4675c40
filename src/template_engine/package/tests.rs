use super::*;

fn packed(parts: &[(&str, &[u8])]) -> Arc<[u8]> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        out.start_file(*name, SimpleFileOptions::default()).unwrap();
        out.write_all(bytes).unwrap();
    }
    out.finish().unwrap().into_inner().into()
}

fn refusal(bytes: Arc<[u8]>) -> Problem {
    Package::open(bytes).unwrap_err()
}

#[test]
fn what_is_not_changed_is_copied_still_compressed() {
    let original = packed(&[("a.xml", &b"<a/>".repeat(500)), ("b.xml", b"<b/>")]);
    let package = Package::open(original.clone()).unwrap();
    let mut changes = Changes::default();
    changes.parts.insert("b.xml".into(), b"<c/>".to_vec());
    changes.parts.insert("new.xml".into(), b"<n/>".to_vec());
    let bytes = package.with(&changes).unwrap();
    let again = Package::open(bytes.into()).unwrap();
    assert_eq!(
        again.names().collect::<Vec<_>>(),
        ["a.xml", "b.xml", "new.xml"]
    );
    assert_eq!(again.bytes("b.xml").unwrap().unwrap(), b"<c/>");
    let raw = |package: &Package| {
        let mut archive = package.archive.clone();
        let mut bytes = Vec::new();
        archive
            .by_index_raw(0)
            .unwrap()
            .read_to_end(&mut bytes)
            .unwrap();
        bytes
    };
    assert_eq!(raw(&package), raw(&again));
}

#[test]
fn names_that_lead_out_and_twins_are_refused() {
    for name in ["../a", "/a", "C:/a", "a/../../b", "a\\..\\b"] {
        assert_eq!(
            refusal(packed(&[(name, b"")])),
            Problem::EscapingName(name.into())
        );
    }
    assert_eq!(
        refusal(packed(&[("word/a.xml", b"1"), ("Word/A.xml", b"2")])),
        Problem::SameName("Word/A.xml".into())
    );
    let twins = packed(&[("word/a.xml", b"1"), ("word/b.xml", b"2")]);
    let twins: Vec<u8> = twins.to_vec();
    let text = String::from_utf8_lossy(&twins).into_owned();
    assert_eq!(text.matches("word/b.xml").count(), 2);
    let mut bytes = twins;
    for at in 0..bytes.len() - 10 {
        if &bytes[at..at + 10] == b"word/b.xml" {
            bytes[at + 5] = b'a';
        }
    }
    assert!(matches!(refusal(bytes.into()), Problem::SameName(_)));
}

#[test]
fn a_bomb_is_refused() {
    let bomb = vec![b'0'; 8 << 20];
    assert_eq!(refusal(packed(&[("word/a.xml", &bomb)])), Problem::TooLarge);
    let many: Vec<String> = (0..2_001).map(|number| format!("{number}.xml")).collect();
    let many: Vec<_> = many.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(refusal(packed(&many)), Problem::TooLarge);
}

#[test]
fn other_files_are_told_by_what_they_are() {
    assert_eq!(refusal(b"{\\rtf1}".to_vec().into()), Problem::NotWord);
    let old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0];
    assert_eq!(refusal(old.to_vec().into()), Problem::OldWord);
    let mut locked = old.to_vec();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(refusal(locked.into()), Problem::Locked);
    let mut cut = packed(&[("a.xml", b"<a/>")]).to_vec();
    cut.truncate(20);
    assert_eq!(refusal(cut.into()), Problem::Damaged(String::new()));
}

#[test]
fn a_target_is_found_from_its_part() {
    assert_eq!(
        resolve("word/document.xml", "media/a.png"),
        "word/media/a.png"
    );
    assert_eq!(resolve("word/document.xml", "/word/b.xml"), "word/b.xml");
    assert_eq!(
        resolve("word/document.xml", "../customXml/item1.xml"),
        "customXml/item1.xml"
    );
    assert_eq!(resolve("", "word/document.xml"), "word/document.xml");
}

use super::*;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

fn tree(inside: &str) -> Tree {
    let source = format!("<w:p xmlns:w=\"{WORD}\">{inside}</w:p>");
    Tree::read(source.into_bytes(), "test").unwrap()
}

#[test]
fn every_element_knows_its_bytes() {
    let tree = tree("<w:r><w:t a='1' w:space=\"preserve\">x &amp; y</w:t></w:r><w:r/>");
    let words: Vec<_> = (0..tree.len()).map(|node| tree.local(node)).collect();
    assert_eq!(words, ["p", "r", "t", "r"]);
    assert_eq!(tree.raw(tree.inner(2)), "x &amp; y");
    assert_eq!(tree.text(0), "x & y");
    assert_eq!(tree.value(2, "space").as_deref(), Some("preserve"));
    assert_eq!(tree.children(0).collect::<Vec<_>>(), [1, 3]);
    assert_eq!(tree.parent(2), Some(1));
    assert!(tree.is_self_closing(3) && !tree.is_self_closing(2));
}

#[test]
fn a_mark_of_the_byte_order_shifts_nothing() {
    let source = format!("\u{FEFF}<?xml version=\"1.0\"?>\r\n<w:p xmlns:w=\"{WORD}\">x</w:p>");
    let tree = Tree::read(source.into_bytes(), "test").unwrap();
    assert_eq!(tree.raw(tree.inner(0)), "x");
    assert!(tree.raw(tree.tag(0)).starts_with("<w:p "));
}

#[test]
fn what_is_no_sound_xml_is_refused() {
    let read = |text: &str| Tree::read(text.as_bytes().to_vec(), "test");
    assert_eq!(
        read("<!DOCTYPE a><a/>").unwrap_err(),
        Problem::Doctype("test".into())
    );
    for broken in [
        "<a>",
        "<a></b>",
        "<a b='1' b='2'/>",
        "<a>&what;</a>",
        "",
        "<a/><b>",
    ] {
        assert_eq!(
            read(broken).unwrap_err(),
            Problem::Damaged("test".into()),
            "{broken}"
        );
    }
    let deep = "<a>".repeat(300) + &"</a>".repeat(300);
    assert_eq!(read(&deep).unwrap_err(), Problem::TooLarge);
}

#[test]
fn characters_know_how_they_are_written() {
    let found: Vec<_> = characters("a&lt;&#x416;\r\n").collect();
    assert_eq!(
        found,
        [('a', 0..1), ('<', 1..5), ('Ж', 5..12), ('\n', 12..14)]
    );
}

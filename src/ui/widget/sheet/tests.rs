use iced::{Font, Size};

use super::leaf::{Mark, Words};
use super::*;
use crate::template_engine::preview::{Block, Inline, LineHeight, Preview};
use crate::ui::headless;
use crate::ui::style;

fn form(name: &str) -> Preview {
    let bytes = std::fs::read(format!("templates/{name}.docx")).unwrap();
    Preview::read(&bytes).unwrap()
}

fn words(leaf: &Leaf) -> Vec<&Words> {
    let found = leaf.marks.iter().filter_map(|mark| match mark {
        Mark::Words(words) => Some(words),
        _ => None,
    });
    found.collect()
}

#[test]
fn every_form_is_set_on_its_pages() {
    headless::load_fonts();
    for name in [
        "ru/invoice",
        "ru/act",
        "ru/waybill",
        "ru/offer",
        "ru/letter",
        "en/invoice",
    ] {
        let sheets = Sheets::set(&form(name));
        assert!(
            (1..=3).contains(&sheets.pages.len()),
            "{name}: {}",
            sheets.pages.len()
        );
        for page in sheets.pages.iter() {
            for words in words(page) {
                assert!(
                    words.at.x >= -1.0 && words.at.x < page.size.width,
                    "{name}: {words:?}"
                );
                assert!(
                    words.at.y > 0.0 && words.at.y < page.size.height,
                    "{name}: {words:?}"
                );
            }
        }
    }
}

#[test]
fn lines_of_both_edges_end_at_the_margin() {
    headless::load_fonts();
    let preview = form("ru/supply-contract");
    let page = preview.sections[0].page;
    let sheets = Sheets::set(&preview);
    assert!(sheets.pages.len() >= 2);
    let mut measure = measure::Measure::default();
    for leaf in sheets.pages.iter() {
        for words in words(leaf) {
            let width = measure.width(&words.text, words.font, words.size);
            let end = words.at.x + width;
            assert!(
                end <= page.width - page.right + 2.0,
                "{end}: {}",
                words.text
            );
        }
    }
}

#[test]
fn nothing_is_lost_between_pages() {
    headless::load_fonts();
    let mut preview = form("ru/letter");
    let section = &mut preview.sections[0];
    let Some(Block::Paragraph(sample)) = section.blocks.iter().find(|block| {
        matches!(block, Block::Paragraph(paragraph) if paragraph.inlines.iter().any(|inline| {
            matches!(inline, Inline::Text(text) if !text.text.trim().is_empty())
        }))
    }) else {
        panic!("no text");
    };
    let mut sample = sample.clone();
    sample.line = LineHeight::Exactly(20.0);
    section.blocks = (0..200)
        .map(|number| {
            let mut paragraph = sample.clone();
            paragraph
                .inlines
                .retain(|inline| matches!(inline, Inline::Text(_)));
            paragraph.inlines.truncate(1);
            if let Some(Inline::Text(text)) = paragraph.inlines.first_mut() {
                text.text = format!("строка-{number}");
            }
            Block::Paragraph(paragraph)
        })
        .collect();
    let sheets = Sheets::set(&preview);
    let all: String = sheets
        .pages
        .iter()
        .flat_map(words)
        .map(|words| words.text.as_str())
        .collect();
    for number in 0..200 {
        assert!(all.contains(&format!("строка-{number}")));
    }
    assert!(sheets.pages.len() > 4 && !sheets.is_cut);
}

#[test]
fn a_sheet_is_white_by_night_as_well() {
    headless::load_fonts();
    let sheets = Sheets::set(&form("ru/greeting"));
    for theme in [style::light(), style::dark()] {
        let view: Element<'_, ()> = super::sheets(&sheets);
        let picture = headless::picture(view, &theme, Size::new(400.0, 300.0));
        let middle = (150 * 400 + 200) * 4;
        let at = &picture.rgba[middle..middle + 3];
        assert!(at.iter().all(|part| *part > 200), "{at:?}");
    }
    assert_ne!(letters(true, false, false), Font::DEFAULT);
}

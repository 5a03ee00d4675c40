use iced::advanced::widget::operation::Scrollable;
use iced::advanced::widget::{Id, Operation};
use iced::keyboard::key::Named;
use iced::{Event, Font, Point, Rectangle, Size, Vector};
use iced_test::simulator::{click, tap_key};

use super::leaf::{Mark, Words};
use super::*;
use crate::template_engine::preview::{
    Alignment, Anchor, Block, Inline, LineHeight, Picture, Place, Preview, Text, Wrap,
};
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

/// How far the sheets are scrolled.
#[derive(Default)]
struct Seen(f32);

impl Operation for Seen {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        _bounds: Rectangle,
        _content_bounds: Rectangle,
        translation: Vector,
        _state: &mut dyn Scrollable,
    ) {
        self.0 = translation.y;
    }
}

#[test]
fn sheets_scroll_by_the_keys_of_reading_once_they_have_the_focus() {
    let sheets = Sheets::set(&form("ru/supply-contract"));
    let view = || -> Element<'_, ()> { super::sheets(&sheets) };
    let mut stage = headless::Stage::new(Size::new(700.0, 500.0));
    stage.point_at(Point::new(350.0, 250.0));
    let mut after = |events: Vec<Event>| {
        stage.send(view(), &events);
        let mut seen = Seen::default();
        stage.operate(view(), &mut seen);
        seen.0
    };
    let key = |key: Named| tap_key(key, None).collect::<Vec<_>>();
    assert_eq!(after(key(Named::PageDown)), 0.0, "nobody has looked at it");
    after(click().collect());
    let page = after(key(Named::PageDown));
    assert!((page - 450.0).abs() < 1.0, "{page}");
    assert!(after(key(Named::ArrowUp)) < page);
    let end = after(key(Named::End));
    assert!(end > 1_000.0, "{end}");
    assert_eq!(after(key(Named::PageDown)), end, "there is no more");
    assert_eq!(after(key(Named::Home)), 0.0);
}

#[test]
fn lines_leave_room_for_the_picture_beside_them() {
    headless::load_fonts();
    let mut preview = form("ru/letter");
    let section = &mut preview.sections[0];
    let words_of = "слово ".repeat(120);
    let Some(paragraph) = section.blocks.iter_mut().find_map(|block| match block {
        Block::Paragraph(paragraph) if !paragraph.inlines.is_empty() => Some(paragraph),
        _ => None,
    }) else {
        panic!("a letter has paragraphs");
    };
    let anchor = |offset| Anchor {
        is_of_page: false,
        is_of_margin: false,
        offset,
        alignment: None,
    };
    let picture = Picture {
        width: 150.0,
        height: 60.0,
        bytes: None,
        inset: [0.0; 4],
        blocks: Vec::new(),
        place: Some(Place {
            across: anchor(0.0),
            down: anchor(0.0),
            wrap: Wrap::Beside,
            gaps: [0.0, 0.0, 9.0, 0.0],
        }),
    };
    let text = Text {
        text: words_of,
        style: paragraph.style,
        origin: Origin::Template,
    };
    paragraph.left = 0.0;
    paragraph.first_line = 0.0;
    paragraph.alignment = Alignment::Left;
    paragraph.inlines = vec![Inline::Picture(picture), Inline::Text(text)];
    let left = section.page.left;
    section.blocks.truncate(1);
    section.blocks = vec![Block::Paragraph(match section.blocks.remove(0) {
        Block::Paragraph(paragraph) => paragraph,
        Block::Table(_) => return,
    })];
    let sheets = Sheets::set(&preview);
    let lines: Vec<_> = words(&sheets.pages[0])
        .into_iter()
        .filter(|words| words.text.starts_with("слово"))
        .map(|words| words.at)
        .collect();
    let beside = lines.iter().filter(|at| at.x > left + 158.0).count();
    assert!(beside >= 3 && beside < lines.len(), "{lines:?}");
    assert!((lines[0].x - left - 159.0).abs() < 1.0, "{lines:?}");
    assert!((lines.last().unwrap().x - left).abs() < 1.0, "{lines:?}");
}

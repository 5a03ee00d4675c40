use super::*;
use crate::i18n::{Language, Locale};
use crate::template_engine::Settings;

fn words(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => {
                for inline in &paragraph.inlines {
                    match inline {
                        Inline::Text(piece) => text += &piece.text,
                        Inline::Tab => text.push('\t'),
                        Inline::Picture(picture) => text += &words(&picture.blocks),
                        _ => text.push('\n'),
                    }
                }
                text.push('\n');
            }
            Block::Table(table) => {
                for cell in table.rows.iter().flat_map(|row| &row.cells) {
                    text += &words(&cell.blocks);
                }
            }
        }
    }
    text
}

fn texts(blocks: &[Block]) -> Vec<&Text> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => {
                found.extend(paragraph.inlines.iter().filter_map(|inline| match inline {
                    Inline::Text(text) => Some(text),
                    _ => None,
                }));
            }
            Block::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                found.extend(cells.flat_map(|cell| texts(&cell.blocks)));
            }
        }
    }
    found
}

/// A document of one part.
fn document(body: &str) -> Vec<u8> {
    super::super::tests::docx(body)
}

fn seen(bytes: &[u8], data: &serde_json::Value) -> Preview {
    let template = Template::open(bytes, &Settings::default()).unwrap();
    let surroundings = Surroundings {
        language: &Locale::new(Language::Russian),
        pictures: &|_| None,
    };
    template.preview(&Value::from(data), &surroundings).unwrap()
}

#[test]
fn values_are_told_from_the_text_around_them() {
    let body =
        "<w:p><w:r><w:t>Договор № {{номер}} от {{дата}}, БИК {{бик}}, {{нет}}</w:t></w:r></w:p>";
    let data = serde_json::json!({ "номер": "08/32\n& <1>", "дата": "2026-09-28", "бик": "" });
    let preview = seen(&document(body), &data);
    let found: Vec<_> = texts(&preview.sections[0].blocks)
        .iter()
        .map(|text| (text.text.as_str(), text.origin))
        .collect();
    assert_eq!(
        found,
        [
            ("Договор № ", Origin::Template),
            ("08/32", Origin::Filled),
            ("& <1>", Origin::Filled),
            (" от ", Origin::Template),
            ("2026-09-28", Origin::Filled),
            (", БИК ", Origin::Template),
            ("{бик}", Origin::Empty),
            (", ", Origin::Template),
            ("{{нет}}", Origin::Faulty),
        ]
    );
    assert!(matches!(preview.faults[0].problem, Problem::Missing { .. }));
}

#[test]
fn a_file_that_is_kept_holds_no_signs() {
    let body = "<w:p><w:r><w:t>{{номер}}</w:t></w:r></w:p>";
    let bytes = document(body);
    let template = Template::open(bytes, &Settings::default()).unwrap();
    let surroundings = Surroundings {
        language: &Locale::new(Language::Russian),
        pictures: &|_| None,
    };
    let data = Value::from(&serde_json::json!({ "номер": "1" }));
    template.preview(&data, &surroundings).unwrap();
    let filled = template.fill(&data, &surroundings).unwrap();
    let text = crate::template_engine::text(&filled).unwrap();
    assert_eq!(text, "1\n");
}

#[test]
fn formats_lie_over_each_other() {
    let body = "<w:p><w:pPr><w:jc w:val=\"both\"/><w:ind w:left=\"200\" w:hanging=\"100\"/>\
        <w:spacing w:before=\"240\" w:line=\"360\" w:lineRule=\"auto\"/>\
        <w:tabs><w:tab w:val=\"right\" w:pos=\"9000\" w:leader=\"dot\"/></w:tabs></w:pPr>\
        <w:r><w:rPr><w:b/><w:sz w:val=\"28\"/><w:color w:val=\"FF0000\"/><w:rFonts \
        w:ascii=\"Courier New\"/></w:rPr><w:t>жирно</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr>\
        <w:t>тайно</w:t></w:r><w:r><w:rPr><w:caps/></w:rPr><w:t>громко</w:t><w:tab/></w:r></w:p>";
    let preview = Preview::read(&document(body)).unwrap();
    let Block::Paragraph(paragraph) = &preview.sections[0].blocks[0] else {
        panic!("no paragraph");
    };
    assert_eq!(paragraph.alignment, Alignment::Both);
    assert_eq!((paragraph.left, paragraph.first_line), (10.0, -5.0));
    assert_eq!(
        (paragraph.before, paragraph.line),
        (12.0, LineHeight::Times(1.5))
    );
    assert_eq!(paragraph.stops[0].leader, Some('.'));
    let found = texts(&preview.sections[0].blocks);
    assert_eq!(found[0].style.size, 14.0);
    assert!(found[0].style.bold && found[0].style.face == Face::Mono);
    assert_eq!(found[0].style.colour, Some([255, 0, 0]));
    assert_eq!(found[1].text, "ГРОМКО");
}

#[test]
fn cells_cover_columns_and_rows() {
    let body = "<w:tbl><w:tblPr><w:tblBorders><w:insideH w:val=\"single\" w:sz=\"8\"/></w:tblBorders>\
        </w:tblPr><w:tblGrid><w:gridCol w:w=\"1000\"/><w:gridCol w:w=\"2000\"/></w:tblGrid>\
        <w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p/></w:tc></w:tr>\
        <w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>\
        <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>";
    let preview = Preview::read(&document(body)).unwrap();
    let Block::Table(table) = &preview.sections[0].blocks[0] else {
        panic!("no table");
    };
    assert_eq!(table.widths, [50.0, 100.0]);
    assert_eq!(table.rows[0].cells[0].columns, 2);
    assert_eq!(table.rows[1].cells[0].rows, 2);
    assert_eq!(table.rows[2].cells.len(), 1);
    assert_eq!(table.rows[2].cells[0].column, 1);
    let lines = table.rows[1].cells[1].borders;
    assert!(lines[0].is_some() && lines[2].is_some() && lines[1].is_none());
}

#[test]
fn numbers_of_pages_and_fields_of_word_show_what_they_should() {
    let field = |instruction: &str, shown: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>{instruction}\
             </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>\
             {shown}</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        )
    };
    let body = format!(
        "<w:p>{}<w:r><w:t>-</w:t></w:r>{}</w:p>",
        field(" PAGE ", "17"),
        field(" TITLE ", "Имя")
    );
    let preview = Preview::read(&document(&body)).unwrap();
    let Block::Paragraph(paragraph) = &preview.sections[0].blocks[0] else {
        panic!("no paragraph");
    };
    assert!(matches!(
        paragraph.inlines[0],
        Inline::PageNumber {
            is_count: false,
            ..
        }
    ));
    assert_eq!(words(&preview.sections[0].blocks), "\n-Имя\n");
}

#[test]
fn what_is_not_understood_is_left_out() {
    let body = "<w:p><w:pPr><w:spacing w:line=\"abc\"/><w:ind w:left=\"\"/></w:pPr><w:strange><w:r>\
        <w:t>x</w:t></w:r></w:strange><w:r><w:t>a</w:t><w:odd/><w:t>b</w:t></w:r></w:p><w:other/>\
        <w:tbl><w:tr><w:tc/></w:tr></w:tbl><w:tbl/><w:p><w:r><w:fldChar/></w:r></w:p>";
    let preview = Preview::read(&document(body)).unwrap();
    assert!(words(&preview.sections[0].blocks).starts_with("ab\n"));
}

#[test]
fn every_form_of_the_program_has_its_pages() {
    use crate::template_engine::text;
    let files = std::fs::read_dir("templates/ru").unwrap();
    for file in files.chain(std::fs::read_dir("templates/en").unwrap()) {
        let path = file.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        let preview = Preview::read(&bytes).unwrap();
        let section = &preview.sections[0];
        let mut all = words(&section.blocks);
        all += &words(&section.header);
        all += &words(&section.footer);
        // Numbers of pages are counted when the pages are set.
        let has_digit = |word: &&str| !word.contains(|c: char| c.is_ascii_digit());
        let whole: String = all.split_whitespace().filter(has_digit).collect();
        for line in text(&bytes).unwrap().lines() {
            let line: String = line.split_whitespace().filter(has_digit).collect();
            assert!(whole.contains(&line), "{}: {line}", path.display());
        }
        assert!(section.page.width > 300.0, "{}", path.display());
    }
}

#[test]
fn a_contract_numbers_its_sections() {
    let bytes = std::fs::read("templates/ru/supply-contract.docx").unwrap();
    let all = words(&Preview::read(&bytes).unwrap().sections[0].blocks);
    assert!(all.contains("1. Предмет договора"), "{all}");
    assert!(all.contains("2.1. Цена Товара"), "{all}");
}

use serde_json::json;

use super::super::tests::{docx, filled, packed, part, parts, surroundings, words};
use crate::error::template::Problem;
use crate::template_engine::{Settings, Template, Value};

/// A control around a run of text.
fn control(properties: &str, shown: &str) -> String {
    format!(
        "<w:sdt><w:sdtPr><w:id w:val=\"5\"/>{properties}</w:sdtPr><w:sdtContent><w:r><w:rPr><w:b/>\
         </w:rPr><w:t>{shown}</w:t></w:r></w:sdtContent></w:sdt>"
    )
}

fn tag(name: &str) -> String {
    format!("<w:tag w:val=\"{name}\"/>")
}

fn p(inside: &str) -> String {
    format!("<w:p>{inside}</w:p>")
}

#[test]
fn a_text_is_filled_by_its_tag_and_then_by_its_title() {
    let body = p(&control(
        "<w:alias w:val=\"name\"/><w:tag w:val=\"other\"/><w:text/>",
        "x",
    ));
    let both = filled(&body, &json!({ "other": "A", "name": "B" }));
    assert_eq!(words(&both), "A");
    assert!(
        both.contains("<w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">A"),
        "{both}"
    );
    assert_eq!(words(&filled(&body, &json!({ "name": "B" }))), "B");
    let template = Template::open(docx(&body), &Settings::default()).unwrap();
    let missing = template
        .fill(&Value::from(&json!({})), &surroundings())
        .unwrap_err();
    assert!(matches!(missing.0[0].problem, Problem::Missing { .. }));
}

#[test]
fn a_placeholder_goes_with_its_looks() {
    let body = p(&control(
        &format!("{}<w:showingPlcHdr/><w:text/>", tag("a")),
        "Click here",
    ));
    let body = filled(&body, &json!({ "a": "" }));
    assert!(
        !body.contains("showingPlcHdr") && !body.contains("<w:b/>"),
        "{body}"
    );
    assert_eq!(words(&body), "");
}

#[test]
fn a_rich_text_without_a_field_stays() {
    let body = p(&control(&tag("goog_rdk_1"), "text {{a}}"));
    assert_eq!(words(&filled(&body, &json!({ "a": 1 }))), "text 1");
    let block = format!(
        "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent><w:p><w:pPr><w:jc/></w:pPr><w:r><w:t>a</w:t>\
         </w:r></w:p><w:p/></w:sdtContent></w:sdt>",
        tag("a")
    );
    let block = filled(&block, &json!({ "a": "x\ny" }));
    assert_eq!(words(&block), "x\ny");
    assert!(block.contains("<w:pPr><w:jc/></w:pPr><w:r>"), "{block}");
}

#[test]
fn dates_boxes_and_lists_are_filled_as_their_kinds_want() {
    let date = "<w:date w:fullDate=\"2001-01-01T00:00:00Z\"><w:dateFormat w:val=\"d MMMM yyyy\"/></w:date>";
    let body = p(&control(&(tag("a") + date), "x"));
    let filled_date = filled(&body, &json!({ "a": "2026-11-22" }));
    assert_eq!(words(&filled_date), "22 ноября 2026");
    assert!(
        filled_date.contains("w:fullDate=\"2026-11-22T00:00:00Z\""),
        "{filled_date}"
    );
    assert!(!filled(&body, &json!({ "a": null })).contains("fullDate"));

    let check = "<w14:checkbox><w14:checked w14:val=\"0\"/><w14:checkedState w14:val=\"2611\"/></w14:checkbox>";
    let body = p(&control(&(tag("a") + check), "\u{2610}"));
    let on = filled(&body, &json!({ "a": true }));
    assert!(
        words(&on) == "\u{2611}" && on.contains("w14:checked w14:val=\"1\""),
        "{on}"
    );
    assert_eq!(words(&filled(&body, &json!({ "a": false }))), "\u{2610}");

    let list =
        "<w:dropDownList><w:listItem w:displayText=\"Да\" w:value=\"yes\"/></w:dropDownList>";
    let body = p(&control(&(tag("a") + list), "x"));
    assert_eq!(words(&filled(&body, &json!({ "a": "YES" }))), "Да");
    assert_eq!(words(&filled(&body, &json!({ "a": "" }))), "");
    let template = Template::open(docx(&body), &Settings::default()).unwrap();
    let wrong = template.fill(&Value::from(&json!({ "a": "no" })), &surroundings());
    assert!(matches!(
        wrong.unwrap_err().0[0].problem,
        Problem::NotInList { .. }
    ));
}

#[test]
fn a_repeating_section_is_repeated() {
    let item = |text: &str| {
        let inner = control(&format!("{}<w:text/>", tag("name")), text);
        format!(
            "<w:sdt><w:sdtPr><w:id w:val=\"7\"/><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>\
             <w:p>{inner}</w:p></w:sdtContent></w:sdt>"
        )
    };
    let body = format!(
        "<w:sdt xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\"><w:sdtPr>{}\
         <w15:repeatingSection/></w:sdtPr><w:sdtContent>{}{}</w:sdtContent></w:sdt>",
        tag("items"),
        item("one"),
        item("two")
    );
    let data = json!({ "items": [{ "name": "A" }, { "name": "B" }, { "name": "C" }] });
    let body = filled(&body, &data);
    assert_eq!(words(&body), "A/B/C");
    assert_eq!(body.matches("<w:id w:val=\"7\"/>").count(), 1, "{body}");
}

#[test]
fn a_bound_control_is_written_where_word_reads_it() {
    let binding =
        "<w:dataBinding w:xpath=\"/ns0:deal[1]/ns0:client[2]\" w:storeItemID=\"{AB}\"/><w:text/>";
    let body = p(&control(&(tag("name") + binding), "old"));
    let mut all = parts(&body);
    let add = |all: &mut Vec<(String, String)>, name: &str, text: &str| {
        all.push((name.to_owned(), text.to_owned()));
    };
    add(
        &mut all,
        "customXml/item1.xml",
        "<deal xmlns=\"x\"><client>first</client><client a=\"b\"/></deal>",
    );
    add(
        &mut all,
        "customXml/_rels/item1.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/\
         relationships/customXmlProps\" Target=\"itemProps1.xml\"/></Relationships>",
    );
    add(
        &mut all,
        "customXml/itemProps1.xml",
        "<ds:datastoreItem xmlns:ds=\"y\" ds:itemID=\"{ab}\"/>",
    );
    let template = Template::open(packed(&all), &Settings::default()).unwrap();
    let data = Value::from(&json!({ "name": "Агат & Co" }));
    let bytes = template.fill(&data, &surroundings()).unwrap();
    assert_eq!(
        part(&bytes, "customXml/item1.xml"),
        "<deal xmlns=\"x\"><client>first</client><client a=\"b\">Агат &amp; Co</client></deal>"
    );
    assert!(part(&bytes, "word/document.xml").contains("dataBinding"));
    // A binding that leads nowhere would show the old text again.
    all.truncate(3);
    let template = Template::open(packed(&all), &Settings::default()).unwrap();
    let bytes = template.fill(&data, &surroundings()).unwrap();
    assert!(!part(&bytes, "word/document.xml").contains("dataBinding"));
}

#[test]
fn a_picture_is_changed_in_its_frame() {
    let drawing = "<w:r><w:drawing><wp:inline><wp:extent cx=\"3600000\" cy=\"1200000\"/><wp:docPr \
        id=\"1\" name=\"x\" descr=\"{{logo}}\"/><a:blip xmlns:a=\"http://schemas.openxmlformats.org/\
        drawingml/2006/main\" r:embed=\"rId9\"/></wp:inline></w:drawing></w:r>";
    let png = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAC0lEQVR4nGNgQAYAAA4AAamRc7EAAAAASUVORK5CYII=";
    let template = Template::open(docx(&p(drawing)), &Settings::default()).unwrap();
    assert_eq!(template.fields()[0].name(), "logo");
    let fill = |data| {
        let bytes = template.fill(&Value::from(&data), &surroundings()).unwrap();
        part(&bytes, "word/document.xml")
    };
    let shown = fill(json!({ "logo": png }));
    assert!(
        shown.contains("r:embed=\"rIdVizitka1\"/><a:srcRect l=\"-25000\" t=\"-0\" r=\"-25000\""),
        "{shown}"
    );
    assert!(
        shown.contains("<wp:extent cx=\"3600000\" cy=\"1200000\"/>")
            && shown.contains("descr=\"\"")
    );
    assert!(!fill(json!({ "logo": null })).contains("drawing>"));
}

//! From a paper of the sample office to its document, by every form of the program.

use std::io::Cursor;

use chrono::NaiveDate;
use docx_rs::{Docx, Paragraph, Run, Table, TableCell, TableRow};

use vizitka::demo::{self, Sample};
use vizitka::documents::{Maker, Source, Surroundings};
use vizitka::domain::company::PictureKind;
use vizitka::domain::paper::{Document, PaperFilter, PaperKind, PaperTemplate};
use vizitka::domain::{PrintedForm, Progress};
use vizitka::error::{Error, Result};
use vizitka::i18n::{Language, Locale};
use vizitka::workspace::Workspace;

use crate::papers::now;
use crate::program::Desk;

fn today() -> NaiveDate {
    now().date_naive()
}

/// The sample office, with a logo, a stamp and signatures.
pub fn office() -> Result<Workspace> {
    let mut workspace = Workspace::in_memory()?;
    demo::fill(&mut workspace, Sample::of(20, 1), &Progress::default())?;
    demo::sell(&mut workspace, 1)?;
    let company = workspace.read().company(None)?.unwrap();
    let picture = include_bytes!("../fixtures/printed_forms/picture.png");
    let kept = workspace.contents().keep_bytes(picture)?;
    let put = |kind: &PictureKind| (*kind, Some(("picture.png".to_owned(), kept.clone())));
    let pictures: Vec<_> = PictureKind::ALL.iter().map(put).collect();
    workspace.save_company(&company, &pictures)?;
    Ok(workspace)
}

/// A paper of that kind: one of the samples, else made from one.
pub fn paper(workspace: &Workspace, kind: PaperKind) -> Result<Surroundings> {
    let reader = workspace.read();
    let of = |kind| -> Result<Option<Document>> {
        let filter = PaperFilter {
            kinds: vec![kind],
            ..PaperFilter::default()
        };
        let found = reader.register(&filter, (0, 1))?;
        let first = found.first();
        first.map(|one| reader.document(one.paper.id)).transpose()
    };
    let document = match of(kind)? {
        Some(document) => document,
        None => {
            let base = of(PaperKind::Contract)?.unwrap();
            base.successor(kind, (today(), 5), &reader.tax_rates()?)
        }
    };
    Surroundings::of(reader, document, today())
}

#[test]
fn every_form_makes_the_document_of_a_paper_of_its_kind() -> Result<()> {
    let workspace = office()?;
    let locale = Locale::new(Language::Russian);
    for kind in PaperKind::ALL {
        let around = paper(&workspace, *kind)?;
        for form in PrintedForm::of(*kind) {
            let source = Source::Form(*form);
            let maker = Maker::open(source, workspace.contents(), Language::Russian)?;
            let made = maker.make(&around);
            let made = made.unwrap_or_else(|error| panic!("{form:?}: {}", locale.error(&error)));
            assert!(
                made.name.starts_with(&locale.printed_form(*form)),
                "{}",
                made.name
            );
            assert!(made.name.ends_with(".docx") && !made.name.contains(['/', '\\']));
            assert!(!made.text.contains("{{"), "{form:?}: {}", made.text);
            let seller = &around.company.as_ref().unwrap().name;
            assert!(
                made.text.contains(seller.as_str()),
                "{form:?}: {}",
                made.text
            );
            if [PaperKind::Contract, PaperKind::Invoice, PaperKind::Act].contains(kind) {
                let words = locale
                    .amount_in_words(around.document.paper.money(), vizitka::i18n::Minor::Digits);
                let plain = made.text.replace('\u{a0}', " ").to_lowercase();
                let words = words.replace('\u{a0}', " ").to_lowercase();
                assert!(plain.contains(&words), "{form:?}: {words} in {plain}");
            }
        }
    }
    Ok(())
}

#[test]
fn a_look_at_a_document_tells_values_from_what_is_empty() -> Result<()> {
    use vizitka::template_engine::preview::{Block, Inline, Origin};
    let workspace = office()?;
    let around = paper(&workspace, PaperKind::Invoice)?;
    let source = Source::Form(PrintedForm::Invoice);
    let maker = Maker::open(source, workspace.contents(), Language::Russian)?;
    let seen = maker.preview(&around)?;
    assert_eq!(seen.faults, []);
    let paragraphs = seen.sections[0]
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph),
            Block::Table(_) => None,
        });
    let inlines: Vec<_> = paragraphs
        .flat_map(|paragraph| &paragraph.inlines)
        .collect();
    let number = &around.document.paper.number;
    assert!(inlines.iter().any(|inline| matches!(
        inline,
        Inline::Text(text) if text.origin == Origin::Filled && text.text == *number
    )));
    assert!(inlines.iter().any(|inline| matches!(
        inline,
        Inline::Picture(picture) if picture.bytes.is_some()
    )));
    Ok(())
}

#[test]
fn a_form_without_that_language_is_russian() -> Result<()> {
    let workspace = office()?;
    let around = paper(&workspace, PaperKind::Act)?;
    let source = Source::Form(PrintedForm::Act);
    let maker = Maker::open(source, workspace.contents(), Language::English)?;
    let text = maker.make(&around)?.text;
    assert!(text.contains("рубл") && !text.contains("rouble"), "{text}");
    Ok(())
}

#[test]
fn a_template_of_the_office_is_read_as_its_owner_wants() -> Result<()> {
    let mut workspace = office()?;
    let bytes = vizitka::documents::template(PrintedForm::Letter, Language::Russian).unwrap();
    let kept = workspace.contents().keep_bytes(bytes)?;
    let new = PaperTemplate::new(
        PaperKind::Letter,
        "Письмо: наше.docx",
        kept.digest,
        kept.size,
    );
    let own = workspace.save_paper_template(new)?.value;
    let around = paper(&workspace, PaperKind::Letter)?;
    let office = workspace.read().paper_templates(PaperKind::Letter)?;
    let sources = Source::all_for(&around.document.paper, office);
    assert_eq!(
        sources[0],
        Source::Office(Box::new(own.clone())),
        "those of the office come first"
    );
    let open = |template: PaperTemplate| {
        let source = Source::Office(Box::new(template));
        Maker::open(source, workspace.contents(), Language::English)
    };
    let spoken = open(own.clone())?.locale().language();
    assert_eq!(spoken, Language::Russian, "as its own words are");
    let made = open(own.clone())?.make(&around)?;
    let number = around.document.paper.number.replace('/', "-");
    let which = if number.is_empty() {
        around.client.client.title()
    } else {
        number
    };
    assert_eq!(
        made.name,
        format!("Письмо_ наше {which}.docx").replace('"', "_")
    );

    let other = PaperTemplate {
        delimiters: "[[ ]]".to_owned(),
        ..own.clone()
    };
    assert!(open(other)?.fields().is_empty(), "braces are no fields now");
    let lost = PaperTemplate {
        digest: "0".repeat(64),
        ..own
    };
    assert!(matches!(open(lost), Err(Error::NoContent(_))));
    Ok(())
}

#[test]
fn what_is_missing_is_told_with_its_place_and_nothing_is_made() -> Result<()> {
    let workspace = office()?;
    let around = paper(&workspace, PaperKind::Letter)?;
    let words = Paragraph::new().add_run(Run::new().add_text("{{скидка_друга}}"));
    let row = TableRow::new(vec![TableCell::new().add_paragraph(words)]);
    let mut bytes = Cursor::new(Vec::new());
    let docx = Docx::new().add_table(Table::new(vec![row]));
    docx.build().pack(&mut bytes).unwrap();
    let kept = workspace.contents().keep_bytes(bytes.get_ref())?;
    let new = PaperTemplate::new(PaperKind::Letter, "own.docx", kept.digest, kept.size);
    let source = Source::Office(Box::new(new));
    let maker = Maker::open(source, workspace.contents(), Language::Russian)?;
    let locale = Locale::new(Language::Russian);
    let faults = maker.check(&around).unwrap_err();
    let told = locale.template_faults(&faults);
    assert!(
        told.contains("скидка_друга") && told.contains("таблица 1"),
        "{told}"
    );
    let made = maker.make(&around);
    assert!(matches!(made, Err(Error::BadTemplate(told)) if told == faults));
    Ok(())
}

#[test]
fn the_command_makes_a_document_and_keeps_it() {
    let desk = Desk::new();
    let path = desk.samples(20);
    let file = crate::program::text(&path);
    let run = |arguments: &[&str]| desk.run(&[&["--file", file, "--json"], arguments].concat());
    let listed = run(&["invoice", "list"]).json();
    let id = listed["papers"][0]["id"].to_string();
    let out = desk.path("счёт.docx");
    let made = run(&["paper", "create", &id, "--out", crate::program::text(&out)]).json();
    assert_eq!(made["ordinal"], 1);
    assert!(std::fs::read(out).unwrap().starts_with(b"PK"));
    let again = run(&["paper", "create", &id, "--template", "счёт на оплату"]).json();
    assert_eq!(again["ordinal"], 2);
    let number = listed["papers"][0]["number"].as_str().unwrap();
    let name = format!("Счёт на оплату {}.docx", number.replace('/', "-"));
    assert_eq!(again["name"], name.as_str());
    let pdf = desk.path("счёт.pdf");
    let printed = run(&["paper", "create", &id, "--pdf", crate::program::text(&pdf)]);
    match vizitka::documents::pdf::is_possible() {
        true => assert!(std::fs::read(pdf).unwrap().starts_with(b"%PDF")),
        false => assert!(printed.error(2).contains("LibreOffice")),
    }
    // What stands in the file is found, though no field of the paper says it.
    let found = run(&["invoice", "list", "платёжный", "получателя"]);
    assert_eq!(found.code, 0);
    let none = run(&["paper", "create", &id, "--template", "нет такого"]);
    assert!(none.error(2).contains("нет такого"));
}

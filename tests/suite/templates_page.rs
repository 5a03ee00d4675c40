//! The templates of the office, by keyboard alone.

use std::fs;
use std::io::{Cursor, Read, Write};

use iced::Size;
use iced::keyboard::Modifiers;
use iced::keyboard::key::Named;

use vizitka::documents::{self, Source, Surroundings, making};
use vizitka::domain::paper::{Document, PaperKind, PaperTemplate};
use vizitka::domain::{Client, Operation, Paper, PrintedForm};
use vizitka::error::Result;
use vizitka::i18n;
use vizitka::settings::{Language, Settings};
use vizitka::ui::app::Message;
use vizitka::ui::driver::Driver;
use vizitka::ui::screenshots;
use vizitka::workspace::Workspace;

fn window() -> Result<Driver> {
    let settings = Settings {
        language: Language::Russian,
        ..Settings::default()
    };
    let mut window = screenshots::open(settings, Size::new(1024.0, 700.0))?;
    window.command('7'); // the documents
    window.hold(Modifiers::COMMAND);
    window.press(Named::PageDown);
    window.hold(Modifiers::empty());
    Ok(window)
}

#[test]
fn a_form_of_the_program_becomes_a_template_and_goes_again() -> Result<()> {
    let mut window = window()?;
    assert!(window.sees("форма программы"));
    assert!(!window.sees("обычный"));
    window.press(Named::ArrowDown);
    window.press(Named::Enter);
    assert!(window.sees("обычный"), "the first of its kind");
    assert!(window.sees("Изменить в Word"));
    window.command('z');
    assert!(!window.sees("обычный"), "taken back");
    Ok(())
}

/// The form of the contract as a document with macros.
fn with_macros() -> Vec<u8> {
    let form = documents::template(PrintedForm::SupplyContract, i18n::Language::Russian).unwrap();
    let mut parts = zip::ZipArchive::new(Cursor::new(form)).unwrap();
    let mut packed = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..parts.len() {
        let mut part = parts.by_index(at).unwrap();
        let (name, mut bytes) = (part.name().unwrap().to_string(), Vec::new());
        part.read_to_end(&mut bytes).unwrap();
        if name == "[Content_Types].xml" {
            let plain = "openxmlformats-officedocument.wordprocessingml.document.main+xml";
            let types = String::from_utf8(bytes).unwrap();
            assert!(types.contains(plain));
            let types = types.replace(plain, "ms-word.document.macroEnabled.main+xml");
            bytes = types.into_bytes();
        }
        let options = zip::write::SimpleFileOptions::default();
        packed.start_file(name, options).unwrap();
        packed.write_all(&bytes).unwrap();
    }
    packed.finish().unwrap().into_inner()
}

#[test]
fn a_template_with_macros_is_taken_only_with_consent() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Макросы.docm");
    fs::write(&path, with_macros()).unwrap();
    let mut window = window()?;
    window.send(Message::Dropped(path.clone()));
    assert!(window.sees("В шаблоне есть макросы"));
    window.press(Named::Escape);
    assert!(!window.sees("В шаблоне есть макросы") && !window.sees("обычный"));
    window.send(Message::Dropped(path));
    assert!(window.click("Взять с макросами"));
    assert!(window.sees("обычный") && window.sees("Макросы.docm"));
    Ok(())
}

#[test]
fn what_is_made_from_it_keeps_the_macros() -> Result<()> {
    let mut workspace = Workspace::in_memory()?;
    let client = Client::organization("Ромашка");
    workspace.transact(Operation::AddClient, |tx| tx.save(&client).map(drop))?;
    let kept = workspace.contents().keep_bytes(&with_macros())?;
    let (digest, size) = (kept.digest, kept.size);
    let template = PaperTemplate {
        keeps_macros: true,
        ..PaperTemplate::new(PaperKind::Contract, "Макросы.docm", digest, size)
    };
    let template = workspace.save_paper_template(template)?.value;
    let day = crate::papers::day("2026-11-22");
    let paper = Paper::new(PaperKind::Contract, client.id, day);
    let around = Surroundings::of(workspace.read(), Document::new(paper), day)?;
    let open = |template| {
        let source = Source::Office(Box::new(template));
        making::Maker::open(source, workspace.contents(), i18n::Language::Russian)
    };
    let made = open(template.clone())?.make(&around)?;
    assert!(made.name.ends_with(".docm"), "{}", made.name);
    let refused = PaperTemplate {
        keeps_macros: false,
        ..template
    };
    assert!(open(refused).is_err());
    Ok(())
}

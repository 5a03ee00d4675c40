//! Ctrl with a digit goes to a section out of every form, and what was typed is asked about first.

use iced::Size;
use iced::keyboard::key::Named;

use vizitka::error::Result;
use vizitka::settings::{Language, Settings};
use vizitka::ui::driver::Driver;
use vizitka::ui::screenshots;

fn window() -> Result<Driver> {
    let settings = Settings {
        language: Language::Russian,
        ..Settings::default()
    };
    screenshots::open(settings, Size::new(1440.0, 900.0))
}

/// The question what becomes of what was typed, and what stands on the page of documents alone.
const QUESTION: &str = "Не сохранять";
const DOCUMENTS: &str = "Новый документ";

#[test]
fn a_form_without_input_is_left_at_once() -> Result<()> {
    let mut window = window()?;
    window.command('n');
    assert!(window.sees("Новая организация"));
    window.command('7');
    assert!(window.sees(DOCUMENTS) && !window.sees(QUESTION));
    window.command('2');
    window.command('t');
    assert!(window.sees("Длительность"), "the form of a task");
    window.command('7');
    assert!(window.sees(DOCUMENTS) && !window.sees("Длительность"));
    Ok(())
}

#[test]
fn what_was_typed_is_asked_about_and_then_the_way_goes_on() -> Result<()> {
    let mut window = window()?;
    window.command('n');
    window.type_text("Щучье");
    window.command('7');
    assert!(window.sees(QUESTION) && !window.sees(DOCUMENTS));
    window.command('7');
    assert!(window.sees(QUESTION), "asked once");
    window.press(Named::Escape);
    assert!(
        !window.sees(QUESTION) && !window.sees(DOCUMENTS),
        "it stays"
    );
    window.press(Named::Enter); // saved: the card
    assert!(!window.sees(DOCUMENTS), "nobody is carried off later");

    window.command('n');
    window.type_text("Окунёво");
    window.command('7');
    assert!(window.click(QUESTION));
    assert!(window.sees(DOCUMENTS));

    window.command('2');
    window.command('n');
    window.type_text("Карасёво");
    window.command('7');
    assert!(window.click("Сохранить"));
    assert!(window.sees(DOCUMENTS), "once it is saved");
    window.command('2');
    window.type_text("Карасёво");
    window.press(Named::Enter);
    assert!(window.sees("Контактные лица"), "it was: its card");
    Ok(())
}

#[test]
fn a_task_that_was_typed_is_not_lost() -> Result<()> {
    let mut window = window()?;
    window.command('t');
    window.press(Named::Tab); // from the kinds
    window.type_text("Позвонить");
    window.command('7');
    assert!(window.sees(QUESTION));
    assert!(window.click(QUESTION));
    assert!(window.sees(DOCUMENTS) && !window.sees("Длительность"));
    Ok(())
}

//! The templates of the office, by keyboard alone.

use iced::Size;
use iced::keyboard::Modifiers;
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

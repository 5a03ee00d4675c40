//! The form of papers in the window: who signs, what is sold, what becomes of it.

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

/// Begins a new paper for the organisation of that name.
fn new_paper(window: &mut Driver, kind: &str, client: &str) {
    window.type_text(client);
    window.press(Named::Enter);
    assert!(window.click("Создать"));
    assert!(window.click(kind));
}

#[test]
fn a_contract_is_numbered_and_says_who_signs() -> Result<()> {
    let mut window = window()?;
    new_paper(&mut window, "Договор", "ромашка");
    assert!(window.sees("Черновик"));
    assert!(window.sees("В лице (подписант)"));
    Ok(())
}

//! Tasks in the window: the form over any page, by keyboard alone.

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

#[test]
fn a_task_is_entered_from_a_card_by_keyboard_and_taken_back() -> Result<()> {
    let mut window = window()?;
    window.type_text("ромашка");
    window.press(Named::Enter);
    window.command('t');
    assert!(window.sees("Новая задача"));
    window.press(Named::Tab); // from the kinds
    window.type_text("Обсудить поставку");
    // By the client, the contact person and the place in the tree to the beginning, whose day is replaced.
    (0..4).for_each(|_| window.press(Named::Tab));
    window.type_text("завтра 15:00");
    assert!(window.sees("Длительность"));
    window.press(Named::Enter);
    assert!(window.sees("Новая задача"), "the toast names what was done");
    window.command('z');
    assert!(window.sees("Отменено: Новая задача"));
    Ok(())
}

#[test]
fn tab_goes_through_the_form_to_its_buttons_and_round() -> Result<()> {
    let mut window = window()?;
    window.command('t');
    for _ in 0..60 {
        window.press(Named::Tab);
    }
    assert!(window.sees("Новая задача"), "the page below has no turn");
    window.press(Named::Escape);
    assert!(!window.sees("Новая задача"));
    Ok(())
}

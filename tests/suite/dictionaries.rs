//! What an office decides about its cards in the settings, and what the form makes of it.

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
    // As high as the form of an organisation, so that all of it is in sight.
    screenshots::open(settings, Size::new(1440.0, 2600.0))
}

/// Opens the settings at a tab, counted from 0, by keyboard.
fn settings_at(window: &mut Driver, tab: usize) {
    window.command(',');
    window.hold(Modifiers::COMMAND);
    for _ in 0..tab {
        window.press(Named::PageDown);
    }
    window.hold(Modifiers::empty());
}

#[test]
fn a_segment_is_added_and_taken_away_without_a_mouse() -> Result<()> {
    let mut window = window()?;
    settings_at(&mut window, 2);
    assert!(window.sees("Оптовая торговля"), "a segment of the sample");
    window.press(Named::Insert);
    window.type_text("Аптеки");
    window.press(Named::Enter);
    assert!(window.sees("Аптеки") && window.sees("Новое значение справочника"));

    window.press(Named::ArrowDown); // from the field to the list
    window.press(Named::ArrowUp);
    window.press(Named::Delete);
    assert!(window.sees("Убрать"), "cards say it: a word first");
    window.press(Named::Escape);
    assert!(!window.sees("Убрать"));
    window.command('z');
    assert!(!window.sees("Аптеки"));
    Ok(())
}

#[test]
fn a_field_made_in_the_settings_is_filled_in_on_a_card() -> Result<()> {
    let mut window = window()?;
    settings_at(&mut window, 3);
    window.press(Named::Insert);
    window.type_text("Номер стенда");
    window.press(Named::Enter);
    assert!(window.sees("Новое поле") && window.sees("Номер стенда"));
    window.press(Named::Escape);
    window.press(Named::Escape);

    window.type_text("ромашка");
    window.press(Named::Enter);
    window.command('e');
    assert!(window.sees("Всё нужное заполнено"));
    let label = window.place_of("Номер стенда");
    let label = label.unwrap();
    window.click_at(iced::Point::new(
        label.x + 20.0,
        label.y + label.height + 20.0,
    ));
    window.type_text("Б-12");
    window.press(Named::Enter);
    window.command('e');
    assert!(window.sees("Б-12"));
    Ok(())
}

//! Pages in windows of their own.

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
    screenshots::open(settings, Size::new(1440.0, 900.0))
}

fn open_card(window: &mut Driver, name: &str) {
    window.command('k');
    window.type_text(name);
    window.press(Named::Enter);
}

fn detach(window: &mut Driver) {
    window.hold(Modifiers::SHIFT);
    window.command('w');
    window.hold(Modifiers::empty());
}

#[test]
fn a_card_goes_into_a_window_of_its_own() -> Result<()> {
    let mut window = window()?;
    open_card(&mut window, "ромашка");
    assert!(window.sees("История"));
    detach(&mut window);
    assert_eq!(window.windows(), 2);
    assert!(!window.sees("История"), "the list is shown in its place");

    assert!(window.turn_to(1));
    assert!(window.sees("История"));
    window.press(Named::Escape);
    assert_eq!(
        window.windows(),
        1,
        "to leave the page is to close its window"
    );
    Ok(())
}

#[test]
fn two_cards_stand_side_by_side_and_follow_each_change() -> Result<()> {
    let mut window = window()?;
    open_card(&mut window, "ромашка");
    detach(&mut window);
    open_card(&mut window, "ромашка");
    assert_eq!(window.windows(), 2);

    window.press(Named::F2);
    window.press(Named::End);
    window.type_text(" Два");
    window.command('s');
    assert!(window.turn_to(1));
    assert!(
        window.sees("ООО «Ромашка» Два"),
        "the other window shows it too"
    );

    window.command('z');
    assert!(!window.sees("ООО «Ромашка» Два"), "and takes it back");
    assert!(window.turn_to(0));
    assert!(!window.sees("ООО «Ромашка» Два"));
    Ok(())
}

#[test]
fn what_a_further_window_opens_is_shown_in_the_main_one() -> Result<()> {
    let mut window = window()?;
    open_card(&mut window, "ромашка");
    detach(&mut window);
    assert!(window.turn_to(1));
    window.press(Named::F2);
    assert_eq!(window.windows(), 2);
    assert!(window.turn_to(0));
    assert!(window.sees("Сохранить"), "the form is in the main window");
    Ok(())
}

#[test]
fn a_form_stays_in_the_main_window() -> Result<()> {
    let mut window = window()?;
    window.command('n');
    window.type_text("Новая");
    detach(&mut window);
    assert_eq!(window.windows(), 1);
    assert!(window.sees("Новая"));
    Ok(())
}

#[test]
fn news_are_shown_in_the_window_in_which_the_deed_was_done() -> Result<()> {
    let mut window = window()?;
    open_card(&mut window, "ромашка");
    detach(&mut window);
    window.press(Named::ArrowDown);
    window.press(Named::Delete);
    let news = "Удаление карточек";
    assert!(window.sees(news));
    assert!(window.turn_to(1));
    assert!(!window.sees(news));
    window.command('z');
    let undone = "Отменено: Удаление карточек";
    assert!(window.sees(undone));
    assert!(window.turn_to(0));
    assert!(!window.sees(undone) && window.sees(news));
    Ok(())
}

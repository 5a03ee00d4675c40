//! What every page of the client base keeps to: no column is missing without a word, no number is
//! cut, a dialog has the whole window, and the way back is in sight.

use iced::keyboard::Modifiers;
use iced::keyboard::key::Named;
use iced::{Point, Size};

use vizitka::error::Result;
use vizitka::settings::{Language, Settings};
use vizitka::ui::driver::Driver;
use vizitka::ui::screenshots;

const SMALL: Size = Size::new(1024.0, 700.0);
const USUAL: Size = Size::new(1440.0, 900.0);
/// In the middle of the list.
const LIST: Point = Point::new(500.0, 400.0);

fn window(size: Size) -> Result<Driver> {
    let settings = Settings {
        language: Language::Russian,
        ..Settings::default()
    };
    let mut window = screenshots::open(settings, size)?;
    window.command('2');
    Ok(window)
}

fn with(window: &mut Driver, modifiers: Modifiers, key: Named) {
    window.hold(modifiers);
    window.press(key);
    window.hold(Modifiers::empty());
}

#[test]
fn columns_without_room_are_scrolled_and_the_name_stays() -> Result<()> {
    let mut window = window(SMALL)?;
    assert!(!window.sees("Клиент с"), "it has no room");
    let name = window.place_of("Название");
    assert!(name.is_some());

    window.hold(Modifiers::SHIFT);
    window.wheel(LIST, 30.0);
    assert!(window.sees("Клиент с") && !window.sees("Роль"));
    assert_eq!(window.place_of("Название"), name);

    window.wheel(LIST, -30.0);
    assert!(window.sees("Роль") && !window.sees("Клиент с"));
    Ok(())
}

#[test]
fn the_keyboard_brings_a_column_into_sight_and_moves_it() -> Result<()> {
    let mut window = window(SMALL)?;
    window.press(Named::ArrowDown);
    for _ in 0..8 {
        window.press(Named::ArrowRight);
    }
    let last = window.place_of("Клиент с").unwrap();
    with(&mut window, Modifiers::ALT, Named::ArrowLeft);
    let moved = window.place_of("Клиент с").unwrap();
    let beside = window.place_of("Почта").unwrap();
    assert!(moved.x < beside.x && moved.x < last.x, "it stands before");

    for _ in 0..9 {
        window.press(Named::ArrowLeft);
    }
    assert!(window.sees("Роль"), "back at the first");
    Ok(())
}

#[test]
fn a_column_that_was_chosen_comes_into_sight() -> Result<()> {
    let mut window = window(SMALL)?;
    assert!(window.click("Колонки"));
    window.type_text("сайт");
    window.press(Named::Enter);
    window.press(Named::Escape);
    assert!(window.sees("Сайт"), "the last of nine");
    Ok(())
}

#[test]
fn tabs_lead_to_every_page_of_clients_and_back() -> Result<()> {
    let mut window = window(SMALL)?;
    for seen in ["Должность", "Новая группа", "Искать заново"] {
        with(&mut window, Modifiers::COMMAND, Named::PageDown);
        assert!(window.sees(seen) && window.sees("Организации"), "{seen}");
    }
    assert!(window.click("Контактные лица") && window.sees("Должность"));
    assert!(window.click("Группы") && window.sees("Новая группа"));
    with(&mut window, Modifiers::COMMAND, Named::PageUp);
    assert!(window.sees("Должность"), "and back by keyboard");
    Ok(())
}

#[test]
fn a_dialog_of_a_card_has_the_whole_window() -> Result<()> {
    let mut window = window(USUAL)?;
    window.type_text("ромашка");
    window.press(Named::Enter);
    assert!(window.sees("Календарь") && window.sees("Антонов Юрий Михайлович"));
    let calendar = window.place_of("Календарь").unwrap().center();
    window.command('d');
    assert!(!window.sees("Календарь"), "out of reach");
    window.command('5');
    assert!(!window.sees("Календарь"), "for the keyboard too");
    window.click_at(calendar);
    assert!(
        window.sees("Антонов Юрий Михайлович"),
        "closed, and nothing else"
    );
    Ok(())
}

#[test]
fn the_dialog_of_one_field_keeps_its_place_and_is_led_by_keyboard() -> Result<()> {
    let mut window = window(SMALL)?;
    for _ in 0..3 {
        window.press(Named::ArrowDown);
        window.press(Named::Space);
    }
    window.command('m');
    let foot = |window: &mut Driver| window.place_of("Отмена").map(|place| place.y);
    let before = foot(&mut window);
    assert!(before.is_some());
    window.type_text("сайт");
    window.press(Named::Enter);
    assert!(window.sees("Новое значение"));
    assert_eq!(foot(&mut window), before, "a field is chosen");
    window.type_text("modus.ru");
    assert!(window.sees("Изменить у 3"));
    assert_eq!(foot(&mut window), before, "it is known what would change");

    with(&mut window, Modifiers::SHIFT, Named::Tab);
    window.press(Named::ArrowRight);
    assert!(window.sees("Что заменить"), "the way is chosen by keyboard");
    assert_eq!(foot(&mut window), before);
    Ok(())
}

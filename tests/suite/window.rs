//! What a user does in the window, step by step, without a display.

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

#[test]
fn a_client_is_found_in_the_wrong_layout_opened_changed_and_changed_back() -> Result<()> {
    let mut window = window()?;
    window.type_text("hjvfirf");
    assert!(window.sees("ООО «Ромашка»"));

    window.press(Named::Enter);
    assert!(
        window.sees("Антонов Юрий Михайлович"),
        "the card with its people"
    );
    window.command('e');
    window.press(Named::End);
    window.type_text(" плюс");
    window.press(Named::Enter);
    assert!(window.sees("ООО «Ромашка» плюс"));
    assert!(
        window.sees("Изменение карточки"),
        "the toast names what was done"
    );

    window.command('z');
    assert!(window.sees("Отменено: Изменение карточки"));
    window.press(Named::Escape);
    assert!(window.sees("ООО «Ромашка»") && !window.sees("ООО «Ромашка» плюс"));
    window.command('y');
    assert!(window.sees("ООО «Ромашка» плюс"));
    Ok(())
}

#[test]
fn from_the_organization_to_its_people_and_back_in_one_click() -> Result<()> {
    let mut window = window()?;
    window.type_text("ромашка");
    window.press(Named::Enter);
    assert!(window.click("Антонов Юрий Михайлович"));
    assert!(window.sees("Юрий"), "the parts of his name");
    assert!(window.click("ООО «Ромашка»"));
    assert!(window.sees("Добавить человека"));
    Ok(())
}

#[test]
fn a_deleted_client_lies_in_the_bin_and_comes_back() -> Result<()> {
    let mut window = window()?;
    window.type_text("ромашка");
    window.press(Named::ArrowUp); // to the list
    window.press(Named::Delete);
    assert!(!window.sees("ООО «Ромашка»"));
    assert!(window.click("Корзина"));
    assert!(window.sees("ООО «Ромашка»"));
    window.press(Named::ArrowDown);
    window.press(Named::Enter);
    assert!(window.sees("Восстановление карточек"));
    assert!(window.click("Клиенты"));
    assert!(window.sees("ООО «Ромашка»"));
    Ok(())
}

#[test]
fn the_search_over_everything_opens_a_card_from_anywhere() -> Result<()> {
    let mut window = window()?;
    assert!(window.click("Журнал"));
    window.command('k');
    window.type_text("350-94");
    assert!(window.sees("Шах Светлана Ивановна"));
    window.press(Named::Enter);
    assert!(window.sees("Директор"));
    Ok(())
}

#[test]
fn the_language_changes_while_the_window_is_open() -> Result<()> {
    let mut window = window()?;
    window.command(',');
    assert!(window.click("English"));
    assert!(window.sees("Clients") && window.sees("Settings"));
    assert!(window.click("Clients"));
    assert!(window.sees("Organisations"));
    Ok(())
}

#[test]
fn every_screen_has_its_picture() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings {
        window: Some((1024.0, 700.0)),
        ..Settings::default()
    };
    let pictures = screenshots::take(settings, None, folder.path())?;
    assert!(pictures.len() >= 9);
    for picture in pictures {
        let bytes = std::fs::read(&picture).unwrap();
        assert!(
            bytes.starts_with(b"\x89PNG") && bytes.len() > 5_000,
            "{picture:?}"
        );
    }
    Ok(())
}

#[test]
fn a_new_file_is_described_by_keyboard_alone() {
    let settings = Settings {
        language: Language::Russian,
        ..Settings::default()
    };
    let start = vizitka::ui::app::App::new(settings, None, None);
    let mut window = Driver::new(start, Size::new(1440.0, 900.0));
    window.command('n');
    window.type_text("ООО Модус-В");
    window.press(Named::Tab);
    window.type_text("Решетова С. И.");
    assert!(window.sees("ООО Модус-В") && window.sees("Решетова С. И."));
}

#[test]
fn the_keyboard_stays_in_the_name_when_a_namesake_is_told() -> Result<()> {
    let mut window = window()?;
    window.command('n');
    window.type_text("ромашка");
    assert!(window.sees("Это разные"), "the namesake is told");
    window.type_text(" север");
    assert!(window.sees("ромашка север"), "and typing goes on");

    window.hold(Modifiers::CTRL);
    window.press(Named::Backspace);
    window.hold(Modifiers::empty());
    window.press(Named::Backspace);
    assert!(window.sees("Это разные"));
    window.hold(Modifiers::SHIFT);
    window.press(Named::Tab);
    window.hold(Modifiers::empty());
    window.press(Named::Enter);
    assert!(!window.sees("Это разные"), "told apart without the mouse");
    Ok(())
}

#[test]
fn what_is_typed_is_given_up_by_the_keyboard_alone() -> Result<()> {
    let mut window = window()?;
    window.command('n');
    window.type_text("ромашка север");
    window.press(Named::Escape);
    assert!(window.sees("Сохранить изменения?"));
    window.press(Named::Tab); // what gives it up stands first
    window.press(Named::Enter);
    assert!(!window.sees("Новая организация"));
    Ok(())
}

#[test]
fn a_person_entered_from_a_card_works_there() -> Result<()> {
    let mut window = window()?;
    window.type_text("ромашка");
    window.press(Named::Enter);
    window.hold(Modifiers::SHIFT);
    window.command('n');
    window.hold(Modifiers::empty());
    assert!(window.sees("Новое контактное лицо"));
    window.type_text("Лебедева");
    window.command('s');
    assert!(window.sees("ООО «Ромашка»"), "the employer is known");
    Ok(())
}

//! Letters to many in the real window, by keyboard.

use std::fs;
use std::path::Path;

use iced::Size;
use iced::keyboard::Modifiers;
use iced::keyboard::key::Named;
use vizitka::error::Result;
use vizitka::settings::{Language, Settings};
use vizitka::ui::driver::Driver;
use vizitka::ui::screenshots;

/// What is told of the group of the seven.
const SEVEN: &str = "7 получателей: Антонова Юлия Михайловна, Зайцева Ольга Ивановна, \
                     Калабина Мария Леопольдовна, Полонская Анна Викторовна, \
                     Порошина Тая Петровна, Розова Алина Андреевна, Федорова Ирина Семеновна";

fn window() -> Result<Driver> {
    let settings = Settings {
        language: Language::Russian,
        ..Settings::default()
    };
    screenshots::open(settings, Size::new(1440.0, 900.0))
}

fn go_on(window: &mut Driver) {
    window.hold(Modifiers::COMMAND);
    window.press(Named::Enter);
    window.hold(Modifiers::empty());
}

/// Types over what stands in the field that has the keyboard.
fn retype(window: &mut Driver, text: &str) {
    window.command('a');
    window.type_text(text);
}

/// The greeting to the seven, looked at.
fn greeted(window: &mut Driver) {
    assert!(window.click("Рассылки"));
    window.press(Named::ArrowDown);
    assert!(window.sees(SEVEN), "the important ones");
    go_on(window);
    window.press(Named::ArrowDown);
    assert!(window.sees("Поздравление с днём рождения"));
    go_on(window);
    assert!(window.sees("Антонова Юлия Михайловна"));
}

fn documents(folder: &Path) -> usize {
    fs::read_dir(folder).unwrap().count()
}

#[test]
fn the_seven_are_greeted_by_keyboard_and_each_history_tells_it() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window()?;
    greeted(&mut window);
    window.press(Named::ArrowDown);
    assert!(window.sees("Зайцева Ольга Ивановна"));
    go_on(&mut window);
    assert!(window.sees("Отметить в истории получателей"));
    retype(&mut window, folder.path().to_str().unwrap());
    go_on(&mut window);
    assert!(window.sees("Готово для 7 получателей: 7 файлов"));
    assert!(window.sees("Рассылка писем"), "the toast");
    assert_eq!(documents(folder.path()), 7);
    let files = fs::read_dir(folder.path()).unwrap();
    let mut names: Vec<_> = files
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names[0], "1 Антонова Юлия Михайловна.docx");

    window.command('k');
    window.type_text("антонова юлия");
    window.press(Named::Enter);
    window.command('h');
    assert!(window.sees("Поздравление с днём рождения"));
    window.command('z');
    assert!(!window.sees("Поздравление с днём рождения"));
    assert_eq!(documents(folder.path()), 7, "the files stay");
    Ok(())
}

#[test]
fn the_same_people_get_envelopes_in_one_file() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window()?;
    greeted(&mut window);
    go_on(&mut window);
    retype(&mut window, folder.path().join("письма").to_str().unwrap());
    go_on(&mut window);
    assert!(window.click("Наклейки"));
    go_on(&mut window);
    go_on(&mut window);
    assert!(!window.sees("Файл на каждое"), "all labels are in one");
    assert!(!window.sees("Отметить в истории получателей"));
    retype(
        &mut window,
        folder.path().join("наклейки").to_str().unwrap(),
    );
    go_on(&mut window);
    assert!(folder.path().join("наклейки.docx").exists());
    Ok(())
}

#[test]
fn letters_begin_with_selected_clients_and_typed_text_is_asked_about() -> Result<()> {
    let mut window = window()?;
    for _ in 0..3 {
        window.press(Named::ArrowDown);
        window.press(Named::Space);
    }
    window.command('r');
    assert!(window.sees("Отмеченные"));
    go_on(&mut window);
    // The letter on plain letterhead waits for its text.
    assert!(window.sees("Текст письма"));
    go_on(&mut window);
    assert!(window.sees("Текст письма"), "nothing to check yet");
    for _ in 0..3 {
        window.press(Named::Tab);
    }
    window.type_text("Приглашаем вас на выставку.");
    go_on(&mut window);
    assert!(window.sees("Получатель"));
    window.press(Named::Escape);
    window.press(Named::Escape);
    window.press(Named::Escape);
    assert!(window.sees("Текст письма нигде не сохранён."));
    window.press(Named::Escape);
    assert!(window.sees("Кому письма"), "one stays");
    Ok(())
}

#[test]
fn a_case_of_a_name_is_corrected_on_its_card() -> Result<()> {
    let mut window = window()?;
    window.command('k');
    window.type_text("антонова юлия");
    window.press(Named::Enter);
    window.command('g');
    assert!(window.sees("Антоновой Юлии Михайловны"), "by the rules");
    window.type_text("Антоновой Ю. М.");
    window.press(Named::Enter);
    assert!(window.sees("Исправление падежей"), "the toast");
    window.command('g');
    assert!(window.sees("Антоновой Ю. М."));
    Ok(())
}

//! Kinds of operation and templates of projects in the settings, by keyboard alone.

use iced::Size;
use iced::keyboard::Modifiers;
use iced::keyboard::key::Named;

use vizitka::error::Result;
use vizitka::settings::{Language, Settings};
use vizitka::ui::driver::Driver;
use vizitka::ui::screenshots;

/// The settings, with the tab of that number, counted from 0.
fn settings_at(tab: usize) -> Result<Driver> {
    let settings = Settings {
        language: Language::Russian,
        ..Settings::default()
    };
    let mut window = screenshots::open(settings, Size::new(1440.0, 900.0))?;
    window.command(',');
    window.hold(Modifiers::COMMAND);
    (0..tab).for_each(|_| window.press(Named::PageDown));
    window.hold(Modifiers::empty());
    Ok(window)
}

#[test]
fn a_kind_of_operation_is_made_and_offered_for_a_new_task() -> Result<()> {
    let mut window = settings_at(5)?;
    assert!(window.sees("Презентация") && window.sees("Подписание договора"));
    window.press(Named::Insert);
    window.type_text("Выезд на объект");
    window.command('s');
    assert!(window.sees("Выезд на объект") && window.sees("Новый вид операции"));
    window.press(Named::Escape);
    window.command('t');
    assert!(
        window.sees("Выезд на объект"),
        "among the kinds of a new task"
    );
    window.press(Named::Escape);
    window.command('z');
    assert!(window.sees("Отменено: Новый вид операции"));
    Ok(())
}

#[test]
fn tab_reaches_the_icons_the_results_and_the_buttons_of_a_kind() -> Result<()> {
    let mut window = settings_at(5)?;
    window.press(Named::Insert);
    window.type_text("Выезд");
    window.press(Named::Tab); // the icons
    window.press(Named::ArrowRight);
    for _ in 0..60 {
        window.press(Named::Tab);
    }
    assert!(window.sees("Завершать только с результатом"));
    window.press(Named::Escape);
    assert!(window.sees("Изменения не сохранены"));
    Ok(())
}

#[test]
fn a_step_joins_a_template_and_the_undo_takes_it_back() -> Result<()> {
    let mut window = settings_at(6)?;
    assert!(window.sees("Поставка программы"));
    window.press(Named::Enter);
    assert!(window.sees("Продажа"));
    window.press(Named::ArrowDown);
    window.hold(Modifiers::SHIFT);
    window.press(Named::Insert);
    window.hold(Modifiers::empty());
    window.type_text("Пробная эксплуатация");
    assert!(window.sees("Пробная эксплуатация"));
    window.command('s');
    assert!(window.sees("Изменение шаблона проекта"), "the toast");
    window.command('z');
    assert!(window.sees("Отменено: Изменение шаблона проекта"));
    Ok(())
}

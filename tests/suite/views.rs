//! The builder of filters and the saved views, as a user drives them.

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

/// Ctrl Shift F.
fn open_builder(window: &mut Driver) {
    window.hold(Modifiers::CTRL | Modifiers::SHIFT);
    window.type_text("f");
    window.hold(Modifiers::empty());
}

#[test]
fn a_filter_is_typed_saved_for_all_and_chosen_again() -> Result<()> {
    let mut window = window()?;
    open_builder(&mut window);
    let typed = "город = СПб и (название = ромашка или роль = бывший)";
    window.type_text(typed);
    window.press(Named::Enter);
    assert!(window.sees("ООО «Ромашка»"));
    let chip = "город = СПб и (название = ромашка или роль = Бывший)";
    assert!(window.sees(chip), "the filter stands in the bar");

    assert!(window.click("Виды"));
    assert!(window.click("Сохранить вид…"));
    window.type_text("Торговля СПб");
    assert!(window.click("Для всех коллег"));
    assert!(window.click("Показывать среди групп"));
    assert!(window.click("Сохранить"));
    assert!(
        window.sees("Сохранение вида"),
        "the toast names what was done"
    );
    assert!(window.sees("Торговля СПб"), "the button names the view");

    assert!(window.click("Сбросить"));
    assert!(!window.sees(chip));
    assert!(window.click("Виды"));
    assert!(window.sees("Для всех"));
    assert!(window.click("Торговля СПб"));
    assert!(window.sees(chip) && window.sees("ООО «Ромашка»"));

    // Among the groups it is counted, and leads back to its clients.
    assert!(window.click("Группы"));
    assert!(window.sees("динамическая"));
    assert!(window.click("Торговля СПб"));
    assert!(window.sees(chip) && window.sees("ООО «Ромашка»"));

    assert!(window.click("Торговля СПб"));
    assert!(window.click("Удалить «Торговля СПб»"));
    assert!(window.sees("Виды"));
    window.command('z');
    assert!(window.click("Виды"));
    assert!(window.sees("Торговля СПб"), "an undo brings it back");
    Ok(())
}

#[test]
fn a_mistake_is_told_while_one_types_and_the_list_stays() -> Result<()> {
    let mut window = window()?;
    open_builder(&mut window);
    window.type_text("горд = СПб");
    assert!(window.sees(
        "Место 1, «горд»: здесь ждали название поля (слово И внутри значения берут в кавычки). \
         Похоже: город."
    ));
    assert!(window.sees("Группа условий"));
    window.press(Named::Escape);
    assert!(!window.sees("Группа условий"));
    Ok(())
}

#[test]
fn conditions_are_built_by_keyboard_and_say_themselves_in_one_line() -> Result<()> {
    let mut window = window()?;
    open_builder(&mut window);
    assert!(window.sees("Группа условий"));
    // Over the tools and the head of the group to the first row: field, question, value.
    for _ in 0..10 {
        window.press(Named::Tab);
    }
    window.type_text("Петербург");
    assert!(window.sees("город содержит Петербург"));
    Ok(())
}

#[test]
fn an_empty_list_says_why_and_a_ready_made_one_needs_no_typing() -> Result<()> {
    let mut window = window()?;
    open_builder(&mut window);
    window.type_text("город = Нигде");
    assert!(window.sees("Никто не проходит фильтр: город = Нигде"));
    assert!(window.click("Показать всех"));
    assert!(!window.sees("Сбросить"));
    assert!(window.click("Виды"));
    assert!(window.click("Шаг просрочен"));
    let chip = "дата следующего шага в прошлом";
    assert!(window.sees("Сбросить") && window.sees(chip));
    Ok(())
}

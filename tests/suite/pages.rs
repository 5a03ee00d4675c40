//! The pages of duplicates and merge, the export and the tabs of a card, by keyboard alone.

use iced::Size;
use iced::keyboard::Modifiers;
use iced::keyboard::key::Named;

use vizitka::error::Result;
use vizitka::settings::{Language, Settings};
use vizitka::ui::app::Message;
use vizitka::ui::desk;
use vizitka::ui::driver::Driver;
use vizitka::ui::screenshots;

fn window() -> Result<Driver> {
    let settings = Settings {
        language: Language::Russian,
        ..Settings::default()
    };
    screenshots::open(settings, Size::new(1440.0, 900.0))
}

fn shifted(window: &mut Driver, letter: &str) {
    window.hold(Modifiers::COMMAND | Modifiers::SHIFT);
    window.type_text(letter);
    window.hold(Modifiers::empty());
}

#[test]
fn three_selected_rows_are_merged_and_the_merge_is_taken_back() -> Result<()> {
    let mut window = window()?;
    window.type_text("ООО");
    window.command('j');
    assert!(
        window.sees("Отметьте две карточки или больше, чтобы объединить их"),
        "one row is nothing to merge"
    );
    for _ in 0..3 {
        window.press(Named::ArrowDown);
        window.press(Named::Space);
    }
    assert!(window.sees("Выбрано: 3"));
    window.command('j');
    assert!(window.sees("Объединение карточек") && window.sees("Останется эта карточка"));
    window.type_text("3"); // the third card survives
    window.press(Named::ArrowRight);
    window.press(Named::Enter);
    assert!(!window.sees("Останется эта карточка"), "back in the list");
    assert!(window.sees("Объединение карточек"), "the toast");
    window.command('z');
    assert!(window.sees("Отменено: Объединение карточек"));
    Ok(())
}

#[test]
fn the_menu_of_a_row_merges_the_selected_ones() -> Result<()> {
    let mut window = window()?;
    for _ in 0..2 {
        window.press(Named::ArrowDown);
        window.press(Named::Space);
    }
    window.press(Named::ContextMenu);
    for _ in 0..7 {
        window.press(Named::ArrowDown);
    }
    window.press(Named::Enter);
    assert!(window.sees("Останется эта карточка"));
    window.press(Named::Escape);
    assert!(window.sees("Выбрано: 2"));
    Ok(())
}

#[test]
fn the_duplicates_are_searched_and_left_by_keyboard() -> Result<()> {
    let mut window = window()?;
    for _ in 0..6 {
        window.send(Message::Desk(desk::Message::Tick));
    }
    assert!(window.sees("Дубликаты"), "the tab, counted at rest");
    shifted(&mut window, "d");
    assert!(!window.sees("Колонки"), "the page lies over the list");
    window.press(Named::Escape);
    assert!(window.sees("Колонки"));
    Ok(())
}

#[test]
fn the_list_is_exported_by_keyboard() -> Result<()> {
    let mut window = window()?;
    shifted(&mut window, "e");
    assert!(window.sees("Экспорт списка") || window.sees("Экспорт"));
    window.press(Named::Escape);
    assert!(window.sees("Организации"));
    Ok(())
}

#[test]
fn a_note_is_written_on_its_tab_and_the_next_tab_holds_files() -> Result<()> {
    let mut window = window()?;
    window.command('k');
    window.type_text("ромашка");
    window.press(Named::Enter);
    window.hold(Modifiers::COMMAND);
    (0..5).for_each(|_| window.press(Named::PageDown));
    window.hold(Modifiers::empty());
    assert!(window.sees("Портрет"));
    window.hold(Modifiers::COMMAND);
    window.press(Named::PageDown);
    window.hold(Modifiers::empty());
    window.type_text("n");
    window.type_text("Звонить после обеда");
    window.hold(Modifiers::COMMAND);
    window.press(Named::Enter);
    window.hold(Modifiers::empty());
    assert!(window.sees("Звонить после обеда"));
    window.hold(Modifiers::COMMAND);
    window.press(Named::PageDown);
    window.hold(Modifiers::empty());
    assert!(!window.sees("Звонить после обеда"), "the tab of the files");
    Ok(())
}

#[test]
fn the_degree_of_influence_is_set_on_the_map() -> Result<()> {
    let mut window = window()?;
    window.command('k');
    window.type_text("ромашка");
    window.press(Named::Enter);
    window.hold(Modifiers::COMMAND);
    (0..4).for_each(|_| window.press(Named::PageDown));
    window.hold(Modifiers::empty());
    window.press(Named::Tab);
    window.press(Named::ArrowDown);
    assert!(window.sees("Открыть карточку") && window.sees("Степень влияния"));
    window.type_text("2");
    assert!(window.sees("Изменение карточек"));
    window.press(Named::Tab); // to the part in decisions
    window.press(Named::ArrowDown);
    window.command('z');
    Ok(())
}

//! Tasks in the window: the form over any page, by keyboard alone.

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

/// Enters a client with nothing on its card, and stays there.
fn new_client(window: &mut Driver) {
    window.command('n');
    window.type_text("Щучье");
    window.press(Named::Enter);
}

/// Presses Ctrl and Shift with a letter.
fn shifted(window: &mut Driver, letter: &str) {
    window.hold(Modifiers::COMMAND | Modifiers::SHIFT);
    window.type_text(letter);
    window.hold(Modifiers::empty());
}

#[test]
fn a_call_and_the_next_step_are_logged_in_twelve_key_strokes() -> Result<()> {
    let mut window = window()?;
    new_client(&mut window);
    window.press(Named::Escape);
    window.type_text("щуч"); // 3: the client by three letters
    window.press(Named::Enter); // 4: its card
    shifted(&mut window, "c"); // 5: a call was made
    assert!(window.sees("Звонок состоялся"));
    window.type_text("1"); // 6: its result by number
    window.type_text("Директор решает сам");
    window.press(Named::Enter); // 7: done
    assert!(window.sees("Следующая задача"));
    window.press(Named::Enter); // 8: the next step as proposed
    assert!(!window.sees("Следующая задача"));
    window.command('h');
    assert!(window.sees("ЛПР найден"), "the result stands in the tree");
    assert!(
        window.sees("Тел. звонок (назначить встречу)"),
        "and the next step"
    );
    Ok(())
}

#[test]
fn a_project_from_a_template_is_a_tree_whose_first_call_is_finished() -> Result<()> {
    let mut window = window()?;
    new_client(&mut window);
    window.command('h');
    assert!(window.click("По шаблону"));
    assert!(window.click("Поставка программы"));
    assert!(window.sees("Продажа") && window.sees("Обследование"));
    assert!(window.sees("Тел. звонок (выход на ЛПР)"));
    assert!(window.click("Тел. звонок (выход на ЛПР)"));
    window.press(Named::Space);
    assert!(window.sees("Завершение задачи"));
    window.type_text("1");
    window.press(Named::Enter);
    assert!(
        window.sees("Следующая задача"),
        "the next one is offered with its date"
    );
    window.press(Named::Escape);
    assert!(window.sees("ЛПР найден"));
    window.command('z');
    assert!(!window.sees("ЛПР найден"));
    Ok(())
}

#[test]
fn a_deal_stands_on_the_board_and_a_task_in_the_list_of_tasks() -> Result<()> {
    let mut window = window()?;
    new_client(&mut window);
    shifted(&mut window, "t");
    window.type_text("Поставка склада");
    window.press(Named::Enter);
    window.command('5');
    assert!(window.sees("Поставка склада"));
    window.command('4');
    assert!(window.click("Поручено мной"));
    Ok(())
}

//! The calendar in the real window: looked at, dragged, opened in further windows.

use iced::keyboard::key::Named;
use iced::{Point, Size};
use vizitka::error::Result;
use vizitka::settings::{Language, Settings};
use vizitka::ui::driver::Driver;
use vizitka::ui::screenshots;

/// The calendar of an empty day.
fn window() -> Result<Driver> {
    let settings = Settings {
        language: Language::Russian,
        ..Settings::default()
    };
    let mut window = screenshots::open(settings, Size::new(1440.0, 900.0))?;
    window.command('3');
    // To a day far ahead, which the sample data leave free.
    window.type_text("4");
    (0..30).for_each(|_| window.press(Named::PageDown));
    window.type_text("1");
    Ok(window)
}

/// The kind of task that a new one is.
const CALL: &str = "Тел. звонок (выход на ЛПР)";

/// Where an hour stands in the column of a day: the hours are scrolled to a quarter to nine.
fn hour(hour: f32) -> Point {
    Point::new(700.0, 158.0 + (hour - 8.75) * 76.0)
}

/// Draws an hour from ten o'clock and saves it as it is.
fn draw(window: &mut Driver) {
    window.drag_from(hour(10.05), hour(11.0));
    window.command('s');
}

#[test]
fn drawn_time_opens_the_form_of_a_task_and_stands_there_once_saved() -> Result<()> {
    let mut window = window()?;
    draw(&mut window);
    assert!(window.sees(CALL), "it stands in the day");
    Ok(())
}

#[test]
fn an_entry_is_dragged_to_another_hour_and_an_undo_takes_it_back() -> Result<()> {
    let mut window = window()?;
    draw(&mut window);
    let place = window.place_of(CALL).unwrap();
    let from = place.center();
    window.drag_from(from, from + iced::Vector::new(0.0, 152.0));
    let moved = window.place_of(CALL).unwrap();
    assert!(
        (moved.y - place.y - 152.0).abs() < 1.0,
        "two hours later: {place:?} {moved:?}"
    );
    assert!(window.sees("Перенос по времени"), "the toast");
    window.command('z');
    let back = window.place_of(CALL).unwrap();
    assert!((back.y - place.y).abs() < 1.0);
    Ok(())
}

#[test]
fn several_calendars_stand_in_windows_of_their_own_and_follow_each_change() -> Result<()> {
    let mut window = window()?;
    window.type_text("w");
    window.type_text("w");
    assert_eq!(window.windows(), 3);
    draw(&mut window);
    assert!(window.turn_to(1));
    assert!(window.sees(CALL), "the other window shows it too");
    window.press(Named::PageDown);
    assert!(!window.sees(CALL), "it has days of its own");
    assert!(window.turn_to(2));
    window.press(Named::Escape);
    assert_eq!(window.windows(), 2);
    Ok(())
}

#[test]
fn the_calendar_is_reached_left_and_found_by_its_name() -> Result<()> {
    let mut window = window()?;
    assert!(window.sees("Сегодня") && window.sees("Сотрудники"));
    window.press(Named::Escape);
    assert!(!window.sees("Сотрудники"));
    window.command('k');
    window.type_text("календ");
    window.press(Named::Enter);
    assert!(window.sees("Сотрудники"));
    Ok(())
}

#[test]
fn reminders_are_set_and_removed_from_an_entry() -> Result<()> {
    let mut window = window()?;
    draw(&mut window);
    window.press(Named::ArrowDown);
    window.type_text("r");
    assert!(window.sees("Напоминать") && window.sees("Участникам"));
    assert!(window.sees("Закрыть"));
    window.press(Named::Escape);
    assert!(!window.sees("Участникам"));
    assert!(window.click_right(CALL));
    assert!(
        window.sees("Завершить") && window.sees("Удалить"),
        "the menu"
    );
    window.press(Named::ArrowDown);
    window.press(Named::ArrowDown);
    window.press(Named::Enter);
    assert!(window.sees("Участникам"), "by the menu too");
    Ok(())
}

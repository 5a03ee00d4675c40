//! What the keyboard and a small window still reach.

use std::fs;

use iced::Size;
use iced::keyboard::Modifiers;
use iced::keyboard::key::Named;

use vizitka::error::Result;
use vizitka::settings::{Language, Settings};
use vizitka::ui::app::Message;
use vizitka::ui::driver::Driver;
use vizitka::ui::screenshots;

const SMALL: Size = Size::new(1024.0, 700.0);
const USUAL: Size = Size::new(1440.0, 900.0);

fn window(size: Size) -> Result<Driver> {
    let settings = Settings {
        language: Language::Russian,
        ..Settings::default()
    };
    screenshots::open(settings, size)
}

fn select(window: &mut Driver, count: usize) {
    for _ in 0..count {
        window.press(Named::ArrowDown);
        window.press(Named::Space);
    }
}

#[test]
fn selected_rows_can_be_deleted_however_little_room_there_is() -> Result<()> {
    for size in [SMALL, USUAL] {
        let mut window = window(size)?;
        select(&mut window, 3);
        assert!(window.click("Удалить"), "{size:?}");
        assert!(window.sees("Отменить"), "the toast leads back");
    }
    Ok(())
}

#[test]
fn what_has_no_room_beside_the_selected_rows_unfolds() -> Result<()> {
    let mut window = window(SMALL)?;
    select(&mut window, 2);
    assert!(!window.sees("Из группы") && window.click("Ещё"));
    assert!(window.click("Из группы"));
    assert!(window.sees("Найти"), "the groups unfold in its place");
    Ok(())
}

#[test]
fn news_leave_the_buttons_under_them_free() -> Result<()> {
    let mut window = window(SMALL)?;
    select(&mut window, 1);
    window.press(Named::Delete);
    select(&mut window, 2);
    let news = window.place_of("Отменить").unwrap();
    let buttons = window.place_of("Удалить").unwrap();
    assert!(news.y + news.height < buttons.y);
    Ok(())
}

#[test]
fn escape_leads_from_a_new_contact_back_to_its_organization() -> Result<()> {
    let mut window = window(USUAL)?;
    window.type_text("ромашка");
    window.press(Named::Enter);
    window.hold(Modifiers::SHIFT);
    window.command('n');
    window.hold(Modifiers::empty());
    window.type_text("Лебедева");
    window.command('s');
    assert!(!window.sees("Антонов Юрий Михайлович"), "her own card");
    window.press(Named::Escape);
    assert!(window.sees("Антонов Юрий Михайлович"), "her colleagues");
    assert!(window.sees("Контактные лица · 4"), "and herself among them");
    window.press(Named::Escape);
    assert!(window.sees("Клиенты") && !window.sees("Добавить человека"));
    Ok(())
}

#[test]
fn columns_of_an_import_come_into_sight_with_the_focus() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("wide.csv");
    let header: Vec<String> = (1..=14).map(|n| format!("Столбец {n}")).collect();
    let rows = format!("{}\n{}\n", header.join(";"), vec!["Агат"; 14].join(";"));
    fs::write(&path, rows).unwrap();

    let mut window = window(SMALL)?;
    window.send(Message::Dropped(path));
    assert!(window.sees("Столбец 1") && !window.sees("Столбец 14"));
    let steps = (0..40).position(|_| {
        window.press(Named::Tab);
        window.sees("Столбец 14")
    });
    assert!(steps.is_some(), "Tab goes on to the last column");
    Ok(())
}

#[test]
fn names_stay_in_sight_while_the_values_of_a_merge_go_by() -> Result<()> {
    let mut window = window(SMALL)?;
    select(&mut window, 5);
    window.command('j');
    let name = window
        .place_of("Останется эта карточка")
        .map(|place| place.y);
    for _ in 0..30 {
        window.press(Named::ArrowDown);
    }
    assert!(name.is_some());
    assert_eq!(
        window
            .place_of("Останется эта карточка")
            .map(|place| place.y),
        name
    );
    Ok(())
}

#[test]
fn a_view_is_kept_for_all_and_chosen_again_by_keyboard() -> Result<()> {
    let mut window = window(USUAL)?;
    let unfold = |window: &mut Driver| {
        window.hold(Modifiers::COMMAND | Modifiers::SHIFT);
        window.type_text("l");
        window.hold(Modifiers::empty());
    };
    window.type_text("ромашка");
    unfold(&mut window);
    (0..20).for_each(|_| window.press(Named::ArrowDown));
    window.press(Named::Enter); // the last line keeps a new one
    window.type_text("Ромашки");
    window.press(Named::Tab);
    window.press(Named::Space); // for all
    window.press(Named::Enter);
    unfold(&mut window);
    assert!(window.sees("Для всех"), "it stands among those of all");
    window.press(Named::Enter);
    assert!(!window.sees("Для всех"), "Enter takes the marked line");
    Ok(())
}

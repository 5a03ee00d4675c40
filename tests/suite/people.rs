//! Links, departments, the map of influence and the life of a person, by keyboard and by mouse.

use iced::Size;
use iced::keyboard::Modifiers;
use iced::keyboard::key::Named;

use vizitka::error::Result;
use vizitka::settings::{Language, Settings};
use vizitka::ui::driver::Driver;
use vizitka::ui::screenshots;

/// The card of the first client that is found, on the tab of that number.
fn card(name: &str, tab: usize) -> Result<Driver> {
    let settings = Settings {
        language: Language::Russian,
        ..Settings::default()
    };
    let mut window = screenshots::open(settings, Size::new(1440.0, 1400.0))?;
    window.command('k');
    window.type_text(name);
    window.press(Named::Enter);
    window.hold(Modifiers::COMMAND);
    for _ in 0..tab {
        window.press(Named::PageDown);
    }
    window.hold(Modifiers::empty());
    Ok(window)
}

fn alt(window: &mut Driver, key: Named) {
    window.hold(Modifiers::ALT);
    window.press(key);
    window.hold(Modifiers::empty());
}

/// Whether `one` stands over `other`.
fn is_over(window: &mut Driver, one: &str, other: &str) -> bool {
    let mut top = |text| window.place_of(text).map(|place| place.y);
    top(one)
        .zip(top(other))
        .is_some_and(|(one, other)| one < other)
}

#[test]
fn a_department_is_made_moved_renamed_and_removed_by_keyboard() -> Result<()> {
    let mut window = card("ромашка", 1)?;
    assert!(window.click("Подразделение"));
    window.type_text("Логистика");
    window.press(Named::Enter);
    assert!(window.sees("Логистика") && window.sees("Новое подразделение"));
    assert!(is_over(&mut window, "Склад", "Логистика"));

    alt(&mut window, Named::ArrowUp);
    assert!(is_over(&mut window, "Логистика", "Склад"));
    alt(&mut window, Named::ArrowUp);
    assert!(
        is_over(&mut window, "Логистика", "Бухгалтерия"),
        "it keeps the focus"
    );
    window.press(Named::F2);
    window.type_text(" и закупки");
    window.press(Named::Enter);
    assert!(window.sees("Логистика и закупки"));
    window.press(Named::Insert);
    window.type_text("Таможня");
    window.press(Named::Enter);
    assert!(window.sees("Таможня"));
    alt(&mut window, Named::ArrowLeft);
    window.press(Named::Delete);
    assert!(!window.sees("Таможня"));
    window.command('z');
    assert!(window.sees("Таможня"), "one undo brings it back");
    Ok(())
}

#[test]
fn people_and_departments_are_dragged() -> Result<()> {
    let mut window = card("ромашка", 1)?;
    assert!(window.drag("Бухгалтерия", "Коммерческий отдел"));
    assert!(window.sees("Перенос подразделения"));
    assert!(is_over(&mut window, "Бухгалтерия", "Склад"));
    window.command('z');

    assert!(window.drag("Главный бухгалтер", "Склад"));
    assert!(window.sees("Перевод в подразделение"));
    assert!(
        window.sees("Главный бухгалтер · Склад"),
        "on the list of people too"
    );
    assert!(
        window.drag("Дирекция", "Дирекция"),
        "a mere click moves nothing"
    );
    assert!(window.sees("Перевод в подразделение"));
    Ok(())
}

#[test]
fn a_link_is_made_by_keyboard_and_shown_from_both_ends() -> Result<()> {
    let mut window = card("ромашка", 1)?;
    assert!(window.click("Связь"));
    window.type_text("феникс");
    window.press(Named::Enter); // takes the card
    window.press(Named::Enter); // saves
    assert!(window.sees("Новая связь") && window.sees("ЗАО «Феникс»"));
    assert!(window.click("ЗАО «Феникс»"));
    window.hold(Modifiers::COMMAND);
    window.press(Named::PageDown);
    window.hold(Modifiers::empty());
    assert!(window.sees("Конкурент") && window.sees("ООО «Ромашка»"));

    assert!(window.click("Связь"));
    window.type_text("ромашка");
    window.press(Named::Enter);
    window.press(Named::Enter);
    assert!(window.sees("Такая связь уже есть"));
    Ok(())
}

#[test]
fn the_map_is_walked_by_arrows_and_opens_the_card() -> Result<()> {
    let mut window = card("ромашка", 4)?;
    assert!(window.sees("Карта влияния") && window.sees("Принимает решение"));
    assert!(is_over(&mut window, "Директор", "Зам. директора"));
    window.press(Named::Tab);
    window.press(Named::ArrowDown); // chooses the head
    window.press(Named::ArrowDown);
    window.press(Named::Enter);
    assert!(window.sees("Зам. директора · ООО «Ромашка»"));
    Ok(())
}

#[test]
fn links_of_the_map_are_added_and_removed_beside_it() -> Result<()> {
    let mut window = card("антонов юрий", 4)?;
    assert!(window.click("Связь на карте"));
    window.type_text("розова");
    window.press(Named::Enter);
    window.press(Named::Enter);
    assert!(window.sees("Розова Алина Андреевна"), "drawn at once");
    window.command('z');
    assert!(!window.sees("Розова Алина Андреевна"));
    Ok(())
}

#[test]
fn a_person_changes_jobs_and_the_career_keeps_the_old_one() -> Result<()> {
    let mut window = card("антонов юрий", 1)?;
    assert!(window.click("Сменил работу"));
    window.type_text("чайка");
    window.press(Named::Enter);
    window.press(Named::Tab);
    window.type_text("Советник");
    window.press(Named::Enter);
    assert!(window.sees("Переход на другую работу"));
    assert!(
        window.sees("Советник · ООО «Чайка»"),
        "in the head of the card"
    );
    window.command('z');
    assert!(window.sees("Директор · ООО «Ромашка»"));
    Ok(())
}

#[test]
fn documents_doubt_and_events_come_again() -> Result<()> {
    let mut window = card("антонов юрий", 5)?;
    assert!(window.sees("Срок действия истёк"));
    assert!(window.click("Документ"));
    window.type_text("40131");
    assert!(window.sees("В серии российского документа 4 цифры; введено 5"));
    window.press(Named::Tab);
    window.type_text("728164");
    window.press(Named::Enter);
    assert!(window.sees("Паспорт 40131 728164"), "doubts never refuse");

    assert!(window.click("Событие"));
    window.type_text("31.02");
    window.press(Named::Enter);
    assert!(window.sees("Напишите день как 12.05.1994 или 12.05"));
    for _ in 0..5 {
        window.press(Named::Backspace);
    }
    window.type_text("1.03");
    window.press(Named::Enter);
    assert!(window.sees("Семейный праздник") && window.sees("01.03"));
    window.command('z');
    assert!(!window.sees("Семейный праздник"));
    Ok(())
}

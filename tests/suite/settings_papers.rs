//! Our own companies and what is decided of papers, in the settings by keyboard.

use iced::Size;
use iced::keyboard::Modifiers;
use iced::keyboard::key::Named;

use vizitka::error::Result;
use vizitka::settings::{Language, Settings};
use vizitka::ui::driver::Driver;
use vizitka::ui::screenshots;

/// The tabs, counted from 0.
const COMPANIES: usize = 9;
const PAPERS: usize = 10;

/// What is said of a mask without a counter.
const NO_COUNTER: &str = "В маске номера нет счётчика. Добавьте {n}: например, {n:02}/{yy}.";

/// The settings with that tab, in a window so high that all of it is in sight.
fn settings_at(tab: usize) -> Result<Driver> {
    let settings = Settings {
        language: Language::Russian,
        ..Settings::default()
    };
    let mut window = screenshots::open(settings, Size::new(1440.0, 1600.0))?;
    window.command(',');
    window.hold(Modifiers::COMMAND);
    (0..tab).for_each(|_| window.press(Named::PageDown));
    window.hold(Modifiers::empty());
    Ok(window)
}

#[test]
fn a_second_company_is_entered_and_taken_back() -> Result<()> {
    let mut window = settings_at(COMPANIES)?;
    window.press(Named::Insert);
    window.type_text("ООО «Модус-Сервис»");
    window.press(Named::Tab); // the full name
    window.press(Named::Tab);
    window.type_text("7825107320");
    assert!(
        window.sees("Контрольная цифра ИНН не сходится: должна быть 5. Сверьте номер с документом")
    );
    window.press(Named::Escape);
    assert!(window.sees("Изменения не сохранены"));
    window.command('s');
    assert!(window.sees("ООО «Модус-Сервис»") && window.sees("Новая своя компания"));
    assert!(window.sees("Основная"), "two of them: one is the usual one");
    window.command('z');
    assert!(!window.sees("ООО «Модус-Сервис»"));
    Ok(())
}

#[test]
fn escape_asks_before_it_leaves_a_changed_company_and_then_the_settings() -> Result<()> {
    let mut window = settings_at(COMPANIES)?;
    window.press(Named::Enter);
    assert!(window.sees("Юридический адрес"));
    window.press(Named::Escape);
    assert!(!window.sees("Юридический адрес"), "nothing was changed");
    window.press(Named::Escape);
    assert!(!window.sees("Свои компании"));
    Ok(())
}

#[test]
fn a_mask_shows_the_next_number_and_says_what_is_wrong_with_it() -> Result<()> {
    let mut window = settings_at(PAPERS)?;
    for _ in 0..4 {
        window.press(Named::Tab); // offers, contracts, invoices, acts
    }
    window.command('a');
    window.type_text("А-");
    assert!(window.sees(NO_COUNTER));
    window.type_text("{n:03}");
    let next = |window: &mut Driver| window.sees("Следующий: А-001");
    assert!(next(&mut window));
    window.press(Named::Enter);
    assert!(next(&mut window) && !window.sees("Сохранить"));
    window.command('z');
    assert!(!next(&mut window));
    Ok(())
}

#[test]
fn a_kind_of_contract_is_added_and_goes_while_nothing_is_of_it() -> Result<()> {
    let mut window = settings_at(PAPERS)?;
    assert!(window.click("Новый вид"));
    window.type_text("Лицензия");
    window.press(Named::Tab);
    window.type_text("Л-{n}");
    assert!(window.sees("Следующий: Л-1"));
    window.press(Named::Enter);
    assert!(window.sees("Лицензия") && !window.sees("Сохранить"));
    window.command('z');
    assert!(!window.sees("Лицензия"));
    Ok(())
}

#[test]
fn invoices_are_to_be_paid_in_as_many_days_as_the_office_says() -> Result<()> {
    let mut window = settings_at(PAPERS)?;
    let place = window.place_of("Срок оплаты, дней").unwrap();
    window.click_at(place.position() + iced::Vector::new(20.0, 36.0));
    window.command('a');
    window.type_text("900");
    assert!(window.sees("Число дней от 0 до 365"));
    window.command('a');
    window.type_text("10");
    window.press(Named::Enter);
    assert!(!window.sees("Сохранить"));
    Ok(())
}

#[test]
fn a_rate_of_tax_is_added_and_those_of_the_country_come_back() -> Result<()> {
    let mut window = settings_at(PAPERS)?;
    assert!(window.sees("22 %") && window.sees("31.12.2025"));
    assert!(window.click("Изменить"));
    let place = window.place_of("Ставка").unwrap();
    assert!(place.y > 0.0);
    window.press(Named::Escape);
    assert!(window.click("Изменить"));
    assert!(window.click("Сохранить"));
    assert!(window.sees("Ставки вашего офиса."));
    assert!(window.click("Вернуть ставки России"));
    assert!(window.sees("22 %") && !window.sees("Ставки вашего офиса."));
    Ok(())
}

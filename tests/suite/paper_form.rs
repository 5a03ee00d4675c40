//! The form of papers in the window: who signs, what is sold, what becomes of it.

use std::collections::HashMap;

use iced::Size;
use iced::keyboard::Modifiers;
use iced::keyboard::key::Named;

use vizitka::domain::paper::{Document, PaperKind};
use vizitka::domain::{Card, Client, Paper};
use vizitka::error::Result;
use vizitka::i18n::Locale;
use vizitka::settings::{Language, Settings, Theme};
use vizitka::ui::driver::Driver;
use vizitka::ui::screenshots;
use vizitka::workspace::Workspace;

/// As high as the whole form: what is looked for need not be scrolled to.
const SIZE: Size = Size::new(1440.0, 3400.0);

fn window() -> Result<Driver> {
    let settings = Settings {
        language: Language::Russian,
        ..Settings::default()
    };
    screenshots::open(settings, SIZE)
}

/// Enters an organisation with nothing on its card, and stays there.
fn new_client(window: &mut Driver) {
    window.command('n');
    window.type_text("Щучье");
    window.press(Named::Enter);
}

/// Begins a new paper for the client that is shown.
fn new_paper(window: &mut Driver, kind: &str) {
    assert!(window.click("Создать"));
    assert!(window.click(kind), "the menu has {kind}");
}

/// Types into the field with that label.
fn fill(window: &mut Driver, label: &str, text: &str) {
    let place = window.place_of(label).expect(label);
    window.click_at(iced::Point::new(
        place.x + 20.0,
        place.y + place.height + 22.0,
    ));
    window.command('a');
    window.type_text(text);
}

/// Types a line, and Enter begins the next.
fn line(window: &mut Driver, name: &str, quantity: &str, price: &str) {
    for part in [name, quantity, price] {
        window.type_text(part);
        window.press(Named::Enter);
    }
}

#[test]
fn the_signatory_is_inflected_with_sex_position_and_ground() -> Result<()> {
    let mut window = window()?;
    new_client(&mut window);
    new_paper(&mut window, "Договор");
    assert!(window.sees("Черновик"));
    fill(&mut window, "В лице (подписант)", "Орлов Е. Е.");
    fill(&mut window, "Должность", "Директор");
    let said = "Директора Орлова Е. Е., действующего на основании Устава";
    assert!(window.sees(said));
    fill(&mut window, "В лице (подписант)", "Ким Юлия Михайловна");
    let said = "Директора Ким Юлии Михайловны, действующей на основании Устава";
    assert!(window.sees(said));
    fill(&mut window, "В родительном падеже", "директора Ким Ю. М.");
    assert!(window.sees("директора Ким Ю. М."), "the user knows better");
    window.command('s');
    assert!(
        window.sees("Новый документ"),
        "the toast names what was done"
    );
    assert!(window.sees("директора Ким Ю. М."), "and it is kept");
    window.command('z');
    Ok(())
}

#[test]
fn lines_of_an_invoice_are_right_to_the_kopeck_and_taxed_by_its_day() -> Result<()> {
    let mut window = window()?;
    new_client(&mut window);
    new_paper(&mut window, "Счёт");
    fill(&mut window, "Дата", "12.01.2026");
    assert!(window.click("Добавить строку"));
    line(&mut window, "Станок", "3", "1234,56");
    assert!(window.sees("НДС 22 %"));
    assert!(window.sees("667,88"), "the tax in it");
    assert!(window.sees("3\u{a0}703,68"), "the whole");
    fill(&mut window, "Дата", "12.01.2025");
    assert!(window.sees("НДС 20 %"), "the rate of that day");
    assert!(window.sees("617,28"));
    Ok(())
}

#[test]
fn what_was_typed_is_asked_about_before_the_form_is_left() -> Result<()> {
    let mut window = window()?;
    new_client(&mut window);
    new_paper(&mut window, "Счёт");
    window.press(Named::Escape);
    assert!(!window.sees("Поля шаблона"), "nothing was typed");
    new_paper(&mut window, "Счёт");
    fill(&mut window, "Тема", "Поставка");
    window.press(Named::Escape);
    assert!(window.sees("Вы не сохранили изменения") || window.sees("Не сохранять"));
    Ok(())
}

#[test]
fn a_made_document_is_kept_beside_the_former() -> Result<()> {
    let mut window = window()?;
    new_client(&mut window);
    new_paper(&mut window, "Счёт");
    fill(&mut window, "Сумма, ₽", "210000");
    assert!(window.click("Сформировать .docx"));
    assert!(window.sees("версия 1"));
    assert!(window.click("Сформировать .docx"));
    assert!(
        !window.sees("версия 2"),
        "the same once more is no other file"
    );
    fill(&mut window, "Сумма, ₽", "220000");
    assert!(window.click("Сформировать .docx"));
    assert!(window.sees("версия 2") && window.sees("версия 1"));
    Ok(())
}

#[test]
fn an_invoice_takes_over_the_lines_of_its_contract() -> Result<()> {
    let mut window = window()?;
    new_client(&mut window);
    new_paper(&mut window, "Договор");
    assert!(window.click("Добавить строку"));
    line(&mut window, "Станок", "1", "1000");
    line(&mut window, "Монтаж", "1", "2000");
    line(&mut window, "Поездка", "1", "500");
    assert!(window.sees("3\u{a0}500,00\u{a0}₽"));
    assert!(window.click("Счёт"), "made from it");
    assert!(window.sees("Выставлен") && window.sees("Монтаж"));
    assert!(window.sees("Создан на основании"));
    fill(&mut window, "Дата", "12.01.2026");
    assert!(window.click("1\u{a0}000,00"));
    window.command('a');
    window.type_text("1234,56");
    window.hold(Modifiers::SHIFT);
    window.press(Named::Tab);
    window.press(Named::Tab);
    window.hold(Modifiers::empty());
    window.command('a');
    window.type_text("3");
    assert!(window.sees("6\u{a0}203,68\u{a0}₽"), "the whole");
    assert!(window.sees("1\u{a0}118,70"), "the tax in it");
    assert!(window.sees("17.01.2026"), "to be paid in five days");
    window.command('s');
    assert!(window.sees("Новый документ"));
    Ok(())
}

#[test]
fn products_are_found_by_code_with_their_price() -> Result<()> {
    let mut window = window()?;
    new_client(&mut window);
    new_paper(&mut window, "Коммерческое предложение");
    assert!(window.click("Добавить строку"));
    window.type_text("о-401");
    assert!(window.sees("О-401 · 8\u{a0}450,00"));
    window.press(Named::Enter);
    window.type_text("2");
    assert!(window.sees("Сканер штрихкодов"));
    assert!(window.sees("16\u{a0}900,00\u{a0}₽"));
    Ok(())
}

#[test]
fn an_obligation_with_a_day_becomes_a_task_and_a_deleted_paper_comes_back() -> Result<()> {
    let mut window = window()?;
    new_client(&mut window);
    new_paper(&mut window, "Договор");
    fill(&mut window, "Номер", "77-П");
    assert!(window.click("Добавить обязательство"));
    window.type_text("Первая поставка");
    assert!(window.click("До даты"));
    window.type_text("15.10.2031");
    assert!(
        window.sees("После сохранения: задача «Первая поставка (договор № 77-П)» на 15.10.2031")
    );
    window.command('s');
    assert!(window.sees("Новый документ"));
    assert!(window.click("Удалить документ"));
    assert!(
        window.sees("Удаление документа"),
        "the toast names what was done"
    );
    assert!(!window.sees("Обязательства"), "the form is left");
    window.command('z');
    window.command('h');
    assert!(
        window.sees("Первая поставка (договор № 77-П)"),
        "its task too"
    );
    Ok(())
}

#[test]
fn what_the_template_lacks_leads_to_the_card_of_the_client() -> Result<()> {
    let mut window = window()?;
    new_client(&mut window);
    new_paper(&mut window, "Договор");
    assert!(window.sees("{клиент.инн}"));
    assert!(window.click("заполните в карточке клиента"));
    assert!(window.sees("Реквизиты") || window.sees("ИНН"));
    window.type_text("7825107325");
    window.command('s');
    assert!(window.sees("Поля шаблона"), "back in the form");
    Ok(())
}

#[test]
fn two_people_who_change_one_paper_keep_what_each_typed() -> Result<()> {
    let mut workspace = Workspace::in_memory()?;
    let client = Card::new(Client::organization("Ромашка"));
    workspace.save_card(&client, &client, &HashMap::new())?;
    let day = chrono::NaiveDate::from_ymd_opt(2026, 1, 12).unwrap();
    let draft = Document::new(Paper::new(PaperKind::Contract, client.client.id, day));
    let words = Locale::new(vizitka::i18n::Language::Russian);
    let mut save = |base: &Document, mine: &Document| {
        workspace.save_paper((base, mine), &HashMap::new(), &words, chrono::Utc::now())?;
        workspace.read().document(mine.paper.id)
    };
    let base = save(&draft, &draft)?;
    let (mut theirs, mut mine) = (base.clone(), base.clone());
    theirs.paper.city = "Москва".into();
    mine.paper.terms = "Предоплата".into();
    save(&base, &theirs)?;
    let joined = save(&base, &mine)?;
    assert_eq!(
        (&*joined.paper.city, &*joined.paper.terms),
        ("Москва", "Предоплата")
    );
    mine.paper.city = "Тверь".into();
    let untouched = save(&base, &mine)?;
    assert_eq!(untouched.paper.city, "Москва", "it is asked about first");
    Ok(())
}

#[test]
fn papers_have_their_pictures() -> Result<()> {
    let Some(folder) = std::env::var_os("VIZITKA_PICTURES") else {
        return Ok(());
    };
    let folder = std::path::PathBuf::from(folder);
    for (language, create, kinds) in [
        (Language::Russian, "Создать", ["Договор", "Счёт"]),
        (Language::English, "Create", ["Contract", "Invoice"]),
    ] {
        for theme in [Theme::Light, Theme::Dark] {
            for size in [Size::new(1440.0, 900.0), Size::new(1024.0, 700.0)] {
                let settings = Settings {
                    language,
                    theme,
                    ..Settings::default()
                };
                let mut window = screenshots::open(settings, size)?;
                window.command('7');
                for press in [Named::ArrowDown, Named::Enter] {
                    window.press(press);
                }
                let name = format!("known-{theme:?}-{}-{}.png", kinds[0], size.width);
                window.picture().save(folder.join(name)).unwrap();
                for kind in kinds {
                    window.command('k');
                    window.type_text("7825107325");
                    window.press(Named::Enter);
                    assert!(window.click(create) && window.click(kind));
                    let name = |part| format!("{kind}-{part}-{theme:?}-{}.png", size.width);
                    window.picture().save(folder.join(name("1"))).unwrap();
                    for part in ["2", "3"] {
                        let at = iced::Point::new(size.width * 0.3, size.height * 0.6);
                        window.wheel(at, 11.0);
                        window.picture().save(folder.join(name(part))).unwrap();
                    }
                    window.press(Named::Escape);
                }
            }
        }
    }
    Ok(())
}

#[test]
fn the_menu_of_a_paper_is_gone_through_by_arrows() -> Result<()> {
    let mut window = window()?;
    new_client(&mut window);
    new_paper(&mut window, "Договор");
    let print = window.place_of("Печать").expect("the button");
    let more = iced::Point::new(print.x - 62.0, print.center_y());
    window.click_at(more);
    assert!(window.sees("Создать на основании: счёт"));
    window.press(Named::Escape);
    assert!(!window.sees("Создать на основании: счёт") && window.sees("Вид договора"));
    window.click_at(more);
    window.press(Named::ArrowDown); // the act
    window.press(Named::Enter);
    assert!(!window.sees("Вид договора"), "the form of the act");
    Ok(())
}

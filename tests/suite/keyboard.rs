//! Pages that are gone through by keyboard alone.

use iced::Size;
use iced::keyboard::Modifiers;
use iced::keyboard::key::Named;
use rust_xlsxwriter::Workbook;

use vizitka::error::{Error, Result};
use vizitka::settings::{Language, Settings};
use vizitka::ui::app::Message;
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
fn tab_comes_to_the_sheet_of_a_workbook_behind_the_register() -> Result<()> {
    let folder = tempfile::tempdir().map_err(Error::failed("making a folder"))?;
    let path = folder.path().join("клиенты.xlsx");
    let mut workbook = Workbook::new();
    for (sheet, rows) in [
        ("Первый", ["Название", "ООО «Первый лист»"]),
        ("Второй", ["Название", "ООО «Второй лист»"]),
    ] {
        let sheet = workbook.add_worksheet().set_name(sheet);
        let sheet = sheet.map_err(Error::failed("naming a sheet"))?;
        for (at, row) in (0..).zip(rows) {
            let written = sheet.write(at, 0, row);
            written.map_err(Error::failed("writing a cell"))?;
        }
    }
    let saved = workbook.save(&path);
    saved.map_err(Error::failed("saving the workbook"))?;

    let mut window = window()?;
    window.send(Message::Dropped(path));
    assert!(window.sees("ООО «Первый лист»"));
    let mut tabs = 0;
    while window.sees("ООО «Первый лист»") && tabs < 4 {
        window.press(Named::Tab);
        tabs += 1;
        window.press(Named::ArrowDown);
    }
    assert!(window.sees("ООО «Второй лист»"), "after {tabs} tabs");
    assert_eq!(tabs, 2, "the register, then the sheet");
    window.press(Named::ArrowUp);
    assert!(window.sees("ООО «Первый лист»"));
    Ok(())
}

#[test]
fn one_escape_closes_what_stands_over_the_page_and_no_more() -> Result<()> {
    let settings = Settings {
        language: Language::Russian,
        ..Settings::default()
    };
    // So narrow that the rail has no words.
    let mut window = screenshots::open(settings, Size::new(1024.0, 700.0))?;
    window.command('9');
    for (key, over) in [('k', "Действия"), ('t', "Новая задача")] {
        window.command(key);
        assert!(window.sees(over), "{over}");
        window.press(Named::Escape);
        assert!(!window.sees(over), "{over}");
        assert!(window.sees("Результаты"), "behind {over}");
    }
    window.command('7');
    window.hold(Modifiers::SHIFT);
    window.press(Named::F10);
    window.hold(Modifiers::empty());
    assert!(window.sees("Карточка клиента"));
    window.press(Named::Escape);
    assert!(!window.sees("Карточка клиента"));
    assert!(window.sees("Новый документ"), "the register");
    window.press(Named::Escape);
    assert!(!window.sees("Новый документ"));
    Ok(())
}

/// The title of the page of the merge, which is the name of the operation too; and its button.
const TITLE: &str = "Объединение карточек";
const MERGE: &str = "Объединить";

#[test]
fn two_cards_are_merged_and_parted_without_a_mouse() -> Result<()> {
    let mut window = window()?;
    for _ in 0..2 {
        window.press(Named::ArrowDown);
        window.press(Named::Space);
    }
    window.command('j');
    assert!(window.sees(TITLE) && window.sees(MERGE));
    window.press(Named::ArrowDown); // the second difference
    window.press(Named::ArrowRight); // from the second card
    window.press(Named::ArrowLeft);
    window.type_text("2"); // the second card survives
    assert!(window.sees(MERGE));
    window.press(Named::Escape);
    assert!(!window.sees(MERGE), "nothing was merged");
    window.command('j');
    window.press(Named::Enter);
    assert!(!window.sees(MERGE) && window.sees(TITLE), "the news say so");
    window.command('z');
    assert!(window.sees("Отменено: Объединение карточек"));
    Ok(())
}

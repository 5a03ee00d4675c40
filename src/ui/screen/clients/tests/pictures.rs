//! Pictures one looks at: `VIZITKA_PICTURES=folder cargo test clients`.

use iced::Theme;

use super::*;
use crate::i18n::{Language, Locale};
use crate::ui::style;
use crate::ui::widget::table;

/// Where pictures go, if they are wanted.
fn folder() -> Option<std::path::PathBuf> {
    std::env::var_os("VIZITKA_PICTURES").map(Into::into)
}

fn draw(driver: &mut Driver, name: &str, theme: &Theme, size: Size) {
    driver.measure(size);
    let mut stage = Stage::new(size);
    let picture = stage.picture(driver.screen.view(&driver.context), theme);
    assert!(
        picture
            .rgba
            .chunks(4)
            .any(|pixel| pixel != &picture.rgba[..4])
    );
    if let Some(folder) = folder() {
        picture.save(folder.join(format!("{name}.png"))).unwrap();
    }
}

#[test]
fn the_screen_is_drawn_in_both_themes_and_languages() -> Result<()> {
    // The size of the page beside the rail of a window of 1440×900, and of 1024×700.
    let sizes = [
        ("large", Size::new(1232.0, 848.0)),
        ("small", Size::new(960.0, 648.0)),
    ];
    for (theme_name, theme) in [("light", style::light()), ("dark", style::dark())] {
        for language in Language::ALL {
            for (size_name, size) in sizes {
                let mut driver = Driver::new()?;
                driver.context.locale = Locale::new(language);
                let code = language.code();
                let name = |what: &str| format!("clients-{what}-{code}-{theme_name}-{size_name}");
                draw(&mut driver, &name("all"), &theme, size);

                driver.say(Message::TabChosen(Tab::Register(Kind::Person)));
                draw(&mut driver, &name("persons"), &theme, size);
                driver.say(Message::TabChosen(Tab::Register(Kind::Organization)));

                driver.say(Message::Filter(filters::Message::Mine));
                driver.say(Message::TextChanged("а".to_owned()));
                for row in [1, 2, 4] {
                    let checked = table::Message::Checked(row, Modifiers::empty());
                    let message = list::Message::Table(checked);
                    driver.say(Message::List(Kind::Organization, message));
                }
                driver.say(Message::MenuToggled(Menu::Facet(Facet::City)));
                draw(&mut driver, &name("filtered"), &theme, size);
                driver.say(Message::MenuToggled(Menu::JoinGroup));
                driver.say(Message::NeedleChanged("По".to_owned()));
                draw(&mut driver, &name("actions"), &theme, size);
                driver.say(Message::TextChanged("ничего такого".to_owned()));
                draw(&mut driver, &name("nothing"), &theme, size);
            }
        }
    }
    Ok(())
}

#[test]
fn an_empty_base_is_drawn() -> Result<()> {
    let mut driver = Driver::over(samples::empty_context()?)?;
    let size = Size::new(1232.0, 848.0);
    draw(&mut driver, "clients-empty", &style::light(), size);
    Ok(())
}

#[test]
fn every_menu_is_drawn() -> Result<()> {
    let (theme, size) = (style::light(), Size::new(1232.0, 848.0));
    let mut driver = Driver::new()?;
    let menus = [
        ("filter", Menu::AddFilter),
        ("columns", Menu::Columns),
        ("card", Menu::Card),
        ("export", Menu::Export),
        ("owner", Menu::Facet(Facet::Owner)),
    ];
    for (name, menu) in menus {
        driver.say(Message::MenuToggled(menu));
        draw(&mut driver, &format!("clients-menu-{name}"), &theme, size);
    }
    driver.say(Message::MenuClosed);
    driver.type_letter('a', Modifiers::COMMAND);
    let reassign = Message::DeedChosen(Deed::Reassign(None), None);
    let begun = driver.screen.update(reassign, &driver.context);
    driver.say(Message::Bulk(bulk::Message::Reached(12)));
    draw(&mut driver, "clients-work", &theme, size);
    draw(&mut driver, "clients-4k", &theme, Size::new(3600.0, 2000.0));
    driver.act(begun);
    Ok(())
}

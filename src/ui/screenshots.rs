//! Pictures of every screen with sample data, drawn without a display.

use std::fs;
use std::path::{Path, PathBuf};

use iced::Size;
use iced::keyboard::Modifiers;
use iced::keyboard::key::Named;

use crate::demo;
use crate::domain::paper::PaperKind;
use crate::error::{self, Error, Result};
use crate::i18n::Locale;
use crate::settings::{Settings, Theme};
use crate::ui::app::{App, Message};
use crate::ui::desk::{self, Opened};
use crate::ui::driver::Driver;
use crate::ui::frame;
use crate::ui::screen::Page;
use crate::workspace::Workspace;

/// A screen: the name of its picture, and the way to it from the list of clients.
type Screen = (&'static str, fn(&mut Driver));

/// What is typed to be found: the beginning of a name in the wrong keyboard layout.
const SOUGHT: &str = "hjv";
/// The INN of an organisation and the phone of a person, with much on their cards.
const ROMASHKA: &str = "7825107325";
const ANTONOV: &str = "934-50-17";

/// A filter in the words of the file, which every language understands.
const FILTER: &str = "city is filled and (role is any of (active, partner) or not phone is empty)";

/// Every screen, each reached as a user would, by keyboard.
const SCREENS: &[Screen] = &[
    ("today", |window| window.command('1')),
    ("reminders", |window| {
        window.command('b');
        window.turn_to(1);
    }),
    ("results", |window| go_to(window, Page::Results)),
    ("clients", |_| {}),
    ("clients-search", |window| window.type_text(SOUGHT)),
    ("clients-columns", |window| window.command('l')),
    ("clients-cell", |window| {
        window.press(Named::ArrowDown);
        window.press(Named::ArrowRight);
        window.press(Named::F2);
    }),
    ("clients-row-menu", |window| {
        window.press(Named::ArrowDown);
        window.press(Named::ContextMenu);
    }),
    ("clients-edit-many", |window| {
        // To the roles, for all rows: one more role is added.
        window.press(Named::ArrowDown);
        for _ in 0..3 {
            window.press(Named::ArrowRight);
        }
        window.command('a');
        window.command('m');
        window.press(Named::ArrowDown);
        window.press(Named::Enter);
    }),
    ("clients-selected", |window| {
        for _ in 0..3 {
            window.press(Named::ArrowDown);
            window.press(Named::Space);
        }
    }),
    ("clients-next-step", |window| {
        window.press(Named::ArrowDown);
        window.command('d');
    }),
    ("clients-builder", |window| {
        shifted(window, "f");
        window.type_text(FILTER);
    }),
    ("card", |window| {
        window.press(Named::ArrowDown);
        window.press(Named::Enter);
    }),
    ("card-people", |window| open_card(window, ROMASHKA, 1)),
    ("card-papers", |window| open_card(window, ROMASHKA, 3)),
    ("card-influence", |window| {
        open_card(window, ROMASHKA, 4);
        window.press(Named::Tab);
        window.press(Named::ArrowDown);
    }),
    ("card-career", |window| open_card(window, ANTONOV, 1)),
    ("card-person-influence", |window| {
        open_card(window, ANTONOV, 4);
    }),
    ("card-cases", |window| {
        open_card(window, ANTONOV, 0);
        window.command('g');
    }),
    ("card-biography", |window| open_card(window, ANTONOV, 5)),
    ("card-profile", |window| open_card(window, ROMASHKA, 5)),
    ("card-notes", |window| open_card(window, ROMASHKA, 6)),
    ("card-files", |window| open_card(window, ROMASHKA, 7)),
    ("form", |window| {
        window.press(Named::ArrowDown);
        window.press(Named::F2);
    }),
    ("form-new", |window| window.command('n')),
    ("card-tree", |window| {
        open_card(window, ROMASHKA, 0);
        window.command('h');
        (0..4).for_each(|_| window.press(Named::ArrowDown));
    }),
    ("card-timeline", |window| {
        open_card(window, ROMASHKA, 0);
        window.command('h');
        window.press(Named::Tab);
        window.press(Named::ArrowRight);
    }),
    ("tasks", |window| {
        window.command('4');
        window.press(Named::ArrowDown);
        window.press(Named::Space);
    }),
    ("board", |window| {
        window.command('5');
        window.press(Named::ArrowDown);
    }),
    ("documents", |window| {
        go_to(window, Page::Documents);
        window.press(Named::ArrowDown);
    }),
    ("documents-menu", |window| {
        go_to(window, Page::Documents);
        (0..3).for_each(|_| window.press(Named::ArrowDown));
        window.press(Named::ContextMenu);
    }),
    ("documents-selected", |window| {
        go_to(window, Page::Documents);
        window.press(Named::Space);
        window.press(Named::ArrowDown);
        window.press(Named::Space);
    }),
    ("sales-invoices", |window| sales_at(window, 0)),
    ("sales-payments", |window| sales_at(window, 1)),
    ("sales-payment", |window| {
        sales_at(window, 1);
        window.press(Named::Enter);
    }),
    ("sales-statement", |window| sales_at(window, 2)),
    ("sales-settlements", |window| sales_at(window, 3)),
    ("sales-products", |window| sales_at(window, 4)),
    ("sales-product", |window| {
        sales_at(window, 4);
        window.press(Named::Enter);
    }),
    ("templates", |window| {
        go_to(window, Page::Templates);
        // To the contract of supply, which becomes a template of the office.
        window.press(Named::ArrowDown);
        window.press(Named::Enter);
    }),
    ("log-call", |window| {
        open_card(window, ROMASHKA, 0);
        shifted(window, "c");
    }),
    ("task-form", |window| {
        open_card(window, ROMASHKA, 0);
        window.command('t');
    }),
    ("project-form", |window| {
        open_card(window, ROMASHKA, 0);
        shifted(window, "t");
    }),
    ("paper", |window| {
        go_to(window, Page::Documents);
        window.press(Named::ArrowDown);
        window.press(Named::Enter);
    }),
    ("paper-contract", |window| {
        open_card(window, ROMASHKA, 0);
        new_paper(window, PaperKind::Contract);
    }),
    ("paper-invoice", |window| {
        open_card(window, ROMASHKA, 0);
        new_paper(window, PaperKind::Invoice);
    }),
    ("paper-letter", |window| {
        open_card(window, ROMASHKA, 0);
        new_paper(window, PaperKind::Letter);
    }),
    ("search", |window| {
        window.command('k');
        window.type_text("350-94");
    }),
    ("search-papers", |window| {
        window.command('k');
        window.type_text("24/26");
    }),
    ("import", |window| window.command('i')),
    ("export", |window| shifted(window, "e")),
    ("duplicates", |window| shifted(window, "d")),
    ("merge", |window| {
        for _ in 0..5 {
            window.press(Named::ArrowDown);
            window.press(Named::Space);
        }
        window.command('j');
    }),
    ("past-imports", |window| {
        go_to(window, Page::PastImports);
    }),
    ("calendar", |window| calendar_at(window, "2")),
    ("calendar-day", |window| calendar_at(window, "1")),
    ("calendar-month", |window| calendar_at(window, "4")),
    ("calendar-list", |window| calendar_at(window, "5")),
    ("calendar-menu", |window| {
        calendar_at(window, "1");
        window.press(Named::ArrowDown);
        window.press(Named::ContextMenu);
    }),
    ("calendar-remind", |window| {
        calendar_at(window, "1");
        window.press(Named::ArrowDown);
        window.type_text("r");
    }),
    ("finish-many", |window| {
        window.command('4');
        for _ in 0..3 {
            window.press(Named::ArrowDown);
            window.press(Named::Space);
        }
        window.hold(Modifiers::COMMAND);
        window.press(Named::Enter);
        window.hold(Modifiers::empty());
    }),
    ("groups", |window| go_to(window, Page::Groups)),
    ("bin", |window| {
        window.press(Named::ArrowDown);
        window.press(Named::Delete);
        go_to(window, Page::Bin);
    }),
    ("letters", letters),
    ("letters-template", |window| {
        letters(window);
        go_on(window, 1);
    }),
    ("letters-check", |window| {
        letters(window);
        go_on(window, 1);
        window.press(Named::ArrowDown);
        go_on(window, 1);
        window.press(Named::ArrowDown);
    }),
    ("letters-output", |window| {
        letters(window);
        go_on(window, 1);
        window.press(Named::ArrowDown);
        go_on(window, 2);
    }),
    ("history", |window| go_to(window, Page::History)),
    ("shortcuts", |window| window.press(Named::F1)),
    ("settings", |window| window.command(',')),
    ("settings-dictionaries", |window| settings_at(window, 2)),
    ("settings-fields", |window| settings_at(window, 3)),
    ("settings-quality", |window| settings_at(window, 4)),
    ("settings-kinds", |window| {
        settings_at(window, 5);
        window.press(Named::Enter);
    }),
    ("settings-templates", |window| settings_at(window, 6)),
    ("settings-template", |window| {
        settings_at(window, 6);
        window.press(Named::Enter);
        (0..3).for_each(|_| window.press(Named::ArrowDown));
    }),
    ("settings-reminders", |window| settings_at(window, 7)),
    ("settings-working-time", |window| settings_at(window, 8)),
    ("settings-companies", |window| {
        settings_at(window, 9);
        window.press(Named::Enter);
    }),
    ("settings-papers", |window| settings_at(window, 10)),
];

/// Presses Ctrl and Shift with a letter.
fn shifted(window: &mut Driver, letter: &str) {
    window.hold(Modifiers::COMMAND | Modifiers::SHIFT);
    window.type_text(letter);
    window.hold(Modifiers::empty());
}

/// Begins letters to the most important group.
fn letters(window: &mut Driver) {
    go_to(window, Page::Letters);
    window.press(Named::ArrowDown);
}

/// Goes on to the next step, so many times.
fn go_on(window: &mut Driver, steps: usize) {
    window.hold(Modifiers::COMMAND);
    (0..steps).for_each(|_| window.press(Named::Enter));
    window.hold(Modifiers::empty());
}

/// Opens the settings and turns to a tab, counted from 0.
fn settings_at(window: &mut Driver, tab: usize) {
    window.command(',');
    window.hold(Modifiers::COMMAND);
    (0..tab).for_each(|_| window.press(Named::PageDown));
    window.hold(Modifiers::empty());
}

/// Opens the sales and turns to a tab, counted from 0.
fn sales_at(window: &mut Driver, tab: usize) {
    go_to(window, Page::Sales);
    window.hold(Modifiers::COMMAND);
    (0..tab).for_each(|_| window.press(Named::PageDown));
    window.hold(Modifiers::empty());
}

/// Shows the calendar with so much at once.
fn calendar_at(window: &mut Driver, scope: &str) {
    go_to(window, Page::Calendar);
    window.type_text(scope);
}

/// Draws every screen into `folder`, as the settings say, or those alone whose names hold `only`;
/// returns the files.
///
/// # Errors
/// [`Error::NoneNamed`] where no name holds it.
pub fn take(settings: Settings, only: Option<&str>, folder: &Path) -> Result<Vec<PathBuf>> {
    let is_meant = |name: &str| only.is_none_or(|only| name.contains(only));
    let mut names = SCREENS.iter().map(|(name, _)| *name).chain(["start"]);
    if !names.any(is_meant) {
        return Err(Error::NoneNamed {
            what: error::Named::Picture,
            name: only.unwrap_or_default().to_owned(),
        });
    }
    fs::create_dir_all(folder).map_err(Error::failed("making a folder"))?;
    let (width, height) = settings.window.unwrap_or((1440.0, 900.0));
    let size = Size::new(width, height);
    let suffix = format!(
        "{}-{}-{width}x{height}",
        settings.language.resolve().code(),
        if settings.theme == Theme::Dark {
            "dark"
        } else {
            "light"
        },
    );
    let mut pictures = Vec::new();
    let mut save = |name: &str, window: &mut Driver| -> Result<()> {
        let path = folder.join(format!("{name}-{suffix}.png"));
        let saved = window.picture().save(&path);
        saved.map_err(Error::failed("saving a picture"))?;
        pictures.push(path);
        Ok(())
    };
    if is_meant("start") {
        let start = App::new(settings.clone(), None, None);
        save("start", &mut Driver::new(start, size))?;
    }
    for (name, go) in SCREENS.iter().filter(|(name, _)| is_meant(name)) {
        let mut window = open(settings.clone(), size)?;
        go(&mut window);
        save(name, &mut window)?;
    }
    Ok(pictures)
}

/// Opens the first card that is found, and turns to the tab of that number.
fn open_card(window: &mut Driver, name: &str, tab: usize) {
    window.command('k');
    window.type_text(name);
    window.press(Named::Enter);
    window.hold(Modifiers::COMMAND);
    for _ in 0..tab {
        window.press(Named::PageDown);
    }
    window.hold(Modifiers::empty());
}

/// Begins a new paper for the client that is shown.
fn new_paper(window: &mut Driver, kind: PaperKind) {
    let pressed = frame::Message::NewPaper(kind);
    window.send(Message::Desk(desk::Message::Frame(pressed)));
}

/// Shows a page, whether the rail has words or icons alone.
fn go_to(window: &mut Driver, page: Page) {
    let pressed = frame::Message::Show(page);
    window.send(Message::Desk(desk::Message::Frame(pressed)));
}

/// A window with the sample data open, as after "Look around with sample data".
pub fn open(settings: Settings, size: Size) -> Result<Driver> {
    let locale = Locale::new(settings.language.resolve());
    show(demo::open(None, &locale)?, settings, size)
}

/// A window with that file open, at the list of clients.
pub fn show(workspace: Workspace, settings: Settings, size: Size) -> Result<Driver> {
    let opened = Opened::of(workspace)?;
    let mut window = Driver::new(App::new(settings, None, None), size);
    window.send(Message::Opened(Ok(opened)));
    window.send(Message::Desk(desk::Message::Frame(frame::Message::Clients)));
    Ok(window)
}

//! The screen over a small real base, driven as the app drives it.

mod pictures;
mod samples;

use iced::futures::StreamExt;
use iced::futures::executor::block_on;
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};
use iced::{Event, Size, window};
use iced_test::Simulator;
use iced_test::runtime::{Action as Effect, task};

use super::*;
use crate::domain::client::Role;
use crate::domain::listing::Sort;
use crate::domain::{Field, Operation};
use crate::error::Result;
use crate::ui::headless::{self, Stage};
use crate::ui::screen::{ExportFormat, Press};

const SIZE: Size = Size::new(1240.0, 840.0);

/// The screen, what it is shown with, and what it has wished for.
struct Driver {
    screen: Clients,
    context: Context,
    wishes: Vec<Wish>,
}

impl Driver {
    fn new() -> Result<Self> {
        Self::over(samples::context()?)
    }

    fn over(context: Context) -> Result<Self> {
        let (screen, command) = Clients::new(&context, &Kept::new());
        let mut driver = Self {
            screen,
            context,
            wishes: Vec::new(),
        };
        driver.settle(command);
        Ok(driver)
    }

    /// Runs a command, and what comes of it, to the end. As the app does, tells the screen when
    /// something was written.
    fn settle(&mut self, command: Command<Message>) {
        let mut waiting = vec![command];
        while let Some(mut stream) = waiting.pop().map(task::into_stream) {
            while let Some(effect) = stream.as_mut().and_then(|stream| block_on(stream.next())) {
                let Effect::Output(message) = effect else {
                    continue;
                };
                let action = self.screen.update(message, &self.context);
                for wish in &action.wishes {
                    if let Wish::Done(..) = wish {
                        waiting.push(self.screen.refresh(&self.context));
                    }
                }
                self.wishes.extend(action.wishes);
                waiting.push(action.command);
            }
        }
    }

    fn act(&mut self, action: Action<Message>) {
        self.wishes.extend(action.wishes);
        self.settle(action.command);
    }

    fn say(&mut self, message: Message) {
        let action = self.screen.update(message, &self.context);
        self.act(action);
    }

    fn press(&mut self, key: Named, modifiers: Modifiers) {
        let press = Press {
            key: Key::Named(key),
            latin: None,
            text: None,
            modifiers,
            is_captured: false,
            within: None,
        };
        let action = self.screen.press(&press, &self.context);
        self.act(action);
    }

    fn type_letter(&mut self, letter: char, modifiers: Modifiers) {
        let press = Press {
            key: Key::Character(letter.to_string().into()),
            latin: Some(letter),
            text: Some(letter.to_string()),
            modifiers,
            is_captured: false,
            within: None,
        };
        let action = self.screen.press(&press, &self.context);
        self.act(action);
    }

    /// Lets the table measure itself, as the first frame does.
    fn measure(&mut self, size: Size) {
        let mut stage = Stage::new(size);
        let redraw = Event::Window(window::Event::RedrawRequested(std::time::Instant::now()));
        for message in stage.send(self.screen.view(&self.context), &[redraw]) {
            self.say(message);
        }
    }

    fn names(&self) -> Vec<String> {
        let rows = &self.screen.list().rows;
        let lines = rows.order().iter().filter_map(|id| rows.line(*id));
        lines.map(|line| line.listing.client.title()).collect()
    }

    fn current(&self) -> String {
        let list = self.screen.list();
        let line = list.current().and_then(|id| list.rows.line(id));
        line.map(|line| line.listing.client.title())
            .unwrap_or_default()
    }

    fn ui(&self) -> Simulator<'_, Message> {
        headless::load_fonts();
        Simulator::with_size(
            iced::Settings::default(),
            SIZE,
            self.screen.view(&self.context),
        )
    }
}

#[test]
fn the_first_look_shows_all_organizations_by_name_and_the_card_of_the_first() -> Result<()> {
    let driver = Driver::new()?;
    let names = driver.names();
    assert_eq!(names.len(), samples::ORGANIZATIONS.len());
    assert_eq!(names[0], "ООО «Агат»");
    assert_eq!(driver.current(), "ООО «Агат»");
    let mut ui = driver.ui();
    assert!(ui.find("Открыть").is_ok());
    Ok(())
}

#[test]
fn typing_anywhere_searches() -> Result<()> {
    let mut driver = Driver::new()?;
    for letter in "ром".chars() {
        driver.type_letter(letter, Modifiers::empty());
    }
    assert_eq!(driver.screen.list().filter.text, "ром");
    assert!(
        driver
            .names()
            .iter()
            .all(|name| name.to_lowercase().contains("ром"))
    );
    assert_eq!(driver.current(), driver.names()[0]);

    driver.press(Named::Escape, Modifiers::empty());
    assert_eq!(driver.names().len(), samples::ORGANIZATIONS.len());
    Ok(())
}

#[test]
fn a_text_typed_in_the_other_layout_is_found() -> Result<()> {
    let mut driver = Driver::new()?;
    driver.say(Message::TextChanged("hjvfirf".to_owned()));
    assert_eq!(driver.names(), ["ООО «Ромашка»"]);
    let found = driver.screen.list().found.clone().unwrap();
    assert_eq!(found.reading.as_deref(), Some("ромашка"));
    Ok(())
}

#[test]
fn an_answer_to_an_earlier_question_is_dropped() -> Result<()> {
    let mut driver = Driver::new()?;
    let (screen, context) = (&mut driver.screen, &driver.context);
    let early = screen.update(Message::TextChanged("агат".to_owned()), context);
    let late = screen.update(Message::TextChanged("ром".to_owned()), context);
    driver.act(late);
    driver.act(early);
    assert!(
        driver
            .names()
            .iter()
            .all(|name| name.to_lowercase().contains("ром"))
    );
    assert!(driver.wishes.is_empty(), "{:?}", driver.wishes);
    Ok(())
}

#[test]
fn a_click_moves_the_cursor_and_a_second_opens_the_card() -> Result<()> {
    let mut driver = Driver::new()?;
    let mut ui = driver.ui();
    ui.click("ЗАО «Движение»").unwrap();
    ui.click("ЗАО «Движение»").unwrap();
    let said: Vec<_> = ui.into_messages().collect();
    for message in said {
        driver.say(message);
    }
    assert_eq!(driver.current(), "ЗАО «Движение»");
    assert!(driver.screen.list().selection.is_empty());
    let current = driver.screen.list().current();
    assert!(matches!(driver.wishes[..], [Wish::Open(id)] if Some(id) == current));
    Ok(())
}

#[test]
fn the_keyboard_goes_everywhere() -> Result<()> {
    let mut driver = Driver::new()?;
    let none = Modifiers::empty();
    let names = driver.names();
    driver.press(Named::End, none);
    assert_eq!(Some(&driver.current()), names.last());
    driver.press(Named::Home, none);
    driver.press(Named::ArrowDown, none);
    assert_eq!(driver.current(), names[1]);

    driver.press(Named::Space, none);
    driver.press(Named::ArrowDown, none);
    driver.press(Named::ArrowDown, Modifiers::SHIFT);
    driver.press(Named::ArrowDown, Modifiers::SHIFT);
    driver.press(Named::ArrowUp, Modifiers::SHIFT);
    assert_eq!(driver.screen.list().selection.count(), 3);

    driver.type_letter('a', Modifiers::COMMAND);
    assert_eq!(driver.screen.list().selection.count(), names.len());
    driver.press(Named::Escape, none);
    assert!(driver.screen.list().selection.is_empty());

    driver.press(Named::F2, none);
    driver.press(Named::Enter, none);
    assert!(matches!(
        driver.wishes[..],
        [Wish::Edit(edited), Wish::Open(opened)] if edited == opened
    ));
    Ok(())
}

#[test]
fn delete_sends_the_current_client_to_the_bin_and_the_next_takes_its_place() -> Result<()> {
    let mut driver = Driver::new()?;
    let names = driver.names();
    driver.press(Named::ArrowDown, Modifiers::empty());
    driver.press(Named::Delete, Modifiers::empty());
    assert_eq!(driver.names().len(), names.len() - 1);
    assert_eq!(driver.current(), names[2]);
    assert!(matches!(
        driver.wishes[..],
        [Wish::Done(Operation::DeleteClients, _)]
    ));
    Ok(())
}

#[test]
fn selected_clients_join_a_new_group_in_one_operation() -> Result<()> {
    let mut driver = Driver::new()?;
    driver.type_letter('a', Modifiers::COMMAND);
    let join = Deed::JoinNew("Все".to_owned());
    driver.say(Message::DeedChosen(join, None));
    let groups = &driver.screen.register().known.groups;
    let (group, members) = groups
        .iter()
        .find(|(group, _)| group.name == "Все")
        .unwrap();
    assert_eq!(*members, samples::ORGANIZATIONS.len() as i64);
    let (group, all) = (group.id, driver.screen.list().selection.count());
    assert_eq!(all, samples::ORGANIZATIONS.len(), "the selection stays");

    driver.press(Named::Escape, Modifiers::empty());
    driver.say(Message::DeedChosen(Deed::Leave(group), None));
    driver.say(Message::Filter(filters::Message::Group(group)));
    assert_eq!(driver.names().len(), samples::ORGANIZATIONS.len() - 1);
    assert_eq!(driver.wishes.len(), 2);
    Ok(())
}

#[test]
fn reassigned_clients_leave_the_list_of_mine() -> Result<()> {
    let mut driver = Driver::new()?;
    driver.say(Message::Filter(filters::Message::Mine));
    let mine = driver.names().len();
    assert!(mine > 3 && mine < samples::ORGANIZATIONS.len());
    let other = driver.context.catalog.employees[1].id;
    driver.say(Message::DeedChosen(Deed::Reassign(Some(other)), None));
    assert_eq!(driver.names().len(), mine - 1);
    Ok(())
}

#[test]
fn filters_narrow_the_list_together() -> Result<()> {
    let mut driver = Driver::new()?;
    driver.say(Message::MenuToggled(Menu::Facet(Facet::City)));
    let cities = driver.screen.register().known.cities.clone().unwrap();
    let (city, count) = cities[0].clone();
    driver.say(Message::Filter(filters::Message::City(city.clone())));
    assert_eq!(driver.names().len() as i64, count);
    driver.say(Message::Filter(filters::Message::Role(Role::Active)));
    assert!((driver.names().len() as i64) < count);
    let mut ui = driver.ui();
    assert!(ui.find(format!("Город: {city}")).is_ok());

    drop(ui);
    driver.say(Message::Filter(filters::Message::Reset));
    assert_eq!(driver.names().len(), samples::ORGANIZATIONS.len());
    Ok(())
}

#[test]
fn a_change_of_the_data_leaves_cursor_and_selection_where_they_are() -> Result<()> {
    let mut driver = Driver::new()?;
    driver.measure(Size::new(1240.0, 400.0));
    for _ in 0..20 {
        driver.press(Named::ArrowDown, Modifiers::empty());
    }
    driver.press(Named::Space, Modifiers::empty());
    let (current, offset) = (driver.current(), driver.screen.list().table.offset());
    let first = samples::organization("ООО «Аврора»", &driver.context.catalog.employees);
    let added = driver
        .context
        .worker
        .write(move |workspace| workspace.transact(Operation::AddClient, |tx| tx.add_card(&first)));
    block_on(added)?;
    let refreshed = driver.screen.refresh(&driver.context);
    driver.settle(refreshed);

    assert_eq!(driver.current(), current);
    let moved = driver.screen.list().table.offset() - offset;
    assert!(
        (moved - 1.0).abs() < 1e-9,
        "the same rows are under the eyes"
    );
    assert_eq!(driver.screen.list().selection.count(), 1);
    Ok(())
}

#[test]
fn the_clients_of_a_group_are_shown_alone() -> Result<()> {
    let mut driver = Driver::new()?;
    driver.say(Message::TextChanged("ром".to_owned()));
    let groups = &driver.screen.register().known.groups;
    let (group, members) = (groups[0].0.id, groups[0].1);
    let shown = driver
        .screen
        .show_group(Kind::Organization, group, &driver.context);
    driver.settle(shown);
    assert_eq!(driver.names().len() as i64, members);
    Ok(())
}

#[test]
fn the_employer_of_a_person_is_one_click_away() -> Result<()> {
    let mut driver = Driver::new()?;
    driver.say(Message::TabChosen(Tab::Register(Kind::Person)));
    let mut ui = driver.ui();
    ui.click("ООО «Ромашка»").unwrap();
    let said: Vec<_> = ui.into_messages().collect();
    for message in said {
        driver.say(message);
    }
    assert!(matches!(driver.wishes[..], [Wish::Open(_)]));
    Ok(())
}

#[test]
fn an_empty_base_says_what_belongs_there() -> Result<()> {
    let driver = Driver::over(samples::empty_context()?)?;
    let mut ui = driver.ui();
    ui.click("Новая организация").unwrap();
    assert!(matches!(
        ui.into_messages().collect::<Vec<_>>()[..],
        [Message::CreatePressed]
    ));
    Ok(())
}

#[test]
fn an_export_takes_what_is_shown() -> Result<()> {
    let mut driver = Driver::new()?;
    driver.say(Message::Columns(ColumnChange::Toggle(Sort::Field(
        Field::Email,
    ))));
    driver.say(Message::TextChanged("hjvfirf".to_owned()));
    driver.say(Message::ExportChosen(Some(ExportFormat::Csv)));
    let Some(Wish::Export(ExportFormat::Csv, filter, order, columns)) = driver.wishes.last() else {
        panic!("no export");
    };
    assert_eq!(filter.text, "ромашка");
    assert_eq!(order.by, Sort::Name);
    assert!(
        columns.contains(&Sort::Field(Field::Phone))
            && !columns.contains(&Sort::Field(Field::Email))
    );
    Ok(())
}

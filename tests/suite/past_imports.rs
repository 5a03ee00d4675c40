//! Imports that were done: counted, listed, and taken back with the merges upon them.

use std::fs;

use chrono::NaiveDate;
use iced::Size;
use iced::keyboard::key::Named;
use vizitka::domain::client::Kind;
use vizitka::domain::duplicate::{Picks, join};
use vizitka::domain::listing::{Filter, Order};
use vizitka::domain::{Client, Employee, Id, Operation, Progress};
use vizitka::error::Result;
use vizitka::exchange::import::{self, Options};
use vizitka::exchange::{Mapping, Source};
use vizitka::settings::{Language, Settings};
use vizitka::ui::{app, desk, driver::Driver, screenshots};
use vizitka::workspace::{Choices, PastImportLine, Undone, Workspace};

const TABLE: &str = "Название;Город\nООО «Агатовый берег»;Тверь\nООО «Невский вал»;Псков\n";

fn import(workspace: &mut Workspace, name: &str, table: &str) -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, table).unwrap();
    let source = Source::open(path)?;
    let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    let options = Options::new(Mapping::guess(&source), today);
    let done = import::apply(&source, &options, workspace, &Progress::default())?;
    assert_eq!(
        done.entry,
        Some(workspace.read().past_imports(1)?[0].entry),
        "an import knows its own entry"
    );
    Ok(())
}

fn organizations(workspace: &Workspace) -> Result<Vec<Id<Client>>> {
    let all = Filter::all(Kind::Organization);
    let reader = workspace.read();
    reader.order(&all, Order::default(), &Progress::default())
}

fn merge_all(workspace: &mut Workspace) -> Result<()> {
    let ids = organizations(workspace)?;
    let cards = workspace.read().cards(&ids)?;
    let joined = join(&cards, &Picks::new()).expect("two cards");
    workspace.transact(Operation::MergeClients, |tx| {
        tx.merge_cards(&joined, &cards[0], &cards[1..])
    })?;
    Ok(())
}

fn lines(workspace: &Workspace) -> Result<Vec<PastImportLine>> {
    workspace.read().past_imports(10)
}

#[test]
fn an_older_import_goes_with_the_merges_upon_it_and_the_newer_stays() -> Result<()> {
    let mut workspace = Workspace::in_memory()?;
    import(&mut workspace, "first.csv", TABLE)?;
    merge_all(&mut workspace)?;
    import(
        &mut workspace,
        "second.csv",
        "Название;ИНН\nООО «Ладожанка»;7728168971\n",
    )?;

    let told = lines(&workspace)?;
    let named: Vec<_> = told
        .iter()
        .map(|line| (&*line.import.source, line.import.added, line.merged))
        .collect();
    assert_eq!(named, [("second.csv", 1, 0), ("first.csv", 2, 1)]);

    let first = told[1].entry;
    let undone = workspace.undo_entry(first, &Choices::default())?;
    assert!(matches!(undone.value, Undone::Done(Operation::Import)));
    assert_eq!(organizations(&workspace)?.len(), 1);
    let told = lines(&workspace)?;
    assert!(!told[0].is_taken_back && told[1].is_taken_back && told[1].is_redoable);
    assert_eq!(told[1].merged, 0);
    workspace.redo()?;
    assert!(!lines(&workspace)?[1].is_taken_back);
    Ok(())
}

#[test]
fn merges_of_hidden_cards_are_not_counted() -> Result<()> {
    let mut workspace = Workspace::in_memory()?;
    import(&mut workspace, "first.csv", TABLE)?;
    merge_all(&mut workspace)?;
    let mut trainee = Employee::new("Виноградов", "Сергей", "Константинович");
    trainee.sees_all = false;
    workspace.transact(Operation::AddEmployee, |tx| tx.save(&trainee))?;
    let ids = organizations(&workspace)?;
    let old = workspace.read().card(ids[0])?;
    let mut new = old.clone();
    new.client.owner = Some(workspace.who());
    workspace.transact(Operation::EditClient, |tx| tx.change_card(&old, &new))?;
    assert_eq!(lines(&workspace)?[0].merged, 1);
    workspace.sign_in(trainee.id);
    assert_eq!(lines(&workspace)?[0].merged, 0);
    Ok(())
}

fn window() -> Result<Driver> {
    let settings = Settings {
        language: Language::Russian,
        ..Settings::default()
    };
    screenshots::open(settings, Size::new(1440.0, 900.0))
}

#[test]
fn an_import_is_found_among_the_past_ones_and_taken_back_by_keyboard() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("поставщики.csv");
    fs::write(&path, TABLE).unwrap();
    let mut window = window()?;
    let dropped = desk::Message::Dropped(path);
    window.send(app::Message::Desk(dropped));
    assert!(window.click("Проверить"));
    assert!(window.click("Загрузить 2"));
    assert!(window.sees("Отменить импорт"));
    // Something else is done since: the import is not the last deed any more.
    window.press(Named::Escape);
    window.type_text("Невский вал");
    window.press(Named::Enter);
    window.command('e');
    window.press(Named::End);
    window.type_text(" и К");
    window.press(Named::Enter);
    window.press(Named::Escape);

    window.command('k');
    window.type_text("прош имп");
    window.press(Named::Enter);
    assert!(window.sees("Прошлые импорты") && window.sees("поставщики.csv"));
    window.press(Named::ArrowDown);
    window.press(Named::Delete);
    assert!(
        window.sees("Отменить «Импорт»?"),
        "the later edit is asked about"
    );
    window.press(Named::Enter);
    assert!(window.sees("Отменено: Импорт"));
    assert!(window.sees("Отменён"));
    Ok(())
}

#[test]
fn the_button_of_an_import_takes_that_very_import_back() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("поставщики.csv");
    fs::write(&path, TABLE).unwrap();
    let mut window = window()?;
    window.send(app::Message::Desk(desk::Message::Dropped(path)));
    assert!(window.click("Проверить"));
    assert!(window.click("Загрузить 2"));
    // A group is made from the search while the result is still shown underneath.
    window.command('k');
    window.type_text("группы");
    window.press(Named::Enter);
    assert!(window.click("Новая группа"));
    window.type_text("Дилеры севера");
    window.press(Named::Enter);
    window.press(Named::Escape);
    assert!(window.click("Отменить импорт"));
    assert!(window.sees("Отменено: Импорт"));
    assert!(
        !window.sees("Отменить импорт"),
        "what it told is so no more"
    );
    window.command('k');
    window.type_text("Невский вал");
    assert!(window.sees("Ничего не нашлось") || !window.sees("ООО «Невский вал»"));
    Ok(())
}

use chrono::NaiveDate;
use iced::futures::executor::block_on;

use super::*;
use crate::domain::client::{Kind, TextField};
use crate::domain::{Id, PastImport, Progress};
use crate::exchange::import::{self, Options};
use crate::exchange::{Mapping, Source};
use crate::i18n::Language;
use crate::ui::screen::testing;
use crate::workspace::Workspace;

const LIST: &str = "Название;ИНН;Клиент с\nООО «Агат»;7707083893;2019-03-04\nООО «Нева»;7825107325;\n\
    ООО «Ладога»;7728168971;31.02.2020\n";

/// Imports a table of three rows, one of which is refused.
fn import(workspace: &mut Workspace) -> crate::error::Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("клиенты.csv");
    std::fs::write(&path, LIST).unwrap();
    let source = Source::open(path)?;
    let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    let options = Options::new(Mapping::guess(&source), today);
    import::apply(&source, &options, workspace, &Progress::default())?;
    Ok(())
}

fn open(context: &Context) -> PastImports {
    let mut page = PastImports::new();
    refresh(&mut page, context);
    page
}

fn refresh(page: &mut PastImports, context: &Context) {
    let command = page.refresh(context);
    testing::settle(Action::run(command), |message| {
        page.update(message, context)
    });
}

fn press(page: &mut PastImports, key: Named, context: &Context) -> Vec<Wish> {
    let action = page.press(&testing::press(key), context);
    testing::settle(action, |message| page.update(message, context))
}

fn line(page: &PastImports) -> &PastImportLine {
    &page.lines.as_ref().unwrap()[0]
}

#[test]
fn an_import_is_listed_taken_back_by_key_and_offered_again() {
    let context = testing::context(Language::Russian);
    block_on(context.worker.write(import)).unwrap();
    let mut page = open(&context);
    let told = &line(&page).import;
    assert_eq!(told.source, "клиенты.csv");
    assert_eq!((told.added, told.updated, told.refused), (2, 0, 1));
    assert_eq!(line(&page).who, context.me.id);

    press(&mut page, Named::ArrowDown, &context);
    let wishes = press(&mut page, Named::Delete, &context);
    assert!(matches!(
        wishes[..],
        [Wish::Reverted(true, Operation::Import)]
    ));
    refresh(&mut page, &context);
    assert!(line(&page).is_taken_back && line(&page).is_redoable);
    assert!(press(&mut page, Named::Delete, &context).is_empty());

    block_on(context.worker.write(Workspace::redo)).unwrap();
    refresh(&mut page, &context);
    assert!(!line(&page).is_taken_back && !line(&page).is_redoable);
}

#[test]
fn an_import_that_was_worked_upon_asks_before_it_goes() {
    let context = testing::context(Language::Russian);
    block_on(context.worker.write(import)).unwrap();
    block_on(context.worker.write(rename_the_last)).unwrap();
    let mut page = open(&context);
    press(&mut page, Named::ArrowDown, &context);
    assert!(press(&mut page, Named::Delete, &context).is_empty());
    assert!(page.take_back.is_asking());
    press(&mut page, Named::Escape, &context);
    assert!(!page.take_back.is_asking());
    press(&mut page, Named::Delete, &context);
    let wishes = press(&mut page, Named::Enter, &context);
    assert!(matches!(wishes[..], [Wish::Reverted(true, _)]));
    refresh(&mut page, &context);
    assert!(line(&page).is_taken_back);
}

fn rename_the_last(workspace: &mut Workspace) -> crate::error::Result<()> {
    let ids = testing::ids(workspace, Kind::Organization)?;
    let card = workspace.read().card(ids[ids.len() - 1])?;
    let mut edited = card.clone();
    edited
        .client
        .set_text(TextField::Name, "АО «Нева»".to_owned());
    workspace.save_card(&card, &edited, &Default::default())?;
    Ok(())
}

#[test]
fn the_list_is_drawn() {
    let make = |context: &Context| {
        block_on(context.worker.write(|workspace| {
            import(workspace)?;
            workspace.transact(Operation::Import, |tx| {
                tx.save(&PastImport {
                    id: Id::generate(),
                    version: 0,
                    source: "Контакты телефона Решетовой, выгрузка за ноябрь.vcf".to_owned(),
                    added: 12_408,
                    updated: 1_033,
                    unchanged: 86_559,
                    doubtful: 17,
                    refused: 204,
                })
            })?;
            import(workspace)?;
            workspace.undo()
        }))
        .unwrap();
        let mut page = open(context);
        page.table.set_cursor(Some(1), 3);
        page
    };
    testing::page("past-imports", make, PastImports::view);
}

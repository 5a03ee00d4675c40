//! The register of papers in the window: found by number and text, thrown away and brought back.

use iced::Size;
use iced::keyboard::Modifiers;
use iced::keyboard::key::Named;

use vizitka::domain::paper::{Document, PaperFilter, PaperKind, PaperOrder, PaperVersion};
use vizitka::domain::{Employee, Id, Operation, Paper};
use vizitka::error::Result;
use vizitka::settings::{Language, Settings};
use vizitka::ui::driver::Driver;
use vizitka::ui::screenshots;
use vizitka::workspace::Workspace;

use crate::papers::{add_client, day, invoice, now, office, save};

/// A window over a file.
pub fn window(workspace: Workspace) -> Result<Driver> {
    let settings = Settings {
        language: Language::Russian,
        ..Settings::default()
    };
    screenshots::show(workspace, settings, Size::new(1440.0, 900.0))
}

/// A contract in whose file there is a phrase, and an invoice.
fn papers() -> Result<Workspace> {
    let (mut workspace, romashka) = office()?;
    let agat = add_client(&mut workspace, "ООО «Агат»")?;
    save(&mut workspace, &invoice(romashka, 100_000))?;
    let mut contract = Document::new(Paper::new(PaperKind::Contract, agat, day("2026-05-01")));
    contract.paper.number = "П-08/26".into();
    contract.paper.subject = "Поставка склада".into();
    let contract = save(&mut workspace, &contract)?;
    let text = "Поставщик обязуется передать оборудование в исправном состоянии";
    let file = PaperVersion::new(contract.id, "договор.docx", (String::new(), 3), text, now());
    workspace.transact(Operation::MakePaperFile, |tx| tx.add_version(file))?;
    Ok(workspace)
}

fn paged(window: &mut Driver, key: Named) {
    window.hold(Modifiers::COMMAND);
    window.press(key);
    window.hold(Modifiers::empty());
}

#[test]
fn a_contract_is_found_by_part_of_its_number_and_by_a_phrase_of_its_text() -> Result<()> {
    let mut window = window(papers()?)?;
    window.command('7');
    assert!(window.sees("01/26") && window.sees("П-08/26"));
    window.type_text("п-08");
    assert!(window.sees("П-08/26") && !window.sees("01/26"));
    window.press(Named::Escape);
    assert!(window.sees("01/26"));
    window.type_text("исправном состоянии");
    assert!(window.sees("ООО «Агат»") && !window.sees("01/26"));
    window.press(Named::Escape);
    window.type_text("нет такого");
    assert!(window.sees("Ничего не найдено"));
    assert!(window.click("Показать все"));
    assert!(window.sees("01/26") && window.sees("П-08/26"));
    Ok(())
}

#[test]
fn a_thrown_away_contract_comes_back_from_the_bin_with_its_number() -> Result<()> {
    let mut window = window(papers()?)?;
    window.command('7');
    window.press(Named::ArrowDown);
    window.press(Named::Delete);
    assert!(window.sees("Удаление документа"), "the toast");
    assert!(!window.sees("П-08/26"));
    assert!(window.click("Корзина"));
    paged(&mut window, Named::PageDown);
    assert!(window.sees("Договор № П-08/26 от 01.05.2026"));
    window.press(Named::ArrowDown);
    window.press(Named::Enter);
    assert!(window.sees("Корзина пуста"));
    window.command('7');
    assert!(window.sees("П-08/26"));
    Ok(())
}

/// The register of these papers, with the keyboard on the contract.
fn at_the_contract() -> Result<Driver> {
    let mut window = window(papers()?)?;
    window.command('7');
    window.press(Named::ArrowDown);
    Ok(window)
}

#[test]
fn enter_opens_a_paper() -> Result<()> {
    let mut window = at_the_contract()?;
    window.press(Named::Enter);
    assert!(!window.sees("Все сотрудники"), "the form of the paper");
    Ok(())
}

#[test]
fn the_menu_of_a_contract_makes_an_invoice_from_it() -> Result<()> {
    let mut window = at_the_contract()?;
    window.press(Named::ContextMenu);
    assert!(window.sees("На основании: Счёт"));
    (0..2).for_each(|_| window.press(Named::ArrowDown));
    window.press(Named::Enter);
    assert!(!window.sees("Все сотрудники"), "the form of the invoice");
    Ok(())
}

#[test]
fn papers_of_a_hidden_client_are_nowhere() -> Result<()> {
    let mut workspace = papers()?;
    let mut trainee = Employee::new("Виноградов", "Сергей", "Константинович");
    trainee.sees_all = false;
    workspace.transact(Operation::AddEmployee, |tx| tx.save(&trainee))?;
    let all = workspace
        .read()
        .register_order(&PaperFilter::default(), PaperOrder::default())?;
    assert_eq!(all.len(), 2);
    workspace.transact(Operation::DeletePaper, |tx| tx.delete_paper(all[1], now()))?;
    workspace.sign_in(trainee.id);
    let reader = workspace.read();
    let none: Vec<Id<Paper>> = Vec::new();
    let everything = PaperFilter::default();
    assert_eq!(
        reader.register_order(&everything, PaperOrder::default())?,
        none
    );
    assert_eq!(reader.register_totals(&everything, day("2026-07-01"))?, []);
    assert_eq!(reader.papers_in_bin(10)?, []);
    assert_eq!(reader.paper_sums(&all)?, []);
    let mut window = window(workspace)?;
    window.command('7');
    assert!(window.sees("Документов пока нет"));
    assert!(!window.sees("01/26"));
    Ok(())
}

#[test]
fn the_search_over_everything_finds_papers_by_number_kind_and_text() -> Result<()> {
    let mut window = window(papers()?)?;
    let search = |window: &mut Driver, text: &str| {
        window.command('k');
        window.type_text(text);
    };
    search(&mut window, "п-08");
    assert!(window.sees("Договор № П-08/26 от 01.05.2026"));
    window.press(Named::Enter);
    assert!(window.sees("Вид договора"), "the form of the contract");
    window.press(Named::Escape);
    search(&mut window, "исправном состоянии");
    assert!(window.sees("Договор № П-08/26 от 01.05.2026"));
    window.press(Named::Escape);
    search(&mut window, "счёт 01/26");
    assert!(window.sees("Счёт № 01/26 от 29.06.2026"));
    assert!(!window.sees("Договор № П-08/26 от 01.05.2026"));
    window.press(Named::Escape);
    Ok(())
}

#[test]
fn selected_papers_are_thrown_away_together() -> Result<()> {
    let mut window = window(papers()?)?;
    window.command('7');
    window.command('a');
    assert!(window.sees("Выбрано: 2") && window.sees("Письма клиентам"));
    window.press(Named::Escape);
    assert!(
        !window.sees("Выбрано: 2") && window.sees("01/26"),
        "still there"
    );
    window.command('a');
    window.press(Named::Delete);
    assert!(window.sees("Удаление документов"));
    assert!(!window.sees("П-08/26") && !window.sees("01/26"));
    window.command('z');
    assert!(window.sees("П-08/26") && window.sees("01/26"));
    Ok(())
}

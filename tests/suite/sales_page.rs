//! Sales in the window: payments that close invoices, statements of the bank, rights.

use iced::keyboard::Modifiers;
use iced::keyboard::key::Named;

use vizitka::domain::client::Client;
use vizitka::domain::sales::Payment;
use vizitka::domain::{Card, Employee, Id, Operation};
use vizitka::error::Result;
use vizitka::ui::driver::Driver;
use vizitka::workspace::{Sharing, Workspace};

use crate::papers::{day, invoice, now, office, save};
use crate::program::Desk;
use crate::register_page::window;

/// Opens the sales and turns to a tab, counted from 0.
fn sales(window: &mut Driver, tab: usize) {
    window.command('2');
    window.command('6');
    window.hold(Modifiers::COMMAND);
    (0..tab).for_each(|_| window.press(Named::PageDown));
    window.hold(Modifiers::empty());
}

/// Enters a payment of the only client.
fn pay(window: &mut Driver, amount: &str) {
    sales(window, 1);
    window.press(Named::Insert);
    assert!(window.sees("Новая оплата") && window.sees("За какие счета"));
    window.type_text("ромашка");
    window.press(Named::Enter); // takes the client
    window.press(Named::Tab);
    window.press(Named::Tab); // by the day to the amount
    window.type_text(amount);
    window.press(Named::Enter);
    assert!(!window.sees("За какие счета"), "saved");
}

#[test]
fn a_part_payment_leaves_the_task_open_and_the_second_closes_it() -> Result<()> {
    let (mut workspace, romashka) = office()?;
    save(&mut workspace, &invoice(romashka, 100_000))?;
    let mut window = window(workspace)?;
    window.command('4');
    assert!(window.sees("Оплата счёта № 01/26"));
    pay(&mut window, "400");
    assert!(window.sees("400,00\u{a0}₽"));
    sales(&mut window, 3);
    assert!(window.sees("600,00\u{a0}₽"), "the debt falls");
    window.command('4');
    assert!(window.sees("Оплата счёта № 01/26"), "the task stays open");
    pay(&mut window, "600");
    sales(&mut window, 3);
    assert!(window.sees("Таких клиентов нет"), "nobody owes anything");
    window.command('4');
    assert!(!window.sees("Оплата счёта № 01/26"), "the task is done");
    window.command('z');
    assert!(window.sees("Оплата счёта № 01/26"), "open again");
    sales(&mut window, 3);
    assert!(window.sees("600,00\u{a0}₽"));
    Ok(())
}

#[test]
fn an_overpayment_is_an_advance_that_the_next_invoice_takes() -> Result<()> {
    let (mut workspace, romashka) = office()?;
    save(&mut workspace, &invoice(romashka, 100_000))?;
    let over = Payment::new(romashka, day("2026-07-01"), 150_000);
    workspace.transact(Operation::AddPayment, |tx| {
        tx.save_payment(&over, &Sharing::Usual(Vec::new()), now())
    })?;
    save(&mut workspace, &invoice(romashka, 30_000))?;
    let mut window = window(workspace)?;
    sales(&mut window, 3);
    assert!(window.sees("500,00\u{a0}₽") && window.sees("300,00\u{a0}₽"));
    assert!(window.click("Зачесть аванс"));
    assert!(window.sees("Таких клиентов нет"));
    Ok(())
}

#[test]
fn a_statement_that_is_read_in_twice_adds_nothing() -> Result<()> {
    let desk = Desk::new();
    let mut workspace = Workspace::in_memory()?;
    let mut client = Client::organization("ООО «Ромашка»");
    client.inn = "7825107325".into();
    client.owner = Some(workspace.who());
    let card = Card::new(client);
    workspace.transact(Operation::AddClient, |tx| tx.add_card(&card))?;
    save(&mut workspace, &invoice(card.client.id, 100_000))?;
    let path = desk.path("statement.csv");
    let text = "Дата;Сумма;Контрагент;ИНН;Назначение платежа\n\
                01.07.2026;400,00;ООО Ромашка;7825107325;Оплата по счету № 01/26\n\
                02.07.2026;77,00;Кто-то;5000000000;За что-то\n";
    std::fs::write(&path, text).unwrap();
    let mut window = window(workspace)?;
    let look = |window: &mut Driver| {
        sales(window, 2);
        window.type_text(&path.display().to_string());
        window.press(Named::Enter);
    };
    look(&mut window);
    assert!(window.sees("Распознаны · 1") && window.sees("Сомнительные · 1"));
    assert!(window.sees("ООО «Ромашка» · счёт 01/26"));
    assert!(window.click("Загрузить: 1"));
    assert!(window.sees("Уже загружены · 1"));
    assert!(window.sees("Распознаны · 0") && window.sees("Загрузить: 0"));
    look(&mut window);
    assert!(window.sees("Уже загружены · 1") && window.sees("Распознаны · 0"));
    window.command('z');
    assert!(
        window.sees("Распознаны · 1"),
        "all of it is taken back at once"
    );
    Ok(())
}

#[test]
fn payments_of_a_hidden_client_are_nowhere() -> Result<()> {
    let (mut workspace, romashka) = office()?;
    save(&mut workspace, &invoice(romashka, 100_000))?;
    let payment = Payment::new(romashka, day("2026-07-01"), 40_000);
    workspace.transact(Operation::AddPayment, |tx| {
        tx.save_payment(&payment, &Sharing::Usual(Vec::new()), now())
    })?;
    let mut trainee = Employee::new("Виноградов", "Сергей", "Константинович");
    trainee.sees_all = false;
    workspace.transact(Operation::AddEmployee, |tx| tx.save(&trainee))?;
    let listed = |workspace: &Workspace, client: Option<Id<Client>>| {
        workspace.read().payment_listings(client, (None, None))
    };
    let seen = listed(&workspace, None)?;
    assert_eq!(
        (seen.len(), seen[0].shared, seen[0].invoices.as_str()),
        (1, 40_000, "01/26")
    );
    assert_eq!(workspace.read().takings(day("2026-07-15"))?.len(), 1);
    workspace.sign_in(trainee.id);
    assert_eq!(listed(&workspace, None)?, []);
    assert_eq!(listed(&workspace, Some(romashka))?, []);
    assert_eq!(workspace.read().takings(day("2026-07-15"))?, []);
    let mut window = window(workspace)?;
    for tab in [0, 1, 3] {
        sales(&mut window, tab);
        assert!(!window.sees("ООО «Ромашка»"), "{tab}");
        assert!(!window.sees("400,00\u{a0}₽"), "{tab}");
    }
    Ok(())
}

#[test]
fn a_payment_says_how_it_was_made() -> Result<()> {
    let (mut workspace, romashka) = office()?;
    save(&mut workspace, &invoice(romashka, 100_000))?;
    let mut window = window(workspace)?;
    pay(&mut window, "400");
    assert!(window.sees("Безналичная"), "as payments usually are");
    window.press(Named::Enter); // the payment
    // From the amount by the currency to the method.
    (0..2).for_each(|_| window.press(Named::Tab));
    window.press(Named::ArrowDown);
    assert!(window.click("Сохранить"));
    assert!(window.sees("Наличными") && !window.sees("Безналичная"));
    window.command('z');
    assert!(window.sees("Безналичная"));
    Ok(())
}

#[test]
fn selected_payments_are_summed_up_and_removed_together() -> Result<()> {
    let (mut workspace, romashka) = office()?;
    save(&mut workspace, &invoice(romashka, 100_000))?;
    for amount in [30_000, 20_000] {
        let payment = Payment::new(romashka, chrono::Local::now().date_naive(), amount);
        workspace.transact(Operation::AddPayment, |tx| {
            tx.save_payment(&payment, &Sharing::Usual(Vec::new()), now())
        })?;
    }
    let mut window = window(workspace)?;
    sales(&mut window, 1);
    window.command('a');
    assert!(window.sees("Выбрано: 2") && window.sees("500,00\u{a0}₽"));
    window.press(Named::Delete);
    assert!(window.sees("За это время оплат нет"));
    window.command('z');
    sales(&mut window, 3);
    window.command('a');
    assert!(window.sees("Выбрано: 1") && window.sees("Письма клиентам"));
    Ok(())
}

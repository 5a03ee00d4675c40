//! Payments, shared among invoices and taken back.

use vizitka::domain::sales::{Payment, Settlement};
use vizitka::domain::task::State;
use vizitka::domain::{Client, Currency, Id, Operation, Paper};
use vizitka::error::{Error, Result};
use vizitka::workspace::{Sharing, Workspace};

use crate::papers::{day, invoice, now, office, save};

fn pay(workspace: &mut Workspace, payment: &Payment, sharing: &Sharing) -> Result<Payment> {
    let saved = workspace.transact(Operation::AddPayment, |tx| {
        tx.save_payment(payment, sharing, now())
    })?;
    Ok(saved.value)
}

fn paid_usually(workspace: &mut Workspace, client: Id<Client>, amount: i64) -> Result<Payment> {
    let payment = Payment::new(client, day("2026-07-01"), amount);
    pay(workspace, &payment, &Sharing::Usual(Vec::new()))
}

fn state(workspace: &Workspace, invoice: &Paper) -> Result<State> {
    Ok(workspace.read().task(invoice.task.unwrap())?.state)
}

fn settled(workspace: &Workspace, client: Id<Client>) -> Result<Settlement> {
    let found = workspace.read().settlements_of(client, day("2026-07-10"))?;
    Ok(found[0])
}

#[test]
fn part_payments_close_the_task_once_all_is_paid() -> Result<()> {
    let (mut workspace, client) = office()?;
    let invoice = save(&mut workspace, &invoice(client, 1000))?;
    paid_usually(&mut workspace, client, 400)?;
    assert_eq!(state(&workspace, &invoice)?, State::Open);
    let settlement = settled(&workspace, client)?;
    assert_eq!((settlement.debt, settlement.overdue), (600, 600));
    paid_usually(&mut workspace, client, 600)?;
    assert_eq!(state(&workspace, &invoice)?, State::Done);
    let settlement = settled(&workspace, client)?;
    assert_eq!(settlement.debt, 0);
    assert_eq!((settlement.invoiced, settlement.received), (1000, 1000));
    assert_eq!(workspace.read().unpaid_invoices(None)?, []);
    workspace.undo()?;
    assert_eq!(
        state(&workspace, &invoice)?,
        State::Open,
        "in the same undo"
    );
    assert_eq!(workspace.read().unpaid_invoices(None)?[0].paid, 400);
    workspace.redo()?;
    assert_eq!(state(&workspace, &invoice)?, State::Done);
    Ok(())
}

#[test]
fn a_refund_opens_the_invoice_again() -> Result<()> {
    let (mut workspace, client) = office()?;
    let invoice = save(&mut workspace, &invoice(client, 1000))?;
    let payment = paid_usually(&mut workspace, client, 1000)?;
    assert_eq!(state(&workspace, &invoice)?, State::Done);
    let refund = paid_usually(&mut workspace, client, -300)?;
    assert!(refund.is_refund());
    assert_eq!(state(&workspace, &invoice)?, State::Open);
    assert_eq!(settled(&workspace, client)?.debt, 300);
    workspace.transact(Operation::DeletePayment, |tx| {
        tx.delete_payment(refund.id, now())
    })?;
    assert_eq!(state(&workspace, &invoice)?, State::Done);
    workspace.transact(Operation::DeletePayment, |tx| {
        tx.delete_payment(payment.id, now())
    })?;
    assert_eq!(state(&workspace, &invoice)?, State::Open);
    Ok(())
}

#[test]
fn what_is_left_over_is_an_advance_for_the_next_invoice() -> Result<()> {
    let (mut workspace, client) = office()?;
    let first = save(&mut workspace, &invoice(client, 1000))?;
    paid_usually(&mut workspace, client, 1500)?;
    let settlement = settled(&workspace, client)?;
    assert_eq!((settlement.debt, settlement.advance), (0, 500));
    assert_eq!(settlement.balance(), -500);
    let second = save(&mut workspace, &invoice(client, 800))?;
    assert_eq!(settled(&workspace, client)?.debt, 800);
    let used = workspace.transact(Operation::EditPayment, |tx| tx.use_advances(client, now()))?;
    assert_eq!(used.value, 500);
    assert_eq!(state(&workspace, &first)?, State::Done);
    let reader = workspace.read();
    assert_eq!(reader.unpaid_invoices(Some(client))?[0].debt(), 300);
    assert_eq!(reader.payments_for(second.id)?.len(), 1);
    Ok(())
}

#[test]
fn a_payment_is_shared_out_as_said_and_never_beyond_itself() -> Result<()> {
    let (mut workspace, client) = office()?;
    let [one, two] = [500, 700].map(|sum| invoice(client, sum));
    let one = save(&mut workspace, &one)?;
    let two = save(&mut workspace, &two)?;
    let payment = Payment::new(client, day("2026-07-01"), 700);
    let beyond = Sharing::Exact(vec![(one.id, 500), (two.id, 300)]);
    let refused = pay(&mut workspace, &payment, &beyond);
    assert!(matches!(refused, Err(Error::OverAllocated)));
    let against = Sharing::Exact(vec![(one.id, -100), (two.id, 800)]);
    assert!(pay(&mut workspace, &payment, &against).is_err());
    let saved = pay(&mut workspace, &payment, &Sharing::Usual(vec![two.id]))?;
    assert_eq!(state(&workspace, &two)?, State::Done, "the one named first");
    assert_eq!(state(&workspace, &one)?, State::Open);
    let moved = Sharing::Exact(vec![(one.id, 500), (two.id, 200)]);
    workspace.transact(Operation::EditPayment, |tx| {
        tx.save_payment(&saved, &moved, now())
    })?;
    assert_eq!(state(&workspace, &two)?, State::Open);
    assert_eq!(state(&workspace, &one)?, State::Done);
    Ok(())
}

#[test]
fn money_for_a_deleted_invoice_is_free_again() -> Result<()> {
    let (mut workspace, client) = office()?;
    let invoice = save(&mut workspace, &invoice(client, 1000))?;
    paid_usually(&mut workspace, client, 1000)?;
    workspace.transact(Operation::DeletePaper, |tx| {
        tx.delete_paper(invoice.id, now())
    })?;
    assert_eq!(settled(&workspace, client)?.advance, 1000);
    workspace.undo()?;
    assert_eq!(settled(&workspace, client)?.advance, 0);
    Ok(())
}

#[test]
fn currencies_are_settled_apart() -> Result<()> {
    let (mut workspace, client) = office()?;
    save(&mut workspace, &invoice(client, 1000))?;
    let mut dollars = invoice(client, 50);
    dollars.paper.currency = Currency::Usd;
    let dollars = save(&mut workspace, &dollars)?;
    let payment = Payment {
        currency: Currency::Usd,
        ..Payment::new(client, day("2026-07-01"), 60)
    };
    pay(&mut workspace, &payment, &Sharing::Usual(Vec::new()))?;
    assert_eq!(state(&workspace, &dollars)?, State::Done);
    let lines = workspace.read().settlements_of(client, day("2026-07-01"))?;
    let told: Vec<_> = lines
        .iter()
        .map(|line| (line.currency, line.debt, line.overdue, line.advance))
        .collect();
    let expected = [(Currency::Rub, 1000, 0, 0), (Currency::Usd, 0, 0, 10)];
    assert_eq!(told, expected);
    Ok(())
}

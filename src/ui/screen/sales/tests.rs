//! The page of sales without a window.

use std::collections::BTreeSet;

use iced::futures::executor::block_on;

use super::*;
use crate::demo;
use crate::domain::client::Kind;
use crate::domain::paper::{Document, PaperFilter, PaperKind, PaperListing};
use crate::domain::{Client, Id, Operation, Paper};
use crate::i18n::Language;
use crate::ui::screen::Wish;
use crate::ui::screen::testing::{self, press, settle};
use crate::workspace::Workspace;

/// The page over sample sales, at a tab.
fn opened(tab: Tab) -> (Sales, Context) {
    at(tab, Language::Russian)
}

fn at(tab: Tab, language: Language) -> (Sales, Context) {
    let context = testing::context(language);
    let sold = context
        .worker
        .write(|workspace| demo::sell(workspace, demo::SEED));
    block_on(sold).unwrap();
    let mut page = Sales::new(tab);
    refresh(&mut page, &context);
    (page, context)
}

fn refresh(page: &mut Sales, context: &Context) {
    let read = Action::run(page.refresh(context));
    settle(read, |message| page.update(message, context));
}

fn say(page: &mut Sales, message: Message, context: &Context) -> Vec<Wish> {
    let action = page.update(message, context);
    let wishes = settle(action, |message| page.update(message, context));
    refresh(page, context);
    wishes
}

fn key(page: &mut Sales, named: Named, context: &Context) -> Vec<Wish> {
    let action = page.press(&press(named), context);
    settle(action, |message| page.update(message, context))
}

fn payment(message: payments::FormMessage) -> Message {
    Message::Payments(payments::Message::Form(message))
}

/// A client with two unpaid invoices of a hundred and fifty roubles.
fn debtor(context: &Context) -> Id<Client> {
    let made = context.worker.write(|workspace| {
        let client = testing::ids(workspace, Kind::Organization)?[7];
        let words = crate::i18n::Locale::new(Language::Russian);
        for (day, total) in [("2026-11-01", 10_000), ("2026-11-02", 5_000)] {
            let day = day.parse().unwrap_or_default();
            let mut invoice = Document::new(Paper::new(PaperKind::Invoice, client, day));
            invoice.paper.total = total;
            workspace.transact(Operation::AddPaper, |tx| {
                tx.save_document(&invoice, &invoice, &words, chrono::Utc::now())
            })?;
        }
        Ok(client)
    });
    block_on(made).unwrap()
}

fn unpaid(client: Id<Client>, context: &Context) -> Vec<PaperListing> {
    let read = context
        .worker
        .read(move |reader| reader.unpaid_invoices(Some(client)));
    block_on(read).unwrap()
}

#[test]
fn a_payment_is_shared_among_the_oldest_invoices_and_the_rest_is_an_advance() {
    let (mut page, context) = opened(Tab::Payments);
    let before = unpaid_of_all(&context);
    let client = debtor(&context);
    let begin = Begin {
        client: Some(client),
        invoice: None,
    };
    let (mut page_with_form, command) = Sales::new_payment(begin, &context);
    settle(Action::run(command), |message| {
        page_with_form.update(message, &context)
    });
    std::mem::swap(&mut page, &mut page_with_form);
    let owed = unpaid(client, &context);
    let advance = |context: &Context| {
        let settled = context
            .worker
            .read(move |reader| reader.settlements_of(client, chrono::Local::now().date_naive()));
        let settled = block_on(settled).unwrap();
        (settled[0].debt, settled[0].advance)
    };
    let (_, ahead) = advance(&context);
    let all: i64 = owed.iter().map(PaperListing::debt).sum();
    let typed = format!("{},50", all / 100);
    let amount = payments::FormMessage::Typed(payments::Text::Amount, typed);
    say(&mut page, payment(amount), &context);
    assert!(page.is_dirty() && page.has_dialog());
    let saved = say(&mut page, payment(payments::FormMessage::Save), &context);
    assert!(matches!(*saved, [Wish::Done(Operation::AddPayment, _)]));
    assert!(!page.has_dialog());
    assert!(unpaid(client, &context).is_empty());
    assert_eq!(advance(&context), (0, ahead + 50));
    block_on(context.worker.write(Workspace::undo)).unwrap();
    assert_eq!(unpaid(client, &context), owed);
    assert_eq!(unpaid_of_all(&context), before + 2);
}

fn unpaid_of_all(context: &Context) -> usize {
    let read = context.worker.read(|reader| reader.unpaid_invoices(None));
    block_on(read).unwrap().len()
}

#[test]
fn shares_typed_by_hand_are_taken_and_too_much_is_refused() {
    let (_, context) = opened(Tab::Payments);
    let client = debtor(&context);
    let begin = Begin {
        client: Some(client),
        invoice: None,
    };
    let (mut page, command) = Sales::new_payment(begin, &context);
    settle(Action::run(command), |message| {
        page.update(message, &context)
    });
    let owed = unpaid(client, &context);
    let second = owed.last().unwrap().paper.id;
    let amount = payments::FormMessage::Typed(payments::Text::Amount, "40".into());
    say(&mut page, payment(amount), &context);
    for line in &owed {
        let share = payments::FormMessage::Share(line.paper.id, String::new());
        say(&mut page, payment(share), &context);
    }
    let share = |text: &str| payment(payments::FormMessage::Share(second, text.to_owned()));
    say(&mut page, share("41"), &context);
    let refused = say(&mut page, payment(payments::FormMessage::Save), &context);
    assert!(refused.is_empty() && page.has_dialog());
    say(&mut page, share("30"), &context);
    let saved = say(&mut page, payment(payments::FormMessage::Save), &context);
    assert!(matches!(*saved, [Wish::Done(Operation::AddPayment, _)]));
    let now = unpaid(client, &context);
    let paid = |id| {
        let mut lines = now.iter();
        lines.find(|line| line.paper.id == id).map(|line| line.paid)
    };
    assert_eq!(paid(second), Some(3_000));
    assert_eq!(paid(owed[0].paper.id), Some(owed[0].paid));
}

#[test]
fn a_payment_is_removed_by_a_key_and_comes_back_by_undo() {
    let (mut page, context) = opened(Tab::Payments);
    let all = payments::Message::Period(crate::ui::screen::period::Message::Chosen(
        crate::ui::screen::period::Period::All,
    ));
    say(&mut page, Message::Payments(all), &context);
    let told = page.payments.told(&context);
    let thrown = key(&mut page, Named::Delete, &context);
    assert!(matches!(*thrown, [Wish::Done(Operation::DeletePayment, _)]));
    refresh(&mut page, &context);
    assert_ne!(page.payments.told(&context), told);
    block_on(context.worker.write(Workspace::undo)).unwrap();
    refresh(&mut page, &context);
    assert_eq!(page.payments.told(&context), told);
}

#[test]
fn a_price_is_changed_in_the_form_of_its_product() {
    let (mut page, context) = opened(Tab::Products);
    key(&mut page, Named::Enter, &context);
    assert!(page.has_dialog());
    let list = context
        .worker
        .read(|reader| Ok(reader.price_lists()?.remove(0).id));
    let list = block_on(list).unwrap();
    let say_form = |page: &mut Sales, message| {
        say(
            page,
            Message::Products(products::Message::Form(message)),
            &context,
        )
    };
    say_form(
        &mut page,
        products::FormMessage::Price(list, "много".into()),
    );
    assert!(say_form(&mut page, products::FormMessage::Save).is_empty());
    say_form(
        &mut page,
        products::FormMessage::Price(list, "1 234,56".into()),
    );
    let saved = say_form(&mut page, products::FormMessage::Save);
    assert!(matches!(*saved, [Wish::Done(Operation::EditProducts, _)]));
    let prices = context.worker.read(move |reader| reader.prices(list));
    let prices = block_on(prices).unwrap();
    let amounts: BTreeSet<i64> = prices.values().map(|price| price.amount).collect();
    assert!(amounts.contains(&123_456));
}

#[test]
fn products_are_added_removed_and_brought_back() {
    let (mut page, context) = opened(Tab::Products);
    let count = |context: &Context| {
        let read = context.worker.read(|reader| Ok(reader.products()?.len()));
        block_on(read).unwrap()
    };
    let before = count(&context);
    key(&mut page, Named::Insert, &context);
    let typed = |text, said: &str| {
        let message = products::FormMessage::Typed(text, said.to_owned());
        Message::Products(products::Message::Form(message))
    };
    say(&mut page, typed(products::Text::Name, "Пуск"), &context);
    say(
        &mut page,
        typed(products::Text::NewGroup, "Работы"),
        &context,
    );
    let save = Message::Products(products::Message::Form(products::FormMessage::Save));
    say(&mut page, save, &context);
    assert_eq!(count(&context), before + 1);
    key(&mut page, Named::Delete, &context);
    assert_eq!(count(&context), before);
    block_on(context.worker.write(Workspace::undo)).unwrap();
    assert_eq!(count(&context), before + 1);
}

#[test]
fn debtors_stand_with_the_greatest_debt_first() {
    let (mut page, context) = opened(Tab::Settlements);
    let told = page.settlements.told(&context);
    assert!(told.is_some());
    let open = key(&mut page, Named::Enter, &context);
    let [Wish::Open(client)] = *open else {
        panic!("{open:?}");
    };
    let debts = context
        .worker
        .read(|reader| reader.settlements(chrono::Local::now().date_naive()));
    let debts = block_on(debts).unwrap();
    let greatest = debts.iter().max_by_key(|(_, lines)| lines[0].debt);
    assert_eq!(greatest.map(|(client, _)| *client), Some(client));
}

#[test]
fn every_tab_is_reached_by_keys() {
    let (mut page, context) = opened(Tab::Invoices);
    for _ in Tab::ALL {
        let next = Press {
            modifiers: iced::keyboard::Modifiers::COMMAND,
            ..press(Named::PageDown)
        };
        let action = page.press(&next, &context);
        settle(action, |message| page.update(message, &context));
    }
    assert_eq!(page.tab, Tab::Invoices);
    let filter = PaperFilter::of(PaperKind::Invoice);
    let read = context
        .worker
        .read(move |reader| reader.count_register(&filter));
    assert!(block_on(read).unwrap() > 0);
}

#[test]
fn pictures_of_sales() {
    for (name, tab) in [
        ("sales-invoices", Tab::Invoices),
        ("sales-payments", Tab::Payments),
        ("sales-statement", Tab::Statement),
        ("sales-settlements", Tab::Settlements),
        ("sales-products", Tab::Products),
    ] {
        let open = move |context: &Context| {
            let sold = context
                .worker
                .write(|workspace| demo::sell(workspace, demo::SEED));
            block_on(sold).unwrap();
            let mut page = Sales::new(tab);
            refresh(&mut page, context);
            page
        };
        testing::page(name, open, Sales::view);
    }
}

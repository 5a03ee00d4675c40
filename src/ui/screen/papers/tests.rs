//! The register without a window.

use iced::futures::executor::block_on;
use iced::keyboard::key::Named;

use super::*;
use crate::demo;
use crate::domain::Operation;
use crate::i18n::Language;
use crate::ui::screen::testing::{press, settle};
use crate::ui::screen::{Press, testing};

/// A register over sample sales.
fn opened(scope: Scope) -> (Papers, Context) {
    let context = testing::context(Language::Russian);
    let sold = context
        .worker
        .write(|workspace| demo::sell(workspace, demo::SEED));
    block_on(sold).unwrap();
    let mut page = Papers::new(scope);
    let read = Action::run(page.refresh(&context));
    settle(read, |message| page.update(message, &context));
    (page, context)
}

fn say(page: &mut Papers, message: Message, context: &Context) -> Vec<Wish> {
    let action = page.update(message, context);
    settle(action, |message| page.update(message, context))
}

fn key(page: &mut Papers, press: &Press, context: &Context) -> Vec<Wish> {
    let action = page.press(press, context);
    settle(action, |message| page.update(message, context))
}

fn narrowed(page: &mut Papers, message: filters::Message, context: &Context) -> u64 {
    say(page, Message::Narrow(message), context);
    page.list.count()
}

#[test]
fn papers_are_narrowed_by_kind_number_and_payment() {
    let (mut page, context) = opened(Scope::All);
    let all = page.list.count();
    assert!(all > 5, "{all}");
    let contracts = narrowed(
        &mut page,
        filters::Message::Kind(PaperKind::Contract),
        &context,
    );
    assert!(contracts > 0 && contracts < all);
    let line = page.list.current().unwrap().clone();
    assert_eq!(line.paper.kind, PaperKind::Contract);
    let part: String = line.paper.number.chars().take(3).collect();
    let found = narrowed(&mut page, filters::Message::Text(part), &context);
    assert!(found > 0 && found <= contracts);
    assert_eq!(narrowed(&mut page, filters::Message::Reset, &context), all);
    let unpaid = narrowed(&mut page, filters::Message::Unpaid(true), &context);
    assert!(unpaid > 0 && unpaid < all);
    assert!(page.list.current().unwrap().debt() > 0);
    assert!(page.is_narrow());
}

#[test]
fn a_late_answer_is_dropped_and_the_present_question_asked() {
    let (mut page, context) = opened(Scope::All);
    let all = page.list.count();
    // Two letters before the first answer: one question is under way, the next waits.
    let text = |text: &str| Message::Narrow(filters::Message::Text(text.to_owned()));
    let first = page.update(text("не"), &context);
    let second = page.update(text("нет такого"), &context);
    assert!(second.wishes.is_empty());
    settle(first, |message| page.update(message, &context));
    assert_eq!(page.list.count(), 0);
    assert_eq!(page.list.filter.text, "нет такого");
    let cleared = key(&mut page, &press(Named::Escape), &context);
    assert!(cleared.is_empty());
    assert_eq!(page.list.count(), all);
}

#[test]
fn the_keyboard_opens_makes_and_throws_away() {
    let (mut page, context) = opened(Scope::All);
    let all = page.list.count();
    key(&mut page, &press(Named::ArrowDown), &context);
    let line = page.list.current().unwrap().clone();
    let opened = key(&mut page, &press(Named::Enter), &context);
    assert!(matches!(*opened, [Wish::EditPaper(id)] if id == line.paper.id));
    let thrown = key(&mut page, &press(Named::Delete), &context);
    assert!(matches!(*thrown, [Wish::Done(Operation::DeletePaper, _)]));
    let read = Action::run(page.refresh(&context));
    settle(read, |message| page.update(message, &context));
    assert_eq!(page.list.count(), all - 1);
    key(&mut page, &press(Named::Insert), &context);
    assert_eq!(page.open, Some(Menu::New));
    let made = say(&mut page, Message::New(PaperKind::Letter), &context);
    assert!(matches!(&*made, [Wish::NewPaper(made)] if made.paper.kind == PaperKind::Letter));
    assert_eq!(page.open, None);
}

#[test]
fn an_invoice_is_made_from_a_contract_with_its_lines() {
    let (mut page, context) = opened(Scope::All);
    let kind = filters::Message::Kind(PaperKind::Contract);
    narrowed(&mut page, kind, &context);
    let base = page.list.current().unwrap().clone();
    let made = say(
        &mut page,
        Message::Make(base.paper.id, PaperKind::Invoice),
        &context,
    );
    let [Wish::NewPaper(made)] = &*made else {
        panic!("{made:?}");
    };
    assert_eq!(made.paper.basis, Some(base.paper.id));
    assert_eq!(made.paper.client, base.paper.client);
    assert!(!made.lines.is_empty());
}

#[test]
fn invoices_stand_with_the_unpaid_first_and_their_totals() {
    let (page, _) = opened(Scope::Invoices);
    let lines: Vec<_> = (0..page.list.count())
        .map_while(|row| page.list.line(row))
        .collect();
    let unpaid = lines.iter().take_while(|line| line.debt() > 0).count();
    assert!(unpaid > 0);
    assert!(lines[unpaid..].iter().all(|line| line.debt() == 0));
    let [totals] = *page.list.totals else {
        panic!("{:?}", page.list.totals);
    };
    assert_eq!(
        totals.debt,
        lines.iter().map(|line| line.debt()).sum::<i64>()
    );
    assert_eq!(totals.invoiced, totals.paid + totals.debt);
    assert!(totals.overdue <= totals.debt);
}

#[test]
fn many_are_selected_summed_up_written_to_and_thrown_away_at_once() {
    let (mut page, context) = opened(Scope::Invoices);
    let all = page.list.count();
    key(&mut page, &press(Named::Space), &context);
    key(&mut page, &press(Named::ArrowDown), &context);
    key(&mut page, &press(Named::Space), &context);
    let lines: Vec<_> = (0..2)
        .map_while(|row| page.list.line(row).cloned())
        .collect();
    let total: i64 = lines.iter().map(|line| line.paper.total).sum();
    let debt: i64 = lines.iter().map(PaperListing::debt).sum();
    let [(whole, open)] = *page.list.sums.1 else {
        panic!("{:?}", page.list.sums);
    };
    assert_eq!((whole.minor, open.minor), (total, debt));

    let table = say(
        &mut page,
        Message::Deed(Deed::Export(ExportFormat::Csv)),
        &context,
    );
    let [Wish::ExportListed(ExportFormat::Csv, listed, _)] = &*table else {
        panic!("{table:?}");
    };
    assert_eq!(listed.rows.len(), 2, "the selected ones alone");
    assert_eq!(listed.rows[0].len(), listed.headings.len());
    let letters = say(&mut page, Message::Deed(Deed::Letters), &context);
    let [Wish::Letters(clients)] = &*letters else {
        panic!("{letters:?}");
    };
    assert!(clients.contains(&lines[0].paper.client));

    let thrown = key(&mut page, &press(Named::Delete), &context);
    assert!(matches!(*thrown, [Wish::Done(Operation::DeletePapers, _)]));
    let read = Action::run(page.refresh(&context));
    settle(read, |message| page.update(message, &context));
    assert_eq!(page.list.count(), all - 2);
    assert!(
        page.list.selection.is_empty(),
        "who is gone is not selected"
    );
    block_on(context.worker.write(crate::workspace::Workspace::undo)).unwrap();
    let read = Action::run(page.refresh(&context));
    settle(read, |message| page.update(message, &context));
    assert_eq!(page.list.count(), all, "one undo brings both back");

    say(&mut page, Message::Deed(Deed::Clear), &context);
    let table = say(
        &mut page,
        Message::Deed(Deed::Export(ExportFormat::Xlsx)),
        &context,
    );
    let [Wish::ExportListed(_, listed, _)] = &*table else {
        panic!("{table:?}");
    };
    assert_eq!(listed.rows.len() as u64, all, "the whole list");
}

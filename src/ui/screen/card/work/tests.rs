//! The tree of a client without a window.

use iced::futures::executor::block_on;
use iced::keyboard::Modifiers;
use iced::keyboard::key::Named;

use super::*;
use crate::domain::client::Kind;
use crate::domain::{Assignment, Operation};
use crate::i18n::Language;
use crate::ui::screen::testing::{self, context, press, settle};

/// A card with a project of two stages, a call in the first.
fn tree(context: &Context) -> (Work, Sheet, [Id<Task>; 4]) {
    let ids = context
        .worker
        .write(|workspace| testing::ids(workspace, Kind::Organization));
    let client = block_on(ids).unwrap()[0];
    let me = context.me.id;
    let task = |rank, title: &str, parent: Option<Id<Task>>, position| {
        let mut task = Task::new(rank, title, me);
        task.client = Some(client);
        task.parent = parent;
        task.position = position;
        task
    };
    let project = task(Rank::Project, "Поставка", None, 0);
    let sale = task(Rank::Stage, "Продажа", Some(project.id), 0);
    let service = task(Rank::Stage, "Обслуживание", Some(project.id), 1);
    let call = task(Rank::Operation, "Звонок", Some(sale.id), 0);
    let made = [project.id, sale.id, service.id, call.id];
    let all = [project, sale, service, call];
    let saved = context.worker.write(move |workspace| {
        workspace.transact(Operation::AddTask, |tx| {
            for task in all {
                let one = Assignment::new(task, me);
                tx.save_assignment(&one, &one)?;
            }
            Ok(())
        })
    });
    block_on(saved).unwrap();
    let sheet = context
        .worker
        .read(move |reader| Sheet::read(reader, client));
    let sheet = block_on(sheet).unwrap();
    let mut work = Work::default();
    read(&mut work, &sheet, context);
    (work, sheet, made)
}

fn read(work: &mut Work, sheet: &Sheet, context: &Context) {
    for message in testing::run(work.seen(sheet, context)) {
        if let Outer::Part(Part::Work(message)) = message {
            drop(work.update(message, sheet, context));
        }
    }
}

/// Does what is asked for, and what follows from it.
fn tell(work: &mut Work, message: Message, sheet: &Sheet, context: &Context) {
    let action = work.update(message, sheet, context);
    settle(action, |message| match message {
        Outer::Part(Part::Work(message)) => work.update(message, sheet, context),
        _ => Action::none(),
    });
}

#[test]
fn a_folded_branch_stays_folded_for_who_folded_it() {
    let context = context(Language::Russian);
    let (mut work, sheet, [_, sale, ..]) = tree(&context);
    assert_eq!(work.rows.len(), 4);
    tell(&mut work, Message::Fold(sale), &sheet, &context);
    assert_eq!(work.rows.len(), 3);
    let mut again = Work::default();
    read(&mut again, &sheet, &context);
    assert_eq!(again.rows.len(), 3, "as it was left");
    let colleague = context.catalog.employees.iter();
    let colleague = colleague.map(|one| one.id).find(|id| *id != context.me.id);
    let folded = context.worker.write(move |workspace| {
        let me = workspace.who();
        workspace.sign_in(colleague.unwrap());
        let folded = workspace.read().folded(&[sale]);
        workspace.sign_in(me);
        folded
    });
    assert!(block_on(folded).unwrap().is_empty(), "theirs is their own");
    tell(&mut again, Message::Fold(sale), &sheet, &context);
    let mut third = Work::default();
    read(&mut third, &sheet, &context);
    assert_eq!(third.rows.len(), 4);
}

fn names(work: &Work) -> Vec<String> {
    let tree = &work.known.as_ref().unwrap().tree;
    let rows = work.rows.iter().filter_map(|(_, id)| tree.get(*id));
    rows.map(|task| task.title.clone()).collect()
}

fn key(work: &mut Work, key: Named, held: Modifiers, sheet: &Sheet, context: &Context) {
    let press = Press {
        modifiers: held,
        ..press(key)
    };
    if let Some(action) = work.press(&press, sheet, context) {
        settle(action, |_| Action::none());
    }
    read(work, sheet, context);
}

#[test]
fn branches_open_and_close_by_the_arrows() {
    let context = context(Language::Russian);
    let (mut work, sheet, _) = tree(&context);
    assert_eq!(
        names(&work),
        ["Поставка", "Продажа", "Звонок", "Обслуживание"]
    );
    let none = Modifiers::empty();
    key(&mut work, Named::ArrowDown, none, &sheet, &context);
    key(&mut work, Named::ArrowRight, none, &sheet, &context); // into the project: to the sale
    key(&mut work, Named::ArrowLeft, none, &sheet, &context); // which closes
    assert_eq!(names(&work), ["Поставка", "Продажа", "Обслуживание"]);
    key(&mut work, Named::ArrowLeft, none, &sheet, &context); // out of it: to the project
    key(&mut work, Named::ArrowLeft, none, &sheet, &context);
    assert_eq!(names(&work), ["Поставка"]);
}

#[test]
fn the_arrows_with_alt_move_a_task() {
    let context = context(Language::Russian);
    let (mut work, sheet, [_, sale, service, call]) = tree(&context);
    work.choose(Some(service));
    key(&mut work, Named::ArrowUp, Modifiers::ALT, &sheet, &context);
    assert_eq!(
        names(&work),
        ["Поставка", "Обслуживание", "Продажа", "Звонок"]
    );
    assert_eq!(work.chosen, Some(service), "the cursor goes along");
    work.choose(Some(call));
    key(
        &mut work,
        Named::ArrowLeft,
        Modifiers::ALT,
        &sheet,
        &context,
    );
    let tree = &work.known.as_ref().unwrap().tree;
    assert_ne!(tree.get(call).unwrap().parent, Some(sale));
}

#[test]
fn a_task_is_dragged_into_another_stage() {
    let context = context(Language::Russian);
    let (mut work, sheet, [_, _, service, call]) = tree(&context);
    for message in [
        Message::Grab(call),
        Message::Over(service, false),
        Message::Drop(service),
    ] {
        let action = work.update(message, &sheet, &context);
        settle(action, |_| Action::none());
    }
    read(&mut work, &sheet, &context);
    let tree = &work.known.as_ref().unwrap().tree;
    assert_eq!(tree.get(call).unwrap().parent, Some(service));
}

#[test]
fn only_what_is_late_is_shown_with_all_above_it() {
    let context = context(Language::Russian);
    let (mut work, sheet, _) = tree(&context);
    drop(work.update(Message::Show(Show::Overdue), &sheet, &context));
    assert!(names(&work).is_empty());
    drop(work.update(Message::Show(Show::Mine), &sheet, &context));
    assert_eq!(names(&work).len(), 4);
}

#[test]
fn what_is_made_is_chosen_though_its_branch_was_folded() {
    let context = context(Language::Russian);
    let (mut work, sheet, [project, sale, ..]) = tree(&context);
    tell(&mut work, Message::Fold(sale), &sheet, &context);
    tell(&mut work, Message::Fold(project), &sheet, &context);
    let mut task = Task::new(Rank::Operation, "Договор", context.me.id);
    task.client = Some(sheet.card.client.id);
    task.parent = Some(sale);
    let (made, me) = (task.id, context.me.id);
    let saved = context.worker.write(move |workspace| {
        workspace.transact(Operation::AddTask, |tx| {
            let one = Assignment::new(task, me);
            tx.save_assignment(&one, &one)
        })
    });
    drop(block_on(saved).unwrap());
    read(&mut work, &sheet, &context);
    assert_eq!(work.chosen, Some(made));
    assert!(names(&work).contains(&"Договор".to_owned()));
    assert!(work.table.cursor().is_some(), "the table scrolls to it");
}

//! The page of tasks without a window.

use iced::futures::executor::block_on;

use super::*;
use crate::domain::Assignment;
use crate::i18n::Language;
use crate::ui::screen::testing::{self, context, press, settle};

/// A task of mine that is late, one of tomorrow, and one I gave to a colleague.
fn opened() -> (Tasks, Context) {
    let context = context(Language::Russian);
    let me = context.me.id;
    let colleague = context.catalog.employees.iter().find(|one| one.id != me);
    let colleague = colleague.unwrap().id;
    let today = chrono::Local::now().date_naive();
    let given = |title: &str, days: i64, whose| {
        let mut task = Task::new(Rank::Operation, title, me);
        task.set_start(Some(When::Day(today + Duration::days(days))));
        Assignment::new(task, whose)
    };
    let all = [
        given("Просроченный звонок", -2, me),
        given("Завтрашняя встреча", 1, me),
        given("Поручение", 1, colleague),
    ];
    let saved = context.worker.write(move |workspace| {
        workspace.transact(Operation::AddTask, |tx| {
            all.iter().try_for_each(|one| tx.save_assignment(one, one))
        })
    });
    block_on(saved).unwrap();
    let mut tasks = Tasks::new();
    read(&mut tasks, &context);
    (tasks, context)
}

fn read(tasks: &mut Tasks, context: &Context) {
    let command = tasks.refresh(context);
    settle(Action::run(command), |message| {
        tasks.update(message, context)
    });
}

fn tell(tasks: &mut Tasks, message: Message, context: &Context) -> Vec<Wish> {
    let action = tasks.update(message, context);
    settle(action, |message| tasks.update(message, context))
}

fn titles(tasks: &Tasks) -> Vec<&str> {
    let all = tasks.all.as_ref().unwrap();
    let titles = tasks.rows.iter().map(|at| all[*at].task.title.as_str());
    titles.collect()
}

#[test]
fn mine_and_given_by_me_are_two_lists() {
    let (mut tasks, context) = opened();
    assert_eq!(
        titles(&tasks),
        ["Просроченный звонок", "Завтрашняя встреча"]
    );
    tell(&mut tasks, Message::Whose(Whose::Given), &context);
    assert_eq!(titles(&tasks), ["Поручение"]);
}

#[test]
fn periods_and_words_narrow_the_list() {
    let (mut tasks, context) = opened();
    tell(&mut tasks, Message::Period(Period::Overdue), &context);
    assert_eq!(titles(&tasks), ["Просроченный звонок"]);
    tell(&mut tasks, Message::Period(Period::All), &context);
    tell(&mut tasks, Message::Typed("встреч".to_owned()), &context);
    assert_eq!(titles(&tasks), ["Завтрашняя встреча"]);
}

#[test]
fn what_is_selected_is_moved_by_a_week_and_handed_on_at_once() {
    let (mut tasks, context) = opened();
    tasks.select_all();
    let wishes = tell(&mut tasks, Message::Move(7), &context);
    assert!(matches!(wishes[..], [Wish::Done(Operation::EditTask, _)]));
    read(&mut tasks, &context);
    tell(&mut tasks, Message::Period(Period::Overdue), &context);
    assert!(titles(&tasks).is_empty());
    tell(&mut tasks, Message::Period(Period::All), &context);

    let me = context.me.id;
    let colleague = context.catalog.employees.iter().find(|one| one.id != me);
    let wishes = tell(&mut tasks, Message::HandTo(colleague.unwrap().id), &context);
    assert!(matches!(wishes[..], [Wish::Done(Operation::AssignTask, _)]));
    read(&mut tasks, &context);
    assert!(titles(&tasks).is_empty());
    tell(&mut tasks, Message::Whose(Whose::Given), &context);
    assert_eq!(titles(&tasks).len(), 3);
}

#[test]
fn one_is_asked_what_came_of_it_and_many_are_finished_at_once() {
    let (mut tasks, context) = opened();
    let _ = tasks.press(&press(Named::ArrowDown), &context);
    let wishes = tell(&mut tasks, Message::Finish, &context);
    assert!(matches!(wishes[..], [Wish::FinishTask(_, State::Done)]));
    tasks.select_all();
    tell(&mut tasks, Message::Finish, &context);
    read(&mut tasks, &context);
    assert!(titles(&tasks).is_empty());
    tell(&mut tasks, Message::Finished(true), &context);
    assert_eq!(titles(&tasks).len(), 2);
}

#[test]
fn the_page_has_its_picture() {
    let made = |_: &Context| {
        let (mut tasks, context) = opened();
        tasks.select_all();
        (tasks, context)
    };
    testing::page("tasks", made, |(tasks, context), _| tasks.view(context));
}

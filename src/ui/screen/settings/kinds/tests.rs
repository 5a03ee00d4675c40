use iced::futures::executor::block_on;
use iced::keyboard::key::Named;
use iced_test::Simulator;

use super::super::tests::{done, equipped, reload, say};
use super::super::{Message as Tabs, Settings, Tab};
use super::*;
use crate::domain::profile::Medium;
use crate::domain::reminder::{Audience, Change, Event, Prompt};
use crate::domain::task::{Meaning, Priority, Task};
use crate::i18n::Language;
use crate::ui::screen::testing;
use crate::workspace::Workspace;

fn tab(message: Message) -> Tabs {
    Tabs::Kinds(message)
}

fn in_form(message: form::Message) -> Tabs {
    tab(Message::Form(message))
}

fn result(id: Id<TaskResult>, message: results::Message) -> Tabs {
    in_form(form::Message::Result(id, message))
}

fn names(context: &Context) -> Vec<&str> {
    let kinds = context.catalog.task_kinds.iter();
    kinds.map(|kind| kind.name.as_str()).collect()
}

/// Has a task of the first kind end with its first result.
fn use_first(context: &Context) {
    let kind = context.catalog.task_kinds[0].clone();
    let result = context.catalog.results(kind.id).next().unwrap().id;
    let me = context.me.id;
    let written = context.worker.write(move |workspace| {
        let mut task = Task::operation(&kind, me);
        task.result = Some(result);
        workspace.transact(Operation::AddTask, |tx| tx.save(&task))
    });
    block_on(written).unwrap();
}

#[test]
fn a_kind_is_made_with_its_results_and_reminders() {
    let (mut context, mut settings) = equipped(Tab::Kinds);
    say(&mut settings, tab(Message::NewPressed), &context);
    done(&mut settings, tab(Message::Submitted), &mut context);
    let mut window = Simulator::new(settings.view(&context));
    assert!(window.find("Напишите название вида").is_ok());
    drop(window);
    for message in [
        form::Message::Named(" Выезд к клиенту ".into()),
        form::Message::Icon("truck"),
        form::Message::Minutes("1:30".into()),
        form::Message::Priority(Priority::High),
        form::Message::Medium(Some(Medium::Meeting)),
        form::Message::ResultRequired(true),
        form::Message::ResultAdded,
        form::Message::Reminded(
            Audience::Participants,
            Change::Add(Prompt::before_start(120)),
        ),
    ] {
        say(&mut settings, in_form(message), &context);
    }
    let id = settings.kinds.form.as_ref().unwrap().results[0].id;
    let next = context.catalog.task_kinds[0].id;
    for message in [
        results::Message::Named("Принял".into()),
        results::Message::Meant(Meaning::Success),
        results::Message::Proposed(Some(next)),
        results::Message::Days("3".into()),
    ] {
        say(&mut settings, result(id, message), &context);
    }
    let wishes = done(&mut settings, tab(Message::Submitted), &mut context);
    assert!(matches!(
        wishes[..],
        [Wish::Done(Operation::AddTaskKind, _)]
    ));
    assert!(!settings.kinds.is_open());

    let kind = context.catalog.task_kinds.last().unwrap().clone();
    assert_eq!(
        (kind.name.as_str(), kind.icon.as_str()),
        ("Выезд к клиенту", "truck")
    );
    assert_eq!((kind.minutes, kind.priority), (90, Priority::High));
    assert!(kind.is_result_required && kind.is_offered);
    let made = Task::operation(&kind, context.me.id);
    assert_eq!(made.medium, Some(Medium::Meeting));
    let results: Vec<_> = context.catalog.results(kind.id).collect();
    assert_eq!(results.len(), 1);
    assert_eq!(
        (results[0].next_kind, results[0].next_days),
        (Some(next), 3)
    );
    let own: Vec<_> = settings
        .kinds
        .defaults
        .iter()
        .map(Reminder::prompt)
        .collect();
    assert!(own.contains(&Prompt::before_start(120)) && own.contains(&Prompt::of(Event::Overdue)));
}

#[test]
fn a_result_that_was_reached_is_only_not_offered_any_more() {
    let (mut context, mut settings) = equipped(Tab::Kinds);
    use_first(&context);
    say(&mut settings, Tabs::TabChosen(Tab::Kinds), &context);
    let first = context.catalog.task_kinds[0].id;

    // A result that was reached stays, one that never was goes.
    say(&mut settings, tab(Message::Chosen(first)), &context);
    let [reached, never] = [0, 1].map(|at| settings.kinds.form.as_ref().unwrap().results[at].id);
    say(
        &mut settings,
        result(reached, results::Message::Removed),
        &context,
    );
    say(
        &mut settings,
        result(never, results::Message::Removed),
        &context,
    );
    let wishes = done(&mut settings, tab(Message::Submitted), &mut context);
    assert!(matches!(
        wishes[..],
        [Wish::Done(Operation::EditTaskKind, _)]
    ));
    assert!(
        !context
            .catalog
            .task_result(Some(reached))
            .unwrap()
            .is_offered
    );
    assert!(context.catalog.task_result(Some(never)).is_none());
    assert!(
        context
            .catalog
            .offered_results(first, None)
            .all(|one| one.id != reached)
    );
}

#[test]
fn a_kind_that_tasks_are_of_is_only_not_offered_any_more() {
    let (mut context, mut settings) = equipped(Tab::Kinds);
    use_first(&context);
    say(&mut settings, Tabs::TabChosen(Tab::Kinds), &context);
    let first = context.catalog.task_kinds[0].id;
    let count = names(&context).len();
    say(&mut settings, tab(Message::DeletePressed(first)), &context);
    assert_eq!(settings.kinds.doomed, Some(first), "asked about first");
    done(
        &mut settings,
        tab(Message::DeleteConfirmed(first)),
        &mut context,
    );
    assert_eq!(names(&context).len(), count);
    assert!(
        context
            .catalog
            .offered_kinds(None)
            .all(|kind| kind.id != first)
    );
    // One that no task and no template is of goes with its results, and nobody proposes it.
    let second = context.catalog.task_kinds[6].id;
    done(
        &mut settings,
        tab(Message::DeletePressed(second)),
        &mut context,
    );
    assert_eq!(names(&context).len(), count - 1);
    let results = context.catalog.task_results.iter();
    assert!(
        results
            .clone()
            .all(|one| one.kind != second && one.next_kind != Some(second))
    );
    let undone = context.worker.write(Workspace::undo);
    assert_eq!(block_on(undone).unwrap().value, Operation::DeleteTaskKind);
    reload(&mut context);
    assert_eq!(names(&context).len(), count);
}

#[test]
fn the_keyboard_moves_opens_and_leaves() {
    let (mut context, mut settings) = equipped(Tab::Kinds);
    let press = testing::press;
    let mut key = |settings: &mut Settings, press: Press| {
        let action = settings.press(&press, &context);
        let wishes = testing::settle(action, |message| settings.update(message, &context));
        reload(&mut context);
        (wishes.len(), context.catalog.task_kinds[0].name.clone())
    };
    let (_, first) = key(&mut settings, press(Named::ArrowDown));
    let up = Press {
        modifiers: iced::keyboard::Modifiers::ALT,
        ..press(Named::ArrowUp)
    };
    let (_, now_first) = key(&mut settings, up);
    assert_ne!(first, now_first);
    key(&mut settings, press(Named::Enter));
    assert!(settings.kinds.is_open());
    let typed = in_form(form::Message::Named("Иначе".into()));
    let action = settings.update(typed, &testing::context(Language::Russian));
    drop(action);
    key(&mut settings, press(Named::Escape));
    assert!(settings.kinds.is_open(), "asks about what was typed");
    key(&mut settings, press(Named::Escape));
    assert!(settings.kinds.is_open(), "still");
    settings.kinds.form = None;
    assert_eq!(
        key(&mut settings, press(Named::Escape)).0,
        1,
        "leaves the page"
    );
}

#[test]
fn a_demanded_result_is_not_left_out() {
    let (mut context, mut settings) = equipped(Tab::Kinds);
    let first = context.catalog.task_kinds[0].id;
    say(&mut settings, tab(Message::Chosen(first)), &context);
    say(
        &mut settings,
        in_form(form::Message::ResultRequired(true)),
        &context,
    );
    done(&mut settings, tab(Message::Submitted), &mut context);
    let kind = context.catalog.task_kind(Some(first)).unwrap().clone();
    let result = context.catalog.results(first).next().unwrap().id;
    let me = context.me.id;
    let written = context.worker.write(move |workspace| {
        use crate::domain::task::{Finish, State};
        let task = Task::operation(&kind, me);
        let finish = |workspace: &mut Workspace, finish: Finish| {
            workspace.transact(Operation::FinishTask, |tx| {
                tx.finish_task(task.id, &finish, chrono::Utc::now())
            })
        };
        workspace.transact(Operation::AddTask, |tx| tx.save(&task))?;
        let without = finish(workspace, Finish::new(State::Done));
        assert!(matches!(without, Err(Error::ResultMissing)));
        finish(workspace, Finish::with_result(result)).map(drop)
    });
    block_on(written).unwrap();
}

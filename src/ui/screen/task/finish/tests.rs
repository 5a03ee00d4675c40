//! The end of a task without a window.

use iced::futures::executor::block_on;
use iced::keyboard::key::Named;

use super::*;
use crate::domain::client::Kind as ClientKind;
use crate::domain::task::{Meaning, Rank};
use crate::domain::term::Dictionary;
use crate::i18n::Language;
use crate::ui::screen::testing::{self, press, settle};

/// An office with a kind of call, and what can come of one: "reached" proposes the next call.
fn context(language: Language) -> Context {
    let mut context = testing::context(language);
    let written = context.worker.write(|workspace| {
        let call = TaskKind::new("Звонок", "phone");
        let mut reached = TaskResult::new(call.id, "ЛПР найден", Meaning::Success);
        reached.next_kind = Some(call.id);
        let mut refused = TaskResult::new(call.id, "Отказ", Meaning::Failure);
        refused.position = 1;
        workspace.transact(Operation::Equip, |tx| {
            tx.save(&call)?;
            tx.save(&reached)?;
            tx.save(&refused)?;
            tx.save(&Term::new(Dictionary::LossReason, "Дорого"))
        })?;
        workspace.read().catalog()
    });
    context.catalog = std::sync::Arc::new(block_on(written).unwrap());
    context
}

fn client(context: &Context) -> Id<Client> {
    let ids = context
        .worker
        .write(|workspace| testing::ids(workspace, ClientKind::Organization));
    block_on(ids).unwrap()[0]
}

fn log(context: &Context) -> Finish {
    let draft = Draft {
        client: Some(client(context)),
        ..Draft::default()
    };
    let (mut finish, command) = Finish::log(draft, context);
    settle(Action::run(command), |message| {
        finish.update(message, context)
    });
    finish
}

fn digit(number: &str) -> Press {
    Press {
        text: Some(number.to_owned()),
        key: Key::Character(number.into()),
        ..press(Named::Enter)
    }
}

#[test]
fn a_call_is_logged_by_a_number_and_enter_and_the_next_one_proposed() {
    let context = context(Language::Russian);
    let mut finish = log(&context);
    let action = finish.press(&digit("1"), &context);
    settle(action, |message| finish.update(message, &context));
    let action = finish.update(Message::Save, &context);
    let wishes = settle(action, |message| finish.update(message, &context));
    let [
        Wish::Back,
        Wish::Done(Operation::FinishTask, _),
        Wish::ProposeTask(next),
    ] = &wishes[..]
    else {
        panic!("finished, and the next is proposed: {wishes:?}")
    };
    assert_eq!(next.task.client, Some(client(&context)));
    assert!(next.task.start().is_some());

    let of = client(&context);
    let read = context.worker.read(move |reader| reader.tasks_of(of));
    let tasks = block_on(read).unwrap();
    let result = context.catalog.task_result(tasks[0].result);
    assert_eq!(result.map(|result| &*result.name), Some("ЛПР найден"));
    assert_eq!(tasks[0].state, State::Done);
}

#[test]
fn a_refusal_asks_what_spoke_against_us() {
    let context = context(Language::Russian);
    let mut finish = log(&context);
    let action = finish.press(&digit("2"), &context);
    settle(action, |message| finish.update(message, &context));
    assert!(finish.sheet.as_ref().unwrap().needs_reason(&context));
}

#[test]
fn a_deal_is_not_lost_without_a_reason() {
    let context = context(Language::English);
    let client = client(&context);
    let mut project = Task::new(Rank::Project, "Supply", context.me.id);
    project.client = Some(client);
    let project = Assignment::new(project, context.me.id);
    let id = project.task.id;
    let saved = context.worker.write(move |workspace| {
        workspace.transact(Operation::AddTask, |tx| {
            tx.save_assignment(&project, &project)
        })
    });
    block_on(saved).unwrap();
    let (mut finish, command) = Finish::of(id, State::Lost, &context);
    settle(Action::run(command), |message| {
        finish.update(message, &context)
    });
    let action = finish.update(Message::Save, &context);
    assert!(settle(action, |message| finish.update(message, &context)).is_empty());
    let reason = context.catalog.terms(Dictionary::LossReason).next();
    let chosen = Message::Reason(reason.map(|reason| reason.id));
    let _ = finish.update(chosen, &context);
    let action = finish.update(Message::Save, &context);
    let wishes = settle(action, |message| finish.update(message, &context));
    assert!(matches!(wishes[..], [Wish::Back, Wish::Done(..)]));
}

#[test]
fn the_end_of_a_task_has_its_picture() {
    let made = |_: &Context| {
        let context = context(Language::Russian);
        let finish = log(&context);
        (finish, context)
    };
    testing::dialog(
        "finish",
        made,
        |(finish, context), _| finish.view(context),
        Message::Leave,
    );
}

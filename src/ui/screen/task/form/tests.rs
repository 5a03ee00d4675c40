//! The form of a task without a window.

use iced::futures::executor::block_on;
use iced::keyboard::key::Named;

use super::*;
use crate::domain::client::Kind as ClientKind;
use crate::domain::task::{Degree, Rank, When};
use crate::domain::{Assignment, Operation};
use crate::i18n::Language;
use crate::ui::screen::testing::{self, context, press, settle};

fn opened(draft: Draft, context: &Context) -> Form {
    let (mut form, command) = Form::create(draft, context);
    settle(Action::run(command), |message| {
        form.update(message, context)
    });
    form
}

fn tell(form: &mut Form, message: Message, context: &Context) -> Vec<Wish> {
    let action = form.update(message, context);
    settle(action, |message| form.update(message, context))
}

fn typed(form: &mut Form, line: Line, text: &str, context: &Context) {
    tell(form, Message::Line(line, text.to_owned()), context);
}

fn client(context: &Context) -> Id<Client> {
    let ids = context
        .worker
        .write(|workspace| testing::ids(workspace, ClientKind::Organization));
    block_on(ids).unwrap()[0]
}

fn saved(context: &Context, client: Id<Client>) -> Vec<Assignment> {
    let read = context.worker.read(move |reader| {
        let tasks = reader.tasks_of(client)?.into_iter();
        tasks.map(|task| reader.assignment(task.id)).collect()
    });
    block_on(read).unwrap()
}

fn draft(client: Id<Client>) -> Draft {
    Draft {
        client: Some(client),
        ..Draft::default()
    }
}

#[test]
fn a_task_is_typed_and_saved() {
    let context = context(Language::Russian);
    let client = client(&context);
    let mut form = opened(draft(client), &context);
    typed(&mut form, Line::Title, "Первая презентация", &context);
    typed(&mut form, Line::Start, "29.06.2026 10:00", &context);
    typed(&mut form, Line::Minutes, "1:30", &context);
    let item = checklist::Message::Typed("Взять проектор".to_owned());
    tell(&mut form, Message::Items(item), &context);
    assert!(form.is_dirty());
    let wishes = tell(&mut form, Message::Save, &context);
    assert!(matches!(
        &wishes[..],
        [Wish::Back, Wish::Done(Operation::AddTask, _)]
    ));

    let all = saved(&context, client);
    let [assignment] = &all[..] else {
        panic!("one task")
    };
    let task = &assignment.task;
    assert_eq!(task.title, "Первая презентация");
    assert_eq!(task.minutes, Some(90));
    assert_eq!(task.start().map(When::day), "2026-06-29".parse().ok());
    assert_eq!(assignment.leader(), Some(context.me.id));
    assert_eq!(assignment.items[0].text, "Взять проектор");
}

#[test]
fn what_cannot_be_read_is_told_under_its_field() {
    let context = context(Language::English);
    let mut form = opened(draft(client(&context)), &context);
    typed(&mut form, Line::Start, "some day", &context);
    typed(&mut form, Line::Due, "never", &context);
    assert!(form.problems().is_empty(), "nothing is said before saving");
    let wishes = tell(&mut form, Message::Save, &context);
    assert!(wishes.is_empty());
    let problems = form.problems();
    assert!(problems.contains(&Problem::NoTitle));
    assert!(problems.contains(&Problem::Unread(Line::Start)));
    assert!(problems.contains(&Problem::Unread(Line::Due)));
}

#[test]
fn a_clean_form_closes_and_a_dirty_one_asks() {
    let context = context(Language::Russian);
    let mut form = opened(draft(client(&context)), &context);
    let wishes = settle(form.press(&press(Named::Escape), &context), |_| {
        Action::none()
    });
    assert!(matches!(&wishes[..], [Wish::Back]));
    typed(&mut form, Line::Title, "Звонок", &context);
    assert!(tell(&mut form, Message::Leave, &context).is_empty());
    assert!(form.question.is_some());
    let wishes = tell(&mut form, Message::Discard, &context);
    assert!(matches!(&wishes[..], [Wish::Back]));
}

#[test]
fn a_colleague_found_by_a_part_of_the_name_takes_part() {
    let context = context(Language::Russian);
    let mut form = opened(draft(client(&context)), &context);
    let name = people::Message::Typed("семен".to_owned());
    tell(&mut form, Message::People(name), &context);
    settle(form.press(&press(Named::Tab), &context), |_| Action::none());
    let sheet = form.sheet.as_ref().unwrap();
    let degrees: Vec<_> = sheet
        .mine
        .participants
        .iter()
        .map(|one| one.degree)
        .collect();
    assert_eq!(degrees, [Degree::Leads, Degree::Assists]);
}

#[test]
fn two_who_change_the_same_are_asked_and_what_only_one_changes_is_kept() {
    let context = context(Language::Russian);
    let client = client(&context);
    let mut form = opened(draft(client), &context);
    typed(&mut form, Line::Title, "Звонок", &context);
    tell(&mut form, Message::Save, &context);
    let before = saved(&context, client).remove(0);

    let (mut form, command) = Form::edit(before.task.id, &context);
    settle(Action::run(command), |message| {
        form.update(message, &context)
    });
    let mut theirs = before.clone();
    theirs.task.title = "Встреча".to_owned();
    theirs.task.place = "Малая Морская, 14".to_owned();
    let base = before.clone();
    let written = context.worker.write(move |workspace| {
        workspace.save_task(&base, &theirs, &std::collections::HashMap::new())
    });
    block_on(written).unwrap();
    typed(&mut form, Line::Title, "Презентация", &context);
    tell(&mut form, Message::Save, &context);
    assert!(matches!(form.question, Some(Question::Clash(_))));
    let chosen = clash::Message::Chosen(
        crate::domain::task::merge::Field::Title,
        crate::domain::merge::Side::Mine,
    );
    tell(&mut form, Message::Clash(chosen), &context);
    tell(&mut form, Message::Save, &context);
    let after = saved(&context, client).remove(0);
    assert_eq!(after.task.title, "Презентация");
    assert_eq!(after.task.place, "Малая Морская, 14");
}

#[test]
fn a_form_has_its_picture() {
    testing::dialog(
        "task-form",
        |context| {
            let mut form = opened(Draft::new(Rank::Operation), context);
            typed(&mut form, Line::Start, "завтра 15:00", context);
            form
        },
        Form::view,
        Message::Leave,
    );
}

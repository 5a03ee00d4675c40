//! The form of a task without a window.

use iced::futures::executor::block_on;
use iced::keyboard::key::Named;

use super::*;
use crate::domain::client::Kind as ClientKind;
use crate::domain::task::{Degree, Rank, State, When};
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
    let chosen = screen::clash::Message::Chosen(
        crate::domain::task::merge::Field::Title,
        crate::domain::merge::Side::Mine,
    );
    tell(&mut form, Message::Clash(chosen), &context);
    tell(&mut form, Message::Save, &context);
    let after = saved(&context, client).remove(0);
    assert_eq!(after.task.title, "Презентация");
    assert_eq!(after.task.place, "Малая Морская, 14");
}

fn weekly(form: &mut Form, context: &Context) {
    let weekly = repetition::Message::Period(repetition::Period::Week);
    tell(form, Message::Repetition(weekly), context);
}

fn edited(id: Id<Task>, context: &Context) -> Form {
    let (mut form, command) = Form::edit(id, context);
    settle(Action::run(command), |message| {
        form.update(message, context)
    });
    form
}

/// A weekly call for a client, and all its repetitions by day.
fn series(context: &Context) -> (Id<Client>, Vec<Assignment>) {
    let client = client(context);
    let mut form = opened(draft(client), context);
    typed(&mut form, Line::Title, "Звонок", context);
    typed(&mut form, Line::Start, "завтра 15:00", context);
    weekly(&mut form, context);
    tell(&mut form, Message::Save, context);
    (client, by_day(context, client))
}

fn by_day(context: &Context, client: Id<Client>) -> Vec<Assignment> {
    let mut all = saved(context, client);
    all.sort_by_key(|one| one.task.day());
    all
}

#[test]
fn a_repetition_makes_the_tasks_of_a_year() {
    let context = context(Language::Russian);
    let (_, all) = series(&context);
    assert!((52..=54).contains(&all.len()), "{}", all.len());
    let step = all[1].task.day().unwrap() - all[0].task.day().unwrap();
    assert_eq!(step.num_days(), 7);
}

#[test]
fn of_a_series_it_is_asked_whether_one_or_all_change() {
    let context = context(Language::Russian);
    let (client, all) = series(&context);
    let mut form = edited(all[2].task.id, &context);
    typed(&mut form, Line::Title, "Встреча", &context);
    assert!(tell(&mut form, Message::Save, &context).is_empty());
    assert!(matches!(form.question, Some(Question::Saving)));
    tell(&mut form, Message::Extent(Extent::Alone), &context);
    let called = |title: &str| {
        let all = by_day(&context, client);
        all.iter().filter(|one| one.task.title == title).count()
    };
    assert_eq!(called("Встреча"), 1);

    let mut form = edited(all[4].task.id, &context);
    typed(&mut form, Line::Title, "Показ", &context);
    tell(&mut form, Message::Save, &context);
    let wishes = tell(&mut form, Message::Extent(Extent::Following), &context);
    assert!(matches!(
        wishes[..],
        [Wish::Back, Wish::Done(Operation::EditFollowing, _)]
    ));
    assert_eq!(called("Показ"), all.len() - 4);
    assert_eq!(called("Звонок"), 3);

    let mut form = edited(all[6].task.id, &context);
    tell(&mut form, Message::Delete, &context);
    assert!(matches!(form.question, Some(Question::Deleting)));
    tell(&mut form, Message::Extent(Extent::Following), &context);
    assert_eq!(by_day(&context, client).len(), 6);
}

#[test]
fn another_rule_makes_the_later_ones_anew_without_a_question() {
    let context = context(Language::Russian);
    let (client, all) = series(&context);
    let mut form = edited(all[1].task.id, &context);
    let never = repetition::Message::Period(repetition::Period::Never);
    tell(&mut form, Message::Repetition(never), &context);
    let wishes = tell(&mut form, Message::Save, &context);
    assert!(matches!(wishes[..], [Wish::Back, Wish::Done(..)]));
    assert_eq!(by_day(&context, client).len(), 2);
}

#[test]
fn reminders_of_its_own_go_along_with_a_series() {
    let context = context(Language::Russian);
    let client = client(&context);
    let mut form = opened(draft(client), &context);
    typed(&mut form, Line::Title, "Звонок", &context);
    typed(&mut form, Line::Start, "завтра 15:00", &context);
    weekly(&mut form, &context);
    let hour = crate::domain::reminder::Prompt::before_start(60);
    tell(
        &mut form,
        Message::Reminders(Audience::Participants, Change::Add(hour)),
        &context,
    );
    tell(&mut form, Message::Save, &context);
    let last = by_day(&context, client).pop().unwrap().task.id;
    let read = context.worker.read(move |reader| reader.reminders_of(last));
    let prompts: Vec<_> = block_on(read).unwrap();
    assert!(prompts.iter().any(|one| one.prompt() == hour));
}

#[test]
fn a_changed_task_is_saved_and_ends_in_one_go() {
    let context = context(Language::Russian);
    let client = client(&context);
    let mut form = opened(draft(client), &context);
    typed(&mut form, Line::Title, "Звонок", &context);
    tell(&mut form, Message::Save, &context);
    let known = saved(&context, client).remove(0).task;
    let mut form = edited(known.id, &context);
    typed(&mut form, Line::Place, "В офисе", &context);
    let wishes = tell(&mut form, Message::Finish, &context);
    assert!(matches!(
        wishes[..],
        [Wish::Back, Wish::Done(..), Wish::FinishTask(id, State::Done)] if id == known.id
    ));
    assert_eq!(saved(&context, client)[0].task.place, "В офисе");
}

#[test]
fn the_phone_and_the_last_result_stand_below_the_client() {
    let context = context(Language::Russian);
    let client = client(&context);
    let mut form = opened(draft(client), &context);
    typed(&mut form, Line::Title, "Звонок", &context);
    tell(&mut form, Message::Save, &context);
    let known = saved(&context, client).remove(0).task;
    let done = crate::domain::task::Finish {
        outcome: "Ждут предложения".to_owned(),
        ..crate::domain::task::Finish::new(State::Done)
    };
    let ended = context.worker.write(move |workspace| {
        workspace.transact(Operation::FinishTask, |tx| {
            tx.finish_task(known.id, &done, chrono::Utc::now())
        })
    });
    block_on(ended).unwrap();
    let form = opened(draft(client), &context);
    let told = form.sheet.as_ref().unwrap().near_by(&context);
    assert!(
        told.contains("350-94-14") && told.contains("Ждут предложения"),
        "{told}"
    );
}

#[test]
fn double_booking_is_told_while_the_form_is_filled() {
    let context = context(Language::Russian);
    let (client, all) = series(&context);
    let mut form = opened(draft(client), &context);
    let entries = |form: &Form| form.sheet.as_ref().unwrap().booking.entries.len();
    typed(&mut form, Line::Start, "завтра 15:15", &context);
    assert_eq!(entries(&form), 1, "{:?}", all[0].task.start());
    typed(&mut form, Line::Start, "завтра 18:00", &context);
    assert_eq!(entries(&form), 0);
    typed(&mut form, Line::Start, "завтра 14:45", &context);
    assert_eq!(entries(&form), 1);
    let free = Message::Availability(Availability::Free);
    tell(&mut form, free, &context);
    assert_eq!(entries(&form), 0, "who can be interrupted misses nothing");
}

#[test]
fn a_series_has_its_pictures() {
    testing::dialog(
        "task-series",
        |context| {
            let (_, all) = series(context);
            let mut form = edited(all[3].task.id, context);
            let monthly = repetition::Message::Period(repetition::Period::Month);
            tell(&mut form, Message::Repetition(monthly), context);
            let nth = repetition::Message::Monthly(repetition::Monthly::NthWeekday);
            tell(&mut form, Message::Repetition(nth), context);
            let on = repetition::Message::Ending(repetition::Ending::On);
            tell(&mut form, Message::Repetition(on), context);
            form
        },
        Form::view,
        Message::Leave,
    );
    testing::dialog(
        "task-series-question",
        |context| {
            let (_, all) = series(context);
            let mut form = edited(all[3].task.id, context);
            tell(&mut form, Message::Delete, context);
            form
        },
        Form::view,
        Message::Leave,
    );
}

#[test]
fn a_form_has_its_picture() {
    testing::dialog(
        "task-form",
        |context| {
            let mut form = opened(Draft::new(Rank::Operation), context);
            typed(&mut form, Line::Start, "завтра 15:00", context);
            weekly(&mut form, context);
            form
        },
        Form::view,
        Message::Leave,
    );
}

//! The calendar by hand and by keyboard, and its pictures.

use chrono::{Local, NaiveDate};
use iced::futures::executor::block_on;
use iced::keyboard::key::Named;

use super::*;
use crate::domain::Assignment;
use crate::domain::calendar::wall_clock::shift;
use crate::domain::task::{Availability, Rank, State, TaskKind, at_minute};
use crate::i18n::Language;
use crate::ui::preference::CalendarLook;
use crate::ui::screen::testing::{self, context, press, run, some_clients};
use crate::ui::screen::{Press, Wish};
use crate::ui::widget::time_grid;

/// A day of the week, a minute of the day, how long, what, its availability, where.
type Sample = (i64, i64, i64, &'static str, Availability, &'static str);

const WEEK: [Sample; 10] = [
    (
        0,
        600,
        90,
        "Первая презентация",
        Availability::Busy,
        "Ул. Малая Морская, д. 14, оф. 322",
    ),
    (
        0,
        720,
        90,
        "Первая презентация",
        Availability::Busy,
        "Петровский пр., д. 26",
    ),
    (0, 900, 60, "Встреча", Availability::Busy, "В офисе"),
    (0, 990, 30, "Телефонный звонок", Availability::Free, ""),
    (1, 570, 45, "Телефонный звонок", Availability::Free, ""),
    (1, 660, 120, "Обследование", Availability::Busy, "Склад"),
    (1, 840, 240, "Командировка", Availability::Away, "Выборг"),
    (3, 600, 60, "Планёрка отдела", Availability::Busy, ""),
    (
        3,
        630,
        60,
        "Коммерческое предложение",
        Availability::Free,
        "",
    ),
    (4, 660, 60, "Презентация", Availability::Busy, ""),
];

/// The Monday of the weekdays that are shown: at a weekend those that come.
fn monday() -> NaiveDate {
    Scope::WorkingWeek.around(Local::now().date_naive()).first
}

/// The week as the screen shows it, with its tasks written to the file.
fn week(context: &Context) -> Calendar {
    let me = context.me.id;
    let clients = some_clients(context);
    let kinds = WEEK.map(|sample| TaskKind::new(sample.3, "handshake"));
    let tasks: Vec<_> = WEEK
        .iter()
        .zip(&kinds)
        .enumerate()
        .map(|(at, (sample, kind))| {
            let (day, minute, minutes, _, availability, place) = *sample;
            let mut task = Task::operation(kind, me);
            task.client = clients.get(at % clients.len().max(1)).copied();
            let start = at_minute(shift(monday(), day), minute);
            task.set_start(Some(When::At(start)));
            task.minutes = Some(minutes);
            task.availability = availability;
            task.place = place.to_owned();
            if at == 4 {
                task.finish(State::Done, start);
                task.outcome = "Назначена встреча".to_owned();
            }
            Assignment::new(task, me)
        })
        .collect();
    let mut whole = Assignment::new(Task::new(Rank::Operation, "Выставка", me), me);
    whole.task.set_start(Some(When::Day(shift(monday(), 3))));
    whole.task.set_due(Some(When::Day(shift(monday(), 4))));
    let written = context.worker.write(move |workspace| {
        workspace.transact(Operation::AddTask, |tx| {
            kinds.iter().try_for_each(|kind| tx.save(kind).map(drop))?;
            tasks
                .iter()
                .try_for_each(|task| tx.save_assignment(task, task))?;
            tx.save_assignment(&whole, &whole)
        })
    });
    block_on(written).unwrap();
    let mut calendar = Calendar::new(CalendarLook::default(), context);
    load(&mut calendar, context);
    calendar
}

fn load(calendar: &mut Calendar, context: &Context) {
    let question = calendar.refresh(context);
    settle(calendar, Action::run(question), context);
}

/// Runs what an action asks for; returns what was wished.
fn settle(calendar: &mut Calendar, action: Action<Message>, context: &Context) -> Vec<Wish> {
    testing::settle(action, |message| calendar.update(message, context))
}

/// The context as it is after a refresh of the frame.
fn with_catalog(mut context: Context) -> Context {
    let known = block_on(context.worker.read(crate::ui::desk::Known::read));
    context.catalog = known.unwrap().catalog;
    context
}

fn sample() -> (Context, Calendar) {
    let context = context(Language::Russian);
    let _ = week(&context);
    let context = with_catalog(context);
    let mut calendar = Calendar::new(CalendarLook::default(), &context);
    load(&mut calendar, &context);
    (context, calendar)
}

fn headings(calendar: &Calendar) -> Vec<&str> {
    let tiles = calendar.shown.tiles.iter();
    tiles.map(|tile| tile.heading.as_str()).collect()
}

fn find(calendar: &Calendar, kind: &str) -> usize {
    let mut entries = calendar.entries().iter();
    entries.position(|entry| entry.kind == kind).unwrap()
}

fn text(letter: &str) -> Press {
    Press {
        text: Some(letter.to_owned()),
        latin: letter.chars().next(),
        ..press(Named::Space)
    }
}

#[test]
fn the_week_shows_its_entries_side_by_side_and_whole_days_above() {
    let (_, calendar) = sample();
    assert_eq!(calendar.shown.columns.len(), 5);
    assert_eq!(headings(&calendar).len(), WEEK.len());
    assert_eq!(calendar.shown.bars.len(), 1);
    assert_eq!(calendar.shown.bars[0].columns, (3, 4));
    let thursday: Vec<_> = calendar
        .shown
        .tiles
        .iter()
        .filter(|tile| tile.block.column == 3)
        .map(|tile| (tile.block.slot.at, tile.block.slot.of))
        .collect();
    assert_eq!(thursday, [(0, 2), (1, 2)]);
}

#[test]
fn keys_choose_the_view_and_the_days() {
    let (context, mut calendar) = sample();
    for (key, scope, columns) in [
        ("1", Scope::Day, 1),
        ("3", Scope::Week, 7),
        ("2", Scope::WorkingWeek, 5),
    ] {
        let action = calendar.press(&text(key), &context);
        let wishes = settle(&mut calendar, action, &context);
        assert_eq!(
            (calendar.scope, calendar.shown.columns.len()),
            (scope, columns)
        );
        assert!(matches!(
            wishes[0],
            Wish::Prefer(crate::ui::preference::Preference::Calendar(_))
        ));
    }
    let action = calendar.press(&press(Named::PageDown), &context);
    settle(&mut calendar, action, &context);
    assert_eq!(calendar.range.first, shift(monday(), 7));
    assert!(headings(&calendar).is_empty());
    let action = calendar.press(&text("t"), &context);
    settle(&mut calendar, action, &context);
    assert_eq!(calendar.range.first, monday());
    let action = calendar.press(&text("4"), &context);
    settle(&mut calendar, action, &context);
    assert_eq!(calendar.layout(), Layout::Weeks);
    assert!(calendar.entries().len() > WEEK.len());
    let action = calendar.press(&press(Named::Escape), &context);
    assert!(matches!(action.wishes[0], Wish::Back));
}

#[test]
fn arrows_go_from_entry_to_entry_and_enter_opens() {
    let (context, mut calendar) = sample();
    let selected = |calendar: &Calendar| {
        let mut entries = calendar.entries().iter();
        let entry = entries.find(|entry| entry.task == calendar.selected && entry.task.is_some());
        entry.map(|entry| entry.kind.clone()).unwrap_or_default()
    };
    for (key, kind) in [
        (Named::ArrowDown, "Первая презентация"),
        (Named::ArrowDown, "Первая презентация"),
        (Named::ArrowDown, "Встреча"),
        (Named::ArrowRight, "Командировка"),
        (Named::ArrowUp, "Обследование"),
        (Named::ArrowLeft, "Первая презентация"),
    ] {
        let _ = calendar.press(&press(key), &context);
        assert_eq!(selected(&calendar), kind, "{key:?}");
    }
    let action = calendar.press(&press(Named::Enter), &context);
    assert!(matches!(action.wishes[0], Wish::EditTask(_)));
}

#[test]
fn a_dragged_entry_is_moved_and_an_undo_takes_it_back() {
    let (context, mut calendar) = sample();
    let entry = find(&calendar, "Встреча");
    let moved = time_grid::Message::Moved {
        entry,
        from: 0,
        to: 2,
        minutes: 60,
    };
    let action = calendar.update(Message::Grid(moved), &context);
    let at = |calendar: &Calendar| calendar.entries()[find(calendar, "Встреча")].when;
    let there = When::At(at_minute(shift(monday(), 2), 960));
    assert_eq!(at(&calendar), there, "shown at once");
    let wishes = settle(&mut calendar, action, &context);
    assert!(matches!(
        wishes[0],
        Wish::Done(Operation::RescheduleTask, _)
    ));
    load(&mut calendar, &context);
    assert_eq!(at(&calendar), there);
    block_on(context.worker.write(crate::workspace::Workspace::undo)).unwrap();
    load(&mut calendar, &context);
    assert_eq!(at(&calendar), When::At(at_minute(monday(), 900)));
}

#[test]
fn the_end_of_an_entry_is_stretched_and_double_booking_is_told() {
    let (context, mut calendar) = sample();
    let entry = find(&calendar, "Встреча");
    let stretched = time_grid::Message::Stretched {
        entry,
        is_end: true,
        minutes: 30,
    };
    let action = calendar.update(Message::Grid(stretched), &context);
    let wishes = settle(&mut calendar, action, &context);
    assert_eq!(wishes.len(), 1, "a call can be interrupted: {wishes:?}");
    load(&mut calendar, &context);
    assert_eq!(calendar.entries()[find(&calendar, "Встреча")].minutes(), 90);

    let moved = time_grid::Message::Moved {
        entry: find(&calendar, "Встреча"),
        from: 0,
        to: 0,
        minutes: -150,
    };
    let action = calendar.update(Message::Grid(moved), &context);
    let wishes = settle(&mut calendar, action, &context);
    let Wish::Say(said) = &wishes[1] else {
        panic!("{wishes:?}");
    };
    assert!(
        said.contains("Первая презентация") && said.contains("12:00–13:30"),
        "{said}"
    );
}

#[test]
fn an_entry_of_the_month_is_dragged_to_another_day() {
    let (context, mut calendar) = sample();
    let action = calendar.press(&text("4"), &context);
    settle(&mut calendar, action, &context);
    let entry = find(&calendar, "Обследование");
    let from = shift(monday(), 1);
    let to = shift(monday(), 4);
    let wishes: Vec<_> = [
        month::Message::Pressed(entry, from),
        month::Message::Entered(to),
        month::Message::Released,
    ]
    .into_iter()
    .flat_map(|message| {
        let action = calendar.update(Message::Month(message), &context);
        settle(&mut calendar, action, &context)
    })
    .collect();
    assert!(matches!(
        wishes[0],
        Wish::Done(Operation::RescheduleTask, _)
    ));
    let at = calendar.entries()[find(&calendar, "Обследование")].when;
    assert_eq!(at, When::At(at_minute(to, 660)), "the time of day stays");
}

#[test]
fn drawn_time_becomes_the_draft_of_a_task() {
    let (context, mut calendar) = sample();
    let drawn = time_grid::Message::Drawn(2, 600, 690);
    let action = calendar.update(Message::Grid(drawn), &context);
    let Wish::NewTask(draft) = &action.wishes[0] else {
        panic!("{:?}", action.wishes);
    };
    let start = When::At(at_minute(shift(monday(), 2), 600));
    assert_eq!((draft.start, draft.minutes), (Some(start), Some(90)));
    assert_eq!(draft.employee, Some(context.me.id));
}

#[test]
fn employees_stand_side_by_side_or_are_laid_over_each_other() {
    let (context, mut calendar) = sample();
    let other = context.catalog.employees[1].id;
    let mut task = Task::new(Rank::Operation, "Обед с партнёром", other);
    task.set_start(Some(When::At(at_minute(monday(), 13 * 60))));
    let lunch = Assignment::new(task, other);
    let written = context.worker.write(move |workspace| {
        workspace.transact(Operation::AddTask, |tx| tx.save_assignment(&lunch, &lunch))
    });
    block_on(written).unwrap();
    let action = calendar.update(Message::EmployeeToggled(other), &context);
    settle(&mut calendar, action, &context);
    assert_eq!(calendar.shown.columns.len(), 10);
    let action = calendar.update(Message::SideBySide(false), &context);
    settle(&mut calendar, action, &context);
    assert_eq!(calendar.shown.columns.len(), 5);
    assert!(
        calendar
            .shown
            .tiles
            .iter()
            .all(|tile| !tile.marks.is_empty())
    );
    let places = calendar.shown.tiles.iter().flat_map(|tile| &tile.marks);
    let places: std::collections::BTreeSet<_> = places.map(|mark| mark.place).collect();
    assert_eq!(places.len(), 2, "each has a colour");
    for id in [other, context.me.id] {
        let action = calendar.update(Message::EmployeeToggled(id), &context);
        settle(&mut calendar, action, &context);
    }
    assert_eq!(
        calendar.employees,
        [context.me.id],
        "somebody is always shown"
    );
}

#[test]
fn late_answers_to_other_questions_are_dropped() {
    let (context, mut calendar) = sample();
    let old = run(calendar.refresh(&context));
    let action = calendar.press(&press(Named::PageDown), &context);
    settle(&mut calendar, action, &context);
    for message in old {
        let _ = calendar.update(message, &context);
    }
    assert!(calendar.entries().is_empty());
}

#[test]
fn pictures_of_the_calendar() {
    for (name, scope) in [
        ("calendar-day", Scope::Day),
        ("calendar-week", Scope::WorkingWeek),
        ("calendar-month", Scope::Month),
        ("calendar-list", Scope::List),
    ] {
        let make = |context: &Context| {
            let mut calendar = week(context);
            let action = calendar.update(Message::ScopeChosen(scope), context);
            settle(&mut calendar, action, context);
            calendar
        };
        testing::page(name, make, Calendar::view);
    }
}

use super::*;
use crate::domain::task::{Degree, Rank};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A meeting of an hour at nine where the clock stands, with one item to tick.
fn meeting() -> Assignment {
    let me = Id::generate();
    let mut task = Task::new(Rank::Operation, "Планёрка", me);
    task.set_start(Some(When::At(at_minute(day("2026-06-29"), 540))));
    task.minutes = Some(60);
    let mut whole = Assignment::new(task, me);
    let item = CheckItem::new(whole.task.id, "Отчёт", 0);
    whole.items.push(CheckItem {
        is_done: true,
        ..item
    });
    whole
}

#[test]
fn a_repetition_is_still_to_do_at_the_same_time_of_day() {
    let mut first = meeting();
    first.task.finish(State::Done, DateTime::UNIX_EPOCH);
    let next = first.repeated_on(day("2026-12-07"));
    assert_ne!(next.task.id, first.task.id);
    assert_eq!(next.task.state, State::Open);
    assert_eq!(next.task.starts_at, Some(at_minute(day("2026-12-07"), 540)));
    assert!(!next.items[0].is_done);
    assert_eq!(next.items[0].task, next.task.id);
    assert_eq!(next.leader(), first.leader());
}

#[test]
fn what_is_made_already_is_not_made_again() {
    let rule = Rule::read("FREQ=WEEKLY;COUNT=5").unwrap();
    let mut series = Series::new(&rule, day("2026-06-29"));
    assert_eq!(series.days_until(day("2026-07-13")).len(), 2);
    series.made_until = day("2026-07-13");
    let rest = series.days_until(horizon(day("2026-07-13")));
    assert_eq!(rest, [day("2026-07-20"), day("2026-07-27")]);
    assert!(series.is_running_out(day("2026-07-13")));
    series.made_until = day("2027-06-29");
    assert!(!series.is_running_out(day("2026-07-13")));
}

#[test]
fn what_follows_takes_over_what_was_changed_and_nothing_else() {
    let base = meeting();
    let mut later = base.repeated_on(day("2026-07-06"));
    later.task.place = "Переговорная".into();
    let mut mine = base.clone();
    mine.task.title = "Летучка".into();
    mine.task
        .set_start(Some(When::At(at_minute(day("2026-06-30"), 600))));
    let guest = Id::generate();
    mine.participants
        .push(Participant::new(mine.task.id, guest, Degree::Assists));
    mine.items[0].text = "Цифры".into();
    let followed = later.follow(&base, &mine);
    assert_eq!(followed.task.title, "Летучка");
    assert_eq!(followed.task.place, "Переговорная");
    assert_eq!(
        followed.task.starts_at,
        Some(at_minute(day("2026-07-07"), 600))
    );
    assert_eq!(followed.participants.len(), 2);
    assert_eq!(followed.participants[0].id, later.participants[0].id);
    assert_eq!(followed.items[0].text, "Цифры");
    assert_eq!(later.follow(&base, &base), later);
}

//! The day F.7 and what is hard about days, times and places side by side.

use chrono::{DateTime, Duration, FixedOffset, NaiveDate, NaiveDateTime, Utc};
use chrono::{LocalResult, Offset, TimeZone};

use super::common_time::intersection;
use super::packing::{Slot, lanes, pack};
use super::wall_clock::{Piece, moment, pieces, place};
use super::*;
use crate::domain::profile::Medium;
use crate::domain::task::{Availability, State, When};
use crate::domain::{Employee, Id};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// Moscow in the summer of 2008.
fn moscow() -> FixedOffset {
    FixedOffset::east_opt(4 * 3600).unwrap()
}

/// Berlin in 2026: clocks are put forward on 29 March and back on 25 October, both at 1:00 UTC.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Berlin;

impl Berlin {
    fn at(utc: NaiveDateTime) -> FixedOffset {
        let summer = day("2026-03-29").and_hms_opt(1, 0, 0).unwrap()
            ..day("2026-10-25").and_hms_opt(1, 0, 0).unwrap();
        let hours = if summer.contains(&utc) { 2 } else { 1 };
        FixedOffset::east_opt(hours * 3600).unwrap()
    }
}

impl TimeZone for Berlin {
    type Offset = FixedOffset;

    fn from_offset(_offset: &FixedOffset) -> Self {
        Self
    }

    fn offset_from_local_date(&self, local: &NaiveDate) -> LocalResult<FixedOffset> {
        self.offset_from_local_datetime(&local.and_hms_opt(0, 0, 0).unwrap())
    }

    fn offset_from_local_datetime(&self, local: &NaiveDateTime) -> LocalResult<FixedOffset> {
        let hours = [2, 1].map(|hours| FixedOffset::east_opt(hours * 3600).unwrap());
        let fits = |offset: &FixedOffset| Self::at(*local - offset.fix()) == *offset;
        match hours.map(|offset| fits(&offset).then_some(offset)) {
            [Some(summer), Some(winter)] => LocalResult::Ambiguous(summer, winter),
            [Some(one), None] | [None, Some(one)] => LocalResult::Single(one),
            [None, None] => LocalResult::None,
        }
    }

    fn offset_from_utc_date(&self, utc: &NaiveDate) -> FixedOffset {
        Self::at(utc.and_hms_opt(0, 0, 0).unwrap())
    }

    fn offset_from_utc_datetime(&self, utc: &NaiveDateTime) -> FixedOffset {
        Self::at(*utc)
    }
}

fn entry(who: Id<Employee>, kind: &str, from: &str, to: &str) -> Entry {
    Entry {
        kind: kind.into(),
        ..Entry::hidden(who, (When::At(utc(from)), utc(to)), Availability::Busy)
    }
}

/// Monday 30 June 2008 of Решетова: two presentations, a meeting, a call.
fn sample_day(who: Id<Employee>) -> Vec<Entry> {
    let mut entries = vec![
        entry(
            who,
            "Первая презентация",
            "2008-06-30T06:00:00Z",
            "2008-06-30T07:30:00Z",
        ),
        entry(
            who,
            "Первая презентация",
            "2008-06-30T08:00:00Z",
            "2008-06-30T09:30:00Z",
        ),
        entry(
            who,
            "Встреча",
            "2008-06-30T11:00:00Z",
            "2008-06-30T12:00:00Z",
        ),
        entry(
            who,
            "Телефонный звонок",
            "2008-06-30T12:30:00Z",
            "2008-06-30T12:45:00Z",
        ),
    ];
    let clients = [
        "ООО «Ромашка»",
        "ООО «Агат»",
        "ЗАО «Тепломаш»",
        "ООО «Алмаз»",
    ];
    for (entry, client) in entries.iter_mut().zip(clients) {
        entry.client = client.into();
        entry.phone = "+7 812 233-24-45".into();
    }
    entries[0].contact = "Антонов Ю. М.".into();
    entries[0].place = "Ул. Малая Морская, д. 14, оф. 322".into();
    entries[2].place = "В офисе".into();
    entries[3].medium = Some(Medium::Phone);
    entries[3].place = "Кабинет 5".into();
    entries[3].availability = Availability::Free;
    entries
}

#[test]
fn at_the_weekend_weekdays_are_those_of_the_week_that_comes() {
    let week = |text: &str| Scope::WorkingWeek.around(day(text)).first;
    assert_eq!(week("2026-11-20"), day("2026-11-16")); // Friday
    for weekend in ["2026-11-21", "2026-11-22"] {
        assert_eq!(week(weekend), day("2026-11-23"));
    }
}

#[test]
fn the_sample_day_stands_where_the_clock_says() {
    let who = Id::generate();
    let column = Column {
        day: day("2008-06-30"),
        employees: vec![who],
    };
    let arranged = arrange(&moscow(), &[column], &sample_day(who));
    let times: Vec<_> = arranged
        .blocks
        .iter()
        .map(|one| (one.from, one.to))
        .collect();
    assert_eq!(
        times,
        [(600, 690), (720, 810), (900, 960), (990, 1005)],
        "10:00–11:30, 12:00–13:30, 15:00–16:00, 16:30–16:45"
    );
    assert!(arranged.bars.is_empty());
    assert!(arranged.blocks.iter().all(|block| block.slot.of == 1));
}

#[test]
fn an_entry_says_kind_organisation_person_and_place_or_phone() {
    let entries = sample_day(Id::generate());
    assert_eq!(entries[0].heading(), "Первая презентация");
    assert_eq!(
        entries[0].details(),
        [
            "ООО «Ромашка» · Антонов Ю. М.",
            "Ул. Малая Морская, д. 14, оф. 322"
        ]
    );
    assert_eq!(entries[1].details(), ["ООО «Агат»", "+7 812 233-24-45"]);
    assert_eq!(entries[3].details(), ["ООО «Алмаз»", "+7 812 233-24-45"]);
    let mut done = entries[2].clone();
    done.title = "Планёрка".into();
    done.result = "Согласована дата".into();
    assert_eq!(
        done.details(),
        ["Согласована дата", "Планёрка", "ЗАО «Тепломаш»", "В офисе"]
    );
    done.kind = String::new();
    assert_eq!(done.heading(), "Планёрка");
}

#[test]
fn ranges_begin_on_monday_and_go_on_by_their_own_measure() {
    let thursday = day("2026-07-02");
    let days = |range: Range| (range.first.to_string(), range.last.to_string(), range.len());
    let around = |scope: Scope| days(scope.around(thursday));
    assert_eq!(
        around(Scope::Day),
        ("2026-07-02".into(), "2026-07-02".into(), 1)
    );
    assert_eq!(
        around(Scope::WorkingWeek),
        ("2026-06-29".into(), "2026-07-03".into(), 5)
    );
    assert_eq!(
        around(Scope::Week),
        ("2026-06-29".into(), "2026-07-05".into(), 7)
    );
    assert_eq!(
        around(Scope::Month),
        ("2026-07-01".into(), "2026-07-31".into(), 31)
    );
    let weeks = Scope::Month.around(thursday).whole_weeks();
    assert_eq!(days(weeks), ("2026-06-29".into(), "2026-08-02".into(), 35));
    assert_eq!(Scope::Month.step(day("2026-01-31"), 1), day("2026-02-28"));
    assert_eq!(Scope::Week.step(thursday, -1), day("2026-06-25"));
    let own = Range::new(day("2026-07-03"), day("2026-07-01"));
    assert_eq!(
        days(own.shifted(-1)),
        ("2026-06-28".into(), "2026-06-30".into(), 3)
    );
    assert_eq!(Range::new(day("2026-01-01"), day("2036-01-01")).len(), 366);
}

#[test]
fn what_overlaps_stands_side_by_side_and_takes_the_room_that_is_free() {
    let slot = |at, span, of| Slot { at, span, of };
    assert_eq!(pack(&[]), []);
    // Two that touch do not overlap.
    assert_eq!(pack(&[(0, 60), (60, 120)]), [slot(0, 1, 1); 2]);
    // The third hangs together with the first two; the fourth does not.
    assert_eq!(
        pack(&[(0, 60), (30, 90), (60, 120), (120, 150)]),
        [slot(0, 1, 2), slot(1, 1, 2), slot(0, 1, 2), slot(0, 1, 1)]
    );
    // The last of three has two places, since the third one is free by then.
    assert_eq!(
        pack(&[(0, 120), (0, 60), (0, 30), (60, 120)]),
        [slot(0, 1, 3), slot(1, 1, 3), slot(2, 1, 3), slot(1, 2, 3)]
    );
    // Longer ones stand further left, whatever the order given.
    assert_eq!(pack(&[(0, 30), (0, 60)]), [slot(1, 1, 2), slot(0, 1, 2)]);
}

#[test]
fn bars_lie_in_the_highest_free_line() {
    assert_eq!(lanes(&[(0, 2), (1, 1), (3, 4), (2, 3)]), [0, 1, 0, 1]);
}

#[test]
fn whole_days_and_long_ones_stand_above_the_hours() {
    let who = Id::generate();
    let columns: Vec<_> = Range::new(day("2008-06-30"), day("2008-07-04"))
        .days()
        .map(|day| Column {
            day,
            employees: vec![who],
        })
        .collect();
    let trip = entry(
        who,
        "Командировка",
        "2008-06-29T10:00:00Z",
        "2008-07-01T14:00:00Z",
    );
    let night = entry(
        who,
        "Дежурство",
        "2008-07-01T18:00:00Z",
        "2008-07-02T02:00:00Z",
    );
    let stranger = entry(
        Id::generate(),
        "Встреча",
        "2008-07-01T18:00:00Z",
        "2008-07-01T19:00:00Z",
    );
    let arranged = arrange(&moscow(), &columns, &[trip, night, stranger]);
    assert_eq!(
        arranged.bars,
        [Bar {
            entry: 0,
            first: 0,
            last: 1,
            lane: 0,
            is_continued: true,
            goes_on: false,
        }]
    );
    let blocks: Vec<_> = arranged
        .blocks
        .iter()
        .map(|one| (one.column, one.from, one.to, one.is_first, one.is_last))
        .collect();
    assert_eq!(
        blocks,
        [
            (1, 22 * 60, 24 * 60, true, false),
            (2, 0, 6 * 60, false, true)
        ]
    );
}

#[test]
fn employees_side_by_side_have_columns_of_their_own_and_overlaid_share_one() {
    let (one, other) = (Id::generate(), Id::generate());
    let today = day("2008-06-30");
    let both = Entry {
        employees: vec![one, other],
        ..entry(
            one,
            "Планёрка",
            "2008-06-30T06:00:00Z",
            "2008-06-30T07:00:00Z",
        )
    };
    let apart = [one, other].map(|who| Column {
        day: today,
        employees: vec![who],
    });
    let blocks = arrange(&moscow(), &apart, std::slice::from_ref(&both)).blocks;
    assert_eq!(
        blocks.iter().map(|block| block.column).collect::<Vec<_>>(),
        [0, 1]
    );
    let together = Column {
        day: today,
        employees: vec![one, other],
    };
    assert_eq!(arrange(&moscow(), &[together], &[both]).blocks.len(), 1);
}

#[test]
fn where_clocks_change_entries_stand_where_the_clock_says_and_keep_their_length() {
    let spring = day("2026-03-29");
    assert_eq!(moment(&Berlin, spring, 90), utc("2026-03-29T00:30:00Z"));
    assert_eq!(
        moment(&Berlin, spring, 150),
        utc("2026-03-29T01:30:00Z"),
        "2:30 is 3:30"
    );
    assert_eq!(place(&Berlin, utc("2026-03-29T01:30:00Z")), (spring, 210));
    let piece = |day, from, to| Piece {
        day,
        from,
        to,
        is_first: true,
        is_last: true,
    };
    // An hour over the gap reaches from 1:30 to 3:30 on the clock.
    let over = pieces(
        &Berlin,
        utc("2026-03-29T00:30:00Z"),
        utc("2026-03-29T01:30:00Z"),
    );
    assert_eq!(over, [piece(spring, 90, 210)]);
    // Three quarters of an hour that begin at 2:30 end at 2:15 on the clock: it keeps its length.
    let autumn = day("2026-10-25");
    let back = pieces(
        &Berlin,
        utc("2026-10-25T00:30:00Z"),
        utc("2026-10-25T01:15:00Z"),
    );
    assert_eq!(back, [piece(autumn, 150, 195)]);
    let (from, to) = Scope::Day.around(spring).moments(&Berlin);
    assert_eq!((to - from).num_hours(), 23);
    let (from, to) = Scope::Day.around(autumn).moments(&Berlin);
    assert_eq!((to - from).num_hours(), 25);
}

#[test]
fn what_ends_at_midnight_stays_on_its_day() {
    let evening = pieces(
        &moscow(),
        utc("2008-06-30T18:00:00Z"),
        utc("2008-06-30T20:00:00Z"),
    );
    assert_eq!(evening.len(), 1);
    assert_eq!((evening[0].from, evening[0].to), (22 * 60, 24 * 60));
    let moment = utc("2008-06-30T18:00:00Z");
    assert_eq!(
        pieces(&moscow(), moment, moment).len(),
        1,
        "what lasts no time has a place"
    );
}

#[test]
fn a_status_lasts_to_the_end_of_what_follows_without_a_gap() {
    let who = Id::generate();
    let mut entries = sample_day(who);
    let next = entry(who, "Обед", "2008-06-30T07:30:00Z", "2008-06-30T08:00:00Z");
    entries.push(next);
    let at = |text: &str| status(&entries, who, utc(text));
    let busy = at("2008-06-30T06:30:00Z");
    assert_eq!(busy.availability, Availability::Busy);
    assert_eq!(busy.until, Some(utc("2008-06-30T09:30:00Z")));
    assert_eq!(
        at("2008-06-30T12:35:00Z").availability,
        Availability::Free,
        "a call can wait"
    );
    assert_eq!(at("2008-06-30T05:00:00Z").until, None);
    let hours: Vec<&Entry> = entries.iter().collect();
    let hours = busy_hours(&moscow(), day("2008-06-30"), 9..18, &hours);
    let (busy, free) = (Some(Availability::Busy), Some(Availability::Free));
    assert_eq!(
        hours,
        [None, busy, busy, busy, busy, None, busy, free, None]
    );
}

#[test]
fn a_common_time_touches_nothing_that_is_taken() {
    let open = |from: &str, to: &str| (utc(from), utc(to));
    let one = vec![open("2008-06-30T05:00:00Z", "2008-06-30T14:00:00Z")];
    let other = vec![
        open("2008-06-30T06:00:00Z", "2008-06-30T09:00:00Z"),
        open("2008-06-30T10:00:00Z", "2008-06-30T15:00:00Z"),
    ];
    let common = intersection(&[one, other]);
    assert_eq!(
        common,
        [
            open("2008-06-30T06:00:00Z", "2008-06-30T09:00:00Z"),
            open("2008-06-30T10:00:00Z", "2008-06-30T14:00:00Z"),
        ]
    );
    let taken: Vec<_> = sample_day(Id::generate())
        .iter()
        .filter(|entry| entry.takes_time())
        .map(|entry| (entry.when.begins(), entry.ends))
        .collect();
    let (hour, half) = (Duration::hours(1), Duration::minutes(30));
    let found = common_times(&common, &taken, (hour, half), 4);
    assert_eq!(
        found,
        [
            utc("2008-06-30T10:00:00Z"),
            utc("2008-06-30T12:00:00Z"),
            utc("2008-06-30T12:30:00Z"),
            utc("2008-06-30T13:00:00Z"),
        ]
    );
    assert_eq!(common_times(&common, &taken, (hour, half), 1).len(), 1);
    assert!(common_times(&common, &taken, (Duration::zero(), half), 9).is_empty());
}

#[test]
fn only_open_tasks_at_a_time_of_day_take_time() {
    let who = Id::generate();
    let mut one = entry(
        who,
        "Встреча",
        "2008-06-30T06:00:00Z",
        "2008-06-30T07:00:00Z",
    );
    assert!(one.takes_time());
    one.state = State::Done;
    assert!(!one.takes_time());
    one.state = State::Open;
    one.when = When::Day(day("2008-06-30"));
    assert!(!one.takes_time());
}

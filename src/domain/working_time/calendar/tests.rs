use super::*;
use crate::domain::working_time::AbsenceKind;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn the_production_calendar_of_russia_is_known() {
    let calendar = WorkCalendar::default();
    assert_eq!(calendar.day(day("2026-01-09")), Day::Holiday);
    assert_eq!(calendar.day(day("2026-06-12")), Day::Holiday);
    assert_eq!(calendar.minutes(None, day("2026-11-03")), 8 * 60);
    assert!(!calendar.is_working_day(day("2026-06-28")));
    assert!(calendar.is_working_day(day("2026-06-29")));
    assert_eq!(calendar.minutes(None, day("2026-06-29")), 9 * 60);
    assert_eq!(calendar.day(day("2008-06-30")), Day::Usual);
}

#[test]
fn a_saturday_that_was_moved_is_worked() {
    let calendar = WorkCalendar::default();
    assert_eq!(calendar.day(day("2024-04-27")), Day::Working);
    assert_eq!(calendar.minutes(None, day("2024-04-27")), 9 * 60);
}

#[test]
fn days_of_the_office_outweigh_the_production_calendar() {
    let special = vec![
        SpecialDay::new(day("2026-06-29"), DayKind::Holiday, "День фирмы"),
        SpecialDay::new(day("2026-06-28"), DayKind::Working, ""),
        SpecialDay::new(day("2026-06-30"), DayKind::Short, ""),
    ];
    let calendar = WorkCalendar::new(Country::Russia, special, &[], Vec::new());
    assert!(!calendar.is_working_day(day("2026-06-29")));
    assert!(calendar.is_working_day(day("2026-06-28")));
    assert_eq!(calendar.hours(None, day("2026-06-30")), Some((540, 1020)));
    let name = calendar.special_day(day("2026-06-29"));
    assert_eq!(name.map(|day| day.name.as_str()), Some("День фирмы"));
}

#[test]
fn elsewhere_only_weekends_and_listed_days_are_free() {
    let calendar = WorkCalendar::new(Country::Other, Vec::new(), &[], Vec::new());
    assert!(calendar.is_working_day(day("2026-01-01")));
    assert!(!calendar.is_working_day(day("2026-01-03")));
}

#[test]
fn an_employee_has_hours_and_absences_of_their_own() {
    let who = Id::generate();
    let other = Id::generate();
    let hours = [
        WorkingHours::new(None, 1, (600, 1140)),
        WorkingHours::new(Some(who), 6, (600, 840)),
        WorkingHours::new(Some(who), 5, (0, 0)),
    ];
    let days = (day("2026-07-06"), day("2026-07-10"));
    let leave = Absence::new(who, AbsenceKind::Leave, days);
    let calendar = WorkCalendar::new(Country::Russia, Vec::new(), &hours, vec![leave]);
    let monday = calendar.hours(Some(who), day("2026-06-29"));
    assert_eq!(monday, Some((600, 1140)));
    assert!(calendar.works(who, day("2026-06-27")));
    assert!(!calendar.works(other, day("2026-06-27")));
    assert!(!calendar.works(who, day("2026-06-26")));
    assert!(calendar.works(other, day("2026-06-26")));
    assert!(!calendar.works(who, day("2026-07-08")));
    assert!(calendar.absence(who, day("2026-07-10")).is_some());
    assert!(calendar.absence(who, day("2026-07-11")).is_none());
    // From Thursday to Saturday, and past the leave to the Saturday at its end.
    let thursday = day("2026-07-02");
    assert_eq!(calendar.later(Some(who), thursday, 1), day("2026-07-04"));
    assert_eq!(calendar.later(Some(who), thursday, 2), day("2026-07-11"));
}

#[test]
fn working_days_are_counted_past_weekends_and_feasts() {
    let calendar = WorkCalendar::default();
    let later = |from: &str, days| calendar.later(None, day(from), days);
    assert_eq!(later("2026-06-29", 0), day("2026-06-29"));
    assert_eq!(later("2026-06-26", 1), day("2026-06-29"));
    assert_eq!(later("2026-06-27", 0), day("2026-06-29"));
    assert_eq!(later("2026-06-27", 1), day("2026-06-29"));
    assert_eq!(later("2026-06-11", 1), day("2026-06-15"));
    assert_eq!(later("2025-12-30", 1), day("2026-01-12"));
    assert_eq!(later("2026-06-01", 22), day("2026-07-02"));
    for from in ["2026-06-26", "2026-06-27", "2025-12-30"] {
        for days in 1..8 {
            let between = calendar.days_between(None, day(from), later(from, days));
            assert_eq!(between, days, "{from}");
        }
    }
}

#[test]
fn who_never_works_is_not_waited_for() {
    let hours: Vec<_> = (1..=7)
        .map(|weekday| WorkingHours::new(None, weekday, (0, 0)))
        .collect();
    let calendar = WorkCalendar::new(Country::Other, Vec::new(), &hours, Vec::new());
    let monday = day("2026-06-29");
    assert_eq!(calendar.later(None, monday, 3), monday);
}

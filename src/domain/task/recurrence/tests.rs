use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn days(rule: &str, first: &str, most: usize) -> Vec<String> {
    let rule = Rule::read(rule).unwrap();
    let found = rule.days(day(first)).take(most);
    found.map(|day| day.to_string()).collect()
}

#[test]
fn days_weeks_and_their_intervals_are_counted_from_the_first() {
    assert_eq!(
        days("FREQ=DAILY;INTERVAL=3", "2026-02-26", 3),
        ["2026-02-26", "2026-03-01", "2026-03-04"]
    );
    assert_eq!(
        days("FREQ=WEEKLY", "2026-06-30", 3),
        ["2026-06-30", "2026-07-07", "2026-07-14"]
    );
    // Tuesday, then Monday and Wednesday of every other week.
    assert_eq!(
        days("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", "2026-06-30", 4),
        ["2026-06-30", "2026-07-01", "2026-07-13", "2026-07-15"]
    );
}

#[test]
fn months_without_the_day_are_left_out_and_the_last_day_is_the_last() {
    assert_eq!(
        days("FREQ=MONTHLY;BYMONTHDAY=31", "2026-01-31", 4),
        ["2026-01-31", "2026-03-31", "2026-05-31", "2026-07-31"]
    );
    assert_eq!(
        days("FREQ=MONTHLY;BYMONTHDAY=-1", "2028-01-31", 4),
        ["2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30"]
    );
    assert_eq!(
        days("FREQ=MONTHLY;BYMONTHDAY=15", "2026-01-15", 3),
        ["2026-01-15", "2026-02-15", "2026-03-15"]
    );
}

#[test]
fn weekdays_of_a_month_are_found() {
    assert_eq!(
        days("FREQ=MONTHLY;BYDAY=2TU", "2026-06-09", 3),
        ["2026-06-09", "2026-07-14", "2026-08-11"]
    );
    assert_eq!(
        days("FREQ=MONTHLY;BYDAY=-1FR", "2026-06-26", 3),
        ["2026-06-26", "2026-07-31", "2026-08-28"]
    );
    assert_eq!(
        days("FREQ=MONTHLY;BYDAY=5MO", "2026-06-29", 3),
        ["2026-06-29", "2026-08-31", "2026-11-30"]
    );
}

#[test]
fn a_year_later_it_is_the_same_day_and_29_february_waits() {
    assert_eq!(
        days("FREQ=YEARLY", "2026-06-30", 2),
        ["2026-06-30", "2027-06-30"]
    );
    assert_eq!(
        days("FREQ=YEARLY", "2096-02-29", 2),
        ["2096-02-29", "2104-02-29"]
    );
    // Every other year from an odd one on there is no leap year at all.
    assert_eq!(
        days("FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=30", "2026-02-01", 9).len(),
        1
    );
}

#[test]
fn a_rule_is_over_after_so_many_times_or_a_day() {
    assert_eq!(days("FREQ=DAILY;COUNT=3", "2026-06-30", 9).len(), 3);
    assert_eq!(
        days("FREQ=DAILY;UNTIL=20260702T000000Z", "2026-06-30", 9).len(),
        3
    );
    let rule = Rule::read("FREQ=DAILY").unwrap();
    let before = rule.until_before(day("2026-07-02"));
    assert_eq!(before.to_string(), "FREQ=DAILY;UNTIL=20260701");
}

#[test]
fn a_rule_is_written_as_it_is_read() {
    for text in [
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=2;COUNT=5",
        "FREQ=WEEKLY;BYDAY=MO,FR;UNTIL=20261231",
        "FREQ=MONTHLY;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=MONTHLY;BYDAY=3WE",
        "FREQ=MONTHLY;BYDAY=-1FR;INTERVAL=3",
        "FREQ=YEARLY",
    ] {
        assert_eq!(
            Rule::read(text).map(|rule| rule.to_string()).as_deref(),
            Some(text)
        );
    }
    for text in [
        "",
        "FREQ=HOURLY",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;BYSETPOS=1",
        "FREQ=MONTHLY;BYDAY=7ё",
    ] {
        assert_eq!(Rule::read(text), None, "{text}");
    }
}

#[test]
fn a_rule_moves_along_with_its_day() {
    let moved = |rule: &str, from: &str, to: &str| {
        let rule = Rule::read(rule).unwrap();
        rule.moved(day(from), day(to)).to_string()
    };
    assert_eq!(
        moved("FREQ=WEEKLY;BYDAY=MO,SU", "2026-06-29", "2026-06-30"),
        "FREQ=WEEKLY;BYDAY=TU,MO"
    );
    assert_eq!(
        moved("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-06-30", "2026-06-29"),
        "FREQ=MONTHLY;BYMONTHDAY=29"
    );
    assert_eq!(
        moved("FREQ=MONTHLY;BYDAY=-1FR", "2026-06-26", "2026-06-25"),
        "FREQ=MONTHLY;BYDAY=-1TH"
    );
    assert_eq!(
        moved("FREQ=MONTHLY;BYDAY=2TU", "2026-06-09", "2026-06-17"),
        "FREQ=MONTHLY;BYDAY=3WE"
    );
    let rest = Rule::read("FREQ=WEEKLY;COUNT=5").unwrap();
    let rest = rest.rest(day("2026-06-29"), day("2026-07-13"));
    assert_eq!(rest.end, End::After(3));
}

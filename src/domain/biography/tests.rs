use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn passport(series: &str, number: &str) -> IdentityDocument {
    let mut passport = IdentityDocument::new(Id::generate(), DocumentKind::Passport);
    (passport.series, passport.number) = (series.into(), number.into());
    passport
}

#[test]
fn a_russian_passport_has_four_and_six_digits() {
    let right = passport("40 02", "№ 123456");
    assert_eq!((right.series_doubt(), right.number_doubt()), (None, None));
    let wrong = passport("402", "1234567");
    let series = DocumentDoubt::Series {
        expected: 4,
        digits: 3,
    };
    let number = DocumentDoubt::Number {
        expected: 6,
        digits: 7,
    };
    assert_eq!(wrong.series_doubt(), Some(series.into()));
    assert_eq!(wrong.number_doubt(), Some(number.into()));
    let letter = passport("40O2", "").series_doubt();
    assert_eq!(letter, Some(Doubt::NotDigits { found: 'O' }));
    let mut other = passport("AB", "12");
    other.kind = DocumentKind::MilitaryCard;
    assert_eq!((other.series_doubt(), other.number_doubt()), (None, None));
}

#[test]
fn a_document_says_when_its_days_cannot_be() {
    let today = day("2026-11-22");
    let mut passport = passport("4002", "123456");
    passport.expires_on = Some(day("2026-11-22"));
    assert_eq!(passport.expiry_doubt(today), None, "valid to the last day");
    passport.expires_on = Some(day("2026-11-21"));
    assert_eq!(
        passport.expiry_doubt(today),
        Some(DocumentDoubt::Expired.into())
    );
    passport.issued_on = Some(day("2026-11-23"));
    assert_eq!(
        passport.expiry_doubt(today),
        Some(DocumentDoubt::EndsFirst.into())
    );
    assert_eq!(
        passport.issue_doubt(None, today),
        Some(DocumentDoubt::Ahead.into())
    );
    passport.issued_on = Some(day("1967-01-01"));
    let born = Some(Birthday::from(day("1968-03-14")));
    let doubt = passport.issue_doubt(born, today);
    assert_eq!(doubt, Some(DocumentDoubt::BeforeBirth.into()));
}

#[test]
fn a_passport_is_outgrown_ninety_days_after_twenty_and_forty_five() {
    let born = Some(Birthday::from(day("1968-03-14")));
    let mut passport = passport("4002", "123456");
    passport.issued_on = Some(day("2002-06-01"));
    let outgrown = Some(DocumentDoubt::Outgrown { years: 45 }.into());
    assert_eq!(passport.issue_doubt(born, day("2013-06-12")), None);
    assert_eq!(passport.issue_doubt(born, day("2013-06-13")), outgrown);
    passport.issued_on = Some(day("2013-03-20"));
    assert_eq!(passport.issue_doubt(born, day("2026-11-22")), None);
    passport.issued_on = Some(day("1987-01-10"));
    let young = passport.issue_doubt(born, day("1990-01-01"));
    assert_eq!(young, Some(DocumentDoubt::Outgrown { years: 20 }.into()));
}

#[test]
fn a_career_begins_with_the_main_place_and_ends_with_the_oldest() {
    let today = day("2026-11-22");
    let mut person = Client::person("Антонов", "Юрий", "Михайлович");
    person.employer = Some(Id::generate());
    person.position = "Директор".into();
    let job = |name: &str, since: &str, until: Option<&str>| Job {
        employer_name: name.into(),
        since: Some(day(since)),
        until: until.map(day),
        ..Job::new(person.id)
    };
    let mut main = job("", "2010-01-11", None);
    main.employer = person.employer;
    main.position = "Инженер".into(); // since then the card was changed
    let jobs = [
        job("Завод", "1990-07-01", Some("1999-12-31")),
        job("Кафедра", "2015-09-01", None),
        job("Банк", "2000-01-10", Some("2009-12-30")),
        main,
    ];
    let career = career(&person, &jobs, today);
    let told: Vec<_> = career
        .iter()
        .map(|place| {
            (
                &*place.job.employer_name,
                &*place.job.position,
                place.is_main,
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("", "Директор", true),
            ("Кафедра", "", false),
            ("Банк", "", false),
            ("Завод", "", false)
        ]
    );
    assert_eq!(career[0].job.since, Some(day("2010-01-11")));
    assert!(super::career(&Client::person("Ким", "", ""), &[], today).is_empty());
}

#[test]
fn a_day_of_a_life_comes_again_every_year() {
    let event = |day: &str, reminds| LifeEvent {
        reminds,
        ..LifeEvent::new(Id::generate(), EventKind::Marriage, day.parse().unwrap())
    };
    let today = day("2026-11-22");
    for (happened, next) in [
        ("1994-11-22", Some("2026-11-22")),
        ("1994-11-21", Some("2027-11-21")),
        ("--02-29", Some("2027-02-28")),
        ("2027-05-01", Some("2027-05-01")),
    ] {
        assert_eq!(
            event(happened, true).next(today),
            next.map(day),
            "{happened}"
        );
    }
    assert_eq!(event("1994-11-22", false).next(today), None);
    assert_eq!(
        event("2027-05-01", false).next(today),
        Some(day("2027-05-01"))
    );
    let leap = event("2000-02-29", true).next(day("2028-02-28"));
    assert_eq!(leap, Some(day("2028-02-29")));
}

#[test]
fn who_changes_the_employer_keeps_the_old_place() {
    let today = day("2026-11-22");
    let mut before = Client::person("Антонов", "Юрий", "Михайлович");
    before.position = "Директор".into();
    before.department = "Дирекция".into();
    let mut after = before.clone();
    after.employer = Some(Id::generate());
    assert_eq!(Job::left(&before, &after, today), None, "the first place");

    before.employer = Some(Id::generate());
    let job = Job::left(&before, &after, today).unwrap();
    assert_eq!(job.employer, before.employer);
    assert_eq!((&*job.position, &*job.department), ("Директор", "Дирекция"));
    assert_eq!((job.since, job.until), (None, Some(today)));
    assert!(job.is_past(today), "who leaves today is gone");

    after.employer = None;
    assert!(Job::left(&before, &after, today).is_some(), "dismissed");
    after.employer = before.employer;
    after.position = "Президент".into();
    assert_eq!(Job::left(&before, &after, today), None, "risen");
}

#[test]
fn a_person_has_in_each_organisation_the_position_held_there() {
    let today = day("2026-11-22");
    let (works, teaches, left) = (Id::generate(), Id::generate(), Id::generate());
    let mut person = Client::organization("");
    (person.employer, person.position) = (Some(works), " Директор ".into());
    person.department = "Дирекция".into();
    let job = |employer, position: &str, until: Option<&str>| Job {
        employer: Some(employer),
        position: position.into(),
        until: until.map(day),
        ..Job::new(person.id)
    };
    let jobs = [
        job(teaches, "Аспирант", Some("2020-06-30")),
        job(teaches, "Преподаватель", None),
        job(left, "Инженер", Some("2026-11-22")),
    ];
    let held = |organization| Job::held_at(&person, organization, &jobs, today);
    assert_eq!(held(works), ("Директор", "Дирекция"));
    assert_eq!(held(teaches), ("Преподаватель", ""));
    assert_eq!(held(left), ("", ""), "it has ended");
}

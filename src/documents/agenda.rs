//! A page of the calendar: the entries of a day or of several, day by day.

use chrono::{DateTime, Local, NaiveDate, Utc};

use super::page::{Page, Section};
use crate::domain::calendar::{Entry, Range, Scope};
use crate::domain::task::When;
use crate::error::Result;
use crate::i18n::Locale;

/// The entries of these days as a document of Word: weekday, date and whose calendar it is in its
/// head; of each entry its time, kind, organisation, contact person, place and phone.
///
/// # Errors
/// [`Error::Failed`](crate::error::Error::Failed) where the document cannot be made.
pub fn agenda(
    entries: &[Entry],
    (scope, range): (Scope, Range),
    names: &str,
    locale: &Locale,
    now: DateTime<Utc>,
) -> Result<Vec<u8>> {
    page(entries, (scope, range), names, locale, now).to_docx()
}

pub(super) fn page(
    entries: &[Entry],
    (scope, range): (Scope, Range),
    names: &str,
    locale: &Locale,
    now: DateTime<Utc>,
) -> Page {
    let made = locale.with("dossier-made", &[("moment", locale.moment(now).into())]);
    let days = range.days().map(|day| {
        let title = format!(
            "{}, {}",
            locale.weekday_full(day),
            locale.day_and_month(day)
        );
        let of_day = entries.iter().filter(|entry| stands_on(entry, day));
        let lines = of_day.map(|entry| (time(entry, locale), words(entry, locale)));
        Section::new(title, lines)
    });
    let mut below: Vec<_> = days.filter(|day| !day.lines.is_empty()).collect();
    if below.is_empty() {
        let nothing = (String::new(), locale.text("calendar-empty"));
        below.push(Section::new(locale.days(range), [nothing]));
    }
    Page {
        title: locale.scope_title(scope, range),
        told: vec![names.to_owned(), made],
        below,
        ..Page::default()
    }
}

fn stands_on(entry: &Entry, day: NaiveDate) -> bool {
    let (first, last) = entry.days(&Local);
    (first..=last).contains(&day)
}

fn time(entry: &Entry, locale: &Locale) -> String {
    match entry.when {
        When::Day(_) => locale.text("calendar-whole-day"),
        When::At(start) => format!("{}–{}", locale.clock(start), locale.clock(entry.ends)),
    }
}

fn words(entry: &Entry, locale: &Locale) -> String {
    if entry.task.is_none() {
        return locale.text("calendar-hidden");
    }
    let title = if entry.kind.is_empty() {
        ""
    } else {
        &entry.title
    };
    let parts = [
        entry.heading(),
        title,
        &entry.client,
        &entry.contact,
        &entry.place,
        &entry.phone,
    ];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Id;
    use crate::domain::calendar::wall_clock::moment;
    use crate::domain::task::Availability;
    use crate::i18n::Language;

    #[test]
    fn the_sample_day_stands_on_its_page_with_weekday_date_and_employee_in_its_head() {
        let monday = NaiveDate::from_ymd_opt(2008, 6, 30).unwrap();
        let at = |minute| moment(&Local, monday, minute);
        let time = |from: i64, to: i64| (When::At(at(from)), at(to));
        let who = Id::generate();
        let entry = |kind: &str, client: &str, place: &str, (from, to)| Entry {
            task: Some(Id::generate()),
            kind: kind.into(),
            client: client.into(),
            place: place.into(),
            phone: "+7 812 233-24-45".into(),
            ..Entry::hidden(who, time(from, to), Availability::Busy)
        };
        let entries = [
            entry(
                "Первая презентация",
                "ООО «Ромашка»",
                "Малая Морская, 14",
                (600, 690),
            ),
            entry(
                "Первая презентация",
                "ООО «Агат»",
                "Петровский пр., 26",
                (720, 810),
            ),
            entry("Встреча", "ЗАО «Тепломаш»", "В офисе", (900, 960)),
            entry("Телефонный звонок", "ООО «Алмаз»", "", (990, 1005)),
        ];
        let locale = Locale::new(Language::Russian);
        let shown = (Scope::Day, Scope::Day.around(monday));
        let page = page(&entries, shown, "Решетова С. И.", &locale, at(480));
        assert_eq!(page.title, "Понедельник, 30 июня 2008");
        assert_eq!(page.told[0], "Решетова С. И.");
        assert_eq!(page.below.len(), 1);
        assert_eq!(page.below[0].lines.len(), 4);
        assert_eq!(
            page.below[0].lines[0],
            (
                "10:00–11:30".to_owned(),
                "Первая презентация · ООО «Ромашка» · Малая Морская, 14 · +7 812 233-24-45"
                    .to_owned()
            )
        );
        let week = (Scope::Week, Scope::Week.around(monday));
        let empty = super::page(&[], week, "", &locale, at(480));
        assert_eq!(empty.title, "30 июня – 6 июля 2008");
        assert_eq!(empty.below.len(), 1, "it says that there is nothing");
        assert!(agenda(&entries, shown, "Решетова С. И.", &locale, at(480)).is_ok());
    }
}

//! Calendars: the day of the deck, today, the weeks around it, what repeats, absences.

use chrono::{Days, NaiveDate};

use super::{Work, join, kind, save};
use crate::demo::random::Random;
use crate::domain::task::recurrence::{Every, Rule};
use crate::domain::task::series::horizon;
use crate::domain::task::{
    Availability, Degree, Meaning, Priority, Rank, Series, Task, When, at_minute,
};
use crate::domain::working_time::{Absence, AbsenceKind};
use crate::domain::{Assignment, Employee, Id};
use crate::error::Result;
use crate::workspace::Transaction;

/// An entry of the calendar of Решетова: kind, organisation, contact person, from which minute for
/// how many, where, what it makes of her, what came of it once it was over.
type Entry = (
    usize,
    &'static str,
    &'static str,
    (i64, i64),
    &'static str,
    Availability,
    &'static str,
);

const STREET: &str = "ул. Малая Морская, д. 14, оф. 322";

/// Monday 30 June 2008, as the deck shows it.
#[rustfmt::skip]
const DECK: [Entry; 4] = [
    (kind::FIRST_PRESENTATION, "ООО «Ромашка»", "Антонов Юрий Михайлович", (600, 90), STREET,
        Availability::Busy, "Показали склад и счета, просят предложение на пять мест."),
    (kind::FIRST_PRESENTATION, "ООО «Агат»", "Зайцева Ольга Ивановна", (720, 90), "Петровский пр., д. 26",
        Availability::Busy, "Смотрели вдвоём с бухгалтером, вернутся с вопросами."),
    (kind::MEETING, "ЗАО «Тепломаш»", "Полонская Анна Викторовна", (900, 60), "В офисе",
        Availability::Busy, "Согласовали сроки обследования."),
    (kind::CALL, "ООО «Алмаз»", "Розова Алина Андреевна", (990, 30), "",
        Availability::Free, "Пришлют список вопросов до пятницы."),
];

/// What others of the office do on a day: kind, from which minute.
const SLOTS: [(usize, i64); 8] = [
    (kind::FIRST_CALL, 570),
    (kind::APPOINTMENT, 600),
    (kind::CALL, 645),
    (kind::FIRST_PRESENTATION, 660),
    (kind::MATERIALS, 780),
    (kind::MEETING, 840),
    (kind::OFFER, 930),
    (kind::CONTRACT, 990),
];

/// What came of work that is over.
const OUTCOMES: [&str; 6] = [
    "Договорились созвониться через неделю.",
    "Попросили прислать цены на почту.",
    "Интересует внедрение до конца квартала.",
    "Решает директор, он в отпуске.",
    "Всё подтвердили, ждём документы.",
    "Пока работают с другим поставщиком.",
];

/// How many days before and after today have sample entries.
const BEFORE: u64 = 28;
const AFTER: u64 = 21;

impl Work {
    pub(super) fn write_deck(&self, tx: &mut Transaction<'_>) -> Result<()> {
        let Some(monday) = NaiveDate::from_ymd_opt(2008, 6, 30) else {
            return Ok(());
        };
        for entry in &DECK {
            let mut whole = self.entry(entry, monday);
            self.finish(&mut whole, (Meaning::Success, entry.6));
            save(tx, &whole)?;
        }
        Ok(())
    }

    /// The same four on the day it is, still to do; what others have given, and what is late.
    pub(super) fn write_today(&self, tx: &mut Transaction<'_>) -> Result<()> {
        for entry in &DECK {
            let mut whole = self.entry(entry, self.today);
            whole.task.controller = Some(self.employee(1));
            if entry.0 == kind::FIRST_PRESENTATION {
                whole.task.priority = Priority::High;
                join(&mut whole, self.employee(3), Degree::Assists);
            }
            save(tx, &whole)?;
        }
        self.write_given(tx)
    }

    fn entry(&self, entry: &Entry, day: NaiveDate) -> Assignment {
        let (kind, client, contact, (minute, minutes), place, availability, _) = *entry;
        let mut whole = Assignment::operation(self.kind(kind), self.employee(0));
        let task = &mut whole.task;
        task.client = self.organization(client);
        task.contact = self.person(contact);
        task.set_start(Some(When::At(at_minute(day, minute))));
        task.minutes = Some(minutes);
        task.place = place.to_owned();
        task.availability = availability;
        whole
    }

    /// Errands: who gave them, to whom, what, due in so many days.
    fn write_given(&self, tx: &mut Transaction<'_>) -> Result<()> {
        let given = [
            (0, 2, "Обзвонить участников выставки", 2, Priority::Normal),
            (0, 3, "Подготовить папки для презентации", 0, Priority::High),
            (0, 3, "Сверить телефоны в карточках", -2, Priority::Low),
            (
                1,
                0,
                "Отчёт по новым клиентам за месяц",
                1,
                Priority::Normal,
            ),
            (1, 2, "Согласовать скидку с ООО «Чайка»", -1, Priority::High),
            (1, 0, "План продаж на квартал", 6, Priority::Normal),
        ];
        for (author, leader, title, days, priority) in given {
            let mut whole = Assignment::operation(self.kind(kind::WORK), self.employee(leader));
            whole.task.title = title.to_owned();
            whole.task.author = Some(self.employee(author));
            whole.task.controller = Some(self.employee(author));
            whole.task.priority = priority;
            let due = self.today + chrono::Duration::days(days);
            whole.task.set_due(Some(When::Day(due)));
            save(tx, &whole)?;
        }
        Ok(())
    }

    /// What everybody does on the working days around today, for clients of their own; what was is
    /// done but for a little that is late.
    pub(super) fn write_days(&self, tx: &mut Transaction<'_>, random: &mut Random) -> Result<()> {
        let first = self.today - Days::new(BEFORE);
        for day in first.iter_days().take((BEFORE + AFTER) as usize) {
            for employee in &self.employees {
                let is_working = self.catalog.calendar.works(employee.id, day);
                // Today's calendar of the first of the cast is written already.
                let is_written = day == self.today && employee.id == self.employee(0);
                if is_working && !is_written {
                    self.write_day(tx, (employee.id, day), random)?;
                }
            }
        }
        Ok(())
    }

    fn write_day(
        &self,
        tx: &mut Transaction<'_>,
        (who, day): (Id<Employee>, NaiveDate),
        random: &mut Random,
    ) -> Result<()> {
        let own: Vec<_> = self
            .organizations
            .iter()
            .filter(|one| one.client.owner == Some(who))
            .collect();
        if own.is_empty() {
            return Ok(());
        }
        for (kind, minute) in SLOTS {
            if !random.is_in(32) {
                continue;
            }
            let client = &own[random.index(own.len())].client;
            let mut whole = Assignment::operation(self.kind(kind), who);
            whole.task.client = Some(client.id);
            whole.task.contact = self.contact_of(client.id);
            whole.task.set_start(Some(When::At(at_minute(day, minute))));
            let outcome = random.pick(&OUTCOMES);
            let meaning = match random.below(10) {
                0..=5 => Meaning::Success,
                6..=8 => Meaning::Neutral,
                _ => Meaning::Failure,
            };
            let is_late = day + Days::new(6) > self.today && random.is_in(12);
            if day < self.today && !is_late {
                self.finish(&mut whole, (meaning, outcome));
            }
            save(tx, &whole)?;
        }
        Ok(())
    }

    fn contact_of(&self, client: Id<crate::domain::Client>) -> Option<Id<crate::domain::Client>> {
        let mut people = self.persons.iter();
        let found = people.find(|one| one.client.employer == Some(client));
        found.map(|one| one.client.id)
    }

    /// The weekly meeting of all, a trip and a leave.
    pub(super) fn write_office(&self, tx: &mut Transaction<'_>) -> Result<()> {
        let monday = self.today.week(chrono::Weekday::Mon).first_day();
        let mut task = Task::new(Rank::Operation, "Планёрка отдела", self.employee(1));
        task.set_start(Some(When::At(at_minute(monday, 540))));
        task.minutes = Some(30);
        task.place = "В офисе".into();
        let mut series = Series::new(&Rule::every(Every::Week(Vec::new())), monday);
        tx.save(&series)?;
        task.series = Some(series.id);
        let mut first = Assignment::new(task, self.employee(1));
        for other in [0, 2, 3] {
            join(&mut first, self.employee(other), Degree::Assists);
        }
        let last = horizon(self.today);
        for day in series.days_until(last) {
            save(tx, &first.repeated_on(day))?;
        }
        if monday < self.today {
            self.finish(&mut first, (Meaning::Success, ""));
        }
        save(tx, &first)?;
        series.made_until = last;
        series.version = 1;
        tx.save(&series)?;
        let absences = [
            (2, AbsenceKind::Leave, 9, 15, ""),
            (3, AbsenceKind::Trip, 2, 3, "Выборг"),
        ];
        for (who, kind, from, to, note) in absences {
            let days = [from, to].map(|days| monday + Days::new(7 + days));
            let mut absence = Absence::new(self.employee(who), kind, (days[0], days[1]));
            absence.note = note.to_owned();
            tx.save(&absence)?;
        }
        Ok(())
    }
}

//! What colleagues have written down: notes, key points, teams, consents, and the lives of persons.
//!
//! A share of the made-up clients has some; those of the cast that the documentation shows have their
//! own.

use chrono::{DateTime, Days, Months, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::random::Random;
use super::words;
use crate::domain::biography::EventKind;
use crate::domain::client::Kind;
use crate::domain::note::ConsentSubject;
use crate::domain::{
    Birthday, Card, Client, Consent, Employee, Id, Job, LifeEvent, Note, TeamMember,
};
use crate::error::Result;
use crate::workspace::Transaction;

/// What is written of organisations.
const OF_ORGANIZATIONS: [&str; 12] = [
    "Звонили, просят прайс с новыми ценами. Отправлен на общую почту.",
    "Были на складе: места мало, берут небольшими партиями раз в неделю.",
    "Сравнивают нас с двумя поставщиками, решают по цене доставки.",
    "Просили отсрочку 14 дней. Согласовали с руководителем на пробную партию.",
    "Замечание по упаковке: углы мнутся. Передали на производство.",
    "На выставке интересовались новой линейкой, ждут образцы.",
    "Сменился менеджер по закупкам, вводим в курс дела заново.",
    "Оплата пришла на неделю раньше срока.",
    "Просят все счета дублировать на почту бухгалтерии.",
    "Встреча перенесена: директор в отпуске до конца месяца.",
    "Готовы подписать годовой договор, если зафиксируем цены.",
    "Хвалили скорость отгрузки, обещали рекомендовать соседям.",
];

/// What is pinned on cards of organisations.
const POINTS_OF_ORGANIZATIONS: [&str; 6] = [
    "Пропуск на территорию заказывать за день, паспорт обязателен.",
    "Скидка 5 % с оборота от 500 тысяч за квартал.",
    "Платят только по средам, счета выставлять до вторника.",
    "Без оригиналов актов следующую партию не заказывают.",
    "Решение принимает собственник, остальные готовят.",
    "Разгрузка только до 15:00, пандуса нет.",
];

/// What is written of persons.
const OF_PERSONS: [&str; 10] = [
    "Договорились созвониться после совещания в понедельник.",
    "Просит присылать короткие письма: читает с телефона.",
    "Познакомились на выставке, взял визитку и каталог.",
    "Обещала показать наше предложение директору.",
    "Интересуется обучением для сотрудников.",
    "В отпуске, замещает коллега из отдела закупок.",
    "Спрашивал про гарантию, отправлена памятка.",
    "Перешла на другую должность, но закупки по-прежнему ведёт.",
    "Поздравили с днём рождения, очень рад.",
    "Просит не звонить по пятницам.",
];

/// What is pinned on cards of persons.
const POINTS_OF_PERSONS: [&str; 5] = [
    "Говорит прямо, длинных вступлений не любит.",
    "Звонить на мобильный, рабочий не берёт.",
    "Ценит точность: на встречу приходить за пять минут.",
    "Аллергия на цитрусовые — учесть с подарками.",
    "Болеет за «Зенит», с этого легко начать разговор.",
];

const TEAM_ROLES: [&str; 4] = ["Сервис", "Документы и счета", "Доставка", "Переговоры"];
const GROUNDS: [&str; 4] = [
    "Анкета на выставке",
    "Письмо с согласием",
    "Пункт 7 договора",
    "Форма на сайте",
];
const FORMER_EMPLOYERS: [&str; 8] = [
    "НПО «Заря»",
    "Трест «Севзапмонтаж»",
    "Торговый дом «Невский»",
    "ООО «Балтснаб»",
    "Завод «Импульс»",
    "Гипрониисельхоз",
    "ЗАО «Онега-Лизинг»",
    "Универмаг «Юность»",
];

/// The place of the employees in the sample office, in the order of the cast.
const SEMENOVA: usize = 2;
const DOVZHENKO: usize = 1;

/// What is written down of clients, one card after the other.
pub struct Notes {
    employees: Vec<Id<Employee>>,
    random: Random,
    today: NaiveDate,
}

impl Notes {
    /// The stream of a seed, of an office where it is `today`.
    pub fn new(employees: &[Employee], seed: u64, today: NaiveDate) -> Self {
        Self {
            employees: employees.iter().map(|employee| employee.id).collect(),
            // A stream of its own, so that the cards stay as they are.
            random: Random::new(seed.rotate_left(16)),
            today,
        }
    }

    /// Writes what is known of a client whose card has just been written.
    pub fn write(&mut self, card: &Card, tx: &mut Transaction<'_>) -> Result<()> {
        let client = &card.client;
        match &*client.title() {
            "ООО «Ромашка»" => return self.romashka(client, tx),
            "Антонов Юрий Михайлович" => return self.antonov(client, tx),
            _ => {}
        }
        if self.random.is_in(40) {
            self.notes(client, tx)?;
        }
        if self.random.is_in(15) {
            let employee = self.employees[self.random.index(self.employees.len())];
            if Some(employee) != client.owner {
                let role = self.random.pick(&TEAM_ROLES);
                tx.save(&TeamMember::new(client.id, employee, role))?;
            }
        }
        if self.random.is_in(30) {
            self.consents(client, tx)?;
        }
        if client.kind == Kind::Person {
            self.life(client, tx)?;
        }
        Ok(())
    }

    /// A note or a few, some of them pinned.
    fn notes(&mut self, client: &Client, tx: &mut Transaction<'_>) -> Result<()> {
        let (plain, points): (&[&str], &[&str]) = match client.kind {
            Kind::Organization => (&OF_ORGANIZATIONS, &POINTS_OF_ORGANIZATIONS),
            Kind::Person => (&OF_PERSONS, &POINTS_OF_PERSONS),
        };
        let first = self.random.index(plain.len());
        for at in 0..=self.random.index(3) {
            let text = plain[(first + at) % plain.len()];
            let note = self.note(client, text, false);
            tx.save(&note)?;
        }
        if self.random.is_in(35) {
            let text = self.random.pick(points);
            let note = self.note(client, text, true);
            tx.save(&note)?;
        }
        Ok(())
    }

    /// A note of the last year or so, written in working hours.
    fn note(&mut self, client: &Client, text: &str, is_pinned: bool) -> Note {
        let author = client.owner.unwrap_or(self.employees[0]);
        let (days, minutes) = (1 + self.random.below(400), self.random.below(60 * 8));
        Note {
            written_at: self.at(days, minutes),
            is_pinned,
            ..Note::new(client.id, author, text)
        }
    }

    /// So many days ago, so many minutes after ten in the morning in Moscow.
    fn at(&self, days: u64, minutes: u64) -> DateTime<Utc> {
        let morning = back(self.today, days).and_time(NaiveTime::MIN).and_utc();
        let minutes = i64::try_from(7 * 60 + minutes).unwrap_or_default();
        morning + TimeDelta::minutes(minutes)
    }

    fn consents(&mut self, client: &Client, tx: &mut Transaction<'_>) -> Result<()> {
        let mut consent = |subject, is_given, days| {
            let decided_on = back(self.today, days);
            Consent {
                ground: self.random.pick(&GROUNDS).to_owned(),
                ..Consent::new(client.id, subject, is_given, decided_on)
            }
        };
        if client.kind == Kind::Person {
            let keeping = consent(ConsentSubject::PersonalData, true, 400);
            tx.save(&keeping)?;
        }
        let mailing = consent(ConsentSubject::Mailing, true, 300);
        tx.save(&mailing)?;
        if self.random.is_in(20) {
            let refused = Consent::new(
                client.id,
                ConsentSubject::Mailing,
                false,
                back(self.today, 1 + self.random.below(200)),
            );
            tx.save(&refused)?;
        }
        Ok(())
    }

    /// Where a person worked before, and what happened in its life.
    fn life(&mut self, client: &Client, tx: &mut Transaction<'_>) -> Result<()> {
        if self.random.is_in(20) {
            let until = back(self.today, 400 + self.random.below(3000));
            let months = 12 + self.random.below(100);
            let months = Months::new(u32::try_from(months).unwrap_or(12));
            let position = words::POSITIONS[self.random.index(words::POSITIONS.len())].0;
            tx.save(&Job {
                employer_name: self.random.pick(&FORMER_EMPLOYERS).to_owned(),
                position: position.to_owned(),
                since: until.checked_sub_months(months),
                until: Some(until),
                ..Job::new(client.id)
            })?;
        }
        if self.random.is_in(20) {
            let (kind, reminds) = match self.random.below(5) {
                0 => (EventKind::Marriage, true),
                1 => (EventKind::Birth, true),
                2 => (EventKind::University, false),
                3 => (EventKind::House, false),
                _ => (EventKind::Car, false),
            };
            let day = back(self.today, 100 + self.random.below(5000));
            tx.save(&LifeEvent {
                reminds,
                ..LifeEvent::new(client.id, kind, Birthday::from(day))
            })?;
        }
        Ok(())
    }

    fn romashka(&mut self, client: &Client, tx: &mut Transaction<'_>) -> Result<()> {
        for (text, is_pinned, days) in [
            (
                "Решение принимает Антонов, готовит Полонский. Счета — через Шах.",
                true,
                120,
            ),
            (
                "Платят в течение 10 дней; предоплату не предлагать.",
                true,
                64,
            ),
            (
                "Согласились на презентацию: хотят увидеть образцы упаковки и сроки отгрузки в Псков.",
                false,
                2,
            ),
            (
                "Полонский звонил: второй склад откроют осенью, оборот вырастет на треть.",
                false,
                23,
            ),
            (
                "Довезли недостающие коробки в тот же день. Антонов благодарил лично.",
                false,
                58,
            ),
        ] {
            let author = client.owner.unwrap_or(self.employees[0]);
            tx.save(&Note {
                written_at: self.at(days, 3 * days),
                is_pinned,
                ..Note::new(client.id, author, text)
            })?;
        }
        for (at, role) in [(SEMENOVA, "Документы и счета"), (DOVZHENKO, "Переговоры")]
        {
            if let Some(employee) = self.employees.get(at) {
                tx.save(&TeamMember::new(client.id, *employee, role))?;
            }
        }
        tx.save(&Consent {
            ground: "Пункт 7 договора поставки".into(),
            ..Consent::new(
                client.id,
                ConsentSubject::Mailing,
                true,
                back(self.today, 120),
            )
        })?;
        Ok(())
    }

    fn antonov(&mut self, client: &Client, tx: &mut Transaction<'_>) -> Result<()> {
        let author = client.owner.unwrap_or(self.employees[0]);
        let note = |text: &str, is_pinned, days| Note {
            written_at: self.at(days, 3 * days),
            is_pinned,
            ..Note::new(client.id, author, text)
        };
        let point = "Звонить после обеда. Ходит под парусом — летом на воде по субботам.";
        tx.save(&note(point, true, 90))?;
        let said = "Просил показать образцы сразу на складе, а не в офисе.";
        tx.save(&note(said, false, 6))?;
        for (subject, ground) in [
            (ConsentSubject::PersonalData, "Анкета на выставке"),
            (ConsentSubject::Mailing, "Письмо с согласием"),
        ] {
            let decided_on = back(self.today, 120);
            tx.save(&Consent {
                ground: ground.into(),
                ..Consent::new(client.id, subject, true, decided_on)
            })?;
        }
        Ok(())
    }
}

/// So many days before a day.
fn back(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

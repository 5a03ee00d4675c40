//! Deals: whole projects of the cast, smaller ones of many, in every step of the funnel.

use chrono::{Days, Duration};

use super::{Work, kind, save};
use crate::demo::random::Random;
use crate::domain::task::{Finish, Meaning, Rank, State, Task, Tree, When, at_minute};
use crate::domain::template::Order;
use crate::domain::term::Dictionary;
use crate::domain::{Assignment, Client, Term};
use crate::error::Result;
use crate::workspace::Transaction;

/// Of the cast: the organisation, what the project is called, so many days ago it began, the sum in
/// roubles.
const PROJECTS: [(&str, &str, i64, i64); 6] = [
    ("ООО «Ромашка»", "Поставка программы «Склад»", 9, 486_000),
    (
        "ЗАО «Движение»",
        "Поставка программы «Логистика»",
        24,
        1_284_600,
    ),
    ("ЗАО «Тепломаш»", "Учёт заявок на обслуживание", 3, 350_000),
    (
        "ООО «Картон-тара»",
        "Поставка программы «Производство»",
        41,
        920_000,
    ),
    ("ООО «Ирис»", "Учёт заказов типографии", 16, 274_000),
    ("ЗАО «Тор»", "Поставка программы «Договоры»", 58, 640_000),
];

/// What smaller deals are about.
const SUBJECTS: [&str; 6] = [
    "Продление сопровождения",
    "Ещё пять рабочих мест",
    "Обучение новых сотрудников",
    "Перенос данных",
    "Обмен с сайтом",
    "Подключение склада",
];

/// How many of a hundred organisations have a smaller deal.
const SHARE: u64 = 45;

impl Work {
    pub(super) fn write_deals(&self, tx: &mut Transaction<'_>, random: &mut Random) -> Result<()> {
        for project in PROJECTS {
            self.write_project(tx, project)?;
        }
        let stages: Vec<&Term> = self.catalog.terms(Dictionary::DealStage).collect();
        let with_one = |title: &str| PROJECTS.iter().any(|(known, ..)| *known == title);
        for one in &self.organizations {
            if !with_one(&one.client.title()) && random.is_in(SHARE) && !stages.is_empty() {
                self.write_deal(tx, &one.client, &stages, random)?;
            }
        }
        Ok(())
    }

    /// A project of the template: what was planned before today is done.
    fn write_project(
        &self,
        tx: &mut Transaction<'_>,
        (client, title, days, roubles): (&str, &str, i64, i64),
    ) -> Result<()> {
        let mut clients = self.organizations.iter();
        let client = clients.find(|one| one.client.title() == client);
        let Some((client, blueprint)) = client.zip(self.blueprint.as_ref()) else {
            return Ok(());
        };
        let leader = client.client.owner.unwrap_or(self.employee(0));
        let order = Order {
            title: title.to_owned(),
            client: Some(client.client.id),
            leader,
            author: leader,
            starts_on: self.today - Duration::days(days),
        };
        let mut tree = blueprint.project(&order, &self.catalog, self.now);
        let mut last = order.starts_on;
        for whole in &mut tree {
            let due = whole.task.due().map(When::day);
            let is_over = due.is_some_and(|day| day < self.today);
            if whole.task.rank == Rank::Operation && is_over {
                self.finish(whole, (Meaning::Success, ""));
                last = last.max(due.unwrap_or(last));
            }
        }
        let said = Tree::new(tree.iter().map(|whole| whole.task.clone()).collect());
        let ends = said.summary(tree[0].task.id).span;
        let project = &mut tree[0].task;
        project.amount = Some(roubles * 100);
        project.expected_on = ends.map(|(_, last)| last);
        project.stage = said.reached(project.id);
        project.stage_since = Some(at_minute(last, 17 * 60).min(self.now));
        tree.iter().try_for_each(|whole| save(tx, whole))
    }

    /// A smaller deal with one thing to do next; some stand still, a few are won or lost.
    fn write_deal(
        &self,
        tx: &mut Transaction<'_>,
        client: &Client,
        stages: &[&Term],
        random: &mut Random,
    ) -> Result<()> {
        let leader = client.owner.unwrap_or(self.employee(0));
        let mut project = Task::new(Rank::Project, random.pick(&SUBJECTS), leader);
        project.client = Some(client.id);
        project.levels = Some(2);
        project.amount = Some(100 * 1000 * (20 + random.below(580)) as i64);
        project.stage = Some(stages[random.index(stages.len())].id);
        let days = 2 + random.below(30);
        let since = self.now - Duration::days(days as i64);
        project.stage_since = Some(since);
        let begun = self.today - Days::new(days + random.below(40));
        project.set_start(Some(When::Day(begun)));
        project.expected_on = Some(self.today + Days::new(random.below(60)));
        let mut next = Assignment::operation(self.kind(kind::CALL), leader);
        next.task.parent = Some(project.id);
        next.task.client = project.client;
        let calendar = &self.catalog.calendar;
        let day = calendar.later(Some(leader), self.today, 1 + random.below(8) as i64);
        next.task.set_start(Some(When::Day(day)));
        let is_over = random.is_in(16);
        if is_over {
            let mut reasons = self.catalog.terms(Dictionary::LossReason);
            let reason = reasons.nth(random.index(5)).map(|term| term.id);
            let finish = match random.is_in(55) {
                true => Finish::new(State::Done),
                false => Finish {
                    reason,
                    ..Finish::new(State::Lost)
                },
            };
            project.finish_with(&finish, since);
        }
        save(tx, &Assignment::new(project, leader))?;
        // A deal that stands still has nothing planned; one that is over needs nothing.
        if !is_over && random.is_in(80) {
            save(tx, &next)?;
        }
        Ok(())
    }
}

//! What sample clients say beyond their requisites: dictionaries, fields of the office, next steps.

use chrono::{Days, NaiveDate};

use super::random::Random;
use crate::domain::client::{Client, Kind, Role};
use crate::domain::custom_field::{Content, Shape};
use crate::domain::profile::{MOST_INFLUENCE, Medium, PoliticalRole, Stage};
use crate::domain::term::Dictionary;
use crate::domain::{Card, CustomField, Id, Term};
use crate::error::Result;
use crate::workspace::Transaction;

const SEGMENTS: [&str; 6] = [
    "Оптовая торговля",
    "Розничная торговля",
    "Производство",
    "Услуги",
    "Строительство",
    "Образование и культура",
];
const SOURCES: [&str; 5] = [
    "Выставка",
    "Рекомендация",
    "Сайт",
    "Холодный звонок",
    "Реклама в журнале",
];
const CATEGORIES: [&str; 4] = ["Потребитель", "Учреждение", "Дилер", "Поставщик"];
const DELIVERIES: [&str; 3] = ["Самовывоз", "Наш транспорт", "Транспортная компания"];
const STEPS: [&str; 6] = [
    "Позвонить и договориться о встрече",
    "Прислать коммерческое предложение",
    "Провести презентацию",
    "Уточнить объём поставки",
    "Поздравить с праздником",
    "Согласовать договор",
];
const TIMES: [&str; 3] = ["С 10 до 13", "После обеда", "Кроме пятницы"];
const GIFTS: [&str; 4] = ["Книга", "Хороший чай", "Цветы", "Ежедневник"];

/// The dictionaries and fields of the sample office, and the day it is there.
pub struct Profiles {
    segments: Vec<Term>,
    sources: Vec<Term>,
    categories: Vec<Term>,
    deliveries: Vec<Term>,
    turnover: CustomField,
    delivery: CustomField,
    vat: CustomField,
    gift: CustomField,
    today: NaiveDate,
}

impl Profiles {
    /// Those of an office where it is `today`.
    pub fn new(today: NaiveDate) -> Self {
        let terms = |dictionary, names: &[&str]| {
            let placed = (0..).zip(names);
            let made = placed.map(|(position, name)| Term {
                position,
                ..Term::new(dictionary, *name)
            });
            made.collect()
        };
        let field = |position, kind, name, shape| CustomField {
            position,
            ..CustomField::new(kind, name, shape)
        };
        let organizations = Kind::Organization;
        let delivery = field(1, organizations, "Доставка", Shape::MultiList);
        let deliveries = (0..).zip(DELIVERIES).map(|(position, name)| Term {
            position,
            ..Term::option(delivery.id, name)
        });
        Self {
            segments: terms(Dictionary::Segment, &SEGMENTS),
            sources: terms(Dictionary::Source, &SOURCES),
            categories: terms(Dictionary::Category, &CATEGORIES),
            deliveries: deliveries.collect(),
            turnover: field(0, organizations, "Оборот за год", Shape::Money),
            delivery,
            vat: field(2, organizations, "Работает с НДС", Shape::YesNo),
            gift: field(0, Kind::Person, "Что подарить", Shape::Text),
            today,
        }
    }

    /// Writes the dictionaries and the fields.
    pub fn save(&self, tx: &mut Transaction<'_>) -> Result<()> {
        for field in [&self.turnover, &self.delivery, &self.vat, &self.gift] {
            tx.save(field)?;
        }
        let terms = [&self.segments, &self.sources, &self.categories];
        for term in terms.into_iter().flatten().chain(&self.deliveries) {
            tx.save(term)?;
        }
        Ok(())
    }

    /// Fills in what one of the cast says; `number` counts them from 0.
    pub fn fill_cast(&self, card: &mut Card, number: u64) {
        self.fill(card, &mut Random::new(number));
        let client = &mut card.client;
        match client.title().as_str() {
            "ООО «Ромашка»" => {
                client.segment = self.segments.first().map(|term| term.id);
                client.source = self.sources.first().map(|term| term.id);
                client.category = self.categories.first().map(|term| term.id);
                client.next_step = "Первая презентация".into();
                client.next_step_on = Some(self.today);
                client.checked_on = Some(self.today);
                client.products = "Товары для дома: посуда, текстиль, хозяйственные мелочи.".into();
                client.customers = "Магазины у дома и хозяйственные отделы Северо-Запада.".into();
                client.goals = "Открыть второй склад и выйти в Псков.".into();
                client.strengths = "Быстрая отгрузка, свой транспорт.".into();
                client.weaknesses = "Один поставщик упаковки.".into();
                let (turnover, vat) = (self.turnover.id, self.vat.id);
                card.set_contents(turnover, vec![Content::Money(128_460_000)]);
                card.set_contents(vat, vec![Content::YesNo(true)]);
            }
            "Антонов Юрий Михайлович" => {
                client.preferred_medium = Some(Medium::Phone);
                client.preferred_time = "После обеда".into();
                client.education = "ЛЭТИ, 1990.".into();
                client.hobbies = "Парусный спорт, шахматы.".into();
                client.family = "Жена Елена, двое детей, спаниель Рич.".into();
            }
            _ => {}
        }
    }

    /// Fills in what a client may say.
    pub fn fill(&self, card: &mut Card, random: &mut Random) {
        self.relation(&mut card.client, random);
        match card.client.kind {
            Kind::Organization => self.organization(card, random),
            Kind::Person => self.person(card, random),
        }
    }

    fn relation(&self, client: &mut Client, random: &mut Random) {
        if random.is_in(70) {
            client.source = some(&self.sources, random);
        }
        client.stage = match client.roles {
            roles if roles.contains(Role::Active) => Some(Stage::Active),
            roles if roles.contains(Role::Former) => Some(Stage::Former),
            roles if roles.contains(Role::Potential) && random.is_in(40) => Some(Stage::Responder),
            roles if roles.contains(Role::Potential) => Some(Stage::Prospect),
            _ => None,
        };
        if random.is_in(35) {
            client.next_step = random.pick(&STEPS).to_owned();
            // Some are late.
            let from = self.today.checked_sub_days(Days::new(10));
            client.next_step_on = later(from, random.below(55));
        }
        if random.is_in(60) {
            let from = self.today.checked_sub_days(Days::new(700));
            client.checked_on = later(from, random.below(700));
        }
        if random.is_in(30) {
            let media = [
                Medium::Phone,
                Medium::Email,
                Medium::Messenger,
                Medium::Meeting,
            ];
            client.preferred_medium = Some(media[random.index(media.len())]);
        }
        if random.is_in(15) {
            client.preferred_time = random.pick(&TIMES).to_owned();
        }
    }

    fn organization(&self, card: &mut Card, random: &mut Random) {
        if random.is_in(80) {
            card.client.segment = some(&self.segments, random);
        }
        if random.is_in(60) {
            card.client.category = some(&self.categories, random);
        }
        if random.is_in(30) {
            // From a hundred thousand roubles to a thousand times that, most of them small.
            let thousands = (1 + random.below(1000)) * (1 + random.below(100));
            let kopecks = i64::try_from(thousands * 100_000).unwrap_or_default();
            card.set_contents(self.turnover.id, vec![Content::Money(kopecks)]);
        }
        if random.is_in(15) {
            let ways = self.deliveries.iter().filter(|_| random.is_in(60));
            let ways = ways.map(|way| Content::Tag(way.id)).collect();
            card.set_contents(self.delivery.id, ways);
        }
        if random.is_in(20) {
            let answer = Content::YesNo(random.is_in(70));
            card.set_contents(self.vat.id, vec![answer]);
        }
    }

    fn person(&self, card: &mut Card, random: &mut Random) {
        let client = &mut card.client;
        if client.employer.is_some() && random.is_in(30) {
            let roles = PoliticalRole::ALL;
            client.political_role = roles.get(random.index(roles.len())).copied();
            let degree = 1 + random.below(MOST_INFLUENCE.unsigned_abs());
            client.influence = i64::try_from(degree).ok();
        }
        if random.is_in(10) {
            let gift = Content::Text(random.pick(&GIFTS).to_owned());
            card.set_contents(self.gift.id, vec![gift]);
        }
    }
}

fn some(terms: &[Term], random: &mut Random) -> Option<Id<Term>> {
    terms.get(random.index(terms.len())).map(|term| term.id)
}

fn later(day: Option<NaiveDate>, days: u64) -> Option<NaiveDate> {
    day?.checked_add_days(Days::new(days))
}

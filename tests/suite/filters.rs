//! Filters in the words of both languages, asked of a base.

use chrono::{Days, Local, Months, NaiveDate};
use vizitka::domain::client::{Client, Kind, Role};
use vizitka::domain::contact::{Channel, Purpose};
use vizitka::domain::custom_field::{Content, Shape};
use vizitka::domain::field::{Field, Nature};
use vizitka::domain::filter::{Choice, Comparison, Expression, Period, Test, Wording};
use vizitka::domain::listing::{Filter, Order};
use vizitka::domain::name::Sex;
use vizitka::domain::profile::{Medium, Stage};
use vizitka::domain::term::Dictionary;
use vizitka::domain::{
    Address, BankAccount, Card, CustomField, Employee, Group, Id, Operation, Progress, SavedView,
    TeamMember, Term,
};
use vizitka::error::{Error, Result};
use vizitka::i18n::{Language, Locale};
use vizitka::workspace::Workspace;

/// Four organisations and three persons, each with something to be found by.
struct Base {
    workspace: Workspace,
    language: Language,
}

fn today() -> NaiveDate {
    Local::now().date_naive()
}

fn in_days(days: u64) -> NaiveDate {
    today() + Days::new(days)
}

fn organization(name: &str, city: &str) -> Card {
    let mut card = Card::new(Client::organization(name));
    let mut address = Address::new(card.client.id, Purpose::Legal);
    address.city = city.to_owned();
    address.region = "Северо-Запад".to_owned();
    card.add_address(address);
    card
}

/// What cards of the base name.
struct Names {
    trade: Term,
    works: Term,
    first: Term,
    vip: Group,
    people: Group,
    sum: CustomField,
    class: CustomField,
    calls: CustomField,
}

fn names() -> Names {
    let class = CustomField::new(Kind::Organization, "Класс клиента", Shape::List);
    Names {
        trade: Term::new(Dictionary::Segment, "Торговля"),
        works: Term::new(Dictionary::Segment, "Рога и копыта"),
        first: Term::option(class.id, "А"),
        vip: Group::new(Kind::Organization, "VIP"),
        people: Group::new(Kind::Person, "Очень важные лица"),
        sum: CustomField::new(Kind::Organization, "Сумма", Shape::Money),
        class,
        calls: CustomField::new(Kind::Organization, "Не звонить", Shape::YesNo),
    }
}

fn organizations(names: &Names, me: Id<Employee>) -> [Card; 4] {
    let mut romashka = organization("ООО «Ромашка»", "Санкт-Петербург");
    romashka.client.segment = Some(names.trade.id);
    romashka.client.roles = romashka.client.roles.with(Role::Active, true);
    romashka.client.inn = "7825107325".to_owned();
    romashka.client.owner = Some(me);
    romashka.client.stage = Some(Stage::Active);
    romashka.client.next_step_on = Some(in_days(3));
    romashka.client.goals = "Удвоить продажи на 100%".to_owned();
    romashka.add_contact(Channel::WorkPhone, "+7 812 350-94-14");
    romashka.add_contact(Channel::Email, "Mail@romashka.example");
    romashka.add_contact(Channel::Email, "sbyt@zavod.example");
    romashka.set_contents(names.sum.id, vec![Content::Money(15_000_000)]);
    romashka.set_contents(names.class.id, vec![Content::Choice(names.first.id)]);
    let mut agat = organization("Агат, ЗАО", "спб");
    agat.join(names.vip.id);
    agat.client.segment = Some(names.works.id);
    agat.client.next_step_on = Some(today() - Days::new(1));
    agat.client.checked_on = Some(today() - Months::new(13));
    agat.client.recommended_by = Some(romashka.client.id);
    agat.client.preferred_medium = Some(Medium::Phone);
    agat.set_contents(names.sum.id, vec![Content::Money(-1)]);
    agat.set_contents(names.calls.id, vec![Content::YesNo(true)]);
    agat.add_contact(Channel::Web, "https://www.agat.example/");
    let mut elka = organization("ООО «Ёлка»", "Москва");
    elka.client.segment = Some(names.trade.id);
    let mut account = BankAccount::new(elka.client.id);
    account.bank = "Ёлкабанк".to_owned();
    elka.add_account(account);
    let mut other = Address::new(elka.client.id, Purpose::Actual);
    other.city = "Великий Новгород".to_owned();
    elka.add_address(other);
    let bare = Card::new(Client::organization("Ромашка-Сервис"));
    [romashka, agat, elka, bare]
}

fn persons(names: &Names, employer: Id<Client>) -> [Card; 3] {
    let person = |surname: &str, first: &str, sex, birthday: &str| {
        let mut client = Client::person(surname, first, "");
        client.sex = Some(sex);
        client.birthday = birthday.parse().ok();
        Card::new(client)
    };
    let soon = in_days(2).format("--%m-%d").to_string();
    let born = in_days(5).format("1988-%m-%d").to_string();
    let mut anna = person("Шах", "Анна", Sex::Female, &soon);
    anna.join(names.people.id);
    anna.client.employer = Some(employer);
    anna.client.influence = Some(4);
    let oleg = person("Ким", "Олег", Sex::Male, &born);
    let vera = person("Кимова", "Вера", Sex::Female, "");

    [anna, oleg, vera]
}

fn base() -> Result<Base> {
    let mut workspace = Workspace::in_memory()?;
    let me = workspace.who();
    let names = names();
    let organizations = organizations(&names, me);
    let persons = persons(&names, organizations[0].client.id);
    workspace.transact(Operation::Import, |tx| {
        for term in [&names.trade, &names.works] {
            tx.save(term)?;
        }
        for field in [&names.sum, &names.class, &names.calls] {
            tx.save(field)?;
        }
        tx.save(&names.first)?;
        tx.save(&names.vip)?;
        tx.save(&names.people)?;
        for card in organizations.iter().chain(&persons) {
            tx.add_card(card)?;
        }
        tx.save(&TeamMember {
            id: Id::generate(),
            version: 0,
            client: organizations[1].client.id,
            employee: me,
            role: String::new(),
        })
    })?;
    Ok(Base {
        workspace,
        language: Language::Russian,
    })
}

impl Base {
    /// The names of those whom a filter lets through, by name.
    fn ask(&self, kind: Kind, condition: Expression) -> Result<Vec<String>> {
        let filter = Filter {
            condition: Some(condition),
            ..Filter::all(kind)
        };
        let reader = self.workspace.read();
        let ids = reader.order(&filter, Order::default(), &Progress::default())?;
        let listings = reader.listings(&ids)?.into_iter();
        Ok(listings.map(|listing| listing.client.title()).collect())
    }

    fn read(&self, kind: Kind, text: &str) -> Expression {
        let catalog = self.workspace.read().catalog().unwrap();
        let locale = Locale::new(self.language);
        let words = locale.filter_words(kind, &catalog);
        let read = words.parse(text);
        let read = read.unwrap_or_else(|m| panic!("{}", locale.filter_mistake(&m, text)));
        let read = read.unwrap();
        // Said back, it means the same.
        assert_eq!(
            words.parse(&words.print(&read)),
            Ok(Some(read.clone())),
            "{text}"
        );
        read
    }

    fn found(&self, kind: Kind, text: &str) -> Vec<String> {
        self.ask(kind, self.read(kind, text)).unwrap()
    }
}

const ROMASHKA: &str = "ООО «Ромашка»";
const AGAT: &str = "Агат, ЗАО";
const ELKA: &str = "ООО «Ёлка»";
const SERVICE: &str = "Ромашка-Сервис";

const ALL: &[&str] = &[AGAT, ELKA, ROMASHKA, SERVICE];

const ORGANIZATIONS: &[(&str, &[&str])] = &[
    ("город = СПб", &[AGAT, ROMASHKA]),
    ("ГОРОД = \"санкт-петербург\"", &[AGAT, ROMASHKA]),
    (
        "город = СПб и (сегмент = торговля или группа = VIP)",
        &[AGAT, ROMASHKA],
    ),
    (
        "город = СПб и сегмент = торговля или группа = VIP",
        &[AGAT, ROMASHKA],
    ),
    ("city = СПб and not group = VIP", &[ROMASHKA]),
    ("город не СПб", &[ELKA, SERVICE]),
    ("город содержит новгород", &[ELKA]),
    ("город начинается с Моск", &[ELKA]),
    ("город отсутствует", &[SERVICE]),
    ("город есть", &[AGAT, ELKA, ROMASHKA]),
    ("город среди (Москва, СПб)", &[AGAT, ELKA, ROMASHKA]),
    ("регион = северо-запад", &[AGAT, ELKA, ROMASHKA]),
    ("название = ромашка", &[ROMASHKA]),
    ("название = \"Ромашка ООО\"", &[ROMASHKA]),
    ("название = \"ЗАО Ромашка\"", &[]),
    ("название содержит ромашка", &[ROMASHKA, SERVICE]),
    ("название содержит \"ооо ромашка\"", &[ROMASHKA]),
    ("название начинается с елк", &[ELKA]),
    ("название содержит \"%\"", &[]),
    ("ИНН начинается с 78", &[ROMASHKA]),
    ("ИНН отсутствует", &[AGAT, ELKA, SERVICE]),
    ("цели содержит \"100%\"", &[ROMASHKA]),
    ("цели содержит \"100_\"", &[]),
    ("цели есть", &[ROMASHKA]),
    ("сегмент = \"Рога и копыта\"", &[AGAT]),
    (
        "сегмент среди (торговля, \"Рога и копыта\")",
        &[AGAT, ELKA, ROMASHKA],
    ),
    ("сегмент не среди (торговля, \"Рога и копыта\")", &[SERVICE]),
    ("сегмент <> торговля", &[AGAT, SERVICE]),
    ("сегмент отсутствует", &[SERVICE]),
    ("роль = активный", &[ROMASHKA]),
    ("роль отсутствует", &[AGAT, ELKA, SERVICE]),
    ("стадия = покупает", &[ROMASHKA]),
    ("stage = active", &[ROMASHKA]),
    ("ответственный = я", &[ROMASHKA]),
    ("ответственный = Решетова", &[ROMASHKA]),
    ("ответственный отсутствует", &[AGAT, ELKA, SERVICE]),
    ("команда = me", &[AGAT]),
    ("группа есть", &[AGAT]),
    ("телефон = \"8 (812) 3509414\"", &[ROMASHKA]),
    ("телефон содержит 509", &[ROMASHKA]),
    ("телефон начинается с 812", &[ROMASHKA]),
    ("телефон есть", &[ROMASHKA]),
    ("почта содержит ROMASHKA", &[ROMASHKA]),
    ("почта содержит zavod", &[ROMASHKA]),
    ("почта = sbyt@zavod.example", &[ROMASHKA]),
    ("почта отсутствует", &[AGAT, ELKA, SERVICE]),
    ("сайт = agat.example", &[AGAT]),
    ("сайт содержит gat.ex", &[AGAT]),
    ("банк содержит елка", &[ELKA]),
    ("дата следующего шага в ближайшие 7 дней", &[ROMASHKA]),
    ("дата следующего шага в прошлом", &[AGAT]),
    ("дата следующего шага отсутствует", &[ELKA, SERVICE]),
    ("проверено более 12 месяцев назад", &[AGAT]),
    ("проверено более 14 месяцев назад", &[]),
    ("создано сегодня", ALL),
    ("создано < 01.01.2020", &[]),
    ("кто рекомендовал содержит ромашка", &[AGAT]),
    ("канал = телефон", &[AGAT]),
    ("Сумма >= 150 000", &[ROMASHKA]),
    ("Сумма < 0", &[AGAT]),
    ("Сумма от -1 до 0", &[AGAT]),
    ("Сумма отсутствует", &[ELKA, SERVICE]),
    ("Класс клиента = А", &[ROMASHKA]),
    ("Класс клиента <> А", &[AGAT, ELKA, SERVICE]),
    ("\"Не звонить\" = да", &[AGAT]),
    ("не звонить = да", &[AGAT]),
    ("заполненность < 100", ALL),
    ("заполненность >= 50", &[ROMASHKA]),
];

#[test]
fn organisations_are_found_by_sentences() -> Result<()> {
    let base = base()?;
    for (text, meant) in ORGANIZATIONS {
        assert_eq!(base.found(Kind::Organization, text), *meant, "{text}");
    }
    Ok(())
}

#[test]
fn persons_are_found_by_sentences() -> Result<()> {
    let mut base = base()?;
    let (anna, oleg, vera) = ("Шах Анна", "Ким Олег", "Кимова Вера");
    for (text, meant) in [
        (
            "пол = женский и день рождения в ближайшие 7 дней",
            &[anna][..],
        ),
        ("день рождения в ближайшие 7 дней", &[oleg, anna]),
        ("день рождения сегодня", &[]),
        ("день рождения < 01.01.1990", &[oleg]),
        ("день рождения отсутствует", &[vera]),
        ("группа = очень важные лица", &[anna]),
        ("место работы содержит ромашка", &[anna]),
        ("место работы = \"ООО Ромашка\"", &[anna]),
        ("место работы отсутствует", &[oleg, vera]),
        ("фамилия = ким", &[oleg]),
        ("фамилия начинается с ким и не имя = олег", &[vera]),
        ("влияние от 3 до 5", &[anna]),
        ("влияние <> 4", &[oleg, vera]),
    ] {
        assert_eq!(base.found(Kind::Person, text), meant, "{text}");
    }
    base.language = Language::English;
    for (text, meant) in [
        (
            "sex = female and birthday is within the next 7 days",
            &[anna][..],
        ),
        ("sex is женский", &[vera, anna]),
        (
            "employer contains ромашка or surname = кимова",
            &[vera, anna],
        ),
        ("birthday between 1 Jan 1980 and 31 Dec 1990", &[oleg]),
        ("not birthday is empty", &[oleg, anna]),
    ] {
        assert_eq!(base.found(Kind::Person, text), meant, "{text}");
    }
    Ok(())
}

/// Questions of every kind that a field of that nature can answer.
fn questions(field: Field, nature: Nature, choices: Vec<Choice>) -> Vec<Test> {
    let text = |how| Test::Text(how, "рома".to_owned());
    let day = today();
    let mut tests = vec![Test::Empty, Test::Filled];
    tests.extend(
        [
            Wording::Is,
            Wording::IsNot,
            Wording::Contains,
            Wording::Begins,
        ]
        .map(text),
    );
    tests.extend(Comparison::ALL.map(|how| Test::Number(how, 50)));
    tests.extend(Comparison::ALL.map(|how| Test::Day(how, day)));
    tests.extend([
        Test::NumberBetween(1, 60),
        Test::DayBetween(day, day),
        Test::YesNo(true),
        Test::YesNo(false),
        Test::Client(Id::from(1)),
        Test::NotClient(Id::from(1)),
    ]);
    let periods = [
        Period::Today,
        Period::ThisWeek,
        Period::ThisMonth,
        Period::ThisYear,
        Period::Next(400),
        Period::Last(7),
        Period::MonthsAgo(1),
        Period::Past,
        Period::Future,
    ];
    tests.extend(periods.map(Test::Period));
    if !choices.is_empty() {
        tests.extend([Test::AnyOf(choices.clone()), Test::NoneOf(choices)]);
    }
    tests.retain(|test| test.suits(field, nature));
    tests
}

#[test]
fn every_question_can_be_asked_and_not_turns_it_round() -> Result<()> {
    let base = base()?;
    let catalog = base.workspace.read().catalog()?;
    let mut asked = 0;
    for (kind, all) in [(Kind::Organization, 4), (Kind::Person, 3)] {
        for field in catalog.all_fields(kind) {
            let nature = catalog.nature_in(field, kind).unwrap();
            let choices = Choice::all(field, kind, &catalog);
            for test in questions(field, nature, choices) {
                let condition = Expression::condition(field, test);
                let not = Expression::Not(Box::new(condition.clone()));
                let yes = base.ask(kind, condition.clone())?;
                let no = base.ask(kind, not)?;
                assert_eq!(yes.len() + no.len(), all, "{condition:?}");
                assert!(yes.iter().all(|name| !no.contains(name)), "{condition:?}");
                asked += 1;
            }
        }
    }
    assert!(asked > 400, "{asked}");
    Ok(())
}

#[test]
fn a_view_may_stand_in_a_filter_and_a_lost_one_is_told() -> Result<()> {
    let mut base = base()?;
    let view = SavedView {
        id: Id::generate(),
        version: 0,
        kind: Kind::Organization,
        owner: None,
        name: "Наш город".to_owned(),
        filter: "city = СПб".to_owned(),
        words: String::new(),
        columns: String::new(),
        sorting: String::new(),
        is_segment: false,
    };
    base.workspace
        .transact(Operation::Import, |tx| tx.save(&view))?;
    let text = "вид = \"наш город\" и сегмент = торговля";
    assert_eq!(base.found(Kind::Organization, text), [ROMASHKA]);
    let text = "не вид = \"Наш город\"";
    assert_eq!(base.found(Kind::Organization, text), [ELKA, SERVICE]);
    let lost = base.ask(Kind::Organization, Expression::View(Id::from(1)));
    assert!(matches!(lost, Err(Error::BadFilter(_))));
    Ok(())
}

#[test]
fn a_mistake_is_told_in_both_languages_with_names_that_look_alike() -> Result<()> {
    let base = base()?;
    let catalog = base.workspace.read().catalog()?;
    for (language, text, said) in [
        (
            Language::Russian,
            "горд = СПб",
            "Место 1, «горд»: здесь ждали название поля (слово И внутри значения берут в кавычки). \
             Похоже: город.",
        ),
        (
            Language::Russian,
            "город = СПб и сегмент = тарговля",
            "Место 25, «тарговля»: нет такого значения у этого поля. Похоже: Торговля.",
        ),
        (
            Language::English,
            "(city = a",
            "At the end: a closing bracket is missing.",
        ),
        (
            Language::English,
            "phon is empty",
            "Place 1, “phon”: the name of a field belongs here (a value with “and” in it goes in \
             quotes). Did you mean phone?",
        ),
    ] {
        let locale = Locale::new(language);
        let words = locale.filter_words(Kind::Organization, &catalog);
        let mistake = words.parse(text).unwrap_err();
        assert_eq!(locale.filter_mistake(&mistake, text), said);
    }
    Ok(())
}

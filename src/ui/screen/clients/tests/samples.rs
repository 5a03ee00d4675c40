//! A small base of clients, the same every time.

use std::sync::Arc;

use crate::domain::client::{Kind, Role};
use crate::domain::contact::{Channel, Purpose};
use crate::domain::{Address, Card, Client, Employee, Group, Operation};
use crate::error::Result;
use crate::i18n::{Language, Locale};
use crate::ui::screen::Context;
use crate::ui::worker::Worker;
use crate::workspace::Workspace;

pub const ORGANIZATIONS: [&str; 36] = [
    "ООО «Ромашка»",
    "ЗАО «Движение»",
    "ООО «Тепломаш»",
    "ООО «Картон-тара»",
    "ЗАО «Артамон»",
    "ООО «Алмаз»",
    "ООО «Лютик»",
    "ОАО «Карамельный завод имени Н. К. Крупской»",
    "ООО «Ирис»",
    "ЗАО «Тор»",
    "ООО «Агат»",
    "ЗАО «Феникс»",
    "ООО «Чайка»",
    "ООО «Алюмика»",
    "ООО «Петромилк»",
    "ООО «Аристотель»",
    "ООО «Чад»",
    "ИП Ковалёва Анна Сергеевна",
    "ООО «Берег»",
    "АО «Вента»",
    "ООО «Гранит-Сервис»",
    "ООО «Дом книги»",
    "АО «Заря»",
    "ООО «Кедр»",
    "ООО «Лесторг»",
    "АО «Медтехника»",
    "ООО «Невский берег»",
    "ООО «Орбита»",
    "ООО «Полюс»",
    "ООО «Ромб»",
    "АО «Северсталь-Метиз»",
    "ООО «Технопарк»",
    "ООО «Уют»",
    "ООО «Фарватер»",
    "ООО «Хлебный дом»",
    "ООО «Эталон»",
];

const PEOPLE: [(&str, &str, &str, &str); 9] = [
    ("Антонов", "Юрий", "Михайлович", "Директор"),
    ("Полонский", "Андрей", "Викторович", "Заместитель директора"),
    ("Шах", "Светлана", "Ивановна", "Главный бухгалтер"),
    ("Белова", "Ирина", "Олеговна", "Закупщик"),
    ("Громов", "Пётр", "Сергеевич", "Начальник отдела снабжения"),
    ("Данилова", "Мария", "Андреевна", "Директор"),
    ("Ершов", "Илья", "Павлович", "Инженер"),
    ("Жукова", "Ольга", "Дмитриевна", "Логист"),
    ("Зимин", "Олег", "Романович", "Менеджер по закупкам"),
];

const CITIES: [&str; 5] = [
    "Санкт-Петербург",
    "Москва",
    "Казань",
    "Нижний Новгород",
    "Екатеринбург",
];

/// A base with clients of both registers, employees and groups, in Russian.
pub fn context() -> Result<Context> {
    let mut workspace = Workspace::in_memory()?;
    workspace.transact(Operation::FillWithSamples, |tx| {
        for (surname, first, patronymic) in [
            ("Семёнова", "Юлия", "Андреевна"),
            ("Виноградов", "Сергей", "Константинович"),
        ] {
            tx.save(&Employee::new(surname, first, patronymic))?;
        }
        let employees = tx.read().employees()?;
        let names = ["Торговые компании", "Поставщики материалов"];
        let groups = names.map(|name| Group::new(Kind::Organization, name));
        for group in &groups {
            tx.save(group)?;
        }
        for (index, name) in ORGANIZATIONS.into_iter().enumerate() {
            let mut card = organization(name, &employees);
            groups
                .iter()
                .take(usize::from(index % 3 == 0) * 2)
                .for_each(|group| {
                    card.join(group.id);
                });
            tx.add_card(&card)?;
            let staff = PEOPLE.iter().enumerate();
            let staff = staff.filter(|(at, _)| index % 3 == at / 3 && index < 6);
            for (at, person) in staff {
                tx.add_card(&self::person(at, *person, &card.client, &employees))?;
            }
        }
        Ok(())
    })?;
    over(workspace)
}

/// A base without clients, in Russian.
pub fn empty_context() -> Result<Context> {
    over(Workspace::in_memory()?)
}

fn over(workspace: Workspace) -> Result<Context> {
    let (me, catalog) = (workspace.read().me()?, workspace.read().catalog()?);
    Ok(Context {
        locale: Locale::new(Language::Russian),
        worker: Worker::new(workspace)?,
        me,
        catalog: Arc::new(catalog),
        path: None,
        is_read_only: false,
        opened_at: chrono::Utc::now(),
    })
}

/// The card of an organisation; all that is on it follows from its name.
pub fn organization(name: &str, employees: &[Employee]) -> Card {
    let seed: usize = name.chars().map(|letter| letter as usize).sum();
    let mut client = Client::organization(name);
    let core = name
        .split('«')
        .nth(1)
        .map(|core| core.trim_end_matches('»'));
    if let Some(core) = core {
        client.full_name = format!("Общество с ограниченной ответственностью «{core}»");
    }
    client.inn = format!("78{:08}", seed * 7_919 % 100_000_000);
    client.kpp = "782501001".to_owned();
    client.owner = (!seed.is_multiple_of(7)).then(|| employees[seed % employees.len()].id);
    let role = Role::ALL[[1, 0, 1, 2, 1, 3, 1, 4][seed % 8]];
    client.roles = [role].into_iter().collect();
    if seed.is_multiple_of(5) {
        client.roles = client.roles.with(Role::Partner, true);
    }
    client.since = chrono::NaiveDate::from_yo_opt(2015 + (seed % 11) as i32, 1 + seed as u32 % 360);
    let mut card = Card::new(client);
    let phone = format!("+7 812 {:03}-{:02}-14", 300 + seed % 700, seed % 100);
    card.add_contact(Channel::WorkPhone, phone);
    if !seed.is_multiple_of(4) {
        card.add_contact(
            Channel::Email,
            format!("office{}@firma.example", seed % 1000),
        );
    }
    let mut address = Address::new(card.client.id, Purpose::Legal);
    address.city = CITIES[seed % CITIES.len()].to_owned();
    address.street = "ул. Малая Морская, д. 14, оф. 322".to_owned();
    card.add_address(address);
    card
}

fn person(
    at: usize,
    (surname, first, patronymic, position): (&str, &str, &str, &str),
    employer: &Client,
    employees: &[Employee],
) -> Card {
    let mut client = Client::person(surname, first, patronymic);
    client.position = position.to_owned();
    client.employer = Some(employer.id);
    client.owner = Some(employees[at % employees.len()].id);
    let day = 1 + at as u32 * 3;
    client.birthday = crate::domain::Birthday::new(at.is_multiple_of(2).then_some(1980), 5, day);
    let mut card = Card::new(client);
    card.add_contact(Channel::MobilePhone, format!("+7 921 555-1{at}-67"));
    card.add_contact(Channel::Email, format!("person{at}@firma.example"));
    card
}

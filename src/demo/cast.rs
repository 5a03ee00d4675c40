//! The cast: the clients and colleagues that our stories, pictures and tests know by name.

use chrono::{Days, NaiveDate};

use super::{Office, requisites};
use crate::domain::client::{Client, Kind, Role};
use crate::domain::contact::{Channel, Purpose};
use crate::domain::name::Sex;
use crate::domain::{Address, BankAccount, Birthday, Card, Employee, Group, Id, name};

use Role::{Active, Former, Partner, Potential};

/// Our own company.
pub const COMPANY: &str = "ООО «Модус-В»";

const TRADERS: &str = "Торговые компании";
const SUPPLIERS: &str = "Поставщики материалов";
const IMPORTANT: &str = "Очень важные лица";

/// Who is signed in first.
pub fn owner() -> Employee {
    let mut owner = Employee::new("Решетова", "Светлана", "Ивановна");
    owner.position = "Старший менеджер".to_owned();
    owner
}

/// The head, the manager and the trainee; the last two see their own clients alone.
pub fn colleagues() -> [Employee; 3] {
    let colleague = |name: [&str; 3], position: &str, sees_all| {
        let mut employee = Employee::new(name[0], name[1], name[2]);
        employee.position = position.to_owned();
        employee.sees_all = sees_all;
        employee
    };
    [
        colleague(
            ["Довженко", "Борис", "Викторович"],
            "Руководитель отдела",
            true,
        ),
        colleague(["Семенова", "Юлия", "Андреевна"], "Менеджер", false),
        colleague(["Виноградов", "Сергей", "Константинович"], "Стажёр", false),
    ]
}

/// The groups; the first of the persons belongs to the cast alone.
pub fn groups() -> Vec<Group> {
    let organizations = [TRADERS, SUPPLIERS, "Ключевые клиенты"];
    let persons = [IMPORTANT, "Участники выставки"];
    organizations
        .map(|name| Group::new(Kind::Organization, name))
        .into_iter()
        .chain(persons.map(|name| Group::new(Kind::Person, name)))
        .collect()
}

struct Organization {
    name: &'static str,
    /// Who is responsible: 0 Решетова, 1 Довженко, 2 Семенова, 3 Виноградов.
    owner: usize,
    roles: &'static [Role],
    groups: &'static [&'static str],
    inn: &'static str,
    phone: &'static str,
    email: &'static str,
    /// Postal code, town and street.
    address: [&'static str; 3],
    note: &'static str,
}

const BLANK: Organization = Organization {
    name: "",
    owner: 0,
    roles: &[Active],
    groups: &[],
    inn: "",
    phone: "",
    email: "",
    address: ["", "Санкт-Петербург", ""],
    note: "",
};

#[rustfmt::skip]
const ORGANIZATIONS: &[Organization] = &[
    Organization { name: "ООО «Ромашка»", groups: &[TRADERS, SUPPLIERS], inn: "7825107325",
        phone: "+7 812 350-94-14", email: "mail@romashka.example",
        address: ["190000", "Санкт-Петербург", "ул. Малая Морская, д. 14, оф. 322"],
        note: "Оптовая торговля: товары для дома, Северо-Запад.", ..BLANK },
    Organization { name: "ЗАО «Движение»", inn: "7801234560", phone: "8 (812) 271-30-05",
        email: "office@dvizhenie.example", note: "Логистика.",
        address: ["191119", "Санкт-Петербург", "Лиговский пр., д. 74"], ..BLANK },
    Organization { name: "ЗАО «Тепломаш»", roles: &[Potential], groups: &[SUPPLIERS], inn: "7802345670",
        phone: "+7 (812) 448-17-90", email: "zakupki@teplomash.example", note: "Производство.",
        address: ["195220", "Санкт-Петербург", "Гражданский пр., д. 26"], ..BLANK },
    Organization { name: "ООО «Картон-тара»", owner: 2, groups: &[SUPPLIERS], inn: "7803456780",
        phone: "+78125603412", email: "karton@karton-tara.example", note: "Производство.", ..BLANK },
    Organization { name: "ЗАО «Артамон»", owner: 2, groups: &[TRADERS], inn: "7804567890",
        phone: "8 812 329-40-11", email: "info@artamon.example", note: "Розничная сеть.", ..BLANK },
    Organization { name: "ООО «Алмаз»", owner: 2, roles: &[Potential], inn: "7805678900",
        phone: "+7 812 717-22-08", email: "almaz@almaz.example", note: "Ювелирные изделия.",
        address: ["191011", "Санкт-Петербург", "Садовая ул., д. 18, оф. 4"], ..BLANK },
    Organization { name: "ООО «Лютик»", owner: 3, inn: "7806789010", phone: "+7 (812) 553-66-71",
        email: "lutik@lutik.example", note: "Цветочный салон.", ..BLANK },
    Organization { name: "ОАО «Карамельный завод»", owner: 3, groups: &[SUPPLIERS], inn: "7807890120",
        phone: "+7 812 252-10-43", email: "sbyt@karamel.example", note: "Пищевое производство.",
        address: ["192007", "Санкт-Петербург", "Курская ул., д. 27"], ..BLANK },
    Organization { name: "ООО «Ирис»", owner: 3, inn: "7808901230", phone: "8 (812) 940-15-62",
        email: "print@iris.example", note: "Полиграфия.", ..BLANK },
    // The requisites of the deck: all three keys are wrong, and the card says so.
    Organization { name: "ЗАО «Тор»", inn: "7826218436", phone: "+7 812 235-18-64",
        email: "tor@tor.example", address: ["197136", "Санкт-Петербург", "Ординарная ул., д. 21"],
        note: "Станкостроение.", ..BLANK },
    Organization { name: "ООО «Агат»", roles: &[Potential], inn: "7809012340", phone: "+7 812 611-07-35",
        email: "agat@agat.example", note: "Строительство.",
        address: ["197374", "Санкт-Петербург", "ул. Савушкина, д. 112"], ..BLANK },
    Organization { name: "ЗАО «Феникс»", owner: 2, roles: &[Former], inn: "7810123450",
        phone: "+7 (812) 380-54-19", email: "fenix@fenix.example", note: "Страхование.", ..BLANK },
    Organization { name: "ООО «Чайка»", owner: 2, inn: "7811234560", phone: "8 812 466-91-27",
        email: "tour@chaika.example", note: "Туризм.",
        address: ["199034", "Санкт-Петербург", "7-я линия В. О., д. 34"], ..BLANK },
    Organization { name: "ООО «Алюмика»", groups: &[SUPPLIERS], inn: "7812345670",
        phone: "+7 812 702-38-80", email: "alumika@alumika.example", note: "Металлоторговля.", ..BLANK },
    Organization { name: "ООО «Петромилк»", owner: 3, inn: "7813456780", phone: "+78126474425",
        email: "zakaz@petromilk.example", note: "Пищевое производство.", ..BLANK },
    Organization { name: "ООО «Аристотель»", owner: 2, roles: &[Active, Partner], inn: "7814567890",
        phone: "+7 812 303-59-06", email: "school@aristotel.example", note: "Образование.",
        address: ["190121", "Санкт-Петербург", "ул. Декабристов, д. 57"], ..BLANK },
    Organization { name: "ООО «Чад»", roles: &[Potential], inn: "7816678900", phone: "+7 (812) 599-12-47",
        email: "chad@chad.example", note: "Вентиляция.", ..BLANK },
];

struct Person {
    name: &'static str,
    sex: Sex,
    /// Which of the organisations, counted from 0.
    employer: usize,
    position: &'static str,
    phone: &'static str,
    birthday: &'static str,
    is_important: bool,
}

const fn person(name: &'static str, employer: usize, position: &'static str) -> Person {
    Person {
        name,
        sex: Sex::Male,
        employer,
        position,
        phone: "",
        birthday: "",
        is_important: false,
    }
}

/// One of the seven women who are congratulated.
const fn important(
    name: &'static str,
    employer: usize,
    position: &'static str,
    birthday: &'static str,
) -> Person {
    Person {
        sex: Sex::Female,
        birthday,
        is_important: true,
        ..person(name, employer, position)
    }
}

#[rustfmt::skip]
const PERSONS: &[Person] = &[
    Person { phone: "+7 921 934-50-17", birthday: "1968-03-14",
        ..person("Антонов Юрий Михайлович", 0, "Директор") },
    Person { phone: "+7 911 208-76-33", ..person("Полонский Андрей Викторович", 0, "Зам. директора") },
    Person { sex: Sex::Female, phone: "8 (921) 551-09-62", birthday: "--09-02",
        ..person("Шах Светлана Ивановна", 0, "Главный бухгалтер") },
    Person { phone: "+7 921 640-22-85", ..person("Ким Юрий Михайлович", 9, "Директор") },
    important("Антонова Юлия Михайловна", 1, "Коммерческий директор", "1979-06-30"),
    important("Полонская Анна Викторовна", 2, "Начальник отдела снабжения", "1983-07-01"),
    important("Розова Алина Андреевна", 5, "Директор", "1988-07-02"),
    important("Федорова Ирина Семеновна", 7, "Главный технолог", "1971-07-03"),
    important("Зайцева Ольга Ивановна", 10, "Менеджер по закупкам", "--07-04"),
    important("Порошина Тая Петровна", 12, "Управляющая", "1990-07-05"),
    important("Калабина Мария Леопольдовна", 15, "Ректор", "1965-07-06"),
];

/// How many organisations the cast has.
pub fn organization_count() -> usize {
    ORGANIZATIONS.len()
}

/// The organisations of the cast.
pub fn organizations(office: &Office) -> impl Iterator<Item = Card> {
    ORGANIZATIONS.iter().map(|one| one.card(office))
}

/// The persons of the cast, in those of its organisations that there are.
pub fn persons(office: &Office, employers: &[Id<Client>]) -> impl Iterator<Item = Card> {
    PERSONS.iter().map(|one| one.card(office, employers))
}

impl Organization {
    fn card(&self, office: &Office) -> Card {
        let mut client = Client::organization(self.name);
        let parts = name::Organisation::parse(self.name);
        client.full_name = full_name(self.name, parts.form);
        client.owner = office.owner(self.owner);
        client.roles = self.roles.iter().copied().collect();
        client.inn = self.inn.to_owned();
        if self.name != "ЗАО «Тор»" {
            client.inn = requisites::checked(client.inn);
        }
        client.kpp = match self.name {
            "ЗАО «Тор»" => "782611001".to_owned(),
            _ => requisites::kpp(self.inn),
        };
        let serial = self.inn.get(2..9).unwrap_or_default();
        client.ogrn = requisites::checked(format!("10278{serial}0"));
        client.since = self.since();
        client.note = self.note.to_owned();
        let mut card = Card::new(client);
        card.add_contact(Channel::WorkPhone, self.phone);
        card.add_contact(Channel::Email, self.email);
        let mut address = Address::new(card.client.id, Purpose::Actual);
        [address.postal_code, address.city, address.street] = self.address.map(str::to_owned);
        card.add_address(address);
        card.add_account(self.account(card.client.id));
        for group in self.groups {
            if let Some(group) = office.group(Kind::Organization, group) {
                card.join(group);
            }
        }
        card
    }

    /// One more client every month or so.
    fn since(&self) -> Option<NaiveDate> {
        let number = ORGANIZATIONS.iter().position(|one| one.name == self.name)?;
        let first = NaiveDate::from_ymd_opt(2024, 3, 4)?;
        first.checked_add_days(Days::new(37 * number as u64))
    }

    fn account(&self, client: Id<Client>) -> BankAccount {
        let mut account = BankAccount::new(client);
        if self.name == "ЗАО «Тор»" {
            account.bank = "КБ «ВТБ-24»".to_owned();
            account.bik = "044030422".to_owned();
            account.number = "40702820400000000106".to_owned();
            account.correspondent = "30101811200000000422".to_owned();
            return account;
        }
        let serial = self.inn.get(2..9).unwrap_or_default();
        account.bank = "КБ «Финансовый капитал»".to_owned();
        account.bik = "044030741".to_owned();
        account.number = requisites::account_of(&account.bik, &format!("00000{serial}"));
        account.correspondent = requisites::correspondent(&account.bik);
        account
    }
}

impl Person {
    fn card(&self, office: &Office, employers: &[Id<Client>]) -> Card {
        let parts = name::Person::parse(self.name);
        let mut client = Client::person(&parts.surname, &parts.first, &parts.patronymic);
        client.sex = Some(self.sex);
        client.employer = employers.get(self.employer).copied();
        client.position = self.position.to_owned();
        client.birthday = self.birthday.parse::<Birthday>().ok();
        let employer = &ORGANIZATIONS[self.employer];
        client.since = employer.since();
        client.owner = office.owner(employer.owner);
        client.roles = employer.roles.iter().copied().collect();
        let site = employer.email.split('@').next_back().unwrap_or_default();
        let mut card = Card::new(client);
        if !self.phone.is_empty() {
            card.add_contact(Channel::MobilePhone, self.phone);
        }
        card.add_contact(Channel::WorkPhone, employer.phone);
        let mailbox = super::made_up::latin(&parts.surname);
        card.add_contact(Channel::Email, format!("{mailbox}@{site}"));
        if self.is_important
            && let Some(group) = office.group(Kind::Person, IMPORTANT)
        {
            card.join(group);
        }
        card
    }
}

/// The name with its legal form in full.
fn full_name(name: &str, form: Option<&str>) -> String {
    let in_full = match form {
        Some("ООО") => "Общество с ограниченной ответственностью",
        Some("ЗАО") => "Закрытое акционерное общество",
        Some("ОАО") => "Открытое акционерное общество",
        _ => return name.to_owned(),
    };
    let core = name.split_once(' ').map_or(name, |(_, core)| core);
    format!("{in_full} {core}")
}

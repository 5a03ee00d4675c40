//! An office with a few clients, and a way to run what screens want done: for tests and pictures.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use iced::Task as Command;
use iced::advanced::widget::Operation;
use iced::futures::StreamExt;
use iced::futures::executor::block_on;
use iced_test::runtime::{Action, task};

use crate::domain::client::{Kind, Role};
use crate::domain::contact::{Channel, Purpose};
use crate::domain::{Address, BankAccount, Card, Client, Employee, Group, Id, Operation as Deed};
use crate::error::Result;
use crate::i18n::{Language, Locale};
use crate::ui::screen::Context;
use crate::ui::worker::Worker;
use crate::workspace::Workspace;

/// The clients of the office.
pub struct Samples {
    /// ООО «Ромашка», with people, addresses and two accounts.
    pub romashka: Id<Client>,
    /// ЗАО «Тор», whose numbers fail their check digits (F.5).
    pub tor: Id<Client>,
    /// The director of Romashka.
    pub antonov: Id<Client>,
}

/// The office, as its head sees it.
pub fn office(language: Language) -> Result<(Context, Samples)> {
    let mut workspace = Workspace::in_memory()?;
    let colleague = Employee::new("Семенова", "Юлия", "Андреевна");
    workspace.transact(Deed::AddEmployee, |tx| tx.save(&colleague))?;
    let me = workspace.read().me()?;
    let (romashka, tor) = (romashka(&me), tor(&colleague));
    let mut people = people(romashka.client.id);
    people[0].client.owner = Some(me.id);
    let samples = Samples {
        romashka: romashka.client.id,
        tor: tor.client.id,
        antonov: people[0].client.id,
    };
    let groups = ["Торговые компании", "Поставщики материалов", "VIP"]
        .map(|name| Group::new(Kind::Organization, name));
    let mut romashka = romashka;
    romashka.join(groups[0].id);
    romashka.join(groups[1].id);
    workspace.transact(Deed::AddGroup, |tx| {
        groups.iter().try_for_each(|group| tx.save(group).map(drop))
    })?;
    for card in [&romashka, &tor].into_iter().chain(&people) {
        workspace.save_card(card, card, &HashMap::new())?;
    }
    edited(&mut workspace, romashka.client.id)?;
    let context = Context {
        locale: Locale::new(language),
        me,
        catalog: Arc::new(workspace.read().catalog()?),
        path: None,
        is_read_only: false,
        opened_at: chrono::Utc::now(),
        worker: Worker::new(workspace)?,
    };
    Ok((context, samples))
}

fn romashka(owner: &Employee) -> Card {
    let mut card = Card::new(Client::organization("ООО «Ромашка»"));
    let client = &mut card.client;
    client.full_name = "Общество с ограниченной ответственностью «Ромашка»".into();
    client.inn = "7825107325".into();
    client.kpp = "782501001".into();
    client.ogrn = "1027809169992".into();
    client.owner = Some(owner.id);
    client.roles = [Role::Active, Role::Partner].into_iter().collect();
    client.since = NaiveDate::from_ymd_opt(2019, 3, 12);
    client.note = "Отгрузка только по вторникам.\nСчета просят присылать до 25 числа.".into();
    card.add_contact(Channel::WorkPhone, "8 (812) 350-94-14 доб. 12");
    card.add_contact(Channel::MobilePhone, "+7 921 123-45-67");
    card.add_contact(Channel::Fax, "350-94-15");
    card.add_contact(Channel::Email, "mail@romashka.ru");
    card.add_contact(Channel::Email, "buh@romashka.ru");
    card.add_contact(Channel::Web, "romashka.ru");
    for purpose in [Purpose::Legal, Purpose::Actual] {
        let mut address = Address::new(card.client.id, purpose);
        address.postal_code = "191186".into();
        address.region = "Санкт-Петербург".into();
        address.city = "Санкт-Петербург".into();
        address.street = "ул. Малая Морская, д. 14, оф. 322".into();
        card.add_address(address);
    }
    let mut account = BankAccount::new(card.client.id);
    account.number = "40702810800000000082".into();
    account.bank = "КБ «Финансовый капитал», г. Санкт-Петербург".into();
    account.bik = "044030741".into();
    account.correspondent = "30101810700000000741".into();
    card.add_account(account);
    let mut account = BankAccount::new(card.client.id);
    account.number = "40702810138250123017".into();
    account.bank = "ОАО «БАНК»".into();
    account.bik = "044525225".into();
    account.correspondent = "30101810965770000413".into();
    card.add_account(account);
    card
}

/// The deck's own client: every key of it is wrong.
fn tor(owner: &Employee) -> Card {
    let mut card = Card::new(Client::organization("ЗАО «Тор»"));
    let client = &mut card.client;
    client.full_name = "Закрытое акционерное общество «Тор»".into();
    client.inn = "7826218436".into();
    client.kpp = "782611001".into();
    client.owner = Some(owner.id);
    client.roles = [Role::Potential].into_iter().collect();
    card.add_contact(Channel::WorkPhone, "7,81235E+10");
    card.add_contact(Channel::Email, "info@tor");
    let mut address = Address::new(card.client.id, Purpose::Legal);
    address.postal_code = "197136".into();
    address.city = "Санкт-Петербург".into();
    address.street = "Ординарная ул., д. 21".into();
    card.add_address(address);
    let mut account = BankAccount::new(card.client.id);
    account.number = "40702820400000000106".into();
    account.bank = "КБ «ВТБ-24»".into();
    account.bik = "044030422".into();
    account.correspondent = "30101811200000000422".into();
    card.add_account(account);
    card
}

fn people(employer: Id<Client>) -> [Card; 3] {
    let person = |name: [&str; 3], position: &str, phone: &str, email: &str| {
        let mut card = Card::new(Client::person(name[0], name[1], name[2]));
        card.client.employer = Some(employer);
        card.client.position = position.into();
        card.add_contact(Channel::MobilePhone, phone);
        card.add_contact(Channel::Email, email);
        card
    };
    let [mut antonov, polonsky, mut shah] = [
        person(
            ["Антонов", "Юрий", "Михайлович"],
            "Директор",
            "+7 921 555-01-02",
            "antonov@romashka.ru",
        ),
        person(
            ["Полонский", "Андрей", "Викторович"],
            "Зам. директора",
            "+7 921 555-01-03",
            "polonsky@romashka.ru",
        ),
        person(
            ["Шах", "Светлана", "Ивановна"],
            "Главный бухгалтер",
            "+7 921 555-01-04",
            "buh@romashka.ru",
        ),
    ];
    antonov.client.birthday = "1968-05-12".parse().ok();
    antonov.client.sex = Some(crate::domain::name::Sex::Male);
    antonov.client.note = "Любит точность. Звонить после обеда.".into();
    shah.client.department = "Бухгалтерия".into();
    [antonov, polonsky, shah]
}

/// Something for the history.
fn edited(workspace: &mut Workspace, id: Id<Client>) -> Result<()> {
    let base = workspace.read().card(id)?;
    let mut mine = base.clone();
    mine.client.kpp = "784001001".into();
    mine.client.roles = [Role::Active].into_iter().collect();
    workspace.save_card(&base, &mine, &HashMap::new())?;
    let base = workspace.read().card(id)?;
    let mut mine = base.clone();
    mine.contacts[2].value = "+7 812 350-94-15".into();
    mine.client.note.push_str("\nСпросить о новом складе.");
    workspace.save_card(&base, &mine, &HashMap::new())?;
    workspace.undo()?;
    Ok(())
}

/// Runs a command to its end, and returns what it says.
pub fn run<Message: Send + 'static>(command: Command<Message>) -> Vec<Message> {
    // Nobody shows the widgets.
    run_with(command, drop)
}

/// The same; `operate` does to the widgets of a window what the command wants done.
pub fn run_with<Message: Send + 'static>(
    command: Command<Message>,
    mut operate: impl FnMut(Box<dyn Operation>),
) -> Vec<Message> {
    let mut said = Vec::new();
    let Some(mut stream) = task::into_stream(command) else {
        return said;
    };
    while let Some(action) = block_on(stream.next()) {
        match action {
            Action::Output(message) => said.push(message),
            Action::Widget(operation) => operate(operation),
            _ => {}
        }
    }
    said
}

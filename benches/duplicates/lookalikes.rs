//! Cards that look alike and are not one client.

use vizitka::domain::contact::{Channel, Purpose};
use vizitka::domain::{Address, Birthday, Card, Client};

use super::dirt::Dirt;

const TOWNS: [&str; 12] = [
    "Мурманск",
    "Пермь",
    "Омск",
    "Уфа",
    "Тула",
    "Сочи",
    "Чита",
    "Орёл",
    "Курск",
    "Псков",
    "Томск",
    "Вологда",
];

/// Branches, chains, groups of companies, houses with one switchboard; namesakes and families.
pub fn all(organizations: &[Card], people: &[Card], dirt: &mut Dirt) -> Vec<Card> {
    let mut made = Vec::new();
    for (at, card) in organizations.iter().enumerate() {
        match at % 4 {
            0 => made.push(branch(card, dirt)),
            1 if at % 16 == 1 => made.extend(chain(at, dirt)),
            2 if at % 32 == 2 => made.extend(house(at, dirt)),
            3 => made.push(sister(card, dirt)),
            _ => {}
        }
    }
    for (at, card) in people.iter().enumerate() {
        match at % 2 {
            0 => made.push(namesake(card, dirt)),
            _ => made.push(spouse(card)),
        }
    }
    made
}

fn phone(dirt: &mut Dirt) -> String {
    format!("+7 8{:02} {:07}", dirt.roll(100), dirt.roll(10_000_000))
}

fn located(card: &mut Card, town: &str, dirt: &mut Dirt) {
    let mut address = Address::new(card.client.id, Purpose::Actual);
    address.city = town.to_owned();
    address.street = format!("ул. Мира, д. {}", 1 + dirt.roll(200));
    card.add_address(address);
}

/// The same company in another town: INN, name, page and address of the head office, its own KPP.
fn branch(card: &Card, dirt: &mut Dirt) -> Card {
    let mut client = Client::organization(&card.client.name);
    client.inn.clone_from(&card.client.inn);
    client.kpp = format!("{:02}0143{:03}", 10 + dirt.roll(80), dirt.roll(1000));
    let mut branch = Card::new(client);
    branch.add_contact(Channel::WorkPhone, phone(dirt));
    for contact in card.contacts.iter().filter(|c| !c.channel.is_phone()) {
        branch.add_contact(contact.channel, &contact.value);
    }
    located(&mut branch, TOWNS[dirt.roll(12)], dirt);
    branch
}

/// Shops of one name in many towns, with one page and one address for letters.
fn chain(at: usize, dirt: &mut Dirt) -> Vec<Card> {
    let count = 3 + dirt.roll(8);
    let shops = TOWNS.iter().take(count).map(|town| {
        let mut shop = Card::new(Client::organization(format!("Салон «Вега {at}»")));
        shop.add_contact(Channel::WorkPhone, phone(dirt));
        shop.add_contact(Channel::Email, format!("info@vega{at}.example"));
        shop.add_contact(Channel::Web, format!("https://vega{at}.example"));
        located(&mut shop, town, dirt);
        shop
    });
    shops.collect()
}

/// Companies behind one switchboard.
fn house(at: usize, dirt: &mut Dirt) -> Vec<Card> {
    const NAMES: [&str; 12] = [
        "Альтаир",
        "Бекар",
        "Визир",
        "Гамма",
        "Дельта",
        "Эверест",
        "Жемчуг",
        "Зенит",
        "Импульс",
        "Каскад",
        "Лотос",
        "Магнит",
    ];
    let number = phone(dirt);
    let rooms = NAMES.iter().map(|name| {
        let mut room = Card::new(Client::organization(format!("ООО «{name} {at}»")));
        room.add_contact(Channel::WorkPhone, &number);
        let mut address = Address::new(room.client.id, Purpose::Actual);
        address.city = "Самара".to_owned();
        address.street = format!("ул. Победы, д. {at}, оф. {}", dirt.roll(900));
        room.add_address(address);
        room
    });
    rooms.collect()
}

/// Another company of the same owner: its phone and mailbox, a name and an INN of its own.
fn sister(card: &Card, dirt: &mut Dirt) -> Card {
    const NAMES: [&str; 6] = ["Кедр", "Прима", "Родник", "Фаворит", "Юнона", "Сатурн"];
    let name = NAMES[dirt.roll(6)];
    let mut sister = Card::new(Client::organization(format!("ООО «{name}»")));
    for contact in card.contacts.iter().take(2) {
        sister.add_contact(contact.channel, &contact.value);
    }
    sister
}

/// Somebody else of the same full name.
fn namesake(card: &Card, dirt: &mut Dirt) -> Card {
    let known = &card.client;
    let mut client = Client::person(&known.surname, &known.first_name, &known.patronymic);
    client.birthday = Birthday::new(
        Some(1950 + dirt.roll(50) as i32),
        1 + dirt.roll(12) as u32,
        1 + dirt.roll(28) as u32,
    );
    let mut namesake = Card::new(client);
    namesake.add_contact(Channel::MobilePhone, phone(dirt));
    namesake
}

/// A wife or a husband with the same phone at home.
fn spouse(card: &Card) -> Card {
    let known = &card.client;
    let is_woman = known.surname.ends_with('а');
    let (surname, first, patronymic) = match is_woman {
        true => (
            known.surname.trim_end_matches('а').to_owned(),
            "Сергей",
            "Петрович",
        ),
        false => (format!("{}а", known.surname), "Ирина", "Петровна"),
    };
    let mut spouse = Card::new(Client::person(&surname, first, patronymic));
    for contact in card.contacts.iter().filter(|c| c.channel.is_phone()) {
        spouse.add_contact(Channel::HomePhone, &contact.value);
    }
    spouse
}

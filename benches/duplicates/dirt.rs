//! Doubles as they come about: typed by another hand, from another list, in a hurry.

use vizitka::domain::client::Kind;
use vizitka::domain::contact::Channel;
use vizitka::domain::text::transliterations;
use vizitka::domain::{Birthday, Card, Client, name};

/// Numbers that look random and are the same at every run.
pub struct Dirt(u64);

impl Dirt {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn roll(&mut self, below: usize) -> usize {
        let next = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = next.wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % below.max(1)
    }

    /// Whether that of a hundred happens.
    fn is_in(&mut self, percent: usize) -> bool {
        self.roll(100) < percent
    }

    /// A dirty double of a card; `None` where nothing would be left by which anybody could know it.
    pub fn double(&mut self, card: &Card) -> Option<Card> {
        match card.client.kind {
            Kind::Organization => self.organization(card),
            Kind::Person => self.person(card),
        }
    }

    fn organization(&mut self, card: &Card) -> Option<Card> {
        let known = &card.client;
        let mut client = Client::organization(self.organization_name(&known.name));
        match self.roll(100) {
            0..50 => client.inn.clone_from(&known.inn),
            50..60 => client.inn = self.split(&known.inn),
            60..65 => client.inn = self.slip(&known.inn),
            _ => {}
        }
        if self.is_in(50) && !client.inn.is_empty() {
            client.kpp.clone_from(&known.kpp);
        }
        if self.is_in(20) {
            client.full_name.clone_from(&known.full_name);
        }
        let mut double = Card::new(client);
        self.contacts(card, &mut double, [75, 50, 40]);
        if self.is_in(50) {
            self.addresses(card, &mut double);
        }
        let is_known = !double.client.inn.is_empty()
            || !double.contacts.is_empty()
            || !double.addresses.is_empty();
        is_known.then_some(double)
    }

    fn person(&mut self, card: &Card) -> Option<Card> {
        let known = &card.client;
        let mut client = Client::person(&known.surname, &known.first_name, &known.patronymic);
        match self.roll(100) {
            0..20 => {
                client.first_name = initial(&known.first_name);
                client.patronymic = initial(&known.patronymic);
            }
            20..40 => client.patronymic.clear(),
            40..55 => client.surname = self.slip(&known.surname),
            55..65 => {
                for part in [
                    &mut client.surname,
                    &mut client.first_name,
                    &mut client.patronymic,
                ] {
                    *part = latin(part);
                }
            }
            65..72 => std::mem::swap(&mut client.surname, &mut client.first_name),
            72..80 => client.surname = client.surname.to_uppercase(),
            _ => {}
        }
        if self.is_in(40) {
            client.birthday = known.birthday;
        } else if self.is_in(30) {
            let year_unknown = known.birthday.and_then(|day| {
                let text = day.to_string();
                format!("--{}", &text[text.len() - 5..])
                    .parse::<Birthday>()
                    .ok()
            });
            client.birthday = year_unknown;
        }
        if self.is_in(60) {
            client.employer = known.employer;
        }
        let mut double = Card::new(client);
        self.contacts(card, &mut double, [80, 50, 0]);
        let is_named = double.client.first_name.chars().count() > 2;
        let client = &double.client;
        let is_known = double
            .contacts
            .iter()
            .any(|contact| matches!(contact.channel, Channel::MobilePhone | Channel::Email))
            || is_named && client.birthday.is_some() && client.employer.is_some();
        is_known.then_some(double)
    }

    /// Phones in another spelling, e-mails, pages: each with its chance in a hundred.
    fn contacts(&mut self, card: &Card, double: &mut Card, [phone, email, page]: [usize; 3]) {
        for contact in &card.contacts {
            let (percent, value) = match contact.channel {
                Channel::Email => (email, contact.value.to_uppercase()),
                Channel::Web => (page, contact.value.replace("https://", "www.")),
                _ => (phone, self.spelling(&contact.value)),
            };
            if self.is_in(percent) {
                double.add_contact(contact.channel, value);
            }
        }
        if self.is_in(15) {
            let other = format!("+7 9{:02} {:07}", self.roll(100), self.roll(10_000_000));
            double.add_contact(Channel::MobilePhone, other);
        }
    }

    fn addresses(&mut self, card: &Card, double: &mut Card) {
        for known in &card.addresses {
            let mut address = known.clone();
            address.id = vizitka::domain::Id::generate();
            address.client = double.client.id;
            address.version = 0;
            address.postal_code.clear();
            if self.is_in(50) {
                address.street = address
                    .street
                    .replace("ул. ", "улица ")
                    .replace("д. ", "")
                    .replace("пр. ", "проспект ");
            }
            double.add_address(address);
        }
    }

    fn organization_name(&mut self, known: &str) -> String {
        let parsed = name::Organisation::parse(known);
        let core = self.core(known, &parsed.core);
        let form = match self.roll(10) {
            0..2 => "",
            2 => "АО",
            _ => parsed.form.unwrap_or("ООО"),
        };
        match self.roll(5) {
            _ if form.is_empty() => core,
            0 => format!("{core}, {form}"),
            1 => format!("{form} \"{core}\""),
            2 => format!("{form} {}", core.to_uppercase()),
            _ => format!("{form} «{core}»"),
        }
    }

    /// The name itself, typed by another hand.
    fn core(&mut self, known: &str, core: &str) -> String {
        let plain: String = known.split(['«', '»']).nth(1).unwrap_or(core).to_owned();
        match self.roll(100) {
            0..25 => self.slip(&plain),
            25..35 => {
                let mut words: Vec<&str> = plain.split(' ').collect();
                words.rotate_left(1);
                words.join(" ")
            }
            35..45 => latin(&plain),
            45..52 => plain.replace(['-', ' '], ""),
            52..58 => format!("{plain} плюс"),
            _ => plain,
        }
    }

    /// One letter or digit dropped, doubled, changed, or swapped with the next.
    fn slip(&mut self, text: &str) -> String {
        let mut letters: Vec<char> = text.chars().collect();
        if letters.len() < 4 {
            return text.to_owned();
        }
        let at = 1 + self.roll(letters.len() - 2);
        match self.roll(4) {
            0 => drop(letters.remove(at)),
            1 => letters.insert(at, letters[at]),
            2 if letters[at].is_ascii_digit() => {
                letters[at] = char::from(b'0' + (letters[at] as u8 - b'0' + 1) % 10);
            }
            2 => letters[at] = ['а', 'о', 'е', 'и', 'н', 'т'][self.roll(6)],
            _ => letters.swap(at, at + 1),
        }
        letters.into_iter().collect()
    }

    fn split(&mut self, digits: &str) -> String {
        let at = 2 + self.roll(3);
        match digits.split_at_checked(at) {
            Some((one, other)) => format!("{one} {other}"),
            None => digits.to_owned(),
        }
    }

    /// A phone as another hand writes it.
    fn spelling(&mut self, phone: &str) -> String {
        let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
        if digits.len() != 11 {
            return phone.to_owned();
        }
        let (code, number) = (&digits[1..4], &digits[4..]);
        match self.roll(6) {
            0 => format!("8{code}{number}"),
            1 => format!("8 ({code}) {number}"),
            2 => format!(
                "+7({code}){}-{}-{}",
                &number[..3],
                &number[3..5],
                &number[5..]
            ),
            3 => format!("{code} {number}"),
            4 => format!("7-{code}-{number}"),
            _ => format!("8-{code}-{number} доб. {}", 10 + self.roll(90)),
        }
    }
}

fn initial(name: &str) -> String {
    name.chars()
        .next()
        .map_or(String::new(), |c| format!("{c}."))
}

fn latin(text: &str) -> String {
    let first = transliterations(text).into_iter().next();
    first.unwrap_or_else(|| text.to_owned())
}

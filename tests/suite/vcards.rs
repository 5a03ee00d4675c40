//! Cards of other programs become clients, and clients cards again, with nothing lost.

use std::fs;
use std::path::{Path, PathBuf};

use calcard::vcard::{VCard, VCardProperty, VCardValue};
use calcard::{Entry, Parser};
use chrono::NaiveDate;
use tempfile::TempDir;
use vizitka::domain::client::Kind;
use vizitka::domain::contact::Channel;
use vizitka::domain::listing::{Filter, Order};
use vizitka::domain::name::Sex;
use vizitka::domain::{Card, Employee, LifeEvent, Operation, Progress};
use vizitka::error::{Error, RowFault, TableFault};
use vizitka::exchange::export::Cards;
use vizitka::exchange::import::{Report, Request};
use vizitka::exchange::{CardFile, Version};
use vizitka::workspace::Workspace;

const FILES: [&str; 6] = ["outlook", "google", "apple", "android", "old-phone", "four"];

struct Base {
    folder: TempDir,
    workspace: Workspace,
}

impl Base {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("base.vizitka");
        let owner = Employee::new("Решетова", "Светлана", "Ивановна");
        let workspace = Workspace::create(&path, "ООО «Модус-В»", &owner).unwrap();
        Self { folder, workspace }
    }

    /// Imports a file of the samples, and holds the draft made before against what was done.
    fn sample(&mut self, name: &str) -> Report {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/vcards");
        self.import(&folder.join(format!("{name}.vcf")))
    }

    fn text(&mut self, text: &str) -> Report {
        let path = self.folder.path().join("cards.vcf");
        fs::write(&path, text).unwrap();
        self.import(&path)
    }

    fn import(&mut self, path: &Path) -> Report {
        assert!(CardFile::is_one(path));
        let request = Request::Cards(CardFile::open(path).unwrap(), today());
        let progress = Progress::default();
        let plan = request.draft(self.workspace.read(), &progress).unwrap();
        let done = request.apply(&mut self.workspace, &progress).unwrap();
        assert_eq!(plan.report, done.value, "the draft told the truth");
        assert_eq!(self.workspace.faults().unwrap(), [] as [String; 0]);
        done.value
    }

    fn export(&self, kind: Kind, version: Version) -> String {
        let path = self.folder.path().join("out.vcf");
        let cards = Cards {
            filter: Filter::all(kind),
            order: Order::default(),
            version,
            today: today(),
        };
        let reader = self.workspace.read();
        cards.write(reader, &path, &Progress::default()).unwrap();
        fs::read_to_string(path).unwrap()
    }

    fn cards(&self, kind: Kind) -> Vec<Card> {
        let reader = self.workspace.read();
        let ids = reader.order(&Filter::all(kind), Order::default(), &Progress::default());
        reader.cards(&ids.unwrap()).unwrap()
    }

    fn card(&self, title: &str) -> Card {
        let cards = Kind::ALL.map(|kind| self.cards(kind));
        let mut cards = cards.into_iter().flatten();
        let found = cards.find(|card| card.client.title() == title);
        found.unwrap_or_else(|| panic!("no {title}"))
    }

    fn values(&self, title: &str, channel: Channel) -> Vec<String> {
        let contacts = self.card(title).contacts.into_iter();
        let meant = contacts.filter(|contact| contact.channel == channel);
        meant.map(|contact| contact.value).collect()
    }

    fn employer(&self, title: &str) -> String {
        let employer = self.card(title).client.employer.unwrap();
        self.workspace.read().card(employer).unwrap().client.title()
    }

    fn change(&mut self, title: &str, change: impl FnOnce(&mut Card)) {
        let old = self.card(title);
        let mut new = old.clone();
        change(&mut new);
        self.workspace
            .transact(Operation::EditClient, |tx| tx.change_card(&old, &new))
            .unwrap();
    }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
}

fn counts(report: &Report) -> [usize; 4] {
    let Report {
        created,
        updated,
        unchanged,
        refused,
        ..
    } = report;
    [*created, *updated, *unchanged, refused.len()]
}

/// The lines of a file of cards, unfolded.
fn lines(text: &str) -> Vec<String> {
    let unfolded = text.replace("\r\n ", "");
    unfolded.lines().map(str::to_owned).collect()
}

/// The cards as a parser reads them that nobody here has written.
fn peer(text: &str) -> Vec<VCard> {
    let mut parser = Parser::new(text);
    let mut cards = Vec::new();
    loop {
        match parser.entry() {
            Entry::VCard(card) => cards.push(card),
            Entry::Eof => return cards,
            other => panic!("the peer reads {other:?}"),
        }
    }
}

fn said(card: &VCard, property: &VCardProperty) -> Vec<String> {
    let entries = card.entries.iter().filter(|entry| entry.name == *property);
    let text = |value: &VCardValue| match value {
        VCardValue::Text(text) => text.clone(),
        VCardValue::Component(parts) => parts.join(","),
        other => format!("{other:?}"),
    };
    let values = entries.map(|entry| entry.values.iter().map(text).collect::<Vec<_>>().join(";"));
    values.collect()
}

#[test]
fn a_card_of_outlook_is_read_in_its_own_alphabet() {
    let mut base = Base::new();
    assert_eq!(counts(&base.sample("outlook")), [1, 0, 0, 0]);
    let name = "Решетова Светлана Ивановна";
    let client = base.card(name).client;
    assert_eq!(client.position, "Начальник отдела");
    assert_eq!(client.department, "Отдел продаж");
    assert_eq!(client.note, "Звонить после обеда.\nЛюбит кофе.");
    assert_eq!(client.birthday.unwrap().to_string(), "1980-05-12");
    assert_eq!(client.sex, Some(Sex::Female));
    assert_eq!(base.employer(name), "ООО «Модус-В»");
    assert_eq!(
        base.values(name, Channel::MobilePhone),
        ["+7 (921) 123-45-67"]
    );
    assert_eq!(base.values(name, Channel::Fax), ["+7 (812) 350-94-15"]);
    let address = base.card(name).addresses[0].line();
    assert_eq!(address, "191028, Санкт-Петербург, Литейный пр., 20");
}

#[test]
fn cards_of_google_become_persons_organisations_and_groups() {
    let mut base = Base::new();
    let report = base.sample("google");
    assert_eq!(counts(&report), [2, 0, 0, 1]);
    assert_eq!(report.refused[0].row, 3);
    assert_eq!(report.refused[0].reason, RowFault::NoName);
    let name = "Воронин Илья Романович";
    assert_eq!(base.employer(name), "ЗАО «Агат»");
    assert_eq!(
        base.values("ЗАО «Агат»", Channel::Email),
        ["info@agat.example"]
    );
    assert_eq!(
        base.values(name, Channel::MobilePhone),
        ["+79603910911", "+7 495 120-33-19"]
    );
    let reader = base.workspace.read();
    let groups = reader.groups_of(base.card(name).client.id).unwrap();
    let groups: Vec<_> = groups.iter().map(|group| &*group.name).collect();
    assert_eq!(groups, ["Дилеры"]);
    let events = reader.rows_on::<LifeEvent>(base.card(name).client.id);
    assert_eq!(events.unwrap()[0].happened_on.to_string(), "2005-06-18");
    assert_eq!(
        base.card(name).client.note,
        "Постоянный покупатель, скидка 5 %\nПлатит вовремя"
    );
}

#[test]
fn cards_of_apple_keep_a_birthday_without_a_year_and_lists() {
    let mut base = Base::new();
    assert_eq!(counts(&base.sample("apple")), [2, 0, 0, 0]);
    let name = "Ким Юлия Михайловна";
    let client = base.card(name).client;
    assert_eq!(client.birthday.unwrap().to_string(), "--03-08");
    assert_eq!(client.family, "Ким Андрей");
    assert!(
        client
            .note
            .starts_with("Встретились на выставке «Связь-Экспокомм»")
    );
    assert_eq!(base.values(name, Channel::Fax), ["+7 812 700-11-22"]);
    assert_eq!(base.values(name, Channel::MobilePhone).len(), 2);
    assert_eq!(base.card("ООО «Ромашка»").client.kind, Kind::Organization);
    assert_eq!(
        base.values("ООО «Ромашка»", Channel::Web),
        ["https://romashka.example"]
    );
    let groups = base.workspace.read().groups_of(client.id).unwrap();
    assert_eq!(groups[0].name, "VIP");
}

#[test]
fn cards_of_phones_are_read() {
    let mut base = Base::new();
    assert_eq!(counts(&base.sample("android")), [2, 0, 0, 0]);
    let name = "Гончарова Валентина Анатольевна";
    assert_eq!(base.employer(name), "ОАО «Тепломаш-Сервис»");
    assert_eq!(base.values(name, Channel::HomePhone), ["8-495-222-33-44"]);
    assert_eq!(base.values("Taxi", Channel::MobilePhone), ["068"]);

    assert_eq!(counts(&base.sample("old-phone")), [1, 0, 0, 0]);
    let old = base.card("Виноградов Сергей");
    assert_eq!(old.client.note, "Перезвонить в понедельник после обеда");
    assert_eq!(old.addresses[0].city, "Санкт-Петербург");
}

#[test]
fn cards_of_the_newest_edition_are_read() {
    let mut base = Base::new();
    assert_eq!(counts(&base.sample("four")), [2, 0, 0, 0]);
    let name = "Абрамов Антон Владимирович";
    let client = base.card(name).client;
    assert_eq!(client.birthday.unwrap().to_string(), "--05-12");
    assert_eq!((client.sex, &*client.hobbies), (Some(Sex::Male), "рыбалка"));
    assert_eq!(
        base.values(name, Channel::MobilePhone),
        ["+7-843-272-57-19"]
    );
    assert_eq!(
        base.values(name, Channel::WorkPhone),
        ["+7-843-272-57-20 ext. 12"]
    );
    assert_eq!(base.employer(name), "ИП Абрамов А. В.");
    let address = base.card("ИП Абрамов А. В.").addresses[0].line();
    assert_eq!(address, "10115, Deutschland, Berlin, Hauptstr. 5");
}

#[test]
fn the_same_file_twice_adds_nothing_even_after_edits() {
    for name in FILES {
        let mut base = Base::new();
        let first = base.sample(name);
        let [created, ..] = counts(&first);
        for kind in Kind::ALL {
            for card in base.cards(kind) {
                base.change(&card.client.title(), |card| {
                    card.client.note = "Поправлено".into();
                    card.contacts.clear();
                });
            }
        }
        let second = base.sample(name);
        assert_eq!(
            counts(&second),
            [0, 0, created, first.refused.len()],
            "{name}"
        );
    }
}

#[test]
fn one_undo_takes_all_cards_back() {
    let mut base = Base::new();
    base.sample("apple");
    assert_eq!(base.workspace.undo().unwrap().value, Operation::Import);
    assert!(Kind::ALL.iter().all(|kind| base.cards(*kind).is_empty()));
    base.workspace.redo().unwrap();
    assert_eq!(base.cards(Kind::Person).len(), 1);
    assert_eq!(counts(&base.sample("apple")), [0, 0, 2, 0]);
}

#[test]
fn a_person_known_by_mail_and_name_is_brought_up_to_date() {
    let mut base = Base::new();
    base.sample("google");
    let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:other\r\nN:Воронин;Илья;;;\r\nFN:Илья Воронин\r\n\
        EMAIL:ILYA.voronin@mail.example\r\nTEL;TYPE=HOME:+7 495 999-88-77\r\nEND:VCARD\r\n";
    assert_eq!(counts(&base.text(card)), [0, 1, 0, 0]);
    let name = "Воронин Илья Романович";
    assert_eq!(base.values(name, Channel::HomePhone), ["+7 495 999-88-77"]);
    let other = card.replace("Воронин", "Петров").replace("other", "third");
    assert_eq!(
        counts(&base.text(&other)),
        [1, 0, 0, 0],
        "one box, two persons"
    );
}

#[test]
fn what_we_do_not_know_of_comes_back_as_it_was() {
    let kept = [
        (
            "outlook",
            Version::V3,
            "X-MS-IMADDRESS:reshetova@im.example",
        ),
        ("outlook", Version::V3, "X-MS-OL-DEFAULT-POSTAL-ADDRESS:2"),
        ("google", Version::V3, "item2.X-ABLabel:PROFILE"),
        ("google", Version::V3, "CATEGORIES:Дилеры,myContacts"),
        (
            "apple",
            Version::V3,
            "X-SOCIALPROFILE;TYPE=telegram:x-apple:kim_yulia",
        ),
        ("apple", Version::V3, "item1.TEL:+7 812 700-11-22"),
        (
            "four",
            Version::V4,
            "X-KADDRESSBOOK-X-IMADDRESS:abramov@im.example",
        ),
        ("four", Version::V4, "HOBBY;LEVEL=high:рыбалка"),
        ("four", Version::V4, "LANG;PREF=1:ru"),
    ];
    for (name, version, line) in kept {
        let mut base = Base::new();
        base.sample(name);
        let text = base.export(Kind::Person, version);
        let upper = line.to_uppercase();
        let is_there = lines(&text)
            .iter()
            .any(|known| known.to_uppercase() == upper);
        assert!(is_there, "{line}\n{text}");
    }
}

#[test]
fn what_was_changed_here_replaces_what_the_card_said() {
    let mut base = Base::new();
    base.sample("apple");
    base.change("Ким Юлия Михайловна", |card| {
        card.client.position = "Главный юрист".into();
        card.contacts
            .retain(|contact| contact.channel != Channel::Fax);
        card.add_contact(Channel::WorkPhone, "+7 812 111-22-33");
    });
    let lines = lines(&base.export(Kind::Person, Version::V3));
    let has = |line: &str| lines.iter().any(|known| known == line);
    assert!(has("TITLE:Главный юрист"));
    assert!(has("TEL;TYPE=work,voice:+7 812 111-22-33"));
    assert!(!lines.iter().any(|line| line.starts_with("item1.")));
    assert!(has("UID:4B1F2C3D-0A1B-4C5D-8E9F-112233445566"));
    assert!(lines.iter().any(|line| line.starts_with("PHOTO;")));
}

#[test]
fn another_parser_reads_what_we_write() {
    for (version, file) in [Version::V2, Version::V3, Version::V4]
        .into_iter()
        .flat_map(|version| FILES.map(|file| (version, file)))
    {
        let mut base = Base::new();
        base.sample(file);
        for kind in Kind::ALL {
            let text = base.export(kind, version);
            let longest = if version == Version::V2 { 76 } else { 75 };
            assert!(
                text.split("\r\n").all(|line| line.len() <= longest),
                "{file}"
            );
            let cards = base.cards(kind);
            let read = peer(&text);
            assert_eq!(read.len(), cards.len(), "{file}");
            for (card, read) in cards.iter().zip(&read) {
                let phones = card.contacts.iter().filter(|one| one.channel.is_phone());
                assert_eq!(
                    said(read, &VCardProperty::Tel).len(),
                    phones.count(),
                    "{file}"
                );
                let mails = card
                    .contacts
                    .iter()
                    .filter(|one| one.channel == Channel::Email);
                assert_eq!(
                    said(read, &VCardProperty::Email).len(),
                    mails.count(),
                    "{file}"
                );
                assert_eq!(said(read, &VCardProperty::Uid).len(), 1, "{file}");
                assert_eq!(said(read, &VCardProperty::Fn).len(), 1, "{file}");
                let name = said(read, &VCardProperty::N).concat();
                assert!(name.starts_with(&card.client.surname), "{file}: {name}");
                let note = said(read, &VCardProperty::Note).concat();
                let note = note.replace('\r', "");
                assert_eq!(note, card.client.note, "{file}");
            }
        }
    }
}

#[test]
fn exported_cards_fill_an_empty_file_and_change_nothing_at_home() {
    let mut base = Base::new();
    for name in FILES {
        base.sample(name);
    }
    for version in [Version::V2, Version::V3, Version::V4] {
        let text = base.export(Kind::Person, version);
        assert_eq!(base.text(&text).created, 0, "{version:?}");
        let mut fresh = Base::new();
        fresh.text(&text);
        for card in base.cards(Kind::Person) {
            let again = fresh.card(&card.client.title());
            assert_eq!(again.client.position, card.client.position);
            assert_eq!(again.client.birthday, card.client.birthday);
            assert_eq!(again.contacts.len(), card.contacts.len());
            assert_eq!(again.addresses.len(), card.addresses.len());
            assert_eq!(again.memberships.len(), card.memberships.len());
            assert_eq!(
                again.client.employer.is_some(),
                card.client.employer.is_some()
            );
        }
    }
}

#[test]
fn a_person_entered_here_is_written_with_all_that_others_ask_for() {
    let mut base = Base::new();
    base.text(
        "BEGIN:VCARD\nVERSION:3.0\nN:Шах;Ольга;;;\nFN:Ольга Шах\nORG:ООО «А\\, Б\\; В»;Склад\n\
         TITLE:Кладовщик\nEND:VCARD\n",
    );
    let person = base.card("Шах Ольга");
    let foreign = base.workspace.read().rows_on(person.client.id).unwrap();
    let foreign: Vec<vizitka::domain::ForeignCard> = foreign;
    base.workspace
        .transact(Operation::EditClient, |tx| tx.delete(&foreign[0]))
        .unwrap();
    base.change("Шах Ольга", |card| {
        card.add_contact(Channel::Email, "o@shah.example");
    });
    let id = person.client.id.raw();
    assert_eq!(
        lines(&base.export(Kind::Person, Version::V3)),
        [
            "BEGIN:VCARD",
            "VERSION:3.0",
            "N:Шах;Ольга;;;",
            "FN:Шах Ольга",
            "ORG:ООО «А\\, Б\\; В»;Склад",
            "TITLE:Кладовщик",
            "EMAIL;TYPE=internet,pref:o@shah.example",
            &format!("UID:vizitka-{id}"),
            "END:VCARD"
        ]
    );
}

#[test]
fn a_file_without_cards_is_told_of() {
    let folder = tempfile::tempdir().unwrap();
    let path: PathBuf = folder.path().join("empty.vcf");
    fs::write(&path, "BEGIN:VCALENDAR\nEND:VCALENDAR\n").unwrap();
    assert!(!CardFile::is_one(&path));
    let opened = CardFile::open(&path);
    assert!(matches!(
        opened,
        Err(Error::UnreadableTable(TableFault::NoCards))
    ));
}

#[test]
fn a_hidden_client_is_neither_found_nor_changed_by_its_card() {
    let mut base = Base::new();
    base.sample("apple");
    let head = base.workspace.who();
    let mut trainee = Employee::new("Виноградов", "Сергей", "Константинович");
    trainee.sees_all = false;
    base.change("Ким Юлия Михайловна", |card| {
        card.client.owner = Some(head);
    });
    base.workspace
        .transact(Operation::AddEmployee, |tx| tx.save(&trainee))
        .unwrap();
    base.workspace.sign_in(trainee.id);
    let uid = "4B1F2C3D-0A1B-4C5D-8E9F-112233445566";
    assert!(base.workspace.read().foreign_card(uid).unwrap().is_none());
    assert_eq!(base.sample("apple").created, 2, "cards of one's own");
    base.workspace.sign_in(head);
    assert_eq!(base.cards(Kind::Person).len(), 2);
}

#[test]
fn the_oldest_edition_holds_letters_line_ends_and_pictures() {
    let mut base = Base::new();
    base.text(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:О\\;Нил;Иван;;;\r\nFN:Иван О\\;Нил\r\n\
         NOTE:Звонить\\, когда \"горит\"\\;\\nпуть C:\\\\work = 5\r\n\
         TEL;TYPE=cell,pref:+7 921 350-94-14\r\nCATEGORIES:Дилеры\\, север,Юг\r\n\
         PHOTO;ENCODING=b;TYPE=JPEG:AAECAwQFBgcICQ==\r\nX-SKYPE;LANGUAGE=ru:нил\r\nEND:VCARD\r\n",
    );
    let text = base.export(Kind::Person, Version::V2);
    assert!(text.is_ascii() && text.contains("VERSION:2.1\r\n"));
    assert!(text.contains("TEL;CELL;PREF:+7 921 350-94-14\r\n"));
    assert!(text.contains("PHOTO;JPEG;ENCODING=BASE64:\r\n AAECAwQFBgcICQ==\r\n\r\n"));
    assert!(text.contains("NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:"));
    let read = &peer(&text)[0];
    let note = "Звонить, когда \"горит\";\nпуть C:\\work = 5";
    let said_note = said(read, &VCardProperty::Note).concat();
    // The peer takes any backslash for the sign of an escape, which this edition has not.
    assert_eq!(said_note.replace('\r', ""), note.replace('\\', ""));
    assert!(said(read, &VCardProperty::N).concat().contains("Иван"));

    let mut fresh = Base::new();
    fresh.text(&text);
    let (card, again) = (&base.cards(Kind::Person)[0], &fresh.cards(Kind::Person)[0]);
    assert_eq!(again.client.surname, "О;Нил");
    assert_eq!(again.client.note, note);
    assert_eq!(again.client.note, card.client.note);
    assert_eq!(again.memberships.len(), 2);
    let back = fresh.export(Kind::Person, Version::V3);
    assert!(back.contains("AAECAwQFBgcICQ==") && back.contains("X-SKYPE;LANGUAGE=ru:нил"));
}

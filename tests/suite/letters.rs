//! Letters to many: who gets one, what it says, who is left out and why, what histories tell.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use chrono::{NaiveDate, Utc};
use docx_rs::{Docx, Paragraph, Run};
use vizitka::documents::letters::{self, Checked, Form, Made, Mailing, Output, Tally, Verdict};
use vizitka::domain::client::{Client, Kind};
use vizitka::domain::contact::Purpose;
use vizitka::domain::grammar::Case;
use vizitka::domain::listing::{Filter, Order};
use vizitka::domain::mailing::{ConsentRule, Omission};
use vizitka::domain::note::ConsentSubject;
use vizitka::domain::profile::Medium;
use vizitka::domain::task::State;
use vizitka::domain::{
    Address, Birthday, Card, Consent, Group, Id, Operation, PrintedForm, Progress,
};
use vizitka::error::letter::Hindrance;
use vizitka::error::{Error, Result};
use vizitka::i18n::{Language, Locale};
use vizitka::starter;
use vizitka::template_engine::{Settings, Template};
use vizitka::workspace::{Transaction, Workspace};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::program::{Desk, text};

/// The seven of slide 31, and two men.
const PEOPLE: [(&str, &str, &str); 9] = [
    ("Антонова", "Юлия", "Михайловна"),
    ("Полонская", "Анна", "Викторовна"),
    ("Розова", "Алина", "Андреевна"),
    ("Федорова", "Ирина", "Семеновна"),
    ("Зайцева", "Ольга", "Ивановна"),
    ("Порошина", "Тая", "Петровна"),
    ("Калабина", "Мария", "Леопольдовна"),
    ("Орлов", "Евгений", "Евгеньевич"),
    ("Ким", "Юрий", "Михайлович"),
];

const GROUP: &str = "Очень важные лица";

/// An office with the people in a group, each with an employer of its own; one more has refused.
struct Office {
    workspace: Workspace,
    group: Id<Group>,
    refused: Id<Client>,
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn locale() -> Locale {
    Locale::new(Language::Russian)
}

fn organization(number: usize) -> Card {
    let mut card = Card::new(Client::organization(format!("ООО «Заказчик {number}»")));
    let mut address = Address::new(card.client.id, Purpose::Postal);
    address.postal_code = format!("1900{number:02}");
    address.city = "Санкт-Петербург".into();
    address.street = format!("Невский пр., д. {number}");
    card.add_address(address);
    card
}

fn person((surname, first, patronymic): (&str, &str, &str), at: &Card) -> Card {
    let mut client = Client::person(surname, first, patronymic);
    client.employer = Some(at.client.id);
    client.position = "директор по закупкам".into();
    client.birthday = Birthday::new(Some(1980), 11, 24);
    Card::new(client)
}

fn office() -> Result<Office> {
    let mut workspace = Workspace::in_memory()?;
    starter::equip(&mut workspace, &locale())?;
    let group = Group::new(Kind::Person, GROUP);
    let one_more = ("Отказова", "Вера", "Павловна");
    let people = PEOPLE.iter().copied().chain([one_more]);
    let mut refused = Id::from(0);
    workspace.transact(Operation::Import, |tx| {
        tx.save(&group)?;
        for (number, name) in people.enumerate() {
            let employer = organization(number + 1);
            let mut card = person(name, &employer);
            card.join(group.id);
            tx.add_card(&employer)?;
            tx.add_card(&card)?;
            refused = card.client.id;
        }
        let no = Consent::new(refused, ConsentSubject::Mailing, false, today());
        tx.save(&no).map(drop)
    })?;
    Ok(Office {
        workspace,
        group: group.id,
        refused,
    })
}

fn mailing(form: &Form, workspace: &Workspace) -> Mailing {
    let template = form.open(workspace.contents(), Language::Russian).unwrap();
    Mailing {
        template: Arc::new(template),
        title: form.title(&locale()),
        subject: String::new(),
        text: "Приглашаем на выставку.".into(),
        company: None,
        rule: ConsentRule::NotRefused,
        today: today(),
    }
}

impl Office {
    fn members(&self) -> Vec<Id<Client>> {
        let filter = Filter {
            groups: vec![self.group],
            ..Filter::all(Kind::Person)
        };
        let reader = self.workspace.read();
        reader
            .order(&filter, Order::default(), &Progress::default())
            .unwrap()
    }

    fn checked(&self, mailing: &Mailing) -> Vec<Checked> {
        checked(&self.workspace, mailing, &self.members())
    }

    fn made(&self, mailing: &Mailing, output: &Output) -> Made {
        made(&self.workspace, mailing, &self.checked(mailing), output).unwrap()
    }
}

fn checked(workspace: &Workspace, mailing: &Mailing, clients: &[Id<Client>]) -> Vec<Checked> {
    let (locale, around) = (locale(), (workspace.read(), workspace.contents()));
    let writer = letters::Writer::new(around, mailing, &locale).unwrap();
    writer.check(clients, &Progress::default()).unwrap()
}

fn made(
    workspace: &Workspace,
    mailing: &Mailing,
    checked: &[Checked],
    output: &Output,
) -> Result<Made> {
    let (locale, around) = (locale(), (workspace.read(), workspace.contents()));
    let writer = letters::Writer::new(around, mailing, &locale)?;
    writer.write(checked, output, &Progress::default())
}

/// The words of the letter to one client.
fn letter(workspace: &Workspace, mailing: &Mailing, client: Id<Client>) -> String {
    let folder = tempfile::tempdir().unwrap();
    let output = Output::File(folder.path().join("letter.docx"));
    let one = checked(workspace, mailing, &[client]);
    words(&made(workspace, mailing, &one, &output).unwrap().files[0])
}

/// The words of a document, a paragraph a line.
fn words(path: &Path) -> String {
    let document = fs::read(path).unwrap();
    let mut archive = ZipArchive::new(Cursor::new(document)).unwrap();
    let mut xml = String::new();
    let part = archive.by_name("word/document.xml").unwrap();
    { part }.read_to_string(&mut xml).unwrap();
    let xml = xml
        .replace("</w:p>", "<w:t>\n</w:t>")
        .replace("<w:br/>", "<w:t>\n</w:t>");
    let texts = xml.split("<w:t").skip(1).filter_map(|piece| {
        let (tag, rest) = piece.split_once('>')?;
        let is_text = tag.is_empty() || tag.starts_with(' ');
        is_text.then(|| rest.split("</w:t>").next()).flatten()
    });
    texts.collect::<String>().replace('\u{a0}', " ")
}

/// How many pages LibreOffice makes of it; `None` where there is none on this machine.
fn pages(path: &Path) -> Option<(usize, String)> {
    let folder = path.parent().unwrap();
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let run = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .args([folder, path])
        .output();
    run.ok()?;
    let pdf = path.with_extension("pdf");
    let told = Command::new("pdfinfo").arg(&pdf).output().ok()?;
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    let count = told.lines().find_map(|line| line.strip_prefix("Pages:"))?;
    let text = Command::new("pdftotext")
        .arg("-layout")
        .args([pdf.as_path(), Path::new("-")])
        .output();
    let text = String::from_utf8_lossy(&text.ok()?.stdout).into_owned();
    Some((count.trim().parse().ok()?, text))
}

#[test]
fn the_seven_of_the_deck_get_a_letter_each_and_who_refused_gets_none() {
    let office = office().unwrap();
    let mailing = mailing(&Form::Ready(PrintedForm::Greeting), &office.workspace);
    let checked = office.checked(&mailing);
    let tally = Tally::of(&checked);
    assert_eq!((tally.ready, tally.hindered, tally.left_out), (9, 0, 1));
    let out = checked.iter().find(|one| !one.is_ready()).unwrap();
    assert_eq!(out.client, office.refused);
    assert_eq!(out.name, "Отказова Вера Павловна");
    assert_eq!(out.verdict, Verdict::LeftOut(Omission::Refused));

    let folder = tempfile::tempdir().unwrap();
    let made = office.made(&mailing, &Output::Folder(folder.path().join("письма")));
    assert_eq!(made.files.len(), 9);
    for (number, (surname, first, patronymic)) in (1..).zip(PEOPLE) {
        let name = format!("{surname} {first} {patronymic}.docx");
        let mut files = made.files.iter();
        let file = files.find(|path| path.to_string_lossy().ends_with(&name));
        let said = words(file.unwrap());
        let is_woman = patronymic.ends_with("на");
        let dear = if is_woman {
            "Уважаемая"
        } else {
            "Уважаемый"
        };
        let salutation = format!("{dear} {first} {patronymic}!");
        assert!(said.contains(&salutation), "no {salutation} in {said}");
        assert!(said.contains("Директору по закупкам"), "{said}");
        assert!(said.contains(&format!("ООО «Заказчик {number}»")), "{said}");
    }
    let said = words(&made.files[0]);
    assert!(said.contains("Антоновой Юлии Михайловне"), "{said}");
}

#[test]
fn a_template_of_ones_own_may_speak_of_the_recipient_shortly() {
    let office = office().unwrap();
    let line = |words: &str| Paragraph::new().add_run(Run::new().add_text(words));
    let docx = Docx::new()
        .add_paragraph(line("Уважаем{{ая|ый}} {{Имя}} {{Отчество}}!"))
        .add_paragraph(line("{{Получатель.Должность}}, {{Организация}}"))
        .add_paragraph(line("{{Получатель.день рождения | дата:\"D MMMM\"}}"));
    let mut bytes = Cursor::new(Vec::new());
    docx.build().pack(&mut bytes).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Поздравление.docx");
    fs::write(&path, bytes.into_inner()).unwrap();
    let mailing = mailing(&Form::File(path), &office.workspace);
    assert_eq!(mailing.title, "Поздравление");

    let file = folder.path().join("все.docx");
    let made = office.made(&mailing, &Output::File(file.clone()));
    assert_eq!((&*made.files, made.letters.len()), (&[file.clone()][..], 9));
    let said = words(&file);
    assert!(said.contains("Уважаемая Тая Петровна!"), "{said}");
    assert!(said.contains("Уважаемый Евгений Евгеньевич!"), "{said}");
    assert!(
        said.contains("директор по закупкам, ООО «Заказчик 8»"),
        "{said}"
    );
    assert!(said.contains("24 ноября"), "{said}");
    if let Some((count, _)) = pages(&file) {
        assert_eq!(count, 9, "a page each");
    }
}

#[test]
fn what_is_in_the_way_of_a_letter_is_told_and_the_others_are_made() {
    let mut office = office().unwrap();
    let strange = Card::new(Client::person("Ким", "Ю.", ""));
    let nameless = Card::new(Client::person("", "", ""));
    let homeless = Card::new(Client::person("Белова", "Анна", "Петровна"));
    let clients = [&strange, &nameless, &homeless].map(|card| card.client.id);
    let add = |tx: &mut Transaction<'_>| {
        let cards = [&strange, &nameless, &homeless];
        cards.iter().try_for_each(|card| tx.add_card(card))
    };
    office.workspace.transact(Operation::Import, add).unwrap();
    let greeting = mailing(&Form::Ready(PrintedForm::Greeting), &office.workspace);
    let verdicts = |mailing: &Mailing| -> Vec<Verdict> {
        let checked = checked(&office.workspace, mailing, &clients);
        checked.into_iter().map(|one| one.verdict).collect()
    };
    let sexless = Hindrance::UnknownSex;
    assert_eq!(
        verdicts(&greeting),
        [
            Verdict::Hindered(vec![sexless.clone()]),
            Verdict::Hindered(vec![Hindrance::NoName, sexless]),
            Verdict::Ready,
        ]
    );
    let envelope = mailing(&Form::Ready(PrintedForm::EnvelopeDl), &office.workspace);
    let homeless = Verdict::Hindered(vec![Hindrance::NoAddress]);
    let nowhere = Verdict::Hindered(vec![Hindrance::NoName, Hindrance::NoAddress]);
    assert_eq!(verdicts(&envelope), [homeless.clone(), nowhere, homeless]);

    let folder = tempfile::tempdir().unwrap();
    let output = Output::Folder(folder.path().join("пусто"));
    let all = checked(&office.workspace, &envelope, &clients);
    let none = made(&office.workspace, &envelope, &all, &output);
    assert!(matches!(none, Err(Error::NoLetters)));
    assert!(!folder.path().join("пусто").exists(), "nothing is written");

    let mut silent = mailing(&Form::Ready(PrintedForm::Letter), &office.workspace);
    silent.text.clear();
    let missing = Hindrance::Empty("примечание".to_owned());
    let said = checked(&office.workspace, &silent, &office.members()[..1]);
    assert_eq!(said[0].verdict, Verdict::Hindered(vec![missing]));
}

#[test]
fn only_those_who_agreed_are_written_to_where_the_rule_says_so() {
    let mut office = office().unwrap();
    let agreed = office.members()[0];
    let yes = Consent::new(agreed, ConsentSubject::Mailing, true, today());
    let save = |tx: &mut Transaction<'_>| tx.save(&yes);
    office
        .workspace
        .transact(Operation::ChangeConsents, save)
        .unwrap();
    let mut mailing = mailing(&Form::Ready(PrintedForm::Greeting), &office.workspace);
    mailing.rule = ConsentRule::Given;
    let checked = office.checked(&mailing);
    let ready: Vec<_> = checked.iter().filter(|one| one.is_ready()).collect();
    assert_eq!(ready.len(), 1);
    assert_eq!(ready[0].client, agreed);
    let of = |omission| {
        let mut all = checked.iter();
        all.any(|one| one.verdict == Verdict::LeftOut(omission))
    };
    assert!(of(Omission::NeverAgreed) && of(Omission::Refused));
}

#[test]
fn a_letter_to_an_organisation_goes_to_its_main_person_once() {
    let office = office().unwrap();
    let mailing = mailing(&Form::Ready(PrintedForm::Greeting), &office.workspace);
    let reader = office.workspace.read();
    let person = reader.card(office.members()[0]).unwrap().client;
    let employer = person.employer.unwrap();
    let both = checked(&office.workspace, &mailing, &[employer, person.id]);
    assert_eq!(both[0].name, person.title());
    assert_eq!(both[0].person, Some(person.id));
    assert!(both[0].is_ready());
    assert_eq!(both[1].verdict, Verdict::LeftOut(Omission::Twice));
    let said = letter(&office.workspace, &mailing, employer);
    assert!(
        said.contains(&format!("Уважаемая {} ", person.first_name)),
        "{said}"
    );
}

/// A template as Word's own mail merge makes it.
fn merge_template(folder: &Path, body: &str) -> Form {
    const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    let parts = [
        (
            "[Content_Types].xml",
            format!(
                "<Types xmlns=\"{PACKAGE}/content-types\"><Override PartName=\"/word/document.xml\" \
                 ContentType=\"{kind}\"/></Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" \
                 Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            ),
        ),
        (
            "word/document.xml",
            format!("<w:document xmlns:w=\"{WORD}\"><w:body>{body}</w:body></w:document>"),
        ),
    ];
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        out.start_file(name, SimpleFileOptions::default()).unwrap();
        out.write_all(text.as_bytes()).unwrap();
    }
    let path = folder.join("Слияние.docx");
    fs::write(&path, out.finish().unwrap().into_inner()).unwrap();
    Form::File(path)
}

fn merge_field(instruction: &str) -> String {
    format!("<w:fldSimple w:instr=\" {instruction} \"><w:r><w:t>«»</w:t></w:r></w:fldSimple>")
        .replace("<<", "&lt;&lt;")
        .replace(">>", "&gt;&gt;")
}

#[test]
fn a_template_of_the_mail_merge_of_word_makes_letters() {
    let office = office().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let greeting =
        "GREETINGLINE \\f &quot;<<_BEFORE_ Уважаемый(ая) >><<_FIRST0_>><<_AFTER_ !>>&quot;";
    let body = format!(
        "<w:p>{}</w:p><w:p>{}</w:p>",
        merge_field("ADDRESSBLOCK"),
        merge_field(greeting)
    );
    let mailing = mailing(&merge_template(folder.path(), &body), &office.workspace);
    let file = folder.path().join("все.docx");
    office.made(&mailing, &Output::File(file.clone()));
    let said = words(&file);
    for line in [
        "Уважаемая Тая Петровна!",
        "Уважаемый Евгений Евгеньевич!",
        "Юлия Михайловна Антонова\nООО «Заказчик 1»\nНевский пр., д. 1\nСанкт-Петербург 190001",
    ] {
        assert!(said.contains(line), "{line}\n{said}");
    }
}

#[test]
fn labels_of_word_go_from_record_to_record() {
    let office = office().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let label = |next: &str| format!("<w:p>{next}{}</w:p>", merge_field("MERGEFIELD Фамилия"));
    let body = label("") + &label(&merge_field("NEXT")).repeat(3);
    let mailing = mailing(&merge_template(folder.path(), &body), &office.workspace);
    assert!(mailing.is_for_all());
    let file = folder.path().join("наклейки.docx");
    let made = office.made(&mailing, &Output::File(file.clone()));
    assert_eq!((made.files.len(), made.letters.len()), (1, 9));
    let said = words(&file);
    for (surname, ..) in PEOPLE {
        assert_eq!(said.matches(surname).count(), 1, "{surname}\n{said}");
    }
}

#[test]
fn labels_for_a_whole_group_fill_sheets_of_24_and_nothing_is_cut_off() {
    let mut workspace = Workspace::in_memory().unwrap();
    let cards: Vec<_> = (1..=30)
        .map(|number| {
            let mut card = organization(number);
            card.client.name =
                format!("ООО «Северо-Западная торгово-промышленная компания {number}»");
            card
        })
        .collect();
    let add = |tx: &mut Transaction<'_>| cards.iter().try_for_each(|card| tx.add_card(card));
    workspace.transact(Operation::Import, add).unwrap();
    let clients: Vec<_> = cards.iter().map(|card| card.client.id).collect();
    let labels = mailing(&Form::Ready(PrintedForm::Labels), &workspace);
    assert!(labels.is_for_all());
    let all = checked(&workspace, &labels, &clients);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("labels.docx");
    let output = Output::File(file.clone());
    let made = made(&workspace, &labels, &all, &output).unwrap();
    assert_eq!((made.files.len(), made.letters.len()), (1, 30));
    let said = words(&file);
    for number in 1..=30 {
        assert!(said.contains(&format!("компания {number}»")), "{number}");
        assert!(
            said.contains(&format!("Невский пр., д. {number}")),
            "{number}"
        );
    }
    if let Some((count, text)) = pages(&file) {
        assert_eq!(count, 2, "24 on the first sheet");
        for number in 1..=30 {
            assert!(
                text.contains(&format!("Невский пр., д. {number}")),
                "{text}"
            );
            assert!(text.contains(&format!("1900{number:02}")), "{text}");
        }
    }
}

#[test]
fn each_letter_stands_in_the_history_of_its_recipient_and_one_undo_takes_all_back() {
    let mut office = office().unwrap();
    let mailing = mailing(&Form::Ready(PrintedForm::Greeting), &office.workspace);
    let folder = tempfile::tempdir().unwrap();
    let made = office.made(&mailing, &Output::Folder(folder.path().to_owned()));
    let noted = letters::note(&mut office.workspace, &mailing, &made, Utc::now()).unwrap();
    assert_eq!(noted.value, 9);
    for client in office.members() {
        let reader = office.workspace.read();
        let tasks = reader.tasks_about(client).unwrap();
        if client == office.refused {
            assert_eq!(tasks, []);
            continue;
        }
        let [task] = &*tasks else {
            panic!("{tasks:?}");
        };
        let person = reader.card(client).unwrap().client;
        assert_eq!((task.client, task.contact), (person.employer, Some(client)));
        assert_eq!((task.state, task.medium), (State::Done, Some(Medium::Post)));
        assert_eq!(task.title, "Поздравление с днём рождения");
        assert!(task.outcome.contains(&person.surname), "{}", task.outcome);
        assert_eq!(reader.tasks_of(person.employer.unwrap()).unwrap().len(), 1);
    }
    let undone = office.workspace.undo().unwrap();
    assert_eq!(undone.value, Operation::WriteLetters);
    let first = office.members()[0];
    assert_eq!(office.workspace.read().tasks_about(first).unwrap(), []);
}

#[test]
fn a_stopped_mailing_leaves_no_file_behind() {
    let office = office().unwrap();
    let mailing = mailing(&Form::Ready(PrintedForm::Greeting), &office.workspace);
    let all = office.checked(&mailing);
    let folder = tempfile::tempdir().unwrap();
    let (locale, around) = (
        locale(),
        (office.workspace.read(), office.workspace.contents()),
    );
    let writer = letters::Writer::new(around, &mailing, &locale).unwrap();
    let progress = Progress::default();
    progress.stop();
    let output = Output::Folder(folder.path().to_owned());
    let stopped = writer.write(&all, &output, &progress);
    assert!(matches!(stopped, Err(Error::Cancelled)));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn files_that_are_there_already_stay() {
    let office = office().unwrap();
    let mailing = mailing(&Form::Ready(PrintedForm::Greeting), &office.workspace);
    let folder = tempfile::tempdir().unwrap();
    let output = Output::Folder(folder.path().to_owned());
    office.made(&mailing, &output);
    let again = office.made(&mailing, &output);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 18);
    assert!(
        again
            .files
            .iter()
            .all(|path| path.to_string_lossy().ends_with(" (2).docx"))
    );
}

#[test]
fn a_field_that_stands_or_falls_with_the_text_is_told_from_one_that_may_be_empty() {
    let line = |words: &str| Paragraph::new().add_run(Run::new().add_text(words));
    let docx = Docx::new()
        .add_paragraph(line("{{имя}} {{должность | умолчание:\"—\"}}"))
        .add_paragraph(line("{{#организация}}{{организация}}{{/}}"));
    let mut bytes = Cursor::new(Vec::new());
    docx.build().pack(&mut bytes).unwrap();
    let template = Template::open(bytes.into_inner(), &Settings::default()).unwrap();
    let needed: Vec<_> = template
        .fields()
        .iter()
        .filter(|field| field.is_needed)
        .map(|field| field.key().to_owned())
        .collect();
    assert_eq!(needed, ["firstname"]);
}

#[test]
fn the_command_makes_letters_and_envelopes_and_tells_who_gets_none() {
    let desk = Desk::new();
    let path = desk.samples(60);
    let run = |arguments: &[&str]| desk.run(&[&["--file", text(&path)], arguments].concat());
    let out = desk.path("letters");
    let filter = ["--filter", "пол = женский", "--out", text(&out), "--json"];
    let dry = run(&[
        &["letters", "--template", "greeting", "--dry-run"][..],
        &filter,
    ]
    .concat())
    .json();
    let ready = dry["parts"][0]["ready"].as_u64().unwrap();
    assert!(ready > 3, "{dry}");
    assert!(!out.exists(), "nothing is written");

    let both = ["letters", "--template", "greeting", "--envelopes", "dl"];
    let made = run(&[&both[..], &filter].concat()).json();
    let files = |part: usize| made["parts"][part]["files"].as_array().unwrap().len();
    assert_eq!((files(0) as u64, files(1)), (ready, 1), "{made}");
    let log = run(&["log", "--json"]).stdout;
    assert!(log.contains("write-letters"), "{log}");

    let nobody = [
        "letters",
        "--labels",
        "--group",
        "Нет такой",
        "--out",
        "x.docx",
        "--json",
    ];
    assert!(run(&nobody).error(2).contains("Нет такой"));
    let unknown = [
        "letters",
        "--template",
        "открытка",
        "--group",
        "Нет",
        "--out",
        "x",
        "--json",
    ];
    assert!(!run(&unknown).error(2).is_empty());
}

#[test]
fn a_corrected_form_goes_into_letters_and_contracts_and_is_taken_back() {
    let mut office = office().unwrap();
    let client = office.members()[0];
    let person = office.workspace.read().card(client).unwrap().client;
    let title = person.title();
    let correct = |tx: &mut Transaction<'_>| {
        let form = "Особой Форме Имени".to_owned();
        tx.correct_forms(client, &title, &[(Case::Dative, form)])
    };
    let corrected = office
        .workspace
        .transact(Operation::CorrectDeclension, correct);
    assert!(corrected.unwrap().changed.contains("declensions"));
    let mailing = mailing(&Form::Ready(PrintedForm::Greeting), &office.workspace);
    let letter = |office: &Office| letter(&office.workspace, &mailing, client);
    let said = letter(&office);
    assert!(said.contains("Особой Форме Имени"), "{said}");
    assert!(said.contains("Директору по закупкам"), "{said}");

    // The rules again, by an empty form and by an undo.
    let reset = |tx: &mut Transaction<'_>| {
        tx.correct_forms(client, &title, &[(Case::Dative, String::new())])
    };
    let write = |office: &mut Office| {
        office
            .workspace
            .transact(Operation::CorrectDeclension, reset)
    };
    write(&mut office).unwrap();
    assert!(!letter(&office).contains("Особой"));
    office.workspace.undo().unwrap();
    assert!(letter(&office).contains("Особой"));
}

#[test]
fn a_russian_template_speaks_russian_in_an_english_window() {
    let workspace = Workspace::in_memory().unwrap();
    let russian = mailing(&Form::Ready(PrintedForm::Greeting), &workspace);
    assert_eq!(russian.language(Language::English), Language::Russian);
    let form = Form::Ready(PrintedForm::Letter);
    let template = form.open(workspace.contents(), Language::English).unwrap();
    let english = Mailing {
        template: Arc::new(template),
        ..russian
    };
    assert_eq!(english.language(Language::English), Language::English);
}

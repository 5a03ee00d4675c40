//! Tables become clients as one operation, and one undo takes it back.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use tempfile::TempDir;
use vizitka::domain::client::{Key, Kind, Role};
use vizitka::domain::listing::{Filter, Order};
use vizitka::domain::name::Sex;
use vizitka::domain::{Card, Employee, Operation, Progress};
use vizitka::error::{Error, Result, RowFault};
use vizitka::exchange::import::{self, Options, Report, Request};
use vizitka::exchange::{Mapping, Source};
use vizitka::workspace::Workspace;

/// The columns that the generator of large tables writes.
const ORGANIZATIONS: &str = "id,name,full_name,form,inn,kpp,ogrn,phone,email,web,postal_index,city,address,bik,account,status,employee_id,created_at,note\n\
    1,ООО «Областной приборрынок»,Общество с ограниченной ответственностью «Областной приборрынок»,ООО,6126460494,612601001,1046187184031,+78635886568,info@oblastnoy.example,,344860,Ростов-на-Дону,\"ул. Школьная, д. 100\",044679040,40702810707547469469,бывший,12,2020-06-14,\n\
    2,\"ООО \"\"Маркетфуд\"\"\",\"Общество с ограниченной ответственностью \"\"Маркетфуд\"\"\",ООО,3405583317,340501001,1103479347290,+78444655315,,https://marketfud.example,400329,Волгоград,\"пер. Мира, д. 12\",046122605,40702810503641482103,потенциальный,47,2025-04-15,\"Работают по предоплате;\nтребуют ЭДО\"\n\
    3,ИП Абрамов А. В.,Индивидуальный предприниматель Абрамов Антон Владимирович,ИП,160530917210,,315160292253411,8 843 2725719,info@abramov.example,,420793,Казань,\"пер. Лесной, д. 179\",045103350,40702810008083415564,действующий,9,2017-04-25,\n";

const PERSONS: &str = "id,org_id,last_name,first_name,patronymic,sex,position,phone_work,phone_mobile,email,birth_date\n\
    1,1,Гончарова,Валентина,Анатольевна,ж,Коммерческий директор,,+79453428990,,\n\
    2,2,Воронин,Илья,Романович,м,Заведующий складом,доб. 252,+79603910911,,1960-07-12\n\
    3,99,Ким,Юлия,,,Юрист,,,kim@mail.example,\n";

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

    fn table(&self, text: &str) -> Source {
        let path = self.folder.path().join("table.csv");
        fs::write(&path, text).unwrap();
        Source::open(path).unwrap()
    }

    fn import(&mut self, text: &str, update_by: Option<Key>) -> Report {
        let source = self.table(text);
        let options = options(&source, update_by);
        self.take(&source, &options)
    }

    /// Imports, and holds the draft made before against what was done.
    fn take(&mut self, source: &Source, options: &Options) -> Report {
        let progress = Progress::default();
        let plan = import::draft(source, options, self.workspace.read(), &progress).unwrap();
        let done = import::apply(source, options, &mut self.workspace, &progress).unwrap();
        assert_eq!(plan.report, done.value, "the draft told the truth");
        let counted = done.value.created + done.value.updated + done.value.unchanged;
        assert_eq!(counted + done.value.refused.len(), done.value.rows);
        assert_eq!(self.workspace.faults().unwrap(), [] as [String; 0]);
        done.value
    }

    fn cards(&self, kind: Kind) -> Vec<Card> {
        let reader = self.workspace.read();
        let filter = Filter::all(kind);
        let order = reader.order(&filter, Order::default(), &Progress::default());
        let cards = reader.cards(&order.unwrap()).unwrap();
        for card in &cards {
            assert_eq!(*card, reader.card(card.client.id).unwrap());
        }
        cards
    }

    fn card(&self, title: &str) -> Card {
        let cards = [Kind::Organization, Kind::Person].map(|kind| self.cards(kind));
        let mut cards = cards.into_iter().flatten();
        cards.find(|card| card.client.title() == title).unwrap()
    }

    /// Everything that lives in the base, but for versions: what a reader could see.
    fn dump(&self) -> Vec<Card> {
        let mut cards: Vec<Card> = [Kind::Organization, Kind::Person]
            .into_iter()
            .flat_map(|kind| self.cards(kind))
            .collect();
        for card in &mut cards {
            card.client.version = 0;
            card.contacts.iter_mut().for_each(|row| row.version = 0);
            card.addresses.iter_mut().for_each(|row| row.version = 0);
            card.accounts.iter_mut().for_each(|row| row.version = 0);
            card.memberships.iter_mut().for_each(|row| row.version = 0);
        }
        cards
    }

    fn groups(&self) -> Vec<String> {
        let groups = self.workspace.read().group_names(Kind::Organization);
        groups
            .unwrap()
            .into_iter()
            .map(|group| group.name)
            .collect()
    }

    fn log(&self) -> usize {
        self.workspace.read().log(100).unwrap().len()
    }
}

fn options(source: &Source, update_by: Option<Key>) -> Options {
    Options {
        update_by,
        ..Options::new(Mapping::guess(source), today())
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

#[test]
fn the_columns_of_the_generator_are_taken_as_they_are() {
    let mut base = Base::new();
    assert_eq!(counts(&base.import(ORGANIZATIONS, None)), [3, 0, 0, 0]);
    let card = base.card("ООО \"Маркетфуд\"");
    let client = &card.client;
    assert_eq!((&*client.inn, &*client.kpp), ("3405583317", "340501001"));
    assert_eq!(client.note, "Работают по предоплате;\nтребуют ЭДО");
    assert!(client.roles.contains(Role::Potential));
    assert_eq!(client.since, NaiveDate::from_ymd_opt(2025, 4, 15));
    assert_eq!(client.external_id, "2");
    assert_eq!(card.phone().unwrap().value, "+78444655315");
    assert_eq!(
        card.address().unwrap().line(),
        "400329, Волгоград, пер. Мира, д. 12"
    );
    assert_eq!(card.account().unwrap().bik, "046122605");
    assert_eq!(base.card("ИП Абрамов А. В.").contacts.len(), 2);
}

#[test]
fn persons_find_the_organisations_of_an_earlier_import() {
    let mut base = Base::new();
    base.import(ORGANIZATIONS, None);
    let report = base.import(PERSONS, None);
    assert_eq!(counts(&report), [3, 0, 0, 0]);
    assert_eq!(report.doubtful.len(), 1, "nobody has the code 99");
    assert_eq!(report.doubtful[0].reason, RowFault::NoEmployer("99".into()));
    let employer = base.card("ООО \"Маркетфуд\"").client.id;
    let card = base.card("Воронин Илья Романович");
    assert_eq!(card.client.employer, Some(employer));
    assert_eq!(card.client.sex, Some(Sex::Male));
    assert_eq!(base.card("Ким Юлия").client.sex, Some(Sex::Female));
}

#[test]
fn persons_find_or_make_the_organisations_they_name() {
    let table = "ФИО;Организация;Телефон\n\
        Антонов Юрий Михайлович;Маркетфуд, ООО;+7 921 350-94-14\n\
        Шах Светлана Ивановна;АО «Новая»;+7 921 350-94-15\n\
        Полонский Андрей Викторович;АО \"Новая\";+7 921 350-94-16\n";
    let mut base = Base::new();
    base.import(ORGANIZATIONS, None);
    assert_eq!(counts(&base.import(table, None)), [3, 0, 0, 0]);
    let known = base.card("ООО \"Маркетфуд\"").client.id;
    let new = base.card("АО «Новая»").client.id;
    let employer = |title: &str| base.card(title).client.employer;
    assert_eq!(employer("Антонов Юрий Михайлович"), Some(known));
    assert_eq!(employer("Шах Светлана Ивановна"), Some(new));
    assert_eq!(employer("Полонский Андрей Викторович"), Some(new));
    assert_eq!(base.cards(Kind::Organization).len(), 4);

    let source = base.table("ФИО;Организация\nКим Юлия;ООО «Другая»\n");
    let mut options = options(&source, None);
    options.makes_employers = false;
    let report = base.take(&source, &options);
    assert_eq!((report.created, report.doubtful.len()), (1, 1));
    assert_eq!(base.cards(Kind::Organization).len(), 4);
}

#[test]
fn one_undo_takes_an_import_with_updates_back() {
    let mut base = Base::new();
    base.import(ORGANIZATIONS, None);
    let before = base.dump();
    let table = "ИНН;Название;Телефон;Группы;Примечание;Адрес;Расчётный счёт;БИК\n\
        3405583317;ООО «Маркетфуд-2»;+7 999 111-22-33;Дилеры;новое;Тверь;40702810707547469469;044525225\n\
        160530917210;;8 (843) 272-57-19;;;;;\n\
        7728168971;ООО «Совсем новая»;;Дилеры;;;;\n\
        7728168971;;+7 812 350-94-14;;дополнено;;;\n";
    assert_eq!(counts(&base.import(table, Some(Key::Inn))), [1, 2, 1, 0]);
    let after = base.dump();
    assert_ne!(after, before);
    assert_eq!(base.groups(), ["Дилеры"]);
    let card = base.card("ООО «Маркетфуд-2»");
    assert_eq!(card.contacts.len(), 3, "the old phone stays");
    assert_eq!(
        card.client.full_name,
        "Общество с ограниченной ответственностью \"Маркетфуд\""
    );
    assert_eq!(base.card("ООО «Совсем новая»").client.note, "дополнено");

    assert_eq!(base.workspace.undo().unwrap().value, Operation::Import);
    assert_eq!(base.dump(), before);
    assert!(base.groups().is_empty());
    assert_eq!(base.workspace.faults().unwrap(), [] as [String; 0]);
    for _ in 0..2 {
        base.workspace.redo().unwrap();
        assert_eq!(base.dump(), after);
        assert_eq!(base.workspace.faults().unwrap(), [] as [String; 0]);
        base.workspace.undo().unwrap();
        assert_eq!(base.dump(), before);
    }
}

#[test]
fn the_same_table_twice_changes_nothing() {
    for key in Key::ALL {
        let mut base = Base::new();
        let repeated = format!("{ORGANIZATIONS},ООО «Без всего»,,,,,,,,,,,,,,,,,\n");
        let first = base.import(&repeated, Some(key));
        assert_eq!(counts(&first), [4, 0, 0, 0], "{key:?}");
        let (before, log) = (base.dump(), base.log());
        let again = base.import(&repeated, Some(key));
        assert_eq!(counts(&again), [0, 0, 4, 0], "{key:?}");
        assert_eq!((base.dump(), base.log()), (before, log), "{key:?}");
    }
}

#[test]
fn a_client_is_known_by_each_key() {
    let tables = [
        (Key::Inn, "Название;ИНН\nНовое имя;6126 4604 94\n"),
        (
            Key::Email,
            "Название;E-mail\nНовое имя;INFO@Oblastnoy.example\n",
        ),
        (
            Key::Phone,
            "Название;Телефон\nНовое имя;8 (863) 588-65-68\n",
        ),
        (Key::ExternalId, "Название;Внешний код\nНовое имя;1\n"),
        (
            Key::Name,
            "Название;Примечание\nОБЛАСТНОЙ ПРИБОРРЫНОК ООО;Новое имя\n",
        ),
    ];
    for (key, table) in tables {
        let mut base = Base::new();
        base.import(ORGANIZATIONS, None);
        let source = base.table(table);
        let mut options = options(&source, Some(key));
        options.mapping = Mapping::guess_as(&source, Kind::Organization);
        let report = base.take(&source, &options);
        assert_eq!(counts(&report), [0, 1, 0, 0], "{key:?}");
        assert_eq!(base.cards(Kind::Organization).len(), 3, "{key:?}");
    }
}

#[test]
fn two_clients_of_one_key_are_not_guessed_at() {
    let mut base = Base::new();
    base.import(ORGANIZATIONS, None);
    base.import(ORGANIZATIONS, None);
    let report = base.import(
        "ИНН;Название;Примечание\n6126460494;ООО «А»;новое\n",
        Some(Key::Inn),
    );
    assert_eq!(counts(&report), [0, 0, 0, 1]);
    assert_eq!(report.refused[0].row, 2);
    assert_eq!(report.refused[0].reason, RowFault::Ambiguous { count: 2 });
}

#[test]
fn a_row_that_cannot_be_read_is_refused_or_taken_without_its_cell() {
    let table = "Название;Телефон;Клиент с\n\
        ООО «Ромашка»;7,70123E+11;01.02.2020\n\
        ;+7 812 350-94-14;\n\
        ООО «Агат»;+7 495 120-33-18;31.02.2020\n\
        ООО «Нева»;нет;-\n";
    let mut base = Base::new();
    let source = base.table(table);
    let mut options = options(&source, None);
    let report = base.take(&source, &options);
    assert_eq!(counts(&report), [1, 0, 0, 3]);
    let rows: Vec<u64> = report.refused.iter().map(|remark| remark.row).collect();
    assert_eq!(rows, [2, 3, 4]);
    assert!(base.card("ООО «Нева»").contacts.is_empty());

    base.workspace.undo().unwrap();
    options.skips_bad_cells = true;
    let report = base.take(&source, &options);
    assert_eq!(counts(&report), [3, 0, 0, 1]);
    assert_eq!(report.doubtful.len(), 2);
    assert!(base.card("ООО «Ромашка»").contacts.is_empty());
    assert!(base.card("ООО «Ромашка»").client.since.is_some());
}

#[test]
fn refused_rows_lie_in_a_table_that_can_be_imported() {
    let mut base = Base::new();
    let source = base.table("Название;Телефон\nООО «А»;7,7E+11\nООО «Б»;\nООО «В»;7,8E+11\n");
    let options = options(&source, None);
    let report = base.take(&source, &options);
    let request = Request::Table(Box::new(source), options);
    for name in ["refused.csv", "refused.xlsx"] {
        let path = base.folder.path().join(name);
        let say = |fault: &RowFault| format!("{fault:?}");
        let saved = import::save_remarked(
            &request,
            &report.refused,
            &path,
            ("Причина", &say),
            &Progress::default(),
        );
        assert_eq!(saved.unwrap(), 2, "{name}");
        let refused = Source::open(&path).unwrap();
        let header = refused.header().unwrap();
        assert_eq!(header, ["Название", "Телефон", "Причина"]);
        let names: Vec<&str> = refused
            .preview(9)
            .iter()
            .map(|row| &*row.cells[0])
            .collect();
        assert_eq!(names, ["ООО «А»", "ООО «В»"], "{name}");
    }
}

#[test]
fn numbers_that_look_wrong_are_imported_and_told() {
    let mut base = Base::new();
    let source = base.table(
        "Название;ИНН;E-mail\nООО «Агат»;7728168971;\nООО «Ромашка»;7728168970;почта без собаки\n\
         ООО «Тор»;12345;\n",
    );
    let options = options(&source, None);
    let report = base.take(&source, &options);
    assert_eq!(counts(&report), [3, 0, 0, 0]);
    assert_eq!(base.card("ООО «Ромашка»").client.inn, "7728168970");
    let rows: Vec<u64> = report.doubtful.iter().map(|remark| remark.row).collect();
    assert_eq!((rows, report.doubtful_rows()), (vec![3, 3, 4], 2));

    let path = base.folder.path().join("doubtful.csv");
    let say = |fault: &RowFault| match fault {
        RowFault::Doubt { doubt, .. } => format!("{doubt:?}"),
        fault => panic!("{fault:?}"),
    };
    let (request, words) = (
        Request::Table(Box::new(source), options),
        ("Причина", &say as &_),
    );
    let saved = import::save_remarked(
        &request,
        &report.doubtful,
        &path,
        words,
        &Progress::default(),
    );
    assert_eq!(saved.unwrap(), 2);
    let doubtful = Source::open(&path).unwrap();
    let last = &doubtful.preview(9)[1].cells;
    assert_eq!((&*last[1], &*last[3]), ("12345", "InnLength { digits: 5 }"));
}

#[test]
fn a_cell_holds_several_phones_and_groups() {
    let mut base = Base::new();
    let table = "Название;Телефон;Группы;Ответственный\n\
        ООО «Ромашка»;+7 812 350-94-14, 8 (921) 123-45-67;Дилеры; Решетова С. И.\n\
        ООО «Агат»;;Дилеры;Кто-то Чужой\n";
    let table = table.replace("Дилеры; ", "\"Дилеры; VIP\";");
    base.import(&table, None);
    let card = base.card("ООО «Ромашка»");
    assert_eq!(card.contacts.len(), 2);
    assert_eq!(card.memberships.len(), 2);
    assert_eq!(base.groups(), ["VIP", "Дилеры"]);
    assert_eq!(card.client.owner, Some(base.workspace.who()));
    assert_eq!(base.card("ООО «Агат»").client.owner, None);
}

#[test]
fn an_import_that_is_stopped_leaves_nothing() {
    let mut base = Base::new();
    base.import(ORGANIZATIONS, None);
    let (before, log) = (base.dump(), base.log());
    let rows: String = (0..2000)
        .map(|n| format!("ООО «{n}»;+7 812 {n:07};Группа\n"))
        .collect();
    let source = base.table(&format!("Название;Телефон;Группы\n{rows}"));
    let progress = Progress::default();
    progress.stop();
    let options = options(&source, Some(Key::Phone));
    let stopped = import::apply(&source, &options, &mut base.workspace, &progress);
    assert!(matches!(stopped, Err(Error::Cancelled)));
    let drafted = import::draft(&source, &options, base.workspace.read(), &progress);
    assert!(matches!(drafted, Err(Error::Cancelled)));
    assert_eq!((base.dump(), base.log()), (before, log));
    assert!(base.groups().is_empty());
}

#[test]
fn workbooks_of_other_writers_are_imported() -> Result<()> {
    for name in ["openpyxl.xlsx", "odfpy.ods", "xlwt.xls"] {
        let mut base = Base::new();
        let source = Source::open(fixture(name))?;
        let mut options = options(&source, None);
        options.skips_bad_cells = true;
        let report = base.take(&source, &options);
        assert!(report.created > 0, "{name}");
    }
    Ok(())
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/tables")
        .join(name)
}

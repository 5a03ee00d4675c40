use super::*;
use crate::domain::Operation;
use crate::domain::client::{Key, Kind, TextField};
use crate::exchange::{Column, Delimiter, Source};
use crate::i18n::Language;
use crate::ui::screen::testing;

const LIST: &str = "Код;Название;ИНН;Телефон;E-mail;Город;Адрес;Группы;Клиент с;Примечание\n\
    17;ООО «Ромашка»;7728168971;+7 812 350-94-14;mail@romashka.example;Санкт-Петербург;Литейный пр., 20;Торговые компании;2019-03-04;Звонить после обеда\n\
    18;ООО «Агат»;7707083893;8 (495) 120-33-18;agat@agat.example;Москва;ул. Мира, д. 5;Дилеры;2021-11-30;\n\
    19;ЗАО «Движение»;7825107325;7,70123E+11;;Москва;;;2020-01-15;\n\
    20;;7826218436;+7 812 640-11-02;;;;;;\n\
    21;ОАО «Тепломаш-Сервис»;6659002110;+7 343 217-05-60;;Екатеринбург;ул. Ленина, д. 5;;31.02.2020;\n";

const CARDS: &str = "BEGIN:VCARD\nVERSION:3.0\nN:Ким;Юлия;Михайловна;;\nFN:Юлия Ким\n\
    ORG:ООО «Ромашка»\nTEL;TYPE=CELL:+7 921 555-66-77\nEND:VCARD\n\
    BEGIN:VCARD\nVERSION:3.0\nFN:\nTEL:068\nEND:VCARD\n";

struct Files {
    folder: tempfile::TempDir,
}

impl Files {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("клиенты.csv"), LIST).unwrap();
        Self { folder }
    }

    fn cards(&self) -> PathBuf {
        let path = self.folder.path().join("контакты.vcf");
        std::fs::write(&path, CARDS).unwrap();
        path
    }

    fn list(&self) -> PathBuf {
        self.folder.path().join("клиенты.csv")
    }
}

fn open(files: &Files, context: &Context) -> Import {
    open_file(files.list(), context)
}

fn open_file(path: PathBuf, context: &Context) -> Import {
    let (mut import, command) = Import::new(Some(path), context);
    let wishes = testing::settle(Action::run(command), |message| {
        import.update(message, context)
    });
    assert!(wishes.is_empty());
    import
}

fn say(import: &mut Import, message: Message, context: &Context) -> Vec<Wish> {
    let action = import.update(message, context);
    testing::settle(action, |message| import.update(message, context))
}

fn table(import: &Import) -> &Setup {
    match &import.subject {
        Some(Subject::Table(setup)) => setup,
        other => panic!("no table: {other:?}"),
    }
}

fn update_by_name(import: &mut Import, context: &Context) {
    let by = setup::Message::UpdateBy(Some(Key::Name));
    say(import, Message::Set(by), context);
}

#[test]
fn a_table_is_looked_at_checked_and_imported() {
    let context = testing::context(Language::Russian);
    let files = Files::new();
    let mut import = open(&files, &context);
    assert_eq!(import.step, Step::Columns);
    update_by_name(&mut import, &context);

    say(&mut import, Message::CheckPressed, &context);
    let told = import.plan.report.clone();
    assert_eq!((told.rows, told.created, told.updated), (5, 1, 1));
    assert_eq!(told.refused.len(), 3);
    assert!(!import.plan.examples.is_empty());

    let wishes = say(&mut import, Message::StartPressed, &context);
    assert!(matches!(wishes[..], [Wish::Done(Operation::Import, _)]));
    assert_eq!(import.report, told, "what was promised was done");
    assert_eq!(import.step, Step::Done);
    let wishes = say(&mut import, Message::UndoPressed, &context);
    assert!(matches!(
        wishes[..],
        [Wish::Reverted(true, Operation::Import)]
    ));
}

#[test]
fn refused_rows_are_saved_with_their_reasons() {
    let context = testing::context(Language::Russian);
    let files = Files::new();
    let mut import = open(&files, &context);
    say(&mut import, Message::CheckPressed, &context);
    let path = files.folder.path().join("отказы.csv");
    let chosen = Message::SaveChosen(Answer::Path(path.clone()));
    assert!(say(&mut import, chosen, &context).is_empty());
    let saved = Source::open(path).unwrap();
    assert_eq!(saved.width(), 11);
    assert_eq!(saved.preview(9).len(), 3);
    assert!(saved.preview(9)[0].cells[10].contains("7,70123E+11"));
}

#[test]
fn a_correction_reads_the_table_anew() {
    let context = testing::context(Language::Russian);
    let files = Files::new();
    let mut import = open(&files, &context);
    let comma = setup::Message::Delimiter(Delimiter::Comma);
    say(&mut import, Message::Set(comma), &context);
    let setup = table(&import);
    assert_eq!(setup.source.delimiter(), Some(Delimiter::Comma));

    let persons = setup::Message::Kind(Kind::Person);
    say(&mut import, Message::Set(persons), &context);
    let setup = table(&import);
    assert_eq!(setup.options.mapping.kind, Kind::Person);
}

#[test]
fn a_mapping_is_kept_under_a_name_and_known_by_the_header_next_time() {
    let mut context = testing::context(Language::Russian);
    let files = Files::new();
    let mut import = open(&files, &context);
    let column = Column::Text(TextField::FullName);
    let changed = setup::Message::Column(1, column);
    say(&mut import, Message::Set(changed), &context);
    let mappings = Message::Mappings;
    say(
        &mut import,
        mappings(mappings::Message::KeepPressed),
        &context,
    );
    let typed = mappings::Message::NameTyped("Из 1С".into());
    say(&mut import, mappings(typed), &context);
    let wishes = say(
        &mut import,
        mappings(mappings::Message::NameSubmitted),
        &context,
    );
    assert!(matches!(
        wishes[..],
        [Wish::Done(Operation::SaveMapping, _)]
    ));

    context.catalog = read_catalog(&context);
    let mut import = open(&files, &context);
    assert_eq!(table(&import).options.mapping.columns[1], column);
    let kept = table(&import).kept;
    assert_eq!(kept, Some(context.catalog.mappings[0].id));
    say(
        &mut import,
        mappings(mappings::Message::Chosen(None)),
        &context,
    );
    let recognised = Column::Text(TextField::Name);
    assert_eq!(table(&import).options.mapping.columns[1], recognised);

    say(
        &mut import,
        mappings(mappings::Message::Chosen(kept)),
        &context,
    );
    let wishes = say(
        &mut import,
        mappings(mappings::Message::DeletePressed),
        &context,
    );
    assert!(matches!(
        wishes[..],
        [Wish::Done(Operation::DeleteMapping, _)]
    ));
    context.catalog = read_catalog(&context);
    assert!(context.catalog.mappings.is_empty());
}

fn read_catalog(context: &Context) -> std::sync::Arc<crate::domain::Catalog> {
    let read = |reader: crate::workspace::Reader<'_>| reader.catalog().map(std::sync::Arc::new);
    iced::futures::executor::block_on(context.worker.read(read)).unwrap()
}

#[test]
fn cards_are_checked_at_once_and_imported() {
    let context = testing::context(Language::Russian);
    let files = Files::new();
    let mut import = open_file(files.cards(), &context);
    assert_eq!(import.step, Step::Check);
    assert_eq!(
        (import.plan.report.rows, import.plan.report.created),
        (2, 1)
    );
    assert_eq!(import.plan.report.refused.len(), 1);
    let wishes = say(&mut import, Message::StartPressed, &context);
    assert!(matches!(wishes[..], [Wish::Done(Operation::Import, _)]));
    assert_eq!(import.step, Step::Done);

    let mut import = open_file(files.cards(), &context);
    assert_eq!(import.plan.report.created, 0, "the same file adds nothing");
    say(&mut import, Message::BackPressed, &context);
    assert_eq!(import.step, Step::File);
}

#[test]
fn a_file_that_is_no_table_is_told_of() {
    let context = testing::context(Language::Russian);
    let path = PathBuf::from("нет такого.csv");
    let (mut import, command) = Import::new(Some(path), &context);
    testing::settle(Action::run(command), |message| {
        import.update(message, &context)
    });
    assert_eq!(import.step, Step::File);
    assert!(matches!(import.error, Some(Error::NoFile(_))));
}

/// Writes the pictures one looks at: `VIZITKA_PICTURES=folder cargo test screen::import`.
#[test]
fn every_step_is_drawn() {
    let files = Files::new();
    let view = Import::view;
    testing::page(
        "import-1-file",
        |context| Import::new(None, context).0,
        view,
    );
    testing::page("import-2-columns", |context| open(&files, context), view);
    let unfolded = |context: &Context| {
        let mut import = open(&files, context);
        let _ = import.update(Message::Unfolded(Some(3)), context);
        import
    };
    testing::page("import-2-unfolded", unfolded, view);
    let checked = |context: &Context| {
        let mut import = open(&files, context);
        update_by_name(&mut import, context);
        say(&mut import, Message::CheckPressed, context);
        import
    };
    testing::page("import-3-check", checked, view);
    let changes = |context: &Context| {
        let mut import = checked(context);
        say(&mut import, Message::TabChosen(Tab::Changes), context);
        import
    };
    testing::page("import-3-changes", changes, view);
    let working = |context: &Context| {
        let mut import = checked(context);
        import.work = Some(Work {
            progress: Progress::default(),
            done: 41,
            total: 100,
            is_writing: true,
        });
        import
    };
    testing::page("import-4-work", working, view);
    let done = |context: &Context| {
        let mut import = checked(context);
        say(&mut import, Message::StartPressed, context);
        import
    };
    testing::page("import-5-done", done, view);
    let cards = |context: &Context| open_file(files.cards(), context);
    testing::page("import-6-cards", cards, view);
}

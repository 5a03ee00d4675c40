use super::*;
use crate::domain::Field;
use crate::domain::client::Kind;
use crate::exchange::{Source, Version};
use crate::i18n::Language;
use crate::ui::screen::testing;

fn export(context: &Context) -> Export {
    let list = (Filter::all(Kind::Organization), Order::default());
    let columns = [
        Sort::Name,
        Sort::Field(Field::City),
        Sort::Field(Field::Phone),
        Sort::Field(Field::Email),
        Sort::Field(Field::Owner),
    ];
    // The dialog of the system is never asked: the command is dropped.
    Export::new(ExportFormat::Csv, list, &columns, context).0
}

#[test]
fn what_the_list_shows_lies_in_the_file() {
    let context = testing::context(Language::Russian);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("список.csv");
    let mut screen = export(&context);
    let chosen = Message::Chosen(Answer::Path(path.clone()));
    let action = screen.update(chosen, &context);
    let wishes = testing::settle(action, |message| screen.update(message, &context));
    assert!(wishes.is_empty());
    assert!(matches!(screen.stage, Stage::Done(Written::Clients(8))));
    let source = Source::open(path).unwrap();
    assert_eq!(source.width(), 5);
    assert_eq!(source.preview(20).len(), 8);
}

#[test]
fn a_place_that_cannot_be_written_is_asked_for_again() {
    let context = testing::context(Language::Russian);
    let folder = tempfile::tempdir().unwrap();
    let mut screen = export(&context);
    let path = folder.path().join("нет такой папки/список.csv");
    let action = screen.update(Message::Chosen(Answer::Path(path)), &context);
    testing::settle(action, |message| screen.update(message, &context));
    assert!(matches!(
        screen.stage,
        Stage::Typing(Some(Error::NoFile(_)))
    ));
}

#[test]
fn the_dialog_is_drawn_at_each_stage() {
    let view = Export::view;
    type Make = fn(&mut Export);
    let stages: [(&str, Make); 3] = [
        ("export-path", |screen| screen.stage = Stage::Typing(None)),
        ("export-work", |screen| {
            screen.stage = Stage::Writing(Progress::default(), 41_216, 100_000);
        }),
        ("export-done", |screen| {
            screen.stage = Stage::Done(Written::Clients(100_000));
        }),
    ];
    for (name, stage) in stages {
        let make = |context: &Context| {
            let mut screen = export(context);
            stage(&mut screen);
            screen
        };
        testing::dialog(name, make, view, Message::Closed);
    }
    let stages: [(&str, Make); 3] = [
        ("export-all-path", |screen| {
            screen.stage = Stage::Typing(None);
        }),
        ("export-all-work", |screen| {
            screen.stage = Stage::Writing(Progress::default(), 412_160, 1_000_000);
        }),
        ("export-all-done", |screen| {
            screen.stage = Stage::Done(Written::Everything(Count {
                rows: vec![("clients", 41_216)],
                files: 12,
                missing: 1,
                ..Count::default()
            }));
        }),
    ];
    for (name, stage) in stages {
        let make = |context: &Context| {
            let mut screen = Export::all(context).0;
            stage(&mut screen);
            screen
        };
        testing::dialog(name, make, view, Message::Closed);
    }
}

#[test]
fn a_list_goes_out_as_cards() {
    let context = testing::context(Language::Russian);
    let folder = tempfile::tempdir().unwrap();
    let list = (Filter::all(Kind::Person), Order::default());
    let format = ExportFormat::Vcf(Version::V2);
    let mut screen = Export::new(format, list, &[Sort::Name], &context).0;
    let chosen = Message::Chosen(Answer::Path(folder.path().join("люди")));
    let action = screen.update(chosen, &context);
    testing::settle(action, |message| screen.update(message, &context));
    assert!(matches!(screen.stage, Stage::Done(Written::Clients(4))));
    let text = std::fs::read_to_string(folder.path().join("люди.vcf")).unwrap();
    assert_eq!(text.matches("VERSION:2.1").count(), 4);
}

#[test]
fn everything_goes_to_a_folder_of_its_own_and_can_be_stopped() {
    let context = testing::context(Language::Russian);
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("чужое.txt"), "-").unwrap();
    let chosen = || Message::Chosen(Answer::Path(folder.path().to_owned()));
    let entries = || folder.path().read_dir().unwrap().count();

    let mut screen = Export::all(&context).0;
    let action = screen.update(chosen(), &context);
    let _ = screen.update(Message::Closed, &context);
    let wishes = testing::settle(action, |message| screen.update(message, &context));
    assert!(matches!(wishes[..], [Wish::Back]), "{wishes:?}");
    assert_eq!(entries(), 1, "nothing is left of it");

    let mut screen = Export::all(&context).0;
    let action = screen.update(chosen(), &context);
    testing::settle(action, |message| screen.update(message, &context));
    let Stage::Done(Written::Everything(count)) = &screen.stage else {
        panic!("{:?}", screen.stage);
    };
    assert!(count.total() > 12);
    assert_eq!(entries(), 2);
    assert!(PathBuf::from(&screen.path).join("clients.csv").is_file());

    // The same day again: the folder is taken, and another is asked for.
    let mut screen = Export::all(&context).0;
    let action = screen.update(chosen(), &context);
    testing::settle(action, |message| screen.update(message, &context));
    assert!(matches!(
        screen.stage,
        Stage::Typing(Some(Error::NotEmpty(_)))
    ));
}

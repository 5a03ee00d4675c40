use super::*;
use crate::domain::Field;
use crate::exchange::Source;
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
    assert!(matches!(screen.stage, Stage::Done(8)));
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
        ("export-done", |screen| screen.stage = Stage::Done(100_000)),
    ];
    for (name, stage) in stages {
        let make = |context: &Context| {
            let mut screen = export(context);
            stage(&mut screen);
            screen
        };
        testing::dialog(name, make, view, Message::Closed);
    }
}

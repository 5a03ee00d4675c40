use std::fs;

use iced::futures::executor::block_on;
use iced::keyboard::key::Named;

use super::*;
use crate::i18n::Language;
use crate::ui::screen::testing;
use crate::workspace::Workspace;

/// A page that has read what there is.
fn open(context: &Context) -> Templates {
    let mut page = Templates::new();
    refresh(&mut page, context);
    page
}

fn refresh(page: &mut Templates, context: &Context) {
    let command = page.refresh(context);
    testing::settle(Action::run(command), |message| {
        page.update(message, context)
    });
}

fn settle(page: &mut Templates, action: Action<Message>, context: &Context) -> Vec<Wish> {
    let wishes = testing::settle(action, |message| page.update(message, context));
    refresh(page, context);
    wishes
}

fn say(page: &mut Templates, message: Message, context: &Context) -> Vec<Wish> {
    let action = page.update(message, context);
    settle(page, action, context)
}

/// Takes the form of the contract over.
fn take(page: &mut Templates, context: &Context) {
    let message = Message::TakePressed(PaperKind::Contract, PrintedForm::SupplyContract);
    let wishes = say(page, message, context);
    assert!(matches!(
        wishes[..],
        [Wish::Done(Operation::EditPaperTemplates, _)]
    ));
}

#[test]
fn forms_of_the_program_stand_ready_to_be_taken_over() {
    let context = testing::context(Language::Russian);
    let mut page = open(&context);
    assert!(page.lines().is_empty());
    assert_eq!(page.choices().len(), 9);
    take(&mut page, &context);
    take(&mut page, &context);
    let own: Vec<_> = page.of_kind(PaperKind::Contract).collect();
    assert_eq!(own.len(), 2);
    assert_eq!(own[0].template.title, "Договор поставки");
    let checked = own[0].checked.as_ref().unwrap();
    assert!(checked.fields > 20, "{checked:?}");
    assert_eq!(checked.unknown, [], "the program knows its own fields");
    assert_eq!(page.chosen, Some(Choice::Own(own[1].template.id)));
    block_on(context.worker.write(Workspace::undo)).unwrap();
    refresh(&mut page, &context);
    assert_eq!(page.of_kind(PaperKind::Contract).count(), 1);
}

#[test]
fn every_form_asks_only_for_what_is_known() {
    let context = testing::context(Language::Russian);
    for kind in PaperKind::ALL {
        for form in PrintedForm::of(*kind) {
            let mut page = open(&context);
            let wishes = say(&mut page, Message::TakePressed(*kind, *form), &context);
            assert_eq!(wishes.len(), 1);
            let line = page.template().and_then(|one| page.own(one.id)).unwrap();
            let checked = line.checked.as_ref().unwrap();
            assert_eq!(checked.unknown, [], "{form:?}");
        }
    }
}

#[test]
fn a_template_moves_is_named_anew_and_goes() {
    let context = testing::context(Language::Russian);
    let mut page = open(&context);
    take(&mut page, &context);
    take(&mut page, &context);
    let second = page.template().unwrap().id;
    say(&mut page, Message::Moved(second, -1), &context);
    let first = page.of_kind(PaperKind::Contract).next().unwrap();
    assert_eq!(first.template.id, second);

    let _ = page.update(
        Message::Form(form::Message::Titled(" Договор услуг ".to_owned())),
        &context,
    );
    let _ = page.update(
        Message::Form(form::Message::Delimited("[[".to_owned())),
        &context,
    );
    assert!(page.is_dirty());
    assert!(
        say(&mut page, Message::Submitted, &context).is_empty(),
        "no delimiters"
    );
    let _ = page.update(
        Message::Form(form::Message::Delimited("[[ ]]".to_owned())),
        &context,
    );
    let wishes = say(&mut page, Message::Submitted, &context);
    assert!(matches!(
        wishes[..],
        [Wish::Done(Operation::EditPaperTemplates, _)]
    ));
    let line = page.own(second).unwrap();
    assert_eq!(line.template.title, "Договор услуг");
    assert_eq!(
        line.checked.as_ref().unwrap().fields,
        0,
        "braces are no fields now"
    );
    assert!(!page.is_dirty());

    say(&mut page, Message::RemovePressed(second), &context);
    assert_eq!(page.lines().len(), 1);
}

#[test]
fn a_file_that_is_no_template_is_refused_in_words() {
    let context = testing::context(Language::Russian);
    let mut page = open(&context);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("старый.doc.docx");
    fs::write(&path, b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old").unwrap();
    assert!(say(&mut page, Message::Dropped(path), &context).is_empty());
    assert!(matches!(page.error, Some(Error::BadTemplate(_))));
    let nowhere = folder.path().join("нет.docx");
    say(&mut page, Message::Dropped(nowhere), &context);
    assert!(matches!(page.error, Some(Error::NoFile(_))));
    assert!(page.lines().is_empty());
}

#[test]
fn an_added_file_tells_unknown_fields_with_their_places() {
    let context = testing::context(Language::Russian);
    let mut page = open(&context);
    let path = std::path::PathBuf::from("tests/files/contract.docx");
    say(&mut page, Message::Dropped(path), &context);
    assert!(page.error.is_none(), "{:?}", page.error);
    assert_eq!(page.lines().len(), 1);
    let line = &page.lines()[0];
    let checked = line.checked.as_ref().unwrap();
    assert!(checked.fields > 0);
    assert!(checked.unknown.iter().all(|one| !one.name.is_empty()));
}

#[test]
fn keys_walk_the_list_and_open_what_is_chosen() {
    let context = testing::context(Language::Russian);
    let mut page = open(&context);
    take(&mut page, &context);
    let own = page.template().unwrap().clone();
    let wishes = {
        let action = page.press(&Press::named(Named::Enter), &context);
        settle(&mut page, action, &context)
    };
    let Some(Wish::EditTemplate(Source::Office(template), _)) = wishes.first() else {
        panic!("{wishes:?}");
    };
    assert_eq!(template.id, own.id);
    let before = page.chosen;
    let _ = page.press(&Press::named(Named::ArrowDown), &context);
    assert_ne!(page.chosen, before);
    let _ = page.press(&Press::named(Named::ArrowUp), &context);
    assert_eq!(page.chosen, before);
    let action = page.press(&Press::named(Named::Delete), &context);
    settle(&mut page, action, &context);
    assert!(page.lines().is_empty());
}

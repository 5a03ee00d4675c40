use super::*;
use crate::domain::Operation;
use crate::error::Error;
use crate::i18n::Language;
use crate::ui::place::Answer;
use crate::ui::screen::card::Page;
use crate::ui::screen::testing::{command, page, press, run, settle};
use crate::ui::screen::tests::{Samples, office};
use crate::ui::screen::{Launch, Wish};
use iced::keyboard::key::Named;

fn opened(id: Id<Client>, context: &Context) -> Page {
    let (mut page, command) = Page::new(id, context);
    for message in run(command) {
        let _ = page.update(message, context);
    }
    page
}

struct Desk {
    context: Context,
    page: Page,
}

fn desk(pick: fn(&Samples) -> Id<Client>) -> Desk {
    let (context, samples) = office(Language::Russian).unwrap();
    let page = opened(pick(&samples), &context);
    Desk { context, page }
}

impl Desk {
    fn send(&mut self, message: Message) -> Vec<Wish> {
        let action = self.page.update(say(message), &self.context);
        settle(action, |message| self.page.update(message, &self.context))
    }
}

#[test]
fn a_dossier_is_opened_and_saved() {
    let mut desk = desk(|samples| samples.romashka);
    let action = desk.page.press(&command('d'), &desk.context);
    assert!(action.wishes.is_empty());
    assert!(matches!(desk.page.dialog, Some(Dialog::Dossier(_))));
    let wishes = desk.send(Message::Dossier(dossier::Message::OpenPressed));
    let [Wish::Launch(Launch::Open, path)] = &wishes[..] else {
        panic!("{wishes:?}");
    };
    assert!(std::fs::read(path).unwrap().starts_with(b"PK"));
    assert!(desk.page.dialog.is_none(), "the dialog is closed");

    let folder = tempfile::tempdir().unwrap();
    desk.send(Message::DossierPressed);
    let path = folder.path().join("досье");
    let chosen = dossier::Message::Chosen(Answer::Path(path));
    let wishes = desk.send(Message::Dossier(chosen));
    assert!(matches!(&wishes[..], [Wish::Say(said)] if said.contains("досье.docx")));
    assert!(folder.path().join("досье.docx").exists());
}

#[test]
fn a_dossier_that_cannot_be_written_says_why() {
    let mut desk = desk(|samples| samples.romashka);
    desk.send(Message::DossierPressed);
    let nowhere = std::path::PathBuf::from("/nowhere/at/all.docx");
    desk.send(Message::Dossier(dossier::Message::Chosen(Answer::NoDialog)));
    desk.send(Message::Dossier(dossier::Message::Typed(
        nowhere.display().to_string(),
    )));
    let wishes = desk.send(Message::Dossier(dossier::Message::Submitted));
    assert!(wishes.is_empty());
    assert!(matches!(desk.page.dialog, Some(Dialog::Dossier(_))));
}

#[test]
fn a_person_is_erased_with_a_ground_alone() {
    let mut desk = desk(|samples| samples.antonov);
    desk.send(Message::ErasePressed);
    let wishes = desk.send(Message::Erasure(erasure::Message::ErasePressed));
    assert!(wishes.is_empty(), "no ground was given");
    let ground = erasure::Message::GroundTyped("Заявление № 12".into());
    desk.send(Message::Erasure(ground));
    let wishes = desk.send(Message::Erasure(erasure::Message::ErasePressed));
    assert!(matches!(
        wishes[..],
        [Wish::Done(Operation::ErasePerson, _)]
    ));
    for message in run(desk.page.refresh(&desk.context)) {
        let _ = desk.page.update(message, &desk.context);
    }
    assert!(desk.page.card().is_none());

    let folder = tempfile::tempdir().unwrap();
    for name in ["протокол.docx", "протокол.txt"] {
        let path = folder.path().join(name);
        let chosen = erasure::Message::Chosen(Answer::Path(path.clone()));
        let wishes = desk.send(Message::Erasure(chosen));
        assert!(matches!(wishes[..], [Wish::Say(_)]));
        assert!(path.exists());
    }
    let text = std::fs::read_to_string(folder.path().join("протокол.txt")).unwrap();
    assert!(text.contains("Заявление № 12") && !text.contains("Антонов"));
    desk.send(Message::Closed);
    assert!(desk.page.dialog.is_none());
}

#[test]
fn an_organisation_has_no_personal_data() {
    let mut desk = desk(|samples| samples.romashka);
    desk.send(Message::ErasePressed);
    let ground = erasure::Message::GroundTyped("Заявление № 12".into());
    desk.send(Message::Erasure(ground));
    let wishes = desk.send(Message::Erasure(erasure::Message::ErasePressed));
    assert!(wishes.is_empty());
    let words = desk.context.locale.error(&Error::NotAPerson);
    assert!(words.contains("предпринимателя"));
    assert!(desk.page.card().is_some());
}

#[test]
fn escape_belongs_to_the_dialog() {
    let mut desk = desk(|samples| samples.antonov);
    desk.send(Message::DossierPressed);
    let action = desk.page.press(&press(Named::Escape), &desk.context);
    assert!(action.wishes.is_empty());
    let action = desk.page.press(&press(Named::Delete), &desk.context);
    assert!(action.wishes.is_empty() && desk.page.card().is_some());
}

#[test]
fn pictures() {
    let over = |message: Message| {
        move |context: &Context| {
            let samples = crate::ui::screen::testing::some_clients(context);
            let mut page = opened(samples[1], context);
            let action = page.update(say(message.clone()), context);
            settle(action, |message| page.update(message, context));
            page
        }
    };
    page("dossier", over(Message::DossierPressed), |page, context| {
        page.view(context)
    });
    page("erasure", over(Message::ErasePressed), |page, context| {
        page.view(context)
    });
    let erased = |context: &Context| {
        let mut page = over(Message::ErasePressed)(context);
        page.dialog = Some(Dialog::Erasure(Erasure::done(page.id())));
        page
    };
    page("erased", erased, Page::view);
}

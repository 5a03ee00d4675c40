mod paste;
mod slots;

use std::collections::HashMap;
use std::path::PathBuf;

use iced::Size;
use iced::futures::executor::block_on;
use iced::keyboard::Modifiers;
use iced_test::simulator;

use super::*;
use crate::domain::contact::Channel;
use crate::domain::merge::{Field, Side};
use crate::domain::{Card, Operation as Deed};
use crate::i18n::Language;
use crate::ui::screen::tests::{Samples, office, run_with};
use crate::ui::{headless, style};

/// A form with the office behind it.
pub(super) struct Desk {
    pub context: Context,
    samples: Samples,
    pub form: Form,
    /// The window it is shown in.
    stage: headless::Stage,
}

impl Desk {
    fn new(open: impl FnOnce(&Samples, &Context) -> (Form, Command<Message>)) -> Self {
        let (context, samples) = office(Language::Russian).unwrap();
        let (form, command) = open(&samples, &context);
        let mut desk = Self {
            context,
            samples,
            form,
            stage: headless::Stage::new(Size::new(1024.0, 700.0)),
        };
        assert!(desk.settle(Action::run(command)).is_empty());
        desk
    }

    pub fn edit(pick: fn(&Samples) -> Id<Client>) -> Self {
        Self::new(|samples, context| Form::edit(pick(samples), context))
    }

    pub fn create(kind: Kind) -> Self {
        Self::new(|_, context| Form::create(kind, None, context))
    }

    /// Runs what an action wants done, and all that follows; returns the wishes.
    pub fn settle(&mut self, action: Action<Message>) -> Vec<Wish> {
        let mut wishes = action.wishes;
        let said = run_with(action.command, |operation| {
            let view = self.form.view(&self.context);
            self.stage.carry_out(view, operation);
        });
        for message in said {
            let action = self.form.update(message, &self.context);
            wishes.extend(self.settle(action));
        }
        wishes
    }

    pub fn say(&mut self, message: Message) -> Vec<Wish> {
        let action = self.form.update(message, &self.context);
        self.settle(action)
    }

    pub fn text(&mut self, field: TextField, text: &str) {
        assert!(self.say(Message::Text(field, text.into())).is_empty());
    }

    pub fn press(&mut self, key: Named, modifiers: Modifiers) -> Vec<Wish> {
        let press = Press {
            key: Key::Named(key),
            latin: None,
            text: None,
            modifiers,
            is_captured: false,
            within: None,
        };
        let action = self.form.press(&press, &self.context);
        self.settle(action)
    }

    fn write(&mut self, text: &str) {
        for letter in text.chars() {
            let events: Vec<_> = simulator::typewrite(&letter.to_string()).collect();
            let view = self.form.view(&self.context);
            for message in self.stage.send(view, &events) {
                self.say(message);
            }
        }
    }

    fn card(&self, id: Id<Client>) -> Card {
        block_on(self.context.worker.read(move |reader| reader.card(id))).unwrap()
    }

    /// A colleague changes Romashka while the form is open.
    pub fn colleague(&self, change: impl FnOnce(&mut Card) + Send + 'static) {
        let id = self.samples.romashka;
        let written = self.context.worker.write(move |workspace| {
            let base = workspace.read().card(id)?;
            let mut theirs = base.clone();
            change(&mut theirs);
            workspace.save_card(&base, &theirs, &HashMap::new())
        });
        block_on(written).unwrap();
    }

    fn problems(&self) -> Vec<typed::Problem> {
        self.form.problems(&self.context)
    }

    fn typed(&self) -> &Typed {
        &self.form.sheet.as_ref().unwrap().typed
    }
}

fn is_done(wishes: &[Wish], wanted: Deed) -> bool {
    matches!(wishes, [Wish::Done(operation, _), ..] if *operation == wanted)
}

#[test]
fn what_is_typed_into_a_new_card_is_saved_and_opened() {
    let mut desk = Desk::create(Kind::Organization);
    desk.write("ООО «Лютик»");
    desk.press(Named::Tab, Modifiers::empty());
    desk.write("Лютик");
    desk.press(Named::Tab, Modifiers::SHIFT);
    desk.write("!");
    assert_eq!(desk.typed().card.client.name, "ООО «Лютик»!");
    assert_eq!(desk.typed().card.client.full_name, "Лютик");
    desk.text(TextField::Inn, " 7825 107-325 ");
    desk.say(Message::Contacts(contacts::Message::Typed(
        0,
        " 350-94-14 ".into(),
    )));
    let wishes = desk.press(Named::Enter, Modifiers::empty());
    assert!(is_done(&wishes, Deed::AddClient), "{wishes:?}");
    let [_, Wish::Back, Wish::Open(new)] = wishes[..] else {
        panic!("{wishes:?}");
    };
    let card = desk.card(new);
    assert_eq!(card.client.inn, "7825107325");
    assert_eq!(card.contacts.len(), 1); // the blank e-mail is gone
    assert_eq!(card.contacts[0].value, "350-94-14");
    assert!(card.addresses.is_empty() && card.accounts.is_empty());
    assert_eq!(card.client.owner, Some(desk.context.me.id));
}

#[test]
fn an_edited_card_is_saved_and_left() {
    let mut desk = Desk::edit(|samples| samples.romashka);
    assert!(!desk.form.is_dirty());
    desk.text(TextField::Kpp, "784001002");
    assert!(desk.form.is_dirty());
    let wishes = desk.press(Named::Enter, Modifiers::COMMAND);
    assert!(is_done(&wishes, Deed::EditClient), "{wishes:?}");
    assert!(matches!(wishes[1..], [Wish::Back]));
    assert_eq!(desk.card(desk.samples.romashka).client.kpp, "784001002");
}

#[test]
fn leaving_asks_only_where_something_is_unsaved() {
    let mut desk = Desk::edit(|samples| samples.romashka);
    let wishes = desk.press(Named::Escape, Modifiers::empty());
    assert!(matches!(wishes[..], [Wish::Back]));

    let mut desk = Desk::edit(|samples| samples.romashka);
    desk.say(Message::Contacts(contacts::Message::Add(Channel::Fax)));
    assert!(!desk.form.is_dirty(), "an empty line says nothing");
    desk.text(TextField::Name, "Ромашка плюс");
    assert!(desk.press(Named::Escape, Modifiers::empty()).is_empty());
    assert!(matches!(desk.form.question, Some(Question::Leaving)));
    assert!(desk.say(Message::Stay).is_empty());
    assert_eq!(desk.typed().card.client.name, "Ромашка плюс");

    desk.press(Named::Escape, Modifiers::empty());
    assert!(matches!(desk.say(Message::Discard)[..], [Wish::Back]));
    assert!(!desk.form.is_dirty());
    let name = desk.card(desk.samples.romashka).client.name;
    assert_eq!(name, "ООО «Ромашка»");

    let mut desk = Desk::edit(|samples| samples.romashka);
    desk.text(TextField::Name, "Ромашка плюс");
    desk.press(Named::Escape, Modifiers::empty());
    let wishes = desk.press(Named::Enter, Modifiers::empty());
    assert!(is_done(&wishes, Deed::EditClient), "{wishes:?}");
}

#[test]
fn what_a_colleague_changed_elsewhere_is_kept() {
    let mut desk = Desk::edit(|samples| samples.romashka);
    desk.text(TextField::Kpp, "784001002");
    desk.colleague(|card| card.client.ogrn = "1027809169993".into());
    let command = desk.form.refresh(&desk.context);
    desk.settle(Action::run(command));
    assert_eq!(desk.typed().card.client.kpp, "784001002");
    assert!(desk.form.sheet.as_ref().unwrap().has_news);

    let wishes = desk.say(Message::Save);
    assert!(is_done(&wishes, Deed::EditClient), "{wishes:?}");
    let card = desk.card(desk.samples.romashka);
    assert_eq!(card.client.kpp, "784001002");
    assert_eq!(card.client.ogrn, "1027809169993");
}

#[test]
fn a_form_nobody_has_typed_into_follows_the_base() {
    let mut desk = Desk::edit(|samples| samples.romashka);
    desk.colleague(|card| card.client.kpp = "784001009".into());
    let command = desk.form.refresh(&desk.context);
    desk.settle(Action::run(command));
    assert_eq!(desk.typed().card.client.kpp, "784001009");
    assert!(!desk.form.is_dirty());
}

#[test]
fn the_same_field_is_asked_about_and_either_value_can_be_kept() {
    for (side, kept) in [(Side::Mine, "784001002"), (Side::Theirs, "784001009")] {
        let mut desk = Desk::edit(|samples| samples.romashka);
        desk.text(TextField::Kpp, "784001002");
        desk.text(TextField::FullName, "ООО Ромашка");
        desk.colleague(|card| card.client.kpp = "784001009".into());
        assert!(desk.say(Message::Save).is_empty());
        let Some(Question::Clash(clash)) = &desk.form.question else {
            panic!("nothing is asked");
        };
        assert!(!clash.is_settled(), "nothing is chosen in the beginning");
        assert!(desk.say(Message::Save).is_empty());

        let field = Field::Text(TextField::Kpp);
        desk.say(Message::Clash(crate::ui::screen::clash::Message::Chosen(
            field, side,
        )));
        let wishes = desk.say(Message::Save);
        assert!(is_done(&wishes, Deed::EditClient), "{wishes:?}");
        let card = desk.card(desk.samples.romashka);
        assert_eq!(card.client.kpp, kept);
        assert_eq!(card.client.full_name, "ООО Ромашка");
    }
}

#[test]
fn wrong_numbers_warn_and_are_saved() {
    let mut desk = Desk::edit(|samples| samples.tor);
    desk.text(TextField::Inn, "7826218435");
    assert!(crate::ui::screen::card::doubt(TextField::Inn, "7826218435").is_some());
    let wishes = desk.say(Message::Save);
    assert!(is_done(&wishes, Deed::EditClient), "{wishes:?}");
    assert_eq!(desk.card(desk.samples.tor).client.inn, "7826218435");
}

#[test]
fn a_card_without_any_name_is_not_saved() {
    let mut desk = Desk::create(Kind::Person);
    assert!(desk.say(Message::Save).is_empty());
    assert_eq!(desk.problems(), [typed::Problem::Name]);
    desk.text(TextField::FirstName, "Юлия");
    assert_eq!(desk.problems(), []);
    assert!(is_done(&desk.say(Message::Save), Deed::AddClient));
}

#[test]
fn what_fails_to_be_saved_stays_in_the_form() {
    let mut desk = Desk::edit(|samples| samples.romashka);
    desk.text(TextField::Name, "Ромашка плюс");
    let id = desk.samples.romashka;
    let gone = desk.context.worker.write(move |workspace| {
        workspace.transact(Deed::DeleteClients, |tx| tx.delete_clients(&[id]))
    });
    block_on(gone).unwrap();
    let wishes = desk.say(Message::Save);
    assert!(matches!(wishes[..], [Wish::Fail(_)]), "{wishes:?}");
    assert_eq!(desk.typed().card.client.name, "Ромашка плюс");
    assert!(desk.form.is_dirty());
}

#[test]
fn the_same_inn_leads_to_the_card_that_has_it() {
    let mut desk = Desk::create(Kind::Organization);
    desk.text(TextField::Inn, "78 2510 7325");
    let same = &desk.form.sheet.as_ref().unwrap().same_inn;
    assert_eq!(same[0].client.id, desk.samples.romashka);
    let id = same[0].client.id;
    assert!(desk.say(Message::Open(id)).is_empty(), "it asks first");
    let wishes = desk.say(Message::Discard);
    assert!(matches!(wishes[..], [Wish::Back, Wish::Open(open)] if open == id));
}

#[test]
fn a_person_is_entered_with_sex_birthday_and_employer() {
    let mut desk = Desk::create(Kind::Person);
    desk.text(TextField::Surname, "Розова");
    desk.text(TextField::FirstName, "Алина");
    desk.text(TextField::Patronymic, "Андреевна");
    assert_eq!(desk.typed().card.client.sex, Some(Sex::Female));
    desk.say(Message::Birthday("12 мая".into()));
    desk.say(Message::Employer(employer::Message::Typed("ромаш".into())));
    assert!(
        desk.say(Message::Save).is_empty(),
        "the employer is still open"
    );
    assert_eq!(desk.problems(), [typed::Problem::Employer]);
    desk.press(Named::Tab, Modifiers::empty());
    assert_eq!(desk.typed().employer, "ООО «Ромашка»");
    let wishes = desk.say(Message::Save);
    let [_, Wish::Back, Wish::Open(new)] = wishes[..] else {
        panic!("{wishes:?}");
    };
    let client = desk.card(new).client;
    assert_eq!(client.employer, Some(desk.samples.romashka));
    assert_eq!(client.birthday.unwrap().to_string(), "--05-12");
}

#[test]
fn an_employer_and_a_group_can_be_new_and_are_undone_with_the_person() {
    let mut desk = Desk::create(Kind::Person);
    desk.text(TextField::Surname, "Розова");
    desk.say(Message::Employer(employer::Message::Typed(
        "ООО «Лютик»".into(),
    )));
    desk.press(Named::Tab, Modifiers::empty());
    desk.say(Message::Groups(groups::Message::Typed("Важные".into())));
    desk.press(Named::Tab, Modifiers::empty());
    let wishes = desk.say(Message::Save);
    let [_, Wish::Back, Wish::Open(new)] = wishes[..] else {
        panic!("{wishes:?}");
    };
    let card = desk.card(new);
    let employer = desk.card(card.client.employer.unwrap());
    assert_eq!(employer.client.name, "ООО «Лютик»");
    assert_eq!(card.memberships.len(), 1);

    let undone = block_on(desk.context.worker.write(|workspace| {
        workspace.undo()?;
        Ok(workspace.read().groups(Kind::Person)?.len())
    }));
    assert_eq!(undone.unwrap(), 0);
}

#[test]
fn an_address_is_filled_with_another() {
    let mut desk = Desk::edit(|samples| samples.tor);
    let postal = crate::domain::contact::Purpose::Postal;
    desk.say(Message::Addresses(addresses::Message::Add(postal)));
    desk.say(Message::Addresses(addresses::Message::SameAs(1, 0)));
    assert!(is_done(&desk.say(Message::Save), Deed::EditClient));
    let card = desk.card(desk.samples.tor);
    assert_eq!(card.addresses[0].line(), card.addresses[1].line());
    assert!(card.addresses[0].is_main && !card.addresses[1].is_main);
}

#[test]
fn tab_brings_the_next_field_into_sight() {
    let mut desk = Desk::edit(|samples| samples.tor);
    let folder = std::env::var_os("VIZITKA_PICTURES").map(PathBuf::from);
    let mut last = Vec::new();
    for step in 0..24 {
        desk.press(Named::Tab, Modifiers::empty());
        let view = desk.form.view(&desk.context);
        let picture = desk.stage.picture(view, &style::light());
        assert!(
            picture.rgba != last,
            "nobody sees where the focus went at step {step}"
        );
        if let Some(folder) = folder.as_ref().filter(|_| step % 6 == 5) {
            picture
                .save(folder.join(format!("tab-{step}.png")))
                .unwrap();
        }
        last = picture.rgba;
    }
}

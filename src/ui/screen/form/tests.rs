use std::collections::HashMap;
use std::path::PathBuf;

use iced::Size;
use iced::futures::executor::block_on;
use iced::keyboard::Modifiers;
use iced_test::selector::id;
use iced_test::simulator::Simulator;

use super::*;
use crate::domain::contact::Channel;
use crate::domain::merge::{Field, Side};
use crate::i18n::Language;
use crate::ui::screen::samples::{Samples, office, run};
use crate::ui::{headless, style};

/// A form with the office behind it.
struct Desk {
    context: Context,
    samples: Samples,
    form: Form,
}

impl Desk {
    fn new(open: impl FnOnce(&Samples, &Context) -> (Form, Command<Message>)) -> Self {
        let (context, samples) = office(Language::Russian).unwrap();
        let (form, command) = open(&samples, &context);
        let mut desk = Self {
            context,
            samples,
            form,
        };
        assert!(desk.settle(Action::run(command)).is_empty());
        desk
    }

    fn edit(pick: fn(&Samples) -> Id<Client>) -> Self {
        Self::new(|samples, context| Form::edit(pick(samples), context))
    }

    fn create(kind: Kind) -> Self {
        Self::new(|_, context| Form::create(kind, None, context))
    }

    /// Runs what an action wants done, and all that follows; returns the wishes.
    fn settle(&mut self, action: Action<Message>) -> Vec<Wish> {
        let mut wishes = action.wishes;
        for message in run(action.command) {
            let action = self.form.update(message, &self.context);
            wishes.extend(self.settle(action));
        }
        wishes
    }

    fn say(&mut self, message: Message) -> Vec<Wish> {
        let action = self.form.update(message, &self.context);
        self.settle(action)
    }

    fn text(&mut self, field: TextField, text: &str) {
        assert!(self.say(Message::Text(field, text.into())).is_empty());
    }

    fn press(&mut self, key: Named, modifiers: Modifiers) -> Vec<Wish> {
        let press = Press {
            key: Key::Named(key),
            latin: None,
            text: None,
            modifiers,
            is_captured: false,
        };
        let action = self.form.press(&press, &self.context);
        self.settle(action)
    }

    fn card(&self, id: Id<Client>) -> Card {
        block_on(self.context.worker.read(move |reader| reader.card(id))).unwrap()
    }

    /// A colleague changes Romashka while the form is open.
    fn colleague(&self, change: impl FnOnce(&mut Card) + Send + 'static) {
        let id = self.samples.romashka;
        let written = self.context.worker.write(move |workspace| {
            let base = workspace.read().card(id)?;
            let mut theirs = base.clone();
            change(&mut theirs);
            workspace.save_card(&base, &theirs, &HashMap::new())
        });
        block_on(written).unwrap();
    }

    fn typed(&self) -> &Typed {
        &self.form.sheet.as_ref().unwrap().typed
    }
}

fn is_done(wishes: &[Wish], wanted: Operation) -> bool {
    matches!(wishes, [Wish::Done(operation, _), ..] if *operation == wanted)
}

use crate::domain::Operation;

#[test]
fn what_is_typed_into_a_new_card_is_saved_and_opened() {
    let mut desk = Desk::create(Kind::Organization);
    let view = desk.form.view(&desk.context);
    let mut window = Simulator::new(view);
    window.click(id("name")).unwrap();
    window.typewrite("ООО «Лютик»");
    let said: Vec<Message> = window.into_messages().collect();
    // Without an update between them, each letter is typed into the same empty field.
    assert!(matches!(&said[0], Message::Text(TextField::Name, text) if text == "О"));

    desk.text(TextField::Name, "ООО «Лютик»");
    desk.text(TextField::Inn, " 7825 107-325 ");
    desk.say(Message::Contacts(contacts::Message::Typed(
        0,
        " 350-94-14 ".into(),
    )));
    let wishes = desk.press(Named::Enter, Modifiers::empty());
    assert!(is_done(&wishes, Operation::AddClient), "{wishes:?}");
    let [_, Wish::Open(new)] = wishes[..] else {
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
    assert!(is_done(&wishes, Operation::EditClient), "{wishes:?}");
    assert!(matches!(wishes[1..], [Wish::Back]));
    assert_eq!(desk.card(desk.samples.romashka).client.kpp, "784001002");
}

#[test]
fn leaving_asks_only_where_something_is_unsaved() {
    let mut desk = Desk::edit(|samples| samples.romashka);
    let wishes = desk.press(Named::Escape, Modifiers::empty());
    assert!(matches!(wishes[..], [Wish::Back]));

    desk.say(Message::Contacts(contacts::Message::Add(Channel::Fax)));
    assert!(!desk.form.is_dirty(), "an empty line says nothing");
    desk.text(TextField::Name, "Ромашка плюс");
    assert!(desk.press(Named::Escape, Modifiers::empty()).is_empty());
    assert!(matches!(desk.form.question, Some(Question::Leaving)));
    assert!(desk.say(Message::Stay).is_empty());
    assert_eq!(desk.typed().card.client.name, "Ромашка плюс");

    desk.press(Named::Escape, Modifiers::empty());
    assert!(matches!(desk.say(Message::Discard)[..], [Wish::Back]));
    assert_eq!(
        desk.card(desk.samples.romashka).client.name,
        "ООО «Ромашка»"
    );

    desk.press(Named::Escape, Modifiers::empty());
    let wishes = desk.press(Named::Enter, Modifiers::empty());
    assert!(is_done(&wishes, Operation::EditClient), "{wishes:?}");
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
    assert!(is_done(&wishes, Operation::EditClient), "{wishes:?}");
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
        desk.say(Message::Clash(clash::Message::Chosen(field, side)));
        let wishes = desk.say(Message::Save);
        assert!(is_done(&wishes, Operation::EditClient), "{wishes:?}");
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
    assert!(is_done(&wishes, Operation::EditClient), "{wishes:?}");
    assert_eq!(desk.card(desk.samples.tor).client.inn, "7826218435");
}

#[test]
fn a_card_without_any_name_is_not_saved() {
    let mut desk = Desk::create(Kind::Person);
    assert!(desk.say(Message::Save).is_empty());
    assert_eq!(desk.form.problems(), [typed::Problem::Name]);
    desk.text(TextField::FirstName, "Юлия");
    assert_eq!(desk.form.problems(), []);
    assert!(is_done(&desk.say(Message::Save), Operation::AddClient));
}

#[test]
fn what_fails_to_be_saved_stays_in_the_form() {
    let mut desk = Desk::edit(|samples| samples.romashka);
    desk.text(TextField::Name, "Ромашка плюс");
    let id = desk.samples.romashka;
    let gone = desk.context.worker.write(move |workspace| {
        workspace.transact(Operation::DeleteClients, |tx| tx.delete_clients(&[id]))
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
    assert!(matches!(wishes[..], [Wish::Open(open)] if open == id));
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
    assert_eq!(desk.form.problems(), [typed::Problem::Employer]);
    desk.press(Named::Tab, Modifiers::empty());
    assert_eq!(desk.typed().employer, "ООО «Ромашка»");
    let wishes = desk.say(Message::Save);
    let [_, Wish::Open(new)] = wishes[..] else {
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
    let [_, Wish::Open(new)] = wishes[..] else {
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
    assert!(is_done(&desk.say(Message::Save), Operation::EditClient));
    let card = desk.card(desk.samples.tor);
    assert_eq!(card.addresses[0].line(), card.addresses[1].line());
    assert!(card.addresses[0].is_main && !card.addresses[1].is_main);
}

/// Writes the pictures one looks at: `VIZITKA_PICTURES=folder cargo test forms_are_drawn`.
#[test]
fn forms_are_drawn_in_both_languages_and_themes() {
    let folder = std::env::var_os("VIZITKA_PICTURES").map(PathBuf::from);
    for (name, mut desk) in desks() {
        for (language, theme, size) in [
            (Language::Russian, style::light(), Size::new(1440.0, 900.0)),
            (Language::Russian, style::dark(), Size::new(1024.0, 700.0)),
            (Language::English, style::light(), Size::new(1232.0, 1500.0)),
        ] {
            desk.context.locale = crate::i18n::Locale::new(language);
            let view = desk.form.view(&desk.context);
            let picture = headless::picture(view, &theme, size);
            let first = picture.rgba[..4].to_vec();
            assert!(picture.rgba.chunks(4).any(|pixel| pixel != first));
            if let Some(folder) = &folder {
                let (code, width) = (language.code(), size.width);
                let path = folder.join(format!("form-{name}-{code}-{width}.png"));
                picture.save(path).unwrap();
            }
        }
    }
}

fn desks() -> Vec<(&'static str, Desk)> {
    let mut empty = Desk::create(Kind::Person);
    empty.say(Message::Save);
    let mut person = Desk::edit(|samples| samples.antonov);
    person.say(Message::Employer(employer::Message::Typed("ООО".into())));
    let mut clash = Desk::edit(|samples| samples.romashka);
    clash.text(TextField::Kpp, "784001002");
    let contact = contacts::Message::Typed(1, "+7 921 000-00-00".into());
    clash.say(Message::Contacts(contact));
    clash.colleague(|card| {
        card.client.kpp = "784001009".into();
        card.contacts[1].value = "+7 911 111-11-11".into();
    });
    clash.say(Message::Save);
    let field = Field::Text(TextField::Kpp);
    clash.say(Message::Clash(clash::Message::Chosen(field, Side::Theirs)));
    let mut leaving = Desk::edit(|samples| samples.tor);
    leaving.text(TextField::Name, "ЗАО «Тор» и К");
    leaving.press(Named::Escape, Modifiers::empty());
    vec![
        ("new-organization", Desk::create(Kind::Organization)),
        ("new-person", empty),
        ("romashka", Desk::edit(|samples| samples.romashka)),
        ("tor", Desk::edit(|samples| samples.tor)),
        ("antonov", person),
        ("clash", clash),
        ("leaving", leaving),
    ]
}

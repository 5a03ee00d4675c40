use super::*;
use crate::domain::client::{Kind, TextField};
use crate::i18n::Language;
use crate::ui::screen::testing;

/// A form in which such a client was typed, the keys at rest.
fn typed(context: &Context, name: &str) -> Form {
    let (mut form, command) = Form::create(Kind::Organization, None, context);
    testing::settle(Action::run(command), |message| {
        form.update(message, context)
    });
    let action = form.update(Outer::Text(TextField::Name, name.to_owned()), context);
    testing::settle(action, |message| form.update(message, context));
    form
}

fn told(form: &Form) -> Vec<String> {
    let sheet = form.sheet.as_ref().unwrap();
    let told = sheet.suspects.told();
    told.map(|suspect| suspect.listing.client.title()).collect()
}

#[test]
fn a_client_that_is_here_already_is_told_while_it_is_typed() {
    let context = testing::context(Language::Russian);
    let mut form = typed(&context, "ромашка");
    assert_eq!(told(&form), ["ООО «Ромашка»"]);
    assert!(form.view(&context).as_widget().size().width != iced::Length::Shrink);
    let other = form.sheet.as_ref().unwrap().suspects.found[0]
        .listing
        .client
        .id;

    let distinct = Outer::Suspects(Message::Distinct(other));
    let action = form.update(distinct, &context);
    assert!(testing::settle(action, |message| form.update(message, &context)).is_empty());
    assert_eq!(told(&form), [""; 0]);
    let action = form.update(Outer::Save, &context);
    testing::settle(action, |message| form.update(message, &context));
    let apart = context.worker.read(|reader| Ok(reader.told_apart()?.len()));
    assert_eq!(iced::futures::executor::block_on(apart).unwrap(), 1);
}

#[test]
fn another_phone_of_the_same_name_is_compared_again() {
    let context = testing::context(Language::Russian);
    let mut form = typed(&context, "совсем другое имя");
    assert_eq!(told(&form), [""; 0]);
    let sheet = form.sheet.as_mut().unwrap();
    let before = sheet.suspects.asked;
    let card = sheet.typed.card.clone();
    let _ = sheet.suspects.follow(&card);
    assert_eq!(sheet.suspects.asked, before, "nothing new was typed");
}

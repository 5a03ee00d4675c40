use std::fs;
use std::path::Path;

use iced::futures::executor::block_on;
use iced_test::Simulator;

use super::super::tests::{open, say};
use super::super::{Message as Outer, Settings, Tab};
use super::*;
use crate::domain::company::PictureKind;
use crate::i18n::Language;
use crate::ui::screen::testing;
use text::Text;

fn shown() -> (Context, Settings) {
    let context = testing::context(Language::Russian);
    let mut settings = open(&context);
    say(&mut settings, Outer::TabChosen(Tab::Companies), &context);
    (context, settings)
}

fn tell(settings: &mut Settings, message: Message, context: &Context) -> Vec<Wish> {
    let wishes = say(settings, Outer::Companies(message), context);
    let refreshed = settings.refresh(context);
    testing::settle(Action::run(refreshed), |message| {
        settings.update(message, context)
    });
    wishes
}

fn is_done(wishes: &[Wish], operation: Operation) -> bool {
    matches!(wishes, [Wish::Done(done, _)] if *done == operation)
}

fn typed(text: Text, typed: &str) -> Message {
    Message::Form(form::Message::Typed(text, typed.to_owned()))
}

fn picture(message: pictures::Message) -> Message {
    Message::Form(form::Message::Pictures(message))
}

/// A red square, as a file.
fn red(folder: &Path) -> PathBuf {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 40, 40);
    encoder.set_color(png::ColorType::Rgb);
    let pixels = [200, 30, 40].repeat(1600);
    encoder
        .write_header()
        .and_then(|mut writer| writer.write_image_data(&pixels))
        .unwrap();
    let path = folder.join("печать.png");
    fs::write(&path, bytes).unwrap();
    path
}

fn known(context: &Context) -> Vec<Company> {
    block_on(context.worker.read(companies)).unwrap()
}

#[test]
fn a_company_is_added_made_the_usual_one_and_removed() {
    let (context, mut settings) = shown();
    tell(&mut settings, Message::NewPressed, &context);
    assert!(tell(&mut settings, Message::Submitted, &context).is_empty());
    let mut window = Simulator::new(settings.view(&context));
    assert!(window.find("Напишите название компании").is_ok());
    drop(window);

    let name = typed(Text::Name, " ООО «Модус-Сервис» ");
    tell(&mut settings, name, &context);
    let wishes = tell(&mut settings, Message::Submitted, &context);
    assert!(is_done(&wishes, Operation::AddCompany));
    assert!(!settings.companies.is_open());
    let [first, second] = &known(&context)[..] else {
        panic!("two companies");
    };
    assert_eq!(second.name, "ООО «Модус-Сервис»");

    let usual = Message::UsualPressed(second.id);
    assert!(is_done(
        &tell(&mut settings, usual, &context),
        Operation::EditCompany
    ));
    assert_eq!(known(&context)[0].id, second.id);
    let removed = Message::DeletePressed(second.id);
    assert!(is_done(
        &tell(&mut settings, removed, &context),
        Operation::DeleteCompany
    ));
    let removed = Message::DeletePressed(first.id);
    assert!(tell(&mut settings, removed, &context).is_empty());
    assert_eq!(known(&context).len(), 1);

    // Papers that name the one that was removed still say who it was.
    let id = second.id;
    let removed = block_on(context.worker.read(move |reader| reader.company(Some(id))));
    assert_eq!(removed.unwrap().unwrap().name, "ООО «Модус-Сервис»");
}

#[test]
fn what_looks_wrong_is_said_and_saved_all_the_same() {
    let (context, mut settings) = shown();
    let id = known(&context)[0].id;
    tell(&mut settings, Message::Chosen(id), &context);
    for (text, wrong) in [
        (Text::Inn, "7825107320"),
        (Text::Bik, "544525225"),
        (Text::Account, "40702810"),
    ] {
        tell(&mut settings, typed(text, wrong), &context);
        let doubt = text.doubt(&settings.companies.form.as_ref().unwrap().company);
        let words = context.locale.doubt(&doubt.unwrap());
        let mut window = Simulator::new(settings.view(&context));
        assert!(window.find(words.as_str()).is_ok(), "{words}");
    }
    let wishes = tell(&mut settings, Message::Submitted, &context);
    assert!(is_done(&wishes, Operation::EditCompany));
    assert_eq!(known(&context)[0].inn, "7825107320");
}

#[test]
fn pictures_are_put_in_replaced_and_taken_away() {
    let folder = tempfile::tempdir().unwrap();
    let path = red(folder.path());
    let (context, mut settings) = shown();
    let id = known(&context)[0].id;
    tell(&mut settings, Message::Chosen(id), &context);

    // A dropped file is asked about, a typed path is taken as it is.
    say(&mut settings, Outer::Dropped(path.clone()), &context);
    let mut window = Simulator::new(settings.view(&context));
    assert!(window.find("Что на картинке «печать.png»?").is_ok());
    drop(window);
    let stamp = picture(pictures::Message::DroppedIs(PictureKind::Stamp));
    tell(&mut settings, stamp, &context);
    let no_picture = folder.path().join("письмо.txt");
    fs::write(&no_picture, "не картинка").unwrap();
    let logo = PictureKind::Logo;
    let answer = crate::ui::place::Answer::NoDialog;
    for message in [
        pictures::Message::Answered(logo, answer),
        pictures::Message::PathTyped(no_picture.display().to_string()),
        pictures::Message::PathSubmitted,
    ] {
        tell(&mut settings, picture(message), &context);
    }
    let mut window = Simulator::new(settings.view(&context));
    let refused = "«письмо.txt» — не картинка PNG, JPEG, GIF или BMP";
    assert!(window.find(refused).is_ok());
    drop(window);
    let wishes = tell(&mut settings, Message::Submitted, &context);
    assert!(is_done(&wishes, Operation::EditCompany));

    let kinds = || {
        let read = context.worker.read(move |reader| reader.pictures_of(id));
        let pictures = block_on(read).unwrap();
        pictures.into_iter().map(|one| one.kind).collect::<Vec<_>>()
    };
    assert_eq!(kinds(), [PictureKind::Stamp]);
    tell(&mut settings, Message::Chosen(id), &context);
    let form = settings.companies.form.as_ref().unwrap();
    let stamp = form.pictures.places[PictureKind::Stamp as usize].as_ref();
    assert!(stamp.is_some_and(|shown| shown.small.is_some()));
    let removed = picture(pictures::Message::Removed(PictureKind::Stamp));
    tell(&mut settings, removed, &context);
    tell(&mut settings, Message::Submitted, &context);
    assert!(kinds().is_empty());
}

#[test]
fn a_file_dropped_where_no_company_is_open_is_imported() {
    let (context, mut settings) = shown();
    let wishes = say(
        &mut settings,
        Outer::Dropped("клиенты.xlsx".into()),
        &context,
    );
    assert!(matches!(&wishes[..], [Wish::Import(Some(_))]));
}

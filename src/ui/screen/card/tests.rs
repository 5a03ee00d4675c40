use std::path::PathBuf;

use iced::Size;
use iced::futures::executor::block_on;
use iced::keyboard::{Key, Modifiers};

use super::*;
use crate::i18n::Language;
use crate::ui::screen::tests::{Samples, office, run};
use crate::ui::{headless, style};

fn page(id: Id<Client>, context: &Context) -> Page {
    let (mut page, command) = Page::new(id, context);
    for message in run(command) {
        let _ = page.update(message, context);
    }
    page
}

fn opened(pick: fn(&Samples) -> Id<Client>) -> (Context, Samples, Page) {
    let (context, samples) = office(Language::Russian).unwrap();
    let page = page(pick(&samples), &context);
    (context, samples, page)
}

fn sheet(page: &Page) -> &Sheet {
    page.sheet.as_ref().unwrap().as_ref().unwrap()
}

fn pressed(key: Named) -> Press {
    Press {
        key: Key::Named(key),
        latin: None,
        text: None,
        modifiers: Modifiers::empty(),
        is_captured: false,
    }
}

#[test]
fn people_and_their_organisation_open_each_other_in_one_click() {
    let (context, samples, mut page) = opened(|samples| samples.romashka);
    let person = sheet(&page).people[0].client.id;
    let action = page.update(Message::Open(person), &context);
    assert!(matches!(action.wishes[..], [Wish::Open(id)] if id == samples.antonov));

    let mut page = self::page(samples.antonov, &context);
    let employer = sheet(&page).employer.as_ref().unwrap().client.id;
    let action = page.update(Message::Open(employer), &context);
    assert!(matches!(action.wishes[..], [Wish::Open(id)] if id == samples.romashka));
}

#[test]
fn keys_edit_leave_and_delete() {
    let (context, samples, mut page) = opened(|samples| samples.romashka);
    let action = page.press(&pressed(Named::F2), &context);
    assert!(matches!(action.wishes[..], [Wish::Edit(id)] if id == samples.romashka));
    let action = page.press(&pressed(Named::Escape), &context);
    assert!(matches!(action.wishes[..], [Wish::Back]));

    let action = page.press(&pressed(Named::Delete), &context);
    let said = run(action.command).pop().unwrap();
    let action = page.update(said, &context);
    assert!(matches!(
        &action.wishes[..],
        [Wish::Done(Operation::DeleteClients, changed), Wish::Back] if changed.contains("clients")
    ));
    let command = page.refresh(&context);
    let _ = page.update(run(command).pop().unwrap(), &context);
    assert!(page.card().is_none());
}

#[test]
fn requisites_are_copied_as_text() {
    let (context, _, page) = opened(|samples| samples.romashka);
    let text = requisites::as_text(&context.locale, page.card().unwrap());
    assert!(
        text.starts_with("ООО «Ромашка»\nОбщество с ограниченной"),
        "{text}"
    );
    assert!(
        text.contains("\nИНН: 7825107325\nКПП: 784001001\n"),
        "{text}"
    );
    assert!(
        text.contains("\nРасчётный счёт: 40702810800000000082\nБанк: КБ"),
        "{text}"
    );
}

#[test]
fn the_history_names_columns_and_values_in_words() {
    let (context, samples, _page) = opened(|samples| samples.romashka);
    let read = context
        .worker
        .read(move |reader| history::Story::read(reader, samples.romashka, Kind::Organization));
    let story = block_on(read).unwrap();
    let told = story.deeds.iter();
    let told: Vec<_> = told
        .map(|deed| history::lines(deed, &story, &context))
        .collect();
    let changed = |label: &str, before: &str, after: &str| {
        history::Line::Changed(label.into(), before.into(), after.into())
    };
    assert_eq!(told.len(), 4); // undone, edited, edited, created
    assert!(told[1].contains(&changed("Контакт", "350-94-15", "+7 812 350-94-15")));
    assert!(told[2].contains(&changed("КПП", "782501001", "784001001")));
    assert!(told[2].contains(&changed("Кто это для нас", "Активный, Партнёр", "Активный")));
    assert_eq!(
        told[3],
        [history::Line::Sentence("Карточка создана".into())]
    );
}

/// Writes the pictures one looks at: `VIZITKA_PICTURES=folder cargo test cards_are_drawn`.
#[test]
fn cards_are_drawn_in_both_languages_and_themes() {
    let folder = std::env::var_os("VIZITKA_PICTURES").map(PathBuf::from);
    for (language, theme, size) in [
        (Language::Russian, style::light(), Size::new(1440.0, 900.0)),
        (Language::Russian, style::dark(), Size::new(1024.0, 700.0)),
        (Language::English, style::light(), Size::new(1232.0, 1300.0)),
    ] {
        let (context, samples) = office(language).unwrap();
        for (name, id) in [
            ("romashka", samples.romashka),
            ("tor", samples.tor),
            ("antonov", samples.antonov),
        ] {
            let page = page(id, &context);
            let picture = headless::picture(page.view(&context), &theme, size);
            let first = picture.rgba[..4].to_vec();
            assert!(picture.rgba.chunks(4).any(|pixel| pixel != first));
            if let Some(folder) = &folder {
                let (code, width) = (language.code(), size.width);
                let path = folder.join(format!("card-{name}-{code}-{width}.png"));
                picture.save(path).unwrap();
            }
        }
    }
}

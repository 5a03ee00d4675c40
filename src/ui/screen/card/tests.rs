use std::path::PathBuf;
use std::sync::Arc;

use iced::Size;
use iced::futures::executor::block_on;
use iced::keyboard::{Key, Modifiers};
use iced::widget::text_editor;

use super::*;
use crate::domain::link::LinkKind;
use crate::domain::note::ConsentSubject;
use crate::domain::{Consent, Link, Note, TeamMember};
use crate::i18n::Language;
use crate::ui::screen::testing::settle;
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
        within: None,
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
    let action = page.update(Message::Fill(Item::Web), &context);
    assert!(
        matches!(action.wishes[..], [Wish::Fill(id, Item::Web)] if id == samples.romashka),
        "what is missing opens the form there"
    );
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

#[test]
fn the_history_tells_what_hangs_on_the_card_in_words() {
    let (context, samples, _page) = opened(|samples| samples.romashka);
    let (card, me) = (samples.romashka, context.me.id);
    let tor = samples.tor;
    let mut note = Note::new(card, me, "Просят скидку");
    let write = context.worker.write(move |workspace| {
        workspace.transact(Operation::AddNote, |tx| {
            tx.save(&TeamMember::new(card, me, "Сервис"))?;
            let day = chrono::NaiveDate::from_ymd_opt(2026, 6, 28).unwrap();
            tx.save(&Consent::new(card, ConsentSubject::Mailing, true, day))?;
            tx.save(&Link::new(card, LinkKind::Competes, tor))?;
            note.version = tx.save(&note)?;
            Ok(())
        })?;
        note.is_pinned = true;
        workspace.transact(Operation::EditNote, |tx| tx.save(&note))?;
        history::Story::read(workspace.read(), card, Kind::Organization)
    });
    let story = block_on(write).unwrap();
    let told = |at: usize| history::lines(&story.deeds[at], &story, &context);
    let changed = |label: &str, before: &str, after: &str| {
        history::Line::Changed(label.into(), before.into(), after.into())
    };
    let pinned = "Заметка наверху Просят скидку · Главное";
    assert_eq!(told(0), [changed(pinned, "нет", "да")]);
    let who = context.me.short_name();
    assert_eq!(
        told(1),
        [
            changed("В команде клиента", "", &format!("{who} · Сервис")),
            changed("Заметка", "", "Просят скидку"),
            changed("Согласие, Рассылки", "", "согласие · 28.06.2026"),
            changed("Конкурент", "", "ЗАО «Тор»"),
        ]
    );
}

/// Does what follows from a message, and reads the card again where something was written.
fn does(page: &mut Page, message: Message, context: &Context) -> Vec<Wish> {
    let mut wishes = settle(page.update(message, context), |message| {
        page.update(message, context)
    });
    if wishes.iter().any(|wish| matches!(wish, Wish::Done(..))) {
        let command = page.refresh(context);
        wishes.extend(settle(Action::run(command), |message| {
            page.update(message, context)
        }));
    }
    wishes
}

fn typed(page: &mut Page, text: &str, context: &Context) {
    let paste = text_editor::Edit::Paste(Arc::new(text.to_owned()));
    let action = text_editor::Action::Edit(paste);
    does(page, notes::say(notes::Message::Typed(action)), context);
}

fn writes(page: &mut Page, text: &str, context: &Context) {
    does(page, notes::say(notes::Message::Write), context);
    typed(page, text, context);
    let wishes = does(page, notes::say(notes::Message::Save), context);
    assert!(matches!(wishes[..], [Wish::Done(Operation::AddNote, _)]));
}

#[test]
fn a_note_is_written_pinned_changed_and_removed() {
    let (context, _, mut page) = opened(|samples| samples.romashka);
    writes(&mut page, "Звонили, просят скидку", &context);
    writes(&mut page, "Скидка согласована", &context);
    let facts = |page: &Page| sheet(page).facts.notes.clone();
    let texts: Vec<_> = facts(&page).latest.into_iter().map(|it| it.text).collect();
    assert_eq!(texts, ["Скидка согласована", "Звонили, просят скидку"]);
    let first = facts(&page).latest[1].clone();
    assert_eq!(first.author, Some(context.me.id));

    does(&mut page, notes::say(notes::Message::Pin(first)), &context);
    let pinned = facts(&page).key_points[0].clone();
    assert_eq!((facts(&page).latest.len(), facts(&page).count), (1, 2));

    let edit = notes::say(notes::Message::Edit(pinned.clone()));
    does(&mut page, edit, &context);
    typed(&mut page, " 15 %", &context);
    assert!(page.is_dirty());
    does(&mut page, notes::say(notes::Message::Save), &context);
    assert!(!page.is_dirty());
    let changed = facts(&page).key_points[0].clone();
    assert_eq!(changed.text, "Звонили, просят скидку 15 %");
    assert_eq!(changed.written_at, pinned.written_at);

    let delete = notes::say(notes::Message::Delete(changed));
    does(&mut page, delete, &context);
    assert_eq!(facts(&page).count, 1);
}

#[test]
fn what_was_typed_is_not_lost_by_leaving() {
    let (context, _, mut page) = opened(|samples| samples.romashka);
    does(&mut page, notes::say(notes::Message::Write), &context);
    let leave = page.press(&pressed(Named::Escape), &context);
    assert!(leave.wishes.is_empty(), "an empty note is folded");
    does(&mut page, notes::say(notes::Message::Write), &context);
    typed(&mut page, "Важно", &context);
    let leave = page.press(&pressed(Named::Escape), &context);
    assert!(
        leave.wishes.is_empty() && page.is_dirty(),
        "it is asked about"
    );
    does(&mut page, Message::Stay, &context);
    assert!(page.is_dirty());
    let wishes = does(&mut page, Message::Discard, &context);
    assert!(matches!(wishes[..], [Wish::Back]));
}

#[test]
fn a_card_is_found_right_today_by_one_operation() {
    let (context, _, mut page) = opened(|samples| samples.tor);
    let wishes = does(&mut page, Message::CheckedToday, &context);
    assert!(matches!(wishes[..], [Wish::Done(Operation::CheckCard, _)]));
    let today = chrono::Local::now().date_naive();
    assert_eq!(page.card().unwrap().client.checked_on, Some(today));
}

#[test]
fn tabs_turn_by_keyboard_and_begin_again() {
    let (context, _, mut page) = opened(|samples| samples.romashka);
    let key = |key| Press {
        modifiers: Modifiers::COMMAND,
        ..pressed(key)
    };
    let tabs: Vec<Tab> = Tab::of(Kind::Organization).collect();
    for expected in tabs.iter().skip(1).chain(&tabs[..1]) {
        let _ = page.press(&key(Named::PageDown), &context);
        assert_eq!(page.tab, *expected);
    }
    let _ = page.press(&key(Named::PageUp), &context);
    assert_eq!(page.tab, Tab::Files);
}

#[test]
fn the_team_and_the_consents_are_kept() {
    let (context, _, mut page) = opened(|samples| samples.antonov);
    let team = |message| Message::Part(Part::Team(message));
    does(&mut page, team(team::Message::Add), &context);
    does(
        &mut page,
        team(team::Message::Role("Сервис".into())),
        &context,
    );
    does(&mut page, team(team::Message::Save), &context);
    assert_eq!(sheet(&page).facts.team[0].role, "Сервис");

    let consents = |message| Message::Part(Part::Consents(message));
    let subject = crate::domain::note::ConsentSubject::PersonalData;
    does(
        &mut page,
        consents(consents::Message::Add(subject)),
        &context,
    );
    does(
        &mut page,
        consents(consents::Message::Day("31.02".into())),
        &context,
    );
    let wishes = does(&mut page, consents(consents::Message::Save), &context);
    assert!(wishes.is_empty(), "no such day");
    does(
        &mut page,
        consents(consents::Message::Day("12.05.2024".into())),
        &context,
    );
    does(
        &mut page,
        consents(consents::Message::Ground("Анкета".into())),
        &context,
    );
    does(&mut page, consents(consents::Message::Save), &context);
    let word = &sheet(&page).facts.consents[0];
    assert!(word.is_given && word.ground == "Анкета");
    assert_eq!(word.decided_on.to_string(), "2024-05-12");
}

/// Romashka and its director with something in every section.
fn furnished(context: &Context, samples: &Samples) {
    let (romashka, antonov, tor) = (samples.romashka, samples.antonov, samples.tor);
    let me = context.me.id;
    let today = chrono::Local::now().date_naive();
    let done = context.worker.write(move |workspace| {
        workspace.transact(Operation::EditClient, |tx| {
            let mut client = tx.read().card(romashka)?.client;
            client.stage = Some(crate::domain::profile::Stage::Active);
            client.preferred_medium = Some(crate::domain::profile::Medium::Phone);
            client.preferred_time = "после 14:00".into();
            client.recommended_by = Some(tor);
            client.next_step = "Договориться о показе модуля отчётов".into();
            client.next_step_on = today.checked_sub_days(chrono::Days::new(3));
            client.checked_on = today.checked_sub_months(chrono::Months::new(14));
            client.situation = "Рынок растёт на 12 % в год, три крупных игрока.".into();
            client.goals = "Открыть склад в Москве до конца года.".into();
            tx.save(&client)?;
            let mut note = Note::new(romashka, me, "Скидка 15 % согласована до конца года");
            note.is_pinned = true;
            tx.save(&note)?;
            let text = "Звонили: просят прислать новый прайс и договор.\nОтвет обещали в среду.";
            for at in 0..24 {
                tx.save(&Note::new(romashka, me, format!("{text} ({at})")))?;
            }
            tx.save(&TeamMember::new(romashka, me, "Сервис"))?;
            let subject = crate::domain::note::ConsentSubject::PersonalData;
            let mut word = Consent::new(antonov, subject, true, today);
            word.ground = "Анкета на выставке".into();
            tx.save(&word)?;
            let subject = crate::domain::note::ConsentSubject::Mailing;
            tx.save(&Consent::new(antonov, subject, false, today))
                .map(drop)
        })
    });
    block_on(done).unwrap();
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
        furnished(&context, &samples);
        for (name, id) in [
            ("romashka", samples.romashka),
            ("tor", samples.tor),
            ("antonov", samples.antonov),
        ] {
            let mut page = page(id, &context);
            let kind = page.card().unwrap().client.kind;
            for tab in Tab::of(kind) {
                does(&mut page, Message::Tab(tab), &context);
                let picture = headless::picture(page.view(&context), &theme, size);
                let first = picture.rgba[..4].to_vec();
                assert!(picture.rgba.chunks(4).any(|pixel| pixel != first));
                if let Some(folder) = &folder {
                    let (code, width) = (language.code(), size.width);
                    let path = format!("card-{name}-{tab:?}-{code}-{width}.png");
                    picture.save(folder.join(path)).unwrap();
                }
            }
        }
    }
}

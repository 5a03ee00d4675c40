use iced_test::Simulator;

use super::files::State;
use super::*;
use crate::ui::screen::{Context, testing};
use crate::ui::widget::Element;

fn locale() -> Locale {
    Locale::new(Language::Russian)
}

fn filled(company: &str, owner: &str) -> Start {
    let mut start = Start::default();
    let _ = start.update(Message::NewPressed, &locale());
    let _ = start.update(Message::CompanyChanged(company.into()), &locale());
    let _ = start.update(Message::OwnerChanged(owner.into()), &locale());
    start
}

#[test]
fn a_file_that_is_gone_is_said_to_be_and_can_be_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    let (here, gone) = (
        folder.path().join("office.vizitka"),
        folder.path().join("gone.vizitka"),
    );
    std::fs::write(&here, "x").unwrap();
    let (mut start, look) = Start::new(&[here.clone(), gone.clone()]);
    for message in testing::run(look) {
        let _ = start.update(message, &locale());
    }
    assert!(matches!(start.recent[0].state, State::There(Some(_))));
    assert_eq!(start.recent[1].state, State::Missing);

    let locale = locale();
    let mut window = Simulator::new(start.view(&locale));
    assert!(window.find("не найден").is_ok());
    drop(window);
    let action = start.update(Message::RemovePressed(gone.clone()), &locale);
    assert!(matches!(action, Action::RemoveRecent(path) if path == gone));
    assert_eq!(start.recent.len(), 1);
}

#[test]
fn a_new_file_needs_a_company_and_a_name() {
    let mut start = filled("ООО «Модус-В»", " ");
    assert!(matches!(
        start.update(Message::FormSubmitted, &locale()),
        Action::None
    ));
    let locale = locale();
    let mut window = Simulator::new(start.view(&locale));
    assert!(window.find("Напишите, как вас зовут").is_ok());
}

#[test]
fn a_new_file_is_made_where_the_dialog_says() {
    let mut start = filled("ООО «Модус-В»", "Решетова Светлана Ивановна");
    let answer = Answer::Path("/tmp/office".into());
    match start.update(Message::Answered(answer), &locale()) {
        Action::CreateFile {
            path,
            company,
            owner,
        } => {
            assert_eq!(path, PathBuf::from("/tmp/office.vizitka"));
            assert_eq!(company, "ООО «Модус-В»");
            assert_eq!(owner.short_name(), "Решетова С. И.");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn where_there_is_no_dialog_the_path_is_typed() {
    let mut start = filled("ООО «Модус-В»", "Решетова Светлана");
    let _ = start.update(Message::Answered(Answer::NoDialog), &locale());
    let typed = start.typed.clone().unwrap();
    assert!(typed.ends_with("ООО Модус-В.vizitka"), "{typed}");

    let _ = start.update(Message::PathChanged("/tmp/a.vizitka".into()), &locale());
    let action = start.update(Message::FormSubmitted, &locale());
    assert!(matches!(action, Action::CreateFile { path, .. } if *path == *"/tmp/a.vizitka"));
}

#[test]
fn an_error_is_told_in_words_and_the_page_stays_usable() {
    let mut start = Start::default();
    let action = start.dropped("/tmp/notes.txt".into());
    assert!(matches!(action, Action::OpenFile(_)));
    start.failed(Error::NotOurs("/tmp/notes.txt".into()));

    let locale = locale();
    let words = locale.error(&Error::NotOurs("/tmp/notes.txt".into()));
    let mut window = Simulator::new(start.view(&locale));
    assert!(window.find(words.as_str()).is_ok());
    window.click("Осмотреться с примерами").unwrap();
    assert!(matches!(
        window.into_messages().next(),
        Some(Message::SamplesPressed)
    ));
}

fn draw<'a>(start: &'a &Start, context: &'a Context, _width: f32) -> Element<'a, Message> {
    start.view(&context.locale)
}

fn known(path: &str, state: State) -> Recent {
    Recent {
        state,
        ..Recent::new(path.as_ref())
    }
}

#[test]
fn pictures_of_the_start_page() {
    let moment = chrono::DateTime::from_timestamp(1_782_700_000, 0);
    let recent = vec![
        known(
            "/home/svetlana/Документы/Офис Санкт-Петербург.vizitka",
            State::There(moment),
        ),
        known(
            "/mnt/share/Отдел продаж/Очень длинное имя папки для проверки многоточия/office.vizitka",
            State::There(moment),
        ),
        known("/media/usb/Старая база.vizitka", State::Missing),
    ];
    let with = |form: Option<Form>, typed: Option<String>, error| Start {
        recent: recent.clone(),
        is_without_dialogs: typed.is_some(),
        form,
        typed,
        error,
        ..Start::default()
    };
    let form = Form {
        company: "ООО «Модус-В»".into(),
        owner: String::new(),
        is_checked: true,
    };
    let path = Some("/home/svetlana/Документы/Модус-В.vizitka".to_owned());
    let wrong = Error::NotOurs("/home/svetlana/Документы/прайс.xlsx".into());
    let states = [
        ("first", Start::default()),
        ("recent", with(None, None, None)),
        ("error", with(None, None, Some(wrong))),
        ("form", with(Some(form.clone()), None, None)),
        ("path", with(Some(form), path, None)),
    ];
    for (name, start) in &states {
        testing::pictures(&format!("start.{name}"), |_| start, draw);
    }
}

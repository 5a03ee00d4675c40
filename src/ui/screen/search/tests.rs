use iced_test::Simulator;

use super::*;
use crate::domain::client::Kind;
use crate::i18n::Language;
use crate::ui::screen::testing;

fn typed(search: &mut Search, text: &str, context: &Context) {
    let action = search.update(Message::QueryChanged(text.to_owned()), context);
    testing::settle(action, |message| search.update(message, context));
}

fn titles(search: &Search, context: &Context) -> Vec<String> {
    let clients = search.items(context);
    clients
        .iter()
        .filter_map(|item| match item {
            Item::Client(line, _) => Some(line.client.title()),
            Item::Paper(_) | Item::Deed(_) => None,
        })
        .collect()
}

#[test]
fn a_client_is_found_while_typing_and_opened_by_the_keyboard() {
    let context = testing::context(Language::Russian);
    let mut search = Search::new();
    typed(&mut search, "ром", &context);
    let found = titles(&search, &context);
    assert_eq!(found[..2], ["ООО «Ромашка»", "ООО «Ромашковый край»"]);

    let _ = search.press(&testing::press(Named::ArrowDown), &context);
    let wishes = search.press(&testing::press(Named::Enter), &context).wishes;
    let Item::Client(second, _) = search.items(&context)[1] else {
        panic!("a client");
    };
    let id = second.client.id;
    assert!(matches!(wishes[..], [Wish::Back, Wish::Open(opened)] if opened == id));
}

#[test]
fn a_late_answer_is_dropped() {
    let context = testing::context(Language::Russian);
    let mut search = Search::new();
    let late = search.update(Message::QueryChanged("агат".into()), &context);
    typed(&mut search, "ромашка", &context);
    let before = titles(&search, &context);

    testing::settle(late, |message| search.update(message, &context));
    assert!(!before.is_empty());
    assert_eq!(titles(&search, &context), before);
}

#[test]
fn enter_waits_for_the_answer() {
    let context = testing::context(Language::Russian);
    let mut search = Search::new();
    let action = search.update(Message::QueryChanged("движение".into()), &context);
    let pressed = search.press(&testing::press(Named::Enter), &context);
    assert!(pressed.wishes.is_empty());

    let wishes = testing::settle(action, |message| search.update(message, &context));
    assert!(matches!(wishes[..], [Wish::Back, Wish::Open(_)]));
}

#[test]
fn the_wrong_layout_says_what_was_searched_for() {
    let context = testing::context(Language::Russian);
    let mut search = Search::new();
    typed(&mut search, "hjvfirf", &context);
    let mut window = Simulator::new(search.view(&context));
    assert!(
        window
            .find("Искали «ромашка»: так, как было набрано, ничего нет")
            .is_ok()
    );
}

#[test]
fn a_phone_is_shown_as_the_reason() {
    let context = testing::context(Language::Russian);
    let mut search = Search::new();
    typed(&mut search, "350-94", &context);
    let mut why: Vec<_> = search
        .items(&context)
        .iter()
        .filter_map(|item| match item {
            Item::Client(_, Some(hit)) => Some(hit.matched.clone()),
            _ => None,
        })
        .collect();
    why.sort();
    assert_eq!(why, ["8123509414", "9213509414", "9213509414"]);
}

#[test]
fn what_can_be_done_is_found_by_its_name() {
    let context = testing::context(Language::Russian);
    let mut search = Search::new();
    typed(&mut search, "новый чел", &context);
    let wishes = search.press(&testing::press(Named::Enter), &context).wishes;
    assert!(matches!(
        wishes[..],
        [Wish::Back, Wish::Create(Kind::Person, None)]
    ));
}

#[test]
fn an_empty_search_shows_the_cards_opened_last() {
    let context = testing::context(Language::Russian);
    let mut search = Search::new();
    typed(&mut search, "ром", &context);
    let ids: Vec<_> = search
        .items(&context)
        .iter()
        .filter_map(|item| match item {
            Item::Client(line, _) => Some(line.client.id),
            Item::Paper(_) | Item::Deed(_) => None,
        })
        .collect();
    search.opened(ids[0]);
    search.opened(ids[1]);

    let command = search.open(&context);
    testing::settle(Action::run(command), |message| {
        search.update(message, &context)
    });
    assert_eq!(
        titles(&search, &context),
        ["ООО «Ромашковый край»", "ООО «Ромашка»"]
    );
}

#[test]
fn letters_go_into_the_field() {
    let context = testing::context(Language::Russian);
    let search = Search::new();
    let mut window = Simulator::new(search.view(&context));
    window.click(iced::widget::Id::new(view::INPUT)).unwrap();
    window.typewrite("р");
    let said: Vec<_> = window.into_messages().collect();
    assert!(matches!(&said[..], [Message::QueryChanged(query)] if query == "р"));
}

#[test]
fn a_click_does_what_the_line_says() {
    let context = testing::context(Language::English);
    let mut search = Search::new();
    typed(&mut search, "new org", &context);
    let mut window = Simulator::new(search.view(&context));
    window.click("New organisation").unwrap();
    let said: Vec<_> = window.into_messages().collect();
    assert!(matches!(said[..], [Message::Pressed(0)]));
}

#[test]
fn pictures_of_the_search() {
    let states: [(&str, &str); 5] = [
        ("phone", "350 94"),
        ("empty", ""),
        ("name", "ром"),
        ("layout", "hjvfirf"),
        ("nothing", "ъъъъ"),
    ];
    for (name, text) in states {
        let name = format!("search.{name}");
        let make = |context: &Context| {
            let mut search = Search::new();
            for id in testing::some_clients(context) {
                search.opened(id);
            }
            let open = Action::run(search.open(context));
            testing::settle(open, |message| search.update(message, context));
            typed(&mut search, text, context);
            search
        };
        let closed = Message::Scrolled(0.0);
        testing::dialog(&name, make, Search::view, closed);
    }
}

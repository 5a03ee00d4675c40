use iced::futures::executor::block_on;

use super::*;
use crate::demo;
use crate::i18n::{Language, Locale};
use crate::starter;
use crate::ui::screen::testing;

/// An office with sample work.
fn office(language: Language) -> Context {
    let mut context = testing::context(language);
    let filled = context.worker.write(move |workspace| {
        starter::equip(workspace, &Locale::new(language))?;
        demo::plan(workspace, demo::SEED)?;
        workspace.read().catalog()
    });
    context.catalog = block_on(filled).unwrap().into();
    context
}

fn open(context: &Context) -> Results {
    let mut page = Results::default();
    say(
        &mut page,
        Message::Period(period::Message::Chosen(Period::All)),
        context,
    );
    page
}

fn say(page: &mut Results, message: Message, context: &Context) -> Vec<Wish> {
    let action = page.update(message, context);
    testing::settle(action, |message| page.update(message, context))
}

fn press(page: &mut Results, key: Named, context: &Context) -> Vec<Wish> {
    let action = page.press(&testing::press(key), context);
    testing::settle(action, |message| page.update(message, context))
}

#[test]
fn every_figure_has_its_tasks_behind_it() {
    let context = office(Language::Russian);
    let mut page = open(&context);
    for by in By::ALL {
        say(&mut page, Message::ByChosen(*by), &context);
        let count = page.count();
        assert!(count > 0, "{by:?}");
        for _ in 0..count {
            let figure = page.current().unwrap();
            assert_eq!(page.behind.len() as i64, figure.done, "{by:?} {figure:?}");
            press(&mut page, Named::ArrowDown, &context);
        }
    }
}

#[test]
fn enter_goes_to_the_tasks_and_opens_one_and_escape_comes_back() {
    let context = office(Language::Russian);
    let mut page = open(&context);
    assert!(press(&mut page, Named::Enter, &context).is_empty());
    assert!(page.is_inside);
    let wishes = press(&mut page, Named::Enter, &context);
    let first = page.behind[0].task.id;
    assert!(matches!(wishes[..], [Wish::EditTask(id)] if id == first));
    assert!(press(&mut page, Named::Escape, &context).is_empty());
    assert!(matches!(
        press(&mut page, Named::Escape, &context)[..],
        [Wish::Back]
    ));
}

#[test]
fn figures_are_narrowed_to_an_employee_and_a_client() {
    let context = office(Language::Russian);
    let mut page = open(&context);
    let total = |page: &Results| -> i64 { page.figures.iter().flatten().map(|one| one.done).sum() };
    let all = total(&page);
    say(&mut page, Message::ByChosen(By::Client), &context);
    assert_eq!(total(&page), all);
    let figure = page.current().unwrap().clone();
    let Key::Client(client) = figure.key else {
        panic!("{figure:?}");
    };
    let narrowed = Message::ClientChosen(client, figure.name.clone());
    say(&mut page, narrowed, &context);
    assert_eq!((page.by, total(&page)), (By::Result, figure.done));
    say(
        &mut page,
        Message::ClientChosen(None, String::new()),
        &context,
    );
    let me = Some(context.me.id);
    say(&mut page, Message::EmployeeChosen(me), &context);
    say(&mut page, Message::ByChosen(By::Employee), &context);
    assert_eq!((page.count(), total(&page) > 0), (1, true));
    assert!(page.as_text(&context).lines().count() == 1);
}

#[test]
fn days_of_ones_own_are_typed_and_one_side_may_stay_open() {
    let context = office(Language::Russian);
    let mut page = open(&context);
    say(
        &mut page,
        Message::Period(period::Message::Chosen(Period::Own)),
        &context,
    );
    say(
        &mut page,
        Message::Period(period::Message::Typed(0, "30.06.2008".into())),
        &context,
    );
    say(
        &mut page,
        Message::Period(period::Message::Typed(1, "30.06.2008".into())),
        &context,
    );
    let deck: i64 = page.figures.iter().flatten().map(|one| one.done).sum();
    assert_eq!(deck, 4, "the day of the deck");
    say(
        &mut page,
        Message::Period(period::Message::Typed(1, "30.06.20".into())),
        &context,
    );
    assert_eq!(page.scope.to, "2020-06-30".parse().ok());
    say(
        &mut page,
        Message::Period(period::Message::Typed(1, "30.".into())),
        &context,
    );
    assert_eq!(page.scope.to, "2020-06-30".parse().ok(), "as it was");
    say(
        &mut page,
        Message::Period(period::Message::Typed(1, String::new())),
        &context,
    );
    assert_eq!(page.scope.to, None);
}

#[test]
fn a_project_is_found_without_its_client() {
    let context = office(Language::Russian);
    let mut page = open(&context);
    let typed = project::Message::Typed("постав".into());
    say(&mut page, Message::Project(typed), &context);
    let taken = project::Message::List(crate::ui::screen::suggest::Message::Take(0));
    say(&mut page, Message::Project(taken), &context);
    assert!(page.scope.project.is_some() && page.scope.client.is_none());
}

#[test]
fn the_page_is_drawn() {
    let make = |context: &Context| {
        let filled = context.worker.write(|workspace| {
            starter::equip(workspace, &Locale::new(Language::Russian))?;
            demo::plan(workspace, demo::SEED)
        });
        block_on(filled).unwrap();
        open(context)
    };
    testing::page("results", make, Results::view);
}

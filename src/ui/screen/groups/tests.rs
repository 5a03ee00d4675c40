use iced::futures::executor::block_on;
use iced_test::Simulator;

use super::*;
use crate::i18n::Language;
use crate::ui::screen::testing;

fn open(context: &Context) -> Groups {
    let mut groups = Groups::new();
    refresh(&mut groups, context);
    groups
}

fn refresh(groups: &mut Groups, context: &Context) {
    let command = groups.refresh(context);
    let wishes = testing::settle(Action::run(command), |message| {
        groups.update(message, context)
    });
    assert!(wishes.is_empty());
}

/// Says something to the page as the user would, and brings it up to date as the app would.
fn say(groups: &mut Groups, message: Message, context: &Context) -> Vec<Wish> {
    let action = groups.update(message, context);
    let wishes = testing::settle(action, |message| groups.update(message, context));
    if wishes.iter().any(|wish| matches!(wish, Wish::Done(..))) {
        refresh(groups, context);
    }
    wishes
}

fn undo(groups: &mut Groups, context: &Context) {
    block_on(context.worker.write(Workspace::undo)).unwrap();
    refresh(groups, context);
}

fn names(groups: &Groups) -> Vec<(&str, i64)> {
    let lines = groups.lines.iter().flatten();
    lines
        .map(|(group, members)| (group.name.as_str(), *members))
        .collect()
}

const BEFORE: [(&str, i64); 2] = [("Поставщики материалов", 2), ("Торговые компании", 5)];

#[test]
fn a_group_is_made_and_unmade() {
    let context = testing::context(Language::Russian);
    let mut groups = open(&context);
    assert_eq!(names(&groups), BEFORE);

    say(&mut groups, Message::NewPressed, &context);
    say(
        &mut groups,
        Message::NameChanged(" Дилеры ".into()),
        &context,
    );
    let wishes = say(&mut groups, Message::NameSubmitted, &context);
    assert!(matches!(wishes[..], [Wish::Done(Operation::AddGroup, _)]));
    assert_eq!(names(&groups)[0], ("Дилеры", 0));
    assert!(groups.editing.is_none());

    undo(&mut groups, &context);
    assert_eq!(names(&groups), BEFORE);
}

#[test]
fn a_group_is_renamed_but_never_to_nothing() {
    let context = testing::context(Language::Russian);
    let mut groups = open(&context);
    let id = groups.lines.as_ref().unwrap()[0].0.id;
    say(&mut groups, Message::RenamePressed(id), &context);
    say(&mut groups, Message::NameChanged("  ".into()), &context);
    assert!(say(&mut groups, Message::NameSubmitted, &context).is_empty());
    let mut window = Simulator::new(groups.view(&context));
    assert!(window.find("Напишите название группы").is_ok());
    drop(window);

    say(
        &mut groups,
        Message::NameChanged("торговые  компании".into()),
        &context,
    );
    let mut window = Simulator::new(groups.view(&context));
    assert!(window.find("Группа с таким названием уже есть").is_ok());
    drop(window);

    say(&mut groups, Message::NameChanged("Склады".into()), &context);
    say(&mut groups, Message::NameSubmitted, &context);
    assert_eq!(names(&groups)[0], ("Склады", 2));
    undo(&mut groups, &context);
    assert_eq!(names(&groups), BEFORE);
}

#[test]
fn a_deleted_group_comes_back_with_its_members() {
    let context = testing::context(Language::Russian);
    let mut groups = open(&context);
    let id = groups.lines.as_ref().unwrap()[1].0.id;
    let wishes = say(&mut groups, Message::DeletePressed(id), &context);
    let changed = BTreeSet::from(["groups", "memberships"]);
    assert!(
        matches!(&wishes[..], [Wish::Done(Operation::DeleteGroup, tables)] if *tables == changed)
    );
    assert_eq!(names(&groups), BEFORE[..1]);
    let left = block_on(context.worker.read(move |reader| reader.members(id))).unwrap();
    assert_eq!(left, []);

    undo(&mut groups, &context);
    assert_eq!(names(&groups), BEFORE);
}

#[test]
fn a_click_shows_the_clients_of_a_group() {
    let context = testing::context(Language::Russian);
    let mut groups = open(&context);
    let mut window = Simulator::new(groups.view(&context));
    window.click("5 организаций").unwrap();
    let said: Vec<_> = window.into_messages().collect();
    let wishes = say(&mut groups, said[0].clone(), &context);
    assert!(matches!(
        wishes[..],
        [Wish::ShowGroup(Kind::Organization, _)]
    ));
}

#[test]
fn the_keyboard_goes_all_the_way() {
    let context = testing::context(Language::Russian);
    let mut groups = open(&context);
    let mut press = |key| groups.press(&testing::press(key), &context).wishes;
    assert!(press(Named::ArrowDown).is_empty());
    assert!(matches!(press(Named::Enter)[..], [Wish::ShowGroup(..)]));
    assert!(press(Named::F2).is_empty());
    assert!(press(Named::Escape).is_empty()); // leaves the name
    assert!(matches!(press(Named::Escape)[..], [Wish::Back]));
}

#[test]
fn pictures_of_the_groups() {
    testing::page("groups.list", open, Groups::view);
    let editing = |context: &Context| {
        let mut groups = open(context);
        let id = groups.lines.as_ref().unwrap()[1].0.id;
        say(&mut groups, Message::RenamePressed(id), context);
        say(
            &mut groups,
            Message::NameChanged("Поставщики материалов".into()),
            context,
        );
        groups
    };
    testing::page("groups.rename", editing, Groups::view);
    let empty = |context: &Context| {
        let mut groups = open(context);
        groups.lines = Some(Vec::new());
        groups
    };
    testing::page("groups.empty", empty, Groups::view);
}

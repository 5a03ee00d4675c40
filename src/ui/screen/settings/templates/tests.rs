use iced::futures::executor::block_on;
use iced::keyboard::Modifiers;

use super::super::tests::{done, equipped, say};
use super::super::{Message as Tabs, Settings, Tab};
use super::*;
use crate::domain::task::Rank;
use crate::ui::screen::testing::{self, press};
use crate::workspace::Workspace;

fn tab(message: Message) -> Tabs {
    Tabs::Templates(message)
}

fn in_editor(message: editor::Message) -> Tabs {
    tab(Message::Editor(message))
}

fn names(settings: &Settings) -> Vec<&str> {
    let list = settings.templates.list.iter();
    list.map(|one| one.name.as_str()).collect()
}

fn blueprint(settings: &Settings, at: usize, context: &Context) -> Blueprint {
    let id = settings.templates.list[at].id;
    let read = context.worker.read(move |reader| reader.blueprint(id));
    block_on(read).unwrap()
}

#[test]
fn a_template_is_copied_renamed_and_deleted() {
    let (mut context, mut settings) = equipped(Tab::Templates);
    let first = settings.templates.list[0].id;
    let wishes = done(
        &mut settings,
        tab(Message::CopyPressed(first)),
        &mut context,
    );
    assert!(matches!(
        wishes[..],
        [Wish::Done(Operation::AddTemplate, _)]
    ));
    assert_eq!(
        names(&settings),
        ["Поставка программы", "Поставка программы (копия)"]
    );
    let sizes = &settings.templates.sizes;
    let [one, copy] = [0, 1].map(|at| sizes[&settings.templates.list[at].id]);
    assert!(one > 0 && one == copy);

    let copy = settings.templates.list[1].id;
    say(&mut settings, tab(Message::Chosen(copy)), &context);
    say(
        &mut settings,
        in_editor(editor::Message::Named(" Внедрение ".into())),
        &context,
    );
    say(&mut settings, tab(Message::Left), &context);
    assert!(settings.templates.is_open(), "asks about what was typed");
    let wishes = done(&mut settings, tab(Message::Submitted), &mut context);
    assert!(matches!(
        wishes[..],
        [Wish::Done(Operation::EditTemplate, _)]
    ));
    assert_eq!(names(&settings), ["Внедрение", "Поставка программы"]);

    let renamed = settings.templates.list[0].id;
    let wishes = done(
        &mut settings,
        tab(Message::DeletePressed(renamed)),
        &mut context,
    );
    assert!(matches!(
        wishes[..],
        [Wish::Done(Operation::DeleteTemplate, _)]
    ));
    assert_eq!(names(&settings), ["Поставка программы"]);
    let undone = context.worker.write(Workspace::undo);
    block_on(undone).unwrap();
    say(&mut settings, Tabs::TabChosen(Tab::Templates), &context);
    assert_eq!(names(&settings).len(), 2);
    assert!(
        !blueprint(&settings, 0, &context).steps.is_empty(),
        "with its steps"
    );
}

#[test]
fn a_template_is_made_by_keyboard() {
    let (mut context, mut settings) = equipped(Tab::Templates);
    let key = |settings: &mut Settings, named: Named, modifiers: Modifiers| {
        let press = Press {
            modifiers,
            ..press(named)
        };
        let action = settings.press(&press, &context);
        testing::settle(action, |message| settings.update(message, &context))
    };
    let none = Modifiers::empty();
    key(&mut settings, Named::Insert, none);
    let named = in_editor(editor::Message::Named("Выставка".into()));
    say(&mut settings, named, &context);
    key(&mut settings, Named::Insert, Modifiers::SHIFT);
    let typed = |text: &str| in_editor(editor::Message::Step(step::Message::Title(text.into())));
    say(&mut settings, typed("Подготовка"), &context);
    key(&mut settings, Named::Insert, none);
    for message in [
        step::Message::Offset("5".into()),
        step::Message::Time("10".into()),
        step::Message::Days("2".into()),
        step::Message::Minutes("1:30".into()),
        step::Message::Required(true),
    ] {
        say(
            &mut settings,
            in_editor(editor::Message::Step(message)),
            &context,
        );
    }
    // One more, moved before the first and taken away again.
    key(&mut settings, Named::Insert, none);
    key(&mut settings, Named::ArrowUp, Modifiers::ALT);
    key(&mut settings, Named::Delete, none);
    // A second stage goes into the first and out of it.
    key(&mut settings, Named::Insert, Modifiers::SHIFT);
    say(&mut settings, typed("Участие"), &context);
    key(&mut settings, Named::ArrowRight, Modifiers::ALT);
    key(&mut settings, Named::ArrowLeft, Modifiers::ALT);
    done(&mut settings, tab(Message::Submitted), &mut context);

    assert_eq!(names(&settings)[0], "Выставка");
    let made = blueprint(&settings, 0, &context);
    let ranks: Vec<_> = made.steps.iter().map(|step| step.rank).collect();
    assert_eq!(ranks, [Rank::Stage, Rank::Operation, Rank::Stage]);
    let call = &made.steps[1];
    assert_eq!(call.parent, Some(made.steps[0].id));
    assert_eq!((call.offset_days, call.days), (5, 2));
    assert_eq!((call.minute, call.minutes), (Some(600), 90));
    assert!(call.is_required && call.kind.is_some());
    assert_eq!(made.steps[2].title, "Участие");
}

#[test]
fn nothing_is_saved_that_cannot_be_understood() {
    let (mut context, mut settings) = equipped(Tab::Templates);
    say(&mut settings, tab(Message::NewPressed), &context);
    assert!(done(&mut settings, tab(Message::Submitted), &mut context).is_empty());
    for message in [
        editor::Message::Named("Выставка".into()),
        editor::Message::Added(Rank::Operation),
        editor::Message::Step(step::Message::Time("после обеда".into())),
    ] {
        say(&mut settings, in_editor(message), &context);
    }
    assert!(done(&mut settings, tab(Message::Submitted), &mut context).is_empty());
    assert!(settings.templates.is_open());
    let timed = editor::Message::Step(step::Message::Time(String::new()));
    say(&mut settings, in_editor(timed), &context);
    let nameless = editor::Message::Step(step::Message::Kind(None));
    say(&mut settings, in_editor(nameless), &context);
    assert!(done(&mut settings, tab(Message::Submitted), &mut context).is_empty());
    let titled = editor::Message::Step(step::Message::Title("Заказать стенд".into()));
    say(&mut settings, in_editor(titled), &context);
    let wishes = done(&mut settings, tab(Message::Submitted), &mut context);
    assert!(matches!(
        wishes[..],
        [Wish::Done(Operation::AddTemplate, _)]
    ));
}

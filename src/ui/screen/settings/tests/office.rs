//! Dictionaries, fields and kinds in the settings.

use super::dictionaries::{Book, Message as InBook, Side};
use super::*;
use crate::domain::client::Kind;
use crate::domain::completeness::Item;
use crate::domain::custom_field::{Content, Shape};
use crate::domain::link::LinkKind;
use crate::domain::term::Dictionary;
use crate::domain::{CustomField, Link, Term};
use crate::ui::{headless, style};

/// Says it, does what follows, and brings the catalog up to date, as the app does.
pub fn done(settings: &mut Settings, message: Message, context: &mut Context) -> Vec<Wish> {
    let wishes = say(settings, message, context);
    reload(context);
    let action = Action::run(settings.refresh(context));
    testing::settle(action, |message| settings.update(message, context));
    wishes
}

fn names(context: &Context, dictionary: Dictionary) -> Vec<&str> {
    let terms = context.catalog.terms(dictionary);
    terms.map(|term| term.name.as_str()).collect()
}

fn with_segments(context: &mut Context) -> Settings {
    let mut settings = open(context);
    say(
        &mut settings,
        Message::TabChosen(Tab::Dictionaries),
        context,
    );
    for name in ["Опт", " Розница ", "Аптеки"] {
        let typed = InBook::NewTyped(Side::Name, name.into());
        say(&mut settings, Message::Dictionaries(typed), context);
        let wishes = done(&mut settings, Message::Dictionaries(InBook::Added), context);
        assert!(matches!(wishes[..], [Wish::Done(Operation::AddTerm, _)]));
    }
    settings
}

/// Puts a segment, or a value of a field, on the first organisation.
fn on_a_card(context: &Context, change: impl FnOnce(&mut crate::domain::Card) + Send + 'static) {
    let written = context.worker.write(move |workspace| {
        let id = testing::ids(workspace, Kind::Organization)?[0];
        let base = workspace.read().card(id)?;
        let mut card = base.clone();
        change(&mut card);
        workspace.save_card(&base, &card, &Default::default())
    });
    block_on(written).unwrap();
}

#[test]
fn entries_are_added_renamed_and_reordered() {
    let mut context = testing::context(Language::Russian);
    let mut settings = with_segments(&mut context);
    assert_eq!(
        names(&context, Dictionary::Segment),
        ["Опт", "Розница", "Аптеки"]
    );
    // Twice the same is none.
    let again = InBook::NewTyped(Side::Name, "розница".into());
    say(&mut settings, Message::Dictionaries(again), &context);
    let wishes = done(
        &mut settings,
        Message::Dictionaries(InBook::Added),
        &mut context,
    );
    assert!(wishes.is_empty());

    let [first, _, last] = context
        .catalog
        .terms(Dictionary::Segment)
        .map(|term| term.id.raw())
        .collect::<Vec<_>>()[..]
    else {
        panic!()
    };
    done(
        &mut settings,
        Message::Dictionaries(InBook::Moved(last, -1)),
        &mut context,
    );
    assert_eq!(
        names(&context, Dictionary::Segment),
        ["Опт", "Аптеки", "Розница"]
    );
    say(
        &mut settings,
        Message::Dictionaries(InBook::EditPressed(first)),
        &context,
    );
    let typed = InBook::Typed(Side::Name, "Оптовики".into());
    say(&mut settings, Message::Dictionaries(typed), &context);
    let wishes = done(
        &mut settings,
        Message::Dictionaries(InBook::Submitted),
        &mut context,
    );
    assert!(matches!(wishes[..], [Wish::Done(Operation::EditTerm, _)]));
    assert_eq!(names(&context, Dictionary::Segment)[0], "Оптовики");
}

#[test]
fn the_keyboard_does_all_of_it() {
    let mut context = testing::context(Language::Russian);
    let mut settings = with_segments(&mut context);
    let mut key = |settings: &mut Settings, press: Press| {
        let action = settings.press(&press, &context);
        let wishes = testing::settle(action, |message| settings.update(message, &context));
        reload(&mut context);
        (wishes.len(), names(&context, Dictionary::Segment).join(" "))
    };
    let press = testing::press;
    assert_eq!(key(&mut settings, press(Named::ArrowDown)).0, 0);
    let up = Press {
        modifiers: iced::keyboard::Modifiers::ALT,
        ..press(Named::ArrowUp)
    };
    assert_eq!(key(&mut settings, up).1, "Розница Опт Аптеки");
    assert_eq!(key(&mut settings, press(Named::Delete)).1, "Опт Аптеки");
    key(&mut settings, press(Named::F2));
    assert!(settings.dictionaries.is_editing());
    key(&mut settings, press(Named::Escape));
    assert!(!settings.dictionaries.is_editing());
    key(&mut settings, press(Named::ArrowRight));
    assert_eq!(settings.dictionaries.book, Book::Terms(Dictionary::Source));
    let left = key(&mut settings, press(Named::Escape));
    assert_eq!(left.0, 1, "leaves the page");
    let down = Press {
        modifiers: iced::keyboard::Modifiers::COMMAND,
        ..press(Named::PageDown)
    };
    key(&mut settings, down);
    assert_eq!(settings.tab, Tab::Fields);
    key(&mut settings, press(Named::Insert));
    assert!(settings.fields.is_open());
}

#[test]
fn an_entry_in_use_goes_after_a_word_and_stays_on_its_cards() {
    let mut context = testing::context(Language::Russian);
    let mut settings = with_segments(&mut context);
    let wholesale = context
        .catalog
        .terms(Dictionary::Segment)
        .next()
        .unwrap()
        .id;
    on_a_card(&context, move |card| card.client.segment = Some(wholesale));
    let refresh = Action::run(settings.refresh(&context));
    testing::settle(refresh, |message| settings.update(message, &context));

    let pressed = InBook::DeletePressed(wholesale.raw());
    assert!(done(&mut settings, Message::Dictionaries(pressed), &mut context).is_empty());
    let mut window = Simulator::new(settings.view(&context));
    assert!(window.find("1 карточка").is_ok());
    let said = "Стоит на 1 карточке: там останется, а выбрать его снова будет нельзя.";
    assert!(window.find(said).is_ok());
    window.click("Убрать").unwrap();
    let confirmed = window.into_messages().next().unwrap();
    let wishes = done(&mut settings, confirmed, &mut context);
    assert!(matches!(wishes[..], [Wish::Done(Operation::DeleteTerm, _)]));
    assert_eq!(names(&context, Dictionary::Segment), ["Розница", "Аптеки"]);
    assert_eq!(
        context.catalog.term(Some(wholesale)),
        "Опт",
        "its cards still say so"
    );
}

#[test]
fn a_kind_of_link_has_two_names_and_stays_while_links_name_it() {
    let mut context = testing::context(Language::Russian);
    let mut settings = open(&context);
    say(
        &mut settings,
        Message::TabChosen(Tab::Dictionaries),
        &context,
    );
    let book = InBook::BookChosen(Book::LinkKinds);
    say(&mut settings, Message::Dictionaries(book), &context);
    for (side, name) in [
        (Side::Name, "Консультант"),
        (Side::Reverse, "Клиент консультанта"),
    ] {
        let wishes = done(
            &mut settings,
            Message::Dictionaries(InBook::Added),
            &mut context,
        );
        assert!(wishes.is_empty(), "one name is missing");
        let typed = InBook::NewTyped(side, name.into());
        say(&mut settings, Message::Dictionaries(typed), &context);
    }
    done(
        &mut settings,
        Message::Dictionaries(InBook::Added),
        &mut context,
    );
    let kind = context.catalog.link_kinds[0].clone();
    assert_eq!(
        (&*kind.name, &*kind.reverse),
        ("Консультант", "Клиент консультанта")
    );

    let own = LinkKind::Own(kind.id);
    let linked = context.worker.write(move |workspace| {
        let ids = testing::ids(workspace, Kind::Organization)?;
        workspace.transact(Operation::Import, |tx| {
            tx.save(&Link::new(ids[0], own, ids[1]))
        })
    });
    block_on(linked).unwrap();
    for message in [
        InBook::DeletePressed(kind.id.raw()),
        InBook::DeleteConfirmed(kind.id.raw()),
    ] {
        done(&mut settings, Message::Dictionaries(message), &mut context);
        assert_eq!(context.catalog.link_kinds.len(), 1);
    }
}

fn in_form(message: fields::form::Message) -> Message {
    Message::Fields(fields::Message::Form(message))
}

fn with_a_list(context: &mut Context) -> (Settings, CustomField) {
    use fields::form::Message::{Named, OptionAdded, OptionTyped, Shaped};
    let mut settings = open(context);
    say(&mut settings, Message::TabChosen(Tab::Fields), context);
    say(
        &mut settings,
        Message::Fields(fields::Message::NewPressed),
        context,
    );
    let submitted = || Message::Fields(fields::Message::Submitted);
    assert!(
        done(&mut settings, submitted(), context).is_empty(),
        "it has no name"
    );
    for message in [
        Named("Цвет папки".into()),
        Shaped(Shape::List),
        OptionAdded,
        OptionTyped(0, "Красный".into()),
        OptionAdded,
        OptionTyped(1, " Синий".into()),
        OptionAdded,
    ] {
        say(&mut settings, in_form(message), context);
    }
    let wishes = done(&mut settings, submitted(), context);
    assert!(
        matches!(wishes[..], [Wish::Done(Operation::AddField, _)]),
        "{wishes:?}"
    );
    let field = context.catalog.fields[0].clone();
    (settings, field)
}

#[test]
fn a_field_is_made_with_its_options_and_changed() {
    use fields::form::Message::{OptionMoved, OptionRemoved};
    let mut context = testing::context(Language::Russian);
    let (mut settings, field) = with_a_list(&mut context);
    let options = |context: &Context| -> Vec<String> {
        let options = context.catalog.options(field.id);
        options.map(|option| option.name.clone()).collect()
    };
    assert_eq!(options(&context), ["Красный", "Синий"]);
    say(
        &mut settings,
        Message::Fields(fields::Message::Chosen(field.id)),
        &context,
    );
    say(&mut settings, in_form(OptionMoved(1, -1)), &context);
    done(
        &mut settings,
        Message::Fields(fields::Message::Submitted),
        &mut context,
    );
    assert_eq!(options(&context), ["Синий", "Красный"]);

    let red: Term = context.catalog.options(field.id).nth(1).unwrap().clone();
    let (id, choice) = (field.id, Content::Choice(red.id));
    on_a_card(&context, move |card| card.set_contents(id, vec![choice]));
    say(
        &mut settings,
        Message::Fields(fields::Message::Chosen(field.id)),
        &context,
    );
    say(&mut settings, in_form(OptionRemoved(1)), &context);
    say(
        &mut settings,
        Message::Fields(fields::Message::NewPressed),
        &context,
    );
    let mut window = Simulator::new(settings.view(&context));
    assert!(
        window.find("Изменения не сохранены").is_ok(),
        "nothing is lost to a click"
    );
    drop(window);
    done(
        &mut settings,
        Message::Fields(fields::Message::Submitted),
        &mut context,
    );
    assert_eq!(options(&context), ["Синий"]);
    assert_eq!(context.catalog.term(Some(red.id)), "Красный");
}

#[test]
fn a_field_with_values_goes_after_a_word_and_comes_back_with_them() {
    let mut context = testing::context(Language::Russian);
    let (mut settings, field) = with_a_list(&mut context);
    let id = field.id;
    let option = context.catalog.options(id).next().unwrap().id;
    on_a_card(&context, move |card| {
        card.set_contents(id, vec![Content::Choice(option)]);
    });
    let refresh = Action::run(settings.refresh(&context));
    testing::settle(refresh, |message| settings.update(message, &context));
    let pressed = fields::Message::DeletePressed(id);
    assert!(done(&mut settings, Message::Fields(pressed), &mut context).is_empty());
    let confirmed = fields::Message::DeleteConfirmed(id);
    let wishes = done(&mut settings, Message::Fields(confirmed), &mut context);
    assert!(matches!(
        wishes[..],
        [Wish::Done(Operation::DeleteField, _)]
    ));
    assert_eq!(context.catalog.fields, []);

    let undone = context.worker.write(|workspace| {
        workspace.undo()?;
        let first = testing::ids(workspace, Kind::Organization)?[0];
        workspace.read().card(first)
    });
    let card = block_on(undone).unwrap();
    assert_eq!(card.contents(id).next(), Some(&Content::Choice(option)));
}

#[test]
fn what_is_required_and_when_a_card_is_stale_is_decided() {
    let mut context = testing::context(Language::Russian);
    let mut settings = open(&context);
    settings.tab = Tab::Quality;
    let before = context.catalog.required(Kind::Person);
    for (item, is_required) in [(Item::Source, true), (Item::Sex, false)] {
        // Faster than the catalog follows.
        let message = quality::Message::Required(Kind::Person, item, is_required);
        let wishes = say(&mut settings, Message::Quality(message), &context);
        assert!(matches!(wishes[..], [Wish::Done(Operation::EditPolicy, _)]));
    }
    for typed in ["ноль", "0", "6"] {
        let message = quality::Message::MonthsTyped(typed.into());
        say(&mut settings, Message::Quality(message), &context);
        done(
            &mut settings,
            Message::Quality(quality::Message::MonthsSubmitted),
            &mut context,
        );
    }
    let required = context.catalog.required(Kind::Person);
    assert_eq!(
        required,
        before.with(Item::Source, true).with(Item::Sex, false)
    );
    assert_eq!(context.catalog.stale_months, 6);
    let undone = context.worker.write(|workspace| {
        workspace.undo()?;
        workspace.undo()?;
        workspace.read().catalog()
    });
    let catalog = block_on(undone).unwrap();
    assert!(catalog.required(Kind::Person).contains(Item::Sex));
    assert_eq!(catalog.stale_months, 12);
}

/// Writes a picture one looks at in each theme: `VIZITKA_PICTURES=folder cargo test pictures`.
fn picture(name: &str, settings: &Settings, context: &Context) {
    let folder = std::env::var_os("VIZITKA_PICTURES").map(PathBuf::from);
    let sizes = [(style::light(), 1440.0), (style::dark(), 1024.0)];
    for (theme, width) in sizes {
        let size = iced::Size::new(width, 760.0);
        let picture = headless::picture(settings.view(context), &theme, size);
        if let Some(folder) = &folder {
            let language = context.locale.language().code();
            let file = folder.join(format!("settings.{name}-{language}-{width}.png"));
            picture.save(file).unwrap();
        }
    }
}

#[test]
fn pictures_of_what_cards_say() {
    for language in Language::ALL {
        let mut context = testing::context(language);
        let mut settings = with_segments(&mut context);
        let wholesale = context
            .catalog
            .terms(Dictionary::Segment)
            .next()
            .unwrap()
            .id;
        on_a_card(&context, move |card| card.client.segment = Some(wholesale));
        done(
            &mut settings,
            Message::TabChosen(Tab::Dictionaries),
            &mut context,
        );
        let pressed = InBook::DeletePressed(wholesale.raw());
        say(&mut settings, Message::Dictionaries(pressed), &context);
        picture("dictionaries", &settings, &context);

        let (mut settings, field) = with_a_list(&mut context);
        let chosen = fields::Message::Chosen(field.id);
        say(&mut settings, Message::Fields(chosen), &context);
        picture("fields", &settings, &context);
        settings.tab = Tab::Quality;
        picture("quality", &settings, &context);
    }
}

mod office;

pub(super) use office::done;

use iced::futures::executor::block_on;
use iced_test::Simulator;

use super::employees::Part;
use super::*;
use crate::i18n::Language;
use crate::ui::preference::Appearance;
use crate::ui::screen::testing;

pub(super) fn open(context: &Context) -> Settings {
    let log = PathBuf::from("/home/svetlana/.local/state/vizitka/log");
    let mut settings = Settings::new(Preferences::default(), Some(log));
    let command = settings.refresh(context);
    testing::settle(Action::run(command), |message| {
        settings.update(message, context)
    });
    settings
}

/// The settings over a file that has what an office begins with, at that tab.
pub(super) fn equipped(tab: Tab) -> (Context, Settings) {
    let mut context = testing::context(Language::Russian);
    let locale = Locale::new(Language::Russian);
    let written = context
        .worker
        .write(move |workspace| crate::starter::equip(workspace, &locale));
    block_on(written).unwrap();
    reload(&mut context);
    let mut settings = open(&context);
    say(&mut settings, Message::TabChosen(tab), &context);
    (context, settings)
}

pub(super) fn say(settings: &mut Settings, message: Message, context: &Context) -> Vec<Wish> {
    let action = settings.update(message, context);
    testing::settle(action, |message| settings.update(message, context))
}

fn among(message: employees::Message) -> Message {
    Message::Employees(message)
}

fn typed(part: Part, text: &str) -> Message {
    among(employees::Message::Changed(part, text.to_owned()))
}

/// What the app does once something was written.
pub(super) fn reload(context: &mut Context) {
    let known = context
        .worker
        .read(|reader| Ok((reader.me()?, std::sync::Arc::new(reader.catalog()?))));
    (context.me, context.catalog) = block_on(known).unwrap();
}

#[test]
fn an_employee_is_added_and_edited() {
    let mut context = testing::context(Language::Russian);
    let mut settings = open(&context);
    say(
        &mut settings,
        among(employees::Message::NewPressed),
        &context,
    );
    say(
        &mut settings,
        among(employees::Message::Submitted),
        &context,
    );
    settings.tab = Tab::Employees;
    let mut window = Simulator::new(settings.view(&context));
    assert!(window.find("Напишите фамилию или имя").is_ok());
    drop(window);

    say(
        &mut settings,
        typed(Part::Surname, " Виноградов "),
        &context,
    );
    say(&mut settings, typed(Part::FirstName, "Сергей"), &context);
    say(
        &mut settings,
        among(employees::Message::SightChosen(false)),
        &context,
    );
    let wishes = say(
        &mut settings,
        among(employees::Message::Submitted),
        &context,
    );
    assert!(matches!(
        wishes[..],
        [Wish::Done(Operation::AddEmployee, _)]
    ));
    assert!(!settings.employees.is_open());

    reload(&mut context);
    let added = context.catalog.employees[2].clone();
    assert_eq!(added.short_name(), "Виноградов С.");
    assert!(!added.sees_all);

    say(
        &mut settings,
        among(employees::Message::Chosen(added.id)),
        &context,
    );
    say(&mut settings, typed(Part::Position, "Менеджер"), &context);
    let wishes = say(
        &mut settings,
        among(employees::Message::Submitted),
        &context,
    );
    assert!(matches!(
        wishes[..],
        [Wish::Done(Operation::EditEmployee, _)]
    ));
    reload(&mut context);
    assert_eq!(context.catalog.employees[2].position, "Менеджер");
}

#[test]
fn changes_are_not_lost_to_a_click_on_another_employee() {
    let context = testing::context(Language::Russian);
    let mut settings = open(&context);
    settings.tab = Tab::Employees;
    let [first, second] = [0, 1].map(|at| context.catalog.employees[at].id);
    say(
        &mut settings,
        among(employees::Message::Chosen(first)),
        &context,
    );
    say(&mut settings, typed(Part::Position, "Директор"), &context);
    say(
        &mut settings,
        among(employees::Message::Chosen(second)),
        &context,
    );
    let mut window = Simulator::new(settings.view(&context));
    window.click("Не сохранять").unwrap();
    let said: Vec<_> = window.into_messages().collect();
    say(&mut settings, said[0].clone(), &context);
    let mut window = Simulator::new(settings.view(&context));
    assert!(window.find("Семёнова").is_ok());
}

#[test]
fn the_list_of_employees_goes_by_the_keyboard() {
    let context = testing::context(Language::Russian);
    let mut settings = open(&context);
    settings.tab = Tab::Employees;
    let mut press = |key| {
        let action = settings.press(&testing::press(key), &context);
        let wishes = testing::settle(action, |message| settings.update(message, &context));
        (settings.employees.is_open(), wishes.len())
    };
    press(Named::ArrowDown);
    assert_eq!(press(Named::Enter), (true, 0));
    assert_eq!(press(Named::Escape), (false, 0));
    assert_eq!(press(Named::Insert), (true, 0));
    assert_eq!(press(Named::Escape), (false, 0));
    assert_eq!(press(Named::Escape), (false, 1)); // back
}

#[test]
fn a_choice_of_the_look_is_the_apps_to_keep() {
    let context = testing::context(Language::Russian);
    let mut settings = open(&context);
    let mut window = Simulator::new(settings.view(&context));
    window.click("Тёмное").unwrap();
    let said: Vec<_> = window.into_messages().collect();
    let wishes = say(&mut settings, said[0].clone(), &context);
    let dark = Preference::Appearance(Appearance::Dark);
    assert!(matches!(wishes[..], [Wish::Prefer(preference)] if preference == dark));
    assert_eq!(settings.preferences.appearance, Appearance::Dark);
}

#[test]
fn about_shows_and_copies_program_version_file_and_schema() {
    let mut context = testing::context(Language::English);
    context.path = Some("/home/svetlana/office.vizitka".into());
    let mut settings = open(&context);
    settings.tab = Tab::About;
    let schema = crate::workspace::newest_schema().to_string();
    for fact in [
        "Vizitka",
        env!("CARGO_PKG_VERSION"),
        "/home/svetlana/office.vizitka",
    ] {
        let copied = Message::Copied(fact.to_owned());
        assert!(matches!(
            say(&mut settings, copied, &context)[..],
            [Wish::Say(_)]
        ));
    }
    let mut window = Simulator::new(settings.view(&context));
    window.click("Copy all").unwrap();
    let Some(Message::Copied(all)) = window.into_messages().next() else {
        panic!("nothing to copy");
    };
    assert!(
        all.contains("office.vizitka") && all.contains(&format!("Schema: {schema}")),
        "{all}"
    );
}

#[test]
fn pictures_of_the_settings() {
    testing::page("settings.general", open, Settings::view);
    let about = |context: &Context| Settings {
        tab: Tab::About,
        ..open(context)
    };
    testing::page("settings.about", about, Settings::view);
    let employees = |context: &Context| {
        let mut settings = open(context);
        settings.tab = Tab::Employees;
        let id = context.catalog.employees[1].id;
        say(
            &mut settings,
            among(employees::Message::Chosen(id)),
            context,
        );
        say(
            &mut settings,
            typed(Part::Position, "Старший менеджер"),
            context,
        );
        say(&mut settings, among(employees::Message::Left), context);
        settings
    };
    testing::page("settings.employees", employees, Settings::view);
}

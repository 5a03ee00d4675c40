//! What tests of screens share: a file with a few clients, answers without a window, pictures.

use std::collections::HashMap;
use std::sync::Arc;

use iced::futures::StreamExt;
use iced::futures::executor::block_on;
use iced::keyboard::{Key, Modifiers, key::Named};
use iced::widget::{column, container, row, space};
use iced::{Fill, Size};
use iced_test::runtime::{self, task};

use super::{Action, Command, Context, Press, Wish};
use crate::domain::client::{Kind, Role, Roles};
use crate::domain::contact::{Channel, Purpose};
use crate::domain::{Address, Card, Client, Employee, Group, Id, Operation};
use crate::error::Result;
use crate::i18n::{Language, Locale};
use crate::ui::headless;
use crate::ui::style::{self, surface};
use crate::ui::widget::{Element, modal};
use crate::ui::worker::Worker;
use crate::workspace::Workspace;

/// A name, a phone, a web address or e-mail, a town.
type Sample = (&'static str, &'static str, &'static str, &'static str);

const ORGANIZATIONS: [Sample; 8] = [
    (
        "ООО «Ромашка»",
        "+7 812 350-94-14",
        "mail@romashka.example",
        "Санкт-Петербург",
    ),
    (
        "ЗАО «Движение»",
        "+7 495 120-33-18",
        "office@dvizhenie.example",
        "Москва",
    ),
    (
        "ООО «Тепломаш»",
        "8 (343) 217-05-60",
        "info@teplomash.example",
        "Екатеринбург",
    ),
    (
        "ООО «Картон-тара»",
        "+7 812 640-11-02",
        "zakaz@karton-tara.example",
        "Санкт-Петербург",
    ),
    (
        "ОАО «Карамельный завод»",
        "+7 831 433-20-20",
        "sbyt@karamel.example",
        "Нижний Новгород",
    ),
    (
        "ООО «Ромашковый край»",
        "+7 863 240-75-10",
        "kray@romashki.example",
        "Ростов-на-Дону",
    ),
    (
        "Федеральное государственное бюджетное учреждение «Северо-Западная дирекция по строительству, реконструкции и реставрации»",
        "",
        "",
        "Санкт-Петербург",
    ),
    ("ИП Хромашин А. В.", "+7 921 350-94-14", "", ""),
];

const PERSONS: [(&str, &str, &str, &str, &str); 4] = [
    (
        "Антонов",
        "Юрий",
        "Михайлович",
        "Директор",
        "+7 921 350-94-14",
    ),
    (
        "Полонский",
        "Андрей",
        "Викторович",
        "Заместитель директора",
        "",
    ),
    (
        "Ромашова",
        "Светлана",
        "Ивановна",
        "Главный бухгалтер",
        "+7 911 004-18-33",
    ),
    ("Ким", "Юлия", "", "", "+7 812 233-24-10"),
];

/// An open file in memory with eight organisations, four persons and two groups.
pub fn context(language: Language) -> Context {
    let workspace = workspace().unwrap();
    let me = workspace.read().me().unwrap();
    let catalog = Arc::new(workspace.read().catalog().unwrap());
    Context {
        locale: Locale::new(language),
        worker: Worker::new(workspace).unwrap(),
        me,
        catalog,
        path: None,
        is_read_only: false,
        opened_at: chrono::Utc::now(),
    }
}

fn workspace() -> Result<Workspace> {
    let mut workspace = Workspace::in_memory()?;
    let owner = Some(workspace.who());
    let mut employer = None;
    for (name, phone, email, city) in ORGANIZATIONS {
        let mut card = Card::new(Client::organization(name));
        card.client.owner = owner;
        card.client.roles = Roles::default().with(Role::Active, true);
        fill(&mut card, phone, email, city);
        employer = employer.or(Some(card.client.id));
        save(&mut workspace, &card)?;
    }
    for (surname, first, patronymic, position, phone) in PERSONS {
        let mut card = Card::new(Client::person(surname, first, patronymic));
        card.client.owner = owner;
        card.client.employer = employer;
        card.client.position = position.to_owned();
        fill(&mut card, phone, "", "");
        save(&mut workspace, &card)?;
    }
    for (kind, name, members) in [
        (Kind::Organization, "Торговые компании", 5),
        (Kind::Organization, "Поставщики материалов", 2),
        (Kind::Person, "Принимают решение", 3),
    ] {
        let group = Group::new(kind, name);
        let ids = ids(&workspace, kind)?;
        workspace.transact(Operation::AddGroup, |tx| tx.save(&group))?;
        workspace.transact(Operation::ChangeMembership, |tx| {
            tx.join_group(group.id, &ids[..members])
        })?;
    }
    let mut colleague = Employee::new("Семёнова", "Юлия", "Андреевна");
    colleague.position = "Менеджер".to_owned();
    colleague.sees_all = false;
    workspace.transact(Operation::AddEmployee, |tx| tx.save(&colleague))?;
    Ok(workspace)
}

/// The clients of a register, in the order they were entered.
pub fn ids(workspace: &Workspace, kind: Kind) -> Result<Vec<Id<Client>>> {
    let filter = crate::domain::listing::Filter::all(kind);
    let mut ids = workspace
        .read()
        .order(&filter, Default::default(), &Default::default())?;
    ids.sort();
    Ok(ids)
}

fn fill(card: &mut Card, phone: &str, email: &str, city: &str) {
    if !phone.is_empty() {
        card.add_contact(Channel::WorkPhone, phone);
    }
    if !email.is_empty() {
        card.add_contact(Channel::Email, email);
    }
    if !city.is_empty() {
        let mut address = Address::new(card.client.id, Purpose::ALL[0]);
        address.city = city.to_owned();
        card.add_address(address);
    }
}

fn save(workspace: &mut Workspace, card: &Card) -> Result<()> {
    workspace.save_card(card, card, &HashMap::new())?;
    Ok(())
}

/// The answers of a command, without a window.
pub fn run<M: Send + 'static>(command: Command<M>) -> Vec<M> {
    let Some(stream) = task::into_stream(command) else {
        return Vec::new();
    };
    let outputs = stream.filter_map(async |action| match action {
        runtime::Action::Output(message) => Some(message),
        _ => None,
    });
    block_on(outputs.collect())
}

/// Runs an action and all that follows from it; returns what was wished for.
pub fn settle<M: Send + 'static>(
    action: Action<M>,
    mut update: impl FnMut(M) -> Action<M>,
) -> Vec<Wish> {
    let mut wishes = action.wishes;
    let mut waiting = run(action.command);
    while !waiting.is_empty() {
        for message in std::mem::take(&mut waiting) {
            let next = update(message);
            wishes.extend(next.wishes);
            waiting.extend(run(next.command));
        }
    }
    wishes
}

/// A key pressed alone.
pub fn press(key: Named) -> Press {
    Press {
        key: Key::Named(key),
        latin: None,
        text: None,
        modifiers: Modifiers::empty(),
        is_captured: false,
        within: None,
    }
}

/// Ctrl with a letter.
pub fn command(letter: char) -> Press {
    Press {
        key: Key::Character(letter.to_string().into()),
        latin: Some(letter),
        text: None,
        modifiers: Modifiers::COMMAND,
        is_captured: false,
        within: None,
    }
}

/// Some clients of a register, as an app would have opened them.
pub fn some_clients(context: &Context) -> Vec<Id<Client>> {
    let found = context.worker.read(|reader| reader.search("ром", 20));
    let hits = block_on(found).unwrap().hits;
    hits.into_iter().map(|hit| hit.listing.client.id).collect()
}

/// Draws a dialog over an empty page, in each language, theme and size, and writes the pictures
/// one looks at: `VIZITKA_PICTURES=folder cargo test pictures`.
pub fn dialog<S, M: Clone + 'static>(
    name: &str,
    make: impl Fn(&Context) -> S,
    view: impl for<'a> Fn(&'a S, &'a Context) -> Element<'a, M>,
    closed: M,
) {
    let page = || container(space()).width(Fill).height(Fill);
    pictures(name, make, |screen, context, width| {
        let dialog = view(screen, context);
        modal::modal(framed(page(), width), Some(dialog), closed.clone())
    });
}

/// Draws a page inside a frame as the app has it.
pub fn page<S, M: Clone + 'static>(
    name: &str,
    make: impl Fn(&Context) -> S,
    view: impl for<'a> Fn(&'a S, &'a Context) -> Element<'a, M>,
) {
    pictures(name, make, |screen, context, width| {
        framed(view(screen, context), width)
    });
}

/// Draws what fills the window; the view is told its width, in logical pixels.
pub fn pictures<S, M: Clone + 'static>(
    name: &str,
    make: impl Fn(&Context) -> S,
    view: impl for<'a> Fn(&'a S, &'a Context, f32) -> Element<'a, M>,
) {
    let folder = std::env::var_os("VIZITKA_PICTURES").map(std::path::PathBuf::from);
    for language in Language::ALL {
        let context = context(language);
        let screen = make(&context);
        for (look, theme) in [("light", style::light()), ("dark", style::dark())] {
            for (width, height) in [(1440.0, 900.0), (1024.0, 700.0)] {
                let shown = view(&screen, &context, width);
                let picture = headless::picture(shown, &theme, Size::new(width, height));
                if let Some(folder) = &folder {
                    let file = format!("{name}-{}-{look}-{width}.png", language.code());
                    picture.save(folder.join(file)).unwrap();
                }
            }
        }
    }
}

/// A rail and a bar with nothing on them, around `page`.
fn framed<'a, M: 'a>(page: impl Into<Element<'a, M>>, width: f32) -> Element<'a, M> {
    let rail = if width > 1200.0 { 208.0 } else { 56.0 };
    let bar = container(space().width(Fill).height(52.0)).style(surface::panel);
    let rail = container(space().width(rail).height(Fill)).style(surface::panel);
    let page = container(page).width(Fill).height(Fill);
    row![rail, column![bar, page]].into()
}

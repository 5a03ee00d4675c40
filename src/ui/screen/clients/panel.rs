//! The card beside the list: who the client under the cursor is, at a glance.

mod nearest;

use chrono::Local;
use iced::widget::button as pressed;
use iced::widget::{Column, Row, column, container, row};
use iced::{Center, Fill, Task as Command, Theme, Top};

use crate::domain::client::Kind;
use crate::domain::listing::Listing;
use crate::domain::{Address, Card, Client, Id, Job, LifeEvent, Note, phone};
use crate::error::{Error, Result};
use crate::i18n::Locale;
use crate::ui::screen::{Action, Context, Wish};
use crate::ui::style::{self, MEDIUM, Tone, size, spacing, surface};
use crate::ui::widget::{Element, Icon, avatar, badge, button, ellipsis, menu, section, text};

use super::bulk::Deed;
use super::cells;
use super::known::Known;
use super::{Menu, Message as Outer};

/// How many people of an organisation are shown; the whole card has the others.
const PEOPLE: usize = 12;
/// The most characters of a text that wraps.
const LONGEST: usize = 140;
/// The sides of the avatars, in logical pixels.
const AVATAR: f32 = 42.0;
const SMALL_AVATAR: f32 = 28.0;

/// The card beside the list.
#[derive(Debug, Default)]
pub struct Panel {
    wanted: Option<Id<Client>>,
    shown: Option<Shown>,
    is_waiting: bool,
    /// Counts the changes of the data.
    state: u64,
}

/// What the panel shows of one client.
#[derive(Debug, Clone)]
pub struct Shown {
    card: Card,
    people: Vec<Listing>,
    /// The places there that people hold beside their main one.
    jobs: Vec<Job>,
    employer: Option<Client>,
    key_points: Vec<Note>,
    last_note: Option<Note>,
    events: Vec<LifeEvent>,
}

/// What happened in the panel.
#[derive(Debug, Clone)]
pub enum Message {
    /// The card of a client has been read, as the data then stood.
    Read(Id<Client>, u64, Result<Box<Shown>>),
    /// A client was pressed.
    OpenPressed(Id<Client>),
    /// The form of a client was asked for.
    EditPressed(Id<Client>),
    /// A new person of this organisation was asked for.
    PersonPressed(Id<Client>),
    /// A number or an address was pressed: it is copied.
    Copied(String),
}

impl Panel {
    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Read(id, state, answer) => {
                self.is_waiting = false;
                let is_wanted = self.wanted == Some(id) && self.state == state;
                match answer {
                    Ok(shown) if is_wanted => self.shown = Some(*shown),
                    Ok(_late) => return Action::run(self.read(context)),
                    // Deleted meanwhile: the list is about to say so.
                    Err(Error::Missing(_)) if is_wanted => self.shown = None,
                    Err(error) if is_wanted => return Action::wish(Wish::Fail(error)),
                    Err(_late) => return Action::run(self.read(context)),
                }
                Action::none()
            }
            Message::OpenPressed(id) => Action::wish(Wish::Open(id)),
            Message::EditPressed(id) => Action::wish(Wish::Edit(id)),
            Message::PersonPressed(id) => Action::wish(Wish::Create(Kind::Person, Some(id))),
            Message::Copied(value) => {
                let told = context
                    .locale
                    .with("clients-copied", &[("value", value.as_str().into())]);
                Action::run(iced::clipboard::write(value)).and(Wish::Say(told))
            }
        }
    }

    /// Shows another client, or none.
    pub fn follow(&mut self, id: Option<Id<Client>>, context: &Context) -> Command<Message> {
        if self.wanted == id {
            return Command::none();
        }
        self.wanted = id;
        if id.is_none() {
            self.shown = None;
        }
        self.read(context)
    }

    /// The data have changed: reads the card anew.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        self.state += 1;
        self.read(context)
    }

    /// Asks for the card; one question at a time, so that a held arrow key reads few cards.
    fn read(&mut self, context: &Context) -> Command<Message> {
        let Some(id) = self.wanted.filter(|_| !self.is_waiting) else {
            return Command::none();
        };
        self.is_waiting = true;
        let state = self.state;
        let shown = context.worker.read(move |reader| {
            let card = reader.card(id)?;
            let (people, jobs) = match card.client.kind {
                Kind::Organization => (reader.people_of(id)?, reader.jobs_at(id)?),
                Kind::Person => (Vec::new(), Vec::new()),
            };
            let employer = card.client.employer.into_iter().collect::<Vec<_>>();
            let employer = reader.listings(&employer)?.pop().map(|line| line.client);
            Ok(Box::new(Shown {
                key_points: reader.key_points_of(id)?,
                last_note: reader.notes_of(id, 1)?.pop(),
                events: reader.rows_on(id)?,
                card,
                people,
                jobs,
                employer,
            }))
        });
        Command::perform(shown, move |shown| Message::Read(id, state, shown))
    }

    /// The panel; empty while there is nothing to show.
    pub fn view<'a>(
        &'a self,
        known: &Known,
        is_menu_open: bool,
        context: &'a Context,
    ) -> Option<Element<'a, Outer>> {
        let shown = self.shown.as_ref()?;
        let content = column![
            head(shown, known, &context.locale),
            buttons(shown, is_menu_open, context),
            values(shown, context),
            nearest::key_points(&shown.key_points, &context.locale),
            nearest::coming(shown, Local::now().date_naive(), context),
            people(shown, &context.locale),
        ]
        .spacing(spacing::L)
        .padding(spacing::XL);
        Some(section::scrolled(content))
    }
}

fn head<'a>(shown: &'a Shown, known: &Known, locale: &Locale) -> Element<'a, Outer> {
    let client = &shown.card.client;
    let title = client.title();
    let (avatar, under) = match client.kind {
        Kind::Organization => (
            avatar::organization(&title, AVATAR),
            client.full_name.trim(),
        ),
        Kind::Person => (avatar::person(&title, AVATAR), client.position.trim()),
    };
    let is_said = under.is_empty() || under == title;
    let under = (!is_said).then(|| text::secondary(shortened(under)));
    let words = column![text::title(shortened(&title)), under]
        .spacing(spacing::XS / 2.0)
        .width(Fill);
    let align = if is_said { Center } else { Top.into() };
    let name = row![avatar, words].spacing(spacing::M).align_y(align);

    let roles = client.roles.iter().map(|role| cells::role(role, locale));
    let groups = shown.card.memberships.iter();
    let groups = groups.map(|member| known.group(member.group));
    let groups = groups.filter(|name| !name.is_empty());
    let groups = groups.map(|name| badge::with_icon(Icon::Folder, name, Tone::Neutral));
    let chips: Vec<_> = roles.chain(groups).collect();
    let chips = (!chips.is_empty()).then(|| {
        Row::from_vec(chips)
            .spacing(spacing::S)
            .wrap()
            .vertical_spacing(spacing::S)
    });
    column![name, chips].spacing(spacing::M).into()
}

fn buttons<'a>(shown: &'a Shown, is_menu_open: bool, context: &'a Context) -> Element<'a, Outer> {
    let (client, locale) = (&shown.card.client, &context.locale);
    let id = client.id;
    let may_write = !context.is_read_only;
    let person = (client.kind == Kind::Organization).then(|| {
        let label = locale.text("clients-add-person");
        button::secondary(label)
            .icon(Icon::UserPlus)
            .compact()
            .on_press_maybe(may_write.then_some(Outer::Panel(Message::PersonPressed(id))))
    });
    let more = button::tool(Icon::More, locale.text("clients-more"))
        .framed()
        .compact()
        .on_press(Outer::MenuToggled(Menu::Card));
    let panel = is_menu_open.then(|| {
        let delete = Outer::DeedChosen(Deed::Delete, Some(id));
        let items = [
            menu::item(
                locale.text("clients-edit"),
                Outer::Panel(Message::EditPressed(id)),
            )
            .icon(Icon::Pencil)
            .shortcut("F2")
            .into(),
            menu::separator(),
            menu::item(locale.text("clients-delete"), may_write.then_some(delete))
                .icon(Icon::Trash)
                .shortcut("Del")
                .danger()
                .into(),
        ];
        menu::panel(items, 220.0)
    });
    row![
        button::primary(locale.text("clients-open"))
            .compact()
            .on_press(Outer::Panel(Message::OpenPressed(id))),
        button::secondary(locale.text("clients-edit"))
            .compact()
            .on_press_maybe(may_write.then_some(Outer::Panel(Message::EditPressed(id)))),
        person.map(Element::from),
        menu::menu(more, panel, Outer::MenuClosed).right(),
    ]
    .spacing(spacing::S)
    .into()
}

/// What is known of the client, one thing a line; what is not known has no line.
fn values<'a>(shown: &'a Shown, context: &'a Context) -> Element<'a, Outer> {
    let (card, locale) = (&shown.card, &context.locale);
    let client = &card.client;
    let mut lines: Vec<Element<'a, Outer>> = Vec::new();
    let mut add = |key: &str, value: Option<Element<'a, Outer>>| {
        lines.extend(value.map(|value| section::key_value(locale.text(key), value)));
    };
    let requisites = [client.inn.trim(), client.kpp.trim()];
    let requisites: Vec<_> = requisites.into_iter().filter(|it| !it.is_empty()).collect();
    let requisites = (!requisites.is_empty()).then(|| requisites.join(" / "));
    add(
        match client.kind {
            Kind::Organization => "clients-inn-kpp",
            Kind::Person => "clients-column-inn",
        },
        requisites.map(|numbers| copied(numbers, style::button::row)),
    );
    if let Some(employer) = &shown.employer {
        let open = Outer::Panel(Message::OpenPressed(employer.id));
        add(
            "clients-column-employer",
            Some(cells::link(employer.title(), open, style::button::link)),
        );
    }
    let phone = card.phone().map(|contact| phone::display(&contact.value));
    add(
        "clients-column-phone",
        phone.map(|phone| copied(phone, style::button::row)),
    );
    let email = card.email().map(|contact| contact.value.clone());
    add(
        "clients-column-email",
        email.map(|email| copied(email, style::button::link)),
    );
    let address = card.address().map(Address::line);
    let address = address.filter(|line| !line.is_empty());
    add(
        "clients-address",
        address.map(|line| text::body(shortened(&line)).into()),
    );
    let birthday = client.birthday.map(|birthday| locale.birthday(birthday));
    add("clients-column-birthday", birthday.map(plain));
    let owner = client.owner.map(|owner| context.employee(Some(owner)));
    add("clients-column-owner", owner.map(plain));
    let since = client.since.map(|since| locale.date(since));
    add("clients-column-since", since.map(plain));
    let checked = client.checked_on.map(|day| locale.date(day));
    add("profile-checked-on", checked.map(plain));
    let last = shown.last_note.as_ref();
    let last = last.map(|note| locale.moment(note.written_at));
    add("clients-last-note", last.map(plain));
    Column::with_children(lines)
        .spacing(spacing::S + 1.0)
        .into()
}

fn people<'a>(shown: &'a Shown, locale: &Locale) -> Option<Element<'a, Outer>> {
    if shown.people.is_empty() {
        return None;
    }
    let count = shown.people.len();
    let title = locale.with("clients-people", &[("count", count.into())]);
    let open = Outer::Panel(Message::OpenPressed(shown.card.client.id));
    let rest = (count > PEOPLE).then(|| {
        let label = locale.with("clients-people-more", &[("count", (count - PEOPLE).into())]);
        Element::from(button::link(label).on_press(open))
    });
    let (organization, today) = (shown.card.client.id, Local::now().date_naive());
    let lines = shown.people.iter().take(PEOPLE).map(|line| {
        let (position, _) = Job::held_at(&line.client, organization, &shown.jobs, today);
        person(line, position)
    });
    let lines = Column::from_iter(lines).spacing(spacing::XS);
    Some(
        column![
            section::section(title, None),
            lines,
            rest.map(|link: Element<'a, Outer>| link)
        ]
        .spacing(spacing::S)
        .into(),
    )
}

fn person<'a>(line: &'a Listing, position: &str) -> Element<'a, Outer> {
    let name = line.client.title();
    let quiet = |words: String| ellipsis(words).size(size::HINT).style(surface::secondary);
    let position = container(quiet(position.to_owned())).width(Fill);
    let under = row![position, quiet(phone::display(&line.phone))].spacing(spacing::S);
    let avatar = avatar::person(&name, SMALL_AVATAR);
    let words = column![ellipsis(name).font(MEDIUM), under].width(Fill);
    let face = row![avatar, words].spacing(spacing::S).align_y(Center);
    pressed(face)
        .padding([spacing::XS, 0.0])
        .width(Fill)
        .style(style::button::row)
        .on_press(Outer::Panel(Message::OpenPressed(line.client.id)))
        .into()
}

/// What is read at a glance: a text that wraps, without an end that would fill the panel.
fn shortened(words: &str) -> String {
    match words.char_indices().nth(LONGEST) {
        None => words.to_owned(),
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
    }
}

fn plain<'a>(value: String) -> Element<'a, Outer> {
    ellipsis(value).into()
}

/// A number or an address that is copied when it is pressed.
fn copied<'a>(
    value: String,
    look: fn(&Theme, pressed::Status) -> pressed::Style,
) -> Element<'a, Outer> {
    let copy = Outer::Panel(Message::Copied(value.clone()));
    cells::link(value, copy, look)
}

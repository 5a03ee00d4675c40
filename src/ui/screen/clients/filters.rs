//! The line above the list: the search, a chip for each filter that is on, the columns.

use iced::widget::{Row, container, row};
use iced::{Center, Fill, Padding, Top};

use crate::domain::client::Role;
use crate::domain::listing::Filter;
use crate::domain::text::fold;
use crate::domain::{Employee, Group, Id};
use crate::i18n::Locale;
use crate::ui::screen::Context;
use crate::ui::style::{Tone, height, spacing};
use crate::ui::widget::picker::{Choice, choice, picker};
use crate::ui::widget::{Element, Icon, badge, button, field, menu};

use super::builder;
use super::known::Known;
use super::list::List;
use super::views::Views;
use super::{Menu, Message as Outer, NEEDLE, SEARCH};

/// So many choices are read at a glance; more have a field that narrows them.
const GLANCE: usize = 8;
/// The width of the search and of the menus, in logical pixels.
const SEARCH_WIDTH: f32 = 210.0;
const MENU_WIDTH: f32 = 220.0;
/// Puts what is lower than a field into its middle.
pub const BESIDE_FIELD: Padding = Padding {
    top: (height::CONTROL - height::COMPACT) / 2.0,
    ..Padding::ZERO
};

/// What a list can be narrowed to by one of several values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facet {
    /// The groups of a client.
    Group,
    /// What a client is to us.
    Role,
    /// The responsible employee.
    Owner,
    /// The town of the main address.
    City,
}

impl Facet {
    /// Every facet, in the order of the menu.
    const ALL: [Self; 4] = [Self::Group, Self::Role, Self::Owner, Self::City];

    fn is_on(self, filter: &Filter) -> bool {
        match self {
            Self::Group => !filter.groups.is_empty(),
            Self::Role => !filter.roles.is_empty(),
            Self::Owner => !filter.owners.is_empty(),
            Self::City => !filter.cities.is_empty(),
        }
    }
}

/// A filter was changed.
#[derive(Debug, Clone)]
pub enum Message {
    /// A group was taken in or left out.
    Group(Id<Group>),
    /// A role was taken in or left out.
    Role(Role),
    /// An employee, or nobody, was taken in or left out.
    Owner(Option<Id<Employee>>),
    /// A town was taken in or left out.
    City(String),
    /// Clients without a phone were taken in or left out.
    Phone,
    /// Clients without an e-mail address were taken in or left out.
    Email,
    /// The clients of the signed-in employee, or all.
    Mine,
    /// The conditions of the builder were taken back.
    ConditionCleared,
    /// All values of a facet were taken back.
    Cleared(Facet),
    /// Everything was taken back, the text too.
    Reset,
}

impl Message {
    /// Changes `filter` so.
    pub fn apply(self, filter: &mut Filter, me: Id<Employee>) {
        match self {
            Self::Group(group) => flip(&mut filter.groups, group),
            Self::Role(role) => {
                filter.roles = filter.roles.with(role, !filter.roles.contains(role));
            }
            Self::Owner(owner) => flip(&mut filter.owners, owner),
            Self::City(city) => flip(&mut filter.cities, city),
            Self::Phone => filter.has_phone = !filter.has_phone,
            Self::Email => filter.has_email = !filter.has_email,
            Self::ConditionCleared => filter.condition = None,
            Self::Mine if is_mine(filter, me) => filter.owners.clear(),
            Self::Mine => filter.owners = vec![Some(me)],
            Self::Cleared(Facet::Group) => filter.groups.clear(),
            Self::Cleared(Facet::Role) => filter.roles = std::iter::empty::<Role>().collect(),
            Self::Cleared(Facet::Owner) => filter.owners.clear(),
            Self::Cleared(Facet::City) => filter.cities.clear(),
            Self::Reset => *filter = Filter::all(filter.kind),
        }
    }
}

fn flip<T: PartialEq>(chosen: &mut Vec<T>, value: T) {
    match chosen.iter().position(|known| *known == value) {
        Some(place) => drop(chosen.remove(place)),
        None => chosen.push(value),
    }
}

fn is_mine(filter: &Filter, me: Id<Employee>) -> bool {
    filter.owners == [Some(me)]
}

/// All that the line is drawn from.
#[derive(Clone, Copy)]
pub struct Bar<'a> {
    /// The list it narrows.
    pub list: &'a List,
    /// What is known of the register.
    pub known: &'a Known,
    /// The saved views.
    pub views: &'a Views,
    /// The menu that is open.
    pub open: Option<Menu>,
    /// Whether the builder of filters stands under it.
    pub is_building: bool,
    /// The line of that menu on which the keyboard stands.
    pub mark: usize,
    /// What was typed to narrow the choices of that menu.
    pub needle: &'a str,
    /// What every screen is shown with.
    pub context: &'a Context,
}

impl<'a> Bar<'a> {
    /// The line.
    pub fn view(self) -> Element<'a, Outer> {
        let locale = &self.context.locale;
        let search = field::search(
            locale.text("clients-search"),
            &self.list.filter.text,
            Outer::TextChanged,
        )
        .id(SEARCH)
        .on_submit(Outer::TextSubmitted)
        .width(SEARCH_WIDTH);
        let chips = Row::from_vec(self.chips())
            .spacing(spacing::XS + 2.0)
            .align_y(Center)
            .wrap()
            .vertical_spacing(spacing::XS);
        let chips = container(chips).padding(BESIDE_FIELD).width(Fill);
        row![search, chips, self.view_button(), self.columns()]
            .spacing(spacing::M)
            .align_y(Top)
            .padding([spacing::M, spacing::XL])
            .into()
    }

    fn chips(self) -> Vec<Element<'a, Outer>> {
        let (filter, locale) = (&self.list.filter, &self.context.locale);
        let is_mine = is_mine(filter, self.context.me.id);
        let message = |message| Some(Outer::Filter(message));
        let mut chips = vec![badge::chip(
            locale.text("clients-filter-mine"),
            if is_mine { Tone::Accent } else { Tone::Neutral },
            message(Message::Mine),
            message(Message::Mine).filter(|_| is_mine),
        )];
        for facet in Facet::ALL {
            let is_open = self.open == Some(Menu::Facet(facet));
            let is_said = facet == Facet::Owner && is_mine;
            if is_open || facet.is_on(filter) && !is_said {
                chips.push(self.facet(facet, is_open));
            }
        }
        let has = [
            (filter.has_phone, "clients-filter-phone", Message::Phone),
            (filter.has_email, "clients-filter-email", Message::Email),
        ];
        for (_, label, toggled) in has.into_iter().filter(|(is_on, ..)| *is_on) {
            let off = message(toggled);
            chips.push(badge::chip(
                locale.text(label),
                Tone::Neutral,
                off.clone(),
                off,
            ));
        }
        chips.extend(self.condition());
        chips.push(self.more());
        if !filter.is_open() {
            let reset = button::ghost(locale.text("clients-filter-reset")).compact();
            chips.push(reset.on_press(Outer::Filter(Message::Reset)).into());
        }
        chips
    }

    /// The conditions of the builder as one chip, which opens it.
    fn condition(self) -> Option<Element<'a, Outer>> {
        let condition = self.list.filter.condition.as_ref();
        // An open builder says it all.
        let condition = condition.filter(|_| !self.is_building)?;
        let (locale, catalog) = (&self.context.locale, &self.context.catalog);
        let words = locale.filter_words(self.list.kind, catalog);
        let chip = badge::chip(
            words.print(condition),
            Tone::Accent,
            Some(Outer::Builder(builder::Message::Toggled)),
            Some(Outer::Filter(Message::ConditionCleared)),
        );
        Some(chip)
    }

    fn facet(self, facet: Facet, is_open: bool) -> Element<'a, Outer> {
        let off = Outer::Filter(Message::Cleared(facet));
        let toggled = Outer::MenuToggled(Menu::Facet(facet));
        let chip = badge::chip(
            self.label(facet),
            Tone::Neutral,
            Some(toggled),
            Some(off).filter(|_| facet.is_on(&self.list.filter)),
        );
        let panel = is_open.then(|| self.picker(facet));
        menu::menu(chip, panel, Outer::MenuClosed).into()
    }

    /// The chip of a facet says its first value, and how many others there are.
    fn label(self, facet: Facet) -> String {
        let (filter, locale) = (&self.list.filter, &self.context.locale);
        let (first, count) = match facet {
            Facet::Group => {
                let first = filter
                    .groups
                    .first()
                    .map(|id| self.known.group(*id).to_owned());
                (first, filter.groups.len())
            }
            Facet::Role => {
                let first = filter.roles.iter().next();
                let first = first.map(|role| locale.role(role));
                (first, filter.roles.iter().count())
            }
            Facet::Owner => {
                let first = filter
                    .owners
                    .first()
                    .map(|owner| owner_name(*owner, self.context));
                (first, filter.owners.len())
            }
            Facet::City => (filter.cities.first().cloned(), filter.cities.len()),
        };
        let value = match (first, count) {
            (None, _) => "…".to_owned(),
            (Some(first), 1) => first,
            (Some(first), count) => format!("{first} +{}", count - 1),
        };
        format!("{}: {value}", facet_name(facet, locale))
    }

    fn picker(self, facet: Facet) -> Element<'a, Outer> {
        let locale = &self.context.locale;
        let all = self.choices(facet, "").len();
        let nothing = locale.text(match (facet, all) {
            (Facet::Group, 0) => "clients-no-groups",
            (Facet::City, 0) => "clients-no-cities",
            _ => "clients-no-choice",
        });
        let list = picker(self.choices(facet, self.needle), nothing);
        if all > GLANCE {
            let placeholder = locale.text("clients-narrow");
            list.search(NEEDLE, placeholder, self.needle, Outer::NeedleChanged)
                .into()
        } else {
            list.into()
        }
    }

    fn choices(self, facet: Facet, needle: &str) -> Vec<Choice<Outer>> {
        let (filter, context) = (&self.list.filter, self.context);
        let needle = fold(needle);
        let is_meant = |label: &str| fold(label).contains(&needle);
        let count = |count: i64| context.locale.number(count);
        let made = |label: String, is_on: bool, message: Message| {
            is_meant(&label).then(|| choice(label, Outer::Filter(message)).checked(is_on))
        };
        match facet {
            Facet::Group => {
                let groups = self.known.groups.iter().filter_map(|(group, members)| {
                    let is_on = filter.groups.contains(&group.id);
                    let line = made(group.name.clone(), is_on, Message::Group(group.id))?;
                    Some(line.detail(count(*members)))
                });
                groups.collect()
            }
            Facet::Role => {
                let roles = Role::ALL.into_iter().filter_map(|role| {
                    let label = context.locale.role(role);
                    made(label, filter.roles.contains(role), Message::Role(role))
                });
                roles.collect()
            }
            Facet::Owner => {
                let owners = owners(context).filter_map(|owner| {
                    let is_on = filter.owners.contains(&owner);
                    made(owner_name(owner, context), is_on, Message::Owner(owner))
                });
                owners.collect()
            }
            Facet::City => {
                let cities = self
                    .known
                    .cities
                    .iter()
                    .flatten()
                    .filter_map(|(city, clients)| {
                        let is_on = filter.cities.contains(city);
                        let line = made(city.clone(), is_on, Message::City(city.clone()))?;
                        Some(line.detail(count(*clients)))
                    });
                cities.collect()
            }
        }
    }

    fn more(self) -> Element<'a, Outer> {
        let (filter, locale) = (&self.list.filter, &self.context.locale);
        let add = button::ghost(locale.text("clients-filter-add"))
            .icon(Icon::Plus)
            .compact()
            .on_press(Outer::MenuToggled(Menu::AddFilter));
        let panel = (self.open == Some(Menu::AddFilter)).then(|| {
            let facets = Facet::ALL.into_iter().map(|facet| {
                let opened = Outer::MenuToggled(Menu::Facet(facet));
                menu::item(facet_name(facet, locale), opened)
                    .icon(facet_icon(facet))
                    .into()
            });
            let has = [
                (
                    "clients-filter-phone",
                    Icon::Phone,
                    filter.has_phone,
                    Message::Phone,
                ),
                (
                    "clients-filter-email",
                    Icon::Mail,
                    filter.has_email,
                    Message::Email,
                ),
            ];
            let has = has.map(|(label, icon, is_on, toggled)| {
                menu::check(locale.text(label), is_on, Outer::Filter(toggled))
                    .icon(icon)
                    .into()
            });
            let opened = Outer::Builder(builder::Message::Toggled);
            let builder = menu::item(locale.text("builder-open"), opened)
                .icon(Icon::Filter)
                .shortcut("Ctrl Shift F");
            let items = facets
                .chain([menu::separator()])
                .chain(has)
                .chain([menu::separator(), builder.into()]);
            menu::panel(items, MENU_WIDTH)
        });
        menu::menu(add, panel, Outer::MenuClosed).into()
    }
}

/// Everybody who may be responsible, and nobody.
pub fn owners(context: &Context) -> impl Iterator<Item = Option<Id<Employee>>> + '_ {
    let employees = context
        .catalog
        .employees
        .iter()
        .map(|employee| Some(employee.id));
    employees.chain([None])
}

/// The name of who is responsible, or the word for nobody.
pub fn owner_name(owner: Option<Id<Employee>>, context: &Context) -> String {
    match owner {
        None => context.locale.text("clients-nobody"),
        owner => context.employee(owner),
    }
}

fn facet_name(facet: Facet, locale: &Locale) -> String {
    locale.text(match facet {
        Facet::Group => "clients-filter-group",
        Facet::Role => "clients-filter-role",
        Facet::Owner => "clients-filter-owner",
        Facet::City => "clients-filter-city",
    })
}

fn facet_icon(facet: Facet) -> Icon {
    match facet {
        Facet::Group => Icon::Folder,
        Facet::Role => Icon::Tag,
        Facet::Owner => Icon::User,
        Facet::City => Icon::MapPin,
    }
}

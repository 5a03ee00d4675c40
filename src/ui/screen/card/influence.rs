//! The map of influence: who reports to whom, works with whom, influences whom, and what part each
//! plays in decisions.

mod editor;
mod node;
#[cfg(test)]
mod tests;
mod weight;

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::operation::scroll_to;
use iced::widget::scrollable::AbsoluteOffset;
use iced::widget::{column, container, row, scrollable};
use iced::{Center, Fill, Task as Command, Vector};

use super::entries::{adds, entry};
use super::links::named;
use super::parts::{nothing, part};
use super::section::{Part, Place, Section, Side};
use super::tabs::Tab;
use super::{Message as Outer, PAGE, Sheet, write};
use crate::domain::edit::{Change, Edit};
use crate::domain::link::{LinkKind, Relation};
use crate::domain::listing::Listing;
use crate::domain::profile::PoliticalRole;
use crate::domain::{Card, Client, Datum, Field, Id, Link, Operation};
use crate::error::Result;
use crate::ui::screen::{Action, Context, Press, Wish, pick, words};
use crate::ui::style::{MEDIUM, control, size, spacing, surface};
use crate::ui::widget::graph::{self, Layout, Line};
use crate::ui::widget::keyed::keyed_as;
use crate::ui::widget::{Element, ellipsis, focus, section, text};
use crate::workspace::{Influence as Found, Reader};

use editor::Editor;

/// The names by which the map is focused and scrolled.
const MAP: &str = "influence map";
const SCROLL: &str = "influence scroll";
/// How many people are drawn; an organisation with more shows the most influential.
const MOST: usize = 60;
/// How wide unconnected parts of the map are put side by side, in logical pixels.
const ROOM: f32 = 900.0;

/// The map of influence around a card, read once it is seen.
#[derive(Debug, Default)]
pub struct Influence {
    map: Option<Map>,
    chosen: Option<Id<Client>>,
    editor: Option<Editor>,
}

/// A map, laid out.
#[derive(Debug)]
struct Map {
    /// Those that are drawn.
    people: Vec<Listing>,
    /// All links of influence that were read.
    links: Vec<Link>,
    /// Those that are no lines between levels.
    drawn: Vec<graph::Link>,
    layout: Layout,
    /// How many people are not drawn: they have no link and no part.
    hidden: usize,
}

/// What happened on the map.
#[derive(Debug, Clone)]
pub enum Message {
    /// It was read, as that of this client.
    Read(Id<Client>, Result<Box<Found>>),
    /// The choice goes to the nearest node: so far to the right, and so far down.
    Go(i8, i8),
    /// This person is chosen.
    Choose(Id<Client>),
    /// The card of the chosen node is to be shown.
    Open,
    /// The chosen person has this part in decisions.
    Role(Option<PoliticalRole>),
    /// The chosen person has so much influence.
    Degree(Option<i64>),
    /// A link is wanted.
    Add,
    /// A link is to be taken away.
    Remove(Id<Link>),
    /// Something was typed.
    Typed(editor::Message),
    /// What was typed is to be saved.
    Save,
    /// What was typed is done with.
    Close,
}

fn say(message: Message) -> Outer {
    Outer::Part(Part::Influence(message))
}

impl Section for Influence {
    const PLACE: Place = Place {
        tab: Tab::Influence,
        side: Side::Left,
    };
    type Facts = ();
    type Message = Message;

    fn read(_reader: Reader<'_>, _card: &Card) -> Result<()> {
        Ok(())
    }

    fn seen(&mut self, sheet: &Sheet, context: &Context) -> Command<Outer> {
        let client = sheet.card.client.clone();
        let id = client.id;
        let read = context
            .worker
            .read(move |reader| reader.influence(&client).map(Box::new));
        Command::perform(read, move |found| say(Message::Read(id, found)))
    }

    fn update(&mut self, message: Message, sheet: &Sheet, context: &Context) -> Action<Outer> {
        match message {
            Message::Read(id, Ok(found)) if id == sheet.card.client.id => {
                self.map = Some(Map::new(*found));
            }
            Message::Read(_, Ok(_late)) => {}
            Message::Read(_, Err(error)) => return Action::wish(Wish::Fail(error)),
            Message::Go(right, down) => return self.go(Vector::new(right, down)),
            Message::Choose(id) => self.chosen = Some(id),
            Message::Role(role) => {
                let said = role.map_or(Datum::Nothing, Datum::PoliticalRole);
                return self.weigh(Field::PoliticalRole, said, context);
            }
            Message::Degree(degree) => {
                let said = degree.map_or(Datum::Nothing, Datum::Integer);
                return self.weigh(Field::Influence, said, context);
            }
            Message::Open => {
                if let Some(chosen) = self.chosen {
                    return Action::wish(Wish::Open(chosen));
                }
            }
            Message::Add => {
                let editor = Editor::new(self.first(sheet), &context.locale);
                let first = editor.first();
                self.editor = Some(editor);
                return Action::run(focus::on(PAGE.into(), first.into()));
            }
            Message::Remove(id) => {
                let mut links = self.map.iter().flat_map(|map| &map.links);
                if let Some(link) = links.find(|link| link.id == id).cloned() {
                    return write(Operation::DeleteLink, None, context, move |tx| {
                        tx.delete(&link)
                    });
                }
            }
            Message::Typed(message) => {
                if let Some(editor) = &mut self.editor {
                    return Action::run(editor.update(message, context));
                }
            }
            Message::Save => return self.save(context),
            Message::Close => self.editor = None,
        }
        Action::none()
    }

    fn press(&mut self, press: &Press, _: &Sheet, context: &Context) -> Option<Action<Outer>> {
        let is_save = press.is_command('s') && self.editor.is_some();
        is_save.then(|| self.save(context))
    }

    fn is_dirty(&self) -> bool {
        self.editor.as_ref().is_some_and(Editor::is_dirty)
    }

    fn fold(&mut self) -> bool {
        self.editor.take().is_some()
    }

    fn view<'a>(&'a self, _sheet: &'a Sheet, context: &'a Context) -> Option<Element<'a, Outer>> {
        let locale = &context.locale;
        let map = self.map.as_ref()?;
        let add = adds(locale.text("influence-add"), say(Message::Add), context);
        let drawn: Element<'a, Outer> = if map.people.is_empty() {
            nothing(locale.text("influence-none"))
        } else {
            let weight = self.chosen(map).map(|one| weight::view(one, context));
            column![self.drawn(map, context), weight, legend(context)]
                .spacing(spacing::M)
                .into()
        };
        let hidden = (map.hidden > 0).then(|| {
            let count = [("count", map.hidden.into())];
            text::hint(locale.with("influence-hidden", &count))
        });
        let editor = self.editor.as_ref().map(|editor| editor.view(context));
        let links = map.links.iter().filter_map(|link| line(link, map, context));
        let list = column(links);
        let title = section::section(locale.text("influence-links"), Some(add));
        let body = column![drawn, hidden, section::divider(), title, editor, list];
        let body = body.spacing(spacing::M).into();
        Some(part(locale.text("influence-title"), None, [body]))
    }
}

impl Influence {
    /// Who a new link begins with: the chosen node, or the person whose card it is.
    fn first<'a>(&self, sheet: &'a Sheet) -> Option<&'a Client>
    where
        Self: 'a,
    {
        let client = &sheet.card.client;
        let person = (client.kind == crate::domain::client::Kind::Person).then_some(client);
        let people = sheet.people.iter().map(|one| &one.client);
        let chosen = self.chosen;
        let mut chosen = people.filter(|one| Some(one.id) == chosen);
        chosen.next().or(person)
    }

    /// Who is chosen on the map.
    fn chosen<'a>(&self, map: &'a Map) -> Option<&'a Listing> {
        map.people.get(map.place(self.chosen)?)
    }

    /// Writes what the chosen person says in a field.
    fn weigh(&self, field: Field, said: Datum, context: &Context) -> Action<Outer> {
        let Some(chosen) = self.chosen else {
            return Action::none();
        };
        let edit = Edit {
            field,
            change: Change::Set(said),
        };
        write(Operation::EditClients, None, context, move |tx| {
            tx.edit_clients(&[chosen], &[edit]).map(drop)
        })
    }

    fn go(&mut self, toward: Vector<i8>) -> Action<Outer> {
        let Some(map) = &self.map else {
            return Action::none();
        };
        let now = map.place(self.chosen);
        let toward = Vector::new(f32::from(toward.x), f32::from(toward.y));
        let next = match now {
            None => Some(0),
            Some(at) => graph::neighbour(&map.layout.places, at, toward),
        };
        let Some(next) = next.filter(|at| *at < map.people.len()) else {
            return Action::none();
        };
        self.chosen = Some(map.people[next].client.id);
        // A node of a wide map is brought into sight, a node's width before it.
        let x = (map.layout.places[next].x - graph::NODE.width).max(0.0);
        Action::run(scroll_to(SCROLL, AbsoluteOffset { x, y: 0.0 }))
    }

    fn save(&mut self, context: &Context) -> Action<Outer> {
        let Some((editor, map)) = self.editor.as_mut().zip(self.map.as_ref()) else {
            return Action::none();
        };
        let Some(link) = editor.finished(&map.links) else {
            return Action::none();
        };
        let closed = Some(Part::Influence(Message::Close));
        write(Operation::AddLink, closed, context, move |tx| {
            tx.save(&link).map(drop)
        })
    }

    fn drawn<'a>(&'a self, map: &'a Map, context: &'a Context) -> Element<'a, Outer> {
        let nodes = map.people.iter().map(|listing| {
            let is_chosen = self.chosen == Some(listing.client.id);
            node::view(listing, is_chosen, context)
        });
        let graph = graph::graph(&map.layout, nodes.collect(), &map.drawn);
        let graph = container(graph).padding(spacing::S);
        let scrolled = scrollable(graph)
            .id(SCROLL)
            .direction(section::scroll_bar_across())
            .style(control::scroll)
            .width(Fill);
        keyed_as(MAP, scrolled, |key, held| {
            if !held.is_empty() {
                return None;
            }
            match key {
                Key::Named(Named::ArrowUp) => Some(say(Message::Go(0, -1))),
                Key::Named(Named::ArrowDown) => Some(say(Message::Go(0, 1))),
                Key::Named(Named::ArrowLeft) => Some(say(Message::Go(-1, 0))),
                Key::Named(Named::ArrowRight) => Some(say(Message::Go(1, 0))),
                Key::Named(Named::Enter) => Some(say(Message::Open)),
                Key::Character(digit) => weight::degree(digit).map(|it| say(Message::Degree(it))),
                _ => None,
            }
        })
    }
}

impl Map {
    fn new(found: Found) -> Self {
        let Found { people, links } = found;
        let all = people.len();
        let is_linked = |id: Id<Client>| {
            let mut ends = links.iter().flat_map(|link| [link.from, link.to]);
            ends.any(|end| end == id)
        };
        let mut people: Vec<Listing> = people
            .into_iter()
            .filter(|one| {
                let client = &one.client;
                let has_part = client.political_role.is_some() || client.influence.is_some();
                has_part || is_linked(client.id)
            })
            .collect();
        if people.len() > MOST {
            people.sort_by_key(|one| std::cmp::Reverse(one.client.influence));
            people.truncate(MOST);
        }
        let at = |id: Id<Client>| people.iter().position(|one| one.client.id == id);
        let pair = |link: &Link| at(link.from).zip(at(link.to));
        let reports = links.iter().filter(|link| link.kind == LinkKind::ReportsTo);
        let leads: Vec<(usize, usize)> = reports
            .filter_map(pair)
            .map(|(who, head)| (head, who))
            .collect();
        let layout = graph::lay_out(people.len(), &leads, ROOM);
        let rings = layout.rings.iter().map(|(head, under)| graph::Link {
            from: *head,
            to: *under,
            line: Line::Leads,
        });
        let others = links.iter().filter_map(|link| {
            let line = match link.kind {
                LinkKind::WorksWith => Line::Mutual,
                LinkKind::Influences => Line::Arrow,
                _ => return None,
            };
            let (from, to) = pair(link)?;
            Some(graph::Link { from, to, line })
        });
        Self {
            drawn: rings.chain(others).collect(),
            hidden: all - people.len(),
            layout,
            people,
            links,
        }
    }

    fn place(&self, id: Option<Id<Client>>) -> Option<usize> {
        let mut people = self.people.iter();
        people.position(|one| Some(one.client.id) == id)
    }
}

/// A link in words: who, what, whom.
fn line<'a>(link: &Link, map: &'a Map, context: &'a Context) -> Option<Element<'a, Outer>> {
    let name = |id: Id<Client>| {
        let at = map.place(Some(id))?;
        let title = words::title(&context.locale, &map.people[at].client);
        Some(ellipsis(title).font(MEDIUM).size(size::BASE))
    };
    let relation = Relation {
        kind: link.kind,
        is_reverse: false,
    };
    let does = text::hint(named(relation, context));
    let face = row![
        graph::sample(drawn_as(link.kind)),
        name(link.from)?,
        does,
        name(link.to)?
    ];
    let face = face.spacing(spacing::S).align_y(Center);
    let line = entry(format!("influence {}", link.id.raw()), face);
    let line = line.on_open(Outer::Open(link.from));
    Some(line.on_remove(say(Message::Remove(link.id))).view(context))
}

fn drawn_as(kind: LinkKind) -> Line {
    match kind {
        LinkKind::WorksWith => Line::Mutual,
        LinkKind::Influences => Line::Arrow,
        _ => Line::Leads,
    }
}

/// What the lines, the colours and the dots mean.
fn legend<'a>(context: &'a Context) -> Element<'a, Outer> {
    let locale = &context.locale;
    let lines = [
        (Line::Leads, locale.text("influence-legend-leads")),
        (Line::Mutual, locale.text("influence-legend-works")),
        (Line::Arrow, locale.text("influence-legend-influences")),
    ];
    let lines = lines.map(|(line, words)| {
        let words = text::hint(words).style(surface::secondary);
        row![graph::sample(line), words]
            .spacing(spacing::S)
            .align_y(Center)
            .into()
    });
    let degree = row![
        node::dots(3),
        text::hint(locale.text("influence-legend-degree")).style(surface::secondary)
    ];
    let degree = degree.spacing(spacing::S).align_y(Center).into();
    let roles = node::roles(context);
    let all = lines.into_iter().chain([degree]).chain(roles);
    let legend = iced::widget::Row::from_iter(all).spacing(spacing::L);
    let legend = legend.wrap().vertical_spacing(spacing::XS);
    legend.into()
}

fn say_first(message: pick::Message) -> Outer {
    say(Message::Typed(editor::Message::First(message)))
}

fn say_second(message: pick::Message) -> Outer {
    say(Message::Typed(editor::Message::Second(message)))
}

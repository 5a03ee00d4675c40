//! Links to other cards, each under the name it has from this end.

mod editor;

use iced::widget::{column, container, row};
use iced::{Center, Fill, Padding};

use super::entries::{adds, entry};
use super::parts::{nothing, part};
use super::section::{Part, Place, Section, Side};
use super::tabs::Tab;
use super::{Message as Outer, PAGE, Sheet, write};
use crate::domain::client::Kind;
use crate::domain::link::{LinkKind, Relation};
use crate::domain::{Card, Client, Id, Link, Operation};
use crate::error::Result;
use crate::ui::screen::{Action, Context, Press, pick, words};
use crate::ui::style::{MEDIUM, Tone, size, spacing, surface};
use crate::ui::widget::{Element, badge, button, ellipsis, focus, text as words_of};
use crate::workspace::{Linked, Reader};

use editor::Editor;

/// The side of the picture of a card, in logical pixels.
const FACE: f32 = 28.0;
/// How many links are shown before one asks for all.
const FEW: usize = 12;

/// The links of a card.
#[derive(Debug, Default)]
pub struct Links {
    editor: Option<Editor>,
    is_whole: bool,
}

/// What happened to the links.
#[derive(Debug, Clone)]
pub enum Message {
    /// A new link is wanted.
    Add,
    /// A link is to be changed.
    Edit(Id<Link>),
    /// A link is to be taken away.
    Remove(Id<Link>),
    /// Something was typed.
    Typed(editor::Message),
    /// What was typed is to be saved.
    Save,
    /// What was typed is done with.
    Close,
    /// All links are to be shown.
    ShowAll,
}

pub(super) fn say(message: Message) -> Outer {
    Outer::Part(Part::Links(message))
}

fn say_pick(message: pick::Message) -> Outer {
    say(Message::Typed(editor::Message::Pick(message)))
}

impl Section for Links {
    const PLACE: Place = Place {
        tab: Tab::People,
        side: Side::Right,
    };
    type Facts = Vec<Linked>;
    type Message = Message;

    fn read(reader: Reader<'_>, card: &Card) -> Result<Vec<Linked>> {
        reader.linked(card.client.id)
    }

    fn update(&mut self, message: Message, sheet: &Sheet, context: &Context) -> Action<Outer> {
        let client = &sheet.card.client;
        match message {
            Message::Add => self.edit(Editor::new(client.kind)),
            Message::Edit(id) => match found(sheet, id) {
                Some(linked) => self.edit(Editor::of(linked, client.id)),
                None => Action::none(),
            },
            Message::Remove(id) => match found(sheet, id) {
                Some(linked) => {
                    let link = linked.link.clone();
                    write(Operation::DeleteLink, None, context, move |tx| {
                        tx.delete(&link)
                    })
                }
                None => Action::none(),
            },
            Message::Typed(message) => match &mut self.editor {
                Some(editor) => Action::run(editor.update(message, client, context)),
                None => Action::none(),
            },
            Message::Save => self.save(sheet, context),
            Message::Close => {
                self.editor = None;
                Action::none()
            }
            Message::ShowAll => {
                self.is_whole = true;
                Action::none()
            }
        }
    }

    fn press(&mut self, press: &Press, sheet: &Sheet, context: &Context) -> Option<Action<Outer>> {
        let is_save = press.is_command('s') && self.editor.is_some();
        is_save.then(|| self.save(sheet, context))
    }

    fn is_dirty(&self) -> bool {
        self.editor.as_ref().is_some_and(Editor::is_dirty)
    }

    fn fold(&mut self) -> bool {
        self.editor.take().is_some()
    }

    fn view<'a>(&'a self, sheet: &'a Sheet, context: &'a Context) -> Option<Element<'a, Outer>> {
        let locale = &context.locale;
        let client = &sheet.card.client;
        let links = &sheet.facts.links;
        let mut lines: Vec<Element<'a, Outer>> = Vec::new();
        if let Some(editor) = self.editor.as_ref().filter(|it| it.known().is_none()) {
            lines.push(editor.view(sheet, context));
        }
        let mut room = if self.is_whole { usize::MAX } else { FEW };
        for (relation, linked) in grouped(client, links, context) {
            if room == 0 {
                break;
            }
            lines.push(caption(named(relation, context)));
            for one in linked.into_iter().take(room) {
                room -= 1;
                lines.push(self.line(one, sheet, context));
            }
        }
        let hidden = links.len().saturating_sub(FEW);
        if hidden > 0 && !self.is_whole {
            let label = locale.with("links-more", &[("count", hidden.into())]);
            lines.push(button::link(label).on_press(say(Message::ShowAll)).into());
        }
        if lines.is_empty() {
            lines.push(nothing(locale.text("links-none")));
        }
        let add = adds(locale.text("links-add"), say(Message::Add), context);
        Some(part(locale.text("links-title"), Some(add), lines))
    }
}

impl Links {
    fn edit(&mut self, editor: Editor) -> Action<Outer> {
        let first = editor.first();
        self.editor = Some(editor);
        Action::run(focus::on(PAGE.into(), first.into()))
    }

    fn save(&mut self, sheet: &Sheet, context: &Context) -> Action<Outer> {
        let Some(editor) = &mut self.editor else {
            return Action::none();
        };
        let Some((link, kind)) = editor.finished(sheet) else {
            return Action::none();
        };
        let operation = match link.version {
            0 => Operation::AddLink,
            _ => Operation::EditLink,
        };
        let closed = Part::Links(Message::Close);
        write(operation, Some(closed), context, move |tx| {
            if let Some(kind) = &kind {
                tx.save(kind)?;
            }
            tx.save(&link).map(drop)
        })
    }

    fn line<'a>(
        &'a self,
        linked: &'a Linked,
        sheet: &'a Sheet,
        context: &'a Context,
    ) -> Element<'a, Outer> {
        let id = linked.link.id;
        let edited = self.editor.as_ref().filter(|it| it.known() == Some(id));
        if let Some(editor) = edited {
            return editor.view(sheet, context);
        }
        let locale = &context.locale;
        let client = &linked.other.client;
        let name = ellipsis(words::title(locale, client))
            .font(MEDIUM)
            .size(size::BASE);
        let below = below(linked);
        let below =
            (!below.is_empty()).then(|| ellipsis(below).size(size::HINT).style(surface::secondary));
        let supplied = match linked.link.from == sheet.card.client.id {
            true => "links-supplied",
            false => "links-supplied-here",
        };
        let is_marked = linked.link.is_supplied;
        let mark = is_marked.then(|| badge::badge(locale.text(supplied), Tone::Free));
        let told = column![name, below].width(Fill);
        let face = row![words::face(client, FACE), told, mark]
            .spacing(spacing::M)
            .align_y(Center);
        entry(format!("link {}", id.raw()), face)
            .on_open(Outer::Open(client.id))
            .on_edit(say(Message::Edit(id)))
            .on_remove(say(Message::Remove(id)))
            .view(context)
    }
}

/// What tells the other end from others of its name: the note, else what it does and where.
fn below(linked: &Linked) -> String {
    let client = &linked.other.client;
    let note = linked.link.note.trim();
    if !note.is_empty() {
        return note.to_owned();
    }
    let parts = match client.kind {
        Kind::Organization => [linked.other.city.as_str(), ""],
        Kind::Person => [client.position.trim(), linked.other.employer.as_str()],
    };
    let known: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    known.join(" · ")
}

fn found(sheet: &Sheet, id: Id<Link>) -> Option<&Linked> {
    sheet.facts.links.iter().find(|known| known.link.id == id)
}

/// The links by what the other end is, in the order relations are shown; each by name.
fn grouped<'a>(
    client: &Client,
    links: &'a [Linked],
    context: &Context,
) -> Vec<(Relation, Vec<&'a Linked>)> {
    let order = Relation::all(client.kind, &context.catalog.link_kinds);
    let mut groups: Vec<(Relation, Vec<&Linked>)> = Vec::new();
    for linked in links {
        let relation = linked.link.relation(client.id);
        match groups.iter_mut().find(|(known, _)| *known == relation) {
            Some((_, group)) => group.push(linked),
            None => groups.push((relation, vec![linked])),
        }
    }
    let place = |relation: &Relation| order.iter().position(|known| known == relation);
    groups.sort_by_key(|(relation, _)| place(relation).unwrap_or(usize::MAX));
    for (_, group) in &mut groups {
        group.sort_by_cached_key(|linked| linked.other.client.title());
    }
    groups
}

/// What another card is called by that relation.
pub(super) fn named(relation: Relation, context: &Context) -> String {
    let locale = &context.locale;
    if let Some(words) = locale.link_kind(relation.kind, relation.is_reverse) {
        return words;
    }
    let kinds = context.catalog.link_kinds.iter();
    let own = kinds.filter(|own| relation.kind == LinkKind::Own(own.id));
    let own = own.map(|own| match relation.is_reverse {
        true => own.reverse.clone(),
        false => own.name.clone(),
    });
    let words = own.into_iter().find(|words| !words.is_empty());
    words.unwrap_or_else(|| locale.text("links-other"))
}

/// The words over the links of one relation.
fn caption<'a>(words: String) -> Element<'a, Outer> {
    container(words_of::hint(words))
        .padding(Padding::ZERO.top(spacing::S))
        .into()
}

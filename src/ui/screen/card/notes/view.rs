//! How notes look: on their tab, and the key points on top of the card.

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::{column, container, hover, row};
use iced::{Center, Fill, Padding, Top};

use super::{Facts, Message, Notes, say};
use crate::domain::Note;
use crate::ui::screen::Context;
use crate::ui::screen::card::parts::{nothing, part, wrapped};
use crate::ui::screen::card::tabs::Tab;
use crate::ui::screen::card::{Message as Outer, Sheet};
use crate::ui::style::{MEDIUM, Tone, size, spacing, surface};
use crate::ui::widget::keyed::{keyed, pressable};
use crate::ui::widget::{Element, Icon, button, icon, section, text};

/// How many key points stand on top of the card; their tab has the others.
const KEY_POINTS: usize = 5;
/// The longest key point that is told whole on top of the card, in characters.
const LONGEST: usize = 240;

impl Notes {
    /// The part of the page.
    pub fn part<'a>(&'a self, facts: &'a Facts, context: &'a Context) -> Element<'a, Outer> {
        let locale = &context.locale;
        let is_new = self
            .editor
            .as_ref()
            .is_some_and(|it| it.base().version == 0);
        let can_write = !context.is_read_only && !is_new;
        let write = button::ghost(locale.text("notes-new"))
            .icon(Icon::Plus)
            .compact()
            .tip("N")
            .on_press_maybe(can_write.then(|| say(Message::Write)));
        let write = pressable(write, can_write.then(|| say(Message::Write)));
        let editor = self.editor.as_ref().filter(|_| is_new);
        let editor = editor.map(|editor| boxed(editor.view(context)));
        let shown = self.shown(facts);
        let notes = facts.key_points.iter().chain(shown);
        let notes = notes.map(|note| boxed(self.note(note, context)));
        let mut lines: Vec<Element<'a, Outer>> = editor.into_iter().chain(notes).collect();
        if facts.count == 0 && !is_new {
            lines.push(nothing(locale.text("notes-none")));
        }
        let hidden = facts
            .count
            .saturating_sub(facts.key_points.len() + shown.len());
        if hidden > 0 {
            let label = locale.with("notes-more", &[("count", hidden.into())]);
            let more = button::link(label).on_press(say(Message::ShowMore));
            lines.push(boxed(Element::from(more)));
        }
        part(locale.text("card-tab-notes"), Some(write), lines)
    }

    fn note<'a>(&'a self, note: &'a Note, context: &'a Context) -> Element<'a, Outer> {
        match &self.editor {
            Some(editor) if editor.base().id == note.id => editor.view(context),
            _ => known(note, context),
        }
    }
}

/// A note, with what can be done to it while the pointer is there. With the focus Enter changes it,
/// Space pins it, Delete removes it.
fn known<'a>(note: &'a Note, context: &Context) -> Element<'a, Outer> {
    let told = column![byline(note, context), wrapped(note.text.clone())]
        .spacing(spacing::XS)
        .width(Fill);
    if context.is_read_only {
        return told.into();
    }
    let locale = &context.locale;
    let pin = match note.is_pinned {
        true => locale.text("notes-unpin"),
        false => locale.text("notes-pin"),
    };
    let tool = |glyph, tip, message| {
        Element::from(
            button::tool(glyph, tip)
                .framed()
                .compact()
                .on_press(say(message)),
        )
    };
    let tools = row![
        tool(Icon::Bookmark, pin, Message::Pin(note.clone())),
        tool(
            Icon::Pencil,
            locale.text("card-edit"),
            Message::Edit(note.clone())
        ),
        tool(
            Icon::Trash,
            locale.text("notes-delete"),
            Message::Delete(note.clone())
        ),
    ]
    .spacing(spacing::XS);
    let tools = container(tools).align_right(Fill);
    keyed(hover(told, tools), |key| match key {
        Key::Named(Named::Enter) => Some(say(Message::Edit(note.clone()))),
        Key::Named(Named::Space) => Some(say(Message::Pin(note.clone()))),
        Key::Named(Named::Delete) => Some(say(Message::Delete(note.clone()))),
        _ => None,
    })
}

/// Who wrote it and when, after the mark of a key point.
fn byline<'a>(note: &Note, context: &Context) -> Element<'a, Outer> {
    let when = context.locale.moment(note.written_at);
    let said = match context.employee(note.author) {
        who if who.is_empty() => when,
        who => format!("{who} · {when}"),
    };
    let mark = note.is_pinned.then(|| {
        let sign = icon::sized(Icon::Bookmark, size::HINT).style(surface::toned(Tone::Accent));
        let words = text::hint(context.locale.text("notes-key-point"));
        row![sign, words.style(surface::toned(Tone::Accent))]
            .spacing(spacing::XS)
            .align_y(Center)
    });
    row![mark, text::hint(said)]
        .spacing(spacing::S)
        .align_y(Center)
        .into()
}

fn boxed(line: Element<'_, Outer>) -> Element<'_, Outer> {
    let line = container(line)
        .padding(Padding::ZERO.vertical(spacing::S))
        .width(Fill);
    column![section::divider(), line].into()
}

/// The key points, on top of the card; nothing where there is none.
pub fn key_points<'a>(sheet: &'a Sheet, context: &Context) -> Option<Element<'a, Outer>> {
    let points = &sheet.facts.notes.key_points;
    if points.is_empty() {
        return None;
    }
    let locale = &context.locale;
    let hidden = points.len().saturating_sub(KEY_POINTS);
    let more = (hidden > 0).then(|| {
        let label = locale.with("notes-more", &[("count", hidden.into())]);
        Element::from(button::link(label).on_press(Outer::Tab(Tab::Notes)))
    });
    let lines = points.iter().take(KEY_POINTS).map(|note| {
        let sign = icon::sized(Icon::Bookmark, size::BASE).style(surface::toned(Tone::Accent));
        let sign = container(sign).padding(Padding::ZERO.top(1.0));
        row![sign, wrapped(shortened(&note.text)).font(MEDIUM)]
            .spacing(spacing::S)
            .align_y(Top)
            .into()
    });
    let lines = column(lines).push(more).spacing(spacing::S);
    let points = container(lines)
        .padding(Padding::from([spacing::M, spacing::L]))
        .width(Fill)
        .style(surface::note(Tone::Accent));
    Some(points.into())
}

fn shortened(words: &str) -> String {
    match words.char_indices().nth(LONGEST) {
        None => words.to_owned(),
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
    }
}

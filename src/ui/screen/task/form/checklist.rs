//! The check list of a task.

use iced::Center;
use iced::widget::{column, row};

use super::Message as Outer;
use crate::domain::task::CheckItem;
use crate::domain::{Assignment, Id};
use crate::ui::screen::Context;
use crate::ui::style::spacing;
use crate::ui::widget::keyed::pressable;
use crate::ui::widget::{Element, Icon, button, field, select};

/// The name by which the field of a new line is focused.
pub const FIELD: &str = "task item";

/// The line that is being added.
#[derive(Debug, Default)]
pub struct Checklist {
    text: String,
}

/// What happened to the check list.
#[derive(Debug, Clone)]
pub enum Message {
    /// The text of the new line was typed.
    Typed(String),
    /// The new line is to be added; an empty one means that the form is done.
    Add,
    /// A line was ticked or not.
    Tick(Id<CheckItem>),
    /// The text of a line was changed.
    Text(Id<CheckItem>, String),
    /// A line is to go.
    Remove(Id<CheckItem>),
}

impl Checklist {
    /// What follows from a message; Enter on an empty field is left to the form: `true`.
    pub fn update(&mut self, message: Message, mine: &mut Assignment) -> bool {
        let items = &mut mine.items;
        match message {
            Message::Typed(text) => self.text = text,
            Message::Add if self.text.trim().is_empty() => return true,
            Message::Add => self.add(mine),
            Message::Tick(id) => {
                if let Some(item) = items.iter_mut().find(|item| item.id == id) {
                    item.is_done = !item.is_done;
                }
            }
            Message::Text(id, text) => {
                if let Some(item) = items.iter_mut().find(|item| item.id == id) {
                    item.text = text;
                }
            }
            Message::Remove(id) => items.retain(|item| item.id != id),
        }
        false
    }

    /// Whether a line was typed that is not in the list yet.
    pub fn is_typed(&self) -> bool {
        !self.text.trim().is_empty()
    }

    /// Nothing that was typed is lost: the line joins the list, and empty ones leave it.
    pub fn settle(&mut self, mine: &mut Assignment) {
        if self.is_typed() {
            self.add(mine);
        }
        mine.items.retain(|item| !item.text.trim().is_empty());
    }

    fn add(&mut self, mine: &mut Assignment) {
        let last = mine.items.iter().map(|item| item.position).max();
        let position = last.map_or(0, |last| last + 1);
        let text = std::mem::take(&mut self.text);
        let item = CheckItem::new(mine.task.id, text.trim(), position);
        mine.items.push(item);
    }

    /// The list, and the field of a new line.
    pub fn view<'a>(&'a self, mine: &'a Assignment, context: &'a Context) -> Element<'a, Outer> {
        let locale = &context.locale;
        let items = mine.items.iter().map(|item| {
            let id = item.id;
            let tick = Outer::Items(Message::Tick(id));
            let mark = select::check("", item.is_done, move |_| Outer::Items(Message::Tick(id)));
            let text = field::unlabelled(&item.text)
                .on_input(move |text| Outer::Items(Message::Text(id, text)))
                .on_submit(Outer::Save);
            let remove = button::tool(Icon::Close, locale.text("task-item-remove"))
                .compact()
                .on_press(Outer::Items(Message::Remove(id)))
                .reachable();
            row![pressable(mark, Some(tick)), Element::from(text), remove]
                .spacing(spacing::XS)
                .align_y(Center)
                .into()
        });
        let add = field::unlabelled(&self.text)
            .id(FIELD)
            .icon(Icon::Plus)
            .placeholder(locale.text("task-item-add"))
            .on_input(|text| Outer::Items(Message::Typed(text)))
            .on_submit(Outer::Items(Message::Add));
        let all = column(items).push(Element::from(add)).spacing(spacing::XS);
        field::labelled(locale.text("task-checklist"), all)
    }
}

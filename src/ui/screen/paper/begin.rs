//! What the form begins with, and what comes in while it is open.

use iced::Task as Command;

use super::{CLIENT, Form, Line, Material, Message, PAGE, Sheet, Source};
use crate::error::Result;
use crate::ui::screen::{Action, Context, Wish};
use crate::ui::widget::focus;

impl Form {
    pub(super) fn read(
        &self,
        context: &Context,
        say: fn(Result<Box<Material>>) -> Message,
    ) -> Command<Message> {
        let (source, me) = (self.source.clone(), context.me.id);
        let read = context
            .worker
            .read(move |reader| Material::read(reader, &source, me).map(Box::new));
        Command::perform(read, say)
    }

    pub(super) fn begin(
        &mut self,
        material: Result<Box<Material>>,
        context: &Context,
    ) -> Action<Message> {
        let material = match material {
            Ok(material) => *material,
            Err(error) => return Action::wish(Wish::Back).and(Wish::Fail(error)),
        };
        let first = match material.near.client {
            None => CLIENT,
            Some(_) => Line::Number.id(),
        };
        self.sheet = Some(Box::new(Sheet::new(material, context)));
        Action::run(focus::on(PAGE.into(), first.into()))
    }

    /// Takes over what a colleague has written, as far as nothing typed stands against it.
    pub(super) fn renew(&mut self, material: Material, context: &Context) {
        let Some(sheet) = &mut self.sheet else { return };
        if self.is_saving {
            return;
        }
        let is_same = matches!(self.source, Source::New(_)) || material.document == sheet.base;
        match (is_same, sheet.is_dirty()) {
            (true, _) => sheet.renew(material, context),
            (false, true) => sheet.has_news = true,
            (false, false) => sheet.begin_anew(material, context),
        }
    }
}

//! What follows from what is typed: the values of templates, the next number, the drawing.

use iced::Task as Command;

use super::super::Message;
use super::{Named, Sheet, today};
use crate::documents::{Source, Surroundings};
use crate::domain::Id;
use crate::ui::screen::Context;

impl Sheet {
    /// What templates are filled with.
    pub fn set_around(&mut self, around: Surroundings, context: &Context) {
        self.around = Some(around);
        self.making.preview.spoil();
        self.look_around(context);
    }

    /// Fills what is around with the paper as it is typed now.
    pub(super) fn look_around(&mut self, context: &Context) {
        let document = self.finished();
        let kinds = &self.facts.contract_kinds;
        let kind = kinds
            .iter()
            .find(|kind| Some(kind.id) == document.paper.contract_kind);
        let is_sold = |id| document.lines.iter().any(|line| line.product == Some(id));
        let Some(around) = &mut self.around else {
            return;
        };
        around.contract_kind = kind.map(|kind| kind.name.clone()).unwrap_or_default();
        let products = self.facts.products.iter();
        around.products = products.filter(|one| is_sold(one.id)).cloned().collect();
        around.document = document;
        if around.document.paper.number.is_empty() {
            around
                .document
                .paper
                .number
                .clone_from(&self.facts.next_number);
        }
        self.fields = around.fields(&context.locale);
    }

    /// What stands in a field of templates; empty where nothing does.
    pub fn field(&self, name: &str) -> &str {
        let found = self.fields.iter().find(|field| field.name == name);
        found.map_or("", |field| field.value.as_str())
    }

    /// Reads what depends on what was just chosen or typed.
    pub fn follow(&mut self, context: &Context) -> Command<Message> {
        let document = self.finished();
        let paper = &document.paper;
        let mut commands = Vec::new();
        let numbered = (paper.contract_kind.map(Id::raw), paper.dated_on);
        if self.numbered != numbered && self.is_new() {
            self.numbered = numbered;
            let paper = paper.clone();
            let read = context
                .worker
                .read(move |reader| reader.next_number(&paper));
            commands.push(Command::perform(read, Message::Number));
        }
        let named = Named {
            client: paper.client,
            rest: [
                paper.contact.map(Id::raw),
                paper.company.map(Id::raw),
                paper.manager.map(Id::raw),
                paper.basis.map(Id::raw),
                Some(paper.version),
            ],
        };
        let templates = self.facts.templates.clone();
        self.making.offer(Source::all_for(paper, templates));
        commands.extend(self.making.read(context));
        let is_for_somebody = self.client.chosen().is_some();
        if self.named.as_ref() != Some(&named) && is_for_somebody {
            self.named = Some(named);
            let read = context
                .worker
                .read(move |reader| Surroundings::of(reader, document, today()).map(Box::new));
            commands.push(Command::perform(read, Message::Around));
        } else {
            self.look_around(context);
        }
        let (around, making) = (self.around.as_ref(), &mut self.making);
        if let Some((maker, around)) = making.maker().cloned().zip(around) {
            commands.extend(making.preview.draw(&maker, around, context));
        }
        Command::batch(commands)
    }
}

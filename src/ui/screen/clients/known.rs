//! What the screen knows of each register as a whole: how many clients, which groups and towns.

use iced::Task as Command;

use crate::domain::client::Kind;
use crate::domain::listing::Filter;
use crate::domain::{Group, Id};
use crate::error::Result;
use crate::ui::screen::Context;

/// What is known of one register.
#[derive(Debug, Default)]
pub struct Known {
    /// How many clients it has; `None` before that was counted.
    pub count: Option<i64>,
    /// Its groups by name, each with how many clients it has.
    pub groups: Vec<(Group, i64)>,
    /// Its towns, the largest first, each with how many clients it has; `None` before somebody
    /// wanted to know.
    pub cities: Option<Vec<(String, i64)>>,
    asked: u64,
}

/// An answer about one register, with the number of its question.
#[derive(Debug, Clone)]
pub enum Message {
    /// The groups have been read and the clients counted.
    Counted(u64, Result<(i64, Vec<(Group, i64)>)>),
    /// The towns have been read.
    CitiesRead(u64, Result<Vec<(String, i64)>>),
}

impl Known {
    /// Takes an answer in; a late one is dropped. Tells whether the groups are known anew.
    pub fn update(&mut self, message: Message) -> Result<bool> {
        match message {
            Message::Counted(asked, _) | Message::CitiesRead(asked, _) if asked != self.asked => {
                Ok(false)
            }
            Message::Counted(_, counted) => {
                let (count, groups) = counted?;
                (self.count, self.groups) = (Some(count), groups);
                Ok(true)
            }
            Message::CitiesRead(_, cities) => {
                self.cities = Some(cities?);
                Ok(false)
            }
        }
    }

    /// Reads what is shown all the time, and the towns if somebody wanted to know them before.
    pub fn refresh(&mut self, kind: Kind, context: &Context) -> Command<Message> {
        self.asked += 1;
        let asked = self.asked;
        let counted = context
            .worker
            .background(move |reader| Ok((reader.count(kind)?, reader.groups(kind)?)));
        let counted = Command::perform(counted, move |counted| Message::Counted(asked, counted));
        if self.cities.is_some() {
            Command::batch([counted, self.read_cities(kind, context)])
        } else {
            counted
        }
    }

    /// Reads the towns, which looks at every client.
    pub fn read_cities(&self, kind: Kind, context: &Context) -> Command<Message> {
        let asked = self.asked;
        let cities = context.worker.background(move |reader| reader.cities(kind));
        Command::perform(cities, move |cities| Message::CitiesRead(asked, cities))
    }

    /// Takes groups that are there no longer out of a filter.
    pub fn keep_groups(&self, filter: &mut Filter) {
        let is_known = |id: &Id<Group>| self.groups.iter().any(|(group, _)| group.id == *id);
        filter.groups.retain(is_known);
    }

    /// The name of a group; empty while it is not known.
    pub fn group(&self, id: Id<Group>) -> &str {
        let mut groups = self.groups.iter().map(|(group, _)| group);
        let found = groups.find(|group| group.id == id);
        found.map_or("", |group| group.name.as_str())
    }
}

//! Texts of several lines: the note, and what is known of a client at length, in parts that fold.

use std::collections::{BTreeMap, BTreeSet};

use iced::widget::text_editor::{Action, Content};
use iced::widget::{Column, column};

use super::Message;
use super::parts::folding;
use crate::domain::Client;
use crate::domain::client::{Kind, TextField};
use crate::i18n::Locale;
use crate::ui::style::spacing;
use crate::ui::widget::area;
use crate::ui::widget::{Element, field, section};

/// A part of the long texts that folds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// What an organisation does, and on which market.
    Market,
    /// What it is after, and how it lives.
    Goals,
    /// Where it is strong and where weak.
    Strengths,
    /// What a person has learned.
    Education,
    /// What a person likes.
    Interests,
    /// The family of a person.
    Family,
}

impl Topic {
    const ALL: [Self; 6] = [
        Self::Market,
        Self::Goals,
        Self::Strengths,
        Self::Education,
        Self::Interests,
        Self::Family,
    ];

    fn fields(self) -> &'static [TextField] {
        match self {
            Self::Market => &[
                TextField::Products,
                TextField::Customers,
                TextField::Situation,
                TextField::MarketPosition,
            ],
            Self::Goals => &[TextField::Goals, TextField::Culture, TextField::Indicators],
            Self::Strengths => &[TextField::Strengths, TextField::Weaknesses],
            Self::Education => &[TextField::Education, TextField::Skills],
            Self::Interests => &[TextField::Hobbies, TextField::Likes, TextField::Dislikes],
            Self::Family => &[TextField::Family],
        }
    }

    fn of(kind: Kind) -> impl Iterator<Item = Self> {
        let all = Self::ALL.into_iter();
        all.filter(move |topic| topic.fields().iter().all(|field| field.belongs_to(kind)))
    }

    fn label(self, locale: &Locale) -> String {
        locale.text(match self {
            Self::Market => "form-topic-market",
            Self::Goals => "form-topic-goals",
            Self::Strengths => "form-topic-strengths",
            Self::Education => "form-topic-education",
            Self::Interests => "form-topic-interests",
            Self::Family => "form-topic-family",
        })
    }
}

/// The long texts with their carets, and which parts are unfolded.
pub struct Long {
    texts: BTreeMap<&'static str, Content>,
    open: BTreeSet<Topic>,
}

impl Long {
    /// The texts of a client; parts that say nothing are folded.
    pub fn of(client: &Client) -> Self {
        let long = TextField::ALL.into_iter().filter(|field| field.is_long());
        let own = long.filter(|field| field.belongs_to(client.kind));
        let has_text = |topic: &Topic| {
            let mut fields = topic.fields().iter();
            fields.any(|field| !client.text(*field).trim().is_empty())
        };
        Self {
            texts: own
                .map(|field| (field.name(), Content::with_text(client.text(field))))
                .collect(),
            open: Topic::of(client.kind).filter(has_text).collect(),
        }
    }

    /// Folds or unfolds a part.
    pub fn fold(&mut self, topic: Topic) {
        if !self.open.remove(&topic) {
            self.open.insert(topic);
        }
    }

    /// Unfolds a part.
    pub fn unfold(&mut self, topic: Topic) {
        self.open.insert(topic);
    }

    /// Does what the user did to a text; returns the text where it has changed.
    pub fn perform(&mut self, field: TextField, action: Action) -> Option<String> {
        let is_edit = action.is_edit();
        let content = self.texts.get_mut(field.name())?;
        content.perform(action);
        is_edit.then(|| content.text())
    }

    /// The field of a text.
    pub fn area<'a>(
        &'a self,
        text: TextField,
        placeholder: String,
    ) -> Option<Element<'a, Message>> {
        let content = self.texts.get(text.name())?;
        let say = move |action| Message::Long(text, action);
        let name = text.name();
        Some(area::named(name, content, placeholder, say, Message::Save))
    }

    /// The parts that fold.
    pub fn view<'a>(&'a self, kind: Kind, locale: &Locale) -> Element<'a, Message> {
        let topics = Topic::of(kind).map(|topic| {
            let is_open = self.open.contains(&topic);
            let head = folding(topic.label(locale), is_open, Message::Fold(topic));
            let fields = topic.fields().iter().filter(|_| is_open);
            let fields = fields.filter_map(|text| {
                let area = self.area(*text, String::new())?;
                Some(field::labelled(locale.text_field(kind, *text), area))
            });
            let fields = Column::from_iter(fields).spacing(spacing::M);
            column![head, is_open.then_some(fields)]
                .spacing(spacing::S)
                .into()
        });
        let title = section::heading(locale.text("form-portrait"), None);
        let topics = Column::from_iter(topics).spacing(spacing::S);
        section::card(column![title, topics].spacing(spacing::M))
    }
}

//! What is said of a template: its title, its delimiters, what becomes of missing fields.

use crate::domain::Id;
use crate::domain::paper::{ContractKind, PaperKind, PaperTemplate};
use crate::template_engine::{Delimiters, Missing};

/// What is said of a template, while it is changed.
#[derive(Debug)]
pub struct Form {
    /// As it is typed.
    pub(super) template: PaperTemplate,
    /// It was to be saved and could not.
    pub(super) is_checked: bool,
    /// Another line was chosen though this one is changed.
    pub(super) is_asking: bool,
}

/// What was changed.
#[derive(Debug, Clone)]
pub enum Message {
    /// What it is called.
    Titled(String),
    /// What it makes.
    Kind(PaperKind),
    /// Which contracts it makes.
    ContractKind(Option<Id<ContractKind>>),
    /// What stands around its fields.
    Delimited(String),
    /// What becomes of fields nobody knows.
    Missing(Missing),
}

impl Form {
    /// What a template says.
    pub fn new(template: PaperTemplate) -> Self {
        Self {
            template,
            is_checked: false,
            is_asking: false,
        }
    }

    /// Which template it is.
    pub fn id(&self) -> Id<PaperTemplate> {
        self.template.id
    }

    /// Whether it differs from what is kept.
    pub fn is_changed(&self, kept: &PaperTemplate) -> bool {
        let mine = &self.template;
        (
            &mine.title,
            mine.kind,
            mine.contract_kind,
            &mine.delimiters,
            &mine.missing,
        ) != (
            &kept.title,
            kept.kind,
            kept.contract_kind,
            &kept.delimiters,
            &kept.missing,
        )
    }

    /// The changes are in the way of something: say so.
    pub fn ask(&mut self) {
        self.is_asking = true;
    }

    /// Takes in what was changed.
    pub fn update(&mut self, message: Message) {
        self.is_asking = false;
        let template = &mut self.template;
        match message {
            Message::Titled(title) => template.title = title,
            Message::Kind(kind) => {
                template.kind = kind;
                if kind != PaperKind::Contract {
                    template.contract_kind = None;
                }
            }
            Message::ContractKind(kind) => template.contract_kind = kind,
            Message::Delimited(text) => template.delimiters = text,
            Message::Missing(missing) => template.missing = missing.name().to_owned(),
        }
    }

    /// Whether what stands around fields is understood.
    pub fn has_delimiters(&self) -> bool {
        Delimiters::read(&self.template.delimiters).is_ok()
    }

    /// The template, tidied; `None` where something has to be put right.
    pub fn whole(&mut self) -> Option<PaperTemplate> {
        self.is_checked = true;
        let title = self.template.title.trim();
        (!title.is_empty() && self.has_delimiters()).then(|| PaperTemplate {
            title: title.to_owned(),
            delimiters: self.template.delimiters.trim().to_owned(),
            ..self.template.clone()
        })
    }
}

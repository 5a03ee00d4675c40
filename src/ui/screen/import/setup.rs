//! What was recognised about a table, and what the user makes of it.

use chrono::Local;

use crate::domain::client::{Key, Kind};
use crate::domain::{CustomField, Id, NamedMapping};
use crate::exchange::import::Options;
use crate::exchange::{Choices, Column, Delimiter, Encoding, HeaderChoice, Mapping, Source};

/// A table with all that is known about it.
#[derive(Debug)]
pub struct Setup {
    /// The table.
    pub source: Source,
    /// What the user has corrected about it.
    pub choices: Choices,
    /// How it is to be imported.
    pub options: Options,
    /// The fields that the user has made.
    fields: Vec<CustomField>,
    /// The mapping with a name that was applied.
    pub kept: Option<Id<NamedMapping>>,
    /// The kind was chosen, not guessed.
    is_kind_chosen: bool,
}

/// What was corrected.
#[derive(Debug, Clone)]
pub enum Message {
    /// The encoding of the text.
    Encoding(Encoding),
    /// The delimiter of the text.
    Delimiter(Delimiter),
    /// The sheet of the workbook.
    Sheet(String),
    /// The row that names the columns.
    Header(HeaderChoice),
    /// What the rows are.
    Kind(Kind),
    /// What the column at that place fills.
    Column(usize, Column),
    /// By what known clients are recognised.
    UpdateBy(Option<Key>),
    /// Whether a cell that cannot be read is left out.
    SkipsBadCells(bool),
    /// Whether missing places of work are made.
    MakesEmployers(bool),
}

impl Setup {
    /// A table as it was recognised.
    pub fn new(source: Source, choices: Choices, fields: &[CustomField]) -> Self {
        let mapping = Mapping::guess_among(&source, fields);
        Self {
            options: Options::new(mapping, Local::now().date_naive()),
            source,
            choices,
            fields: fields.to_vec(),
            kept: None,
            is_kind_chosen: false,
        }
    }

    /// Applies the mapping that was kept for tables with this header, if there is one.
    pub fn remember(&mut self, known: &[NamedMapping]) {
        let found = Mapping::remembered(&self.source, known);
        self.kept = found.as_ref().map(|(kept, _)| kept.id);
        if let Some((kept, mapping)) = found {
            self.options.mapping = mapping;
            self.options.follow(kept);
            self.is_kind_chosen = true;
        }
    }

    /// Applies a mapping that was kept, or what is recognised.
    pub fn apply(&mut self, kept: Option<&NamedMapping>) {
        self.kept = kept.map(|kept| kept.id);
        self.options.mapping = match kept {
            Some(kept) => {
                self.options.follow(kept);
                Mapping::of_named(kept, self.source.width())
            }
            None => Mapping::guess_among(&self.source, &self.fields),
        };
        self.is_kind_chosen = kept.is_some();
    }

    /// The same table read in another way: its columns are guessed anew.
    pub fn with_source(self, source: Source) -> Self {
        let mapping = match self.is_kind_chosen {
            true => {
                let kind = self.options.mapping.kind;
                Mapping::guess_as_among(&source, kind, &self.fields)
            }
            false => Mapping::guess_among(&source, &self.fields),
        };
        Self {
            options: Options {
                mapping,
                ..self.options
            },
            source,
            ..self
        }
    }

    /// Takes in a correction; what comes out asks to look at the table again.
    pub fn update(&mut self, message: Message) -> Option<Choices> {
        match message {
            Message::Encoding(encoding) => self.choices.encoding = Some(encoding),
            Message::Delimiter(delimiter) => self.choices.delimiter = Some(delimiter),
            Message::Sheet(sheet) => self.choices.sheet = Some(sheet),
            Message::Header(header) => self.choices.header = header,
            message => {
                self.correct(message);
                return None;
            }
        }
        Some(self.choices.clone())
    }

    fn correct(&mut self, message: Message) {
        let options = &mut self.options;
        match message {
            Message::Kind(kind) => {
                options.mapping = Mapping::guess_as_among(&self.source, kind, &self.fields);
                self.is_kind_chosen = true;
            }
            Message::Column(at, column) => {
                let columns = &mut options.mapping.columns;
                if !column.is_repeatable() {
                    let others = columns.iter_mut().filter(|other| **other == column);
                    others.for_each(|other| *other = Column::Ignore);
                }
                if let Some(place) = columns.get_mut(at) {
                    *place = column;
                }
            }
            Message::UpdateBy(key) => options.update_by = key,
            Message::SkipsBadCells(skips) => options.skips_bad_cells = skips,
            Message::MakesEmployers(makes) => options.makes_employers = makes,
            Message::Encoding(_)
            | Message::Delimiter(_)
            | Message::Sheet(_)
            | Message::Header(_) => {}
        }
    }

    /// Whether it can be checked what an import would do.
    pub fn is_ready(&self) -> bool {
        let has_name = self.options.mapping.has_name() || self.options.update_by.is_some();
        has_name && self.has_key()
    }

    /// Whether a column gives what clients are to be recognised by.
    pub fn has_key(&self) -> bool {
        use crate::domain::client::TextField::{ExternalId, Inn};
        use crate::domain::contact::Channel;
        let columns = &self.options.mapping.columns;
        match self.options.update_by {
            None => true,
            Some(Key::Name) => self.options.mapping.has_name(),
            Some(Key::Inn) => columns.contains(&Column::Text(Inn)),
            Some(Key::ExternalId) => columns.contains(&Column::Text(ExternalId)),
            Some(Key::Email) => columns.contains(&Column::Contact(Channel::Email)),
            Some(Key::Phone) => columns
                .iter()
                .any(|column| matches!(column, Column::Contact(channel) if channel.is_phone())),
        }
    }
}

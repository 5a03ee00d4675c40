//! Dictionaries the office edits: segments, sources, kinds of counterparty, options of fields.

use crate::domain::Id;
use crate::domain::custom_field::CustomField;
use crate::domain::profile::named;

named! {
    /// A dictionary.
    Dictionary {
        /// Segments of the market.
        Segment = "segment",
        /// How clients come to us.
        Source = "source",
        /// Kinds of counterparty: consumer, institution, dealer.
        Category = "category",
        /// Steps of the funnel that projects go through.
        DealStage = "deal-stage",
        /// Why deals are lost, and what speaks against us.
        LossReason = "loss-reason",
        /// Groups of what is sold.
        ProductGroup = "product-group",
        /// The options of a custom field.
        Option = "option",
    }
}

/// One entry of a dictionary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Which entry.
    pub id: Id<Term>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// Where it stands.
    pub dictionary: Dictionary,
    /// The custom field whose option it is; `None` in every other dictionary.
    pub field: Option<Id<CustomField>>,
    /// What it is called.
    pub name: String,
    /// Its place among the others, counted from 0.
    pub position: i64,
}

impl Term {
    /// An entry of that name, not yet saved, before all others.
    pub fn new(dictionary: Dictionary, name: impl Into<String>) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            dictionary,
            field: None,
            name: name.into(),
            position: 0,
        }
    }

    /// An option of a custom field, not yet saved.
    pub fn option(field: Id<CustomField>, name: impl Into<String>) -> Self {
        Self {
            field: Some(field),
            ..Self::new(Dictionary::Option, name)
        }
    }
}

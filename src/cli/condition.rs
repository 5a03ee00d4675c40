//! The filter of a command, given as a sentence.

use crate::domain::client::Kind;
use crate::domain::filter::{Expression, Mistake};
use crate::domain::listing::Filter;
use crate::error::{Error, Result};
use crate::i18n::Locale;
use crate::workspace::Workspace;

/// What a sentence asks of a register; `None` where it asks for nothing.
///
/// # Errors
/// [`Error::UnclearFilter`] with the place that is not understood.
pub fn read(
    text: &str,
    kind: Kind,
    workspace: &Workspace,
    locale: &Locale,
) -> Result<Option<Expression>> {
    let catalog = workspace.read().catalog()?;
    let read = locale.filter_words(kind, &catalog).parse(text);
    read.map_err(|mistake| unclear(text, mistake))
}

/// What a sentence asks of both registers: organisations, then persons.
///
/// # Errors
/// [`Error::UnclearFilter`] where neither understands it.
pub fn both(text: &str, workspace: &Workspace, locale: &Locale) -> Result<Vec<Filter>> {
    let catalog = workspace.read().catalog()?;
    let read = locale.filters(text, &catalog);
    read.map_err(|mistake| unclear(text, mistake))
}

fn unclear(text: &str, mistake: Mistake) -> Error {
    Error::UnclearFilter {
        text: text.to_owned(),
        mistake: Box::new(mistake),
    }
}

//! Papers among what is found: by number, by what they are about, for whom, by what stands in their
//! files; `счёт ромашка` means the invoices for that client.

use super::{Action, Command, Context, Message, Search, Wish};
use crate::domain::paper::{PaperFilter, PaperKind, PaperListing};
use crate::domain::text::{fold, swap_layout};
use crate::error::{Error, Result};
use crate::i18n::Locale;
use crate::workspace::Reader;

/// How many papers a search shows.
const LIMIT: usize = 6;
/// So many of the newest that were found are looked at for the number that was meant.
const LOOKED_AT: usize = 60;
/// With so many letters a word may be the beginning of the name of a kind.
const KIND: usize = 3;

impl Search {
    /// Asks for papers, unless that is being asked: the answer asks for what is typed by then.
    pub(super) fn ask_papers(&mut self, context: &Context) -> Command<Message> {
        if self.query.trim().is_empty() || self.is_asking_papers {
            return Command::none();
        }
        self.is_asking_papers = true;
        let query = self.query.clone();
        let filters = filters(&query, &context.locale);
        // The texts of files are long: the clients are not to wait for them.
        let found = context.worker.list(move |reader| find(reader, &filters));
        Command::perform(found, move |found| Message::Papers(query.clone(), found))
    }

    pub(super) fn take_papers(
        &mut self,
        query: String,
        found: Result<Vec<PaperListing>, Error>,
        context: &Context,
    ) -> Action<Message> {
        self.is_asking_papers = false;
        if query != self.query {
            return Action::run(self.ask_papers(context));
        }
        match found {
            Ok(found) => {
                self.papers = Some((query, found));
                let chosen = self.choose_in_haste(context);
                chosen.unwrap_or_else(Action::none)
            }
            Err(error) => Action::wish(Wish::Fail(error)),
        }
    }

    /// Chooses the first of what was found, where Enter was pressed before the answer came.
    pub(super) fn choose_in_haste(&mut self, context: &Context) -> Option<Action<Message>> {
        let is_there = self.is_hasty && self.is_answered() && !self.items(context).is_empty();
        is_there.then(|| {
            self.is_hasty = false;
            self.choose(0, context)
        })
    }

    /// Whether papers were looked for as well.
    pub(super) fn has_papers_answered(&self) -> bool {
        let is_empty = self.query.trim().is_empty();
        is_empty || self.papers.as_ref().map(|(query, _)| query) == Some(&self.query)
    }
}

/// What a text may mean: as it was typed, else in the other layout of the keyboard.
fn filters(query: &str, locale: &Locale) -> Vec<PaperFilter> {
    let texts = std::iter::once(query.to_owned()).chain(swap_layout(query));
    texts.map(|text| filter(&text, locale)).collect()
}

/// Words that begin the name of a kind of paper narrow to it; the others are looked for.
fn filter(text: &str, locale: &Locale) -> PaperFilter {
    let text = fold(text);
    let mut kinds = Vec::new();
    let mut words = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let is_called = |kind: &&PaperKind| {
            let names = [locale.paper_kind(**kind), locale.paper_word(**kind)];
            let is_long = word.chars().count() >= KIND;
            is_long && names.iter().any(|name| fold(name).starts_with(word))
        };
        let meant: Vec<PaperKind> = PaperKind::ALL.iter().filter(is_called).copied().collect();
        match meant.is_empty() {
            true => words.push(word),
            false => kinds.extend(meant),
        }
    }
    PaperFilter {
        // A kind alone is a word like any other: papers may be about it.
        text: if words.is_empty() {
            text.clone()
        } else {
            words.join(" ")
        },
        kinds: if words.is_empty() { Vec::new() } else { kinds },
        ..PaperFilter::default()
    }
}

fn find(reader: Reader<'_>, filters: &[PaperFilter]) -> Result<Vec<PaperListing>> {
    for filter in filters {
        let mut found = reader.register(filter, (0, LOOKED_AT))?;
        if !found.is_empty() {
            // A number that was typed whole comes first, then those that begin so; of equals the newest.
            found.sort_by_key(|line| {
                let number = fold(&line.paper.number);
                (number != filter.text, !number.starts_with(&filter.text))
            });
            found.truncate(LIMIT);
            return Ok(found);
        }
    }
    Ok(Vec::new())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn the_name_of_a_kind_narrows_to_it() {
        let locale = Locale::new(Language::Russian);
        let meant = |text| {
            let filter = filter(text, &locale);
            (filter.kinds, filter.text)
        };
        assert_eq!(meant("25/26"), (vec![], "25/26".into()));
        let contract = vec![PaperKind::Contract];
        assert_eq!(meant("Договор 25/26"), (contract, "25/26".into()));
        let invoice = vec![PaperKind::Invoice];
        assert_eq!(meant("ромашка счет"), (invoice, "ромашка".into()));
        assert_eq!(meant("договор"), (vec![], "договор".into()), "a word alone");
    }
}

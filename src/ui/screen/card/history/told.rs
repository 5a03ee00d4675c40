//! What an operation did to a card, in words.

use super::Story;
use super::values::{Said, value};
use crate::domain::client::TextField;
use crate::domain::{Client, Field, Id};
use crate::ui::screen::Context;
use crate::workspace::{CardPart, Deed, Step, What};

/// The longest value that is told whole, in characters.
const LONGEST: usize = 60;
/// The longest name of a row, in characters, where one of its columns has changed.
const LONGEST_NAME: usize = 30;
/// How much of what two long values share is told, in characters.
const CONTEXT: usize = 20;

/// One step in words.
#[derive(Debug, PartialEq)]
pub enum Line {
    /// Something that happened to the whole card.
    Sentence(String),
    /// What a field is called, its value before, its value after.
    Changed(String, String, String),
}

/// What an operation did, in words; nothing for what nobody needs to know.
pub fn lines(deed: &Deed, story: &Story, context: &Context) -> Vec<Line> {
    let steps = deed.steps.iter();
    steps
        .filter_map(|step| told(step, &Said { story, context }))
        .collect()
}

/// One step in words; `None` for what nobody needs to know.
fn told(step: &Step, said: &Said<'_>) -> Option<Line> {
    let locale = &said.context.locale;
    let part = &step.part;
    if let Some(sentence) = sentence(step, said) {
        return Some(Line::Sentence(sentence));
    }
    let words = || short(&said.part(part), LONGEST);
    match &step.what {
        What::Added | What::Restored => {
            Some(Line::Changed(said.title(part), String::new(), words()))
        }
        What::Removed => Some(Line::Changed(said.title(part), words(), String::new())),
        What::Came(card) | What::Left(card) => {
            let key = match step.what {
                What::Came(_) => "story-came",
                _ => "story-left",
            };
            let arguments = [
                ("what", said.title(part).into()),
                ("value", words().into()),
                ("card", said.card(*card).into()),
            ];
            Some(Line::Sentence(locale.with(key, &arguments)))
        }
        What::Changed(change) => {
            let label = label(part, &change.column, said)?;
            let words = |of| value(part, &change.column, of, said);
            let (before, after) = apart(&words(&change.old), &words(&change.new));
            let (before, after) = (short(&before, LONGEST), short(&after, LONGEST));
            Some(Line::Changed(label, before, after))
        }
    }
}

/// What happened to the card as a whole.
fn sentence(step: &Step, said: &Said<'_>) -> Option<String> {
    let locale = &said.context.locale;
    let is_added = matches!(step.what, What::Added | What::Restored);
    let with = |key, card: Id<Client>| {
        let card = said.card(card);
        Some(locale.with(key, &[("card", card.into())]))
    };
    match (&step.part, &step.what) {
        (CardPart::Client, What::Added) => Some(locale.text("card-history-created")),
        (CardPart::Client, What::Removed) => Some(locale.text("card-history-deleted")),
        (CardPart::Client, What::Restored) => Some(locale.text("card-history-restored")),
        (CardPart::Merge(merge), _) => match (merge.survivor == said.story.card, is_added) {
            (true, true) => with("story-merged", merge.merged),
            (true, false) => with("story-parted", merge.merged),
            (false, true) => with("story-merged-into", merge.survivor),
            (false, false) => with("story-parted", merge.survivor),
        },
        (CardPart::Distinct(pair), What::Added | What::Restored | What::Removed) => {
            let other = match pair.one == said.story.card {
                true => pair.other,
                false => pair.one,
            };
            match is_added {
                true => with("story-distinct", other),
                false => with("story-distinct-no-more", other),
            }
        }
        _ => None,
    }
}

/// What a column is called; `None` for those that only follow from others. Where it is one of
/// several of a row, the row is named first.
fn label(part: &CardPart, column: &str, said: &Said<'_>) -> Option<String> {
    let locale = &said.context.locale;
    if *part == CardPart::Client {
        return of_client(column, said);
    }
    let Some(key) = key(part, column)? else {
        return Some(said.title(part));
    };
    let name = short(&said.part(part), LONGEST_NAME);
    let row = match name.is_empty() {
        true => said.title(part),
        false => format!("{} {name}", said.title(part)),
    };
    Some(format!("{row} · {}", locale.text(key)))
}

/// The label of a column of a row on the card: `Some(None)` for the column that is all the row
/// says, `None` for one that only follows from others.
fn key(part: &CardPart, column: &str) -> Option<Option<&'static str>> {
    let key = match (part, column) {
        (CardPart::Contact(_), "value")
        | (CardPart::Account(_), "number")
        | (CardPart::Note(_), "text")
        | (CardPart::Attachment(_) | CardPart::Department(_), "name")
        | (CardPart::Value(_), "text" | "number" | "linked_id")
        | (CardPart::Link(_), "from_id" | "to_id") => return Some(None),
        (CardPart::Contact(_) | CardPart::Address(_) | CardPart::Account(_), "is_main") => {
            "story-main"
        }
        (CardPart::Contact(_), "channel") => "card-channel",
        (CardPart::Address(_), "purpose") => "card-purpose",
        (CardPart::Address(_), "postal_code") => "card-postal-code",
        (CardPart::Address(_), "region") => "card-region",
        (CardPart::Address(_), "city") => "card-city",
        (CardPart::Address(_), "street") => "card-street",
        (CardPart::Account(_), "bank") => "card-bank",
        (CardPart::Account(_), "bik") => "card-bik",
        (CardPart::Account(_), "correspondent") => "card-correspondent",
        (CardPart::Department(_), "parent_id") => "story-department-parent",
        (CardPart::Document(_), "kind") => "documents-kind",
        (CardPart::Document(_), "series") => "documents-series",
        (CardPart::Document(_), "number") => "documents-number",
        (CardPart::Document(_), "issued_by") => "documents-issued-by",
        (CardPart::Document(_), "issued_on") => "documents-issued-on",
        (CardPart::Document(_), "expires_on") => "documents-expires-on",
        (CardPart::Job(_), "employer" | "employer_id") => "card-employer",
        (CardPart::Job(_), "department") => "card-department",
        (CardPart::Job(_), "position") => "card-position",
        (CardPart::Job(_), "since") => "career-first-day",
        (CardPart::Job(_), "until") => "career-last-day",
        (CardPart::LifeEvent(_), "kind") => "events-kind",
        (CardPart::LifeEvent(_), "happened_on") => "events-day",
        (CardPart::LifeEvent(_), "note") => "events-note",
        (CardPart::LifeEvent(_), "reminds") => "events-reminds",
        (CardPart::TeamMember(_), "employee_id") => "story-team-who",
        (CardPart::TeamMember(_), "role") => "story-team-role",
        (CardPart::Note(_), "is_pinned") => "notes-key-point",
        (CardPart::Consent(_), "subject" | "is_given") => "story-consent-said",
        (CardPart::Consent(_), "decided_on") => "consents-day",
        (CardPart::Consent(_), "ground") => "consents-ground",
        (CardPart::Link(_), "kind") => "links-relation",
        (CardPart::Link(_), "note") => "links-note",
        (CardPart::Link(_), "is_supplied") => "links-supplied",
        _ => return None,
    };
    Some(Some(key))
}

/// What a column of the client itself is called.
fn of_client(column: &str, said: &Said<'_>) -> Option<String> {
    let locale = &said.context.locale;
    let mut texts = TextField::ALL.into_iter();
    if let Some(field) = texts.find(|field| field.name() == column) {
        return Some(locale.text_field(said.story.kind, field));
    }
    let field = match column {
        "owner_id" => Field::Owner,
        "roles" => return Some(locale.text("card-roles")),
        "sex" => Field::Sex,
        "birthday" => Field::Birthday,
        "employer_id" => return Some(locale.text("card-employer")),
        "since" => return Some(locale.text("card-since")),
        "segment_id" => Field::Segment,
        "source_id" => Field::Source,
        "category_id" => Field::Category,
        "stage" => Field::Stage,
        "recommended_by" => Field::RecommendedBy,
        "preferred_medium" => Field::PreferredMedium,
        "political_role" => Field::PoliticalRole,
        "influence" => Field::Influence,
        "next_step_on" => Field::NextStepOn,
        "checked_on" => Field::CheckedOn,
        _ => return None,
    };
    Some(locale.field(said.story.kind, field, &said.context.catalog))
}

/// Two long values from a little before the place where they part: else both would be cut to the
/// same words.
fn apart(before: &str, after: &str) -> (String, String) {
    let letters = before.chars().zip(after.chars());
    let same = letters.take_while(|(one, other)| one == other).count();
    let skipped = same.saturating_sub(CONTEXT);
    let is_long = [before, after].map(|value| value.chars().count() > LONGEST);
    let from = |value: &str| match value.char_indices().nth(skipped) {
        Some((at, _)) => format!("…{}", &value[at..]),
        None => value.to_owned(),
    };
    if skipped > 0 && is_long.contains(&true) {
        (from(before), from(after))
    } else {
        (before.to_owned(), after.to_owned())
    }
}

/// At most so many characters of a text, in one line.
fn short(value: &str, longest: usize) -> String {
    let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(longest) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

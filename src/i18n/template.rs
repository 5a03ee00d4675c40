//! What is wrong with a template of Word, and where, in words for the user.

use super::{Argument, Locale};
use crate::error::template::{Fault, Faults, Place, Problem, Step, Story};

impl Locale {
    /// Everything that is wrong, a line each.
    pub fn template_faults(&self, faults: &Faults) -> String {
        let count = self.with("fill-faults", &[("count", faults.0.len().into())]);
        let lines = faults.0.iter().map(|fault| self.template_fault(fault));
        std::iter::once(count)
            .chain(lines)
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// What is wrong and where.
    pub fn template_fault(&self, fault: &Fault) -> String {
        let problem = self.template_problem(&fault.problem);
        let told = match &fault.place {
            Some(place) => {
                let place = self.template_place(place);
                let told = [("place", place.into()), ("problem", problem.into())];
                self.with("fill-fault-at", &told)
            }
            None => problem,
        };
        match fault.letter {
            Some(number) => {
                let told = [("number", number.into()), ("fault", told.into())];
                self.with("fill-fault-letter", &told)
            }
            None => told,
        }
    }

    /// Where something stands: `table 2, row 3, cell 1`.
    pub fn template_place(&self, place: &Place) -> String {
        let mut words = Vec::new();
        words.extend(self.story(place.story));
        words.extend(place.path.iter().map(|step| self.step(*step)));
        if words.is_empty() {
            words.push(self.with("fill-near", &[("near", place.near.as_str().into())]));
        }
        words.join(", ")
    }

    fn story(&self, story: Story) -> Option<String> {
        Some(match story {
            Story::Body => return None,
            Story::Header(number) => self.numbered("fill-story-header", number),
            Story::Footer(number) => self.numbered("fill-story-footer", number),
            Story::Footnotes => self.text("fill-story-footnotes"),
            Story::Endnotes => self.text("fill-story-endnotes"),
            Story::Comments => self.text("fill-story-comments"),
            Story::Properties => self.text("fill-story-properties"),
        })
    }

    fn step(&self, step: Step) -> String {
        let (key, number) = match step {
            Step::Paragraph(number) => ("fill-paragraph", number),
            Step::Table(number) => ("fill-table", number),
            Step::Row(number) => ("fill-row", number),
            Step::Cell(number) => ("fill-cell", number),
            Step::TextBox(number) => ("fill-text-box", number),
            Step::Note(number) => ("fill-note", number),
        };
        self.numbered(key, number)
    }

    fn numbered(&self, key: &str, number: usize) -> String {
        self.with(key, &[("number", number.into())])
    }

    /// What is wrong; the middle of a sentence.
    pub fn template_problem(&self, problem: &Problem) -> String {
        let one = |key: &str, name: &str, value: &str| self.with(key, &[(name, value.into())]);
        match problem {
            Problem::NotWord => self.text("fill-not-word"),
            Problem::OldWord => self.text("fill-old-word"),
            Problem::Locked => self.text("fill-locked"),
            Problem::Damaged(part) if part.is_empty() => self.text("fill-damaged"),
            Problem::Damaged(part) => one("fill-damaged-part", "part", part),
            Problem::TooLarge => self.text("fill-too-large"),
            Problem::EscapingName(name) => one("fill-escaping-name", "name", name),
            Problem::SameName(name) => one("fill-same-name", "name", name),
            Problem::Doctype(part) => one("fill-doctype", "part", part),
            Problem::Macros => self.text("fill-macros"),
            Problem::MacrosInDocx => self.text("fill-macros-in-docx"),
            Problem::Unclosed(text) => one("fill-unclosed", "text", text),
            Problem::Unclear(text) => one("fill-unclear", "text", text),
            Problem::UnknownFilter { name, nearest } => {
                let keys = ["fill-unknown-filter", "fill-unknown-filter-nearest"];
                self.perhaps(keys, name, nearest.as_deref())
            }
            Problem::NeverClosed(name) => one("fill-never-closed", "name", name),
            Problem::NeverOpened(text) => one("fill-never-opened", "text", text),
            Problem::WrongEnd { begun, ended } => {
                let told = [
                    ("begun", begun.as_str().into()),
                    ("ended", ended.as_str().into()),
                ];
                self.with("fill-wrong-end", &told)
            }
            Problem::Crossing { name, end } => {
                let end = self.template_place(end);
                let told = [("name", name.as_str().into()), ("end", end.into())];
                self.with("fill-crossing", &told)
            }
            Problem::UnsupportedField(name) => one("fill-unsupported-field", "name", name),
            Problem::SkipBesideNext => self.text("fill-skip-beside-next"),
            Problem::NothingLeft => self.text("fill-nothing-left"),
            Problem::Missing { name, nearest } => {
                let keys = ["fill-missing", "fill-missing-nearest"];
                self.perhaps(keys, name, nearest.as_deref())
            }
            Problem::NotADate { name, value } => self.named("fill-not-a-date", name, value),
            Problem::NotANumber { name, value } => self.named("fill-not-a-number", name, value),
            Problem::NotInLanguage(what) => one("fill-not-in-language", "what", what),
            Problem::NotAText(name) => one("fill-not-a-text", "name", name),
            Problem::NotAPicture(name) => one("fill-not-a-picture", "name", name),
            Problem::TooLongForQr(name) => one("fill-too-long-for-qr", "name", name),
            Problem::NotInList { name, value } => self.named("fill-not-in-list", name, value),
            Problem::BadData { line, column } => {
                let told = [("line", (*line).into()), ("column", (*column).into())];
                self.with("fill-bad-data", &told)
            }
            Problem::UnsafeLink { name, value } => self.named("fill-unsafe-link", name, value),
            Problem::NoFields => self.text("fill-no-fields"),
            Problem::BadDelimiters(text) => one("fill-bad-delimiters", "text", text),
        }
    }

    fn perhaps(&self, keys: [&str; 2], name: &str, nearest: Option<&str>) -> String {
        let mut told: Vec<(&str, Argument)> = vec![("name", name.into())];
        told.extend(nearest.map(|nearest| ("nearest", nearest.into())));
        self.with(keys[usize::from(nearest.is_some())], &told)
    }

    fn named(&self, key: &str, name: &str, value: &str) -> String {
        self.with(key, &[("name", name.into()), ("value", value.into())])
    }
}

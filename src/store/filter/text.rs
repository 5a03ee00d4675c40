//! Texts: the same, a part, a beginning.

use super::Compiler;
use crate::domain::client::Kind;
use crate::domain::filter::Wording;
use crate::domain::name;
use crate::domain::text::fold;
use crate::store::directory::name_key;

/// Stands behind every text that begins with what is before it.
const LAST: char = '\u{10FFFF}';

/// What a folded text has to be.
pub enum Wanted {
    /// One of these.
    Is(Vec<String>),
    /// It holds this.
    Contains(String),
    /// It begins so.
    Begins(String),
}

impl Wanted {
    /// A text as search compares it. The opposite of the same is asked for by NOT.
    pub fn folded(wording: Wording, text: &str) -> Self {
        Self::of(wording, fold(text))
    }

    pub fn of(wording: Wording, text: String) -> Self {
        match wording {
            Wording::Is | Wording::IsNot => Self::Is(vec![text]),
            Wording::Contains => Self::Contains(text),
            Wording::Begins => Self::Begins(text),
        }
    }
}

impl Wanted {
    /// Whether a folded text is so.
    pub fn is_met_by(&self, folded: &str) -> bool {
        match self {
            Self::Is(texts) => texts.iter().any(|text| text == folded),
            Self::Contains(part) => folded.contains(part.as_str()),
            Self::Begins(start) => folded.starts_with(start.as_str()),
        }
    }
}

/// What the name of a card has to be, as its line has it: a legal form stands behind the name.
pub struct Name {
    core: Wanted,
    /// The end of the line, where a legal form is asked for.
    form: Option<String>,
}

impl Name {
    /// A name of cards of that kind.
    pub fn of(kind: Kind, wording: Wording, text: &str) -> Self {
        let parsed = name::Organisation::parse(text);
        let form = parsed.form.filter(|_| kind == Kind::Organization);
        let core = match form {
            Some(_) => parsed.core,
            None => fold(text),
        };
        let is_whole = matches!(wording, Wording::Is | Wording::IsNot);
        let none = Self {
            core: Wanted::Is(Vec::new()),
            form: None,
        };
        match form {
            None if core.is_empty() => none,
            // Without a legal form the name is meant, whatever its form is.
            None if is_whole => Self {
                core: Wanted::Is(whole_names(kind, core)),
                form: None,
            },
            None => Self {
                core: Wanted::of(wording, core),
                form: None,
            },
            Some(_) if is_whole => Self {
                core: Wanted::Is(vec![name_key(kind, text)]),
                form: None,
            },
            Some(form) => Self {
                core: Wanted::of(wording, core),
                form: Some(format!(" {}", fold(form))),
            },
        }
    }

    /// Whether the name of a line is so.
    pub fn is_met_by(&self, key: &str) -> bool {
        let has_form = self.form.as_ref().is_none_or(|form| key.contains(form));
        has_form && self.core.is_met_by(key)
    }
}

/// The names of that core, in any legal form.
fn whole_names(kind: Kind, core: String) -> Vec<String> {
    if kind == Kind::Person {
        return vec![core];
    }
    let forms = name::forms().map(|form| format!("{core} {}", fold(form)));
    forms.chain([core.clone()]).collect()
}

impl Compiler<'_> {
    /// The condition of a statement on a folded text.
    pub(super) fn compared(&mut self, text: &str, wanted: &Wanted) -> String {
        match wanted {
            Wanted::Is(texts) => {
                let places = self.places(texts.iter().map(|text| text.clone().into()));
                format!("{text} IN ({places})")
            }
            Wanted::Contains(part) => {
                let place = self.place(pattern(part).into());
                format!("{text} LIKE {place} ESCAPE '\\'")
            }
            Wanted::Begins(start) => {
                let from = self.place(start.clone().into());
                let until = self.place(format!("{start}{LAST}").into());
                format!("({text} >= {from} AND {text} < {until})")
            }
        }
    }
}

/// The pattern of LIKE for texts that hold `part`; `\` takes the meaning of its signs away.
fn pattern(part: &str) -> String {
    let mut pattern = String::from("%");
    for letter in part.chars() {
        if matches!(letter, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern.push('%');
    pattern
}

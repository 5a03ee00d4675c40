//! Texts: the same, a part, a beginning.

use super::{Compiler, NEVER};
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

impl Compiler<'_> {
    /// Compares a folded text.
    pub(super) fn compared(&mut self, text: &str, wanted: &Wanted) -> String {
        match wanted {
            Wanted::Is(texts) => {
                let places = self.places(texts.iter().map(|text| text.clone().into()));
                format!("{text} IN ({places})")
            }
            Wanted::Contains(part) => self.like(text, part),
            Wanted::Begins(start) => {
                let from = self.place(start.clone().into());
                let until = self.place(format!("{start}{LAST}").into());
                format!("({text} >= {from} AND {text} < {until})")
            }
        }
    }

    fn like(&mut self, text: &str, part: &str) -> String {
        let place = self.place(pattern(part).into());
        format!("{text} LIKE {place} ESCAPE '\\'")
    }

    /// Compares the name in a line, where the legal form stands behind it.
    pub(super) fn name(
        &mut self,
        kind: Kind,
        column: &str,
        (wording, text): (Wording, &str),
    ) -> String {
        let parsed = name::Organisation::parse(text);
        let form = parsed.form.filter(|_| kind == Kind::Organization);
        let core = match form {
            Some(_) => parsed.core,
            None => fold(text),
        };
        if core.is_empty() && form.is_none() {
            return NEVER.to_owned();
        }
        let Some(form) = form else {
            return match wording {
                // Without a legal form the name is meant, whatever its form is.
                Wording::Is | Wording::IsNot => self.whole_name(kind, column, &core),
                wording => self.compared(column, &Wanted::of(wording, core)),
            };
        };
        match wording {
            Wording::Is | Wording::IsNot => {
                self.compared(column, &Wanted::Is(vec![name_key(kind, text)]))
            }
            Wording::Contains | Wording::Begins => {
                let part = self.compared(column, &Wanted::of(wording, core));
                let form = self.like(column, &format!(" {}", fold(form)));
                format!("({part} AND {form})")
            }
        }
    }

    /// A name of that core, in any legal form.
    fn whole_name(&mut self, kind: Kind, column: &str, core: &str) -> String {
        if kind == Kind::Person {
            return self.compared(column, &Wanted::Is(vec![core.to_owned()]));
        }
        let forms = name::forms().map(|form| format!("{core} {}", fold(form)));
        let all = [core.to_owned()].into_iter().chain(forms).collect();
        self.compared(column, &Wanted::Is(all))
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

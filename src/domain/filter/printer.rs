//! A filter as one line of text.

use super::canonical;
use super::lexer::{self, Kind};
use super::value::written;
use super::vocabulary::{Keyword, Vocabulary};
use super::{Choice, Comparison, Expression, Period, Test, Wording};
use crate::domain::field::{Field, Nature};
use crate::domain::text::fold;
use crate::domain::{Id, SavedView};

/// The filter as a sentence in the words of `vocabulary`, which [`super::parse`] reads back as the
/// same filter, simplified.
pub fn print(expression: &Expression, vocabulary: &dyn Vocabulary) -> String {
    Printer {
        words: words(vocabulary),
        vocabulary,
    }
    .whole(expression)
}

struct Printer<'a> {
    vocabulary: &'a dyn Vocabulary,
    /// The single words of all phrases: a value that holds one stands in quotes.
    words: Vec<String>,
}

fn words(vocabulary: &dyn Vocabulary) -> Vec<String> {
    let known = vocabulary.phrases().into_iter().chain(canonical::phrases());
    let words = known.flat_map(|(phrase, _)| {
        let folded = fold(&phrase);
        folded.split(' ').map(str::to_owned).collect::<Vec<_>>()
    });
    words.collect()
}

impl Printer<'_> {
    fn whole(&self, expression: &Expression) -> String {
        match expression {
            Expression::All(parts) => self.group(
                parts,
                Keyword::And,
                |part| matches!(part, Expression::Any(parts) if parts.len() > 1),
            ),
            Expression::Any(parts) => self.group(parts, Keyword::Or, |_| false),
            Expression::Not(inner) => {
                let is_group = matches!(&**inner, Expression::All(_) | Expression::Any(_));
                let inner = self.whole(inner);
                let inner = if is_group {
                    format!("({inner})")
                } else {
                    inner
                };
                format!("{} {inner}", self.say(Keyword::Not))
            }
            Expression::Condition { field, test } => self.condition(*field, test),
            Expression::View(id) => format!("{} = {}", self.say(Keyword::View), self.view(*id)),
        }
    }

    fn group(
        &self,
        parts: &[Expression],
        joint: Keyword,
        is_bracketed: impl Fn(&Expression) -> bool,
    ) -> String {
        let parts = parts.iter().map(|part| match is_bracketed(part) {
            true => format!("({})", self.whole(part)),
            false => self.whole(part),
        });
        let joint = format!(" {} ", self.say(joint));
        parts.collect::<Vec<_>>().join(&joint)
    }

    fn condition(&self, field: Field, test: &Test) -> String {
        let name = self.field(field);
        let nature = self.vocabulary.nature(field).unwrap_or(Nature::Text);
        let number = |number: i64| written(number, nature);
        let span = |from: String, to: String| {
            let (between, and) = (self.say(Keyword::Between), self.say(Keyword::To));
            format!("{between} {from} {and} {to}")
        };
        let asked = match test {
            Test::Empty => self.say(Keyword::Empty),
            Test::Filled => self.say(Keyword::Filled),
            Test::Text(wording, text) => {
                let how = match wording {
                    Wording::Is => "=".to_owned(),
                    Wording::IsNot => "<>".to_owned(),
                    Wording::Contains => self.say(Keyword::Contains),
                    Wording::Begins => self.say(Keyword::Begins),
                };
                format!("{how} {}", self.quoted(text))
            }
            Test::Number(comparison, n) => format!("{} {}", comparison.sign(), number(*n)),
            Test::NumberBetween(from, to) => span(number(*from), number(*to)),
            Test::Day(comparison, day) => {
                format!("{} {}", comparison.sign(), self.vocabulary.day(*day))
            }
            Test::DayBetween(from, to) => {
                span(self.vocabulary.day(*from), self.vocabulary.day(*to))
            }
            Test::Period(period) => self.period(*period),
            Test::AnyOf(choices) => self.list(field, choices, "=", Keyword::AnyOf),
            Test::NoneOf(choices) => self.list(field, choices, "<>", Keyword::NoneOf),
            Test::YesNo(is_so) => {
                let said = if *is_so { Keyword::Yes } else { Keyword::No };
                format!("= {}", self.say(said))
            }
            Test::Client(id) => format!("= #{}", id.raw()),
            Test::NotClient(id) => format!("{} #{}", Comparison::NotEqual.sign(), id.raw()),
        };
        format!("{name} {asked}")
    }

    fn list(&self, field: Field, choices: &[Choice], sign: &str, joint: Keyword) -> String {
        let names: Vec<_> = choices.iter().map(|one| self.choice(field, *one)).collect();
        match &*names {
            [single] => format!("{sign} {single}"),
            names => format!("{} ({})", self.say(joint), names.join(", ")),
        }
    }

    fn period(&self, period: Period) -> String {
        let (keyword, count) = match period {
            Period::Today => (Keyword::Today, 0),
            Period::ThisWeek => (Keyword::ThisWeek, 0),
            Period::ThisMonth => (Keyword::ThisMonth, 0),
            Period::ThisYear => (Keyword::ThisYear, 0),
            Period::Next(days) => (Keyword::Next, days),
            Period::Last(days) => (Keyword::Last, days),
            Period::MonthsAgo(months) => (Keyword::MonthsAgo, months),
            Period::Past => (Keyword::Past, 0),
            Period::Future => (Keyword::Future, 0),
        };
        self.vocabulary.keyword(keyword, count)
    }

    fn say(&self, keyword: Keyword) -> String {
        self.vocabulary.keyword(keyword, 0)
    }

    /// Its name, as long as that means this field and no other.
    fn field(&self, field: Field) -> String {
        let name = self.vocabulary.field(field);
        let folded = fold(&name);
        let mut known = self.vocabulary.fields().into_iter();
        let meant = known.find(|(name, _)| fold(name) == folded);
        match meant {
            _ if name.starts_with('#') => canonical::mark(field),
            Some((_, meant)) if meant != field => canonical::mark(field),
            _ if is_bare(&name) && !self.joins(&name) => name,
            _ => marked(&name),
        }
    }

    fn choice(&self, field: Field, choice: Choice) -> String {
        if choice == Choice::Me {
            return self.say(Keyword::Me);
        }
        let name = self.vocabulary.choice(field, choice);
        let folded = fold(&name);
        let mut known = self.vocabulary.choices(field).into_iter();
        let meant = known.find(|(name, _)| fold(name) == folded);
        match meant {
            Some((_, meant)) if meant == choice => self.quoted(&name),
            _ => canonical::choice(choice),
        }
    }

    fn view(&self, id: Id<SavedView>) -> String {
        let views = self.vocabulary.views();
        let name = views.iter().find(|(_, known)| *known == id);
        let meant = name.and_then(|(name, _)| {
            let folded = fold(name);
            views.iter().find(|(known, _)| fold(known) == folded)
        });
        match meant {
            Some((name, meant)) if *meant == id => self.quoted(name),
            _ => format!("#{}", id.raw()),
        }
    }

    /// A value as it is where that is one word and no other, else in quotes.
    fn quoted(&self, text: &str) -> String {
        let tokens = lexer::tokens(text).unwrap_or_default();
        let is_plain = match &*tokens {
            [token] => {
                matches!(&token.kind, Kind::Word(word) if !self.words.contains(word))
                    && token.at == (0..text.len())
            }
            _ => false,
        };
        if is_plain && !text.starts_with('#') {
            text.to_owned()
        } else {
            marked(text)
        }
    }

    /// Whether a name holds a word that joins conditions.
    fn joins(&self, name: &str) -> bool {
        let joints = [Keyword::And, Keyword::Or, Keyword::Not];
        let joints = joints.map(|joint| [fold(&self.say(joint)), joint.name().to_owned()]);
        fold(name)
            .split(' ')
            .any(|word| joints.as_flattened().iter().any(|joint| joint == word))
    }
}

/// Whether a text is words alone, each as the lexer gives it back.
fn is_bare(text: &str) -> bool {
    let tokens = lexer::tokens(text).unwrap_or_default();
    !tokens.is_empty()
        && tokens
            .iter()
            .all(|token| matches!(&token.kind, Kind::Word(word) if !word.is_empty()))
}

fn marked(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

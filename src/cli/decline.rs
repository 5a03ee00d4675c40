use std::io::{self, BufRead, BufWriter, ErrorKind, Write};

use clap::ValueEnum;
use serde_json::{Map, Value, json};

use super::{Session, Speech};
use crate::domain::grammar::Case;
use crate::domain::name;
use crate::error::{Error, Result};
use crate::i18n::russian::{self, Part};

/// Put Russian names, positions and phrases into a case; with --file as corrected there
#[derive(Debug, clap::Args)]
pub struct Decline {
    /// A name, a position or a phrase, in the nominative
    #[arg(required_unless_present = "tsv")]
    text: Option<String>,
    /// Into which case; every case unless told
    #[arg(long, value_enum)]
    case: Option<CaseName>,
    /// Whose name it is; the patronymic or the first name tells unless told
    #[arg(long, value_enum)]
    sex: Option<Sex>,
    /// Read lines of `surname|name|patronymic`, `m|f` and the word, parted by tabs, from standard
    /// input, and write the genitive, dative, accusative, instrumental and prepositional of each
    #[arg(long, conflicts_with_all = ["text", "case", "sex"])]
    tsv: bool,
}

/// A case, as the command line names it.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum CaseName {
    /// Who
    Nominative,
    /// Of whom
    Genitive,
    /// To whom
    Dative,
    /// Whom
    Accusative,
    /// By whom
    Instrumental,
    /// About whom
    Prepositional,
}

impl From<CaseName> for Case {
    fn from(name: CaseName) -> Self {
        match name {
            CaseName::Nominative => Self::Nominative,
            CaseName::Genitive => Self::Genitive,
            CaseName::Dative => Self::Dative,
            CaseName::Accusative => Self::Accusative,
            CaseName::Instrumental => Self::Instrumental,
            CaseName::Prepositional => Self::Prepositional,
        }
    }
}

/// Man or woman, as the command line names them.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Sex {
    /// A man
    M,
    /// A woman
    F,
}

impl From<Sex> for name::Sex {
    fn from(sex: Sex) -> Self {
        match sex {
            Sex::M => Self::Male,
            Sex::F => Self::Female,
        }
    }
}

impl Decline {
    /// With a file, what was corrected there goes before the rules.
    pub fn run(self, session: &Session, speech: &Speech, out: &mut impl Write) -> Result<()> {
        let Some(text) = self.text else {
            return match lines(io::stdin().lock(), BufWriter::new(out)) {
                Err(Error::Failed { source, .. }) if is_closed(&*source) => Ok(()),
                done => done,
            };
        };
        let corrections = match session.has_file() {
            true => session.read()?.read().corrections()?,
            false => Vec::new(),
        };
        let sex = self.sex.map(name::Sex::from);
        let cases = match self.case {
            Some(case) => vec![Case::from(case)],
            None => Case::ALL.to_vec(),
        };
        let forms = || {
            let form = |case: &Case| {
                let form = russian::decline_corrected(&text, *case, sex, &corrections);
                (*case, form)
            };
            cases.iter().map(form).collect::<Vec<_>>()
        };
        let told = || {
            let forms = forms().into_iter();
            let forms: Map<String, Value> = forms
                .map(|(case, form)| (case.name().to_owned(), form.into()))
                .collect();
            json!({ "text": &text, "forms": forms })
        };
        let words = || forms().into_iter().map(|(_, form)| form);
        speech.answer(out, told, |_| words().collect::<Vec<_>>().join("\n"))
    }
}

/// Whether whoever asked has heard enough.
fn is_closed(cause: &(dyn std::error::Error + 'static)) -> bool {
    let cause: Option<&io::Error> = cause.downcast_ref();
    cause.is_some_and(|cause| cause.kind() == ErrorKind::BrokenPipe)
}

/// A line of five cases for each line of kind, sex and word; an empty one for an empty one.
fn lines(input: impl BufRead, mut out: impl Write) -> Result<()> {
    let reading = Error::failed("reading standard input");
    let writing = Error::failed("writing the answer");
    for (number, line) in (1..).zip(input.lines()) {
        let line = line.map_err(&reading)?;
        let forms = match line.trim().is_empty() {
            true => String::new(),
            false => forms(&line).ok_or(Error::UnclearLine(number))?,
        };
        writeln!(out, "{forms}").map_err(&writing)?;
    }
    out.flush().map_err(&writing)
}

/// The five cases of one line, parted by tabs; `None` where the line is not understood.
fn forms(line: &str) -> Option<String> {
    let mut columns = line
        .trim_start_matches('\u{feff}')
        .split('\t')
        .map(str::trim);
    let part = match columns.next()? {
        "surname" => Part::Surname,
        "name" => Part::First,
        "patronymic" => Part::Patronymic,
        _ => return None,
    };
    let sex = match columns.next()? {
        "m" => Some(name::Sex::Male),
        "f" => Some(name::Sex::Female),
        "" => None,
        _ => return None,
    };
    let word = columns.next()?;
    Some(
        Case::OBLIQUE
            .map(|case| part.decline(word, case, sex))
            .join("\t"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(input: &str) -> Result<String> {
        let mut out = Vec::new();
        lines(input.as_bytes(), &mut out)?;
        Ok(String::from_utf8(out).unwrap())
    }

    #[test]
    fn each_line_gets_a_line_of_five_cases() {
        let input = "surname\tf\tКим\nname\tm\tПётр\r\n\npatronymic\t\tИЛЬИНИЧНА\n";
        let said = answer(input).unwrap();
        let lines: Vec<&str> = said.split('\n').collect();
        assert_eq!(lines[0], "Ким\tКим\tКим\tКим\tКим");
        assert_eq!(lines[1], "Петра\tПетру\tПетра\tПетром\tПетре");
        assert_eq!(lines[2], "");
        assert_eq!(lines[3].split('\t').next(), Some("ИЛЬИНИЧНЫ"));
    }

    #[test]
    fn a_line_that_says_something_else_is_named() {
        for wrong in ["surname\tf", "город\tm\tМосква", "name\tx\tИван"] {
            let said = answer(&format!("name\tm\tИван\n{wrong}\n"));
            assert!(matches!(said, Err(Error::UnclearLine(2))), "{wrong}");
        }
    }
}

//! Addresses and greetings of Word's mail merge, put together for a recipient.

use super::{Form, Rendering, put};
use crate::domain::name::{Person, Sex};
use crate::error::template::Problem;
use crate::template_engine::evaluate::{Scope, sex_of, text_of};
use crate::template_engine::language::Language;
use crate::template_engine::mail_merge::{Lines, Part, SALUTATION, SEX, Sort, Stretch, WHOLE_NAME};
use crate::template_engine::value::Name;

/// What the data say of a recipient.
struct Recipient<'a> {
    scope: &'a Scope<'a>,
    language: &'a dyn Language,
    /// The parts of the whole name, where the data have only that.
    person: Person,
    /// The whole name.
    name: String,
    /// Whether the data have anything at all of what is asked for.
    is_known: bool,
}

impl Rendering<'_> {
    /// Writes an address or a greeting.
    pub fn write_lines(&mut self, lines: &Lines, scope: &Scope, out: &mut Vec<u8>) {
        let mut recipient = Recipient::of(scope, self.surroundings.language);
        let written = recipient.written(lines);
        if !recipient.is_known {
            let problem = Problem::Missing {
                name: lines.fields()[0].to_owned(),
                nearest: None,
            };
            return self.failed(problem, &lines.place, None, out);
        }
        put(&written, &Form::Run(lines.prefix.clone()), out);
    }
}

impl<'a> Recipient<'a> {
    fn of(scope: &'a Scope<'a>, language: &'a dyn Language) -> Self {
        let mut recipient = Self {
            scope,
            language,
            person: Person::default(),
            name: String::new(),
            is_known: false,
        };
        recipient.name = recipient.any(WHOLE_NAME);
        let parts = [
            recipient.any(&["recipient.surname", "surname", "Last Name"]),
            recipient.any(&["recipient.first_name", "first_name"]),
            recipient.any(&["recipient.patronymic", "patronymic"]),
        ];
        let has_parts = scope.look_up_any(&["recipient.surname", "surname", "Last Name"]);
        let is_organisation = recipient.name.contains(['«', '"', '“']);
        recipient.person = match parts {
            [surname, first, patronymic] if has_parts => Person {
                surname,
                first,
                patronymic,
            },
            _ if is_organisation => Person::default(),
            _ => Person::parse(&recipient.name),
        };
        recipient
    }

    /// The first of several fields that says something.
    fn first(&mut self, names: &[Name]) -> String {
        let mut found = String::new();
        for value in names.iter().filter_map(|name| self.scope.look_up(name)) {
            self.is_known = true;
            if found.is_empty() {
                let text = text_of(value, self.language).unwrap_or_default();
                text.trim().clone_into(&mut found);
            }
        }
        found
    }

    fn any(&mut self, names: &[&str]) -> String {
        let names: Vec<_> = names
            .iter()
            .filter_map(|name| Name::of_field(name))
            .collect();
        self.first(&names)
    }

    fn sex(&mut self) -> Option<Sex> {
        let said = self.any(SEX);
        let name = self.name.clone();
        sex_of(&said, self.language).or_else(|| sex_of(&name, self.language))
    }

    fn written(&mut self, lines: &Lines) -> String {
        match &lines.sort {
            Sort::Address { .. } => self.address(lines),
            Sort::Greeting(otherwise) => self.greeting(lines, otherwise),
        }
    }

    /// The names by the format; where none is known, what the field says instead, else the
    /// greeting the data have.
    fn greeting(&mut self, lines: &Lines, otherwise: &str) -> String {
        let (mut text, mut has_name) = (String::new(), false);
        for stretch in &lines.stretches {
            match stretch {
                Stretch::Text(own) => text.push_str(own),
                Stretch::Opening(opening) => {
                    let sex = self.sex();
                    text.push_str(&self.language.agreeing(opening, sex));
                }
                Stretch::Part {
                    part,
                    names,
                    before,
                    after,
                } => {
                    let value = self.part(*part, names, lines);
                    has_name |= !value.is_empty() && *part != Part::Title;
                    add(&mut text, before, &value, after);
                }
            }
        }
        match (has_name, otherwise) {
            (true, _) => text,
            (false, "") => self.any(SALUTATION),
            (false, otherwise) => {
                self.is_known = true;
                otherwise.to_owned()
            }
        }
    }

    fn address(&mut self, lines: &Lines) -> String {
        let (mut text, mut city) = (String::new(), String::new());
        for stretch in &lines.stretches {
            match stretch {
                Stretch::Text(own) | Stretch::Opening(own) => text.push_str(own),
                Stretch::Part {
                    part,
                    names,
                    before,
                    after,
                } => {
                    let mut value = self.part(*part, names, lines);
                    match part {
                        Part::City => city.clone_from(&value),
                        // Towns that are regions of their own are named once.
                        Part::Region if value == city => value.clear(),
                        Part::Country if !is_written(&value, &lines.sort) => value.clear(),
                        _ => {}
                    }
                    add(&mut text, before, &value, after);
                }
            }
        }
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.collect::<Vec<_>>().join("\n")
    }

    fn part(&mut self, part: Part, names: &[Name], lines: &Lines) -> String {
        let said = self.first(names);
        if !said.is_empty() {
            return match part {
                Part::First => self.with_patronymic(said, lines),
                _ => said,
            };
        }
        match part {
            Part::First if !self.person.first.is_empty() => {
                self.with_patronymic(self.person.first.clone(), lines)
            }
            Part::Middle => self.person.patronymic.clone(),
            Part::Last if !self.person.first.is_empty() => self.person.surname.clone(),
            // An organisation has one name and no parts of it.
            Part::Company if self.person.first.is_empty() => self.name.clone(),
            // A surname by itself wants one; a first name does without.
            Part::Title if !lines.has(Part::First) => {
                let sex = self.sex();
                sex.map(|sex| self.language.courtesy_title(sex))
                    .unwrap_or_default()
            }
            _ => said,
        }
    }

    /// A first name with the patronymic it is said with, unless the format has a place for that.
    fn with_patronymic(&mut self, first: String, lines: &Lines) -> String {
        if lines.has(Part::Middle) {
            return first;
        }
        format!("{first} {}", self.person.patronymic)
            .trim()
            .to_owned()
    }
}

fn add(text: &mut String, before: &str, value: &str, after: &str) {
    if !value.is_empty() {
        text.push_str(before);
        text.push_str(value);
        text.push_str(after);
    }
}

/// Whether a country is written in an address.
fn is_written(country: &str, sort: &Sort) -> bool {
    match sort {
        Sort::Address {
            has_country,
            excluded,
        } => *has_country && !excluded.contains(&country.to_lowercase()),
        Sort::Greeting(_) => false,
    }
}

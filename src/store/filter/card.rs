//! What stands on a card beside its line: contacts, addresses, accounts, groups, custom fields.

use super::text::Wanted;
use super::{Compiler, Question};
use crate::domain::completeness::Item;
use crate::domain::contact::{Channel, ContactPoint};
use crate::domain::custom_field::{CustomField, Shape};
use crate::domain::field::Field;
use crate::domain::filter::{Test, Wording, town};
use crate::domain::text::fold;
use crate::domain::{Id, phone};
use crate::store::{Column, Value};

/// The shortest text a trigram can find.
const TRIGRAM: usize = 3;

impl Compiler<'_> {
    /// A phone, an address or a page: any of them.
    pub(super) fn contact(&mut self, field: Field, test: &Test) -> Result<Question, ()> {
        let (item, channels) = match field {
            Field::Phone => (
                Item::Phone,
                "'work-phone', 'mobile-phone', 'home-phone', 'fax'",
            ),
            Field::Email => (Item::Email, "'email'"),
            _ => (Item::Web, "'web'"),
        };
        let (wording, text) = match test {
            Test::Empty | Test::Filled => return Ok(Self::filled(item, test)),
            Test::Text(wording, text) => (*wording, text),
            _ => return Err(()),
        };
        let key = contact_key(field, wording, text);
        if key.is_empty() {
            return Ok(Question::never());
        }
        let wanted = Wanted::of(wording, key.clone());
        if field == Field::Email && wording != Wording::Is {
            return self.email(wanted);
        }
        if wording == Wording::Contains && key.chars().count() >= TRIGRAM {
            return self.within_contact(channels, &key, &wanted);
        }
        self.among(|it| {
            let asked = it.compared("p.key", &wanted);
            Ok(format!(
                "SELECT p.client_id FROM contact_points p
                  WHERE p.deleted_by IS NULL AND p.channel IN ({channels}) AND {asked}"
            ))
        })
    }

    /// An e-mail address: that of the line, or one of the few others.
    fn email(&mut self, wanted: Wanted) -> Result<Question, ()> {
        let other = self.among(|it| {
            let other = it.compared("p.key", &wanted);
            Ok(format!(
                "SELECT p.client_id FROM contact_points p
                  WHERE p.deleted_by IS NULL AND p.is_main = 0 AND p.channel = 'email' AND {other}"
            ))
        })?;
        let main = Question::text("email", move |email| {
            wanted.is_met_by(&email.to_lowercase())
        });
        Ok(Question::Any(vec![main, other]))
    }

    /// A part of a contact: the full text finds who may have it, the contacts of those tell.
    fn within_contact(
        &mut self,
        channels: &str,
        key: &str,
        wanted: &Wanted,
    ) -> Result<Question, ()> {
        let letters: Vec<char> = key.chars().collect();
        let last = letters.len() - TRIGRAM;
        let trigrams = [0, last / 2, last].map(|at| {
            let trigram: String = letters[at..at + TRIGRAM].iter().collect();
            format!("\"{}\"", trigram.replace('"', "\"\""))
        });
        let trigrams = trigrams.join(" AND ");
        self.among(|it| {
            let trigrams = it.place(trigrams.into());
            let asked = it.compared("p.key", wanted);
            Ok(format!(
                "SELECT p.client_id FROM directory_text t
                   JOIN contact_points p ON p.client_id = t.rowid
                  WHERE directory_text MATCH {trigrams} AND p.deleted_by IS NULL
                    AND p.channel IN ({channels}) AND {asked}"
            ))
        })
    }

    /// The town of any address, also by its short name.
    pub(super) fn town(&mut self, test: &Test) -> Result<Question, ()> {
        match test {
            Test::Empty | Test::Filled => {
                let other = self.look(|_| {
                    Ok(
                        "EXISTS (SELECT 1 FROM addresses a WHERE a.client_id = v.client_id
                         AND a.deleted_by IS NULL AND a.city <> '')"
                            .to_owned(),
                    )
                })?;
                let main = Question::text("city", |city| !city.is_empty());
                let has_any = Question::Any(vec![main, other]);
                Ok(has_any.negated_if(*test == Test::Empty))
            }
            Test::Text(Wording::Is, text) => {
                self.spelled_as("city", &Wanted::Is(town::spellings(text)))
            }
            test => self.spelled("city", test),
        }
    }

    /// A column of addresses that has few values, each in many addresses, and an index.
    pub(super) fn spelled(&mut self, column: &str, test: &Test) -> Result<Question, ()> {
        match test {
            Test::Text(wording, text) => self.spelled_as(column, &Wanted::folded(*wording, text)),
            test => self.on_address(column, test),
        }
    }

    /// Goes from one spelling to the next in the index, and reads the addresses of those that fit.
    fn spelled_as(&mut self, column: &str, wanted: &Wanted) -> Result<Question, ()> {
        self.among(|it| {
            let asked = it.compared("FOLD(s.spelling)", wanted);
            Ok(format!(
                "WITH RECURSIVE spelled (spelling) AS (
                   SELECT MIN(a.{column}) FROM addresses a WHERE a.deleted_by IS NULL AND a.{column} <> ''
                   UNION ALL
                   SELECT (SELECT MIN(a.{column}) FROM addresses a
                            WHERE a.deleted_by IS NULL AND a.{column} <> '' AND a.{column} > s.spelling)
                     FROM spelled s WHERE s.spelling IS NOT NULL)
                 SELECT a.client_id FROM spelled s JOIN addresses a ON a.{column} = s.spelling
                  WHERE a.deleted_by IS NULL AND a.{column} <> '' AND {asked}"
            ))
        })
    }

    pub(super) fn on_address(&mut self, column: &str, test: &Test) -> Result<Question, ()> {
        self.on_row("addresses", column, test)
    }

    pub(super) fn on_account(&mut self, column: &str, test: &Test) -> Result<Question, ()> {
        self.on_row("bank_accounts", column, test)
    }

    /// A text of any row that stands on the card.
    fn on_row(&mut self, table: &str, column: &str, test: &Test) -> Result<Question, ()> {
        match test {
            Test::Empty | Test::Filled => {
                let has_any = self.look(|_| {
                    Ok(format!(
                        "EXISTS (SELECT 1 FROM {table} r WHERE r.client_id = v.client_id
                            AND r.deleted_by IS NULL AND r.{column} <> '')"
                    ))
                })?;
                Ok(has_any.negated_if(*test == Test::Empty))
            }
            Test::Text(wording, text) => {
                let wanted = Wanted::folded(*wording, text);
                self.among(|it| {
                    let asked = it.compared(&format!("FOLD(r.{column})"), &wanted);
                    Ok(format!(
                        "SELECT r.client_id FROM {table} r
                          WHERE r.deleted_by IS NULL AND r.{column} <> '' AND {asked}"
                    ))
                })
            }
            _ => Err(()),
        }
    }

    /// A text of the client itself.
    pub(super) fn on_client_text(
        &mut self,
        column: &str,
        wanted: Option<&Wanted>,
        test: &Test,
    ) -> Result<Question, ()> {
        let says_so = self.look(|it| {
            let asked = match wanted {
                Some(wanted) => {
                    let asked = it.compared(&format!("FOLD(c.{column})"), wanted);
                    format!(" AND {asked}")
                }
                None => String::new(),
            };
            Ok(format!(
                "EXISTS (SELECT 1 FROM clients c WHERE c.id = v.client_id AND c.{column} <> ''{asked})"
            ))
        })?;
        Ok(says_so.negated_if(*test == Test::Empty))
    }

    /// What else the client itself says, and its line does not.
    pub(super) fn on_client(&mut self, column: &str, test: &Test) -> Result<Question, ()> {
        let place = format!("c.{column}");
        self.look(|it| {
            let asked = match test {
                Test::Empty => format!("{place} IS NULL"),
                Test::Filled => format!("{place} IS NOT NULL"),
                Test::AnyOf(choices) => {
                    let values = it.values(choices);
                    format!("{place} IN ({values})")
                }
                Test::Number(..) | Test::NumberBetween(..) => it.number(&place, test)?,
                Test::Text(..) | Test::Client(_) => it.other_card(&place, test)?,
                _ => return Err(()),
            };
            Ok(format!(
                "EXISTS (SELECT 1 FROM clients c WHERE c.id = v.client_id AND {asked})"
            ))
        })
    }

    /// Groups and teams.
    pub(super) fn belonging(&mut self, field: Field, test: &Test) -> Result<Question, ()> {
        let (table, column) = match field {
            Field::Group => ("memberships", "group_id"),
            _ => ("team_members", "employee_id"),
        };
        match test {
            Test::AnyOf(choices) => self.among(|it| {
                let values = it.values(choices);
                Ok(format!(
                    "SELECT m.client_id FROM {table} m
                      WHERE m.deleted_by IS NULL AND m.{column} IN ({values})"
                ))
            }),
            Test::Empty | Test::Filled => {
                let has_any = self.look(|_| {
                    Ok(format!(
                        "EXISTS (SELECT 1 FROM {table} m
                            WHERE m.client_id = v.client_id AND m.deleted_by IS NULL)"
                    ))
                })?;
                Ok(has_any.negated_if(*test == Test::Empty))
            }
            _ => Err(()),
        }
    }

    /// A field that the user has made.
    pub(super) fn custom(&mut self, field: Id<CustomField>, test: &Test) -> Result<Question, ()> {
        if matches!(test, Test::Empty | Test::Filled) {
            let has_any = self.look(|it| {
                let place = it.place(field.to_value());
                Ok(format!(
                    "EXISTS (SELECT 1 FROM field_values w WHERE w.client_id = v.client_id
                        AND w.field_id = {place} AND w.deleted_by IS NULL)"
                ))
            })?;
            return Ok(has_any.negated_if(*test == Test::Empty));
        }
        self.among(|it| {
            let place = it.place(field.to_value());
            let asked = it.custom_value(field, test)?;
            Ok(format!(
                "SELECT w.client_id FROM field_values w
                  WHERE w.field_id = {place} AND w.deleted_by IS NULL AND {asked}"
            ))
        })
    }

    /// What a row of an own field has to say.
    fn custom_value(&mut self, field: Id<CustomField>, test: &Test) -> Result<String, ()> {
        let shape = self.catalog.field(field).map(|field| field.shape);
        Ok(match test {
            Test::Text(..) | Test::Client(_) if shape == Some(Shape::Link) => {
                self.other_card("w.linked_id", test)?
            }
            Test::Text(wording, text) => {
                let asked = self.compared("w.key", &Wanted::folded(*wording, text));
                format!("w.key <> '' AND {asked}")
            }
            Test::Day(..) | Test::DayBetween(..) | Test::Period(_) => {
                format!("w.key <> '' AND {}", self.days("w.key", test)?)
            }
            Test::Number(..) | Test::NumberBetween(..) => {
                let asked = self.number("w.number", test)?;
                format!("w.number IS NOT NULL AND {asked}")
            }
            Test::AnyOf(choices) => {
                let values = self.values(choices);
                format!("w.number IS NOT NULL AND w.number IN ({values})")
            }
            Test::YesNo(is_so) => {
                let is_so = self.place(Value::Integer(i64::from(*is_so)));
                format!("w.number IS NOT NULL AND w.number = {is_so}")
            }
            _ => return Err(()),
        })
    }
}

/// What contact points are compared by.
fn contact_key(field: Field, wording: Wording, text: &str) -> String {
    let point = |channel| ContactPoint::new(Id::from(0), channel, text).key();
    match field {
        Field::Phone if wording == Wording::Contains => {
            text.chars().filter(char::is_ascii_digit).collect()
        }
        Field::Phone => phone::key(text),
        Field::Email => fold(text),
        _ => point(Channel::Web),
    }
}

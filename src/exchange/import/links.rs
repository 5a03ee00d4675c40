//! What rows name: employees, groups and organisations, looked up once each.

use std::collections::HashMap;

use super::Key;
use super::base::Base;
use super::entry::{Custom, Entry};
use super::terms::Terms;
use crate::domain::client::Kind;
use crate::domain::custom_field::Content;
use crate::domain::term::Dictionary;
use crate::domain::text::fold;
use crate::domain::{Card, Client, CustomField, Employee, Group, Id, Term};
use crate::error::{Result, RowFault};

/// Names of organisations kept in memory; more are looked up again.
const KEPT: usize = 200_000;

/// What a row names, found.
#[derive(Debug, Default)]
pub(super) struct Linked {
    pub owner: Option<Id<Employee>>,
    pub employer: Option<Id<Client>>,
    pub groups: Vec<Id<Group>>,
    pub terms: Vec<(Dictionary, Id<Term>)>,
    pub recommended_by: Option<Id<Client>>,
    pub values: Vec<(Id<CustomField>, Vec<Content>)>,
}

/// The names that rows may use, and whom they mean.
pub(super) struct Links {
    kind: Kind,
    makes_employers: bool,
    default_owner: Option<Id<Employee>>,
    /// By any form of the name; `None` where two have the same.
    employees: HashMap<String, Option<Id<Employee>>>,
    groups: HashMap<String, Id<Group>>,
    fields: Vec<CustomField>,
    terms: Terms,
    by_name: HashMap<String, Vec<Id<Client>>>,
    by_code: HashMap<String, Vec<Id<Client>>>,
}

impl Links {
    pub fn new(base: &impl Base, kind: Kind, makes_employers: bool) -> Result<Self> {
        let reader = base.reader();
        let me = reader.me()?;
        let catalog = reader.catalog()?;
        let groups = reader.group_names(kind)?.into_iter();
        Ok(Self {
            kind,
            makes_employers,
            // Whoever sees only their own clients would lose sight of what they import.
            default_owner: (!me.sees_all).then_some(me.id),
            employees: names(&reader.employees()?),
            groups: groups.map(|group| (fold(&group.name), group.id)).collect(),
            fields: catalog.fields,
            terms: Terms::of(&catalog.terms),
            by_name: HashMap::new(),
            by_code: HashMap::new(),
        })
    }

    /// Whose a new client is where the row names nobody.
    pub fn default_owner(&self) -> Option<Id<Employee>> {
        self.default_owner
    }

    /// Finds what a row names and makes what is missing; `employer` is where the person is known
    /// to work. What cannot be found is told in `doubts`.
    pub fn find(
        &mut self,
        entry: &Entry,
        employer: Option<Id<Client>>,
        base: &mut impl Base,
        doubts: &mut Vec<RowFault>,
    ) -> Result<Linked> {
        Ok(Linked {
            owner: self.owner(&entry.responsible),
            employer: self.employer(entry, employer, base, doubts)?,
            groups: self.groups(&entry.groups, base)?,
            terms: self.terms.of_dictionaries(entry, base)?,
            recommended_by: named(&entry.recommended_by, base, doubts)?,
            values: self.values(entry, base, doubts)?,
        })
    }

    /// The fields that the user has made.
    pub fn fields(&self) -> &[CustomField] {
        &self.fields
    }

    fn values(
        &mut self,
        entry: &Entry,
        base: &mut impl Base,
        doubts: &mut Vec<RowFault>,
    ) -> Result<Vec<(Id<CustomField>, Vec<Content>)>> {
        let mut values = Vec::with_capacity(entry.custom.len());
        for (field, said) in &entry.custom {
            let contents = match said {
                Custom::Content(content) => vec![content.clone()],
                Custom::Option(name) => {
                    vec![Content::Choice(self.terms.option(*field, name, base)?)]
                }
                Custom::Options(names) => {
                    let mut tags = Vec::new();
                    for name in names {
                        let tag = Content::Tag(self.terms.option(*field, name, base)?);
                        if !tags.contains(&tag) {
                            tags.push(tag);
                        }
                    }
                    tags
                }
                Custom::Client(name) => match named(name, base, doubts)? {
                    Some(client) => vec![Content::Link(client)],
                    None => continue,
                },
            };
            values.push((*field, contents));
        }
        Ok(values)
    }

    /// What a row names, where all of it is there already.
    pub fn known(
        &self,
        entry: &Entry,
        employer: Option<Id<Client>>,
        base: &impl Base,
    ) -> Result<Option<Linked>> {
        let mut linked = Linked {
            owner: self.owner(&entry.responsible),
            ..Linked::default()
        };
        for name in &entry.groups {
            match self.groups.get(&fold(name)) {
                Some(group) => linked.groups.push(*group),
                None => return Ok(None),
            }
        }
        let (key, value) = place_of_work(entry);
        if !value.is_empty() {
            let cached = self.cache(key).get(&cache_key(key, value)).cloned();
            let found = match cached {
                Some(found) => found,
                None => base.find(Kind::Organization, key, value)?,
            };
            linked.employer = choose(&found, employer, key);
        }
        if !self.terms.know(entry) {
            return Ok(None);
        }
        linked.terms = self.terms.known_of_dictionaries(entry);
        linked.recommended_by = named(&entry.recommended_by, base, &mut Vec::new())?;
        for (field, said) in &entry.custom {
            let contents = match said {
                Custom::Content(content) => vec![content.clone()],
                Custom::Option(name) => {
                    let known = self.terms.known_option(*field, name).into_iter();
                    known.map(Content::Choice).collect()
                }
                Custom::Options(names) => {
                    let known = |name: &String| self.terms.known_option(*field, name);
                    names.iter().filter_map(known).map(Content::Tag).collect()
                }
                Custom::Client(name) => {
                    let known = named(name, base, &mut Vec::new())?.into_iter();
                    known.map(Content::Link).collect()
                }
            };
            linked.values.push((*field, contents));
        }
        Ok(Some(linked))
    }

    fn owner(&self, name: &str) -> Option<Id<Employee>> {
        match name.is_empty() {
            true => None,
            false => self.employees.get(&plain(name)).copied().flatten(),
        }
    }

    fn groups(&mut self, names: &[String], base: &mut impl Base) -> Result<Vec<Id<Group>>> {
        let mut groups = Vec::with_capacity(names.len());
        for name in names {
            let key = fold(name);
            let known = self.groups.get(&key).copied();
            groups.push(match known {
                Some(group) => group,
                None => {
                    let group = Group::new(self.kind, name.as_str());
                    base.add_group(&group)?;
                    self.groups.insert(key, group.id);
                    group.id
                }
            });
        }
        Ok(groups)
    }

    fn employer(
        &mut self,
        entry: &Entry,
        current: Option<Id<Client>>,
        base: &mut impl Base,
        doubts: &mut Vec<RowFault>,
    ) -> Result<Option<Id<Client>>> {
        let (key, value) = place_of_work(entry);
        if value.is_empty() {
            return Ok(None);
        }
        let cached = self.cache(key).get(&cache_key(key, value)).cloned();
        let found = match cached {
            Some(found) => found,
            None => {
                let mut found = base.find(Kind::Organization, key, value)?;
                if found.is_empty() && key == Key::Name && self.makes_employers {
                    let organization = Client::organization(value);
                    found.push(organization.id);
                    base.add(&Card::new(Client {
                        owner: self.default_owner,
                        ..organization
                    }))?;
                }
                self.keep(key, value, &found);
                found
            }
        };
        let chosen = choose(&found, current, key);
        if chosen.is_none() {
            let name = value.to_owned();
            doubts.push(match found.is_empty() {
                true => RowFault::NoEmployer(name),
                false => RowFault::ManyEmployers(name),
            });
        }
        Ok(chosen)
    }

    fn cache(&self, key: Key) -> &HashMap<String, Vec<Id<Client>>> {
        match key {
            Key::Name => &self.by_name,
            _ => &self.by_code,
        }
    }

    fn keep(&mut self, key: Key, value: &str, found: &[Id<Client>]) {
        let cache = match key {
            Key::Name => &mut self.by_name,
            _ => &mut self.by_code,
        };
        if cache.len() < KEPT {
            cache.insert(cache_key(key, value), found.to_vec());
        }
    }
}

/// The one client of that name, of either register; told in `doubts` where there is not just one.
fn named(name: &str, base: &impl Base, doubts: &mut Vec<RowFault>) -> Result<Option<Id<Client>>> {
    if name.is_empty() {
        return Ok(None);
    }
    for kind in Kind::ALL {
        match *base.find(kind, Key::Name, name)? {
            [] => {}
            [only] => return Ok(Some(only)),
            _ => break,
        }
    }
    doubts.push(RowFault::NoClient(name.to_owned()));
    Ok(None)
}

/// By what a row names the organisation its person works in: its code, else its name.
fn place_of_work(entry: &Entry) -> (Key, &str) {
    match entry.employer_id.is_empty() {
        true => (Key::Name, &entry.employer),
        false => (Key::ExternalId, &entry.employer_id),
    }
}

/// The one that is meant. Where the person works already stays; of several with one code the
/// latest is meant, for persons are imported after their organisations; of several of one name
/// none is.
fn choose(found: &[Id<Client>], current: Option<Id<Client>>, key: Key) -> Option<Id<Client>> {
    match found {
        [] => None,
        [only] => Some(*only),
        several => match current {
            Some(current) if several.contains(&current) => Some(current),
            _ if key == Key::ExternalId => several.last().copied(),
            _ => None,
        },
    }
}

fn cache_key(key: Key, value: &str) -> String {
    match key {
        Key::Name => fold(value),
        _ => value.to_owned(),
    }
}

fn names(employees: &[Employee]) -> HashMap<String, Option<Id<Employee>>> {
    let mut names = HashMap::new();
    for employee in employees {
        let Employee {
            surname,
            first_name,
            patronymic,
            ..
        } = employee;
        let mut forms = vec![
            plain(&format!("{surname} {first_name} {patronymic}")),
            plain(&format!("{first_name} {patronymic} {surname}")),
            plain(&format!("{surname} {first_name}")),
            plain(&format!("{first_name} {surname}")),
            plain(&employee.short_name()),
            plain(surname),
        ];
        forms.sort_unstable();
        forms.dedup();
        for form in forms {
            let known = names.entry(form).or_insert(Some(employee.id));
            if *known != Some(employee.id) {
                *known = None;
            }
        }
    }
    names
}

/// A name without the points of its initials.
fn plain(name: &str) -> String {
    fold(&name.replace('.', " "))
}

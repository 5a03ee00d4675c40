//! Looks at every letter before the first is made.

use std::collections::HashSet;

use super::addressee::Addressee;
use super::{Checked, Mailing, PAGE, Verdict, Writer};
use crate::domain::client::Kind;
use crate::domain::mailing::Omission;
use crate::domain::name::Person;
use crate::domain::{Client, Id, Progress};
use crate::error::Result;
use crate::error::letter::Hindrance;
use crate::template_engine::{Field, Template, Value};

/// What of a recipient a template asks for.
pub struct Asked {
    address: bool,
    sex: bool,
}

/// What is told of an address: where nothing of it is known, that is one thing to say, not five.
const ADDRESS: &[&str] = &["address", "street", "city", "region", "postcode"];

impl Asked {
    /// What a template asks for.
    pub fn by(template: &Template) -> Self {
        let asks = |leaves: &[&str]| {
            let mut names = template.fields().iter().map(Field::key);
            // Within the list of recipients their fields stand alone.
            names.any(|name| leaves.contains(&name.strip_prefix("recipient.").unwrap_or(name)))
        };
        Self {
            address: asks(&["address", "street", "postcode"]),
            sex: asks(&["salutation", "sex"]),
        }
    }
}

impl Writer<'_> {
    /// Looks at the letters to these clients, in that order; those that may not be seen are left
    /// out. Nothing is written.
    ///
    /// # Errors
    /// [`Error::Cancelled`](crate::error::Error::Cancelled) as soon as `progress` is told to stop.
    pub fn check(&self, clients: &[Id<Client>], progress: &Progress) -> Result<Vec<Checked>> {
        progress.expect(clients.len() as u64);
        let mut checked = Vec::with_capacity(clients.len());
        let mut reached = HashSet::new();
        for page in clients.chunks(PAGE) {
            for one in self.addressees(page)? {
                progress.check()?;
                let is_first = reached.insert(one.reader().client.id);
                let verdict = match is_first {
                    true => self.verdict(&one),
                    false => Verdict::LeftOut(Omission::Twice),
                };
                checked.push(told(&one, verdict));
                progress.reach(checked.len() as u64);
            }
        }
        Ok(checked)
    }

    fn verdict(&self, one: &Addressee) -> Verdict {
        if let Some(omission) = omission(one, self.mailing) {
            return Verdict::LeftOut(omission);
        }
        let tree = Value::from(&self.surroundings(one).tree(self.locale));
        let skips = self.around(|around| self.mailing.template.skips(&tree, around));
        if let Ok(true) = skips {
            return Verdict::LeftOut(Omission::Skipped);
        }
        let mut hindrances = self.hindrances(one, &tree);
        hindrances.extend(skips.err().map(Hindrance::Unfilled));
        if hindrances.is_empty() {
            let checked = self.around(|around| self.mailing.template.check(&tree, around));
            hindrances.extend(checked.err().map(Hindrance::Unfilled));
        }
        match hindrances.is_empty() {
            true => Verdict::Ready,
            false => Verdict::Hindered(hindrances),
        }
    }

    fn hindrances(&self, one: &Addressee, tree: &Value) -> Vec<Hindrance> {
        let client = &one.reader().client;
        let has = |leaf: &str| {
            let steps = ["recipient".to_owned(), leaf.to_owned()];
            tree.at(&steps).is_some_and(Value::is_true)
        };
        let asks = self.asked.address;
        let person = Person {
            surname: client.surname.clone(),
            first: client.first_name.clone(),
            patronymic: client.patronymic.clone(),
        };
        let is_sexless = client.kind == Kind::Person && client.sex.or(person.sex()).is_none();
        let found = [
            (client.title().is_empty(), Hindrance::NoName),
            (asks && !has("address"), Hindrance::NoAddress),
            (
                asks && has("address") && !has("street"),
                Hindrance::NoStreet,
            ),
            (self.asked.sex && is_sexless, Hindrance::UnknownSex),
        ];
        let found = found.into_iter().filter(|(is_so, _)| *is_so);
        let mut found: Vec<_> = found.map(|(_, hindrance)| hindrance).collect();
        for field in self.mailing.template.fields() {
            let hindrance = Hindrance::Empty(field.name().to_owned());
            if is_missed(field, tree) && !found.contains(&hindrance) {
                found.push(hindrance);
            }
        }
        found
    }
}

fn omission(one: &Addressee, mailing: &Mailing) -> Option<Omission> {
    let mut heard = one.consents.iter();
    let omission = heard.find_map(|words| mailing.rule.omits(words));
    // The word of either will do where one is asked for.
    omission.or_else(|| match one.consents.is_empty() {
        true => mailing.rule.omits(&[]),
        false => None,
    })
}

/// Whether a field that the letter cannot do without is empty, and it is the recipient's, or the
/// text of the letter.
fn is_missed(field: &Field, tree: &Value) -> bool {
    let name = field.key();
    let leaf = name.strip_prefix("recipient.").unwrap_or(name);
    let is_told_otherwise =
        ADDRESS.contains(&leaf) || ["salutation", "sex", "name"].contains(&leaf);
    let is_own = name == "note"
        || !is_told_otherwise
            && (name.starts_with("recipient.") || name.starts_with("client.") || is_personal(name));
    field.is_needed && is_own && field.value(tree).is_some_and(|value| !value.is_true())
}

/// Whether a field that stands alone is one of the recipient.
fn is_personal(name: &str) -> bool {
    const OWN: &[&str] = &[
        "surname",
        "firstname",
        "patronymic",
        "position",
        "organisation",
        "birthday",
    ];
    OWN.contains(&name)
}

fn told(one: &Addressee, verdict: Verdict) -> Checked {
    let reader = &one.reader().client;
    let whole = &one.whole.client;
    let is_apart = one.person.is_some();
    Checked {
        client: one.client,
        organization: (is_apart && whole.id != one.client).then_some(whole.id),
        person: (is_apart && reader.id != one.client).then_some(reader.id),
        name: reader.title(),
        organisation: match is_apart {
            true => whole.title(),
            false => String::new(),
        },
        verdict,
    }
}

//! Links between cards, and who influences whom.

use std::collections::{HashMap, HashSet};

use crate::domain::client::Kind;
use crate::domain::link::LinkKind;
use crate::domain::listing::Listing;
use crate::domain::{Client, Id, Link};
use crate::error::Result;
use crate::store::page::{self, PAGE};
use crate::store::{Column, Reader};

/// A link of a card, with the client at its other end.
#[derive(Debug, Clone, PartialEq)]
pub struct Linked {
    /// The link.
    pub link: Link,
    /// The other end.
    pub other: Listing,
}

/// People, and who of them reports to, works with or influences whom.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Influence {
    /// Those the map is about first, by name, then those they are linked with.
    pub people: Vec<Listing>,
    /// The links among them, oldest first.
    pub links: Vec<Link>,
}

impl Reader<'_> {
    /// Links of a visible client to others that may be seen too, from either end, oldest first.
    pub fn links_of(self, client: Id<Client>) -> Result<Vec<Link>> {
        self.ask(
            "SELECT l.* FROM links l JOIN visible v ON v.client_id = l.from_id
               JOIN visible o ON o.client_id = l.to_id AND o.employee_id = v.employee_id
              WHERE v.employee_id = $1 AND l.from_id = $2 AND l.deleted_by IS NULL
              UNION
             SELECT l.* FROM links l JOIN visible v ON v.client_id = l.to_id
               JOIN visible o ON o.client_id = l.from_id AND o.employee_id = v.employee_id
              WHERE v.employee_id = $1 AND l.to_id = $2 AND l.deleted_by IS NULL
              ORDER BY 1",
            &[self.who.to_value(), client.to_value()],
        )
    }

    /// The same, each with the other end.
    pub fn linked(self, client: Id<Client>) -> Result<Vec<Linked>> {
        let links = self.links_of(client)?;
        let others: HashSet<_> = links.iter().map(|link| link.other(client)).collect();
        let others: Vec<_> = others.into_iter().collect();
        let others = self.listings(&others)?.into_iter();
        let others: HashMap<_, _> = others.map(|other| (other.client.id, other)).collect();
        let linked = links.into_iter().filter_map(|link| {
            let other = others.get(&link.other(client))?.clone();
            Some(Linked { link, other })
        });
        Ok(linked.collect())
    }

    /// The map of influence around a visible client: the people of an organisation, or a person,
    /// with all that these are linked with.
    pub fn influence(self, client: &Client) -> Result<Influence> {
        let mut people = match client.kind {
            Kind::Organization => self.people_of(client.id)?,
            Kind::Person => self.listings(&[client.id])?,
        };
        let mut known: Vec<Id<Client>> = people.iter().map(|one| one.client.id).collect();
        let mut links = self.influences_of(&known)?;
        let inner: HashSet<_> = known.iter().copied().collect();
        let ends = links.iter().flat_map(|link| [link.from, link.to]);
        let mut outer: Vec<_> = ends.filter(|end| !inner.contains(end)).collect();
        outer.sort();
        outer.dedup();
        people.extend(self.listings(&outer)?);
        if client.kind == Kind::Person {
            // Those around one person know each other too.
            known.extend(outer);
            let among: HashSet<_> = known.iter().copied().collect();
            links = self.influences_of(&known)?;
            links.retain(|link| among.contains(&link.from) && among.contains(&link.to));
        }
        Ok(Influence { people, links })
    }

    /// Every link of influence that one of these has to somebody who may be seen, oldest first.
    fn influences_of(self, people: &[Id<Client>]) -> Result<Vec<Link>> {
        let kinds: Vec<_> = LinkKind::ALL
            .iter()
            .filter(|kind| kind.is_influence())
            .map(|kind| format!("'{}'", kind.name()))
            .collect();
        let (places, kinds) = (page::places(1), kinds.join(", "));
        let sql = format!(
            "SELECT l.* FROM links l JOIN visible v ON v.client_id = l.from_id
               JOIN visible o ON o.client_id = l.to_id AND o.employee_id = v.employee_id
              WHERE v.employee_id = $1 AND v.client_id IN ({places})
                AND l.kind IN ({kinds}) AND l.deleted_by IS NULL
              UNION
             SELECT l.* FROM links l JOIN visible v ON v.client_id = l.to_id
               JOIN visible o ON o.client_id = l.from_id AND o.employee_id = v.employee_id
              WHERE v.employee_id = $1 AND v.client_id IN ({places})
                AND l.kind IN ({kinds}) AND l.deleted_by IS NULL"
        );
        let mut links: Vec<Link> = Vec::new();
        for page in people.chunks(PAGE) {
            let asked = page::values([self.who.to_value()], page);
            links.extend(self.ask::<Link>(&sql, &asked)?);
        }
        links.sort_by_key(|link| link.id);
        links.dedup_by_key(|link| link.id);
        Ok(links)
    }
}

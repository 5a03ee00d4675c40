//! Suspicion while one types: a handful of questions to indexes, and a comparison.

use std::collections::HashMap;

use crate::domain::client::Kind;
use crate::domain::duplicate::{Clue, Traits, Verdict, WORTH_A_LOOK, compare};
use crate::domain::listing::Listing;
use crate::domain::text::{fold, transliterations};
use crate::domain::{Card, Client, Id, name};
use crate::error::Result;
use crate::store::directory::name_key;
use crate::store::{Column, Flow, Reader, Value};

/// How many cards that share one thing are looked at.
const SHARING: i64 = 20;
/// How many cards with the letters of half a name are looked at, the newest first.
const MATCHING: i64 = 200;
/// How many cards are compared at most.
const COMPARED: usize = 96;
/// How many are told at most.
const TOLD: usize = 5;

/// A card that looks like the one that is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspect {
    /// The card in the base.
    pub listing: Listing,
    /// How alike they are, and why.
    pub verdict: Verdict,
}

impl Reader<'_> {
    /// Visible cards that look like this one, which may be unsaved: the most alike first, at most
    /// five. Those it was told apart from are left out.
    pub fn suspects(self, card: &Card) -> Result<Vec<Suspect>> {
        let mine = Traits::of(card);
        let mut counts: HashMap<Clue, usize> = HashMap::new();
        let mut found: Vec<Id<Client>> = Vec::new();
        let add = |ids: Vec<Id<Client>>, found: &mut Vec<Id<Client>>| {
            for id in ids {
                if id != card.client.id && !found.contains(&id) {
                    found.push(id);
                }
            }
        };
        for clue in mine.clues() {
            let ids = self.sharing(&clue)?;
            counts.insert(clue, ids.len() + 1);
            add(ids, &mut found);
        }
        for (from, to) in self.ranges(card) {
            let ids = self.named(card.client.kind, &from, &to)?;
            add(ids, &mut found);
        }
        if found.len() < COMPARED {
            for half in halves(card) {
                add(self.containing(card.client.kind, &half)?, &mut found);
            }
        }
        found.truncate(COMPARED);
        let apart = self.apart_from(card.client.id)?;
        found.retain(|id| !apart.contains(id));
        let shared = |clue: &Clue| counts.get(clue).copied().unwrap_or(2);
        let cards = self.cards(&found)?;
        let verdicts = cards.iter().map(|other| {
            let verdict = compare(&mine, &Traits::of(other), &shared);
            (other.client.id, verdict)
        });
        let mut alike: Vec<_> = verdicts
            .filter(|(_, verdict)| verdict.score >= WORTH_A_LOOK)
            .collect();
        alike.sort_by_key(|(id, verdict)| (100 - verdict.score, *id));
        alike.truncate(TOLD);
        let ids: Vec<_> = alike.iter().map(|(id, _)| *id).collect();
        let listings = self.listings(&ids)?;
        let told = alike.into_iter().filter_map(|(id, verdict)| {
            let listing = listings.iter().find(|line| line.client.id == id)?.clone();
            Some(Suspect { listing, verdict })
        });
        Ok(told.collect())
    }

    /// Visible clients that share a clue which has an index.
    fn sharing(self, clue: &Clue) -> Result<Vec<Id<Client>>> {
        match clue {
            Clue::Inn(inn) => self.some(
                "SELECT v.client_id FROM clients c JOIN visible v ON v.client_id = c.id
                  WHERE v.employee_id = $1 AND c.inn = $2 AND c.inn <> '' LIMIT $3",
                vec![inn.as_str().into()],
            ),
            Clue::Phone(key) | Clue::Email(key) => self.some(
                "SELECT DISTINCT v.client_id
                   FROM contact_points p JOIN visible v ON v.client_id = p.client_id
                  WHERE v.employee_id = $1 AND p.key = $2 AND p.deleted_by IS NULL LIMIT $3",
                vec![key.as_str().into()],
            ),
            // The page itself, and pages below it: 0 comes right behind the slash.
            Clue::Site(host) => self.some(
                "SELECT DISTINCT v.client_id
                   FROM contact_points p JOIN visible v ON v.client_id = p.client_id
                  WHERE v.employee_id = $1 AND p.key >= $2 AND p.key < $3
                    AND p.deleted_by IS NULL LIMIT $4",
                vec![host.as_str().into(), format!("{host}0").into()],
            ),
            _ => Ok(Vec::new()),
        }
    }

    /// Visible clients of a register whose name as lists sort it lies in a range.
    fn named(self, kind: Kind, from: &str, to: &str) -> Result<Vec<Id<Client>>> {
        self.some(
            "SELECT v.client_id FROM visible v
              WHERE v.employee_id = $1 AND v.kind = $2 AND v.name_key >= $3 AND v.name_key < $4
              LIMIT $5",
            vec![kind.to_value(), from.into(), to.into()],
        )
    }

    /// Visible clients of a register with that text in a name or a number.
    fn containing(self, kind: Kind, text: &str) -> Result<Vec<Id<Client>>> {
        let sql = "SELECT v.client_id
               FROM (SELECT t.rowid AS id FROM directory_text t
                      WHERE directory_text MATCH $1 ORDER BY t.rowid DESC LIMIT $2) m
               JOIN directory_search s ON s.client_id = m.id
               JOIN visible v ON v.client_id = m.id
              WHERE v.employee_id = $3 AND +v.kind = $4 AND instr(s.search, $5) > 0 LIMIT $6";
        self.stream_ids(
            sql,
            &[
                trigrams(text).into(),
                Value::Integer(MATCHING),
                self.who.to_value(),
                kind.to_value(),
                text.into(),
                Value::Integer(SHARING),
            ],
        )
    }

    fn apart_from(self, client: Id<Client>) -> Result<Vec<Id<Client>>> {
        let rows = self.database.query(
            "SELECT p.other_id AS id FROM distinct_pairs p JOIN visible v ON v.client_id = p.other_id
              WHERE v.employee_id = $1 AND p.one_id = $2 AND p.deleted_by IS NULL
              UNION ALL
             SELECT p.one_id FROM distinct_pairs p JOIN visible v ON v.client_id = p.one_id
              WHERE v.employee_id = $1 AND p.other_id = $2 AND p.deleted_by IS NULL",
            &[self.who.to_value(), client.to_value()],
        )?;
        rows.iter().map(|row| row.get("id")).collect()
    }

    /// Some clients: the first parameter is who asks, the last how many.
    fn some(self, sql: &str, asked: Vec<Value>) -> Result<Vec<Id<Client>>> {
        let mut parameters = vec![self.who.to_value()];
        parameters.extend(asked);
        parameters.push(Value::Integer(SHARING));
        self.stream_ids(sql, &parameters)
    }

    fn stream_ids(self, sql: &str, parameters: &[Value]) -> Result<Vec<Id<Client>>> {
        let mut ids = Vec::new();
        self.database.stream(sql, parameters, &mut |row| {
            ids.push(Id::from(row.cell(0)?.integer()));
            Ok(Flow::Continue(()))
        })?;
        Ok(ids)
    }

    /// Where in the order of names a card may stand that means the same.
    fn ranges(self, card: &Card) -> Vec<(String, String)> {
        let client = &card.client;
        let mut starts = Vec::new();
        match client.kind {
            Kind::Organization => {
                let core = name::core_name(&client.title());
                let mut words: Vec<&str> = core.split(' ').filter(|w| w.len() > 5).collect();
                words.truncate(3);
                starts.push(core.clone());
                starts.extend(without_end(&core));
                starts.extend(words.into_iter().map(str::to_owned));
                starts.extend(transliterations(&core).into_iter().take(3));
            }
            Kind::Person => {
                let surname = fold(&client.surname);
                let letter = fold(&client.first_name).chars().next();
                starts.push(name_key(Kind::Person, &client.title()));
                starts.extend(letter.map(|letter| format!("{surname} {letter}")));
                let latin = transliterations(&surname).into_iter().take(3);
                starts.extend(latin.map(|surname| match letter {
                    Some(_) => format!("{surname} "),
                    None => surname,
                }));
                starts.extend(without_end(&surname));
            }
        }
        starts.retain(|start| start.chars().count() >= 3);
        starts.dedup();
        let range = |start: String| (start.clone(), format!("{start}\u{10ffff}"));
        starts.into_iter().map(range).collect()
    }
}

/// A name without its last letters, where a slip may be.
fn without_end(name: &str) -> Option<String> {
    let letters: Vec<char> = name.chars().collect();
    (letters.len() >= 6).then(|| letters[..letters.len() - 2].iter().collect())
}

/// Both halves of a name: a slip is in one of them alone.
fn halves(card: &Card) -> Vec<String> {
    let client = &card.client;
    let name = match client.kind {
        Kind::Organization => name::core_name(&client.title()),
        Kind::Person => fold(&client.surname),
    };
    let letters: Vec<char> = name.chars().collect();
    if letters.len() < 6 {
        return Vec::new();
    }
    let (one, other) = letters.split_at(letters.len() / 2);
    [one, other]
        .map(|half| half.iter().collect::<String>())
        .into()
}

/// The question to the full text: every three letters in a row.
fn trigrams(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let quoted = letters.windows(3).map(|three| {
        let three: String = three.iter().collect();
        format!("\"{}\"", three.replace('"', "\"\""))
    });
    quoted.collect::<Vec<_>>().join(" AND ")
}

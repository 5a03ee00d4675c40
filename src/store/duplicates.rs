//! Cards that look like the same client: who is compared with whom.

mod live;

use std::collections::{HashMap, HashSet};

use crate::domain::client::Kind;
use crate::domain::contact::Channel;
use crate::domain::duplicate::{CERTAIN, Clue, Suspicion, Traits, compare};
use crate::domain::{Client, DistinctPair, Id, Operation, Progress};
use crate::error::Result;
use crate::store::{Cells, Column, Flow, Reader, Record, Transaction};

pub use live::Suspect;

/// A number that more cards share than these brings nobody together.
const MOST: usize = 24;
/// How many pairs are compared before their cards are forgotten.
const PAIRS: usize = 20_000;

/// Clues of all clients, each with the place of its client.
#[derive(Default)]
struct Clues {
    /// The clients, in the order of their ids.
    ids: Vec<i64>,
    kinds: Vec<Kind>,
    found: Vec<(u64, u32)>,
}

impl Reader<'_> {
    /// Pairs of visible cards that look like one client, the most certain first; those told apart
    /// are left out. Reads everything.
    pub fn duplicates(self, progress: &Progress) -> Result<Vec<Suspicion>> {
        let mut clues = Clues::default();
        self.read_clients(&mut clues, progress)?;
        let steps = 4;
        progress.expect(steps * clues.ids.len() as u64);
        self.read_rows(&mut clues, progress)?;
        clues.found.sort_unstable();
        clues.found.dedup();
        let shared = clues.shared();
        let pairs = clues.pairs();
        let apart = self.told_apart()?;
        let (done, total) = progress.state();
        let mut suspicions = Vec::new();
        for (at, chunk) in pairs.chunks(PAIRS).enumerate() {
            let share = (at * PAIRS) as u64 * (total - done) / pairs.len() as u64;
            progress.reach(done + share);
            let known = self.traits(chunk, &clues.ids, progress)?;
            for (one, other) in chunk {
                let ids = [clues.ids[*one as usize], clues.ids[*other as usize]];
                let [Some(a), Some(b)] = ids.map(|id| known.get(&id)) else {
                    continue;
                };
                let count = |clue: &Clue| shared.get(&clue.hash(a.kind)).map_or(2, |n| *n as usize);
                let verdict = compare(a, b, &count);
                if verdict.score >= CERTAIN && !apart.contains(&(a.id, b.id)) {
                    let [one, other] = [a.id, b.id];
                    suspicions.push(Suspicion {
                        one,
                        other,
                        verdict,
                    });
                }
            }
        }
        progress.reach(total);
        suspicions.sort_by_key(|pair| (100 - pair.verdict.score, pair.one, pair.other));
        Ok(suspicions)
    }

    /// Visible clients that the last import has made.
    pub fn made_by_last_import(self) -> Result<HashSet<Id<Client>>> {
        let rows = self.database.query(
            "SELECT v.client_id FROM clients c JOIN visible v ON v.client_id = c.id
              WHERE v.employee_id = $1 AND c.created_by = (
                    SELECT MAX(o.id) FROM operations o WHERE o.name = $2 AND o.kind = 'do')",
            &[self.who.to_value(), Operation::Import.to_value()],
        )?;
        rows.iter().map(|row| row.get("client_id")).collect()
    }

    /// Pairs of visible clients that somebody has told apart, the smaller id first.
    pub fn told_apart(self) -> Result<HashSet<(Id<Client>, Id<Client>)>> {
        let mut apart = HashSet::new();
        let sql = "SELECT p.one_id, p.other_id FROM distinct_pairs p
                     JOIN visible v ON v.client_id = p.one_id
                     JOIN visible w ON w.client_id = p.other_id
                    WHERE v.employee_id = $1 AND w.employee_id = $1 AND p.deleted_by IS NULL";
        self.database
            .stream(sql, &[self.who.to_value()], &mut |row| {
                apart.insert((
                    Id::from(row.cell(0)?.integer()),
                    Id::from(row.cell(1)?.integer()),
                ));
                Ok(Flow::Continue(()))
            })?;
        Ok(apart)
    }

    fn read_clients(self, clues: &mut Clues, progress: &Progress) -> Result<()> {
        let sql = "SELECT v.client_id, v.kind, c.name, c.full_name, c.inn, c.ogrn, c.surname,
                          c.first_name, c.patronymic, c.birthday, c.employer_id
                     FROM clients c JOIN visible v ON v.client_id = c.id
                    WHERE v.employee_id = $1 ORDER BY c.id";
        let mut client = Client::empty(Kind::Organization);
        self.database
            .stream(sql, &[self.who.to_value()], &mut |row| {
                if clues.ids.len().is_multiple_of(1000) {
                    progress.check()?;
                }
                let kind = kind(row.cell(1)?.integer());
                client.kind = kind;
                for (at, text) in [
                    &mut client.name,
                    &mut client.full_name,
                    &mut client.inn,
                    &mut client.ogrn,
                    &mut client.surname,
                    &mut client.first_name,
                    &mut client.patronymic,
                ]
                .into_iter()
                .enumerate()
                {
                    text.clear();
                    text.push_str(row.cell(at + 2)?.text());
                }
                client.birthday = row.cell(9)?.text().parse().ok();
                let employer = row.cell(10)?.integer();
                client.employer = (employer != 0).then_some(Id::from(employer));
                let at = clues.ids.len() as u32;
                clues.ids.push(row.cell(0)?.integer());
                clues.kinds.push(kind);
                let told = Traits::of_client(&client).clues();
                clues
                    .found
                    .extend(told.iter().map(|clue| (clue.hash(kind), at)));
                Ok(Flow::Continue(()))
            })
    }

    /// Contacts, addresses and accounts.
    fn read_rows(self, clues: &mut Clues, progress: &Progress) -> Result<()> {
        let contacts = "SELECT p.client_id, p.channel, p.key
                          FROM contact_points p JOIN visible v ON v.client_id = p.client_id
                         WHERE v.employee_id = $1 AND p.deleted_by IS NULL";
        let addresses = "SELECT a.client_id, a.city, a.street
                           FROM addresses a JOIN visible v ON v.client_id = a.client_id
                          WHERE v.employee_id = $1 AND a.deleted_by IS NULL";
        let accounts = "SELECT b.client_id, b.number
                          FROM bank_accounts b JOIN visible v ON v.client_id = b.client_id
                         WHERE v.employee_id = $1 AND b.deleted_by IS NULL";
        let contact = |row: &dyn Cells| {
            let channel = Channel::from_value(&row.cell(1)?.text().into());
            let key = row.cell(2)?.text();
            Ok(channel.and_then(|channel| Clue::of_contact(channel, key)))
        };
        let address =
            |row: &dyn Cells| Ok(Clue::of_address(row.cell(1)?.text(), row.cell(2)?.text()));
        let account = |row: &dyn Cells| Ok(Clue::of_account(row.cell(1)?.text()));
        self.read_table(contacts, clues, progress, &contact)?;
        self.read_table(addresses, clues, progress, &address)?;
        self.read_table(accounts, clues, progress, &account)
    }

    fn read_table(
        self,
        sql: &str,
        clues: &mut Clues,
        progress: &Progress,
        clue: &dyn Fn(&dyn Cells) -> Result<Option<Clue>>,
    ) -> Result<()> {
        let (done, _) = progress.state();
        let mut rows = 0u64;
        self.database
            .stream(sql, &[self.who.to_value()], &mut |row| {
                rows += 1;
                if rows.is_multiple_of(1000) {
                    progress.check()?;
                }
                if let Some(clue) = clue(row)? {
                    clues.add(row.cell(0)?.integer(), &clue);
                }
                Ok(Flow::Continue(()))
            })?;
        progress.reach(done + clues.ids.len() as u64);
        Ok(())
    }

    /// What the clients of some pairs are compared by.
    fn traits(
        self,
        pairs: &[(u32, u32)],
        ids: &[i64],
        progress: &Progress,
    ) -> Result<HashMap<i64, Traits>> {
        let mut places: Vec<u32> = pairs.iter().flat_map(|(a, b)| [*a, *b]).collect();
        places.sort_unstable();
        places.dedup();
        let mut known = HashMap::with_capacity(places.len());
        for page in places.chunks(256) {
            progress.check()?;
            let page: Vec<_> = page.iter().map(|at| Id::from(ids[*at as usize])).collect();
            let cards = self.cards(&page)?;
            known.extend(
                cards
                    .iter()
                    .map(|card| (card.client.id.raw(), Traits::of(card))),
            );
        }
        Ok(known)
    }
}

impl Clues {
    fn add(&mut self, client: i64, clue: &Clue) {
        if let Ok(at) = self.ids.binary_search(&client) {
            self.found.push((clue.hash(self.kinds[at]), at as u32));
        }
    }

    /// The clients that share a clue, clue by clue.
    fn runs(&self) -> impl Iterator<Item = &[(u64, u32)]> {
        let runs = self.found.chunk_by(|a, b| a.0 == b.0);
        runs.filter(|run| run.len() > 1)
    }

    /// How many clients have a clue that several share.
    fn shared(&self) -> HashMap<u64, u32> {
        self.runs()
            .map(|run| (run[0].0, run.len() as u32))
            .collect()
    }

    /// All that share a clue, two by two.
    fn pairs(&self) -> Vec<(u32, u32)> {
        let mut pairs = Vec::new();
        for run in self.runs().filter(|run| run.len() <= MOST) {
            for (at, (_, one)) in run.iter().enumerate() {
                pairs.extend(run[at + 1..].iter().map(|(_, other)| (*one, *other)));
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }
}

impl Transaction<'_> {
    /// Remembers that the two of a pair are not the same client. What is remembered already stays,
    /// also where a merge tells apart from a client that may not be seen.
    pub fn tell_apart(&mut self, pairs: &[(Id<Client>, Id<Client>)]) -> Result<()> {
        for (one, other) in pairs {
            let pair = DistinctPair::new(*one, *other);
            if one != other && !self.are_told_apart(&pair)? {
                self.save(&pair)?;
            }
        }
        Ok(())
    }

    fn are_told_apart(&self, pair: &DistinctPair) -> Result<bool> {
        for row in self.naming(DistinctPair::TABLE, &["one_id"], pair.one)? {
            if DistinctPair::from_row(&row)?.other == pair.other {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

fn kind(number: i64) -> Kind {
    match number {
        0 => Kind::Organization,
        _ => Kind::Person,
    }
}

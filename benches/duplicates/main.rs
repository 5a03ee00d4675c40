//! How well and how fast cards of the same client are found: `cargo bench --bench duplicates`.
//!
//! A base of sample data gets dirty doubles of known cards, and cards that look alike and are not:
//! branches, chains, namesakes, families, houses with one switchboard. What is found is held
//! against what was planted. `VIZITKA_BENCH_CLIENTS` is the size of the base (100 000 unless told);
//! the suspicion while typing is timed on the sample of `speed`, where that was made.

mod dirt;
mod lookalikes;

use std::collections::{HashMap, HashSet};
use std::env;
use std::fs;
use std::path::Path;
use std::time::Duration;

use cpu_time::ProcessTime;
use vizitka::demo::{self, Sample};
use vizitka::domain::client::Kind;
use vizitka::domain::duplicate::{Traits, compare};
use vizitka::domain::listing::{Filter, Order};
use vizitka::domain::{Address, Card, Client, Id, Operation, Progress};
use vizitka::error::Result;
use vizitka::workspace::Workspace;

use dirt::Dirt;

/// How many doubles are planted in 100 000 cards.
const DOUBLES: usize = 5_000;
/// How many cards look alike and are not, of each sort.
const LOOKALIKES: usize = 600;
/// So many sorts of missed pairs are shown.
const SORTS: usize = 24;

fn main() -> Result<()> {
    let cache = Path::new("target/bench-cache");
    fs::create_dir_all(cache).expect("the cache can be made");
    let clients = number("VIZITKA_BENCH_CLIENTS", 100_000);
    let doubles = DOUBLES * clients / 100_000;
    let mut base = base(cache, clients - doubles)?;
    let planted = plant(&mut base, doubles)?;
    let begun = ProcessTime::now();
    let found = base.read().duplicates(&Progress::default())?;
    let took = begun.elapsed();
    println!(
        "whole base of {clients}: {:.1} s of CPU (bar 60 s)",
        took.as_secs_f64()
    );

    let told: HashSet<_> = found.iter().map(|pair| (pair.one, pair.other)).collect();
    let hits = planted.iter().filter(|pair| told.contains(pair)).count();
    let recall = hits as f64 / planted.len() as f64;
    let precision = hits as f64 / told.len().max(1) as f64;
    println!(
        "planted {}, told {}, of them right {hits}: recall {:.2} % (bar 95 %), precision {:.2} % (bar 98 %)",
        planted.len(),
        told.len(),
        recall * 100.0,
        precision * 100.0
    );
    let missed = planted.iter().filter(|pair| !told.contains(pair));
    sorts(&base, missed)?;
    explain(&base, &planted, &found)?;
    live(cache)
}

/// What agrees in the missed pairs, the most frequent first; the score is that of two cards that
/// share their clues with nobody else.
fn sorts<'a>(
    base: &Workspace,
    missed: impl Iterator<Item = &'a (Id<Client>, Id<Client>)>,
) -> Result<()> {
    let mut sorts: HashMap<String, usize> = HashMap::new();
    for (one, other) in missed {
        let cards = [base.read().card(*one)?, base.read().card(*other)?];
        let [one, other] = cards.each_ref().map(Traits::of);
        let verdict = compare(&one, &other, &|_| 2);
        let sort = format!("{:?} {:?}: {:?}", one.kind, verdict.score, verdict.reasons);
        *sorts.entry(sort).or_default() += 1;
    }
    let mut sorts: Vec<_> = sorts.into_iter().collect();
    sorts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    for (sort, count) in sorts.iter().take(SORTS) {
        println!("missed {count:4} × {sort}");
    }
    Ok(())
}

/// Some pairs that were missed, and some that were told wrongly.
fn explain(
    base: &Workspace,
    planted: &HashSet<(Id<Client>, Id<Client>)>,
    found: &[vizitka::domain::duplicate::Suspicion],
) -> Result<()> {
    let some = number("VIZITKA_BENCH_EXPLAIN", 0);
    let told: HashSet<_> = found.iter().map(|pair| (pair.one, pair.other)).collect();
    let missed = planted.iter().filter(|pair| !told.contains(pair));
    for (one, other) in missed.take(some) {
        println!(
            "missed:\n  {}\n  {}",
            line(base, *one)?,
            line(base, *other)?
        );
    }
    let wrong = found
        .iter()
        .filter(|pair| !planted.contains(&(pair.one, pair.other)));
    for pair in wrong.take(some) {
        println!("wrong, {:?}:", pair.verdict);
        println!("  {}\n  {}", line(base, pair.one)?, line(base, pair.other)?);
    }
    Ok(())
}

fn line(base: &Workspace, id: Id<Client>) -> Result<String> {
    let card = base.read().card(id)?;
    let client = &card.client;
    let contacts: Vec<_> = card.contacts.iter().map(|c| c.value.clone()).collect();
    let places: Vec<_> = card.addresses.iter().map(Address::line).collect();
    Ok(format!(
        "{} | {} {} | {:?} {:?} | {contacts:?} | {places:?}",
        client.title(),
        client.inn,
        client.kpp,
        client.birthday.map(|day| day.to_string()),
        client.employer.map(Id::raw),
    ))
}

/// A fresh copy of the clean sample, made once.
fn base(cache: &Path, clients: usize) -> Result<Workspace> {
    let clean = cache.join(format!("clean-{clients}.vizitka"));
    if !clean.exists() {
        let sample = Sample {
            organizations: clients * 7 / 10,
            persons: clients * 3 / 10,
            seed: demo::SEED,
        };
        drop(demo::create(&clean, sample, &Progress::default())?);
    }
    let path = cache.join("dirty.vizitka");
    let _ = fs::remove_file(&path);
    fs::copy(&clean, &path).expect("the base can be copied");
    Workspace::open(&path)
}

/// Adds doubles of known cards and cards that only look alike; returns the pairs that are one.
fn plant(base: &mut Workspace, doubles: usize) -> Result<HashSet<(Id<Client>, Id<Client>)>> {
    let mut dirt = Dirt::new(20_261_122);
    let mut planted = HashSet::new();
    let mut ids = Vec::new();
    for kind in Kind::ALL {
        let all = Filter::all(kind);
        ids.push(
            base.read()
                .order(&all, Order::default(), &Progress::default())?,
        );
    }
    let mut made = Vec::new();
    for (ids, share) in ids.iter().zip([7, 3]) {
        let count = doubles * share / 10;
        let step = (ids.len() / count.max(1)).max(1);
        let chosen: Vec<_> = ids.iter().copied().step_by(step).take(count).collect();
        for page in chosen.chunks(200) {
            for card in base.read().cards(page)? {
                if let Some(double) = dirt.double(&card) {
                    let (one, other) = (card.client.id, double.client.id);
                    planted.insert((one.min(other), one.max(other)));
                    made.push(double);
                }
            }
        }
    }
    let some: Vec<Card> = base
        .read()
        .cards(&ids[0][1..LOOKALIKES.min(ids[0].len())])?;
    let people: Vec<Card> = base
        .read()
        .cards(&ids[1][1..LOOKALIKES.min(ids[1].len())])?;
    made.extend(lookalikes::all(&some, &people, &mut dirt));
    base.transact(Operation::Import, |tx| {
        made.iter().try_for_each(|card| tx.add_card(card))
    })?;
    Ok(planted)
}

/// How long a suspicion takes while one types, on a large base.
fn live(cache: &Path) -> Result<()> {
    let path = cache.join("demo-1000000.vizitka");
    if !path.exists() {
        println!("while typing: no large base; run the bench `speed` first");
        return Ok(());
    }
    let base = Workspace::open_read_only(&path)?;
    let filter = Filter::all(Kind::Organization);
    let ids = base
        .read()
        .order(&filter, Order::default(), &Progress::default())?;
    let step = (ids.len() / 200).max(1);
    let some: Vec<_> = ids.iter().copied().step_by(step).collect();
    let mut dirt = Dirt::new(7);
    let mut took: Vec<Duration> = Vec::new();
    for card in base.read().cards(&some)? {
        let Some(double) = dirt.double(&card) else {
            continue;
        };
        base.read().suspects(&double)?;
        let begun = ProcessTime::now();
        base.read().suspects(&double)?;
        took.push(begun.elapsed());
    }
    took.sort_unstable();
    let at = |part: f64| took[((took.len() - 1) as f64 * part) as usize].as_secs_f64() * 1000.0;
    println!(
        "while typing among {}: half {:.1} ms, 95 % {:.1} ms, all {:.1} ms (bar 30 ms)",
        ids.len(),
        at(0.5),
        at(0.95),
        at(1.0)
    );
    Ok(())
}

fn number(name: &str, usual: usize) -> usize {
    let told = env::var(name).ok().and_then(|text| text.parse().ok());
    told.unwrap_or(usual)
}

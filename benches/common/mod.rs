//! What the benches share: the large base, processor time, figures beside their bars.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use cpu_time::ProcessTime;
use vizitka::demo::{self, Sample};
use vizitka::domain::Progress;
use vizitka::error::Result;
use vizitka::workspace::Workspace;

/// The large base, made once.
pub fn million(cache: &Path, clients: usize) -> Result<Workspace> {
    let path = cache.join(format!("demo-{clients}.vizitka"));
    if !path.exists() {
        eprintln!("making {clients} organisations, once");
        let made = cache.join("demo.part.vizitka");
        remove(&made);
        let sample = Sample {
            organizations: clients,
            persons: 0,
            seed: demo::SEED,
        };
        drop(demo::create(&made, sample, &Progress::default())?);
        fs::rename(&made, &path).expect("the cache can be written");
    }
    Workspace::open(&path)
}

/// A copy of the large base under this name, to be written to.
pub fn copy(cache: &Path, clients: usize, name: &str) -> Result<Workspace> {
    let path = cache.join(name).with_extension("vizitka");
    remove(&path);
    drop(million(cache, clients)?);
    fs::copy(cache.join(format!("demo-{clients}.vizitka")), &path).expect("room on the disk");
    Workspace::open(&path)
}

/// The processor time that `work` took, and what came out of it.
pub fn timed<T>(work: impl FnOnce() -> Result<T>) -> Result<(Duration, T)> {
    let begun = ProcessTime::now();
    let done = work()?;
    Ok((begun.elapsed(), done))
}

/// One figure, with the bar it has to keep under.
pub fn line(what: &str, took: Duration, bar: &str) {
    println!("{what:<58} {:>12} {bar:>12}", shown(took));
}

/// The median, and what one in a hundred takes.
pub fn spread(what: &str, mut took: Vec<Duration>, bar: &str) {
    took.sort_unstable();
    let at = |part: usize| {
        took.get((took.len() * part / 100).min(took.len() - 1))
            .copied()
    };
    let both = [50, 99].map(|part| shown(at(part).unwrap_or_default()));
    println!("{what:<58} {:>12} {bar:>12}", both.join(" / "));
}

pub fn shown(took: Duration) -> String {
    let millis = took.as_secs_f64() * 1000.0;
    match millis {
        1000.0.. => format!("{:.1} s", millis / 1000.0),
        20.0.. => format!("{millis:.0} ms"),
        _ => format!("{millis:.2} ms"),
    }
}

/// A number from the environment.
pub fn number(name: &str, usual: usize) -> usize {
    let told = env::var(name).ok().and_then(|told| told.parse().ok());
    told.unwrap_or(usual)
}

/// Where files are kept from one run to the next.
pub fn cache() -> PathBuf {
    let cache = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench-cache");
    fs::create_dir_all(&cache).expect("a folder for the cache");
    cache
}

/// Removes a file of an office and what SQLite lays beside it.
pub fn remove(path: &Path) {
    for ending in ["vizitka", "vizitka-wal", "vizitka-shm"] {
        // It may not be there.
        let _ = fs::remove_file(path.with_extension(ending));
    }
}

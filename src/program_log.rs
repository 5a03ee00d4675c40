//! The program's own log: what went wrong and where, for whoever has to find out why.

use std::backtrace::Backtrace;
use std::fs;
use std::panic::{self, PanicHookInfo};
use std::path::{Path, PathBuf};

use tracing::Level;
use tracing_appender::rolling::{RollingFileAppender, Rotation};

use crate::error::{Error, Result};

/// A file a day; so many are kept.
const DAYS: usize = 14;

/// Starts the log in `folder`, a file for each day; the latest fourteen are kept.
pub fn start(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(Error::failed("starting the log"))?;
    let file = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("vizitka")
        .filename_suffix("log")
        .max_log_files(DAYS)
        .build(folder)
        .map_err(Error::failed("starting the log"))?;
    // Written at once, not by a thread of its own: a crash must not lose the lines that tell why.
    let log = tracing_subscriber::fmt()
        .with_writer(file)
        .with_max_level(Level::INFO)
        .with_ansi(false)
        .finish();
    tracing::subscriber::set_global_default(log).map_err(Error::failed("starting the log"))
}

/// Writes every panic into the log, and then lets `tell` say to the user where that lies.
pub fn catch_panics(folder: PathBuf, tell: impl Fn(&Path) + Send + Sync + 'static) {
    panic::set_hook(Box::new(move |panic| {
        tracing::error!("{}", describe(panic));
        tell(&folder);
    }));
}

/// Message, place and way of a panic.
fn describe(panic: &PanicHookInfo<'_>) -> String {
    let said = panic.payload_as_str().unwrap_or("no message");
    let place = panic
        .location()
        .map_or("an unknown place".to_owned(), ToString::to_string);
    let way = Backtrace::force_capture();
    format!("panic at {place}: {said}\n{way}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{env, process};

    /// Set for the run that panics in a process of its own.
    const FOLDER: &str = "VIZITKA_TEST_LOG";

    #[test]
    fn a_panic_is_written_down_and_told() {
        if let Some(folder) = env::var_os(FOLDER).map(PathBuf::from) {
            start(&folder).unwrap();
            catch_panics(folder, |folder| eprintln!("see {}", folder.display()));
            panic!("the milk is spilt");
        }
        let folder = tempfile::tempdir().unwrap();
        let name = "program_log::tests::a_panic_is_written_down_and_told";
        let run = process::Command::new(env::current_exe().unwrap())
            .args(["--exact", name, "--nocapture"])
            .env(FOLDER, folder.path())
            .output()
            .unwrap();
        assert!(!run.status.success());
        let told = String::from_utf8_lossy(&run.stderr);
        assert!(told.contains(&format!("see {}", folder.path().display())));

        let file = fs::read_dir(folder.path()).unwrap().next().unwrap();
        let log = fs::read_to_string(file.unwrap().path()).unwrap();
        assert!(log.contains("the milk is spilt"), "{log}");
        assert!(log.contains("program_log.rs:"), "the place: {log}");
        assert!(log.lines().count() > 3, "the way there: {log}");
    }
}

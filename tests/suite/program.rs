//! The built program, run as a user runs it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// A folder for files and for the program's own settings and log.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        Self { folder }
    }

    /// A file on the desk.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A file of sample data, closed.
    pub fn samples(&self, clients: u32) -> PathBuf {
        let path = self.path("office.vizitka");
        let run = self.run(&["demo", text(&path), "--clients", &clients.to_string()]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        path
    }

    /// Runs the program in Russian, with its own folders on the desk.
    pub fn run(&self, arguments: &[&str]) -> Run {
        let mut program = self.program();
        program.args(["--language", "ru"]).args(arguments);
        Run::of(program)
    }

    /// The program, to be given arguments.
    pub fn program(&self) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_vizitka"));
        program.env("VIZITKA_HOME", self.path("home"));
        program
    }
}

/// What became of a run.
#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Run {
    pub fn of(mut program: Command) -> Self {
        let Output {
            status,
            stdout,
            stderr,
        } = program.output().expect("the program starts");
        Self {
            code: status.code().unwrap_or(-1),
            stdout: String::from_utf8(stdout).expect("an answer in UTF-8"),
            stderr: String::from_utf8(stderr).expect("an error in UTF-8"),
        }
    }

    /// The answer of a run that went well.
    pub fn json(&self) -> serde_json::Value {
        assert_eq!(self.code, 0, "{}", self.stderr);
        assert_eq!(self.stderr, "");
        serde_json::from_str(&self.stdout).expect("an answer in JSON")
    }

    /// The error of a run that went wrong with this code.
    pub fn error(&self, code: i32) -> String {
        assert_eq!(self.code, code, "{self:?}");
        let error: serde_json::Value =
            serde_json::from_str(&self.stderr).expect("an error in JSON");
        error["error"].as_str().expect("a sentence").to_owned()
    }
}

/// A path as an argument.
pub fn text(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

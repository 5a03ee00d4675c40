use std::env;
use std::io::Write;
use std::path::PathBuf;

use serde_json::json;

use super::Speech;
use crate::domain::{Employee, name};
use crate::error::Result;
use crate::starter;
use crate::workspace::Workspace;

/// Make a new file
#[derive(Debug, clap::Args)]
pub struct New {
    /// The file to make; it must not be there yet
    #[arg(value_name = "FILE")]
    path: PathBuf,
    /// The name of your own company
    #[arg(long, value_parser = filled)]
    company: String,
    /// The name of the first employee, who sees everything; your name in this computer unless told
    #[arg(long)]
    employee: Option<String>,
}

impl New {
    pub fn run(self, speech: &Speech, out: &mut impl Write) -> Result<()> {
        let name = self
            .employee
            .or_else(user_name)
            .unwrap_or_else(|| speech.locale().text("cli-new-somebody"));
        let name = name::Person::parse(&name);
        let employee = Employee::new(&name.surname, &name.first, &name.patronymic);
        let mut workspace = Workspace::create(&self.path, &self.company, &employee)?;
        starter::equip(&mut workspace, speech.locale())?;
        let path = self.path.display().to_string();
        speech.answer(
            out,
            || json!({ "file": &path, "company": &self.company, "employee": name.full() }),
            |locale| {
                let company = self.company.as_str().into();
                let places = [
                    ("path", path.as_str().into()),
                    ("company", company),
                    ("employee", name.full().into()),
                ];
                locale.with("cli-new-done", &places)
            },
        )
    }
}

fn filled(said: &str) -> Result<String, &'static str> {
    match said.trim() {
        "" => Err("a company has a name"),
        name => Ok(name.to_owned()),
    }
}

/// What the system calls whoever runs the program.
fn user_name() -> Option<String> {
    ["USER", "USERNAME", "LOGNAME"]
        .into_iter()
        .filter_map(|variable| env::var(variable).ok())
        .find(|name| !name.trim().is_empty())
}

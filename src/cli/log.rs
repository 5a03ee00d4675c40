use std::collections::HashMap;
use std::io::Write;

use chrono::SecondsFormat;
use serde_json::{Value, json};

use super::Speech;
use crate::domain::{Employee, Id};
use crate::error::Result;
use crate::i18n::Locale;
use crate::workspace::{Direction, Entry, Workspace};

/// List the latest operations, the last one first
#[derive(Debug, clap::Args)]
pub struct Log {
    /// How many to list at most
    #[arg(long, default_value_t = 50, value_name = "N")]
    limit: usize,
}

impl Log {
    pub fn run(self, workspace: &Workspace, speech: &Speech, out: &mut impl Write) -> Result<()> {
        let reader = workspace.read();
        let names: HashMap<Id<Employee>, String> = reader
            .employees()?
            .into_iter()
            .map(|employee| (employee.id, employee.short_name()))
            .collect();
        let entries = reader.log(self.limit)?;
        speech.answer(
            out,
            || entries.iter().map(|entry| object(entry, &names)).collect(),
            |locale| {
                let lines = entries.iter().map(|entry| line(entry, &names, locale));
                lines.collect::<Vec<_>>().join("\n")
            },
        )
    }
}

/// The employee is null where nobody was signed in: at the making of the file.
fn object(entry: &Entry, names: &HashMap<Id<Employee>, String>) -> Value {
    json!({
        "id": entry.id.raw(),
        "direction": entry.direction.name(),
        "operation": entry.operation.name(),
        "employee": names.get(&entry.who),
        "device": entry.device,
        "done_at": entry.done_at.to_rfc3339_opts(SecondsFormat::Millis, true),
    })
}

fn line(entry: &Entry, names: &HashMap<Id<Employee>, String>, locale: &Locale) -> String {
    let operation = locale.operation(entry.operation);
    let places = [("operation", operation.as_str().into())];
    let what = match entry.direction {
        Direction::Do => operation,
        Direction::Undo => locale.with("cli-log-undo", &places),
        Direction::Redo => locale.with("cli-log-redo", &places),
    };
    let who = names.get(&entry.who).map_or("—", String::as_str);
    format!("{}  {who}  {what}", locale.moment(entry.done_at))
}

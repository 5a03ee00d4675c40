use std::io::Write;

use serde_json::json;

use super::Speech;
use crate::error::Result;
use crate::workspace::Workspace;

/// Do again what was taken back last
#[derive(Debug, clap::Args)]
pub struct Redo {}

impl Redo {
    pub fn run(
        self,
        workspace: &mut Workspace,
        speech: &Speech,
        out: &mut impl Write,
    ) -> Result<()> {
        let redone = workspace.redo()?.value;
        speech.answer(
            out,
            || json!({ "redone": redone.name() }),
            |locale| {
                let operation = locale.operation(redone).into();
                locale.with("cli-redo-done", &[("operation", operation)])
            },
        )
    }
}

use std::io::Write;

use serde_json::json;

use super::Speech;
use crate::error::Result;
use crate::workspace::Workspace;

/// Take the last operation back
#[derive(Debug, clap::Args)]
pub struct Undo {}

impl Undo {
    pub fn run(
        self,
        workspace: &mut Workspace,
        speech: &Speech,
        out: &mut impl Write,
    ) -> Result<()> {
        let undone = workspace.undo()?.value;
        speech.answer(
            out,
            || json!({ "undone": undone.name() }),
            |locale| {
                let operation = locale.operation(undone).into();
                locale.with("cli-undo-done", &[("operation", operation)])
            },
        )
    }
}

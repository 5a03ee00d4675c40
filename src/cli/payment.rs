mod add;
mod import;
mod list;

use std::io::Write;

use clap::Subcommand;

use super::Speech;
use crate::error::Result;
use crate::workspace::Workspace;

/// Enter, list and import payments
#[derive(Debug, Subcommand)]
pub enum PaymentCommand {
    /// Enter a payment, or a refund with a sum below zero
    Add(add::Add),
    /// List payments, or what each client owes
    List(list::List),
    /// Enter the payments of a bank statement: of 1C, or a table
    Import(import::Import),
}

impl PaymentCommand {
    /// Whether it only reads.
    pub fn is_dry(&self) -> bool {
        match self {
            Self::Add(_) => false,
            Self::List(_) => true,
            Self::Import(command) => command.is_dry(),
        }
    }

    pub fn run(
        self,
        workspace: &mut Workspace,
        speech: &Speech,
        out: &mut impl Write,
    ) -> Result<()> {
        match self {
            Self::Add(command) => command.run(workspace, speech, out),
            Self::List(command) => command.run(workspace, speech, out),
            Self::Import(command) => command.run(workspace, speech, out),
        }
    }
}

use std::io::Write;

use serde_json::json;

use super::Speech;
use crate::domain::duplicate::{Picks, join};
use crate::domain::{Card, Client, Id, Operation};
use crate::error::{Error, Result};
use crate::workspace::Workspace;

/// Merge cards into one: the first survives, the others go to the bin
#[derive(Debug, clap::Args)]
pub struct Merge {
    /// The ids of the cards, as find and duplicates tell them
    #[arg(required = true, num_args = 2.., value_name = "ID")]
    ids: Vec<i64>,
}

impl Merge {
    pub fn run(
        self,
        workspace: &mut Workspace,
        speech: &Speech,
        out: &mut impl Write,
    ) -> Result<()> {
        let mut ids: Vec<Id<Client>> = Vec::new();
        for id in self.ids.into_iter().map(Id::from) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        let reader = workspace.read();
        let cards: Vec<Card> = ids
            .iter()
            .map(|id| reader.card(*id))
            .collect::<Result<_>>()?;
        let kind = cards[0].client.kind;
        if cards.iter().any(|card| card.client.kind != kind) {
            return Err(Error::DifferentKinds);
        }
        let joined = join(&cards, &Picks::new()).ok_or(Error::Missing("clients"))?;
        workspace.transact(Operation::MergeClients, |tx| {
            tx.merge_cards(&joined, &cards[0], &cards[1..])
        })?;
        let (count, survivor) = (cards.len() - 1, &joined.client);
        speech.answer(
            out,
            || json!({ "survivor": survivor.id.raw(), "name": survivor.title(), "merged": count }),
            |locale| {
                let told = [("name", survivor.title().into()), ("count", count.into())];
                locale.with("cli-merge-done", &told)
            },
        )
    }
}

//! The columns of the directory follow the cards that come, change and go: lists show them.

use vizitka::domain::client::Kind;
use vizitka::domain::edit::{Change, Edit};
use vizitka::domain::listing::{Filter, Order, Sort};
use vizitka::domain::profile::Stage;
use vizitka::domain::{Card, Client, Datum, Field, Id, Operation, Progress};
use vizitka::error::Result;
use vizitka::workspace::Workspace;

/// More than fit in a few pieces.
const MANY: usize = 1000;

fn listed(workspace: &Workspace) -> Result<Vec<Id<Client>>> {
    assert_eq!(workspace.faults()?, Vec::<String>::new());
    let order = Order {
        by: Sort::Field(Field::CreatedOn),
        is_descending: false,
    };
    let all = Filter::all(Kind::Organization);
    workspace.read().order(&all, order, &Progress::default())
}

#[test]
fn cards_come_and_go_anywhere() -> Result<()> {
    let mut workspace = Workspace::in_memory()?;
    let cards: Vec<_> = (0..MANY)
        .map(|at| Card::new(Client::organization(format!("ООО «Агат-{at}»"))))
        .collect();
    let ids: Vec<_> = cards.iter().map(|card| card.client.id).collect();
    // The later ones first, then what stands between and before them.
    let (older, later) = cards.split_at(MANY / 2);
    let (odd, even): (Vec<_>, Vec<_>) =
        later.iter().partition(|card| card.client.id.raw() % 2 == 1);
    for part in [odd, even, older.iter().collect()] {
        workspace.transact(Operation::Import, |tx| {
            part.into_iter().try_for_each(|card| tx.add_card(card))
        })?;
    }
    assert_eq!(listed(&workspace)?, ids);

    let gone: Vec<_> = ids[100..700].to_vec();
    workspace.transact(Operation::DeleteClients, |tx| tx.delete_clients(&gone))?;
    let left = [&ids[..100], &ids[700..]].concat();
    assert_eq!(listed(&workspace)?, left);
    workspace.undo()?;
    assert_eq!(listed(&workspace)?, ids);

    let edit = Edit {
        field: Field::Stage,
        change: Change::Set(Datum::Stage(Stage::Active)),
    };
    let some: Vec<_> = ids.iter().copied().step_by(7).collect();
    workspace.transact(Operation::EditClients, |tx| tx.edit_clients(&some, &[edit]))?;
    let order = Order {
        by: Sort::Field(Field::Stage),
        is_descending: false,
    };
    let all = Filter::all(Kind::Organization);
    let by_stage = workspace.read().order(&all, order, &Progress::default())?;
    assert_eq!(by_stage[..some.len()], some, "what says nothing is last");
    assert_eq!(listed(&workspace)?, ids);

    for _ in 0..4 {
        workspace.undo()?;
        listed(&workspace)?;
    }
    assert_eq!(listed(&workspace)?, [], "every import is taken back");
    workspace.redo()?;
    assert!(!listed(&workspace)?.is_empty());
    Ok(())
}

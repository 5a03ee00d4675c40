//! What is done with tasks: finished, taken up again, moved, given to others; and taken back.

use chrono::{DateTime, NaiveDate, Utc};
use vizitka::domain::task::finish::proposal;
use vizitka::domain::task::tree::Misplaced;
use vizitka::domain::task::{Degree, Finish, Rank, State, Tree, When};
use vizitka::domain::term::Dictionary;
use vizitka::domain::{Assignment, Card, Catalog, Client, Employee, Id, Operation, Task, Term};
use vizitka::error::{Error, Result};
use vizitka::i18n::{Language, Locale};
use vizitka::starter;
use vizitka::workspace::Workspace;

fn now() -> DateTime<Utc> {
    "2026-06-26T08:00:00Z".parse().unwrap()
}

/// A deal of «Ромашка» with a stage for each of two steps of the funnel, and a call in the first.
struct Deal {
    workspace: Workspace,
    catalog: Catalog,
    client: Id<Client>,
    project: Id<Task>,
    stages: [Id<Task>; 2],
    call: Id<Task>,
}

fn deal() -> Result<Deal> {
    let mut workspace = Workspace::in_memory()?;
    starter::equip(&mut workspace, &Locale::new(Language::Russian))?;
    let catalog = workspace.read().catalog()?;
    let me = workspace.who();
    let mut card = Card::new(Client::organization("ООО «Ромашка»"));
    card.client.owner = Some(me);
    let client = card.client.id;
    let steps: Vec<&Term> = catalog.terms(Dictionary::DealStage).collect();
    let project = Task {
        client: Some(client),
        stage: Some(steps[0].id),
        ..Task::new(Rank::Project, "Поставка", me)
    };
    let stage = |at: usize| Task {
        parent: Some(project.id),
        stage: Some(steps[at].id),
        ..Task::new(Rank::Stage, steps[at].name.clone(), me)
    };
    let stages = [stage(0), stage(1)];
    let mut call = Assignment::operation(&catalog.task_kinds[0], me);
    call.task.parent = Some(stages[0].id);
    call.task.is_required = true;
    call.task.set_start(Some(When::At(now())));
    let ids = [stages[0].id, stages[1].id];
    let (project_id, call_id) = (project.id, call.task.id);
    workspace.transact(Operation::AddTask, |tx| {
        tx.add_card(&card)?;
        for task in [project].into_iter().chain(stages) {
            let whole = Assignment::new(task, me);
            tx.save_assignment(&whole, &whole)?;
        }
        tx.save_assignment(&call, &call)
    })?;
    Ok(Deal {
        workspace,
        catalog,
        client,
        project: project_id,
        stages: ids,
        call: call_id,
    })
}

impl Deal {
    fn task(&self, id: Id<Task>) -> Result<Task> {
        self.workspace.read().task(id)
    }

    fn finish(&mut self, id: Id<Task>, finish: &Finish) -> Result<Task> {
        let finished = self.workspace.transact(Operation::FinishTask, |tx| {
            tx.finish_task(id, finish, now())
        });
        finished.map(|outcome| outcome.value)
    }

    /// The first result of the kind of the call: the decision maker was found.
    fn found(&self) -> Finish {
        let kind = self.catalog.task_kinds[0].id;
        let result = self.catalog.results(kind).next().unwrap();
        assert_eq!(result.name, "ЛПР найден");
        Finish {
            outcome: "Решает Антонов".into(),
            ..Finish::with_result(result.id)
        }
    }
}

#[test]
fn a_required_step_goes_only_with_its_project() -> Result<()> {
    let mut deal = deal()?;
    let mut delete = |id| {
        deal.workspace
            .transact(Operation::DeleteTask, |tx| tx.delete_branch(id))
    };
    for id in [deal.call, deal.stages[0]] {
        let refused = delete(id).unwrap_err();
        assert!(matches!(refused, Error::RequiredSteps(steps) if steps.len() == 1));
    }
    delete(deal.stages[1])?;
    delete(deal.project)?;
    assert!(deal.workspace.read().tasks_of(deal.client)?.is_empty());
    Ok(())
}

#[test]
fn a_call_that_found_who_decides_takes_the_deal_on_and_proposes_the_next() -> Result<()> {
    let mut deal = deal()?;
    let before = deal.task(deal.project)?;
    let finished = deal.finish(deal.call, &deal.found())?;
    assert_eq!(finished.state, State::Done);
    assert_eq!(deal.task(deal.call)?.outcome, "Решает Антонов");
    let project = deal.task(deal.project)?;
    assert_eq!(deal.catalog.term(project.stage), "Презентация");
    assert_eq!(project.stage_since, Some(now()));

    let done = deal.workspace.read().assignment(deal.call)?;
    let me = deal.workspace.who();
    let next = proposal(&done, &deal.catalog, me, now()).unwrap();
    let kind = deal.catalog.task_kind(next.task.kind).unwrap();
    assert_eq!(kind.name, "Тел. звонок (назначить встречу)");
    // Friday's next working day, at the same time of day.
    assert_eq!(
        next.task.starts_at,
        Some("2026-06-29T08:00:00Z".parse().unwrap())
    );
    assert_eq!(next.task.client, Some(deal.client));
    assert_eq!(next.task.parent, Some(deal.stages[0]));
    assert_eq!((next.leader(), next.items.len()), (Some(me), 3));
    deal.workspace
        .transact(Operation::AddTask, |tx| tx.save_assignment(&next, &next))?;
    assert_eq!(deal.task(next.task.id)?.position, 1);

    deal.workspace.undo()?;
    assert_eq!(deal.workspace.undo()?.value, Operation::FinishTask);
    assert_eq!(deal.task(deal.call)?.state, State::Open);
    assert_eq!(deal.task(deal.project)?.stage, before.stage);
    Ok(())
}

#[test]
fn what_is_finished_is_not_finished_again_but_taken_up_again() -> Result<()> {
    let mut deal = deal()?;
    deal.finish(deal.call, &deal.found())?;
    let twice = deal.finish(deal.call, &deal.found());
    assert!(matches!(twice, Err(Error::Conflict { .. })));
    let call = deal.call;
    deal.workspace
        .transact(Operation::ReopenTask, |tx| tx.reopen_task(call))?;
    let open = deal.task(call)?;
    assert_eq!(
        (open.state, open.result, open.finished_at),
        (State::Open, None, None)
    );
    deal.workspace.undo()?;
    assert_eq!(deal.task(call)?.state, State::Done);
    Ok(())
}

#[test]
fn a_deal_is_won_only_once_the_process_is_followed() -> Result<()> {
    let mut deal = deal()?;
    let won = deal.finish(deal.project, &Finish::new(State::Done));
    let Err(Error::StepsToDo(steps)) = won else {
        panic!("{won:?}");
    };
    assert_eq!(steps, ["Тел. звонок (выход на ЛПР)"]);
    let left_out = deal.finish(deal.call, &Finish::new(State::Cancelled));
    assert!(matches!(left_out, Err(Error::StepsToDo(_))));
    deal.finish(deal.call, &deal.found())?;
    deal.finish(deal.project, &Finish::new(State::Done))?;
    assert_eq!(deal.task(deal.project)?.state, State::Done);
    Ok(())
}

#[test]
fn a_lost_deal_says_why_and_calls_off_what_was_still_to_do() -> Result<()> {
    let mut deal = deal()?;
    let reason = deal
        .catalog
        .terms(Dictionary::LossReason)
        .next()
        .unwrap()
        .id;
    let lost = Finish {
        reason: Some(reason),
        ..Finish::new(State::Lost)
    };
    deal.finish(deal.project, &lost)?;
    assert_eq!(deal.catalog.term(deal.task(deal.project)?.reason), "Дорого");
    assert_eq!(deal.task(deal.call)?.state, State::Cancelled);
    let (project, me) = (deal.project, deal.workspace.who());
    let day = (
        now() - chrono::Duration::days(1),
        now() + chrono::Duration::days(1),
    );
    assert_eq!(deal.workspace.read().appointments(&[me], day)?.len(), 0);

    deal.workspace
        .transact(Operation::ReopenTask, |tx| tx.reopen_task(project))?;
    assert_eq!(deal.task(deal.call)?.state, State::Open);
    assert_eq!(deal.workspace.read().appointments(&[me], day)?.len(), 1);
    deal.workspace.undo()?;
    deal.workspace.undo()?;
    assert_eq!(deal.task(deal.project)?.state, State::Open);
    assert_eq!(deal.workspace.faults()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn a_task_moves_in_its_tree_and_never_into_itself() -> Result<()> {
    let mut deal = deal()?;
    let [first, second] = deal.stages;
    let (project, call) = (deal.project, deal.call);
    deal.workspace.transact(Operation::MoveTask, |tx| {
        tx.move_task(second, Some(project), Some(first))?;
        tx.move_task(call, Some(second), None)
    })?;
    let tree = |deal: &Deal| -> Result<Vec<(usize, Id<Task>)>> {
        let tree = Tree::new(deal.workspace.read().tasks_of(deal.client)?);
        let rows = tree.rows(|_| true);
        Ok(rows
            .into_iter()
            .map(|(depth, task)| (depth, task.id))
            .collect())
    };
    let moved = [(0, project), (1, second), (2, call), (1, first)];
    assert_eq!(tree(&deal)?, moved);
    for (id, parent) in [
        (project, Some(first)),
        (first, Some(call)),
        (second, Some(second)),
    ] {
        let refused = deal
            .workspace
            .transact(Operation::MoveTask, |tx| tx.move_task(id, parent, None));
        assert!(matches!(refused, Err(Error::TaskMisplaced(_))));
    }
    // A project of three levels has no stage in a stage.
    let deeper = deal.workspace.transact(Operation::MoveTask, |tx| {
        tx.move_task(first, Some(second), None)
    });
    assert!(matches!(
        deeper,
        Err(Error::TaskMisplaced(Misplaced::TooDeep))
    ));
    deal.workspace.undo()?;
    assert_eq!(
        tree(&deal)?,
        [(0, project), (1, first), (2, call), (1, second)]
    );
    Ok(())
}

#[test]
fn work_of_our_own_joins_the_tree_of_a_client() -> Result<()> {
    let mut deal = deal()?;
    let me = deal.workspace.who();
    let own = Assignment::new(Task::new(Rank::Operation, "Сверить остатки", me), me);
    deal.workspace
        .transact(Operation::AddTask, |tx| tx.save_assignment(&own, &own))?;
    let stage = deal.stages[1];
    deal.workspace.transact(Operation::MoveTask, |tx| {
        tx.move_task(own.task.id, Some(stage), None)
    })?;
    assert_eq!(deal.task(own.task.id)?.client, Some(deal.client));
    deal.workspace.undo()?;
    assert_eq!(deal.task(own.task.id)?.parent, None);
    assert_eq!(deal.task(own.task.id)?.client, None);
    Ok(())
}

#[test]
fn a_deal_moves_to_another_step_of_the_funnel() -> Result<()> {
    let mut deal = deal()?;
    let steps = deal.catalog.terms(Dictionary::DealStage);
    let steps: Vec<_> = steps.map(|step| step.id).collect();
    let third = steps[2];
    let (project, call) = (deal.project, deal.call);
    deal.workspace.transact(Operation::AdvanceDeal, |tx| {
        tx.advance_deal(project, Some(third), now())
    })?;
    let moved = deal.task(project)?;
    assert_eq!((moved.stage, moved.stage_since), (Some(third), Some(now())));
    // What is further already does not fall back when an early call is done.
    deal.finish(call, &deal.found())?;
    assert_eq!(deal.task(project)?.stage, Some(third));
    let call_moved = deal.workspace.transact(Operation::AdvanceDeal, |tx| {
        tx.advance_deal(call, None, now())
    });
    assert!(call_moved.is_err());
    deal.workspace.undo()?;
    deal.workspace.undo()?;
    assert_eq!(deal.task(project)?.stage, Some(steps[0]));
    Ok(())
}

#[test]
fn a_check_list_is_ticked_off() -> Result<()> {
    let mut deal = deal()?;
    let call = deal.call;
    let items = deal.workspace.read().assignment(call)?.items;
    assert_eq!(items.len(), 3);
    let item = items[1].id;
    deal.workspace
        .transact(Operation::TickItem, |tx| tx.tick_item(call, item, true))?;
    assert!(deal.workspace.read().assignment(call)?.items[1].is_done);
    deal.workspace.undo()?;
    assert!(!deal.workspace.read().assignment(call)?.items[1].is_done);
    Ok(())
}

#[test]
fn a_task_is_given_to_one_and_to_many() -> Result<()> {
    let mut deal = deal()?;
    let people = ["Семенова", "Виноградов"].map(|surname| Employee::new(surname, "Ю", "А"));
    deal.workspace.transact(Operation::AddEmployee, |tx| {
        people.iter().try_for_each(|one| tx.save(one).map(drop))
    })?;
    let call = deal.call;
    let given = [
        (people[0].id, Degree::Leads),
        (people[1].id, Degree::Assists),
    ];
    deal.workspace
        .transact(Operation::AssignTask, |tx| tx.assign_tasks(&[call], &given))?;
    let read = deal.workspace.read().assignment(call)?;
    let said: Vec<_> = read
        .participants
        .iter()
        .map(|one| (one.employee, one.degree))
        .collect();
    assert_eq!(said, given);
    let day = (
        now() - chrono::Duration::days(1),
        now() + chrono::Duration::days(1),
    );
    let me = deal.workspace.who();
    let calendar = |deal: &Deal, who| -> Result<usize> {
        Ok(deal.workspace.read().appointments(&[who], day)?.len())
    };
    assert_eq!(
        (calendar(&deal, me)?, calendar(&deal, people[1].id)?),
        (0, 1)
    );
    deal.workspace.undo()?;
    assert_eq!(
        (calendar(&deal, me)?, calendar(&deal, people[1].id)?),
        (1, 0)
    );
    Ok(())
}

#[test]
fn a_project_goes_over_to_another_client_with_all_below_it() -> Result<()> {
    let mut deal = deal()?;
    let other = Card::new(Client::organization("ООО «Агат»"));
    deal.workspace
        .transact(Operation::AddClient, |tx| tx.add_card(&other))?;
    let base = deal.workspace.read().assignment(deal.project)?;
    let mut mine = base.clone();
    mine.task.client = Some(other.client.id);
    mine.task.expected_on = NaiveDate::from_ymd_opt(2026, 9, 1);
    deal.workspace
        .transact(Operation::EditTask, |tx| tx.save_assignment(&base, &mine))?;
    assert_eq!(deal.task(deal.call)?.client, Some(other.client.id));
    assert_eq!(deal.workspace.read().tasks_of(deal.client)?, []);
    deal.workspace.undo()?;
    assert_eq!(deal.workspace.read().tasks_of(deal.client)?.len(), 4);
    Ok(())
}

//! The board of deals and the lists of tasks: what they show, and to whom.

use chrono::{Duration, Utc};
use vizitka::domain::task::list::Whose;
use vizitka::domain::task::{Finish, Rank, State, When};
use vizitka::domain::{Assignment, Card, Client, Employee, Id, Operation, Task};
use vizitka::error::Result;
use vizitka::workspace::Workspace;

struct Office {
    workspace: Workspace,
    head: Id<Employee>,
    trainee: Id<Employee>,
    client: Id<Client>,
}

/// A head with a client, and a trainee who sees own clients alone.
fn office() -> Result<Office> {
    let mut workspace = Workspace::in_memory()?;
    let head = workspace.who();
    let mut trainee = Employee::new("Виноградов", "Сергей", "Константинович");
    trainee.sees_all = false;
    let mut card = Card::new(Client::organization("ЗАО «Движение»"));
    card.client.owner = Some(head);
    workspace.transact(Operation::AddClient, |tx| {
        tx.save(&trainee)?;
        tx.add_card(&card)
    })?;
    Ok(Office {
        workspace,
        head,
        trainee: trainee.id,
        client: card.client.id,
    })
}

impl Office {
    fn give(&mut self, rank: Rank, title: &str, whose: Id<Employee>) -> Result<Id<Task>> {
        let mut task = Task::new(rank, title, self.head);
        task.client = Some(self.client);
        task.set_start(Some(When::At(Utc::now() + Duration::hours(1))));
        let given = Assignment::new(task, whose);
        self.workspace
            .transact(Operation::AddTask, |tx| tx.save_assignment(&given, &given))?;
        Ok(given.task.id)
    }

    fn titles(&self, whose: Whose, finished: bool) -> Result<Vec<String>> {
        let since = finished.then(|| Utc::now() - Duration::days(30));
        let listed = self.workspace.read().listed_tasks(whose, since)?;
        Ok(listed.into_iter().map(|one| one.task.title).collect())
    }
}

#[test]
fn a_deal_of_a_hidden_client_is_shown_to_its_leader_without_the_name() -> Result<()> {
    let mut office = office()?;
    office.give(Rank::Project, "Поставка", office.trainee)?;
    office.give(Rank::Project, "Ремонт", office.head)?;
    let deals = office.workspace.read().deals()?;
    assert_eq!(deals.len(), 2);
    assert!(
        deals
            .iter()
            .all(|deal| deal.client_name == "ЗАО «Движение»")
    );

    office.workspace.sign_in(office.trainee);
    let deals = office.workspace.read().deals()?;
    let [deal] = &deals[..] else {
        panic!("one deal")
    };
    assert_eq!(deal.title, "Поставка");
    assert_eq!(deal.leader, Some(office.trainee));
    assert_eq!((deal.client, deal.client_name.as_str()), (None, ""));
    Ok(())
}

#[test]
fn what_i_gave_is_listed_with_its_result_once_it_is_finished() -> Result<()> {
    let mut office = office()?;
    let id = office.give(Rank::Operation, "Позвонить", office.trainee)?;
    office.give(Rank::Operation, "Моя встреча", office.head)?;
    assert_eq!(office.titles(Whose::Given, false)?, ["Позвонить"]);
    assert_eq!(office.titles(Whose::Mine, false)?, ["Моя встреча"]);

    office.workspace.sign_in(office.trainee);
    assert_eq!(office.titles(Whose::Mine, false)?, ["Позвонить"]);
    let listed = office.workspace.read().listed_tasks(Whose::Mine, None)?;
    assert_eq!(listed[0].client, "", "the client may not be seen");
    let done = Finish::new(State::Done);
    office.workspace.transact(Operation::FinishTask, |tx| {
        tx.finish_task(id, &done, Utc::now())
    })?;
    office.workspace.sign_in(office.head);
    assert!(office.titles(Whose::Given, false)?.is_empty());
    assert_eq!(office.titles(Whose::Given, true)?, ["Позвонить"]);
    Ok(())
}

#[test]
fn a_task_without_a_day_is_mine_too() -> Result<()> {
    let mut office = office()?;
    let idea = Task::new(Rank::Operation, "Придумать подарок", office.head);
    let idea = Assignment::new(idea, office.head);
    office
        .workspace
        .transact(Operation::AddTask, |tx| tx.save_assignment(&idea, &idea))?;
    assert_eq!(office.titles(Whose::Mine, false)?, ["Придумать подарок"]);
    Ok(())
}

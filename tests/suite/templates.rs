//! Projects from templates, and templates from projects.

use std::time::{Duration, Instant};

use chrono::{DateTime, NaiveDate, Utc};
use vizitka::domain::task::{Rank, Tree, When};
use vizitka::domain::template::Order;
use vizitka::domain::{Assignment, Blueprint, Card, Client, Id, Operation};
use vizitka::error::{Error, Result};
use vizitka::i18n::{Language, Locale};
use vizitka::starter;
use vizitka::workspace::Workspace;

fn now() -> DateTime<Utc> {
    "2026-06-26T08:00:00Z".parse().unwrap()
}

struct Office {
    workspace: Workspace,
    client: Id<Client>,
}

fn office() -> Result<Office> {
    let mut workspace = Workspace::in_memory()?;
    starter::equip(&mut workspace, &Locale::new(Language::Russian))?;
    let mut card = Card::new(Client::organization("ООО «Ромашка»"));
    card.client.owner = Some(workspace.who());
    workspace.transact(Operation::AddClient, |tx| tx.add_card(&card))?;
    Ok(Office {
        workspace,
        client: card.client.id,
    })
}

impl Office {
    fn supply(&self) -> Result<Blueprint> {
        let reader = self.workspace.read();
        let templates = reader.templates()?;
        assert_eq!(templates[0].name, "Поставка программы");
        reader.blueprint(templates[0].id)
    }

    fn project(&mut self, blueprint: &Blueprint) -> Result<Vec<Assignment>> {
        let me = self.workspace.who();
        let order = Order {
            title: "Поставка программы «Склад»".into(),
            client: Some(self.client),
            leader: me,
            author: me,
            starts_on: NaiveDate::from_ymd_opt(2026, 6, 26).unwrap(),
        };
        let catalog = self.workspace.read().catalog()?;
        let tree = blueprint.project(&order, &catalog, now());
        self.workspace
            .transact(Operation::AddProject, |tx| tx.add_project(&tree))?;
        Ok(tree)
    }

    fn tree(&self) -> Result<Tree> {
        Ok(Tree::new(self.workspace.read().tasks_of(self.client)?))
    }
}

#[test]
fn one_command_makes_the_tree_of_the_deck_within_a_second() -> Result<()> {
    let mut office = office()?;
    let begun = Instant::now();
    let blueprint = office.supply()?;
    let made = office.project(&blueprint)?;
    assert!(begun.elapsed() < Duration::from_secs(1));
    assert_eq!(made.len(), blueprint.steps.len() + 1);
    let tree = office.tree()?;
    let rows = tree.rows(|_| true);
    let deepest = rows.iter().map(|(depth, _)| *depth).max();
    assert_eq!((rows.len(), deepest), (made.len(), Some(3)));
    let catalog = office.workspace.read().catalog()?;
    let first = &made[3].task;
    let kind = catalog.task_kind(first.kind).unwrap();
    assert_eq!(kind.name, "Тел. звонок (выход на ЛПР)");
    let project = tree.get(made[0].task.id).unwrap();
    assert_eq!(catalog.term(project.stage), "Выход на ЛПР");
    for task in tree
        .tasks()
        .iter()
        .filter(|one| one.rank == Rank::Operation)
    {
        let day = task.start().map(When::day).unwrap();
        assert!(catalog.calendar.is_working_day(day), "{day} {}", task.title);
    }
    // One operation, one undo.
    office.workspace.undo()?;
    assert!(office.tree()?.is_empty());
    office.workspace.redo()?;
    assert_eq!(office.tree()?.tasks().len(), made.len());
    assert_eq!(office.workspace.faults()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn a_project_becomes_a_template_that_is_edited_and_thrown_away() -> Result<()> {
    let mut office = office()?;
    let supply = office.supply()?;
    let made = office.project(&supply)?;
    let drawn = office.workspace.read().blueprint_of(made[0].task.id)?;
    office.workspace.transact(Operation::AddTemplate, |tx| {
        tx.save_blueprint(&drawn, &drawn)
    })?;
    let base = office.workspace.read().blueprint(drawn.template.id)?;
    assert_eq!(base.template.name, "Поставка программы «Склад»");
    let said = |blueprint: &Blueprint| -> Vec<_> {
        let steps = blueprint.steps.iter();
        let said = steps.map(|step| (step.title.clone(), step.offset_days, step.days, step.minute));
        said.collect()
    };
    assert_eq!(said(&base), said(&supply));

    let mut mine = base.clone();
    mine.template.name = "Короткая поставка".into();
    mine.steps
        .retain(|step| step.title != "Занятия с пользователями");
    office.workspace.transact(Operation::EditTemplate, |tx| {
        tx.save_blueprint(&base, &mine)
    })?;
    let read = office.workspace.read().blueprint(drawn.template.id)?;
    assert_eq!(read.steps.len(), base.steps.len() - 1);
    let mut late = base.clone();
    late.template.name = "Другая".into();
    let again = office.workspace.transact(Operation::EditTemplate, |tx| {
        tx.save_blueprint(&base, &late)
    });
    assert!(matches!(again, Err(Error::Conflict { .. })));

    office
        .workspace
        .transact(Operation::DeleteTemplate, |tx| tx.delete_blueprint(&read))?;
    assert_eq!(office.workspace.read().templates()?.len(), 1);
    assert_eq!(office.tree()?.tasks().len(), made.len());
    office.workspace.undo()?;
    let back = office.workspace.read().blueprint(drawn.template.id)?;
    assert_eq!(
        (back.template.name.as_str(), said(&back)),
        ("Короткая поставка", said(&read))
    );
    Ok(())
}

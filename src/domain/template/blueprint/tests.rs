use super::*;
use crate::domain::Term;
use crate::domain::task::{Degree, TaskKind};
use crate::domain::term::Dictionary;

/// A sale with a stage in it, then a stage of work: the template, its catalog and its funnel.
fn sale() -> (Blueprint, Catalog, Term) {
    let kind = TaskKind::new("Тел. звонок", "phone");
    let funnel = Term::new(Dictionary::DealStage, "Выход на ЛПР");
    let template = ProjectTemplate::new("Поставка программы", 4);
    let sale = TemplateStep::new(template.id, Rank::Stage, "Продажа");
    let reach = TemplateStep {
        parent: Some(sale.id),
        stage: Some(funnel.id),
        ..TemplateStep::new(template.id, Rank::Stage, "Выход на ЛПР")
    };
    let call = TemplateStep {
        parent: Some(reach.id),
        kind: Some(kind.id),
        offset_days: 1,
        minute: Some(600),
        is_required: true,
        checklist: "Представиться\nСпросить".into(),
        ..TemplateStep::new(template.id, Rank::Operation, "")
    };
    let work = TemplateStep {
        position: 1,
        ..TemplateStep::new(template.id, Rank::Stage, "Разработка")
    };
    let set_up = TemplateStep {
        parent: Some(work.id),
        offset_days: 5,
        days: 3,
        ..TemplateStep::new(template.id, Rank::Operation, "Настройка")
    };
    let catalog = Catalog {
        task_kinds: vec![kind],
        ..Catalog::default()
    };
    // As they come from a file: in no order.
    let steps = vec![set_up, call, work, reach, sale];
    (Blueprint::new(template, steps), catalog, funnel)
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn order(leader: Id<Employee>) -> Order {
    Order {
        title: "Поставка".into(),
        client: Some(Id::generate()),
        leader,
        author: leader,
        // A Thursday before a feast.
        starts_on: day("2026-06-11"),
    }
}

#[test]
fn a_template_makes_a_tree_with_dates_on_working_days() {
    let (blueprint, catalog, funnel) = sale();
    let leader = Id::generate();
    let now = DateTime::UNIX_EPOCH;
    let made = blueprint.project(&order(leader), &catalog, now);
    let titles: Vec<_> = made.iter().map(|one| one.task.title.as_str()).collect();
    let expected = [
        "Поставка",
        "Продажа",
        "Выход на ЛПР",
        "",
        "Разработка",
        "Настройка",
    ];
    assert_eq!(titles, expected);
    let project = &made[0].task;
    assert_eq!((project.levels, project.stage), (Some(4), Some(funnel.id)));
    assert_eq!(project.stage_since, Some(now));

    let call = &made[3];
    assert_eq!(call.task.start().map(When::day), Some(day("2026-06-15")));
    assert_eq!(call.task.starts_at, Some(at_minute(day("2026-06-15"), 600)));
    assert_eq!((call.items.len(), call.leader()), (2, Some(leader)));
    assert!(call.task.is_required && call.task.minutes == Some(60));
    let set_up = &made[5].task;
    assert_eq!(set_up.start(), Some(When::Day(day("2026-06-19"))));
    assert_eq!(set_up.due(), Some(When::Day(day("2026-06-24"))));

    let tree = Tree::new(made.iter().map(|one| one.task.clone()).collect());
    assert!(
        made.iter()
            .all(|one| tree.check_place(&one.task, one.task.parent).is_ok())
    );
    assert!(made.iter().all(|one| one.task.client == project.client));
}

#[test]
fn who_is_named_does_it_and_who_leads_looks_after_it() {
    let (mut blueprint, catalog, _) = sale();
    let (leader, other) = (Id::generate(), Id::generate());
    blueprint.steps[2].employee = Some(other);
    let made = blueprint.project(&order(leader), &catalog, DateTime::UNIX_EPOCH);
    assert_eq!(made[3].leader(), Some(other));
    assert_eq!(made[3].task.controller, Some(leader));
    assert_eq!(made[3].participants[0].degree, Degree::Leads);
    assert_eq!(made[5].task.controller, None);
}

#[test]
fn a_project_saved_as_a_template_makes_the_same_tree_again() {
    let (blueprint, catalog, _) = sale();
    let leader = Id::generate();
    let made = blueprint.project(&order(leader), &catalog, DateTime::UNIX_EPOCH);
    let tree = Tree::new(made.iter().map(|one| one.task.clone()).collect());
    let whole = made.iter().map(|one| (one.task.id, one.clone())).collect();
    let saved = Blueprint::of(&tree, &made[0], &whole, &catalog.calendar);
    assert_eq!(saved.template.name, "Поставка");
    let again = saved.project(&order(leader), &catalog, DateTime::UNIX_EPOCH);
    assert_eq!(again.len(), made.len());
    for (one, other) in again.iter().zip(&made) {
        assert_eq!(one.task.title, other.task.title);
        assert_eq!(one.task.start(), other.task.start());
        assert_eq!(one.task.due(), other.task.due());
        assert_eq!(one.task.is_required, other.task.is_required);
        assert_eq!(one.items.len(), other.items.len());
    }
}

#[test]
fn the_levels_a_template_needs_are_counted() {
    let (blueprint, ..) = sale();
    assert_eq!(blueprint.least_levels(), 4);
    let bare = Blueprint::new(ProjectTemplate::new("Пусто", 2), Vec::new());
    assert_eq!(bare.least_levels(), 2);
}

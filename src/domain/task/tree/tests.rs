use chrono::Duration;

use super::*;

/// A deal of four levels: Sale (Meeting (call, talk), offer) and Training.
fn deal() -> (Tree, [Id<Task>; 6]) {
    let author = Id::generate();
    let mut all: Vec<Task> = [
        (Rank::Project, "Поставка"),
        (Rank::Stage, "Продажа"),
        (Rank::Stage, "Встреча"),
        (Rank::Operation, "Звонок"),
        (Rank::Operation, "Презентация"),
        (Rank::Operation, "КП"),
    ]
    .map(|(rank, title)| Task::new(rank, title, author))
    .into();
    let ids = [0, 1, 2, 3, 4, 5].map(|at| all[at].id);
    all[0].levels = Some(4);
    for (at, parent, position) in [(1, 0, 0), (2, 1, 0), (3, 2, 0), (4, 2, 1), (5, 1, 1)] {
        (all[at].parent, all[at].position) = (Some(ids[parent]), position);
    }
    (Tree::new(all), ids)
}

fn changed(tree: &Tree, edit: impl Fn(usize, &mut Task)) -> Tree {
    let mut all = tree.tasks().to_vec();
    all.sort_by_key(|task| task.id);
    for (at, task) in all.iter_mut().enumerate() {
        edit(at, task);
    }
    Tree::new(all)
}

#[test]
fn rows_go_from_top_to_bottom_and_folded_branches_are_left_out() {
    let (tree, ids) = deal();
    let titles = |rows: Vec<(usize, &Task)>| -> Vec<(usize, String)> {
        let rows = rows.into_iter();
        rows.map(|(depth, task)| (depth, task.title.clone()))
            .collect()
    };
    let all = titles(tree.rows(|_| true));
    assert_eq!(
        all,
        [
            (0, "Поставка".to_owned()),
            (1, "Продажа".to_owned()),
            (2, "Встреча".to_owned()),
            (3, "Звонок".to_owned()),
            (3, "Презентация".to_owned()),
            (2, "КП".to_owned()),
        ]
    );
    assert_eq!(tree.rows(|task| task.id != ids[2]).len(), 4);
    assert_eq!(tree.project_of(ids[4]).map(|task| task.id), Some(ids[0]));
}

#[test]
fn no_task_comes_to_stand_in_itself_or_where_its_rank_forbids() {
    let (tree, [project, sale, meeting, call, _, offer]) = deal();
    let place = |task, parent| tree.place(task, parent, None).err();
    assert_eq!(place(sale, Some(meeting)), Some(Misplaced::InItself));
    assert_eq!(place(sale, Some(sale)), Some(Misplaced::InItself));
    assert_eq!(place(meeting, Some(offer)), Some(Misplaced::WrongRank));
    assert_eq!(place(meeting, None), Some(Misplaced::WrongRank));
    assert_eq!(place(project, Some(sale)), Some(Misplaced::WrongRank));
    assert_eq!(place(Id::generate(), None), Some(Misplaced::Gone));
    assert_eq!(place(call, None), None);
    assert_eq!(place(meeting, Some(project)), None);
}

#[test]
fn a_project_says_how_deep_its_tree_may_be() {
    let (tree, [_, sale, meeting, call, ..]) = deal();
    let author = Id::generate();
    let stage = Task::new(Rank::Stage, "Этап", author);
    assert_eq!(tree.check_place(&stage, Some(sale)), Ok(()));
    assert_eq!(
        tree.check_place(&stage, Some(meeting)),
        Err(Misplaced::TooDeep)
    );
    let flat = changed(&tree, |at, task| {
        if at == 0 {
            task.levels = Some(3);
        }
    });
    assert_eq!(
        flat.check_place(&stage, Some(sale)),
        Err(Misplaced::TooDeep)
    );
    assert_eq!(
        flat.place(call, Some(sale), None).map(|moved| moved.len()),
        Ok(1)
    );
}

#[test]
fn a_task_is_put_before_a_sister_and_the_others_make_room() {
    let (tree, [_, sale, meeting, _, talk, offer]) = deal();
    let moved = tree.place(talk, Some(sale), Some(offer)).unwrap();
    let mut all = tree.tasks().to_vec();
    for task in &mut all {
        if let Some(new) = moved.iter().find(|new| new.id == task.id) {
            *task = new.clone();
        }
    }
    let after = Tree::new(all);
    let order: Vec<_> = after.children(Some(sale)).map(|task| task.id).collect();
    assert_eq!(order, [meeting, talk, offer]);
    assert_eq!(after.children(Some(meeting)).count(), 1);
}

#[test]
fn the_state_of_a_stage_follows_from_what_is_below_it() {
    let (tree, [project, sale, meeting, call, ..]) = deal();
    let now = "2026-06-29T09:00:00Z".parse().unwrap();
    assert_eq!(tree.condition(sale, now), Condition::Planned);
    assert_eq!(tree.summary(project).percent(), Some(0));
    let begun = changed(&tree, |at, task| {
        if at == 3 {
            task.finish(State::Done, now);
        }
    });
    assert_eq!(begun.condition(meeting, now), Condition::Active);
    assert_eq!(begun.condition(call, now), Condition::Done);
    assert_eq!(begun.summary(project).percent(), Some(33));
    let met = changed(&begun, |at, task| {
        if at == 4 {
            task.state = State::Cancelled;
        }
    });
    assert_eq!(met.condition(meeting, now), Condition::Done);
    assert_eq!(met.condition(sale, now), Condition::Active);
    assert_eq!(met.summary(project).percent(), Some(50));
    let late = changed(&met, |at, task| {
        if at == 5 {
            task.set_due(Some(When::At(now - Duration::days(3))));
        }
    });
    assert_eq!(late.condition(sale, now), Condition::Overdue(3));
    assert_eq!(late.condition(project, now), Condition::Active);
    let won = changed(&late, |at, task| {
        if at == 0 {
            task.finish(State::Done, now);
        }
    });
    assert_eq!(won.condition(project, now), Condition::Done);
}

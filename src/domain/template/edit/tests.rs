use super::*;

/// A template with a stage, an operation in it, and a stage behind it.
fn template() -> (Blueprint, [Id<TemplateStep>; 3]) {
    let mut blueprint = Blueprint::new(ProjectTemplate::new("Поставка", 2), Vec::new());
    let sale = blueprint.add(Rank::Stage, None).unwrap();
    let call = blueprint.add(Rank::Operation, Some(sale)).unwrap();
    let work = blueprint.add(Rank::Stage, Some(call)).unwrap();
    (blueprint, [sale, call, work])
}

fn order(blueprint: &Blueprint) -> Vec<Id<TemplateStep>> {
    blueprint.steps.iter().map(|step| step.id).collect()
}

#[test]
fn a_step_comes_where_it_is_expected() {
    let (mut blueprint, [sale, call, work]) = template();
    assert_eq!(order(&blueprint), [sale, call, work]);
    assert_eq!(blueprint.step(work).unwrap().parent, None);
    assert_eq!(blueprint.template.levels, 3);
    let next = blueprint.add(Rank::Operation, Some(call)).unwrap();
    assert_eq!(order(&blueprint), [sale, call, next, work]);
    assert_eq!(blueprint.step(next).unwrap().parent, Some(sale));
    let between = blueprint.add(Rank::Stage, Some(sale)).unwrap();
    assert_eq!(order(&blueprint), [sale, call, next, between, work]);
}

#[test]
fn stages_nest_as_deep_as_a_tree_can_be() {
    let (mut blueprint, [sale, call, work]) = template();
    assert!(!blueprint.nest(sale), "nothing before it");
    assert!(blueprint.nest(work));
    assert_eq!(blueprint.step(work).unwrap().parent, Some(sale));
    assert_eq!(blueprint.template.levels, 4);
    let third = blueprint.add(Rank::Stage, Some(work)).unwrap();
    assert!(!blueprint.nest(third), "a stage of the third level");
    let check = blueprint.add(Rank::Operation, Some(work)).unwrap();
    assert_eq!(order(&blueprint), [sale, call, work, check, third]);
    assert!(!blueprint.unnest(sale));
    assert!(blueprint.unnest(check));
    assert_eq!(blueprint.step(check).unwrap().parent, Some(sale));
}

#[test]
fn a_whole_branch_moves_only_where_all_of_it_has_room() {
    let (mut blueprint, [sale, _, work]) = template();
    let below = blueprint.add(Rank::Stage, Some(work)).unwrap();
    assert!(blueprint.nest(below), "into the work");
    assert!(!blueprint.nest(work), "its stage would be too deep");
    assert!(blueprint.shift(work, -1));
    assert!(!blueprint.shift(work, -1));
    assert_eq!(order(&blueprint)[..2], [work, below]);
    assert!(blueprint.nest(sale), "its call has room");
}

#[test]
fn what_goes_takes_along_what_stands_in_it() {
    let (mut blueprint, [sale, _, work]) = template();
    blueprint.remove(sale);
    assert_eq!(order(&blueprint), [work]);
}

#[test]
fn a_copy_shares_no_row() {
    let (blueprint, _) = template();
    let copy = blueprint.copy("Поставка (копия)");
    assert_eq!(copy.template.version, 0);
    assert_eq!(copy.steps.len(), 3);
    assert!(order(&copy).iter().all(|id| blueprint.step(*id).is_none()));
    assert_eq!(copy.steps[1].parent, Some(copy.steps[0].id));
    assert!(
        copy.steps
            .iter()
            .all(|step| step.template == copy.template.id)
    );
}

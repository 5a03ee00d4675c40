use super::*;

/// Sales (Retail, Wholesale (North)) and Accounts.
fn tree() -> (Tree, [Id<Department>; 5]) {
    let client = Id::generate();
    let mut all: Vec<Department> = ["Sales", "Retail", "Wholesale", "North", "Accounts"]
        .map(|name| Department::new(client, name))
        .into();
    let ids = [0, 1, 2, 3, 4].map(|at| all[at].id);
    let [sales, _, wholesale, _, _] = ids;
    for (at, parent, position) in [
        (0, None, 0),
        (1, Some(sales), 0),
        (2, Some(sales), 1),
        (3, Some(wholesale), 0),
        (4, None, 1),
    ] {
        (all[at].parent, all[at].position) = (parent, position);
    }
    (Tree::new(all), ids)
}

fn with(tree: &Tree, changed: &[Department]) -> Tree {
    let all = tree.all.iter().map(|one| {
        let mut changed = changed.iter();
        changed.find(|new| new.id == one.id).unwrap_or(one).clone()
    });
    Tree::new(all.collect())
}

fn drawn(tree: &Tree) -> String {
    let lines = tree.lines();
    let names: Vec<String> = lines
        .iter()
        .map(|(depth, one)| format!("{depth}{}", one.name))
        .collect();
    names.join(" ")
}

#[test]
fn a_department_stands_before_those_in_it() {
    let (tree, _) = tree();
    assert_eq!(drawn(&tree), "1Sales 2Retail 2Wholesale 3North 1Accounts");
}

#[test]
fn a_department_never_stands_in_itself() {
    let (tree, [sales, _, wholesale, north, accounts]) = tree();
    for inside in [sales, wholesale, north] {
        assert_eq!(tree.check(sales, Some(inside)), Err(Misplaced::InItself));
        assert!(tree.moved(sales, Some(inside), 0).is_err());
    }
    assert_eq!(tree.check(north, Some(accounts)), Ok(()));
    assert_eq!(
        tree.check(north, Some(Id::generate())),
        Err(Misplaced::Gone)
    );
}

#[test]
fn a_tree_does_not_grow_deeper_than_it_may() {
    let client = Id::generate();
    let mut all: Vec<Department> = Vec::new();
    for depth in 1..=DEEPEST {
        let mut one = Department::new(client, depth.to_string());
        one.parent = all.last().map(|above| above.id);
        all.push(one);
    }
    let deepest = all[DEEPEST - 1].id;
    let (one, other) = (
        Department::new(client, "One"),
        Department::new(client, "Other"),
    );
    let (id, top) = (one.id, other.id);
    all.extend([one, other]);
    let tree = Tree::new(all);
    assert_eq!(tree.check(id, Some(deepest)), Err(Misplaced::TooDeep));
    assert_eq!(tree.check(id, Some(top)), Ok(()));
}

#[test]
fn steps_lead_up_down_in_and_out() {
    let (tree, [_, retail, wholesale, north, accounts]) = tree();
    let stepped = |id, step| drawn(&with(&tree, &tree.stepped(id, step).unwrap()));
    let down = stepped(retail, Step::Down);
    assert_eq!(down, "1Sales 2Wholesale 3North 2Retail 1Accounts");
    assert_eq!(stepped(wholesale, Step::Up), down);
    let out = stepped(north, Step::Out);
    assert_eq!(out, "1Sales 2Retail 2Wholesale 2North 1Accounts");
    let inside = stepped(accounts, Step::In);
    assert_eq!(inside, "1Sales 2Retail 2Wholesale 3North 2Accounts");
    for (id, step) in [
        (retail, Step::Up),
        (retail, Step::In),
        (accounts, Step::Out),
    ] {
        assert_eq!(tree.stepped(id, step).unwrap(), [], "nowhere to go");
    }
}

#[test]
fn what_stood_in_a_removed_department_moves_up_into_its_place() {
    let (tree, [sales, _, wholesale, ..]) = tree();
    let left = with(&tree, &tree.without(wholesale));
    assert_eq!(
        left.get(tree.all[2].id).map(|one| one.parent),
        Some(Some(sales))
    );
    let left = tree.without(sales);
    let tops: Vec<&str> = left
        .iter()
        .filter(|one| one.parent.is_none())
        .map(|one| &*one.name)
        .collect();
    assert_eq!(tops, ["Retail", "Wholesale", "Accounts"]);
}

#[test]
fn a_name_typed_over_wins_over_the_department_of_before() {
    let (tree, [sales, retail, _, _, accounts]) = tree();
    assert_eq!(tree.place(Some(retail), "Retail"), Some(retail));
    assert_eq!(tree.place(Some(retail), "accounts"), Some(accounts));
    assert_eq!(tree.place(None, "SALES"), Some(sales));
    assert_eq!(tree.place(Some(retail), ""), None);
    assert_eq!(tree.place(Some(retail), "Canteen"), None);
}

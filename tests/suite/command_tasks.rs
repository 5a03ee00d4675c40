//! Tasks and projects by commands, as a user of the shell gives them.

use crate::program::{Desk, text};

#[test]
fn a_project_is_made_from_its_template_and_its_first_call_is_done() {
    let desk = Desk::new();
    let path = desk.samples(60);
    let run = |arguments: &[&str]| desk.run(&[&["--file", text(&path)], arguments].concat());
    let supply = ["project", "new", "--template", "Поставка программы"];
    let starts = [
        "--client",
        "ООО «Ромашка»",
        "--starts",
        "2030-06-03",
        "--json",
    ];
    let made = run(&[&supply[..], &starts[..]].concat()).json();
    assert!(made["tasks"].as_u64() > Some(15), "{made}");
    assert!(made["took_us"].as_u64() < Some(1_000_000), "{made}");
    let tree = run(&["task", "list", "--client", "ООО «Ромашка»", "--json"]).json();
    let tasks = tree["tasks"].as_array().unwrap();
    let first = tasks.iter().find(|task| {
        task["start"]
            .as_str()
            .is_some_and(|start| start.starts_with("2030-06-03"))
            && task["rank"] == "operation"
    });
    let id = first.unwrap()["id"].to_string();
    let done = [
        "task",
        "done",
        &id,
        "--result",
        "ЛПР найден",
        "--outcome",
        "Решает Антонов",
    ];
    let done = run(&[&done[..], &["--next", "--json"]].concat()).json();
    assert_eq!(done["task"]["result"], "ЛПР найден");
    assert_eq!(done["proposal"]["kind"], "Тел. звонок (назначить встречу)");
    assert_eq!(done["is_planned"], true);
    // The call and what came of it were one operation.
    run(&["undo", "--json"]).json();
    let said = run(&["task", "done", &id, "--result", "ЛПР найден"]).stdout;
    assert!(said.contains("предлагается"), "{said}");
    let again = run(&["task", "done", &id, "--json"]);
    assert!(again.error(1).contains("изменить"));
}

#[test]
fn a_task_is_added_for_others_and_repeats() {
    let desk = Desk::new();
    let path = desk.samples(60);
    let run = |arguments: &[&str]| desk.run(&[&["--file", text(&path)], arguments].concat());
    let add = [
        "task",
        "add",
        "Планёрка",
        "--on",
        "tomorrow",
        "--at",
        "9:30",
        "--minutes",
        "45",
        "--for",
        "Семенова",
        "--for",
        "Виноградов С. К.",
        "--repeat",
        "FREQ=DAILY;COUNT=5",
        "--json",
    ];
    let added = run(&add).json();
    assert_eq!(added["repetitions"], 4, "{added}");
    let list = ["task", "list", "--employee", "Виноградов", "--json"];
    let listed = run(&list).json();
    let meetings = listed["tasks"].as_array().unwrap().iter();
    assert_eq!(
        meetings.filter(|task| task["title"] == "Планёрка").count(),
        5
    );
    let kind = [
        "task",
        "add",
        "--kind",
        "Встреча",
        "--client",
        "Агат",
        "--due",
        "31.12.2031",
    ];
    assert!(run(&kind).stdout.contains("Встреча"));
}

#[test]
fn who_works_is_said_once_for_all_commands() {
    let desk = Desk::new();
    let path = desk.samples(60);
    let run = |arguments: &[&str]| {
        let whole = [&["--file", text(&path)], arguments].concat();
        desk.run(&whole)
    };
    let as_him = ["--as", "Виноградов С. К."];
    let add = ["task", "add", "Сверка с архивом", "--on", "tomorrow"];
    assert_eq!(run(&[&as_him[..], &add].concat()).code, 0);
    let list = ["task", "list", "--json"];
    let titles = |who: &[&str]| {
        let listed = run(&[who, &list].concat()).json();
        listed["tasks"].to_string()
    };
    assert!(titles(&as_him).contains("Сверка с архивом"));
    assert!(!titles(&[]).contains("Сверка с архивом"));
    let log = run(&["log", "--limit", "1", "--json"]).json();
    assert!(log.to_string().contains("Виноградов"), "{log}");
    for command in [
        vec!["remind", "--due"],
        vec!["calendar", "--from", "2026-01-01", "--to", "2026-01-02"],
    ] {
        assert_eq!(run(&[&as_him[..], &command].concat()).code, 0);
    }
    assert_eq!(run(&["--as", "Чичиков", "task", "list"]).code, 2);
    let fileless = ["decline", "--as", "Ким", "--case", "genitive", "Ким"];
    assert_eq!(desk.run(&fileless).code, 2, "nobody works without a file");
}

#[test]
fn what_is_not_there_is_told_and_nothing_is_written() {
    let desk = Desk::new();
    let path = desk.samples(60);
    let run = |arguments: &[&str]| {
        let whole = [&["--file", text(&path), "--json"], arguments].concat();
        desk.run(&whole)
    };
    for (arguments, told) in [
        (vec!["task", "add", "--kind", "Пикник"], "Пикник"),
        (
            vec!["task", "add", "Звонок", "--client", "Тьмутаракань"],
            "Тьмутаракань",
        ),
        (vec!["task", "add", "Звонок", "--for", "Чичиков"], "Чичиков"),
        (
            vec!["task", "add", "Звонок", "--client", "ООО"],
            "Подходит не один",
        ),
        (
            vec!["project", "new", "--template", "Ничто", "--client", "Агат"],
            "Ничто",
        ),
        (
            vec!["task", "add", "Звонок", "--on", "31.02.2026"],
            "31.02.2026",
        ),
        (
            vec!["task", "add", "Звонок", "--repeat", "FREQ=HOURLY"],
            "FREQ=HOURLY",
        ),
    ] {
        let error = run(&arguments).error(2);
        assert!(error.contains(told), "{arguments:?}: {error}");
    }
    assert!(
        run(&["task", "done", "1"])
            .error(2)
            .contains("Такой записи нет")
    );
}

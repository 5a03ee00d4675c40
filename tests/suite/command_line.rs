//! Commands over a file: what they answer, in words and in JSON.

use std::fs;

use crate::program::{Desk, Run, text};

#[test]
fn a_new_file_has_a_company_and_an_employee() {
    let desk = Desk::new();
    let path = desk.path("office.vizitka");
    let new = ["new", text(&path), "--company", "ООО «Модус-В»", "--json"];
    let made = desk.run(&[&new[..], &["--employee", "Решетова Светлана Ивановна"]].concat());
    assert_eq!(made.json()["employee"], "Решетова Светлана Ивановна");
    assert_eq!(made.json()["company"], "ООО «Модус-В»");

    let before = fs::read(&path).unwrap();
    let again = desk.run(&new).error(2);
    assert!(again.contains("уже есть"), "{again}");
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn the_first_employee_is_called_as_the_system_calls_the_user() {
    let desk = Desk::new();
    let path = desk.path("office.vizitka");
    let mut program = desk.program();
    program
        .args(["new", text(&path), "--company", "Agat", "--json"])
        .env("USER", "solovieva");
    assert_eq!(Run::of(program).json()["employee"], "solovieva");
}

#[test]
fn a_sound_file_is_checked_without_being_written_to() {
    let desk = Desk::new();
    let path = desk.samples(40);
    let before = fs::read(&path).unwrap();
    let checked = desk.run(&["check", text(&path), "--json"]).json();
    assert_eq!(checked["faults"], serde_json::json!([]));
    assert_eq!(
        (&checked["organizations"], &checked["persons"]),
        (&24.into(), &16.into())
    );
    assert!(checked["schema"].as_i64() >= Some(3));
    assert_eq!(fs::read(&path).unwrap(), before);
    let said = desk.run(&["check", text(&path)]).stdout;
    assert!(
        said.contains("Файл цел") && said.contains("24 организации"),
        "{said}"
    );
}

#[test]
fn find_and_export_take_a_filter_as_a_sentence() {
    let desk = Desk::new();
    let path = desk.samples(100);
    let run = |arguments: &[&str]| desk.run(&[&["--file", text(&path)], arguments].concat());
    let all = "город = СПб и название содержит ромашк";
    let found = run(&["find", "--filter", all, "--json"]).json();
    assert_eq!(found["count"], 1, "{found}");
    assert_eq!(found["hits"][0]["name"], "ООО «Ромашка»");
    let women = ["find", "--filter", "sex = female", "--language", "en"];
    let said = run(&women).stdout;
    assert!(said.contains("Found in all: "), "{said}");
    let both = run(&["find", "ром", "--filter", "not phone is empty", "--json"]).json();
    assert!(both["count"].as_i64() >= Some(1));

    let out = desk.path("out.csv");
    let export = [
        "export",
        "organizations",
        text(&out),
        "--filter",
        all,
        "--json",
    ];
    assert_eq!(run(&export).json()["rows"], 1);

    let wrong = run(&["find", "--filter", "город = СПб и сигмент = А", "--json"]).error(2);
    let meant = "Место 15, «сигмент»";
    assert!(
        wrong.contains(meant) && wrong.contains("Похоже: сегмент"),
        "{wrong}"
    );
    let wrong = run(&[
        "export",
        "persons",
        text(&out),
        "--filter",
        "КПП = 1",
        "--json",
    ])
    .error(2);
    assert!(wrong.contains("«КПП»"), "{wrong}");
}

#[test]
fn find_tells_what_why_and_how_fast() {
    let desk = Desk::new();
    let path = desk.samples(100);
    let find =
        |arguments: &[&str]| desk.run(&[&["--file", text(&path), "find"], arguments].concat());

    let found = find(&["ромашка", "--json"]).json();
    assert!(found["took_us"].as_u64().is_some());
    let first = &found["hits"][0];
    assert_eq!(first["kind"], "organization");
    assert_eq!(first["name"], "ООО «Ромашка»");
    assert_eq!(first["why"], "name");
    assert!(first["id"].as_i64() > Some(0));

    let person = &find(&["fynjyjd", "--json"]).json()["hits"][0];
    assert_eq!(
        (&person["kind"], &person["name"]),
        (&"person".into(), &"Антонов Юрий Михайлович".into())
    );
    let why = &find(&["350-94-14", "--json"]).json()["hits"][0]["why"];
    assert_eq!(why, "phone");
    assert_eq!(
        find(&["а", "--json", "--limit", "3"]).json()["hits"]
            .as_array()
            .unwrap()
            .len(),
        3
    );

    let nothing = find(&["щщщщ", "--json"]).json();
    assert_eq!(
        nothing["hits"],
        serde_json::json!([]),
        "nothing found is an answer too"
    );
    assert!(find(&["щщщщ"]).stdout.contains("Ничего не найдено"));
    assert!(find(&["ромашка"]).stdout.starts_with("ООО «Ромашка»\n"));
}

#[test]
fn undo_redo_and_log_name_the_operation() {
    let desk = Desk::new();
    let path = desk.samples(30);
    add_a_client(&path);
    let run =
        |arguments: &[&str]| desk.run(&[&["--file", text(&path), "--json"], arguments].concat());

    assert_eq!(
        run(&["undo"]).json(),
        serde_json::json!({ "undone": "add-client" })
    );
    assert!(run(&["undo"]).error(1).contains("Отменять нечего"));
    assert_eq!(
        run(&["redo"]).json(),
        serde_json::json!({ "redone": "add-client" })
    );
    assert!(run(&["redo"]).error(1).contains("Повторять нечего"));

    let log = run(&["log"]).json();
    let log = log.as_array().unwrap();
    let directions: Vec<_> = log
        .iter()
        .map(|entry| entry["direction"].as_str().unwrap())
        .collect();
    let (last, before) = directions.split_at(2);
    assert_eq!(last, ["redo", "undo"], "the last one first");
    assert!(before.iter().all(|direction| *direction == "do"));
    assert_eq!(log[2]["operation"], "add-client");
    assert_eq!(log[2]["employee"], "Решетова С. И.");
    assert_eq!(
        log.last().unwrap()["employee"],
        serde_json::Value::Null,
        "nobody had signed in yet"
    );
    assert!(log[0]["id"].as_i64() > log[1]["id"].as_i64());
    assert!(log[0]["device"].as_i64() > Some(0));
    assert!(log[0]["done_at"].as_str().unwrap().ends_with('Z'));
    assert_eq!(
        run(&["log", "--limit", "1"])
            .json()
            .as_array()
            .unwrap()
            .len(),
        1
    );

    let words = desk.run(&["--file", text(&path), "log"]).stdout;
    assert!(words.contains("отменено: Новая карточка"), "{words}");
}

#[test]
fn arguments_that_cannot_be_understood_end_with_2() {
    let desk = Desk::new();
    let wrong: &[(&[&str], &str)] = &[
        (&["fly"], "fly"),
        (&["find", "ромашка"], "--file"),
        (&["undo"], "--file"),
        (&["new", "office.vizitka"], "--company"),
        (&["demo", "office.vizitka", "--clients", "many"], "many"),
        (&["log", "--file"], "--file"),
        (&["check", "office.vizitka", "--colour"], "--colour"),
    ];
    for (arguments, word) in wrong {
        let said = desk.run(&[*arguments, &["--json"]].concat()).error(2);
        assert!(said.contains(word), "{arguments:?}: {said}");
        let run = desk.run(arguments);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""));
        assert!(!run.stderr.contains('{'), "{arguments:?}: {}", run.stderr);
    }
}

#[test]
fn help_lists_every_command() {
    let help = Desk::new().run(&["--help"]);
    assert_eq!(help.code, 0);
    for command in ["new", "check", "demo", "find", "undo", "redo", "log"] {
        assert!(
            help.stdout.contains(&format!("\n  {command} ")),
            "{command}"
        );
    }
}

#[test]
fn errors_speak_the_language_that_was_asked_for() {
    let desk = Desk::new();
    let say = |language: &str| {
        let mut program = desk.program();
        program.args(["check", "nowhere.vizitka", "--language", language]);
        Run::of(program).stderr
    };
    assert!(say("ru").contains("Файл не найден"));
    assert!(say("en").contains("There is no file"));

    // Arguments that are wrong are told in that language too.
    let mut program = desk.program();
    program
        .args(["fly", "--language=ru"])
        .env("LC_ALL", "en_US.UTF-8");
    assert!(Run::of(program).stderr.contains("Нет команды fly"));
    let mut program = desk.program();
    program.args(["fly"]).env("LC_ALL", "ru_RU.UTF-8");
    assert!(Run::of(program).stderr.contains("Нет команды fly"));
}

#[test]
fn what_failed_stands_in_the_log_of_the_program() {
    let desk = Desk::new();
    desk.run(&["check", "nowhere.vizitka"]);
    let log = fs::read_dir(desk.path("home/log")).unwrap().next().unwrap();
    let log = fs::read_to_string(log.unwrap().path()).unwrap();
    assert!(log.contains("NoFile"), "{log}");
}

#[test]
fn the_same_seed_makes_the_same_data() {
    let desk = Desk::new();
    let names = |file: &str, seed: &str| {
        let path = desk.path(file);
        let made = desk.run(&[
            "demo",
            text(&path),
            "--clients",
            "150",
            "--seed",
            seed,
            "--json",
        ]);
        assert_eq!(made.json()["organizations"], 90);
        let found = desk.run(&["--file", text(&path), "find", "example", "--limit", "200"]);
        found.stdout
    };
    let one = names("one.vizitka", "5");
    assert_eq!(one, names("two.vizitka", "5"));
    assert_ne!(one, names("three.vizitka", "6"));
}

#[cfg(all(unix, not(target_os = "macos")))]
#[test]
fn without_a_screen_the_window_says_which_commands_need_none() {
    let home = tempfile::tempdir().unwrap();
    let said = std::process::Command::new(env!("CARGO_BIN_EXE_vizitka"))
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .env("VIZITKA_HOME", home.path())
        .args(["--language", "en"])
        .output()
        .unwrap();
    assert_eq!(said.status.code(), Some(1));
    let words = String::from_utf8(said.stderr).unwrap();
    assert!(
        words.contains("no screen") && words.contains("screenshots"),
        "{words}"
    );
}

fn add_a_client(path: &std::path::Path) {
    let mut workspace = vizitka::workspace::Workspace::open(path).unwrap();
    let card = vizitka::domain::Card::new(vizitka::domain::Client::organization("Агат"));
    workspace
        .save_card(&card, &card, &std::collections::HashMap::new())
        .unwrap();
}

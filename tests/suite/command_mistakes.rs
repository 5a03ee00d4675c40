//! What a command is given by mistake: told in words, with exit code 2, and nothing is changed.

use crate::program::{Desk, text};

/// What is wrong, and what has to stand in the answer.
const OVER_A_FILE: &[(&[&str], &str)] = &[
    (&["find", "ромашка", "--as", "Никто"], "Никто"),
    (&["find", "--filter", "город ="], "значение"),
    (&["find", "--filter", "гoрод = СПб"], "город"),
    (&["export", "organizations", "out.zzz"], ".xlsx"),
    (&["export", "organizations", "nowhere/out.csv"], "nowhere"),
    (&["export", "persons", "out.csv", "--group", "Нет"], "Нет"),
    (&["import", "nowhere.csv"], "nowhere.csv"),
    (&["merge", "1"], "<ID>"),
    (&["merge", "1", "2"], "нет"),
    (&["dossier", "1", "out.docx"], "нет"),
    (&["erase", "1", "--ground", "по просьбе"], "нет"),
    (&["task"], "<COMMAND>"),
    (&["task", "add", "Звонок", "--below", "5"], "нет"),
    (
        &["project", "new", "--template", "Нет", "--client", "Ромашка"],
        "Нет",
    ),
    (
        &["invoice", "new", "Ромашка", "--line", "Настройка"],
        "количество",
    ),
    (
        &[
            "invoice",
            "new",
            "Ромашка",
            "--line",
            "Настройка; 1; 5",
            "--tax",
            "999",
        ],
        "999",
    ),
    (
        &[
            "invoice",
            "new",
            "Ромашка",
            "--line",
            "Настройка; 1; 5",
            "--tax",
            "много",
        ],
        "много",
    ),
    (&["paper", "data", "1"], "нет"),
    (&["paper", "create", "1"], "нет"),
    (&["paper", "make", "invoice", "--from", "1"], "нет"),
    (&["payment", "add", "Ромашка", "0"], "«0»"),
    (
        &["payment", "add", "Ромашка", "100", "--for", "1"],
        "Счёта 1",
    ),
    (&["payment", "import", "."], "папка"),
    (&["product", "import", "nowhere.xlsx"], "nowhere.xlsx"),
    (
        &[
            "letters",
            "--template",
            "письмо",
            "--group",
            "Нет",
            "--out",
            "out",
        ],
        "Нет",
    ),
    (
        &[
            "letters",
            "--template",
            "Нет",
            "--filter",
            "город есть",
            "--out",
            "out",
        ],
        "Нет",
    ),
    (
        &["calendar", "--from", "вчерашка", "--to", "2026-01-01"],
        "вчерашка",
    ),
];

/// The same without a file.
const ALONE: &[(&[&str], &str)] = &[
    (
        &["new", "nowhere/office.vizitka", "--company", "Ромашка"],
        "nowhere",
    ),
    (&["new", "other.vizitka", "--company", " "], "--company"),
    (&["demo", "nowhere/office.vizitka"], "nowhere"),
    (&["fields", "nowhere.docx"], "nowhere.docx"),
    (&["fields", "."], "папка"),
    (
        &["fill", "nowhere.docx", "data.json", "out.docx"],
        "nowhere.docx",
    ),
    (&["decline", "Ким", "--case", "no"], "--case"),
    (&["screenshots", "out", "--only", "nothing"], "nothing"),
];

#[test]
fn a_mistake_is_told_in_words_and_changes_nothing() {
    let desk = Desk::new();
    let path = desk.samples(10);
    let run = |arguments: &[&str]| {
        let mut program = desk.program();
        program.current_dir(path.parent().unwrap());
        program.args(["--language", "ru", "--json"]).args(arguments);
        crate::program::Run::of(program)
    };
    let file = ["--file", text(&path)];
    let log = || run(&[&file[..], &["log"]].concat()).json();
    let before = log();
    for (arguments, word) in OVER_A_FILE {
        let said = run(&[&file[..], arguments].concat()).error(2);
        assert!(said.contains(word), "{arguments:?}: {said}");
    }
    for (arguments, word) in ALONE {
        let said = run(arguments).error(2);
        assert!(said.contains(word), "{arguments:?}: {said}");
    }
    assert_eq!(log(), before);
    for name in [
        "out",
        "out.zzz",
        "out.csv",
        "out.docx",
        "other.vizitka",
        "nowhere",
    ] {
        assert!(!desk.path(name).exists(), "{name}");
    }
}

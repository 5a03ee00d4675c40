//! `vizitka decline` by cases, sexes and tables.

use std::io::Write;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::program::Desk;

#[test]
fn a_phrase_is_told_in_the_case_asked_for() {
    let desk = Desk::new();
    let decline = |arguments: &[&str]| desk.run(&[&["decline"], arguments].concat());
    let genitive = decline(&[
        "--case",
        "genitive",
        "генеральный директор Ким Юлия Михайловна",
    ]);
    assert_eq!(
        genitive.stdout,
        "генерального директора Ким Юлии Михайловны\n"
    );
    let man = decline(&["--case", "dative", "--sex", "m", "Ким", "--json"]).json();
    assert_eq!(man["forms"]["dative"], "Киму");
    let all = decline(&["Устав"]).stdout;
    assert_eq!(all.lines().count(), 6, "{all}");
    assert_eq!(decline(&["--case", "genitive"]).code, 2);
    assert_eq!(decline(&["--tsv", "Ким"]).code, 2);
}

#[test]
fn many_words_pass_through_line_by_line() {
    let desk = Desk::new();
    let lines = "surname\tm\tКим\nname\tf\tМария\npatronymic\t\tИльич\n".repeat(10_000);
    let mut program = desk.program();
    program.args(["decline", "--tsv"]);
    program.stdin(Stdio::piped()).stdout(Stdio::piped());
    let began = Instant::now();
    let mut running = program.spawn().unwrap();
    let mut input = running.stdin.take().unwrap();
    let writing = std::thread::spawn(move || input.write_all(lines.as_bytes()));
    let output = running.wait_with_output().unwrap();
    writing.join().unwrap().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let first: Vec<&str> = said.lines().take(3).collect();
    assert_eq!(
        first,
        [
            "Кима\tКиму\tКима\tКимом\tКиме",
            "Марии\tМарии\tМарию\tМарией\tМарии",
            "Ильича\tИльичу\tИльича\tИльичом\tИльиче",
        ]
    );
    assert_eq!(said.lines().count(), 30_000);
    assert!(began.elapsed() < Duration::from_secs(20));
}

#[test]
fn a_line_that_is_not_understood_is_told_by_its_number() {
    let desk = Desk::new();
    let mut program = desk.program();
    program.args(["decline", "--tsv", "--language", "en"]);
    program
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .stdout(Stdio::null());
    let mut running = program.spawn().unwrap();
    let mut input = running.stdin.take().unwrap();
    input
        .write_all("name\tm\tИван\ncity\tm\tМосква\n".as_bytes())
        .unwrap();
    drop(input);
    let output = running.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("Line 2"), "{told}");
}

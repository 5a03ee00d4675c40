//! Both languages say everything, and nothing that nobody asks for.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::{File, files, module};

#[test]
fn every_language_says_everything_in_the_same_places() {
    let english = messages("en");
    for (key, (path, arguments)) in messages("ru") {
        let known = english
            .get(&key)
            .unwrap_or_else(|| panic!("en lacks {key}"));
        assert_eq!(known.0, path, "{key} lies in another file");
        assert_eq!(known.1, arguments, "{key} has other arguments");
    }
    let russian = messages("ru");
    let missing: Vec<_> = english
        .keys()
        .filter(|key| !russian.contains_key(*key))
        .collect();
    assert!(missing.is_empty(), "ru lacks {missing:?}");
}

#[test]
fn every_message_is_used() {
    let said: BTreeSet<String> = sources()
        .iter()
        .flat_map(File::literals)
        .map(|literal| literal.text)
        .collect();
    let unused: Vec<_> = messages("en")
        .into_keys()
        .filter(|key| !said.contains(key))
        .collect();
    assert!(unused.is_empty(), "nobody says {unused:?}");
}

#[test]
fn every_message_that_is_said_exists() {
    let known = messages("en");
    for file in sources() {
        for literal in file.literals() {
            let before = literal.before.trim_end();
            let is_key = before.ends_with("locale.text(") || before.ends_with("locale.with(");
            let is_known = known.contains_key(&literal.text);
            assert!(
                !is_key || is_known,
                "{}:{}: {}",
                file.path,
                literal.line,
                literal.text
            );
        }
    }
}

#[test]
fn every_file_tells_where_its_messages_are_shown() {
    for file in files("assets/i18n") {
        assert!(file.text.starts_with("# "), "{}", file.path);
    }
}

#[test]
fn the_front_ends_hold_no_sentence_of_their_own() {
    let mut front = module("ui");
    // The hidden page of all widgets shows samples.
    front.retain(|file| !file.path.starts_with("src/ui/gallery"));
    front.extend(module("cli"));
    front.extend(files("src/main.rs"));
    for file in front {
        for literal in file.literals() {
            let is_cyrillic = literal
                .text
                .chars()
                .any(|c| ('а'..='я').contains(&c.to_ascii_lowercase()) || ('А'..='Я').contains(&c));
            let is_sentence = is_shown(&literal.before)
                && literal.text.contains(' ')
                && literal.text.starts_with(|c: char| c.is_ascii_uppercase());
            assert!(
                !is_cyrillic && !is_sentence,
                "{}:{}: “{}” belongs into assets/i18n",
                file.path,
                literal.line,
                literal.text
            );
        }
    }
}

/// Whether what follows goes to the screen: the text of a widget, or the answer of a command.
fn is_shown(before: &str) -> bool {
    const SHOWN: &[&str] = &[
        "text(",
        "label(",
        "button(",
        "title(",
        "placeholder(",
        "println!(",
    ];
    SHOWN.iter().any(|shown| before.trim_end().ends_with(shown))
}

fn sources() -> Vec<File> {
    let mut sources = files("src");
    sources.retain(|file| file.path.ends_with(".rs") && !file.is_test());
    sources
}

/// The messages of a language: in which file each lies, and what is put into it.
fn messages(language: &str) -> BTreeMap<String, (String, BTreeSet<String>)> {
    let mut found = BTreeMap::new();
    let folder = format!("assets/i18n/{language}");
    for file in files(&folder) {
        let path = file.path.replace(&folder, "");
        let mut key = String::new();
        for line in file.text.lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with(|c: char| c.is_ascii_lowercase()) {
                key = line.split(" =").next().unwrap_or_default().to_owned();
                let former = found.insert(key.clone(), (path.clone(), BTreeSet::new()));
                assert!(former.is_none(), "{key} is there twice");
            }
            let arguments = line.split('$').skip(1).map(|rest| {
                rest.split(|c: char| !c.is_alphanumeric() && c != '_')
                    .next()
                    .unwrap_or_default()
            });
            if let Some((_, known)) = found.get_mut(&key) {
                known.extend(arguments.map(str::to_owned));
            }
        }
    }
    found
}

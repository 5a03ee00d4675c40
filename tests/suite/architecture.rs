//! The walls between layers, and around libraries, read from the sources.

use crate::source::{files, module};

/// Each layer, and the layers it may use; lowest first. None uses one beside it.
const LAYERS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("error", &["domain"]),
    ("console", &[]),
    ("registry", &["console"]),
    ("i18n", &["domain", "error"]),
    ("store", &["domain", "error"]),
    ("workspace", &["domain", "error", "store"]),
    ("exchange", &["domain", "error", "workspace"]),
    ("starter", &["domain", "error", "i18n", "workspace"]),
    ("demo", &["domain", "error", "i18n", "starter", "workspace"]),
    ("reminders", &["domain", "error", "i18n", "workspace"]),
    ("template_engine", &["domain", "error", "i18n"]),
    (
        "documents",
        &[
            "console",
            "domain",
            "error",
            "i18n",
            "template_engine",
            "workspace",
        ],
    ),
    ("notification", &["error", "registry"]),
    ("settings", &["error", "i18n", "registry"]),
    ("program_log", &["error"]),
    ("ui", FRONT),
    ("cli", FRONT),
];

const FRONT: &[&str] = &[
    "console",
    "domain",
    "error",
    "i18n",
    "workspace",
    "demo",
    "exchange",
    "documents",
    "reminders",
    "template_engine",
    "notification",
    "starter",
    "settings",
    "program_log",
];

/// Each library, and the only places that may name it.
const WALLS: &[(&str, &[&str])] = &[
    ("rusqlite", &["src/store/sqlite.rs", "src/store/sqlite/"]),
    ("sha2", &["src/store/contents.rs"]),
    ("docx_rs", &["src/documents.rs", "src/documents/"]),
    ("zip", &["src/template_engine/"]),
    ("quick_xml", &["src/template_engine/"]),
    ("qrcode", &["src/template_engine/"]),
    ("unicode_normalization", &["src/domain/attachment/name.rs"]),
    ("iced", &["src/ui.rs", "src/ui/"]),
    ("iced_test", &["src/ui/"]),
    ("ksni", &["src/ui/tray/"]),
    ("tray_icon", &["src/ui/tray/"]),
    ("rfd", &["src/ui/"]),
    ("rust_xlsxwriter", &["src/exchange/"]),
    ("calamine", &["src/exchange/"]),
    ("calcard", &["src/exchange/"]),
    ("csv", &["src/exchange/"]),
    (
        "holidays_ru",
        &["src/domain/working_time.rs", "src/domain/working_time/"],
    ),
    ("notify_rust", &["src/notification.rs"]),
    ("chardetng", &["src/exchange/"]),
    ("encoding_rs", &["src/exchange/"]),
    ("clap", &["src/cli.rs", "src/cli/"]),
    ("fluent_bundle", &["src/i18n.rs", "src/i18n/"]),
    (
        "directories",
        &["src/settings/places.rs", "src/ui/screen/start/files.rs"],
    ),
    ("sys_locale", &["src/settings.rs"]),
    ("tracing_appender", &["src/program_log.rs"]),
    ("tracing_subscriber", &["src/program_log.rs"]),
];

#[test]
fn every_layer_uses_only_lower_ones() {
    for (layer, below) in LAYERS {
        for file in module(layer) {
            for used in names_behind("crate::", &file.code()) {
                assert!(
                    used == *layer || below.contains(&used.as_str()),
                    "{}: {layer} may not use {used}",
                    file.path
                );
            }
        }
    }
}

#[test]
fn every_module_belongs_to_a_layer() {
    for file in files("src") {
        let name = file.path.trim_start_matches("src/");
        let top = name.split(['/', '.']).next().unwrap_or_default();
        let is_known =
            ["lib", "main"].contains(&top) || LAYERS.iter().any(|(layer, _)| *layer == top);
        assert!(is_known, "{}: which layer is it?", file.path);
    }
}

#[test]
fn no_library_leaves_its_place() {
    for file in files("src")
        .iter()
        .filter(|file| file.path.ends_with(".rs"))
    {
        let code = file.code();
        for (library, places) in WALLS {
            let is_used = has_name(&format!("{library}::"), &code);
            let is_allowed = places.iter().any(|place| file.path.starts_with(place));
            assert!(
                !is_used || is_allowed,
                "{} may not use {library}",
                file.path
            );
        }
    }
}

/// The domain neither looks at the clock nor at the disk; an id is born at a moment, and only there.
#[test]
fn the_domain_knows_no_disk_and_no_time_of_day() {
    for file in module("domain") {
        let code = file.code();
        for name in [
            "std::fs",
            "std::io",
            "std::env",
            "Utc::now",
            "Local::now",
            "SystemTime",
        ] {
            let is_birth = name == "Utc::now" && file.path == "src/domain/id.rs";
            assert!(is_birth || !code.contains(name), "{}: {name}", file.path);
        }
    }
}

/// All SQL lies in the store.
#[test]
fn no_statement_leaves_the_store() {
    let source = files("src");
    let others = source.iter().filter(|file| {
        file.path.ends_with(".rs") && !file.path.starts_with("src/store") && !file.is_test()
    });
    for file in others {
        for literal in file.literals() {
            let starts = [
                "SELECT ",
                "INSERT INTO ",
                "UPDATE ",
                "DELETE FROM ",
                "PRAGMA ",
            ];
            let is_sql = starts.iter().any(|start| literal.text.starts_with(start));
            assert!(!is_sql, "{}:{}: {}", file.path, literal.line, literal.text);
        }
    }
}

/// The names that stand right behind a path, also those in braces.
fn names_behind(path: &str, code: &str) -> Vec<String> {
    let mut names = Vec::new();
    for rest in code.split(path).skip(1) {
        match rest.strip_prefix('{') {
            None => names.push(first_name(rest)),
            Some(group) => {
                let group = group.split('}').next().unwrap_or_default();
                names.extend(group.split(',').map(|name| first_name(name.trim())));
            }
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn first_name(text: &str) -> String {
    text.chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

/// Whether a name occurs that is not the end of a longer one.
fn has_name(name: &str, code: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':')
    })
}

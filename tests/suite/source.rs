//! Our own source, as the tests read it that hold its walls.

use std::fs;
use std::path::Path;

/// A file of source or text: its path from the package's folder on, with `/`, and what it says.
pub struct File {
    pub path: String,
    pub text: String,
}

/// The files of a folder and below, or a file itself; none where there is nothing.
pub fn files(path: &str) -> Vec<File> {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let Ok(folder) = fs::read_dir(&place) else {
        let text = fs::read_to_string(&place).ok();
        let path = path.to_owned();
        return text.map(|text| File { path, text }).into_iter().collect();
    };
    let mut names: Vec<_> = folder
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    names.sort();
    let below = names.iter().map(|name| format!("{path}/{name}"));
    below.flat_map(|path| files(&path)).collect()
}

/// The Rust files of a module, those of its tests left out.
pub fn module(name: &str) -> Vec<File> {
    let mut found = files(&format!("src/{name}.rs"));
    found.extend(files(&format!("src/{name}")));
    found.retain(|file| file.path.ends_with(".rs") && !file.is_test());
    found
}

/// One string literal of Rust code.
pub struct Literal {
    /// Its line, counted from 1.
    pub line: usize,
    /// The code of that line before it.
    pub before: String,
    /// What it says, escapes as they are written.
    pub text: String,
}

impl File {
    /// Whether it holds unit tests alone.
    pub fn is_test(&self) -> bool {
        ["/tests.rs", "/testing.rs", "/screen/samples.rs"]
            .iter()
            .any(|end| self.path.ends_with(end))
            || self.path.contains("/tests/")
    }

    /// The code without its unit tests at the end.
    pub fn untested(&self) -> &str {
        let end = self.text.find("#[cfg(test)]\nmod tests {");
        &self.text[..end.unwrap_or(self.text.len())]
    }

    /// The code without comments and unit tests.
    pub fn code(&self) -> String {
        let mut code = String::new();
        read(self.untested(), |c| code.push(c), |_| {});
        code
    }

    /// The string literals outside comments and unit tests.
    pub fn literals(&self) -> Vec<Literal> {
        let mut found = Vec::new();
        read(self.untested(), |_| {}, |literal| found.push(literal));
        found
    }
}

/// Walks through Rust source: hands on each character that is no comment, and each literal.
fn read(source: &str, mut code: impl FnMut(char), mut literal: impl FnMut(Literal)) {
    let (mut line, mut before) = (1, String::new());
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("'\"'") || rest.starts_with("'\\\"'") {
            rest[1..].find('\'').map_or(1, |end| end + 2)
        } else if c == '"' {
            let raw = before.ends_with("r#") || before.ends_with('r') && !before.ends_with("for");
            let end = end_of_literal(&rest[1..], raw, before.ends_with('#'));
            let text = rest[1..=end].to_owned();
            rest[..end + 2].chars().for_each(&mut code);
            literal(Literal {
                line,
                before: before.clone(),
                text,
            });
            end + 2
        } else {
            code(c);
            c.len_utf8()
        };
        let passed = &rest[..length];
        line += passed.matches('\n').count();
        match passed.rfind('\n') {
            Some(at) => before = passed[at + 1..].to_owned(),
            None => before.push_str(passed),
        }
        rest = &rest[length..];
    }
}

fn end_of_literal(rest: &str, is_raw: bool, is_hashed: bool) -> usize {
    let mut is_escaped = false;
    for (at, c) in rest.char_indices() {
        match c {
            '"' if is_hashed && !rest[at..].starts_with("\"#") => {}
            '"' if !is_escaped => return at,
            _ => {}
        }
        is_escaped = c == '\\' && !is_escaped && !is_raw;
    }
    rest.len()
}

#[test]
fn comments_and_tests_hold_no_literals() {
    let text = "// \"no\"\nlet a = (\"one\\\"\", '\"', r#\"two \" three\"#); // \"no\"\n\
                #[cfg(test)]\nmod tests {\n\"no\"\n}";
    let file = File {
        path: String::new(),
        text: text.to_owned(),
    };
    let literals = file.literals();
    let texts: Vec<_> = literals
        .iter()
        .map(|literal| literal.text.as_str())
        .collect();
    assert_eq!(texts, ["one\\\"", "two \" three"]);
    assert_eq!(literals[1].line, 2);
    assert!(!file.code().contains("no"));
}

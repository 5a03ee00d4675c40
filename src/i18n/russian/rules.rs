//! The rules of declension, read from the tables in `assets/declension`.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::domain::grammar::Case;

/// The tables; the paradigms come first, since the others name them.
const TABLES: [&str; 3] = [
    include_str!("../../../assets/declension/paradigms.txt"),
    include_str!("../../../assets/declension/names.txt"),
    include_str!("../../../assets/declension/words.txt"),
];

static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::read(&TABLES));

/// How words of one paradigm end in each case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paradigm {
    /// How many letters of the nominative go.
    pub cut: usize,
    /// What takes their place in the genitive … prepositional; `_` is the last consonant that went.
    endings: [&'static str; 5],
}

impl Paradigm {
    /// The ending in a case; `None` in the nominative, where nothing changes.
    pub fn ending(&self, case: Case) -> Option<&'static str> {
        let at = Case::OBLIQUE.iter().position(|oblique| *oblique == case)?;
        Some(self.endings[at])
    }
}

/// The paradigm of a word, folded to small letters with ё as е, among those of a section such as
/// `surname m`: that of the whole word, else of its longest ending.
pub fn paradigm(section: &str, word: &str) -> Option<Paradigm> {
    let section = RULES.sections.get(section)?;
    let ending = || {
        let starts = word.char_indices().rev().map(|(at, _)| at);
        let endings = starts.take(section.longest).map(|at| &word[at..]);
        endings
            .filter_map(|ending| section.endings.get(ending))
            .last()
    };
    section.whole.get(word).or_else(ending).copied()
}

/// Whether a section names this very word, folded.
pub fn has(section: &str, word: &str) -> bool {
    let section = RULES.sections.get(section);
    section.is_some_and(|section| section.whole.contains_key(word))
}

#[derive(Debug, Default)]
struct Section {
    whole: HashMap<&'static str, Paradigm>,
    endings: HashMap<&'static str, Paradigm>,
    /// How many letters the longest ending has.
    longest: usize,
}

#[derive(Debug, Default)]
struct Rules {
    paradigms: HashMap<&'static str, Paradigm>,
    sections: HashMap<String, Section>,
}

impl Rules {
    /// # Panics
    /// Never in a released program: the tables are compiled in, and every test reads them.
    fn read(tables: &[&'static str]) -> Self {
        let mut rules = Self::default();
        let mut open = Vec::new();
        let lines = tables.iter().flat_map(|table| table.lines());
        for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(heading) = line.strip_prefix('[') {
                open = headings(heading.trim_end_matches(']'));
            } else if let Some((name, words)) = line.split_once(':') {
                let paradigm = rules.paradigms.get(name).copied();
                let paradigm = paradigm.expect("a paradigm that is in the table");
                for section in &open {
                    let section: &mut Section = rules.sections.entry(section.clone()).or_default();
                    section.learn(paradigm, words);
                }
            } else {
                rules.learn(line);
            }
        }
        rules
    }

    fn learn(&mut self, line: &'static str) {
        let mut columns = line.split_ascii_whitespace();
        let name = columns.next().expect("the name of a paradigm");
        let cut = columns.next().and_then(|cut| cut.parse().ok());
        let cut = cut.expect("the number of letters that go");
        let endings = std::array::from_fn(|_| match columns.next() {
            Some("-") => "",
            ending => ending.expect("five endings"),
        });
        self.paradigms.insert(name, Paradigm { cut, endings });
    }
}

impl Section {
    fn learn(&mut self, paradigm: Paradigm, words: &'static str) {
        for word in words.split_ascii_whitespace() {
            let (kept, word) = match word.strip_prefix('=') {
                Some(word) => (&mut self.whole, word),
                None => {
                    self.longest = self.longest.max(word.chars().count());
                    (&mut self.endings, word)
                }
            };
            let known = kept.insert(word, paradigm);
            debug_assert!(known.is_none(), "{word} stands twice in the tables");
        }
    }
}

/// `surname m f` is two sections: `surname m` and `surname f`.
fn headings(heading: &str) -> Vec<String> {
    match heading.strip_suffix(" m f") {
        None => vec![heading.to_owned()],
        Some(kind) => ["m", "f"].map(|sex| format!("{kind} {sex}")).to_vec(),
    }
}

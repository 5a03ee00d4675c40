//! Numbers and signs of list paragraphs.

use std::collections::HashMap;

use super::format::{ParagraphFormat, TextFormat};
use super::styles::Styles;
use crate::template_engine::xml::{Node, Tree};

/// Lists have no more levels.
const LEVELS: usize = 9;

/// How paragraphs are numbered.
#[derive(Debug, Default)]
pub struct Numbering {
    /// The list behind each number, and where its levels begin anew.
    lists: HashMap<i64, (i64, HashMap<usize, i64>)>,
    levels: HashMap<i64, Vec<Level>>,
}

/// How the paragraphs of a level are numbered.
#[derive(Debug, Clone, Default)]
pub struct Level {
    start: i64,
    form: String,
    text: String,
    style: Option<String>,
    /// What stands between the number and the text.
    pub suffix: Suffix,
    /// What it says of its paragraphs.
    pub paragraph: ParagraphFormat,
    /// What its numbers look like.
    pub format: TextFormat,
}

/// What stands between a number and the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Suffix {
    /// A tab.
    #[default]
    Tab,
    /// A blank.
    Space,
    /// Nothing.
    Nothing,
}

/// How far lists have come, by list and level.
pub type Counters = HashMap<i64, [i64; LEVELS]>;

impl Numbering {
    /// Reads the part that holds it.
    pub fn read(tree: &Tree, styles: &Styles) -> Self {
        let mut numbering = Self::default();
        let number = |node: Node, name: &str| tree.value(node, name)?.parse::<i64>().ok();
        for node in tree.children(0) {
            match tree.local(node) {
                "abstractNum" => {
                    let levels = tree.children(node);
                    let levels = levels.filter(|child| tree.is_word(*child, "lvl"));
                    let levels = levels.map(|level| Level::read(tree, level, styles));
                    let id = number(node, "abstractNumId").unwrap_or_default();
                    numbering.levels.insert(id, levels.take(LEVELS).collect());
                }
                "num" => {
                    let list = tree.child(node, "abstractNumId");
                    let list = list.and_then(|list| number(list, "val"));
                    let (Some(id), Some(list)) = (number(node, "numId"), list) else {
                        continue;
                    };
                    let starts = tree.children(node).filter_map(|own| {
                        let start = tree.child(own, "startOverride")?;
                        let level = usize::try_from(number(own, "ilvl")?).ok()?;
                        Some((level, number(start, "val")?))
                    });
                    numbering.lists.insert(id, (list, starts.collect()));
                }
                _ => {}
            }
        }
        numbering
    }

    /// A level of the list of that number; of a style where the level is not said.
    pub fn level(&self, number: i64, level: Option<usize>, style: &str) -> Option<(usize, &Level)> {
        let (list, _) = self.lists.get(&number)?;
        let levels = self.levels.get(list)?;
        let of_style = || {
            let is_own = |level: &Level| level.style.as_deref() == Some(style);
            levels.iter().position(is_own)
        };
        let at = level.or_else(of_style).unwrap_or(0);
        Some((at, levels.get(at)?))
    }

    /// Counts a paragraph, and tells what stands before it.
    pub fn count(&self, number: i64, at: usize, counters: &mut Counters) -> String {
        let Some((list, starts)) = self.lists.get(&number) else {
            return String::new();
        };
        let Some(levels) = self.levels.get(list).filter(|levels| at < levels.len()) else {
            return String::new();
        };
        let start = |level: usize| {
            let own = levels.get(level).map_or(1, |level| level.start);
            starts.get(&level).copied().unwrap_or(own)
        };
        let key = if starts.is_empty() {
            *list
        } else {
            -1 - number
        };
        let counts = counters.entry(key).or_insert([i64::MIN; LEVELS]);
        for (level, count) in counts.iter_mut().enumerate().take(at) {
            if *count == i64::MIN {
                *count = start(level);
            }
        }
        counts[at] = match counts[at] {
            i64::MIN => start(at),
            count => count.saturating_add(1),
        };
        counts[at + 1..].fill(i64::MIN);
        let mut text = levels[at].text.clone();
        if levels[at].form == "bullet" {
            return bullet(&text);
        }
        for (level, count) in counts.iter().enumerate().take(at + 1) {
            let form = levels.get(level).map_or("", |level| level.form.as_str());
            text = text.replace(&format!("%{}", level + 1), &written(*count, form));
        }
        text
    }
}

impl Level {
    fn read(tree: &Tree, node: Node, styles: &Styles) -> Self {
        let value = |name| {
            let child = tree.child(node, name)?;
            tree.value(child, "val").map(String::from)
        };
        let paragraph = tree.child(node, "pPr");
        let format = tree.child(node, "rPr");
        Self {
            start: value("start")
                .and_then(|start| start.parse().ok())
                .unwrap_or(1),
            form: value("numFmt").unwrap_or_default(),
            text: value("lvlText").unwrap_or_default(),
            style: value("pStyle"),
            suffix: match value("suff").as_deref() {
                Some("space") => Suffix::Space,
                Some("nothing") => Suffix::Nothing,
                _ => Suffix::Tab,
            },
            paragraph: paragraph
                .map(|node| ParagraphFormat::read(tree, node))
                .unwrap_or_default(),
            format: format
                .map(|node| TextFormat::read(tree, node, styles.themed))
                .unwrap_or_default(),
        }
    }
}

/// The sign of a list without numbers; those of fonts for signs alone are shown as dots.
fn bullet(text: &str) -> String {
    let is_private = |c: char| ('\u{E000}'..='\u{F8FF}').contains(&c);
    match text.chars().next() {
        Some(letter) if is_private(letter) => "•".to_owned(),
        Some('o') => "◦".to_owned(),
        Some('§') => "▪".to_owned(),
        _ => text.to_owned(),
    }
}

/// A number in the form of a level.
fn written(number: i64, form: &str) -> String {
    let lettered = |alphabet: &str, is_capital: bool| {
        let letters: Vec<char> = alphabet.chars().collect();
        let at = usize::try_from(number - 1).unwrap_or(0);
        let letter = letters[at % letters.len()];
        let letter: String = letter.to_string().repeat(1 + (at / letters.len()).min(8));
        if is_capital {
            letter.to_uppercase()
        } else {
            letter
        }
    };
    const LATIN: &str = "abcdefghijklmnopqrstuvwxyz";
    const RUSSIAN: &str = "абвгдежзиклмнопрстуфхцчшщэюя";
    match form {
        "none" => String::new(),
        "decimalZero" => format!("{number:02}"),
        "lowerLetter" => lettered(LATIN, false),
        "upperLetter" => lettered(LATIN, true),
        "russianLower" => lettered(RUSSIAN, false),
        "russianUpper" => lettered(RUSSIAN, true),
        "lowerRoman" => roman(number).to_lowercase(),
        "upperRoman" => roman(number),
        _ => number.to_string(),
    }
}

fn roman(number: i64) -> String {
    const SIGNS: [(i64, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut left = number.clamp(0, 4_999);
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while left >= value {
            text.push_str(sign);
            left -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_the_form_of_their_level() {
        assert_eq!(written(14, "upperRoman"), "XIV");
        assert_eq!(written(3, "russianLower"), "в");
        assert_eq!(written(27, "lowerLetter"), "aa");
        assert_eq!(written(7, "decimal"), "7");
        assert_eq!(bullet("\u{F0B7}"), "•");
    }
}

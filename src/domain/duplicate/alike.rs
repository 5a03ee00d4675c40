//! Names compared as people hear them: letters of either alphabet, any order of words, a slip.

use crate::domain::text::{fold, words};

/// How alike two names are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// They are others.
    Different,
    /// One has all words of the other, and more.
    Longer,
    /// They differ in so many letters.
    Slip(u8),
    /// The same words.
    Same,
}

/// The words of a text in Latin letters as they sound: `щит` and `Schit` come out the same.
pub fn skeleton(text: &str) -> Vec<String> {
    let folded = fold(text);
    words(&folded)
        .map(sound)
        .filter(|word| !word.is_empty())
        .collect()
}

/// The same words in an order that does not depend on how they stood.
pub fn sorted(words: &[String]) -> Vec<String> {
    let mut words = words.to_vec();
    words.sort_unstable();
    words
}

/// A word in Latin letters as it sounds: what habit writes in several ways is one letter here.
fn sound(word: &str) -> String {
    let mut heard = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(letter) = rest.chars().next() {
        let (sound, length) = group(rest).unwrap_or((single(letter), letter.len_utf8()));
        match sound {
            "" if !letter.is_alphabetic() || letter.is_ascii() => push(&mut heard, letter),
            sound => sound.chars().for_each(|sound| push(&mut heard, sound)),
        }
        rest = &rest[length..];
    }
    heard
}

/// Doubled letters are one, doubled digits are two.
fn push(heard: &mut String, sound: char) {
    if sound.is_ascii_digit() || !heard.ends_with(sound) {
        heard.push(sound);
    }
}

/// Latin letters that stand for one sound together.
fn group(rest: &str) -> Option<(&'static str, usize)> {
    const GROUPS: [(&str, &str); 11] = [
        ("shch", "sh"),
        ("sch", "sh"),
        ("tch", "ch"),
        ("sh", "sh"),
        ("ch", "ch"),
        ("zh", "zh"),
        ("kh", "h"),
        ("ph", "f"),
        ("ck", "k"),
        ("tz", "ts"),
        ("yo", "e"),
    ];
    let found = GROUPS.iter().find(|(letters, _)| rest.starts_with(letters));
    found.map(|(letters, sound)| (*sound, letters.len()))
}

/// How a letter alone sounds; nothing for signs, and for Latin letters that stay as they are.
fn single(letter: char) -> &'static str {
    match letter {
        'а' => "a",
        'б' => "b",
        'в' | 'w' => "v",
        'г' => "g",
        'д' => "d",
        'е' | 'э' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'й' | 'ы' | 'і' | 'y' | 'j' => "i",
        'к' | 'c' | 'q' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "h",
        'ц' => "ts",
        'ч' => "ch",
        'ш' | 'щ' => "sh",
        'ю' => "iu",
        'я' => "ia",
        'x' => "ks",
        _ => "",
    }
}

/// How alike two names are, given as [`skeleton`] makes them.
///
/// Numbers are never a slip: school 5 is not school 6. The longer a name, the more slips it may
/// have: none under four letters, then one for every six.
pub fn likeness(one: &[String], other: &[String]) -> Likeness {
    if one.is_empty() || other.is_empty() {
        return Likeness::Different;
    }
    if one.concat() == other.concat() {
        return Likeness::Same;
    }
    let (one, other) = (&*sorted(one), &*sorted(other));
    if one == other {
        return Likeness::Same;
    }
    if numbers(one).ne(numbers(other)) {
        return Likeness::Different;
    }
    let slips = slips(one, other);
    let letters = length(one).min(length(other));
    let allowed = if letters < 4 { 0 } else { 1 + letters / 9 };
    if slips <= allowed {
        return Likeness::Slip(u8::try_from(slips).unwrap_or(u8::MAX));
    }
    let (short, long) = if one.len() < other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let is_part = short.iter().all(|word| long.contains(word));
    if is_part && length(short) >= 4 {
        return Likeness::Longer;
    }
    Likeness::Different
}

fn numbers(words: &[String]) -> impl Iterator<Item = &String> {
    let is_number = |word: &&String| word.bytes().all(|byte| byte.is_ascii_digit());
    words.iter().filter(is_number)
}

fn length(words: &[String]) -> usize {
    words.iter().map(|word| word.chars().count()).sum()
}

/// How many letters have to be changed: the whole names, or word by word where there are as many.
fn slips(one: &[String], other: &[String]) -> usize {
    let whole = distance(&one.concat(), &other.concat());
    if one.len() != other.len() {
        return whole;
    }
    let mut left: Vec<&String> = other.iter().collect();
    let mut sum = 0;
    for word in one {
        let nearest = left
            .iter()
            .enumerate()
            .map(|(at, other)| (distance(word, other), at))
            .min();
        let Some((slips, at)) = nearest else { break };
        left.swap_remove(at);
        sum += slips;
    }
    whole.min(sum)
}

/// How many letters have to be put, taken, changed or swapped with their neighbour: the optimal
/// string alignment distance.
pub fn distance(one: &str, other: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if a.is_empty() || b.is_empty() {
        return a.len().max(b.len());
    }
    let mut before = vec![0; b.len() + 1];
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut line = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let change = above[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = change.min(above[j] + 1).min(line[j - 1] + 1);
            let is_swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if is_swap {
                least = least.min(before[j - 2] + 1);
            }
            line[j] = least;
        }
        before = std::mem::replace(&mut above, line);
    }
    above[b.len()]
}

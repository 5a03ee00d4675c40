//! The same name in the other alphabet: `shchukin` and `schukin` may be `щукин`.
//!
//! One spelling is not enough: passports (ICAO Doc 9303), GOST R 7.0.34-2014, GOST 7.79 and plain habit
//! differ. So each letter has several readings, each with a cost, and the cheapest whole words win.

use super::fold;
use super::layout::{has_cyrillic, has_latin};

/// The most spellings that [`transliterations`] ever gives.
pub const MOST_SPELLINGS: usize = 12;

/// Longer texts are sentences, not names: they have no spellings.
const LONGEST: usize = 64;

/// Plausible spellings of a text in the other alphabet, folded, the most plausible first.
///
/// None for a text without letters, in both alphabets at once, or over 64 letters long.
pub fn transliterations(text: &str) -> Vec<String> {
    let text: Vec<char> = fold(text).chars().collect();
    let whole: String = text.iter().collect();
    let readings = match (has_latin(&whole), has_cyrillic(&whole)) {
        (true, false) => from_latin,
        (false, true) => from_cyrillic,
        _ => return Vec::new(),
    };
    if text.len() > LONGEST {
        return Vec::new();
    }
    let mut spellings = vec![(0, String::new())];
    let mut at = 0;
    while at < text.len() {
        let (length, readings) = readings(&text, at);
        spellings = extended(&spellings, readings, text[at]);
        at += length;
    }
    spellings
        .into_iter()
        .map(|(_, spelling)| spelling)
        .collect()
}

/// How many letters are read at once, and as what; the first reading is free, each next one dearer.
/// No reading at all: the letter stays.
type Readings = (usize, &'static [&'static str]);

fn extended(
    spellings: &[(usize, String)],
    readings: &[&str],
    letter: char,
) -> Vec<(usize, String)> {
    let mut same = [0; 4];
    let readings = match readings {
        [] => &[&*letter.encode_utf8(&mut same)],
        readings => readings,
    };
    let mut next = Vec::with_capacity(spellings.len() * readings.len());
    for (cost, spelling) in spellings {
        for (extra, reading) in readings.iter().enumerate() {
            next.push((cost + extra, format!("{spelling}{reading}")));
        }
    }
    next.sort_by_key(|(cost, _)| *cost);
    let mut kept: Vec<(usize, String)> = Vec::with_capacity(MOST_SPELLINGS);
    for (cost, spelling) in next {
        if kept.len() < MOST_SPELLINGS && kept.iter().all(|(_, other)| *other != spelling) {
            kept.push((cost, spelling));
        }
    }
    kept
}

/// Where a letter stands: what is before and after it decides how it is read.
struct Place {
    after_vowel: bool,
    after_consonant: bool,
    before_consonant: bool,
    last: bool,
}

impl Place {
    /// The place of `length` letters from `at` on.
    fn of(text: &[char], at: usize, length: usize) -> Self {
        let before = at.checked_sub(1).and_then(|before| text.get(before));
        let after = text.get(at + length);
        let is_vowel = |c: &char| "aeiouyаеиоуыэюя".contains(*c);
        let is_consonant = |c: &char| c.is_alphabetic() && !is_vowel(c);
        Self {
            after_vowel: before.is_some_and(is_vowel),
            after_consonant: before.is_some_and(is_consonant),
            before_consonant: after.is_some_and(is_consonant),
            last: !after.is_some_and(|c| c.is_alphanumeric()),
        }
    }

    fn first(&self) -> bool {
        !self.after_vowel && !self.after_consonant
    }
}

fn from_latin(text: &[char], at: usize) -> Readings {
    for length in (2..=4).rev() {
        let Some(letters) = text.get(at..at + length) else {
            continue;
        };
        let letters: String = letters.iter().collect();
        if let Some(readings) = latin_group(&letters, &Place::of(text, at, length)) {
            return (length, readings);
        }
    }
    (1, latin_letter(text, at))
}

fn latin_group(letters: &str, place: &Place) -> Option<&'static [&'static str]> {
    let soft = place.after_consonant;
    Some(match letters {
        "shch" => &["щ"],
        "tch" => &["ч", "тч"],
        "sch" => &["щ", "ш", "сх"],
        "ch" => &["ч", "х"],
        "sh" => &["ш"],
        "zh" => &["ж"],
        "kh" => &["х"],
        "ts" => &["ц", "тс"],
        "tz" => &["ц", "тз"],
        "ph" => &["ф"],
        "th" => &["т", "тх"],
        "ck" => &["к", "кк"],
        "ya" | "ja" if soft => &["я", "ья"],
        "ye" | "je" if soft => &["ье", "е"],
        "yo" | "jo" if soft => &["е", "ье", "йо"],
        "yu" | "ju" if soft => &["ю", "ью"],
        "ya" | "ja" => &["я"],
        "ye" | "je" => &["е"],
        "yo" | "jo" => &["е", "йо"],
        "yu" | "ju" => &["ю"],
        "ia" if place.first() => &["я", "иа"],
        "ia" => &["ия", "я", "иа"],
        "iu" if place.first() => &["ю", "иу"],
        "iu" => &["ю", "иу", "ию"],
        "ie" if soft => &["ье", "ие"],
        "ii" if place.last => &["ий", "ии"],
        "ai" => &["ай", "аи"],
        "ei" => &["ей", "еи"],
        "oi" => &["ой", "ои"],
        "oo" => &["у", "оо"],
        "ee" => &["и", "ее"],
        _ => return None,
    })
}

fn latin_letter(text: &[char], at: usize) -> &'static [&'static str] {
    let place = Place::of(text, at, 1);
    match text[at] {
        'a' => &["а"],
        'b' => &["б"],
        'c' if text.get(at + 1).is_some_and(|next| "eiy".contains(*next)) => &["ц", "с", "к"],
        'c' => &["к", "ц", "с"],
        'd' => &["д"],
        'e' if place.first() => &["е", "э"],
        'e' => &["е"],
        'f' => &["ф"],
        'g' => &["г"],
        'h' => &["х", "г"],
        'i' => &["и"],
        'j' if place.after_vowel => &["й", "ж"],
        'j' => &["дж", "ж", "й"],
        'k' | 'q' => &["к"],
        'l' if place.before_consonant || place.last => &["л", "ль"],
        'l' => &["л"],
        'm' => &["м"],
        'n' => &["н"],
        'o' => &["о"],
        'p' => &["п"],
        'r' => &["р"],
        's' => &["с"],
        't' => &["т"],
        'u' => &["у"],
        'v' | 'w' => &["в"],
        'x' => &["кс"],
        'y' if place.after_vowel => &["й", "ы"],
        'y' if place.last => &["ий", "ы", "и", "ый"],
        'y' => &["ы", "и", "й"],
        'z' => &["з"],
        _ => &[],
    }
}

fn from_cyrillic(text: &[char], at: usize) -> Readings {
    let pair: String = text.iter().skip(at).take(2).collect();
    let ends = Place::of(text, at, 2).last;
    match &*pair {
        "ий" if ends => (2, &["iy", "y", "ii"]),
        "ый" if ends => (2, &["yy", "y", "iy"]),
        "кс" => (2, &["ks", "x"]),
        _ => (1, cyrillic_letter(text, at)),
    }
}

fn cyrillic_letter(text: &[char], at: usize) -> &'static [&'static str] {
    let place = Place::of(text, at, 1);
    match text[at] {
        'а' => &["a"],
        'б' => &["b"],
        'в' => &["v", "w"],
        'г' => &["g"],
        'д' => &["d"],
        'е' if !place.after_consonant => &["e", "ye"],
        'е' | 'э' => &["e"],
        'ж' => &["zh", "j"],
        'з' => &["z"],
        'и' => &["i"],
        'й' => &["y", "i", "j"],
        'к' => &["k", "c"],
        'л' => &["l"],
        'м' => &["m"],
        'н' => &["n"],
        'о' => &["o"],
        'п' => &["p"],
        'р' => &["r"],
        'с' => &["s"],
        'т' => &["t"],
        'у' => &["u"],
        'ф' => &["f", "ph"],
        'х' => &["kh", "h"],
        'ц' => &["ts", "c"],
        'ч' => &["ch"],
        'ш' => &["sh"],
        'щ' => &["shch", "sch"],
        'ъ' | 'ь' => &[""],
        'ы' => &["y"],
        'ю' => &["yu", "iu", "ju"],
        'я' => &["ya", "ia", "ja"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_spellings_lead_to_the_russian_name() {
        for (latin, russian) in [
            ("romashka", "ромашка"),
            ("schukin", "щукин"),
            ("shchukin", "щукин"),
            ("Schmidt", "шмидт"),
            ("yakovlev", "яковлев"),
            ("iakovlev", "яковлев"),
            ("Mikhail", "михаил"),
            ("mihail", "михаил"),
            ("alexey", "алексей"),
            ("Aleksei", "алексей"),
            ("yuriy", "юрий"),
            ("yury", "юрий"),
            ("iurii", "юрий"),
            ("olga", "ольга"),
            ("tatyana", "татьяна"),
            ("maria", "мария"),
            ("solovyov", "соловьев"),
            ("soloviev", "соловьев"),
            ("semyon", "семен"),
            ("tchaikovsky", "чайковский"),
            ("vysotskiy", "высоцкий"),
            ("elektrosila", "электросила"),
            ("gazprom neft", "газпром нефт"),
            ("AO \"Teplomash\"", "ао тепломаш"),
        ] {
            let found = transliterations(latin);
            assert!(found.iter().any(|it| it == russian), "{latin}: {found:?}");
        }
    }

    #[test]
    fn russian_names_lead_to_latin_spellings() {
        for (russian, latin) in [
            ("ромашка", "romashka"),
            ("Щукин", "shchukin"),
            ("Щукин", "schukin"),
            ("Юрий", "yury"),
            ("Алексей", "alexey"),
            ("Михаил", "mihail"),
            ("Яковлев", "iakovlev"),
            ("Ельцин", "yeltsin"),
        ] {
            let found = transliterations(russian);
            assert!(found.iter().any(|it| it == latin), "{russian}: {found:?}");
        }
    }

    #[test]
    fn spellings_are_few_and_never_the_same() {
        let found = transliterations("yuriy schukin chekhov jack ceylon");
        assert_eq!(found.len(), MOST_SPELLINGS);
        let distinct: std::collections::HashSet<&String> = found.iter().collect();
        assert_eq!(distinct.len(), found.len());
    }

    #[test]
    fn what_is_no_name_has_no_spelling() {
        assert!(transliterations("").is_empty());
        assert!(transliterations("812 350").is_empty());
        assert!(transliterations("ооо romashka").is_empty());
        assert!(transliterations(&"a".repeat(65)).is_empty());
    }
}

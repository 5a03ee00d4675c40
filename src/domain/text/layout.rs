//! Text typed with the other keyboard layout on: `hjvfirf` was meant as `ромашка`.

/// The keys of a US keyboard, and below what the Russian layout of Windows writes with the same keys.
const LATIN: &str =
    r##"`qwertyuiop[]asdfghjkl;'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?@#$^&|"##;
const CYRILLIC: &str =
    r##"ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"№;:?/"##;

/// The text as the same keys write it in the other layout, or `None` where nothing would change.
///
/// A text with Latin letters is turned into Cyrillic (its Cyrillic words stay), any other into
/// Latin. To be called before folding, which drops the quotes that are keys of letters here.
pub fn swap_layout(text: &str) -> Option<String> {
    let to_cyrillic = has_latin(text) || !has_cyrillic(text);
    let (from, to) = match to_cyrillic {
        true => (LATIN, CYRILLIC),
        false => (CYRILLIC, LATIN),
    };
    let mut swapped = String::with_capacity(text.len() * 2);
    for word in text.split_inclusive(char::is_whitespace) {
        if is_meant(word, to_cyrillic) {
            swapped.extend(word.chars().map(|c| key(c, from, to)));
        } else {
            swapped.push_str(word);
        }
    }
    (swapped != text).then_some(swapped)
}

/// Whether a word was typed in the layout that is turned: figures keep their points and commas.
fn is_meant(word: &str, to_cyrillic: bool) -> bool {
    let (own, other) = match to_cyrillic {
        true => (has_latin(word), has_cyrillic(word)),
        false => (has_cyrillic(word), has_latin(word)),
    };
    own || !other && !word.contains(|c: char| c.is_ascii_digit())
}

fn key(c: char, from: &str, to: &str) -> char {
    let at = from.chars().position(|key| key == c);
    at.and_then(|at| to.chars().nth(at)).unwrap_or(c)
}

/// Whether a letter from A to Z occurs.
pub(super) fn has_latin(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_alphabetic())
}

/// Whether a Russian letter occurs.
pub(super) fn has_cyrillic(text: &str) -> bool {
    text.contains(|c: char| matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_layouts_have_the_same_keys() {
        assert_eq!(LATIN.chars().count(), CYRILLIC.chars().count());
    }

    #[test]
    fn text_in_the_wrong_layout_is_read_as_it_was_meant() {
        for (typed, meant) in [
            ("hjvfirf", "ромашка"),
            ("fynjyjd", "антонов"),
            ("руддщ", "hello"),
            ("РУддщ", "HEllo"),
            ("[jklbyu j,]`v", "холдинг объём"),
            ("\"rjkjubz ;bpyb", "Экология жизни"),
            (":erjd > <e.rfq", "Жуков Ю Буюкай"),
            ("~krf", "Ёлка"),
            ("штащ\"фпфеюкг", "info@agat.ru"),
            ("ООО hjvfirf", "ООО ромашка"),
            ("cx`n 12.5", "счёт 12.5"),
            ("[", "х"),
        ] {
            assert_eq!(swap_layout(typed).as_deref(), Some(meant), "{typed}");
        }
    }

    #[test]
    fn nothing_to_turn_is_told() {
        assert_eq!(swap_layout(""), None);
        assert_eq!(swap_layout("8-921 123"), None);
        assert_eq!(swap_layout("12.5"), None);
    }

    #[test]
    fn turning_twice_comes_back() {
        let once = swap_layout("gjxnf h`v").unwrap();
        assert_eq!(swap_layout(&once).as_deref(), Some("gjxnf h`v"));
    }
}

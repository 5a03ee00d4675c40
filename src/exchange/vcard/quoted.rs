//! A content line as vCard 2.1 writes it: types stand bare, letters beyond ASCII are
//! quoted-printable in UTF-8, pictures base64 (The Electronic Business Card 2.1, versit, 1996).

use super::Line;

/// The longest line, in bytes, its soft break included (RFC 1521 section 5.1).
const LONGEST: usize = 76;

/// Properties of which a list of values is parted by commas: there they stay escaped.
const LISTS: [&str; 2] = ["CATEGORIES", "NICKNAME"];
/// Properties whose value has parts: there a semicolon within a part stays escaped.
const COMPOUND: [&str; 4] = ["N", "ADR", "ORG", "X-PHONETIC-NAME"];

/// Appends the line with its line end to `text`.
pub(super) fn write(line: &Line, text: &mut String) {
    let start = text.len();
    if !line.group.is_empty() && is_token(&line.group) {
        text.push_str(&line.group);
        text.push('.');
    }
    text.push_str(&line.name);
    for (name, value) in &line.parameters {
        write_parameter(name, value, text);
    }
    if is_binary(line) {
        text.push_str(";ENCODING=BASE64:");
        write_base64(&line.value, text);
        return;
    }
    let value = unescaped(line);
    let head = text.len() - start;
    let is_plain = value.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    if is_plain && !value.ends_with(' ') && head + 1 + value.len() <= LONGEST {
        text.extend([":", &value, "\r\n"]);
        return;
    }
    if !value.is_ascii() {
        text.push_str(";CHARSET=UTF-8");
    }
    text.push_str(";ENCODING=QUOTED-PRINTABLE:");
    let width = text.len() - start;
    write_quoted(&value, width, text);
}

/// Types stand bare and in capitals; what 2.1 has no place for is left out.
fn write_parameter(name: &str, value: &str, text: &mut String) {
    match name {
        "ENCODING" | "CHARSET" => {}
        "TYPE" => {
            for one in value.split(',').map(str::trim).filter(|one| is_token(one)) {
                text.push(';');
                text.push_str(&one.to_ascii_uppercase());
            }
        }
        "VALUE" if value.eq_ignore_ascii_case("uri") => text.push_str(";VALUE=URL"),
        _ if is_token(value) => text.extend([";", name, "=", value]),
        _ => {}
    }
}

fn is_token(text: &str) -> bool {
    let is_sign = |byte: u8| byte.is_ascii_alphanumeric() || b"-_/+".contains(&byte);
    !text.is_empty() && text.bytes().all(is_sign)
}

fn is_binary(line: &Line) -> bool {
    line.parameter("ENCODING").is_some_and(|encoding| {
        encoding.eq_ignore_ascii_case("b") || encoding.eq_ignore_ascii_case("base64")
    })
}

/// The value with no more signs escaped than this edition knows of.
fn unescaped(line: &Line) -> String {
    let keeps = |sign: char| match sign {
        ';' => COMPOUND.contains(&&*line.name),
        ',' => LISTS.contains(&&*line.name),
        _ => false,
    };
    let mut value = String::with_capacity(line.value.len());
    let mut signs = line.value.chars();
    while let Some(sign) = signs.next() {
        match (sign, signs.clone().next()) {
            ('\\', Some('n' | 'N')) => value.push_str("\r\n"),
            ('\\', Some(kept)) if keeps(kept) => value.extend(['\\', kept]),
            ('\\', Some(plain @ (';' | ',' | ':' | '"' | '\\'))) => value.push(plain),
            _ => {
                value.push(sign);
                continue;
            }
        }
        signs.next();
    }
    value
}

/// Every line of it begins with a blank, and an empty one ends it.
fn write_base64(value: &str, text: &mut String) {
    let signs: Vec<char> = value.chars().filter(|sign| !sign.is_whitespace()).collect();
    for part in signs.chunks(LONGEST - 2) {
        text.push_str("\r\n ");
        text.extend(part);
    }
    text.push_str("\r\n\r\n");
}

/// Quoted-printable; no soft break falls within a letter. `width` is what stands before.
fn write_quoted(value: &str, mut width: usize, text: &mut String) {
    let mut letters = value.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_last = letters.peek().is_none();
        let is_plain = ('!'..='~').contains(&letter) && letter != '=';
        let quoted = match letter {
            ' ' if !is_last => " ".to_owned(),
            _ if is_plain => letter.to_string(),
            _ => {
                let mut bytes = [0; 4];
                let bytes = letter.encode_utf8(&mut bytes).bytes();
                bytes.map(|byte| format!("={byte:02X}")).collect()
            }
        };
        // A blank at the end of a line may be lost on the way: there it is quoted, too.
        let room = if quoted == " " { 3 } else { quoted.len() };
        if width + room >= LONGEST {
            if text.ends_with(' ') {
                text.pop();
                text.push_str("=20");
            }
            text.push_str("=\r\n");
            width = 0;
        }
        text.push_str(&quoted);
        width += quoted.len();
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(line: &str) -> String {
        let mut text = String::new();
        write(&Line::parse(line).unwrap(), &mut text);
        text
    }

    #[test]
    fn types_stand_bare_and_plain_text_as_it_is() {
        assert_eq!(
            written("item1.TEL;TYPE=cell,voice,pref:+7 921 350-94-14"),
            "item1.TEL;CELL;VOICE;PREF:+7 921 350-94-14\r\n"
        );
        assert_eq!(written(r"N:O\;Neil;Ivan;;;"), "N:O\\;Neil;Ivan;;;\r\n");
        assert_eq!(written(r"NOTE:a\, b\; c\\d"), "NOTE:a, b; c\\d\r\n");
        assert_eq!(
            written("TEL;X-NAME=\"a;b\";LANGUAGE=ru:1"),
            "TEL;LANGUAGE=ru:1\r\n"
        );
    }

    #[test]
    fn other_letters_and_line_ends_are_quoted() {
        assert_eq!(
            written("FN:Ёж"),
            "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=81=D0=B6\r\n"
        );
        assert_eq!(
            written(r"NOTE:a=b\nc "),
            "NOTE;ENCODING=QUOTED-PRINTABLE:a=3Db=0D=0Ac=20\r\n"
        );
    }

    #[test]
    fn no_line_is_longer_than_76_and_no_letter_is_cut() {
        let text = written(&format!("NOTE:{}", "Перезвонить в понедельник ".repeat(9)));
        for line in text.trim_end().split("\r\n") {
            assert!(line.len() <= LONGEST && !line.ends_with(' '), "{line}");
            let body = line.strip_suffix('=').unwrap_or(line);
            assert!(!body.ends_with("=D0") && !body.ends_with("=D1"), "{line}");
        }
        let picture = written(&format!("PHOTO;ENCODING=b;TYPE=JPEG:{}", "AAAA".repeat(99)));
        assert!(picture.starts_with("PHOTO;JPEG;ENCODING=BASE64:\r\n AAAA"));
        assert!(picture.ends_with("AAAA\r\n\r\n"));
        assert!(picture.split("\r\n").all(|line| line.len() <= LONGEST));
    }
}

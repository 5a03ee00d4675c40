//! One content line of a card: `item1.TEL;TYPE=work:+7 812 350-94-14`.

use std::fmt;

/// A content line, unfolded and decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What ties it to other lines; empty where nothing does.
    pub group: String,
    /// The property, in capitals.
    pub name: String,
    /// Parameters by name in capitals; one that vCard 2.1 writes bare is a type.
    pub parameters: Vec<(String, String)>,
    /// The value, with the signs that escape others.
    pub value: String,
}

impl Line {
    /// A line of that property without parameters.
    pub fn new(name: &str, value: impl Into<String>) -> Self {
        Self {
            group: String::new(),
            name: name.to_owned(),
            parameters: Vec::new(),
            value: value.into(),
        }
    }

    /// The same with a parameter more.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.parameters.push((name.to_owned(), value.to_owned()));
        self
    }

    /// A line as text; `None` where it is none.
    pub fn parse(line: &str) -> Option<Self> {
        let colon = outside_quotes(line, ':').next()?;
        Self::of_parts(&line[..colon], line[colon + 1..].to_owned())
    }

    /// A line of its head, what stands before the colon, and its value.
    pub fn of_parts(head: &str, value: String) -> Option<Self> {
        let ends: Vec<usize> = outside_quotes(head, ';').chain([head.len()]).collect();
        let (group, name) = match head[..ends[0]].trim().rsplit_once('.') {
            Some((group, name)) => (group, name),
            None => ("", head[..ends[0]].trim()),
        };
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if name.is_empty() || !name.chars().all(is_name) {
            return None;
        }
        let parts = ends
            .windows(2)
            .map(|pair| head[pair[0] + 1..pair[1]].trim());
        let parameters = parts.filter(|part| !part.is_empty()).map(parameter);
        Some(Self {
            group: group.to_owned(),
            name: name.to_ascii_uppercase(),
            parameters: parameters.collect(),
            value,
        })
    }

    /// Whether it is of that property.
    pub fn is(&self, name: &str) -> bool {
        self.name == name
    }

    /// The first parameter of that name.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let mut parameters = self.parameters.iter();
        let found = parameters.find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Takes every parameter of that name away.
    pub fn without(&mut self, name: &str) {
        self.parameters.retain(|(known, _)| known != name);
    }

    /// Whether that is among its types, whatever the capitals.
    pub fn has_type(&self, wanted: &str) -> bool {
        let types = self.parameters.iter().filter(|(name, _)| name == "TYPE");
        types
            .flat_map(|(_, value)| value.split(','))
            .any(|one| one.trim().eq_ignore_ascii_case(wanted))
    }

    /// Whether the card says that this is the one to use first.
    pub fn is_preferred(&self) -> bool {
        self.has_type("pref") || self.parameter("PREF").is_some_and(|rank| rank == "1")
    }

    /// Its value as one text.
    pub fn text(&self) -> String {
        unescaped(&self.value).trim().to_owned()
    }

    /// The parts of its value, parted by semicolons.
    pub fn parts(&self) -> Vec<String> {
        split(&self.value, ';')
    }

    /// The values of a list, parted by commas.
    pub fn list(&self) -> Vec<String> {
        let mut list = split(&self.value, ',');
        list.retain(|one| !one.is_empty());
        list
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.group.is_empty() {
            write!(f, "{}.", self.group)?;
        }
        f.write_str(&self.name)?;
        for (name, value) in &self.parameters {
            let is_list = name == "TYPE";
            match value.contains([';', ':']) || value.contains(',') && !is_list {
                true => write!(f, ";{name}=\"{}\"", value.replace('"', "'"))?,
                false => write!(f, ";{name}={value}")?,
            }
        }
        write!(f, ":{}", self.value)
    }
}

/// A text with the signs that mean something in a card escaped.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\n' => escaped.push_str("\\n"),
            '\r' => {}
            '\\' | ',' | ';' => escaped.extend(['\\', c]),
            _ => escaped.push(c),
        }
    }
    escaped
}

fn unescaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(sign @ (',' | ';' | ':' | '\\' | '"')) => text.push(sign),
                // A path of Windows in a card of vCard 2.1, which escapes nothing else.
                Some(other) => text.extend(['\\', other]),
                None => text.push('\\'),
            },
            _ => text.push(c),
        }
    }
    text
}

/// The parts of a value between signs that are not escaped, each a plain text.
fn split(value: &str, sign: char) -> Vec<String> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut is_escaped = false;
    for (at, c) in value.char_indices() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            _ if c == sign => {
                parts.push(&value[start..at]);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&value[start..]);
    let plain = |part: &str| unescaped(part).trim().to_owned();
    parts.into_iter().map(plain).collect()
}

/// The places of a sign outside of quotes.
fn outside_quotes(text: &str, sign: char) -> impl Iterator<Item = usize> {
    let mut is_quoted = false;
    text.char_indices().filter_map(move |(at, c)| {
        if c == '"' {
            is_quoted = !is_quoted;
        }
        (c == sign && !is_quoted).then_some(at)
    })
}

fn parameter(part: &str) -> (String, String) {
    const ENCODINGS: [&str; 4] = ["QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT"];
    let (name, value) = part.split_once('=').unwrap_or_else(|| {
        let is_encoding = ENCODINGS
            .iter()
            .any(|known| part.eq_ignore_ascii_case(known));
        (if is_encoding { "ENCODING" } else { "TYPE" }, part)
    });
    // Samsung writes a type of one's own with its encoding in brackets: only the type is one.
    if let Some((kind, _)) = name.split_once('(') {
        return ("TYPE".to_owned(), kind.trim().to_owned());
    }
    (name.trim().to_ascii_uppercase(), value.replace('"', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_comes_apart_and_together() {
        let text = "item1.TEL;TYPE=work,voice;LABEL=\"a:b;c\":+7 812";
        let line = Line::parse(text).unwrap();
        assert_eq!((&*line.group, &*line.name), ("item1", "TEL"));
        assert!(line.has_type("VOICE") && line.has_type("work"));
        assert_eq!(line.parameter("LABEL"), Some("a:b;c"));
        assert_eq!(line.to_string(), text);
        let old = Line::parse("TEL;CELL;VOICE:8 921").unwrap();
        assert!(old.has_type("cell"));
        let samsung = Line::parse("TEL;X-Custom(CHARSET=UTF-8,=D0=B4):8495").unwrap();
        assert_eq!(samsung.to_string(), "TEL;TYPE=X-Custom:8495");
        assert_eq!(Line::parse("no colon here"), None);
        assert_eq!(Line::parse("Мир: да"), None);
    }

    #[test]
    fn escaped_signs_part_nothing() {
        let line = Line::parse(r"N:О\;Нил;Иван\, мл.;;;").unwrap();
        assert_eq!(line.parts(), ["О;Нил", "Иван, мл.", "", "", ""]);
        assert_eq!(escaped("a;b,c\\d\ne"), r"a\;b\,c\\d\ne");
        assert_eq!(unescaped(r"a\;b\,c\\d\ne"), "a;b,c\\d\ne");
        let url = Line::parse(r"URL:http\://a.example").unwrap();
        assert_eq!(url.text(), "http://a.example");
    }
}

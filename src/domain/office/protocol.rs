//! What the erasure of a person did, in words for the file.

/// What an erasure did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Protocol {
    /// Rows of the card that were emptied, deleted ones too.
    pub rows: usize,
    /// Values that were taken out of the log.
    pub values: usize,
    /// Rows of other cards that named the person, and do so no more.
    pub cuts: usize,
    /// Contents of attached files that were deleted.
    pub files: usize,
    /// Whether the places where it all stood were overwritten.
    pub is_overwritten: bool,
    /// The names of older copies beside the file, which still hold the person.
    pub copies: Vec<String>,
}

impl Protocol {
    /// As the file keeps it: a line each, a name and a value.
    pub fn to_text(&self) -> String {
        let mut lines = vec![
            format!("rows {}", self.rows),
            format!("values {}", self.values),
            format!("cuts {}", self.cuts),
            format!("files {}", self.files),
            format!("overwritten {}", i32::from(self.is_overwritten)),
        ];
        lines.extend(self.copies.iter().map(|copy| format!("copy {copy}")));
        lines.join("\n")
    }

    /// From what the file keeps; lines of newer programs are left out.
    pub fn of_text(text: &str) -> Self {
        let mut protocol = Self::default();
        for (name, value) in text.lines().filter_map(|line| line.split_once(' ')) {
            let count = value.parse().unwrap_or_default();
            match name {
                "rows" => protocol.rows = count,
                "values" => protocol.values = count,
                "cuts" => protocol.cuts = count,
                "files" => protocol.files = count,
                "overwritten" => protocol.is_overwritten = count > 0,
                "copy" => protocol.copies.push(value.to_owned()),
                _ => {}
            }
        }
        protocol
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_protocol_is_kept_as_it_is() {
        let protocol = Protocol {
            rows: 12,
            values: 30,
            cuts: 2,
            files: 1,
            is_overwritten: true,
            copies: vec!["office.vizitka.schema-2.backup".into()],
        };
        assert_eq!(Protocol::of_text(&protocol.to_text()), protocol);
    }
}

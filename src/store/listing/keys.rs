//! Sort keys of a million rows: their first bytes side by side, the rest in one long text.

use crate::domain::{Client, Id};

/// How many bytes of a key stand beside it; eight Cyrillic letters.
const HEAD: usize = 16;

/// Rows to be sorted, each with a text or a number.
#[derive(Default)]
pub struct Keys {
    rows: Vec<Key>,
    blank: Vec<i64>,
    tails: Vec<u8>,
}

struct Key {
    head: u128,
    tail: u32,
    length: u32,
    id: i64,
}

impl Keys {
    /// Adds a row sorted by a text; an empty one stands last.
    pub fn add_text(&mut self, text: &str, id: i64) {
        if text.is_empty() {
            self.blank.push(id);
            return;
        }
        let bytes = text.as_bytes();
        let (head, near) = head(bytes);
        let rest = &bytes[near as usize..];
        // More than 4 GiB of keys would be cut here: far beyond what a list is for.
        let tail = u32::try_from(self.tails.len()).unwrap_or(u32::MAX);
        self.tails.extend_from_slice(rest);
        self.rows.push(Key {
            head,
            tail,
            length: u32::try_from(rest.len()).unwrap_or(u32::MAX),
            id,
        });
    }

    /// Adds a row sorted by a number; one without stands last.
    pub fn add_number(&mut self, number: Option<i64>, id: i64) {
        match number {
            None => self.blank.push(id),
            Some(number) => self.rows.push(Key {
                // The least of all numbers comes first.
                head: number.abs_diff(i64::MIN).into(),
                tail: 0,
                length: 0,
                id,
            }),
        }
    }

    /// The ids in order; rows of one key by age.
    pub fn sorted(mut self, is_descending: bool) -> Vec<Id<Client>> {
        if !self.rows.is_sorted_by_key(|key| key.id) {
            self.rows.sort_unstable_by_key(|key| key.id);
        }
        sort(&mut self.rows, &self.tails);
        if is_descending {
            self.rows.reverse();
        }
        let keyed = self.rows.iter().map(|key| key.id);
        keyed.chain(self.blank).map(Id::from).collect()
    }
}

/// Sorts by the heads that stand beside each other; where those are the same, what follows moves up
/// into their place and decides. So the tails are never read in the midst of sorting, when they
/// would be met in no order, and those of a single row not at all.
fn sort(rows: &mut [Key], tails: &[u8]) {
    // Rows of one key stay in their order: columns of few different values take next to nothing.
    rows.sort_by_key(|key| key.head);
    for same in rows.chunk_by_mut(|one, other| one.head == other.head) {
        if same.len() == 1 || same.iter().all(|key| key.length == 0) {
            continue;
        }
        for key in &mut *same {
            key.move_up(tails);
        }
        sort(same, tails);
    }
}

impl Key {
    /// Puts the next bytes of the text into the head.
    fn move_up(&mut self, tails: &[u8]) {
        let start = self.tail as usize;
        let rest = tails
            .get(start..start + self.length as usize)
            .unwrap_or_default();
        let (head, length) = head(rest);
        self.head = head;
        self.tail += length;
        self.length = u32::try_from(rest.len()).unwrap_or_default() - length;
    }
}

/// The first bytes of a text as a number that sorts as they do, and how many they are. What is
/// shorter comes first: no text holds a zero.
fn head(text: &[u8]) -> (u128, u32) {
    let mut head = [0; HEAD];
    let near = text.len().min(HEAD);
    head[..near].copy_from_slice(&text[..near]);
    (u128::from_be_bytes(head), near as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_keys_are_compared_to_their_ends() {
        let words = [
            "василёк",
            "ромашка полевая белая",
            "ромашка полевая",
            "",
            "ромашка полевая алая",
            "ромашка полевая алая",
        ];
        let mut keys = Keys::default();
        for (id, word) in (0..).zip(words) {
            keys.add_text(word, id);
        }
        let ids: Vec<i64> = keys.sorted(false).into_iter().map(Id::raw).collect();
        assert_eq!(ids, [0, 2, 4, 5, 1, 3], "the empty one is last");
    }

    #[test]
    fn rows_without_a_value_are_last_both_ways() {
        for is_descending in [false, true] {
            let mut keys = Keys::default();
            keys.add_number(None, 1);
            keys.add_number(Some(2), 2);
            keys.add_number(Some(-1), 3);
            let ids: Vec<i64> = keys
                .sorted(is_descending)
                .into_iter()
                .map(Id::raw)
                .collect();
            let expected = if is_descending { [2, 3, 1] } else { [3, 2, 1] };
            assert_eq!(ids, expected);
        }
    }
}

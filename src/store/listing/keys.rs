//! Sort keys of a million rows: their first bytes side by side, the rest in one long text.

use std::cmp::Ordering;

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
        let mut head = [0; HEAD];
        let near = bytes.len().min(HEAD);
        head[..near].copy_from_slice(&bytes[..near]);
        let rest = &bytes[near..];
        // More than 4 GiB of keys would be cut here: far beyond what a list is for.
        let tail = u32::try_from(self.tails.len()).unwrap_or(u32::MAX);
        self.tails.extend_from_slice(rest);
        self.rows.push(Key {
            head: u128::from_be_bytes(head),
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
        let tails = &self.tails;
        self.rows.sort_unstable_by(|one, other| {
            one.head
                .cmp(&other.head)
                .then_with(|| compare_tails(tails, one, other))
                .then_with(|| one.id.cmp(&other.id))
        });
        if is_descending {
            self.rows.reverse();
        }
        let keyed = self.rows.iter().map(|key| key.id);
        keyed.chain(self.blank).map(Id::from).collect()
    }
}

fn compare_tails(tails: &[u8], one: &Key, other: &Key) -> Ordering {
    if one.length == 0 && other.length == 0 {
        return Ordering::Equal;
    }
    tail(tails, one).cmp(tail(tails, other))
}

fn tail<'a>(tails: &'a [u8], key: &Key) -> &'a [u8] {
    let start = key.tail as usize;
    tails
        .get(start..start + key.length as usize)
        .unwrap_or_default()
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
        ];
        let mut keys = Keys::default();
        for (id, word) in (0..).zip(words) {
            keys.add_text(word, id);
        }
        let ids: Vec<i64> = keys.sorted(false).into_iter().map(Id::raw).collect();
        assert_eq!(ids, [0, 2, 4, 1, 3], "the empty one is last");
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

//! Some of the lines of a piece, a bit each.

use super::packed::ROWS;

/// How many words of 64 bits hold the lines of a piece.
const WORDS: usize = ROWS / 64;

/// Which lines of a piece are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mask([u64; WORDS]);

impl Mask {
    /// The first `count` lines.
    pub fn first(count: usize) -> Self {
        let word = |at: usize| match count.saturating_sub(at * 64) {
            0 => 0,
            left @ 1..64 => (1 << left) - 1,
            _ => u64::MAX,
        };
        Self(std::array::from_fn(word))
    }

    /// Adds a line.
    pub fn set(&mut self, row: usize) {
        self.0[row / 64] |= 1 << (row % 64);
    }

    /// Whether there is no line.
    pub fn is_empty(self) -> bool {
        self.0 == [0; WORDS]
    }

    /// How many lines there are.
    pub fn count(self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The lines that are in this one and not in `other`.
    pub fn without(self, other: Self) -> Self {
        Self(std::array::from_fn(|at| self.0[at] & !other.0[at]))
    }

    /// The lines of both together.
    pub fn or(self, other: Self) -> Self {
        Self(std::array::from_fn(|at| self.0[at] | other.0[at]))
    }

    /// The lines that are in both.
    pub fn and(self, other: Self) -> Self {
        Self(std::array::from_fn(|at| self.0[at] & other.0[at]))
    }

    /// The lines in their order.
    pub fn rows(self) -> impl Iterator<Item = usize> {
        self.0.into_iter().enumerate().flat_map(|(at, mut word)| {
            std::iter::from_fn(move || {
                let bit = (word != 0).then(|| word.trailing_zeros() as usize)?;
                word &= word - 1;
                Some(at * 64 + bit)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masks_are_sets_of_lines() {
        for count in [0, 1, 63, 64, 65, ROWS] {
            let first: Vec<_> = Mask::first(count).rows().collect();
            assert_eq!(first, (0..count).collect::<Vec<_>>());
            assert_eq!(Mask::first(count).count(), count);
        }
        let mut some = Mask::default();
        assert!(some.is_empty());
        [3, 64, 200].into_iter().for_each(|row| some.set(row));
        let rest = Mask::first(100).without(some);
        assert_eq!(rest.count(), 98);
        assert_eq!(rest.or(some).count(), 101);
        assert_eq!(rest.and(some), Mask::default());
    }
}

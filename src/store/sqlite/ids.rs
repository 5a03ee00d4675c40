//! Many ids, bound to a statement as the bytes of one value.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};

/// A set of ids, made to be asked a million times.
///
/// Most are not in it, and nearly all of those a few bits tell, which stay in the cache of the
/// processor where the set itself does not.
pub struct Ids {
    set: HashSet<i64, BuildHasherDefault<Mixer>>,
    bits: Vec<u64>,
}

impl Ids {
    /// Reads ids of eight bytes each, the lowest first.
    pub fn of(bytes: &[u8]) -> Self {
        let (ids, _) = bytes.as_chunks();
        // Sixteen bits for each id, of which it sets one.
        let mut bits = vec![0; (ids.len() / 4).next_power_of_two()];
        let mut set = HashSet::with_capacity_and_hasher(ids.len(), BuildHasherDefault::default());
        for id in ids.iter().map(|id| i64::from_le_bytes(*id)) {
            let (word, bit) = place(&bits, id);
            bits[word] |= bit;
            set.insert(id);
        }
        Self { set, bits }
    }

    /// Whether an id is there.
    pub fn has(&self, id: i64) -> bool {
        let (word, bit) = place(&self.bits, id);
        self.bits[word] & bit != 0 && self.set.contains(&id)
    }
}

/// The bit of an id, and the word it stands in.
fn place(bits: &[u64], id: i64) -> (usize, u64) {
    let mut mixer = Mixer::default();
    mixer.write_i64(id);
    let mixed = mixer.finish();
    let word = (mixed >> 6) as usize & (bits.len() - 1);
    (word, 1 << (mixed & 63))
}

/// Ids are made by the program: nobody picks them so that they collide.
#[derive(Default)]
struct Mixer(u64);

impl Hasher for Mixer {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_i64(&mut self, id: i64) {
        self.write_u64(id.cast_unsigned());
    }

    fn write_u64(&mut self, word: u64) {
        // An odd number without a pattern, after the golden section.
        const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
        let product = u128::from(self.0 ^ word) * u128::from(FACTOR);
        // Both halves of the product, so that each bit of the id tells in every bit.
        let [low, high] = [product, product >> 64].map(|half| half as u64);
        self.0 = low ^ high;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_found_among_their_bytes() {
        let bytes: Vec<u8> = [5_i64, -7, 1 << 60]
            .iter()
            .flat_map(|id| id.to_le_bytes())
            .collect();
        let ids = Ids::of(&bytes);
        assert!([5, -7, 1 << 60].into_iter().all(|id| ids.has(id)));
        assert!(!ids.has(7));
    }
}

//! Numbers that look random and are the same for the same seed: SplitMix64.

/// A stream of numbers.
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// The stream of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    /// A number from 0 up to, not including, `end`; 0 where that leaves none.
    pub fn below(&mut self, end: u64) -> u64 {
        // The upper half of a product spreads evenly enough for samples.
        let product = u128::from(self.next()) * u128::from(end);
        (product >> 64) as u64
    }

    /// An index into something of `length` parts.
    pub fn index(&mut self, length: usize) -> usize {
        self.below(length as u64) as usize
    }

    /// One of several.
    pub fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.index(from.len())]
    }

    /// Yes, in so many cases out of a hundred.
    pub fn is_in(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// So many digits, the first of which may be 0.
    pub fn digits(&mut self, count: u32) -> String {
        let number = self.below(10_u64.pow(count));
        format!("{number:0width$}", width = count as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_has_one_stream() {
        // The first outputs for seed 0, as published with the generator.
        let mut random = Random::new(0);
        assert_eq!(random.next(), 0xE220_A839_7B1D_CDAF);
        assert_eq!(random.next(), 0x6E78_9E6A_A1B9_65F4);
        assert!((0..1000).all(|_| random.below(7) < 7));
    }
}

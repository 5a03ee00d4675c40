//! Ids made by the program: time-ordered 64-bit integers.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::sync::atomic::{AtomicI64, Ordering::Relaxed};

use chrono::{DateTime, Utc};

/// 2024-01-01 in milliseconds of Unix time: where ids begin to count.
const EPOCH: i64 = 1_704_067_200_000;
const DEVICE_BITS: u32 = 10;
const COUNTER_BITS: u32 = 12;

static DEVICE: AtomicI64 = AtomicI64::new(0);
static LAST: AtomicI64 = AtomicI64::new(0);

/// Which `T` is meant. Made once, at birth; ordered by time of birth.
///
/// 41 bits of milliseconds, 10 bits of the device, 12 bits of a counter, after Twitter's Snowflake.
pub struct Id<T>(i64, PhantomData<fn() -> T>);

impl<T> Id<T> {
    /// An id that no other running program on the same data makes.
    pub fn generate() -> Self {
        let tick = next_tick(Utc::now().timestamp_millis() - EPOCH);
        let (millis, counter) = (tick >> COUNTER_BITS, tick & ((1 << COUNTER_BITS) - 1));
        let born = millis << DEVICE_BITS | device();
        Self::from(born << COUNTER_BITS | counter)
    }

    /// The least id that can be made at that moment, in milliseconds of Unix time.
    pub fn first_at(millis: i64) -> Self {
        Self::from((millis - EPOCH) << (DEVICE_BITS + COUNTER_BITS))
    }

    /// The number as it stands in the file.
    pub fn raw(self) -> i64 {
        self.0
    }

    /// Whether this running program made it.
    pub fn is_made_here(self) -> bool {
        (self.0 >> COUNTER_BITS) & ((1 << DEVICE_BITS) - 1) == device()
    }

    /// When it was made, to the millisecond.
    pub fn created_at(self) -> DateTime<Utc> {
        let millis = (self.0 >> (DEVICE_BITS + COUNTER_BITS)) + EPOCH;
        DateTime::from_timestamp_millis(millis).unwrap_or_default()
    }
}

/// The number that tells this running program from all others on the same data, 0 to 1023.
pub fn device() -> i64 {
    DEVICE.load(Relaxed)
}

/// Takes the number that the workspace lent; called when a file is opened.
pub fn set_device(number: i64) {
    DEVICE.store(number & ((1 << DEVICE_BITS) - 1), Relaxed);
}

/// Makes no id older than `last`, which stands in the file already: the clock may have been put back.
pub fn start_after(last: i64) {
    let millis = last >> (DEVICE_BITS + COUNTER_BITS);
    LAST.fetch_max((millis + 1) << COUNTER_BITS, Relaxed);
}

/// Time and counter in one number, later than any before, even if the clock was put back.
fn next_tick(now: i64) -> i64 {
    let later = |last: i64| (now << COUNTER_BITS).max(last + 1);
    let last = LAST.fetch_update(Relaxed, Relaxed, |last| Some(later(last)));
    later(last.unwrap_or_default())
}

impl<T> From<i64> for Id<T> {
    fn from(raw: i64) -> Self {
        Self(raw, PhantomData)
    }
}

impl<T> Copy for Id<T> {}
impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_ordered_and_never_the_same() {
        let ids: Vec<i64> = (0..10_000).map(|_| Id::<()>::generate().raw()).collect();
        assert!(ids.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn a_clock_put_back_makes_no_old_ids() {
        let ahead = Id::<()>::generate().raw() + (60_000 << (DEVICE_BITS + COUNTER_BITS));
        start_after(ahead);
        assert!(Id::<()>::generate().raw() > ahead);
    }

    #[test]
    fn an_id_knows_when_it_was_made() {
        let age = Utc::now() - Id::<()>::generate().created_at();
        assert!(age.num_seconds().abs() < 70);
        assert_eq!(Id::<()>::from(0).created_at().timestamp_millis(), EPOCH);
    }
}

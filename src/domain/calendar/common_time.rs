//! A time at which everybody is free.

use chrono::{DateTime, Duration, Utc};

/// From one moment to another, the second excluded.
pub type Interval = (DateTime<Utc>, DateTime<Utc>);

/// The beginnings, at most `most`, of times of `lasts` that lie whole inside one of `open` and
/// touch none of `taken`. The open ones are gone through in the order given, in steps of `step`.
pub fn common_times(
    open: &[Interval],
    taken: &[Interval],
    (lasts, step): (Duration, Duration),
    most: usize,
) -> Vec<DateTime<Utc>> {
    let mut found = Vec::new();
    if lasts <= Duration::zero() || step <= Duration::zero() {
        return found;
    }
    for (from, to) in open {
        let mut start = *from;
        while start + lasts <= *to && found.len() < most {
            let end = start + lasts;
            // Behind the last of those in the way, at the next step.
            let in_way = taken.iter().filter(|one| one.0 < end && one.1 > start);
            match in_way.map(|one| one.1).max() {
                None => {
                    found.push(start);
                    start += step;
                }
                Some(free_at) => start = next_step(*from, free_at, step),
            }
        }
    }
    found
}

/// The first step from `from` on that is not before `moment`.
fn next_step(from: DateTime<Utc>, moment: DateTime<Utc>, step: Duration) -> DateTime<Utc> {
    let step = step.num_seconds().max(1);
    let passed = (moment - from).num_seconds().max(0);
    let steps = passed.div_euclid(step) + i64::from(passed.rem_euclid(step) > 0);
    from + Duration::seconds(steps * step)
}

/// What lies in all of these at once; each list in order and without overlaps.
pub fn intersection(lists: &[Vec<Interval>]) -> Vec<Interval> {
    let Some((first, others)) = lists.split_first() else {
        return Vec::new();
    };
    others.iter().fold(first.clone(), |common, other| {
        let pairs = common.iter().flat_map(|one| {
            other
                .iter()
                .map(move |two| (one.0.max(two.0), one.1.min(two.1)))
        });
        pairs.filter(|(from, to)| from < to).collect()
    })
}

//! What is there at the same time stands side by side.

/// The place of one among those of the same time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// Its place from the left, counted from 0.
    pub at: usize,
    /// How many places it takes: more than one where those at its right are free all the time.
    pub span: usize,
    /// How many places there are.
    pub of: usize,
}

/// The places of what lasts from one minute to another, in the order given. What touches at no
/// minute, neither itself nor through others, has the whole width for itself.
pub fn pack(times: &[(i64, i64)]) -> Vec<Slot> {
    let mut order: Vec<usize> = (0..times.len()).collect();
    // What begins first stands at the left; of those the longest.
    order.sort_by_key(|&one| (times[one].0, std::cmp::Reverse(times[one].1), one));
    let alone = Slot {
        at: 0,
        span: 1,
        of: 1,
    };
    let mut slots = vec![alone; times.len()];
    let mut rest = order.as_slice();
    while !rest.is_empty() {
        let (cluster, others) = rest.split_at(cluster(times, rest));
        pack_cluster(times, cluster, &mut slots);
        rest = others;
    }
    slots
}

/// How many of the first ones hang together.
fn cluster(times: &[(i64, i64)], order: &[usize]) -> usize {
    let mut end = i64::MIN;
    let mut count = 0;
    for &one in order {
        if count > 0 && times[one].0 >= end {
            break;
        }
        end = end.max(times[one].1);
        count += 1;
    }
    count
}

fn pack_cluster(times: &[(i64, i64)], cluster: &[usize], slots: &mut [Slot]) {
    let mut ends: Vec<i64> = Vec::new(); // of the last one in each place
    for &one in cluster {
        let (from, to) = times[one];
        let free = ends.iter().position(|end| *end <= from);
        let at = free.unwrap_or(ends.len());
        match free {
            Some(at) => ends[at] = to,
            None => ends.push(to),
        }
        slots[one].at = at;
    }
    for &one in cluster {
        let meets =
            |other: &usize| times[*other].0 < times[one].1 && times[one].0 < times[*other].1;
        let right = cluster.iter().filter(|other| meets(other));
        let right = right.map(|other| slots[*other].at);
        let next = right.filter(|at| *at > slots[one].at).min();
        slots[one].span = next.unwrap_or(ends.len()) - slots[one].at;
        slots[one].of = ends.len();
    }
}

/// The lines of bars that reach over columns, both ends included: none stands over another, each
/// as high up as it can.
pub fn lanes(bars: &[(usize, usize)]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..bars.len()).collect();
    order.sort_by_key(|&one| (bars[one].0, std::cmp::Reverse(bars[one].1), one));
    let mut lanes = vec![0; bars.len()];
    let mut ends: Vec<usize> = Vec::new(); // the last column taken in each line
    for one in order {
        let (first, last) = bars[one];
        let free = ends.iter().position(|end| *end < first);
        lanes[one] = free.unwrap_or(ends.len());
        match free {
            Some(lane) => ends[lane] = last,
            None => ends.push(last),
        }
    }
    lanes
}

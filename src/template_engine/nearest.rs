//! The name that was perhaps meant.

/// The one that differs least from `name`, if it differs by little; capitals do not count.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let folded: Vec<char> = name.to_lowercase().chars().collect();
    let allowed = (folded.len() / 3).clamp(1, 4);
    let measured = known.into_iter().map(|other| {
        let letters: Vec<char> = other.to_lowercase().chars().collect();
        (distance(&folded, &letters), other)
    });
    measured
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, other)| other.to_owned())
}

/// How many letters are wrong, too many, missing or swapped with their neighbour (the optimal
/// string alignment of Damerau and Levenshtein).
fn distance(left: &[char], right: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=right.len()).collect();
    for (at, letter) in left.iter().enumerate() {
        let mut line = vec![at + 1];
        for (column, other) in right.iter().enumerate() {
            let mut least = (last[column] + usize::from(letter != other))
                .min(last[column + 1] + 1)
                .min(line[column] + 1);
            let is_swap =
                at > 0 && column > 0 && left[at - 1] == *other && right[column - 1] == *letter;
            if is_swap {
                least = least.min(before[column - 1] + 1);
            }
            line.push(least);
        }
        before = last;
        last = line;
    }
    last[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_hand_is_understood() {
        let known = ["client.name", "client.city", "contract.date"];
        assert_eq!(
            nearest("client.nmae", known).as_deref(),
            Some("client.name")
        );
        assert_eq!(
            nearest("Contract.dat", known).as_deref(),
            Some("contract.date")
        );
        assert_eq!(nearest("weather", known), None);
    }
}

//! "Did you mean": the nearest known name to one that is not known.

use crate::error::SqlError;

/// Adds the known name nearest to `wanted` as a hint, if one is near enough to be a slip.
pub(crate) fn nearest<'n>(error: SqlError, wanted: &str, known: impl Iterator<Item = &'n str>) -> SqlError {
    // One changed letter of one is another name, not a slip.
    let limit = match wanted.chars().count() {
        0 | 1 => 0,
        length => (length / 3).clamp(1, 4),
    };
    let best = known
        .map(|name| (distance(&wanted.to_lowercase(), &name.to_lowercase(), limit), name))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance);
    match best {
        Some((_, name)) => error.with_hint(format!("did you mean '{name}'?")),
        None => error,
    }
}

/// How many characters must be put, dropped, changed or swapped with their neighbour to make `b` of `a`; anything beyond
/// `limit` counts as more.
fn distance(a: &str, b: &str, limit: usize) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > limit {
        return limit + 1;
    }
    let mut before: Vec<usize> = vec![0; b.len() + 1];
    let mut previous: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let change = previous[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut cost = change.min(previous[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                cost = cost.min(before[j - 2] + 1);
            }
            row.push(cost);
        }
        before = std::mem::replace(&mut previous, row);
    }
    previous[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Position;

    #[test]
    fn slips_are_found_and_other_words_are_not() {
        for (wanted, known, expect) in [
            ("pgae", &["page", "action"][..], Some("page")),
            ("Page", &["page"], Some("page")),
            ("usr_id", &["user_id", "page"], Some("user_id")),
            ("x", &["page", "action"], None),
            ("COUNTT", &["COUNT", "CONCAT"], Some("COUNT")),
            ("zebra", &["page"], None),
            ("x", &["c"], None),
            ("C", &["c"], Some("c")),
        ] {
            let error = nearest(SqlError::at(Position::NONE, ""), wanted, known.iter().copied());
            assert_eq!(error.hint, expect.map(|name| format!("did you mean '{name}'?")), "{wanted}");
        }
    }
}

//! What somebody may have meant.

/// Longer names are not compared: the comparison costs the product of the lengths.
const MAX_COMPARED_BYTES: usize = 100;

/// The candidate that a name is a slip of the keyboard away from, if there is one.
pub(crate) fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let near = candidates.into_iter().filter_map(|candidate| Some((distance(name, candidate)?, candidate)));
    near.min().map(|(_, candidate)| candidate)
}

/// Whether a candidate could be what is nearest.
pub(crate) fn is_near(name: &str, candidate: &str) -> bool {
    distance(name, candidate).is_some()
}

/// How many slips there are between two names; none when those are too many, or they are the same.
fn distance(name: &str, candidate: &str) -> Option<usize> {
    let slips = name.len() / 3;
    // A slip adds or takes one character, which has four bytes at most.
    if name.len().abs_diff(candidate.len()) > slips * 4
        || name.len().max(candidate.len()) > MAX_COMPARED_BYTES
    {
        return None;
    }
    Some(strsim::osa_distance(name, candidate)).filter(|distance| (1..=slips).contains(distance))
}

//! What somebody may have meant.

/// The candidate that a name is a slip of the keyboard away from, if there is one.
pub(crate) fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    /// Longer names are not compared: the comparison costs the product of the lengths.
    const MAX_COMPARED_BYTES: usize = 100;
    let slips = name.len() / 3;
    candidates
        .into_iter()
        .filter(|candidate| name.len().max(candidate.len()) <= MAX_COMPARED_BYTES && *candidate != name)
        .map(|candidate| (strsim::osa_distance(name, candidate), candidate))
        .filter(|(distance, _)| *distance <= slips)
        .min()
        .map(|(_, candidate)| candidate)
}

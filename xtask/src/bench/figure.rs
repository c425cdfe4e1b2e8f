//! A figure that was taken several times.

/// Smallest, median and largest of several repetitions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Figure {
    pub smallest: f64,
    pub median: f64,
    pub largest: f64,
}

impl Figure {
    /// Summarises repetitions; without any, the figure is not a number.
    pub fn of(repetitions: &[f64]) -> Self {
        let mut sorted = repetitions.to_vec();
        sorted.sort_by(f64::total_cmp);
        let at = |index: usize| sorted.get(index).copied().unwrap_or(f64::NAN);
        Self { smallest: at(0), median: at(sorted.len() / 2), largest: at(sorted.len().saturating_sub(1)) }
    }

    /// Each repetition of one series by the repetition of the other that ran beside it.
    pub fn ratio(numerators: &[f64], denominators: &[f64]) -> Self {
        let ratios: Vec<f64> = numerators.iter().zip(denominators).map(|(a, b)| a / b).collect();
        Self::of(&ratios)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_not_moved_by_an_outlier() {
        let figure = Figure::of(&[3.0, 1000.0, 1.0, 2.0, 4.0]);
        assert_eq!(figure, Figure { smallest: 1.0, median: 3.0, largest: 1000.0 });
    }

    #[test]
    fn ratios_are_taken_within_a_repetition() {
        assert_eq!(
            Figure::ratio(&[10.0, 20.0], &[1.0, 2.0]),
            Figure { smallest: 10.0, median: 10.0, largest: 10.0 }
        );
    }
}

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

    /// The median of some values, and the one that 99 of 100 do not exceed.
    pub fn quantiles(values: &[f64]) -> (f64, f64) {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        let at = |index: usize| sorted.get(index).copied().unwrap_or(f64::NAN);
        (at(sorted.len() / 2), at((sorted.len() * 99).div_ceil(100).saturating_sub(1)))
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
    fn one_of_a_hundred_is_slower_than_the_slowest_hundredth() {
        let values: Vec<f64> = (1..=100).rev().map(f64::from).collect();
        assert_eq!(Figure::quantiles(&values), (51.0, 99.0));
        assert_eq!(Figure::quantiles(&[7.0]), (7.0, 7.0));
    }

    #[test]
    fn ratios_are_taken_within_a_repetition() {
        assert_eq!(
            Figure::ratio(&[10.0, 20.0], &[1.0, 2.0]),
            Figure { smallest: 10.0, median: 10.0, largest: 10.0 }
        );
    }
}

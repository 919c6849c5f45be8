//! The scales of a brief's amounts: what shares measure, unit and period, and no other, adds up.

use super::Total;
use crate::brief::Qualifier;
use crate::decimal::{MOST_EXACT_PLACES, scaled};
use crate::layout::widths::{self, ScaleKey};
use crate::model::{Flow, Model, UnitForm};

/// Amounts of one measure, unit and period.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// What they share.
    pub key: ScaleKey,
    /// Whether they add up: shares of a hundred have different wholes.
    pub adds_up: bool,
    /// The power of ten that makes whole numbers of all of them: the most decimals of one.
    decimals: i32,
    /// Whether some have more decimals than can be added exactly.
    is_rounded: bool,
}

/// Up to here whole numbers made of decimal amounts are free of rounding: the product of an amount
/// and a power of ten is off by less than a quarter.
const MOST_UNITS: f64 = (1_u64 << 50) as f64;

impl Scale {
    /// The amount that units stand for. Whole number and power of ten are exact, so it is the binary
    /// number nearest to the decimal sum, and is written as that: 0.1 and 0.2 are 0.3.
    pub fn value(&self, units: u64) -> f64 {
        #[allow(clippy::cast_precision_loss, reason = "at most 2^50 by the choice of the decimals")]
        let units = units as f64;
        scaled(units, -self.decimals)
    }

    /// An amount as a sum of one.
    fn total(&self, value: f64, qualifier: Qualifier, is_shared: bool) -> Total {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 2^50")]
        let units = scaled(value, self.decimals).round() as u64;
        let qualifier = if self.is_rounded { Qualifier::About } else { qualifier };
        Total { units, qualifier, added: 1, beside: 0, adds_up: self.adds_up && !is_shared }
    }
}

/// A number rounded to its first four digits.
pub(super) fn to_four_digits(value: f64) -> f64 {
    const AFTER_THE_FIRST: i32 = 3;
    if value == 0.0 {
        return value;
    }
    #[allow(clippy::cast_possible_truncation, reason = "no number has more than 400 digits")]
    let decimals = AFTER_THE_FIRST - libm::floor(libm::log10(value.abs())) as i32;
    scaled(scaled(value, decimals).round(), -decimals)
}

/// How many decimals a number is written with; `None` for more than can be counted.
fn decimals(value: f64) -> Option<i32> {
    (0..=MOST_EXACT_PLACES).find(|decimals| {
        let whole = scaled(value, *decimals).round();
        scaled(whole, -decimals) == value
    })
}

/// The scales of a model, in an order that does not depend on that of its flows, and for each flow
/// the scale of its amount and what it adds to a sum.
pub(super) fn scales(model: &Model) -> (Vec<Scale>, Vec<(Option<usize>, Total)>) {
    let (keys, amounts) = widths::scales(model);
    let scale = |key: ScaleKey| {
        let adds_up = model.units.get(key.unit) != Some(&UnitForm::Percent);
        Scale { key, adds_up, decimals: 0, is_rounded: false }
    };
    let mut scales: Vec<Scale> = keys.into_iter().map(scale).collect();
    let mut sums = vec![0.0; scales.len()];
    for (number, value) in amounts.iter().flatten() {
        if let (Some(scale), Some(sum)) = (scales.get_mut(*number), sums.get_mut(*number)) {
            *sum += value;
            match decimals(*value) {
                Some(decimals) => scale.decimals = scale.decimals.max(decimals),
                None => (scale.decimals, scale.is_rounded) = (MOST_EXACT_PLACES, true),
            }
        }
    }
    for (scale, sum) in scales.iter_mut().zip(sums) {
        while scaled(sum, scale.decimals) > MOST_UNITS {
            scale.decimals -= 1;
            scale.is_rounded = true;
        }
    }
    let mut behind = vec![0_u32; model.facts.len()];
    for flow in &model.flows {
        if let Some(flows) = behind.get_mut(flow.fact) {
            *flows += 1;
        }
    }
    let of_flow = |(flow, amount): (&Flow, Option<(usize, f64)>)| {
        let fact = model.facts.get(flow.fact);
        let qualifier = fact.map_or(Qualifier::Exact, |fact| fact.qualifier);
        let is_shared = behind.get(flow.fact).is_some_and(|flows| *flows > 1);
        let given = amount.and_then(|(number, value)| {
            Some((Some(number), scales.get(number)?.total(value, qualifier, is_shared)))
        });
        given.unwrap_or_else(|| {
            // Without an amount it is counted beside the sum of what it would have been one of.
            let would_be = fact.and_then(|fact| {
                scales.iter().position(|scale| {
                    scale.key.measure == fact.measure && scale.key.period == fact.period
                })
            });
            (would_be, Total { beside: 1, ..Total::NONE })
        })
    };
    let parts = model.flows.iter().zip(amounts).map(of_flow).collect();
    (scales, parts)
}

//! Widths of flows. Values share a scale only when measure, unit and period are the same.

use crate::model::{Model, UnitForm};

/// Widest flow where there are few, px.
pub const MOST_PX: f64 = 14.0;
/// Narrowest flow that has an amount, px.
const LEAST_PX: f64 = 1.5;
/// A flow whose amount nothing on the map can be compared with, px.
const SINGLE_PX: f64 = 6.0;
/// A flow that is smaller than another one of the same measure, of another period, px.
const OTHER_PERIOD_PX: f64 = 2.5;
/// A flow without an amount, px.
const NOT_GIVEN_PX: f64 = 2.0;

/// What the width of a flow says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Width {
    /// In proportion to others of its scale.
    Scaled(f64),
    /// One width: there is nothing to compare the amount with.
    Single,
    /// One width, thinner: a greater amount of the same measure stands for another period.
    OtherPeriod,
    /// The source gives no amount.
    NotGiven,
}

impl Width {
    /// Width to draw, px.
    pub fn px(self) -> f64 {
        match self {
            Width::Scaled(px) => px,
            Width::Single => SINGLE_PX,
            Width::OtherPeriod => OTHER_PERIOD_PX,
            Width::NotGiven => NOT_GIVEN_PX,
        }
    }
}

/// What a value has to share with another to be put on one scale with it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ScaleKey {
    /// Index into the model's measures.
    pub measure: usize,
    /// Index into the model's units.
    pub unit: usize,
    /// The period, as the brief writes it.
    pub period: Option<String>,
}

/// A flow's amount and the scale that it belongs to; nothing where the source gives no amount.
pub fn amount(model: &Model, flow: usize) -> Option<(ScaleKey, f64)> {
    let fact = model.facts.get(model.flows.get(flow)?.fact)?;
    let (value, unit) = fact.value?;
    let form = model.units.get(unit)?;
    let key = ScaleKey { measure: fact.measure, unit, period: fact.period.clone() };
    (!matches!(form, UnitForm::Rank | UnitForm::Year)).then_some((key, value))
}

/// The widest flow among so many that have an amount: more of them share the same ground.
pub fn most_px(count: usize) -> f64 {
    const FEW: f64 = 30.0;
    const LEAST_MOST_PX: f64 = 4.0;
    #[allow(clippy::cast_precision_loss, reason = "a count of flows")]
    let share = FEW / count.max(1) as f64;
    (MOST_PX * share.min(1.0).sqrt()).max(LEAST_MOST_PX)
}

/// The scales of a model's flows, in their order, and the amount of each flow with the number of its
/// scale.
pub fn scales(model: &Model) -> (Vec<ScaleKey>, Vec<Option<(usize, f64)>>) {
    let amounts: Vec<Option<(ScaleKey, f64)>> =
        (0..model.flows.len()).map(|flow| amount(model, flow)).collect();
    let mut keys: Vec<ScaleKey> = Vec::new();
    for (key, _) in amounts.iter().flatten() {
        if let Err(at) = keys.binary_search(key) {
            keys.insert(at, key.clone());
        }
    }
    let numbered = |amount: Option<(ScaleKey, f64)>| {
        let (key, value) = amount?;
        Some((keys.binary_search(&key).ok()?, value))
    };
    let amounts = amounts.into_iter().map(numbered).collect();
    (keys, amounts)
}

/// The width of every flow of a model, in its order.
pub fn widths(model: &Model) -> Vec<Width> {
    let (keys, amounts) = scales(model);
    widths_of(&amounts, &keys, most_px(amounts.iter().flatten().count()))
}

/// The widths of what has an amount, each with the number of its scale, or has none, in its order.
/// The greatest of a scale has the most.
pub fn widths_of(amounts: &[Option<(usize, f64)>], keys: &[ScaleKey], most_px: f64) -> Vec<Width> {
    // Of each scale how many there are, and the greatest.
    let mut peers: Vec<(usize, f64)> = vec![(0, 0.0); keys.len()];
    for (scale, value) in amounts.iter().flatten() {
        if let Some((count, most)) = peers.get_mut(*scale) {
            *count += 1;
            *most = most.max(*value);
        }
    }
    // The greatest of the same measure and unit, be it of another period.
    let of_any_period = |key: &ScaleKey| {
        let same = keys.iter().zip(&peers);
        let same = same.filter(|(other, _)| (other.measure, other.unit) == (key.measure, key.unit));
        same.map(|(_, (_, most))| *most).fold(0.0, f64::max)
    };
    let width = |amount: &Option<(usize, f64)>| {
        let (scale, value) = (*amount)?;
        let (key, (count, most)) = (keys.get(scale)?, *peers.get(scale)?);
        Some(if count > 1 {
            let share = if most > 0.0 { value / most } else { 0.0 };
            Width::Scaled((share * most_px).max(LEAST_PX))
        } else if value < of_any_period(key) {
            Width::OtherPeriod
        } else {
            Width::Single
        })
    };
    amounts.iter().map(|amount| width(amount).unwrap_or(Width::NotGiven)).collect()
}

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
#[derive(Debug, Clone, PartialEq, Eq)]
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
fn most_px(count: usize) -> f64 {
    const FEW: f64 = 30.0;
    const LEAST_MOST_PX: f64 = 4.0;
    #[allow(clippy::cast_precision_loss, reason = "a count of flows")]
    let share = FEW / count.max(1) as f64;
    (MOST_PX * share.min(1.0).sqrt()).max(LEAST_MOST_PX)
}

/// The width of every flow of a model, in its order.
pub fn widths(model: &Model) -> Vec<Width> {
    let amounts: Vec<Option<(ScaleKey, f64)>> =
        (0..model.flows.len()).map(|flow| amount(model, flow)).collect();
    let most_px = most_px(amounts.iter().flatten().count());
    let greatest = |same: &dyn Fn(&ScaleKey) -> bool| {
        let values = amounts.iter().flatten().filter(|(key, _)| same(key)).map(|(_, value)| *value);
        values.fold(0.0, f64::max)
    };
    amounts
        .iter()
        .map(|amount| {
            let Some((key, value)) = amount else { return Width::NotGiven };
            let peers = amounts.iter().flatten().filter(|(other, _)| other == key).count();
            if peers > 1 {
                let most = greatest(&|other| other == key);
                let share = if most > 0.0 { value / most } else { 0.0 };
                return Width::Scaled((share * most_px).max(LEAST_PX));
            }
            let most = greatest(&|other| other.measure == key.measure && other.unit == key.unit);
            if *value < most { Width::OtherPeriod } else { Width::Single }
        })
        .collect()
}

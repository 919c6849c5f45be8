//! A flow in words, and several that are drawn as one.

use super::{Clauses, cite};
use crate::brief::Direction;
use crate::compose::{Atlas, group_title};
use crate::format;
use crate::layout::widths::amount;
use crate::model::{Fact, Flow, Model, UnitForm};
use crate::panel::said_of_sum;
use crate::speech::{Length, Word};

/// From where to where, what, how much, when, and who says so.
pub(super) fn flow(model: &Model, index: usize, said: &mut Clauses) -> Option<()> {
    let speech = &model.speech;
    let flow = model.flows.get(index)?;
    let fact = model.facts.get(flow.fact)?;
    said.add(&ends(model, flow));
    said.add(&directed(model, flow.layer, flow.direction == Direction::TwoWay));
    let is_given = amount(model, index).is_some();
    if let Some(figure) = format::figure_in_words(model, fact) {
        let figure = figure.line();
        let measure = model.measures.get(fact.measure);
        match measure.filter(|_| !is_given || !is_plain(model, flow, fact)) {
            Some(measure) => {
                said.add(&speech.sentence(Word::Labelled, &[&measure.title, &figure]));
            }
            None => said.add(&figure),
        }
    }
    if !is_given {
        said.add(speech.word(Word::AmountNotGiven));
    }
    if let Some(period) = &fact.period {
        said.add(&format::period(speech, period));
    }
    cite(model, fact, said);
    Some(())
}

/// `Kazakhstan to China`.
pub(super) fn ends(model: &Model, flow: &Flow) -> String {
    let (from, to) = (model.end_name(flow.from), model.end_name(flow.to));
    model.speech.sentence(Word::FromTo, &[&from, &to])
}

fn directed(model: &Model, layer: usize, two_way: bool) -> String {
    let layer = model.layers.get(layer).map_or("", |layer| &*layer.title);
    if two_way { model.speech.sentence(Word::BothWays, &[layer]) } else { layer.to_owned() }
}

/// Whether the layer says what an amount is of: all that it gives is money of one measure.
fn is_plain(model: &Model, flow: &Flow, fact: &Fact) -> bool {
    let is_money =
        |(_, unit): (f64, usize)| matches!(model.units.get(unit), Some(UnitForm::Dollars { .. }));
    let is_other = |other: &Flow| {
        let of = model.facts.get(other.fact).map(|fact| fact.measure);
        of != Some(fact.measure) && other.amount(model).is_some()
    };
    let mut of_layer = model.flows.iter().filter(|other| other.layer == flow.layer);
    fact.value.is_some_and(is_money) && !of_layer.any(is_other)
}

/// The ends, the layer, and what the flows come to.
pub(super) fn sum(atlas: &Atlas, number: usize, said: &mut Clauses) -> Option<()> {
    let (model, sums) = (&atlas.model, atlas.sums.as_ref()?);
    let (level, _, lane) = sums.lane(number)?;
    let kind = sums.kinds.get(lane.kind as usize)?;
    let end = |group: u32| group_title(atlas, sums.first_group(level) + group as usize);
    said.add(&model.speech.sentence(Word::FromTo, &[&end(lane.from), &end(lane.to)]));
    said.add(&directed(model, kind.layer, kind.two_way));
    said.add(&said_of_sum(model, sums, (kind, lane.kind), &lane.total, Length::Words));
    Some(())
}

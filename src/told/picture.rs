//! What a picture shows, for the description of the map.

use super::Clauses;
use super::flow::ends;
use crate::compose::Atlas;
use crate::format;
use crate::layout::seen::Seen;
use crate::layout::widths::amount;
use crate::model::Model;
use crate::sorted::SortedSet;
use crate::speech::Word;

/// Tells of a picture in which these things are seen, in two lines. The first has the lens and how
/// much of what is in view: what is other when a lens or a layer is. The second has the layers, the
/// largest and the smallest, and what is without an amount. `layers`: which are on.
pub fn describe(atlas: &Atlas, layers: &[bool], lens: Option<usize>, seen: &Seen) -> String {
    let model = &atlas.model;
    let speech = &model.speech;
    let mut text = String::new();
    if let Some(lens) = lens.and_then(|lens| model.lenses.get(lens)) {
        text.push_str(&speech.sentence(Word::LensShown, &[&lens.title]));
        text.push(' ');
    }
    text.push_str(&in_view(atlas, seen));
    text.push('\n');
    let on = model.layers.iter().zip(layers).filter(|(_, on)| **on);
    let titles: Vec<&str> = on.map(|(layer, _)| &*layer.title.text).collect();
    match titles.as_slice() {
        [] => text.push_str(speech.word(Word::NoLayerShown)),
        _ => text.push_str(&speech.sentence(Word::LayersShown, &[&speech.names(&titles)])),
    }
    compare(model, &seen.flows, &mut text);
    let without = seen.flows.iter().filter(|flow| amount(model, **flow).is_none()).count();
    if without > 0 {
        let counted = speech.counted(Word::FlowsCounted, without);
        text.push(' ');
        text.push_str(&speech.sentence(Word::WithoutAmount, &[&counted]));
    }
    text
}

/// How many flows, places and lines; flows that are drawn as one count as what they are.
fn in_view(atlas: &Atlas, seen: &Seen) -> String {
    let speech = &atlas.model.speech;
    let mut flows = seen.flows.len();
    for number in seen.sums.iter() {
        let lane = atlas.sums.as_ref().and_then(|sums| sums.lane(*number));
        flows += lane.map_or(0, |(_, _, lane)| lane.total.flows() as usize);
    }
    // A line may be seen twice, where a part of its route is schematic.
    let whole =
        seen.lines.iter().filter(|(line, part)| !part || !seen.lines.contains(&(*line, false)));
    let mut counts = Vec::new();
    for (word, count) in [
        (Word::FlowsCounted, flows),
        (Word::PlacesCounted, seen.places.len()),
        (Word::LinesCounted, whole.count()),
    ] {
        if count > 0 {
            counts.push(speech.counted(word, count));
        }
    }
    match counts.as_slice() {
        [] => speech.word(Word::NothingInView).to_owned(),
        _ => speech.sentence(Word::InView, &[&speech.names_and(&counts)]),
    }
}

/// Adds the largest and the smallest of each measure, unit and period that several flows share.
fn compare(model: &Model, flows: &SortedSet<usize>, text: &mut String) {
    let speech = &model.speech;
    let given: Vec<_> =
        flows.iter().filter_map(|flow| amount(model, *flow).map(|(key, _)| (key, *flow))).collect();
    let value = |flow: usize| amount(model, flow).map_or(0.0, |(_, value)| value);
    let mut are_apart = given.len() > 1;
    for (at, (key, _)) in given.iter().enumerate() {
        // Each scale once.
        if given.iter().take(at).any(|(other, _)| other == key) {
            continue;
        }
        let same = given.iter().filter(|(other, _)| other == key);
        let peers: Vec<usize> = same.map(|(_, flow)| *flow).collect();
        are_apart &= peers.len() == 1;
        let (mut most, mut least) = (0, 0);
        let of = |at: usize| peers.get(at).map_or(0.0, |flow| value(*flow));
        for at in 1..peers.len() {
            most = if of(at) > of(most) { at } else { most };
            least = if of(at) < of(least) { at } else { least };
        }
        // Of equals none is the largest.
        let is_alone = |one: usize| (0..peers.len()).all(|at| at == one || of(at) != of(one));
        let (Some(most_flow), Some(least_flow)) = (peers.get(most), peers.get(least)) else {
            continue;
        };
        if most == least || !is_alone(most) || !is_alone(least) {
            continue;
        }
        let mut what = Clauses::new(speech);
        what.add(model.measures.get(key.measure).map_or("", |measure| &*measure.title));
        if let Some(period) = &key.period {
            what.add(&format::period(speech, period));
        }
        let parts = [what.text, with_figure(model, *most_flow), with_figure(model, *least_flow)];
        text.push(' ');
        text.push_str(
            &speech.sentence(Word::LargestAndSmallest, &parts.each_ref().map(|part| &**part)),
        );
    }
    if are_apart {
        text.push(' ');
        text.push_str(speech.word(Word::NoneCompared));
    }
}

/// A flow's ends and value.
fn with_figure(model: &Model, flow: usize) -> String {
    let mut said = Clauses::new(&model.speech);
    if let Some(flow) = model.flows.get(flow) {
        said.add(&ends(model, flow));
        let figure =
            model.facts.get(flow.fact).and_then(|fact| format::figure_in_words(model, fact));
        said.add(&figure.unwrap_or_default().line());
    }
    said.text
}

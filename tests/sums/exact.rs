//! Sums are those that come of adding up, flow by flow, what may be added.

use super::{AMONG_PLACES, MIXED, groups, sums_of};
use crate::common::many::{Many, atlas_of, world};
use khorgos::brief::{Direction, Qualifier};
use khorgos::layout::widths::Width;
use khorgos::model::{Model, UnitForm};
use khorgos::sums::Sums;
use serde_json::Value;
use std::collections::BTreeMap;

/// A decimal as it is written, in millionths.
fn millionths(value: f64) -> u128 {
    let text = value.to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    assert!(fraction.len() <= 6, "{text}");
    format!("{whole}{fraction:0<6}").parse().unwrap()
}

/// What flows have to share to be added: layer, direction, measure, unit, period.
type Key = (usize, bool, usize, usize, Option<String>);

/// An amount that adds up, in millionths, with its key; nothing for all other flows.
fn addend(model: &Model, flow: usize) -> Option<(Key, u128)> {
    let (flow, fact) = (&model.flows[flow], &model.facts[model.flows[flow].fact]);
    let (value, unit) = fact.value?;
    let of_one_flow = model.flows.iter().filter(|other| other.fact == flow.fact).count() == 1;
    let adds_up = of_one_flow
        && !matches!(model.units[unit], UnitForm::Percent | UnitForm::Rank | UnitForm::Year);
    let key =
        (flow.layer, flow.direction == Direction::TwoWay, fact.measure, unit, fact.period.clone());
    adds_up.then(|| (key, millionths(value)))
}

fn key_of(sums: &Sums, kind: u32) -> Option<Key> {
    let kind = sums.kinds[kind as usize];
    let key = &sums.scales[kind.scale?].key;
    Some((kind.layer, kind.two_way, key.measure, key.unit, key.period.clone()))
}

#[test]
fn sums_are_those_of_adding_up_flow_by_flow() {
    for many in [MIXED, AMONG_PLACES] {
        let (model, sums) = sums_of(many);
        let mut summed = 0;
        for level in &sums.levels[1..] {
            let of = groups(&sums, level);
            let mut wanted: BTreeMap<(usize, usize, Key), (u128, u32)> = BTreeMap::new();
            for (number, flow) in model.flows.iter().enumerate() {
                let (from, to) = (of[&flow.from], of[&flow.to]);
                let two_way = flow.direction == Direction::TwoWay;
                let (from, to) = if two_way { (from.min(to), from.max(to)) } else { (from, to) };
                if let Some((key, value)) = addend(&model, number)
                    && from != to
                {
                    let sum = wanted.entry((from, to, key)).or_default();
                    *sum = (sum.0 + value, sum.1 + 1);
                }
            }
            let mut found = BTreeMap::new();
            for lane in level.lanes.iter().filter(|lane| lane.total.adds_up && lane.total.added > 0)
            {
                let kind = sums.kinds[lane.kind as usize];
                let value = sums.scales[kind.scale.unwrap()].value(lane.total.units);
                let key = key_of(&sums, lane.kind).unwrap();
                let twice = found.insert(
                    (lane.from as usize, lane.to as usize, key),
                    (millionths(value), lane.total.added),
                );
                assert_eq!(twice, None);
                summed += u32::from(lane.total.added > 1);
            }
            assert_eq!(found, wanted);
        }
        assert!(summed > 100, "{summed}");
    }
}

#[test]
fn what_stays_inside_is_added_up_too() {
    let (model, sums) = sums_of(AMONG_PLACES);
    for level in &sums.levels {
        let of = groups(&sums, level);
        let mut wanted: BTreeMap<Key, u128> = BTreeMap::new();
        for (number, flow) in model.flows.iter().enumerate() {
            if let Some((key, value)) = addend(&model, number)
                && of[&flow.from] == of[&flow.to]
            {
                *wanted.entry(key).or_default() += value;
            }
        }
        let mut found = BTreeMap::new();
        for inside in level.inside.iter().filter(|inside| inside.total.added > 0) {
            let scale = &sums.scales[sums.kinds[inside.kind as usize].scale.unwrap()];
            let key = key_of(&sums, inside.kind).unwrap();
            found.insert(key, millionths(scale.value(inside.total.units)));
        }
        assert_eq!(found, wanted);
        // Group by group it comes to the same.
        let within: u32 = (0..level.groups.len())
            .flat_map(|group| sums.within(level, group))
            .map(|(_, total)| total.flows())
            .sum();
        assert_eq!(within, level.inside.iter().map(|inside| inside.total.flows()).sum::<u32>());
    }
}

#[test]
fn a_sum_is_as_sure_as_its_summands() {
    let (model, sums) = sums_of(MIXED);
    let mut kinds = BTreeMap::new();
    for level in &sums.levels[1..] {
        for lane in level.lanes.iter().filter(|lane| lane.total.added > 1) {
            let flows = sums.flows_of(&model, level, lane);
            let facts = flows.iter().filter(|flow| addend(&model, **flow).is_some());
            let mut unsure: Vec<Qualifier> = facts
                .map(|flow| model.facts[model.flows[*flow].fact].qualifier)
                .filter(|qualifier| *qualifier != Qualifier::Exact)
                .collect();
            unsure.dedup();
            let wanted = match unsure[..] {
                [] => Qualifier::Exact,
                [only] => only,
                _ if unsure.iter().all(|one| *one == unsure[0]) => unsure[0],
                _ => Qualifier::About,
            };
            assert_eq!(lane.total.qualifier, wanted, "{unsure:?}");
            *kinds.entry(format!("{wanted:?}")).or_insert(0) += 1;
        }
    }
    assert_eq!(kinds.len(), 5, "{kinds:?}");
}

#[test]
fn shares_ranks_and_amounts_behind_several_flows_are_counted_beside() {
    let (model, sums) = sums_of(MIXED);
    let mut beside = 0;
    for level in &sums.levels[1..] {
        for lane in level.lanes.iter().filter(|lane| lane.total.flows() > 1) {
            let flows = sums.flows_of(&model, level, lane);
            let added = flows.iter().filter(|flow| addend(&model, **flow).is_some()).count();
            assert_eq!(lane.total.added as usize, added);
            assert_eq!(lane.total.beside as usize, flows.len() - added);
            beside += lane.total.beside;
            assert_eq!(lane.width == Width::NotGiven, added == 0);
        }
    }
    assert!(beside > 100);
}

#[test]
fn decimals_add_up_as_on_paper() {
    let many = Many { seed: 9, flows: 200, countries: 8, places: 0, mixed: false };
    let base = world();
    let mut document = many.document(&base);
    for (number, fact) in document["facts"].as_array_mut().unwrap().iter_mut().enumerate() {
        fact["value"] = Value::from([0.1, 0.2, 0.7, 1e-7][number % 4]);
    }
    let atlas = atlas_of(&document, &base);
    let sums = atlas.sums.as_ref().unwrap();
    let level = &sums.levels[1];
    let scale = &sums.scales[0];
    let lane = level.lanes.iter().max_by_key(|lane| lane.total.added).unwrap();
    let flows = sums.flows_of(&atlas.model, level, lane);
    let tenths = |flow: &usize| [1, 2, 7, 0][atlas.model.flows[*flow].fact % 4];
    let small = flows.iter().filter(|flow| atlas.model.flows[**flow].fact % 4 == 3).count();
    let wanted = format!("{}.{}", flows.iter().map(tenths).sum::<u32>() / 10, {
        let rest = flows.iter().map(tenths).sum::<u32>() % 10;
        format!("{rest}{small:06}")
    });
    let written = format!("{:.7}", scale.value(lane.total.units));
    assert_eq!(written, wanted);
    assert_eq!(lane.total.qualifier, Qualifier::Exact);
    assert!(flows.len() > 3);
}

#[test]
fn what_cannot_be_added_exactly_is_about() {
    let many = Many { seed: 9, flows: 200, countries: 8, places: 0, mixed: false };
    let base = world();
    for (values, exact) in [([1e12, 3.0, 5.5, 1.0], true), ([1e300, 1e-9, 7.25, 1.0], false)] {
        let mut document = many.document(&base);
        for (number, fact) in document["facts"].as_array_mut().unwrap().iter_mut().enumerate() {
            fact["value"] = Value::from(values[number % 4]);
        }
        let atlas = atlas_of(&document, &base);
        let sums = atlas.sums.as_ref().unwrap();
        let lanes = || sums.levels[1].lanes.iter();
        assert_eq!(lanes().all(|lane| lane.total.qualifier == Qualifier::Exact), exact);
        assert_eq!(lanes().all(|lane| lane.total.qualifier == Qualifier::About), !exact);
        for lane in lanes() {
            let flows = sums.flows_of(&atlas.model, &sums.levels[1], lane);
            let value = |flow: &usize| atlas.model.facts[atlas.model.flows[*flow].fact].value;
            let plain: f64 = flows.iter().filter_map(value).map(|(value, _)| value).sum();
            let sum = sums.scales[0].value(lane.total.units);
            let most = values.iter().copied().fold(0.0, f64::max);
            assert!((sum - plain).abs() <= 1e-10 * most, "{sum} {plain}");
        }
    }
}

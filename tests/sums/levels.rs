//! Levels: every flow has its place on each of them, whatever the order of the brief.

use super::{AMONG_PLACES, MIXED, PLAIN, groups, sums_of};
use crate::common::flow_sets::Random;
use crate::common::many::{Many, atlas_of, world};
use khorgos::lens::is_about;
use khorgos::model::Thing;
use khorgos::sums::Lane;
use serde_json::Value;

#[test]
fn on_every_level_each_flow_is_in_one_lane_or_inside_one_group() {
    for many in [MIXED, AMONG_PLACES, PLAIN] {
        let (model, sums) = sums_of(many);
        for level in &sums.levels {
            let inside: u32 = level.inside.iter().map(|inside| inside.total.flows()).sum();
            let lanes: u32 = level.lanes.iter().map(|lane| lane.total.flows()).sum();
            assert_eq!((inside + lanes) as usize, model.flows.len());
            let mut seen = vec![0; model.flows.len()];
            for lane in &level.lanes {
                let flows = sums.flows_of(&model, level, lane);
                assert_eq!(flows.len(), lane.total.flows() as usize);
                flows.into_iter().for_each(|flow| seen[flow] += 1);
            }
            let of = groups(&sums, level);
            for (flow, seen) in model.flows.iter().zip(seen) {
                assert_eq!(seen, u32::from(of[&flow.from] != of[&flow.to]), "{flow:?}");
            }
        }
    }
}

/// A document with its flows, facts and places in another order.
fn shuffled(document: &Value, seed: u64) -> Value {
    let mut document = document.clone();
    let mut random = Random(seed);
    for key in ["flows", "facts", "places"] {
        let list = document[key].as_array_mut().unwrap();
        for last in (1..list.len()).rev() {
            list.swap(last, random.below(last + 1));
        }
    }
    document
}

#[test]
fn the_order_of_the_brief_does_not_matter() {
    for many in [MIXED, AMONG_PLACES] {
        let base = world();
        let document = many.document(&base);
        let index = |document: &Value| {
            let atlas = atlas_of(document, &base);
            let sums = atlas.sums.as_ref().unwrap();
            let of_lane = |(number, lane): (usize, &Lane)| {
                let id = sums.lane_id(&atlas.model, number).unwrap();
                let mut flows: Vec<String> = match lane.single() {
                    Some(flow) => vec![atlas.model.flows[flow].id.clone()],
                    None => Vec::new(),
                };
                flows.push(id);
                (
                    flows,
                    lane.from,
                    lane.to,
                    lane.kind,
                    lane.total,
                    lane.hue,
                    format!("{:?}", lane.width),
                )
            };
            let lanes = sums.levels.iter().flat_map(|level| &level.lanes);
            let lanes: Vec<_> = lanes.enumerate().map(of_lane).collect();
            let groups: usize = sums.levels.iter().map(|level| level.groups.len()).sum();
            let groups: Vec<_> =
                (0..groups).map(|number| sums.group_id(&atlas.model, number).unwrap()).collect();
            (lanes, groups)
        };
        assert_eq!(index(&document), index(&shuffled(&document, 5)));
    }
}

#[test]
fn nearer_groups_split_until_only_what_shares_a_spot_is_one() {
    let (model, sums) = sums_of(AMONG_PLACES);
    for pair in sums.levels.windows(2) {
        assert_eq!(pair[0].from_px_per_km, 2.0 * pair[1].from_px_per_km);
        let (near, far) = (groups(&sums, &pair[0]), groups(&sums, &pair[1]));
        for (a, group) in &near {
            for b in near.keys().filter(|b| near[*b] == *group) {
                assert_eq!(far[a], far[b], "what is one from near is one from afar");
            }
        }
        assert!(pair[0].groups.len() >= pair[1].groups.len());
    }
    let nearest = &sums.levels[0];
    let of = groups(&sums, nearest);
    for (a, group) in &of {
        for (b, other) in &of {
            let together = model.end_position(*a) == model.end_position(*b);
            assert_eq!(group == other, together, "{a:?} {b:?}");
        }
    }
    assert!(nearest.groups.iter().any(|group| group.ends > 1));
    assert!(nearest.lanes.iter().all(|lane| lane.single().is_some()));
    // Groups keep their distance, so that there is room for their discs.
    const APART_PX: f64 = 46.0;
    for level in &sums.levels[1..] {
        for (number, group) in level.groups.iter().enumerate() {
            for other in &level.groups[number + 1..] {
                let apart_px = group.at.distance(other.at) * level.from_px_per_km;
                assert!(apart_px > APART_PX, "{group:?} {other:?}");
            }
        }
    }
}

#[test]
fn every_lane_and_group_is_found_by_its_id() {
    let (model, sums) = sums_of(Many { flows: 300, ..AMONG_PLACES });
    let lanes: usize = sums.levels.iter().map(|level| level.lanes.len()).sum();
    for number in 0..lanes {
        let id = sums.lane_id(&model, number).unwrap();
        assert_eq!(sums.find_lane(&model, &id), Some(number), "{id}");
    }
    let groups: usize = sums.levels.iter().map(|level| level.groups.len()).sum();
    for number in 0..groups {
        let id = sums.group_id(&model, number).unwrap();
        assert_eq!(sums.find_group(&model, &id), Some(number), "{id}");
    }
    assert_eq!((sums.lane_id(&model, lanes), sums.group_id(&model, groups)), (None, None));
}

#[test]
fn a_sum_is_dimmed_when_a_lens_is_about_none_of_its_flows() {
    let base = world();
    let mut document = PLAIN.document(&base);
    document["lenses"] = serde_json::json!([
        { "id": "east", "title": "East", "blocs": ["east"] }, { "id": "all", "title": "All" }
    ]);
    let atlas = atlas_of(&document, &base);
    let (model, sums) = (&atlas.model, atlas.sums.as_ref().unwrap());
    let mut found = [0, 0];
    for level in &sums.levels {
        for lane in level.lanes.iter().take(50) {
            let about = |lens: usize| {
                sums.flows_of(model, level, lane).iter().any(|flow| {
                    let thing = Thing::Flow(*flow);
                    is_about(model, &model.lenses[lens], thing)
                })
            };
            assert_eq!(lane.is_of_lens(0), about(0));
            assert!(lane.is_of_lens(1));
            found[usize::from(about(0))] += 1;
        }
    }
    assert!(found[0] > 10 && found[1] > 10, "{found:?}");
}

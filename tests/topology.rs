//! Borders that polygons share, found and stored once.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::disallowed_methods, reason = "the standard library's own order")]

use geo::Coord;
use khorgos::geo::{BaseMap, MapReader, Topology};
use proptest::prelude::*;
use serde_json::json;

fn line(points: &[(f64, f64)]) -> Vec<Coord> {
    points.iter().map(|(x, y)| Coord { x: *x, y: *y }).collect()
}

/// The arcs, and each line as the points of those that it is made of.
fn cut(lines: &[Vec<Coord>]) -> (Vec<Vec<Coord>>, Vec<Vec<Coord>>) {
    let mut topology = Topology::default();
    for line in lines {
        topology.add(line.iter().copied());
    }
    let mut arcs: Vec<Vec<Coord>> = Vec::new();
    let mut whole = Vec::new();
    for number in 0..lines.len() {
        let uses = topology.cut(number, &mut |arc| arcs.push(arc));
        let mut points: Vec<Coord> = Vec::new();
        for (arc, reversed) in uses {
            let mut arc = arcs[arc].clone();
            if reversed {
                arc.reverse();
            }
            assert!(points.is_empty() || points.last() == arc.first());
            points.extend(arc.into_iter().skip(usize::from(!points.is_empty())));
        }
        whole.push(points);
    }
    (arcs, whole)
}

#[test]
fn two_squares_share_the_side_between_them() {
    let west = line(&[(0.0, 0.0), (1.0, 0.0), (1.0, 0.5), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0)]);
    let east = line(&[(1.0, 1.0), (1.0, 0.5), (1.0, 0.0), (2.0, 0.0), (2.0, 1.0), (1.0, 1.0)]);
    let (arcs, _) = cut(&[west, east]);
    let mut lengths: Vec<usize> = arcs.iter().map(Vec::len).collect();
    lengths.sort_unstable();
    assert_eq!(lengths, [3, 4, 4], "one side of three points, and what is left of either square");
}

#[test]
fn a_hole_is_the_land_within_it_whatever_the_start_and_the_direction() {
    let hole = line(&[(1.0, 1.0), (2.0, 1.0), (2.0, 2.0), (1.0, 2.0), (1.0, 1.0)]);
    let within = line(&[(2.0, 2.0), (2.0, 1.0), (1.0, 1.0), (1.0, 2.0), (2.0, 2.0)]);
    let (arcs, _) = cut(&[hole, within]);
    assert_eq!(arcs.len(), 1);
}

#[test]
fn points_a_centimetre_apart_are_one() {
    let west = line(&[(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 0.0)]);
    let east = line(&[(1.000_000_1, 0.0), (2.0, 0.5), (1.0, 0.999_999_9), (1.000_000_1, 0.0)]);
    let (arcs, _) = cut(&[west, east]);
    assert_eq!(arcs.len(), 3);
}

#[test]
fn lines_meet_at_their_ends_and_where_they_part() {
    let long = line(&[(0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (3.0, 0.0)]);
    let joins = line(&[(1.0, 1.0), (1.0, 0.0), (2.0, 0.0), (2.0, 1.0)]);
    let (arcs, whole) = cut(&[long.clone(), joins.clone()]);
    assert_eq!(arcs.len(), 5, "{arcs:?}");
    assert_eq!(whole, [long, joins]);
}

/// Steps of a walk on a coarse grid, which crosses and follows itself and others.
fn walks() -> impl Strategy<Value = Vec<(bool, Vec<(i8, i8)>)>> {
    prop::collection::vec((any::<bool>(), prop::collection::vec((0..5i8, 0..5i8), 2..12)), 1..8)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn lines_are_made_of_their_arcs_and_no_side_stands_twice(walks in walks()) {
        let lines: Vec<Vec<Coord>> = walks
            .into_iter()
            .map(|(is_closed, mut walk)| {
                walk.dedup();
                if is_closed {
                    walk.push(walk[0]);
                    walk.dedup();
                }
                walk.into_iter().map(|(x, y)| Coord { x: x.into(), y: y.into() }).collect()
            })
            .collect();
        let (arcs, whole) = cut(&lines);
        for (line, whole) in lines.iter().zip(&whole) {
            let is_closed = line.len() > 2 && line.first() == line.last();
            if !is_closed {
                prop_assert!(line == whole || line.len() == 1);
                continue;
            }
            // A ring may start elsewhere.
            let open = &line[1..];
            let twice: Vec<Coord> = open.iter().chain(open).copied().collect();
            prop_assert_eq!(line.len(), whole.len());
            prop_assert!(twice.windows(open.len()).any(|part| part == &whole[1..]));
        }
        let sides = |arc: &Vec<Coord>| -> Vec<(String, usize)> {
            let side = |pair: &[Coord]| {
                let mut ends = [format!("{:?}", pair[0]), format!("{:?}", pair[1])];
                ends.sort();
                ends.concat()
            };
            arc.windows(2).map(|pair| (side(pair), arc.len())).collect()
        };
        // A side may stand twice within one arc that runs back along itself, never in two arcs.
        let mut owners: std::collections::BTreeMap<String, usize> = Default::default();
        for (number, arc) in arcs.iter().enumerate() {
            for (side, _) in sides(arc) {
                prop_assert_eq!(*owners.entry(side).or_insert(number), number);
            }
        }
    }
}

fn read(document: &serde_json::Value) -> BaseMap {
    MapReader::new(vec![document.to_string().into_bytes()]).finish().unwrap()
}

#[test]
fn a_border_of_plain_geojson_is_a_border() {
    let square = |id: &str, west: f64| {
        let east = west + 10.0;
        json!({ "type": "Feature", "properties": { "iso_a3": id }, "geometry": { "type": "Polygon",
            "coordinates": [[[west, 40.0], [east, 40.0], [east, 50.0], [west, 50.0], [west, 40.0]]] } })
    };
    let map = read(&json!({ "type": "FeatureCollection",
        "features": [square("AAA", 50.0), square("BBB", 60.0)] }));
    let division = khorgos::division::divide(&map, khorgos::worldview::WorldView::Un);
    let borders: Vec<_> = map
        .chains
        .iter()
        .zip(&division.chains)
        .filter(|(_, of)| **of == khorgos::division::ChainUse::Border)
        .map(|(chain, _)| chain.extent())
        .collect();
    assert_eq!(borders, [[60.0, 40.0, 60.0, 50.0]]);
}

#[test]
fn land_beside_its_countries_is_no_country() {
    let square = json!([[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]);
    let polygon = |id: &str| json!({ "type": "Polygon", "id": id, "arcs": [[0]] });
    let objects = |objects: serde_json::Value| {
        read(&json!({ "type": "Topology", "arcs": [square], "objects": objects }))
    };
    let ids = |map: &BaseMap| map.countries.iter().map(|c| c.id.clone()).collect::<Vec<_>>();
    let both = objects(json!({ "countries": polygon("AAA"), "land": polygon("") }));
    assert_eq!(ids(&both), ["AAA"]);
    assert_eq!(ids(&objects(json!({ "land": polygon("EARTH") }))), ["EARTH"]);
}

#[test]
fn reading_in_steps_tells_how_far_it_is() {
    let bytes = std::fs::read("assets/map/base.topo.json").unwrap();
    let mut reader = MapReader::new(vec![
        bytes.clone(),
        b"{\"type\":\"Topology\",\"arcs\":[],\"objects\":{}}".to_vec(),
    ]);
    let (mut before, mut steps) = (0.0, 0);
    while reader.step() {
        let share = reader.share();
        assert!(share >= before && share <= 1.0, "{share} after {before}");
        (before, steps) = (share, steps + 1);
    }
    assert!(steps > 2000 && before > 0.4, "{steps} steps, {before}");
    let whole = MapReader::new(vec![bytes]).finish().unwrap();
    assert_eq!(reader.finish().unwrap(), whole);
}

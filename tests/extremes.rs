//! Documents whose numbers are extreme, whose lists are empty, and in which everything stands twice: each
//! is drawn, or what is wrong with it is told.
#![cfg(not(target_arch = "wasm32"))]

mod common;
#[path = "common/hostile/mod.rs"]
mod hostile;

use common::{bytes, places};
use serde_json::{Value, json};

/// Numbers as they may stand in a document, and what some take for numbers.
const NUMBERS: [&str; 18] = [
    "0",
    "-0",
    "-0.0",
    "1e308",
    "-1e308",
    "1e400",
    "-1e400",
    "5e-324",
    "1e-400",
    "90",
    "-90",
    "90.000001",
    "180",
    "-180",
    "180.000001",
    "NaN",
    "Infinity",
    "null",
];

/// Briefs, and whether each is drawn on the shipped map.
const BRIEFS: [(&str, bool); 2] = [
    ("tests/fixtures/briefs/every_sign.json", false),
    ("tests/fixtures/briefs/good_every_member.json", true),
];

fn document(path: &str) -> Value {
    serde_json::from_slice(&bytes(path)).unwrap()
}

/// The places of a kind, one for all elements of a list.
fn kinds_of_places(document: &Value, is_one: &dyn Fn(&Value) -> bool) -> Vec<String> {
    let kind = |place: &str| {
        let parts = place.split('/');
        parts
            .map(|part| if part.parse::<usize>().is_ok() { "*" } else { part })
            .collect::<Vec<_>>()
            .join("/")
    };
    let mut found: Vec<String> = Vec::new();
    for place in places(document, is_one) {
        if !found.iter().any(|known| kind(known) == kind(&place)) {
            found.push(place);
        }
    }
    found
}

/// The document with something else in a place.
fn with(document: &Value, place: &str, text: &str) -> String {
    let mut changed = document.clone();
    *changed.pointer_mut(place).unwrap() = json!("@@");
    changed.to_string().replace("\"@@\"", text)
}

/// Does something with documents that have each of the numbers in each place of one; how many were good.
fn with_each_number(document: &Value, is_good: &dyn Fn(&[u8]) -> bool) -> [usize; 2] {
    let mut counts = [0, 0];
    for place in kinds_of_places(document, &Value::is_number) {
        for number in NUMBERS {
            println!("{place}: {number}");
            counts[usize::from(is_good(with(document, &place, number).as_bytes()))] += 1;
        }
    }
    counts
}

/// Lists and tables of a document without anything, and with their first element or member twice.
fn emptied_and_doubled(document: &Value) -> Vec<String> {
    let mut changed = Vec::new();
    for place in kinds_of_places(document, &Value::is_array) {
        changed.push(with(document, &place, "[]"));
        let list = document.pointer(&place).unwrap();
        if let Some(first) = list.get(0) {
            let mut twice = list.as_array().unwrap().clone();
            twice.insert(0, first.clone());
            changed.push(with(document, &place, &Value::from(twice).to_string()));
        }
    }
    for place in kinds_of_places(document, &Value::is_object) {
        changed.push(with(document, &place, "{}"));
        let table = document.pointer(&place).unwrap();
        if let Some((key, value)) = table.as_object().unwrap().iter().next() {
            let table = table.to_string();
            let rest = table.strip_prefix('{').unwrap();
            changed.push(with(document, &place, &format!("{{{}:{value},{rest}", json!(key))));
        }
    }
    changed
}

#[test]
fn every_number_of_a_brief() {
    for (path, shipped) in BRIEFS {
        let counts = with_each_number(&document(path), &|brief| hostile::drawn(brief, shipped));
        assert!(counts.into_iter().all(|count| count > 20), "{path}: {counts:?}");
    }
}

#[test]
fn everything_in_a_brief_empty_and_twice() {
    for (path, shipped) in BRIEFS {
        let mut counts = [0, 0];
        for changed in emptied_and_doubled(&document(path)) {
            println!("{changed}");
            counts[usize::from(hostile::drawn(changed.as_bytes(), shipped))] += 1;
        }
        assert!(counts.into_iter().all(|count| count > 10), "{path}: {counts:?}");
    }
}

/// A topology, and every kind of geometry of GeoJSON that is read.
fn maps() -> [Value; 2] {
    let square = json!([
        [[40, 40], [60, 40], [60, 60], [40, 60], [40, 40]],
        [[45, 45], [50, 50], [55, 45], [45, 45]]
    ]);
    let geometries = [
        json!({ "type": "Polygon", "coordinates": square }),
        json!({ "type": "MultiPolygon", "coordinates": [square] }),
        json!({ "type": "LineString", "coordinates": square[0] }),
        json!({ "type": "MultiLineString", "coordinates": square }),
        json!({ "type": "Point", "coordinates": [41.5, 42.5] }),
    ];
    let feature = |(number, geometry): (usize, &Value)| {
        json!({ "type": "Feature", "id": format!("AA{number}"), "bbox": [40, 40, 60, 60],
            "properties": { "name": format!("Land {number}"), "rank": 3 }, "geometry": geometry })
    };
    let features: Vec<Value> = geometries.iter().enumerate().map(feature).collect();
    [
        document("tests/fixtures/maps/small.topo.json"),
        json!({ "type": "FeatureCollection", "features": features }),
    ]
}

#[test]
fn every_number_of_a_map() {
    for map in maps() {
        let counts = with_each_number(&map, &hostile::is_map);
        assert!(counts.into_iter().all(|count| count > 10), "{counts:?}");
    }
}

#[test]
fn everything_in_a_map_empty_and_twice() {
    for map in maps() {
        let mut counts = [0, 0];
        for changed in emptied_and_doubled(&map) {
            counts[usize::from(hostile::is_map(changed.as_bytes()))] += 1;
        }
        assert!(counts.into_iter().all(|count| count > 5), "{counts:?}");
    }
}

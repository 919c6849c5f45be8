//! GeoJSON as a base map, beside the reader of the `geojson` crate.
#![cfg(not(target_arch = "wasm32"))]

mod common;
#[path = "common/hostile/mod.rs"]
mod hostile;

use common::bytes;
use common::suites::suite;
use geojson::{FeatureCollection, GeometryValue, Position};
use hostile::takeaway;
use khorgos::geo::{BaseMap, ChainRef, MapReader, Rings};
use khorgos::projection::ProjectionKind;
use khorgos::scene::EstimatedText;
use khorgos::view::ScreenPoint;
use khorgos::widget::Widget;
use serde_json::{Value, json};

const MAP: &str = r#"{"type":"FeatureCollection","features":[
    {"type":"Feature","id":7,"properties":{"iso_a3":"KAZ","name":"Kazakhstan"},"geometry":
        {"type":"Polygon","coordinates":[[[50,45],[85,45],[85,53.25],[50,53],[50,45]],[[60,47],[61,47],[61,48],[60,47]]]}},
    {"type":"Feature","id":"NZL","properties":null,"geometry":
        {"type":"MultiPolygon","coordinates":[[[[172,-43],[173,-43],[173,-42],[172,-43]]],[[[-176,-44],[-175,-44],[-175,-43],[-176,-44]]]]}},
    {"type":"Feature","id":"pipe","properties":{"name":"Pipeline"},"geometry":
        {"type":"LineString","coordinates":[[53.1,46.9,120],[60,47.5]]}},
    {"type":"Feature","id":"rail","properties":{"route":"schematic"},"geometry":
        {"type":"MultiLineString","coordinates":[[[76.9,43.2],[80.2,44.2]],[[80.2,44.2],[87.6,43.8]]]}},
    {"type":"Feature","id":12.5,"properties":{"capital":true},"geometry":{"type":"Point","coordinates":[71.4,51.2]}},
    {"type":"Feature","properties":{"name":"nowhere"},"geometry":null}]}"#;

fn points(map: &BaseMap, rings: &Rings) -> Vec<Vec<(f64, f64)>> {
    let ring = |ring: &Vec<ChainRef>| map.points(ring).iter().map(|at| (at.x, at.y)).collect();
    rings.iter().map(ring).collect()
}

fn pairs(lines: &[Vec<Position>]) -> Vec<Vec<(f64, f64)>> {
    lines.iter().map(|line| line.iter().map(|at| (at[0], at[1])).collect()).collect()
}

#[test]
fn every_kind_of_geometry_is_read() {
    let map = MapReader::new(vec![MAP.into()]).finish().unwrap();
    let mut countries = map.countries.iter();
    let mut lines = map.lines.iter();
    let mut cities = map.cities.iter();
    let features = MAP.parse::<FeatureCollection>().unwrap().features;
    for geometry in features.into_iter().filter_map(|feature| feature.geometry) {
        match geometry.value {
            GeometryValue::Polygon { coordinates } => {
                assert_eq!(points(&map, &countries.next().unwrap().rings), pairs(&coordinates));
            }
            GeometryValue::MultiPolygon { coordinates } => {
                let rings = pairs(&coordinates.concat());
                assert_eq!(points(&map, &countries.next().unwrap().rings), rings);
            }
            GeometryValue::LineString { coordinates } => {
                assert_eq!(points(&map, &lines.next().unwrap().parts), pairs(&[coordinates]));
            }
            GeometryValue::MultiLineString { coordinates } => {
                assert_eq!(points(&map, &lines.next().unwrap().parts), pairs(&coordinates));
            }
            GeometryValue::Point { coordinates } => {
                let at = cities.next().unwrap().position;
                assert_eq!([at.x, at.y], coordinates.as_slice());
            }
            other => panic!("{other:?}"),
        }
    }
    assert_eq!((countries.next(), lines.next(), cities.next()), (None, None, None));
    let ids: Vec<&str> = map.countries.iter().map(|country| &*country.id).collect();
    assert_eq!(ids, ["KAZ", "NZL"]);
    assert_eq!(map.lines.iter().map(|line| line.schematic).collect::<Vec<_>>(), [false, true]);
    assert_eq!((map.cities[0].id.as_str(), map.cities[0].capital), ("12.5", true));
}

/// Files of the suites by their verdict: good or bad.
fn of_verdict(verdict: &str) -> Vec<(String, Vec<u8>)> {
    let mut files = suite("geojson.json");
    files.retain(|(path, _)| path.contains(&format!("/{verdict}/")));
    files
}

/// A geometry that stands alone as a feature: a map is made of these.
fn as_feature(document: &[u8]) -> Vec<u8> {
    match serde_json::from_slice::<Value>(document) {
        Ok(geometry) if geometry.get("coordinates").or(geometry.get("geometries")).is_some() => {
            json!({ "type": "Feature", "properties": {}, "geometry": geometry }).to_string().into()
        }
        _ => document.to_vec(),
    }
}

#[test]
fn good_documents_are_read_but_for_what_a_map_has_no_use_for() {
    let good = of_verdict("good");
    assert_eq!(good.len(), 35);
    for (path, document) in good {
        let text = String::from_utf8(document.clone()).unwrap();
        let is_useless = text.contains("MultiPoint") || text.contains("GeometryCollection");
        match MapReader::new(vec![as_feature(&document)]).finish() {
            Ok(_) => assert!(!is_useless, "{path}"),
            Err(problems) => {
                let told = problems.to_string();
                let expected = [
                    "or Point, found",
                    "FeatureCollection, Feature or Topology",
                    // One is drawn on a plane without end.
                    "a position [longitude -180..180, latitude -90..90]",
                ];
                let is_told = expected.iter().any(|expected| told.contains(expected));
                assert!(is_told, "{path}: {told}");
            }
        }
    }
}

/// Bad documents of which a map can be made: what is wrong is in members that are not read, or a matter of order.
const READ_ALL_THE_SAME: [&str; 14] = [
    "bad-duplicate-properties",
    "bad-polygon-interiorring-rhr",
    "bad-properties-as-array",
    "badfeature-no-properties",
    "badfeatureid",
    "bbox-4or6elements",
    "bbox-contains-string",
    "bbox-string",
    "different-first-size",
    "excessive_precision_truncated",
    "expected_object",
    "geometry_changed_semantics",
    "point-toomany",
    "polygon_winding_order",
];

#[test]
fn bad_documents_are_refused_where_it_matters() {
    let mut read = Vec::new();
    for (path, document) in of_verdict("bad") {
        match MapReader::new(vec![as_feature(&document)]).finish() {
            Ok(_) => read.push(path.split(['/', '.']).rev().nth(1).unwrap().to_owned()),
            Err(problems) => assert!(problems.0.iter().all(|p| p.path.starts_with('$')), "{path}"),
        }
    }
    khorgos::sorted::sort(&mut read);
    read.dedup();
    assert_eq!(read, READ_ALL_THE_SAME);
}

/// Polygons that touch themselves, lie on a line or are nothing at all, as countries, seen from all
/// scales and in every projection.
#[test]
fn polygons_that_are_none_are_drawn_without_harm() {
    for (path, document) in suite("polygons.json") {
        let document: Value = serde_json::from_slice(&document).unwrap();
        let Some(polygon) = on_earth(&document) else { continue };
        let feature = json!({ "type": "Feature", "properties": { "iso_a3": "KAZ" },
            "geometry": { "type": "Polygon", "coordinates": polygon } });
        let other = json!({ "type": "Feature", "properties": { "iso_a3": "CHN" },
            "geometry": { "type": "Polygon", "coordinates": [[[100, 30], [110, 30], [110, 40], [100, 30]]] } });
        let map = json!({ "type": "FeatureCollection", "features": [feature, other] }).to_string();
        let map = match MapReader::new(vec![map.into_bytes()]).finish() {
            Ok(map) => map,
            Err(problems) => {
                assert!(
                    problems.to_string().contains("at least 4 positions"),
                    "{path}: {problems}"
                );
                continue;
            }
        };
        let mut widget = Widget::new();
        widget.set_map(map).unwrap();
        widget.resize(500.0, 400.0);
        widget.set_brief(&bytes("tests/fixtures/briefs/good_small.json")).unwrap();
        for (_, kind) in ProjectionKind::NAMES {
            widget.set_projection(Some(*kind));
            for factor in [1.0, 0.01, 30.0] {
                widget.zoom_by(factor, None);
                takeaway(widget.scene(&EstimatedText).unwrap());
                widget.pick(ScreenPoint::new(250.0, 200.0));
            }
            widget.home();
        }
    }
}

/// Rings of a polygon of any size, shrunk to the middle of Asia and closed.
fn on_earth(polygon: &Value) -> Option<Value> {
    let rings = polygon.as_array()?;
    let numbers = || {
        rings
            .iter()
            .flat_map(|ring| ring.as_array())
            .flatten()
            .flat_map(|at| at.as_array())
            .flatten()
            .filter_map(Value::as_f64)
    };
    let (least, most) = numbers().fold((f64::MAX, f64::MIN), |(a, b), n| (a.min(n), b.max(n)));
    let scale = 40.0 / (most - least).max(1e-9);
    let ring = |ring: &Value| {
        let at = |at: &Value| {
            json!([
                40.0 + (at[0].as_f64()? - least) * scale,
                20.0 + (at[1].as_f64()? - least) * scale
            ])
            .into()
        };
        let mut ring: Vec<Value> = ring.as_array()?.iter().map(at).collect::<Option<_>>()?;
        ring.extend(ring.first().cloned());
        Some(Value::from(ring))
    };
    rings.iter().map(ring).collect::<Option<Vec<Value>>>().map(Value::from)
}

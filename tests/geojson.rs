//! GeoJSON as a base map, beside the reader of the `geojson` crate.
#![cfg(not(target_arch = "wasm32"))]

use geojson::{FeatureCollection, GeometryValue, Position};
use khorgos::geo::{BaseMap, ChainRef, MapReader, Rings};

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

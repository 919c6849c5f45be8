//! Maps packed and unpacked.
#![cfg(not(target_arch = "wasm32"))]

use khorgos::geo::packed::{Levels, pack, unpack};
use khorgos::geo::{BaseMap, MapReader};
use khorgos::limits::Budget;
use proptest::prelude::*;

/// Documents of every kind, one on another.
fn map(documents: &[Vec<u8>]) -> BaseMap {
    MapReader::new(documents.to_vec()).finish().unwrap()
}

fn shipped() -> Vec<Vec<u8>> {
    ["base", "osm"]
        .map(|name| std::fs::read(format!("assets/map/{name}.topo.json")).unwrap())
        .into()
}

const TO_THE_LAST_STEP: &str = r#"{"type":"FeatureCollection","features":[
    {"type":"Feature","id":"ring","properties":{"own":"a","own_lang":"b"},"geometry":{"type":"Polygon","coordinates":
        [[[-180,-90],[180,-90],[180,90],[-180,90],[-179.9999999,0.0000001],[-180,-90]]]}},
    {"type":"Feature","properties":{"rank":0.1},"geometry":{"type":"LineString","coordinates":[[179.9999999,90],[-180,-89.1234567]]}},
    {"type":"Feature","properties":{"capital":true,"rank":3},"geometry":{"type":"Point","coordinates":[-179.12345678901,-0.1]}}]}"#;

#[test]
fn a_map_unpacked_is_the_map_that_was_packed() {
    for document in [
        shipped()[0].clone(),
        TO_THE_LAST_STEP.into(),
        br#"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null}]}"#.to_vec(),
    ] {
        let whole = map(&[document]);
        for levels in [Levels::Left, Levels::Kept] {
            let mut again = BaseMap::default();
            unpack(&pack(whole.clone(), levels), &mut again, &mut Budget::default()).unwrap();
            assert_eq!(again, whole);
        }
    }
}

#[test]
fn packed_maps_are_read_one_behind_another_and_among_others() {
    let documents = shipped();
    let whole = map(&documents);
    let packed: Vec<Vec<u8>> =
        documents.iter().map(|one| pack(map(std::slice::from_ref(one)), Levels::Left)).collect();
    assert_eq!(map(&packed), whole);
    assert_eq!(map(&[packed[0].clone(), documents[1].clone()]), whole);
    assert_eq!(map(&[documents[0].clone(), packed[1].clone()]), whole);
}

#[test]
fn a_part_of_a_packed_map_is_no_map() {
    let whole = pack(map(&[TO_THE_LAST_STEP.into()]), Levels::Kept);
    for end in 0..whole.len() {
        let problems =
            unpack(&whole[..end], &mut BaseMap::default(), &mut Budget::default()).unwrap_err();
        assert_eq!(problems.0.len(), 1, "{end}");
    }
    let longer = [&whole[..], b"0"].concat();
    let problems = unpack(&longer, &mut BaseMap::default(), &mut Budget::default()).unwrap_err();
    let (end, length) = (whole.len(), longer.len());
    let expected = format!(
        "$: expected a whole packed map, found {length} bytes that make sense as far as byte {end}"
    );
    assert_eq!(problems.to_string(), expected);
}

#[test]
fn a_map_of_another_version_is_told_so() {
    let problems =
        unpack(b"khorgos2\0", &mut BaseMap::default(), &mut Budget::default()).unwrap_err();
    let expected = "$: expected a packed map of this version, found 9 bytes";
    assert_eq!(problems.to_string(), expected);
}

proptest! {
    /// What has gone wrong on the way is refused, or is a map all the same; it never breaks anything.
    #[test]
    fn bytes_that_have_changed_do_no_harm(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)) {
        let mut bytes = pack(map(&[TO_THE_LAST_STEP.into()]), Levels::Kept);
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        let mut again = BaseMap::default();
        if unpack(&bytes, &mut again, &mut Budget::default()).is_ok() {
            let points: usize = again.countries.iter().flat_map(|c| &c.rings).map(|r| again.points(r).len()).sum();
            prop_assert!(points < bytes.len());
        }
    }
}

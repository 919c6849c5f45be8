//! The projection and the clip before it.
#![cfg(not(target_arch = "wasm32"))]

use geo::{Coord, coord};
use khorgos::projection::{AzimuthalEqualArea, Cap, EARTH_RADIUS_KM, MapPoint};
use proptest::prelude::*;

#[test]
fn agrees_with_a_worked_example() {
    // Snyder's numerical example, p. 332: centre 40° N 100° W, point 20° S 100° E, R = 3.
    let projection = AzimuthalEqualArea::centred(coord! { x: -100.0, y: 40.0 });
    let point = projection.forward(coord! { x: 100.0, y: -20.0 });
    let (x, y) = (point.x / EARTH_RADIUS_KM * 3.0, -point.y / EARTH_RADIUS_KM * 3.0);
    assert!((x - -4.233_930_3).abs() < 1e-6, "{x}");
    assert!((y - 4.025_777_5).abs() < 1e-6, "{y}");
}

#[test]
fn the_centre_is_the_origin_and_the_antipode_stays_finite() {
    let centre = coord! { x: 68.0, y: 46.0 };
    let projection = AzimuthalEqualArea::centred(centre);
    let origin = projection.forward(centre);
    assert!(origin.x.abs() < 1e-9 && origin.y.abs() < 1e-9);
    let antipode = projection.forward(coord! { x: -112.0, y: -46.0 });
    assert!(antipode.x.is_finite() && antipode.y.is_finite());
    assert_eq!(projection.inverse(MapPoint::new(2.1 * EARTH_RADIUS_KM, 0.0)), None);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn there_and_back(lon in -180.0..180.0f64, lat in -89.0..89.0f64, lon0 in -180.0..180.0f64, lat0 in -90.0..90.0f64) {
        let projection = AzimuthalEqualArea::centred(coord! { x: lon0, y: lat0 });
        let point = projection.forward(coord! { x: lon, y: lat });
        // At the rim one point stands for all directions.
        prop_assume!(libm::hypot(point.x, point.y) < 1.99 * EARTH_RADIUS_KM);
        let back = projection.inverse(point).unwrap();
        let again = projection.forward(back);
        prop_assert!(point.distance(again) < 1e-5, "{:?} {:?}", point, again);
        prop_assert!((back.y - lat).abs() < 1e-8);
    }

    /// A small square keeps its area wherever it lies.
    #[test]
    fn areas_are_true(lon in -180.0..180.0f64, lat in -80.0..80.0f64) {
        let projection = AzimuthalEqualArea::centred(coord! { x: 68.0, y: 46.0 });
        let d = 0.01;
        let corners = [(lon, lat), (lon + d, lat), (lon + d, lat + d), (lon, lat + d)]
            .map(|(x, y)| projection.forward(coord! { x: x, y: y }));
        prop_assume!(corners.iter().all(|p| libm::hypot(p.x, p.y) < 1.9 * EARTH_RADIUS_KM));
        let area = (0..4).map(|i| {
            let (a, b) = (corners[i], corners[(i + 1) % 4]);
            a.x * b.y - b.x * a.y
        }).sum::<f64>().abs() / 2.0;
        let height = libm::sin((lat + d).to_radians()) - libm::sin(lat.to_radians());
        let sphere = EARTH_RADIUS_KM * EARTH_RADIUS_KM * d.to_radians() * height;
        prop_assert!((area / sphere - 1.0).abs() < 1e-3, "{} {}", area, sphere);
    }
}

fn square(lon: f64, lat: f64, half: f64) -> Vec<Coord> {
    [(-half, -half), (half, -half), (half, half), (-half, half), (-half, -half)]
        .map(|(x, y)| coord! { x: lon + x, y: lat + y })
        .to_vec()
}

#[test]
fn a_cap_keeps_what_is_inside_and_drops_what_is_outside() {
    let cap = Cap::new(coord! { x: 0.0, y: 0.0 }, 30.0);
    let inside = square(0.0, 0.0, 5.0);
    assert_eq!(cap.clip_ring(&inside), inside);
    assert!(cap.clip_ring(&square(90.0, 0.0, 5.0)).is_empty());
}

#[test]
fn a_ring_across_the_edge_is_closed_along_it() {
    let cap = Cap::new(coord! { x: 0.0, y: 0.0 }, 30.0);
    let clipped = cap.clip_ring(&square(30.0, 0.0, 10.0));
    assert!(clipped.len() > 6, "{clipped:?}");
    // The clip is of chords, so it may stand out by the little that they sink in.
    let slack = Cap::new(coord! { x: 0.0, y: 0.0 }, 30.01);
    assert!(clipped.iter().all(|p| slack.contains(*p)), "{clipped:?}");
    assert_eq!(clipped.first(), clipped.last());
}

#[test]
fn a_line_in_and_out_becomes_stretches() {
    let cap = Cap::new(coord! { x: 0.0, y: 0.0 }, 30.0);
    let line: Vec<Coord> =
        [-40.0, -20.0, 0.0, 40.0, 20.0].map(|x| coord! { x: x, y: 0.0 }).to_vec();
    let stretches = cap.clip_line(&line);
    assert_eq!(stretches.len(), 2);
    assert!((stretches[0][0].x - -30.0).abs() < 0.3, "{stretches:?}");
}

//! The azimuthal equal-area projection by itself.

use geo::coord;
use khorgos::projection::{AzimuthalEqualArea, EARTH_RADIUS_KM, MapPoint};
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

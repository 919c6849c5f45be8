//! There and back, for any position and extent.

use super::kinds;
use geo::{Coord, coord};
use khorgos::projection::{EARTH_RADIUS_KM, MapPoint, Projection, ProjectionKind, unit_vector};
use proptest::prelude::*;

fn chord(a: Coord, b: Coord) -> f64 {
    let (a, b) = (unit_vector(a), unit_vector(b));
    libm::sqrt((0..3).map(|i| (a[i] - b[i]) * (a[i] - b[i])).sum())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn there_and_back(
        lon in -180.0..180.0f64, lat in -85.0..85.0f64,
        west in -180.0..180.0f64, width in 0.0..360.0f64,
        south in -80.0..80.0f64, height in 0.0..1.0f64,
    ) {
        let north = south + (85.0 - south) * height;
        for kind in kinds() {
            let projection = Projection::for_extent(kind, [west, south, west + width, north]);
            let position = coord! { x: lon, y: lat };
            let point = projection.forward(position);
            prop_assert!(point.x.is_finite() && point.y.is_finite());
            // At the rim of the azimuthal map one point stands for all directions, and at the far
            // end of a conformal cone the map is larger than its points are exact.
            let is_azimuthal = kind == ProjectionKind::AzimuthalEqualArea;
            if is_azimuthal && libm::hypot(point.x, point.y) > 1.99 * EARTH_RADIUS_KM {
                continue;
            }
            let back = projection.inverse(point).unwrap();
            prop_assert!(back.x.abs() <= 180.0 && back.y.abs() <= 90.0, "{kind} {back:?}");
            prop_assert!(chord(position, back) < 1e-9, "{kind} {position:?} {back:?}");
        }
    }

    /// The scale is the square root of what happens to the area of a small square, and north is
    /// where the next parallel is.
    #[test]
    fn scale_and_north_are_those_of_the_map(
        lon in -120.0..120.0f64, lat in -70.0..70.0f64, lat0 in -60.0..60.0f64,
    ) {
        const D: f64 = 1e-3;
        for kind in kinds() {
            let projection = Projection::for_extent(kind, [-10.0, lat0 - 10.0, 10.0, lat0 + 10.0]);
            let at = |x: f64, y: f64| projection.forward(coord! { x: lon + x * D, y: lat + y * D });
            let here = at(0.0, 0.0);
            if libm::hypot(here.x, here.y) > 1.8 * EARTH_RADIUS_KM && kind == ProjectionKind::AzimuthalEqualArea {
                continue;
            }
            let (w, e, s, n) = (at(-0.5, 0.0), at(0.5, 0.0), at(0.0, -0.5), at(0.0, 0.5));
            let area = ((e.x - w.x) * (n.y - s.y) - (e.y - w.y) * (n.x - s.x)).abs();
            let side = D.to_radians() * EARTH_RADIUS_KM;
            let scale = libm::sqrt(area / (side * side * libm::cos(lat.to_radians())));
            let position = coord! { x: lon, y: lat };
            let told = projection.scale_at(position);
            prop_assert!((scale / told - 1.0).abs() < 1e-5, "{kind} {scale} {told}");
            let angle = projection.north_angle_rad(position);
            let step = here.distance(n);
            let (x, y) = (here.x + step * libm::sin(angle), here.y - step * libm::cos(angle));
            prop_assert!(libm::hypot(x - n.x, y - n.y) < step * 1e-3, "{kind} {angle}");
        }
    }

    /// Nothing but a point of the map comes back, and nothing but a position goes there.
    #[test]
    fn numbers_of_any_size_do_no_harm(
        x in any::<f64>(), y in any::<f64>(), lon in prop::sample::select(EDGES.to_vec()),
        lat in prop::sample::select(vec![-90.0, -0.0, 0.0, 1e-300, 90.0]),
        west in prop::sample::select(vec![-180.0, -0.0, 179.999, 180.0]),
        width in prop::sample::select(vec![1e-12, 1.0, 359.999, 360.0]),
        south in prop::sample::select(vec![-90.0, 0.0, 89.999]),
    ) {
        for kind in kinds() {
            let projection = Projection::for_extent(kind, [west, south, west + width, 90.0]);
            for position in [coord! { x: lon, y: lat }, coord! { x: west, y: south }] {
                let point = projection.forward(position);
                prop_assert!(point.x.is_finite() && point.y.is_finite(), "{kind} {position:?}");
                let scale = projection.scale_at(position);
                prop_assert!(!scale.is_nan() && scale >= 0.0, "{kind} {position:?} {scale}");
            }
            if let Some(back) = projection.inverse(MapPoint::new(x, y)) {
                let is_there = back.x.abs() <= 180.0 && back.y.abs() <= 90.0;
                prop_assert!(is_there, "{kind} {x} {y}: {back:?}");
            }
        }
    }
}

/// Longitudes where something ends.
const EDGES: [f64; 7] = [-180.0, -179.9999999, -0.0, 0.0, 5e-324, 179.9999999, 180.0];

//! Flights of the camera.
#![cfg(not(target_arch = "wasm32"))]

use khorgos::flight::{Flight, px_per_km_at_zoom};
use khorgos::projection::MapPoint;
use khorgos::view::{Camera, Limits};
use proptest::prelude::*;

fn camera(x: f64, y: f64, px_per_km: f64) -> Camera {
    Camera { centre: MapPoint::new(x, y), px_per_km, width_px: 1200.0, height_px: 750.0 }
}

fn differ(a: &Camera, b: &Camera) -> f64 {
    let at_screen = a.centre.distance(b.centre) * a.px_per_km;
    at_screen.max((a.px_per_km / b.px_per_km - 1.0).abs())
}

#[test]
fn both_ends_are_exact() {
    let (from, to) = (camera(-120.0, 340.5, 0.21), camera(1800.0, -90.25, 3.7));
    let flight = Flight::new(from, to);
    assert_eq!(flight.at(0.0), from);
    assert_eq!(flight.at(1.0), to);
    assert_eq!(flight.at(-3.0), from);
    assert_eq!(flight.at(f64::NAN), from);
    assert_eq!(flight.after(1e9, &Limits::about(&from)), to);
}

#[test]
fn a_long_way_draws_back_and_comes_down() {
    let (from, to) = (camera(0.0, 0.0, 2.0), camera(4000.0, 0.0, 2.0));
    let flight = Flight::new(from, to);
    let middle = flight.at(0.5);
    assert!(middle.px_per_km < 0.6, "{middle:?}");
    assert!((middle.centre.x - 2000.0).abs() < 1e-6);
    assert!(flight.at(0.1).px_per_km < 2.0 && flight.at(0.9).px_per_km < 2.0);
}

/// Table of the paper's formulas, evaluated apart: w0 = 600 km, w1 = 300 km, u1 = 1500 km.
#[test]
fn the_way_is_that_of_the_paper() {
    let flight = Flight::new(camera(0.0, 0.0, 2.0), camera(1500.0, 0.0, 4.0));
    for (share, x, width_km) in [
        (0.25, 287.412273665, 1313.496225623),
        (0.5, 1000.0, 1487.593519749),
        (0.75, 1416.088306238, 766.965805854),
    ] {
        let at = flight.at(share);
        assert!((at.centre.x - x).abs() < 1e-6, "{share}: {at:?}");
        assert!((1200.0 / at.px_per_km - width_km).abs() < 1e-6, "{share}: {at:?}");
    }
}

#[test]
fn equal_views_take_no_time_and_zooms_stay_where_they_are() {
    let here = camera(5.0, 7.0, 0.8);
    let still = Flight::new(here, here);
    assert_eq!(still.duration_ms(), 0.0);
    assert_eq!(still.at(0.5), here);
    let zoom = Flight::new(here, camera(5.0, 7.0, 8.0));
    let middle = zoom.at(0.5);
    assert_eq!(middle.centre, here.centre);
    assert!((middle.px_per_km - 0.8 * 10f64.sqrt()).abs() < 1e-9, "even in factors: {middle:?}");
}

#[test]
fn a_level_of_the_web_doubles_the_scale_and_mercator_stretches_it() {
    let equator_px = px_per_km_at_zoom(0.0, 0.0) * 2.0 * std::f64::consts::PI * 6371.0088;
    assert!((equator_px - 512.0).abs() < 1e-9);
    assert!((px_per_km_at_zoom(5.0, 0.0) / px_per_km_at_zoom(4.0, 0.0) - 2.0).abs() < 1e-12);
    assert!((px_per_km_at_zoom(4.0, 60.0) / px_per_km_at_zoom(4.0, 0.0) - 2.0).abs() < 1e-9);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_way_back_is_the_way_and_its_time_is_bounded(
        x in -5000.0..5000.0f64, y in -5000.0..5000.0f64,
        a in -3.0..3.0f64, b in -3.0..3.0f64, share in 0.0..1.0f64,
    ) {
        let (from, to) = (camera(0.0, 0.0, libm::exp(a)), camera(x, y, libm::exp(b)));
        let (there, back) = (Flight::new(from, to), Flight::new(to, from));
        prop_assert!((800.0..=1600.0).contains(&there.duration_ms()));
        let (one, other) = (there.at(share), back.at(1.0 - share));
        prop_assert!(one.px_per_km.is_finite() && one.px_per_km > 0.0);
        prop_assert!(differ(&one, &other) < 1e-4, "{one:?} {other:?}");
    }

    #[test]
    fn near_and_equal_views_give_numbers(
        far in prop::sample::select(vec![0.0, 1e-300, 1e-12, 1e-6, 1e-3]),
        scale in prop::sample::select(vec![1e-3, 1.0, 1.0 + 1e-15, 1e3]),
        share in 0.0..1.0f64,
    ) {
        let at = Flight::new(camera(3.0, 4.0, 1.0), camera(3.0 + far, 4.0, scale)).at(share);
        prop_assert!(at.centre.x.is_finite() && at.centre.y.is_finite(), "{at:?}");
        prop_assert!(at.px_per_km.is_finite() && at.px_per_km > 0.0, "{at:?}");
    }
}

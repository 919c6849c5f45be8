//! The camera and boxes: laws that hold from anywhere.
#![cfg(not(target_arch = "wasm32"))]

use khorgos::projection::MapPoint;
use khorgos::view::{Bounds, Camera, Insets, Limits, ScreenPoint};
use proptest::prelude::*;

fn cameras() -> impl Strategy<Value = Camera> {
    let centre = (-2e4..2e4f64, -1e4..1e4f64).prop_map(|(x, y)| MapPoint::new(x, y));
    (centre, -4.0..2.0f64, 1.0..4000.0f64, 1.0..4000.0f64).prop_map(
        |(centre, scale, width_px, height_px)| Camera {
            centre,
            px_per_km: libm::pow(10.0, scale),
            width_px,
            height_px,
        },
    )
}

fn points() -> impl Strategy<Value = ScreenPoint> {
    (-4000.0..4000.0f64, -4000.0..4000.0f64).prop_map(|(x, y)| ScreenPoint::new(x, y))
}

/// Any number at all.
fn numbers() -> impl Strategy<Value = f64> {
    prop_oneof![
        any::<f64>(),
        prop::sample::select(vec![
            0.0,
            -0.0,
            f64::NAN,
            f64::INFINITY,
            -f64::INFINITY,
            1e308,
            -1e308,
            5e-324
        ]),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_screen_is_the_map_and_back(camera in cameras(), at in points()) {
        let back = camera.to_screen(camera.to_map(at));
        prop_assert!(back.distance(at) < 1e-6, "{back:?}");
    }

    #[test]
    fn zooming_keeps_what_is_under_the_pointer(camera in cameras(), at in points(), factor in 0.01..100.0f64) {
        let limits = Limits::about(&camera);
        let zoomed = camera.zoomed(factor, at, &limits);
        prop_assert!((limits.least_px_per_km..=limits.most_px_per_km).contains(&zoomed.px_per_km));
        let fixed = camera.to_map(at);
        prop_assert!(zoomed.to_map(at).distance(fixed) * zoomed.px_per_km < 1e-3);
    }

    #[test]
    fn panning_there_and_back_is_nothing(camera in cameras(), by in points()) {
        let back = camera.panned(by.x, by.y).panned(-by.x, -by.y);
        prop_assert!(back.centre.distance(camera.centre) * camera.px_per_km < 1e-6);
        let moved = camera.panned(by.x, by.y).to_screen(camera.to_map(by));
        prop_assert!(moved.distance(ScreenPoint::new(2.0 * by.x, 2.0 * by.y)) < 1e-6);
    }

    #[test]
    fn what_is_within_limits_stays(camera in cameras(), home in cameras()) {
        let limits = Limits::about(&home);
        let once = camera.clamped(&limits);
        prop_assert_eq!(once.clamped(&limits), once);
        prop_assert!(limits.area.contains(once.centre.x, once.centre.y));
        prop_assert_eq!(home.clamped(&limits), home);
    }

    #[test]
    fn what_is_fitted_is_in_sight(
        left in -1e4..1e4f64, top in -1e4..1e4f64, width in 1.0..2e4f64, height in 1.0..2e4f64,
        (width_px, height_px) in (100.0..3000.0f64, 100.0..3000.0f64), inset in 0.0..20.0f64,
    ) {
        let area = Bounds::of_size(left, top, width, height);
        let insets = Insets { left: inset, ..Insets::default() };
        let camera = Camera::fit(area, width_px, height_px, insets);
        for (x, y) in [(area.left, area.top), (area.right, area.bottom)] {
            let at = camera.to_screen(MapPoint::new(x, y));
            let free = Bounds { left: inset, top: 0.0, right: width_px, bottom: height_px };
            prop_assert!(free.grown(1e-6).contains(at.x, at.y), "{at:?}");
        }
    }

    #[test]
    fn what_is_fitted_is_drawable_and_so_is_all_within_limits(
        (left, top) in (-2e4..2e4f64, -2e4..2e4f64), (width, height) in (0.0..4e4f64, 0.0..4e4f64),
        (width_px, height_px) in (1.0..1e5f64, 1.0..1e5f64),
        (first, second) in (-1e5..1e5f64, -1e5..1e5f64), (is_wide, is_tall) in (any::<bool>(), any::<bool>()),
    ) {
        let area = Bounds::of_size(left, top, width, height);
        let insets = Insets { top: second, left: if is_tall { first } else { 0.0 }, right: if is_wide { first } else { 0.0 }, ..Insets::default() };
        for fit in [Camera::fit, Camera::fit_mostly] {
            let home = fit(area, width_px, height_px, insets);
            prop_assert!(home.is_drawable(), "{home:?}");
            let limits = Limits::about(&home);
            let Bounds { left, top, right, bottom } = limits.area;
            for (x, y, px_per_km) in [(left, top, limits.least_px_per_km), (right, bottom, limits.most_px_per_km)] {
                prop_assert!(Camera { centre: MapPoint::new(x, y), px_per_km, ..home }.is_drawable(), "{limits:?}");
            }
        }
    }

    #[test]
    fn what_is_clipped_lies_in_the_box(from in points(), to in points(), corner in points(), size in 1.0..3000.0f64) {
        let frame = Bounds::of_size(corner.x, corner.y, size, size / 2.0);
        let clipped = frame.clip((from.x, from.y), (to.x, to.y));
        let is_in = |at: ScreenPoint| frame.contains(at.x, at.y);
        // A thousand points of the line, one by one.
        let any = (0..=1000).any(|step| is_in(from.towards(to, f64::from(step) / 1000.0)));
        prop_assert!(!any || clipped.is_some());
        for (x, y) in clipped.into_iter().flatten() {
            prop_assert!(frame.grown(1e-6).contains(x, y));
            let off = (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x);
            prop_assert!(off.abs() <= 1e-6 * from.distance(to).max(1.0));
        }
    }

    #[test]
    fn a_view_that_is_drawable_is_one(x in numbers(), y in numbers(), px_per_km in numbers(), width_px in numbers(), height_px in numbers()) {
        let camera = Camera { centre: MapPoint::new(x, y), px_per_km, width_px, height_px };
        if camera.is_drawable() {
            let seen = camera.visible();
            let sides = [seen.left, seen.top, seen.right, seen.bottom, camera.px_per_km];
            prop_assert!(sides.iter().all(|side| side.is_finite()), "{camera:?}");
            prop_assert!(camera.px_per_km > 0.0 && seen.width() >= 0.0 && seen.height() >= 0.0);
        }
    }
}

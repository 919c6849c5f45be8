//! Cutting to a window of longitudes and latitudes.

use super::square;
use geo::{Coord, coord};
use khorgos::projection::Window;
use proptest::prelude::*;

const WORLD: [f64; 2] = [-90.0, 90.0];

/// The area of closed rings in the plane of degrees.
fn area(rings: &[Vec<Coord>]) -> f64 {
    let twice = |ring: &Vec<Coord>| {
        ring.windows(2).map(|pair| pair[0].x * pair[1].y - pair[1].x * pair[0].y).sum::<f64>()
    };
    rings.iter().map(|ring| twice(ring).abs() / 2.0).sum()
}

fn is_within(rings: &[Vec<Coord>], west: f64) -> bool {
    rings.iter().flatten().all(|p| (west..=west + 360.0).contains(&p.x))
}

#[test]
fn what_lies_inside_stays_as_it_is() {
    let ring = square(70.0, 45.0, 10.0);
    assert_eq!(Window::about(70.0, WORLD).clip_ring(&ring), vec![ring.clone()]);
    assert_eq!(Window::about(70.0, WORLD).clip_line(&ring), vec![ring]);
}

#[test]
fn a_ring_on_the_cut_comes_out_on_both_sides() {
    let parts = Window::about(0.0, WORLD).clip_ring(&square(180.0, 0.0, 10.0));
    assert_eq!(parts.len(), 2);
    assert!(is_within(&parts, -180.0), "{parts:?}");
    assert!((area(&parts) - 400.0).abs() < 1e-9);
    let whole = Window::about(150.0, WORLD).clip_ring(&square(180.0, 0.0, 10.0));
    assert_eq!(whole.len(), 1);
}

#[test]
fn longitudes_that_jump_take_the_short_way() {
    let ring = [(170.0, -10.0), (-170.0, -10.0), (-170.0, 10.0), (170.0, 10.0), (170.0, -10.0)]
        .map(|(x, y)| coord! { x: x, y: y });
    let parts = Window::about(180.0, WORLD).clip_ring(&ring);
    assert_eq!(parts.len(), 1);
    assert!((area(&parts) - 400.0).abs() < 1e-9);
    let lines = Window::about(0.0, WORLD).clip_line(&ring);
    assert_eq!(lines.len(), 3, "{lines:?}");
    assert!(is_within(&lines, -180.0));
}

#[test]
fn a_ring_round_a_pole_holds_it() {
    for (lat, pole) in [(-70.0, -90.0), (70.0, 90.0)] {
        for centre in [0.0, 71.0, 180.0] {
            let ring: Vec<Coord> = (0..=12)
                .map(|i| f64::from(i) * 30.0 - 175.0)
                .map(|x| coord! { x: if x > 180.0 { x - 360.0 } else { x }, y: lat })
                .collect();
            for ring in [ring.clone(), ring.into_iter().rev().collect()] {
                let parts = Window::about(centre, WORLD).clip_ring(&ring);
                assert!(is_within(&parts, centre - 180.0), "{parts:?}");
                assert!((area(&parts) - 360.0 * 20.0).abs() < 1e-6, "{centre}: {parts:?}");
                let most =
                    parts.iter().flatten().map(|p| (p.y - pole).abs()).fold(f64::MAX, f64::min);
                assert!(most < 1e-9);
                let parts = Window::about(centre, [-80.0, 80.0]).clip_ring(&ring);
                assert!((area(&parts) - 360.0 * 10.0).abs() < 1e-6, "{centre}: {parts:?}");
            }
        }
    }
}

/// The coast of such a land crosses the cut three times.
#[test]
fn a_winding_ring_round_a_pole_crosses_nothing() {
    let ring: Vec<Coord> = [
        (170.0, -70.0),
        (-170.0, -75.0),
        (175.0, -65.0),
        (-160.0, -60.0),
        (-60.0, -70.0),
        (60.0, -70.0),
        (170.0, -70.0),
    ]
    .map(|(x, y)| coord! { x: x, y: y })
    .to_vec();
    let whole = area(&Window::about(170.0, WORLD).clip_ring(&ring));
    for centre in [-5.0, 0.0, 3.0, 100.0] {
        let parts = Window::about(centre, WORLD).clip_ring(&ring);
        assert!((area(&parts) - whole).abs() < 1e-6, "{centre}: {} {whole}", area(&parts));
    }
}

#[test]
fn a_comb_across_the_cut_falls_apart_without_a_bridge() {
    let comb: Vec<Coord> = [
        (185.0, 12.0),
        (170.0, 10.0),
        (185.0, 8.0),
        (185.0, -8.0),
        (170.0, -10.0),
        (185.0, -12.0),
        (190.0, -12.0),
        (190.0, 12.0),
        (185.0, 12.0),
    ]
    .map(|(x, y)| coord! { x: x, y: y })
    .to_vec();
    let parts = Window::about(0.0, WORLD).clip_ring(&comb);
    assert_eq!(parts.len(), 3, "two teeth and the back: {parts:?}");
}

#[test]
fn a_box_round_the_world_keeps_its_long_sides() {
    let ring = [(-180.0, -60.0), (180.0, -60.0), (180.0, 80.0), (-180.0, 80.0), (-180.0, -60.0)]
        .map(|(x, y)| coord! { x: x, y: y });
    for centre in [0.0, 71.0] {
        let parts = Window::about(centre, WORLD).clip_ring(&ring);
        assert!((area(&parts) - 360.0 * 140.0).abs() < 1e-6, "{parts:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// A star-shaped ring keeps its area wherever the window is cut.
    #[test]
    fn cutting_loses_nothing(
        lon in -180.0..180.0f64, lat in -50.0..50.0f64, centre in -180.0..180.0f64,
        reaches in prop::collection::vec(1.0..35.0f64, 3..12),
    ) {
        let count = reaches.len() as f64;
        let mut ring: Vec<Coord> = reaches.iter().enumerate().map(|(i, reach)| {
            let (sin, cos) = libm::sincos(i as f64 / count * 2.0 * std::f64::consts::PI);
            coord! { x: lon + reach * cos, y: lat + reach * sin }
        }).collect();
        ring.push(ring[0]);
        let parts = Window::about(centre, WORLD).clip_ring(&ring);
        prop_assert!(is_within(&parts, centre - 180.0));
        prop_assert!((area(&parts) - area(&[ring])).abs() < 1e-6);
        for part in parts {
            prop_assert_eq!(part.first(), part.last());
        }
    }
}

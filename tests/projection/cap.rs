//! Cutting to a spherical cap.

use super::square;
use geo::{Coord, coord};
use khorgos::projection::Cap;

#[test]
fn a_cap_keeps_what_is_inside_and_drops_what_is_outside() {
    let cap = Cap::new(coord! { x: 0.0, y: 0.0 }, 30.0);
    let inside = square(0.0, 0.0, 5.0);
    assert_eq!(cap.clip_ring(&inside), vec![inside]);
    assert!(cap.clip_ring(&square(90.0, 0.0, 5.0)).is_empty());
}

#[test]
fn a_ring_across_the_edge_is_closed_along_it() {
    let cap = Cap::new(coord! { x: 0.0, y: 0.0 }, 30.0);
    let [clipped] = &cap.clip_ring(&square(30.0, 0.0, 10.0))[..] else { panic!("one ring") };
    assert!(clipped.len() > 6, "{clipped:?}");
    let slack = Cap::new(coord! { x: 0.0, y: 0.0 }, 30.0 + 1e-9);
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
    assert!((stretches[0][0].x - -30.0).abs() < 1e-9, "{stretches:?}");
}

#[test]
fn a_comb_across_the_edge_falls_apart() {
    let cap = Cap::new(coord! { x: 0.0, y: 0.0 }, 30.0);
    // Two teeth reach into the cap, their back lies outside.
    let comb: Vec<Coord> = [
        (40.0, 12.0),
        (20.0, 10.0),
        (40.0, 8.0),
        (40.0, -8.0),
        (20.0, -10.0),
        (40.0, -12.0),
        (50.0, -12.0),
        (50.0, 12.0),
        (40.0, 12.0),
    ]
    .map(|(x, y)| coord! { x: x, y: y })
    .to_vec();
    let teeth = cap.clip_ring(&comb);
    assert_eq!(teeth.len(), 2);
    for tooth in teeth {
        assert_eq!(tooth.first(), tooth.last());
        let side = tooth[0].y.signum();
        assert!(tooth.iter().all(|p| p.y * side > 5.0), "{tooth:?}");
    }
}

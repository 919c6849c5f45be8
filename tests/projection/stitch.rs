//! Putting shapes together that a flat map has cut.

use super::square;
use geo::{Coord, coord};
use khorgos::projection::{Projection, ProjectionKind, Projector, is_map_edge, stitch};

fn ring<const N: usize>(points: [(f64, f64); N]) -> Vec<Coord> {
    points.map(|(x, y)| coord! { x: x, y: y }).to_vec()
}

#[test]
fn halves_that_face_one_another_become_one() {
    let east = ring([(170.0, 60.0), (180.0, 60.0), (180.0, 70.0), (170.0, 70.0), (170.0, 60.0)]);
    let west =
        ring([(-180.0, 60.1), (-170.0, 60.0), (-170.0, 70.0), (-180.0, 69.9), (-180.0, 60.1)]);
    for rings in [[east.clone(), west.clone()], [west.clone(), east.clone()]] {
        let stitched = stitch(rings.to_vec());
        assert_eq!(stitched.rings.len(), 1);
        let whole = &stitched.rings[0];
        assert_eq!(whole.first(), whole.last());
        assert!(whole.windows(2).all(|edge| (edge[0].x - edge[1].x).abs() <= 10.0), "{whole:?}");
        assert_eq!(stitched.joins.len(), 2);
        for [a, b] in stitched.joins {
            assert!(a.x == b.x && (a.y - b.y).abs() < 0.2, "{a:?} {b:?}");
        }
    }
}

#[test]
fn land_round_the_pole_loses_its_way_to_the_pole() {
    let land = ring([
        (-180.0, -90.0),
        (-25.0, -90.0),
        (180.0, -90.0),
        (180.0, -84.0),
        (60.0, -70.0),
        (-60.0, -75.0),
        (-180.0, -84.0),
        (-180.0, -90.0),
    ]);
    let stitched = stitch(vec![land]);
    assert_eq!(stitched.rings.len(), 1);
    let shore = &stitched.rings[0];
    assert!(shore.iter().all(|p| p.y > -85.0), "{shore:?}");
    let turn = shore[shore.len() - 1].x - shore[0].x;
    assert_eq!(turn.abs(), 360.0, "it ends a turn from its start: {shore:?}");
}

#[test]
fn a_box_round_the_pole_too() {
    let land =
        ring([(-180.0, -90.0), (180.0, -90.0), (180.0, -60.0), (-180.0, -60.0), (-180.0, -90.0)]);
    let stitched = stitch(vec![land]);
    let shore = &stitched.rings[0];
    assert!(shore.iter().all(|p| p.y == -60.0), "{shore:?}");
    assert_eq!((shore[shore.len() - 1].x - shore[0].x).abs(), 360.0);
}

/// Islands of Fiji as maps of the world have them: over the antimeridian in one ring, with a step
/// from one of its sides to the other.
#[test]
fn a_step_over_the_antimeridian_is_no_way_round_the_world() {
    let vanua_levu = ring([
        (-180.0, -16.0669),
        (-179.7948, -16.0212),
        (-179.9172, -16.5019),
        (-180.0, -16.556),
        (179.3628, -16.8015),
        (178.7256, -17.0113),
        (178.596, -16.639),
        (179.0964, -16.4342),
        (179.4132, -16.3783),
        (180.0, -16.0669),
        (-180.0, -16.0669),
    ]);
    let rabi = ring([
        (-180.0, -16.5407),
        (180.0, -16.5407),
        (179.9928, -16.5424),
        (179.9856, -16.5391),
        (179.9856, -16.5188),
        (180.0, -16.4918),
        (180.0, -16.4901),
        (-180.0, -16.5407),
    ]);
    let taveuni = ring([
        (180.0, -16.9636),
        (179.9244, -17.0001),
        (179.8956, -16.9636),
        (179.9316, -16.8768),
        (180.0, -16.7865),
        (180.0, -16.8594),
        (180.0, -16.9636),
    ]);
    const WORLD: [f64; 4] = [-180.0, -60.0, 180.0, 80.0];
    for (_, kind) in ProjectionKind::NAMES {
        let projector = Projector::new(Projection::for_extent(*kind, WORLD), 1.0);
        for rings in
            [vec![vanua_levu.clone()], vec![rabi.clone()], vec![rabi.clone(), taveuni.clone()]]
        {
            for ring in stitch(rings).rings.iter().flat_map(|ring| projector.ring(ring)) {
                let (xs, ys): (Vec<f64>, Vec<f64>) = ring.iter().map(|p| (p.x, p.y)).unzip();
                let span = |values: &[f64]| {
                    values.iter().copied().fold(f64::NEG_INFINITY, f64::max)
                        - values.iter().copied().fold(f64::INFINITY, f64::min)
                };
                assert!(span(&xs).max(span(&ys)) < 2000.0, "{kind:?}: {ring:?}");
            }
        }
    }
}

#[test]
fn what_faces_nothing_stays() {
    let alone = ring([(170.0, 60.0), (180.0, 60.0), (180.0, 70.0), (170.0, 70.0), (170.0, 60.0)]);
    let inland = square(30.0, 40.0, 5.0);
    let stitched = stitch(vec![alone.clone(), inland.clone()]);
    assert_eq!(stitched.rings, [inland, alone]);
    assert!(stitched.joins.is_empty());
}

#[test]
fn an_islet_that_faces_nothing_does_not_keep_the_mainland_apart() {
    let east = ring([(170.0, 60.0), (180.0, 60.0), (180.0, 70.0), (170.0, 70.0), (170.0, 60.0)]);
    let west =
        ring([(-180.0, 60.1), (-170.0, 60.0), (-170.0, 70.0), (-180.0, 69.9), (-180.0, 60.1)]);
    for y in [50.0, 65.0, 75.0] {
        let islet = ring([(179.0, y), (180.0, y), (180.0, y + 1.0), (179.0, y + 1.0), (179.0, y)]);
        let stitched = stitch(vec![east.clone(), islet.clone(), west.clone()]);
        assert_eq!(stitched.rings.len(), 2, "{y}: {:?}", stitched.rings);
        assert_eq!(stitched.rings[0], islet);
        assert_eq!(stitched.joins.len(), 2);
    }
}

#[test]
fn only_edges_along_the_cut_are_map_edges() {
    let at = |x: f64, y: f64| coord! { x: x, y: y };
    assert!(is_map_edge(at(180.0, 65.0), at(180.0, 69.0)));
    assert!(is_map_edge(at(-180.0, -90.0), at(0.0, -90.0)));
    assert!(!is_map_edge(at(180.0, 65.0), at(179.0, 65.0)));
    assert!(!is_map_edge(at(180.0, 65.0), at(-180.0, 65.0)));
}

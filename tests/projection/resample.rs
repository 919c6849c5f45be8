//! Curves: straight edges on the sphere, great circles.

use super::{kinds, longest_step};
use geo::{Coord, coord};
use khorgos::projection::{
    EARTH_RADIUS_KM, MapPoint, Projection, ProjectionKind, Projector, resample, unit_vector,
};

const EXTENT: [f64; 4] = [43.0, 33.5, 99.0, 58.0];

fn off_line(point: MapPoint, line: &[MapPoint]) -> f64 {
    line.windows(2).map(|pair| off_segment(point, pair[0], pair[1])).fold(f64::INFINITY, f64::min)
}

fn off_segment(p: MapPoint, a: MapPoint, b: MapPoint) -> f64 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let length_2 = (dx * dx + dy * dy).max(1e-30);
    let t = (((p.x - a.x) * dx + (p.y - a.y) * dy) / length_2).clamp(0.0, 1.0);
    p.distance(MapPoint::new(a.x + dx * t, a.y + dy * t))
}

#[test]
fn a_border_along_a_parallel_is_a_curve_within_accuracy() {
    for kind in kinds() {
        let projection = Projection::for_extent(kind, EXTENT);
        for accuracy_km in [10.0, 1.0, 0.1] {
            let border = [coord! { x: 30.0, y: 49.0 }, coord! { x: 110.0, y: 49.0 }];
            let lines = Projector::new(projection, accuracy_km).line(&border);
            assert_eq!(lines.len(), 1);
            for step in 0..=400 {
                let lon = 30.0 + 80.0 * f64::from(step) / 400.0;
                let off = off_line(projection.forward(coord! { x: lon, y: 49.0 }), &lines[0]);
                assert!(off <= accuracy_km, "{kind}: {off} km at {lon}");
            }
        }
    }
}

#[test]
fn short_edges_get_no_points() {
    for kind in kinds() {
        let projector = Projector::new(Projection::for_extent(kind, EXTENT), 0.25);
        let line = [coord! { x: 70.0, y: 45.0 }, coord! { x: 70.1, y: 45.1 }];
        assert_eq!(projector.line(&line)[0].len(), 2, "{kind}");
    }
}

#[test]
fn a_border_is_the_same_from_both_sides() {
    let border: Vec<Coord> = [(50.0, 40.0), (61.3, 47.7), (75.1, 49.2), (98.7, 50.9)]
        .map(|(x, y)| coord! { x: x, y: y })
        .to_vec();
    let back: Vec<Coord> = border.iter().rev().copied().collect();
    for kind in kinds() {
        let projector = Projector::new(Projection::for_extent(kind, EXTENT), 0.05);
        let there = projector.line(&border).remove(0);
        let mut again = projector.line(&back).remove(0);
        again.reverse();
        assert_eq!(there, again, "{kind}");
    }
}

fn great_circle_point(a: Coord, b: Coord, t: f64) -> Coord {
    let (u, v) = (unit_vector(a), unit_vector(b));
    let angle = libm::acos((0..3).map(|i| u[i] * v[i]).sum::<f64>().clamp(-1.0, 1.0));
    let (s, e) = (libm::sin((1.0 - t) * angle), libm::sin(t * angle));
    let [x, y, z] = std::array::from_fn(|i| (u[i] * s + v[i] * e) / libm::sin(angle));
    coord! { x: libm::atan2(y, x).to_degrees(), y: libm::atan2(z, libm::hypot(x, y)).to_degrees() }
}

#[test]
fn great_circles_keep_to_their_accuracy_and_cross_the_cut() {
    const ACCURACY_KM: f64 = 1.0;
    for (from, to) in [
        // Almaty – Washington passes near the pole, Tokyo – Los Angeles the antimeridian.
        ((76.9, 43.2), (-77.0, 38.9)),
        ((139.7, 35.7), (-118.2, 34.0)),
        ((2.35, 48.86), (116.4, 39.9)),
    ] {
        let (from, to) = (coord! { x: from.0, y: from.1 }, coord! { x: to.0, y: to.1 });
        for kind in kinds() {
            let projection = Projection::for_extent(kind, EXTENT);
            let projector = Projector::new(projection, ACCURACY_KM);
            let lines = projector.great_circle(from, to);
            assert!(!lines.is_empty() && lines.len() <= 2, "{kind}: {} stretches", lines.len());
            for step in 0..=200 {
                let at = great_circle_point(from, to, f64::from(step) / 200.0);
                let is_shown = kind != ProjectionKind::Mercator || at.y < 85.0;
                let off = lines
                    .iter()
                    .map(|line| off_line(projection.forward(at), line))
                    .fold(f64::INFINITY, f64::min);
                assert!(off <= ACCURACY_KM || !is_shown, "{kind}: {off} km at {at:?}");
            }
            let longest = lines.iter().map(|line| longest_step(line)).fold(0.0, f64::max);
            assert!(longest < 2500.0, "{kind}: a line of {longest} km");
        }
    }
}

#[test]
fn antipodes_are_joined_over_the_north_pole() {
    let projector = Projector::new(
        Projection::for_extent(ProjectionKind::EqualEarth, [-180.0, -90.0, 180.0, 90.0]),
        1.0,
    );
    let lines = projector.great_circle(coord! { x: 30.0, y: 20.0 }, coord! { x: -150.0, y: -20.0 });
    assert!(lines.iter().flatten().all(|p| p.x.is_finite() && p.y.is_finite()));
    let top = lines.iter().flatten().map(|p| p.y).fold(f64::INFINITY, f64::min);
    assert!(top < -1.3 * EARTH_RADIUS_KM, "{top}");
}

/// The point of the map half way between the ends of an edge on the map and on the globe.
fn bend_km(projection: &Projection, [a, b]: [Coord; 2]) -> f64 {
    let (from, to) = (projection.forward(a), projection.forward(b));
    let half_way = MapPoint::new(f64::midpoint(from.x, to.x), f64::midpoint(from.y, to.y));
    projection.forward((a + b) / 2.0).distance(half_way)
}

#[test]
fn an_edge_has_points_just_where_it_bends_visibly() {
    for kind in kinds() {
        let projection = Projection::for_extent(kind, EXTENT);
        for lat in [-80.0, -40.0, 0.0, 15.0, 50.0, 70.0, 84.0] {
            for step in 1..60 {
                let reach = 0.02 * f64::from(step) * f64::from(step) / 6.0;
                let edge = [
                    coord! { x: 70.0, y: lat },
                    coord! { x: 70.0 + reach / 2.0, y: (lat + reach).min(84.9) },
                ];
                let is_long = edge[1].y - edge[0].y > 12.0;
                for accuracy_km in [0.01, 0.5, 8.0] {
                    let line = resample(&projection, &edge, accuracy_km);
                    let bends = is_long || bend_km(&projection, edge) > accuracy_km;
                    assert_eq!(line.len() > 2, bends, "{kind}: {edge:?} to {accuracy_km} km");
                }
            }
        }
    }
}

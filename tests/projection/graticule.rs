//! Meridians and parallels.

use geo::Coord;
use khorgos::projection::{Projection, ProjectionKind, Projector, graticule};

const WORLD: [f64; 4] = [-180.0, -90.0, 180.0, 90.0];

#[test]
fn the_world_has_each_line_once() {
    let lines = graticule(10.0, WORLD);
    let is_meridian = |line: &&Vec<Coord>| line.iter().all(|p| p.x == line[0].x);
    let meridians: Vec<f64> = lines.iter().filter(is_meridian).map(|line| line[0].x).collect();
    assert_eq!(meridians.len(), 36);
    assert!(meridians.windows(2).all(|pair| pair[1] - pair[0] == 10.0), "{meridians:?}");
    // The poles are points.
    assert_eq!(lines.len() - meridians.len(), 17);
}

#[test]
fn a_part_has_its_own_lines() {
    let lines = graticule(5.0, [43.0, 33.5, 99.0, 58.0]);
    let (first, last) = (&lines[0], &lines[lines.len() - 1]);
    assert_eq!((first[0], first[1]), (Coord { x: 45.0, y: 33.5 }, Coord { x: 45.0, y: 58.0 }));
    assert!(last.iter().all(|p| p.y == 55.0));
    assert_eq!((last[0].x, last[last.len() - 1].x), (43.0, 99.0));
}

#[test]
fn on_the_map_a_parallel_stays_on_its_latitude() {
    for kind in [ProjectionKind::AzimuthalEqualArea, ProjectionKind::ConicConformal] {
        let projection = Projection::for_extent(kind, [43.0, 33.5, 99.0, 58.0]);
        let projector = Projector::new(projection, 0.25);
        let parallel = [0.0, 45.0, 90.0].map(|x| Coord { x, y: 50.0 });
        let points: Vec<_> = projector.line(&parallel).concat();
        assert!(points.len() > 10, "{kind:?}: a curve");
        for pair in points.windows(2) {
            let middle = khorgos::projection::MapPoint::new(
                f64::midpoint(pair[0].x, pair[1].x),
                f64::midpoint(pair[0].y, pair[1].y),
            );
            let lat = projection.inverse(middle).unwrap().y;
            assert!((lat - 50.0).abs() < 0.005, "{kind:?}: {lat}");
        }
    }
}

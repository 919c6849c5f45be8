//! Projections fitted to extents, also to odd ones.

use super::kinds;
use geo::coord;
use khorgos::projection::{EARTH_RADIUS_KM, MapPoint, Projection, ProjectionKind, Projector};

const EXTENTS: &[[f64; 4]] = &[
    [43.0, 33.5, 99.0, 58.0],
    // Across the equator, and as far north as south.
    [-20.0, -35.0, 55.0, 38.0],
    [-20.0, -30.0, 55.0, 30.0],
    [110.0, -45.0, 155.0, -10.0],
    [-180.0, -90.0, 180.0, 90.0],
    [-180.0, -60.0, 180.0, 80.0],
    [68.0, 46.0, 68.0, 46.0],
    [68.0, 0.0, 68.0, 0.0],
    // Across the antimeridian.
    [160.0, -50.0, 200.0, -10.0],
    [350.0, 40.0, 380.0, 60.0],
    // At the poles.
    [-180.0, 60.0, 180.0, 90.0],
    [-180.0, -90.0, 180.0, -60.0],
    [10.0, 90.0, 10.0, 90.0],
];

#[test]
fn the_middle_of_every_extent_is_the_origin() {
    for kind in kinds() {
        for extent @ [west, south, east, north] in EXTENTS {
            let projection = Projection::for_extent(kind, *extent);
            let middle = projection.centre();
            let origin = projection.forward(middle);
            assert!(libm::hypot(origin.x, origin.y) < 1e-6, "{kind} {extent:?} {origin:?}");
            assert!((middle.x - (west + east) / 2.0).abs() < 1e-9);
            if kind != ProjectionKind::Mercator || middle.y.abs() < 85.0 {
                assert!((middle.y - (south + north) / 2.0).abs() < 1e-9);
            }
        }
    }
}

/// Within a km of the origin a map km is a true km, eastwards and northwards. (Where the standard
/// parallels are far apart an equal-area map is only true in area.)
#[test]
fn the_map_is_true_in_the_middle_of_a_region() {
    let extent = EXTENTS[0];
    for kind in kinds() {
        let projection = Projection::for_extent(kind, extent);
        let middle = projection.centre();
        assert!((projection.scale_at(middle) - 1.0).abs() < 1e-9, "{kind}");
        let km = (1.0 / EARTH_RADIUS_KM).to_degrees();
        let east = coord! { x: middle.x + km / libm::cos(middle.y.to_radians()), y: middle.y };
        let north = coord! { x: middle.x, y: middle.y + km };
        let (east, north) = (projection.forward(east), projection.forward(north));
        // Equal Earth is squeezed there, by as much as it is stretched the other way.
        let within = if kind == ProjectionKind::EqualEarth { 0.25 } else { 0.02 };
        assert!((east.x - 1.0).abs() < within, "{kind} {east:?}");
        assert!((north.y + 1.0).abs() < within, "{kind} {north:?}");
        let area = east.x * -north.y + east.y * north.x;
        assert!((area - 1.0).abs() < 1e-3, "{kind} {area}");
    }
}

#[test]
fn every_position_is_finite_on_every_map() {
    for kind in kinds() {
        for extent in EXTENTS {
            let projection = Projection::for_extent(kind, *extent);
            let projector = Projector::new(projection, 1.0);
            for lat in (-90..=90).step_by(15) {
                for lon in (-180..=180).step_by(15) {
                    let position = coord! { x: f64::from(lon), y: f64::from(lat) };
                    let point = projection.forward(position);
                    assert!(
                        point.x.is_finite() && point.y.is_finite(),
                        "{kind} {extent:?} {position:?}"
                    );
                    let scale = projection.scale_at(position);
                    assert!(scale > 0.0, "{kind} {extent:?} {position:?} {scale}");
                    let within = projector.within(position);
                    let reach = libm::hypot(within.x, within.y);
                    assert!(
                        reach < 40.0 * EARTH_RADIUS_KM,
                        "{kind} {extent:?} {position:?} {within:?}"
                    );
                    assert!(projection.north_angle_rad(position).is_finite());
                }
            }
        }
    }
}

#[test]
fn north_is_up_on_cylinders_and_leans_on_cones() {
    let at = |kind, lon| {
        Projection::for_extent(kind, EXTENTS[0]).north_angle_rad(coord! { x: lon, y: 50.0 })
    };
    for lon in [-90.0, 71.0, 150.0] {
        assert!(at(ProjectionKind::Mercator, lon).abs() < 1e-9);
    }
    for kind in kinds().filter(|kind| *kind != ProjectionKind::Mercator) {
        assert!(at(kind, 71.0).abs() < 1e-9, "{kind}");
        assert!(at(kind, 100.0) < -0.01, "{kind}");
        assert!(at(kind, 40.0) > 0.01, "{kind}");
    }
}

#[test]
fn names_and_kinds_are_one_to_one() {
    for (name, kind) in ProjectionKind::NAMES {
        assert_eq!(ProjectionKind::from_name(name), Ok(*kind));
        assert_eq!(kind.to_string(), *name);
        assert_eq!(Projection::for_extent(*kind, EXTENTS[0]).kind(), *kind);
    }
    let problem = ProjectionKind::from_name("Mercator").unwrap_err();
    assert!(problem.expected.contains("equal-earth"), "{problem}");
}

#[test]
fn the_outline_holds_all_that_is_drawn() {
    for kind in kinds() {
        for extent in EXTENTS {
            let projector = Projector::new(Projection::for_extent(kind, *extent), 1.0);
            let outline = projector.outline();
            let gap_km = outline[0].distance(outline[outline.len() - 1]);
            assert!(gap_km < 1e-6, "{kind} {extent:?}: open by {gap_km} km");
            let of =
                |pick: fn(f64, f64) -> f64, part: fn(&MapPoint) -> f64, points: &[MapPoint]| {
                    points.iter().map(part).fold(part(&points[0]), pick)
                };
            let parallel: Vec<_> = (0..=36)
                .map(|i| coord! { x: f64::from(i) * 10.0 - 180.0, y: projector.projection().centre().y })
                .collect();
            for line in projector.line(&parallel) {
                for (pick, sign) in [(f64::max as fn(f64, f64) -> f64, 1.0), (f64::min, -1.0)] {
                    for part in [(|p| p.x) as fn(&MapPoint) -> f64, |p| p.y] {
                        let (inner, outer) = (of(pick, part, &line), of(pick, part, &outline));
                        assert!((outer - inner) * sign > -2.0, "{kind} {extent:?} {inner} {outer}");
                    }
                }
            }
        }
    }
}

//! Levels of detail: which points of a line are drawn from how far.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::shipped_model;
use geo::Coord;
use khorgos::compose::{Atlas, View, compose};
use khorgos::geo::{BaseMap, Chain, FINEST, finer_by, level_for, levels, px_km};
use khorgos::model::Model;
use khorgos::project::{MapLevel, MapPath, Shape, project};
use khorgos::projection::{EARTH_RADIUS_KM, MapPoint, ProjectionKind};
use khorgos::scene::EstimatedText;
use khorgos::style::Theme;
use khorgos::view::{Camera, Insets};
use proptest::prelude::*;
use std::rc::Rc;

/// Of the triangle of three positions, km².
fn triangle_km2(a: Coord, b: Coord, c: Coord) -> f64 {
    let degree = EARTH_RADIUS_KM.to_radians();
    let ((ax, ay), (cx, cy)) = ((a.x - b.x, a.y - b.y), (c.x - b.x, c.y - b.y));
    (ax * cy - cx * ay).abs() / 2.0 * degree * degree * libm::cos(b.y.to_radians())
}

/// The method as its authors put it: look at all triangles, take the least one's point out, again.
fn effective_areas_km2(line: &[Coord]) -> Vec<f64> {
    let mut left: Vec<usize> = (0..line.len()).collect();
    let mut areas = vec![f64::INFINITY; line.len()];
    let mut most = 0.0_f64;
    while left.len() > 2 {
        let triangles = left.windows(3).map(|w| triangle_km2(line[w[0]], line[w[1]], line[w[2]]));
        let (place, area) = triangles.enumerate().min_by(|a, b| a.1.total_cmp(&b.1)).unwrap();
        most = most.max(area);
        areas[left.remove(place + 1)] = most;
    }
    areas
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 2, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn a_level_shows_the_points_whose_triangles_can_be_seen(
        line in prop::collection::vec((60.0..70.0f64, 35.0..45.0f64), 2..40),
    ) {
        let line: Vec<Coord> = line.into_iter().map(|(x, y)| Coord { x, y }).collect();
        let levels = levels(&line, |_| false);
        for (level, area_km2) in levels.iter().zip(effective_areas_km2(&line)) {
            let px2 = |level: u8| area_km2 / px_km(level) / px_km(level);
            // Areas are compared in single precision.
            if area_km2.is_finite() {
                prop_assert!(*level == FINEST || px2(*level) > 0.4999);
                prop_assert!(*level == 0 || px2(level - 1) < 0.5001);
            } else {
                prop_assert_eq!(*level, 0);
            }
        }
    }

    #[test]
    fn a_line_is_the_same_from_either_end(
        line in prop::collection::vec((0.0..10.0f64, 0.0..10.0f64), 2..60),
        level in 0..=FINEST,
    ) {
        let chain = Chain::new(&line.into_iter().map(|(x, y)| Coord { x, y }).collect::<Vec<_>>());
        let mut back: Vec<Coord> = chain.at(level).rev().collect();
        back.reverse();
        prop_assert_eq!(back, chain.at(level).collect::<Vec<_>>());
    }
}

#[test]
fn a_scale_has_the_first_level_that_is_fine_enough() {
    assert_eq!(level_for(0.0), 0);
    assert_eq!(level_for(1.0 / 32.0), 0);
    assert_eq!(level_for(1.0 / 31.9), 1);
    assert_eq!(level_for(1.0), 5);
    assert_eq!(level_for(1e9), FINEST);
    assert_eq!(level_for(f64::NAN), FINEST);
    assert_eq!(
        [1.0, 1.4, 1.5, 2.0, 5.6, f64::INFINITY].map(|scale| finer_by(3, scale)),
        [3, 3, 4, 4, 5, 15]
    );
}

#[test]
fn points_where_a_flat_map_was_cut_are_always_drawn() {
    let line = [(170.0, 70.0), (180.0, 69.0), (180.0, 68.99), (180.0, 68.98), (170.0, 68.0)];
    let chain = Chain::new(&line.map(|(x, y)| Coord { x, y }));
    assert_eq!(chain.at(0).count(), 5);
}

#[test]
fn a_long_run_becomes_chains_that_follow_one_another() {
    let line: Vec<Coord> =
        (0..2000).map(|n| Coord { x: f64::from(n) / 100.0, y: f64::from(n % 7) }).collect();
    let mut map = BaseMap::default();
    let chains = map.add_chain(line.clone());
    assert!(chains.len() > 3);
    let forwards: Vec<_> =
        chains.map(|chain| khorgos::geo::ChainRef { chain, reversed: false }).collect();
    assert_eq!(map.points(&forwards), line);
    for chain in &map.chains {
        assert!((2..=512).contains(&chain.count()));
    }
}

/// The shipped map about somewhere else.
fn shown(kind: ProjectionKind, extent: [f64; 4]) -> (Model, Rc<BaseMap>) {
    let (model, base) = shipped_model();
    (Model { projection: kind, extent, ..model }, Rc::new(base))
}

fn shapes(map: &MapLevel) -> Vec<&Shape> {
    let mut all: Vec<&Shape> = map.countries.iter().map(|(_, shape)| shape).collect();
    all.extend(map.claims.iter().map(|(_, shape)| shape));
    all.extend(map.borders.iter().chain(&map.coasts).chain(&map.courses).chain(&map.rivers));
    all.extend([&map.lakes, &map.disputed, &map.region_borders]);
    all
}

#[test]
fn no_point_of_a_shape_is_outside_the_box_that_is_looked_at_first() {
    const WORLD: [f64; 4] = [-180.0, -60.0, 180.0, 75.0];
    const REGION: [f64; 4] = [43.0, 33.5, 99.0, 58.0];
    const PACIFIC: [f64; 4] = [120.0, -50.0, 290.0, 60.0];
    for (_, kind) in ProjectionKind::NAMES {
        for extent in [WORLD, REGION, PACIFIC] {
            let (model, base) = shown(*kind, extent);
            let map = project(&model, &base);
            for px_per_km in [0.03, 0.3, 4.0] {
                let level = map.at(px_per_km);
                for shape in shapes(level) {
                    assert!(
                        shape.runs.is_empty() || shape.may_overlap(&shape.bounds),
                        "{kind:?} {extent:?}: {shape:?}"
                    );
                    for point in shape.runs.iter().flatten() {
                        let at = khorgos::view::Bounds::of_size(point.x, point.y, 0.0, 0.0);
                        assert!(shape.may_overlap(&at), "{kind:?} {extent:?}: {point:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn neighbours_have_the_same_border_at_every_level() {
    let (model, base) = shown(ProjectionKind::Mercator, [43.0, 33.5, 99.0, 58.0]);
    let map = project(&model, &base);
    // To a millimetre: what is cut at the map's edge may be a bit off.
    let near = |p: &khorgos::projection::MapPoint| {
        (libm::round(p.x * 1e6) as i64, libm::round(p.y * 1e6) as i64)
    };
    let mut fewer = usize::MAX;
    for px_per_km in [8.0, 1.0, 0.25, 0.06] {
        let level = map.at(px_per_km);
        let points = |id: &str| -> Vec<(i64, i64)> {
            let shape = level.country(id).unwrap();
            shape.runs.iter().flatten().map(near).collect()
        };
        let (kaz, rus) = (points("KAZ"), points("RUS"));
        let borders: Vec<Vec<(i64, i64)>> = level
            .borders
            .iter()
            .flat_map(|border| &border.runs)
            .map(|run| run.iter().map(near).collect())
            .collect();
        let ends = |run: &[(i64, i64)], of: &[(i64, i64)]| {
            of.contains(&run[0]) && of.contains(run.last().unwrap())
        };
        let shared: Vec<_> =
            borders.iter().filter(|run| ends(run, &kaz) && ends(run, &rus)).collect();
        assert!(!shared.is_empty());
        let count: usize = shared.iter().map(|run| run.len()).sum();
        assert!(count < fewer, "{count} points from further away, {fewer} from nearer");
        fewer = count;
        for point in shared.into_iter().flatten() {
            assert!(kaz.contains(point) && rus.contains(point), "{px_per_km}");
        }
    }
}

#[test]
fn what_is_not_in_sight_is_never_projected() {
    let (model, base) = shown(ProjectionKind::AzimuthalEqualArea, [43.0, 33.5, 99.0, 58.0]);
    let atlas = Atlas::new(model, base, Theme::LIGHT);
    let camera = Camera::fit(atlas.map.home, 1200.0, 750.0, Insets::default());
    let view = View::of(camera, vec![true; atlas.model.layers.len()]);
    compose(&atlas, &view, &EstimatedText);
    let level = atlas.map.at(view.camera.px_per_km);
    let is_projected = |id: &str| {
        let shape = level.country(id).unwrap();
        !format!("{shape:?}").contains("uninit")
    };
    assert!(is_projected("KAZ"));
    assert!(!is_projected("BRA"));
}

#[test]
fn land_lies_on_the_same_side_of_every_ring() {
    let ring = |left: f64, size: f64, clockwise: bool| -> Vec<MapPoint> {
        let corners = [(0.0, 0.0), (size, 0.0), (size, size), (0.0, size), (0.0, 0.0)];
        let mut ring: Vec<MapPoint> =
            corners.map(|(x, y)| MapPoint::new(left + x, left + y)).to_vec();
        if !clockwise {
            ring.reverse();
        }
        ring
    };
    // Land, a lake in it, an island in that; and land elsewhere, each either way round.
    for ways in 0..16u32 {
        let way = |ring: u32| ways & (1 << ring) != 0;
        let rings = vec![
            ring(4.0, 2.0, way(0)),
            ring(0.0, 10.0, way(1)),
            ring(2.0, 6.0, way(2)),
            ring(20.0, 1.0, way(3)),
        ];
        let reversed = MapPath::new(1, rings, true).reversed();
        let ends: Vec<bool> = (0..4).map(|ring| way(ring) != reversed[ring as usize]).collect();
        assert_eq!(ends, [true, true, false, true], "{ways:b}");
    }
}

#[test]
fn the_shore_of_an_island_over_the_antimeridian_does_not_go_round_the_world() {
    // As maps of the world have Fiji: two halves with what lies between them at their ends.
    let map = r#"{"type":"Topology","arcs":[
        [[-180,-16],[-179,-16.2],[-180,-17]],[[-180,-17],[180,-17]],[[180,-17],[178,-16.5],[180,-16]],[[180,-16],[-180,-16]]],
        "objects":{"countries":{"type":"Polygon","id":"FJI","arcs":[[0,1,2,3]]}}}"#;
    let base = khorgos::geo::MapReader::new(vec![map.into()]).finish().unwrap();
    let (model, _) = shipped_model();
    let extent = [-180.0, -60.0, 180.0, 75.0];
    let model = Model { extent, projection: ProjectionKind::EqualEarth, ..model };
    let map = project(&model, &Rc::new(base));
    let level = map.at(0.1);
    let runs = level.coasts.iter().flat_map(|coast| &coast.runs);
    for run in runs.chain(&level.country("FJI").unwrap().runs) {
        let steps = run.windows(2).map(|edge| edge[0].distance(edge[1]));
        assert!(steps.sum::<f64>() < 2000.0, "{run:?}");
    }
}

#[test]
fn a_level_that_takes_much_room_is_let_go_of_and_comes_back_the_same() {
    let (model, base) = shown(ProjectionKind::Mercator, [-180.0, -60.0, 180.0, 75.0]);
    let mut map = project(&model, &base);
    let points = |map: &khorgos::project::ProjectedMap, px_per_km: f64| -> usize {
        let shapes = shapes(map.at(px_per_km));
        shapes.iter().flat_map(|shape| &shape.runs).map(Vec::len).sum()
    };
    let is_drawn = |map: &khorgos::project::ProjectedMap, px_per_km: f64| {
        !format!("{:?}", map.at(px_per_km).country("CHN").unwrap()).contains("uninit")
    };
    const FAR: f64 = 0.003;
    const NEAR: f64 = 4.0;
    assert!(points(&map, FAR) < 60_000);
    let many = points(&map, NEAR);
    assert!(many > 60_000, "{many} points are too few to be let go of");
    let before = map.at(NEAR).country("CHN").unwrap().runs.clone();
    map.keep_only(NEAR);
    assert!(is_drawn(&map, NEAR) && is_drawn(&map, FAR));
    map.keep_only(FAR);
    assert!(!is_drawn(&map, NEAR) && is_drawn(&map, FAR));
    assert_eq!(map.at(NEAR).country("CHN").unwrap().runs, before);
}

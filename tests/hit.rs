//! What is under a point, beside the geometry of the `geo` crate; and that all that is drawn can be met.
#![cfg(not(target_arch = "wasm32"))]

mod common;
#[path = "common/hostile/mod.rs"]
mod hostile;
#[path = "common/lots.rs"]
mod lots;

use common::{bytes, shipped};
use geo::{Contains, Distance, Euclidean, LineString, Point, Polygon};
use khorgos::geo::MapReader;
use khorgos::hit::{hit, hits};
use khorgos::project::MapPath;
use khorgos::projection::MapPoint;
use khorgos::scene::{Anchor, EstimatedText, Item, Scene, Segment, Stroke, Target};
use khorgos::style::Color;
use khorgos::view::{Camera, ScreenPoint};
use khorgos::widget::Widget;
use lots::pictures_by_lot;
use proptest::prelude::*;

const SIDE_PX: f64 = 400.0;

fn scene(items: Vec<Item>) -> Scene {
    let camera = Camera {
        centre: MapPoint::default(),
        px_per_km: 1.0,
        width_px: SIDE_PX,
        height_px: SIDE_PX,
    };
    Scene { camera, ground: Color::rgb(0), right_to_left: false, items }
}

fn points() -> impl Strategy<Value = ScreenPoint> {
    (0.0..SIDE_PX, 0.0..SIDE_PX).prop_map(|(x, y)| ScreenPoint::new(x, y))
}

/// A run of straight lines, closed or not.
fn outline(points: &[ScreenPoint], closed: bool) -> Vec<Segment> {
    let mut outline: Vec<Segment> = points.iter().map(|at| Segment::Line(*at)).collect();
    outline[0] = Segment::Move(points[0]);
    outline.extend(closed.then_some(Segment::Close));
    outline
}

fn line_of(points: &[ScreenPoint], closed: bool) -> LineString {
    let ends = points.first().filter(|_| closed);
    LineString::from_iter(points.iter().chain(ends).map(|at| (at.x, at.y)))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Flows and symbols, the topmost and nearest first.
    #[test]
    fn shapes_are_met_where_they_are(
        shapes in prop::collection::vec((prop::collection::vec(points(), 3..6), any::<bool>()), 1..6),
        at in points(), reach_px in 0.0..12.0f64,
    ) {
        let stroke = Stroke::solid(Color::rgb(0), 2.0);
        let items = shapes.iter().enumerate().map(|(index, (points, filled))| Item::Shape {
            target: Some(Target::Flow(index)),
            outline: outline(points, *filled),
            fill: filled.then_some(Color::rgb(0)),
            stroke: Some(stroke),
        });
        let met = hits(&scene(items.collect()), at, reach_px);
        let spot = Point::new(at.x, at.y);
        let far = |(points, filled): &(Vec<ScreenPoint>, bool)| {
            let line = line_of(points, *filled);
            let is_in = *filled && points.len() == 3 && Polygon::new(line.clone(), Vec::new()).contains(&spot);
            if is_in { 0.0 } else { (Euclidean.distance(&spot, &line) - 1.0).max(0.0) }
        };
        // Only triangles are filled without a doubt: others cross themselves.
        for (index, shape) in shapes.iter().enumerate().filter(|(_, (points, filled))| !filled || points.len() == 3) {
            let distance = far(shape);
            let is_met = met.contains(&Target::Flow(index));
            prop_assert!(!is_met || distance <= reach_px + 1e-6, "{index} is {distance} px away");
            // What is exactly there keeps out what is only near.
            if distance == 0.0 {
                prop_assert!(is_met, "{index}");
            } else if distance < reach_px - 1e-6 && !is_met {
                prop_assert!(!met.is_empty(), "{index} is {distance} px away");
            }
        }
    }

    #[test]
    fn nothing_is_met_from_nowhere(x in any::<f64>(), y in any::<f64>(), reach_px in any::<f64>()) {
        let corner = [(10.0, 10.0), (90.0, 10.0), (90.0, 90.0)].map(|(x, y)| ScreenPoint::new(x, y));
        let shape = Item::Shape { target: Some(Target::Flow(0)), outline: outline(&corner, true), fill: Some(Color::rgb(0)), stroke: None };
        hit(&scene(vec![shape]), ScreenPoint::new(x, y), reach_px);
    }
}

/// Points at which a thing is drawn. Of areas there are none: see `areas_are_met_in_their_outlines`.
fn points_of(item: &Item, camera: &Camera) -> Vec<ScreenPoint> {
    let on_map = |path: &MapPath| -> Vec<ScreenPoint> {
        // Its corners may lie under symbols; halfway between them it is free, or hidden altogether.
        let on_screen = |run: &Vec<MapPoint>| -> Vec<ScreenPoint> {
            run.iter().map(|point| camera.to_screen(*point)).collect()
        };
        let parts = path.runs.iter().map(on_screen);
        parts
            .flat_map(|run| {
                let halfway = run.windows(2).flat_map(|ends| {
                    [0.0, 0.25, 0.5, 0.75, 1.0].map(|share| ends[0].towards(ends[1], share))
                });
                halfway.collect::<Vec<_>>()
            })
            .collect()
    };
    match item {
        Item::Text { at, anchor: Anchor::Middle, .. } => vec![*at],
        Item::CurvedText { clusters, .. } => clusters.iter().map(|cluster| cluster.at).collect(),
        Item::Shape { outline, .. } => {
            let mut points = Vec::new();
            for segment in outline {
                match *segment {
                    Segment::Move(at) | Segment::Line(at) | Segment::Circle(at, _) => {
                        points.push(at)
                    }
                    Segment::Quad(control, end) => {
                        let start = points.last().copied().unwrap_or(end);
                        let middle =
                            start.towards(control, 0.5).towards(control.towards(end, 0.5), 0.5);
                        points.extend([middle, end]);
                    }
                    Segment::Close => {}
                }
            }
            points
        }
        Item::MapPath { path, fill: None, .. } => on_map(path),
        Item::MapPath { .. } | Item::Hatch { .. } | Item::Text { .. } => Vec::new(),
    }
}

/// Whether nothing of a thing is in sight, or so little of a line that the symbols at its ends hide it.
fn is_speck(item: &Item, points: &[ScreenPoint]) -> bool {
    const LEAST_PX: f64 = 20.0;
    let is_long = |from: &ScreenPoint| points.iter().any(|to| from.distance(*to) > LEAST_PX);
    points.is_empty() || (matches!(item, Item::MapPath { .. }) && !points.iter().any(is_long))
}

/// Every thing that is drawn in sight, of which no point means it.
fn out_of_reach(scene: &Scene) -> Vec<Target> {
    let camera = &scene.camera;
    let is_seen = |at: &ScreenPoint| {
        (0.0..=camera.width_px).contains(&at.x) && (0.0..=camera.height_px).contains(&at.y)
    };
    let mut left: Vec<Target> = Vec::new();
    let mut met: Vec<Target> = Vec::new();
    for item in &scene.items {
        let Some(target) = item.target().filter(|target| !met.contains(target)) else { continue };
        let points: Vec<ScreenPoint> =
            points_of(item, camera).into_iter().filter(is_seen).collect();
        let meets = |at: &ScreenPoint| {
            hits(scene, *at, 4.0).contains(&target) || hit(scene, *at, 4.0) == Some(target)
        };
        if points.iter().any(meets) {
            met.push(target);
        } else if !is_speck(item, &points) {
            left.push(target);
        }
    }
    left.retain(|target| !met.contains(target));
    left
}

#[test]
fn all_that_is_drawn_can_be_met() {
    let mut widget = shipped(1200.0, 750.0);
    for factor in [1.0, 3.0, 4.0] {
        widget.zoom_by(factor, None);
        assert_eq!(out_of_reach(widget.scene(&EstimatedText).unwrap()), []);
    }
    for (map, brief) in [
        (vec!["assets/map/base.topo.json", "assets/map/osm.topo.json"], "good_every_member"),
        (vec!["tests/fixtures/maps/small.topo.json"], "every_sign"),
    ] {
        let mut widget = Widget::new();
        let documents = map.into_iter().map(bytes).collect();
        widget.set_map(MapReader::new(documents).finish().unwrap()).unwrap();
        widget.resize(900.0, 600.0);
        widget.set_brief(&bytes(&format!("tests/fixtures/briefs/{brief}.json"))).unwrap();
        assert_eq!(out_of_reach(widget.scene(&EstimatedText).unwrap()), [], "{brief}");
    }
}

/// Everything that is drawn of changed briefs, seen from anywhere.
#[test]
fn all_that_is_drawn_by_lot_can_be_met() {
    for (lot, scene) in pictures_by_lot() {
        assert_eq!(out_of_reach(&scene), [], "lot {lot}");
    }
}

/// Compares what is met on a grid of `side` × `side` points with what lies there, by the crate `geo`; how many points have
/// something. Small things are left out, which lie on areas that are not theirs.
fn assert_areas(mut scene: Scene, side: u32, about: &str) -> usize {
    scene
        .items
        .retain(|item| matches!(item, Item::MapPath { fill: Some(_), .. } | Item::Hatch { .. }));
    let camera = scene.camera;
    let area = |item: &Item| {
        let (Item::MapPath { path, .. } | Item::Hatch { path, .. }) = item else { return None };
        let ring = |run: &Vec<MapPoint>| {
            let run = run.iter().map(|point| camera.to_screen(*point));
            Polygon::new(LineString::from_iter(run.map(|at| (at.x, at.y))), Vec::new())
        };
        Some((item.target()?, path.runs.iter().map(ring).collect::<Vec<Polygon>>()))
    };
    let areas: Vec<_> = scene.items.iter().filter_map(area).collect();
    // In an odd number of rings: the others are lakes and holes.
    let is_in = |rings: &[Polygon], at: &Point| {
        rings.iter().filter(|ring| ring.contains(at)).count() % 2 == 1
    };
    let mut count = 0;
    for n in 0..side * side {
        let share = |step: u32, off: f64| (f64::from(step) + off) / f64::from(side);
        let (x, y) = (share(n % side, 0.437), share(n / side, 0.563));
        let (x, y) = (x * camera.width_px, y * camera.height_px);
        let spot = Point::new(x, y);
        let on = areas.iter().rev().find(|(_, rings)| is_in(rings, &spot));
        assert_eq!(
            hit(&scene, ScreenPoint::new(x, y), 0.0),
            on.map(|(target, _)| *target),
            "{about}: {x} {y}"
        );
        count += usize::from(on.is_some());
    }
    count
}

#[test]
fn areas_are_met_in_their_outlines() {
    let scene = shipped(1000.0, 700.0).scene(&EstimatedText).unwrap().clone();
    let count = assert_areas(scene, 50, "shipped");
    assert!(count > 2000, "{count}");
    let mut count = 0;
    for (lot, scene) in pictures_by_lot().step_by(3) {
        count += assert_areas(scene, 20, &format!("lot {lot}"));
    }
    assert!(count > 1500, "{count}");
}

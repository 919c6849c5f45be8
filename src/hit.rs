//! What is under a point: the topmost item that stands for something.

use crate::layout::labels::text_parts;
use crate::project::MapPath;
use crate::projection::MapPoint;
use crate::scene::{Anchor, Cluster, Item, Scene, Segment, Target, outline_bounds};
use crate::view::{Bounds, ScreenPoint};

/// How far beside a line a click may be, px.
const TOLERANCE_PX: f64 = 5.0;

/// The target under a point of the screen: what is hit exactly, else the topmost line or shape
/// close by, else the land.
pub fn hit(scene: &Scene, point: ScreenPoint) -> Option<Target> {
    let topmost = |reach_px: f64| {
        scene.items.iter().rev().find_map(|item| on_item(scene, item, point, reach_px))
    };
    topmost(0.0).or_else(|| topmost(TOLERANCE_PX)).or_else(|| land(scene, point))
}

/// The target of an item that is not land, within a reach of a point.
fn on_item(scene: &Scene, item: &Item, point: ScreenPoint, reach_px: f64) -> Option<Target> {
    match item {
        Item::Text { target, at, anchor: Anchor::Middle, width_px, angle_rad, font, .. } => {
            let parts = text_parts(*at, (*width_px, font.size_px * 1.25), *angle_rad);
            (*target).filter(|_| parts.iter().any(|part| part.contains(point.x, point.y)))
        }
        Item::CurvedText { target, clusters, font, .. } => {
            let height_px = font.size_px * 1.25;
            let meets = |c: &Cluster| {
                text_parts(c.at, (c.width_px, height_px), c.angle_rad)
                    .iter()
                    .any(|part| part.contains(point.x, point.y))
            };
            (*target).filter(|_| clusters.iter().any(meets))
        }
        Item::Shape { target, outline, fill, stroke } => {
            let target = (*target)?;
            let reach = stroke.map_or(0.0, |stroke| stroke.width_px / 2.0) + reach_px;
            if !outline_bounds(outline).grown(reach).contains(point.x, point.y) {
                return None;
            }
            shape_hit(outline, fill.is_some(), reach, point).then_some(target)
        }
        Item::MapPath { target, path, fill: None, stroke } => {
            let target = (*target)?;
            let reach_px = stroke.map_or(0.0, |stroke| stroke.width_px / 2.0) + reach_px;
            let at = scene.camera.to_map(point);
            path_within(path, at, reach_px / scene.camera.px_per_km).then_some(target)
        }
        // Texts that stand at one of their ends are not of the map.
        Item::Text { .. } | Item::MapPath { .. } | Item::Hatch { .. } => None,
    }
}

fn land(scene: &Scene, point: ScreenPoint) -> Option<Target> {
    let at = scene.camera.to_map(point);
    scene.items.iter().rev().find_map(|item| match item {
        Item::MapPath { target, path, fill: Some(_), .. } | Item::Hatch { target, path, .. } => {
            (*target).filter(|_| path_contains(path, at))
        }
        _ => None,
    })
}

fn shape_hit(outline: &[Segment], filled: bool, reach_px: f64, point: ScreenPoint) -> bool {
    let mut run: Vec<MapPoint> = Vec::new();
    let at = MapPoint::new(point.x, point.y);
    for segment in outline {
        match *segment {
            Segment::Circle(centre, radius) => {
                let distance = centre.distance(point);
                let inside = if filled { distance <= radius } else { false };
                if inside || (distance - radius).abs() <= reach_px {
                    return true;
                }
            }
            Segment::Move(to) => run = vec![MapPoint::new(to.x, to.y)],
            Segment::Line(to) => run.push(MapPoint::new(to.x, to.y)),
            Segment::Quad(control, end) => {
                const STEPS: u32 = 24;
                let start = run.last().map_or(end, |p| ScreenPoint::new(p.x, p.y));
                for step in 1..=STEPS {
                    let t = f64::from(step) / f64::from(STEPS);
                    let p = start.towards(control, t).towards(control.towards(end, t), t);
                    run.push(MapPoint::new(p.x, p.y));
                }
            }
            Segment::Close => run.extend(run.first().copied()),
        }
    }
    (filled && run_crossings(&run, at) % 2 == 1) || run_within(&run, at, reach_px)
}

/// Whether a point lies in a closed path, by the even-odd rule.
pub(crate) fn path_contains(path: &MapPath, at: MapPoint) -> bool {
    let here = Bounds::of_size(at.x, at.y, 0.0, 0.0);
    path.bounds.contains(at.x, at.y)
        && path.runs_about(here).map(|run| run_crossings(run, at)).sum::<usize>() % 2 == 1
}

fn path_within(path: &MapPath, at: MapPoint, reach: f64) -> bool {
    let near = Bounds::of_size(at.x, at.y, 0.0, 0.0).grown(reach);
    path.bounds.overlaps(&near) && path.runs_about(near).any(|run| run_within(run, at, reach))
}

/// Whether a point lies in one closed run.
pub(crate) fn run_contains(run: &[MapPoint], at: MapPoint) -> bool {
    run_crossings(run, at) % 2 == 1
}

/// How often a ray to the right crosses a run.
fn run_crossings(run: &[MapPoint], at: MapPoint) -> usize {
    let Some(mut from) = run.last() else { return 0 };
    let mut crossings = 0;
    for to in run {
        if (from.y > at.y) != (to.y > at.y)
            && at.x < (to.x - from.x) * (at.y - from.y) / (to.y - from.y) + from.x
        {
            crossings += 1;
        }
        from = to;
    }
    crossings
}

fn run_within(run: &[MapPoint], at: MapPoint, reach: f64) -> bool {
    run.iter().zip(run.iter().skip(1)).any(|(a, b)| segment_distance(*a, *b, at) <= reach)
}

fn segment_distance(a: MapPoint, b: MapPoint, p: MapPoint) -> f64 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let length2 = dx * dx + dy * dy;
    let t = if length2 == 0.0 {
        0.0
    } else {
        (((p.x - a.x) * dx + (p.y - a.y) * dy) / length2).clamp(0.0, 1.0)
    };
    MapPoint::new(a.x + t * dx, a.y + t * dy).distance(p)
}

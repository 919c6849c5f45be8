//! What is under a point, and what is near it: small things before large ones.

use crate::layout::labels::text_parts;
use crate::project::MapPath;
use crate::projection::MapPoint;
use crate::scene::{Anchor, Cluster, Item, Scene, Segment, Target, outline_bounds};
use crate::sorted::sort_by;
use crate::view::{Bounds, ScreenPoint};
use std::cmp::Ordering;

/// What a point means: a small thing that is there or within reach, px, else the topmost area or
/// land.
pub fn hit(scene: &Scene, point: ScreenPoint, reach_px: f64) -> Option<Target> {
    let small = hits(scene, point, reach_px).first().copied();
    small.or_else(|| scene.items.iter().rev().find_map(|item| on_ground(scene, item, point)))
}

/// The small things that a point may mean, the likeliest first: symbols and texts that are there,
/// else symbols within reach, and the flows and lines that are there or else within reach.
pub fn hits(scene: &Scene, point: ScreenPoint, reach_px: f64) -> Vec<Target> {
    let mut near: Vec<Near> = Vec::new();
    for item in scene.items.iter().rev() {
        let Some(target) = item.target() else { continue };
        let Some(distance_px) = distance_px(scene, item, point, reach_px) else { continue };
        let is_text = matches!(item, Item::Text { .. } | Item::CurvedText { .. });
        let is_way =
            !is_text && matches!(target, Target::Flow(_) | Target::Sum(_) | Target::Line(_));
        let one = Near { target, is_way, distance_px };
        match near.iter_mut().find(|known| known.target == target) {
            Some(known) if one.order(known).is_lt() => *known = one,
            Some(_) => {}
            None => near.push(one),
        }
    }
    sort_by(&mut near, Near::order);
    let is_at = |one: &Near, is_way: bool| one.is_way == is_way && one.distance_px == 0.0;
    if near.iter().any(|one| is_at(one, false)) {
        near.retain(|one| is_at(one, false));
    } else if near.iter().any(|one| is_at(one, true)) {
        near.retain(|one| !one.is_way || is_at(one, true));
    }
    near.into_iter().map(|one| one.target).collect()
}

/// A small thing, and how far it is.
struct Near {
    target: Target,
    /// Whether it is a flow or a line, not a symbol or a text.
    is_way: bool,
    distance_px: f64,
}

impl Near {
    fn order(&self, other: &Self) -> Ordering {
        let by_distance = self.distance_px.total_cmp(&other.distance_px);
        self.is_way.cmp(&other.is_way).then(by_distance)
    }
}

/// From where a shape counts as ground, px: a disc as wide as a place is uncertain.
const LARGE_PX: f64 = 60.0;

fn is_large(bounds: &Bounds) -> bool {
    bounds.width().min(bounds.height()) > LARGE_PX
}

/// How far an item that is neither area nor land is from a point, px; `None` where it is out of reach.
fn distance_px(scene: &Scene, item: &Item, point: ScreenPoint, reach_px: f64) -> Option<f64> {
    match item {
        Item::Text { at, anchor: Anchor::Middle, width_px, angle_rad, font, .. } => {
            is_on_text(*at, (*width_px, font.size_px * 1.25), *angle_rad, point).then_some(0.0)
        }
        Item::CurvedText { clusters, font, .. } => {
            let height_px = font.size_px * 1.25;
            let meets = |c: &Cluster| is_on_text(c.at, (c.width_px, height_px), c.angle_rad, point);
            clusters.iter().any(meets).then_some(0.0)
        }
        Item::Shape { target, outline, fill, stroke } => {
            let half_px = stroke.map_or(0.0, |stroke| stroke.width_px / 2.0);
            let reach = reach_px + half_px;
            let is_place = matches!(target, Some(Target::Place(_)));
            let bounds = outline_bounds(outline);
            if !bounds.grown(reach).contains(point.x, point.y) || (is_place && is_large(&bounds)) {
                return None;
            }
            let distance = (shape_distance(outline, fill.is_some(), point) - half_px).max(0.0);
            (distance <= reach_px).then_some(distance)
        }
        Item::MapPath { path, fill: None, stroke, .. } => {
            let half_px = stroke.map_or(0.0, |stroke| stroke.width_px / 2.0);
            let at = scene.camera.to_map(point);
            let px_per_km = scene.camera.px_per_km;
            let near =
                Bounds::of_size(at.x, at.y, 0.0, 0.0).grown((reach_px + half_px) / px_per_km);
            if !path.bounds.overlaps(&near) {
                return None;
            }
            let distances = path.runs_about(near).map(|run| run_distance(run, at));
            let nearest = distances.fold(f64::INFINITY, f64::min);
            let distance = (nearest * px_per_km - half_px).max(0.0);
            (distance <= reach_px).then_some(distance)
        }
        // Texts that stand at one of their ends are not of the map.
        Item::Text { .. } | Item::MapPath { .. } | Item::Hatch { .. } => None,
    }
}

/// Whether a point is on a text, or a part of one, about its middle.
fn is_on_text(at: ScreenPoint, size_px: (f64, f64), angle_rad: f64, point: ScreenPoint) -> bool {
    // Its parts are not looked at where the point is far away, as it is from most texts.
    let (dx, dy, reach) = (at.x - point.x, at.y - point.y, size_px.0 + size_px.1);
    dx.abs() <= reach
        && dy.abs() <= reach
        && text_parts(at, size_px, angle_rad).iter().any(|part| part.contains(point.x, point.y))
}

/// The target of an area, of land or of a large shape that a point lies on.
fn on_ground(scene: &Scene, item: &Item, point: ScreenPoint) -> Option<Target> {
    let (target, is_on) = match item {
        Item::MapPath { target, path, fill: Some(_), .. } | Item::Hatch { target, path, .. } => {
            (*target, path_contains(path, scene.camera.to_map(point)))
        }
        // Whatever else is large is a flow, and near enough to be one of the small things.
        Item::Shape { target: target @ Some(Target::Place(_)), outline, fill, .. } => {
            let is_on = is_large(&outline_bounds(outline))
                && shape_distance(outline, fill.is_some(), point) == 0.0;
            (*target, is_on)
        }
        _ => return None,
    };
    target.filter(|_| is_on)
}

/// How far a point is from a shape: nothing within a filled one.
fn shape_distance(outline: &[Segment], filled: bool, point: ScreenPoint) -> f64 {
    let mut run: Vec<MapPoint> = Vec::new();
    let at = MapPoint::new(point.x, point.y);
    let mut nearest = f64::INFINITY;
    for segment in outline {
        match *segment {
            Segment::Circle(centre, radius) => {
                let outside = centre.distance(point) - radius;
                nearest = nearest.min(if filled { outside.max(0.0) } else { outside.abs() });
            }
            Segment::Move(to) => {
                nearest = nearest.min(run_distance(&run, at));
                run = vec![MapPoint::new(to.x, to.y)];
            }
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
    if filled && run_contains(&run, at) { 0.0 } else { nearest.min(run_distance(&run, at)) }
}

/// Whether a point lies in a closed path, by the even-odd rule.
pub(crate) fn path_contains(path: &MapPath, at: MapPoint) -> bool {
    let here = Bounds::of_size(at.x, at.y, 0.0, 0.0);
    path.bounds.contains(at.x, at.y)
        && path.runs_about(here).map(|run| run_crossings(run, at)).sum::<usize>() % 2 == 1
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

/// How far a point is from a run; without end from one of less than two points.
fn run_distance(run: &[MapPoint], at: MapPoint) -> f64 {
    let pairs = run.iter().zip(run.iter().skip(1));
    pairs.map(|(a, b)| segment_distance(*a, *b, at)).fold(f64::INFINITY, f64::min)
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

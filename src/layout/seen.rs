//! What of a brief is in a picture: on, and with something of it within the frame.

use crate::project::{MapLevel, MapPath};
use crate::scene::{Item, Scene, Target, outline_bounds};
use crate::sorted::SortedSet;
use crate::view::Bounds;

/// What is in a picture, by the indices of the model.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seen {
    /// Flows.
    pub flows: SortedSet<usize>,
    /// Lanes of sums, by their numbers.
    pub sums: SortedSet<usize>,
    /// Whether a group of ends is.
    pub groups: bool,
    /// Places.
    pub places: SortedSet<usize>,
    /// Lines, each with whether it is a part whose route is schematic.
    pub lines: SortedSet<(usize, bool)>,
    /// Whether an area of the brief is.
    pub areas: bool,
    /// Whether a border is that is not agreed on.
    pub disputed_borders: bool,
    /// Whether an area is of which it is left open whose it is.
    pub disputed_areas: bool,
}

/// Looks a picture over.
pub fn seen(scene: &Scene, map: &MapLevel) -> Seen {
    let camera = &scene.camera;
    let frame = Bounds::of_size(0.0, 0.0, camera.width_px, camera.height_px);
    let visible = camera.visible();
    let mut seen = Seen::default();
    for item in &scene.items {
        match item {
            Item::Shape { target: Some(Target::Flow(flow)), outline, .. }
                if !seen.flows.contains(flow) && outline_bounds(outline).overlaps(&frame) =>
            {
                seen.flows.insert(*flow);
            }
            Item::Shape { target: Some(Target::Sum(number)), outline, .. }
                if !seen.sums.contains(number) && outline_bounds(outline).overlaps(&frame) =>
            {
                seen.sums.insert(*number);
            }
            Item::Shape { target: Some(Target::Group(_)), .. } => seen.groups = true,
            Item::Shape { target: Some(Target::Place(place)), outline, .. }
                if outline_bounds(outline).overlaps(&frame) =>
            {
                seen.places.insert(*place);
            }
            Item::MapPath { target: Some(Target::Line(line)), path, .. } => {
                let route = map.lines.get(*line);
                let part = (*line, route.is_some_and(|route| route.schematic.key() == path.key));
                if !seen.lines.contains(&part) && is_in_sight(path, &visible) {
                    seen.lines.insert(part);
                }
            }
            Item::MapPath { target: Some(Target::Area(_)), path, .. } if !seen.areas => {
                seen.areas = is_in_sight(path, &visible);
            }
            Item::MapPath { path, .. } if path.key == map.disputed.key() => {
                seen.disputed_borders = is_in_sight(path, &visible);
            }
            Item::Hatch { path, .. } if !seen.disputed_areas => {
                seen.disputed_areas = is_in_sight(path, &visible);
            }
            _ => {}
        }
    }
    seen
}

/// Whether something of a path is in a box: a part of its lines, or for a closed one what it holds.
fn is_in_sight(path: &MapPath, visible: &Bounds) -> bool {
    let crosses = |run: &[crate::projection::MapPoint]| {
        let edges = run.iter().zip(run.iter().skip(1));
        edges.into_iter().any(|(a, b)| visible.clip((a.x, a.y), (b.x, b.y)).is_some())
    };
    let holds = || {
        let (x, y) = visible.centre();
        path.closed && crate::hit::path_contains(path, crate::projection::MapPoint::new(x, y))
    };
    path.bounds.overlaps(visible) && (path.runs.iter().any(|run| crosses(run)) || holds())
}

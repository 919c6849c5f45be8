//! What the pointer is at, and what belongs to it, drawn over a finished picture: nothing of that is
//! composed again, and no text moves.

use super::Atlas;
use crate::model::{End, Thing};
use crate::scene::{Item, Scene, Stroke, Target, outline_bounds};
use crate::style::Theme;
use crate::view::{Bounds, ScreenPoint};

/// How far what is lit stands out on each side, px.
const CASING_PX: f64 = 1.2;
/// Opacity of that edge.
const CASING: u8 = 0xb0;
/// How far the middle of a text may be from what it lies on.
const TEXT_PX: f64 = 60.0;
/// Opacity of the veil over land.
const VEIL: u8 = 0x14;

/// What is painted over a picture while the pointer is at something.
#[derive(Debug, Clone, PartialEq)]
pub struct Lit {
    /// Veils and edges.
    pub marks: Vec<Item>,
    /// Then these of the picture's own items once more.
    pub again: Vec<usize>,
}

/// What is to be painted over a picture while the pointer is at a target: a country, place or group
/// together with its flows and their other ends, a flow with its ends.
pub fn lit(atlas: &Atlas, scene: &Scene, target: Target) -> Lit {
    let lit = together(atlas, scene, target);
    let is_lit = |item: &Item| item.target().is_some_and(|one| lit.contains(&one));
    let mut marks = Vec::new();
    for item in scene.items.iter().filter(|item| item.target() == Some(target)) {
        veil(&atlas.theme, item, &mut marks);
    }
    let mut parts = Vec::new();
    let (mut shapes, mut above) = (Vec::new(), Vec::new());
    for (index, item) in scene.items.iter().enumerate().filter(|(_, item)| is_lit(item)) {
        if let Some(part) = bounds(item) {
            marks.extend(casing(&atlas.theme, item));
            shapes.push(index);
            parts.push(part);
        }
    }
    // What lay above lies above again.
    let is_near =
        |at: ScreenPoint| parts.iter().any(|part| part.grown(TEXT_PX).contains(at.x, at.y));
    for (index, item) in scene.items.iter().enumerate() {
        let is_above = match item {
            Item::Text { at, .. } => is_near(*at),
            Item::CurvedText { clusters, .. } => clusters.iter().any(|c| is_near(c.at)),
            Item::Shape { target: Some(target), .. } => !is_way(*target) && !is_lit(item),
            _ => false,
        };
        if is_above {
            above.push(index);
        }
    }
    shapes.append(&mut above);
    Lit { marks, again: shapes }
}

fn is_way(target: Target) -> bool {
    matches!(target, Target::Flow(_) | Target::Sum(_) | Target::Line(_))
}

/// The target and what belongs to it in a picture.
fn together(atlas: &Atlas, scene: &Scene, target: Target) -> Vec<Target> {
    let mut lit = vec![target];
    if is_way(target) {
        lit.extend(ends(atlas, target).into_iter().flatten());
        return lit;
    }
    for way in scene.items.iter().filter_map(Item::target).filter(|one| is_way(*one)) {
        let ends = ends(atlas, way);
        if !lit.contains(&way) && ends.contains(&Some(target)) {
            lit.push(way);
            lit.extend(ends.into_iter().flatten());
        }
    }
    lit
}

/// What a flow, or several as one, goes between.
fn ends(atlas: &Atlas, way: Target) -> [Option<Target>; 2] {
    let of_end = |end: End| match end {
        End::Actor(actor) => atlas.target(Thing::Actor(actor)),
        End::Place(place) => Some(Target::Place(place)),
    };
    match way {
        Target::Flow(index) => atlas
            .model
            .flows
            .get(index)
            .map_or([None; 2], |flow| [of_end(flow.from), of_end(flow.to)]),
        Target::Sum(number) => {
            let of_sums = || {
                let sums = atlas.sums.as_ref()?;
                let (at, level, lane) = sums.lane(number)?;
                Some([lane.from, lane.to].map(|group| {
                    let group = group as usize;
                    let one = level.groups.get(group).filter(|group| group.ends == 1);
                    let number = sums.first_group(at) + group;
                    one.map_or(Some(Target::Group(number)), |group| of_end(group.leader))
                }))
            };
            of_sums().unwrap_or_default()
        }
        _ => [None; 2],
    }
}

/// Land and areas are veiled as they lie, for an edge would cut through what is on them.
fn veil(theme: &Theme, item: &Item, items: &mut Vec<Item>) {
    if let Item::MapPath { path, fill: Some(_), .. } | Item::Hatch { path, .. } = item {
        let fill = Some(theme.highlight.with_alpha(VEIL));
        items.push(Item::MapPath { target: None, path: path.clone(), fill, stroke: None });
    }
}

/// What a shape or line takes on the screen; `None` for land and texts. Of a line of the map that is
/// not known.
fn bounds(item: &Item) -> Option<Bounds> {
    match item {
        Item::Shape { outline, .. } => Some(outline_bounds(outline)),
        Item::MapPath { fill: None, .. } => Some(Bounds::EVERYTHING),
        _ => None,
    }
}

/// An edge around a shape or a line.
fn casing(theme: &Theme, item: &Item) -> Option<Item> {
    let edge = |stroke: &Option<Stroke>| {
        let color = theme.highlight.with_alpha(CASING);
        let stroke = stroke.unwrap_or(Stroke::solid(color, 0.0));
        // What is dotted stays so.
        Some(Stroke { color, width_px: stroke.width_px + 2.0 * CASING_PX, ..stroke })
    };
    match item {
        Item::Shape { outline, stroke, .. } => Some(Item::Shape {
            target: None,
            outline: outline.clone(),
            fill: None,
            stroke: edge(stroke),
        }),
        Item::MapPath { path, fill: None, stroke, .. } => Some(Item::MapPath {
            target: None,
            path: path.clone(),
            fill: None,
            stroke: edge(stroke),
        }),
        _ => None,
    }
}

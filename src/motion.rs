//! Gentle motion along flows: small marks on their way from a flow's start to its end.
//!
//! Which marks there are at a phase is a plain function of the picture; the time is the caller's.
//! What goes both ways has none, for a total of two directions has no way.

use crate::layout::labels::text_parts;
use crate::scene::{Item, Scene, Segment, Stroke, Target, outline_bounds};
use crate::style::Color;
use crate::view::{Bounds, ScreenPoint};

/// How fast marks go, px in a second.
pub const SPEED_PX_PER_S: f64 = 30.0;
/// From one mark of a flow to the next, px.
pub const SPACING_PX: f64 = 64.0;

/// A dot on a flow.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// What it goes along: a flow, or several as one.
    pub target: Target,
    /// Its middle, px.
    pub at: ScreenPoint,
    /// Its radius, px.
    pub radius_px: f64,
    /// Its colour.
    pub color: Color,
    /// From 0 to 1: it comes and goes softly at the flow's ends.
    pub opacity: f64,
}

/// The phase of the marks when a time has passed since they set out, px.
pub fn phase_px(elapsed_ms: f64) -> f64 {
    let way_px = elapsed_ms / 1000.0 * SPEED_PX_PER_S;
    if way_px.is_finite() { way_px.rem_euclid(SPACING_PX) } else { 0.0 }
}

/// The marks of a picture when the first one of each flow is `phase_px` from the flow's start.
/// Where a text, a symbol or another flow lies over a flow, its marks pass below, unseen.
pub fn marks(scene: &Scene, phase_px: f64) -> Vec<Mark> {
    let tracks = tracks(scene);
    let covers = covers(scene);
    let mut marks = Vec::new();
    for (order, track) in tracks.iter().enumerate().filter(|(_, track)| track.heads == 1) {
        let above = tracks.get(order + 1..).unwrap_or_default();
        let (radius_px, color) = look(scene, track.stroke);
        let mut along_px = phase_px.max(0.0);
        while along_px < track.length_px() {
            let at = track.at(along_px);
            let is_covered = covers.iter().any(|part| part.contains(at.x, at.y))
                || above.iter().any(|other| other.covers(at, radius_px));
            if !is_covered {
                let opacity = track.opacity(along_px);
                marks.push(Mark { target: track.target, at, radius_px, color, opacity });
            }
            along_px += SPACING_PX;
        }
    }
    marks
}

/// Radius and colour of a flow's marks: light in a broad flow, beads of its own on a thin one.
fn look(scene: &Scene, stroke: Stroke) -> (f64, Color) {
    const BROAD_PX: f64 = 4.5;
    const LEAST_PX: f64 = 1.4;
    const MOST_PX: f64 = 4.0;
    const SHARE: f64 = 0.24;
    const BEAD_PX: f64 = 1.2;
    if stroke.width_px >= BROAD_PX {
        ((stroke.width_px * SHARE).clamp(LEAST_PX, MOST_PX), scene.ground)
    } else {
        (stroke.width_px / 2.0 + BEAD_PX, stroke.color)
    }
}

/// A flow of the picture.
struct Track {
    target: Target,
    stroke: Stroke,
    /// Points of its body with their way from the start, px.
    points: Vec<(f64, ScreenPoint)>,
    bounds: Bounds,
    /// How many arrowheads it has.
    heads: usize,
}

/// The flows, bottom first: the first shape of one is its body, the others are its heads.
fn tracks(scene: &Scene) -> Vec<Track> {
    let mut tracks: Vec<Track> = Vec::new();
    for item in &scene.items {
        let Item::Shape { target: Some(target), outline, fill, stroke } = item else { continue };
        if !matches!(target, Target::Flow(_) | Target::Sum(_)) {
            continue;
        }
        match (tracks.iter_mut().find(|track| track.target == *target), stroke, fill) {
            (Some(track), ..) => track.heads += 1,
            (None, Some(stroke), None) => {
                let points = measured(outline);
                let mut bounds = Bounds::EMPTY;
                for (_, point) in &points {
                    bounds.include(point.x, point.y);
                }
                tracks.push(Track { target: *target, stroke: *stroke, points, bounds, heads: 0 });
            }
            (None, ..) => {}
        }
    }
    tracks
}

/// Points along an open outline, curves cut into short pieces.
fn measured(outline: &[Segment]) -> Vec<(f64, ScreenPoint)> {
    const PIECES: u32 = 24;
    let mut points: Vec<(f64, ScreenPoint)> = Vec::new();
    let add = |points: &mut Vec<(f64, ScreenPoint)>, point: ScreenPoint| {
        let way_px = points.last().map_or(0.0, |(way_px, last)| way_px + last.distance(point));
        points.push((way_px, point));
    };
    for segment in outline {
        let from = points.last().map(|(_, point)| *point);
        match (*segment, from) {
            (Segment::Move(point) | Segment::Line(point), _) => add(&mut points, point),
            (Segment::Quad(control, to), Some(from)) => {
                for piece in 1..=PIECES {
                    let t = f64::from(piece) / f64::from(PIECES);
                    let point = from.towards(control, t).towards(control.towards(to, t), t);
                    add(&mut points, point);
                }
            }
            (Segment::Quad(..) | Segment::Circle(..) | Segment::Close, _) => {}
        }
    }
    points
}

impl Track {
    fn length_px(&self) -> f64 {
        self.points.last().map_or(0.0, |(way_px, _)| *way_px)
    }

    /// The point at a way from the start.
    fn at(&self, along_px: f64) -> ScreenPoint {
        let next = self.points.partition_point(|(way_px, _)| *way_px < along_px);
        let before = next.checked_sub(1).and_then(|index| self.points.get(index));
        match (before, self.points.get(next)) {
            (Some((from_px, from)), Some((to_px, to))) => {
                from.towards(*to, (along_px - from_px) / (to_px - from_px).max(1e-9))
            }
            (Some((_, point)), None) | (None, Some((_, point))) => *point,
            (None, None) => ScreenPoint::default(),
        }
    }

    fn opacity(&self, along_px: f64) -> f64 {
        const FADE_PX: f64 = 20.0;
        let from_end_px = along_px.min(self.length_px() - along_px);
        (from_end_px / FADE_PX).clamp(0.0, 1.0)
    }

    /// Whether it lies over a dot.
    fn covers(&self, dot: ScreenPoint, radius_px: f64) -> bool {
        let reach_px = self.stroke.width_px / 2.0 + radius_px;
        let is_near = |from: ScreenPoint, to: ScreenPoint| {
            let (dx, dy) = (to.x - from.x, to.y - from.y);
            let square = (dx * dx + dy * dy).max(1e-9);
            let share = ((dot.x - from.x) * dx + (dot.y - from.y) * dy) / square;
            from.towards(to, share.clamp(0.0, 1.0)).distance(dot) < reach_px
        };
        self.bounds.grown(reach_px).contains(dot.x, dot.y)
            && self.points.windows(2).any(|pair| match *pair {
                [(_, from), (_, to)] => is_near(from, to),
                _ => false,
            })
    }
}

/// The parts of the picture that lie over all flows: texts, and the symbols of places and nodes.
fn covers(scene: &Scene) -> Vec<Bounds> {
    const HALO_PX: f64 = 2.0;
    const LINE: f64 = 1.25;
    let mut covers = Vec::new();
    for item in &scene.items {
        match item {
            Item::Text { at, width_px, angle_rad, font, .. } => {
                covers.extend(text_parts(*at, (*width_px, font.size_px * LINE), *angle_rad));
            }
            Item::CurvedText { clusters, font, .. } => {
                covers.extend(clusters.iter().map(|c| {
                    let (wide, tall) = (c.width_px, font.size_px * LINE);
                    Bounds::of_size(c.at.x - wide / 2.0, c.at.y - tall / 2.0, wide, tall)
                }));
            }
            Item::Shape {
                target: Some(Target::Place(_) | Target::Country(_) | Target::Group(_)),
                outline,
                ..
            } => {
                covers.push(outline_bounds(outline));
            }
            Item::MapPath { .. } | Item::Hatch { .. } | Item::Shape { .. } => {}
        }
    }
    covers.into_iter().map(|part| part.grown(HALO_PX)).collect()
}

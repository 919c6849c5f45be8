//! Symbols as outlines about a point, px.

use crate::scene::Segment::{self, Circle, Close, Line, Move};
use crate::view::ScreenPoint;

/// A gate: two posts, a lintel and a rail through it. 22 px wide.
pub fn gate(at: ScreenPoint) -> Vec<Segment> {
    let p = |x: f64, y: f64| at.offset(x, y);
    closed(&[
        p(-11.0, -9.0),
        p(11.0, -9.0),
        p(11.0, -5.0),
        p(8.0, -5.0),
        p(8.0, 9.0),
        p(4.0, 9.0),
        p(4.0, -5.0),
        p(-4.0, -5.0),
        p(-4.0, 9.0),
        p(-8.0, 9.0),
        p(-8.0, -5.0),
        p(-11.0, -5.0),
    ])
}

/// A disc.
pub fn disc(at: ScreenPoint, radius_px: f64) -> Vec<Segment> {
    vec![Circle(at, radius_px)]
}

/// A diamond: a field.
pub fn diamond(at: ScreenPoint, half_px: f64) -> Vec<Segment> {
    closed(&[
        at.offset(0.0, -half_px),
        at.offset(half_px, 0.0),
        at.offset(0.0, half_px),
        at.offset(-half_px, 0.0),
    ])
}

/// A square: a port, a crossing.
pub fn square(at: ScreenPoint, half_px: f64) -> Vec<Segment> {
    closed(&[
        at.offset(-half_px, -half_px),
        at.offset(half_px, -half_px),
        at.offset(half_px, half_px),
        at.offset(-half_px, half_px),
    ])
}

/// A triangle that points along a unit direction; `tip` is its point.
pub fn arrowhead(
    tip: ScreenPoint,
    (dx, dy): (f64, f64),
    length_px: f64,
    width_px: f64,
) -> Vec<Segment> {
    let back = tip.offset(-dx * length_px, -dy * length_px);
    let half = width_px / 2.0;
    closed(&[tip, back.offset(dy * half, -dx * half), back.offset(-dy * half, dx * half)])
}

/// Two strokes that meet at a tip.
pub fn open_arrowhead(
    tip: ScreenPoint,
    (dx, dy): (f64, f64),
    length_px: f64,
    width_px: f64,
) -> Vec<Segment> {
    let back = tip.offset(-dx * length_px, -dy * length_px);
    let half = width_px / 2.0;
    vec![
        Move(back.offset(dy * half, -dx * half)),
        Line(tip),
        Line(back.offset(-dy * half, dx * half)),
    ]
}

fn closed(points: &[ScreenPoint]) -> Vec<Segment> {
    let mut outline: Vec<Segment> = Vec::with_capacity(points.len() + 1);
    for (index, point) in points.iter().enumerate() {
        outline.push(if index == 0 { Move(*point) } else { Line(*point) });
    }
    outline.push(Close);
    outline
}

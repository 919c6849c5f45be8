//! Candidates about a point.

use super::placer::Candidate;
use crate::view::{Bounds, ScreenPoint};

/// Candidates for a text of a size about a point, `gap_px` from it: right, above and below right,
/// left, above, below, then the other corners (after Imhof 1975, *Positioning names on maps*).
pub fn around(point: ScreenPoint, gap_px: f64, size_px: (f64, f64)) -> Vec<Candidate> {
    let (dx, dy) = (gap_px + size_px.0 / 2.0, gap_px + size_px.1 / 2.0);
    // A text at a corner may come nearer to a round symbol.
    let (cx, cy) = (dx * 0.9, dy * 0.8);
    let middles = [
        point.offset(dx, 0.0),
        point.offset(cx, -cy),
        point.offset(cx, cy),
        point.offset(-dx, 0.0),
        point.offset(0.0, -dy),
        point.offset(0.0, dy),
        point.offset(-cx, -cy),
        point.offset(-cx, cy),
        // Half to the side, where neither corner nor middle is free.
        point.offset(dx * 0.5, -dy),
        point.offset(dx * 0.5, dy),
        point.offset(-dx * 0.5, -dy),
        point.offset(-dx * 0.5, dy),
    ];
    let mut cost = -0.5;
    middles
        .map(|at| {
            cost += 0.5;
            Candidate::level(at, cost)
        })
        .to_vec()
}

/// The boxes that a line of text covers: one when it is level, else a row of squares along it.
pub fn text_parts(at: ScreenPoint, size_px: (f64, f64), angle_rad: f64) -> Vec<Bounds> {
    let (width, height) = size_px;
    let square = |at: ScreenPoint, width: f64| {
        Bounds::of_size(at.x - width / 2.0, at.y - height / 2.0, width, height)
    };
    if angle_rad == 0.0 || width <= height {
        return vec![square(at, width)];
    }
    let (sin, cos) = libm::sincos(angle_rad);
    let reach = (width - height) / 2.0;
    let count = (width / height).ceil();
    let mut parts = Vec::new();
    let mut step = 0.0;
    while step <= count {
        let along = -reach + 2.0 * reach * step / count;
        parts.push(square(at.offset(cos * along, sin * along), height));
        step += 1.0;
    }
    parts
}

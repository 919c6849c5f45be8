//! Labels that found no place at their symbol: further away, with a thin line to it.

use super::placer::{Candidate, Place};
use crate::view::{Bounds, ScreenPoint};

/// Candidates for a text of a size further from a point than [`super::around`], each with a line
/// from the edge of the symbol, `reach_px` from the point.
pub fn far_around(point: ScreenPoint, reach_px: f64, size_px: (f64, f64)) -> Vec<Candidate> {
    const FIRST_COST: f64 = 7.0;
    const DIAGONAL: f64 = std::f64::consts::FRAC_1_SQRT_2;
    const DIRECTIONS: [(f64, f64); 8] = [
        (DIAGONAL, -DIAGONAL),
        (DIAGONAL, DIAGONAL),
        (-DIAGONAL, -DIAGONAL),
        (-DIAGONAL, DIAGONAL),
        (0.0, -1.0),
        (0.0, 1.0),
        (1.0, 0.0),
        (-1.0, 0.0),
    ];
    let symbol = Bounds::of_size(point.x, point.y, 0.0, 0.0).grown(reach_px);
    let mut candidates = Vec::new();
    for (ring, distance) in [16.0, 28.0, 44.0].into_iter().enumerate() {
        for (index, (dx, dy)) in DIRECTIONS.into_iter().enumerate() {
            let reach = reach_px + distance;
            // The text begins where the line ends, on the side that looks at the symbol.
            let at = point.offset(
                dx * reach + sign(dx) * size_px.0 / 2.0,
                dy * reach + sign(dy) * size_px.1 / 2.0,
            );
            #[allow(clippy::cast_precision_loss, reason = "a few")]
            let cost = FIRST_COST + ring as f64 * 2.0 + index as f64 * 0.2;
            if let Some(leader) = leader(&symbol, at, size_px) {
                let place = Place::Straight { at, angle_rad: 0.0, leader: Some(leader) };
                candidates.push(Candidate { place, cost });
            }
        }
    }
    candidates
}

/// The line from the edge of a symbol's box to the edge of a text's box; `None` when they meet.
pub fn leader(
    symbol: &Bounds,
    text_at: ScreenPoint,
    size_px: (f64, f64),
) -> Option<(ScreenPoint, ScreenPoint)> {
    const GAP_PX: f64 = 1.0;
    let text = Bounds::of_size(
        text_at.x - size_px.0 / 2.0,
        text_at.y - size_px.1 / 2.0,
        size_px.0,
        size_px.1,
    );
    if text.grown(2.0 * GAP_PX).overlaps(symbol) {
        return None;
    }
    let (x, y) = symbol.centre();
    let middle = ScreenPoint::new(x, y);
    let end = ScreenPoint::new(x.max(text.left).min(text.right), y.max(text.top).min(text.bottom));
    let length = middle.distance(end);
    let half = symbol.width() / 2.0 + GAP_PX;
    let (dx, dy) = ((end.x - x) / length, (end.y - y) / length);
    let start = middle.towards(end, (half / dx.abs().max(dy.abs()) / length).min(1.0));
    let end = end.offset(-dx * GAP_PX, -dy * GAP_PX);
    Some((start, end))
}

fn sign(d: f64) -> f64 {
    if d == 0.0 { 0.0 } else { d.signum() }
}

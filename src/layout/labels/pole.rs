//! The pole of inaccessibility: the point of an area that is furthest from its outline
//! (Garcia-Castellanos and Lombardo 2007), found by halving squares, the most promising first
//! (as Mapbox's *polylabel*, Agafonkin 2016).

use crate::view::{Bounds, ScreenPoint};
use std::f64::consts::SQRT_2;

/// A square of the search.
#[derive(Debug, Clone, Copy)]
struct Square {
    middle: ScreenPoint,
    half: f64,
    /// From its middle to the outline; less than zero outside, or where it does not matter.
    distance: f64,
}

impl Square {
    /// A square whose distance matters when it is more than `enough`.
    fn new(rings: &[Vec<ScreenPoint>], middle: ScreenPoint, half: f64, enough: f64) -> Self {
        let distance = depth(rings, middle, enough);
        Self { middle, half, distance }
    }

    /// The greatest distance that any of its points can have.
    fn most(&self) -> f64 {
        self.distance + self.half * SQRT_2
    }
}

/// The pole of closed rings (even-odd), to within `precision_px`, and its distance from the
/// outline; `None` when nothing lies inside.
pub fn pole(rings: &[Vec<ScreenPoint>], precision_px: f64) -> Option<(ScreenPoint, f64)> {
    // A limit on the work for outlines that are all bays.
    const MOST_SQUARES: usize = 400;
    let mut bounds = Bounds::EMPTY;
    rings.iter().flatten().for_each(|p| bounds.include(p.x, p.y));
    let side = bounds.width().min(bounds.height());
    if !side.is_finite() || side <= 0.0 {
        return None;
    }
    // Squares that cover the box, few even for a long and narrow one.
    let half = (side / 2.0).max(bounds.width().max(bounds.height()) / 32.0);
    let mut open = Vec::new();
    let mut y = bounds.top;
    while y < bounds.bottom {
        let mut x = bounds.left;
        while x < bounds.right {
            open.push(Square::new(rings, ScreenPoint::new(x + half, y + half), half, 0.0));
            x += 2.0 * half;
        }
        y += 2.0 * half;
    }
    let mut best: Option<Square> = None;
    let mut looked_at = open.len();
    let better = |square: &Square, best: &Option<Square>| {
        square.distance > best.map_or(0.0, |best| best.distance)
    };
    for square in &open {
        if better(square, &best) {
            best = Some(*square);
        }
    }
    while let Some(index) = most_promising(&open) {
        let square = open.swap_remove(index);
        let reached = best.map_or(0.0, |best| best.distance);
        if square.most() - reached <= precision_px || looked_at > MOST_SQUARES {
            break;
        }
        let half = square.half / 2.0;
        // Of no use is a square whose middle is no better, and that would not be halved again.
        let spare = (half * SQRT_2 - precision_px).max(0.0);
        for (dx, dy) in [(-half, -half), (half, -half), (-half, half), (half, half)] {
            let enough = best.map_or(0.0, |best| best.distance) - spare;
            let quarter = Square::new(rings, square.middle.offset(dx, dy), half, enough);
            if better(&quarter, &best) {
                best = Some(quarter);
            }
            open.push(quarter);
            looked_at += 1;
        }
    }
    best.map(|best| (best.middle, best.distance))
}

fn most_promising(open: &[Square]) -> Option<usize> {
    let by_most = |a: &(usize, &Square), b: &(usize, &Square)| a.1.most().total_cmp(&b.1.most());
    open.iter().enumerate().max_by(by_most).map(|(index, _)| index)
}

/// Distance to the nearest ring, px; less than zero outside. Below all where it is less than
/// `enough`, which often shows before all of the outline was looked at.
fn depth(rings: &[Vec<ScreenPoint>], at: ScreenPoint, enough: f64) -> f64 {
    let (mut least, mut inside) = (f64::INFINITY, false);
    let enough2 = enough.max(0.0) * enough.max(0.0);
    for ring in rings {
        let mut from = ring.last().copied().unwrap_or_default();
        for to in ring {
            let (dx, dy) = (to.x - from.x, to.y - from.y);
            let (px, py) = (at.x - from.x, at.y - from.y);
            if (from.y > at.y) != (to.y > at.y) && px < dx * py / dy {
                inside = !inside;
            }
            // Divided only where the foot lies between the ends.
            let (along, length2) = (px * dx + py * dy, dx * dx + dy * dy);
            let t = if along <= 0.0 {
                0.0
            } else if along >= length2 {
                1.0
            } else {
                along / length2
            };
            let (ex, ey) = (px - dx * t, py - dy * t);
            least = least.min(ex * ex + ey * ey);
            if least < enough2 {
                return f64::NEG_INFINITY;
            }
            from = *to;
        }
    }
    if inside { least.sqrt() } else { -least.sqrt() }
}

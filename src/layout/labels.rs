//! Labels that do not lie on one another: first come, first served, so call in order of weight.

use crate::view::{Bounds, ScreenPoint};

/// What of the screen is taken.
#[derive(Debug, Clone, PartialEq)]
pub struct Placer {
    frame: Bounds,
    taken: Vec<Bounds>,
    /// Better left free, but not at the price of a label.
    busy: Vec<Bounds>,
}

impl Placer {
    /// An empty screen of a size, with parts that are not free.
    pub fn new(width_px: f64, height_px: f64, obstacles: &[Bounds]) -> Self {
        const EDGE_PX: f64 = 4.0;
        Self {
            frame: Bounds::of_size(0.0, 0.0, width_px, height_px).grown(-EDGE_PX),
            taken: obstacles.to_vec(),
            busy: Vec::new(),
        }
    }

    /// What is taken so far.
    pub fn taken(&self) -> &[Bounds] {
        &self.taken
    }

    /// Takes a part of the screen whatever lies there.
    pub fn take(&mut self, part: Bounds) {
        self.taken.push(part);
    }

    /// Marks a part that texts should rather not cover.
    pub fn mark_busy(&mut self, part: Bounds) {
        self.busy.push(part);
    }

    /// Whether a point is taken.
    pub fn is_taken(&self, at: ScreenPoint) -> bool {
        self.taken.iter().any(|part| part.contains(at.x, at.y))
    }

    /// Puts a text of a size about the first candidate (its middle and how far it is turned,
    /// radians) that is free; `over_busy` says whether it may lie on busy parts.
    pub fn place(
        &mut self,
        size_px: (f64, f64),
        candidates: impl IntoIterator<Item = (ScreenPoint, f64)>,
        over_busy: bool,
    ) -> Option<(ScreenPoint, f64)> {
        for (at, angle_rad) in candidates {
            let parts = text_parts(at, size_px, angle_rad);
            let inside = parts.iter().all(|part| {
                part.left >= self.frame.left
                    && part.right <= self.frame.right
                    && part.top >= self.frame.top
                    && part.bottom <= self.frame.bottom
            });
            let meets = |others: &[Bounds]| {
                others.iter().any(|other| parts.iter().any(|part| part.overlaps(other)))
            };
            if inside && !meets(&self.taken) && (over_busy || !meets(&self.busy)) {
                self.taken.extend(parts);
                return Some((at, angle_rad));
            }
        }
        None
    }
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

/// Middles for a text about a point: right, left, above, below, then the corners
/// (after Imhof 1975, *Positioning names on maps*).
pub fn around(point: ScreenPoint, gap_px: f64, size_px: (f64, f64)) -> [ScreenPoint; 8] {
    let (dx, dy) = (gap_px + size_px.0 / 2.0, gap_px + size_px.1 / 2.0);
    let (cx, cy) = (dx * 0.9, dy * 0.8);
    [
        point.offset(dx, 0.0),
        point.offset(cx, -cy),
        point.offset(cx, cy),
        point.offset(-dx, 0.0),
        point.offset(0.0, -dy),
        point.offset(0.0, dy),
        point.offset(-cx, -cy),
        point.offset(-cx, cy),
    ]
}

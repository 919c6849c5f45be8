//! Pieces of ways against one another.

use crate::view::{Bounds, ScreenPoint};

/// A straight piece of a way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Piece {
    pub start: ScreenPoint,
    pub end: ScreenPoint,
}

impl Piece {
    /// The pieces between points.
    pub(super) fn between(points: &[ScreenPoint]) -> impl Iterator<Item = Self> {
        points
            .iter()
            .zip(points.iter().skip(1))
            .map(|(start, end)| Self { start: *start, end: *end })
    }

    pub(super) fn bounds(&self) -> Bounds {
        let mut bounds = Bounds::EMPTY;
        bounds.include(self.start.x, self.start.y);
        bounds.include(self.end.x, self.end.y);
        bounds
    }

    fn vector(&self) -> (f64, f64) {
        (self.end.x - self.start.x, self.end.y - self.start.y)
    }

    /// Its point that is nearest to another.
    pub(super) fn nearest(&self, to: ScreenPoint) -> ScreenPoint {
        let (dx, dy) = self.vector();
        let square = dx * dx + dy * dy;
        if square == 0.0 {
            return self.start;
        }
        let t = ((to.x - self.start.x) * dx + (to.y - self.start.y) * dy) / square;
        self.start.towards(self.end, t.clamp(0.0, 1.0))
    }

    /// Where it crosses another, if it does.
    pub(super) fn crossing(&self, other: &Self) -> Option<ScreenPoint> {
        let ((ax, ay), (bx, by)) = (self.vector(), other.vector());
        let (x, y) = (other.start.x - self.start.x, other.start.y - self.start.y);
        let cross = ax * by - ay * bx;
        let (sign, most) = (cross.signum(), cross.abs());
        let (t, u) = ((x * by - y * bx) * sign, (x * ay - y * ax) * sign);
        // Half open, so that a way through the joint of two pieces is crossed once; pieces along
        // one line do not cross.
        let is_on = t >= 0.0 && t < most && u >= 0.0 && u < most;
        is_on.then(|| self.start.offset(ax * t / most, ay * t / most))
    }

    /// Square of its distance from a point, px².
    pub(super) fn square_distance(&self, to: ScreenPoint) -> f64 {
        let nearest = self.nearest(to);
        let (dx, dy) = (nearest.x - to.x, nearest.y - to.y);
        dx * dx + dy * dy
    }

    /// How much it runs along another, whichever way: the square of the cosine of the angle
    /// between them.
    pub(super) fn alongside(&self, other: &Self) -> f64 {
        let ((ax, ay), (bx, by)) = (self.vector(), other.vector());
        let dot = ax * bx + ay * by;
        dot * dot / ((ax * ax + ay * ay) * (bx * bx + by * by)).max(1e-9)
    }

    /// The angle between their directions, whichever way they run, from 0 to π/2.
    pub(super) fn angle_rad(&self, other: &Self) -> f64 {
        let ((ax, ay), (bx, by)) = (self.vector(), other.vector());
        libm::atan2((ax * by - ay * bx).abs(), (ax * bx + ay * by).abs())
    }
}

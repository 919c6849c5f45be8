//! Quadratic Béziers.

use crate::view::ScreenPoint;

/// A quadratic Bézier.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Curve {
    /// Start.
    pub start: ScreenPoint,
    /// Control point.
    pub control: ScreenPoint,
    /// End.
    pub end: ScreenPoint,
}

impl Curve {
    /// Point at `t` from 0 to 1.
    pub fn at(&self, t: f64) -> ScreenPoint {
        self.start.towards(self.control, t).towards(self.control.towards(self.end, t), t)
    }

    /// Unit normal to the left of the way at `t`.
    pub fn normal(&self, t: f64) -> (f64, f64) {
        let a = self.start.towards(self.control, t);
        let b = self.control.towards(self.end, t);
        let length = a.distance(b).max(1e-9);
        ((b.y - a.y) / length, -(b.x - a.x) / length)
    }

    /// N points along it, in equal steps of `t`.
    pub fn samples<const N: usize>(&self) -> [ScreenPoint; N] {
        let mut samples = [self.start; N];
        #[allow(clippy::cast_precision_loss, reason = "a few samples")]
        for (i, sample) in samples.iter_mut().enumerate() {
            *sample = self.at(i as f64 / (N.max(2) - 1) as f64);
        }
        samples
    }

    /// Length, as that of a polyline of 16 pieces.
    pub fn length(&self) -> f64 {
        let steps = (0..16).map(f64::from);
        steps.map(|i| self.at(i / 16.0).distance(self.at((i + 1.0) / 16.0))).sum()
    }

    /// The part from `t0` to `t1` (de Casteljau 1959).
    pub fn part(&self, t0: f64, t1: f64) -> Self {
        let start = self.at(t0);
        let end = self.at(t1);
        let control =
            self.start.towards(self.control, t0).towards(self.control.towards(self.end, t0), t1);
        Self { start, control, end }
    }

    /// The same way, the other way round.
    pub fn reversed(&self) -> Self {
        Self { start: self.end, control: self.control, end: self.start }
    }
}

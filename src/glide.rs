//! Short ways of the camera that go on from a gesture: it runs out after a throw, or comes nearer to a point.

use crate::view::{Camera, Limits, ScreenPoint};

/// How a view goes on by itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glide {
    from: Camera,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    /// Moved on, px in a ms at the start, and ever slower.
    Throw(f64, f64),
    /// Larger by a factor about a point.
    Zoom(ScreenPoint, f64),
}

/// After so long a throw is slower by e.
const SLOWS_IN_MS: f64 = 300.0;

impl Glide {
    /// A map that was let go at a speed, px in a ms.
    pub fn thrown(from: Camera, dx: f64, dy: f64) -> Self {
        Self { from, kind: Kind::Throw(dx, dy) }
    }

    /// A map that becomes larger by a factor about a point.
    pub fn zooming(from: Camera, at: ScreenPoint, factor: f64) -> Self {
        Self { from, kind: Kind::Zoom(at, factor) }
    }

    /// How long it takes: a throw until it is too slow to be seen.
    pub fn duration_ms(&self) -> f64 {
        const SLOWEST_PX_PER_MS: f64 = 0.02;
        const ZOOM_MS: f64 = 240.0;
        match self.kind {
            Kind::Throw(dx, dy) => {
                let speed = ScreenPoint::default().distance(ScreenPoint::new(dx, dy));
                SLOWS_IN_MS * libm::log(speed / SLOWEST_PX_PER_MS).max(0.0)
            }
            Kind::Zoom(..) => ZOOM_MS,
        }
    }

    /// The view after a time, ms, within limits.
    pub fn after(&self, elapsed_ms: f64, limits: &Limits) -> Camera {
        let duration_ms = self.duration_ms();
        let t = elapsed_ms.min(duration_ms).max(0.0);
        let camera = match self.kind {
            Kind::Throw(dx, dy) => {
                let way_ms = SLOWS_IN_MS * (1.0 - libm::exp(-t / SLOWS_IN_MS));
                self.from.panned(dx * way_ms, dy * way_ms)
            }
            Kind::Zoom(at, factor) => {
                let t = t / duration_ms;
                let share = t * (2.0 - t);
                self.from.zoomed(libm::exp(libm::log(factor) * share), at, limits)
            }
        };
        camera.clamped(limits)
    }
}

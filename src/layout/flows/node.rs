//! What flows end at, and have to keep clear of.

use crate::view::{Bounds, ScreenPoint};

/// A place on the screen where flows end, or that they only have to keep clear of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FlowNode {
    /// Its core, px: a point, or the box of a sign.
    pub core: Bounds,
    /// How far round the core it is drawn.
    pub reach_px: f64,
}

impl FlowNode {
    /// From what is drawn of a node to the ends of its flows.
    const GAP_PX: f64 = 6.0;

    /// A round node.
    pub fn disc(at: ScreenPoint, reach_px: f64) -> Self {
        Self { core: Bounds::of_size(at.x, at.y, 0.0, 0.0), reach_px }
    }

    /// Its middle.
    pub fn middle(&self) -> ScreenPoint {
        let (x, y) = self.core.centre();
        ScreenPoint::new(x, y)
    }

    /// The box of what is drawn of it.
    pub fn bounds(&self) -> Bounds {
        self.core.grown(self.reach_px)
    }

    /// Distance from what is drawn of it to a point, px; negative inside.
    pub fn distance(&self, at: ScreenPoint) -> f64 {
        let dx = (self.core.left - at.x).max(at.x - self.core.right);
        let dy = (self.core.top - at.y).max(at.y - self.core.bottom);
        let (out_x, out_y) = (dx.max(0.0), dy.max(0.0));
        let outside = (out_x * out_x + out_y * out_y).sqrt();
        outside + dx.max(dy).min(0.0) - self.reach_px
    }

    /// Whether a point may be nearer than a distance to what is drawn of it.
    pub fn is_near(&self, at: ScreenPoint, distance_px: f64) -> bool {
        self.core.grown(self.reach_px + distance_px).contains(at.x, at.y)
    }

    /// Whether the ends of its flows may lie at a point.
    pub fn is_clear(&self, at: ScreenPoint) -> bool {
        self.distance(at) >= Self::GAP_PX
    }
}

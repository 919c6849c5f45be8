//! The flows of a bundle in straight pieces.

use super::bundles::Bundle;
use super::crossing::Piece;
use super::curve::Curve;
use super::head_px;
use crate::view::{Bounds, ScreenPoint};

/// Points of a flow.
const POINTS: usize = 13;

/// The flows of a bundle.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Course {
    pub strips: Vec<Strip>,
    pub heads: Vec<Head>,
    /// Box around the middle lines of its flows.
    pub bounds: Bounds,
}

/// A piece of a flow.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Strip {
    pub bundle: usize,
    pub piece: Piece,
    pub half_px: f64,
}

/// An arrowhead, as a disc.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Head {
    pub bundle: usize,
    pub at: ScreenPoint,
    pub reach_px: f64,
}

impl Course {
    /// The flows of a bundle, which has a number, along a spine that was trimmed.
    pub(super) fn along(bundle: &Bundle, number: usize, spine: Curve) -> Self {
        let mut course = Self { strips: Vec::new(), heads: Vec::new(), bounds: Bounds::EMPTY };
        for flow in bundle.members_along(spine) {
            let half_px = flow.width.px() / 2.0;
            let strip = |piece| Strip { bundle: number, piece, half_px };
            let points = flow.curve.samples::<POINTS>();
            points.iter().for_each(|point| course.bounds.include(point.x, point.y));
            course.strips.extend(Piece::between(&points).map(strip));
            let size_px = head_px(flow.width);
            course.heads.push(Head::at_end(number, &flow.curve, size_px));
            if flow.two_way {
                course.heads.push(Head::at_end(number, &flow.curve.reversed(), size_px));
            }
        }
        course
    }

    /// The pieces of each flow.
    pub(super) fn flows(&self) -> impl ExactSizeIterator<Item = &[Strip]> {
        self.strips.chunks(POINTS - 1)
    }
}

impl Head {
    fn at_end(bundle: usize, curve: &Curve, (long_px, wide_px): (f64, f64)) -> Self {
        let length_px = curve.end.distance(curve.control).max(1.0);
        let at = curve.end.towards(curve.control, (0.6 * long_px / length_px).min(1.0));
        Self { bundle, at, reach_px: wide_px / 2.0 }
    }
}

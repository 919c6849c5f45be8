//! Flows as quadratic Béziers, laid out so that they can be read: forces bend them apart, a search
//! mends what is left, and what goes between the same two nodes runs side by side.

mod bundles;
mod cost;
mod course;
mod crossing;
mod curve;
mod ends;
mod forces;
pub mod metrics;
mod node;
mod refine;

use super::widths::Width;
use crate::sorted::sort_by;
use crate::view::Bounds;
use bundles::Bundle;
pub use curve::Curve;
pub use node::FlowNode;

/// A flow to lay out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FlowEnds {
    /// Index into the model's flows.
    pub flow: usize,
    /// Number of the node it comes from.
    pub from_node: usize,
    /// Number of the node it goes to.
    pub to_node: usize,
    /// Its width.
    pub width: Width,
    /// Whether it has a head at both ends.
    pub two_way: bool,
}

/// A flow laid out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FlowCurve {
    /// Index into the model's flows.
    pub flow: usize,
    /// Number of the node it comes from.
    pub from_node: usize,
    /// Number of the node it goes to.
    pub to_node: usize,
    /// From tip to tip.
    pub curve: Curve,
    /// Its width.
    pub width: Width,
    /// Whether it has a head at both ends.
    pub two_way: bool,
}

/// Where flows are laid out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Screen<'a> {
    /// Its width.
    pub width_px: f64,
    /// Its height.
    pub height_px: f64,
    /// Parts of it that something lies over, px.
    pub covers: &'a [Bounds],
}

/// Length and width of an arrowhead, px.
pub fn head_px(width: Width) -> (f64, f64) {
    const LEAST_PX: f64 = 9.0;
    let across = match width {
        Width::NotGiven => LEAST_PX,
        _ => (width.px() * 2.2).max(LEAST_PX),
    };
    (across * 0.8, across)
}

/// Lays flows out between their nodes, clear of all other nodes; the largest first, to be drawn
/// below, and of one width those between the same nodes in the order given. Flows whose nodes are
/// too close for one to be seen are left out.
pub fn lay_out(nodes: &[FlowNode], flows: &[FlowEnds], screen: &Screen) -> Vec<FlowCurve> {
    let bundles = Bundle::of(nodes, flows);
    let controls = forces::settled(&bundles, nodes, screen);
    let spines = refine::refined(&bundles, nodes, screen, controls);
    let along = bundles.iter().zip(spines).flat_map(|(bundle, spine)| bundle.members_along(spine));
    let mut curves: Vec<FlowCurve> = along.collect();
    sort_by(&mut curves, |a, b| b.width.px().total_cmp(&a.width.px()));
    curves
}

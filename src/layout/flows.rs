//! Flows as quadratic Béziers. Flows of one pair of ends run side by side, as a fan.

use super::widths::Width;
use crate::view::ScreenPoint;

/// A flow to lay out: its ends on the screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FlowEnds {
    /// Index into the model's flows.
    pub flow: usize,
    /// Number of the node it comes from.
    pub from_node: usize,
    /// Number of the node it goes to.
    pub to_node: usize,
    /// Where it comes from, px.
    pub from: ScreenPoint,
    /// Where it goes, px.
    pub to: ScreenPoint,
    /// Its width.
    pub width: Width,
    /// Whether it has a head at both ends.
    pub two_way: bool,
}

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

/// A flow laid out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FlowCurve {
    /// Index into the model's flows.
    pub flow: usize,
    /// From tip to tip.
    pub curve: Curve,
    /// Its width.
    pub width: Width,
    /// Whether it has a head at both ends.
    pub two_way: bool,
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

/// Lays flows out between their ends.
pub fn lay_out(flows: &[FlowEnds]) -> Vec<FlowCurve> {
    let mut pairs: Vec<(usize, usize)> = flows.iter().map(pair).collect();
    pairs.sort_unstable();
    pairs.dedup();
    let mut curves: Vec<FlowCurve> = Vec::new();
    for key in pairs {
        let bundle: Vec<&FlowEnds> = flows.iter().filter(|flow| pair(flow) == key).collect();
        fan(&bundle, &mut curves);
    }
    // Largest below, smallest on top.
    curves.sort_by(|a, b| b.width.px().total_cmp(&a.width.px()).then(a.flow.cmp(&b.flow)));
    curves
}

/// The two nodes of a flow, whichever way it goes.
fn pair(flow: &FlowEnds) -> (usize, usize) {
    (flow.from_node.min(flow.to_node), flow.from_node.max(flow.to_node))
}

fn fan(bundle: &[&FlowEnds], curves: &mut Vec<FlowCurve>) {
    const NODE_RADIUS_PX: f64 = 11.0;
    const HEAD_GAP_PX: f64 = 3.0;
    // Room for a line of text between two flows, where the way is long enough for one.
    const LABEL_ROOM_PX: f64 = 32.0;
    const BEND: f64 = 0.10;
    let Some(first) = bundle.first() else { return };
    let (a, b) = if first.from_node <= first.to_node {
        (first.from, first.to)
    } else {
        (first.to, first.from)
    };
    let length = a.distance(b);
    if length < 4.0 * NODE_RADIUS_PX {
        return;
    }
    let along = ((b.x - a.x) / length, (b.y - a.y) / length);
    let across = (along.1, -along.0);
    let at_node: Vec<f64> = bundle.iter().map(|flow| head_px(flow.width).1 + HEAD_GAP_PX).collect();
    let label_room = LABEL_ROOM_PX.min(length / 12.0);
    let at_middle: Vec<f64> = bundle
        .iter()
        .zip(&at_node)
        .map(|(flow, node)| node.max(flow.width.px() + label_room))
        .collect();
    let node_offsets = stacked(&at_node);
    let middle_offsets = stacked(&at_middle);
    for ((flow, at_node), at_middle) in bundle.iter().zip(node_offsets).zip(middle_offsets) {
        let at_middle = at_middle + length * BEND;
        let shifted = |point: ScreenPoint, inward: f64| {
            point.offset(
                across.0 * at_node + along.0 * inward,
                across.1 * at_node + along.1 * inward,
            )
        };
        let (near_a, near_b) = (shifted(a, NODE_RADIUS_PX), shifted(b, -NODE_RADIUS_PX));
        let bend = 2.0 * (at_middle - at_node);
        let control = near_a.towards(near_b, 0.5).offset(across.0 * bend, across.1 * bend);
        let forwards = flow.from_node <= flow.to_node;
        let (start, end) = if forwards { (near_a, near_b) } else { (near_b, near_a) };
        curves.push(FlowCurve {
            flow: flow.flow,
            curve: Curve { start, control, end },
            width: flow.width,
            two_way: flow.two_way,
        });
    }
}

/// Middles of things of these sizes laid side by side, about zero.
fn stacked(sizes: &[f64]) -> Vec<f64> {
    let mut edge = -sizes.iter().sum::<f64>() / 2.0;
    sizes
        .iter()
        .map(|size| {
            edge += size;
            edge - size / 2.0
        })
        .collect()
}

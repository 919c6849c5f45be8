//! Flows between the same two nodes: one way for all of them, along which they run side by side.

use super::curve::Curve;
use super::forces::GENTLE_BEND;
use super::node::FlowNode;
use super::{FlowCurve, FlowEnds, head_px};
use crate::sorted::SortedSet;
use crate::view::ScreenPoint;

/// The flows between two nodes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Bundle {
    /// Its two nodes, the one with the lower number first.
    pub nodes: [usize; 2],
    /// Middles of its nodes.
    pub ends: [ScreenPoint; 2],
    /// The flows, from one side to the other.
    members: Vec<FlowEnds>,
    /// How far each of them lies off the spine: at the first node, the middle, the second node.
    offsets_px: Vec<[f64; 3]>,
    /// Half of what they take across the way: at the first node, the middle, the second node.
    pub half_px: [f64; 3],
    /// Whether an arrowhead lies at the first node, and at the second.
    pub heads: [bool; 2],
}

/// From one arrowhead or flow to the next.
const GAP_PX: f64 = 3.0;

impl Bundle {
    /// The bundles of flows, by their nodes. Flows without a way from one end to the other have none.
    pub(super) fn of(nodes: &[FlowNode], flows: &[FlowEnds]) -> Vec<Self> {
        let pair = |f: &FlowEnds| [f.from_node.min(f.to_node), f.from_node.max(f.to_node)];
        let pairs: SortedSet<[usize; 2]> = flows.iter().map(pair).collect();
        let bundle = |key: [usize; 2]| {
            let [a, b] = key.map(|number| nodes.get(number));
            let members = flows.iter().filter(|flow| pair(flow) == key).copied().collect();
            Self::new(key, [a?, b?], members)
        };
        pairs.iter().copied().filter_map(bundle).collect()
    }

    fn new(numbers: [usize; 2], nodes: [&FlowNode; 2], members: Vec<FlowEnds>) -> Option<Self> {
        const SHORTEST_PX: f64 = 20.0;
        let [a, b] = nodes.map(FlowNode::middle);
        // Between the nodes there has to be room for something to be seen.
        let room_px = nodes[0].distance(b) + nodes[1].distance(a) - a.distance(b);
        // Nor is there any between nodes that lie nowhere.
        if room_px.is_nan() || room_px < SHORTEST_PX {
            return None;
        }
        let mut bundle = Self {
            nodes: numbers,
            ends: [a, b],
            members,
            offsets_px: Vec::new(),
            half_px: [0.0; 3],
            heads: [false; 2],
        };
        let sizes_px = [0, 1, 2].map(|at| bundle.sizes_px(at));
        let [at_a, at_middle, at_b] = sizes_px.each_ref().map(|sizes| sizes.iter().sum::<f64>());
        // Outside the outermost flows no room for text is needed.
        let middle_px = (at_middle - bundle.label_room_px()).max(1.0);
        bundle.half_px = [at_a / 2.0, middle_px / 2.0, at_b / 2.0];
        let [at_a, at_middle, at_b] = sizes_px.each_ref().map(|sizes| stacked(sizes));
        let offsets_px = at_a.into_iter().zip(at_middle).zip(at_b);
        bundle.offsets_px = offsets_px.map(|((a, middle), b)| [a, middle, b]).collect();
        bundle.heads = [0, 1].map(|side| bundle.members.iter().any(|m| bundle.has_head(m, side)));
        Some(bundle)
    }

    /// How many nodes have numbers up to the greatest that a bundle ends at.
    pub(super) fn node_count(bundles: &[Self]) -> usize {
        bundles.iter().flat_map(|bundle| bundle.nodes).max().map_or(0, |most| most + 1)
    }

    /// Distance between its ends, px.
    pub(super) fn length_px(&self) -> f64 {
        self.ends[0].distance(self.ends[1])
    }

    /// The way from middle to middle with a control point.
    pub(super) fn spine(&self, control: ScreenPoint) -> Curve {
        Curve { start: self.ends[0], control, end: self.ends[1] }
    }

    /// The control point whose distance from the middle of the straight way is a share of its
    /// length along it and across it, to the left.
    pub(super) fn control(&self, (along, across): (f64, f64)) -> ScreenPoint {
        let [a, b] = self.ends;
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        a.towards(b, 0.5).offset(dx * along + dy * across, dy * along - dx * across)
    }

    /// The unit vector across the straight way, to the left.
    pub(super) fn side(&self) -> (f64, f64) {
        let [a, b] = self.ends;
        let length_px = self.length_px().max(1e-9);
        ((b.y - a.y) / length_px, (a.x - b.x) / length_px)
    }

    /// The inverse of [`Bundle::control`].
    pub(super) fn shares(&self, control: ScreenPoint) -> (f64, f64) {
        let [a, b] = self.ends;
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let middle = a.towards(b, 0.5);
        let (x, y) = (control.x - middle.x, control.y - middle.y);
        let square = (dx * dx + dy * dy).max(1e-9);
        ((x * dx + y * dy) / square, (x * dy - y * dx) / square)
    }

    /// What it costs a way with a control point at these shares not to be gentle.
    pub(super) fn bend_cost(&self, (along, across): (f64, f64)) -> f64 {
        const BEND: f64 = 1.5;
        const LEAN: f64 = 6.0;
        let bend = across.abs() - GENTLE_BEND;
        #[allow(clippy::cast_precision_loss, reason = "a few flows")]
        let flows = self.members.len() as f64;
        flows * (BEND * bend * bend + LEAN * along * along)
    }

    /// Lays the flows side by side along a spine that was trimmed at its nodes.
    pub(super) fn members_along(&self, spine: Curve) -> impl Iterator<Item = FlowCurve> {
        let normals = [0.0, 0.5, 1.0].map(|t| spine.normal(t));
        let moved = |p: ScreenPoint, (x, y): (f64, f64), by_px: f64| p.offset(x * by_px, y * by_px);
        self.members.iter().zip(&self.offsets_px).map(move |(flow, &[a, middle, b])| {
            let curve = Curve {
                start: moved(spine.start, normals[0], a),
                control: moved(spine.control, normals[1], 2.0 * middle - (a + b) / 2.0),
                end: moved(spine.end, normals[2], b),
            };
            let curve = if flow.from_node <= flow.to_node { curve } else { curve.reversed() };
            FlowCurve {
                flow: flow.flow,
                from_node: flow.from_node,
                to_node: flow.to_node,
                curve,
                width: flow.width,
                two_way: flow.two_way,
            }
        })
    }

    /// What each flow takes across the way at the first node, the middle, the second node.
    fn sizes_px(&self, at: usize) -> Vec<f64> {
        let label_room = self.label_room_px();
        let size = |flow: &FlowEnds| {
            let (width_px, head_px) = (flow.width.px(), head_px(flow.width).1);
            match at {
                1 => head_px.max(width_px + label_room),
                _ if self.has_head(flow, at / 2) => head_px,
                _ => width_px,
            }
        };
        let one = self.members.len() == 1;
        self.members.iter().map(|m| if one { size(m) } else { size(m) + GAP_PX }).collect()
    }

    /// Room for a line of text between two flows, where the way is long enough for one.
    fn label_room_px(&self) -> f64 {
        const LABEL_ROOM_PX: f64 = 32.0;
        const FROM_PX: f64 = 120.0;
        ((self.length_px() - FROM_PX) / 12.0).clamp(0.0, LABEL_ROOM_PX)
    }

    fn has_head(&self, flow: &FlowEnds, side: usize) -> bool {
        flow.two_way || self.nodes.get(side) == Some(&flow.to_node)
    }
}

/// Middles of things of these sizes laid side by side, about zero.
fn stacked(sizes: &[f64]) -> Vec<f64> {
    let mut edge = -sizes.iter().sum::<f64>() / 2.0;
    let middle = |size: &f64| {
        edge += size;
        edge - size / 2.0
    };
    sizes.iter().map(middle).collect()
}

//! How well flows can be read, in figures: what H. C. Purchase et al. and B. Jenny et al. (“Design
//! principles for origin-destination flow maps”, 2018) found to matter.

use super::crossing::Piece;
use super::node::FlowNode;
use super::{FlowCurve, head_px};
use crate::layout::cells::Cells;
use crate::view::{Bounds, ScreenPoint};

/// What makes flows hard to read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Metrics {
    /// How often flows cross.
    pub crossings: usize,
    /// The smallest angle at which two flows cross, from 0 to π/2; π/2 where none do.
    pub smallest_angle_rad: f64,
    /// Crossings, each with 1 for a right angle and up to 3 for the sharpest.
    pub weighted_crossings: f64,
    /// Flows that run under a node that is not theirs: one for each such node.
    pub under_nodes: usize,
    /// Arrowheads of which a good part lies under another flow or a node.
    pub hidden_heads: usize,
    /// Length of flows that run along another one and touch it, px.
    pub overlapped_px: f64,
}

/// Points that a flow is measured at.
const POINTS: usize = 25;
const CELL_PX: f64 = 40.0;

/// Measures flows that are drawn in the order given, the last on top; nodes lie above them.
pub fn measure(nodes: &[FlowNode], curves: &[FlowCurve]) -> Metrics {
    let drawn: Vec<Drawn> = curves.iter().map(Drawn::of).collect();
    let all = drawn.iter().flat_map(|drawn| &drawn.points);
    let (right, bottom) = all.fold((1.0, 1.0), |(x, y): (f64, f64), p| (x.max(p.x), y.max(p.y)));
    let mut cells = Cells::new(right, bottom, CELL_PX);
    for (number, flow) in drawn.iter().enumerate() {
        for piece in Piece::between(&flow.points) {
            cells.add(&piece.bounds().grown(flow.half_px), &(number, piece, flow.half_px));
        }
    }
    let mut metrics = Metrics {
        crossings: 0,
        smallest_angle_rad: std::f64::consts::FRAC_PI_2,
        weighted_crossings: 0.0,
        under_nodes: 0,
        hidden_heads: 0,
        overlapped_px: 0.0,
    };
    for (number, (flow, curve)) in drawn.iter().zip(curves).enumerate() {
        metrics.cross(number, flow, &cells);
        metrics.overlapped_px += overlapped_px(number, flow, &cells);
        let foreign = |i: &usize| *i != curve.from_node && *i != curve.to_node;
        let under = nodes.iter().enumerate().filter(|(i, node)| foreign(i) && flow.is_under(node));
        metrics.under_nodes += under.count();
        let foreign = nodes.iter().enumerate().filter(|(i, _)| foreign(i)).map(|(_, node)| node);
        let foreign: Vec<&FlowNode> = foreign.collect();
        let above = drawn.get(number + 1..).unwrap_or_default();
        let hidden = flow.heads.iter().filter(|head| is_hidden(head, above, &foreign));
        metrics.hidden_heads += hidden.count();
    }
    metrics
}

/// A flow as it is seen.
struct Drawn {
    points: Vec<ScreenPoint>,
    half_px: f64,
    heads: Vec<Vec<ScreenPoint>>,
}

impl Drawn {
    fn of(flow: &FlowCurve) -> Self {
        let mut heads = vec![head_points(flow, false)];
        if flow.two_way {
            heads.push(head_points(flow, true));
        }
        let points = flow.curve.samples::<POINTS>().to_vec();
        Self { points, half_px: flow.width.px() / 2.0, heads }
    }

    fn is_under(&self, node: &FlowNode) -> bool {
        let mut pieces = Piece::between(&self.points);
        pieces.any(|piece| node.distance(piece.nearest(node.middle())) < self.half_px)
    }

    fn covers(&self, at: ScreenPoint) -> bool {
        Piece::between(&self.points).any(|piece| piece.nearest(at).distance(at) < self.half_px)
    }
}

/// Points all over an arrowhead.
fn head_points(flow: &FlowCurve, at_start: bool) -> Vec<ScreenPoint> {
    let curve = if at_start { flow.curve.reversed() } else { flow.curve };
    let (long_px, wide_px) = head_px(flow.width);
    let base = curve.at(1.0 - (long_px / curve.length().max(1.0)).min(0.3));
    let (tip, (nx, ny)) = (curve.end, curve.normal(1.0));
    [(0.1, 0.0), (0.4, 0.0), (0.75, 0.0), (0.6, 0.2), (0.6, -0.2), (0.9, 0.35), (0.9, -0.35)]
        .iter()
        .map(|(back, side)| {
            tip.towards(base, *back).offset(nx * side * wide_px, ny * side * wide_px)
        })
        .collect()
}

/// Whether two or more of an arrowhead's seven points lie under something.
fn is_hidden(head: &[ScreenPoint], above: &[Drawn], nodes: &[&FlowNode]) -> bool {
    const SEEN_LESS: usize = 2;
    let covered = |at: &&ScreenPoint| {
        above.iter().any(|flow| flow.covers(**at)) || nodes.iter().any(|n| n.distance(**at) < 0.0)
    };
    head.iter().filter(covered).count() >= SEEN_LESS
}

type Index = Cells<(usize, Piece, f64)>;

impl Metrics {
    /// Counts the crossings of a flow with those of higher numbers.
    fn cross(&mut self, number: usize, flow: &Drawn, cells: &Index) {
        // Flows on the same straight way do not cross but lie on one another.
        const ALONG_RAD: f64 = 1e-6;
        for piece in Piece::between(&flow.points) {
            for (cell, others) in cells.touched(&piece.bounds()) {
                for (_, other, _) in others.iter().filter(|(of, ..)| *of > number) {
                    let Some(at) = piece.crossing(other) else { continue };
                    let angle_rad = piece.angle_rad(other);
                    if angle_rad > ALONG_RAD && cells.number_at(at.x, at.y) == cell {
                        self.crossings += 1;
                        self.weighted_crossings += crossing_weight(angle_rad);
                        self.smallest_angle_rad = self.smallest_angle_rad.min(angle_rad);
                    }
                }
            }
        }
    }
}

/// What a crossing counts: sharp ones are read as one flow turning into the other.
pub(super) fn crossing_weight(angle_rad: f64) -> f64 {
    const CLEAR_RAD: f64 = 1.0;
    let sharp = (1.0 - angle_rad / CLEAR_RAD).max(0.0);
    1.0 + 2.0 * sharp * sharp
}

/// Length of a flow that lies beside another one so closely that they touch, px.
fn overlapped_px(number: usize, flow: &Drawn, cells: &Index) -> f64 {
    const ALONG_RAD: f64 = 0.5;
    let touches = |piece: &Piece| {
        let at = piece.start.towards(piece.end, 0.5);
        let here = Bounds::of_size(at.x, at.y, 0.0, 0.0).grown(flow.half_px);
        let mut others = cells.touched(&here).flat_map(|(_, others)| others);
        others.any(|(of, other, half_px)| {
            *of != number
                && piece.angle_rad(other) < ALONG_RAD
                && other.nearest(at).distance(at) < flow.half_px + half_px
        })
    };
    let pieces = Piece::between(&flow.points).filter(touches);
    pieces.map(|piece| piece.start.distance(piece.end)).sum()
}

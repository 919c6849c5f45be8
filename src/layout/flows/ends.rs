//! Where the ways of bundles begin and end: off their nodes, and where several come to one node,
//! so far off that their arrowheads do not lie on one another.

use super::bundles::Bundle;
use super::curve::Curve;
use super::node::FlowNode;
use crate::view::ScreenPoint;

/// What an end may take of a way at most, whatever its node's size.
const MOST_CUT: f64 = 0.4;

/// The spine of a bundle, from where it has left its first node to where it comes to the second,
/// at least so far off each.
pub(super) fn trimmed(
    bundle: &Bundle,
    nodes: &[FlowNode],
    control: ScreenPoint,
    least_px: [f64; 2],
) -> Curve {
    let spine = bundle.spine(control);
    let [a, b] = bundle.nodes.map(|number| nodes.get(number));
    let t0 = left_at(&spine, a, least_px[0]);
    let t1 = left_at(&spine.reversed(), b, least_px[1]);
    spine.part(t0, 1.0 - t1)
}

/// Where a way from the middle of a node is clear of it, and at least a distance from its start.
fn left_at(way: &Curve, node: Option<&FlowNode>, least_px: f64) -> f64 {
    /// Halvings: a tenth of a pixel on a way of 400 px.
    const HALVINGS: u32 = 12;
    let is_out = |t: f64| {
        let at = way.at(t);
        let (dx, dy) = (at.x - way.start.x, at.y - way.start.y);
        dx * dx + dy * dy >= least_px * least_px && node.is_none_or(|node| node.is_clear(at))
    };
    let (mut inside, mut outside) = (0.0, MOST_CUT);
    for _ in 0..HALVINGS {
        let middle = (inside + outside) / 2.0;
        if is_out(middle) { outside = middle } else { inside = middle }
    }
    outside
}

/// The ends of all bundles, by their nodes.
pub(super) struct Ends(Vec<Vec<End>>);

/// One end of a bundle at a node.
#[derive(Clone, Copy)]
struct End {
    bundle: usize,
    /// Direction in which the way leaves: a unit vector.
    direction: (f64, f64),
    half_px: f64,
}

impl End {
    fn of(bundle: &Bundle, number: usize, side: usize, control: ScreenPoint) -> Self {
        let [a, b] = bundle.ends;
        let [at_a, _, at_b] = bundle.half_px;
        let (at, half_px) = if side == 0 { (a, at_a) } else { (b, at_b) };
        let length = at.distance(control).max(1e-9);
        let direction = ((control.x - at.x) / length, (control.y - at.y) / length);
        Self { bundle: number, direction, half_px }
    }

    /// As far from the node, the strips of two ends touch.
    fn touch_px(&self, other: &Self) -> f64 {
        // Arrowheads are triangles: their sides lie close before their bases do.
        const CLOSE: f64 = 0.75;
        let ((ax, ay), (bx, by)) = (self.direction, other.direction);
        let (cross, dot) = (ax * by - ay * bx, ax * bx + ay * by);
        // The tangent of half the angle between them.
        let tangent = cross.abs() / (1.0 + dot).max(1e-9);
        CLOSE * (self.half_px + other.half_px) / (2.0 * tangent).max(1e-3)
    }
}

impl Ends {
    pub(super) fn new(bundles: &[Bundle], controls: &[ScreenPoint]) -> Self {
        let mut nodes: Vec<Vec<End>> = vec![Vec::new(); Bundle::node_count(bundles)];
        for (number, (bundle, control)) in bundles.iter().zip(controls).enumerate() {
            for (side, node) in bundle.nodes.iter().enumerate() {
                if let Some(node) = nodes.get_mut(*node) {
                    node.push(End::of(bundle, number, side, *control));
                }
            }
        }
        Self(nodes)
    }

    /// How far a bundle has to keep from its nodes, px, so that its heads lie beside what else
    /// comes there, if it had this control point.
    pub(super) fn distances_px(
        &self,
        bundle: &Bundle,
        number: usize,
        control: ScreenPoint,
    ) -> [f64; 2] {
        const MOST_SHARE: f64 = 0.3;
        const MOST_PX: f64 = 80.0;
        let most_px = MOST_PX.min(MOST_SHARE * bundle.length_px());
        [0, 1].map(|side| {
            let [at_a, at_b] = bundle.heads;
            let has_head = if side == 0 { at_a } else { at_b };
            let node = bundle.nodes.get(side).and_then(|node| self.0.get(*node));
            let (Some(others), true) = (node, has_head) else { return 0.0 };
            let end = End::of(bundle, number, side, control);
            let others = others.iter().filter(|other| other.bundle != number);
            others.map(|other| end.touch_px(other)).fold(0.0, f64::max).min(most_px)
        })
    }

    /// Takes in that a bundle has another control point.
    pub(super) fn turn(&mut self, bundle: &Bundle, number: usize, control: ScreenPoint) {
        for (side, node) in bundle.nodes.iter().enumerate() {
            let Some(ends) = self.0.get_mut(*node) else { continue };
            for end in ends.iter_mut().filter(|end| end.bundle == number) {
                *end = End::of(bundle, number, side, control);
            }
        }
    }
}

//! Where the ways of bundles begin and end: off their nodes, and where several come to one node,
//! so far off that their arrowheads do not lie on one another.

use super::bundles::Bundle;
use super::curve::Curve;
use super::node::FlowNode;
use crate::view::ScreenPoint;

/// What an end may take of a way at most.
const MOST_SHARE: f64 = 0.4;

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
    let (mut inside, mut outside) = (0.0, MOST_SHARE);
    for _ in 0..HALVINGS {
        let middle = (inside + outside) / 2.0;
        if is_out(middle) { outside = middle } else { inside = middle }
    }
    outside
}

/// One end of a bundle at a node.
struct End {
    bundle: usize,
    side: usize,
    /// Direction in which the way leaves.
    angle_rad: f64,
    half_px: f64,
    has_head: bool,
}

/// How far from its nodes each bundle has to keep, px, so that heads lie side by side.
pub(super) fn distances_px(bundles: &[Bundle], controls: &[ScreenPoint]) -> Vec<[f64; 2]> {
    const MOST_PX: f64 = 80.0;
    // Arrowheads are triangles: their sides lie close before their bases do.
    const CLOSE: f64 = 0.75;
    let mut distances = vec![[0.0; 2]; bundles.len()];
    for mut ends in by_node(bundles, controls) {
        ends.sort_by(|a, b| a.angle_rad.total_cmp(&b.angle_rad).then(a.bundle.cmp(&b.bundle)));
        let next = ends.iter().cycle().skip(1);
        for (end, next) in ends.iter().zip(next).filter(|_| ends.len() > 1) {
            let between = (next.angle_rad - end.angle_rad).rem_euclid(std::f64::consts::TAU);
            if between >= std::f64::consts::PI || !(end.has_head || next.has_head) {
                continue;
            }
            // Two strips that leave a point touch as far as this from it.
            let needed =
                CLOSE * (end.half_px + next.half_px) / (2.0 * libm::tan(between / 2.0)).max(1e-3);
            for end in [end, next].into_iter().filter(|end| end.has_head) {
                let distance = distances.get_mut(end.bundle).and_then(|d| d.get_mut(end.side));
                if let Some(distance) = distance {
                    *distance = needed.min(MOST_PX).max(*distance);
                }
            }
        }
    }
    distances
}

/// The ends at every node that has any, in the order of the nodes.
fn by_node(bundles: &[Bundle], controls: &[ScreenPoint]) -> Vec<Vec<End>> {
    let count = bundles.iter().flat_map(|b| b.nodes).max().map_or(0, |most| most + 1);
    let mut nodes: Vec<Vec<End>> = (0..count).map(|_| Vec::new()).collect();
    for (number, (bundle, control)) in bundles.iter().zip(controls).enumerate() {
        for (side, at) in bundle.ends.iter().enumerate() {
            let half_px = if side == 0 { bundle.half_px[0] } else { bundle.half_px[2] };
            let end = End {
                bundle: number,
                side,
                angle_rad: libm::atan2(control.y - at.y, control.x - at.x),
                half_px,
                has_head: bundle.heads.get(side).copied().unwrap_or(false),
            };
            let node = bundle.nodes.get(side).and_then(|node| nodes.get_mut(*node));
            if let Some(node) = node {
                node.push(end);
            }
        }
    }
    nodes.retain(|ends| !ends.is_empty());
    nodes
}

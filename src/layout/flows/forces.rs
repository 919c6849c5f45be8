//! The forces that bend flows, after B. Jenny et al., “Force-directed layout of origin-destination
//! flow maps”, International Journal of Geographical Information Science 31 (2017): only control
//! points move. Ways push one another off, nodes push off the ways that do not end there, springs
//! hold every way to its gentle arc, and at each node the ways turn apart.

use super::Screen;
use super::bundles::Bundle;
use super::node::FlowNode;
use crate::layout::cells::Cells;
use crate::sorted::sort_by;
use crate::view::{Bounds, ScreenPoint};

/// How far a way bends when nothing pushes it, as a share of its length.
pub(super) const GENTLE_BEND: f64 = 0.1;
/// The most that a control point may be off the middle of the straight way, along it and across it.
const MOST_SHARES: (f64, f64) = (0.3, 0.65);

const ITERATIONS: u32 = 24;
/// Beyond this, ways do not feel one another.
const REACH_PX: f64 = 72.0;
/// Where on a way others push it off, and how much that counts.
const SAMPLES: [(f64, f64); 5] = [(0.18, 0.59), (0.34, 0.9), (0.5, 1.0), (0.66, 0.9), (0.82, 0.59)];

/// Control points, one for each bundle, at which the forces are nearly in balance.
pub(super) fn settled(bundles: &[Bundle], nodes: &[FlowNode], screen: &Screen) -> Vec<ScreenPoint> {
    let mut controls: Vec<ScreenPoint> =
        bundles.iter().map(|bundle| bundle.control((0.0, GENTLE_BEND))).collect();
    if bundles.len() < 2 && nodes.len() < 3 {
        return controls;
    }
    // What covers the map pushes as a node does that nothing ends at.
    let covers = screen.covers.iter().map(|cover| FlowNode { core: *cover, reach_px: 0.0 });
    let pushing: Vec<FlowNode> = nodes.iter().copied().chain(covers).collect();
    let mut points = Cells::new(screen.width_px, screen.height_px, REACH_PX);
    for iteration in 0..ITERATIONS {
        let strength = 1.0 - f64::from(iteration) / f64::from(ITERATIONS);
        let mut moves = pushes(bundles, &pushing, &controls, &mut points);
        turn_apart(bundles, &controls, &mut moves);
        for ((bundle, control), (dx, dy)) in bundles.iter().zip(&mut controls).zip(moves) {
            let (px, along) = (bundle.length_px(), bundle.shares(*control));
            let pull = (-0.25 * along.0 * px, -0.12 * (along.1 - GENTLE_BEND) * px);
            let pulled = bundle.control((along.0 + pull.0 / px, along.1 + pull.1 / px));
            let (x, y) = (dx + pulled.x - control.x, dy + pulled.y - control.y);
            let most_px = (0.12 * px).min(30.0);
            let scale = strength * (most_px / libm::hypot(x, y).max(1e-9)).min(1.0);
            let moved = control.offset(x * scale, y * scale);
            *control = bundle.control(bounded(bundle.shares(moved)));
        }
    }
    controls
}

/// The nearest shares, along and across, that are not too far off.
pub(super) fn bounded((along, across): (f64, f64)) -> (f64, f64) {
    let (most_along, most_across) = MOST_SHARES;
    (along.max(-most_along).min(most_along), across.max(-most_across).min(most_across))
}

/// What other ways, and nodes, do to every control point, px. `points` has room for those on the
/// ways.
fn pushes(
    bundles: &[Bundle],
    nodes: &[FlowNode],
    controls: &[ScreenPoint],
    points: &mut Cells<(usize, ScreenPoint, f64)>,
) -> Vec<(f64, f64)> {
    const FLOW_PX: f64 = 5.0;
    const NODE_PX: f64 = 16.0;
    const NODE_ROOM_PX: f64 = 26.0;
    points.clear();
    for (number, (bundle, control)) in bundles.iter().zip(controls).enumerate() {
        let spine = bundle.spine(*control);
        for (t, weight) in SAMPLES {
            let at = spine.at(t);
            points.add(&Bounds::of_size(at.x, at.y, 0.0, 0.0), &(number, at, weight));
        }
    }
    let push = |(number, (bundle, control)): (usize, (&Bundle, &ScreenPoint))| {
        let spine = bundle.spine(*control);
        let (mut x, mut y) = (0.0, 0.0);
        let mut add = |from: ScreenPoint, at: ScreenPoint, px: f64| {
            let distance = at.distance(from);
            // What lies exactly under a way pushes it to its own side.
            let (dx, dy) = if distance < 1e-6 {
                bundle.side()
            } else {
                ((at.x - from.x) / distance, (at.y - from.y) / distance)
            };
            x += dx * px;
            y += dy * px;
        };
        for (t, weight) in SAMPLES {
            let at = spine.at(t);
            let around = Bounds::of_size(at.x, at.y, 0.0, 0.0).grown(REACH_PX);
            for (_, cell) in points.touched(&around) {
                for (_, other, other_weight) in cell.iter().filter(|(of, ..)| *of != number) {
                    let distance = at.distance(*other);
                    if distance < REACH_PX {
                        let near = 1.0 - distance / REACH_PX;
                        add(*other, at, FLOW_PX * near * near * weight * other_weight);
                    }
                }
            }
            let room_px = NODE_ROOM_PX + bundle.half_px[1];
            let near = nodes.iter().zip(0..).filter(|(node, _)| node.is_near(at, room_px));
            for (node, _) in near.filter(|(_, number)| !bundle.nodes.contains(number)) {
                let distance = node.distance(at) - bundle.half_px[1];
                if distance < NODE_ROOM_PX {
                    let near = (1.0 - distance / NODE_ROOM_PX).min(2.0);
                    add(node.middle(), at, NODE_PX * near * weight);
                }
            }
        }
        (x, y)
    };
    bundles.iter().zip(controls).enumerate().map(push).collect()
}

/// Turns ways that leave a node in nearly the same direction apart.
fn turn_apart(bundles: &[Bundle], controls: &[ScreenPoint], moves: &mut [(f64, f64)]) {
    const WANTED_RAD: f64 = 0.6;
    const SHARE: f64 = 0.25;
    let mut nodes: Vec<Vec<(f64, usize, ScreenPoint)>> =
        vec![Vec::new(); Bundle::node_count(bundles)];
    for (number, (bundle, control)) in bundles.iter().zip(controls).enumerate() {
        for (node, at) in bundle.nodes.iter().zip(bundle.ends) {
            let angle = libm::atan2(control.y - at.y, control.x - at.x);
            if let Some(node) = nodes.get_mut(*node) {
                node.push((angle, number, at));
            }
        }
    }
    for ends in nodes.iter_mut().filter(|ends| ends.len() > 1) {
        sort_by(ends, |a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        #[allow(clippy::cast_precision_loss, reason = "few ends")]
        let wanted = WANTED_RAD.min(std::f64::consts::TAU / ends.len() as f64);
        let next = ends.iter().cycle().skip(1);
        for (end, next) in ends.iter().zip(next) {
            let between = (next.0 - end.0).rem_euclid(std::f64::consts::TAU);
            let turn_rad = (wanted - between).max(0.0) * SHARE / 2.0;
            for ((_, number, at), turn_rad) in [(end, -turn_rad), (next, turn_rad)] {
                let (Some(control), Some(step)) = (controls.get(*number), moves.get_mut(*number))
                else {
                    continue;
                };
                step.0 -= (control.y - at.y) * turn_rad;
                step.1 += (control.x - at.x) * turn_rad;
            }
        }
    }
}

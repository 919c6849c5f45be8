//! Sets of flows as maps have them, from a seed.

#![allow(dead_code, reason = "the benches use a part")]

use khorgos::layout::flows::{Curve, FlowCurve, FlowEnds, FlowNode, Screen};
use khorgos::layout::widths::Width;
use khorgos::view::ScreenPoint;

pub const SCREEN: Screen = Screen { width_px: 1200.0, height_px: 750.0, covers: &[] };

/// SplitMix64 (Steele, Lea and Flood 2014).
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }

    pub fn below(&mut self, count: usize) -> usize {
        ((self.next() * count as f64) as usize).min(count - 1)
    }
}

/// `count` flows: from one hub, between neighbours, between two hubs and everybody in both
/// directions, or between three clusters, as the seed has it.
pub fn flow_set(seed: u64, count: usize) -> (Vec<FlowNode>, Vec<FlowEnds>) {
    let mut random = Random(seed);
    let kind = seed % 4;
    let places = scattered(&mut random, (count / 2).max(12), kind == 3);
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let mut tries = 0;
    while pairs.len() < count && tries < 100 * count {
        tries += 1;
        let from = random.below(places.len());
        let pair = match kind {
            0 if random.next() < 0.5 => (0, from),
            2 => (random.below(2), from),
            3 => (from, (from + 1 + 3 * random.below(places.len() / 3)) % places.len()),
            _ => (from, neighbour(&mut random, &places, from)),
        };
        let pair = if random.next() < 0.3 { (pair.1, pair.0) } else { pair };
        if pair.0 != pair.1 && !pairs.contains(&pair) {
            pairs.push(pair);
        }
    }
    let flows = pairs.into_iter().enumerate().map(|(flow, (from_node, to_node))| {
        let share = random.next();
        FlowEnds {
            flow,
            from_node,
            to_node,
            width: Width::Scaled(1.5 + 12.5 * share * share * share),
            two_way: random.next() < 0.15,
        }
    });
    let flows = flows.collect();
    (places.into_iter().map(|at| FlowNode::disc(at, 5.0)).collect(), flows)
}

/// Places that are not on one another; every third one in its cluster.
fn scattered(random: &mut Random, count: usize, clustered: bool) -> Vec<ScreenPoint> {
    const APART_PX: f64 = 48.0;
    const CLUSTERS: [(f64, f64); 3] = [(250.0, 200.0), (950.0, 250.0), (550.0, 580.0)];
    let mut places: Vec<ScreenPoint> = Vec::new();
    for _ in 0..10_000 {
        if places.len() == count {
            break;
        }
        let (x, y) = (random.next(), random.next());
        let at = if clustered {
            let (cx, cy) = CLUSTERS[places.len() % 3];
            ScreenPoint::new(cx + 380.0 * (x - 0.5), cy + 300.0 * (y - 0.5))
        } else {
            ScreenPoint::new(40.0 + 1120.0 * x, 40.0 + 670.0 * y)
        };
        if places.iter().all(|other| other.distance(at) > APART_PX) {
            places.push(at);
        }
    }
    places
}

fn neighbour(random: &mut Random, places: &[ScreenPoint], of: usize) -> usize {
    let drawn: Vec<usize> = (0..4).map(|_| random.below(places.len())).collect();
    let near = |i: &usize| if *i == of { f64::INFINITY } else { places[*i].distance(places[of]) };
    drawn.into_iter().min_by(|a, b| near(a).total_cmp(&near(b))).unwrap()
}

/// The same flows as straight lines (`bend` 0) or as arcs that all bend by a share of their length.
pub fn plain(nodes: &[FlowNode], flows: &[FlowEnds], bend: f64) -> Vec<FlowCurve> {
    const END_PX: f64 = 11.0;
    let curve = |flow: &FlowEnds| {
        let (a, b) = (nodes[flow.from_node].middle(), nodes[flow.to_node].middle());
        let length = a.distance(b);
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let control = a.towards(b, 0.5).offset(dy * 2.0 * bend, -dx * 2.0 * bend);
        let whole = Curve { start: a, control, end: b };
        let end = (END_PX / length).min(0.45);
        FlowCurve {
            flow: flow.flow,
            from_node: flow.from_node,
            to_node: flow.to_node,
            curve: whole.part(end, 1.0 - end),
            width: flow.width,
            two_way: flow.two_way,
        }
    };
    let mut curves: Vec<FlowCurve> = flows.iter().map(curve).collect();
    khorgos::sorted::sort_by(&mut curves, |a, b| {
        b.width.px().total_cmp(&a.width.px()).then(a.flow.cmp(&b.flow))
    });
    curves
}

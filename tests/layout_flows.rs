//! The layout of flows, by what makes flows hard to read.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::flow_sets::{SCREEN, flow_set, plain};
use khorgos::layout::flows::metrics::{Metrics, measure};
use khorgos::layout::flows::{FlowCurve, FlowEnds, FlowNode, Screen, head_px, lay_out};
use khorgos::layout::widths::Width;
use khorgos::view::{Bounds, ScreenPoint};

/// Bend of the arcs that flows are drawn as where nothing is laid out.
const ARC: f64 = 0.15;

#[test]
fn twenty_sets_are_easier_to_read_than_lines_and_arcs_in_every_respect() {
    for seed in 0..20 {
        let count = 30 + seed * 70 / 19;
        let (nodes, flows) = flow_set(seed as u64, count);
        let laid = lay_out(&nodes, &flows, &SCREEN);
        assert_eq!(laid.len(), flows.len(), "set {seed}: every flow is drawn");
        let laid = measure(&nodes, &laid);
        let lines = measure(&nodes, &plain(&nodes, &flows, 0.0));
        let arcs = measure(&nodes, &plain(&nodes, &flows, ARC));
        for other in [lines, arcs] {
            let is_better = laid.crossings <= other.crossings
                && laid.weighted_crossings <= other.weighted_crossings
                && laid.smallest_angle_rad >= other.smallest_angle_rad
                && laid.under_nodes <= other.under_nodes
                && laid.hidden_heads <= other.hidden_heads
                && laid.overlapped_px <= other.overlapped_px;
            assert!(is_better, "set {seed}: {laid:?} against {other:?}");
        }
        let share = laid.weighted_crossings / arcs.weighted_crossings;
        assert!(share <= 0.7, "set {seed}: {share} of the arcs' crossings");
    }
}

const A: FlowNode = disc(100.0, 100.0);
const B: FlowNode = disc(700.0, 260.0);

const fn disc(x: f64, y: f64) -> FlowNode {
    FlowNode { core: Bounds { left: x, top: y, right: x, bottom: y }, reach_px: 5.0 }
}

fn flow(flow: usize, from_node: usize, to_node: usize) -> FlowEnds {
    FlowEnds { flow, from_node, to_node, width: Width::Single, two_way: false }
}

/// The least distance between two flows.
fn gap_px(a: &FlowCurve, b: &FlowCurve) -> f64 {
    let of = |flow: &FlowCurve| flow.curve.samples::<41>();
    let gaps = of(a).map(|p| of(b).map(|q| p.distance(q)).into_iter().fold(f64::MAX, f64::min));
    gaps.into_iter().fold(f64::MAX, f64::min)
}

#[test]
fn flows_of_one_pair_run_side_by_side() {
    let two_way = FlowEnds { two_way: true, ..flow(1, 0, 1) };
    let curves = lay_out(&[A, B], &[flow(0, 0, 1), two_way, flow(2, 1, 0)], &SCREEN);
    assert_eq!(curves.len(), 3);
    for (number, a) in curves.iter().enumerate() {
        for b in &curves[number + 1..] {
            let gap = gap_px(a, b);
            assert!(gap > head_px(Width::Single).1 * 0.9, "{gap}");
        }
    }
    let back = curves.iter().find(|curve| curve.flow == 2).unwrap();
    assert!(back.curve.end.distance(A.middle()) < back.curve.start.distance(A.middle()));
}

#[test]
fn a_flow_between_nodes_that_meet_is_left_out() {
    assert!(lay_out(&[A, disc(104.0, 100.0)], &[flow(0, 0, 1)], &SCREEN).is_empty());
}

#[test]
fn a_flow_goes_round_what_lies_on_its_way() {
    let on_the_way = disc(400.0, 190.0);
    let curves = lay_out(&[A, B, on_the_way], &[flow(0, 0, 1)], &SCREEN);
    let metrics = measure(&[A, B, on_the_way], &curves);
    assert_eq!((metrics.under_nodes, metrics.hidden_heads), (0, 0));
    // The sign of a partner is as wide as its name.
    let sign = FlowNode { core: Bounds::of_size(330.0, 150.0, 140.0, 60.0), reach_px: 0.0 };
    let curves = lay_out(&[A, B, sign], &[flow(0, 0, 1)], &SCREEN);
    for at in curves[0].curve.samples::<41>() {
        assert!(sign.distance(at) > curves[0].width.px() / 2.0, "{at:?}");
    }
}

#[test]
fn flows_end_off_their_nodes_and_their_heads_beside_one_another() {
    // Five flows from nearly the same direction.
    let hub = disc(1000.0, 375.0);
    let from = (0..5).map(|i| disc(150.0, 335.0 + 20.0 * f64::from(i)));
    let nodes: Vec<FlowNode> = std::iter::once(hub).chain(from).collect();
    let flows: Vec<FlowEnds> = (1..6).map(|i| flow(i, i, 0)).collect();
    let curves = lay_out(&nodes, &flows, &SCREEN);
    assert_eq!(curves.len(), 5);
    assert_eq!(measure(&nodes, &curves).hidden_heads, 0);
    for curve in &curves {
        assert!(hub.is_clear(curve.curve.end) && curve.curve.end.distance(hub.middle()) < 90.0);
    }
}

#[test]
fn a_flow_stays_on_the_screen() {
    let nodes = [disc(30.0, 20.0), disc(1170.0, 20.0), disc(600.0, 24.0)];
    let curves = lay_out(&nodes, &[flow(0, 0, 1)], &SCREEN);
    for at in curves[0].curve.samples::<41>() {
        assert!(at.y > 3.0, "{at:?}");
    }
}

#[test]
fn what_covers_the_map_is_gone_round_where_that_costs_little() {
    let nodes = [disc(100.0, 400.0), disc(1100.0, 400.0)];
    let card = [Bounds::of_size(520.0, 330.0, 160.0, 120.0)];
    let screen = Screen { covers: &card, ..SCREEN };
    let curves = lay_out(&nodes, &[flow(0, 0, 1)], &screen);
    let middle = curves[0].curve.at(0.5);
    assert!(!card[0].contains(middle.x, middle.y), "{middle:?}");
}

#[test]
fn where_flows_lie_on_the_screen_does_not_change_their_shape() {
    let (nodes, flows) = flow_set(1, 30);
    let screen = Screen { width_px: 4000.0, height_px: 4000.0, covers: &[] };
    let moved = |by: f64| -> Vec<FlowNode> {
        nodes.iter().map(|node| disc(node.middle().x + by, node.middle().y + by)).collect()
    };
    // Two positions on the grid of the index.
    let (here, there) =
        (lay_out(&moved(720.0), &flows, &screen), lay_out(&moved(1440.0), &flows, &screen));
    for (here, there) in here.iter().zip(&there) {
        let control = here.curve.control.offset(720.0, 720.0);
        assert!(control.distance(there.curve.control) < 0.5, "{here:?} {there:?}");
    }
}

#[test]
fn nothing_to_lay_out_and_nodes_nowhere_are_no_trouble() {
    assert!(lay_out(&[], &[], &SCREEN).is_empty());
    assert!(lay_out(&[A], &[flow(0, 0, 7)], &SCREEN).is_empty());
    let nowhere = FlowNode::disc(ScreenPoint::new(f64::NAN, f64::INFINITY), 5.0);
    assert!(lay_out(&[A, nowhere], &[flow(0, 0, 1)], &SCREEN).is_empty());
    let metrics = measure(&[], &[]);
    assert_eq!(metrics, Metrics { crossings: 0, ..metrics });
}

#[test]
fn three_hundred_flows_are_laid_out() {
    let (nodes, flows) = flow_set(17, 300);
    let laid = lay_out(&nodes, &flows, &SCREEN);
    let (laid, lines) = (measure(&nodes, &laid), measure(&nodes, &plain(&nodes, &flows, 0.0)));
    assert!(
        laid.weighted_crossings < lines.weighted_crossings && laid.under_nodes < lines.under_nodes
    );
}

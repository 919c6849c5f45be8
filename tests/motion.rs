//! Marks along flows.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{bytes, shipped};
use khorgos::motion::{Mark, SPACING_PX, SPEED_PX_PER_S, marks, phase_px};
use khorgos::projection::MapPoint;
use khorgos::scene::{Anchor, EstimatedText, Font, Item, Scene, Segment, Stroke, Target};
use khorgos::style::Color;
use khorgos::view::{Camera, ScreenPoint};
use serde_json::Value;

const RED: Color = Color::rgb(0xc4402b);
const SEA: Color = Color::rgb(0xdbe5e9);

fn scene(items: Vec<Item>) -> Scene {
    let camera =
        Camera { centre: MapPoint::default(), px_per_km: 1.0, width_px: 800.0, height_px: 400.0 };
    Scene { camera, ground: SEA, right_to_left: false, items }
}

fn shape(flow: usize, outline: Vec<Segment>, width_px: f64) -> Item {
    let stroke = Some(Stroke::solid(RED, width_px));
    Item::Shape { target: Some(Target::Flow(flow)), outline, fill: None, stroke }
}

fn head(flow: usize, x: f64, y: f64) -> Item {
    let outline = vec![Segment::Circle(ScreenPoint::new(x, y), 4.0)];
    Item::Shape { target: Some(Target::Flow(flow)), outline, fill: Some(RED), stroke: None }
}

/// A level flow of 300 px from the left.
fn level(width_px: f64) -> Vec<Item> {
    let from = Segment::Move(ScreenPoint::new(100.0, 50.0));
    let to = Segment::Quad(ScreenPoint::new(250.0, 50.0), ScreenPoint::new(400.0, 50.0));
    vec![shape(0, vec![from, to], width_px), head(0, 404.0, 50.0)]
}

fn xs(marks: &[Mark]) -> Vec<f64> {
    marks.iter().map(|mark| (mark.at.x * 100.0).round() / 100.0).collect()
}

#[test]
fn marks_go_from_start_to_end_at_one_speed() {
    let scene = scene(level(10.0));
    assert_eq!(xs(&marks(&scene, 0.0)), [100.0, 164.0, 228.0, 292.0, 356.0]);
    assert_eq!(xs(&marks(&scene, 30.0)), [130.0, 194.0, 258.0, 322.0, 386.0]);
    assert_eq!(phase_px(1000.0), SPEED_PX_PER_S);
    assert_eq!(phase_px(1000.0 * SPACING_PX / SPEED_PX_PER_S), 0.0, "the next one takes its place");
    for odd in [-250.0, 1e300, f64::NAN, f64::INFINITY] {
        assert!((0.0..SPACING_PX).contains(&phase_px(odd)), "{odd}");
    }
}

#[test]
fn they_come_and_go_softly() {
    let found = marks(&scene(level(10.0)), 10.0);
    assert_eq!(found[0].opacity, 0.5);
    assert_eq!(found[2].opacity, 1.0);
    let last = marks(&scene(level(10.0)), 42.0).last().copied().unwrap();
    assert!((last.opacity - 0.1).abs() < 1e-3, "{last:?}");
}

#[test]
fn they_keep_to_a_curve() {
    let p = ScreenPoint::new;
    let (start, control, end) = (p(100.0, 300.0), p(300.0, 20.0), p(700.0, 310.0));
    let bent = vec![Segment::Move(start), Segment::Quad(control, end)];
    let found = marks(&scene(vec![shape(0, bent, 8.0), head(0, 704.0, 313.0)]), 5.0);
    assert!(found.len() > 8);
    let on_curve = |at: ScreenPoint| {
        (0..=2000).map(f64::from).any(|i| {
            let t = i / 2000.0;
            start.towards(control, t).towards(control.towards(end, t), t).distance(at) < 0.6
        })
    };
    assert!(found.iter().all(|mark| on_curve(mark.at)), "{found:?}");
    for pair in found.windows(2) {
        let chord = pair[0].at.distance(pair[1].at);
        assert!(chord <= SPACING_PX + 1e-9 && chord > SPACING_PX * 0.9, "{chord}");
    }
}

#[test]
fn what_goes_both_ways_has_none() {
    let mut both = level(10.0);
    both.push(head(0, 96.0, 50.0));
    assert_eq!(marks(&scene(both), 20.0), []);
    assert_eq!(marks(&scene(level(10.0)[..1].to_vec()), 20.0), [], "nor what has no head");
}

#[test]
fn they_are_light_in_a_broad_flow_and_beads_on_a_thin_one() {
    let broad = marks(&scene(level(12.0)), 30.0)[0];
    assert_eq!(broad.color, SEA);
    assert!(broad.radius_px * 2.0 < 12.0);
    let thin = marks(&scene(level(2.0)), 30.0)[0];
    assert_eq!(thin.color, RED);
    assert!(thin.radius_px * 2.0 > 2.0);
}

#[test]
fn they_pass_below_texts_symbols_and_other_flows() {
    let p = ScreenPoint::new;
    let all = xs(&marks(&scene(level(10.0)), 0.0));
    let font = Font::plain(12.0);
    let text = Item::Text {
        target: None,
        at: p(164.0, 50.0),
        anchor: Anchor::Middle,
        text: "USD 1 bn".to_owned(),
        width_px: 50.0,
        angle_rad: 0.0,
        font,
        color: RED,
        halo: SEA,
    };
    let symbol = Item::Shape {
        target: Some(Target::Place(0)),
        outline: vec![Segment::Circle(p(228.0, 50.0), 6.0)],
        fill: Some(RED),
        stroke: None,
    };
    let across = vec![Segment::Move(p(292.0, 0.0)), Segment::Line(p(292.0, 100.0))];
    for (above, hidden) in [(text, 164.0), (symbol, 228.0), (shape(1, across, 6.0), 292.0)] {
        let mut items = level(10.0);
        items.push(above.clone());
        let rest: Vec<f64> = all.iter().copied().filter(|x| *x != hidden).collect();
        assert_eq!(xs(&marks(&scene(items), 0.0)), rest, "{above:?}");
    }
    let mut below =
        vec![shape(1, vec![Segment::Move(p(292.0, 0.0)), Segment::Line(p(292.0, 100.0))], 6.0)];
    below.extend(level(10.0));
    assert_eq!(xs(&marks(&scene(below), 0.0)), all);
}

/// The flow that a mark goes along.
fn flow_of(mark: &Mark) -> usize {
    let Target::Flow(flow) = mark.target else { panic!("{mark:?}") };
    flow
}

#[test]
fn on_the_map_every_way_that_is_in_sight_moves_and_no_total_does() {
    let mut widget = shipped(1200.0, 750.0);
    assert_eq!(widget.marks(0.0), [], "before anything is drawn");
    widget.scene(&EstimatedText).unwrap();
    let brief: Value = serde_json::from_slice(&bytes("assets/briefs/kazakhstan.json")).unwrap();
    let flows = brief["flows"].as_array().unwrap();
    let mut moving: Vec<usize> = Vec::new();
    for phase in 0..16 {
        moving.extend(widget.marks(f64::from(phase) * 133.0).iter().map(flow_of));
    }
    khorgos::sorted::sort(&mut moving);
    moving.dedup();
    let shown: Vec<&str> = brief["layers"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|layer| layer["visible"] == true)
        .filter_map(|layer| layer["id"].as_str())
        .collect();
    let one_way: Vec<usize> = (0..flows.len())
        .filter(|index| flows[*index]["direction"] == "one_way")
        .filter(|index| shown.contains(&flows[*index]["layer"].as_str().unwrap()))
        .collect();
    assert!(one_way.len() > 4);
    assert_eq!(moving, one_way);

    widget.set_lens(Some("russia"));
    widget.scene(&EstimatedText).unwrap();
    for mark in widget.marks(500.0) {
        let flow = &flows[flow_of(&mark)];
        assert!(flow["from"] == "RUS" || flow["to"] == "RUS", "{flow}");
    }
    assert_eq!(widget.marks(700.0), widget.marks(700.0));
}

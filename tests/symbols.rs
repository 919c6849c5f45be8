//! Symbols and the looks of lines.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use khorgos::brief::{Carries, PlaceKind, Status};
use khorgos::layout::lines::line_look;
use khorgos::layout::symbols::symbol;
use khorgos::scene::Segment;
use khorgos::view::ScreenPoint;

const KINDS: [PlaceKind; 8] = [
    PlaceKind::DryPort,
    PlaceKind::BorderCrossing,
    PlaceKind::Port,
    PlaceKind::Field,
    PlaceKind::Base,
    PlaceKind::Capital,
    PlaceKind::City,
    PlaceKind::FinanceCentre,
];

#[test]
fn symbols_differ_in_shape_and_fit_twelve_px_but_for_the_gate() {
    let at = ScreenPoint::new(100.0, 50.0);
    let mut seen: Vec<(Vec<Segment>, Vec<Segment>)> = Vec::new();
    for kind in KINDS {
        let symbol = symbol(kind, at);
        let most_px = if kind == PlaceKind::DryPort { 13.0 } else { 6.0 };
        let mut reach_px = 0.0_f64;
        for segment in symbol.fill.iter().chain(&symbol.stroke) {
            reach_px = reach_px.max(match *segment {
                Segment::Move(p) | Segment::Line(p) | Segment::Quad(_, p) => {
                    (p.x - at.x).abs().max((p.y - at.y).abs())
                }
                Segment::Circle(p, radius) => p.distance(at) + radius,
                Segment::Close => 0.0,
            });
        }
        assert!(reach_px <= most_px && reach_px >= 3.0, "{kind:?}: {reach_px}");
        let shape = (symbol.fill, symbol.stroke);
        assert!(!seen.contains(&shape), "{kind:?}");
        seen.push(shape);
    }
}

#[test]
fn lines_say_whether_they_work_and_whether_their_route_is_known() {
    for carries in [Carries::CrudeOil, Carries::Gas, Carries::Sea] {
        let mut looks = Vec::new();
        for status in [Status::Operating, Status::Planned, Status::Idle] {
            for schematic in [false, true] {
                let look = line_look(carries, status, schematic);
                assert!(!looks.contains(&look), "{carries:?} {status:?} {schematic}");
                looks.push(look);
            }
        }
    }
    let rail = line_look(Carries::Rail, Status::Operating, true);
    assert!(rail.ties && !rail.dash.lengths_px().is_empty());
    assert!(line_look(Carries::Rail, Status::Operating, false).dash.lengths_px().is_empty());
}

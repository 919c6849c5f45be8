//! Symbols, the looks of lines, and that the legend says the same as the map.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use khorgos::brief::{Carries, PlaceKind, Status};
use khorgos::export::path_data;
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

#[test]
fn the_legend_has_each_symbol_and_look_that_is_on_the_map() {
    let rows = common::shipped(1200.0, 750.0).legend();
    let row = |label: &str| {
        let row = rows.iter().find(|row| &*row.label == label);
        row.unwrap_or_else(|| panic!("{label} is not in {rows:?}"))
    };
    for (label, kind) in [
        ("Dry port", PlaceKind::DryPort),
        ("Border crossing", PlaceKind::BorderCrossing),
        ("Port", PlaceKind::Port),
        ("Oil or gas field", PlaceKind::Field),
        ("Financial centre", PlaceKind::FinanceCentre),
    ] {
        let symbol = symbol(kind, ScreenPoint::default());
        let swatch = &row(label).swatch;
        assert_eq!((swatch.kind, &swatch.fill), ("symbol", &path_data(&symbol.fill)));
        assert_eq!(swatch.stroke, path_data(&symbol.stroke));
    }
    for (label, carries, status, schematic) in [
        ("Oil pipeline", Carries::CrudeOil, Status::Operating, false),
        ("Oil pipeline (schematic)", Carries::CrudeOil, Status::Operating, true),
        ("Gas pipeline, planned (schematic)", Carries::Gas, Status::Planned, true),
        ("Railway (schematic)", Carries::Rail, Status::Operating, true),
    ] {
        let look = line_look(carries, status, schematic);
        let swatch = &row(label).swatch;
        assert_eq!(swatch.width_px, look.width_px, "{label}");
        assert_eq!(swatch.dash, look.dash.lengths_px(), "{label}");
    }
}

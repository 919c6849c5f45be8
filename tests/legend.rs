//! The legend: what is in the picture, drawn as it is there.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{legend, shipped};
use khorgos::brief::{Carries, PlaceKind, Status};
use khorgos::layout::legend::LegendRow;
use khorgos::layout::lines::line_look;
use khorgos::layout::places::symbol_marks;
use khorgos::layout::widths::MOST_PX;
use khorgos::scene::{Dash, EstimatedText, Item, Mark, Segment};
use khorgos::style::Theme;
use khorgos::view::ScreenPoint;
use khorgos::widget::{Goal, Widget};

fn labels(widget: &mut Widget) -> Vec<String> {
    legend(widget).into_iter().map(|row| row.label.text).collect()
}

fn row<'a>(rows: &'a [LegendRow], label: &str) -> &'a LegendRow {
    let row = rows.iter().find(|row| &*row.label == label);
    row.unwrap_or_else(|| panic!("{label} is not in {rows:?}"))
}

fn look_at(widget: &mut Widget, id: &str) {
    let fit = vec![id.to_owned()];
    widget.fly_to(&Goal { centre: None, zoom: None, fit }, false);
}

#[test]
fn symbols_are_those_of_the_map() {
    let mut widget = shipped(1200.0, 750.0);
    let mut rows = legend(&mut widget);
    // From afar the gate stands on the crossing.
    look_at(&mut widget, "khorgos-crossing");
    widget.zoom_by(8.0, None);
    rows.extend(legend(&mut widget));
    for (label, kind) in [
        ("Dry port", PlaceKind::DryPort),
        ("Border crossing", PlaceKind::BorderCrossing),
        ("Port", PlaceKind::Port),
        ("Oil or gas field", PlaceKind::Field),
        ("Financial centre", PlaceKind::FinanceCentre),
    ] {
        let swatch = &row(&rows, label).swatch;
        let middle = ScreenPoint::new(swatch.width_px / 2.0, swatch.height_px / 2.0);
        let symbol = symbol_marks(kind, middle, Theme::LIGHT.place(kind));
        let last = &swatch.marks[swatch.marks.len() - symbol.len()..];
        assert_eq!(last, symbol, "{label}");
    }
}

#[test]
fn lines_have_the_strokes_that_they_have_on_the_map() {
    let rows = legend(&mut shipped(1200.0, 750.0));
    for (label, carries, status, schematic) in [
        ("Oil pipeline", Carries::CrudeOil, Status::Operating, false),
        ("Oil pipeline (schematic)", Carries::CrudeOil, Status::Operating, true),
        ("Gas pipeline, planned (schematic)", Carries::Gas, Status::Planned, true),
        ("Railway (schematic)", Carries::Rail, Status::Operating, true),
    ] {
        let strokes = line_look(carries, status, schematic).strokes(Theme::LIGHT.line(carries));
        let marks = &row(&rows, label).swatch.marks;
        let drawn: Vec<_> =
            marks.iter().filter_map(|mark| mark.stroke).take(strokes.len()).collect();
        assert_eq!(drawn, strokes, "{label}");
    }
    let not_given = &row(&rows, "amount not given").swatch.marks;
    assert!(not_given.iter().any(|mark| mark.stroke.is_some_and(|s| s.dash == Dash::Dotted)));
}

#[test]
fn everything_lies_in_the_swatch_s_box() {
    for row in legend(&mut shipped(1200.0, 750.0)) {
        let (wide, tall) = (row.swatch.width_px, row.swatch.height_px);
        let inside = |p: ScreenPoint, reach: f64| {
            p.x >= reach && p.y >= reach && p.x <= wide - reach && p.y <= tall - reach
        };
        for Mark { outline, stroke, .. } in &row.swatch.marks {
            let is_line = outline.len() == 2;
            let half = stroke.map_or(0.0, |stroke| stroke.width_px / 2.0);
            for segment in outline {
                // A level line is as long as it is, however wide.
                let is_in = match *segment {
                    Segment::Move(p) | Segment::Line(p) if is_line => {
                        inside(p, 0.0) && p.y >= half && p.y <= tall - half
                    }
                    Segment::Move(p) | Segment::Line(p) => inside(p, 0.0),
                    Segment::Quad(control, p) => inside(control, 0.0) && inside(p, 0.0),
                    Segment::Circle(p, radius) => inside(p, radius),
                    Segment::Close => true,
                };
                assert!(is_in, "{}: {segment:?} is not within {wide} x {tall}", row.label);
            }
        }
    }
}

#[test]
fn it_follows_the_view() {
    let mut widget = shipped(1200.0, 750.0);
    let first = labels(&mut widget);
    let has = |labels: &[String], label: &str| labels.iter().any(|other| other == label);
    for label in ["Dry port", "Port", "China", "Sea route (schematic)", "Disputed area"] {
        assert!(has(&first, label), "{label} is not in {first:?}");
    }
    look_at(&mut widget, "aktau-port");
    widget.zoom_by(3.0, None);
    let port = labels(&mut widget);
    assert!(has(&port, "Port") && has(&port, "Sea route (schematic)"), "{port:?}");
    for label in ["Dry port", "Border crossing", "Disputed area", "China"] {
        assert!(!has(&port, label), "{label} is in {port:?}");
    }
    widget.home();
    assert_eq!(labels(&mut widget), first);
}

#[test]
fn it_follows_the_layers() {
    let mut widget = shipped(1200.0, 750.0);
    for layer in widget.layers() {
        widget.set_layer(&layer.id, false);
    }
    assert_eq!(labels(&mut widget), ["Disputed border", "Disputed area"]);
}

#[test]
fn a_scale_of_widths_has_one_row_with_its_widest_flow() {
    let mut widget = shipped(1200.0, 750.0);
    widget.set_layer("security", true);
    let rows = legend(&mut widget);
    let scales: Vec<&LegendRow> = rows.iter().filter(|row| row.label.contains('%')).collect();
    let [arms] = &scales[..] else { panic!("one scale in {scales:?}") };
    // Two shares of arms imports, of the United States and of China: the larger one is shown.
    assert!(arms.label.contains("1.3%, 1991–2020"), "{}", arms.label);
    assert_eq!(arms.swatch.marks[0].stroke.map(|stroke| stroke.width_px), Some(MOST_PX));
}

#[test]
fn what_a_picture_has_is_in_its_legend() {
    let mut widget = shipped(390.0, 700.0);
    let scene = widget.scene(&EstimatedText).unwrap();
    let dotted = |item: &Item| matches!(item, Item::Shape { stroke: Some(stroke), .. } if stroke.dash == Dash::Dotted);
    let has_dotted = scene.items.iter().any(dotted);
    assert_eq!(has_dotted, labels(&mut widget).contains(&"amount not given".to_owned()));
}

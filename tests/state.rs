//! A state that is handed from one widget to another with the same documents.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::many::{Many, world};
use common::{bytes, shipped};
use khorgos::projection::ProjectionKind;
use khorgos::scene::EstimatedText;
use khorgos::view::{Insets, ScreenPoint};
use khorgos::widget::Widget;
use khorgos::worldview::WorldView;

/// Hands the state over; both widgets then show the same, on the plate too.
fn hand(from: &mut Widget, mut to: Widget) {
    let state = from.state().unwrap();
    let before = to.plate(&EstimatedText).unwrap();
    assert!(before != from.plate(&EstimatedText).unwrap(), "there is something to hand over");
    assert!(to.set_state(&state));
    assert_eq!(to.state().unwrap(), state);
    assert!(to.plate(&EstimatedText).unwrap() == from.plate(&EstimatedText).unwrap());
    assert!(to.scene(&EstimatedText).unwrap() == from.scene(&EstimatedText).unwrap());
}

#[test]
fn size_and_view_are_handed_over() {
    let covered = Insets { top: 10.0, right: 320.0, bottom: 40.0, left: 0.0 };
    let mut widget = shipped(1200.0, 750.0);
    widget.set_insets(covered);
    hand(&mut widget, shipped(390.0, 700.0));
    widget.zoom_by(2.3, Some(ScreenPoint::new(300.0, 200.0)));
    widget.pan_by(31.0, -17.0);
    hand(&mut widget, shipped(1.0, 1.0));
}

#[test]
fn lens_layers_and_the_page_s_choices_are_handed_over() {
    let mut widget = shipped(1200.0, 750.0);
    widget.set_lens(Some("china"));
    hand(&mut widget, shipped(1200.0, 750.0));
    let layers = widget.layers();
    widget.set_layer(&layers[0].id, !layers[0].visible);
    hand(&mut widget, shipped(1200.0, 750.0));
    widget.set_projection(Some(ProjectionKind::Mercator));
    widget.set_worldview(Some(WorldView::In));
    widget.set_graticule(Some(true));
    hand(&mut widget, shipped(1200.0, 750.0));
}

#[test]
fn what_is_chosen_is_handed_over_whatever_it_is() {
    let things = [
        ("country", "KAZ"),
        ("flow", "trade-china"),
        ("place", "khorgos-gateway"),
        ("line", "cac-gas"),
        ("area", "xinjiang"),
        ("disputed", "northern-areas"),
    ];
    for (kind, id) in things {
        let mut widget = shipped(1200.0, 750.0);
        assert!(widget.select(kind, id).select.is_some(), "{kind} {id}");
        hand(&mut widget, shipped(1200.0, 750.0));
    }
}

#[test]
fn sums_and_groups_are_handed_over() {
    let many = Many { seed: 7, flows: 400, countries: 60, places: 0, mixed: false };
    let document = many.document(&world()).to_string();
    let fresh = || {
        let mut widget = Widget::new();
        widget.set_maps([bytes("assets/map/base.topo.json").as_slice()]).unwrap();
        widget.resize(1200.0, 750.0);
        widget.set_brief(document.as_bytes()).unwrap();
        widget
    };
    let mut widget = fresh();
    widget.scene(&EstimatedText).unwrap();
    let places = (0..80).flat_map(|x| (0..50).map(move |y| (x * 15, y * 15)));
    let picked: Vec<_> = places
        .filter_map(|(x, y)| widget.pick(ScreenPoint::new(f64::from(x), f64::from(y))))
        .collect();
    for kind in ["sum", "group"] {
        let named = picked.iter().find(|named| named.kind == kind).unwrap();
        widget.select(kind, &named.id);
        hand(&mut widget, fresh());
    }
}

#[test]
fn what_is_no_state_changes_nothing() {
    let mut widget = shipped(1200.0, 750.0);
    let state = widget.state().unwrap();
    for part in 0..14 {
        assert!(!widget.set_state(&state[..part]), "{part} numbers");
    }
    let strange = |at: usize, number: f64| {
        let mut state = state.clone();
        state[at] = number;
        state
    };
    for (at, number) in [(9, 99.0), (9, f64::NAN), (10, -1.0)] {
        assert!(!widget.set_state(&strange(at, number)), "{number} at {at}");
    }
    assert_eq!(widget.state().unwrap(), state);
    assert_eq!(Widget::new().state(), None);
    assert!(!Widget::new().set_state(&state), "there is nothing to show");
    // What names nothing shows nothing.
    for (at, number) in [(12, 1e9), (13, 8.0), (14, 1e9)] {
        assert!(widget.set_state(&strange(at, number)));
        assert!(widget.plate(&EstimatedText).is_some());
    }
}

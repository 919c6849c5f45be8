//! Widths, frame signs and words for values.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use geo::coord;
use khorgos::format;
use khorgos::layout::frame::{great_circle_km, sign_position};
use khorgos::layout::widths::{Width, widths};
use khorgos::model::Model;
use khorgos::view::{Bounds, ScreenPoint};

fn model() -> Model {
    common::shipped_model().0
}

fn width_of(model: &Model, id: &str) -> Width {
    let index = model.flows.iter().position(|flow| flow.id == id).unwrap();
    widths(model)[index]
}

#[test]
fn only_values_of_one_measure_unit_and_period_share_a_scale() {
    let model = model();
    // Arms imports 1991–2020: the one pair that may be compared.
    let (Width::Scaled(us), Width::Scaled(china)) =
        (width_of(&model, "arms-us"), width_of(&model, "arms-china"))
    else {
        panic!("both shares are of one scale")
    };
    assert!((us / china - 1.3 / 1.1).abs() < 1e-9);
    // 18.19 of 2021 and 2.3 of 2020 are not; the smaller one is never drawn wider.
    assert_eq!(width_of(&model, "trade-china"), Width::Single);
    assert_eq!(width_of(&model, "trade-us"), Width::OtherPeriod);
    assert!(Width::OtherPeriod.px() < Width::Single.px());
    assert_eq!(width_of(&model, "credit-china-debt"), Width::Single);
}

#[test]
fn a_rank_is_not_drawn_as_an_amount() {
    let model = model();
    for id in [
        "investment-netherlands",
        "investment-us",
        "investment-switzerland",
        "trade-russia-imports",
    ] {
        assert_eq!(width_of(&model, id), Width::NotGiven, "{id}");
    }
}

#[test]
fn a_sign_stands_on_the_frame_in_its_direction_and_clear_of_what_is_taken() {
    let frame = Bounds::of_size(0.0, 0.0, 800.0, 500.0);
    let origin = ScreenPoint::new(400.0, 250.0);
    let size = (80.0, 30.0);
    let at = sign_position(frame, origin, (0.0, -1.0), size, &[], &[]);
    assert_eq!(at, ScreenPoint::new(400.0, 15.0));
    let title = Bounds::of_size(300.0, 0.0, 200.0, 60.0);
    let moved = sign_position(frame, origin, (0.0, -1.0), size, &[title], &[]);
    let sign = Bounds::of_size(moved.x - 40.0, moved.y - 15.0, 80.0, 30.0);
    assert!(!sign.overlaps(&title) && moved.y == 15.0, "{moved:?}");
    // What is only to be kept free gives way where there is no other place.
    assert_eq!(sign_position(frame, origin, (0.0, -1.0), size, &[], &[title]), moved);
    assert_eq!(sign_position(frame, origin, (0.0, -1.0), size, &[title], &[frame]), moved);
}

#[test]
fn distances_are_those_of_the_sphere() {
    let quarter = great_circle_km(coord! { x: 0.0, y: 0.0 }, coord! { x: 0.0, y: 90.0 });
    assert!((quarter - 10_007.557).abs() < 0.01, "{quarter}");
}

#[test]
fn values_and_periods_in_words() {
    let model = model();
    let fact = |id: &str| model.facts.iter().find(|fact| fact.id == id).unwrap();
    let said = |id: &str| format::qualified_value(&model, fact(id)).unwrap();
    assert_eq!(said("trade-china-total"), "USD\u{a0}18.19\u{a0}bn");
    assert_eq!(said("budget-oil-gas"), "almost 45%");
    assert_eq!(format::period(&model.speech, "2005/2019"), "2005–2019");
    assert_eq!(format::period(&model.speech, "2021-04"), "April 2021");
    assert_eq!(format::period(&model.speech, "2022-02-24"), "24 February 2022");
    assert_eq!(format::distance_km(&model.speech, 10_234.0), "10,200\u{a0}km");
}

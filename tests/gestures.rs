//! What pointers do to a view: drags that run out, taps, pinches, boxes; and what they mean.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::shipped;
use geo::Coord;
use khorgos::interact::{Input, Pointer};
use khorgos::scene::{EstimatedText, Item, Scene, Target};
use khorgos::view::{Bounds, Camera, ScreenPoint};
use khorgos::widget::{Effects, Widget};

const MIDDLE: ScreenPoint = ScreenPoint::new(600.0, 400.0);
const ASTANA: Coord = Coord { x: 71.45, y: 51.18 };

fn camera(widget: &mut Widget) -> Camera {
    widget.scene(&EstimatedText).unwrap().camera
}

fn down(widget: &mut Widget, id: i32, at: ScreenPoint, by: Pointer, time_ms: f64) -> Effects {
    widget.input(Input::Down { id, at, by, time_ms })
}

fn moved(widget: &mut Widget, id: i32, at: ScreenPoint, time_ms: f64) -> Effects {
    widget.input(Input::Move { id, at, time_ms })
}

fn up(widget: &mut Widget, id: i32, at: ScreenPoint, time_ms: f64) -> Effects {
    widget.input(Input::Up { id, at, time_ms, glides: true })
}

/// A drag to the right by 10 px in every 10 ms, `rest_ms` of rest, and the end.
fn drag(widget: &mut Widget, by: Pointer, rest_ms: f64, glides: bool) -> Effects {
    down(widget, 1, MIDDLE, by, 0.0);
    let mut at = MIDDLE;
    let mut time_ms = 0.0;
    for _ in 0..10 {
        at = at.offset(10.0, 0.0);
        time_ms += 10.0;
        moved(widget, 1, at, time_ms);
    }
    widget.input(Input::Up { id: 1, at, time_ms: time_ms + rest_ms, glides })
}

/// Goes on until the view rests; how far a point on the map has gone since, and how often it went on.
fn run_out(widget: &mut Widget) -> (f64, usize) {
    let start = widget.project(ASTANA).unwrap();
    let mut steps = 0;
    while widget.advance(16.0).flying {
        steps += 1;
        assert!(steps < 1000, "it never rests");
    }
    (widget.project(ASTANA).unwrap().x - start.x, steps)
}

#[test]
fn a_map_that_is_thrown_runs_out_ever_slower() {
    let mut widget = shipped(1200.0, 750.0);
    assert!(drag(&mut widget, Pointer::Mouse, 0.0, true).flying);
    let mut last = widget.project(ASTANA).unwrap().x;
    let mut steps = Vec::new();
    while widget.advance(50.0).flying {
        let x = widget.project(ASTANA).unwrap().x;
        steps.push(x - last);
        last = x;
    }
    assert!(steps.len() > 5 && steps.len() < 40, "{steps:?}");
    assert!(steps.windows(2).all(|pair| pair[0] > pair[1] && pair[1] > 0.0), "{steps:?}");
    let way: f64 = steps.iter().sum();
    assert!((200.0..400.0).contains(&way), "1 px in a ms runs out in {way} px");
}

#[test]
fn nothing_runs_out_after_a_rest_or_where_no_motion_is_wanted() {
    for (rest_ms, glides) in [(150.0, true), (0.0, false)] {
        let mut widget = shipped(1200.0, 750.0);
        assert!(!drag(&mut widget, Pointer::Finger, rest_ms, glides).flying);
        assert_eq!(run_out(&mut widget), (0.0, 0));
    }
}

#[test]
fn a_press_stops_a_throw() {
    let mut widget = shipped(1200.0, 750.0);
    drag(&mut widget, Pointer::Finger, 0.0, true);
    assert!(widget.advance(50.0).flying);
    assert!(!down(&mut widget, 2, MIDDLE, Pointer::Finger, 200.0).flying);
    assert_eq!(run_out(&mut widget), (0.0, 0));
}

#[test]
fn wild_times_throw_nothing_far() {
    for times in [[0.0, 0.0], [f64::NAN, f64::NAN], [0.0, f64::INFINITY], [10.0, 0.0], [0.0, 1e-9]]
    {
        let mut widget = shipped(1200.0, 750.0);
        down(&mut widget, 1, MIDDLE, Pointer::Mouse, 0.0);
        moved(&mut widget, 1, MIDDLE.offset(50.0, 0.0), times[0]);
        moved(&mut widget, 1, MIDDLE.offset(100.0, 0.0), times[1]);
        up(&mut widget, 1, MIDDLE.offset(100.0, 0.0), times[1]);
        let (way, _) = run_out(&mut widget);
        assert!(way.abs() < 1300.0, "{times:?}: {way}");
    }
}

/// A tap of one finger from a time on.
fn tap(widget: &mut Widget, at: ScreenPoint, time_ms: f64) -> Effects {
    down(widget, 1, at, Pointer::Finger, time_ms);
    up(widget, 1, at, time_ms + 50.0)
}

#[test]
fn a_tap_waits_before_it_is_a_click() {
    let mut widget = shipped(390.0, 700.0);
    widget.scene(&EstimatedText).unwrap();
    let at = widget.project(Coord { x: 71.0, y: 43.9 }).unwrap();
    let effects = tap(&mut widget, at, 0.0);
    assert!(effects.waits && effects.select.is_none(), "{effects:?}");
    assert!(widget.input(Input::Tapped).select.is_some());
    assert!(widget.input(Input::Tapped).select.is_none(), "once");
}

#[test]
fn two_taps_zoom_in_about_their_point_and_choose_nothing() {
    let mut widget = shipped(390.0, 700.0);
    let before = camera(&mut widget).px_per_km;
    let at = widget.project(ASTANA).unwrap();
    tap(&mut widget, at, 0.0);
    let effects = tap(&mut widget, at.offset(6.0, 0.0), 200.0);
    assert!(effects.flying && effects.select.is_none() && !effects.waits, "{effects:?}");
    run_out(&mut widget);
    let factor = camera(&mut widget).px_per_km / before;
    assert!((factor - 2.0).abs() < 1e-9, "{factor}");
    assert!(widget.project(ASTANA).unwrap().distance(at) < 6.1);
    assert!(widget.input(Input::Tapped).select.is_none());
}

#[test]
fn taps_that_are_late_or_far_apart_are_two() {
    for (far_px, late_ms) in [(90.0, 150.0), (0.0, 900.0)] {
        let mut widget = shipped(390.0, 700.0);
        let before = camera(&mut widget);
        let at = widget.project(Coord { x: 71.0, y: 43.9 }).unwrap();
        tap(&mut widget, at, 0.0);
        assert!(tap(&mut widget, at.offset(far_px, 0.0), late_ms).waits);
        assert_eq!(camera(&mut widget), before);
    }
}

#[test]
fn a_tap_of_two_fingers_zooms_out() {
    let mut widget = shipped(390.0, 700.0);
    widget.zoom_by(4.0, None);
    let before = camera(&mut widget).px_per_km;
    let at = ScreenPoint::new(200.0, 300.0);
    down(&mut widget, 1, at, Pointer::PageFinger, 0.0);
    down(&mut widget, 2, at.offset(60.0, 0.0), Pointer::PageFinger, 20.0);
    assert!(!up(&mut widget, 1, at, 100.0).flying);
    assert!(up(&mut widget, 2, at.offset(60.0, 0.0), 110.0).flying);
    run_out(&mut widget);
    let factor = camera(&mut widget).px_per_km / before;
    assert!((factor - 0.5).abs() < 1e-9, "{factor}");
}

#[test]
fn a_finger_of_the_page_moves_nothing_until_a_second_one_is_there() {
    let mut widget = shipped(390.0, 700.0);
    let before = camera(&mut widget);
    let at = ScreenPoint::new(200.0, 300.0);
    down(&mut widget, 1, at, Pointer::PageFinger, 0.0);
    assert!(!moved(&mut widget, 1, at.offset(0.0, 60.0), 50.0).view);
    down(&mut widget, 2, at.offset(90.0, 60.0), Pointer::PageFinger, 60.0);
    assert!(moved(&mut widget, 2, at.offset(90.0, 100.0), 80.0).view);
    assert!(moved(&mut widget, 1, at.offset(0.0, 100.0), 90.0).view);
    let after = camera(&mut widget);
    assert!((after.px_per_km - before.px_per_km).abs() < 1e-9);
    let way_px = (before.centre.y - after.centre.y) * before.px_per_km;
    assert!((way_px - 40.0).abs() < 1.0, "{way_px}");
    assert!(up(&mut widget, 2, at, 95.0).select.is_none());
    assert!(!moved(&mut widget, 1, at, 99.0).view, "alone again");
}

#[test]
fn three_fingers_move_and_pinch_about_their_middle() {
    let mut widget = shipped(390.0, 700.0);
    let middle = widget.project(Coord { x: 70.0, y: 45.0 }).unwrap();
    let before = camera(&mut widget).px_per_km;
    let spots = [(0.0, -40.0), (-34.6, 20.0), (34.6, 20.0)];
    for (id, (dx, dy)) in (1..).zip(spots) {
        down(&mut widget, id, middle.offset(dx, dy), Pointer::Finger, 0.0);
    }
    for step in 1..=10 {
        let share = 1.0 + f64::from(step) / 10.0;
        for (id, (dx, dy)) in (1..).zip(spots) {
            moved(&mut widget, id, middle.offset(dx * share, dy * share), f64::from(step));
        }
    }
    let factor = camera(&mut widget).px_per_km / before;
    assert!((factor - 2.0).abs() < 0.1, "{factor}");
    let now = widget.project(Coord { x: 70.0, y: 45.0 }).unwrap();
    assert!(now.distance(middle) < 2.0, "{now:?}");
    for id in 1..=3 {
        let effects = up(&mut widget, id, middle, 20.0);
        assert!(effects.select.is_none() && !effects.view, "{effects:?}");
    }
}

#[test]
fn a_finger_that_is_held_is_told_what_is_there_and_clicks_nothing() {
    let mut widget = shipped(1200.0, 750.0);
    widget.scene(&EstimatedText).unwrap();
    let at = widget.project(Coord { x: 103.5, y: 46.8 }).unwrap();
    down(&mut widget, 1, at, Pointer::Finger, 0.0);
    let held = widget.input(Input::Hold).hover.unwrap().unwrap();
    assert_eq!((held.kind, held.id.as_str()), ("country", "MNG"));
    let effects = up(&mut widget, 1, at, 900.0);
    assert!(!effects.waits && effects.select.is_none() && effects.hover.is_none(), "{effects:?}");
    let next = down(&mut widget, 1, at.offset(0.0, 200.0), Pointer::Finger, 2000.0);
    assert_eq!(next.hover, Some(None), "until the next touch");
}

#[test]
fn a_box_is_shown_as_large_as_it_can_be() {
    let mut widget = shipped(1200.0, 750.0);
    let before = camera(&mut widget);
    let part = Bounds::of_size(300.0, 200.0, 400.0, 250.0);
    let (west, east) = (
        before.to_map(ScreenPoint::new(300.0, 325.0)),
        before.to_map(ScreenPoint::new(700.0, 325.0)),
    );
    assert!(!widget.show_part(part, false).flying);
    let after = camera(&mut widget);
    assert!(
        (after.to_screen(west).x).abs() < 1e-6 && (after.to_screen(east).x - 1200.0).abs() < 1e-6
    );
    assert!(widget.show_part(part, true).flying);
    for wild in [f64::NAN, f64::INFINITY, 1e300, 0.0] {
        widget.show_part(Bounds::of_size(wild, wild, wild, wild), false);
        let camera = camera(&mut widget);
        assert!(camera.centre.x.is_finite() && camera.px_per_km.is_finite(), "{wild}");
    }
}

#[test]
fn both_ends_of_the_zoom_are_told_and_hold() {
    let mut widget = shipped(1200.0, 750.0);
    assert_eq!(widget.zoom_end(), 0);
    widget.zoom_by(1e6, None);
    assert_eq!(widget.zoom_end(), 1);
    assert!(!widget.zoom_by(1.5, Some(MIDDLE)).view, "no further in, not even by a rounding");
    widget.zoom_by(1e-6, None);
    assert_eq!(widget.zoom_end(), -1);
    assert!(!widget.zoom_by(0.5, Some(MIDDLE)).view);
}

/// A picture's texts: what they say and where they stand.
fn texts(scene: &Scene) -> Vec<(String, ScreenPoint)> {
    let texts = scene.items.iter().filter_map(|item| match item {
        Item::Text { text, at, .. } => Some((text.clone(), *at)),
        _ => None,
    });
    texts.collect()
}

#[test]
fn pointing_composes_nothing_again_and_lights_what_belongs_together() {
    let mut widget = shipped(1200.0, 750.0);
    let before = texts(widget.scene(&EstimatedText).unwrap());
    let at = widget.project(Coord { x: 71.0, y: 43.9 }).unwrap();
    let effects = moved(&mut widget, 1, at, 0.0);
    assert!(effects.draw && !widget.is_stale());
    assert_eq!(texts(widget.scene(&EstimatedText).unwrap()), before);
    let (scene, lit) = widget.lit().unwrap();
    let again = lit.again.iter().filter_map(|index| scene.items.get(*index)?.target());
    let mut flows: Vec<Target> = again.filter(|target| matches!(target, Target::Flow(_))).collect();
    flows.dedup();
    assert!(flows.len() > 3 && !lit.marks.is_empty(), "Kazakhstan's flows: {flows:?}");
    widget.input(Input::Leave);
    assert!(widget.lit().is_none());
}

#[test]
fn what_is_pointed_at_is_told_with_its_value_and_nothing_is_made_up() {
    let mut widget = shipped(1200.0, 750.0);
    let note = |widget: &mut Widget, lon: f64, lat: f64| {
        widget.scene(&EstimatedText).unwrap();
        let at = widget.project(Coord { x: lon, y: lat }).unwrap();
        widget.input(Input::Leave);
        moved(widget, 1, at, 0.0).hover.unwrap().unwrap().note.map(|note| note.text)
    };
    let kazakhstan = note(&mut widget, 71.0, 43.9).unwrap();
    assert!(kazakhstan.chars().any(|c| c.is_ascii_digit()), "{kazakhstan}");
    assert_eq!(note(&mut widget, 103.5, 46.8), None, "the brief has no fact on Mongolia");
    widget.set_lens(Some("russia"));
    let of_russia = note(&mut widget, 71.0, 43.9).unwrap();
    assert!(of_russia.contains("Russia"), "{of_russia}");
}

#[test]
fn a_finger_needs_to_be_less_exact_than_a_mouse() {
    let mut widget = shipped(1200.0, 750.0);
    let tengiz = Coord { x: 53.3833, y: 46.1528 };
    widget.zoom_by(12.0, Some(widget.project(tengiz).unwrap()));
    widget.scene(&EstimatedText).unwrap();
    let at = widget.project(tengiz).unwrap();
    let is_it = |widget: &Widget, at| widget.pick(at).is_some_and(|named| named.id == "tengiz");
    // Down from the symbol, where its name is not.
    let mut beyond = at;
    while is_it(&widget, beyond) {
        beyond = beyond.offset(0.0, 1.0);
    }
    assert!((10.0..30.0).contains(&at.distance(beyond)), "{at:?} {beyond:?}");
    let asked = beyond.offset(0.0, 6.0);
    assert!(!is_it(&widget, asked));
    tap(&mut widget, asked, 0.0);
    let chosen = widget.input(Input::Tapped);
    let ids: Vec<String> = match (chosen.select, chosen.choose) {
        (Some(Some(named)), _) => vec![named.id],
        (_, Some(choices)) => choices.of.into_iter().map(|named| named.id).collect(),
        _ => Vec::new(),
    };
    assert!(ids.contains(&"tengiz".to_owned()), "{ids:?}");
}

#[test]
fn several_small_things_are_offered_and_a_country_under_a_flow_is_not() {
    let mut widget = shipped(1200.0, 750.0);
    widget.scene(&EstimatedText).unwrap();
    let (mut offered, mut chosen) = (0, 0);
    for y in (8..750).step_by(8) {
        for x in (8..1200).step_by(8) {
            let effects = widget.press(ScreenPoint::new(f64::from(x), f64::from(y)));
            if let Some(choices) = effects.choose {
                offered += 1;
                assert!(effects.select.is_none() && choices.of.len() > 1);
                let mut ids: Vec<_> =
                    choices.of.iter().map(|named| (named.kind, &named.id)).collect();
                khorgos::sorted::sort(&mut ids);
                ids.dedup();
                assert_eq!(ids.len(), choices.of.len(), "each once");
                assert!(choices.of.iter().all(|named| named.kind != "area"), "{choices:?}");
            } else if effects.select.is_some() {
                chosen += 1;
            }
        }
    }
    assert!(offered > 5 && offered * 10 < chosen, "{offered} of {chosen}");
}

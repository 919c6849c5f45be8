//! Lenses and the story on the widget: what is dimmed, which layers are on, where the view goes.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{bytes, shipped};
use geo::Coord;
use khorgos::interact::{Input, Pointer};
use khorgos::projection::ProjectionKind;
use khorgos::scene::{EstimatedText, Item, Segment, Target};
use khorgos::style::Color;
use khorgos::view::{Bounds, Camera, Insets, ScreenPoint};
use khorgos::widget::{Goal, Widget};
use serde_json::{Value, json};

const TENGIZ: Coord = Coord { x: 53.3833, y: 46.1528 };
const ASTANA: Coord = Coord { x: 71.446, y: 51.18 };

/// Colours of the strokes and fills that stand for a flow of the brief.
fn colours(widget: &mut Widget, flow: &str) -> Vec<Color> {
    let brief: Value = serde_json::from_slice(&bytes("assets/briefs/kazakhstan.json")).unwrap();
    let flows = brief["flows"].as_array().unwrap();
    let wanted = Target::Flow(flows.iter().position(|f| f["id"] == flow).unwrap());
    let scene = widget.scene(&EstimatedText).unwrap();
    let colours = scene.items.iter().filter_map(|item| match item {
        Item::Shape { target, fill, stroke, .. } if *target == Some(wanted) => {
            fill.or(stroke.map(|stroke| stroke.color))
        }
        _ => None,
    });
    colours.map(|color| color.with_alpha(255)).collect()
}

fn on(widget: &Widget) -> Vec<String> {
    widget.layers().into_iter().filter(|layer| layer.visible).map(|layer| layer.id).collect()
}

fn camera_of(widget: &mut Widget) -> Camera {
    widget.scene(&EstimatedText).unwrap().camera
}

#[test]
fn a_lens_dims_what_it_is_not_about_and_it_stays_to_be_chosen() {
    let mut widget = shipped(1200.0, 750.0);
    let (china, us) = (colours(&mut widget, "trade-china"), colours(&mut widget, "trade-us"));
    let effects = widget.set_lens(Some("china"));
    assert_eq!(effects.lens, Some(Some("china".to_owned())));
    assert!(effects.draw);
    assert_eq!(colours(&mut widget, "trade-china"), china);
    let dimmed = colours(&mut widget, "trade-us");
    assert_eq!(dimmed.len(), us.len());
    assert!(dimmed.iter().zip(&us).all(|(now, before)| now != before), "{dimmed:?}");
    // What is chosen shows its own colours, whatever the lens.
    widget.select("flow", "trade-us");
    assert_eq!(colours(&mut widget, "trade-us"), us);
    widget.clear_selection();
    widget.set_lens(None);
    assert_eq!(colours(&mut widget, "trade-us"), us);
}

#[test]
fn a_lens_about_everything_dims_nothing() {
    let mut widget = shipped(1200.0, 750.0);
    let before = colours(&mut widget, "trade-us");
    widget.set_lens(Some("all"));
    assert_eq!(colours(&mut widget, "trade-us"), before);
}

#[test]
fn a_dimmed_place_is_still_hit() {
    let mut widget = shipped(1200.0, 750.0);
    widget.set_lens(Some("west"));
    widget.scene(&EstimatedText).unwrap();
    let at = widget.project(Coord { x: 74.8, y: 37.5 }).unwrap();
    assert_eq!(widget.pick(at).map(|named| named.id).as_deref(), Some("base-tajikistan"));
}

#[test]
fn layers_follow_the_lens_and_then_the_hand() {
    let mut widget = shipped(1200.0, 750.0);
    let first = on(&widget);
    widget.set_lens(Some("russia"));
    assert_eq!(on(&widget), ["trade", "security", "pipelines", "sites"]);
    let groups = |widget: &mut Widget| {
        common::legend(widget).into_iter().map(|row| row.label).collect::<Vec<_>>()
    };
    assert!(
        !groups(&mut widget).iter().any(|label| label.contains("Railway")),
        "the legend follows"
    );
    widget.set_layer("transport", true);
    assert!(on(&widget).contains(&"transport".to_owned()));
    assert!(groups(&mut widget).iter().any(|label| label.contains("Railway")));
    assert_eq!(widget.set_lens(None).lens, Some(None));
    assert_eq!(on(&widget), first);
}

#[test]
fn an_unknown_lens_changes_nothing() {
    let mut widget = shipped(1200.0, 750.0);
    widget.set_lens(Some("china"));
    let effects = widget.set_lens(Some("moon"));
    assert!(!effects.draw && effects.lens.is_none());
    let chosen: Vec<_> = widget.lenses().into_iter().filter(|lens| lens.chosen).collect();
    assert_eq!(chosen.len(), 1);
    assert_eq!(chosen[0].id, "china");
}

#[test]
fn a_lens_without_layers_has_those_that_are_on_at_first() {
    let mut brief: Value =
        serde_json::from_slice(&bytes("tests/fixtures/briefs/good_small.json")).unwrap();
    brief["layers"][1]["visible"] = json!(false);
    brief["lenses"] = json!([{"id": "east", "title": "East", "blocs": ["east"]},
        {"id": "none", "title": "None", "layers": []}]);
    let mut widget = shipped(600.0, 400.0);
    widget.set_brief(&serde_json::to_vec(&brief).unwrap()).unwrap();
    widget.set_lens(Some("none"));
    assert!(on(&widget).is_empty());
    widget.set_lens(Some("east"));
    assert_eq!(on(&widget), ["trade-layer"]);
}

#[test]
fn a_flight_goes_frame_by_frame_and_arrives() {
    let mut widget = shipped(1200.0, 750.0);
    let start = camera_of(&mut widget);
    let goal = Goal { fit: vec!["tengiz".to_owned()], ..Goal::default() };
    let effects = widget.fly_to(&goal, true);
    assert!(effects.flying && !effects.view, "nothing has moved yet");
    assert_eq!(camera_of(&mut widget), start);
    let mut frames = 0;
    while widget.advance(16.0).flying {
        frames += 1;
        assert!(frames < 200, "no end");
    }
    assert!((48..=102).contains(&frames), "{frames} frames of 16 ms");
    let at = widget.project(TENGIZ).unwrap();
    assert!(at.distance(ScreenPoint::new(600.0, 375.0)) < 1.0, "{at:?}");
    assert!(!widget.advance(16.0).draw, "nothing is drawn once it has landed");
}

#[test]
fn without_motion_it_arrives_at_once_in_the_same_view() {
    let goal = Goal { centre: Some(ASTANA), zoom: Some(6.0), fit: Vec::new() };
    let (mut cut, mut flown) = (shipped(1200.0, 750.0), shipped(1200.0, 750.0));
    let effects = cut.fly_to(&goal, false);
    assert!(effects.view && !effects.flying);
    flown.fly_to(&goal, true);
    while flown.advance(50.0).flying {}
    assert_eq!(camera_of(&mut cut), camera_of(&mut flown));
    let at = cut.project(ASTANA).unwrap();
    assert!(at.distance(ScreenPoint::new(600.0, 375.0)) < 1e-6, "{at:?}");
    let expected = khorgos::flight::px_per_km_at_zoom(6.0, ASTANA.y);
    assert!((camera_of(&mut cut).px_per_km / expected - 1.0).abs() < 1e-12);
}

#[test]
fn a_gesture_breaks_a_flight_off() {
    let at = ScreenPoint::new(300.0, 300.0);
    let goal = Goal { fit: vec!["tengiz".to_owned()], ..Goal::default() };
    for gesture in [
        |w: &mut Widget, at| w.input(Input::Down { id: 1, at, by: Pointer::Finger, time_ms: 0.0 }),
        |w: &mut Widget, at| w.input(Input::Wheel { at, delta_px: -20.0 }),
        |w: &mut Widget, _| w.pan_by(3.0, 0.0),
        |w: &mut Widget, _| w.zoom_by(1.1, None),
    ] {
        let mut widget = shipped(1200.0, 750.0);
        widget.fly_to(&goal, true);
        assert!(widget.advance(200.0).flying);
        assert!(!gesture(&mut widget, at).flying);
        let here = camera_of(&mut widget);
        assert!(!widget.advance(200.0).flying);
        assert_eq!(camera_of(&mut widget), here);
    }
}

#[test]
fn a_pointer_that_only_hovers_does_not_break_a_flight_off() {
    let mut widget = shipped(1200.0, 750.0);
    widget.fly_to(&Goal { fit: vec!["tengiz".to_owned()], ..Goal::default() }, true);
    widget.advance(100.0);
    assert!(
        widget.input(Input::Move { id: 1, at: ScreenPoint::new(9.0, 9.0), time_ms: 0.0 }).flying
    );
    assert!(widget.advance(100.0).flying);
}

#[test]
fn another_size_or_panel_during_a_flight() {
    let goal = Goal { centre: Some(ASTANA), zoom: Some(7.0), fit: Vec::new() };
    let mut widget = shipped(1200.0, 750.0);
    widget.fly_to(&goal, true);
    widget.advance(100.0);
    widget.set_insets(Insets { right: 360.0, ..Insets::default() });
    assert!(widget.advance(100.0).flying, "a panel lets it fly on");
    widget.resize(800.0, 600.0);
    assert!(!widget.advance(16.0).flying, "in another box it has arrived");
    let at = widget.project(ASTANA).unwrap();
    assert!(at.distance(ScreenPoint::new(400.0, 300.0)) < 1e-6, "{at:?}");
}

#[test]
fn a_view_tells_where_it_is_and_is_found_again() {
    let insets = Insets { top: 20.0, right: 360.0, bottom: 0.0, left: 0.0 };
    for kind in ["azimuthal-equal-area", "conic-conformal", "mercator"] {
        let mut widget = shipped(1200.0, 750.0);
        widget.set_projection(ProjectionKind::from_name(kind).ok());
        assert_eq!(widget.whereabouts(), None, "the first view fits every box");
        widget.set_insets(insets);
        assert_eq!(widget.whereabouts(), None);
        widget.zoom_by(2.5, Some(ScreenPoint::new(300.0, 200.0)));
        widget.pan_by(-40.0, 25.0);
        let before = camera_of(&mut widget);
        let (centre, zoom) = widget.whereabouts().unwrap();
        widget.home();
        widget.fly_to(&Goal { centre: Some(centre), zoom: Some(zoom), fit: Vec::new() }, false);
        let after = camera_of(&mut widget);
        assert!(after.centre.distance(before.centre) < 1e-6, "{kind}: {before:?} {after:?}");
        assert!((after.px_per_km / before.px_per_km - 1.0).abs() < 1e-9, "{kind}: {zoom}");
    }
    assert_eq!(Widget::new().whereabouts(), None);
}

#[test]
fn a_country_that_the_brief_does_not_name_is_flown_to() {
    let mut widget = shipped(1200.0, 750.0);
    assert_eq!(widget.panel("country", "MNG").unwrap().groups, Vec::new());
    widget.fly_to(&Goal { fit: vec!["MNG".to_owned()], ..Goal::default() }, false);
    let at = widget.project(Coord { x: 100.0, y: 46.8 }).unwrap();
    assert!((300.0..900.0).contains(&at.x) && (150.0..600.0).contains(&at.y), "{at:?}");
}

#[test]
fn wild_goals_leave_a_view_within_limits() {
    let mut widget = shipped(1200.0, 750.0);
    let wild = [f64::NAN, f64::INFINITY, -1e300, 1e300, 0.0];
    for x in wild {
        for zoom in wild {
            let goal = Goal { centre: Some(Coord { x, y: x }), zoom: Some(zoom), fit: Vec::new() };
            widget.fly_to(&goal, false);
            widget.advance(zoom);
            let at = widget.project(ASTANA).unwrap();
            assert!(at.x.is_finite() && at.y.is_finite(), "{x} {zoom}: {at:?}");
        }
    }
    let before = camera_of(&mut widget);
    for fit in [vec![], vec!["nowhere".to_owned()]] {
        assert!(!widget.fly_to(&Goal { fit, ..Goal::default() }, true).flying);
    }
    assert_eq!(camera_of(&mut widget), before);
}

/// Whether an item is at least in part on the screen.
fn is_in_sight(item: &Item, camera: &Camera) -> bool {
    let frame = Bounds::of_size(0.0, 0.0, camera.width_px, camera.height_px);
    let on_screen = |at: ScreenPoint| frame.contains(at.x, at.y);
    match item {
        Item::MapPath { path, .. } | Item::Hatch { path, .. } => {
            path.runs.iter().flatten().any(|point| on_screen(camera.to_screen(*point)))
        }
        Item::Shape { outline, .. } => outline.iter().any(|segment| match segment {
            Segment::Move(at) | Segment::Line(at) | Segment::Circle(at, _) => on_screen(*at),
            Segment::Quad(_, at) => on_screen(*at),
            Segment::Close => false,
        }),
        Item::Text { at, .. } => on_screen(*at),
        Item::CurvedText { clusters, .. } => clusters.iter().any(|c| on_screen(c.at)),
    }
}

#[test]
fn every_step_of_the_story_shows_what_it_chooses() {
    let brief: Value = serde_json::from_slice(&bytes("assets/briefs/kazakhstan.json")).unwrap();
    let index = |list: &str, id: &str| {
        brief[list].as_array().unwrap().iter().position(|item| item["id"] == id)
    };
    for (width, height) in [(1200.0, 750.0), (390.0, 700.0)] {
        let mut widget = shipped(width, height);
        let story = widget.story();
        assert!((7..=9).contains(&story.len()));
        for (number, step) in story.iter().enumerate() {
            let effects = widget.show_step(number, false);
            let chosen = effects.select.flatten().unwrap_or_else(|| panic!("{}", step.title));
            assert!(widget.step_panel(number).is_some_and(|panel| !panel.groups.is_empty()));
            let scene = widget.scene(&EstimatedText).unwrap();
            let is_chosen = |target: Target| match target {
                Target::Place(place) => index("places", &chosen.id) == Some(place),
                Target::Flow(flow) => index("flows", &chosen.id) == Some(flow),
                Target::Line(line) => index("lines", &chosen.id) == Some(line),
                Target::Area(area) => index("areas", &chosen.id) == Some(area),
                Target::Country(_) => chosen.kind == "country",
                Target::Disputed(_) | Target::Sum(_) | Target::Group(_) => false,
            };
            let is_shown = scene.items.iter().any(|item| {
                item.target().is_some_and(is_chosen) && is_in_sight(item, &scene.camera)
            });
            assert!(is_shown, "{} at {width}", step.title);
        }
        assert!(!widget.show_step(story.len(), true).flying, "there is no such step");
    }
}

#[test]
fn a_step_sets_its_lens_and_flies() {
    let mut widget = shipped(1200.0, 750.0);
    let effects = widget.show_step(0, true);
    assert!(effects.flying);
    assert_eq!(effects.lens, Some(Some("china".to_owned())));
    assert_eq!(effects.select.flatten().map(|named| named.id).as_deref(), Some("khorgos-gateway"));
    while widget.advance(100.0).flying {}
    let at = widget.project(Coord { x: 80.22, y: 44.19 }).unwrap();
    assert!(Bounds::of_size(0.0, 0.0, 1200.0, 750.0).grown(-20.0).contains(at.x, at.y), "{at:?}");
}

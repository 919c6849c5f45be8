//! The widget without a browser, on the shipped brief.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{bytes, shipped};
use geo::Coord;
use khorgos::interact::{Input, Pointer};
use khorgos::layout::labels::text_parts;
use khorgos::projection::ProjectionKind;
use khorgos::scene::{EstimatedText, Item, Target};
use khorgos::style::Theme;
use khorgos::view::{Bounds, Insets, ScreenPoint};
use khorgos::widget::{Effects, Goal, Widget};
use std::collections::BTreeSet;

fn click(widget: &mut Widget, lon: f64, lat: f64) -> Effects {
    widget.scene(&EstimatedText).unwrap();
    let at = widget.project(Coord { x: lon, y: lat }).unwrap();
    widget.input(Input::Down { id: 1, at, by: Pointer::Mouse, time_ms: 0.0 });
    widget.input(Input::Up { id: 1, at, time_ms: 0.0, glides: false })
}

fn chosen(effects: &Effects) -> Option<(&str, &str)> {
    let named = effects.select.as_ref()?.as_ref()?;
    Some((named.kind, named.id.as_str()))
}

#[test]
fn a_click_chooses_what_is_there() {
    let mut widget = shipped(1200.0, 750.0);
    for (lon, lat, expected) in [
        (71.0, 43.9, ("country", "KAZ")),
        (103.5, 46.8, ("country", "MNG")),
        (80.22, 44.19, ("place", "khorgos-gateway")),
        (74.8, 37.5, ("place", "base-tajikistan")),
    ] {
        assert_eq!(chosen(&click(&mut widget, lon, lat)), Some(expected));
    }
}

#[test]
fn a_drag_moves_the_map_and_is_no_click() {
    let mut widget = shipped(1200.0, 750.0);
    let position = Coord { x: 68.0, y: 48.0 };
    let before = widget.project(position).unwrap();
    let at = ScreenPoint::new(600.0, 400.0);
    widget.input(Input::Down { id: 1, at, by: Pointer::Mouse, time_ms: 0.0 });
    let effects = widget.input(Input::Move { id: 1, at: at.offset(40.0, -25.0), time_ms: 0.0 });
    assert!(effects.view && effects.draw);
    let effects =
        widget.input(Input::Up { id: 1, at: at.offset(40.0, -25.0), time_ms: 0.0, glides: false });
    assert_eq!(effects.select, None);
    let after = widget.project(position).unwrap();
    assert!((after.x - before.x - 40.0).abs() < 1e-9 && (after.y - before.y + 25.0).abs() < 1e-9);
}

#[test]
fn the_wheel_keeps_what_is_under_the_pointer() {
    let mut widget = shipped(1200.0, 750.0);
    let position = Coord { x: 80.22, y: 44.19 };
    let at = widget.project(position).unwrap();
    widget.input(Input::Wheel { at, delta_px: -300.0 });
    let after = widget.project(position).unwrap();
    assert!(at.distance(after) < 1e-9, "{at:?} {after:?}");
}

#[test]
fn two_fingers_zoom_about_their_middle() {
    let mut widget = shipped(390.0, 700.0);
    let position = Coord { x: 70.0, y: 45.0 };
    let middle = widget.project(position).unwrap();
    widget.input(Input::Down {
        id: 1,
        at: middle.offset(-40.0, 0.0),
        by: Pointer::Finger,
        time_ms: 0.0,
    });
    widget.input(Input::Down {
        id: 2,
        at: middle.offset(40.0, 0.0),
        by: Pointer::Finger,
        time_ms: 0.0,
    });
    widget.input(Input::Move { id: 1, at: middle.offset(-80.0, 0.0), time_ms: 0.0 });
    widget.input(Input::Move { id: 2, at: middle.offset(80.0, 0.0), time_ms: 0.0 });
    let effects = widget.input(Input::Up {
        id: 2,
        at: middle.offset(80.0, 0.0),
        time_ms: 0.0,
        glides: false,
    });
    assert_eq!(effects.select, None, "a pinch is no tap");
    assert!(middle.distance(widget.project(position).unwrap()) < 1e-6);
}

#[test]
fn a_wild_wheel_and_pan_stay_within_limits() {
    let mut widget = shipped(1200.0, 750.0);
    let at = ScreenPoint::new(0.0, 0.0);
    for delta_px in [1e300, -1e300, f64::INFINITY, f64::NEG_INFINITY] {
        for _ in 0..50 {
            widget.input(Input::Wheel { at, delta_px });
            widget.pan_by(delta_px, -delta_px);
            widget.zoom_by(delta_px, Some(at));
        }
        let point = widget.project(Coord { x: 68.0, y: 48.0 }).unwrap();
        assert!(point.x.is_finite() && point.y.is_finite(), "{delta_px}: {point:?}");
    }
    widget.home();
    let home = widget.project(Coord { x: 68.0, y: 48.0 }).unwrap();
    assert!(Bounds::of_size(0.0, 0.0, 1200.0, 750.0).contains(home.x, home.y));
}

#[test]
fn a_panel_does_not_cover_what_was_chosen() {
    let mut widget = shipped(1200.0, 750.0);
    widget.zoom_by(3.0, None);
    widget.scene(&EstimatedText).unwrap();
    let gateway = Coord { x: 80.22, y: 44.19 };
    assert!(widget.project(gateway).unwrap().x > 1000.0, "the test wants it at the right edge");
    widget.select("place", "khorgos-gateway");
    let panel = Insets { right: 360.0, ..Insets::default() };
    assert!(widget.set_insets(panel).view);
    let at = widget.project(gateway).unwrap();
    assert!(Bounds::of_size(0.0, 0.0, 840.0, 750.0).contains(at.x, at.y), "{at:?}");
    assert!(!widget.set_insets(panel).view, "it is in sight, nothing moves");
}

#[test]
fn a_click_before_the_next_frame_takes_what_is_on_the_screen() {
    let mut widget = shipped(1200.0, 750.0);
    widget.scene(&EstimatedText).unwrap();
    let at = widget.project(Coord { x: 74.8, y: 37.5 }).unwrap();
    assert!(widget.input(Input::Move { id: 1, at, time_ms: 0.0 }).draw);
    widget.input(Input::Down { id: 1, at, by: Pointer::Mouse, time_ms: 0.0 });
    let effects = widget.input(Input::Up { id: 1, at, time_ms: 0.0, glides: false });
    assert_eq!(chosen(&effects), Some(("place", "base-tajikistan")));
}

#[test]
fn a_hidden_layer_is_neither_drawn_nor_hit() {
    let mut widget = shipped(1200.0, 750.0);
    assert!(widget.set_layer("sites", false).draw);
    assert_eq!(chosen(&click(&mut widget, 74.8, 37.5)), Some(("country", "TJK")));
}

#[test]
fn the_same_input_gives_the_same_scene() {
    let scene = |mut widget: Widget| widget.scene(&EstimatedText).unwrap().clone();
    assert_eq!(scene(shipped(1200.0, 750.0)), scene(shipped(1200.0, 750.0)));
}

#[test]
fn no_text_lies_on_another() {
    for (width, height) in [(1200.0, 750.0), (390.0, 700.0)] {
        let mut widget = shipped(width, height);
        let scene = widget.scene(&EstimatedText).unwrap();
        let texts: Vec<(String, Vec<Bounds>)> = scene
            .items
            .iter()
            .filter_map(|item| match item {
                Item::Text { at, text, width_px, angle_rad, font, .. } => {
                    Some((text.clone(), text_parts(*at, (*width_px, font.size_px), *angle_rad)))
                }
                _ => None,
            })
            .collect();
        assert!(texts.len() > 10, "{} texts", texts.len());
        for (index, (text, parts)) in texts.iter().enumerate() {
            for (other_text, others) in texts.iter().skip(index + 1) {
                let meet = parts.iter().any(|part| others.iter().any(|other| part.overlaps(other)));
                assert!(!meet, "{text:?} lies on {other_text:?} at {width} px");
            }
        }
    }
}

#[test]
fn another_projection_keeps_selection_and_layers() {
    let mut widget = shipped(1200.0, 750.0);
    widget.set_layer("sites", false);
    widget.select("country", "KAZ");
    let layers = widget.layers();
    let selected = |widget: &mut Widget| {
        let scene = widget.scene(&EstimatedText).unwrap();
        scene.items.iter().filter(|item| matches!(item, Item::MapPath { stroke: Some(stroke), .. } if stroke.width_px == 2.0)).count()
    };
    let lit = selected(&mut widget);
    assert!(lit > 0);
    let far_east = Coord { x: 130.0, y: 60.0 };
    let before = widget.project(far_east).unwrap();
    for (_, kind) in ProjectionKind::NAMES {
        widget.set_projection(Some(*kind));
        assert_eq!(widget.layers(), layers, "{kind}");
        assert_eq!(selected(&mut widget), lit, "{kind}");
        let middle = widget.project(Coord { x: 71.0, y: 45.75 }).unwrap();
        assert!(middle.distance(ScreenPoint::new(600.0, 375.0)) < 60.0, "{kind} {middle:?}");
        let is_default = *kind == ProjectionKind::default();
        assert_eq!(widget.project(far_east).unwrap().distance(before) < 1e-9, is_default, "{kind}");
    }
    assert!(widget.set_projection(None).draw);
    assert!(widget.project(far_east).unwrap().distance(before) < 1e-9);
    assert!(!widget.set_projection(None).draw, "it is that of the brief already");
}

#[test]
fn another_projection_keeps_the_middle_and_scale_of_a_moved_view() {
    let mut widget = shipped(1200.0, 750.0);
    let tashkent = Coord { x: 69.3, y: 41.3 };
    let at = widget.project(tashkent).unwrap();
    widget.pan_by(600.0 - at.x, 375.0 - at.y);
    widget.zoom_by(8.0, Some(ScreenPoint::new(600.0, 375.0)));
    let width = |widget: &Widget| {
        let [west, east] = [69.2, 69.4].map(|x| widget.project(Coord { x, y: 41.3 }).unwrap());
        west.distance(east)
    };
    let before = width(&widget);
    for (_, kind) in ProjectionKind::NAMES {
        widget.set_projection(Some(*kind));
        let middle = widget.project(tashkent).unwrap();
        assert!(middle.distance(ScreenPoint::new(600.0, 375.0)) < 1e-6, "{kind} {middle:?}");
        let change = width(&widget) / before;
        // True in area only: Equal Earth is narrower there and taller.
        assert!((0.8..1.25).contains(&change), "{kind} {change}");
    }
}

#[test]
fn a_new_brief_is_drawn_in_the_projection_that_was_set() {
    let mut set = shipped(1200.0, 750.0);
    set.set_projection(Some(ProjectionKind::Mercator));
    set.set_brief(&bytes("assets/briefs/kazakhstan.json")).unwrap();
    let brief = String::from_utf8(bytes("assets/briefs/kazakhstan.json")).unwrap();
    let brief = brief.replacen("\"view\": {", "\"view\": { \"projection\": \"mercator\",", 1);
    let mut asked = shipped(1200.0, 750.0);
    asked.set_brief(brief.as_bytes()).unwrap();
    assert_eq!(set.scene(&EstimatedText), asked.scene(&EstimatedText));
}

#[test]
fn a_broken_brief_leaves_the_last_good_one() {
    let mut widget = shipped(1200.0, 750.0);
    let title = widget.about().unwrap().title;
    assert!(widget.set_brief(b"{").is_err());
    assert!(widget.set_brief(b"{\"version\": 7}").is_err());
    assert!(widget.set_maps([b"[]".as_slice()]).is_err());
    assert_eq!(widget.about().unwrap().title, title);
    assert!(widget.panel("country", "KAZ").is_some());
}

#[test]
fn panels_number_their_sources_in_order() {
    let widget = shipped(1200.0, 750.0);
    let panel = widget.panel("country", "KAZ").unwrap();
    let mut seen = 0;
    for fact in panel.groups.iter().flat_map(|group| &group.facts) {
        for note in &fact.notes {
            assert!((1..=seen + 1).contains(note), "note {note} after {seen}");
            seen = seen.max(*note);
        }
    }
    assert_eq!(seen, panel.sources.len());
    assert!(panel.sources.iter().all(|source| source.tail.starts_with("endnote ")));
}

#[test]
fn without_documents_nothing_is_drawn_and_nothing_breaks() {
    let mut widget = Widget::new();
    widget.resize(0.0, f64::NAN);
    assert!(widget.scene(&EstimatedText).is_none());
    assert_eq!(widget.home(), Effects::default());
    assert!(widget.furniture(&EstimatedText).is_none() && widget.layers().is_empty());
    assert!(widget.set_brief(&bytes("assets/briefs/kazakhstan.json")).is_ok());
    assert!(widget.scene(&EstimatedText).is_none());
}

#[test]
fn only_pointers_change_the_cursor() {
    let mut widget = shipped(1200.0, 750.0);
    widget.scene(&EstimatedText).unwrap();
    let at = widget.project(Coord { x: 80.22, y: 44.19 }).unwrap();
    assert_eq!(widget.input(Input::Move { id: 1, at, time_ms: 0.0 }).cursor, "pointer");
    let fit = vec!["tengiz".to_owned()];
    assert!(widget.fly_to(&Goal { fit, ..Goal::default() }, true).flying);
    let under_way = widget.advance(100.0);
    assert!(under_way.flying && under_way.cursor.is_empty(), "{under_way:?}");
    assert!(widget.home().cursor.is_empty());
    assert_eq!(widget.input(Input::Leave).cursor, "grab");
}

#[test]
fn a_theme_changes_colours_and_nothing_else() {
    let mut widget = shipped(1200.0, 750.0);
    widget.pan_by(30.0, 20.0);
    click(&mut widget, 80.22, 44.19);
    widget.set_layer("trade", false);
    let light = widget.scene(&EstimatedText).unwrap().clone();
    assert!(!widget.set_theme(Theme::LIGHT).draw, "it is on already");
    let effects = widget.set_theme(Theme::DARK);
    assert!(effects.draw && !effects.view && effects.select.is_none());
    let dark = widget.scene(&EstimatedText).unwrap().clone();
    assert_eq!(dark.camera, light.camera);
    assert_ne!(dark.ground, light.ground);
    let bare = |item: &Item| match item {
        Item::MapPath { target, path, .. } | Item::Hatch { target, path, .. } => {
            format!("{target:?} {}", path.key)
        }
        Item::Shape { target, outline, .. } => format!("{target:?} {outline:?}"),
        Item::Text { target, at, text, font, .. } => format!("{target:?} {at:?} {text} {font:?}"),
        Item::CurvedText { target, clusters, font, .. } => {
            format!("{target:?} {clusters:?} {font:?}")
        }
    };
    let bare = |items: &[Item]| items.iter().map(bare).collect::<Vec<_>>();
    assert_eq!(bare(&dark.items), bare(&light.items));
    assert!(!widget.layers().iter().any(|layer| layer.id == "trade" && layer.visible));

    widget.set_theme(Theme::LIGHT);
    assert_eq!(widget.scene(&EstimatedText), Some(&light));
    // A new brief keeps the theme.
    widget.set_theme(Theme::PRINT);
    widget.set_brief(&bytes("assets/briefs/kazakhstan.json")).unwrap();
    assert_eq!(widget.scene(&EstimatedText).unwrap().ground, Theme::PRINT.sea);
}

#[test]
fn the_picture_that_is_taken_away_has_nothing_of_the_screen_s() {
    let mut widget = shipped(1200.0, 750.0);
    let clear = widget.plate(&EstimatedText).unwrap();
    let before = widget.scene(&EstimatedText).unwrap().clone();
    widget.set_obstacles(vec![Bounds::of_size(0.0, 0.0, 700.0, 750.0)]);
    let at = widget.project(Coord { x: 80.22, y: 44.19 }).unwrap();
    widget.input(Input::Move { id: 1, at, time_ms: 0.0 });
    assert_ne!(widget.scene(&EstimatedText), Some(&before));
    assert_eq!(widget.plate(&EstimatedText), Some(clear));
    let scene = widget.plate(&EstimatedText).unwrap();
    let page = widget.page(&scene).unwrap();
    assert!(page.description.contains("Natural Earth") && page.description.contains("MERICS"));
}

#[test]
fn countries_are_listed_with_the_names_that_the_map_has() {
    assert_eq!(Widget::new().countries(), Vec::new());
    let mut widget = shipped(1200.0, 750.0);
    widget.add_names("ru", r#"{"MNG": "Монголия"}"#.as_bytes()).unwrap();
    let countries = widget.countries();
    let find = |id: &str| countries.iter().find(|country| country.id == id).unwrap();
    assert_eq!(find("MNG").title.text, "Mongolia");
    assert!(find("MNG").names.contains(&"Mongolia".to_owned()));
    assert!(find("MNG").names.contains(&"Монголия".to_owned()));
    assert_eq!(find("KAZ").title.text, "Kazakhstan");
    assert!(countries.len() > 150, "{}", countries.len());
}

#[test]
fn every_fact_is_told_once_part_by_part() {
    assert_eq!(Widget::new().facts(0, 10), None);
    let widget = shipped(1200.0, 750.0);
    let brief: serde_json::Value =
        serde_json::from_slice(&bytes("assets/briefs/kazakhstan.json")).unwrap();
    let wanted: Vec<&str> =
        brief["facts"].as_array().unwrap().iter().filter_map(|fact| fact["id"].as_str()).collect();
    let mut first = 0;
    while let Some(part) = widget.facts(first, 50) {
        let facts: Vec<_> = part.groups.iter().flat_map(|group| &group.facts).collect();
        let most = facts.iter().flat_map(|fact| &fact.notes).max();
        assert_eq!(most.copied().unwrap_or_default(), part.sources.len());
        // By theme within a part, the parts in the brief's order.
        let told: BTreeSet<&str> = facts.iter().map(|fact| fact.id.as_str()).collect();
        let end = wanted.len().min(first + 50);
        assert_eq!(told, wanted[first..end].iter().copied().collect());
        assert_eq!(facts.len(), end - first);
        first = end;
    }
    assert_eq!(first, wanted.len());
    assert_eq!(widget.facts(usize::MAX, usize::MAX), None);
}

/// A phone showed half of the country that the brief is about, and the other end not at all.
#[test]
fn without_an_extent_both_ends_of_a_flow_are_in_sight() {
    for (width, height) in [(1200.0, 750.0), (390.0, 700.0), (390.0, 320.0), (320.0, 640.0)] {
        let mut widget = shipped(width, height);
        widget
            .set_brief(&bytes("tests/fixtures/briefs/good_one_flow_without_extent.json"))
            .unwrap();
        for scene in
            [widget.plate(&EstimatedText).unwrap(), widget.scene(&EstimatedText).unwrap().clone()]
        {
            let flow = scene.items.iter().filter(|item| item.target() == Some(Target::Flow(0)));
            assert!(flow.count() > 2, "the flow is drawn at {width} x {height}");
        }
        for (x, y) in [(67.0, 48.0), (104.0, 36.0)] {
            let at = widget.project(Coord { x, y }).unwrap();
            assert!((0.0..width).contains(&at.x) && (0.0..height).contains(&at.y), "{at:?}");
        }
    }
}

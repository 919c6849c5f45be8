//! Everything that a page and its reader can do to a map, in any order.

use super::{BRIEFS, Choices, base_map, takeaway};
use khorgos::interact::{Input, Pointer};
use khorgos::projection::ProjectionKind;
use khorgos::scene::EstimatedText;
use khorgos::speech::Speech;
use khorgos::style::Theme;
use khorgos::view::{Bounds, Camera, Insets, ScreenPoint};
use khorgos::widget::{Goal, Walk, Widget};
use khorgos::worldview::WorldView;

/// Events on a widget, from bytes; what it shows then can be shown again.
pub fn interact(data: &[u8]) {
    let mut widget = after_events(data);
    let state = widget.state();
    assert!(widget.set_state(state.as_deref().unwrap_or_default()), "{state:?}");
    assert_eq!(widget.state(), state);
}

/// The widget on which [`after_events`] lets events go.
pub fn before_events(choices: &mut Choices) -> Widget {
    let (brief, shipped) = BRIEFS[choices.below(BRIEFS.len())];
    let mut widget = Widget::new();
    widget.resize(400.0, 300.0);
    widget.set_map((*base_map(shipped)).clone()).expect("a good map");
    widget.set_brief(brief).expect("a good brief");
    widget
}

/// A widget after events.
pub fn after_events(data: &[u8]) -> Widget {
    let mut choices = Choices::new(data);
    let mut widget = before_events(&mut choices);
    // What is drawn takes longest.
    let mut pictures = 0;
    while !choices.is_empty() {
        match choices.below(20) {
            0..=5 => drop(widget.input(input(&mut choices))),
            6 if pictures < 6 => {
                pictures += 1;
                if let Some(scene) = widget.scene(&EstimatedText) {
                    takeaway(scene);
                }
                widget.told(&EstimatedText);
                widget.furniture(&EstimatedText);
                widget.lit();
            }
            7 if pictures < 6 => {
                pictures += 1;
                if let Some(plate) = widget.plate(&EstimatedText) {
                    takeaway(&plate);
                }
            }
            8 => look(&mut widget, &mut choices),
            9 => choose(&mut widget, &mut choices),
            10 => fly(&mut widget, &mut choices),
            11 => drop(widget.advance(choices.number())),
            12 => arrange(&mut widget, &mut choices),
            13 if pictures < 6 => {
                pictures += 1;
                let way = match choices.below(3) {
                    0 => Walk::Along(i32::from(choices.byte()) - 128),
                    1 => Walk::Kind((i32::from(choices.byte()) - 128) * 10_000_000),
                    _ => Walk::Towards(choices.number(), choices.number()),
                };
                widget.walk(way, &EstimatedText);
            }
            14 => restore(&mut widget, &mut choices),
            15 => {
                let at = point(&mut choices);
                widget.pick(at);
                widget.press(at);
                widget.gauge();
                widget.marks(choices.number());
            }
            16 => ask(&widget, &mut choices),
            17 => widget.set_speech(Speech::plain(choices.one_of(&["en", "fa", "kk", "x", ""]))),
            18 => drop(widget.home()),
            _ => {
                widget.prepare();
            }
        }
        let state = widget.state().expect("something to show");
        let [centre, scale] = [&state[6..8], &state[8..9]];
        assert!(centre.iter().chain(scale).all(|number| number.is_finite()), "{state:?}");
        assert!(scale[0] > 0.0, "{state:?}");
    }
    widget
}

fn point(choices: &mut Choices) -> ScreenPoint {
    ScreenPoint::new(choices.number(), choices.number())
}

fn input(choices: &mut Choices) -> Input {
    let id = i32::from(choices.byte() % 4);
    let (at, time_ms) = (point(choices), f64::from(choices.byte()));
    let by = choices.one_of(&[Pointer::Mouse, Pointer::Finger, Pointer::PageFinger]);
    match choices.below(10) {
        0 | 1 => Input::Down { id, at, by, time_ms },
        2 | 3 => Input::Move { id, at, time_ms },
        4 | 5 => Input::Up { id, at, time_ms: choices.number(), glides: choices.flag() },
        6 => Input::Hold,
        7 => Input::Tapped,
        8 => Input::Wheel { at, delta_px: choices.number() },
        _ if choices.flag() => Input::Cancel { id },
        _ => Input::Leave,
    }
}

fn look(widget: &mut Widget, choices: &mut Choices) {
    match choices.below(4) {
        0 => drop(widget.zoom_by(choices.number(), None)),
        1 => {
            let at = point(choices);
            widget.zoom_by(choices.number(), Some(at));
        }
        2 => drop(widget.pan_by(choices.number(), choices.number())),
        _ => {
            let (left, top) = (choices.number(), choices.number());
            let part = Bounds::of_size(left, top, choices.number(), choices.number());
            widget.show_part(part, choices.flag());
        }
    }
}

fn choose(widget: &mut Widget, choices: &mut Choices) {
    let ids: Vec<String> = widget.countries().into_iter().map(|country| country.id).collect();
    match choices.below(8) {
        0 => {
            let kind = choices.one_of(&["country", "flow", "place", "line", "area", "x", ""]);
            let id = ids.get(choices.below(ids.len().max(1))).map_or("x", String::as_str);
            widget.select(kind, id);
        }
        1 => drop(widget.clear_selection()),
        2 => {
            let layers = widget.layers();
            if !layers.is_empty() {
                let layer = choices.below(layers.len());
                widget.set_layer(&layers[layer].id, choices.flag());
            }
        }
        3 => {
            let lenses = widget.lenses();
            let lens = lenses.get(choices.below(4)).map(|lens| lens.id.clone());
            widget.set_lens(lens.as_deref());
        }
        4 => drop(widget.show_step(choices.below(6), choices.flag())),
        5 => {
            let kind = choices.one_of(ProjectionKind::NAMES).1;
            widget.set_projection((!choices.flag()).then_some(kind));
        }
        6 => {
            let view = choices.one_of(WorldView::WORDS).1;
            widget.set_worldview((!choices.flag()).then_some(view));
        }
        _ => drop(widget.set_theme(choices.one_of(&[Theme::LIGHT, Theme::DARK, Theme::PRINT]))),
    }
}

fn fly(widget: &mut Widget, choices: &mut Choices) {
    let centre = choices.flag().then(|| geo::Coord { x: choices.number(), y: choices.number() });
    let zoom = choices.flag().then(|| choices.number());
    let ids: Vec<String> = widget.countries().into_iter().map(|country| country.id).collect();
    let mut fit = Vec::new();
    for _ in 0..choices.below(4) {
        fit.extend(ids.get(choices.below(ids.len().max(1))).cloned());
    }
    widget.fly_to(&Goal { centre, zoom, fit }, choices.flag());
    widget.whereabouts();
}

fn arrange(widget: &mut Widget, choices: &mut Choices) {
    match choices.below(5) {
        0 => widget.resize(choices.side_px(), choices.side_px()),
        1 => widget.resize(choices.number(), choices.number()),
        2 => {
            let (top, right) = (choices.number(), choices.number());
            let (bottom, left) = (choices.number(), choices.number());
            widget.set_insets(Insets { top, right, bottom, left });
        }
        3 => {
            let (left, top) = (choices.number(), choices.number());
            let part = Bounds::of_size(left, top, choices.number(), choices.number());
            widget.set_obstacles(vec![part; choices.below(3)]);
        }
        _ => widget.set_margin(choices.number()),
    }
}

/// Takes a state with some numbers changed.
fn restore(widget: &mut Widget, choices: &mut Choices) {
    let mut state = widget.state().expect("something to show");
    for _ in 0..choices.below(4) {
        let at = choices.below(state.len());
        state[at] = choices.number();
    }
    state.truncate(state.len() - choices.below(3));
    widget.set_state(&state);
    let (x, y) = (choices.number(), choices.number());
    let centre = khorgos::projection::MapPoint::new(x, y);
    let (width_px, height_px) = widget.size_px();
    widget.shift_from(&Camera { centre, px_per_km: choices.number(), width_px, height_px });
}

fn ask(widget: &Widget, choices: &mut Choices) {
    widget.about();
    widget.story();
    widget.csv(None);
    widget.lens_panel();
    widget.step_panel(choices.below(6));
    widget.facts(choices.below(300), choices.below(300));
    widget.cursor();
    widget.project(geo::Coord { x: choices.number(), y: choices.number() });
    for sum in ["sum:0", "x", "0-1"] {
        widget.csv_of_sum(sum);
        widget.panel("sum", sum);
    }
}

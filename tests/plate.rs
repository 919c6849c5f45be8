//! Plates: what the picture is read by is in it, whole, and on nothing.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{bytes, legend, shipped};
use khorgos::projection::MapPoint;
use khorgos::scene::{Anchor, EstimatedText, Item, Scene};
use khorgos::speech::Speech;
use khorgos::style::Theme;
use khorgos::view::Bounds;
use khorgos::widget::Widget;

const SIZES: [(f64, f64); 3] = [(1200.0, 750.0), (390.0, 700.0), (800.0, 1000.0)];

fn plate(widget: &Widget) -> Scene {
    widget.plate(&EstimatedText).unwrap()
}

/// The boxes of the grounds on which the furniture stands.
fn cards(scene: &Scene) -> Vec<Bounds> {
    let paper = Theme::LIGHT.paper.rgb;
    let cards = scene.items.iter().filter_map(|item| match item {
        Item::Shape { target: None, outline, fill: Some(fill), .. }
            if fill.rgb == paper && outline.len() == 5 =>
        {
            let mut bounds = Bounds::EMPTY;
            for segment in outline {
                if let khorgos::scene::Segment::Move(p) | khorgos::scene::Segment::Line(p) = segment
                {
                    bounds.include(p.x, p.y);
                }
            }
            Some(bounds)
        }
        _ => None,
    });
    cards.collect()
}

/// Texts that stand at one of their ends: those of the furniture.
fn written(scene: &Scene) -> Vec<(&str, Bounds)> {
    let texts = scene.items.iter().filter_map(|item| match item {
        Item::Text { text, at, anchor, width_px, font, .. } => {
            let left = match anchor {
                Anchor::Left => at.x,
                Anchor::Right => at.x - width_px,
                Anchor::Middle => return None,
            };
            let top = at.y - font.size_px / 2.0;
            Some((text.as_str(), Bounds::of_size(left, top, *width_px, font.size_px)))
        }
        _ => None,
    });
    texts.collect()
}

fn holds(outer: &Bounds, inner: &Bounds) -> bool {
    outer.left <= inner.left
        && outer.top <= inner.top
        && outer.right >= inner.right
        && outer.bottom >= inner.bottom
}

#[test]
fn it_says_what_the_picture_is_and_whom_it_is_owed_to() {
    for (width, height) in SIZES {
        let scene = plate(&shipped(width, height));
        let all: String = written(&scene).iter().map(|(text, _)| format!("{text} ")).collect();
        for part in [
            "Kazakhstan between China,",
            "Oyuna Baldakova,",
            "(MERICS),",
            "Natural Earth",
            "OpenStreetMap contributors",
            "\u{a0}km",
            "Width of a flow",
            "amount not given",
        ] {
            assert!(all.contains(part), "{part} is not on the plate of {width} x {height}: {all}");
        }
    }
}

#[test]
fn everything_written_lies_on_its_card_within_the_picture() {
    for (width, height) in SIZES {
        let scene = plate(&shipped(width, height));
        let (cards, frame) = (cards(&scene), Bounds::of_size(0.0, 0.0, width, height));
        assert!(cards.len() >= 3, "{cards:?}");
        for (index, card) in cards.iter().enumerate() {
            assert!(holds(&frame, card), "{card:?} of {width} x {height}");
            let others = cards.iter().skip(index + 1);
            assert!(others.into_iter().all(|other| !other.overlaps(card)), "{cards:?}");
        }
        for (text, part) in written(&scene) {
            assert!(cards.iter().any(|card| holds(card, &part)), "{text} of {width} x {height}");
        }
    }
}

#[test]
fn no_text_of_the_map_lies_on_a_card() {
    for (width, height) in SIZES {
        for lens in [None, Some("china"), Some("west")] {
            let mut widget = shipped(width, height);
            widget.set_lens(lens);
            let scene = plate(&widget);
            let cards = cards(&scene);
            for item in &scene.items {
                let (text, at, reach) = match item {
                    Item::Text {
                        text, at, anchor: Anchor::Middle, width_px, angle_rad, ..
                    } => (text.clone(), *at, width_px / 2.0 * libm::cos(*angle_rad)),
                    Item::CurvedText { clusters, .. } => {
                        let middle = &clusters[clusters.len() / 2];
                        (middle.text.clone(), middle.at, middle.width_px / 2.0)
                    }
                    _ => continue,
                };
                for end in [at.x - reach, at.x, at.x + reach] {
                    let on = cards.iter().any(|card| card.contains(end, at.y));
                    assert!(!on, "{text} of {width} x {height} with {lens:?}");
                }
            }
        }
    }
}

#[test]
fn a_lens_is_named() {
    for (width, height) in SIZES {
        let mut widget = shipped(width, height);
        let names = |widget: &Widget| {
            written(&plate(widget)).iter().filter(|(text, _)| *text == "The West").count()
        };
        let before = names(&widget);
        widget.set_lens(Some("west"));
        assert_eq!(names(&widget), before + 1, "{width} x {height}");
    }
}

#[test]
fn its_legend_is_that_of_what_is_on_it() {
    let mut widget = shipped(1200.0, 750.0);
    widget.set_lens(Some("russia"));
    let scene = plate(&widget);
    let texts: Vec<&str> = written(&scene).into_iter().map(|(text, _)| text).collect();
    assert!(texts.contains(&"Russia") && !texts.contains(&"Railway (schematic)"), "{texts:?}");
    let rows = legend(&mut widget);
    let first_words = |label: &str| label.split(' ').next().unwrap().to_owned();
    for row in rows {
        let word = first_words(&row.label);
        assert!(texts.iter().any(|text| text.contains(&word)), "{} in {texts:?}", row.label);
    }
}

#[test]
fn a_language_that_runs_to_the_left_turns_it_round() {
    let mut widget = shipped(1200.0, 750.0);
    let here = cards(&plate(&widget));
    widget.set_speech(Speech::plain("fa"));
    let scene = plate(&widget);
    assert!(scene.right_to_left);
    let there = cards(&scene);
    // The title: 16 px from the other side.
    assert_eq!((here[0].left, there[0].right), (16.0, 1184.0));
    for item in &scene.items {
        if let Item::Text { anchor, text, .. } = item {
            assert_ne!(*anchor, Anchor::Left, "{text}");
        }
    }
    // English in it keeps its own direction.
    let isolated = |(text, _): &(&str, Bounds)| text.starts_with("\u{2068}Oyuna");
    assert!(written(&scene).iter().any(isolated));
}

#[test]
fn the_map_lies_clear_of_title_and_legend_on_a_narrow_one() {
    let scene = plate(&shipped(390.0, 700.0));
    let cards = cards(&scene);
    let (title, foot) = (cards[0], cards[cards.len() - 1]);
    assert_eq!((title.left, title.right, title.top), (0.0, 390.0, 0.0));
    assert_eq!((foot.left, foot.right, foot.bottom), (0.0, 390.0, 700.0));
    // The map is the one of a box of that height, moved below the title.
    let mut alone = shipped(390.0, foot.top - title.bottom);
    let alone = alone.scene(&EstimatedText).unwrap().camera;
    let place = MapPoint::new(100.0, -200.0);
    let (here, there) = (alone.to_screen(place), scene.camera.to_screen(place));
    assert!(here.offset(0.0, title.bottom).distance(there) < 1e-6, "{here:?} {there:?}");
    assert!(scene.items.iter().any(|item| matches!(item, Item::Text { at, .. }
        if at.y > title.bottom && at.y < foot.top)));
}

#[test]
fn a_small_one_gives_the_map_the_room_of_the_legend_s_symbols() {
    let has = |height_px: f64, text: &str| {
        written(&plate(&shipped(390.0, height_px))).iter().any(|(written, _)| *written == text)
    };
    for kept in ["Partner", "Width of a flow", "Oil pipeline"] {
        assert!(has(700.0, kept) && has(1000.0, kept), "{kept}");
    }
    assert!(has(1000.0, "Dry port") && !has(700.0, "Dry port"));
}

#[test]
fn a_view_that_was_moved_stays_moved() {
    let mut widget = shipped(1200.0, 750.0);
    let home = plate(&widget).camera;
    widget.zoom_by(3.0, None);
    let near = plate(&widget).camera;
    assert!((near.px_per_km / home.px_per_km - 3.0).abs() < 1e-9);
    widget.pan_by(-100.0, 0.0);
    assert!(plate(&widget).camera.centre.x > near.centre.x);
}

#[test]
fn what_is_too_small_for_one_is_drawn_without() {
    let mut widget = shipped(200.0, 150.0);
    let scene = plate(&widget);
    assert!(written(&scene).is_empty());
    assert_eq!(Some(&scene), widget.scene(&EstimatedText));
    assert!(Widget::new().plate(&EstimatedText).is_none());
}

#[test]
fn long_titles_and_odd_letters_break_nothing() {
    let brief = String::from_utf8(bytes("assets/briefs/kazakhstan.json")).unwrap();
    let title = "Kazakhstan between China, Russia and the West";
    let odd = format!("{} {}", "e\u{301}\u{1f30d}".repeat(60), "long ".repeat(40));
    for (width, height) in SIZES {
        let mut widget = shipped(width, height);
        widget.set_brief(brief.replacen(title, &odd, 1).as_bytes()).unwrap();
        let scene = plate(&widget);
        let frame = Bounds::of_size(0.0, 0.0, width, height);
        assert!(cards(&scene).iter().all(|card| holds(&frame, card)), "{width} x {height}");
    }
}

#[test]
fn whom_a_picture_is_owed_to_is_in_it_however_low_it_is() {
    let sizes = [(320.0, 320.0), (390.0, 320.0), (390.0, 500.0), (640.0, 400.0), (682.0, 426.0)];
    for size in sizes.into_iter().chain([(800.0, 300.0)]).chain(SIZES) {
        let scene = plate(&shipped(size.0, size.1));
        let texts: Vec<&str> = scene
            .items
            .iter()
            .filter_map(|item| match item {
                Item::Text { text, .. } => Some(text.as_str()),
                _ => None,
            })
            .collect();
        let said = texts.join(" ");
        for owed in ["Oyuna Baldakova", "Natural Earth", "OpenStreetMap", "Energy Monitor"] {
            assert!(said.contains(owed), "{owed} at {size:?}: {said}");
        }
        let is_low = size.1 < 350.0;
        assert!(is_low || said.contains("Partner"), "{size:?}: {said}");
    }
}

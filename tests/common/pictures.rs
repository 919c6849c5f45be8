//! The pictures of which there are snapshots, made from bytes, so that a browser can make them too.

#![allow(dead_code, reason = "each suite uses a part")]

use khorgos::export::listing;
use khorgos::scene::EstimatedText;
use khorgos::speech::Speech;
use khorgos::widget::{Goal, Widget};

/// A small brief that has every kind of sign, on a small made-up map.
pub fn small(width_px: f64, height_px: f64) -> Widget {
    let map: &[u8] = include_bytes!("../fixtures/maps/small.topo.json");
    let mut widget = Widget::new();
    widget.set_maps([map]).unwrap();
    widget.resize(width_px, height_px);
    widget.set_brief(include_bytes!("../fixtures/briefs/every_sign.json")).unwrap();
    widget
}

/// The same in Persian, with the words of the interface.
pub fn small_in_persian(width_px: f64, height_px: f64) -> Widget {
    let mut widget = small(width_px, height_px);
    let words = include_bytes!("../../assets/words/fa.json");
    widget.set_speech(Speech::plain("fa").with_words(words).unwrap());
    widget
}

/// The shipped brief on the shipped map.
pub fn kazakhstan(width_px: f64, height_px: f64) -> Widget {
    let maps: [&[u8]; 2] = [
        include_bytes!("../../assets/map/base.topo.json"),
        include_bytes!("../../assets/map/osm.topo.json"),
    ];
    let mut widget = Widget::new();
    widget.set_maps(maps).unwrap();
    widget.resize(width_px, height_px);
    widget.set_brief(include_bytes!("../../assets/briefs/kazakhstan.json")).unwrap();
    widget
}

/// The same between Almaty and the border.
pub fn khorgos_from_near() -> Widget {
    let mut widget = kazakhstan(600.0, 400.0);
    let fit = ["almaty", "khorgos-gateway"].map(str::to_owned).to_vec();
    widget.fly_to(&Goal { centre: None, zoom: None, fit }, false);
    widget
}

/// What is laid out of a widget's picture as text: flows, symbols and labels without the map itself.
pub fn layout_text(widget: &mut Widget) -> String {
    let mut is_map = false;
    let mut text = String::new();
    for line in scene_text(widget).lines() {
        if !line.starts_with(' ') {
            is_map = line.starts_with("path") || line.starts_with("hatch");
        }
        if !is_map {
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}

/// A widget's picture as text.
pub fn scene_text(widget: &mut Widget) -> String {
    listing(widget.scene(&EstimatedText).unwrap())
}

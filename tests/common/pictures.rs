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

/// The shipped brief on the shipped map, between Almaty and the border.
pub fn khorgos_from_near() -> Widget {
    let maps: [&[u8]; 2] = [
        include_bytes!("../../assets/map/base.topo.json"),
        include_bytes!("../../assets/map/osm.topo.json"),
    ];
    let mut widget = Widget::new();
    widget.set_maps(maps).unwrap();
    widget.resize(600.0, 400.0);
    widget.set_brief(include_bytes!("../../assets/briefs/kazakhstan.json")).unwrap();
    let fit = ["almaty", "khorgos-gateway"].map(str::to_owned).to_vec();
    widget.fly_to(&Goal { centre: None, zoom: None, fit }, false);
    widget
}

/// A widget's picture as text.
pub fn scene_text(widget: &mut Widget) -> String {
    listing(widget.scene(&EstimatedText).unwrap())
}

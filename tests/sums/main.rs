//! Thousands of flows, drawn as sums: the index, the picture, legend, panel and ids.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../common/mod.rs"]
mod common;

mod exact;
mod levels;
mod panel;
mod picture;

use common::many::{Many, world};
use khorgos::model::{End, Model};
use khorgos::sums::{Level, Sums};
use khorgos::widget::Widget;
use serde_json::Value;
use std::collections::BTreeMap;

const MIXED: Many = Many { seed: 3, flows: 1500, countries: 60, places: 0, mixed: true };
const AMONG_PLACES: Many = Many { seed: 4, flows: 1200, countries: 20, places: 300, mixed: true };
const PLAIN: Many = Many { seed: 1, flows: 3000, countries: 200, places: 0, mixed: false };

fn sums_of(many: Many) -> (Model, Sums) {
    let atlas = many.atlas();
    let sums = (*atlas.sums.unwrap()).clone();
    (atlas.model, sums)
}

fn shown(many: Many, width_px: f64, height_px: f64) -> Widget {
    widget_of(&many.document(&world()), width_px, height_px)
}

/// A widget of a size with a brief on the shipped map's first part.
fn widget_of(document: &Value, width_px: f64, height_px: f64) -> Widget {
    let mut widget = Widget::new();
    let map = common::bytes("assets/map/base.topo.json");
    widget.set_maps([map.as_slice()]).unwrap();
    widget.resize(width_px, height_px);
    widget.set_brief(document.to_string().as_bytes()).unwrap();
    widget
}

/// The group of each end on a level.
fn groups(sums: &Sums, level: &Level) -> BTreeMap<End, usize> {
    (0..level.groups.len())
        .flat_map(|group| sums.members_of(level, group).into_iter().map(move |end| (end, group)))
        .collect()
}

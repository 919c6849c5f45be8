//! The order in which a brief names its things is no part of the picture.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::flow_sets::Random;
use common::{base_map, bytes};
use khorgos::export::{Page, svg};
use khorgos::scene::EstimatedText;
use khorgos::sorted::sort;
use khorgos::widget::Widget;
use serde_json::Value;

/// A list in another order.
fn shuffle(list: &mut Value, random: &mut Random) {
    let list = list.as_array_mut().unwrap();
    for last in (1..list.len()).rev() {
        list.swap(last, random.below(last + 1));
    }
}

/// The elements of a picture, whatever lies above whatever.
fn elements(document: &Value) -> Vec<String> {
    let mut widget = Widget::new();
    widget.set_map(base_map()).unwrap();
    widget.resize(1200.0, 750.0);
    widget.set_brief(document.to_string().as_bytes()).unwrap();
    let picture = svg(widget.scene(&EstimatedText).unwrap(), &Page::default());
    let mut lines: Vec<String> = picture.lines().map(str::to_owned).collect();
    sort(&mut lines);
    lines
}

#[test]
fn the_order_of_things_is_no_part_of_the_picture() {
    // Which of several flows of one pair runs outermost is for the brief to say.
    const KEYS: [&str; 4] = ["facts", "places", "lines", "areas"];
    for name in ["assets/briefs/kazakhstan.json", "tests/fixtures/briefs/good_every_member.json"] {
        let document: Value = serde_json::from_slice(&bytes(name)).unwrap();
        let as_it_is = elements(&document);
        for (seed, key) in (1u64..).zip(KEYS) {
            let mut other = document.clone();
            shuffle(&mut other[key], &mut Random(seed));
            let others = elements(&other);
            let differ: Vec<&String> =
                others.iter().filter(|line| !as_it_is.contains(line)).collect();
            assert!(
                differ.is_empty() && others.len() == as_it_is.len(),
                "{name}, {key}: {differ:#?}"
            );
        }
    }
}

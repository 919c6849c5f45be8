//! The order in which a brief names its things is no part of the picture.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::flow_sets::Random;
use common::many::{Many, world};
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

/// A document whose table has its last member first.
fn turned_round(document: &Value, key: &str) -> String {
    let mut rest = document.clone();
    let table = rest.as_object_mut().unwrap().remove(key).unwrap();
    let members = table.as_object().unwrap().iter().rev();
    let members: Vec<String> = members.map(|(key, value)| format!("{key:?}:{value}")).collect();
    let rest = rest.to_string();
    format!("{{{key:?}:{{{}}},{}", members.join(","), rest.strip_prefix('{').unwrap())
}

/// The elements of a picture, the lowest first.
fn elements(document: &str) -> Vec<String> {
    let mut widget = Widget::new();
    widget.set_map(base_map()).unwrap();
    widget.resize(1200.0, 750.0);
    widget.set_brief(document.as_bytes()).unwrap();
    let picture = svg(widget.scene(&EstimatedText).unwrap(), &Page::default());
    picture.lines().map(str::to_owned).collect()
}

fn assert_same(as_it_is: &[String], others: &[String], what: &str) {
    let differs = as_it_is.iter().zip(others).find(|(one, other)| one != other);
    assert_eq!(differs, None, "{what}");
    assert_eq!(as_it_is.len(), others.len(), "{what}");
}

#[test]
fn the_order_of_things_is_no_part_of_the_picture() {
    // Of places, lines and areas, the brief says by it which lies above which.
    const LISTS: [(&str, bool); 5] =
        [("facts", true), ("flows", true), ("places", false), ("lines", false), ("areas", false)];
    const TABLES: [&str; 4] = ["actors", "measures", "sources", "blocs"];
    for name in [
        "assets/briefs/kazakhstan.json",
        "tests/fixtures/briefs/good_every_member.json",
        "tests/fixtures/briefs/good_world.json",
    ] {
        let document: Value = serde_json::from_slice(&bytes(name)).unwrap();
        let mut as_it_is = elements(&document.to_string());
        let has = |key: &str| document.get(key).is_some();
        for key in TABLES.into_iter().filter(|key| has(key)) {
            let others = elements(&turned_round(&document, key));
            assert_same(&as_it_is, &others, &format!("{name}, {key}"));
        }
        for (seed, (key, is_as_high)) in (1u64..).zip(LISTS.into_iter().filter(|(key, _)| has(key)))
        {
            let mut other = document.clone();
            shuffle(&mut other[key], &mut Random(seed));
            let mut others = elements(&other.to_string());
            if !is_as_high {
                sort(&mut as_it_is);
                sort(&mut others);
            }
            assert_same(&as_it_is, &others, &format!("{name}, {key}"));
        }
    }
}

/// Sums of flows too.
#[test]
fn the_order_of_thousands_of_flows_is_no_part_of_the_picture() {
    let many = Many { seed: 3, flows: 2000, countries: 60, places: 0, mixed: true };
    let document = many.document(&world());
    let as_it_is = elements(&document.to_string());
    for (seed, key) in (1u64..).zip(["facts", "flows"]) {
        let mut other = document.clone();
        shuffle(&mut other[key], &mut Random(seed));
        assert_same(&as_it_is, &elements(&other.to_string()), key);
    }
}

//! What the README shows works as it stands there.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{base_map, bytes};
use khorgos::widget::Widget;

/// The brief in the section of that name, whose texts are left to the reader.
fn example() -> String {
    let readme = String::from_utf8(bytes("README.md")).unwrap();
    let (_, section) = readme.split_once("\n## The brief\n").unwrap();
    let lines = section.lines().skip_while(|line| line.is_empty());
    let block: Vec<&str> = lines.take_while(|line| line.starts_with("    ")).collect();
    block.join("\n").replace("https://…", "https://example.org/")
}

#[test]
fn the_example_of_a_brief_is_one() {
    let mut widget = Widget::default();
    widget.set_map(base_map()).unwrap();
    let problems = widget.set_brief(example().as_bytes()).err();
    assert_eq!(problems.map(|problems| problems.to_string()), None);
}

#[test]
fn a_slip_in_it_is_told_with_its_place() {
    let mut widget = Widget::default();
    widget.set_map(base_map()).unwrap();
    let slipped = example().replace("\"value\": 18.19", "\"value\": \"18,19\"");
    let problems = widget.set_brief(slipped.as_bytes()).unwrap_err().to_string();
    assert!(problems.contains("$.facts[0].value"), "{problems}");
    assert!(problems.contains("18,19"), "{problems}");
}

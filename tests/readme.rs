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

#[cfg(feature = "schema")]
#[test]
fn what_has_to_be_there_is_what_the_schema_asks_for() {
    let schema: serde_json::Value = serde_json::from_str(&khorgos::brief::schema()).unwrap();
    let readme = String::from_utf8(bytes("README.md")).unwrap();
    let (_, rest) = readme.split_once("\nWhat has to be there").unwrap();
    let rows: Vec<&str> =
        rest.lines().skip(2).take_while(|line| line.starts_with("    ")).collect();
    assert!(rows.len() > 10, "{rows:?}");
    for row in rows {
        let (name, keys) = row.trim().split_once("  ").unwrap();
        let (first, others) = name.split_at(1);
        let thing = &schema["$defs"][first.to_ascii_uppercase() + others];
        let thing = if name == "brief" { &schema } else { thing };
        let required = thing["required"].as_array().unwrap_or_else(|| panic!("{name}"));
        let required: Vec<&str> = required.iter().filter_map(serde_json::Value::as_str).collect();
        assert_eq!(keys.trim(), required.join(", "), "{name}");
    }
}

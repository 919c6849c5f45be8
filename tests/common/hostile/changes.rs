//! Changes to a brief that leave it a brief: those that its reader refuses are taken back.

use super::{Choices, model};
use khorgos::geo::BaseMap;
use khorgos::model::Model;
use serde_json::{Value, json};

/// Texts at which things break; ids of countries among them.
const TEXTS: [&str; 14] = [
    "x",
    "</text><script>",
    "&\"'<>]]>",
    "\u{0}\u{8}\u{1b}",
    "\u{202e}gnirts",
    "مرحبا بالعالم",
    "👩‍👩‍👧‍👦🇰🇿",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢",
    "=cmd|' /C calc'!A0",
    "\u{feff}",
    "\u{fffe}\u{ffff}",
    "KAZ",
    "CHN",
    "https://example.org/?a=<b>&c=\"d\"",
];

/// A brief on its map with some changes.
pub fn changed(document: &[u8], base: &BaseMap, choices: &mut Choices) -> Model {
    let mut brief: Value = serde_json::from_slice(document).expect("a document");
    let mut drawn = model(document, base).expect("a good brief");
    for _ in 0..choices.below(8) {
        let before = brief.clone();
        let mut at = &mut brief;
        for _ in 0..1 + choices.below(5) {
            let count = children(at).len();
            if count == 0 {
                break;
            }
            let index = choices.below(count);
            at = children(at).swap_remove(index);
        }
        change(at, choices);
        match model(brief.to_string().as_bytes(), base) {
            Some(model) => drawn = model,
            None => brief = before,
        }
    }
    drawn
}

fn children(value: &mut Value) -> Vec<&mut Value> {
    match value {
        Value::Array(items) => items.iter_mut().collect(),
        Value::Object(members) => members.values_mut().collect(),
        _ => Vec::new(),
    }
}

/// Changes a value, mostly to one of its kind.
fn change(value: &mut Value, choices: &mut Choices) {
    match value {
        Value::Number(_) => *value = json!(choices.number()),
        Value::String(text) => match choices.below(4) {
            0 => *text = TEXTS[choices.below(TEXTS.len())].repeat(1 + choices.below(40)),
            1 => text.push_str(TEXTS[choices.below(TEXTS.len())]),
            2 => *text = TEXTS[choices.below(TEXTS.len())].to_owned(),
            // Else they would grow without end.
            _ if text.len() > 1000 => text.truncate(0),
            _ => *text = text.repeat(1 + choices.below(20)),
        },
        Value::Bool(flag) => *flag = !*flag,
        Value::Array(items) => match choices.below(4) {
            0 => items.reverse(),
            1 if !items.is_empty() => drop(items.remove(choices.below(items.len()))),
            2 if !items.is_empty() => repeat(items, choices),
            _ => items.clear(),
        },
        Value::Object(members) => {
            let key = members.keys().nth(choices.below(members.len().max(1))).cloned();
            match (key, choices.flag()) {
                (Some(key), true) => drop(members.remove(&key)),
                (Some(key), false) => {
                    if let Some(value) = members.get_mut(&key) {
                        change(value, choices);
                    }
                }
                _ => {}
            }
        }
        Value::Null => {}
    }
}

/// Puts an element into an array several times, with ids of their own.
fn repeat(items: &mut Vec<Value>, choices: &mut Choices) {
    let model = items[choices.below(items.len())].clone();
    for number in 0..choices.below(100).min(500_usize.saturating_sub(items.len())) {
        let mut item = model.clone();
        if let Some(id) = item.get_mut("id") {
            *id = json!(format!("again-{number}"));
        }
        if choices.flag() {
            change(&mut item, choices);
        }
        items.push(item);
    }
}

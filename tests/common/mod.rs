//! What the suites share: the shipped documents, and a widget that shows them.

#![allow(dead_code, reason = "each suite uses a part")]

#[cfg(feature = "cli")]
pub mod command;
pub mod flow_sets;
pub mod many;
pub mod suites;

use khorgos::brief::{self, BriefReader};
use khorgos::error::Problems;
use khorgos::geo::{BaseMap, MapReader};
use khorgos::layout::legend::LegendRow;
use khorgos::model::Model;
use khorgos::scene::EstimatedText;
use khorgos::speech::Speech;
use khorgos::widget::Widget;
use serde_json::Value;
use std::path::Path;

/// Bytes of a file of the project.
pub fn bytes(path: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The places of all values of a kind in a document, as JSON pointers (RFC 6901).
pub fn places(document: &Value, is_one: &dyn Fn(&Value) -> bool) -> Vec<String> {
    let own = is_one(document).then(String::new);
    let members = document.as_object().into_iter().flatten();
    let items = document.as_array().into_iter().flatten().enumerate();
    let parts = members.map(|(key, value)| (key.replace('~', "~0").replace('/', "~1"), value));
    let parts = parts.chain(items.map(|(index, value)| (index.to_string(), value)));
    let within = parts.flat_map(|(part, value)| {
        places(value, is_one).into_iter().map(move |place| format!("/{part}{place}"))
    });
    own.into_iter().chain(within).collect()
}

/// A widget of a size with the shipped map and brief.
pub fn shipped(width_px: f64, height_px: f64) -> Widget {
    let mut widget = Widget::new();
    let parts = [bytes("assets/map/base.topo.json"), bytes("assets/map/osm.topo.json")];
    widget.set_maps(parts.iter().map(Vec::as_slice)).unwrap();
    widget.resize(width_px, height_px);
    widget.set_brief(&bytes("assets/briefs/kazakhstan.json")).unwrap();
    widget
}

/// The shipped map.
pub fn base_map() -> BaseMap {
    let parts = ["assets/map/base.topo.json", "assets/map/osm.topo.json"];
    MapReader::new(parts.map(bytes).to_vec()).finish().unwrap()
}

/// The shipped map and brief, resolved.
pub fn shipped_model() -> (Model, BaseMap) {
    let base = base_map();
    let document = bytes("assets/briefs/kazakhstan.json");
    let (brief, mut problems, _) = BriefReader::new(document).finish();
    let model = brief::resolve(&brief, &base, &Speech::default(), &mut problems);
    assert_eq!(problems, Problems::default());
    (model.unwrap(), base)
}

/// The legend of a widget's picture.
pub fn legend(widget: &mut Widget) -> Vec<LegendRow> {
    widget.furniture(&EstimatedText).map(|furniture| furniture.legend.clone()).unwrap_or_default()
}

/// A document of `serde_json` as the library reads it.
pub fn value(document: &serde_json::Value) -> khorgos::json::Value {
    khorgos::json::parse(&serde_json::to_vec(document).unwrap()).unwrap()
}

/// A value that the library read, as `serde_json` has it.
pub fn json(value: &khorgos::json::Value) -> serde_json::Value {
    use khorgos::json::Value;
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(flag) => (*flag).into(),
        Value::Integer(number) => (*number).into(),
        Value::Real(number) => (*number).into(),
        Value::String(text) => text.as_str().into(),
        Value::Array(items) => items.iter().map(json).collect(),
        Value::Object(members) => {
            members.iter().map(|(key, value)| (key.clone(), json(value))).collect()
        }
    }
}

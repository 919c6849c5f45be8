//! The JSON Schema of a brief, for editors and for checks elsewhere, made of the types that describe
//! one. Where the shape of a type is not that of its JSON, what stands for it is in `forms`.
//!
//! It says what a schema can say: what refers to what, that ids differ, the order of days and of the
//! sides of a box are left to the reader.

mod forms;
mod patterns;

pub use forms::*;
pub use patterns::{day, period, url};

use super::contract::Brief;
use super::parse::VERSION;
use crate::limits::InputLimits;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{Schema, json_schema};
use serde_json::Value;

/// The schema, as the text of a JSON document.
pub fn schema() -> String {
    let settings = SchemaSettings::draft2020_12().with_transform(RecursiveTransform(as_read));
    let schema = settings.into_generator().into_root_schema_for::<Brief>();
    format!("{:#}\n", schema.as_value())
}

/// What the reader of briefs holds everywhere: nothing is null, and no text is blank.
fn as_read(schema: &mut Schema) {
    if let Some(Value::String(text)) = schema.get_mut("description") {
        let paragraphs: Vec<String> = text.split("\n\n").map(|it| it.replace('\n', " ")).collect();
        *text = paragraphs.join("\n\n");
    }
    // Says how a number is kept in memory.
    schema.remove("format");
    if let Some(types) = schema.get_mut("type").and_then(Value::as_array_mut) {
        types.retain(|kind| kind != "null");
        if let [kind] = types.as_slice() {
            let kind = kind.clone();
            schema.insert("type".to_owned(), kind);
        }
    }
    if let Some(kinds) = schema.get_mut("anyOf").and_then(Value::as_array_mut) {
        kinds.retain(|kind| kind.get("type").is_none_or(|kind| kind != "null"));
        if let [kind] = kinds.as_slice() {
            let kind = kind.as_object().cloned().unwrap_or_default();
            schema.remove("anyOf");
            schema.ensure_object().extend(kind);
        }
    }
    let is_any_text = schema.get("type").is_some_and(|kind| kind == "string")
        && schema.get("enum").or(schema.get("pattern")).is_none();
    if is_any_text {
        schema.insert("pattern".to_owned(), r"\S".into());
    }
    limit(schema);
}

/// States how long texts, lists and tables may be, where nothing narrower is said.
fn limit(schema: &mut Schema) {
    let limits = InputLimits::default();
    let is_table = schema.get("additionalProperties").is_some_and(Value::is_object);
    let (key, most) = match schema.get("type").and_then(Value::as_str) {
        Some("string") => ("maxLength", limits.text),
        Some("array") => ("maxItems", limits.elements),
        Some("object") if is_table => ("maxProperties", limits.elements),
        _ => return,
    };
    let object = schema.ensure_object();
    object.entry(key).or_insert_with(|| most.into());
    if is_table {
        let names = object.entry("propertyNames").or_insert_with(|| json_schema!({}).into());
        if let Some(names) = names.as_object_mut() {
            names.insert("maxLength".to_owned(), limits.text.into());
        }
    }
}

/// Adds what is not kept of a brief.
pub fn version(schema: &mut Schema) {
    schema.insert("title".to_owned(), "A brief of khorgos, version 1".into());
    add_member(
        schema,
        "version",
        true,
        json_schema!({
            "description": "Version of the contract that the brief keeps to.",
            "const": VERSION
        }),
    );
    add_member(
        schema,
        "$schema",
        false,
        json_schema!({
            "description": "Where this schema is, for editors.",
            "type": "string"
        }),
    );
}

/// Says of the only member of each choice what is said of the choice.
pub fn of_members(schema: &mut Schema) {
    for choice in schema.get_mut("oneOf").and_then(Value::as_array_mut).into_iter().flatten() {
        let description = choice.as_object_mut().and_then(|choice| choice.remove("description"));
        let members = choice.get_mut("properties").and_then(Value::as_object_mut);
        if let (Some(members), Some(description)) = (members, description) {
            for member in members.values_mut().filter_map(Value::as_object_mut) {
                member.insert("description".to_owned(), description.clone());
            }
        }
    }
}

fn add_member(schema: &mut Schema, key: &str, is_required: bool, member: Schema) {
    let object = schema.ensure_object();
    let members = object.entry("properties").or_insert_with(|| json_schema!({}).into());
    if let Some(members) = members.as_object_mut() {
        members.insert(key.to_owned(), member.into());
    }
    if is_required {
        let required = object.entry("required").or_insert_with(|| Vec::<Schema>::new().into());
        if let Some(required) = required.as_array_mut() {
            required.insert(0, key.into());
        }
    }
}

//! Answers to JavaScript.

use crate::error::{Problem, Problems};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// Plain objects, absent rather than undefined members.
pub fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    value.serialize(&Serializer::json_compatible()).map_err(JsValue::from)
}

/// What is wrong with a document, if anything is.
pub fn problems(result: Result<(), Problems>) -> Result<JsValue, JsValue> {
    let problems: Vec<Problem> = result.err().map(|problems| problems.0).unwrap_or_default();
    to_js(&problems)
}

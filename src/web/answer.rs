//! Answers to JavaScript.

use crate::error::{Problem, Problems};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// Plain objects, absent rather than undefined members. Answers are made of structs, lists and names,
/// all of which JavaScript can have.
pub fn to_js(value: &impl Serialize) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or_default()
}

/// The same of what there may be, or `undefined`.
#[cfg(feature = "page")]
pub fn maybe_to_js(value: Option<impl Serialize>) -> JsValue {
    value.map_or(JsValue::UNDEFINED, |value| to_js(&value))
}

/// What is wrong with a document, if anything is.
pub fn problems(result: Result<(), Problems>) -> JsValue {
    let problems: Vec<Problem> = result.err().map(|problems| problems.0).unwrap_or_default();
    to_js(&problems)
}

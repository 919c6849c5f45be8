//! A translation of a brief: a document of the same shape that holds texts only. Where the brief
//! has a list of things with ids, the translation has an object by those ids.
//!
//! ```text
//! { "meta": { "title": "…" }, "layers": { "trade": { "title": "…" } }, "facts": { "f1": { "text": "…" } } }
//! ```

use super::contract::DeclaredIds;
use crate::error::Problems;
use crate::json::{Node, Value, describe, member_path};

/// Adds a translation's texts to a brief, under its language.
///
/// # Errors
/// All texts that have no counterpart in the brief; the brief must be thrown away then.
pub fn translate(brief: &mut Value, lang: &str, translation: &Value) -> Result<(), Problems> {
    let mut problems = Problems::default();
    merge(brief, lang, &Node::root(translation), &mut problems);
    problems.into_result(Some(()))
}

/// Adds a translation's texts to an element of the brief's list with a key.
pub fn translate_element(
    element: &mut Value,
    lang: &str,
    key: &str,
    translation: &Value,
    problems: &mut Problems,
) {
    let Some(id) = element.get("id").and_then(Value::as_str) else { return };
    let Some(texts) = translation.get(key).and_then(|list| list.get(id)) else { return };
    let node = Node { value: texts, path: member_path(&format!("$.{key}"), id) };
    merge(element, lang, &node, problems);
}

/// Finds texts for what a list of the brief does not declare.
pub fn check_ids(declared: &DeclaredIds, key: &str, translation: &Value, problems: &mut Problems) {
    if let Some(value) = translation.get(key) {
        let node = Node { value, path: format!("$.{key}") };
        each(&node, problems, |id, _, _| declared.contains_key(id));
    }
}

fn merge(target: &mut Value, lang: &str, texts: &Node, problems: &mut Problems) {
    match (target, texts.value) {
        (target @ Value::String(_), Value::String(text)) if !text.trim().is_empty() => {
            let original = std::mem::take(target);
            let both = [(String::new(), original), (lang.to_owned(), texts.value.clone())];
            *target = Value::Object(both.into_iter().collect());
        }
        // Names by language.
        (Value::Object(names), Value::String(text)) if !text.trim().is_empty() => {
            names.insert(lang.to_owned(), texts.value.clone());
        }
        (Value::Object(members), Value::Object(_)) => {
            each(texts, problems, |key, node, problems| {
                let Some(member) = members.get_mut(key) else { return false };
                merge(member, lang, node, problems);
                true
            });
        }
        (Value::Array(items), Value::Object(_)) => {
            each(texts, problems, |key, node, problems| {
                let is_meant =
                    |item: &&mut Value| item.get("id").is_some_and(|id| id.as_str() == Some(key));
                let Some(item) = items.iter_mut().find(is_meant) else { return false };
                merge(item, lang, node, problems);
                true
            });
        }
        (Value::Array(items), Value::Array(_)) => {
            for (item, node) in items.iter_mut().zip(texts.array(problems).unwrap_or_default()) {
                merge(item, lang, &node, problems);
            }
        }
        (target, _) => {
            let expected = format!("a translation of {}", describe(target));
            texts.wrong::<()>(&expected, problems);
        }
    }
}

/// Goes through an object's members; what `take` has no place for is a problem.
fn each(
    texts: &Node,
    problems: &mut Problems,
    mut take: impl FnMut(&str, &Node, &mut Problems) -> bool,
) {
    let Some(object) = texts.dictionary(problems) else { return };
    for (key, node) in object.members() {
        if !take(key, &node, problems) {
            node.wrong::<()>("a key or an id of the brief", problems);
        }
    }
}
